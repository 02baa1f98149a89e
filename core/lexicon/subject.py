"""What a requirement's subject phrase stands for, and where a text names it (C8).

The most dangerous function of the product: a false `same` makes a wrong "go". So `same` needs the whole subject,
by a listed name or literally; whatever is left over, weaker or around it makes it `near`, which is asked.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from core.lexicon.context import Cap, head_of, leads, role_cap
from core.lexicon.links import Grade, link, near_terms, term
from core.lexicon.phrase import told
from core.lexicon.reading import AND_WORDS, Mention, Reading, read
from core.lexicon.words import Token, root, stem, tokens, verb, word_set
from core.text.memory import remembered
from core.text.source import fold

OTHER_KINDS = frozenset({"course", "field", "level", "municipality", "employer", "sector"})
"""Kinds that say nothing about experience. They are only looked at where the caller asks for them."""


class SubjectHit(NamedTuple):
    """A place in the text that stands for the subject. `where_term`: the term that was found there, if any."""

    start: int
    end: int
    grade: Grade
    where_term: str | None = None


class Plan(NamedTuple):
    """A subject phrase, taken apart.

    `groups`: for each known part of it, the terms that it may be. `qualifiers`: words that must stand there too.
    `whole`: nothing is left over. `literal`: its words, to be found as they stand. `content`: what they are about.
    `examples`: of "X zoals A of B", the plans of X, A and B. `alternatives`: of "X of Y" and "X/Y", those of X and Y.
    `kinds`: as given. `beside`: what brackets behind it add, to stand in the same sentence.
    """

    groups: tuple[tuple[Mention, ...], ...]
    qualifiers: frozenset[str]
    whole: bool
    literal: tuple[str, ...]
    content: tuple[str, ...]
    role: bool
    examples: tuple["Plan", ...] = ()
    alternatives: tuple["Plan", ...] = ()
    kinds: frozenset[str] | None = None
    beside: frozenset[str] = frozenset()


_EXAMPLES = re.compile(
    r",?\s*\b(?:zoals|bijvoorbeeld|bijv\.|waaronder|denk aan|o\.a\.|onder andere|onder meer|te weten)[\s:]+", re.I
)
_ASIDE = re.compile(r"\s\([^()]+\)\s*$")
_PARTS = re.compile(r"\s*[,;]\s*|\s+(?:en/of|of|en)\s+")
_OR = re.compile(r"\s+of\s+|\s*/\s*")
_SENTENCE = re.compile(r"[.!?](?=\s|$)|;|\n\s*\n|\n\s*[-•*]|•")
# A place that is named alone means little in a running text, and much in a heading or a hasty line.
_SHORT = 12
_PLACES = frozenset({"worked", "bare", "loose"})
_RANK: dict[Cap, int] = {"none": 0, "near": 1, "same": 2}


def find_subject(subject: str, text: str, kinds: frozenset[str] | None = None) -> tuple[SubjectHit, ...]:
    """Return every place in the canonical `text` that stands for `subject`, in the order of the text.

    `kinds`: the kinds of term that the subject may be; by default those of experience, and the others only where
    the subject is none of these. For a course pass `kinds=COURSE`: "mediationtraining" is `same` for a course in
    mediation, and no more than `near` for experience with it. To know whether a text speaks of a domain of work pass
    `kinds=DOMAIN`: then "medewerker sociaal domein" is `same` for "sociaal domein".
    """
    return _find(subject, text, kinds)


COURSE = frozenset({"course", "task", "tool", "law", "domain"})
DOMAIN = frozenset({"domain"})


@remembered(texts=2048)
def _find(subject: str, text: str, kinds: frozenset[str] | None) -> tuple[SubjectHit, ...]:
    return _hits(plan(subject, kinds), read(text))


@remembered(texts=1024)
def plan(subject: str, kinds: frozenset[str] | None = None) -> Plan:
    """Return the subject phrase taken apart."""
    subject = fold(subject)
    examples = _EXAMPLES.split(subject, maxsplit=1)
    if len(examples) == 2 and examples[0].strip() and examples[1].strip():
        parts = [examples[0], *(part for part in _PARTS.split(examples[1]) if part)]
        whole = _plan(subject, kinds)
        return whole._replace(groups=(), whole=False, examples=tuple(_plan(part, kinds) for part in parts))
    whole = _plan(subject, kinds)
    if not whole.whole and (alternatives := _alternatives(subject, kinds)):
        return whole._replace(groups=(), alternatives=alternatives)
    return whole


def _alternatives(subject: str, kinds: frozenset[str] | None) -> tuple[Plan, ...]:
    """Return the plans of "X of Y" or "X/Y", where each is known; of "consulent/klantmanager Z" both have the Z."""
    parts = [part for part in _OR.split(subject) if part]
    if len(parts) < 2:
        return ()
    head, _, rest = parts[-1].partition(" ")
    if rest and head_of(tokens(head)[0]):
        parts = [f"{part} {rest}" if " " not in part and head_of(tokens(part)[0]) else part for part in parts]
    plans = tuple(_plan(part, kinds) for part in parts)
    return plans if all(one.whole for one in plans) else ()


def _plan(subject: str, kinds: frozenset[str] | None) -> Plan:
    reading = read(fold(subject))
    words = reading.words
    start = 0
    while start < len(words) - 1 and words[start].stem in word_set("filler"):
        if any(m.first == start for m in reading.mentions):
            break
        start += 1
    groups = _cover([m for m in _of_kinds(reading.mentions, kinds) if m.first >= start])
    covered = {place for group in groups for place in range(group[0].first, group[0].last + 1)}
    small, qualifying = word_set("skip") | word_set("filler"), word_set("qualifiers")
    content = [word for word in words[start:] if word.stem not in small and word.stem not in AND_WORDS]
    left = [
        words[place].stem
        for place in range(start, len(words))
        if place not in covered and words[place].stem not in small and words[place].stem not in AND_WORDS
    ]
    qualifiers = frozenset(word for word in left if word in qualifying)
    aside = _ASIDE.search(subject)
    bracket = aside.start() if aside and start < len(words) and words[start].start < aside.start() else len(subject)
    distinct = _distinct(groups)
    return Plan(
        groups=distinct,
        qualifiers=qualifiers if distinct else frozenset(),
        whole=len(distinct) == 1 and len(qualifiers) == len(set(left)) and _experience(distinct[0], kinds),
        literal=tuple(w.raw for w in words[start:] if w.stem not in word_set("skip") and w.start < bracket),
        beside=frozenset(w.stem for w in words[start:] if w.stem not in word_set("skip") and w.start > bracket),
        content=tuple(dict.fromkeys(word.stem for word in content if word.stem not in word_set("weak_content"))),
        kinds=kinds,
        role=any(m.kind == "role" for group in groups for m in group) or any(head_of(word) for word in content),
    )


def _of_kinds(mentions: tuple[Mention, ...], kinds: frozenset[str] | None) -> list[Mention]:
    if kinds is not None:
        return [m for m in mentions if m.kind in kinds]
    return [m for m in mentions if m.kind not in OTHER_KINDS] or list(mentions)


def _experience(group: tuple[Mention, ...], kinds: frozenset[str] | None) -> bool:
    """Whether a group settles what is meant: a course or a field of education doesn't, where nobody asked for one."""
    return kinds is not None or any(m.kind not in OTHER_KINDS for m in group)


