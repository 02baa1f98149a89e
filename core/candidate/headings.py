"""Who was what, where: a role, an employer and a bureau out of the heading of a job (C1).

A heading is any stretch with the period cut out: "KCC-medewerker gemeente Delft", "Gemeente Gouda | Inkomensconsulent",
"werkte zij als Wmo-consulent bij de gemeente Amersfoort". What is known (the lexicon, heads of roles, words of
employers) decides; where nothing is known, only the layout may, and never for a name after a comma in a list.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from core.candidate.cues import any_of, compiled, entry, words
from core.candidate.marks import Marks, Place, generic_pattern, generic_sector, within
from core.candidate.page import Page
from core.lexicon import EmployerHit, employer_sector
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

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of everything found."""
        employer = None if self.shared else self.employer
        return tuple(p for p in (self.role, employer, self.via, self.unnamed) if p is not None)

    @property
    def sure(self) -> bool:
        """Whether anything is known for certain to be of a job."""
        return self.sure_role or self.sure_employer


class Field(NamedTuple):
    """A stretch between separators; `sep` is the one before it, `after` the one behind it."""

    start: int
    end: int
    sep: str
    after: str


_SEPARATOR = re.compile(
    r"[|;\u2022\t()\[\]\"\n]+|:(?=\s|$|\|)|,(?!\d)|\s-{1,2}(?=[\s|]|$)|(?:^|(?<=\|))\s*-(?=\s)|\s{3,}|\s/\s|\s@\s"
)
_WORD = re.compile(r"[^\s]+")
_STRONG = frozenset("|\u2022\t(\n-@/")


def read_heading(page: Page, known: Marks, start: int, end: int, holes: Iterable[tuple[int, int]] = ()) -> Heading:
    """Return the role, employer and bureau in `[start, end)`; `holes` (periods, durations, hours) are no part of it."""
    view = _View(page, known, start, end, tuple(holes))
    via = _via(view)
    if via is not None:
        view = _View(page, known, start, end, (*view.holes, (via[0], via[1].end)))
    employer, unnamed, agency = _employer(view)
    bureau = via[1] if via else None
    if agency is not None and employer is not None and agency != employer and bureau is None:
        bureau = agency
    taken = [p for p in (employer, unnamed, agency) if p is not None]
    role, sure_role = _role(view, taken)
    sure_employer = employer is not None
    if employer is None and unnamed is None and role is not None:
        employer = _by_layout(view, role)
    sector = _sector(view, employer, unnamed)
    if bureau is not None and page.low[bureau.start : bureau.end] in words("jobs.words.no_via"):
        bureau = None
    return Heading(
        role, employer, sector, bureau, sure_role, sure_employer or (unnamed is not None and sure_role), unnamed
    )


