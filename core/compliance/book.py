"""The rule book: rules, parameters and sources, read from their files and ready for use."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from core.compliance.condition import Condition, Mistake, Parameter, Terms, condition, date_named
from core.compliance.placeholders import PLACEHOLDERS
from core.compliance.requirements import Pattern, pattern
from core.compliance.schema import (
    LevelData,
    ParameterData,
    RuleData,
    Severity,
    SourcePlace,
    entry_name,
    fail,
    read,
    tables,
)
from core.compliance.situation import FORMS
from core.errors import DataProblem

_DATA = Path(__file__).with_name("data")
REACH = "onbekende_looptijd_maanden"
"""The parameter that says how many months an unknown duration or extension may come to."""


class Level(NamedTuple):
    """A severity and the condition for it (None: always); `text` instead of the rule's, where not empty."""

    level: Severity
    when: Condition | None
    text: tuple[str, ...]


class Rule(NamedTuple):
    """One rule. `parameters`, `facts`: those that it rests on. `text`, `check`: variants, the first that can be filled counts."""

    id: str
    trigger: Condition
    levels: tuple[Level, ...]
    question: str | None
    urgent: bool
    text: tuple[str, ...]
    check: tuple[str, ...]
    basis: str
    tested_on: str
    valid_from: date | None
    valid_until: date | None
    verified_on: date
    recheck_by: date
    sources: tuple[str, ...]
    evidence: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    facts: tuple[str, ...]


class RuleBook(NamedTuple):
    """All rules in the order of their file, with what they are made of."""

    rules: tuple[Rule, ...]
    terms: Terms
    reach: int


@cache
def rule_book() -> RuleBook:
    """Return the book of the project; `DataProblem` where a file of it is wrong."""
    names = ("rules", "parameters", "sources")
    try:
        rules, parameters, sources = ((_DATA / f"{name}.toml").read_text(encoding="utf-8") for name in names)
    except OSError as error:
        raise DataProblem(f"compliance/data: {error}") from error
    return read_book(rules, parameters, sources)


def read_book(rules: str, parameters: str, sources: str) -> RuleBook:
    """Return a book from the text of its three TOML files; `DataProblem` names file, entry and field."""
    places = _sources(sources)
    known = _parameters(parameters, places)
    file = "rules.toml"
    data = tables(rules, file)
    terms = Terms(_forms(data.get("forms"), file), known, _in_criteria(data.get("in_criteria"), file))
    entries = data.get("rule")
    if not isinstance(entries, list) or not data.keys() <= {"forms", "in_criteria", "rule"}:
        fail(file, "", "", "has [forms], [in_criteria] and [[rule]] tables, nothing else")
    book: dict[str, Rule] = {}
    for index, entry in enumerate(entries):
        rule = _rule(read(RuleData, entry, file, entry_name(entry, index)), terms, places, file)
        if rule.id in book:
            fail(file, rule.id, "id", "is used twice")
        book[rule.id] = rule
    reach = known.get(REACH)
    if reach is None or not isinstance(reach.value, int):
        fail("parameters.toml", REACH, "value", "is needed, as a whole number of months")
    return RuleBook(tuple(book.values()), terms, reach.value)


def _sources(text: str) -> dict[int | str, str]:
    """Return the sources as they are shown: site and date. The whole address stays in the file."""
    file = "sources.toml"
    shown: dict[int | str, str] = {"posting": "de uitvraag"}
    for number, entry in tables(text, file).items():
        if not number.isdigit():
            fail(file, number, "", "sources go by number")
        places = entry if isinstance(entry, list) else [entry]
        shown[int(number)] = "; ".join(
            f"{place.url.partition('/')[0]} ({place.date or 'z.d.'})"
            for place in (read(SourcePlace, place, file, number) for place in places)
        )
    return shown


def _cited(numbers: tuple[int | str, ...], places: Mapping[int | str, str], file: str, entry: str) -> tuple[str, ...]:
    for number in numbers:
        if number not in places:
            fail(file, entry, "sources", f"there is no source {number} in sources.toml")
    return tuple(places[number] for number in numbers)


