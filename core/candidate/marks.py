"""What the lexicon knows in a page, found once: employers, roles, places, levels, tools.

A role is also known by its head ("servicedeskmedewerker" ends in "medewerker"), so that a job whose role
the lexicon has no name for is still read as one.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from core.candidate.cues import alternatives, entry, words
from core.candidate.page import Page
from core.lexicon import EmployerHit, LevelHit, find_employers, find_levels, find_terms
from core.lexicon.load import terms
from core.lexicon.load import words as lexicon_words
from core.model.base import Sector
from core.text.days import HoursHit, find_hour_spans
from core.text.durations import Duration, find_durations
from core.text.memory import remembered
from core.text.source import plain


class Place(NamedTuple):
    """Something at `[start, end)`; `name` is its id where it has one."""

    start: int
    end: int
    name: str = ""


class Marks(NamedTuple):
    """Everything known in a page, each in the order of the text."""

    employers: tuple[EmployerHit, ...]
    roles: tuple[Place, ...]
    heads: tuple[Place, ...]
    towns: tuple[Place, ...]
    tools: tuple[Place, ...]
    courses: tuple[Place, ...]
    known: tuple[Place, ...]
    """Tools, tasks, laws, domains and fields: no names of employers."""
    levels: tuple[LevelHit, ...]
    durations: tuple[Duration, ...]
    hours: tuple[HoursHit, ...]


_TOKEN = re.compile(r"[\w'&]+(?:-[\w'&]+)*")


def marks(page: Page) -> Marks:
    """Return what is known in the page."""
    found: dict[str, list[Place]] = {}
    for hit in find_terms(page.flow):
        found.setdefault(hit.kind, []).append(Place(hit.start, hit.end, hit.term))
    known = [place for kind in ("tool", "task", "law", "domain", "field", "course") for place in found.get(kind, ())]
    return Marks(
        employers=_employers(page),
        roles=tuple(found.get("role", ())),
        heads=tuple(_heads(page.low)),
        towns=tuple(found.get("municipality", ())),
        tools=tuple(found.get("tool", ())),
        courses=tuple(found.get("course", ())),
        known=tuple(sorted(known)),
        levels=_levels(page, found.get("field", ())),
        durations=find_durations(page.flow),
        # A slash between blanks is a comma: "per direct / 32 uur".
        hours=tuple(sorted(find_hour_spans(page.flow.replace(" / ", " ; ")), key=lambda hit: hit.start)),
    )


# "wo" is a Wednesday, unless a field of study follows; "Ad" is a name, unless one does.
_WO = re.compile(
    r"[wW]o(?:(?<=\A[wW]o)|(?<=[\n,;:.(/*\u2022-] [wW]o)|(?<=[\n(/][wW]o)|(?<=heeft wo)|(?<=een wo))(?:[ -](?:bachelor|master|opleiding|diploma|studie))?(?=[ -]+(?!(?:en|do|di|vr|of|op|tot|is|om|van|ochtend|middag|avond|hele|vrij|niet|graag|thuis|geen|bijv|alleen|kantoor)\w*\b)[A-Za-z]{4})"
)
_AD = re.compile(r"A[Dd](?<![\w.]A[Dd])(?=[ -](?:opleiding |diploma |in )?[A-Z][a-z]{3})")
# "drs economie", "ir. bouwkunde", "bezig met ad geodesie": a title or a small "ad" right before a field of study.
_TITLE = re.compile(r"(?<![\w.])(?P<title>drs\.?|ir\.?|ad)[ -](?:in |opleiding )?$")
_DEGREE = re.compile(r"(?<=, )drs\.?(?=\s*(?:$|[.,;\n)]))")
_VMBO_TRACK = re.compile(r"[ -](?:basis|kader|beroeps|gemengd|theoretisch)\w*(?:e leerweg)?")


_MBO_LEVEL = re.compile(r"\bmbo[\s,(-]{0,3}level[\s-]{0,2}(?P<rung>[1-4])\b")


def _levels(page: Page, fields: Iterable[Place]) -> tuple[LevelHit, ...]:
    """Return the levels, with those that only their surroundings tell; a post-hbo course is none."""
    found = [
        _with_track(page, hit)
        for hit in find_levels(page.flow)
        if not page.low[max(0, hit.start - 5) : hit.start].endswith(("post-", "post "))
    ]
    found += [
        LevelHit("master" if "master" in m[0] else "wo-bachelor", m.start(), m.end()) for m in _WO.finditer(page.flow)
    ]
    found += [LevelHit("ad", m.start(), m.end()) for m in _AD.finditer(page.flow)]
    found += [LevelHit("master", m.start(), m.end()) for m in _DEGREE.finditer(page.low)]
    found += [hit for field in fields if (hit := _titled(page, field)) is not None]
    if "level" in page.low:
        rungs = {m.start(): LevelHit(f"mbo-{m['rung']}", m.start(), m.end()) for m in _MBO_LEVEL.finditer(page.low)}
        found = [hit for hit in found if hit.start not in rungs] + list(rungs.values())
    return tuple(sorted(set(found), key=lambda hit: (hit.start, -hit.end)))


def _with_track(page: Page, hit: LevelHit) -> LevelHit:
    """Take "basis" and "kader" with the vmbo that they are a part of."""
    track = _VMBO_TRACK.match(page.low, hit.end) if hit.level == "vmbo" else None
    return hit._replace(end=track.end()) if track else hit


def _titled(page: Page, field: Place) -> LevelHit | None:
    """Return the level that a title right before a field of study tells."""
    first = max(0, field.start - 16)
    title = _TITLE.search(page.low[first : field.start])
    if title is None:
        return None
    level = "ad" if title["title"] == "ad" else "master"
    return LevelHit(level, first + title.start("title"), first + title.end("title"))


def _employers(page: Page) -> tuple[EmployerHit, ...]:
    hits = _on_one_line(page.flow, find_employers(page.flow))
    begins = {hit.start for hit in hits}
    hits += [hit for hit in _municipal(page) if hit.start not in begins]
    hits += [hit for hit in _reversed(page) if not any(h.start < hit.end and hit.start < h.end for h in hits)]
    return tuple(sorted(hits, key=lambda hit: hit.start))


_MUNICIPAL = re.compile(r"g(?<![\w-]g)em(?:eente|\.)?[ \t]+(?=[\w'])")


_NO_WORK_THERE = re.compile(
    r"\b(?:woont|wonend|wonende|woonachtig|inwoner|verhuisd|geboren)(?:\s+(?:in|te|van|naar|de))*\s*$|(?:protestantse|hervormde|gereformeerde|evangelische|kerkelijke|joodse|christelijke)\s*$"
)


def _municipal(page: Page) -> list[EmployerHit]:
    """Read what a hasty text writes without capitals: "gemeente tiel", "gem. lelystad"."""
    names = _municipalities()
    found = []
    for match in _MUNICIPAL.finditer(page.low):
        if _NO_WORK_THERE.search(page.low[max(0, match.start() - 24) : match.start()]):
            continue
        following = [m.end() for m in re.finditer(r"[\w'-]+", page.low[match.end() : match.end() + 40])][:5]
        for stop in reversed(following):
            end = match.end() + stop
            if page.low[match.end() : end] in names:
                found.append(EmployerHit(page.flow[match.start() : end], match.start(), end, "gemeente"))
                break
    return found


_REVERSED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w'-]+(?: (?:aan|den|de|op|van|bij) [A-Z][\w'-]+)?) (?:Gemeente|Municipality)(?![\w-])"
)


def _reversed(page: Page) -> list[EmployerHit]:
    """Read "Hardenberg Gemeente", as English CVs have it."""
    if " Gemeente" not in page.flow and " Municipality" not in page.flow:
        return []
    return [
        EmployerHit(match[0], match.start(), match.end(), "gemeente")
        for match in _REVERSED.finditer(page.flow)
        if plain(match["name"]) in _municipalities()
    ]


@cache
def _municipalities() -> frozenset[str]:
    listed = [one for one in terms().values() if one.kind == "municipality"]
    return frozenset(plain(name) for one in listed for name in (*one.names, *one.exact))


def _on_one_line(flow: str, hits: Iterable[EmployerHit]) -> list[EmployerHit]:
    """Cut names at a line's end: "gemeente" and "Werkzaamheden" on the next line are no name."""
    found = []
    for hit in hits:
        name = flow[hit.start : hit.end]
        cut = re.search(r"[\n\t]", name)
        if cut is None:
            found.append(hit)
        elif " " in name[: cut.start()].strip() or not name[: cut.start()].islower():
            kept = name[: cut.start()].rstrip()
            if kept.lower() not in _all_generic():
                found.append(hit._replace(name=kept, end=hit.start + len(kept)))
    return found


