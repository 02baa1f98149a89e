"""Terms in a text: whole words with Dutch inflection, the longest first."""

from typing import NamedTuple

from core.lexicon.reading import read
from core.text.memory import remembered


class TermHit(NamedTuple):
    """A term named at [start, end) of the text."""

    term: str
    kind: str
    start: int
    end: int


def find_terms(text: str, kinds: frozenset[str] | None = None) -> tuple[TermHit, ...]:
    """Return the terms of `kinds` (a set of names; None for all) that the canonical `text` names.

    In the order of the text; within a kind they don't overlap, and the longest wins. Two terms of a kind that share
    a name are both given.
    """
    return _find(text, frozenset(kinds) if kinds is not None else None)


@remembered(texts=1024)
def _find(text: str, kinds: frozenset[str] | None) -> tuple[TermHit, ...]:
    reading = read(text)
    hits: set[TermHit] = set()
    taken: dict[str, dict[int, tuple[int, int]]] = {}
    own = [m for m in reading.mentions if m.how == "own" and (kinds is None or m.kind in kinds)]
    for m in sorted(own, key=lambda m: (m.first - m.last, m.first)):
        spans = taken.setdefault(m.kind, {})
        places = range(m.first, m.last + 1)
        if any(spans.get(place, (m.first, m.last)) != (m.first, m.last) for place in places):
            continue
        spans.update(dict.fromkeys(places, (m.first, m.last)))
        hits.add(TermHit(m.term, m.kind, reading.words[m.first].start, reading.words[m.last].end))
    return tuple(sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.term)))
