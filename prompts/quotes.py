"""The check that every proposed fact must pass (DESIGN, invariant 2): a model proposes, its quote decides.

A quote counts where it stands literally in the text (after NFKC and white-space folding), whole, in a sentence without
a negation that reverses it, and with the numbers and dates of the value that it is to prove: no other, no fewer. Every
check errs to refusal. A fact that is refused is lost to nobody: it becomes a question.
"""

import re
from enum import StrEnum
from functools import cache

from core.candidate.cues import any_of, compiled, words
from core.candidate.polarity import polarity
from core.candidate.sentences import sentence_ends
from core.model.base import Evidence
from core.model.candidate import Polarity
from core.text.numbers import BEFORE, NUMBER
from core.text.source import Source, plain, source
from prompts.figures import Figure, figures, figures_in


class Refusal(StrEnum):
    """Why a quote proves nothing."""

    EMPTY = "the quote is empty"
    NOT_IN_TEXT = "the quote doesn't stand in the text"
    CUT = "the quote cuts a word, a number, a date or the words that bound it"
    NEGATED = "the sentence denies or doubts what the quote says"
    NOT_DENIED = "the fact denies something and the sentence doesn't"
    OTHER_FIGURES = "the quote and the value differ in their numbers or dates"


def check_quote(quote: str, received: Source, value: str, *, denies: bool = False) -> Evidence | Refusal:
    """Return the evidence for `value` that `quote` gives, or why it gives none.

    `value` is what was proposed, in words as the text would have them ("klachtcoördinator, 2021-03 t/m heden",
    "3 jaar"): only its numbers and dates are compared. `denies`: the fact is that something is not so ("geen
    hbo-diploma"); then the sentence must say no. Where the quote stands more than once, every place must pass, since
    nobody can tell which was meant.
    """
    pieces = source(quote, received.name).text.split()
    if not pieces:
        return Refusal.EMPTY
    literal = re.compile(r"\s+".join(map(re.escape, pieces)))
    places = [match.span() for match in literal.finditer(received.text)]
    if not places:
        return Refusal.NOT_IN_TEXT
    whole = [place for place in places if not _cuts(received.text, *place)]
    if not whole:
        return Refusal.CUT
    flat = _unwrapped(received.text)
    low = _bounds().sub(_blank, compiled("polarity.harmless").sub(_blank, plain(flat)))
    meanings = {_meaning(flat, low, *place) for place in whole}
    if denies and meanings != {"negated"}:
        return Refusal.NOT_DENIED
    if not denies and meanings != {"affirmed"}:
        return Refusal.NEGATED
    if figures(" ".join(pieces)) != figures(value):
        return Refusal.OTHER_FIGURES
    return received.evidence(*whole[0])


_NEAR = 80  # the longest thing that a quote could cut: a period, or a bound with its number


def _cuts(text: str, start: int, end: int) -> bool:
    """Tell whether `[start, end)` takes only a part of a word or figure: "3 jaar" of "13 jaar" or "minder dan 3 jaar"."""
    if _inside_word(text, start) or _inside_word(text, end):
        return True
    near = max(0, start - _NEAR)
    around = text[near : end + _NEAR]
    return any(_crosses(hit, start - near, end - near) for hit in figures_in(around))


def _inside_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()


def _crosses(hit: Figure, start: int, end: int) -> bool:
    overlaps = hit.start < end and start < hit.end
    return overlaps and not (start <= hit.start and hit.end <= end)


_WRAP = re.compile(r"\n+")
_BULLET = re.compile(r"\s*(?:[\u2022*>-]|\d{1,2}[.)])\s")
_WIDE = 60  # a line this long was broken because it was full, not because a sentence ended
# To the core, "werkte zonder begeleiding met X" denies nothing; right before a quote the word does.
_LACKING = re.compile(r"\b(?:zonder|without)\s+(?:een\s+|a\s+)?(?:afgeronde?\s+)?$")
_LAST_WORD = re.compile(r"\w+$")


def _meaning(flat: str, low: str, start: int, end: int) -> Polarity:
    """Return how a quote is meant, more suspiciously than the core reads its own finds.

    The core knows where its find ends; a quote may stop right before "…, niet afgerond" or hold a denial itself.
    `low` is `flat` in plain form, without the phrases that deny in form alone.
    """
    around = polarity(flat, start, end)
    if around != "affirmed":
        return around
    if _LACKING.search(low, max(0, start - _NEAR), start):
        return "negated"
    line_end = low.find("\n", end)
    line_end = len(low) if line_end < 0 else line_end
    behind = low[end : next(sentence_ends(flat, low, end, line_end), line_end)]
    said = f"{_heading(low, start)} {low[start:end]}"
    if compiled("polarity.negation").search(said) or _denied_behind().search(behind):
        return "negated"
    if compiled("polarity.weak").search(said) or compiled("polarity.tail_weak").search(behind):
        return "weak"
    return "affirmed"


@cache
def _bounds() -> re.Pattern[str]:
    """Match the "niet langer dan" of "niet langer dan 8 jaar": a bound, which the figures compare, and no denial."""
    return re.compile(rf"{BEFORE}(?=\s{{1,3}}{NUMBER})")


@cache
def _denied_behind() -> re.Pattern[str]:
    """Match what denies the words before it. "geen" and "zonder" deny the words behind them."""
    return re.compile(rf"(?!geen|no\b){any_of('polarity.tail_negation')}")


def _blank(match: re.Match[str]) -> str:
    return "~" * len(match[0])


def _unwrapped(text: str) -> str:
    """Return `text`, same length, with blanks for the line breaks that are only layout ("geen" | "hbo-diploma")."""
    carries_on = words("polarity.negation") | words("polarity.filler")
    last = 0

    def joined(match: re.Match[str]) -> str:
        nonlocal last
        before, after = text[last : match.start()].rstrip(), text[match.end() : match.end() + 8]
        last = match.end()
        if not before or before[-1] in ".!?;:" or _BULLET.match(after):
            return match[0]
        word = _LAST_WORD.search(plain(before))
        wraps = len(before) >= _WIDE or before[-1] == "," or after[:1].islower() or (word and word[0] in carries_on)
        return " " * len(match[0]) if wraps else match[0]

    return _WRAP.sub(joined, text)


def _heading(low: str, start: int) -> str:
    """Return the heading that governs a list item ("Geen ervaring met:"), empty where there is none."""
    *above, _ = low[: start + 1].split("\n")
    line_start = low.rfind("\n", 0, start + 1) + 1
    if not _BULLET.match(low, line_start):
        return ""
    for line in reversed(above):
        if line.strip() and not _BULLET.match(line):
            return "" if line.rstrip().endswith((".", "!", "?", ";")) else line
    return ""
