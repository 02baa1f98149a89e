"""Courses and directions of study: what each group takes as `same`, what as `near`, and what it leaves (C5, C8)."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.lexicon import COURSE, field_link, find_subject

CASES = Path(__file__).with_name("cases")
GRADES = ("same", "near", "none")
Groups = dict[str, dict[str, list[list[str]]]]


def groups(kind: str) -> Groups:
    return tomllib.loads((CASES / f"{kind}_all.toml").read_text(encoding="utf-8"))


def cases(kind: str) -> Iterator[object]:
    for group, grades in groups(kind).items():
        for grade, pairs in grades.items():
            for wanted, offered in pairs:
                yield pytest.param(wanted, offered, grade, id=f"{group}: {wanted} | {offered}")


@pytest.mark.parametrize(("wanted", "offered", "grade"), list(cases("courses")))
def test_c8_course_is_graded_as_the_course_is(wanted: str, offered: str, grade: str) -> None:
    hits = find_subject(wanted, offered, COURSE)
    grades = {hit.grade for hit in hits}
    assert ("same" if "same" in grades else "near" if grades else "none") == grade, hits


@pytest.mark.parametrize(("wanted", "offered", "grade"), list(cases("fields")))
def test_c5_direction_of_study_is_graded(wanted: str, offered: str, grade: str) -> None:
    assert (field_link(wanted, offered) or "none") == grade


@pytest.mark.parametrize("kind", ["courses", "fields"])
def test_every_group_has_cases_for_what_it_takes_and_what_it_leaves(kind: str) -> None:
    for group, grades in groups(kind).items():
        assert tuple(grades) == GRADES, group
        assert sum(map(len, grades.values())) >= 5, group
