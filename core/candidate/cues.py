"""The words by which a CV is read, as data (`data/*.toml`), and patterns made of them.

A word list is found by "file.key" ("polarity.negation"). Words are lower case without accents and are
matched against `plain` text; a word that ends in `*` matches what begins with it.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from core.errors import DataProblem
from core.text.vocabulary import begun, either, longest_first


@cache
def _data(file: str) -> dict[str, Any]:
    path = Path(__file__).with_name("data") / f"{file}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataProblem(f"candidate/data/{path.name}: {error}") from error


@cache
def entry(name: str) -> Any:
    """Return the data at "file.key" or "file.key.key"; `DataProblem` where there is none."""
    file, *keys = name.split(".")
    found: Any = _data(file)
    for key in keys:
        if not isinstance(found, dict) or key not in found:
            raise DataProblem(f"candidate/data/{file}.toml: no entry {name!r}")
        found = found[key]
    return found


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list as a set, to look up whole words or phrases in."""
    return frozenset(entry(name))


@cache
def any_of(name: str) -> str:
    """Return a pattern (not a group that captures) for one whole word or phrase of a list, longest first."""
    return alternatives(entry(name))


@cache
def compiled(name: str) -> re.Pattern[str]:
    """Return `any_of` compiled."""
    return re.compile(any_of(name))


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern for one of `phrases` as whole words, the longest that fits; a blank matches up to three."""
    worded: dict[str, list[str]] = {}
    other: list[str] = []
    for phrase in longest_first(phrases):
        bare = phrase.rstrip("*")
        end = r"\w*" if phrase != bare else r"\b" if bare[-1].isalnum() else ""
        written = re.escape(bare).replace(r"\ ", r"\s{1,3}") + end
        if not bare[0].isalnum():
            other.append(written)
        else:
            worded.setdefault(bare[0], []).append(written[1:])
    ways = [begun({first: either(rests) for first, rests in worded.items()})] if worded else []
    return f"(?:{'|'.join([*ways, *other])})"
