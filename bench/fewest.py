"""The fewest questions that could have led to the verdict: every set of them tried, the smallest first.

It is a bound with hindsight. Nobody can know beforehand which knock-out will fail; a truth that fails one needs one question.
"""

from collections.abc import Iterator

from bench.recruiter import UNKNOWN, true_answer
from bench.truth import Truth
from core import Dossier
from core.errors import FitcheckError

MOST = 7
"""Cases with more open questions aren't small: the sets to try double with each."""


def fewest_to_the_verdict(dossier: Dossier, truth: Truth, reference: int) -> int | None:
    """Return how few true answers settle the verdict; None where none do, or where the case isn't small."""
    if len(dossier.questions) > MOST:
        return None
    level = {frozenset[str](): dossier}
    for asked in range(MOST + 1):
        if any(one.assessment.verdict != "open" for one in level.values()):
            return asked
        following: dict[frozenset[str], Dossier] = {}
        for told, one in level.items():
            for question, answered in _answers(one, truth, reference):
                # The order of facts changes nothing (S6): a set of answers is tried once.
                following.setdefault(told | {question}, answered)
        if not following:
            return None
        level = following
    return None


def _answers(dossier: Dossier, truth: Truth, reference: int) -> Iterator[tuple[str, Dossier]]:
    knockouts = {criterion.id for criterion in dossier.posting.criteria if criterion.kind == "knockout"}
    for question in dossier.questions:
        answer = true_answer(question, truth, reference)
        if answer == UNKNOWN or not knockouts.intersection(question.criteria):
            continue
        try:
            yield question.id, dossier.answer(question.id, answer)
        except FitcheckError:
            continue
