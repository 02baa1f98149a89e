"""How two terms are linked (C8): by family, by `near` or `includes`, or one way by `implies`."""

from functools import cache
from typing import Literal

from core.errors import DataProblem
from core.lexicon.load import Term, terms

Grade = Literal["same", "near"]


def term(name: str) -> Term:
    """Return the term with id `name`; `DataProblem` where there is none."""
    try:
        return terms()[name]
    except KeyError:
        raise DataProblem(f"lexicon: no term {name!r}") from None


def link(wanted: str, offered: str) -> Grade | None:
    """Return how far the term `offered` stands for the term `wanted`: itself, a near one, or not at all."""
    if wanted == offered:
        return "same"
    return "near" if offered in near_terms(wanted) else None


@cache
def near_terms(wanted: str) -> frozenset[str]:
    """Return the ids of the terms that stand for `wanted` with grade `near`."""
    mine = term(wanted)
    family, backward, beside = _links()
    near = {*mine.near, *mine.includes} | backward.get(wanted, set())
    near |= {other for one in near for other in beside.get(one, ())}
    if mine.family:
        near |= family[_scope(mine)]
        near |= backward.get(f"{mine.kind}/{mine.family}", set())
    near -= set(mine.apart)
    return frozenset(other for other in near if other != wanted and wanted not in term(other).apart)


def _scope(one: Term) -> str:
    """What members of one family share: roles have families of their own, a course and a task may share one."""
    return f"role/{one.family}" if one.kind == "role" else one.family


@cache
def _links() -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
    """The members of each family, what other terms say about a term or family, and the titles beside a term."""
    family: dict[str, set[str]] = {}
    backward: dict[str, set[str]] = {}
    beside: dict[str, set[str]] = {}
    for one in terms().values():
        main, _, title = one.id.partition("~")
        if title:
            beside.setdefault(main, set()).add(one.id)
        if one.family:
            family.setdefault(_scope(one), set()).add(one.id)
        for other in (*one.near, *one.includes, *one.implies):
            backward.setdefault(other, set()).add(one.id)
    return family, backward, beside
