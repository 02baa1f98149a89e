"""Whether a mention in a sentence is affirmed, denied or proves nothing (C6).

The scope of a negation is its clause: "geen ervaring met Key2, wel met TOPdesk" denies the first and
affirms the second. A list carries it on where it ends in "of", "noch" or "en"; where that can't be
told, the mention is weak, which settles nothing either way.
"""

import re
from bisect import bisect_left
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

from core.candidate.cues import alternatives, any_of, compiled, entry
from core.candidate.sentences import sentence_ends
from core.model.candidate import Polarity
from core.text.memory import remembered
from core.text.source import plain

_REACH = 220
_JOINT = re.compile(r",|\(|\ben\b|\bof\b|\bnoch\b|\bor\b|\band\b|&|/|\+")
_OR = re.compile(r"\b(?:of|noch|or)\b")
_AND_OR = re.compile(r"\b(?:of|noch|or|en|and)\b|&|/|\+")
_LIST_CLOSES = re.compile(r"(?:\s*,?\s*[\w-]+(?:\s[\w-]+){0,3}\s*,){0,6}\s*[\w-]*\s*(?:en|of|noch|or|and)\b")
_CLOSED_PARENTHESES = re.compile(r"\([^()]{0,120}\)")
_PRESENT_VERB = re.compile(
    r"\b(?:werk|werkt|beheer|beheert|ken|kent|gebruik|gebruikt|doe|doet|heeft|heb|veel|ruim|ruime|jaar|jr|dagelijks|goed|goede|afgerond|gewerkt)\b"
)
_WORDS = re.compile(r"[\w'+#.-]+")


class _Cue(NamedTuple):
    polarity: Literal["negated", "weak"]
    start: int
    end: int
    word: str


def polarity(text: str, start: int, end: int) -> Polarity:
    """Return how `text[start:end)` is meant there; `text` is a canonical sentence or text."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    window = text[first:last]
    if not _has_cue(text, first, last):
        return "affirmed"
    low = _without_harmless(plain(window))
    start, end = start - first, end - first
    begin, stop = _sentence(window, low, start, end)
    behind = _behind(low, end, stop)
    if behind is not None:
        return behind
    before = _before(low, begin, start, end, stop)
    if before is not None:
        return before
    return "weak" if low[end:stop].rstrip().endswith("?") else "affirmed"


def _has_cue(text: str, first: int, last: int) -> bool:
    """Whether a word in `text[first:last)` can deny anything: in most of a text none does."""
    cues = _cues_of(text)
    behind = bisect_left(cues, (last, 0))
    return behind > 0 and cues[behind - 1][1] > first


@remembered(texts=512)
def _cues_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _any_cue().finditer(plain(text)))


@cache
def _any_cue() -> re.Pattern[str]:
    """Where none of these stands, a mention is affirmed without a closer look."""
    lists = ("negation", "weak", "tail_negation", "tail_weak")
    return re.compile(alternatives(word for name in lists for word in entry(f"polarity.{name}")) + r"|achtig|\?")


def _without_harmless(low: str) -> str:
    return compiled("polarity.harmless").sub(lambda match: "~" * len(match[0]), low)


def _sentence(window: str, low: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentence round the mention, cut at a contrast ("maar", "wel") on either side."""
    begin, stop = window.rfind("\n", 0, start) + 1, window.find("\n", end)
    stop = len(window) if stop < 0 else stop
    for place in sentence_ends(window, low, begin, stop):
        if place <= start:
            begin = place
        elif place >= end:
            stop = place
            break
    contrasts = compiled("polarity.contrast")
    for match in contrasts.finditer(low, begin, start):
        begin = match.end()
    after = contrasts.search(low, end, stop)
    return begin, after.start() if after else stop


