"""S6, Q4 through the real readers: random answers on the labelled postings, the real ones included."""

import random
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from core import Dossier

CASES = Path(__file__).resolve().parents[2] / "bench" / "cases" / "open"
PERIODS = ("maart 2019 t/m november 2021", "sinds juni 2020")
TALKS = 2


def folders() -> list[str]:
    return sorted(path.parent.name for path in CASES.glob("*/expected.toml"))


def talk(start: Dossier, chance: random.Random) -> None:
    dossier, asked = start, set[str]()
    for _ in range(40):
        questions = dossier.questions
        if not questions:
            return
        question = chance.choice(questions)
        assert question.id not in asked, f"asked twice: {question.text}"
        assert all(len(option.label) <= 20 for option in question.options)
        asked.add(question.id)
        answers = PERIODS if question.expects == "period" else tuple(o.id for o in question.options)
        before = dossier.assessment
        dossier = dossier.answer(question.id, chance.choice((*answers, "unknown")))
        if question.expects == "period":
            continue  # a period is told, not chosen: it may be longer than the text allows
        for old, new in zip(before.criteria, dossier.assessment.criteria, strict=True):
            assert old.status in ("open", new.status), f"{old.id} {old.status} became {new.status}: {question.text}"
            if old.points.secured is not None and new.points.secured is not None:
                assert new.points.secured >= old.points.secured, f"{old.id}: secured fell: {question.text}"
                assert (new.points.reachable or 0) <= (old.points.reachable or 0), f"{old.id}: reachable rose"
    raise AssertionError("the questions never end")


@pytest.mark.parametrize("case", folders())
def test_s6_answers_only_narrow_and_nothing_is_asked_twice(case: str, request: pytest.FixtureRequest) -> None:
    if case.startswith("real-"):
        real: Callable[[str], str] = request.getfixturevalue("posting_text")
        posting = real(case.removeprefix("real-"))
    else:
        posting = (CASES / case / "posting.txt").read_text(encoding="utf-8")
    today: date = tomllib.loads((CASES / case / "expected.toml").read_text(encoding="utf-8"))["today"]
    offered = Dossier.new(today=today).with_posting(posting)
    people = [path.read_text(encoding="utf-8") for path in sorted((CASES / case).glob("candidate-*.txt"))]
    for position, person in enumerate(("", *people)):
        dossier = offered.with_candidate(person, source="cv").keep_asking()
        for seed in range(TALKS):
            talk(dossier, random.Random(f"{case} {position} {seed}"))
