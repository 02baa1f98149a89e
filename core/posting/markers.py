"""What a line begins with: a bullet, a number, a letter, or a word such as "Eis:"."""

import re
from functools import cache
from typing import Literal, NamedTuple

from core.posting.words import wordlist
from core.text.source import plain

Role = Literal["knockout", "award"]


class Marker(NamedTuple):
    """What a line begins with: a bullet, a number, a letter, a word such as "Eis:"."""

    bullet: bool
    number: str
    letter: str
    role: Role | None
    body: int
    """Offset of the text behind the marker, in the line."""


_BULLET = re.compile(r"(?:[\u2022*+>-])\s?(?=\S)")
_ADDED = re.compile(r"\+\s?\d{1,3}(?:\s|p|%)")
"""Points that mark an item: "+30 Minimaal 2 jaar …"."""
_NUMBER = re.compile(
    r"\(?(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?:[.):]{1,2}\s?|\s)(?=[A-Za-z'\"(*\u2022])"
    r"|\(?(?P<single>\d{1,2})(?:\.\)|[.):])(?:\s|(?=[A-Z'\"]))(?=\S)"
)
_ROMAN = re.compile(r"(?P<roman>I{1,3}|IV|VI{0,3}|IX|X)[.)]\s(?=\S)")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LETTER = re.compile(r"\(?(?P<letter>[a-z])[.)]\s?(?=\S)")


@cache
def _role_pattern() -> re.Pattern[str]:
    names = {role: wordlist("headings", f"inline.{role}") for role in ("knockout", "award")}
    parts = [
        f"(?P<{role}>{'|'.join(sorted((re.escape(word) for word in words), key=len, reverse=True))})"
        for role, words in names.items()
    ]
    return re.compile(
        rf"(?:{'|'.join(parts)})\s?(?:(?:nr\.?\s?|nummer\s)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})\s?(?:[:.)-]{{1,2}}|(?=\([^()]{{1,40}}\)))|:)\s?(?=\S|$)"
        r"|(?P<code>[ewkg]|ko|gc)\s?-?(?P<of_code>\d{1,2})\s?[:.)-]\s?(?=\S)"
        r"|(?P<dotted>[ewkg]|ko|gc)\.(?P<of_dotted>\d{1,2})[:.)]?\s(?=\S)"
        r"|(?P<spaced>ko|gc|[ewkg])\s?-?(?P<of_spaced>\d{1,2})\s(?=\S)"
    )


_ROLE_OF_CODE: dict[str, Role] = {
    "e": "knockout",
    "k": "knockout",
    "ko": "knockout",
    "w": "award",
    "g": "award",
    "gc": "award",
}


def marker(text: str) -> Marker:
    """Return what a line with this text begins with."""
    if _ADDED.match(text):
        return Marker(True, "", "", None, 0)
    at = 0
    bullet = _BULLET.match(text)
    if bullet:
        at = bullet.end()
    number = letter = ""
    match = _NUMBER.match(text, at)
    if match:
        number, at = match["number"] or match["single"], match.end()
    elif match := _ROMAN.match(text, at):
        number, at = str(_ROMANS.index(match["roman"]) + 1), match.end()
    else:
        match = _LETTER.match(text, at)
        if match:
            letter, at = match["letter"], match.end()
    role: Role | None = None
    if at < len(text) and text[at].lower() in "ekwgmvhfpsn":
        found = _role_pattern().match(plain(text[at : at + 80]))
        if found and found["spaced"] and not (text[at].isupper() and text[at + found.end()].isupper()):
            # "W1 Minimaal 3 jaar" is a code; "g4 gemeente" and "E10 benzine" are none.
            found = None
        if found:
            code = found["code"] or found["dotted"] or found["spaced"]
            role = _ROLE_OF_CODE[code] if code else "knockout" if found["knockout"] else "award"
            number = found["number"] or found["of_code"] or found["of_dotted"] or found["of_spaced"] or number
            at += found.end()
    return Marker(bullet is not None, number, letter, role, at)


def has_bullet(text: str) -> bool:
    """Return whether a line begins with a bullet."""
    return _BULLET.match(text) is not None