@cache
def _all_generic() -> dict[str, Sector | None]:
    return {word: sector or None for sector, listed in entry("jobs.generic").items() for word in listed}


@cache
def generic_pattern() -> re.Pattern[str]:
    """Return the pattern of a kind of employer without a name ("een gemeente")."""
    return re.compile(alternatives(_all_generic()))


def generic_sector(word: str) -> Sector | None:
    """Return the sector of a kind of employer ("gemeenten": "gemeente"), None where it has none."""
    return _all_generic().get(re.sub(r"\s+", " ", word))


_AND_AT = re.compile(
    r"\s*(?:\ben/of\b|\ben\b|\bof\b|&|/)\s*(?:(?:bij|voor|binnen|een|de|het|diverse|andere|grote|kleine)\s+){0,3}"
)


def is_shared(low: str, end: int, sector: Sector | None) -> bool:
    """Whether what ends at `end` stands beside another kind of employer: "gemeenten en advocatenkantoren"."""
    joint = _AND_AT.match(low, end)
    if joint is None:
        return False
    kind = generic_pattern().match(low, joint.end())
    if kind is not None:
        return generic_sector(kind[0]) != sector
    return _employer_kind().match(low, joint.end()) is not None


@cache
def _employer_kind() -> re.Pattern[str]:
    endings = "|".join(entry("jobs.employer_endings"))
    return re.compile(
        rf"{alternatives(entry('jobs.employer_words'))}|\w{{2,}}(?:{endings}|kantor|instelling|bank|groep|hui[sz])(?:en|s)?\b"
    )


