"""An answer to an ask: an option by its id or label, "Weet ik niet", or free text (Q4)."""

from core.asking.asks import Ask
from core.asking.options import choices, effects_of
from core.asking.understand import understood
from core.asking.words import folded
from core.assessment.knowledge import Effect
from core.model.base import Evidence
from core.model.question import Option
from core.texts import say

UNKNOWN = "unknown"


def answered(ask: Ask, answer: str, reference: int) -> tuple[Effect, ...]:
    """Return what an answer says; `NotUnderstood` where it can't be read. `reference`: the month (P7)."""
    said = answer.strip()
    offered = choices(ask)
    evidence = Evidence(source="answer", quote=said)
    for choice in offered:
        if choice.option.id == said:
            told = Evidence(source="answer", quote=choice.option.label)
            return effects_of(choice, told)
    if said == UNKNOWN:
        told = Evidence(source="answer", quote=say("options.unknown"))
        return tuple(Effect(fact=need.fact, unknown=True, evidence=told) for need in ask.needs)
    for choice in offered:
        if _same(choice.option, said):
            return effects_of(choice, evidence)
    return understood(ask, answer, reference)


def _same(option: Option, said: str) -> bool:
    words = folded(said)
    return bool(words) and words == folded(option.label)
