"""Who was what, where: a role, an employer and a bureau out of the heading of a job (C1).

A heading is any stretch with the period cut out: "KCC-medewerker gemeente Delft", "Gemeente Gouda | Inkomensconsulent",
"werkte zij als Wmo-consulent bij de gemeente Amersfoort". What is known (the lexicon, heads of roles, words of
employers) decides; where nothing is known, only the layout may, and never for a name after a comma in a list.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from core.candidate.cues import compiled, words
from core.candidate.employers import read_employer, read_via, sector_of
from core.candidate.marks import Marks, Place, generic_pattern, within
from core.candidate.page import Page
from core.candidate.view import STRONG, Field, View, bare, is_name, is_no_name
from core.model.base import Sector


class Heading(NamedTuple):
    """What a heading says. `sure_role`, `sure_employer`: known by their words, not by the layout alone.

    `sector` may be known without an employer's name ("bij een gemeente").
    """

    role: Place | None = None
    employer: Place | None = None
    sector: Sector | None = None
    via: Place | None = None
    sure_role: bool = False
    sure_employer: bool = False
    unnamed: Place | None = None
    shared: bool = False
    """The employer stands above several roles, outside this heading."""
    borrowed: bool = False
    """All of it stands with an earlier period of the same job."""

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of everything found."""
        if self.borrowed:
            return ()
        employer = None if self.shared else self.employer
        return tuple(p for p in (self.role, employer, self.via, self.unnamed) if p is not None)

    @property
    def whole(self) -> bool:
        """Whether it names a role and where that was: a job of its own."""
        return self.role is not None and (self.employer is not None or self.unnamed is not None)

    @property
    def sure(self) -> bool:
        """Whether anything is known for certain to be of a job."""
        return self.sure_role or self.sure_employer


def read_heading(page: Page, known: Marks, start: int, end: int, holes: Iterable[tuple[int, int]] = ()) -> Heading:
    """Return the role, employer and bureau in `[start, end)`; `holes` (periods, durations, hours) are no part of it."""
    view = View(page, known, start, end, tuple(holes))
    via = read_via(view)
    if via is not None:
        view = View(page, known, start, end, (*view.holes, (via[0], via[1].end)))
    employer, unnamed, agency, sector = read_employer(view)
    if employer is not None and _is_a_role(view, employer):
        employer, sector = None, None
    if via is not None and employer is None and unnamed is None and (hired := _hired_by(view, via[1])) is not None:
        # "in dienst van de gemeente Katwijk": no bureau, and nobody else.
        employer, sector, via = hired, sector_of(view, hired), None
    if _OTHERS.match(view.low):
        return Heading()
    bureau = via[1] if via else None
    if agency is not None and (employer or unnamed) and agency != employer and bureau is None:
        bureau = agency
    named = [
        Place(h.start, h.end) for h in within(known.employers, view.start, view.end) if view.is_open(h.start, h.end)
    ]
    role, sure_role = _role(view, sorted({p for p in (employer, unnamed, agency, *named) if p is not None}))
    sure_employer = employer is not None or (unnamed is not None and sure_role)
    if employer is None and unnamed is None and role is not None:
        employer = _by_layout(view, role)
        sector = sector_of(view, employer) if employer else None
    if bureau is not None and page.low[bureau.start : bureau.end] in words("jobs.words.no_via"):
        bureau = None
    return Heading(role, employer, sector, bureau, sure_role, sure_employer, unnamed)


def _is_a_role(view: View, name: Place) -> bool:
    """Whether what looks like an employer by one of its words is a role: "medewerkster klantcontactcentrum"."""
    if _LEARNING.match(view.low_at(name.start, name.end)):
        return True
    hired = any(hit.sector for hit in within(view.known.employers, name.start, name.end))
    roles = within(view.known.roles, name.start, name.end)
    return not hired and any((role.start, role.end) == (name.start, name.end) for role in roles)


def _hired_by(view: View, name: Place) -> Place | None:
    """Return the known employer that stands where a bureau might."""
    hits = within(view.known.employers, name.start, name.end + 60)
    return next((Place(h.start, h.end) for h in hits if not h.agency and h.sector and h.start - name.start <= 4), None)


# "vader was burgemeester gemeente Ede", "solliciteerde bij gemeente Ede": nobody's job here.
_OTHERS = re.compile(
    r"[\s|,.:(]*(?:(?:haar|zijn|mijn)\s+)?(?:(?:schoon)?(?:vader|moeder|zus|broer|zoon|dochter)|echtgeno(?:ot|te)|(?:partner|vriend|vriendin|collega|oud-collega)\s+(?:is|was|werkt|werkte))\b"
    r"|[^,;.]{0,40}\b(?:sollicit\w+|gesolliciteerd|afgewezen|gezochte functie|gewenste functie|kandidaat zoekt|zoekt een|zoekt werk|op zoek naar|vacature)\b"
)


