"""What is wrong with the lexicon's data, for the tests: each problem names the file, the entry and the field."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from core.lexicon.index import head_stems, name_keys
from core.lexicon.load import Term
from core.lexicon.words import word_set

_SECTORS = frozenset({"", "gemeente", "overheid", "publieke sector", "privaat", "samenwerkingsverband"})
_PHRASES = ("names", "english", "exact", "at", "of", "prefix")


def problems(entries: Mapping[str, Term]) -> Iterator[str]:
    """Yield every problem in these terms."""
    yield from _duplicates(entries.values())
    families = {f"{one.kind}/{one.family}" for one in entries.values()}
    for term in entries.values():
        yield from _problems_of(term, entries, families)


def _problems_of(term: Term, entries: Mapping[str, Term], families: set[str]) -> Iterator[str]:
    for field in ("near", "includes", "implies", "apart"):
        for other in getattr(term, field):
            if field == "implies" and other in families:
                continue
            if other not in entries:
                yield f"{term.where} {field}: no term {other!r}"
            elif other == term.id:
                yield f"{term.where} {field}: the term itself"
    if not any(getattr(term, field) for field in _PHRASES):
        yield f"{term.where}: nothing to find it by (names, english, exact, prefix, or at/of with heads)"
    if (term.of or (term.at and term.kind == "role")) and not term.heads:
        yield f"{term.where} heads: missing beside at/of"
    if term.kind == "role" and (unknown := head_stems(term.heads) - word_set("heads") - _adjective_heads()):
        yield f"{term.where} heads: {', '.join(sorted(unknown))} isn't in words.toml"
    if term.sector not in _SECTORS:
        yield f"{term.where} sector: {term.sector!r}"
    for field in (*_PHRASES, "excludes"):
        yield from _bad_phrases(term, field)


def _bad_phrases(term: Term, field: str) -> Iterator[str]:
    values = getattr(term, field)
    if len(set(values)) < len(values):
        yield f"{term.where} {field}: a value stands twice"
    for name in values:
        if not name_keys(name) or name != name.strip():
            yield f"{term.where} {field}: {name!r} holds no word, or blanks around it"
        elif field in ("names", "english") and len(name.replace(" ", "")) < 3:
            yield f"{term.where} {field}: {name!r} is short enough to mean other things; put it in exact"


@cache
def _adjective_heads() -> frozenset[str]:
    """The heads with an adjective in front, as the reader writes them ("administratiefmedewerker")."""
    return frozenset(adjective + head for adjective in word_set("head_adjectives") for head in word_set("heads"))


def _duplicates(entries: Iterable[Term]) -> Iterator[str]:
    """Names that two terms of one kind have, unless both… or the later one says that it is `shared`."""
    seen: dict[tuple[str, str], Term] = {}
    for term in entries:
        shared = {key for name in term.shared for key in name_keys(name)}
        for name in (*term.names, *term.english):
            if "*" in name:
                continue
            for key in name_keys(name):
                other = seen.setdefault((term.kind, key), term)
                if other.id == term.id or key in shared or key in {k for n in other.shared for k in name_keys(n)}:
                    continue
                yield f"{term.where} names: {name!r} also names {other.id}"
                break