class _View:
    """A heading with its holes closed by separators, and the fields between the separators."""

    def __init__(self, page: Page, known: Marks, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> None:
        self.page, self.known, self.start, self.end, self.holes = page, known, start, end, holes
        flow, low = list(page.flow[start:end]), list(page.low[start:end])
        for first, last in holes:
            for at in range(max(first, start), min(last, end)):
                flow[at - start] = low[at - start] = "|"
        self.flow, self.low = "".join(flow), "".join(low)
        self.fields = tuple(self._fields())

    def _fields(self) -> Iterator[Field]:
        at, sep = 0, "^"
        for match in _SEPARATOR.finditer(self.low):
            yield from self._field(at, match.start(), sep, match[0])
            at, sep = match.end(), match[0]
        yield from self._field(at, len(self.low), sep, "$")

    def _field(self, start: int, end: int, sep: str, after: str) -> Iterator[Field]:
        while start < end and self.low[start] in " .-*,'\u2022":
            start += 1
        while end > start and self.low[end - 1] in " -*,":
            end -= 1
        if end > start:
            yield Field(self.start + start, self.start + end, sep.strip() or sep[:1], after.strip() or after[:1])

    def low_at(self, start: int, end: int) -> str:
        """Return the plain text at `[start, end)` of the page, holes closed."""
        return self.low[start - self.start : end - self.start]

    def flow_at(self, start: int, end: int) -> str:
        """Return the text at `[start, end)` of the page, holes closed."""
        return self.flow[start - self.start : end - self.start]

    def is_open(self, start: int, end: int) -> bool:
        """Whether no hole lies in `[start, end)`."""
        return all(last <= start or first >= end for first, last in self.holes)


@cache
def _via_pattern() -> re.Pattern[str]:
    lead = r"(?:(?:gedetacheerd|ingehuurd|werkzaam|uitgezonden|ingeleend|op detacheringsbasis|als uitzendkracht|uitzendkracht|detachering)\s+)?"
    return re.compile(
        rf"{lead}{any_of('jobs.words.via')}\s+(?:(?:detacheerder|detacheringsbureau|bureau|uitzendbureau|het bureau|de detacheerder)\s+)?"
    )


def _via(view: _View) -> tuple[int, Place] | None:
    """Return where "via X" begins, and X; nothing where no name follows."""
    for match in _via_pattern().finditer(view.low):
        name = _name_at(view, view.start + match.end(), plain_too=True)
        if name is not None:
            return view.start + match.start(), name
    return None


def _name_at(view: _View, at: int, *, plain_too: bool) -> Place | None:
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
    for count, match in enumerate(_WORD.finditer(view.low_at(at, field_end))):
        word = match[0].strip(".,")
        begins_upper = view.flow_at(at + match.start(), at + match.start() + 1).isupper()
        joins = (
            word in ("en", "&", "and")
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
    return Place(at, end) if re.search(r"[a-z]{2}", view.low_at(at, end)) else None


@cache
def _at_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_of('jobs.words.at')}\s+(?P<article>(?:{any_of('jobs.words.articles')}\s+){{0,3}})")


def _employer(view: _View) -> tuple[Place | None, Place | None, Place | None]:
    """Return the employer, a kind of employer without a name, and an agency that is named beside or instead."""
    hits = [h for h in within(view.known.employers, view.start, view.end) if view.is_open(h.start, h.end)]
    named = [h for h in hits if not _is_generic(view, h)]
    agency = next((Place(h.start, h.end) for h in named if h.agency), None)
    real = [h for h in named if not h.agency]
    after_at = {view.start + m.end() for m in _at_pattern().finditer(view.low)}
    unnamed = name = None
    for match in _at_pattern().finditer(view.low):
        generic = generic_pattern().match(view.low, match.end())
        if generic is not None and not _goes_on_with_name(view, view.start + generic.end()):
            unnamed = unnamed or Place(view.start + match.start(), view.start + generic.end(), generic[0])
        elif name is None and not real and not compiled("jobs.department").match(view.low, match.end()):
            name = _name_at(view, view.start + match.end(), plain_too=False)
            name = name if name is not None and _may_be_employer(view, name) else None
    if real:
        best = next((h for h in real if h.start in after_at), real[0])
        return Place(best.start, best.end), unnamed, agency
    if name is not None:
        return name, None, agency
    if unnamed is not None and (agency is not None or not _capital_field(view)):
        return None, unnamed, agency
    by_word = _by_word(view)
    if by_word is not None:
        return by_word, None, agency
    return agency, unnamed, agency


def _is_generic(view: _View, hit: EmployerHit) -> bool:
    return generic_pattern().fullmatch(view.low_at(hit.start, hit.end)) is not None


def _goes_on_with_name(view: _View, at: int) -> bool:
    return (
        re.match(r" (?:(?:de|den|der|van|het|'t|&) ){0,2}[A-Z]", view.flow_at(at, min(at + 20, view.end))) is not None
    )


def _capital_field(view: _View) -> bool:
    """Whether a field stands there that may be the employer's name: "bij een verzekeraar, Achmea"."""
    return any(_is_name(view, field) for field in view.fields)


def _may_be_employer(view: _View, name: Place) -> bool:
    inside = [*within(view.known.known, name.start, name.end), *within(view.known.heads, name.start, name.end)]
    return not any(place.start == name.start for place in inside) and not _is_elsewhere(view, name.start, name.end)


@cache
def _employer_word() -> re.Pattern[str]:
    endings = "|".join(entry("jobs.employer_endings"))
    return re.compile(rf"{any_of('jobs.employer_words')}|\b\w{{2,}}(?:{endings})\b")


def _by_word(view: _View) -> Place | None:
    """Return a field with an employer's word in it ("Zorggroep Rijnmond") and no role."""
    for field in view.fields:
        for start, end in _without_lead(view, field.start, field.end):
            if (
                within(view.known.heads, start, end)
                or _is_elsewhere(view, start, end)
                or len(view.low_at(start, end).split()) > 7
            ):
                continue
            capital = view.flow_at(start, start + 1).isupper() or view.page.low == view.page.flow
            if capital and _employer_word().search(view.low_at(start, end)) and not _is_term(view, start, end):
                return Place(start, end)
    return None


def _is_term(view: _View, start: int, end: int) -> bool:
    return any(p.start <= start and p.end >= end for p in within(view.known.known, start, end))


def _is_elsewhere(view: _View, start: int, end: int) -> bool:
    """Whether a field is a place or a department: neither role nor employer."""
    low = view.low_at(start, end).strip(" .")
    if low in words("jobs.provinces") or compiled("jobs.department").match(low):
        return True
    towns = within(view.known.towns, start, end)
    rest = low
    for town in towns:
        rest = rest.replace(view.low_at(town.start, town.end), "")
    return bool(towns) and not rest.strip(" ,.-")


def _role(view: _View, taken: list[Place]) -> tuple[Place | None, bool]:
    pieces = [piece for field in view.fields for piece in _pieces(view, field, taken)]
    for start, end in pieces:
        role = _known_role(view, start, end)
        if role is not None:
            return role, True
    beside = [p for p in taken if p.end > p.start]
    if not beside:
        return None, False
    for start, end in pieces:
        if _may_be_role(view, start, end, beside):
            return Place(start, end), False
    return None, False


def _pieces(view: _View, field: Field, taken: list[Place]) -> Iterator[tuple[int, int]]:
    at = field.start
    for place in sorted(taken):
        if field.start <= place.start < field.end:
            yield from _without_lead(view, at, place.start)
            at = place.end
    if at < field.end:
        yield from _without_lead(view, at, field.end)


def _without_lead(view: _View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch without the small words on either side: "werkte zij als", "bij de"."""
    found = [(start + m.start(), start + m.end()) for m in _WORD.finditer(view.low_at(start, end))]
    before, after = words("jobs.words.before_role"), words("jobs.words.after_role")
    while found and view.low_at(*found[0]).strip(".,:'\"") in before:
        found.pop(0)
    while found and (
        view.low_at(*found[-1]).strip(".,:'\"-") in after or not view.low_at(*found[-1]).strip(".,:'\"-/")
    ):
        found.pop()
    if found:
        first, last = found[0][0], found[-1][1]
        while (
            last > first
            and view.low_at(last - 1, last) in ".,:"
            and not re.search(r"\.\w\.$", view.low_at(first, last))
        ):
            last -= 1
        yield first, last


def _known_role(view: _View, start: int, end: int) -> Place | None:
    evidence = sorted(
        [*within(view.known.roles, start, end), *within(view.known.heads, start, end)], key=lambda p: (p.start, -p.end)
    )
    if not evidence:
        return None
    first = evidence[0]
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
    trimmed = next(_without_lead(view, start, end), None)
    return Place(*trimmed) if trimmed else None


def _may_be_role(view: _View, start: int, end: int, beside: list[Place]) -> bool:
    """Whether a field that isn't known may be the role of an employer that is: it stands right beside it."""
    low = view.low_at(start, end)
    count = len(low.split())
    if (
        not 1 <= count <= 7
        or not re.search(r"[a-z]{2}", low)
        or _is_elsewhere(view, start, end)
        or low in words("jobs.part_time")
    ):
        return False
    if (
        within(view.known.hours, start, end)
        or compiled("jobs.words.prose").match(low)
        or compiled("jobs.gaps").match(low)
    ):
        return False
    if any(
        p.start <= start and p.end >= end and p.name.startswith(("tool", "law"))
        for p in within(view.known.known, start, end)
    ):
        return False
    for place in beside:
        before = place.start >= end
        between = view.low_at(end, place.start) if before else view.low_at(place.end, start)
        if _STRONG & set(between) or not between.strip(" .") or (before and _only_small(between)):
            return len(between) <= 24
        if "," in between and len(between) <= 3 and (before or end >= view.fields[-1].end):
            return True
    return False


def _only_small(between: str) -> bool:
    return all(
        word.strip(".,") in words("jobs.words.after_role") or not word.strip(".,|()") for word in between.split()
    )


def lone_name(page: Page, known: Marks, start: int, end: int) -> Place | None:
    """Return the name that a line consists of ("Coolblue", "Menzis, Groningen"), None where it isn't one."""
    view = _View(page, known, start, end, tuple((h.start, h.end) for h in within(known.hours, start, end)))
    fields = [
        f
        for f in view.fields
        if not _is_elsewhere(view, f.start, f.end) and view.low_at(f.start, f.end) not in words("jobs.part_time")
    ]
    if len(fields) != 1 or not _is_name(view, fields[0]):
        return None
    return Place(fields[0].start, fields[0].end)


def is_elsewhere(page: Page, known: Marks, start: int, end: int) -> bool:
    """Tell whether a line only says where something is ("Delft, Zuid-Holland, Nederland")."""
    view = _View(page, known, start, end, ())
    return bool(view.fields) and all(_is_elsewhere(view, f.start, f.end) for f in view.fields)


def _is_name(view: _View, field: Field) -> bool:
    """Whether a field has the looks of a name: capitals throughout, and nothing that is known to be something else."""
    text = view.flow_at(field.start, field.end)
    found = text.split()
    if not 0 < len(found) <= 6 or not text[0].isupper():
        return False
    if not all(
        w[0].isupper()
        or w[0].isdigit()
        or w.lower() in ("de", "den", "der", "van", "en", "&", "in", "het", "'t", "a/d")
        for w in found
    ):
        return False
    known = view.known
    if any(within(hits, field.start, field.end) for hits in (known.known, known.heads)) or within(
        known.levels, field.start, field.end
    ):
        return False
    low = view.low_at(field.start, field.end)
    return (
        not _is_elsewhere(view, field.start, field.end)
        and low not in words("jobs.part_time")
        and not within(view.known.hours, field.start, field.end)
    )


def _by_layout(view: _View, role: Place) -> Place | None:
    """Return the one field beside the role that looks like a name; after a comma only where it is the only one."""
    candidates = [f for f in view.fields if (f.end <= role.start or f.start >= role.end) and _is_name(view, f)]
    if len(candidates) != 1:
        return None
    field = candidates[0]
    between = view.low_at(role.end, field.start) if field.start >= role.end else view.low_at(field.end, role.start)
    others = [
        f
        for f in view.fields
        if f is not field and not (f.start <= role.start < f.end) and not _is_elsewhere(view, f.start, f.end)
    ]
    if "," in between and others:
        return None
    return Place(field.start, field.end) if len(between.strip()) <= 12 else None


def _sector(view: _View, employer: Place | None, unnamed: Place | None) -> Sector | None:
    if employer is not None:
        hit = next(
            (h for h in within(view.known.employers, employer.start, employer.end) if h.start == employer.start), None
        )
        return hit.sector if hit is not None else employer_sector(view.page.flow[employer.start : employer.end])
    return generic_sector(unnamed.name) if unnamed is not None else None
