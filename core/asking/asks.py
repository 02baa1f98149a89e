"""From what each criterion still needs to the facts worth asking: one ask per fact (Q1, Q9).

An *ask* gathers every criterion that one answer would help to decide.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from core.assessment.education import education_implies
from core.assessment.judged import Judged, Need
from core.assessment.knowledge import Knowledge, is_within
from core.assessment.scoring import Score
from core.model.posting import Criterion
from core.model.question import Fact

NOT_ALL = Fact(kind="yes", subject="commitments:not_all")
"""Answered where "Akkoord met alles?" got "Niet alles": the commitments are then asked singly (Q9)."""


class Ask(NamedTuple):
    """One question to be: its needs (one a fact), and the criteria that hang on it."""

    needs: tuple[Need, ...]
    criteria: tuple[Criterion, ...]
    correction: bool = False
    """It corrects what the text or an answer says already; what isn't said then denies nothing."""

    @property
    def kind(self) -> str:
        """The kind of the needs; they are all of one kind."""
        return self.needs[0].kind


def asks(
    criteria: Iterable[Criterion],
    judged: Mapping[str, Judged],
    scores: Mapping[str, Score | None],
    known: Knowledge,
    *,
    settled_too: bool = False,
) -> tuple[Ask, ...]:
    """Return the asks for everything that can still change the verdict or the points.

    `settled_too` also gives asks for what was answered or is certain, for corrections.
    """
    chosen: list[tuple[Need, Criterion]] = []
    for criterion in criteria:
        judgment = judged[criterion.id]
        if not settled_too and not _undecided(judgment, scores[criterion.id]):
            continue
        for need in _needs(judgment, known, settled_too=settled_too):
            chosen.append((need, criterion))
    if not settled_too:
        chosen = _together(chosen, judged, known)
    return tuple(_gathered(chosen, known, correction=settled_too))


def _together(
    chosen: list[tuple[Need, Criterion]], judged: Mapping[str, Judged], known: Knowledge
) -> list[tuple[Need, Criterion]]:
    """Where one criterion asks whether a job counts and another whether there is any such experience, ask both at once.

    "Ja, in de laatste 3 jaar · ja, langer geleden · nee" decides the first as well.
    """
    singles = Counter(need.fact for need, _ in chosen)
    presence = {_bundle(need, singly=False) for need, _ in chosen if _is_presence(need)}
    found = []
    for need, criterion in chosen:
        if need.kind == "counts_as" and singles[need.fact] == 1:
            wider = (n for n in judged[criterion.id].needs if _is_presence(n) and n.fact.subject == need.fact.subject)
            any_work = next(wider, None)
            if any_work and not known.settled(any_work.fact) and _bundle(any_work, singly=False) in presence:
                need = any_work
        found.append((need, criterion))
    return found


def _is_presence(need: Need) -> bool:
    """Whether any experience will do."""
    return need.kind == "months" and need.thresholds == (1,)


def _undecided(judged: Judged, score: Score | None) -> bool:
    return judged.status == "open" or (score is not None and score.secured < score.reachable)


def _needs(judged: Judged, known: Knowledge, *, settled_too: bool) -> list[Need]:
    """The best need of each open part; all parts of a compound can be asked at once."""
    if settled_too:
        return list(judged.own)
    if judged.parts:
        parts = [p for p in judged.parts if p.status == "open" or p.needs]
        return [need for part in parts for need in _needs(part, known, settled_too=False)]
    for need in judged.needs:
        if need.kind == "months" and any(known.unknown(other.fact) for other in judged.needs):
            # Who doesn't know whether the job counts, or when it was, won't know the total either (Q4).
            return []
        if not known.settled(need.fact):
            return [need]
    return []


def _gathered(chosen: list[tuple[Need, Criterion]], known: Knowledge, *, correction: bool) -> Iterable[Ask]:
    singly = known.yes(NOT_ALL) is True
    bundles: dict[object, list[tuple[Need, Criterion]]] = {}
    counted = {need.fact for need, _ in chosen if need.kind == "months" and need.thresholds != (1,)}
    for need, criterion in chosen:
        bundle = need.fact if need.fact in counted else _bundle(need, singly=singly)
        bundles.setdefault(bundle, []).append((need, criterion))
    for bundle in bundles.values():
        for part in _chains(bundle):
            needs = {need.fact: need for need, _ in reversed(part)}
            order = list(dict.fromkeys(need.fact for need, _ in part))
            criteria = dict.fromkeys(criterion.id for _, criterion in part)
            by_id = {criterion.id: criterion for _, criterion in part}
            yield Ask(
                tuple(_merged(needs[fact], [n for n, _ in part if n.fact == fact]) for fact in order),
                tuple(by_id[i] for i in criteria),
                correction,
            )


def _bundle(need: Need, *, singly: bool) -> object:
    """What may be asked together: all commitments, all education, one subject where any experience will do."""
    if need.kind == "commitment" and not singly:
        return "commitment"
    if need.kind == "education":
        return "education"
    if _is_presence(need):
        return ("months", need.fact.subject, need.fact.domain, need.fact.degree)
    return need.fact


def _chains(bundle: list[tuple[Need, Criterion]]) -> Iterable[list[tuple[Need, Criterion]]]:
    """Split a bundle of months or education facts so that each part is a chain: one answer orders them all."""
    kind = bundle[0][0].kind
    if kind not in ("months", "education") or len({need.fact for need, _ in bundle}) == 1:
        yield bundle
        return
    rest = list(bundle)
    while rest:
        chain = [rest[0]]
        for item in rest[1:]:
            if all(_comparable(item[0], other[0]) for other in chain):
                chain.append(item)
        yield chain
        rest = [item for item in rest if item not in chain]


def _comparable(one: Need, other: Need) -> bool:
    return one.fact == other.fact or implies(one, other) or implies(other, one)


def implies(narrow: Need, wide: Need) -> bool:
    """Return whether a yes to `narrow` is a yes to `wide`."""
    if narrow.kind == "education":
        return education_implies(narrow.fact, wide.fact)
    return is_within(narrow.fact, wide.fact)


def _merged(need: Need, same: list[Need]) -> Need:
    """One fact asked by several criteria: all their thresholds, the narrowest bounds, asked first if any is."""
    thresholds = tuple(sorted({mark for n in same for mark in n.thresholds}))
    highs = [n.high for n in same if n.high is not None]
    return need._replace(
        thresholds=thresholds,
        low=min(n.low for n in same),
        high=max(highs) if len(highs) == len(same) else None,
        first=any(n.first for n in same),
        label=max((n.label for n in same), key=len),
    )
