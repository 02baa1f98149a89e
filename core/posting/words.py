"""The words by which a posting is read, as data: `data/*.toml`, one file per subject.

`table(subject)` gives a file as it is, `wordlist` one of its lists as a tuple, `pattern` a list of
patterns as one. Patterns are matched against `plain` text (lower case, no accents) in which every
blank is one; a blank in the data stands for one or a line break.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from core.errors import DataProblem
from core.text.memory import remembered

_DATA = Path(__file__).with_name("data")


@cache
def table(subject: str) -> Mapping[str, Any]:
    """Return `subject`.toml; `DataProblem` where it can't be read."""
    path = _DATA / f"{subject}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataProblem(f"posting/data/{path.name}: {error}") from error


def _entry(subject: str, name: str) -> Any:
    found: Any = table(subject)
    for part in name.split("."):
        if not isinstance(found, Mapping) or part not in found:
            raise DataProblem(f"posting/data/{subject}.toml: no entry {name!r}")
        found = found[part]
    return found


@cache
def wordlist(subject: str, name: str) -> tuple[str, ...]:
    """Return the list at `name` ("a.b") of `subject`.toml as a tuple: also what `str.endswith` takes."""
    return tuple(_entry(subject, name))


@cache
def wordset(subject: str, name: str) -> frozenset[str]:
    """Return the list at `name` of `subject`.toml as a set."""
    return frozenset(_entry(subject, name))


@cache
def pattern(subject: str, name: str) -> re.Pattern[str]:
    """Return the patterns listed at `name` of `subject`.toml as one, `DataProblem` where one is none."""
    listed = _entry(subject, name)
    try:
        return re.compile(one_of([listed] if isinstance(listed, str) else listed))
    except re.error as error:
        raise DataProblem(f"posting/data/{subject}.toml: {name}: {error}") from error


_WORD_BEGINS = re.compile(r"^\\b([a-z])(?![?*+{])")


def one_of(patterns: Iterable[str]) -> str:
    """Return a pattern for one of these, the first that fits.

    What begins a word has its letter before the look-behind: the engine then passes over all else at once.
    """
    return "|".join(f"(?:{_WORD_BEGINS.sub(_letter_first, one)})" for one in patterns)


def _letter_first(match: re.Match[str]) -> str:
    return rf"{match[1]}(?<!\w{match[1]})"


def near(found: re.Pattern[str], low: str, words: Iterable[str], reach: int = 200) -> Iterator[re.Match[str]]:
    """Yield the matches of `found` in `low` that lie within `reach` of one of `words`.

    Every match must hold one of the words: looking only round those is many times as fast as looking everywhere.
    """
    places = _places(low, words)
    index = 0
    while index < len(places):
        start, stop = max(0, places[index] - reach), places[index] + reach
        while index + 1 < len(places) and places[index + 1] - reach <= stop:
            index += 1
            stop = places[index] + reach
        index += 1
        yield from found.finditer(low, start, min(stop, len(low)))


def _places(low: str, words: Iterable[str]) -> list[int]:
    # With a byte a character ("€" has one too) a word is found twice as fast.
    text = _searchable(low)
    found: list[int] = []
    for word in words:
        sought = word.encode("cp1252")
        at = text.find(sought)
        while at >= 0:
            found.append(at)
            at = text.find(sought, at + len(sought))
    return sorted(found)


@remembered(texts=4)
def _searchable(low: str) -> bytes:
    return low.encode("cp1252", "replace")
