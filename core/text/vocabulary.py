"""The words of numbers, durations, the calendar and money, as data (`*.toml` beside this), and patterns made of them.

Everything here is for `plain` text: lower case, no accents, same length as what it was made of. Patterns stay fast
in two ways: words are factored into a trie, and a heavy pattern runs only in the `zones` round a cheap anchor.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from core.errors import DataProblem


@cache
def vocabulary(name: str) -> Mapping[str, Any]:
    """Return the data of `name`.toml; `DataProblem` where it can't be read."""
    path = Path(__file__).with_name(f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataProblem(f"text/{path.name}: {error}") from error


_BLANK = r"\s{1,3}"
_FEW = 9


def one_of(words: Iterable[str], *, whole: bool = True) -> str:
    """Return a pattern for one of `words`, the longest that fits; a blank in a word stands for up to three.

    `whole`: no letter or digit may touch it, where the word itself begins or ends in one.
    """
    worded: dict[str, list[str]] = {}
    other: list[str] = []
    for word in longest_first(words):
        written = re.escape(word).replace(r"\ ", _BLANK) + (r"\b" if whole and word[-1].isalnum() else "")
        if not word[0].isalnum():
            other.append(written)
        else:
            worded.setdefault(word[0], []).append(written[1:])
    ways = {first: either(rests) for first, rests in worded.items()}
    begins = [begun(ways)] if whole and ways else [first + rest for first, rest in ways.items()]
    return either([*begins, *other])


def longest_first(words: Iterable[str]) -> list[str]:
    """Return `words` without doubles, in the order in which a pattern must try them."""
    return sorted(set(words), key=lambda word: (-len(word), word))


def either(ways: Sequence[str]) -> str:
    """Return a pattern for one of these patterns, the first that fits."""
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def begun(ways: Mapping[str, str]) -> str:
    """Return the pattern of a word that begins with one of these letters, each with the pattern of what follows it.

    A letter is looked at once, whatever the number of words. Where the letters are few they stand before the
    look-behind: the engine then passes over all else at once, in half the time, and a tenth for a single letter.
    """
    if len(ways) <= _FEW:
        return either([rf"{first}(?<!\w{first}){rest}" for first, rest in ways.items()])
    return r"\b" + either([first + rest for first, rest in ways.items()])


def zones(low: str, anchor: re.Pattern[str], before: int, after: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of `low` from `before` characters before each match of `anchor` to `after` behind it, merged."""
    start = end = -1
    for match in anchor.finditer(low):
        if start < 0:
            start = max(0, match.start() - before)
        elif match.start() - before > end:
            yield start, end
            start = match.start() - before
        end = match.end() + after
    if start >= 0:
        yield start, min(end, len(low))


def phrase_before(low: str, start: int, known: Collection[str]) -> int | None:
    """Return where the longest phrase of `known` begins that ends right before `start`, None where none does.

    Blanks, an opening bracket or a colon may stand between; a phrase has up to five words.
    """
    floor = max(0, start - 44)
    before = low[floor:start].rstrip(" \n(:\t")
    found = None
    for word in [*_WORDS.finditer(before)][: -_MOST_WORDS - 1 : -1]:
        if word.start() == 0 and floor > 0:
            break
        phrase = before[word.start() :].lstrip("([\"'")
        if phrase in known or " ".join(phrase.split()) in known:
            found = floor + len(before) - len(phrase)
    return found


_WORDS = re.compile(r"\S+")
_MOST_WORDS = 5


def window_before(low: str, start: int, width: int = 32) -> str:
    """Return up to `width` characters of `low` before `start`: what a look-behind may cost."""
    return low[max(0, start - width) : start]
