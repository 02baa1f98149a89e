"""What a text says of a paper beside its name: a course, a register, a licence, a diploma (C6).

"SKJ-registratie verlopen in 2023", "NEVI 2, gestart in 2026", "haalt volgende maand rijbewijs B", "NEVI 2
gewenst": named, and yet nothing to show. A clause speaks of its own names; one behind a comma that begins with
such a word goes on about the name before it; a list ("bezig met NEVI 2 en PRINCE2") shares what stands before
and behind it.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from core.candidate.cues import alternatives, any_of, compiled, entry
from core.text.dates import find_moments

Standing = Literal["held", "until", "lapsed", "coming", "others"]
"""`until`: held up to a date, which `valid_until` reads."""
_BREAK = re.compile(r"[,;\n]|\.\s|\bmaar\b|\s-\s|\bterwijl\b")
_JOINT = re.compile(r"[\s,&+/()-]*(?:\b(?:en|of|and|zowel|als)\b[\s,&+/()-]*)?(?:\w{0,4}registratie\b[\s,]*)?")
_PERCENT = re.compile(
    r"\b(?!100)\d{1,2}\s?(?:%|procent)|\b\d{1,3}\s?(?:ects|ec\b|studiepunten|credits)|\b\d{1,2}/\d{1,2}\s+(?:vakken|modules)"
)
_UNTIL = re.compile(
    r"\b(?:tot en met|t/m|tot(?!\s+en\s+met\s+heden)|until|till|verloopt|vervalt|verlengd tot|expires)\s*:?\s*(?:(?:in|op|per|on|aan)\s+)?(?:(?:eind|begin|medio|\d{1,2}[-/ ]?)\s*)?(?:\w{3,9}\.?[-/ ])?\D{0,3}(?:\d{1,2}[-/])?(?:19|20)\d\d\b"
)
_ASKED = re.compile(
    r"\?|\b(?:bel|vraag|check|controleer|zoek)\s+(?:ik|je|we|wij|hem|haar|het)\b|\b(?:navragen|nagaan|uitzoeken|checken|geen idee|weet ik niet|onbekend)\b"
)
_LONGEST = 160


def valid_until(low: str, start: int, ceiling: int) -> int | None:
    """Return the last month in which a paper is valid for certain ("geldig tot 2029": December 2028), None without one."""
    match = _UNTIL.search(low, start, min(ceiling, start + _LONGEST))
    if match is None:
        return None
    moments = find_moments(low[match.start() : min(ceiling, match.end() + 4)])
    if not moments:
        return None
    included = match[0].startswith(("t/m", "tot en met"))
    return moments[0].range.latest if included else moments[0].range.earliest - 1


def standing(low: str, start: int, end: int, floor: int, ceiling: int, names: Sequence[tuple[int, int]]) -> Standing:
    """Return how `low[start:end)` stands; its sentence is `[floor, ceiling)`, and `names` are all papers in it, in order."""
    floor, ceiling = max(floor, start - _LONGEST), min(ceiling, end + _LONGEST)
    if not _any().search(low, floor, ceiling):
        return "held"
    tail = _tail(low, end, ceiling, names)
    found = _said(tail) or _before(low, floor, start)
    if found is not None:
        return found
    if compiled("standing.held").search(tail):
        return "held"
    listed = _list_start(low, floor, start, names)
    return (_before(low, floor, listed) if listed < start else None) or "held"


@cache
def _any() -> re.Pattern[str]:
    lists = ("lapsed", "coming", "others")
    return re.compile(
        rf"{alternatives(word for name in lists for word in entry(f'standing.{name}'))}|{_PERCENT.pattern}|{_UNTIL.pattern}|{_ASKED.pattern}"
    )


def _said(stretch: str) -> Standing | None:
    """Return what the words of a stretch say against a paper, None where nothing does."""
    if compiled("standing.others").search(stretch):
        return "others"
    dated = _UNTIL.search(stretch)
    if compiled("standing.lapsed").search(_UNTIL.sub(" ", stretch)):
        return "lapsed"
    if dated:
        return "until"
    if _ASKED.search(stretch) or compiled("standing.coming").search(stretch) or _PERCENT.search(stretch):
        return "coming"
    return None


def _tail(low: str, end: int, ceiling: int, names: Sequence[tuple[int, int]]) -> str:
    """Return what follows a name and is about it: its clause, and those behind it that only say how it stands."""
    pieces: list[str] = []
    at = end
    for first, last in names:
        if first < end:
            continue
        if _JOINT.fullmatch(low, at, first):
            at = last  # a list: what is said behind it is of all
            continue
        ceiling = min(ceiling, _clause_start(low, at, first))
        break
    stop = _next_break(low, at, ceiling)
    pieces.append(low[at:stop])
    while stop < ceiling:
        after = _BREAK.match(low, stop)
        begin = after.end() if after else stop
        stop = _next_break(low, begin, ceiling)
        if not _goes_on(low[begin:stop]):
            break
        pieces.append(low[begin:stop])
    return " ".join(pieces)


def _next_break(low: str, start: int, ceiling: int) -> int:
    found = _tail_break().search(low, start, ceiling)
    return found.start() if found else ceiling


@cache
def _tail_break() -> re.Pattern[str]:
    """A clause ends too where "en" begins another one ("SKJ-geregistreerd en wil graag …")."""
    return re.compile(rf"{_BREAK.pattern}|\ben\s+(?={any_of('standing.new')})")


def _clause_start(low: str, at: int, name: int) -> int:
    """Return where the clause begins that another name stands in."""
    begin = at
    for match in re.finditer(rf"{_BREAK.pattern}|\ben\b|\bof\b", low[at:name]):
        begin = at + match.start()
    return begin if begin > at else name


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"[\s(:]*(?:{any_of('standing.filler')}[\s:]+){{0,4}}")


def _goes_on(clause: str) -> bool:
    lead = _lead().match(clause)
    rest = clause[lead.end() :] if lead else clause
    if compiled("standing.new").match(rest):
        return False
    if re.match(
        r"\s*(?:examen|theorie|praktijk|diploma|certificaat|registratie|scriptie|alleen|geldig|valid|tot|t/m)\b", rest
    ):
        return True
    return any(compiled(f"standing.{name}").match(rest) for name in ("lapsed", "coming", "others"))


def _list_start(low: str, floor: int, start: int, names: Sequence[tuple[int, int]]) -> int:
    """Return where the list begins that a name stands in: "bezig met NEVI 2 en PRINCE2"."""
    at = start
    for first, last in reversed(names):
        if floor <= first < last <= at and _JOINT.fullmatch(low, last, at):
            at = first
    return at


def _before(low: str, floor: int, at: int) -> Standing | None:
    """Return what stands against a name before it in its clause; a word for having it behind that takes it back."""
    begins = [m.end() for m in _BREAK.finditer(low, floor, at)]
    head = low[begins[-1] if begins else floor : at]
    if compiled("standing.others").search(head):
        return "others"
    held = max((m.end() for m in compiled("standing.held").finditer(head)), default=-1)
    found = [(m.end(), name) for name in _AGAINST for m in compiled(f"standing.{name}").finditer(head)]
    return max((one for one in found if one[0] > held), default=(0, None))[1]


_AGAINST: tuple[Standing, ...] = ("lapsed", "coming")
