"""How a public body is named that may be no employer: as a place ("in de gemeente Ede") or as a client (C1, C7).

A bureau that works in or for a gemeente is not that gemeente; whether its people worked "bij een gemeente" is asked.
"""

import re
from collections.abc import Sequence

from core.candidate.cues import compiled
from core.candidate.marks import Place, within
from core.candidate.view import WORD, View
from core.lexicon import EmployerHit

_REACH = 40
_AREA = re.compile(r"gem(?:eente|\.)|provincie|gemeentehuis|stadhuis|stadskantoor|stad\b")
_ARTICLE = r"(?:de\s+|het\s+|een\s+)?$"
_PLACED = re.compile(
    r"(?:\b(?:standplaats|werkgebied|werkregio|regio|woonplaats|plaats|locatie|werklocatie|vestiging|gevestigd|kantoor|burgers?|inwoners?)\b[\s:]*(?:(?:in|te|van|is)\s+)?"
    rf"|\b(?:in|te|rond|rondom|nabij)\s+){_ARTICLE}"
)
_CLIENT = re.compile(
    r"(?:\b(?:opdracht (?:van|voor)|opdrachtgevers?|ten behoeve van|klant(?:en)?|namens|voor|ingehuurd door)|\bt\.b\.v\.)"
    rf"[\s:(]*(?:o\.a\.\s+|onder andere\s+)?{_ARTICLE}"
)
_LENT = re.compile(
    r"\b(?:gedetacheerd|uitgeleend|geplaatst|ingehuurd|ingezet|gestationeerd|detachering)\s+(?:(?:bij|naar|aan|op|voor)\s+)?(?:de\s+)?$"
    r"|\b(?:werkzaam|opdracht|opdrachten)\s+(?:bij|op)\s+(?:de\s+)?$"
)
_PART_OF = re.compile(r"\s*(?:(?:van|binnen)\s+(?:de\s+|het\s+)?)?")
_ORGANISATION = re.compile(r"\bstichting\b|\w*bureau\b|& partners\b|\w{3,}organisatie\b|\bb\.?v\b")


def is_place(view: View, hit: EmployerHit) -> bool:
    """Whether a gemeente or province is named as where something is: "standplaats gemeente Ede"."""
    return _AREA.match(view.low_at(hit.start, hit.end)) is not None and _PLACED.search(_before(view, hit)) is not None


def is_client(view: View, hit: EmployerHit) -> bool:
    """Whether it is named as the one for whom the work was done: "in opdracht van gemeente Ede"."""
    return _CLIENT.search(_before(view, hit)) is not None and not is_lent(view, hit)


def is_lent(view: View, hit: EmployerHit) -> bool:
    """Whether someone else's employee worked there: "gedetacheerd bij gemeente Ede"."""
    return _LENT.search(_before(view, hit)) is not None


def is_beside(view: View, hit: EmployerHit, other: Place) -> bool:
    """Whether a name is an employer beside the known one, and no department of it."""
    if is_lent(view, hit):
        return False
    if is_client(view, hit) or is_place(view, hit) or _ORGANISATION.search(view.low_at(other.start, other.end)):
        return True
    apart = view.low_at(other.end, hit.start) if other.end <= hit.start else ","
    return _PART_OF.fullmatch(apart) is None and not compiled("jobs.department").match(
        view.low_at(other.start, hit.end)
    )


def is_organisation(low: str) -> bool:
    """Whether a name says by itself that it is an organisation of its own."""
    return _ORGANISATION.search(low) is not None


def has_rest(view: View, hits: Sequence[EmployerHit]) -> bool:
    """Whether a word is left that may name somebody else: one behind "bij", or one with a capital that isn't known."""
    for match in _BIJ.finditer(view.low):
        at = view.start + match.end()
        if not any(hit.start <= at < hit.end for hit in hits) and not compiled("jobs.department").match(
            view.low, match.end()
        ):
            return True
    known = (view.known.known, view.known.heads, view.known.roles, view.known.towns)
    for match in WORD.finditer(view.flow):
        start, end = view.start + match.start(), view.start + match.end()
        word = match[0].strip(".,:;()")
        if not word[:1].isupper() or word.isupper() or match.start() == 0:
            continue
        if any(hit.start < end and start < hit.end for hit in hits):
            continue
        if not any(
            place.start < end and start < place.end
            for places in known
            for place in within(places, view.start, view.end)
        ):
            return True
    return False


_BIJ = re.compile(r"\b(?:bij|at)\s+(?:de\s+|het\s+|een\s+)?(?=\w)")


def _before(view: View, hit: EmployerHit) -> str:
    return view.low_at(max(view.start, hit.start - _REACH), hit.start)
