"""A text as the lexicon reads it: its mentions of terms.

A role is often named by a head and a place or field of work ("medewerker van het team burgerzaken",
"Wmo-consulent", "klachten- en bezwaarbehandelaar"). Here the two are put together.
"""

from functools import cache
from operator import attrgetter
from typing import Literal, NamedTuple

from core.lexicon.context import Cap, head_of, only_about, place_ends, role_cap, toward, worked_there
from core.lexicon.index import Found, head_stems, scan, spellings, splits, squashed
from core.lexicon.load import terms
from core.lexicon.words import Token, spelled, tokens, word_set
from core.text.memory import remembered
from core.text.source import plain

How = Literal["own", "other", "worked", "bare", "loose", "far"]


class Mention(NamedTuple):
    """A term at the words `first` to `last`.

    `how`: "own" its name, or its work with one of its heads · "other" its work with another `head` · "far" its
    work and a head some words apart · "worked" a place where the person plainly worked · "bare" a place alone, as in a
    heading or a list · "loose" a place in a sentence.
    `cap`: the best grade that what stands around it allows. `inner`: it stands inside the name of another role.
    """

    first: int
    last: int
    term: str
    kind: str
    how: How
    head: str = ""
    cap: Cap = "same"
    inner: bool = False


class Reading(NamedTuple):
    """A text, its words and its mentions in the order of the text."""

    text: str
    words: tuple[Token, ...]
    mentions: tuple[Mention, ...]


class _Work(NamedTuple):
    """The head that belongs to a place or field of work ("" for none), and the words that both take."""

    head: str
    first: int
    last: int


AND_WORDS = frozenset({"en", "of", "and", "or", "enof", "tevens", "annex"})
_ROLE_GAPS = frozenset(" -(")


@remembered(texts=1024)
def read(text: str) -> Reading:
    """Return the reading of a canonical text (any case)."""
    words = tokens(text)
    found = scan(text, words)
    employers = frozenset(hit.first for hit in found if hit.entry.kind == "employer")
    groups: dict[tuple[int, int], list[Found]] = {}
    for hit in _longest_work(found):
        groups.setdefault((hit.first, hit.last), []).append(hit)
    mentions: list[Mention] = []
    heads_at: dict[int, str] = {}
    for (first, last), group in sorted(groups.items(), key=lambda item: (item[0][0], -item[0][1])):
        work = [hit for hit in group if hit.entry.sense != "name"]
        mentions.extend(_named(hit, words) for hit in group if hit.entry.sense == "name")
        for hit in work:
            if hit.entry.kind != "role":
                mentions.extend(_action(hit, words))
        for named in dict.fromkeys(hit.head for hit in work if hit.entry.kind == "role"):
            roles = [hit for hit in work if hit.entry.kind == "role" and hit.head == named]
            taken = _Work(named, first, last) if named else _head(words, first, last, heads_at)
            mentions.extend(_roles(roles, taken, text, words, employers))
    return Reading(text, words, tuple(_capped_inside(mentions, words)))


def _longest_work(found: list[Found]) -> list[Found]:
    """Leave out the work of a role inside longer work ("inkomen" in "werk en inkomen")."""
    ends: dict[int, int] = {}
    for hit in found:
        if hit.entry.kind == "role":
            ends[hit.first] = max(ends.get(hit.first, 0), hit.last)
    # How far what began before a word reaches, for every word where something begins.
    before: dict[int, int] = {}
    furthest = -1
    for first in sorted(ends):
        before[first] = furthest
        furthest = max(furthest, ends[first])
    return [
        hit
        for hit in found
        if hit.entry.sense == "name"
        or hit.entry.kind != "role"
        or (ends[hit.first] <= hit.last and before[hit.first] < hit.last)
    ]


def _named(hit: Found, words: tuple[Token, ...]) -> Mention:
    cap: Cap = "same"
    if hit.entry.kind == "role":
        cap = role_cap(words, hit.first, hit.last)
    elif hit.entry.kind == "tool" and only_about(words, hit.first, hit.last):
        cap = "near"
    return Mention(hit.first, hit.last, hit.entry.term, hit.entry.kind, "own", "", cap)


def _head(words: tuple[Token, ...], first: int, last: int, heads_at: dict[int, str]) -> _Work:
    """Return the head of a place or field at [first, last], before it or after it or shared with another."""
    following = words[last + 1] if last + 1 < len(words) else None
    gap = following.gap if following else ""
    if following is not None and gap == "-":
        if following.raw in ("er", "ers"):
            return _Work("'er", first, last + 1)
        if head := head_of(following):
            return _Work(head, first, last + 1)
    shares_later = following is not None and ((gap == "~" and following.stem in AND_WORDS) or gap in ("~/", "/"))
    if shares_later and (head := _later_head(words, last + 2 if gap == "~" else last + 1)):
        return _Work(head, first, last)
    place, head = _earlier_head(words, first)
    if head:
        heads_at[last] = head
        return _Work(head, place, last)
    if following is not None and gap == " " and (head := head_of(following)):
        return _Work(head, first, last + 1)
    if head := _shared_head(words, first, heads_at):
        heads_at[last] = head
    return _Work(head, first, last)


def _earlier_head(words: tuple[Token, ...], first: int) -> tuple[int, str]:
    skip = word_set("skip")
    for place in range(first, max(0, first - 5), -1):
        if words[place].gap not in _ROLE_GAPS or not words[place].gap:
            break
        if words[place - 1].stem not in skip:
            head = head_of(words[place - 1])
            if head and place > 1 and words[place - 1].gap == " " and _adjective(words[place - 2]):
                return place - 2, words[place - 2].stem + head
            return place - 1, head
    return first, ""


