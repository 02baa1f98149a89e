"""Patterns over the requirements of criteria: what a criterion already says, no reminder repeats (Q7)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from pydantic import BaseModel

from core.model.posting import AllOf, AnyOf, Criterion, Posting, Requirement
from core.text.source import key

_TYPES: dict[str, type[BaseModel]] = {
    model.model_fields["type"].default: model
    for model in get_args(get_args(Requirement)[0])  # Annotated[union, the discriminator]
}


class Pattern(NamedTuple):
    """A type of requirement and what its fields hold: "known" (anything), or a text that stands in the field."""

    type: str
    fields: tuple[tuple[str, str], ...] = ()
    kind: str | None = None


def pattern(data: object) -> Pattern:
    """Return a pattern from `{ type = "registration", register = "waadi" }`; `ValueError` where it can't be one.

    `kind` limits it to "knockout" or "award" criteria.
    """
    if not isinstance(data, Mapping) or data.get("type") not in _TYPES:
        raise ValueError(f"expects a type of requirement, not {data!r}")
    kind = data.get("kind")
    if kind not in (None, "knockout", "award"):
        raise ValueError(f'kind is "knockout" or "award", not {kind!r}')
    model = _TYPES[data["type"]]
    aliases = {field.alias or name: name for name, field in model.model_fields.items()}
    fields: list[tuple[str, str]] = []
    for name, wanted in data.items():
        if name in ("type", "kind"):
            continue
        if name not in aliases or not isinstance(wanted, str):
            raise ValueError(f"a requirement of type {data['type']!r} has no text field {name!r}")
        fields.append((aliases[name], wanted if wanted == "known" else key(wanted)))
    return Pattern(data["type"], tuple(fields), kind)


def some_criterion(posting: Posting, wanted: Pattern) -> bool:
    """Tell whether a criterion, or a part of one, is like `wanted`."""
    return any(
        _fits(part, wanted)
        for criterion in posting.criteria
        if wanted.kind in (None, criterion.kind)
        for part in _parts(criterion.requirement)
    )


def in_criteria(posting: Posting, subjects: Mapping[str, tuple[Pattern, ...]]) -> frozenset[str]:
    """Return the subjects that a criterion covers: its requirement is like one of the subject's patterns, or the
    posting's clause of that name stands in the criterion itself.
    """
    return frozenset(
        subject
        for subject, patterns in subjects.items()
        if any(some_criterion(posting, wanted) for wanted in patterns) or _stands_in_criterion(posting, subject)
    )


def _stands_in_criterion(posting: Posting, clause: str) -> bool:
    span = posting.spans.get(f"clauses.{clause}")
    return span is not None and any(_holds(criterion, span.start, span.end) for criterion in posting.criteria)


def _holds(criterion: Criterion, start: int, end: int) -> bool:
    return criterion.span.start <= start and end <= criterion.span.end


def _parts(requirement: Requirement) -> Iterator[Requirement]:
    yield requirement
    if isinstance(requirement, (AllOf, AnyOf)):
        for part in requirement.parts:
            yield from _parts(part)


def _fits(requirement: Requirement, wanted: Pattern) -> bool:
    return requirement.type == wanted.type and all(
        _field_fits(getattr(requirement, name), text) for name, text in wanted.fields
    )


def _field_fits(value: object, text: str) -> bool:
    if text == "known":
        return value not in (None, (), "")
    return isinstance(value, str) and text in key(value)