@cache
def _head_words() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    heads = ({plain(word) for word in lexicon_words()["words"]["heads"]} | words("jobs.heads")) - words("jobs.no_heads")
    single = frozenset(head for head in heads if " " not in head)
    return single, tuple(head for head in single if len(head) >= 6), tuple(head for head in heads if " " in head)


@cache
def _head_phrases() -> re.Pattern[str] | None:
    phrases = _head_words()[2]
    return re.compile(alternatives(phrases)) if phrases else None


@remembered(words=20_000)
def _is_head(word: str) -> bool:
    single, endings, _ = _head_words()
    return word.endswith(endings) or word in single or word.rsplit("-", 1)[-1] in single


def _heads(low: str) -> list[Place]:
    found = [Place(match.start(), match.end()) for match in _TOKEN.finditer(low) if _is_head(match[0])]
    phrases = _head_phrases()
    if phrases is not None:
        found += [Place(match.start(), match.end()) for match in phrases.finditer(low)]
    return sorted(found)


_START = attrgetter("start")
_Hit = TypeVar("_Hit", Place, EmployerHit, LevelHit, Duration, HoursHit)


def within(hits: tuple[_Hit, ...], start: int, end: int) -> tuple[_Hit, ...]:
    """Return the hits that lie wholly in `[start, end)`."""
    if not hits:
        return ()
    first = bisect_left(hits, start, key=_START)
    last = first
    while last < len(hits) and hits[last].start < end:
        last += 1
    return tuple(hit for hit in hits[first:last] if hit.end <= end) if last > first else ()
