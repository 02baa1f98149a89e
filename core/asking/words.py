"""Yes, no, don't know: the opening words of a typed answer (Q4)."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from core.text.source import key

_PUNCTUATION = re.compile(r"[^\w?]+")


class _Words(NamedTuple):
    """The phrases of answers.toml: by what they say, and by contract form."""

    phrases: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]


@cache
def _words() -> _Words:
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_name("data").joinpath("answers.toml").read_text("utf-8"))
    forms = {form: tuple(names) for form, names in data.pop("forms").items()}
    return _Words({name: tuple(sorted(words, key=len, reverse=True)) for name, words in data.items()}, forms)


def folded(text: str) -> str:
    """Return a typed answer as it is compared: lower case, no accents, punctuation as blanks."""
    return " ".join(_PUNCTUATION.sub(" ", key(text)).split())


def _opens(words: str, phrases: tuple[str, ...]) -> str | None:
    return next((p for p in phrases if words == p or words.startswith(p + " ")), None)


def says(text: str) -> Literal["yes", "no", "unknown"] | None:
    """Return what a typed answer opens with; the longest phrase decides. None: neither of these."""
    words = folded(text)
    if _opens(words, _words().phrases["neither"]):
        return None
    best: tuple[int, Literal["yes", "no", "unknown"]] | None = None
    kinds: tuple[Literal["yes", "no", "unknown"], ...] = ("unknown", "no", "yes")
    for kind in kinds:
        phrase = _opens(words, _words().phrases[kind])
        if phrase is not None and (best is None or len(phrase) > best[0]):
            best = len(phrase), kind
    if words == "" and "?" in text:
        return "unknown"
    return best[1] if best else None


def is_plain_no(text: str) -> bool:
    """Return whether an answer is a no and nothing more."""
    return text.strip() == "no" or (says(text) == "no" and not rest_of(text))


def rest_of(text: str) -> str:
    """Return what follows the opening yes or no."""
    words = folded(text)
    phrases = (p for kind in ("unknown", "no", "yes") if (p := _opens(words, _words().phrases[kind])))
    opening = max(phrases, key=len, default="")
    return words[len(opening) :].strip()


def has_reservation(text: str) -> bool:
    """Return whether an answer comes with a "maar", "deels" or "denk ik" behind its opening yes or no."""
    rest = f" {rest_of(text)} "
    return any(f" {word} " in rest for word in _words().phrases["reservation"])


def denies(text: str) -> bool:
    """Return whether words deny what they stand with ("geen …", "nooit …"); a plain "nee," only takes back."""
    words = folded(text).split()
    return bool(words) and words[0] in ("geen", "niet", "nooit", "nog")


def is_softened(text: str) -> bool:
    """Return whether a no isn't a whole one: "dat klopt niet helemaal", "nee, wel als adviseur"."""
    rest = f" {rest_of(text)} "
    return any(f" {word} " in rest for word in _words().phrases["softened"])


def is_plain_yes(text: str) -> bool:
    """Return whether an answer is a yes that nothing behind it narrows: no reservation, no figure, no time."""
    return says(text) == "yes" and not has_reservation(text) and not any(c.isdigit() for c in text)


def mentions(text: str, name: str) -> bool:
    """Return whether the answer holds one of the phrases of `name` ("recent", "longer_ago")."""
    words = f" {folded(text)} "
    return any(f" {phrase} " in words for phrase in _words().phrases[name])


def contract_form(text: str) -> str | None:
    """Return the one contract form that the answer names; None for none or several."""
    words = f" {folded(text)} "
    found = {form for form, names in _words().forms.items() if any(f" {name} " in words for name in names)}
    if found == {"zzp", "eigen_bv"}:
        return "eigen_bv"
    return found.pop() if len(found) == 1 else None


def holds_only(words: str, name: str) -> bool:
    """Return whether folded words are nothing but phrases of `name`."""
    rest = f" {words} "
    for phrase in _words().phrases[name]:
        while f" {phrase} " in rest:
            rest = rest.replace(f" {phrase} ", " ")
    return not rest.strip()
