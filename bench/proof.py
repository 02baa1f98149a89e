"""The proof: how exact Fitcheck is on postings and people whose truth is known. Each section yields lines of the page.

A figure that must be 0 and isn't makes `make bench` fail, with every case of it printed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import mean, quantiles
from typing import NamedTuple

from bench.compare import Found
from bench.labelled import (
    FIGURES,
    MUST_NOT_FAIL,
    Answered,
    Check,
    answer_checks,
    answered,
    dossier_of,
    facts_found,
    posting_checks,
    text_checks,
)
from bench.labels import Case, Half, cases
from bench.layouts import CHANGES, OF_A_CV, ONCE
from bench.measure import shown
from bench.peers import RankedCandidate, RankedCase, Ruling, Standing, peers, standing_of, standing_of_fitcheck
from bench.people import somebody_else
from core import Dossier

HALVES: tuple[Half, ...] = ("open", "held")


class Proof(NamedTuple):
    """Everything that was found out about the labelled cases of one half."""

    cases: tuple[Case, ...]
    checks: tuple[Check, ...]
    facts: dict[str, Found]
    answered: tuple[Answered, ...]


def prove(half: Half) -> Proof:
    """Read, judge and answer every case of a half."""
    checks: list[Check] = []
    facts: dict[str, Found] = {}
    talks: list[Answered] = []
    found = tuple(cases(half))
    for case in shown(found, f"cases, {half}", len(found)):
        checks.extend(posting_checks(case))
        for candidate in case.candidates:
            checks.extend(text_checks(case, candidate))
            for kind, count in facts_found(case, candidate).items():
                facts[kind] = facts.get(kind, Found()) + count
            done = answered(case, candidate)
            if done is not None:
                talks.append(done)
                checks.extend(answer_checks(candidate, done))
    return Proof(found, tuple(checks), facts, tuple(talks))


# What is right


def size_lines(proofs: Sequence[Proof]) -> Iterator[str]:
    """Yield what was measured: how many postings, kinds of work, candidates and labels."""
    for half, proof in zip(HALVES, proofs, strict=True):
        work = {case.labels.work for case in proof.cases}
        people = [candidate for case in proof.cases for candidate in case.candidates]
        forms = {form for candidate in people for form in candidate.label.forms}
        yield (
            f"  {half}: {len(proof.cases)} postings, {len(work)} kinds of work, {len(people)} candidates in "
            f"{len(forms)} forms, {len(proof.checks):,} checks"
        )


def figure_lines(proofs: Sequence[Proof]) -> Iterator[str]:
    """Yield every figure, half beside half: how many are right, of how many."""
    yield f"  {'':<34}" + "".join(f"{half:>22}" for half in HALVES)
    tallies = [_tally(proof.checks) for proof in proofs]
    for figure in FIGURES:
        cells = []
        for total, right in tallies:
            if figure in MUST_NOT_FAIL:
                cells.append(f"{total[figure] - right[figure]} of {total[figure]}")
            else:
                cells.append(_of(right[figure], total[figure]))
        target = "  must be 0" if figure in MUST_NOT_FAIL else ""
        yield f"  {figure:<34}" + "".join(f"{cell:>22}" for cell in cells) + target


def _tally(checks: Iterable[Check]) -> tuple[Counter[str], Counter[str]]:
    total, right = Counter[str](), Counter[str]()
    for check in checks:
        total[check.figure] += 1
        right[check.figure] += check.right
    return total, right


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole} {100 * part / whole:5.1f} %" if whole else "-"


def fact_lines(proofs: Sequence[Proof]) -> Iterator[str]:
    """Yield how many of the facts that are read are there (precision), and of those that are there are read (recall)."""
    yield f"  {'facts of candidates':<34}" + "".join(f"{half:>22}" for half in HALVES)
    for kind in dict.fromkeys(kind for proof in proofs for kind in proof.facts):
        counts = [proof.facts.get(kind, Found()) for proof in proofs]
        cells = [f"P {_share(c.same, c.read)} R {_share(c.same, c.labelled)}" for c in counts]
        yield f"  {kind:<34}" + "".join(f"{cell:>22}" for cell in cells)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "-"


def question_lines(proofs: Sequence[Proof]) -> Iterator[str]:
    """Yield how much was settled without a question, and how many questions the rest took."""
    yield f"  {'':<34}" + "".join(f"{half:>22}" for half in HALVES)
    rows: dict[str, list[str]] = {}
    for proof in proofs:
        for name, value in _question_figures(proof.answered).items():
            rows.setdefault(name, []).append(value)
    for name, cells in rows.items():
        yield f"  {name:<34}" + "".join(f"{cell:>22}" for cell in cells)


def _question_figures(talks: Sequence[Answered]) -> dict[str, str]:
    to_verdict = [one.to_the_verdict for one in talks if one.to_the_verdict is not None]
    small = [one for one in talks if one.fewest is not None and one.to_the_verdict is not None]
    return {
        "verdicts without a question": _of(sum(one.settled_by_text for one in talks), len(talks)),
        "questions to the verdict, mean": f"{mean(to_verdict):.1f}" if to_verdict else "-",
        "…, 90th percentile": _ninety(to_verdict),
        "questions to the last point, mean": f"{mean(one.to_the_end for one in talks):.1f}" if talks else "-",
        "…, 90th percentile ": _ninety([one.to_the_end for one in talks]),
        "small cases: to the verdict, mean": f"{mean(one.to_the_verdict or 0 for one in small):.2f}" if small else "-",
        "…, the fewest with hindsight": f"{mean(one.fewest or 0 for one in small):.2f}" if small else "-",
    }


def _ninety(values: Sequence[int]) -> str:
    return f"{quantiles(values, n=10, method='inclusive')[-1]:.0f}" if len(values) > 1 else "-"


# What must change nothing


class Difference(NamedTuple):
    """A change that must mean nothing, and did."""

    where: str
    change: str


_MARKUP = re.compile(r"&[a-z]{2,8};|&#\d+;|</?[a-z]+[ />]")


def layout_differences(found: Sequence[Case]) -> tuple[int, list[Difference]]:
    """Return how many changes of layout were tried, and those under which a result differs (P12)."""
    tried, differences = 0, []
    for case in shown(found, "layouts", len(found)):
        before = _meaning_of_posting(case.posting, case)
        marked_up = _MARKUP.search(case.posting) is not None
        for name, change in CHANGES.items():
            if marked_up and name in ONCE:
                continue
            tried += 1
            if _meaning_of_posting(change(case.posting), case) != before:
                differences.append(Difference(case.name, name))
        for candidate in case.candidates:
            dossier = dossier_of(case, candidate)
            for name in OF_A_CV:
                changed = candidate.model_copy(update={"text": CHANGES[name](candidate.text)})
                tried += 1
                if _outcomes(dossier_of(case, changed)) != _outcomes(dossier):
                    differences.append(Difference(f"{case.name}/{candidate.name}", name))
    return tried, differences


def _meaning_of_posting(text: str, case: Case) -> object:
    """Return all that was read of a posting but where it stands."""
    content = Dossier.new(today=case.labels.today).with_posting(text).posting.model_dump(exclude={"spans"})
    for thing in (*content["notices"], *content["bid_checklist"]):
        thing.pop("evidence")
    for criterion in content["criteria"]:
        criterion.pop("span")
    return content


def _outcomes(dossier: Dossier) -> object:
    """Return the judgment without the words: what was decided, and on what."""
    assessment = dossier.assessment
    return assessment.verdict, assessment.points, [(o.id, o.status, o.basis, o.points) for o in assessment.criteria]


def people_differences(found: Sequence[Case]) -> tuple[int, list[Difference]]:
    """Return how often a candidate was made somebody else, and where that changed an outcome (DESIGN 1.8)."""
    tried, differences = 0, []
    everybody = [(case, candidate) for case in found for candidate in case.candidates]
    for case, candidate in shown(everybody, "name, sex, age and origin", len(everybody)):
        before = _outcomes(dossier_of(case, candidate))
        for who, text in somebody_else(candidate.text):
            tried += 1
            if _outcomes(dossier_of(case, candidate.model_copy(update={"text": text}))) != before:
                differences.append(Difference(f"{case.name}/{candidate.name}", who))
    return tried, differences


# The peers


def standings(proofs: Sequence[Proof]) -> list[Standing]:
    """Return how Fitcheck and its peers rank the candidates of every posting whose truth is known."""
    ranked: list[RankedCase] = []
    alone: list[list[Ruling]] = []
    after: list[list[Ruling]] = []
    for proof in proofs:
        talks = {one.where: one for one in proof.answered}
        for case in proof.cases:
            people = [(c, talks.get(f"{case.name}/{c.name}")) for c in case.candidates]
            known = [(c, one) for c, one in people if one and one.go is not None and one.points is not None]
            if len(known) < 2:
                continue
            ranked.append(
                RankedCase(
                    posting_text=case.posting,
                    candidates=tuple(RankedCandidate(c.text, bool(one.go), float(one.points or 0)) for c, one in known),
                )
            )
            alone.append([_ruling(one.talk.dossiers[0]) for _, one in known])
            after.append([_ruling(one.talk.last) for _, one in known])
    return [
        standing_of_fitcheck("Fitcheck, from the text alone", ranked, alone),
        standing_of_fitcheck("Fitcheck, every question answered", ranked, after),
        *(standing_of(peer, ranked) for peer in peers()),
    ]


def _ruling(dossier: Dossier) -> Ruling:
    """Return the place of a candidate among the others: verdict, then secured, then reachable points (S8)."""
    assessment = dossier.assessment
    order = {"no_go": 0.0, "open": 1.0, "go": 2.0}[assessment.verdict]
    return Ruling((order, assessment.points.secured or 0.0, assessment.points.reachable or 0.0), assessment.verdict)