# "eerst klantmanager, daarna teamleider", "waarvan 3 jaar als klantmanager": how the months divide isn't said.
_FIRST = re.compile(r"\b(?:eerst|aanvankelijk)\b")
_THEN = re.compile(r"\b(?:daarna|later|vervolgens|toen|nu|thans|inmiddels)\b")
_PART_OF_IT = re.compile(r"\bwaarvan\b[^;]{0,40}$")


def _is_divided(view: View, role: Place) -> bool:
    before, behind = view.low_at(view.start, role.start), view.page.low[role.start : role.start + 80].partition("\n")[0]
    own = view.low_at(role.start, role.end)
    first = _FIRST.search(before) or _FIRST.match(own)
    return bool(
        (first and _THEN.search(behind))
        or re.search(r"\ben\s+(?:later|daarna|vervolgens)\b", own)
        or _PART_OF_IT.search(before)
    )


# "opdrachtgever: teamleider VTH", "(leidinggevende: teamleider Jansen)": the title of somebody else.
_LABELLED_OTHER = re.compile(
    r"\b(?:opdrachtgever|leidinggevende|referent|referentie|contactpersoon|aanspreekpunt|chef|rapportage|rapporteert aan)(?:\s+(?:is|was))?[\s:(]*$"
)


def _role(view: View, taken: list[Place]) -> tuple[Place | None, bool]:
    pieces = [piece for field in view.fields for piece in _pieces(view, field, taken)]
    pieces = [piece for piece in pieces if not compiled("polarity.negation").match(view.low_at(*piece))]
    for start, end in pieces:
        role = _known_role(view, start, end)
        if role is not None:
            # "gemeente Ede, o.a. beleidsadviseur": one of several, of which part of the time isn't said.
            before = view.low_at(view.start, role.start)
            if _LABELLED_OTHER.search(before):
                continue
            if _is_divided(view, role):
                return None, False
            partly = _among_others(r"[\s:(,]*$").search(before) or _among_others(r"\s").match(
                view.low_at(role.start, role.end)
            )
            return (None, False) if partly else (role, True)
    beside = [p for p in taken if p.end > p.start]
    if not beside:
        return None, False
    for start, end in pieces:
        if _may_be_role(view, start, end, beside):
            return Place(start, end), False
    return None, False


@cache
def _among_others(behind: str) -> re.Pattern[str]:
    words_for = r"\bo\.a\.|\bo\.m\.|\bonder andere|\bonder meer|\bwaaronder|\blaatstelijk|\buiteindelijk|\b(?:diverse|verschillende|meerdere) (?:functies|rollen)"
    return re.compile(rf"(?:{words_for})(?:\s+(?:als|de|een))*{behind}")


def _pieces(view: View, field: Field, taken: list[Place]) -> Iterator[tuple[int, int]]:
    at = field.start
    for place in sorted(taken):
        if field.start <= place.start < field.end:
            yield from bare(view, at, place.start)
            at = place.end
    if at < field.end:
        yield from bare(view, at, field.end)


_LEARNING = re.compile(r"\s*(?:stage|stagiaire?|meewerkstage|afstudeerstage)\s+\w")
_AT = re.compile(r"\s(?:bij|at|op(?=\s(?:het |de )?[A-Z]))\s")
_WHERE = re.compile(r"\bbij\s(?:de|het|een)\s(?:(?P<kind>\w+e)\s)?$")


def _is_where(view: View, at: int) -> bool:
    """Whether what begins at `at` is whom somebody worked for: "bij de (noordelijke) netbeheerder"."""
    match = _WHERE.search(view.low_at(max(view.start, at - 40), at))
    return match is not None and (match["kind"] is None or generic_pattern().fullmatch(match["kind"]) is None)


# "senior... nee gewoon subsidieadviseur": the writer takes back what stands before it.
_CORRECTION = re.compile(
    r"\b(?:of )?nee,? (?:gewoon|sorry|toch|pardon|wacht)\b[\s,:.]*|\b(?:sorry|pardon|correctie)[\s,:]+"
)


