"""A demand for experience or knowledge → `Experience`: how long, how long ago, where, and with what."""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from core.model.posting import Experience
from core.posting.req_data import Lazy, alternatives, count, cue, cues, words
from core.posting.req_months import Asked, Timing, Unclear, read_timing
from core.posting.req_sector import Place, is_municipal, read_domain, read_field, read_sector, read_within
from core.posting.req_subjects import IN_ROLE, Subjects, clean, is_role, subjects_of
from core.text.source import plain


class ExperienceReading(NamedTuple):
    """An experience requirement; `unclear`: why its window can be read in more than one way (P6)."""

    experience: Experience
    unclear: Unclear | None = None


_CAREER = 180
"""Months: a longer length beside a role ("minimaal 18 jaar") may be an age."""
CUT = "\ue000"
"""Stands for what was understood and taken out of a demand: it parts what stands left and right of it."""
HEAD = "\ue001"
"""Stands for "ervaring", "kennis", "gewerkt"."""

_HEADS = Lazy(
    lambda: (
        rf"(?P<glued>(?<=[\w)])-(?:werk)?ervaring(?!\w))|(?P<compound>(?<!\w)(?!(?:werk|praktijk)ervaring)[a-z]{{3,30}}ervaring(?!\w))"
        rf"|(?P<work>{cue('experience', 'head.work')})|(?P<know>{cue('experience', 'head.know')})"
    )
)
_SOFT = cues("experience", "head.soft")
_DEGREE = Lazy(
    lambda: (
        rf"(?P<word>{cue('experience', 'degree.words')})(?=[ {CUT}]{{1,60}}(?:[\w-]+ ){{0,2}}(?:\w*ervaring|{cue('experience', 'head.work')}|{cue('experience', 'head.know')}))"
    )
)
_EXPERIENCED = re.compile(r"(?<!\w)(?P<word>ervaren) (?!in |met |als )(?=\w)")
_CONTIGUOUS = cues("experience", "degree.contiguous")
# "niet-woningen" and "niet-ingezetenen" are things, no denials.
_NEGATION = Lazy(lambda: rf"{cue('experience', 'negation.words')}(?!-)")
_COUNT_UNIT = cue("experience", "count.unit")
_COUNT = Lazy(
    lambda: (
        rf"(?:{cue('experience', 'count.least')} )(?:(?:in|bij|met|aan|de) )?(?P<n>{count()}) (?!{_COUNT_UNIT}|jaar|%|à|a |tot |of |-|/)(?:[\w-]+ ){{0,3}}?[\w'-]+(?:en|s|n)(?!\w)"
    )
)
_FILLER = alternatives(words("experience", "filler.words"))
_LEAD = cue("experience", "filler.lead")
_FRONT = Lazy(
    lambda: (
        rf"(?:[\s,;:.()-]|(?!{cue('subjects', 'list.choice')})(?:{IN_ROLE.pattern.rstrip()}|{_LEAD}|{_FILLER})(?=[\s,;:.()]|$))+"
    )
)
_BACK_WORDS = frozenset(word for word in words("experience", "filler.words") if " " not in word and word != "werk")
_BACK = re.compile(r"(?P<word>[\w/'-]+)[\s,;:.()-]*$")
_AS = re.compile(
    r"(?:^|[\s(,])(?:als|in de rol van|in de functie van|in een functie als|in een rol als|functie van|rol van|functie als)(?= )"
)
_CLAUSE = re.compile(r"(?<!\w)(?:waarbij|waarin|waarvoor|waarmee|die|dat) ")
_OF_HEAD = Lazy(
    lambda: rf"{HEAD}+ ?(?:van|over|met|in|als|op)? ?(?:en|of|en/of|/|&|alsmede) (?=(?:[\w-]+ ){{0,3}}{HEAD})"
)
_AS_WELL_AS = re.compile(r"(?<!\w)zowel ([^,;.]{2,60}?) als (?=(?!als )\w)", re.I)
# "(senior) adviseur": an adviseur will do.
_ANY_SENIORITY = re.compile(
    r"\((?:junior|medior|senior|sr\.?|jr\.?)(?:(?: of |/|, ?| en | - )(?:junior|medior|senior))*\) (?=\w)", re.I
)
_SHORT_BOUND = re.compile(r"(?<!\w)([Mm]in|[Mm]ax)(?:\.|:)? ?(?=\d)")
_WORD = re.compile(r"(?<!\w)[A-Za-z]{7,24}(?!\w)")
_VAGUE_SUBJECT = Lazy(lambda: rf"relevante? (?:{_FILLER} )?(?:werk|praktijk)?ervaring")
# "gerekend vanaf de sluitingsdatum": the reference date is that already (P7).
_REFERENCE = re.compile(
    r",? ?\(?(?:met als )?(?:peildatum|gerekend|te rekenen|terugrekenend|teruggerekend|gemeten)(?: (?:is|van|vanaf|op|tot|per|naar|de|het|datum|moment|deze|aan|voor)(?!\w))*"
    r" (?:sluit\w*|inschrij\w*|publicatie\w*|indien\w*|uiterste\w*|aanvraag|einde)(?: (?:van|voor|de|het|deze|dit|datum|inschrijving\w*|aanvraag|uitvraag|opdracht|inhuuropdracht|inschrijfdatum|sluitingsdatum)(?!\w))*\)?"
)
# "(5+)": years, most likely.
_BARE_NUMBER = re.compile(r"\( ?\d+ ?\+? ?\)")
_HOURS_A_WEEK = re.compile(r"uur per week|u/w|uren per week|uur p/w|(?<!\w)(?:full-?time|voltijds?)(?!\w)")


