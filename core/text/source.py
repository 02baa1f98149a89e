"""A received text in canonical form, with the way back to what was received.

Layout never matters (P12): no-break spaces, smart quotes, every kind of dash, ligatures, HTML
entities and Markdown bold are one canonical form here, so that no pattern elsewhere needs to know of
them. Line breaks are kept. Each canonical code point remembers where it came from, so every span
that leaves `core` counts code points of the text as it was received.
"""

import html
import re
import unicodedata
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from core.model.base import Evidence, Span
from core.text.memory import remembered

LONGEST = 100_000
"""Code points of the longest text that is read. Intake refuses a longer one; a reader that gets one stops there."""

_SINGLE = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys(
        "\u2022\u25cf\u25aa\u25ab\u25e6\u2023\u2043\u00b7\uf0b7\uf0a7\u25a0\u25a1\u27a2\u2713\u2714", "\u2022"
    ),
    # NFKC would glue the parts of a fraction to the digits before it: 2½ would read as 21⁄2.
    **{fraction: fraction for fraction in "\u00bc\u00bd\u00be"},
    "\r": "",
    "\t": " ",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x85": "\n",
    "\u00ad": "",
    "\ufeff": "",
    "\ufe0e": "",
    "\ufe0f": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
}
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_TAG = re.compile(
    r"</?(?:p|br|hr|li|ul|ol|dl|dt|dd|b|i|u|a|strong|em|small|sup|font|div|section|article|span|h[1-6]|tr|td|th|table|thead|tbody)\b[^<>]{0,200}>",
    re.I,
)
_BOLD = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
_MARKUP = re.compile(f"{_ENTITY.pattern}|{_TAG.pattern}|{_BOLD.pattern}", re.I)
_NOT_PLAIN = re.compile(r"[\t\r\x0b\x0c`]|[^\x00-\x7f]")
_BREAKING_TAG = re.compile(r"<(?:/p|/?li|br|hr|/div|/h[1-6]|/tr|/?ul|/?ol|/section|/article|/?dt|/table)\b", re.I)
_OPENING_TAG = re.compile(r"(?<=[^>\s])<(?:p|div|h[1-6]|tr|table|section|article)\b", re.I)
_PARTING_TAG = re.compile(r"</?(?:td|th|dd)\b", re.I)


class Source(NamedTuple):
    """A received text (`raw`) and its canonical form (`text`); `origin[i]` is where `text[i]` came from."""

    name: str
    raw: str
    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the span in the received text of canonical `[start, end)`, outer blanks trimmed."""
        first, stop = self._received(start, end)
        return Span(start=first, end=stop)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return canonical `[start, end)` as a literal quote of the received text, with the bracket that closes it."""
        if self.text[end : end + 1] == ")" and self.text.count("(", start, end) > self.text.count(")", start, end):
            end += 1
        first, stop = self._received(start, end)
        return Evidence(source=self.name, quote=self.raw[first:stop], start=first, end=stop)

    def _received(self, start: int, end: int) -> tuple[int, int]:
        text, origin = self.text, self.origin
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            place = origin[start] if start < len(origin) else len(self.raw)
            return place, place
        last = origin[end - 1]
        following = origin[end] if end < len(origin) else len(self.raw)
        # A source character that became several (a ligature) is taken whole; layout after it is not.
        stop = last + 1
        if _is_entity(self.raw, last):
            stop = min(following, self.raw.find(";", last) + 1)
        else:
            while stop < following and unicodedata.combining(self.raw[stop]):
                stop += 1
        return origin[start], stop

    def canonical(self, raw_offset: int) -> int:
        """Return the first canonical offset that comes from `raw_offset` or later."""
        return bisect_left(self.origin, raw_offset)


def _is_entity(raw: str, start: int) -> bool:
    return raw[start] == "&" and _ENTITY.match(raw, start) is not None


def source(raw: str, name: str) -> Source:
    """Return `raw` as a `Source` called `name` ("posting", "cv", "summary")."""
    out: list[str] = []
    origin: list[int] = []
    at = 0
    for start, end, replacement in _markup(raw):
        _copy(raw, at, start, out, origin)
        out.append(replacement)
        origin.extend([start] * len(replacement))
        at = end
    _copy(raw, at, len(raw), out, origin)
    return Source(name, raw, "".join(out), tuple(origin))


def _copy(raw: str, start: int, end: int, out: list[str], origin: list[int]) -> None:
    """Append canonical `raw[start:end]`: plain stretches whole, the rest code point by code point."""
    at = start
    while at < end:
        match = _NOT_PLAIN.search(raw, at, end)
        stop = end if match is None else match.start()
        if match is not None and stop > at and unicodedata.combining(raw[stop]):
            stop -= 1  # the letter under the accent
        if stop > at:
            out.append(raw[at:stop])
            origin.extend(range(at, stop))
            at = stop
        if at < end:
            stop = at + 1
            while stop < end and unicodedata.combining(raw[stop]):
                stop += 1
            canonical = _canonical(raw[at:stop])
            out.append(canonical)
            origin.extend([at] * len(canonical))
            at = stop


def _canonical(piece: str) -> str:
    """Return a code point, with the accents that combine with it, in canonical form."""
    single = _SINGLE.get(piece)
    if single is not None:
        return single
    return "".join(_SINGLE.get(char, char) for char in unicodedata.normalize("NFKC", piece))


def _markup(raw: str) -> list[tuple[int, int, str]]:
    """Return the entities, tags and bold marks of `raw`, in order and apart: start, end, what stands for it."""
    if "&" not in raw and "<" not in raw and "**" not in raw and "__" not in raw:
        return []
    found: list[tuple[int, int, str]] = []
    for match in _MARKUP.finditer(raw):
        written = match[0]
        if written[0] == "&":
            plain_text = html.unescape(written)
            if plain_text == written:
                continue
            replacement = "".join(_canonical(char) for char in plain_text)
        elif written[0] == "<":
            breaks = _BREAKING_TAG.match(written) or _OPENING_TAG.match(raw, match.start())
            replacement = "\n" if breaks else " " if _PARTING_TAG.match(written) else ""
        else:
            replacement = ""
        found.append((match.start(), match.end(), replacement))
    return found


def fold(text: str) -> str:
    """Return `text` with every run of white space as one blank, trimmed."""
    return " ".join(text.split())


_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_ACCENTS = re.compile(r"[\u0300-\u036f]")


def key(text: str) -> str:
    """Return `text` as it is compared: lower case, no accents, white space folded."""
    folded = fold(text).lower()
    if folded.isascii():
        return folded
    return _ACCENTS.sub("", unicodedata.normalize("NFD", folded))


@remembered(texts=2048)
def plain(text: str) -> str:
    """Return `text` lower case without accents, **same length**: offsets stay valid.

    For searching in a canonical text: each character keeps its place.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if lowered.isascii():
        return lowered
    return _OUTSIDE_ASCII.sub(lambda match: _bare(match[0]), lowered)


@cache
def _bare(char: str) -> str:
    first = unicodedata.normalize("NFD", char)[0]
    return first.lower() if first.isascii() and first.isalpha() else char
