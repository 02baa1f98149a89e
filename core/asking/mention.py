"""Which question a free text speaks of: "nee, 3 jaar TOPdesk" is about TOPdesk, whatever was asked last (Q4)."""

from collections.abc import Iterable

from core.asking.words import contract_form, rest_of
from core.lexicon import find_subject, read_level
from core.model.question import Fact, Question
from core.text.durations import find_durations
from core.text.money import find_amounts
from core.text.periods import find_periods
from core.text.source import fold

_DIPLOMA = ("diploma", "opleiding")


def spoken_of(questions: Iterable[Question], text: str) -> Question | None:
    """Return the first question whose subject the text names; None where it names none."""
    said = fold(text)
    named = [question for question in questions if any(_names(fact, said) for fact in question.facts)]
    if named and (find_durations(said) or find_periods(said)):
        # "nee, 3 jaar TOPdesk" gives months: the widest fact about them, not whether one job counts.
        lengths = [q for q in named if any(fact.kind == "months" for fact in q.facts)]
        named = sorted(lengths, key=_narrowness) or named
    return named[0] if named else None


def _narrowness(question: Question) -> int:
    fact = question.facts[0]
    return sum(part is not None for part in (fact.window_months, fact.window_from, fact.sector, fact.domain))


def names_anything(text: str) -> bool:
    """Return whether an answer says more than yes, no or don't know."""
    return len(rest_of(text)) > 2


def _names(fact: Fact, text: str) -> bool:
    match fact.kind:
        case "months" | "counts_as":
            return any(hit.grade == "same" for name in fact.subject.split("|") for hit in find_subject(name, text))
        case "education":
            return read_level(text) is not None or any(word in text.lower() for word in _DIPLOMA)
        case "contract_form":
            return contract_form(text) is not None
        case "rate":
            return bool(find_amounts(text))
        case "yes":
            kind, _, subject = fact.subject.partition(":")
            return kind in ("course", "licence", "language", "registration") and bool(find_subject(subject, text))
        case _:
            return False