def has_head(low: str) -> bool:
    """Tell whether plain text speaks of experience or knowledge."""
    return _HEADS.search(low) is not None or _EXPERIENCED.search(low) is not None


def has_work_head(low: str) -> bool:
    """Tell whether plain text speaks of work that was done, not only of knowledge."""
    return any(match["know"] is None for match in _HEADS.finditer(low))


def read_experience(
    text: str, closing: date | None, *, inherits: bool = False, part: bool = False
) -> ExperienceReading | None:
    """Return the experience that a demand asks, None where it asks none or can't be read with certainty.

    `inherits`: the demand before it spoke of experience ("… en Cognos (minimaal 1 jaar)"). `part`: it asks
    something of a part of that experience ("waarvan 2 jaar in het sociaal domein").
    """
    low = plain(text)
    heads = list(_HEADS.finditer(low))
    timing = read_timing(text, low, closing)
    if timing.trouble or len(timing.asked) > 1 or len(timing.windows) > 1:
        return None
    as_role = _AS.search(low) is not None
    if (
        not heads
        and not _EXPERIENCED.search(low)
        and not (timing.asked and (as_role or inherits or (is_role(text) and timing.asked[0].months <= _CAREER)))
        and not (inherits and as_role)
    ):
        return None
    if _HOURS_A_WEEK.search(low) or (heads and all(h[0].startswith("vaardig") for h in heads) and _SOFT.search(low)):
        return None
    lengths = [(w.start, w.end) for w in timing.windows] + [(a.start, a.end) for a in timing.asked]
    masked = _mask(low, [*lengths, *timing.vague, *(match.span() for match in _REFERENCE.finditer(low))])
    if _NEGATION.search(masked) or _counts_things(masked) or _BARE_NUMBER.search(masked):
        return None
    reading = _read(text, masked, heads, timing, know_only=bool(heads) and all(h["know"] for h in heads), part=part)
    found = reading.experience
    # "Aantoonbare werkervaring" alone says nothing that can be looked for.
    says_something = found.subjects or found.sector or found.domain or found.min_months is not None
    return reading if says_something or part else None


def _read(
    text: str, masked: str, heads: list[re.Match[str]], timing: Timing, *, know_only: bool, part: bool
) -> ExperienceReading:
    degree, masked = _degree(masked)
    contiguous = _CONTIGUOUS.search(masked) is not None
    masked = _CONTIGUOUS.sub(lambda match: " " * len(match[0]), masked)
    place, masked = (Place(), masked) if know_only else _employers(text, masked)
    vague = _VAGUE_SUBJECT.search(masked)
    masked = _mask(masked, [head.span() for head in heads if head["compound"] is None], HEAD)
    masked = _OF_HEAD.sub(lambda match: HEAD * len(match[0]), masked)
    field, masked = _work_field(text, masked, know_only=know_only)
    subjects = _subjects(text, masked)
    sector = place.sector or field.sector
    domains = [name for name in map(clean, (*field.names, *(text[a:b] for a, b in place.domains))) if name]
    if not part and not subjects.names and domains and not _is_place(domains, sector):
        subjects, domains = subjects_of(domains[0]), domains[1:]
    if not subjects.names and vague:
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
            sector_open=place.sector_open,
            also_at=place.also_at,
            domain=", ".join(domains) or None,
            open_list=subjects.open_list or field.example,
            contiguous=contiguous,
            degree=None if asked else degree,
        ),
        timing.unclear,
    )


def _degree(masked: str) -> tuple[str | None, str]:
    """Take "ruime", "meerjarige" out, or the "ervaren" before a role."""
    match = _DEGREE.search(masked)
    span = match.span("word") if match else None
    if span is None and (experienced := _EXPERIENCED.search(masked)):
        span = experienced.span("word")
    return (masked[span[0] : span[1]], _mask(masked, [span], " ")) if span else (None, masked)


def _employers(text: str, masked: str) -> tuple[Place, str]:
    place = read_sector(text, masked)
    return place, _mask(masked, list(place.stretches))


class _WorkField(NamedTuple):
    """The fields of work and the surroundings that a demand names, and a sector that hides in one."""

    names: tuple[str, ...] = ()
    sector: str | None = None
    example: bool = False


