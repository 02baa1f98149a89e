"""The texts that are measured: a posting and a CV of our own, longer ones made of them, and a crowd of candidates.

Both samples are invented, in the manner of real ones: the repository holds no text of a real buyer or a real person.
"""

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
POSTING_FILE = SAMPLES / "posting.txt"
CV_FILE = SAMPLES / "cv.txt"

# Before the closing date of the sample posting.
TODAY = date(2026, 7, 1)

# A crowd is drawn from these. What is written in braces is drawn too, so that hardly two people have a sentence in common:
# a reader that remembers sentences must not look fast for it.
_ROLES = (
    "Kwaliteitsmedewerker vergunningen",
    "Vergunningverlener omgevingsrecht",
    "Procesadviseur leefomgeving",
    "Juridisch medewerker",
    "Klantmanager inkomen",
    "Administratief medewerker",
    "Projectleider ruimtelijke ontwikkeling",
    "Senior toezichthouder bouw",
    "Beleidsadviseur wonen",
    "Medewerker klachtbehandeling",
    "Functioneel beheerder zaaksysteem",
    "Consulent Wmo",
)
_EMPLOYERS = (
    "gemeente {place}",
    "gemeente {place} (via bureau Waalstroom)",
    "Omgevingsdienst {place}",
    "provincie Gelderland",
    "waterschap Rivierenland",
    "notariskantoor {place}",
    "adviesbureau {place}",
)
_EDUCATIONS = (
    "Hbo-bachelor Bestuurskunde, diploma behaald",
    "Mbo niveau 4 Juridisch medewerker, diploma behaald",
    "Hbo Rechten, niet afgerond",
    "Wo-master Planologie",
    "Havo",
)
_EXTRAS = (
    "Werkte {often} met {tool} aan zaken over {matter}.",
    "{count} jaar {tool} gebruikt bij {matter}.",
    "Schreef {count} werkinstructies over {matter} en werkte {count} nieuwe collega's in.",
    "Voerde {often} kwaliteitscontroles uit op {count} dossiers over {matter}.",
    "Cursus {matter} in {year} te {place}.",
    "Bezig met een cursus {matter} in {place}, klaar in {year}.",
    "Behandelde aanvragen over {matter} en overlegde {often} met gemeente {place}.",
    "Geen ervaring met {tool}, wel {often} met {tool}.",
    "Stelde rapportages op over {matter} voor de teammanager in {place}.",
    "Was {often} aanspreekpunt voor {count} collega's bij {matter}.",
)
_DRAWN = {
    "place": (
        "Tiel",
        "Zaltbommel",
        "Almere",
        "Deventer",
        "Buren",
        "Oss",
        "Venlo",
        "Hoorn",
        "Gouda",
        "Assen",
        "Zeist",
        "Ede",
        "Epe",
        "Goes",
        "Hulst",
        "Lochem",
        "Meppel",
        "Putten",
        "Raalte",
        "Sneek",
        "Texel",
        "Uden",
        "Veghel",
        "Wijchen",
        "Woerden",
        "Zwolle",
    ),
    "tool": ("Rx.Mission", "OpenWave", "Djuma", "TOPdesk", "Excel", "Power BI", "Squit 20/20", "Centric Leefomgeving"),
    "matter": (
        "de Omgevingswet",
        "bouwen en milieu",
        "bezwaar en beroep",
        "de Wmo",
        "klachten",
        "de Woo",
        "evenementen",
        "leerlingenvervoer",
        "schuldhulp",
        "parkeren",
        "bodem en geluid",
        "monumenten",
    ),
    "often": ("dagelijks", "wekelijks", "elk kwartaal", "zelfstandig", "soms", "als vaste kracht"),
    "count": tuple(str(number) for number in range(2, 10)),
    "year": tuple(str(year) for year in range(2017, 2027)),
}

# What makes a badly written pattern go back over its steps: long runs of one thing that almost matches. Each is
# repeated to the length that is asked.
HOSTILE = {
    "blanks": " ",
    "line ends": "\n",
    "digits": "1",
    "numbered lines": "1. \n",
    "open brackets": "(",
    "months and dashes": "jan 2019 - ",
    "points": "(40 punten) ",
    "negations": "geen niet ",
    "one long word": "a",
    "tabs": "a\t",
    "entities": "&amp;",
    "combining accents": "e\u0301",
}


def posting() -> str:
    """Return the sample posting."""
    return POSTING_FILE.read_text(encoding="utf-8")


def cv() -> str:
    """Return the sample CV."""
    return CV_FILE.read_text(encoding="utf-8")


def longer(text: str, times: int) -> str:
    """Return `text` as many times over: the length grows and everything that a reader looks for grows with it."""
    return "\n\n".join([text] * times)


def hostile(length: int) -> Iterator[tuple[str, str]]:
    """Yield every hostile text at `length` code points, by name."""
    for name, piece in HOSTILE.items():
        yield name, (piece * (length // len(piece) + 1))[:length]


def crowd(count: int) -> list[str]:
    """Return the summaries of `count` different candidates, the same ones every time."""
    draw = random.Random(2026)  # noqa: S311 - invented people, not secrets
    return [_summary(draw, number) for number in range(count)]


def _summary(draw: random.Random, number: int) -> str:
    lines = [f"Kandidaat {number + 1}, € {draw.randrange(60, 120)} per uur, {draw.choice(('zzp', 'detachering'))}"]
    year = 2026
    for place in range(draw.randrange(1, 5)):
        start = year - draw.randrange(1, 6)
        end = "heden" if place == 0 else f"{draw.randrange(1, 13):02d}-{year}"
        employer = _filled(draw, draw.choice(_EMPLOYERS))
        lines.append(f"{draw.randrange(1, 13):02d}-{start} - {end}: {draw.choice(_ROLES)}, {employer}")
        lines += [f"- {_filled(draw, extra)}" for extra in draw.sample(_EXTRAS, draw.randrange(0, 5))]
        year = start
    lines.append(f"Opleiding: {draw.choice(_EDUCATIONS)} ({year})")
    lines.append(f"Beschikbaar per 1 september 2026, {draw.choice((24, 28, 32, 36))} uur per week")
    return "\n".join(lines)


def _filled(draw: random.Random, text: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: draw.choice(_DRAWN[match[1]]), text)
