"""The language of the rules' conditions: TOML tables with one key each, true, false or unknown in a situation.

    all = [ … ]   any = [ … ]   not = { … }        nested as needed; `all = []` always holds
    contract = ["zzp", "eigen_bv"]                 the contract form; also the name of a group in [forms]
    clause = "wet_dba"                             the posting has this clause (one of them, for a list)
    clause_only = "byod"                           … and no criterion says the same (Q7)
    in_criteria = "waadi"                          a criterion says it, see [in_criteria]
    criterion = { type = "availability", days = "known" }      a criterion with such a requirement
    blocking = "byod"                              an item of the bid checklist that sets a bid aside
    posting = { das = true, function_scale = "missing" }       fields of the posting: true, "known" or "missing"
    fact = "supplier.registered_as_lender"         a fact, perhaps unknown (core/compliance/situation.py)
    told = "placement_won"                         was answered with yes; not answered counts as no
    title = ["griffier"]                           a word of the posting's title is this, or ends in it
    amount = "bid_rate > rate_cap"                 amounts, parameters and numbers, with > >= < <=
    period_touches = { from = 2027-01-01, until = 2027-12-31 } the whole period, options included
    today_in = { from = "wtta_melden_vanaf" }      a date is a date, or the name of a parameter that holds one

What a posting doesn't say it doesn't ask: `clause`, `posting` and `title` are never unknown.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.compliance.amounts import AMOUNTS, OPERATORS, Amount, compare, decimal, exactly
from core.compliance.logic import Three, every, inverse, some
from core.compliance.requirements import Pattern, pattern, some_criterion
from core.compliance.situation import FORMS, Situation, checklist, fact, is_fact
from core.model.posting import Posting
from core.text.source import key

Test = Callable[[Situation], Three]


class Parameter(NamedTuple):
    """An amount, date or number that stands once, with its dates (`valid_*` None: no bound) and sources."""

    name: str
    value: date | Decimal | int
    valid_from: date | None
    valid_until: date | None
    verified_on: date
    recheck_by: date
    sources: tuple[str, ...]

    def at(self, today: date | None) -> "date | Decimal | int | None":
        """Return the value where it holds on `today` (None: any day), else None."""
        if today is not None and (
            (self.valid_from and today < self.valid_from) or (self.valid_until and today > self.valid_until)
        ):
            return None
        return self.value


class Terms(NamedTuple):
    """What conditions may name: groups of contract forms, parameters, subjects that a criterion can cover."""

    forms: Mapping[str, frozenset[str]]
    parameters: Mapping[str, Parameter]
    in_criteria: Mapping[str, tuple[Pattern, ...]]


class Condition(NamedTuple):
    """A condition ready for use, and the names of the parameters and facts that it rests on."""

    test: Test
    parameters: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()


class Mistake(ValueError):
    """A condition that can't be read; `place` is the way to it ("all[1].not")."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}" if place else message)


def condition(data: object, terms: Terms, place: str = "") -> Condition:
    """Return a condition from its TOML data; `Mistake` where it can't be read."""
    if not isinstance(data, Mapping) or len(data) != 1:
        raise Mistake(place, f"a condition is a table with one key, not {data!r}")
    ((word, argument),) = data.items()
    here = f"{place}.{word}" if place else str(word)
    if word in ("all", "any"):
        if not isinstance(argument, list):
            raise Mistake(here, "expects a list of conditions")
        parts = [condition(part, terms, f"{here}[{index}]") for index, part in enumerate(argument)]
        return _joined(every if word == "all" else some, parts)
    if word == "not":
        inner = condition(argument, terms, here)
        return Condition(lambda situation: inverse(inner.test(situation)), inner.parameters, inner.facts)
    if word not in _ATOMS:
        raise Mistake(here, f"unknown condition; known are all, any, not, {', '.join(_ATOMS)}")
    try:
        return _ATOMS[word](argument, terms)
    except ValueError as error:
        raise Mistake(here, str(error)) from error


def date_named(value: object, terms: Terms) -> tuple[date | None, frozenset[str]]:
    """Return a date given as itself or as the name of a parameter, and the parameters used; `ValueError` otherwise."""
    if value is None or isinstance(value, date):
        return value, frozenset()
    parameter = terms.parameters.get(value) if isinstance(value, str) else None
    if parameter is None or not isinstance(parameter.value, date):
        raise ValueError(f"{value!r} is no date, and no parameter that holds one")
    return parameter.value, frozenset({parameter.name})


def _joined(join: Callable[[list[Three]], Three], parts: list[Condition]) -> Condition:
    tests = [part.test for part in parts]
    return Condition(
        lambda situation: join([test(situation) for test in tests]),
        frozenset[str]().union(*(part.parameters for part in parts)),
        frozenset[str]().union(*(part.facts for part in parts)),
    )


def _names(argument: object) -> tuple[str, ...]:
    names = (argument,) if isinstance(argument, str) else argument
    if not isinstance(names, (list, tuple)) or not names or not all(isinstance(name, str) for name in names):
        raise ValueError(f"expects a name or a list of names, not {argument!r}")
    return tuple(names)


def _contract(argument: object, terms: Terms) -> Condition:
    forms: set[str] = set()
    for name in _names(argument):
        if name not in terms.forms and name not in FORMS:
            raise ValueError(f"unknown contract form {name!r}")
        forms |= terms.forms.get(name, {name})
    return Condition(lambda situation: situation.contract in forms)


