"""Clauses: conditions of the contract and the bid that a posting names, each with its sentence."""

from typing import NamedTuple

from core.model.base import Span
from core.posting.layout import Flow, sentence_at
from core.posting.words import near, pattern, table, wordlist

_APART = frozenset({"dba_substantiation"})


class Clause(NamedTuple):
    """A clause with the sentence that shows it, at `[start, end)` of the flow."""

    name: str
    start: int
    end: int


def read_clauses(flow: Flow) -> tuple[Clause, ...]:
    """Return the clauses of a posting in the order of `data/clauses.toml`, each with its first sentence."""
    found = (read_clause(flow, name) for name in table("clauses") if name not in _APART)
    return tuple(clause for clause in found if clause is not None)


def read_clause(flow: Flow, name: str) -> Clause | None:
    """Return one clause, None where no sentence shows it (or each says the opposite)."""
    denied = table("clauses")[name]["unless"]
    for match in near(pattern("clauses", f"{name}.cues"), flow.low, wordlist("clauses", f"{name}.words")):
        begin, end = sentence_at(flow, match.start(), match.end())
        if denied and pattern("clauses", f"{name}.unless").search(flow.low, begin, end):
            continue
        while begin < match.start() and flow.source.text[begin] in " \n-\u2022*":
            begin += 1
        return Clause(name, begin, end)
    return None


def clause_spans(flow: Flow, clauses: tuple[Clause, ...]) -> dict[str, Span]:
    """Return the place of each clause in the received text, as "clauses.vog"."""
    return {f"clauses.{clause.name}": flow.source.span(clause.start, clause.end) for clause in clauses}
