"""Where the experience must have been gained: the sector and the domain (C7).

gemeente ⊂ overheid ⊂ publieke sector. An employer of another kind ("woningcorporatie") is no sector: it is
the domain, to be found in the candidate's text.
"""

import re
from typing import NamedTuple

from core.posting.req_data import Lazy, alternatives, cue, words
from core.posting.req_subjects import clean


class Place(NamedTuple):
    """Sector and domain with the stretches that name them.

    `sector_open`: another employer may count too; `also_at`: the kinds that are named.
    """

    sector: str | None = None
    sector_open: bool = False
    also_at: tuple[str, ...] = ()
    domains: tuple[tuple[int, int], ...] = ()
    stretches: tuple[tuple[int, int], ...] = ()


_KINDS = ("any_authority", "comparable", "public", "local", "gemeente", "authority", "overheid", "other")
_NOUN = Lazy(lambda: "|".join(f"(?P<{kind}>{cue('experience', f'sector.{kind}')})" for kind in _KINDS))
_PREPOSITION = cue("experience", "sector.preposition")
_ARTICLES = rf"(?:{cue('experience', 'sector.article')} ){{0,3}}(?P<quality>(?:{cue('experience', 'sector.qualifier')} ){{1,2}})?"
# What stands before the first employer that is named, and between two of them.
_BEFORE = Lazy(
    lambda: (
        rf"(?<!\w)(?:(?:en|of) )?(?:{_PREPOSITION}|(?P<client>{cue('experience', 'sector.for_client')})) {_ARTICLES}$"
    )
)
_BETWEEN = Lazy(
    lambda: rf"(?:,? ?(?:(?P<both>en)|en/of|of|dan wel|danwel|cq|c\.q\.|ofwel)|,|/) ?(?:{_PREPOSITION} )?{_ARTICLES}$"
)
_OR_ELSEWHERE = re.compile(
    r",? (?:of|en/of|dan wel|danwel) (?:(?:bij|in|binnen) )?(?:(?:de|het|een|andere) ){0,2}(?!als |met |minimaal|als$)(?P<place>[\w-]+(?: [\w-]+)??)(?=[ .;)]*$|,| als | met |\ue000)"
)
_REACH = 90
# "(gemeente, provincie of waterschap)" explains the sector before it.
_BRACKET = re.compile(r" ?\(([^()]{3,160})\)")
_CONNECTORS = Lazy(
    lambda: rf"(?:{cue('experience', 'sector.article')}|en|of|en/of|bijvoorbeeld|bijv\.|o\.a\.|zoals|[,/ ])*"
)
_SIZE = re.compile(
    r" ?\(?(?:met|van|vanaf)? ?(?:een omvang van )?(?:minimaal|meer dan|ten minste|tenminste|minstens|ten minste|>|circa|tussen(?: de)?)? ?\d[\d.]*\+?(?: en \d[\d.]*)? ?(?:of meer )?(?:inwoners?)\)?|-?\+ gemeente| van (?:vergelijkbare|soortgelijke|minimaal)[\w ]{0,20}(?:omvang|grootte)"
)
_NAME = re.compile(
    r"(?: in(?: de)?(?: provincie| regio)?)? (?:[A-Z'][\w'-]+)(?: (?:aan|op|bij|den|de|het|[A-Z][\w-]+)){0,4}"
)
_ADJECTIVE = Lazy(
    lambda: (
        rf"(?<!\w)(?:(?P<gemeente>{alternatives(words('experience', 'sector.adjective_gemeente'))} ?)|(?P<overheid>overheids-?))(?=(?:werk|praktijk)?ervaring)"
    )
)

_SURROUNDINGS = cue("experience", "domain.surroundings")
_DOMAIN = Lazy(
    lambda: (
        rf"(?<!\w)(?:binnen|in|op|vanuit) (?:(?:het|de|een) )?(?P<d1>(?:[\w-]+ ){{0,3}}?[\w-]*domein(?:en)?(?!\w)(?! (?:[ivx]+|\d)(?!\w)))"
        rf"|(?<!\w)(?:binnen|in|vanuit) (?:(?:de|het|een) )?(?P<d2>(?:[\w()/-]+ ){{0,4}}?[\w()/-]*?(?:{_SURROUNDINGS}|(?:omgeving|context|setting|sector|branche)(?!\w)))"
        rf"|(?<!\w)op (?P<d3>(?:mbo|hbo|wo|academisch)[- ]?(?:\d )?(?:werk- en denk)?niveau)"
    )
)
_FIELD = Lazy(
    lambda: (
        rf"(?:,? ?(?P<open>o\.a\.|onder andere|onder meer|bijvoorbeeld|zoals) )?(?<!\w){cue('experience', 'domain.field')} (?:(?:de|het|een) )?(?P<field>[^\ue000,;()]{{2,160}}?)(?= als |[\ue000,;()]|$)"
    )
)
_WITHIN = re.compile(r"(?<!\w)binnen (?:(?:de|het|een) )?(?P<field>[^\ue000,;()]{2,160}?)(?= als |[\ue000,;()]|$)")
_MUNICIPAL = re.compile(r"gemeentelijke? ")


_DOING = re.compile(r"(?<!\w)(?:het|de|met|in|bij|op) [a-z]{3,}(?:en|ing) van (?:\w+ ){0,3}$")