def _clause(argument: object, _terms: Terms) -> Condition:
    clauses = _names(argument)
    return Condition(lambda situation: any(clause in situation.posting.clauses for clause in clauses))


def _clause_only(argument: object, terms: Terms) -> Condition:
    clauses = _names(argument)
    _subjects(clauses, terms)
    return Condition(lambda situation: any(situation.clause_only(clause) for clause in clauses))


def _in_criteria(argument: object, terms: Terms) -> Condition:
    subjects = _names(argument)
    _subjects(subjects, terms)
    return Condition(lambda situation: not situation.in_criteria.isdisjoint(subjects))


def _subjects(names: tuple[str, ...], terms: Terms) -> None:
    for name in names:
        if name not in terms.in_criteria:
            raise ValueError(f"{name!r} has no entry in [in_criteria]")


def _criterion(argument: object, _terms: Terms) -> Condition:
    wanted = pattern(argument)
    return Condition(lambda situation: some_criterion(situation.posting, wanted))


def _blocking(argument: object, _terms: Terms) -> Condition:
    names = _names(argument)
    return Condition(
        lambda situation: any(item.blocker for name in names for item in checklist(situation.posting, name))
    )


def _posting(argument: object, _terms: Terms) -> Condition:
    if not isinstance(argument, Mapping) or not argument:
        raise ValueError(f"expects fields of the posting, not {argument!r}")
    for field, wanted in argument.items():
        if field not in Posting.model_fields:
            raise ValueError(f"a posting has no field {field!r}")
        if wanted not in ("known", "missing") and not isinstance(wanted, bool):
            raise ValueError(f'{field} expects true, false, "known" or "missing", not {wanted!r}')
    wishes = dict(argument)

    def test(situation: Situation) -> bool:
        return all(_has(getattr(situation.posting, field), wanted) for field, wanted in wishes.items())

    return Condition(test)


def _has(value: object, wanted: object) -> bool:
    if isinstance(wanted, bool):
        return value is wanted
    return (value not in (None, (), "")) is (wanted == "known")


def _fact(argument: object, _terms: Terms) -> Condition:
    if not isinstance(argument, str) or not is_fact(argument):
        raise ValueError(f"unknown fact {argument!r}")
    return Condition(lambda situation: fact(argument, situation), facts=frozenset({argument}))


def _told(argument: object, _terms: Terms) -> Condition:
    names = _names(argument)
    return Condition(lambda situation: any(situation.answered.get(name) is True for name in names))


def _title(argument: object, _terms: Terms) -> Condition:
    names = tuple(key(name) for name in _names(argument))

    def test(situation: Situation) -> bool:
        words = re.findall(r"\w+", key(situation.posting.title or ""))
        return any(word.endswith(names) for word in words)

    return Condition(test)


def _amount(argument: object, terms: Terms) -> Condition:
    words = argument.split() if isinstance(argument, str) else []
    if len(words) != len(("left", "operator", "right")) or words[1] not in OPERATORS:
        raise ValueError(f'expects "amount > amount" with one of {" ".join(OPERATORS)}, not {argument!r}')
    left, operator, right = words
    (left_of, left_uses), (right_of, right_uses) = _operand(left, terms), _operand(right, terms)
    return Condition(
        lambda situation: compare(left_of(situation), operator, right_of(situation)), left_uses | right_uses
    )


def _operand(word: str, terms: Terms) -> tuple[Callable[[Situation], Amount], frozenset[str]]:
    if word in AMOUNTS:
        return AMOUNTS[word], frozenset()
    parameter = terms.parameters.get(word)
    if parameter is not None and not isinstance(parameter.value, date):
        return lambda situation: _parameter(parameter, situation), frozenset({word})
    number = decimal(word)
    if number is None:
        raise ValueError(f"{word!r} is no amount, parameter or number")
    return lambda _situation: exactly(number), frozenset()


def _parameter(parameter: Parameter, situation: Situation) -> Amount:
    value = parameter.at(situation.today)
    return exactly(None if value is None or isinstance(value, date) else Decimal(value))


def _dates(argument: object, terms: Terms) -> tuple[date | None, date | None, frozenset[str]]:
    if not isinstance(argument, Mapping) or not argument or not argument.keys() <= {"from", "until"}:
        raise ValueError(f"expects from and/or until, not {argument!r}")
    first, first_uses = date_named(argument.get("from"), terms)
    last, last_uses = date_named(argument.get("until"), terms)
    return first, last, first_uses | last_uses


def _period_touches(argument: object, terms: Terms) -> Condition:
    first, last, uses = _dates(argument, terms)
    return Condition(lambda situation: situation.period.touches(first, last), uses)


def _today_in(argument: object, terms: Terms) -> Condition:
    first, last, uses = _dates(argument, terms)
    return Condition(lambda situation: today_in(situation.today, first, last), uses)


def today_in(today: date | None, first: date | None, last: date | None) -> Three:
    """Tell whether today is one of the days from `first` to `last` (None: no bound); unknown where today is."""
    if first is None and last is None:
        return True
    if today is None:
        return None
    return (first is None or today >= first) and (last is None or today <= last)


_ATOMS: dict[str, Callable[[object, Terms], Condition]] = {
    "contract": _contract,
    "clause": _clause,
    "clause_only": _clause_only,
    "in_criteria": _in_criteria,
    "criterion": _criterion,
    "blocking": _blocking,
    "posting": _posting,
    "fact": _fact,
    "told": _told,
    "title": _title,
    "amount": _amount,
    "period_touches": _period_touches,
    "today_in": _today_in,
}
