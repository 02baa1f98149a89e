"""The same candidate as somebody else: name, sex, age and origin in the text, which must change nothing (DESIGN 1.8)."""

import re
from collections.abc import Iterator

PERSONAS = (
    ("Jan de Vries", "Geslacht: man\nGeboortedatum: 12-03-1961\nNationaliteit: Nederlandse"),
    ("Fatima El Amrani", "Geslacht: vrouw\nGeboren: 4 mei 1999 te Rabat\nNationaliteit: Marokkaanse"),
    ("Sibel Çelik", "58 jaar, Turkse, moslima, moeder van drie kinderen"),
    ("Oluwaseun Adeyemi", "24 jaar, geboren in Lagos, ongehuwd"),
    ("Xiu Ying Chen", "Vrouw (zij/haar), 41 jaar, geboren in Wuhan"),
    ("Sjoerd Hoekstra", "Man (hij/hem), 63 jaar, gereformeerd, slechthorend"),
)
"""Names, and openings that tell of protected grounds and of nothing else."""

_NAME = re.compile(r"^((?:Naam|Kandidaat|Name)[ \t]*:[ \t]*)[^\W\d][^\n,;(|\t-]*(?<! )", re.M)
_PAIRS = (
    ("hij", "zij"), ("Hij", "Zij"), ("dhr", "mevr"), ("Dhr", "Mevr"),
    ("de heer", "mevrouw"), ("De heer", "Mevrouw"),
)  # fmt: skip
_OTHER = {**dict(_PAIRS), **{hers: his for his, hers in _PAIRS}}
_ONE = re.compile("|".join(rf"\b{word}\b" for word in sorted(_OTHER, key=len, reverse=True)))


def somebody_else(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text as it would be about others: ("as whom", text). A name is changed where it is labelled as one."""
    for name, grounds in PERSONAS:
        # A name has no backslash, so that it can stand in a replacement as it is.
        renamed = _NAME.sub(rf"\g<1>{name}", text)
        yield name, f"{grounds}\n\n{renamed}"
    swapped = _ONE.sub(lambda match: _OTHER[match[0]], text)
    if swapped != text:
        yield "her for him", swapped
