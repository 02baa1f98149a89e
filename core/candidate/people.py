"""Several people in one text (C9): "Kandidaat 1: … Kandidaat 2: …", two names with a CV each, "1) A.B. … 2) C.D. …".

One person with two jobs is never split: each part must begin with a name or a number for a candidate, and must
tell of something (a level, a year, a rate). Names in a list of references are no candidates.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from core.candidate.cues import any_of
from core.candidate.page import heading_section
from core.lexicon import find_terms
from core.text.source import LONGEST, Source, plain, source


class Person(NamedTuple):
    """A person at `[start, end)` of the canonical text."""

    label: str
    start: int
    end: int


_PREFIX = r"(?:de|van|den|der|ter|ten|te|el|la|le|al|bin|ben|'t|in|op|aan|von|da|dos|d')"
_INITIALS = r"(?:[A-Z]\.\s?){1,4}"
_SURNAME = rf"(?:{_PREFIX}\s){{0,3}}[A-Z][\w'-]+(?:-[A-Z][\w'-]+)?"
NAME = rf"(?:{_INITIALS}(?:(?:{_PREFIX}\s){{0,3}}(?:[A-Z]\.(?!\w)|[A-Z][\w'-]+))?|[A-Z][\w'-]+\s(?:{_PREFIX}\s){{0,3}}[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+)?)"
_NUMBERED = re.compile(
    r"^[^\w\n]{0,12}_{0,3}(?:kandida(?:at|te)|candidate|profiel|cv)\s{0,3}(?:nr\.?\s{0,3}|nummer\s{0,3})?(?P<no>\d|[a-d](?![\w])|een|twee|drie|een)\b[ \t]{0,3}[:.)\u2022-]?[ \t]{0,3}",
    re.I | re.M,
)
_LISTED = re.compile(
    rf"^[^\w\n]{{0,12}}_{{0,3}}(?P<no>\d{{1,2}})[).:][ \t]{{0,4}}(?P<name>{NAME})(?=[ \t]{{0,3}}(?:[,:(\u2022-]|$))",
    re.M,
)
_LEADING = re.compile(
    rf"^[^\w\n]{{0,12}}_{{0,3}}(?P<name>{_INITIALS}(?:(?:{_PREFIX}\s){{0,3}}(?:[A-Z]\.|[A-Z][\w'-]+))?)(?=[ \t]{{0,3}}[,:(\u2022]|\s-\s)",
    re.M,
)
_FACT = re.compile(r"\b(?:v?mbo|hbo|wo|havo|vwo|bachelor|master|19[6-9]\d|20[0-4]\d|heden|zzp|detachering|jaar|jr)\b|€")


def split_people(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the people that a received text is about: label and place in the text as received; empty for one person."""
    src = source(text[:LONGEST], "summary")
    return tuple((p.label, src.span(p.start, p.end).start, src.span(p.start, p.end).end) for p in find_people(src))


def find_people(src: Source) -> tuple[Person, ...]:
    """Return the people with their places in the canonical text; empty where it is one."""
    text = _without_references(src.text)
    for starts in (_numbered(text), _labelled(text), _titled(text), _listed(text), _leading(text)):
        people = _people(text, starts)
        if people:
            return people
    return ()


def _people(text: str, starts: list[tuple[str, int]]) -> tuple[Person, ...]:
    if len({label.lower() for label, _ in starts}) < 2:
        return ()
    merged: list[tuple[str, int]] = []
    for label, at in starts:
        if not merged or merged[-1][0].lower() != label.lower():
            merged.append((label, at))
    ends = [at for _, at in merged[1:]] + [len(text)]
    people = tuple(Person(label, at, end) for (label, at), end in zip(merged, ends, strict=True))
    low = plain(text)
    telling = [p for p in people if _FACT.search(low, p.start, p.end)]
    return people if len(telling) >= 2 and len(telling) == len(people) else ()


def _numbered(text: str) -> list[tuple[str, int]]:
    found = []
    for match in _NUMBERED.finditer(text):
        name = re.match(NAME, text[match.end() : match.end() + 60])
        found.append((name[0].strip(" ,") if name else match[0].strip(" \n:.)-"), match.start()))
    numbers = [m["no"].lower() for m in _NUMBERED.finditer(text)]
    return found if len(set(numbers)) == len(numbers) else []


@cache
def _name_label() -> re.Pattern[str]:
    return re.compile(
        rf"^[ \t\u2022*-]{{0,12}}{any_of('sections.names.words')}[ \t]{{0,3}}[:\t][ \t]{{0,3}}(?P<name>[^\n,;(]{{2,50}})",
        re.M,
    )


def _labelled(text: str) -> list[tuple[str, int]]:
    """Two labels for a name with different names, each with work or a study behind it."""
    low = plain(text)
    found = []
    for match in _name_label().finditer(low):
        name = text[match.start("name") : match.end("name")].strip()
        if re.fullmatch(rf"{NAME}|[A-Z][\w'-]+", name):
            found.append((name, match.start()))
    return found


