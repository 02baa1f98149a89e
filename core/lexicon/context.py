"""What stands around the name of a role, and how far the role may then count (C8).

Somebody else's role ("overleg met de klachtcoördinator"), one that was being learned ("stage als …"), one that was
led or assisted ("teamleider KCC"), or a lesser one ("junior …").
"""

import re
from typing import Literal

from core.lexicon.index import splits
from core.lexicon.words import Token, word_set

Cap = Literal["same", "near", "none"]
"""The best grade that a mention can give."""


def head_of(word: Token) -> str:
    """Return the role head that a word is ("adviseur", "projectadviseur"), or ""."""
    roles = word_set("heads")
    if word.stem in roles:
        return word.stem
    if len(word.stem) > 6 and any(head in roles for _, head in splits(word.stem)):
        return word.stem
    return ""


def leads(head: str) -> bool:
    """Whether a head is one of leading people ("teamleider")."""
    return head in word_set("lead_heads")


def role_cap(words: tuple[Token, ...], first: int, last: int, *, place: bool = False) -> Cap:
    """Return the best grade that the words around a role at [first, last] allow; `place`: it is a desk, no person."""
    close = words[first].gap
    if _learner_before(words, first) or _learner_after(words, last) or _somebody_else(words, first):
        return "none"
    if words[0].stem in word_set("referee") and first < 20:
        return "none"
    whose: Cap = "same" if place else _whose(words, first)
    if whose != "same":
        return whose
    if close in (" ", "-"):
        previous = words[first - 1]
        if previous.stem in word_set("weaker") or head_of(previous):
            return "near"
    if any(_plural_head(word) for word in words[first : last + 1]) or _adjective(words, last):
        return "near"
    return "same"


def only_about(words: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a tool is named as a maker or a comparison: "bij TOPdesk gewerkt", "TOPdesk-achtige tools"."""
    if words[first].gap == " " and words[first - 1].raw == "bij":
        return True
    after = words[last + 1] if last + 1 < len(words) else None
    return after is not None and after.raw.startswith("achtig")


def _learner_before(words: tuple[Token, ...], first: int) -> bool:
    skip, learner = word_set("skip"), word_set("learner")
    for place in range(first, max(0, first - 5), -1):
        if words[place].gap not in (" ", "-", "("):
            return False
        word = words[place - 1].stem
        if word in learner:
            return True
        if word not in skip and word not in ("als", "as", "tot"):
            # One more word may stand between: "stagiair juridisch medewerker", "stage: medewerker".
            return place > 1 and words[place - 1].gap == " " and words[place - 2].stem in learner
    return False


def _learner_after(words: tuple[Token, ...], last: int) -> bool:
    after = words[last + 1 : last + 3]
    if not after or after[0].gap not in (" ", "-", "("):
        return False
    if after[0].stem == "in" and len(after) > 1:
        return after[1].stem == "opleiding"
    return after[0].stem in word_set("learner_after")


def _somebody_else(words: tuple[Token, ...], first: int) -> bool:
    between, prepositions = word_set("relation_between"), word_set("relation_preposition")
    relation, direct, other = word_set("relation"), word_set("relation_direct"), word_set("other_preposition")
    through = False
    for place in range(first, max(0, first - 5), -1):
        if words[place].gap not in (" ", "-"):
            return False
        word = words[place - 1].stem
        if through and words[place].raw in ("van", "voor", "of", "de", "het") and head_of(words[place - 1]):
            return True  # "adviseur van de gemeentesecretaris"
        if word in direct or (through and word in relation):
            return True
        if word in other and not (place > 1 and words[place - 2].stem in word_set("own_before")):
            return True
        if word in prepositions:
            through = True
        elif word not in between:
            return False
    return False


def _whose(words: tuple[Token, ...], first: int) -> Cap:
    """Return the best grade of a person's title by whose it is: "team van teamleider Jansen", "valt onder de teamleider".

    A title behind such a preposition is somebody else's, but for "in de rol van teamleider"; a sentence that begins
    with it ("van teamleider tot directeur") may be about the candidate.
    """
    between, prepositions = word_set("relation_between") - {"onder"}, word_set("owner_preposition")
    if words[first].gap == " " and words[first - 1].raw == "team":
        return "near"
    for place in range(first, max(0, first - 5), -1):
        if words[place].gap not in (" ", "-", "("):
            return "same"
        word = words[place - 1]
        before = words[place - 2] if place > 1 else None
        if word.stem in word_set("possessive") or word.stem in word_set("superior"):
            return "none"
        if (
            word.raw in ("is", "was", "waren")
            and before is not None
            and (head_of(before) or before.stem in word_set("superior"))
        ):
            return "none"
        if word.raw in prepositions:
            if before is None or words[place - 1].gap not in (" ", "-", "("):
                return "near"
            return "same" if before.stem in word_set("own_role") else "none"
        if word.stem not in between:
            return "same"
    return "same"


def _adjective(words: tuple[Token, ...], last: int) -> bool:
    """Whether a role that is spelled as an adjective is one here: "bouwkundige opname", "stedenbouwkundig ontwerp"."""
    word = words[last]
    if not word.raw.endswith(("kundig", "kundige", "gevend", "gevende")):
        return False
    if not word.raw.endswith("e"):
        return True
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None or after.gap != " ":
        return False
    return after.raw not in word_set("noun_after") and after.stem not in word_set("heading_next") | word_set("skip")


def _plural_head(word: Token) -> bool:
    """Whether a word is a role in the plural: then the text speaks of others."""
    return word.raw != word.stem and word.raw.endswith(("s", "en")) and bool(head_of(word))


def toward(words: tuple[Token, ...], first: int) -> bool:
    """Whether something is sent or goes to a place ("doorgezet naar de servicedesk"): not one's own."""
    for place in range(first, max(0, first - 3), -1):
        if words[place].gap != " ":
            return False
        word = words[place - 1]
        if word.raw == "naar":
            return True
        if word.stem not in word_set("relation_between"):
            return False
    return False


# One line break may be a wrapped line (P12), so only a blank line begins or ends something.
_LINE_START = re.compile(r"(?:^|\n\s*\n|\d[\s:,.)-]*|:\s*)$")
_LINE_END = re.compile(r"\s*(?:$|\n\s*\n|[,(|:;/\d]|-\s)")


def place_ends(text: str, words: tuple[Token, ...], last: int, employers: frozenset[int]) -> bool:
    """Whether a place is named as in a heading or a list: a comma, an employer or the end comes after it."""
    end = words[last].end
    following = words[last + 1].stem if last + 1 < len(words) else ""
    if _LINE_END.match(text[end : end + 12]) or last + 1 in employers:
        return True
    return following in word_set("heading_next")


def worked_there(text: str, words: tuple[Token, ...], first: int, last: int, employers: frozenset[int]) -> bool:
    """Whether a place that is named alone is where the person worked: the heading of a job, or "werkzaam bij …"."""
    if any(head_of(word) for word in words[max(0, first - 12) : first]):
        return False
    start = words[first].start
    if _LINE_START.search(text[max(0, start - 12) : start]) and place_ends(text, words, last, employers):
        return True
    skip, worked, prepositions = word_set("skip"), word_set("worked"), word_set("worked_preposition")
    through = False
    for place in range(first, max(0, first - 4), -1):
        word = words[place - 1].stem
        if words[place].gap != " ":
            return False
        if word in worked:
            return through
        through = through or word in prepositions
        if word not in skip:
            return False
    return False
