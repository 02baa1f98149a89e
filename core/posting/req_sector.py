"""Where the experience must have been gained: the sector and the domain (C7).

gemeente ⊂ overheid ⊂ publieke sector. An employer of another kind ("woningcorporatie") is no sector: it is
the domain, to be found in the candidate's text.
"""

import re
from typing import NamedTuple

from core.posting.req_data import alternatives, cue, cues, words


class Place(NamedTuple):
    """Sector and domain with the stretches that name them; `sector_open`: another employer may count too."""

    sector: str | None = None
    sector_open: bool = False
    domains: tuple[tuple[int, int], ...] = ()
    stretches: tuple[tuple[int, int], ...] = ()


_PREPOSITION = rf"(?:{cue('experience', 'sector.preposition')}|(?P<client>{cue('experience', 'sector.for_client')}))"
_ARTICLES = rf"(?:{cue('experience', 'sector.article')} ){{0,3}}"
_KINDS = ("any_authority", "comparable", "public", "local", "gemeente", "authority", "overheid", "other")
_NOUN = "(?:" + "|".join(f"(?P<{kind}>{cue('experience', f'sector.{kind}')})" for kind in _KINDS) + ")"
_FIRST = re.compile(rf"(?<!\w)(?:(?:en|of) (?=binnen|bij|in ))?{_PREPOSITION} {_ARTICLES}(?P<quality>(?:{cue('experience', 'sector.qualifier')} ){{1,2}})?{_NOUN}")
_NEXT = re.compile(
    rf"(?:,? ?(?:en/of|of|en|dan wel|danwel|cq|c\.q\.|ofwel)|,|/) ?(?:{cue('experience', 'sector.preposition')} )?{_ARTICLES}(?P<quality>(?:{cue('experience', 'sector.qualifier')} ){{1,2}})?{_NOUN}"
)
_NEXT_IN_BRACKETS = re.compile(rf" \((?:of )?(?:een )?{_NOUN}\)")
_SIZE = re.compile(r" ?\(?(?:met|van|vanaf)? ?(?:een omvang van )?(?:minimaal|meer dan|ten minste|tenminste|minstens|ten minste|>|circa|tussen(?: de)?)? ?\d[\d.]*\+?(?: en \d[\d.]*)? ?(?:of meer )?(?:inwoners?)\)?|-?\+ gemeente| van (?:vergelijkbare|soortgelijke|minimaal)[\w ]{0,20}(?:omvang|grootte)")
_NAME = re.compile(r" (?:[A-Z'][\w'-]+)(?: (?:aan|op|bij|den|de|het|[A-Z][\w-]+)){0,4}")
_ADJECTIVE = re.compile(rf"(?<!\w)(?:(?P<gemeente>{alternatives(words('experience', 'sector.adjective_gemeente'))} ?)|(?P<overheid>overheids-?))(?=(?:werk|praktijk)?ervaring)")

_SURROUNDINGS = cue("experience", "domain.surroundings")
_DOMAIN = re.compile(
    rf"(?<!\w)(?:binnen|in|op|vanuit|van|voor) (?:(?:het|de|een) )?(?P<d1>(?:[\w-]+ ){{0,3}}?[\w-]*domein(?:en)?(?!\w))"
    rf"|(?<!\w)(?:binnen|in|vanuit) (?:(?:de|het|een) )?(?P<d2>(?:[\w()/-]+ ){{0,4}}?[\w()/-]*?(?:{_SURROUNDINGS}|(?:omgeving|context|setting|sector|branche)(?!\w)))"
    rf"|(?<!\w)op (?P<d3>(?:mbo|hbo|wo|academisch)[- ]?(?:\d )?(?:werk- en denk)?niveau)"
)
_FIELD = re.compile(rf"(?:,? ?(?P<open>o\.a\.|onder andere|onder meer|bijvoorbeeld|zoals) )?(?<!\w){cue('experience', 'domain.field')} (?:(?:de|het|een) )?(?P<field>[^\ue000,;()]{{2,160}})")
_WITHIN = re.compile(r"(?<!\w)binnen (?:(?:de|het|een) )?(?P<field>[^\ue000,;()]{2,160})")
_MUNICIPAL = re.compile(r"gemeentelijke? ")


def read_sector(text: str, low: str) -> Place:
    """Return the sector that a demand names (`text` canonical, `low` its plain form), and the employers that aren't one."""
    kinds: list[str] = []
    domains: list[tuple[int, int]] = []
    stretches: list[tuple[int, int]] = []
    open_sector = False
    for first in _FIRST.finditer(low):
        match, start = first, first.start()
        own: list[str] = []
        while True:
            kind = next(k for k in _KINDS if match[k])
            own.append(kind)
            end = _qualified(text, low, match, kind, domains)
            following = _NEXT.match(low, end) or _NEXT_IN_BRACKETS.match(low, end)
            if following is None:
                break
            match = following
        if first["client"]:
            open_sector = True
        if all(kind in ("other", "comparable") for kind in own):
            if "comparable" in own and "other" not in own:
                continue
            domains.append((first.start(next(k for k in _KINDS if first[k])), end))
        elif own == ["authority"] or set(own) == {"authority"}:
            domains.append((first.start("authority"), end))
        kinds += own
        stretches.append((start, end))
    for match in _ADJECTIVE.finditer(low):
        kinds.append("gemeente" if match["gemeente"] else "overheid")
        stretches.append(match.span())
    sector, loose = _sector(kinds)
    return Place(sector, (loose or open_sector) and sector is not None, tuple(domains), tuple(stretches))


def _qualified(text: str, low: str, match: re.Match[str], kind: str, domains: list[tuple[int, int]]) -> int:
    """Take along which gemeenten count ("een gemeente met 50.000 inwoners"): that is part of the demand."""
    begin = match.start("quality") if "quality" in match.re.groupindex and match["quality"] else match.start(kind)
    end = match.end(kind)
    narrowed = begin < match.start(kind)
    size = _SIZE.match(low, end)
    name = _NAME.match(text, end) if kind in ("gemeente", "authority", "other") and match[kind] in ("gemeente", "provincie", "waterschap", "ministerie", "de gemeente") else None
    if size:
        end, narrowed = size.end(), True
    elif name:
        end, narrowed = name.end(), True
    elif re.match(r"g4|g40|\d", match[kind]):
        narrowed = True
    if narrowed and kind in ("gemeente", "authority", "overheid"):
        domains.append((begin, end))
    return end


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


_ = cues
