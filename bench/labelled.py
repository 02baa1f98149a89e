"""The labelled cases, measured: every labelled value is one check, right or not, under the name of its figure.

Nothing fails silently: a check that isn't right says where, what was expected and what came.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bench.compare import Found, allowed, criterion_checks, facts_read, plain, reads_as
from bench.fewest import fewest_to_the_verdict
from bench.labels import NULL, Allowed, Candidate, CandidateLabel, Case
from bench.recruiter import HUMAN, TAPPING, UNSURE, Manner, Talk, talk
from bench.truth import named
from core import Dossier
from core.model.assessment import Outcome
from core.model.base import month_of

# The figures, in the order of the page.
FOUND, POINTS, TYPES, WINDOWS, MONTHS, TIERS = (
    "criteria found",
    "points of criteria",
    "requirement types",
    "windows",
    "months needed",
    "tiers",
)
REQUIREMENT, HEADER, NOTICES = "other values of criteria", "header and form values", "notices"
STATUS, FROM_TEXT, VERDICT_FROM_TEXT = "statuses from the text", "points from the text", "verdicts from the text"
FINAL_STATUS, FINAL_POINTS, FINAL_VERDICT = "statuses when answered", "points when answered", "verdicts when answered"
WRONG_VERDICT, WRONG_STATUS, WRONG_POINTS = "wrong verdicts", "wrong statuses", "wrong points"
UNDERSTOOD = "answers taken"

FIGURES = (
    FOUND, POINTS, TYPES, WINDOWS, MONTHS, TIERS, REQUIREMENT, HEADER, NOTICES,
    STATUS, FROM_TEXT, VERDICT_FROM_TEXT, FINAL_STATUS, FINAL_POINTS, FINAL_VERDICT, UNDERSTOOD,
    WRONG_STATUS, WRONG_POINTS, WRONG_VERDICT,
)  # fmt: skip
MUST_NOT_FAIL = (WRONG_VERDICT,)
"""What must be 0: one of these is a contract lost."""

_FIELDS = {"points": POINTS, "type": TYPES, "window_months": WINDOWS, "min_months": MONTHS, "tiers": TIERS}


class Check(NamedTuple):
    """One labelled value: the figure that it counts for, whether it was right, where, and what came instead."""

    figure: str
    right: bool
    where: str = ""
    what: str = ""


class Answered(NamedTuple):
    """What it took to get one candidate's verdict, and what came of it."""

    where: str
    settled_by_text: bool
    to_the_verdict: int | None
    to_the_end: int
    fewest: int | None
    go: bool | None
    """Whether the person really is a go; None where the label leaves it open."""
    points: float | None
    """The points that the person really earns; None where the label leaves them open."""
    talk: Talk


def dossier_of(case: Case, candidate: Candidate) -> Dossier:
    """Return the dossier of one candidate, nothing answered."""
    dossier = Dossier.new(today=candidate.today).with_posting(case.posting)
    return dossier.with_candidate(candidate.text, source=candidate.label.told_source)


def reference_of(dossier: Dossier) -> int:
    """Return the reference month that experience is measured at (P7)."""
    return month_of(date.fromisoformat(dossier.assessment.reference_date))


# The posting


def posting_checks(case: Case) -> Iterator[Check]:
    """Check what was read of the posting against its labels."""
    dossier = Dossier.new(today=case.labels.today).with_posting(case.posting)
    posting = dossier.posting
    read = {criterion.id: criterion for criterion in posting.criteria}
    for name, label in case.labels.posting.items():
        value = plain(getattr(posting, name, None))
        yield Check(HEADER, reads_as(label, value), f"{case.name} {name}", f"{value!r}, should be {label!r}")
    for entry in case.labels.criterion:
        where = f"{case.name} {entry['id']}"
        found = read.pop(entry["id"], None)
        yield Check(FOUND, found is not None, where, "not found")
        if found is None:
            continue
        for check in criterion_checks(entry, found):
            figure = _FIELDS.get(check.field, REQUIREMENT)
            what = f"{check.field} {check.found!r}, should be {entry.get(check.field)!r}"
            yield Check(figure, check.right, where, what)
    for extra in read:
        yield Check(FOUND, False, f"{case.name} {extra}", f"is none: {read[extra].text!r}")
    codes = [(notice.code, notice.criterion) for notice in dossier.notices]
    for rule in ("must", "never"):
        for code in case.labels.notices.get(rule, ()):
            wanted, _, criterion = code.partition(":")
            there = any(found == wanted and criterion in ("", about) for found, about in codes)
            yield Check(NOTICES, there == (rule == "must"), case.name, f"{rule} {code}")


