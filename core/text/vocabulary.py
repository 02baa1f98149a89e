"""The words of numbers, durations, the calendar and money, as data (`*.toml` beside this), and patterns made of them.

Patterns are matched against `plain` text: lower case, no accents, same length as what it was made of.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
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


def one_of(words: Iterable[str]) -> str:
    """Return a pattern that matches one of `words` whole, longest first; blanks in a word match up to three."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_word(word) for word in ordered) + ")"


def _word(word: str) -> str:
    pattern = re.escape(word).replace(r"\ ", r"\s{1,3}")
    before = r"\b" if word[0].isalnum() else ""
    after = r"\b" if word[-1].isalnum() else ""
    return before + pattern + after


def ends_with(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds one of `words`, then blanks, at the end of a stretch of text."""
    return re.compile(one_of(words) + r"[\s(:]{0,4}$")


def window_before(text: str, start: int, width: int = 32) -> str:
    """Return up to `width` characters of `text` before `start`: what a look-behind may cost."""
    return text[max(0, start - width) : start]