def _known_role(view: View, start: int, end: int) -> Place | None:
    evidence = sorted(
        [*within(view.known.roles, start, end), *within(view.known.heads, start, end)], key=lambda p: (p.start, -p.end)
    )
    evidence = [place for place in evidence if not _is_where(view, place.start)]
    corrected = list(_CORRECTION.finditer(view.low_at(start, end)))
    if corrected and any(place.start >= start + corrected[-1].end() for place in evidence):
        start += corrected[-1].end()
        evidence = [place for place in evidence if place.start >= start]
    if not evidence:
        # "Stage medewerkster publiekszaken": known by its first word, whatever was learnt there.
        learning = _LEARNING.match(view.low_at(start, end)) and len(view.low_at(start, end).split()) <= 6
        trimmed = next(bare(view, start, end), None) if learning else None
        return Place(*trimmed) if trimmed else None
    first = evidence[0]
    at = _AT.search(view.flow_at(first.end, end))
    if at is not None:
        end = first.end + at.start()
    as_before = [
        m.end()
        for m in re.finditer(
            r"\b(?:als|as|functie van|rol van|is|was|ben|werd)\s+(?:(?:een|a|an|onze|de)\s+)?(?:ervaren\s+)?",
            view.low_at(start, first.start),
        )
    ]
    if as_before:
        start += as_before[-1]
    if len(view.low_at(start, end).split()) > 8:
        behind = view.low_at(first.end, end)
        stop = re.search(rf"[.]\s|\b(?:{'|'.join(map(re.escape, words('jobs.words.name_ends')))})\b", behind)
        start, end = max(start, first.start), first.end + (stop.start() if stop else min(len(behind), 40))
    trimmed = next(bare(view, start, end), None)
    return Place(*trimmed) if trimmed else None


# "LIFE-subsidies beoordeeld": something that was done, and no role.
_DONE = re.compile(r"\b(?:(?!gebied\b)ge[a-z]{3,}[dt]|(?:be|ver|ont|her)[a-z]*(?:eeld|eerd|erkt|oerd|erd|teld))$")


def _may_be_role(view: View, start: int, end: int, beside: list[Place]) -> bool:
    """Whether a field that isn't known may be the role of an employer that is: it stands right beside it."""
    low = view.low_at(start, end)
    count = len(low.split())
    if (
        not 1 <= count <= 7
        or not re.search(r"[a-z]{2}", low)
        or is_no_name(view, start, end)
        or low in words("jobs.part_time")
    ):
        return False
    if (
        within(view.known.hours, start, end)
        or compiled("jobs.words.prose").match(low)
        or compiled("jobs.gaps").match(low)
    ):
        return False
    if _DONE.search(low):
        return False
    if any(
        p.start <= start and p.end >= end and p.name.startswith(("tool", "law"))
        for p in within(view.known.known, start, end)
    ):
        return False
    for place in beside:
        before = place.start >= end
        between = view.low_at(end, place.start) if before else view.low_at(place.end, start)
        small = _only_small(between) and (before or " als " in f"{between} ")
        if STRONG & set(between) or not between.strip(" .") or small:
            return len(between) <= 24
        if "," in between and len(between) <= 3 and (before or end >= view.fields[-1].end):
            return True
    return False


def _only_small(between: str) -> bool:
    return all(
        word.strip(".,") in words("jobs.words.after_role") or not word.strip(".,|()") for word in between.split()
    )


_ASIDE = re.compile(r"\s*\([^()\n]*\)$")


def lone_name(page: Page, known: Marks, start: int, end: int) -> Place | None:
    """Return the name that a line consists of ("Coolblue", "Menzis, Groningen", "KPN (via Unique)"), None where it isn't one."""
    aside = _ASIDE.search(page.low, start, end)
    end = aside.start() if aside is not None and aside.start() > start else end
    view = View(page, known, start, end, tuple((h.start, h.end) for h in within(known.hours, start, end)))
    fields = [
        f
        for f in view.fields
        if not is_no_name(view, f.start, f.end) and view.low_at(f.start, f.end) not in words("jobs.part_time")
    ]
    if len(fields) != 1 or not is_name(view, fields[0]):
        return None
    return Place(fields[0].start, fields[0].end)


def is_elsewhere(page: Page, known: Marks, start: int, end: int) -> bool:
    """Tell whether a line only says where something is ("Delft, Zuid-Holland, Nederland")."""
    view = View(page, known, start, end, ())
    return bool(view.fields) and all(is_no_name(view, f.start, f.end) for f in view.fields)


def _by_layout(view: View, role: Place) -> Place | None:
    """Return the one field beside the role that looks like a name; after a comma only where it is the only one."""
    candidates = [f for f in view.fields if (f.end <= role.start or f.start >= role.end) and is_name(view, f)]
    if len(candidates) != 1:
        return None
    field = candidates[0]
    between = view.low_at(role.end, field.start) if field.start >= role.end else view.low_at(field.end, role.start)
    others = [
        f
        for f in view.fields
        if f is not field
        and not (f.start <= role.start < f.end)
        and not is_no_name(view, f.start, f.end)
        # "Scania (productie-inkoop)": what a bracket adds is no name beside it.
        and not (f.sep == "(" and f.start > field.start)
    ]
    if "," in between and others:
        return None
    return Place(field.start, field.end) if len(between.strip()) <= 12 else None
