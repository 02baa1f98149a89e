"""Where the names of the lexicon stand in a text.

Every name becomes a key: the stems of its words, written as one. The words of a text are joined likewise and looked
up, so "service desk", "service-desk" and "servicedesk" are one key, and no pattern is run over the text. Words are
only joined where a name can begin, which keeps reading linear in the length of the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Literal, NamedTuple

from core.errors import DataProblem
from core.lexicon.load import Term, terms
from core.lexicon.words import Token, stem, tokens, word_set
from core.text.memory import remembered
from core.text.source import plain

Sense = Literal["name", "at", "of", "not"]


class Entry(NamedTuple):
    """What a key stands for.

    `exact`: the letters as they must stand in the text, blanks and hyphens left out. `solid`: a name of one word;
    "belasting van medewerkers" is no "belastingmedewerker".
    """

    term: str
    kind: str
    sense: Sense
    exact: str = ""
    solid: bool = False


class Found(NamedTuple):
    """An entry at the words `first` up to and including `last`; `head`: what a compound ended in beside it."""

    first: int
    last: int
    entry: Entry
    head: str = ""


class Index(NamedTuple):
    """`keys`: key → entries. `starts`: the first part of a key → how many words a name beginning there can have."""

    keys: dict[str, list[Entry]]
    starts: dict[str, int]
    stars: list[tuple[re.Pattern[str], Entry]]
    heads: frozenset[str]
    head_sizes: tuple[int, ...]


_OPTIONAL = re.compile(r"\(([a-z]+)\)")
_SENSES: tuple[tuple[str, Sense], ...] = (
    ("names", "name"),
    ("english", "name"),
    ("exact", "name"),
    ("prefix", "name"),
    ("at", "at"),
    ("of", "of"),
    ("excludes", "not"),
)
_PLAIN = re.compile(r"[a-z0-9 ]+")
_JOINING = frozenset({" ", "-", "~", "/", ","})
# "werk/inkomen" is read as "werk en inkomen"; a comma only joins where the name has one.
_MARKS = {"/": "en", ",": ","}


@cache
def index() -> Index:
    """Return the index over all terms."""
    return build(terms().values())


def build(entries: Iterable[Term]) -> Index:
    """Return the index over these terms."""
    keys: dict[str, list[Entry]] = {}
    starts: dict[str, int] = {}
    stars: list[tuple[re.Pattern[str], Entry]] = []
    heads = set(word_set("heads"))
    solid: list[str] = []
    for term in entries:
        heads.update(head_stems(term.heads))
        for field, sense in _SENSES:
            for name in getattr(term, field):
                if "*" in name:
                    stars.append((star_pattern(name, term), Entry(term.id, term.kind, sense)))
                    continue
                entry = Entry(term.id, term.kind, sense, squashed(name) if field == "exact" else "", " " not in name)
                found = _add_name(name, starts)
                if sense == "name" and term.kind == "role":
                    head, _, rest = name.partition(" ")
                    if not rest:
                        solid.append(plain(name))
                    elif stem(head) in heads:
                        found = found | _add_name(f"{rest} {head}", starts)
                for key in found:
                    keys.setdefault(key, []).append(entry)
    sizes = tuple(sorted({len(head) for head in heads}, reverse=True))
    for name in solid:
        for size in sizes:
            # "contractmanager" is also written as "contract manager".
            if len(name) > size + 2 and name[-size:] in heads and starts.get(name[:-size], 0) < 2:
                starts[name[:-size]] = 2
    return Index(keys, starts, stars, frozenset(heads), sizes)


@cache
def head_stems(heads: tuple[str, ...]) -> frozenset[str]:
    """Return the heads of a term as they are compared."""
    return frozenset(stem(plain(head)) for head in heads)


def squashed(name: str) -> str:
    """Return `name` without blanks and hyphens."""
    return "".join(name.replace("-", " ").split())


def star_pattern(name: str, term: Term) -> re.Pattern[str]:
    """Return the pattern of a name with a `*`: any letters within one word."""
    if " " in name or name.count("*") != 1 or len(name) < 8:
        raise DataProblem(f"{term.where}: {name!r}: a * stands once, in one long word")
    left, right = plain(name).split("*")
    return re.compile(re.escape(left) + r"\w*" + re.escape(stem(right)))


def name_keys(name: str) -> set[str]:
    """Return every key under which `name` can be found."""
    return _add_name(name, {})


def _add_name(name: str, starts: dict[str, int]) -> set[str]:
    keys: set[str] = set()
    for spelling in spellings(plain(name)):
        parts = _parts(spelling)
        left = len(parts)
        if left == 1:
            starts.setdefault(parts[0][1], 1)
            keys.add(parts[0][1])
            continue
        by_raw = by_stem = ""
        for raw, short, mark in parts:
            by_stem += mark
            by_raw += mark
            # The words so far may stand in the text as they are here, inflected, or as one word.
            found = {by_stem + short, by_raw + short}
            if len(raw) < 6:  # the stem of a short word differs from that of a compound that ends in it
                found.add(stem(by_raw + raw))
            for start in (*found, by_raw + raw):
                if starts.get(start, 0) < left:
                    starts[start] = left
            left -= 1
            if left == 0:
                keys |= found
            by_stem += short
            by_raw += raw
    return keys


def spellings(name: str) -> Iterable[str]:
    """Return a name with and without the letters in brackets."""
    if "(" not in name:
        return (name,)
    pieces = _OPTIONAL.split(name)
    choices = [(piece, "") if place % 2 else (piece,) for place, piece in enumerate(pieces)]
    return ("".join(choice) for choice in product(*choices))


def _parts(name: str) -> list[tuple[str, str, str]]:
    """The words of a name, each with its stem and the mark before it; without the small ones inside it, which the text may have or not."""
    if _PLAIN.fullmatch(name):
        words = [(word, stem(word), "") for word in name.split()]
    else:
        words = [(token.raw, token.stem, _MARKS.get(token.gap, "")) for token in tokens(name)]
    if len(words) < 3:
        return words
    skip = word_set("skip")
    return [words[0], *(word for word in words[1:-1] if word[1] not in skip), words[-1]]


@remembered(words=20_000)
def splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to take a compound as a first part (a stem) and a head, the longest head first.

    "klantenservicemedewerker" is "klanten" + "servicemedewerker" and "klantenservice" + "medewerker".
    """
    idx = index()
    return tuple(
        (stem(word[:-size]), word[-size:])
        for size in idx.head_sizes
        if len(word) > size + 1 and word[-size:] in idx.heads
    )


