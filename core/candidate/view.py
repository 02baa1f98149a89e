"""The heading of a job as fields between separators: what roles and employers are looked for in."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.candidate.cues import compiled, words
from core.candidate.marks import Marks, within
from core.candidate.page import Page
from core.text.source import plain


class Field(NamedTuple):
    """A stretch between separators; `sep` is the one before it, `after` the one behind it."""

    start: int
    end: int
    sep: str
    after: str


_SEPARATOR = re.compile(
    r"[|;\u2022\t()\[\]\"\n]+|:(?=\s|$|\|)|,(?!\d)|\s-{1,2}(?=[\s|]|$)|(?:^|(?<=\|))\s*-(?=\s)|\s{3,}|\s/\s|\s@\s"
)
WORD = re.compile(r"[^\s]+")
STRONG = frozenset("|\u2022\t(\n-@/")


class View:
    """A heading with its holes closed by separators, and the fields between the separators."""

    def __init__(self, page: Page, known: Marks, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> None:
        self.page, self.known, self.start, self.end, self.holes = page, known, start, end, holes
        flow, low = list(page.flow[start:end]), list(page.low[start:end])
        for first, last in holes:
            for at in range(max(first, start), min(last, end)):
                flow[at - start] = low[at - start] = "|"
        self.flow, self.low = "".join(flow), "".join(low)
        self.fields = tuple(self._fields())

    def _fields(self) -> Iterator[Field]:
        at, sep = 0, "^"
        for match in _SEPARATOR.finditer(self.low):
            yield from self._field(at, match.start(), sep, match[0])
            at, sep = match.end(), match[0]
        yield from self._field(at, len(self.low), sep, "$")

    def _field(self, start: int, end: int, sep: str, after: str) -> Iterator[Field]:
        while start < end and self.low[start] in " .-*,'\u2022":
            start += 1
        while end > start and self.low[end - 1] in " -*,":
            end -= 1
        if end > start:
            yield Field(self.start + start, self.start + end, sep.strip() or sep[:1], after.strip() or after[:1])

    def low_at(self, start: int, end: int) -> str:
        """Return the plain text at `[start, end)` of the page, holes closed."""
        return self.low[start - self.start : end - self.start]

    def flow_at(self, start: int, end: int) -> str:
        """Return the text at `[start, end)` of the page, holes closed."""
        return self.flow[start - self.start : end - self.start]

    def is_open(self, start: int, end: int) -> bool:
        """Whether no hole lies in `[start, end)`."""
        return all(last <= start or first >= end for first, last in self.holes)


def is_no_name(view: View, start: int, end: int) -> bool:
    """Whether a field is a place or a department: neither role nor employer."""
    low = view.low_at(start, end).strip(" .")
    if low in words("jobs.provinces") or compiled("jobs.department").match(low):
        return True
    towns = within(view.known.towns, start, end)
    rest = low
    for town in towns:
        rest = rest.replace(view.low_at(town.start, town.end), "")
    return bool(towns) and not rest.strip(" ,.-")


def is_name(view: View, field: Field) -> bool:
    """Whether a field has the looks of a name: capitals throughout, and nothing that is known to be something else."""
    text = view.flow_at(field.start, field.end)
    found = text.split()
    if not 0 < len(found) <= 6 or not text[0].isupper() or plain(text) in words("jobs.words.before_role"):
        return False
    if not all(
        w[0].isupper()
        or w[0].isdigit()
        or w.lower() in ("de", "den", "der", "van", "en", "&", "in", "het", "'t", "a/d")
        for w in found
    ):
        return False
    known = view.known
    if any(within(known.heads, field.start, field.end)) or any(within(known.levels, field.start, field.end)):
        return False
    # "Huis van de Nederlandse Provincies": a word that is known as something else is only a part of the name.
    if 3 * sum(place.end - place.start for place in within(known.known, field.start, field.end)) > len(text):
        return False
    low = view.low_at(field.start, field.end)
    return (
        not is_no_name(view, field.start, field.end)
        and low not in words("jobs.part_time")
        and not within(view.known.hours, field.start, field.end)
    )


_OPENS_NAME = frozenset({"Van", "De", "Het", "Den", "Der"})


def _opens_name(view: View, found: list[tuple[int, int]]) -> bool:
    """Whether a small word with a capital opens a name: "Van Gogh Museum", "De Zandkorrel"."""
    if len(found) < 2 or view.flow_at(*found[0]) not in _OPENS_NAME:
        return False
    low = view.low_at(*found[1])
    return view.flow_at(*found[1])[0].isupper() and low not in words("jobs.words.before_role")


def bare(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without the small words on either side: "werkte zij als", "bij de"."""
    found = [(start + m.start(), start + m.end()) for m in WORD.finditer(view.low_at(start, end))]
    before, after = words("jobs.words.before_role"), words("jobs.words.after_role")
    while found and view.low_at(*found[0]).strip(".,:'\"") in before and not _opens_name(view, found):
        found.pop(0)
    while found and (
        view.low_at(*found[-1]).strip(".,:'\"-") in after or not view.low_at(*found[-1]).strip(".,:'\"-/")
    ):
        found.pop()
    if found:
        first, last = found[0][0], found[-1][1]
        while (
            last > first
            and view.low_at(last - 1, last) in ".,:"
            and not re.search(r"\.\w\.$", view.low_at(first, last))
        ):
            last -= 1
        yield first, last
