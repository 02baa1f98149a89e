"""Which criteria ask for the same subject (C8, Q1).

Two criteria about the same work are one subject: what the one lists between brackets or after
"zoals" counts for the other too, and one answer can decide both. A closed list ("projectleider of
beleidsadviseur") is not lent: it says what that criterion takes, not what the work is called.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.lexicon import find_terms, subject_terms
from core.model.posting import AllOf, AnyOf, Criterion, Experience, Requirement
from core.text.memory import remembered
from core.text.numbers import value_of
from core.text.source import key
from core.texts import say

_ILLUSTRATED = re.compile(r"\bzoals\b|\bbijvoorbeeld\b|\bbijv|\bo\.?\s?a\.|\bonder andere\b|\bonder meer\b", re.I)
_BRACKET = re.compile(r"\(([^()\d]*[^\W\d]{3}[^()\d]*)\)")
"""Words between brackets, and no number ("twee (2) jaar", "(minimaal 5 jaar)")."""
_KNOWLEDGE = re.compile(r"\b(?:kennis (?:van|over)|bekend(?:heid)? met|vertrouwd met)\b", re.I)
_WORK = re.compile(r"ervaring|\b(?:gewerkt|werkt|toepassen)\b", re.I)
_LINKING_KINDS = frozenset({"law", "tool"})


ANY_WORK = "*"
"""The subject of a criterion that names none ("2 jaar werkervaring bij een gemeente"): any work counts."""


class Group(NamedTuple):
    """One subject: its `key` (stable, in facts), the names that count as it, and how to say it.

    `knowledge`: to know it is what is asked, not to have worked with it.
    """

    key: str
    subjects: tuple[str, ...]
    need_all: bool
    label: str
    knowledge: bool = False


class Part(NamedTuple):
    """An experience requirement inside a criterion."""

    criterion: Criterion
    experience: Experience


def requirements_in(requirement: Requirement) -> Iterator[Requirement]:
    """Yield the simple requirements of a possibly compound one."""
    if isinstance(requirement, AllOf | AnyOf):
        for part in requirement.parts:
            yield from requirements_in(part)
    else:
        yield requirement


@remembered(texts=16)
def groups_of(criteria: tuple[Criterion, ...]) -> Mapping[Experience, Group]:
    """Return the group of every experience requirement among the criteria of a posting."""
    parts = [
        Part(criterion, requirement)
        for criterion in criteria
        for requirement in requirements_in(criterion.requirement)
        if isinstance(requirement, Experience)
    ]
    clusters: list[list[Part]] = []
    for part in parts:
        home = next((c for c in clusters if any(_same_subject(part, p) for p in c)), None)
        if home is None:
            clusters.append([part])
        else:
            home.append(part)
    return {part.experience: _group(part, cluster) for cluster in clusters for part in cluster}


def _heads(experience: Experience) -> tuple[str, ...]:
    return tuple(key(subject) for subject in experience.subjects)


def _same_subject(one: Part, other: Part) -> bool:
    mine, theirs = _essential(one), _essential(other)
    if not mine or not theirs:
        return False
    if one.experience.need != other.experience.need and (len(mine) > 1 or len(theirs) > 1):
        return False
    if set(mine) == set(theirs):
        return True
    if len(mine) == len(theirs) == 1 and _same_terms(mine[0], theirs[0]):
        return True
    plain = one.experience.min_months is None and other.experience.min_months is None
    return plain and bool(_linking_terms(one.experience) & _linking_terms(other.experience)) and _one_thing(one, other)


def _lends(part: Part) -> bool:
    """Whether the further names only illustrate or repeat the first ("(klantenservice, callcenter)", "zoals A, B")."""
    text = part.criterion.text
    bracketed = any(value_of(inside.strip().lower()) is None for inside in _BRACKET.findall(text))
    return part.experience.open_list or bracketed or bool(_ILLUSTRATED.search(text))


def _essential(part: Part) -> tuple[str, ...]:
    """The names that make the subject what it is: the first where the others illustrate it, else all."""
    heads = _heads(part.experience)
    return heads[:1] if part.experience.need == "any" and _lends(part) else heads


def _same_terms(one: str, other: str) -> bool:
    return bool(subject_terms(one)) and subject_terms(one) == subject_terms(other)


def _linking_terms(experience: Experience) -> frozenset[str]:
    return frozenset(
        hit.term for subject in experience.subjects for hit in find_terms(subject) if hit.kind in _LINKING_KINDS
    )


def _one_thing(one: Part, other: Part) -> bool:
    """Whether two plain criteria on a law or tool are about one thing, not about two that share a name."""
    return len(_linking_terms(one.experience)) == len(_linking_terms(other.experience)) == 1


def _group(part: Part, cluster: list[Part]) -> Group:
    own = part.experience
    subjects = list(own.subjects)
    known = set(_heads(own))
    if own.need == "any":
        for other in cluster:
            if other.experience is own or other.experience.need != "any" or not _lends(other):
                continue
            for subject in other.experience.subjects:
                if key(subject) not in known:
                    known.add(key(subject))
                    subjects.append(subject)
    name = min(p.criterion.id for p in cluster)
    first = next(p for p in cluster if p.criterion.id == name).experience
    subject_key = "|".join(sorted(_heads(first))) or ANY_WORK
    label = _label(cluster) or say("reasons.any_work")
    knowledge = bool(_KNOWLEDGE.search(part.criterion.text)) and not _WORK.search(part.criterion.text)
    return Group(subject_key, tuple(subjects), own.need == "all" and len(own.subjects) > 1, label, knowledge)


def _label(cluster: list[Part]) -> str:
    """How the subject is said: the longest main subject, so that a yes covers every criterion in it."""
    spoken: list[str] = []
    for part in cluster:
        subjects = part.experience.subjects
        if not subjects:
            continue
        if part.experience.need == "all" and len(subjects) > 1:
            spoken.append(", ".join(subjects[:-1]) + " en " + subjects[-1])
        elif len(subjects) > 1 and not _lends(part):
            spoken.append(", ".join(subjects[:-1]) + " of " + subjects[-1])
        else:
            spoken.append(subjects[0])
    return max(spoken, key=len) if spoken else ""
