"""Whom someone worked for, and through whom: "gemeente Delft", "bij een verzekeraar, Achmea", "via Yacht" (C1, C7).

What the lexicon knows comes first; then a name behind "bij"; then a name with an employer's word in it ("Zorggroep").
Two employers of different sectors in one heading leave the sector open: how the months divide isn't said.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from core.candidate.beside import has_rest, is_beside, is_client, is_organisation, is_place
from core.candidate.cues import any_of, compiled, entry, words
from core.candidate.marks import Place, generic_pattern, generic_sector, is_shared, within
from core.candidate.polarity import polarity
from core.candidate.view import WORD, View, bare, is_name, is_no_name
from core.lexicon import EmployerHit, employer_sector
from core.model.base import Sector


class Employer(NamedTuple):
    """`named` has a name; `unnamed` is a kind of employer ("een gemeente"); `agency` is named beside or instead."""

    named: Place | None
    unnamed: Place | None
    agency: Place | None
    sector: Sector | None


@cache
def _via_pattern() -> re.Pattern[str]:
    lead = r"(?:(?:gedetacheerd|ingehuurd|werkzaam|uitgezonden|ingeleend|op detacheringsbasis|als uitzendkracht|uitzendkracht|detachering)\s+)?"
    return re.compile(
        rf"{lead}{any_of('jobs.words.via')}\s+(?:(?:detacheerder|detacheringsbureau|bureau|uitzendbureau|het bureau|de detacheerder)\s+)?"
    )


def read_via(view: View) -> tuple[int, Place] | None:
    """Return where "via X" begins, and X; nothing where no name follows."""
    for match in _via_pattern().finditer(view.low):
        name = _name_at(view, view.start + match.end(), plain_too=True)
        if name is not None:
            return view.start + match.start(), name
    return None


def _name_at(view: View, at: int, *, plain_too: bool) -> Place | None:
    """Return the name that begins at `at`: up to the field's end, six words, or a word that no name goes on over.

    Where `plain_too` is False, a name without a capital is one only where the whole text has none.
    """
    field_end = next((f.end for f in view.fields if f.start <= at < f.end), None)
    if field_end is None:
        return None
    hit = next((h for h in within(view.known.employers, at, field_end) if h.start == at), None)
    if hit is not None:
        return Place(hit.start, hit.end)
    end = at
    capital = False
    for count, match in enumerate(WORD.finditer(view.low_at(at, field_end))):
        word = match[0].strip(".,")
        begins_upper = view.flow_at(at + match.start(), at + match.start() + 1).isupper()
        joins = (
            word in ("en", "&", "and", "van")
            and re.match(r"\s+[A-Z]", view.flow_at(at + match.end(), field_end)) is not None
            and capital
        )
        if count >= 6 or (word in words("jobs.words.name_ends") and not begins_upper and not joins) or not word:
            break
        if capital and not begins_upper and word not in ("de", "den", "der", "van", "&", "en"):
            break
        capital = capital or begins_upper
        end = at + match.end()
    while end > at and view.low_at(end - 1, end) in ".," and not re.search(r"\.\w\.$", view.low_at(at, end)):
        end -= 1
    if end == at or not (capital or plain_too or view.page.low == view.page.flow):
        return None
    if _ADJECTIVE.fullmatch(view.flow_at(at, end)) and _NOUN_NEXT.match(view.flow, end - view.start):
        return None
    return Place(at, end) if re.search(r"[a-z]{2}", view.low_at(at, end)) else None


# "bij de Noordelijke netbeheerder": no name, but an adjective of one.
_ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:se|ke|sche)")
_NOUN_NEXT = re.compile(r"\s(?!(?:als|in|op|en|van|voor|met|via|te|was|is|waar|tot|sinds)\b)[a-z]{4}")


@cache
def _at_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of('jobs.words.at')}\s+(?P<article>(?:{any_of('jobs.words.articles')}\s+){{0,3}})")


def read_employer(view: View) -> Employer:
    """Return for whom it was: an employer by name, else a kind of employer, else the agency that is named."""
    hits = [h for h in within(view.known.employers, view.start, view.end) if view.is_open(h.start, h.end)]
    hits = [h for h in hits if not _is_generic(view, h) and not _is_denied(view, h.start, h.end)]
    agency = next((Place(h.start, h.end) for h in hits if h.agency), None)
    real = [h for h in hits if not h.agency]
    unnamed, name = _behind_at(view, hits)
    if real:
        if unnamed is not None and _lent(view, unnamed):
            return Employer(None, unnamed, Place(real[0].start, real[0].end), generic_sector(unnamed.name))
        best, sector = _best(view, real)
        other = name or _by_word(view, hits)
        if other is not None and is_beside(view, best, other):
            return Employer(other, unnamed, agency, sector_of(view, other) if is_place(view, best) else None)
        if is_place(view, best) or (agency is None and is_client(view, best) and has_rest(view, hits)):
            sector = None
        return Employer(Place(best.start, _end_of_name(view, best)), unnamed, agency, sector)
    if name is not None:
        return Employer(name, None, agency, sector_of(view, name))
    if unnamed is not None and (agency is not None or not _capital_field(view)):
        return Employer(None, unnamed, agency, generic_sector(unnamed.name))
    by_word = _by_word(view, hits)
    if by_word is not None:
        return Employer(by_word, None, agency, sector_of(view, by_word))
    sector = generic_sector(unnamed.name) if unnamed is not None and agency is None else None
    return Employer(agency, unnamed, agency, sector)


def _behind_at(view: View, hits: Sequence[EmployerHit]) -> tuple[Place | None, Place | None]:
    """Return a kind of employer ("bij een gemeente") and a name behind "bij" that is none of the known ones."""
    unnamed = name = None
    for match in _at_pattern().finditer(view.low):
        generic = generic_pattern().match(view.low, match.end())
        if generic is not None and not _goes_on_with_name(view, view.start + generic.end()):
            place = Place(view.start + match.start(), view.start + generic.end(), generic[0])
            if unnamed is None:
                open_sector = (
                    _ASSIGNMENTS.search(view.low[: match.start()])
                    or _is_denied(view, place.start, place.end)
                    or is_shared(view.page.low, place.end, generic_sector(generic[0]))
                )
                unnamed = place._replace(name="organisatie") if open_sector else place
        elif name is None and not _is_department(view, match.end()):
            name = _name_at(view, view.start + match.end(), plain_too=False)
            known = name is not None and _may_be_employer(view, name) and not _is_denied(view, name.start, name.end)
            name = name if known and not _overlaps(name, hits) else None
    return unnamed, name or _behind_on(view, hits)


_ON = re.compile(r"\bop (?:het |de )?(?=[A-Z])")


def _behind_on(view: View, hits: Sequence[EmployerHit]) -> Place | None:
    """Return a name behind "op" that has an employer's word in it: "docent op het Drachtster Lyceum"."""
    for match in _ON.finditer(view.flow):
        name = _name_at(view, view.start + match.end(), plain_too=False)
        if name is not None and not _overlaps(name, hits) and _employer_word().search(view.low_at(*name[:2])):
            return name
    return None


