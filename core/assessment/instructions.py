"""What a criterion tells the CV or the motivation to show, and whether that is visibly there (P13, S4)."""

import re
from typing import Literal

from core.assessment.judged import Judged
from core.lexicon import find_subject
from core.model.candidate import Candidate, Statement
from core.model.posting import Criterion, Document
from core.text.numbers import find_numbers
from core.text.source import key

Place = Literal["cv", "motivatie", "inschrijving"]

_MOTIVATION = re.compile(r"\bmotivatie")
_BID = re.compile(r"\b(?:inschrijving|offerte|aanbieding|toelichting)\b")
_EXAMPLE = re.compile(r"\bvoorbeeld(?:en)?\b")
_SHOWN_EXAMPLE = re.compile(r"\b(?:bij)?voorbeeld(?:en)?\b|\bbijv\b|\bzo (?:heb|had|was|deed)\b|\bcasus\b")
_EXPLAIN = re.compile(r"\b(?:licht|ligt|toelicht\w*|toegelicht|beschrijf|omschrijf|benoem|vermeld|noem|onderbouw\w*)\b")
_FILLER = frozenset(
    [
        "de",
        "het",
        "een",
        "in",
        "uit",
        "van",
        "op",
        "en",
        "of",
        "dit",
        "deze",
        "je",
        "uw",
        "cv",
        "werkervaring",
        "toe",
        "licht",
        "ligt",
        "hierbij",
        "ook",
        "duidelijk",
    ]
)


def place_of(criterion: Criterion) -> Place:
    """Return where the instruction wants it shown; the CV where it doesn't say."""
    if isinstance(criterion.requirement, Document):
        return "motivatie" if _MOTIVATION.search(key(criterion.requirement.name)) else "inschrijving"
    text = key(criterion.cv_instruction or "")
    if _MOTIVATION.search(text):
        return "motivatie"
    return "inschrijving" if _BID.search(text) and "cv" not in text.split() else "cv"


def is_seen(criterion: Criterion, judged: Judged, candidate: Candidate) -> bool:
    """Return whether what the instruction asks is visibly there; True where there is no instruction.

    Only a CV (or a motivation in it) can show it: what the recruiter tells is not read by the assessor.
    """
    if criterion.cv_instruction is None:
        return True
    if candidate.source != "cv":
        return False
    wanted = key(criterion.cv_instruction)
    near = _statements(judged, candidate)
    if _MOTIVATION.search(wanted):
        return any(s.section == "motivation" for s in near)
    text = " ".join(key(s.text) for s in near)
    if _EXAMPLE.search(wanted):
        numbers = [n.value for n in find_numbers(wanted)]
        asked = int(numbers[0]) if numbers else (2 if "voorbeelden" in wanted else 1)
        return len(_SHOWN_EXAMPLE.findall(text)) >= asked
    if _EXPLAIN.search(wanted):
        content = [w for w in re.findall(r"[a-z0-9-]+", wanted) if w not in _FILLER and not _EXPLAIN.match(w)]
        return bool(content) and any(find_subject(word, text) for word in content)
    return judged.stated and bool(near)


def _statements(judged: Judged, candidate: Candidate) -> list[Statement]:
    """The statements that carry the evidence, and the rest of the jobs that they stand in."""
    spans = [(e.source, e.start, e.end) for e in judged.evidence if e.source not in ("answer", "rule")]
    hit = [
        s
        for s in candidate.statements
        if any(src == s.evidence.source and a < s.evidence.end and s.evidence.start < b for src, a, b in spans)
    ]
    jobs = {s.employment for s in hit if s.employment is not None}
    return [s for s in candidate.statements if s in hit or s.employment in jobs]
