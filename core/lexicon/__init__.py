"""The lexicon: one namespace of terms with graded links, and what they are called (C7, C8). Data: FORMAT.md."""

from core.lexicon.education import (
    LevelHit,
    education_rank,
    education_satisfies,
    field_link,
    find_levels,
    read_level,
)
from core.lexicon.employers import EmployerHit, employer_sector, find_employers, is_of_kind, sector_satisfies
from core.lexicon.links import Grade, link, term
from core.lexicon.load import Term
from core.lexicon.matching import TermHit, find_terms
from core.lexicon.phrase import only_does
from core.lexicon.subject import COURSE, DOMAIN, SubjectHit, find_subject, subject_terms

__all__ = [
    "COURSE",
    "DOMAIN",
    "EmployerHit",
    "Grade",
    "LevelHit",
    "SubjectHit",
    "Term",
    "TermHit",
    "education_rank",
    "education_satisfies",
    "employer_sector",
    "field_link",
    "find_employers",
    "find_levels",
    "find_subject",
    "find_terms",
    "is_of_kind",
    "link",
    "only_does",
    "read_level",
    "sector_satisfies",
    "subject_terms",
    "term",
]
