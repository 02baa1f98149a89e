"""The header: labels and their values, in every layout (P12).

A label counts where it begins a line, has a colon, or follows another label's value; and only with a value
of its own kind behind it. So it doesn't matter whether pairs stand on one line, on lines in turn, or glued
together. The values themselves are read in `values`.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from core.posting.layout import Flow, logical_end
from core.posting.values import LINE_FIELDS, READERS
from core.posting.words import table, wordset
from core.text.source import plain


class Label(NamedTuple):
    """A label for `field` at `[start, end)`, colon included."""

    field: str
    start: int
    end: int
    colon: bool
    line_start: bool
    weak: bool


class Field(NamedTuple):
    """What the header says of one field: the value and its place in the flow."""

    value: Any
    start: int
    end: int
    label: int
    """Where its label begins."""


_REACH = 140
"""How far a value may run from its label."""


@cache
def _fields() -> dict[str, str]:
    return {label: field for field, labels in table("labels")["labels"].items() for label in labels}


@cache
def _label() -> str:
    # One alternation of some hundred words; the lookahead lets most places fail on their first letter.
    labels = sorted(_fields(), key=len, reverse=True)
    first = "".join(sorted({label[0] for label in labels}))
    body = "|".join(re.escape(label).replace(r"\ ", r"[\s]") for label in labels)
    return rf"(?=[{first}])(?P<label>{body})(?![a-z-])(?P<colon>\s?\([^()]{{1,30}}\))?\s?(?P<sign>[:=|?](?!//))?\s?"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z-]){_label()}")


@cache
def _glued_pattern() -> re.Pattern[str]:
    return re.compile(_label())


def find_labels(flow: Flow, start: int, end: int) -> tuple[Label, ...]:
    """Return the labels in `[start, end)` of the flow: at the start of a line, or with a capital inside one."""
    text, low = flow.source.text, flow.low
    found: list[Label] = []
    for match in _candidates(flow, start, end):
        name = match["label"].replace("\n", " ")
        at = match.start()
        line_start = _begins_line(text, at, start)
        capital = text[at].isupper()
        if not capital and not (line_start and match["sign"] and flow.lines[flow.line_at(at)].hard):
            continue
        field = _fields().get(name)
        if field is None:
            continue
        colon = match["sign"] is not None
        # Brackets behind a label belong to it only where a colon follows: "Start (uiterlijk):".
        stop = match.end() if colon or match["colon"] is None else match.start("colon")
        while stop < len(low) and low[stop] == " ":
            stop += 1
        found.append(Label(field, at, min(stop, end), colon, line_start, name in wordset("labels", "weak.labels")))
    return tuple(found)


def _candidates(flow: Flow, start: int, end: int) -> "list[re.Match[str]]":
    glued = _glued(flow, start, end)
    pattern = _pattern()
    found = list(pattern.finditer(flow.low, start, end))
    taken = {match.start() for match in found}
    for at in glued:
        if at not in taken:
            match = _glued_pattern().match(flow.low, at, end)
            if match and match["sign"]:
                found.append(match)
    return sorted(found, key=lambda match: match.start())


_GLUE = re.compile(r"(?<=[a-z0-9).%+])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def _glued(flow: Flow, start: int, end: int) -> list[int]:
    """Return where a capital follows a small letter or digit: "maandenUren per week:", "65Opdracht uren"."""
    return [match.start() for match in _GLUE.finditer(flow.source.text, start, end)]


_BEFORE_LABEL = re.compile(r"(?:^|\n)[-\u2022*+|> ]{0,3}$")


def _begins_line(text: str, at: int, floor: int) -> bool:
    return at == floor or _BEFORE_LABEL.search(text[max(floor, at - 4, 0) : at]) is not None or at == 0


def read_header(flow: Flow, start: int, end: int) -> dict[str, Field]:
    """Return the first value of each field among the labels in `[start, end)`."""
    labels = find_labels(flow, start, end)
    found: dict[str, Field] = {}
    last_value = -1
    for index, label in enumerate(labels):
        if label.start < last_value:
            continue
        in_table = last_value >= 0 and _is_gap(flow.prose[last_value : label.start])
        if not (label.line_start or label.colon or in_table or not label.weak):
            continue
        following = labels[index + 1].start if index + 1 < len(labels) else end
        value = _value_of(flow, label, min(following, label.end + _REACH, end))
        if value is None:
            continue
        last_value = max(last_value, value.end)
        if label.field not in found:
            found[label.field] = value
    return found


def _is_gap(between: str) -> bool:
    """Return whether a label can follow a value with this between them: the rest of the value, no sentence."""
    return len(between) <= 60 and ". " not in between and ";" not in between


def _value_of(flow: Flow, label: Label, stop: int) -> Field | None:
    text = flow.source.text
    if label.field == "ignored":
        line_end = text.find("\n", label.end, stop)
        return Field(None, label.end, stop if line_end < 0 else line_end, label.start)
    if label.field in LINE_FIELDS:
        stop = min(stop, logical_end(flow, label.end))
    hit = READERS[label.field](flow.prose[label.end : stop])
    return None if hit is None else Field(hit.value, label.end + hit.start, label.end + hit.end, label.start)


_COLON = re.compile(r"[^\n]{2,45}?[:?]")


def read_below(flow: Flow, first: int, last: int) -> dict[str, Field]:
    """Return the fields that lines `[first, last)`, below the header, name with a colon ("Is hybride werken mogelijk: nee")."""
    found: dict[str, Field] = {}
    for line in flow.lines[first:last]:
        if not _COLON.match(line.text):
            continue
        for label in find_labels(flow, line.start, line.end)[:1]:
            if label.colon and label.line_start:
                value = _value_of(flow, label, min(label.end + _REACH, len(flow.low)))
                if value is not None:
                    found.setdefault(label.field, value)
    return found


def label_lines(flow: Flow) -> frozenset[int]:
    """Return the indexes of the lines that begin with a label (for telling a heading from a label)."""
    found: set[int] = set()
    pattern = _pattern()
    for index, line in enumerate(flow.lines):
        first = None if line.text[0].islower() else pattern.match(plain(line.text))
        # A longer line is one where other labels are glued to its values.
        if first and (len(line.text) <= 80 or (first["sign"] and _signed(flow, line.start, line.end) > 2)):
            found.add(index)
    return frozenset(found)


def _signed(flow: Flow, start: int, end: int) -> int:
    return sum(label.colon for label in find_labels(flow, start, end))
