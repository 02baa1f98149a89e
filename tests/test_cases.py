"""Postings and candidates in the forms that recruiters forward, with labels read by hand (DESIGN 4).

The cases and their format are described in `bench/cases/FORMAT.md`. Beside that, `expected.toml` may hold for these tests:

- `[[criterion]]`: whatever else at least one leaf of the requirement holds; "-": no leaf does.
- `[candidate.NAME]`: `answers` as [criterion, text] in order, and `after` them what follows.

What the program doesn't read yet is listed in `bench/cases/known.toml`, strictly.
"""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from bench.compare import allowed, criterion_faults, plain, reads_as
from bench.labels import CASES as LABELLED
from bench.labels import labels_of
from core import Dossier
from core.errors import FitcheckError, NotUnderstood
from core.model.assessment import Outcome

CASES = LABELLED / "open"


@cache
def expected(case: str) -> dict[str, Any]:
    return tomllib.loads((CASES / case / "expected.toml").read_text(encoding="utf-8"))


def cases() -> list[str]:
    return sorted(path.parent.name for path in CASES.glob("*/expected.toml"))


@cache
def known() -> dict[str, Any]:
    """Return the tests that the program doesn't pass yet, by case: what is asked or left open though the text tells it.

    `python -m tests.known` writes the file, and refuses whatever is wrong and not just asked.
    """
    return tomllib.loads((LABELLED / "known.toml").read_text(encoding="utf-8"))


def parameters(kind: str) -> list[Any]:
    return [marked(kind, *parts) for parts in each(kind)]


def marked(kind: str, case: str, *parts: str) -> Any:
    """Return the parameters of one test, marked where it is known to fail."""
    listed = "/".join(parts) in known().get(kind, {}).get(case, [])
    marks = [pytest.mark.xfail(strict=True, reason=known()["reasons"][kind])] if listed else []
    return pytest.param(case, *parts, id="-".join((case, *parts)), marks=marks)


