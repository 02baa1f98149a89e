"""An answer said back in words: what was understood of "3 jaar en een beetje" (Q4)."""

from bot.wording import short
from core.asking.answering import UNKNOWN
from core.assessment.knowledge import Effect
from core.events import Answered
from core.model.base import MonthRange
from core.text.durations import interval_text
from core.text.phrases import month_words
from core.texts import say


def understood(answer: Answered) -> str:
    """Return what an answer was taken for: "ja", "3 jaar en 2 maanden", "mrt 2019 t/m nov 2021"."""
    words = list(dict.fromkeys(_words(effect) for effect in answer.effects))
    # An answer that says different things of several facts (a scope, a diploma) is clearest in its own words.
    return words[0] if len(words) == 1 else f"„{short(answer.answer, 60)}”"


def answer_said(answer: Answered) -> str:
    """Return an answer as it was given: the label of the choice, or the words that were typed."""
    if answer.answer == UNKNOWN:
        return say("options.unknown")
    label = next((option.label for option in answer.question.options if option.id == answer.answer), answer.answer)
    return short(label, 60)


def _words(effect: Effect) -> str:
    if effect.unknown:
        return "weet ik niet"
    if effect.yes is not None:
        return "ja" if effect.yes else "nee"
    if effect.start is not None:
        last = "heden" if effect.ongoing or effect.end is None else _moment(effect.end)
        return f"{_moment(effect.start)} t/m {last}"
    if effect.months is not None:
        if effect.months.high == 0:
            return "nee"
        return "ja" if (effect.months.low, effect.months.high) == (1, None) else interval_text(effect.months)
    return (effect.text or "").replace("_", " ")


def _moment(moment: MonthRange) -> str:
    if moment.earliest == moment.latest:
        return month_words(moment.earliest)
    return f"{month_words(moment.earliest)}–{month_words(moment.latest)}"
