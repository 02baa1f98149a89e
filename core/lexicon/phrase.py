"""Where a task of several words stands as a sentence: "afhandelen van aanvragen" as "handelt zelf 6 aanvragen af" (C8).

All its words must stand there, in their order but for the verb, with nothing between them but small words and
counts. So it is the task itself, whatever the form of its verb.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from core.lexicon.load import words as data
from core.lexicon.reading import read
from core.lexicon.words import Token, root, tokens, verb, word_set
from core.text.source import fold

Span = tuple[int, int]
_LONGEST = 14
"""A clause in which a verb finds its particle back."""


def told(literal: tuple[str, ...], words: Sequence[Token]) -> Iterator[Span]:
    """Yield the places (first and last word) where the words of a task stand round a form of its verb."""
    for place, rest in _verbs(literal):
        targets = tuple(verb(word) for word in rest)
        if not {verb(word.raw) for word in words}.issuperset(targets):
            continue
        forms = _Forms.of(literal[place])
        for at, word in enumerate(words):
            if forms.is_whole(word.raw) or forms.is_finite(word.raw):
                particle = "" if forms.is_whole(word.raw) else forms.particle
                end = _follows(targets, words, at + 1, particle)
                if end is not None:
                    yield at, end
            elif verb(word.raw) == targets[0]:
                end = _follows(targets[1:], words, at + 1, "") if targets[1:] else at
                last = _next_word(words, end + 1) if end is not None else None
                if last is not None and forms.is_whole(words[last].raw) and not _is_others(words, at):
                    yield at, last


def _verbs(literal: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the places of what may be the verb (an infinitive or its noun, behind one adverb at most), with the other words."""
    for place, word in enumerate(literal[:2]):
        rest = (*literal[:place], *literal[place + 1 :])
        if len(word) > 4 and word.endswith(("en", "ing")) and rest:
            yield place, rest
            return


class _Forms:
    """The forms of one verb, which may fall apart in a particle and a verb."""

    def __init__(self, infinitive: str) -> None:
        self.whole = verb(infinitive)
        self.particle = next((p for p in _particles() if infinitive.startswith(p) and len(infinitive) > len(p) + 4), "")
        self.bare = verb(infinitive[len(self.particle) :]) if self.particle else ""

    @classmethod
    @cache
    def of(cls, infinitive: str) -> "_Forms":
        return cls(infinitive)

    def is_whole(self, raw: str) -> bool:
        if self.particle and raw.startswith(self.particle + "ge"):
            raw = self.particle + raw[len(self.particle) + 2 :]
        return verb(raw) == self.whole

    def is_finite(self, raw: str) -> bool:
        return bool(self.bare) and verb(raw) == self.bare


@cache
def _particles() -> tuple[str, ...]:
    return tuple(sorted(data()["words"]["particles"], key=len, reverse=True))


def _is_small(word: Token) -> bool:
    return word.stem in word_set("skip") or word.stem in word_set("counts") or word.raw.isdigit()


def _follows(targets: Sequence[str], words: Sequence[Token], at: int, particle: str) -> int | None:
    """Return the last word of the targets that follow from `at` (and of the particle among or behind them)."""
    left, found, last = list(targets), not particle, at - 1
    for place in range(at, min(len(words), at + _LONGEST)):
        word = words[place]
        if word.gap not in (" ", "-", "("):
            break
        if not found and word.raw == particle:
            found, last = True, place
        elif left and verb(word.raw) == left[0]:
            left.pop(0)
            last = place
        elif not _is_small(word):
            break
        if not left and found:
            return last
    return None


def _next_word(words: Sequence[Token], at: int) -> int | None:
    while at < len(words) and words[at].gap == " ":
        if not _is_small(words[at]) and words[at].raw != "te":
            return at
        at += 1
    return None


def _is_others(words: Sequence[Token], at: int) -> bool:
    """Whether somebody else does it: "helpt collega's aanvragen afhandelen", "de collega die aanvragen afhandelt"."""
    if at and words[at - 1].raw in ("die", "wie", "dat"):
        return True
    return any(word.stem in word_set("letting") for word in words[max(0, at - 4) : at])


def only_does(subject: str, thing: str) -> bool:
    """Whether a subject is doing something with a thing and no more: who never did the thing never did that.

    "begeleiden van Europese aanbestedingen" is done with "Europese aanbestedingen". A single word is a thing only
    where the lexicon knows it: "bezwaren" may be anything.
    """
    words, small = tokens(fold(thing)), word_set("skip") | word_set("filler")
    named = {root(word.raw) for word in words if word.stem not in small}
    if not named or (len(named) == 1 and not read(fold(thing)).mentions):
        return False
    wanted = [word for word in tokens(fold(subject)) if word.stem not in small]
    left = [word for word in wanted if root(word.raw) not in named]
    done = len({root(word.raw) for word in wanted} & named) == len(named)
    if not done or not left:
        return False
    # "taxeren van niet-woningen": one verb, whatever it is.
    one_verb = len(left) == 1 and wanted[0] is left[0] and left[0].raw.endswith("en") and " van " in f" {subject} "
    return one_verb or all(word.stem in word_set("doing") for word in left)
