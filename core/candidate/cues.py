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
from core.text.vocabulary import begun


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


class _Trie(dict[str, "_Trie"]):
    """Pieces of a pattern by what follows them; "" marks the end of a phrase."""


def alternatives(phrases: Iterable[str]) -> str:
    """Return a pattern for one of `phrases` as whole words, the longest that fits; a blank matches up to three.

    The phrases share their beginnings, so that a long list costs little more than a short one.
    """
    worded, other = _Trie(), _Trie()
    for phrase in phrases:
        bare = phrase.rstrip("*")
        node = worded if bare[0].isalnum() else other
        end = r"\w*" if phrase.endswith("*") else r"(?!\w)" if bare[-1].isalnum() else ""
        for piece in [*(r"\s{1,3}" if char == " " else re.escape(char) for char in bare), end]:
            if piece:
                node = node.setdefault(piece, _Trie())
        node[""] = _Trie()
    ways = [begun({first: _pattern(rest) for first, rest in worded.items()})] if worded else []
    ways += [_pattern(other)] if other else []
    return f"(?:{'|'.join(ways)})"


def _pattern(node: _Trie) -> str:
    # What goes on comes before what ends here, so that the longest phrase wins.
    ways = sorted(
        (piece + _pattern(following) for piece, following in node.items() if piece),
        key=lambda way: way.startswith(("(?!", "\\w*")),
    )
    if "" in node:
        ways.append("")
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
