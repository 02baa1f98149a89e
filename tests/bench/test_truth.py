"""What the truth says counts: months, windows, kinds of employer, diplomas. Expected values come from the domain rules."""

import pytest

from bench.truth import Diploma, Job, Scope, Truth, counted, has_diploma, named, sector_counts

JUNE_2026 = 2026 * 12 + 5


def at(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def job(start: str, end: str | None, *, sector: str = "gemeente", does: tuple[str, ...] = ("K1",)) -> Job:
    return Job.model_validate({"role": "r", "sector": sector, "start": start, "end": end or "now", "does": does})


@pytest.mark.parametrize(
    ("jobs", "scope", "months"),
    [
        ([job("2026-01", "2026-06")], Scope(), 6),
        ([job("2026-06", None)], Scope(), 1),
        ([job("2025-01", "2025-12"), job("2025-07", "2026-06")], Scope(), 18),
        ([job("2020-01", None)], Scope(window_months=36), 36),
        ([job("2023-06", "2023-07")], Scope(window_months=36), 1),
        ([job("2026-01", "2027-12")], Scope(), 6),
        ([job("2014-11", "2016-02")], Scope(window_from=at("2014-01"), window_to=at("2015-12")), 14),
        ([job("2020-01", "2020-12", sector="privaat"), job("2021-01", "2021-03")], Scope(sector="gemeente"), 3),
        ([job("2020-01", "2020-12"), job("2022-01", "2023-06")], Scope(contiguous=True), 18),
        ([job("2020-01", "2020-12", does=("K2",))], Scope(), 0),
    ],
)
def test_c3_months_that_count(jobs: list[Job], scope: Scope, months: int) -> None:
    assert counted(Truth(jobs=tuple(jobs)), ["K1"], scope, JUNE_2026) == months


@pytest.mark.parametrize(
    ("sector", "asked", "counts"),
    [
        ("gemeente", "gemeente", True),
        ("gemeente", "overheid", True),
        ("gemeente", "publieke sector", True),
        ("waterschap", "gemeente", False),
        ("waterschap", "gemeente of waterschap", True),
        ("rijk", "overheid", True),
        ("publieke sector", "overheid", False),
        ("privaat", "publieke sector", False),
    ],
)
def test_c7_kinds_of_employer(sector: str, asked: str, *, counts: bool) -> None:
    assert sector_counts(sector, asked) is counts


@pytest.mark.parametrize(
    ("diploma", "level", "in_field", "has"),
    [
        (Diploma(level="mbo-4"), "mbo-4", False, True),
        (Diploma(level="hbo-bachelor"), "mbo-4", False, True),
        (Diploma(level="mbo-4"), "hbo-bachelor", False, False),
        (Diploma(level="vwo"), "mbo-4", False, False),
        (Diploma(level="havo"), "havo", False, True),
        (Diploma(level="hbo", finished=False), "hbo-bachelor", False, False),
        (Diploma(level="hbo-bachelor"), "hbo-bachelor", True, False),
        (Diploma(level="hbo-bachelor", fits=("K1",)), "hbo-bachelor", True, True),
    ],
)
def test_c5_one_diploma_has_level_and_field(diploma: Diploma, level: str, *, in_field: bool, has: bool) -> None:
    assert has_diploma(Truth(diplomas=(diploma,)), level, ["K1"], in_field=in_field) is has


def test_a_part_of_a_criterion_is_known_by_its_word() -> None:
    assert named(["K5/laptop"], ["K5"], "Neemt A. zelf een laptop mee?")
    assert not named(["K5/laptop"], ["K5"], "Neemt A. zelf een telefoon mee?")
    assert not named(["K5"], ["K6"])
