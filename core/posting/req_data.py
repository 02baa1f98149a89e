"""The cue words of criteria, as data (`data/req_*.toml`), and patterns made of them.

Patterns are matched against `plain` text: lower case, no accents, same length as what it was made of. In the
data a blank is one blank (criteria are folded), `*` is the rest of a word, `?` makes the letter before it optional.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from core.errors import DataProblem


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
    """Return a pattern that matches one of `entries` as whole words, longest first."""
    ordered = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(_entry(entry) for entry in ordered) + ")"


@cache
def cue(name: str, section: str) -> str:
    """Return the pattern of a list of words, to build patterns of."""
    return alternatives(words(name, section))


@cache
def cues(name: str, section: str) -> re.Pattern[str]:
    """Return the compiled pattern of a list of words."""
    return re.compile(cue(name, section))


def _entry(entry: str) -> str:
    pattern = re.escape(entry).replace(r"\ ", " ").replace(r"\*", r"\w*").replace(r"\?", "?")
    before = r"(?<!\w)" if entry[0].isalnum() else ""
    after = r"(?!\w)" if entry[-1].isalnum() or entry[-1] in "*?" else ""
    return before + pattern + after