def _adjective(word: Token) -> bool:
    return word.stem in word_set("head_adjectives")


def _later_head(words: tuple[Token, ...], place: int) -> str:
    """Return the head in "klachten- en bezwaarbehandelaar" for its first part."""
    if place >= len(words):
        return ""
    roles = word_set("heads")
    compound = [head for _, head in splits(words[place].stem) if head in roles]
    if compound:
        return compound[-1]
    after = words[place + 1] if place + 1 < len(words) else None
    return after.stem if after is not None and after.gap == "-" and after.stem in roles else ""


def _shared_head(words: tuple[Token, ...], first: int, heads_at: dict[int, str]) -> str:
    """Return the head of the place before, in "consulent Wmo en Jeugd" or "consulent Wmo/Jeugd"."""
    if first and words[first].gap in ("/", ","):
        return heads_at.get(first - 1, "")
    if first > 1 and words[first - 1].stem in AND_WORDS and words[first].gap == " " and words[first - 1].gap == " ":
        return heads_at.get(first - 2, "")
    return ""


def _roles(
    hits: list[Found], work: _Work, text: str, words: tuple[Token, ...], employers: frozenset[int]
) -> list[Mention]:
    """Return the roles that some work with its head stands for."""
    head, first, last = work
    owners = [hit for hit in hits if head in head_stems(terms()[hit.entry.term].heads)]
    # With an owner the head makes it the name of that role, which is linked to the others or isn't.
    if head:
        how: How = "own" if owners else "other"
        if not owners and hits[0].head and head not in word_set("heads"):
            return []
        cap = role_cap(words, first, last)
        return [Mention(first, last, hit.entry.term, "role", how, head, cap) for hit in owners or hits]
    written = squashed("".join(spelled(word.raw) for word in words[first : last + 1]))
    places = [hit for hit in hits if hit.entry.sense == "at" and written in _places(hit.entry.term)]
    if not places:
        return []
    if toward(words, first):
        return []
    if worked_there(text, words, first, last, employers):
        how = "worked"
    else:
        how = "bare" if place_ends(text, words, last, employers) else "loose"
    cap = role_cap(words, first, last, place=True)
    return [Mention(first, last, hit.entry.term, "role", how, "", cap) for hit in places]


@cache
def _places(term: str) -> frozenset[str]:
    """The places of a role as they are written: alone they aren't inflected ("recepties" is no desk)."""
    return frozenset(squashed(spelling) for name in terms()[term].at for spelling in spellings(plain(name)))


_REACH = 6
_STEM = attrgetter("stem")


def _action(hit: Found, words: tuple[Token, ...]) -> list[Mention]:
    """Return a task by its object and one of its verbs: next to each other, or within five words ("far")."""
    first, last = hit.first, hit.last
    term = terms()[hit.entry.term]
    own = head_stems(term.heads)
    if hit.head:
        return [Mention(first, last, term.id, term.kind, "own", hit.head)] if hit.head in own else []
    if own.isdisjoint(map(_STEM, words[max(0, first - _REACH) : last + 1 + _REACH])):
        return [Mention(first, last, term.id, term.kind, "bare")] if hit.entry.sense == "at" else []
    skip = word_set("skip")
    for step in (-1, 1):
        place, close = (first if step < 0 else last), True
        for _ in range(_REACH):
            gap_at = place if step < 0 else place + 1
            if not 0 < gap_at < len(words) or words[gap_at].gap in ("", ","):
                break
            place += step
            word = words[place]
            if word.stem in own:
                how: How = "own" if close else "far"
                return [Mention(min(first, place), max(last, place), term.id, term.kind, how, word.stem)]
            close = close and word.stem in skip
    return [Mention(first, last, term.id, term.kind, "bare")] if hit.entry.sense == "at" else []


def _capped_inside(mentions: list[Mention], words: tuple[Token, ...]) -> list[Mention]:
    """A law or field of work inside the name of a role is not mentioned for itself: `near` at most.

    What stands inside somebody else's role is not there at all.
    """
    roles: dict[int, list[Mention]] = {}
    for m in mentions:
        if m.kind == "role" and m.how in ("own", "other"):
            for place in range(m.first, m.last + 1):
                roles.setdefault(place, []).append(m)
    capped = []
    for m in mentions:
        around = [role for role in roles.get(m.first, ()) if _inside(m, role)]
        if any(role.cap == "none" for role in around):
            m = m._replace(cap="none")
        elif around:
            # "commissiegriffier" is listed as another thing than "griffier"; "ICT-projectleider" is a projectleider.
            # "tactisch inkoper" is an inkoper: only the criterion's qualifiers count (C8).
            another = m.kind != "role" or any(not role.head and _ends_another(m, role, words) for role in around)
            m = m._replace(inner=True, cap="near" if another and m.cap == "same" else m.cap)
        capped.append(m)
    return capped


def _ends_another(inner: Mention, outer: Mention, words: tuple[Token, ...]) -> bool:
    """Whether a role's name ends a longer name that makes something else of it ("commissiegriffier")."""
    if inner.last != outer.last:
        return False
    levels = word_set("qualifiers") - word_set("head_adjectives")
    return any(word.stem not in levels for word in words[outer.first : inner.first])


def _inside(inner: Mention, outer: Mention) -> bool:
    wider = outer.last - outer.first > inner.last - inner.first
    return outer.first <= inner.first and inner.last <= outer.last and wider
