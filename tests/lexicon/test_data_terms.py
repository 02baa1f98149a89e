"""Tools, laws, domains and tasks: what each group takes as `same`, what as `near`, and what it leaves (C8)."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.lexicon import DOMAIN, find_subject

CASES = Path(__file__).with_name("cases")
KINDS = ("tools", "laws", "domains", "tasks")
GRADES = ("same", "near", "none")
Groups = dict[str, dict[str, list[list[str]]]]


def groups(kind: str) -> Groups:
    found: Groups = {}
    for path in sorted(CASES.glob(f"{kind}_*.toml")):
        for group, grades in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert group not in found, f"{path.name}: [{group}] stands twice"
            found[group] = grades
    return found


def cases() -> Iterator[object]:
    for kind in KINDS:
        for group, grades in groups(kind).items():
            for grade, pairs in grades.items():
                for subject, text in pairs:
                    kinds = DOMAIN if kind == "domains" else None
                    yield pytest.param(subject, text, grade, kinds, id=f"{kind}.{group}: {subject} | {text}")


def grade_of(subject: str, text: str, kinds: frozenset[str] | None) -> str:
    grades = {hit.grade for hit in find_subject(subject, text, kinds)}
    return "same" if "same" in grades else "near" if grades else "none"


@pytest.mark.parametrize(("subject", "text", "grade", "kinds"), list(cases()))
def test_c8_term_is_graded_as_the_thing_is(subject: str, text: str, grade: str, kinds: frozenset[str] | None) -> None:
    assert grade_of(subject, text, kinds) == grade, find_subject(subject, text, kinds)


@pytest.mark.parametrize("kind", KINDS)
def test_every_group_has_cases_for_what_it_takes_and_what_it_leaves(kind: str) -> None:
    assert groups(kind)
    for group, grades in groups(kind).items():
        assert tuple(grades) == GRADES, f"{kind}.{group}"
        assert sum(map(len, grades.values())) >= 5, f"{kind}.{group}"
