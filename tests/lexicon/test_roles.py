"""Every family of roles: what it takes as `same`, what as `near`, and what it leaves (C8)."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.lexicon import find_subject
from core.lexicon.load import terms

CASES = Path(__file__).with_name("cases")
GRADES = ("same", "near", "none")


def families() -> dict[str, dict[str, list[list[str]]]]:
    found: dict[str, dict[str, list[list[str]]]] = {}
    for path in sorted(CASES.glob("roles_*.toml")):
        for family, grades in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert family not in found, f"{path.name}: [{family}] stands twice"
            assert set(grades) <= set(GRADES), f"{path.name}: [{family}]: {sorted(grades)}"
            found[family] = grades
    return found


def cases() -> Iterator[object]:
    for family, grades in families().items():
        for grade, pairs in grades.items():
            for subject, text in pairs:
                yield pytest.param(subject, text, grade, id=f"{family}: {subject} | {text}")


def grade_of(subject: str, text: str) -> str:
    grades = {hit.grade for hit in find_subject(subject, text)}
    return "same" if "same" in grades else "near" if grades else "none"


@pytest.mark.parametrize(("subject", "text", "grade"), list(cases()))
def test_c8_role_is_graded_as_the_work_is(subject: str, text: str, grade: str) -> None:
    assert grade_of(subject, text) == grade, find_subject(subject, text)


def role_families() -> list[str]:
    return sorted({term.family or term.id for term in terms().values() if term.kind == "role"})


@pytest.mark.parametrize("family", role_families())
def test_every_role_family_has_cases_for_what_it_takes_and_what_it_leaves(family: str) -> None:
    grades = families().get(family.removeprefix("role."), {})
    assert set(grades) == set(GRADES), f"{family}: {sorted(grades)}"
    due = 3 if family.startswith("role.") else 8
    assert sum(len(pairs) for pairs in grades.values()) >= due