def _cover(mentions: list[Mention]) -> list[tuple[Mention, ...]]:
    """The longest mentions that don't overlap; those on the same words are alternatives of one group."""
    groups: list[tuple[Mention, ...]] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.first - m.last, m.first)):
        places = set(range(mention.first, mention.last + 1))
        if places & taken:
            continue
        taken |= places
        group = [m for m in mentions if (m.first, m.last) == (mention.first, mention.last)]
        if any(m.kind == "role" for m in group):
            # A department is where one worked; as a field of work alone it would be met by any mention of it.
            group = [m for m in group if m.kind != "domain"]
        groups.append(tuple(group))
    return sorted(groups, key=lambda group: group[0].first)


def _distinct(groups: list[tuple[Mention, ...]]) -> tuple[tuple[Mention, ...], ...]:
    """Groups of the same terms are one: "Algemene wet bestuursrecht (Awb)"."""
    seen: dict[frozenset[str], tuple[Mention, ...]] = {}
    for group in groups:
        seen.setdefault(frozenset(m.term for m in group), group)
    return tuple(seen.values())


def _hits(wanted: Plan, reading: Reading) -> tuple[SubjectHit, ...]:
    hits: list[SubjectHit] = []
    known_task = wanted.whole and len(wanted.content) > 1 and any(m.kind == "task" for m in wanted.groups[0])
    if not wanted.whole or wanted.qualifiers or known_task:
        hits += _literal(wanted, reading)
    if not wanted.whole and len(wanted.content) > 1:
        hits += _one_sentence(wanted, reading)
    for example in wanted.examples:
        hits += [hit._replace(grade="near") for hit in _hits(example, reading)]
    for alternative in wanted.alternatives:
        hits += _hits(alternative, reading)
    parts = [_known(wanted, group, reading) for group in wanted.groups]
    if len(parts) == 1:
        hits += parts[0]
    elif parts:
        hits += _together(parts, reading)
    if len(hits) < 2:
        return tuple(hits)
    best: dict[tuple[int, int], SubjectHit] = {}
    for hit in hits:
        old = best.get((hit.start, hit.end))
        if old is None or _RANK[hit.grade] > _RANK[old.grade]:
            best[hit.start, hit.end] = hit
    return tuple(sorted(best.values(), key=lambda hit: (hit.start, hit.end)))