def each(kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the case and the parts of every test of a kind."""
    for case in cases():
        labels = expected(case)
        if kind == "posting":
            yield from ((case, name) for name in labels["posting"])
        elif kind == "criteria":
            yield (case,)
        elif kind == "criterion":
            yield from ((case, entry["id"]) for entry in labels["criterion"])
        elif kind == "notices":
            for rule in ("must", "never"):
                yield from ((case, rule, code) for code in labels.get("notices", {}).get(rule, []))
        else:
            for name, entry in labels.get("candidate", {}).items():
                if kind == "status":
                    yield from ((case, name, criterion) for criterion in entry["status"])
                elif kind == "after":
                    yield from ((case, name) for _ in [0] if "answers" in entry)
                else:
                    yield case, name


Texts = Callable[[str], str]


@pytest.fixture
def posting_of(request: pytest.FixtureRequest) -> Texts:
    """Return a loader of a case's posting; the test is skipped where a real one is absent."""

    def load(case: str) -> str:
        if case.startswith("real-"):
            real: Callable[[str], str] = request.getfixturevalue("posting_text")
            return real(case.removeprefix("real-"))
        return (CASES / case / "posting.txt").read_text(encoding="utf-8")

    return load


@cache
def dossier_of(case: str, posting: str, name: str | None) -> Dossier:
    entry = expected(case).get("candidate", {}).get(name, {})
    today: date = entry.get("today", expected(case)["today"])
    dossier = Dossier.new(today=today).with_posting(posting)
    if name is None:
        return dossier
    text = (CASES / case / f"candidate-{name}.txt").read_text(encoding="utf-8")
    return dossier.with_candidate(text, source=labels_of(CASES / case).candidate[name].told_source)


@cache
def answered(case: str, posting: str, name: str) -> Dossier:
    dossier = dossier_of(case, posting, name)
    for criterion, answer in expected(case)["candidate"][name]["answers"]:
        dossier = dossier.answer_criterion(criterion, answer)
    return dossier


# The posting


@pytest.mark.parametrize(("case", "name"), parameters("posting"))
def test_posting_value(case: str, name: str, posting_of: Texts) -> None:
    label = expected(case)["posting"][name]
    found = plain(getattr(dossier_of(case, posting_of(case), None).posting, name))
    assert reads_as(label, found), f"{name}: read {found!r}, should be {label!r}"


@pytest.mark.parametrize("case", parameters("criteria"))
def test_criteria_are_these_and_no_others(case: str, posting_of: Texts) -> None:
    found = [criterion.id for criterion in dossier_of(case, posting_of(case), None).posting.criteria]
    assert found == [entry["id"] for entry in expected(case)["criterion"]]


@pytest.mark.parametrize(("case", "name"), parameters("criterion"))
def test_criterion(case: str, name: str, posting_of: Texts) -> None:
    posting = dossier_of(case, posting_of(case), None).posting
    label = next(entry for entry in expected(case)["criterion"] if entry["id"] == name)
    found = next((criterion for criterion in posting.criteria if criterion.id == name), None)
    assert found is not None, f"{name} wasn't read"
    wrong = criterion_faults(label, found)
    assert not wrong, f"{found.text!r}: {wrong}"


@pytest.mark.parametrize(("case", "rule", "code"), parameters("notices"))
def test_notice(case: str, rule: str, code: str, posting_of: Texts) -> None:
    wanted, _, criterion = code.partition(":")
    notices = [(n.code, n.criterion) for n in dossier_of(case, posting_of(case), None).notices]
    there = any(found == wanted and criterion in ("", about) for found, about in notices)
    assert there == (rule == "must"), f"{rule} {code}: {notices}"


# The candidates


def outcome(dossier: Dossier, criterion: str) -> Outcome:
    return next(o for o in dossier.assessment.criteria if o.id == criterion)


def points_faults(label: dict[str, Any], dossier: Dossier) -> list[str]:
    counted = plain(dossier.assessment.points)
    return [
        f"{key} {counted[key]}, should be {value}" for key, value in label.items() if not allowed(value, counted[key])
    ]


@pytest.mark.parametrize(("case", "name", "criterion"), parameters("status"))
def test_status(case: str, name: str, criterion: str, posting_of: Texts) -> None:
    label = expected(case)["candidate"][name]["status"][criterion]
    found = outcome(dossier_of(case, posting_of(case), name), criterion)
    quotes = [evidence.quote for evidence in found.evidence if evidence.source != "posting"]
    assert allowed(label, found.status), f"{found.status} ({found.basis}), should be {label}: {found.reason} {quotes}"


@pytest.mark.parametrize(("case", "name"), parameters("verdict"))
def test_verdict(case: str, name: str, posting_of: Texts) -> None:
    label = expected(case)["candidate"][name]["verdict"]
    dossier = dossier_of(case, posting_of(case), name)
    knockouts = {o.id: o.status for o in dossier.assessment.criteria if o.id.startswith("K")}
    assert allowed(label, dossier.assessment.verdict), f"should be {label}: {knockouts}"


@pytest.mark.parametrize(("case", "name"), parameters("points"))
def test_points(case: str, name: str, posting_of: Texts) -> None:
    dossier = dossier_of(case, posting_of(case), name)
    wrong = points_faults(expected(case)["candidate"][name].get("points", {}), dossier)
    each = {o.id: (o.points.secured, o.points.reachable) for o in dossier.assessment.criteria if o.id.startswith("A")}
    assert not wrong, f"{wrong}: {each}"


@pytest.mark.parametrize(("case", "name"), parameters("questions"))
def test_questions_are_few(case: str, name: str, posting_of: Texts) -> None:
    label = expected(case)["candidate"][name]["max_questions"]
    asked = [(question.criteria, question.text) for question in dossier_of(case, posting_of(case), name).questions]
    assert len(asked) <= label, f"{len(asked)}, at most {label}: {asked}"


@pytest.mark.parametrize(("case", "name"), parameters("evidence"))
def test_every_quote_stands_in_its_text_and_nothing_stated_lacks_one(case: str, name: str, posting_of: Texts) -> None:
    posting = posting_of(case)
    dossier = dossier_of(case, posting, name)
    text = (CASES / case / f"candidate-{name}.txt").read_text(encoding="utf-8")
    for found in dossier.assessment.criteria:
        assert found.basis != "stated" or found.evidence, found.id
        for evidence in found.evidence:
            source = {"posting": posting, "cv": text, "summary": text}.get(evidence.source)
            if source is not None:
                assert source[evidence.start : evidence.end] == evidence.quote, found.id


@pytest.mark.parametrize(("case", "name"), parameters("after"))
def test_after_the_answers(case: str, name: str, posting_of: Texts) -> None:
    label = expected(case)["candidate"][name]["after"]
    try:
        dossier = answered(case, posting_of(case), name)
    except FitcheckError as error:
        asked = [
            (q.criteria, q.text, [o.label for o in q.options])
            for q in dossier_of(case, posting_of(case), name).questions
        ]
        pytest.fail(f"{type(error).__name__}: {error} {asked}")
    wrong = points_faults({k: v for k, v in label.items() if k in ("in_cv", "secured", "reachable")}, dossier)
    if not allowed(label["verdict"], dossier.assessment.verdict):
        wrong.append(f"verdict {dossier.assessment.verdict}, should be {label['verdict']}")
    for criterion, status in label.get("status", {}).items():
        if not allowed(status, outcome(dossier, criterion).status):
            wrong.append(f"{criterion} {outcome(dossier, criterion).status}, should be {status}")
    each = {o.id: (o.status, o.basis, o.points.secured, o.points.reachable) for o in dossier.assessment.criteria}
    assert not wrong, f"{wrong}: {each}"


# The traps


def traps(kind: str, labels: tuple[str, ...]) -> list[Any]:
    """Return what `traps.toml` says of `kind`: criterion, the candidate's text, the answer and the label."""
    table = tomllib.loads((LABELLED / "traps.toml").read_text(encoding="utf-8"))
    found = []
    for trap in table[kind]:
        for label in labels:
            for written in trap.get(label, []):
                text, answer = (trap["text"], written) if kind == "answer" else (written, None)
                reason = table.get("known", {}).get(f"{trap['name']}/{written}")
                marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
                name = f"{trap['name']}-{written}-{label}"
                found.append(pytest.param(trap["criterion"], text, answer, label, id=name, marks=marks))
    return found


def trapped(criterion: str, text: str) -> Dossier:
    posting = (
        "Functie\nAanvraagnummer 12\nEinde inschrijfdatum 14 juli 2026\n\n"
        f"Vereisten / knock-outcriteria\n\n1. {criterion};\n"
    )
    return Dossier.new(today=date(2026, 7, 1)).with_posting(posting).with_candidate(text)


def fits(label: str, status: str) -> bool:
    if label == "refused":
        return status == "open"
    return status != label.removeprefix("not_") if label.startswith("not_") else status == label


@pytest.mark.parametrize(
    ("criterion", "text", "answer", "label"), traps("trap", ("met", "open", "unmet", "not_met", "not_unmet"))
)
def test_trap(criterion: str, text: str, answer: None, label: str) -> None:
    found = outcome(trapped(criterion, text), "K1")
    assert fits(label, found.status), (
        f"{found.status} ({found.basis}): {found.reason} {[e.quote for e in found.evidence]}"
    )


@pytest.mark.parametrize(
    ("criterion", "text", "answer", "label"), traps("answer", ("met", "unmet", "refused", "not_met"))
)
def test_answer_trap(criterion: str, text: str, answer: str, label: str) -> None:
    dossier = trapped(criterion, text)
    question = next(question for question in dossier.questions if "K1" in question.criteria)
    try:
        dossier = dossier.answer(question.id, answer)
    except NotUnderstood:
        assert label in ("refused", "not_met"), f"not understood, asked: {question.text}"
        return
    found = outcome(dossier, "K1")
    assert fits(label, found.status), f"{found.status} ({found.basis}): {found.reason}; asked: {question.text}"
