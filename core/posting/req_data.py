"""The cue words of criteria, as data (`data/req_*.toml`), and patterns made of them.

Patterns are matched against `plain` text: lower case, no accents, same length as what it was made of. In the
data a blank is one blank (criteria are folded), `*` is the rest of a word, `?` makes the letter before it optional.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from core.errors import DataProblem
from core.text.vocabulary import begun, either


@cache
def data(name: str) -> Mapping[str, Any]:
    """Return the data of `data/req_<name>.toml`; `DataProblem` where it can't be read."""
    path = Path(__file__).parent / "data" / f"req_{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataProblem(f"posting/data/{path.name}: {error}") from error


def words(name: str, section: str) -> list[str]:
    """Return a list of words: `words("terms", "device.own")`; `DataProblem` where there is none."""
    value: Any = data(name)
    for part in section.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    if not isinstance(value, list):
        raise DataProblem(f"posting/data/req_{name}.toml: no list {section!r}")
    return [str(word) for word in value]


def alternatives(entries: Iterable[str]) -> str:
    """Return a pattern that matches one of `entries` as whole words, the longest that fits.

    Those that share their first letter stand together: compiling and matching take far less time so.
    """
    worded: dict[str, list[str]] = {}
    other: list[str] = []
    for tokens in sorted({tuple(_tokens(entry)) for entry in entries}, key=_order):
        if tokens[0] == _WORD_STARTS and len(tokens[1]) == 1:
            worded.setdefault(tokens[1], []).append("".join(tokens[2:]))
        else:
            other.append("".join(tokens))
    ways = [begun({first: either(rests) for first, rests in worded.items()})] if worded else []
    return either([*ways, *other])


@cache
def cue(name: str, section: str) -> str:
    """Return the pattern of a list of words, to build patterns of."""
    return alternatives(words(name, section))


class Lazy:
    """A pattern that is composed and compiled when it is first used: one posting needs a part of them only."""

    def __init__(self, compose: Callable[[], str]) -> None:
        self._compose = compose

    @cached_property
    def pattern(self) -> str:
        """The pattern as text, to build patterns of."""
        return self._compose()

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.search`."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.match`."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """`re.Pattern.fullmatch`."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """`re.Pattern.finditer`."""
        return self._compiled.finditer

    @cached_property
    def sub(self) -> Callable[..., str]:
        """`re.Pattern.sub`."""
        return self._compiled.sub


def cues(name: str, section: str) -> Lazy:
    """Return the pattern of a list of words, to search with."""
    return Lazy(lambda: cue(name, section))


def cues_of(entries: Iterable[str]) -> Lazy:
    """Return the pattern of `entries`, to search with."""
    return Lazy(lambda: alternatives(entries))


@cache
def count() -> str:
    """Return the pattern of a small number as criteria write it ("3", "1,5", "drie (3)"); `value_of` reads it."""
    return rf"(?:(?<![\w.,])\d{{1,3}}(?:[.,]\d)?|{cue('frame', 'split.number')})(?: ?\((?:\d{{1,3}}|{cue('frame', 'split.number')})\))?"


_WORD_STARTS = r"(?<!\w)"
_WORD_ENDS = (r"(?!\w)", r"\b")


def _tokens(entry: str) -> Iterator[str]:
    """Yield an entry as patterns of one character each, with what must stand round it."""
    if entry[0].isalnum() or entry[0] == "*":
        yield _WORD_STARTS
    for at, char in enumerate(entry):
        if char == "*":
            yield r"\w*"
        elif char != "?":
            yield re.escape(char).replace("\\ ", " ") + ("?" if entry[at + 1 : at + 2] == "?" else "")
    if entry[-1].isalnum() or entry[-1] in "*?":
        yield _WORD_ENDS[entry[-1].isalnum()]


def _order(tokens: tuple[str, ...]) -> list[tuple[bool, bool, str]]:
    """What is longer comes before what is shorter, and letters before "the rest of a word"."""
    pieces = [piece for piece in tokens if piece not in _WORD_ENDS]
    return [*((False, piece == r"\w*", piece) for piece in pieces), (True, False, "")]
