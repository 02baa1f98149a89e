"""The lexicon's data files as `Term` values; FORMAT.md describes the format.

The files are TOML, kept to tables, strings and lists of strings, so that one pattern reads them seven times
faster than `tomllib` does: every run of the program starts here. A test holds both readings equal.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from core.errors import DataProblem

_DATA = Path(__file__).with_name("data")
_ITEM = re.compile(r'^\[([\w.-]+)\]|^(\w+) *= *(?:\[([^\]]*)\]|"([^"\n]*)"|(true|false))', re.M)
_STRING = re.compile(r'"([^"]*)"')

Table = dict[str, Any]


class Term(NamedTuple):
    """One thing with its names; the fields are those of FORMAT.md. `where`: file and table, for errors."""

    id: str
    kind: str
    label: str
    family: str = ""
    names: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    sector: str = ""
    agency: bool = False
    rank: str = ""
    where: str = ""


_RELATED = {"also": "names", "also_at": "at", "also_of": "of"}
_FIELDS = (frozenset(Term._fields) | {"not", *_RELATED}) - {"id", "kind", "excludes", "where"}
_STRINGS = frozenset({"label", "family", "sector", "rank"})


def read_tables(text: str) -> Table:
    """Return the tables of a data file as `tomllib` would, for the part of TOML that FORMAT.md allows."""
    root: Table = {}
    table = root
    for name, field, items, string, flag in _ITEM.findall(text):
        if name:
            table = root
            for part in name.split("."):
                table = table.setdefault(part, {})
        elif flag:
            table[field] = flag == "true"
        else:
            table[field] = _STRING.findall(items) if items else string
    return root


def data_files() -> tuple[Path, ...]:
    """Return the data files in a fixed order."""
    return tuple(sorted(_DATA.glob("*.toml")))


def read_file(path: Path) -> Table:
    """Return the tables of a data file; `DataProblem` where it can't be read."""
    try:
        return read_tables(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, AttributeError) as error:
        raise DataProblem(f"lexicon/data/{path.name}: {error}") from error


def read_strictly(path: Path) -> Table:
    """Return the tables of a data file as `tomllib` reads them; for the tests."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words() -> dict[str, dict[str, Any]]:
    """Return `words.toml`: the words that the engine itself must know (heads, qualifiers, typos, …)."""
    return read_file(_DATA / "words.toml")


@cache
def terms() -> dict[str, Term]:
    """Return all terms by id; `DataProblem` names the file, the entry and the field that is wrong."""
    found: dict[str, Term] = {}
    for path in data_files():
        if path.name == "words.toml":
            continue
        for new in terms_of(read_file(path), path.name):
            if new.id in found:
                raise DataProblem(f"{new.where}: the id also stands in {found[new.id].where}")
            found[new.id] = new
    return found


def terms_of(tables: Table, file: str) -> Iterator[Term]:
    """Yield the terms of a file's tables."""
    for kind, entries in tables.items():
        for slug, entry in entries.items():
            where = f"lexicon/data/{file}: [{kind}.{slug}]"
            if not isinstance(entry, dict):
                raise DataProblem(f"{where}: a field outside a [kind.slug] table")
            yield from _terms(f"{kind}.{slug}", kind, entry, where)


def _terms(name: str, kind: str, entry: Table, where: str) -> Iterator[Term]:
    """Yield the term of a table, and the terms that stand beside it in `also…`: each a thing of its own, and near."""
    related = {field: entry[field] for field in _RELATED if field in entry}
    main = _term(name, kind, {field: value for field, value in entry.items() if field not in related}, where)
    if related and not main.family:
        main = main._replace(family=name)
    yield main
    for field, titles in related.items():
        if not isinstance(titles, list):
            raise DataProblem(f"{where} {field}: a list of strings is due")
        for title in titles:
            label = title if field == "also" else f"{main.heads[0] if main.heads else ''} {title}".strip()
            fields: Table = {_RELATED[field]: (title,), "heads": () if field == "also" else main.heads}
            yield Term(
                id=f"{name}~{title.replace(' ', '_')}",
                kind=kind,
                label=label,
                family=main.family,
                near=main.near,
                implies=main.implies,
                where=where,
                **fields,
            )


def _term(name: str, kind: str, entry: Table, where: str) -> Term:
    if not entry.keys() <= _FIELDS:
        raise DataProblem(f"{where}: unknown field {', '.join(sorted(entry.keys() - _FIELDS))}")
    if not entry.get("label"):
        raise DataProblem(f"{where} label: missing")
    fields: Table = {}
    for field, value in entry.items():
        if isinstance(value, list):
            if field in _STRINGS or field == "agency":
                raise DataProblem(f"{where} {field}: one value, not a list")
            fields["excludes" if field == "not" else field] = tuple(value)
        elif field in _STRINGS or (field == "agency" and isinstance(value, bool)):
            fields[field] = value
        else:
            raise DataProblem(f"{where} {field}: a list of strings is due")
    return Term(id=name, kind=kind, where=where, **fields)
