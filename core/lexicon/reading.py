"""A text as the lexicon reads it: its mentions of terms, and how far each may count.

A role is often named by a head and a place or field of work ("medewerker … burgerzaken", "Wmo-consulent"). Here
the two are put together, and what stands around a role is weighed: somebody else's ("overleg met de
klachtcoördinator"), learned ("stage als …"), led ("teamleider KCC") or lesser ("junior …") (C8).
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from core.lexicon.index import Found, head_stems, scan, split_head
from core.lexicon.load import terms
from core.lexicon.words import Token, tokens, word_set

How = Literal["own", "other", "worked", "bare", "far"]
Cap = Literal["same", "near", "none"]


class Mention(NamedTuple):
    """A term at the words `first` to `last`.

    `how`: "own" its name, or its work with one of its heads · "other" its work with another `head` · "far" its
    work and a head some words apart · "worked" a place where the person plainly worked · "bare" a place alone.
    `cap`: the best grade that what stands around it allows.
    """

    first: int
    last: int
    term: str
    kind: str
    how: How
    head: str = ""
    cap: Cap = "same"


class Reading(NamedTuple):
    """A text, its words and its mentions in the order of the text."""

    text: str
    words: tuple[Token, ...]
    mentions: tuple[Mention, ...]


_ROLE_GAPS = frozenset(" -(")
_AND = frozenset({"en", "of", "and", "or", "tevens", "annex"})


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Return the reading of a canonical text (any case)."""
    words = tokens(text)
    mentions: list[Mention] = []
    heads_at: dict[int, str] = {}
    found = scan(text, words)
    for (first, last), group in _grouped(found):
        mentions.extend(_mentions(first, last, group, text, words, heads_at))
    return Reading(text, words, tuple(_capped_inside(mentions)))


def _grouped(found: list[Found]) -> list[tuple[tuple[int, int], list[Found]]]:
    groups: dict[tuple[int, int], list[Found]] = {}
    for hit in found:
        groups.setdefault((hit.first, hit.last), []).append(hit)
    return sorted(groups.items(), key=lambda item: (item[0][0], -item[0][1]))


def _mentions(
    first: int, last: int, group: list[Found], text: str, words: tuple[Token, ...], heads_at: dict[int, str]
) -> list[Mention]:
    made: list[Mention] = []
    roles: list[tuple[Found, str, int, int]] = []
    place: tuple[str, int, int] | None = None
    for hit in group:
        term = terms()[hit.entry.term]
        if hit.entry.sense == "name":
            cap: Cap = role_cap(words, first, last) if term.kind == "role" else "same"
            made.append(Mention(first, last, term.id, term.kind, "own", "", cap))
        elif term.kind != "role":
            made.extend(_action(hit, first, last, words))
        else:
            if place is None:
                place = (hit.head, first, last) if hit.head else _head(words, first, last, heads_at)
            roles.append((hit, *place))
    if roles:
        made.extend(_roles(roles, text, words))
    return made


def _head(words: tuple[Token, ...], first: int, last: int, heads_at: dict[int, str]) -> tuple[str, int, int]:
    """Return the head that belongs to a place or field at [first, last], and the words that both take; "" for none."""
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.gap == "-":
        if following.raw in ("er", "ers"):
            return "'er", first, last + 1
        if head := head_of(following):
            return head, first, last + 1
    if following is not None and following.gap == "~" and following.stem in _AND:
        head = _ellipsis(words, last + 2)
        if head:
            return head, first, last
    place, found = _back(words, first)
    if found:
        heads_at[last] = found
        return found, place, last
    if following is not None and following.gap == " " and (head := head_of(following)):
        return head, first, last + 1
    if shared := _shared_head(words, first, heads_at):
        heads_at[last] = shared
        return shared, first, last
    return "", first, last


def head_of(word: Token) -> str:
    """Return the role head that a word is ("adviseur", "projectadviseur"), or ""."""
    roles = word_set("heads")
    if word.stem in roles:
        return word.stem
    split = split_head(word.stem) if len(word.stem) > 6 else None
    return word.stem if split is not None and split[1] in roles else ""


def _back(words: tuple[Token, ...], first: int) -> tuple[int, str]:
    skip = word_set("skip")
    place = first
    for _ in range(5):
        if place == 0 or words[place].gap not in _ROLE_GAPS or not words[place].gap:
            return first, ""
        place -= 1
        if words[place].stem not in skip:
            return place, head_of(words[place])
    return first, ""


def _ellipsis(words: tuple[Token, ...], place: int) -> str:
    """ "klachten- en bezwaarbehandelaar": the head that the first part shares."""
    if place >= len(words):
        return ""
    roles = word_set("heads")
    split = split_head(words[place].stem)
    if split is not None and split[1] in roles:
        return split[1]
    after = words[place + 1] if place + 1 < len(words) else None
    return after.stem if after is not None and after.gap == "-" and after.stem in roles else ""


def _shared_head(words: tuple[Token, ...], first: int, heads_at: dict[int, str]) -> str:
    """ "consulent Wmo en Jeugd", "consulent Wmo/Jeugd": the head of the place before."""
    if first and words[first].gap in ("/", ","):
        return heads_at.get(first - 1, "")
    if first > 1 and words[first - 1].stem in _AND and words[first].gap == " " and words[first - 1].gap == " ":
        return heads_at.get(first - 2, "")
    return ""