_TITLED = re.compile(
    rf"^[ \t#*]{{0,12}}(?i:curriculum vitae|cv|c\.v\.|resume)[ \t]{{0,3}}(?:van\s{{1,3}})?[\s:\u2022-]{{0,6}}(?P<name>{NAME})",
    re.M,
)


def _titled(text: str) -> list[tuple[str, int]]:
    """Several titles "Curriculum vitae" with different names."""
    return [(m["name"].strip(), m.start()) for m in _TITLED.finditer(text) if m["name"][0].isupper()]


def _listed(text: str) -> list[tuple[str, int]]:
    return [(m["name"].strip(), m.start()) for m in _LISTED.finditer(text)]


def _leading(text: str) -> list[tuple[str, int]]:
    return [(m["name"].strip(), m.start()) for m in _LEADING.finditer(text)]


def _without_references(text: str) -> str:
    """Blank the sections with references: names there are of others."""
    pieces = []
    inside = False
    for line in text.splitlines(keepends=True):
        section = heading_section(line.strip(" #*\n\t\u2022-"))
        if section is not None:
            inside = section == "references"
        elif re.match(r"\s*referenties?\b", line, re.I):
            pieces.append(re.sub(r"[^\n]", " ", line))
            continue
        pieces.append(re.sub(r"[^\n]", " ", line) if inside else line)
    return "".join(pieces)


_TITLE = re.compile(
    rf"^[ \t#*]{{0,12}}(?:(?i:curriculum vitae|cv|c\.v\.|resume|kandidaat|profiel)\b[ \t]{{0,3}}(?:van\s{{1,3}})?[\s:\u2022-]{{0,6}})?(?P<name>{NAME})[ \t]{{0,3}}(?:$|\n|,|\s-\s|\()"
)
_ANYWHERE = re.compile(
    rf"(?<![\w.])(?P<name>(?:[A-Z]\.){{1,4}}\s?(?:(?:{_PREFIX}\s){{0,3}}(?:[A-Z]\.(?!\w)|[A-Z][\w'-]+))?)(?![\w])"
)
_LOWER = re.compile(r"^(?P<name>[a-z]\.(?:[a-z]\.){0,3} ?(?:[a-z]{3,20})?)[ \t]{0,3}$", re.M)
_NO_NAME = re.compile(
    r"\b(?:medewerker|adviseur|manager|consulent|beheerder|coordinator|jurist|gemeente|senior|junior|functie|ervaring|project\w*|curriculum|profiel|werk\w*|opleiding\w*|hogeschool|geen|niet|wel|cursus\w*|training\w*|foundation|certifica\w*|support|engineer|ervaren|diploma|fwd|re|beste|hoi|hallo|dag|geachte|analyst|developer|specialist|secretaresse|assistent\w*|teamleider|mbo|hbo|persoonlijke|gegevens|mei|klant\w*)\b"
)


def _is_no_name(name: str) -> bool:
    """Whether words in capitals name something else: a function, a tool, a course ("PRINCE2 Foundation"), an abbreviation ("IT Support")."""
    if _NO_NAME.search(plain(name)) or re.search(r"\d|\b[A-Z]{2,4}\b(?=.*[a-z])", name):
        return True
    return any(hit.kind not in _ALSO_NAMES for hit in find_terms(name))


_ALSO_NAMES = frozenset({"municipality", "employer", "agency"})
"""Towns and firms are called after people, and people after towns."""


def initials_of(text: str, low: str) -> str | None:
    """Return the initials of the one person that a canonical text is about, None where no name shows."""
    label = _name_label().search(low)
    if label is not None:
        name = text[label.start("name") : label.end("name")].strip()
        made = _initials(name)
        if made is not None and not _is_no_name(name):
            return made
    for line in _first_lines(text):
        title = _TITLE.match(line)
        if title is not None and title["name"][0].isupper() and not _is_no_name(title["name"]):
            return _initials(title["name"])
    early = text[:400]
    anywhere = _ANYWHERE.search(early)
    if anywhere is not None:
        return _initials(anywhere["name"].strip())
    lower = _LOWER.search(early)
    return _initials(lower["name"].title()) if lower is not None else None


def _first_lines(text: str) -> Iterator[str]:
    """Yield the lines in which a name may stand as a title: those before the first section."""
    lines = [line for line in text[:600].split("\n") if line.strip()]
    for line in lines[:4]:
        if heading_section(line.strip()) not in (None, "personal"):
            return
        yield line


def _initials(name: str) -> str | None:
    """Return "Sanne de Vries" and "S. de Vries" as "S. de V."."""
    words = re.findall(r"[A-Z]\.(?=[A-Z]\.|\s|$)|[^\s.]+", name)
    made: list[str] = []
    for word in words:
        if re.fullmatch(_PREFIX, word):
            made.append(f" {word} ")
        elif word[0].isalpha() and word[0].isupper():
            made.append(word[0] + ".")
    text = re.sub(r"\s+", " ", "".join(made)).strip()
    return text if re.search(r"[A-Z]\.", text) else None