_REGION = re.compile(r"regio (?=[A-Z])")


def _is_department(view: View, at: int) -> bool:
    """Whether a part of an employer follows; "de regio Kop van Noord-Holland" is one by itself."""
    return compiled("jobs.department").match(view.low, at) is not None and _REGION.match(view.flow, at) is None


def _overlaps(place: Place | None, hits: Sequence[EmployerHit]) -> bool:
    return place is not None and any(hit.start < place.end and place.start < hit.end for hit in hits)


# "diverse opdrachten bij gemeenten": how many of the months were there isn't said.
_ASSIGNMENTS = re.compile(
    r"\b(?:opdrachten|opdracht|projecten|klussen|inzet|advies|adviezen|klanten|detacheringen)\s*$"
)
_LENT = re.compile(r"\b(?:gedetacheerd|uitgeleend|geplaatst|ingehuurd|ingezet|werkzaam)\s*$")
_IN_PASSING = re.compile(r"\b(?:met|naar|door|aan|van|tussen|richting)\s+(?:de\s|het\s|o\.a\.\s)?$")
_CHURCH = re.compile(
    r"\b(?:protestantse|gereformeerde|hervormde|evangelische|kerkelijke|doopsgezinde|lutherse|joodse|christelijke|remonstrantse|vrijzinnige|baptisten|pinkster|kerk-?)[\s-]+$"
)