def _known(wanted: Plan, group: tuple[Mention, ...], reading: Reading) -> list[SubjectHit]:
    hits = []
    linked = _linked(frozenset(one.term for one in group))
    for mention in reading.mentions:
        if mention.term not in linked:
            continue
        grade = max((_grade(one, mention, reading) for one in group), key=_RANK.__getitem__)
        if grade == "same" and not (wanted.whole and _qualified(wanted.qualifiers, mention, reading)):
            grade = "near"
        if mention.cap == "none" or wanted.kinds != DOMAIN:
            grade = min(grade, mention.cap, key=_RANK.__getitem__)
        if grade != "none":
            start, end = reading.words[mention.first].start, reading.words[mention.last].end
            hits.append(SubjectHit(start, end, grade, mention.term))
    return hits


@cache
def _linked(wanted: frozenset[str]) -> frozenset[str]:
    """Return the terms that one of the terms `wanted` is linked to, and these themselves: most mentions are none of them."""
    return wanted.union(*map(near_terms, wanted))


def _grade(wanted: Mention, offered: Mention, reading: Reading) -> Cap:
    """Return how far one mention stands for another, before what stands around it is weighed."""
    if wanted.term != offered.term:
        if link(wanted.term, offered.term) is None or (offered.inner and _narrower(wanted.term, offered.term)):
            return "none"
        if "other" in (wanted.how, offered.how):
            return "near" if wanted.how == offered.how and wanted.head == offered.head else "none"
        return "near" if offered.how in ("own", "far", "worked") else "none"
    alone = wanted.how in _PLACES
    if not alone and (offered.how == "loose" or (offered.how == "bare" and len(reading.words) > _SHORT)):
        return "none"
    if wanted.how == "other":
        if offered.head == wanted.head:
            return "same"
        return "none" if leads(wanted.head) and not leads(offered.head) else "near"
    if offered.how == "own" or (offered.how == "worked" and alone):
        return "same"
    return "near"


def _narrower(wanted: str, offered: str) -> bool:
    """Whether what is wanted is a kind of what is offered: "toezichthouder Wmo" shows no toezichthouder bouw."""
    return wanted in term(offered).includes


def _qualified(qualifiers: frozenset[str], mention: Mention, reading: Reading) -> bool:
    """Whether every qualifier of the subject stands with the mention: inside it or just before it."""
    first = mention.first
    while first > 0 and mention.first - first < 3 and reading.words[first].gap in (" ", "-"):
        first -= 1
    return qualifiers <= {word.stem for word in reading.words[first : mention.last + 1]}


