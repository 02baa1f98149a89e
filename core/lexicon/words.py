"""Dutch words as the lexicon compares them: tokens with a stem, and how one is joined to the next.

The stem takes off plural and inflection (-s, -en, -e, 's) and makes doubled letters single, on both sides of a
comparison. It is made for names of work, not for Dutch as a whole: it never turns one listed name into another
(a test holds that), and what it can't see stands in `words.toml` under `forms`.
"""

import re
from functools import cache
from typing import Any, NamedTuple

from core.lexicon.load import words
from core.text.memory import remembered
from core.text.source import plain

_TOKEN = re.compile(r"(?:[a-z]\.){2,}(?:[a-z]\b)?|[^\W_]+(?:['’](?:s|ers?|en)\b)?|&")
_LETTERS = re.compile(r"[a-z]")
_VOWELS = "aeiou"
_NO_PLURAL_BEFORE = "saiouj'"


class Token(NamedTuple):
    """A word at [start, end), and the `gap` that joins it to the word before.

    "-" a hyphen · " " a blank or one line break · "(" a blank and a bracket · "/" a slash · "," a comma ·
    "~" a hyphen and a blank ("klachten- en …") · "~/" a hyphen and a slash · "" anything else (also at the start).
    """

    start: int
    end: int
    raw: str
    stem: str
    gap: str


_GAPS = {
    " ": " ",
    "-": "-",
    "\n": " ",
    "- ": "~",
    "-/": "~/",
    "-\n": "-",
    ".": "-",
    " (": "(",
    "/": "/",
    " / ": "/",
    ", ": ",",
    ",": ",",
    "'": "-",
    "’": "-",
    "": "-",
}
_BLANKS = re.compile(r"[ \t]*\n[ \t]*|[ \t\u00a0]+")


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of `text` (canonical, any case) with offsets into it; linear in its length."""
    found: list[Token] = []
    last, before = 0, ""
    lowered = plain(text)
    for match in _TOKEN.finditer(lowered):
        start, end = match.span()
        raw = match[0]
        gap = _GAPS.get(lowered[last:start])
        if gap is None:
            gap = _gap(lowered[last:start], before)
        found.append(Token(start, end, raw, stem(raw), gap))
        last, before = end, raw
    if found:
        found[0] = found[0]._replace(gap="")
    return tuple(found)


def _gap(between: str, before: str) -> str:
    """Return how two words are joined, by what stands between them (none of `_GAPS`) and the first of the two."""
    if len(between) > 20 or between.count("\n") > 1:
        return ""
    if between[:1] == "." and before in _abbreviations():
        between = between[1:]
    return _GAPS.get(_BLANKS.sub(" ", between), "")


@remembered(words=50_000)
def stem(word: str) -> str:
    """Return the stem of one lower-case word without accents."""
    if word == "&":
        return "en"
    known = _forms().get(word)
    if known is not None:
        return known
    if "." in word:
        return word.replace(".", "")
    for mark in ("'", "’"):
        base, found, ending = word.partition(mark)
        if found:
            return stem(base) if ending == "s" else f"{stem(base)}'er"
    if len(word) < 4 or not _LETTERS.match(word):
        return word
    bare = _bare(word)
    endings = _endings()
    if bare.endswith(tuple(endings)):
        for ending, common in endings.items():
            if bare.endswith(ending):
                return bare[: -len(ending)] + common
    return bare


def _bare(word: str) -> str:
    while True:
        if len(word) > 4 and word.endswith("en"):
            word = _single_consonant(word[:-2])
        elif len(word) > 4 and word.endswith("e"):
            word = _single_consonant(word[:-1])
        elif len(word) > 4 and word.endswith("s") and word[-2] not in _NO_PLURAL_BEFORE:
            word = word[:-1]
        else:
            return _single_vowel(word)


def _single_consonant(word: str) -> str:
    last = word[-1]
    if len(word) > 3 and last == word[-2] and last not in _VOWELS:
        return word[:-1]
    if last == "v":
        return word[:-1] + "f"
    if last == "z":
        return word[:-1] + "s"
    return word


def _single_vowel(word: str) -> str:
    if len(word) > 3 and word[-1] not in _VOWELS and word[-2] == word[-3] and word[-2] in "aeou":
        return word[:-2] + word[-1]
    return word


@cache
def _forms() -> dict[str, str]:
    """The listed forms, each with the stem of what it stands for."""
    forms: dict[str, Any] = words()["forms"]
    fixed = {form for form, lemma in forms.items() if form == lemma}
    return {form: lemma if lemma in fixed else _bare(lemma) for form, lemma in forms.items()}


def spelled(word: str) -> str:
    """Return a word as it should be spelled, where it is one of the listed typos."""
    known: str = words()["forms"].get(word, word)
    return known


@cache
def _abbreviations() -> frozenset[str]:
    """Short forms that are written with a point: the point ends no sentence there."""
    return frozenset(words()["words"]["abbreviations"])


@cache
def _endings() -> dict[str, str]:
    return {_bare(ending): _bare(common) for ending, common in words()["endings"].items()}


@cache
def word_set(name: str) -> frozenset[str]:
    """Return a list of `words.toml` as stems; entries of several words are left to the caller."""
    return frozenset(stem(plain(word)) for word in words()["words"][name])


_VERB = re.compile(r"(?:ing|de|te|dt|[dt])$")
_LATIN = re.compile(r"(?:eer|er|ator|ati|eur)$")


@remembered(words=20_000)
def verb(word: str) -> str:
    """Return what the forms of one verb share ("bewaken", "bewaakt", "bewaking"), for phrases of several words."""
    cut = stem(word)
    if cut.startswith("ge") and len(cut) > 7:
        cut = cut[2:]
    shorter = _VERB.sub("", cut)
    while len(shorter) > 3 and shorter != cut:
        # "begeleidt" has the t of its form and the d of its stem, "begeleiden" only the latter.
        cut, shorter = shorter, _VERB.sub("", shorter)
    return _single_vowel(shorter if len(shorter) > 3 else cut)


@remembered(words=20_000)
def root(word: str) -> str:
    """Return what a verb and its nouns share ("coordinatie", "gecoordineerd"); only ever for `near`."""
    cut = verb(word)
    shorter = _LATIN.sub("", cut)
    return _single_vowel(shorter if len(shorter) > 3 else cut)