# "eerst gemeente Ede, nu Kredietbank": the months are of two employers, known or not.
_DIVIDED = re.compile(r"\b(?:eerst|aanvankelijk)\b.{0,80}\b(?:nu|daarna|later|toen|vervolgens|thans)\b")


def _lent(view: View, unnamed: Place) -> bool:
    return _LENT.search(view.low_at(view.start, unnamed.start)) is not None


def _is_denied(view: View, start: int, end: int) -> bool:
    return polarity(view.page.flow, start, end) == "negated"


def _best(view: View, real: Sequence[EmployerHit]) -> tuple[EmployerHit, Sector | None]:
    """Return the employer meant, and its sector; None where others of another sector stand beside it."""
    after_at = {view.start + m.end() for m in _at_pattern().finditer(view.low)}
    behind_at = [h for h in real if h.start in after_at]
    rivals = behind_at or [
        h for n, h in enumerate(real) if not n or not _IN_PASSING.search(view.low_at(view.start, h.start))
    ]
    best = rivals[0]
    if _DIVIDED.search(view.low):
        return best, None
    sectors = {_sector_of_hit(view, h) for h in rivals}
    if len(sectors) > 1 or _is_divided(view, best, real) or is_shared(view.page.low, best.end, best.sector):
        return best, None
    return best, sectors.pop()


_MORE = re.compile(r"(?: [A-Z][\w'-]+){1,2}$")


def _end_of_name(view: View, hit: EmployerHit) -> int:
    """Return where the name ends that begins with a known one: "Rabobank Graafschap", where nothing else is known in it."""
    end = next((field.end for field in view.fields if field.start <= hit.start < field.end), hit.end)
    known = (view.known.known, view.known.heads, view.known.roles)
    if not _MORE.match(view.flow_at(hit.end, end)) or any(within(hits, hit.end, end) for hits in known):
        return hit.end
    return hit.end if compiled("jobs.department").match(view.low_at(hit.end + 1, end)) else end


_NAME_NEXT = r"\s*(?:(?:bij|voor|at|de|het|weer)\s+){0,2}(?=[A-Z])"
_THEN_NAME = re.compile(rf"\b(?:nu|daarna|later|vervolgens|eerst|toen|daarvoor|inmiddels|thans){_NAME_NEXT}")
_AND_NAME = re.compile(rf"\s*(?:\ben\b|&|/){_NAME_NEXT}")


# "adviseur MKB Nederland, gastlessen bij gemeente Ede": something else was done there than the job.
_ASIDE = re.compile(
    r"\b(?:project(?:en)?|gastles(?:sen)?|gastcolleges?|workshops?|lezing(?:en)?|presentaties?|lid|gemeenteraad|klant(?:en)?|contactpersoon|accounthouder|leverancier|stakeholder|samenwerking|overleg)\s+(?:(?:\w+\s+)?(?:bij|voor|met|van|in|aan|de)\s+){0,2}$"
    r"|\bgemeenteraad\s+$"
)


def _is_divided(view: View, best: EmployerHit, real: Sequence[EmployerHit]) -> bool:
    """Whether the months are divided over this employer and one whose sector isn't known: "eerst gemeente Ede, nu Kredietbank"."""
    if re.search(
        r"\beerst\s+(?:(?:bij|voor)\s+)?(?:de\s+)?$", view.low_at(max(view.start, best.start - 24), best.start)
    ):
        return True
    if _ASIDE.search(view.low_at(max(view.start, best.start - 48), best.start)):
        return True
    begin = best.end - view.start
    beside = _AND_NAME.match(view.flow, begin)
    places = [view.start + m.end() for m in (*([beside] if beside else []), *_THEN_NAME.finditer(view.flow, begin))]
    named = (view.known.known, view.known.heads, view.known.roles, view.known.towns)
    known = {place.start for hits in named for place in within(hits, best.end, view.end)}
    return any(at not in known and not any(hit.start <= at < hit.end for hit in real) for at in places)