# The candidate


def facts_found(case: Case, candidate: Candidate) -> dict[str, Found]:
    """Compare the facts of one text with what was read of it."""
    if candidate.label.facts is None:
        return {}
    return facts_read(candidate.label.facts, dossier_of(case, candidate).candidate)


def text_checks(case: Case, candidate: Candidate) -> Iterator[Check]:
    """Check what follows from the candidate's text alone."""
    label, where = candidate.label, f"{case.name}/{candidate.name}"
    assessment = dossier_of(case, candidate).assessment
    outcomes = {outcome.id: outcome for outcome in assessment.criteria}
    for criterion, status in label.status.items():
        outcome = outcomes.get(criterion)
        got = outcome.status if outcome else "not read"
        right = allowed(status, got)
        what = f"{got}, should be {_or(status)}"
        yield Check(STATUS, right, f"{where} {criterion}", what)
        # Silence may be asked: only what is said wrongly is wrong.
        yield Check(WRONG_STATUS, right or got in ("open", "not read"), f"{where} {criterion}", f"from the text {what}")
    yield Check(
        VERDICT_FROM_TEXT,
        allowed(label.verdict, assessment.verdict),
        where,
        f"{assessment.verdict}, should be {_or(label.verdict)}",
    )
    counted = plain(assessment.points)
    for name, points in label.points.items():
        yield Check(
            FROM_TEXT, allowed(points, counted[name]), where, f"{name} {counted[name]}, should be {_or(points)}"
        )


def _or(label: Allowed) -> str:
    return " or ".join(str(one) for one in label)


# With every question answered


def true_verdict(label: CandidateLabel, knockouts: set[str]) -> bool | None:
    """Return whether the person really is a go; None where the label leaves room, or has none."""
    final = {criterion: status for criterion, status in label.final.items() if criterion in knockouts}
    if knockouts - final.keys():
        return None
    if any(status == ("unmet",) for status in final.values()):
        return False
    if label.truth is not None and named(label.truth.unknown, final):
        # What the recruiter doesn't know can't be settled.
        return None
    # "open" is a document that can still be made: it holds back the bid, not the verdict (Q9).
    return None if any("unmet" in status for status in final.values()) else True


def true_points(label: CandidateLabel, awards: set[str]) -> float | None:
    """Return the points that the person really earns, documents apart; None where a label leaves room."""
    total = 0.0
    for award in awards:
        points = label.final.get(award, ())
        if len(points) != 1 or points[0] in ("met", "unmet", NULL):
            return None
        total += 0.0 if points[0] == "open" else float(points[0])
    return total


def answered(case: Case, candidate: Candidate) -> Answered | None:
    """Let the recruiter answer until nothing is asked; None where the label has no truth."""
    label = candidate.label
    if label.truth is None:
        return None
    dossier = dossier_of(case, candidate).keep_asking()
    done = talk(dossier, label.truth, reference_of(dossier), TAPPING)
    return Answered(
        where=f"{case.name}/{candidate.name}",
        settled_by_text=done.dossiers[0].assessment.verdict != "open",
        to_the_verdict=done.to_the_verdict,
        to_the_end=len(done.asked),
        fewest=fewest_to_the_verdict(dossier, label.truth, reference_of(dossier)),
        go=true_verdict(label, {entry["id"] for entry in case.labels.criterion if entry["id"].startswith("K")}),
        points=true_points(label, {entry["id"] for entry in case.labels.criterion if entry["id"].startswith("A")}),
        talk=done,
    )


