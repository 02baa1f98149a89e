"""What one can answer: the outcomes that the criteria distinguish, and what each would mean (Q1).

An option's id is its meaning ("yes", "months:24-36", "education:hbo-bachelor"), so that an old button
never answers something else. `effects_of` turns it back into facts.
"""

from typing import NamedTuple

from core.asking.asks import NOT_ALL, Ask
from core.assessment.education import level_name, level_order
from core.assessment.judged import Need
from core.assessment.knowledge import Effect, is_within
from core.model.base import Evidence, Months
from core.model.question import Fact, Option
from core.text.durations import months_text
from core.texts import say

Value = Months | bool | str | None
"""What is said of a fact; None takes back what was said before."""

_LABEL = 20
CONTRACT_FORMS = ("zzp", "eigen_bv", "detachering", "uitzend", "doorleen")


class Choice(NamedTuple):
    """An option with the values that it gives to the facts of its ask."""

    option: Option
    values: tuple[tuple[Fact, Value], ...]


def choices(ask: Ask) -> tuple[Choice, ...]:
    """Return the choices of an ask, in the order to show; none where only typing can answer (a period)."""
    match ask.kind:
        case "months":
            return _chain(ask) if ask.needs[0].thresholds == (1,) else _bands(ask.needs[0])
        case "education":
            return _education(ask)
        case "commitment" if len(ask.needs) > 1:
            together = tuple((need.fact, True) for need in ask.needs)
            return (
                _choice("yes", "yes_all", together),
                _choice("not_all", "not_all", not_all(ask)),
            )
        case "contract_form":
            fact = ask.needs[0].fact
            return tuple(_choice(form, f"form_{form}", ((fact, form),)) for form in CONTRACT_FORMS)
        case "rate":
            fact = ask.needs[0].fact
            return (_choice("yes", "rate_yes", ((fact, True),)), _choice("no", "rate_no", ((fact, False),)))
        case "period":
            return ()
        case _:
            fact = ask.needs[0].fact
            return (_choice("yes", "yes", ((fact, True),)), _choice("no", "no", ((fact, False),)))


def effects_of(choice: Choice, evidence: Evidence) -> tuple[Effect, ...]:
    """Return the effects of choosing: a value for each fact that the option decides."""
    return tuple(effect(fact, value, evidence) for fact, value in choice.values)


def not_all(ask: Ask) -> tuple[tuple[Fact, Value], ...]:
    """Return what "Niet alles" says: each is asked singly, and a "ja" to all of them that came before is taken back."""
    return (NOT_ALL, True), *((need.fact, None) for need in ask.needs)


def effect(fact: Fact, value: Value, evidence: Evidence) -> Effect:
    """Return the effect of one value on one fact."""
    if value is None:
        return Effect(fact=fact, withdrawn=True, evidence=evidence)
    if isinstance(value, Months):
        return Effect(fact=fact, months=value, evidence=evidence)
    if isinstance(value, bool):
        return Effect(fact=fact, yes=value, evidence=evidence)
    return Effect(fact=fact, text=value, evidence=evidence)


def _choice(meaning: str, label: str, values: tuple[tuple[Fact, Value], ...]) -> Choice:
    return Choice(Option(id=meaning, label=say(f"options.{label}")), values)


def _bands(need: Need) -> tuple[Choice, ...]:
    """The bands between the thresholds that are still possible: "minder dan 2 · 2 tot 3 · 3 of meer jaar"."""
    marks = [0, *need.thresholds]
    found = []
    for index, low in enumerate(marks):
        high = marks[index + 1] if index + 1 < len(marks) else None
        if high is not None and high <= need.low:
            continue
        if need.high is not None and low > need.high:
            continue
        told = Months(low=low, high=None if high is None else high - 1)
        option = Option(
            id=f"months:{low}-{high if high is not None else ''}",
            label=_band_label(low, high),
            low=low,
            high=high,
        )
        found.append(Choice(option, ((need.fact, told),)))
    return tuple(found)


