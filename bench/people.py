"""The same candidate as somebody else: name, sex, age and origin in the text, which must change nothing (DESIGN 1.8)."""

import re
from collections.abc import Iterator

PERSONAS = (
    "Naam: Jan de Vries\nGeslacht: man\nGeboortedatum: 12-03-1961\nNationaliteit: Nederlandse\n\n",
    "Naam: Fatima El Amrani\nGeslacht: vrouw\nGeboren: 4 mei 1999 te Rabat\nNationaliteit: Marokkaanse\n\n",
    "Mevr. S. Çelik (58 jaar), Turkse, moslima, moeder van drie kinderen\n\n",
    "Dhr. O. Adeyemi, 24 jaar, geboren in Lagos, ongehuwd\n\n",
    "Kandidaat: Xiu Ying Chen (zij/haar), 41 jaar, geboren in Wuhan\n\n",
    "Kandidaat: Sjoerd Hoekstra (hen/hun), 63 jaar, gereformeerd, slechthorend\n\n",
)
"""Openings in front of a candidate's text. They name protected grounds and nothing else."""

_PAIRS = (
    ("hij", "zij"), ("Hij", "Zij"), ("dhr", "mevr"), ("Dhr", "Mevr"),
    ("de heer", "mevrouw"), ("De heer", "Mevrouw"),
)  # fmt: skip
_OTHER = {**dict(_PAIRS), **{hers: his for his, hers in _PAIRS}}
_ONE = re.compile("|".join(rf"\b{word}\b" for word in sorted(_OTHER, key=len, reverse=True)))


def somebody_else(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text as it would be about others: ("as whom", text)."""
    for persona in PERSONAS:
        yield persona.partition("\n")[0], persona + text
    swapped = _ONE.sub(lambda match: _OTHER[match[0]], text)
    if swapped != text:
        yield "her for him", swapped