def _literal(wanted: Plan, reading: Reading) -> list[SubjectHit]:
    """Where the subject stands as it is; a task also with its verb inflected, apart or in another place."""
    if not wanted.literal:
        return []
    words, tasked = reading.words, len(wanted.content) > 1
    places = list(_as_it_stands(wanted.literal, words, verb if tasked and not wanted.role else stem))
    if tasked:
        places += told(wanted.literal, words)
    hits = []
    for first, last in places:
        cap: Cap = role_cap(words, first, last) if wanted.role else "same"
        if wanted.beside and not wanted.beside <= _sentence_stems(words, first):
            cap = "near"
        if cap != "none":
            hits.append(SubjectHit(words[first].start, words[last].end, cap, None))
    return hits


def _sentence_stems(words: tuple[Token, ...], at: int) -> frozenset[str]:
    """Return the stems of the sentence that a word stands in."""
    first = last = at
    while first > 0 and words[first].gap:
        first -= 1
    while last + 1 < len(words) and words[last + 1].gap:
        last += 1
    return frozenset(word.stem for word in words[first : last + 1])


def _as_it_stands(
    literal: tuple[str, ...], words: tuple[Token, ...], form: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    target = "".join(form(word) for word in literal)
    # "uitvoeren" is a filler that falls apart: "voert controles uit op brandveilig gebruik".
    skip = word_set("skip") | {"uit", "toe", "af"}
    for first, word in enumerate(words):
        joined = form(word.raw)
        if not target.startswith(joined):
            continue
        last = first
        while joined != target and target.startswith(joined) and last + 1 < len(words) and words[last + 1].gap:
            last += 1
            if words[last].stem not in skip:
                joined += form(words[last].raw)
        if joined == target:
            yield first, last


def _together(parts: list[list[SubjectHit]], reading: Reading) -> list[SubjectHit]:
    """Where every known part of a compound subject stands in one sentence: `near`."""
    if not all(parts):
        return []
    starts = _sentence_starts(reading.text)
    firsts: list[dict[int, SubjectHit]] = []
    for part in parts:
        by_sentence: dict[int, SubjectHit] = {}
        for hit in part:
            by_sentence.setdefault(bisect_right(starts, hit.start), hit)
        firsts.append(by_sentence)
    hits = []
    for sentence, first in firsts[0].items():
        found = [by_sentence[sentence] for by_sentence in firsts if sentence in by_sentence]
        if len(found) == len(parts):
            hits.append(SubjectHit(min(h.start for h in found), max(h.end for h in found), "near", first.where_term))
    return hits


def _one_sentence(wanted: Plan, reading: Reading) -> list[SubjectHit]:
    """Where all content words of a subject stand in one sentence, in whatever form: `near`."""
    roots = [root(word) for word in wanted.content]
    starts = _sentence_starts(reading.text)
    sentences: dict[int, list[int]] = {}
    for place, word in enumerate(reading.words):
        sentences.setdefault(bisect_right(starts, word.start), []).append(place)
    hits = []
    for places in sentences.values():
        found = _places_of(roots, places, reading)
        if found and not (wanted.role and role_cap(reading.words, min(found), max(found)) == "none"):
            start, end = reading.words[min(found)].start, reading.words[max(found)].end
            hits.append(SubjectHit(start, end, "near", None))
    return hits


def _places_of(roots: list[str], places: list[int], reading: Reading) -> list[int]:
    """Return the first place of each root among these words; empty where one is missing."""
    found = []
    for wanted in roots:
        match = next((place for place in places if _alike(wanted, root(reading.words[place].raw))), None)
        if match is None:
            return []
        found.append(match)
    return found


def _alike(wanted: str, offered: str) -> bool:
    if wanted == offered:
        return True
    short, long = (wanted, offered) if len(wanted) <= len(offered) else (offered, wanted)
    return len(short) > 4 and (long.startswith(short) or long.endswith(short))


def _sentence_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _SENTENCE.finditer(text))]


def subject_terms(subject: str) -> tuple[str, ...]:
    """Return the ids of the terms that make up the whole of a subject phrase; empty where something is left over.

    Two subjects with the same terms ask for the same work (Q1).
    """
    wanted = plan(subject)
    return tuple(sorted({m.term for m in wanted.groups[0]})) if wanted.whole and not wanted.qualifiers else ()