def _work_field(text: str, masked: str, *, know_only: bool) -> tuple[_WorkField, str]:
    """Take "in het sociaal domein", "op het gebied van X" out, as long as a subject is left."""
    sector, example = None, False
    surroundings: list[str] = []
    for start, end, a, b in () if know_only else read_domain(masked):
        name = text[a:b]
        if is_municipal(plain(name)):
            sector, name = "gemeente", name.partition(" ")[2]
        surroundings.append(name)
        masked = _mask(masked, [(start, end)])
    names: list[str] = []
    for start, end, a, b, is_example in read_field(masked):
        without = _mask(masked, [(start, end)])
        if _subjects(text, without).names:
            names.append(text[a:b])
            example, masked = example or is_example, without
    for start, end, a, b in read_within(masked):
        without = _mask(masked, [(start, end)])
        if _subjects(text, without).names:
            names.append(text[a:b])
            masked = without
    return _WorkField((*names, *surroundings), sector, example), masked


def _is_place(domains: list[str], sector: str | None) -> bool:
    """Whether what is left names the employer ("gemeente met 50.000 inwoners"), not the work."""
    return sector is not None and all(
        re.match(r"(?:[\w-]+ ){0,2}(?:gemeente|provincie|waterschap)|g4|100", plain(d)) for d in domains
    )


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
    """It followed "als"."""
    clause: bool
    """It is a clause about what stands before it ("waarbij …")."""


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
            clause = _CLAUSE.search(opened) or _CLAUSE.match(masked[start:end])
            pieces.append(_Piece(start, end, _AS.search(f" {opened} ") is not None, clause is not None))
    return pieces


def _subjects(text: str, masked: str) -> Subjects:
    pieces = _pieces(masked)
    found: list[Subjects] = []
    for index, piece in enumerate(pieces):
        start = piece.start
        if _before_head(masked, piece) and not piece.role and _is_adjective(masked[piece.start : piece.end]):
            # "leidinggevende ervaring als teamleider": the adjective narrows what follows.
            if index + 1 < len(pieces):
                pieces[index + 1] = pieces[index + 1]._replace(start=start)
                continue
            head = re.match(rf" *{HEAD}+", masked[piece.end :])
            piece = piece._replace(end=piece.end + (len(head[0]) if head else 0))
        if piece.clause and found:
            whole = f"{_phrase(found[-1])} {text[masked.rfind(CUT, 0, piece.start) + 1 : piece.end].strip(' ,')}"
            found[-1] = Subjects((whole,))
            continue
        literal = text[piece.start : piece.end]
        found.append(subjects_of(_without_marks(literal), role=piece.role or is_role(literal.partition(" ")[0])))
    found = [subjects for subjects in found if subjects.names]
    if len(found) < 2:
        return found[0] if found else Subjects()
    open_list = any(subjects.open_list for subjects in found)
    if any(s.need == "any" and len(s.names) > 1 for s in found):
        # Alternatives beside something else: one phrase each, so that nothing that is asked gets lost.
        return Subjects(tuple(_phrase(subjects) for subjects in found), "all", open_list)
    names = tuple(dict.fromkeys(name for subjects in found for name in subjects.names))
    return Subjects(names, "all" if len(names) > 1 else "any", open_list)


def _phrase(subjects: Subjects) -> str:
    """Return subjects as one phrase: "A, B of C"."""
    *first, last = subjects.names
    return f"{', '.join(first)} {'of' if subjects.need == 'any' else 'en'} {last}" if first else last


def _before_head(masked: str, piece: _Piece) -> bool:
    return masked[piece.end :].lstrip(" ").startswith(HEAD)


def _without_marks(literal: str) -> str:
    return re.sub(rf"[{CUT}{HEAD}]+", " ", literal)


def _is_adjective(words_before: str) -> bool:
    return " " not in words_before.strip() and words_before.strip().endswith(("e", "end"))


# --- spelling ---


def respell(text: str) -> str:
    """Return `text` with misspelt cue words set right ("werkerving", "min 3 jr", "zowel A als B"), the rest as printed."""
    text = _ANY_SENIORITY.sub("", text)
    text = _AS_WELL_AS.sub(r"\1 en ", _SHORT_BOUND.sub(r"\1. ", text))
    return _WORD.sub(lambda match: _nearest(match[0]) or match[0], text)


@cache
def _vocabulary() -> tuple[frozenset[str], tuple[str, ...]]:
    spelling = words("experience", "head.spelling")
    return frozenset([*spelling, *words("experience", "head.spelled"), *words("experience", "filler.words")]), tuple(
        spelling
    )


def _nearest(word: str) -> str | None:
    known, spelling = _vocabulary()
    word = word.lower()
    if word in known:
        return None
    for right in spelling:
        allowed = 2 if len(right) >= 10 else 1
        if (
            word[0] == right[0]
            and abs(len(word) - len(right)) <= allowed
            and OSA.distance(word, right, score_cutoff=allowed) <= allowed
        ):
            return right
    return None
