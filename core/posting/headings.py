"""What a line announces: the words of headings (`data/headings.toml`).

Which lines are looked at, and how far their sections go, is in `sections.py`.
"""

import re
from functools import cache
from typing import Literal

from core.posting.layout import last_word
from core.posting.words import pattern, table, wordlist, wordset
from core.text.source import key, plain

CRITERIA = frozenset({"knockout", "award", "mixed", "price"})
Kind = str
"""A kind of section: a name in `data/headings.toml`, or "price", "step", "preamble"."""

_TAIL = re.compile(
    r"\s+(?:te beoordelen|beoordeeld|beoordeling) door (?:de |het )?[\w.'-]+(?: [\w.'-]+){0,3}?(?=\s*[(:]|$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:(?:[A-Z]|\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+)(?=\w)")
_TOTAL = re.compile(
    r"(?:totaal|maximaal|max\.?|in totaal)\D{0,20}(\d{2,4})\s*(?:punten|pt|%|procent)|(\d{2,4})\s*punten\s*(?:totaal|in totaal)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]+\)[:.]?$")
_FEE = re.compile(r"fee(?: [\w.-]+){0,3}")
_WORDS = re.compile(r"[^\s(),;]+")


def printed_total(text: str) -> float | None:
    """Return the points that a heading says there are in all."""
    match = _TOTAL.search(text)
    return float(match[1] or match[2]) if match else None


def phrase_kind(text: str) -> Kind | None:
    """Return the kind of section that a heading names in exactly known words."""
    return _phrases().get(normal_heading(text))


def heading_kind(text: str) -> Kind | None:
    """Return what kind of section a line with this text would begin, None where it is no heading."""
    if text.endswith((";", ",", ".")) and not text.endswith("pt."):
        return None
    bare = _TAIL.sub("", text)
    normal = normal_heading(bare)
    phrases = _phrases()
    found = phrases.get(normal) or ("fee" if _FEE.fullmatch(normal) else None)
    if found is not None and (text[0].isupper() or text.endswith(":")):
        return found
    if last_word(text) in wordset("layout", "unfinished"):
        return None
    numbered = _NUMBERED.match(bare)
    if numbered:
        normal = normal_heading(bare[numbered.end() :])
        found = phrases.get(normal)
        if found is not None and found in CRITERIA:
            return found
    if not (text[0].isupper() or numbered or text.endswith(":")):
        return None
    return _criteria_kind(normal) or _before_brackets(bare)


def _before_brackets(text: str) -> Kind | None:
    """Read "What you must bring (candidates who miss one of these will not be considered)"."""
    bracket = _IN_BRACKETS.search(text)
    if bracket is None:
        return None
    head = normal_heading(text[: bracket.start()])
    kind = _phrases().get(head) or _criteria_kind(head)
    return kind if kind in CRITERIA else None


_LONGEST_ANNOUNCEMENT = 14


def announced_kind(text: str) -> Kind | None:
    """Return which list of criteria a line right above a list announces in words of its own, None where it tells neither.

    Looser than `heading_kind`: for lists that no heading names. "Eisen en wensen" at once are for `heading_kind`.
    """
    low = plain(text)
    if text.endswith((";", ",", ".")) or len(text.split()) > _LONGEST_ANNOUNCEMENT or not text[0].isalnum():
        return None
    if pattern("headings", "announcements.never").search(low):
        return None
    found = {
        role: match.start()
        for role in ("knockout", "award")
        if (match := pattern("headings", f"announcements.{role}").search(low))
    }
    return min(found, key=lambda role: found[role]) if found else None


def _criteria_kind(normal: str) -> Kind | None:
    words = [word.rstrip(".") for word in _WORDS.findall(normal)]
    if not words or len(words) > 14:
        return None
    roles = _roles()
    said = {roles.get(word, "filler" if word.isdigit() else None) for word in words}
    if None in said or "never" in said:
        return None
    if "price" in said:
        return "price" if "knockout" in said else "weights" if "award" in said else None
    if "knockout" in said and "award" in said:
        # "Selectie-eisen (gunningscriteria)": the first names the list, unless both are asked for at once.
        return (
            "mixed"
            if " en " in f" {normal} "
            else next(r for w in words if (r := roles.get(w)) in ("knockout", "award"))
        )
    return "knockout" if "knockout" in said else "award" if "award" in said else None


def normal_heading(text: str) -> str:
    """Return a heading as it is compared: no marks, "/" and brackets opened."""
    bare = (
        key(text)
        .rstrip(" :-")
        .replace("/", " ")
        .replace("(", " ")
        .replace(")", " ")
        .replace(":", " ")
        .replace("?", " ")
    )
    bare = bare.replace("&", " en ").replace("*", " ").replace("|", " ").replace("\u2022", " ").replace(" - ", " ")
    return " ".join(bare.replace("knock out", "knock-out").replace("knock- out", "knock-out").split())


@cache
def _phrases() -> dict[str, Kind]:
    return {
        normal_heading(phrase): kind for kind, phrases in table("headings")["phrases"].items() for phrase in phrases
    }


@cache
def _roles() -> dict[str, Literal["knockout", "award", "price", "filler", "never"]]:
    roles: dict[str, Literal["knockout", "award", "price", "filler", "never"]] = {}
    for word in wordlist("headings", "words.fillers"):
        roles[word] = "filler"
    for word in wordlist("headings", "words.never"):
        roles[word] = "never"
    for word in wordlist("headings", "words.price"):
        roles[word] = "price"
    for word in wordlist("headings", "words.knockout"):
        roles[word] = "knockout"
    for word in wordlist("headings", "words.award"):
        roles[word] = "award"
    return roles