def _is_object(low: str, before: re.Match[str]) -> bool:
    """Whether something is done to the employer that is named: "adviseren van gemeenten" is no work at one."""
    return (
        before[0].lstrip().startswith("van ")
        and _DOING.search(low, max(0, before.start() - 40), before.end()) is not None
    )


class _Employer(NamedTuple):
    """One employer that is named: its kind, and its place with what narrows it ("grote", "met 50.000 inwoners")."""

    kind: str
    start: int
    end: int
    narrowed: bool


def read_sector(text: str, low: str) -> Place:
    """Return the sector that a demand names (`text` canonical, `low` its plain form), and the employers that aren't one."""
    kinds: list[str] = []
    domains: list[tuple[int, int]] = []
    stretches: list[tuple[int, int]] = []
    also_at: list[str] = []
    loose = False
    nouns = list(_NOUN.finditer(low))
    while nouns:
        noun = nouns.pop(0)
        before = _BEFORE.search(low, max(0, noun.start() - _REACH), noun.start())
        if before is None or (stretches and before.start() < stretches[-1][1]) or _is_object(low, before):
            continue
        group = [_employer(text, low, noun, before)]
        both = False
        while nouns and (between := _BETWEEN.fullmatch(low, group[-1].end, nouns[0].start())):
            both = both or between["both"] is not None
            group.append(_employer(text, low, nouns.pop(0), between))
        own = {employer.kind for employer in group}
        first, end = group[0], group[-1].end
        elsewhere = _OR_ELSEWHERE.match(low, end)
        if elsewhere and not own <= {"other", "comparable"}:
            # "bij een gemeente of in de advocatuur": the sector is not the only place.
            also_at.append(clean(text[elsewhere.start("place") : elsewhere.end("place")]))
            end, loose = elsewhere.end(), True
        domains += [(employer.start, employer.end) for employer in group if employer.narrowed]
        if own <= {"other", "comparable"} or own == {"authority"} or (both and own > {"gemeente"}):
            # No sector says it all: which employer it is must be found in the text, or asked.
            domains.append((first.start, end))
        also_at += [text[one.start : one.end] for one in group if one.kind in ("authority", "other")]
        loose = loose or before["client"] is not None
        kinds += [employer.kind for employer in group]
        stretches.append((before.start(), end))
    for match in _ADJECTIVE.finditer(low):
        kinds.append("gemeente" if match["gemeente"] else "overheid")
        stretches.append(match.span())
    sector, several = _sector(kinds)
    loose = (several or loose) and sector is not None
    return Place(sector, loose, tuple(also_at) if loose else (), tuple(domains), tuple(stretches))


def _employer(text: str, low: str, noun: re.Match[str], before: re.Match[str]) -> _Employer:
    """Take along which gemeenten count ("een gemeente met 50.000 inwoners"): that is part of the demand."""
    kind = noun.lastgroup or "other"
    begin = before.start("quality") if before["quality"] else noun.start()
    end = noun.end()
    narrowed = begin < noun.start() or _ONE_KIND.match(noun[0]) is not None
    size = _SIZE.match(low, end)
    name = _NAME.match(text, end) if noun[0] in _NAMED else None
    if size or name:
        end, narrowed = (size or name or noun).end(), True
    bracket = _BRACKET.match(low, end)
    if bracket and _NOUN.search(bracket[1]) and _CONNECTORS.fullmatch(_NOUN.sub("", bracket[1])):
        end = bracket.end()
    return _Employer(kind, begin, end, narrowed and kind in ("gemeente", "authority", "overheid"))


# "100.000+ gemeente", "plattelandsgemeente"
_ONE_KIND = re.compile(r"g4|\d|(?!gemeent)\w+gemeente")
_NAMED = frozenset({"gemeente", "provincie", "waterschap", "ministerie"})


def _sector(kinds: list[str]) -> tuple[str | None, bool]:
    """Return the narrowest sector that holds for every employer named, and whether others may count too."""
    named = set(kinds)
    if not named & {"public", "overheid", "any_authority", "gemeente", "local", "authority"}:
        return None, False
    loose = bool(named & {"comparable", "other"})
    if "public" in named:
        return "publieke sector", loose
    if named & {"overheid", "any_authority"}:
        return "overheid", loose
    if "gemeente" in named:
        return "gemeente", loose or bool(named & {"local", "authority"})
    if "local" in named:
        return "gemeente", True
    return "overheid", loose or len(kinds) > 1


def read_domain(low: str) -> tuple[tuple[int, int, int, int], ...]:
    """Return the named work fields and surroundings in a masked demand: stretch, then the words themselves."""
    found = []
    for match in _DOMAIN.finditer(low):
        group = next(name for name in ("d1", "d2", "d3") if match[name])
        found.append((match.start(), match.end(), match.start(group), match.end(group)))
    return tuple(found)


def read_field(low: str) -> tuple[tuple[int, int, int, int, bool], ...]:
    """Return "op het gebied van X" and "met betrekking tot X": stretch, X, and whether X is an example."""
    return tuple((m.start(), m.end(), m.start("field"), m.end("field"), bool(m["open"])) for m in _FIELD.finditer(low))


def read_within(low: str) -> tuple[tuple[int, int, int, int], ...]:
    """Return "binnen X" for whatever X is: stretch, then X."""
    return tuple((m.start(), m.end(), m.start("field"), m.end("field")) for m in _WITHIN.finditer(low))


def is_municipal(low: str) -> bool:
    """Tell whether a domain is that of a gemeente: "gemeentelijk sociaal domein"."""
    return _MUNICIPAL.match(low) is not None
