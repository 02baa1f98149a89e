"""The Dutch of a reminder: the first variant of its text that can be filled, and what is said before it."""

from core.compliance.book import Rule, placeholders_in
from core.compliance.placeholders import PLACEHOLDERS, value_text
from core.compliance.situation import Situation
from core.text.phrases import listed
from core.texts import say


def worded(
    rule: Rule, own: tuple[str, ...], situation: Situation, *, check: bool, forms: tuple[str, ...], overdue: bool
) -> str:
    """Return the text. `own`: the variants of the level, if it has its own. `check`: something is unknown.
    `forms`: the contract forms that it is limited to. `overdue`: it must be verified again.
    """
    if check and rule.check:
        text = _filled(rule.check, rule, situation)
    else:
        text = _filled(own or rule.text, rule, situation)
        if check:
            text = say("compliance.check", text=text)
    if forms:
        text = say(
            "compliance.if_form", forms=listed([say(f"compliance.form.{form}") for form in forms], "of"), text=text
        )
    return say("compliance.overdue", text=text) if overdue else text


def _filled(variants: tuple[str, ...], rule: Rule, situation: Situation) -> str:
    for variant in variants:
        values = {name: _value(name, rule, situation) for name in placeholders_in(variant)}
        if None not in values.values():
            return variant.format_map(values)
    raise AssertionError(f"{rule.id}: the last variant can always be filled")  # the schema sees to it


def _value(name: str, rule: Rule, situation: Situation) -> str | None:
    """Return what stands for `{name}`, or None where it isn't known, or no longer or not yet holds."""
    if name in PLACEHOLDERS:
        return PLACEHOLDERS[name](situation)
    value = next(parameter for parameter in rule.parameters if parameter.name == name).at(situation.today)
    return None if value is None else value_text(value)