def _parameters(text: str, places: Mapping[int | str, str]) -> dict[str, Parameter]:
    file = "parameters.toml"
    known: dict[str, Parameter] = {}
    for name, entry in tables(text, file).items():
        if name in PLACEHOLDERS:
            fail(file, name, "", "this name is taken: it is a placeholder of its own")
        data = read(ParameterData, entry, file, name)
        _in_order(data.valid_from, data.valid_until, file, name)
        known[name] = Parameter(
            name,
            data.value,
            data.valid_from,
            data.valid_until,
            data.verified_on,
            data.recheck_by,
            _cited(data.sources, places, file, name),
        )
    return known


def _forms(data: object, file: str) -> dict[str, frozenset[str]]:
    groups = read(dict[str, frozenset[str]], data or {}, file, "forms")
    for name, forms in groups.items():
        if unknown := sorted(forms - set(FORMS)):
            fail(file, "forms", name, f"unknown contract form {unknown[0]!r}")
    return groups


def _in_criteria(data: object, file: str) -> dict[str, tuple[Pattern, ...]]:
    known: dict[str, tuple[Pattern, ...]] = {}
    for subject, entry in read(dict[str, list[dict[str, object]]], data or {}, file, "in_criteria").items():
        try:
            known[subject] = tuple(pattern(one) for one in entry)
        except ValueError as error:
            fail(file, "in_criteria", subject, str(error))
    return known


def _rule(data: RuleData, terms: Terms, places: Mapping[int | str, str], file: str) -> Rule:
    trigger = _condition(data.trigger, terms, file, data.id, "trigger")
    levels = tuple(_level(level, index, terms, file, data.id) for index, level in enumerate(data.severity))
    conditions = [trigger, *(level.when for level in levels if level.when)]
    used = frozenset[str]().union(*(one.parameters for one in conditions))
    facts = frozenset[str]().union(*(one.facts for one in conditions))
    bounds: dict[str, date | None] = {}
    for field, value in (("valid_from", data.valid_from), ("valid_until", data.valid_until)):
        try:
            bounds[field], uses = date_named(value, terms)
        except ValueError as error:
            fail(file, data.id, field, str(error))
        used |= uses
    _in_order(bounds["valid_from"], bounds["valid_until"], file, data.id)
    named = [("text", data.text), ("check", data.check)]
    named += [(f"severity.{index}.text", level.text) for index, level in enumerate(data.severity)]
    for field, variants in named:
        used |= _variants(variants, terms, file, data.id, field)
    return Rule(
        data.id,
        trigger,
        levels,
        data.question,
        data.urgent,
        data.text,
        data.check,
        data.basis,
        data.tested_on,
        bounds["valid_from"],
        bounds["valid_until"],
        data.verified_on,
        data.recheck_by,
        _cited(data.sources, places, file, data.id),
        data.evidence,
        tuple(terms.parameters[name] for name in sorted(used)),
        tuple(sorted(facts)),
    )


def _level(data: LevelData, index: int, terms: Terms, file: str, rule: str) -> Level:
    place = f"severity.{index}.when"
    when = None if data.when is None else _condition(data.when, terms, file, rule, place)
    return Level(data.level, when, data.text)


def _condition(data: object, terms: Terms, file: str, rule: str, place: str) -> Condition:
    try:
        return condition(data, terms, place)
    except Mistake as mistake:
        fail(file, rule, "", str(mistake))


def _variants(variants: tuple[str, ...], terms: Terms, file: str, rule: str, field: str) -> frozenset[str]:
    """Return the parameters in the texts. The last variant must always be possible: no placeholder of the posting
    or the candidate, no parameter that ends.
    """
    used: set[str] = set()
    for variant in variants:
        names = placeholders_in(variant)
        for name in names - PLACEHOLDERS.keys():
            if name not in terms.parameters:
                fail(file, rule, field, f"unknown placeholder {{{name}}}")
            used.add(name)
        if variant is variants[-1]:
            for name in sorted(names):
                if name in PLACEHOLDERS or terms.parameters[name].valid_from or terms.parameters[name].valid_until:
                    fail(file, rule, field, f"the last variant can't do without {{{name}}}, which may be unknown")
    return frozenset(used)


def placeholders_in(text: str) -> frozenset[str]:
    """Return the names between braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _in_order(first: date | None, last: date | None, file: str, entry: str) -> None:
    if first and last and last < first:
        fail(file, entry, "valid_until", "lies before valid_from")