@cache
def _tail_pattern() -> re.Pattern[str]:
    fill = rf"[\s:(,-]*(?:{any_of('polarity.tail_filler')}[\s:(,-]*){{0,6}}"
    stop = rf"(?=\s*(?:$|[.,;:()!?\n]|{any_of('polarity.tail_end')}))"
    return re.compile(
        rf"{fill}(?:(?P<weak>{any_of('polarity.tail_weak')})|(?P<not>{any_of('polarity.tail_negation')}){stop}(?!\s*meer\s+(?:dan|als)))"
    )


_OTHER_THEN_NOT = re.compile(r"\s*(?:en|of|,|/|&)\s*[\w-]+(?:\s[\w-]+)?\s+(?:niet|nooit|nee)\s*(?:$|[.,;)])")


# "Djuma en Corsa kent ze niet": one verb for both.
_BOTH_NOT = re.compile(
    r"\s*(?:en|of|,|/|&)\s*[\w-]+(?:\s[\w-]+)?\s+(?:kent|ken|kende|beheerst|heeft|heb|gebruikt|gebruikte|doet|deed)\s+(?:(?:hij|zij|ze|ie|ik|hem)\s+)?(?:nog\s+)?(?:niet|nooit)\b(?!\s+(?:alleen|meer dan|slechts))"
)


def _behind(low: str, end: int, stop: int) -> Polarity | None:
    """Read what follows: "TOPdesk niet", "Key2 heeft zij nooit gebruikt", "Excel (basis)", "TOPdesk?"."""
    stretch = low[end:stop]
    match = _tail_pattern().match(stretch)
    if match:
        return "weak" if match["weak"] else "negated"
    if _BOTH_NOT.match(stretch):
        return "negated"
    if _OTHER_THEN_NOT.match(stretch):
        return "weak"
    return "weak" if re.match(r"\s*\(?\?|-achtige?\b", stretch) else None


def _before(low: str, begin: int, start: int, end: int, stop: int) -> Polarity | None:
    head = _CLOSED_PARENTHESES.sub(lambda match: " " * len(match[0]), low[begin:start])
    cues = sorted(_cues(head), key=lambda cue: cue.end)
    for cue in reversed(cues):
        reach = _reaches(cue, head[cue.end :], low[end:stop])
        if reach is not None:
            return reach
    return None


def _cues(head: str) -> chain[_Cue]:
    return chain(
        (_Cue("negated", m.start(), m.end(), m[0]) for m in compiled("polarity.negation").finditer(head)),
        (_Cue("weak", m.start(), m.end(), m[0]) for m in compiled("polarity.weak").finditer(head)),
    )


def _reaches(cue: _Cue, between: str, behind: str) -> Polarity | None:
    """Return what the cue makes of a mention that stands `between` behind it; None where its scope has ended."""
    joints = list(_JOINT.finditer(between))
    if not joints:
        return cue.polarity if len(between.split()) <= 12 else None
    last = between[joints[-1].end() :]
    if _OR.search(between[joints[0].start() :]) and not _PRESENT_VERB.search(last):
        return cue.polarity
    if not _only_filler(last):
        carried = compiled("polarity.carried").search(last) and not _PRESENT_VERB.search(last)
        return "weak" if carried and joints[-1][0] != "," else None
    if joints[-1][0] != "," and joints[-1][0] != "(":
        return cue.polarity
    if not _takes_a_list(cue, between[: joints[0].start()]):
        return None
    return cue.polarity if _LIST_CLOSES.match(behind) else "weak"


def _takes_a_list(cue: _Cue, first: str) -> bool:
    """Tell whether a comma carries it on: "geen A, B" and "niet bekend met A, B" go on; "niet afgerond, B" doesn't."""
    return cue.word.startswith(("geen", "zonder", "no", "nog geen")) or bool(
        compiled("polarity.preposition").search(f"{cue.word} {first}")
    )


def _only_filler(stretch: str) -> bool:
    rest = compiled("polarity.filler").sub(" ", stretch)
    return not _WORDS.search(rest)
