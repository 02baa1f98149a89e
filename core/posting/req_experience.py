"""A demand for experience or knowledge → `Experience`: how long, how long ago, where, and with what."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from core.model.posting import Experience
from core.posting.req_data import alternatives, cue, cues, words
from core.posting.req_months import Asked, Timing, read_timing
from core.posting.req_sector import is_municipal, read_domain, read_field, read_sector, read_within
from core.posting.req_subjects import Subjects, clean, is_role, subjects_of
from core.text.numbers import NUMBER
from core.text.source import plain


class ExperienceReading(NamedTuple):
    """An experience requirement; `unclear`: its window can be read in more than one way (P6)."""

    experience: Experience
    unclear: bool = False
    vague: bool = False


CUT = "\ue000"
"""Stands for what was understood and taken out of a demand: it parts what stands left and right of it."""
HEAD = "\ue001"
"""Stands for "ervaring", "kennis", "gewerkt"."""

_WORK = cues("experience", "head.work")
_KNOW = cues("experience", "head.know")
_HEADS = re.compile(
    rf"(?P<glued>(?<=[\w)])-(?:werk)?ervaring(?!\w))|(?P<compound>(?<!\w)(?!(?:werk|praktijk)ervaring)[a-z]{{3,30}}ervaring(?!\w))"
    rf"|(?P<work>{cue('experience', 'head.work')})|(?P<know>{cue('experience', 'head.know')})"
)
_SOFT = cues("experience", "head.soft")
_DEGREE = cues("experience", "degree.words")
_EXPERIENCED = re.compile(r"(?<!\w)(?P<word>ervaren) (?!in |met |als )(?=\w)")
_CONTIGUOUS = cues("experience", "degree.contiguous")
_NEGATION = cues("experience", "negation.words")
_COUNT_UNIT = cue("experience", "count.unit")
_COUNT = re.compile(rf"(?:{cue('experience', 'count.least')} )(?:(?:in|bij|met|aan|de) )?(?P<n>{NUMBER}) (?!{_COUNT_UNIT}|jaar|%|à|a |tot |of |-|/)(?:[\w-]+ ){{0,3}}?[\w'-]+(?:en|s|n)(?!\w)")
_FIRST_OBJECT = re.compile(rf"^[\s{CUT}{HEAD},]*(?:(?:{cue('experience', 'filler.words')}) ){{0,6}}$")
_FILLER = alternatives(words("experience", "filler.words"))
_LEAD = cue("experience", "filler.lead")
_FRONT = re.compile(rf"(?:[\s,;:.()-]|(?!{cue('subjects', 'list.choice')})(?:{_LEAD}|{_FILLER})(?=[\s,;:.()]|$))+")
_BACK_WORDS = frozenset(
    [w for w in words("experience", "filler.words") if " " not in w and w not in ("werken", "soort", "jaar", "periode")]
)
_BACK = re.compile(r"(?P<word>[\w/'-]+)[\s,;:.()-]*$")
_AS = re.compile(r"(?:^|[\s(,])(?:als|in de rol van|in de functie van|in een functie als|in een rol als|functie van|rol van|functie als)(?= )")
_OF_HEAD = re.compile(rf"{HEAD}+ ?(?:van|over|met|in|als|op)? ?(?:en|of|en/of|/|&|alsmede) (?=(?:[\w-]+ ){{0,3}}{HEAD})")
_WORD = re.compile(r"(?<!\w)[A-Za-z]{7,24}(?!\w)")
_VAGUE_SUBJECT = re.compile(rf"relevante? (?:{_FILLER} )?(?:werk|praktijk)?ervaring")
_HOURS_A_WEEK = re.compile(r"uur per week|u/w|uren per week|uur p/w")


def has_head(low: str) -> bool:
    """Tell whether plain text speaks of experience or knowledge."""
    return _HEADS.search(low) is not None or _EXPERIENCED.search(low) is not None


def has_work_head(low: str) -> bool:
    """Tell whether plain text speaks of work that was done, not only of knowledge."""
    return any(match["know"] is None for match in _HEADS.finditer(low))


def read_experience(text: str, closing: date | None, *, inherits: bool = False) -> ExperienceReading | None:
    """Return the experience that a demand asks, None where it asks none or can't be read with certainty.

    `inherits`: the demand before it spoke of experience ("… en Cognos (minimaal 1 jaar)").
    """
    low = plain(text)
    heads = list(_HEADS.finditer(low))
    timing = read_timing(text, low, closing)
    if timing.trouble or len(timing.asked) > 1 or len(timing.windows) > 1:
        return None
    as_role = _AS.search(low) is not None
    if not heads and not _EXPERIENCED.search(low) and not (timing.asked and (as_role or inherits)) and not (inherits and as_role):
        return None
    if _HOURS_A_WEEK.search(low) or (heads and all(h[0].startswith("vaardig") for h in heads) and _SOFT.search(low)):
        return None
    masked = _mask(low, [*((w.start, w.end) for w in timing.windows), *((a.start, a.end) for a in timing.asked), *timing.vague])
    if _NEGATION.search(masked) or _counts_things(masked):
        return None
    return _read(text, masked, heads, timing, know_only=bool(heads) and all(h["know"] for h in heads))


def _read(text: str, masked: str, heads: list[re.Match[str]], timing: Timing, *, know_only: bool) -> ExperienceReading:
    degree = _DEGREE.search(masked) or _EXPERIENCED.search(masked)
    contiguous = _CONTIGUOUS.search(masked) is not None
    if degree:
        masked = _mask(masked, [(degree.start("word") if "word" in degree.re.groupindex else degree.start(), degree.end())], " ")
    if contiguous:
        masked = _mask(masked, [m.span() for m in _CONTIGUOUS.finditer(masked)], " ")
    sector, sector_open = None, False
    domains: list[str] = []
    if not know_only:
        place = read_sector(text, masked)
        sector, sector_open = place.sector, place.sector_open
        domains = [text[start:end] for start, end in place.domains]
        masked = _mask(masked, list(place.stretches))
    vague_subject = _VAGUE_SUBJECT.search(masked)
    masked = _mask(masked, [h.span() for h in heads if h["compound"] is None], HEAD)
    masked = _OF_HEAD.sub(lambda m: HEAD * len(m[0]), masked)
    open_field = False
    if not know_only:
        for start, end, a, b in read_domain(masked):
            name = text[a:b]
            if is_municipal(plain(name)):
                sector, name = sector or "gemeente", name.partition(" ")[2]
            domains.append(name)
            masked = _mask(masked, [(start, end)])
    fields: list[str] = []
    for start, end, a, b, is_example in read_field(masked):
        if _has_subject(text, _mask(masked, [(start, end)])):
            fields.append(text[a:b])
            open_field = open_field or is_example
            masked = _mask(masked, [(start, end)])
    for start, end, a, b in read_within(masked):
        if _has_subject(text, _mask(masked, [(start, end)])):
            fields.append(text[a:b])
            masked = _mask(masked, [(start, end)])
    subjects = _subjects(text, masked)
    domains = [name for name in map(clean, [*fields, *domains]) if name]
    if not subjects.names and domains and not _is_place(domains, sector):
        subjects, domains = subjects_of(domains[0]), domains[1:]
    if not subjects.names and vague_subject:
        subjects = Subjects(("relevante werkervaring",))
    asked: Asked | None = timing.asked[0] if timing.asked else None
    window = timing.windows[0] if timing.windows else None
    return ExperienceReading(
        Experience(
            subjects=subjects.names,
            need=subjects.need,
            min_months=asked.months if asked else None,
            more_than=bool(asked and asked.more_than),
            window_months=window.months if window else None,
            window_from=window.first if window else None,
            window_to=window.last if window else None,
            sector=sector,
            sector_open=sector_open,
            domain=", ".join(domains) or None,
            open_list=subjects.open_list or open_field,
            contiguous=contiguous,
            degree=plain(degree["word"] if "word" in degree.re.groupindex else degree[0]) if degree and not asked else None,
        ),
        timing.unclear,
    )


def _is_place(domains: list[str], sector: str | None) -> bool:
    """Whether what is left names the employer ("gemeente met 50.000 inwoners"), not the work."""
    return sector is not None and all(re.match(r"(?:[\w-]+ ){0,2}(?:gemeente|provincie|waterschap)|g4|100", plain(d)) for d in domains)


def _mask(low: str, spans: list[tuple[int, int]], mark: str = CUT) -> str:
    """Return `low` with `spans` replaced by `mark`, the same length."""
    for start, end in spans:
        low = low[:start] + mark * (end - start) + low[end:]
    return low


def _counts_things(masked: str) -> bool:
    """Whether so many of something are asked first of all: "minimaal 2 implementaties", "bij minimaal 2 gemeenten"."""
    return _COUNT.search(masked) is not None


# --- the subjects: what is left ---


class _Piece(NamedTuple):
    start: int
    end: int
    role: bool
    continues: bool
    """It goes on with the list before it: ", B", "en B"."""


def _pieces(masked: str) -> list[_Piece]:
    """Return the stretches of a masked demand that say something, fillers stripped."""
    pieces = []
    for match in re.finditer(rf"[^{CUT}{HEAD}]+", masked):
        start, end = match.span()
        front = _FRONT.match(masked, start, end)
        opened = masked[start : front.end()] if front else ""
        if front:
            start = front.end()
        while start < end and (back := _BACK.search(masked, start, end)):
            if back["word"] not in _BACK_WORDS:
                break
            end = back.start()
        while end > start and masked[end - 1] in " ,;:.-(":
            end -= 1
        if start < end and re.search(r"\w", masked[start:end]):
            pieces.append(_Piece(start, end, _AS.search(f" {opened} ") is not None, re.match(r"\s*(?:,|en |of |en/of |én |/)", opened) is not None))
    return pieces


def _has_subject(text: str, masked: str) -> bool:
    return bool(_pieces(masked)) and bool(_subjects(text, masked).names)


def _subjects(text: str, masked: str) -> Subjects:
    pieces = _pieces(masked)
    found: list[Subjects] = []
    for index, piece in enumerate(pieces):
        literal = text[piece.start : piece.end]
        before_head = masked[piece.end :].lstrip(" ").startswith(HEAD) and index + 1 < len(pieces)
        if before_head and not piece.role and _is_adjective(masked[piece.start : piece.end]):
            # "leidinggevende ervaring als teamleider": the adjective narrows what follows.
            following = pieces[index + 1]
            pieces[index + 1] = following._replace(start=piece.start)
            continue
        found.append(subjects_of(_shown(literal), role=piece.role or is_role(literal.partition(" ")[0])))
    found = [subjects for subjects in found if subjects.names]
    if not found:
        return Subjects()
    if len(found) == 1:
        return found[0]
    names = tuple(dict.fromkeys(name for subjects in found for name in subjects.names))
    if any(s.need == "any" and len(s.names) > 1 for s in found):
        # Alternatives beside something else: one phrase each, so that nothing that is asked gets lost.
        return Subjects(tuple(" ".join(s.names) if s.need == "any" and len(s.names) > 1 else s.names[0] for s in found), "all", any(s.open_list for s in found))
    return Subjects(names, "all" if len(names) > 1 else "any", any(s.open_list for s in found))


def _shown(literal: str) -> str:
    return re.sub(rf"[{CUT}{HEAD}]+", " ", literal)


def _is_adjective(words_before: str) -> bool:
    return " " not in words_before.strip() and words_before.strip().endswith(("e", "end"))


# --- spelling ---


def respell(text: str) -> str:
    """Return `text` with misspelt cue words set right ("werkerving"), everything else as printed."""
    return _WORD.sub(lambda match: _nearest(match[0]) or match[0], text)


@cache
def _vocabulary() -> tuple[frozenset[str], tuple[str, ...]]:
    spelling = words("experience", "head.spelling")
    return frozenset([*spelling, *words("experience", "head.spelled"), *words("experience", "filler.words")]), tuple(spelling)


def _nearest(word: str) -> str | None:
    known, spelling = _vocabulary()
    word = word.lower()
    if word in known:
        return None
    for right in spelling:
        allowed = 2 if len(right) >= 10 else 1
        if word[0] == right[0] and abs(len(word) - len(right)) <= allowed and OSA.distance(word, right, score_cutoff=allowed) <= allowed:
            return right
    return None


_ = _WORK, _KNOW, _FIRST_OBJECT