def answer_checks(candidate: Candidate, done: Answered) -> Iterator[Check]:
    """Check every conversation against the truth: at every step nothing wrong, in the end everything settled."""
    truth, where = candidate.label.truth, done.where
    if truth is None:
        return
    talks = {"tapping": done.talk}
    manners: dict[str, Manner] = {"typing": HUMAN, "unsure": UNSURE}
    for name, manner in manners.items():
        dossier = done.talk.dossiers[0]
        talks[name] = talk(dossier, truth, reference_of(dossier), manner._replace(seed=len(where)))
    for name, conversation in talks.items():
        yield from _steps(candidate.label, done, conversation, f"{where} ({name})")
        for refused in conversation.refused:
            yield Check(UNDERSTOOD, False, f"{where} ({name})", refused)
        for _ in conversation.asked:
            yield Check(UNDERSTOOD, True)
    yield from _end(candidate.label, done)


def _steps(label: CandidateLabel, done: Answered, conversation: Talk, where: str) -> Iterator[Check]:
    """Check that no verdict and no points ever went against the truth."""
    for step, dossier in enumerate(conversation.dossiers):
        assessment = dossier.assessment
        said = {"go": True, "no_go": False}.get(assessment.verdict)
        if done.go is not None:
            after = conversation.asked[step - 1].question.text if step else "the text alone"
            yield Check(
                WRONG_VERDICT, said is None or said is done.go, where, f"{assessment.verdict} after {step}: {after}"
            )
        for outcome in assessment.criteria:
            final = label.final.get(outcome.id)
            if final is not None and NULL not in final and not _possible(outcome, final):
                points = (outcome.points.secured, outcome.points.reachable)
                what = f"{outcome.status} {points if outcome.id.startswith('A') else ''} after {step}, is {_or(final)}"
                figure = WRONG_POINTS if outcome.id.startswith("A") else WRONG_STATUS
                yield Check(figure, False, f"{where} {outcome.id}", f"{what}: {outcome.reason}")
                break
        else:
            yield Check(WRONG_POINTS, True)


def _possible(outcome: Outcome, final: Allowed) -> bool:
    """Whether an outcome leaves room for the truth."""
    if outcome.status == "open" and outcome.points.secured is None:
        return True
    return any(_fits(outcome, one) for one in final)


def _fits(outcome: Outcome, final: str | float) -> bool:
    if isinstance(final, str):
        return outcome.status in (final, "open") or final == "open"
    secured, reachable = outcome.points.secured, outcome.points.reachable
    if secured is None or reachable is None:
        return outcome.status == "open" or (outcome.status == "met") == (final > 0)
    return secured <= final <= reachable


def _end(label: CandidateLabel, done: Answered) -> Iterator[Check]:
    """Check that when nothing is asked any more, everything that a question could settle is settled, and right."""
    assessment = done.talk.last.assessment
    outcomes = {outcome.id: outcome for outcome in assessment.criteria}
    for criterion, final in label.final.items():
        outcome = outcomes.get(criterion)
        if outcome is None or NULL in final:
            continue
        where = f"{done.where} {criterion}"
        if criterion.startswith("K") or isinstance(final[0], str):
            right = outcome.status in final or (final == ("open",) and outcome.status == "met")
            yield Check(FINAL_STATUS, right, where, f"{outcome.status}, should be {_or(final)}: {outcome.reason}")
        else:
            right = outcome.points.secured == outcome.points.reachable and outcome.points.secured in final
            got = f"{outcome.points.secured}-{outcome.points.reachable}"
            yield Check(FINAL_POINTS, right, where, f"{got}, should be {_or(final)}: {outcome.reason}")
    if done.go is not None:
        right = assessment.verdict == ("go" if done.go else "no_go")
        yield Check(FINAL_VERDICT, right, done.where, f"{assessment.verdict}, should be {'go' if done.go else 'no_go'}")