def _sector_of_hit(view: View, hit: EmployerHit) -> Sector | None:
    before = view.page.low[max(0, hit.start - 24) : hit.start]
    return None if hit.sector == "gemeente" and _CHURCH.search(before) else hit.sector


def sector_of(view: View, employer: Place) -> Sector | None:
    """Return the sector of an employer's name, None where it isn't known."""
    if view.page.low.startswith("gemeenten ", employer.start):
        return "gemeente"
    hit = next(
        (h for h in within(view.known.employers, employer.start, employer.end) if h.start == employer.start), None
    )
    return hit.sector if hit is not None else employer_sector(view.page.flow[employer.start : employer.end])


def _is_generic(view: View, hit: EmployerHit) -> bool:
    return generic_pattern().fullmatch(view.low_at(hit.start, hit.end)) is not None


def _goes_on_with_name(view: View, at: int) -> bool:
    return (
        re.match(r" (?:(?:de|den|der|van|het|'t|&) ){0,2}[A-Z]", view.flow_at(at, min(at + 20, view.end))) is not None
    )


def _capital_field(view: View) -> bool:
    """Whether a field stands there that may be the employer's name: "bij een verzekeraar, Achmea"."""
    return any(is_name(view, field) for field in view.fields)


def _may_be_employer(view: View, name: Place) -> bool:
    inside = [*within(view.known.known, name.start, name.end), *within(view.known.heads, name.start, name.end)]
    if any(place.start == name.start for place in inside):
        return False
    return _REGION.match(view.flow, name.start - view.start) is not None or not is_no_name(view, name.start, name.end)


@cache
def _employer_word() -> re.Pattern[str]:
    endings = "|".join(entry("jobs.employer_endings"))
    return re.compile(rf"{any_of('jobs.employer_words')}|\b\w{{2,}}(?:{endings})\b")


def _by_word(view: View, hits: Sequence[EmployerHit]) -> Place | None:
    """Return a field with an employer's word in it ("Zorggroep Rijnmond") and no role."""
    for field in view.fields:
        for start, end in bare(view, field.start, field.end):
            if (
                _overlaps(Place(start, end), hits)
                or within(view.known.heads, start, end)
                or is_no_name(view, start, end)
                or len(view.low_at(start, end).split()) > 7
            ):
                continue
            if _is_term(view, start, end) or (hits and _is_department_aside(view, start, end)):
                continue
            capital = view.flow_at(start, start + 1).isupper() or view.page.low == view.page.flow
            if (capital and _employer_word().search(view.low_at(start, end))) or _is_kind_with_name(view, start, end):
                return Place(start, end)
    return None


def _is_department_aside(view: View, start: int, end: int) -> bool:
    """Whether a name in brackets behind an employer is a part of it: "gemeente Ede (28 uur, Ruimte en Wonen)"."""
    before = view.low_at(view.start, start)
    inside = before.count("(") > before.count(")")
    return inside and not is_organisation(view.low_at(start, end))


@cache
def _kind_of_employer() -> re.Pattern[str]:
    endings = "|".join(entry("jobs.kind_endings"))
    return re.compile(
        rf"(?:[a-z]+\s)?(?:{any_of('jobs.employer_kinds')}|\b[\w-]{{3,}}(?:{endings})\b)\s(?:(?:de|het|den|der|van|voor|'t)\s){{0,2}}(?=\S)"
    )


def _is_kind_with_name(view: View, start: int, end: int) -> bool:
    """Whether a field is a kind of employer with its name: "stichting Rijnstad", "ingenieursbureau Van Dam"."""
    kind = _kind_of_employer().match(view.low_at(start, end))
    return kind is not None and view.flow_at(start + kind.end(), start + kind.end() + 1).isupper()


def _is_term(view: View, start: int, end: int) -> bool:
    return any(p.start <= start and p.end >= end for p in within(view.known.known, start, end))