def _roles(roles: list[tuple[Found, str, int, int]], text: str, words: tuple[Token, ...]) -> list[Mention]:
    made: list[Mention] = []
    has_own = any(head and head in head_stems(terms()[hit.entry.term].heads) for hit, head, _, _ in roles)
    known = word_set("heads")
    for hit, head, first, last in roles:
        name = hit.entry.term
        own = bool(head) and head in head_stems(terms()[name].heads)
        if own:
            made.append(Mention(first, last, name, "role", "own", head, role_cap(words, first, last)))
        elif has_own:
            # The head makes it the name of another role, which is linked to this one or isn't.
            continue
        elif head:
            if head in known or not hit.head:
                made.append(Mention(first, last, name, "role", "other", head, role_cap(words, first, last)))
        elif hit.entry.sense == "at":
            how: How = "worked" if _worked(text, words, first, last) else "bare"
            made.append(Mention(first, last, name, "role", how, "", role_cap(words, first, last)))
    return made


def _action(hit: Found, first: int, last: int, words: tuple[Token, ...]) -> list[Mention]:
    """A task: its object and one of its verbs, next to each other or within five words (then: `near`)."""
    term = terms()[hit.entry.term]
    own = head_stems(term.heads)
    if hit.head:
        return [Mention(first, last, term.id, term.kind, "own", hit.head)] if hit.head in own else []
    skip = word_set("skip")
    for step in (-1, 1):
        place, plain_so_far = (first if step < 0 else last), True
        for _ in range(6):
            gap_at = place if step < 0 else place + 1
            if not 0 < gap_at < len(words) or words[gap_at].gap in ("", ","):
                break
            place += step
            word = words[place]
            if word.stem in own:
                how: How = "own" if plain_so_far else "far"
                return [Mention(min(first, place), max(last, place), term.id, term.kind, how, word.stem)]
            plain_so_far = plain_so_far and word.stem in skip
    return [Mention(first, last, term.id, term.kind, "bare")] if hit.entry.sense == "at" else []


def role_cap(words: tuple[Token, ...], first: int, last: int) -> Cap:
    """Return the best grade that the words around a role at [first, last] allow."""
    before = [words[place] for place in range(max(0, first - 3), first)]
    close = words[first].gap
    previous = before[-1] if before else None
    learner = word_set("learner")
    if any(word.stem in learner for word in before[-2:]) and close in (" ", "-", "("):
        return "none"
    if _learner_after(words, last):
        return "none"
    if _somebody_else(words, first):
        return "none"
    if previous is not None and close in (" ", "-") and close:
        if previous.stem in word_set("weaker") or head_of(previous):
            return "near"
    if any(_plural_head(words[place]) for place in range(first, last + 1)):
        return "near"
    return "same"


def _learner_after(words: tuple[Token, ...], last: int) -> bool:
    after = words[last + 1 : last + 3]
    if not after or after[0].gap not in (" ", "-", "("):
        return False
    if after[0].stem == "in" and len(after) > 1:
        return after[1].stem == "opleiding"
    return after[0].stem in word_set("learner_after")


def _somebody_else(words: tuple[Token, ...], first: int) -> bool:
    between, prepositions = word_set("relation_between"), word_set("relation_preposition")
    relation, direct = word_set("relation"), word_set("relation_direct")
    through = False
    place = first
    for _ in range(5):
        if place == 0 or words[place].gap not in (" ", "-"):
            return False
        place -= 1
        word = words[place].stem
        if word in direct or (through and word in relation):
            return True
        if word in prepositions:
            through = True
        elif word not in between:
            return False
    return False


def _plural_head(word: Token) -> bool:
    if not word.raw.endswith(("s", "en")) or word.raw == word.stem:
        return False
    return bool(head_of(word))


_LINE_START = re.compile(r"(?:^|\n|\d[\s:,.)-]*|:\s*)$")
_LINE_END = re.compile(r"\s*(?:$|\n|[,(|:;/\d]|-\s)")


def _worked(text: str, words: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a bare place is where the person worked: the heading of a job, or "werkzaam bij …"."""
    if any(head_of(word) for word in words[max(0, first - 12) : first]):
        return False
    start, end = words[first].start, words[last].end
    following = words[last + 1].stem if last + 1 < len(words) else ""
    if _LINE_START.search(text[max(0, start - 12) : start]) and (
        _LINE_END.match(text[end : end + 12]) or following in word_set("heading_next")
    ):
        return True
    skip = word_set("skip")
    place, preposition = first, False
    for _ in range(4):
        if place == 0 or words[place].gap != " ":
            return False
        place -= 1
        word = words[place].stem
        if word in word_set("worked"):
            return preposition
        preposition = preposition or word in word_set("worked_preposition")
        if word not in skip:
            return False
    return False


def _capped_inside(mentions: list[Mention]) -> list[Mention]:
    """A law or field of work inside the name of a role is not mentioned for itself: `near` at most."""
    roles = [m for m in mentions if m.kind == "role" and m.how in ("own", "other") and m.last >= m.first]
    if not roles:
        return mentions
    return [
        m._replace(cap="near" if m.cap != "none" else "none")
        if m.kind != "role" and any(_inside(m, role) for role in roles)
        else m
        for m in mentions
    ]


def _inside(inner: Mention, outer: Mention) -> bool:
    wider = outer.last - outer.first > inner.last - inner.first
    return outer.first <= inner.first and inner.last <= outer.last and wider