def _band_label(low: int, high: int | None) -> str:
    if low == 0 and high == 1:
        return say("options.never")
    if low <= 1 and high is not None:
        return say("options.less_than", months=_short(high))
    if high is None:
        # A threshold of 25 months is "meer dan 2 jaar" as printed.
        if low % 12 == 1 and low > 12:
            return say("options.more_than", months=_short(low - 1))
        return say("options.or_more", months=_short(low))
    if high == low + 1:
        return say("options.exactly", months=_short(low))
    return say("options.between", low=_number(low, high), high=_short(high))


def _number(low: int, high: int) -> str:
    in_years = low % 12 in (0, 1) and high % 12 in (0, 1) and low > 1
    return str(low // 12) if in_years else str(low)


def _short(months: int) -> str:
    """Months for a button: "2 jaar", "18 mnd"; a threshold of 25 months is the printed 2 years."""
    if months % 12 == 1 and months > 12:
        months -= 1
    return months_text(months) if months % 12 == 0 else say("options.months", months=months)


def _chain(ask: Ask) -> tuple[Choice, ...]:
    """Any experience will do: the narrowest scope that holds ("ja, laatste 3 jaar · langer geleden · nee")."""
    needs = sorted(ask.needs, key=lambda need: sum(is_within(other.fact, need.fact) for other in ask.needs))
    found = []
    for index, need in enumerate(needs):
        values: list[tuple[Fact, Value]] = []
        for position, other in enumerate(needs):
            values.append((other.fact, Months(low=1) if position >= index else Months(low=0, high=0)))
        meaning, label = _scope_meaning(needs, index)
        found.append(Choice(Option(id=meaning, label=label, help=_scope_help(need)), tuple(values)))
    nothing: tuple[tuple[Fact, Value], ...] = tuple((n.fact, Months(low=0, high=0)) for n in needs)
    found.append(Choice(Option(id="no", label=say("options.no")), nothing))
    return tuple(found)


def _scope_meaning(needs: list[Need], index: int) -> tuple[str, str]:
    if len(needs) == 1:
        return "yes", say("options.yes")
    fact = needs[index].fact
    scope = ":".join(str(part) for part in (fact.sector, fact.window_months) if part is not None) or "any"
    if index == 0 and fact.window_months is not None and needs[1].fact.window_months != fact.window_months:
        return f"yes:{scope}", say("options.yes_recent", months=_short(fact.window_months))
    if index == 0:
        sector = say("options.yes_sector", sector=fact.sector or "")
        return f"yes:{scope}", sector if len(sector) <= _LABEL else say("options.yes_there")
    before = needs[index - 1].fact
    if before.window_months != fact.window_months:
        return f"yes:{scope}", say("options.longer_ago")
    return f"yes:{scope}", say("options.yes_elsewhere")


def _scope_help(need: Need) -> str | None:
    return need.label or None


def _education(ask: Ask) -> tuple[Choice, ...]:
    """The diplomas that the criteria distinguish, the highest first; and none of them."""
    needs = sorted(ask.needs, key=lambda n: (-level_order(n.fact.subject), n.fact.domain is None))
    found = []
    for index, need in enumerate(needs):
        values: list[tuple[Fact, Value]] = [(other.fact, position >= index) for position, other in enumerate(needs)]
        if len(needs) == 1:
            found.append(Choice(Option(id="yes", label=say("options.yes")), tuple(values)))
            continue
        meaning = f"education:{need.fact.subject}" + (f":{need.fact.domain}" if need.fact.domain else "")
        found.append(Choice(Option(id=meaning, label=_level_label(needs, index), help=need.label), tuple(values)))
    label = "no" if len(needs) == 1 else "none_of_these"
    found.append(Choice(Option(id="no", label=say(f"options.{label}")), tuple((n.fact, False) for n in needs)))
    return tuple(found)


def _level_label(needs: list[Need], index: int) -> str:
    fact = needs[index].fact
    level = level_name(fact.subject)
    if fact.domain:
        return say("options.level_in_field", level=level)
    if any(n.fact.subject == fact.subject and n.fact.domain for n in needs):
        return say("options.level_other_field")
    return say("options.level", level=level)
