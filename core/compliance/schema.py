"""The form of the data files, checked at load: whatever is wrong is a `DataProblem` that names file, entry and field."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from string import Formatter
from typing import Annotated, Literal, NoReturn, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError, model_validator

from core.compliance.amounts import decimal
from core.errors import DataProblem
from core.model.base import Frozen

Severity = Literal["blocker", "action", "information"]
Data = TypeVar("Data")


def _tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _fit_to_show(text: str) -> str:
    """A reminder states a fact and what to do; it never passes judgment."""
    if "compliant" in text.lower():
        raise ValueError('says "compliant", which a reminder never does')
    list(Formatter().parse(text))
    return text


def _amount(value: object) -> object:
    if isinstance(value, (bool, float)):
        raise ValueError('an amount stands between quotes ("12.50"), a number of months or days without')
    if isinstance(value, str):
        number = decimal(value)
        if number is None:
            raise ValueError(f"{value!r} is no amount")
        return number
    return value


Text = Annotated[str, Field(min_length=1), AfterValidator(_fit_to_show)]
Variants = Annotated[tuple[Text, ...], BeforeValidator(_tuple)]
Sources = Annotated[tuple[int | Literal["posting"], ...], Field(min_length=1)]
DateOrName = date | str | None


class Dated(Frozen):
    """What parameters and rules share. `valid_*` absent: until changed."""

    verified_on: date
    recheck_by: date
    sources: Sources

    @model_validator(mode="after")
    def _in_order(self) -> "Dated":
        if self.recheck_by < self.verified_on:
            raise ValueError("recheck_by: lies before verified_on")
        return self


class ParameterData(Dated):
    """One amount (between quotes), date or whole number."""

    value: Annotated[date | Decimal | int, BeforeValidator(_amount)]
    valid_from: date | None = None
    valid_until: date | None = None


class LevelData(Frozen):
    """A severity, the condition for it, and its own text where the rule's won't do."""

    level: Severity
    when: dict[str, object] | None = None
    text: Variants = ()


def _levels(value: object) -> object:
    return ({"level": value},) if isinstance(value, str) else value


def _last_always_holds(levels: tuple[LevelData, ...]) -> tuple[LevelData, ...]:
    if [level.when is None for level in levels] != [False] * (len(levels) - 1) + [True]:
        raise ValueError("each level but the last needs `when`, the last has none")
    return levels


class RuleData(Dated):
    """One rule as it stands in the file; core/compliance/data/rules.toml says what each field means."""

    id: Annotated[str, Field(pattern=r"^[A-Z]{3}\d{1,2}$")]
    trigger: dict[str, object]
    question: str | None = None
    severity: Annotated[tuple[LevelData, ...], BeforeValidator(_levels), AfterValidator(_last_always_holds)]
    urgent: bool = False
    text: Annotated[Variants, Field(min_length=1)]
    check: Variants = ()
    basis: Annotated[str, Field(min_length=1)]
    tested_on: Literal["period", "today"] = "period"
    valid_from: DateOrName = None
    valid_until: DateOrName = None
    evidence: tuple[str, ...] = ()


class SourcePlace(Frozen):
    """Where something was read, and the date that stands there (absent: none shown)."""

    url: Annotated[str, Field(min_length=1)]
    date: str | None = None


def tables(text: str, file: str) -> dict[str, object]:
    """Return the content of a TOML file; `DataProblem` where it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataProblem(f"{file}: {error}") from error


def read(kind: type[Data], data: object, file: str, entry: str) -> Data:
    """Return an entry as `kind`; `DataProblem` with file, entry and field where it doesn't fit."""
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        fail(file, entry, field, first["msg"].removeprefix("Value error, "))


def fail(file: str, entry: str, field: str, message: str) -> NoReturn:
    """Raise the `DataProblem` that tells where to look."""
    raise DataProblem(": ".join(part for part in (file, entry, field, message) if part))


def entry_name(data: object, index: int) -> str:
    """Return what to call a rule in an error: its id, or its place in the file."""
    name = data.get("id") if isinstance(data, Mapping) else None
    return str(name) if name else f"rule {index + 1}"
