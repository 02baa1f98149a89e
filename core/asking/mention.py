"""Which question a free text speaks of: "nee, 3 jaar TOPdesk" is about TOPdesk, whatever was asked last (Q4)."""

from collections.abc import Iterable

from core.asking.words import contract_form, rest_of
from core.lexicon import find_subject, read_level
from core.model.question import Fact, Question
from core.text.money import find_amounts
from core.text.source import fold

_DIPLOMA = ("diploma", "opleiding")


def spoken_of(questions: Iterable[Question], text: str) -> Question | None:
    """Return the first question whose subject the text names; None where it names none."""
    said = fold(text)
    return next((q for q in questions if any(_names(fact, said) for fact in q.facts)), None)


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