@remembered(words=20_000)
def _starred(word: str) -> tuple[Entry, ...]:
    return tuple(entry for pattern, entry in index().stars if pattern.fullmatch(word))


class Alone(NamedTuple):
    """What a word is by itself: the entries it is a name of, each with a head taken off, and whether more may follow."""

    entries: tuple[tuple[str, Sequence[Entry]], ...]
    begins: bool


@remembered(words=20_000)
def _alone(raw: str, short: str) -> Alone:
    idx = index()
    longest = max(idx.starts.get(short, 0), idx.starts.get(raw, 0))
    parts = splits(short) if len(short) > 4 else ()
    known = longest > 0 or (len(short) > 5 and bool(parts))
    named = [(head, idx.keys.get(part, ())) for part, head in ((short, ""), *parts)] if known else []
    return Alone(tuple((head, tuple(entries)) for head, entries in named if entries), longest > 1)


def scan(text: str, words: tuple[Token, ...]) -> list[Found]:
    """Return every entry found in `text`, of whose words `words` are the tokens; blocked names are left out."""
    idx = index()
    found: list[Found] = []
    for place, word in enumerate(words):
        alone, begins = _alone(word.raw, word.stem)
        for head, entries in alone:
            _take(text, words, Stretch(place, place, 0, head), entries, found)
        if begins:
            for stretch, entries in _longer(words, place, idx):
                _take(text, words, stretch, entries, found)
        if idx.stars and len(word.stem) > 7:
            found.extend(Found(place, place, entry) for entry in _starred(word.stem))
    return _unblocked(found)


class Stretch(NamedTuple):
    """The words `first` to `last`, with `small` words passed over and perhaps a head taken off the last one."""

    first: int
    last: int
    small: int
    head: str


def _longer(words: tuple[Token, ...], first: int, idx: Index) -> Iterator[tuple[Stretch, Sequence[Entry]]]:
    """Yield the stretches of several words from `first` on that are a key, and what it stands for."""
    starts, keys, skip = idx.starts, idx.keys, word_set("skip")
    by_stem, by_raw = words[first].stem, words[first].raw
    small = 0
    for last in range(first + 1, len(words)):
        word = words[last]
        if word.gap not in _JOINING:
            return
        if mark := _MARKS.get(word.gap):
            by_stem += mark
            by_raw += mark
        # A small word is passed over, but may also be the end of a name ("hoofd afdeling").
        passes = word.stem in skip
        if passes and small > 3:
            return
        # No name ends in "en": "bouw en" isn't "bouwen".
        if word.stem != "en":
            parts = splits(word.stem) if len(word.stem) > 4 else ()
            for before in (by_stem, by_raw) if by_raw != by_stem else (by_stem,):
                if entries := keys.get(before + word.stem):
                    yield Stretch(first, last, small, ""), entries
                for part, head in parts:
                    if entries := keys.get(before + part):
                        yield Stretch(first, last, small, head), entries
        if passes:
            small += 1
            continue
        by_stem += word.stem
        by_raw += word.raw
        if starts.get(by_stem, 0) < 2 and starts.get(by_raw, 0) < 2:
            return


def _take(text: str, words: tuple[Token, ...], at: Stretch, entries: Sequence[Entry], found: list[Found]) -> None:
    for entry in entries:
        if (at.head and entry.sense not in ("at", "of")) or (at.small and entry.solid):
            continue
        if entry.exact and squashed(text[words[at.first].start : words[at.last].end]) != entry.exact:
            continue
        hit = Found(at.first, at.last, entry, at.head)
        if hit not in found[-12:]:
            found.append(hit)


def _unblocked(found: list[Found]) -> list[Found]:
    """Leave out what is blocked by an excluded phrase around it, and these phrases themselves."""
    blocks: dict[tuple[str, int], int] = {}
    for hit in found:
        if hit.entry.sense == "not":
            for place in range(hit.first, hit.last + 1):
                at = (hit.entry.term, place)
                blocks[at] = max(blocks.get(at, 0), hit.last)
    if not blocks:
        return found
    return [hit for hit in found if hit.entry.sense != "not" and blocks.get((hit.entry.term, hit.first), -1) < hit.last]
