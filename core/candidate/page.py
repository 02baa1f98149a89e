"""A candidate's text as lines: wrapped lines joined, headings and bullets known, noise blanked out.

Everything here keeps offsets: `flow` and `low` have the length of the canonical text, so a place in them
is a place in the source. In `flow` a line break inside a wrapped sentence is a blank, and what is nobody's
business (birth, nationality, signatures) or only confuses (phone numbers, addresses) is blank too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from typing import Literal, NamedTuple, cast

from rapidfuzz import fuzz, process

from core.candidate.columns import of_columns
from core.candidate.cues import any_of, compiled, entry, words
from core.candidate.noise import blanked
from core.lexicon import find_terms
from core.model.candidate import Section
from core.text.dates import PeriodHit, find_periods
from core.text.memory import remembered
from core.text.source import Source, fold, key, plain

PageSection = Literal[
    "experience",
    "education",
    "courses",
    "skills",
    "profile",
    "motivation",
    "terms",
    "references",
    "personal",
    "leisure",
    "internship",
    "volunteer",
    "other",
]
_OUTER: dict[str, Section] = {"internship": "experience", "volunteer": "experience"}


class Line(NamedTuple):
    """A logical line at `[start, end)`, bullet and indent left out.

    `gap`: an empty line (or a heading) stands before it. `heading`: it is the heading of its section.
    """

    start: int
    end: int
    section: PageSection | None
    bullet: bool
    gap: bool
    heading: bool


class Page(NamedTuple):
    """A text ready to be read: its source, `flow` and `low` (plain flow), logical lines, and the periods in it."""

    source: Source
    flow: str
    low: str
    lines: tuple[Line, ...]
    periods: tuple[PeriodHit, ...]

    def periods_in(self, start: int, end: int) -> tuple[PeriodHit, ...]:
        """Return the periods that begin in `[start, end)`."""
        first = bisect_left(self.periods, start, key=lambda period: period.begin)
        last = bisect_left(self.periods, end, lo=first, key=lambda period: period.begin)
        return self.periods[first:last]

    def text(self, start: int, end: int) -> str:
        """Return the flow at `[start, end)`."""
        return self.flow[start:end]


_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(
    r"\s*(?:(?:[\u2022*>\u00bb\u00a7+~]|-{1,2}(?=[\s\w])|o(?=\s{2}|\t)|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s)|\|)\s*)+"
)
_MARKDOWN_HEADING = re.compile(r"\s*#{1,6}\s*")
_RULE = re.compile(r"[\s=_*|:+.-]*$")
_FOOTER = re.compile(
    r"\s*(?:(?:pagina|page|blad|blz\.?)\s*\d{1,2}(?:\s*(?:/|van|of)\s*\d{1,2})?|\d{1,2}\s*/\s*\d{1,2}|-\s*\d{1,2}\s*-)\s*$",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?:;]$")
_WORD = re.compile(r"[^\s/&+,:|()]+|[&/+]")


def page(src: Source) -> Page:
    """Return the text as a page. Linear in its length."""
    lines = [line for line in _raw_lines(src.text) if not _RULE.match(src.text, line.start, line.end)]
    lines = _with_sections(src.text, lines)
    joins = frozenset(_joined(src.text, lines))
    flow = _soft_breaks(src.text, lines, joins)
    flow = _with_tabs(src, flow)
    flow = blanked(flow, [(line.start, line.end, line.heading) for line in lines])
    logical = tuple(line for line in _logical(lines, joins) if flow[line.start : line.end].strip())
    low = plain(flow)
    hits = [_ongoing(low, hit) for hit in find_periods(flow)]
    return Page(src, flow, low, logical, tuple(_with_both_ends(low, of_columns(flow, hits))))


_SLASH_NOW = re.compile(r"\s{0,2}/\s{0,2}(?:heden|nu|present|now)\b")


def _ongoing(low: str, hit: PeriodHit) -> PeriodHit:
    """Read "2019-06 / heden" as a period that runs on."""
    now = _SLASH_NOW.match(low, hit.stop) if hit.bare else None
    return hit if now is None else hit._replace(end=None, ongoing=True, stop=now.end(), bare=False)


_AND_FROM = re.compile(r"[\s(,;-]{0,4}")


def _with_both_ends(low: str, hits: Iterable[PeriodHit]) -> Iterator[PeriodHit]:
    """Join the two halves of a period that are told apart: "t/m juni 2023 (vanaf 2010)"."""
    held: PeriodHit | None = None
    for hit in hits:
        if held is not None and _AND_FROM.fullmatch(low, held.stop, hit.begin):
            begun, ended = (held, hit) if held.start is not None else (hit, held)
            whole = begun.end is None and ended.start is None and ended.end is not None
            if whole and begun.start is not None and ended.end is not None and begun.start.earliest <= ended.end.latest:
                held = begun._replace(end=ended.end, ongoing=False, begin=held.begin, stop=hit.stop)
                continue
        if held is not None:
            yield held
        held = hit
    if held is not None:
        yield held


def _with_tabs(src: Source, flow: str) -> str:
    """Give the cells of a table back the tabs between them, which the canonical text has as blanks."""
    if "\t" not in src.raw:
        return flow
    raw, origin = src.raw, src.origin
    return "".join("\t" if char == " " and raw[origin[at]] == "\t" else char for at, char in enumerate(flow))


def outer_section(section: PageSection | None) -> Section | None:
    """Return the section as the model names it; personal data, leisure and the rest are None."""
    if section in ("personal", "leisure", "other", None):
        return None
    return _OUTER.get(section, cast(Section, section))


_MOST_LINES = 4000
"""No CV has more lines; a text that does is not read any further."""


def _raw_lines(text: str) -> list[Line]:
    found: list[Line] = []
    written = (m.span() for m in _LINE.finditer(text) if m[0].strip() and not _FOOTER.match(m[0]))
    spans = list(islice(written, _MOST_LINES))
    for (start, end), gap in zip(spans, _gaps(text, spans), strict=False):
        marked = _BULLET.match(text, start, end)
        markdown = _MARKDOWN_HEADING.match(text, start, end)
        at = marked.end() if marked and marked.end() < end else start
        if markdown and markdown[0].strip():
            at = markdown.end()
        stop = end
        while at < stop and text[at].isspace():
            at += 1
        while stop > at and text[stop - 1].isspace():
            stop -= 1
        if at < stop:
            bullet = bool(marked) and marked is not None and bool(marked[0].strip()) and "|" not in marked[0]
            found.append(Line(at, stop, None, bullet, gap or not found, bool(markdown and markdown[0].strip())))
    return found


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """Tell of each line whether it stands apart from the one before: by more than is usual round it.

    Where all lines stand equally far apart (a letter, text out of a PDF) an empty line is no gap.
    """
    breaks = [text.count("\n", end, start) for (_, end), (start, _) in pairwise(spans)]
    padded = [breaks[0] if breaks else 0, *breaks, breaks[-1] if breaks else 0]
    return [False, *(own > min(before, after) for before, own, after in zip(padded, breaks, padded[2:], strict=False))]


def _with_sections(text: str, lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    section: PageSection | None = None
    after_heading = terms = False
    for line in lines:
        named = None if line.bullet else heading_section(text[line.start : line.end])
        if named is not None:
            section = named
        here = section
        if named is None and section in _CLOSED_BY_TERMS and not line.bullet:
            goes_on = terms and not line.gap and not _YEAR.search(text, line.start, line.end)
            terms = goes_on or _speaks_of_terms(text, line)
            here = "terms" if terms else section
        else:
            terms = False
        found.append(
            line._replace(section=here, heading=named is not None, gap=line.gap or after_heading or named is not None)
        )
        after_heading = named is not None
    return found


_CLOSED_BY_TERMS = frozenset({"experience", "education", "courses", "skills", "internship", "volunteer", "leisure"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _speaks_of_terms(text: str, line: Line) -> bool:
    """Whether a paragraph turns to the terms without a heading: "Beschikbaar vanaf …", "Zzp, € 88"."""
    low = plain(text[line.start : line.end])
    match = _terms_start(lead=3 if line.gap else 0).match(low)
    return match is not None and (_YEAR.search(low) is None or "beschikbaar" in match[0])


@cache
def _terms_start(*, lead: int) -> re.Pattern[str]:
    return re.compile(rf"(?:[\w']+\s+){{0,{lead}}}?{any_of('wrapping.terms_start')}")


@cache
def _section_words() -> dict[str, PageSection]:
    return {word: cast(PageSection, name) for name, listed in entry("sections.words").items() for word in listed}


@cache
def _section_phrases() -> dict[str, PageSection]:
    return {phrase: cast(PageSection, name) for name, listed in entry("sections.phrases").items() for phrase in listed}


def heading_section(line: str) -> PageSection | None:
    """Return the section that a line is the heading of, None where it is no heading."""
    if len(line) > 60:
        return None
    name = key(line).strip(" :.?-#*=_|\u2022")
    return _named_section(_BESIDE.sub("", _NUMBER.sub("", name)))


_NUMBER = re.compile(r"^\d{1,2}[.)]?\s+")
_BESIDE = re.compile(r"\s(?:na|naast|tijdens)\s(?:het|de|mijn)\s(?:hbo|mbo|studie|opleiding|school|werk)$")


@remembered(words=4096)
def _named_section(name: str) -> PageSection | None:
    if name in _section_phrases():
        return _section_phrases()[name]
    found = _WORD.findall(name)
    if not 0 < len(found) <= 6:
        return None
    sections = [_section_words().get(word) or _section_words().get(word.rpartition("-")[2]) for word in found]
    if len(found) == 1 and sections[0] is None and len(name) >= 8:
        return _misspelt(name)
    if any(s is None and word not in words("sections.filler") for s, word in zip(sections, found, strict=True)):
        return None
    return next((s for s in sections if s is not None), None)


@remembered(words=2048)
def _misspelt(name: str) -> PageSection | None:
    """Return the section of a heading with a typo in it ("Wekrervaring"); a label ("Werkgever") is none."""
    if any(name in listed for listed in entry("sections.labels").values()):
        return None
    known = [word for word in _section_words() if len(word) >= 8 and word[0] == name[0]]
    best = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=88)
    return _section_words()[best[0]] if best else None


def _joined(text: str, lines: list[Line]) -> Iterator[int]:
    """Yield the indexes of lines that go on in the next: it was wrapped, not ended."""
    width = _wrap_width([line for line in lines if not _is_label_line(text, line)])
    full = max(40, _FULL * max((line.end - line.start for line in lines), default=0))
    own = (line for line in lines if not line.bullet and not _is_label_line(text, line))
    capitals = [line for line in own if text[line.start].isalpha()]
    capitalised = sum(text[line.start].isupper() for line in capitals) >= 0.6 * max(1, len(capitals))
    for index, (line, following) in enumerate(pairwise(lines)):
        if line.heading or following.heading or following.bullet or following.gap:
            continue
        head = plain(text[following.start : following.start + 24])
        if _is_label_line(text, following) or _SENTENCE_END.search(text[line.start : line.end]):
            continue
        lowered = text[following.start].islower() and capitalised and line.end - line.start >= full
        lowered = lowered and not _begins_a_job(text, following) and not _are_rows(text, line, following)
        broken = (lowered or _was_full(line, head, width)) and _is_prose(text, line, following)
        broken = broken and not starts_with("wrapping.new_line", head)
        goes_on = text[following.start].islower() and starts_with("wrapping.go_on", head)
        particle = _PARTICLE.search(text[line.start : line.end]) is not None and _are_rows(text, line, following)
        if goes_on or (_goes_on(text, line) and not particle) or broken:
            yield index


# "stelde gezinsplannen op" ends a sentence, "werkte op" doesn't.
_PARTICLE = re.compile(r"(?:^|, )\w+(?:t|de|te)\s[^,.;\n]+\s(?:op|aan|in|over|door|af|uit)$")
_FULL = 0.75
"""How long a line is at least, of the longest, that was wrapped at a width."""


def _begins_a_job(text: str, line: Line) -> bool:
    """Tell whether a line in lower case is a job of its own ("jurist bezwaar provincie Fryslân 03/2021 tm nu")."""
    written = _RANK.sub("", fold(text[line.start : line.end]))
    if _OWN_LENGTH.match(written) or (_CLOSED.search(written) and _is_row(written)):
        return True
    if not _AT_SOMEBODY.match(written) and not find_periods(written):
        return False
    roles = find_terms(written, _ROLE)
    return (bool(roles) and roles[0].start == 0) or (_AT_SOMEBODY.match(written) is not None and _is_row(written))


_RANK = re.compile(r"^(?:stagiaire?|stage|trainee|leerling|junior|senior)\s+", re.I)
_CLOSED = re.compile(r"\([^()]*\d{2}[^()]*\)$")
# "kok bij Van Loon"; "4 jaar ervaring met", "werkte 6 jaar als".
_AT_SOMEBODY = re.compile(r"[a-z][\w&-]*(?: [\w&-]+){0,4} (?:bij|@) \S")
_OWN_LENGTH = re.compile(
    r"(?:(?:werkte|werkt|nu|de laatste|laatste|ruim) )?\d{1,2} (?:jaar|jr|mnd|maanden)\b|ervaring (?:als|met) "
)


def _are_rows(text: str, line: Line, following: Line) -> bool:
    """Tell whether two lines are a job each, their roles known or not: "kok Van Loon (03/2019 - 05/2021)" below another."""
    return bool(find_periods(text[line.start : line.end])) and _is_row(text[following.start : following.end])


def _is_row(written: str) -> bool:
    """Tell whether a period opens or closes a line, or stands before its tasks: in a wrapped sentence it stands anywhere."""
    return any(hit.begin == 0 or _ROW_END.match(written, hit.stop) for hit in find_periods(written))


_ROW_END = re.compile(r"\)?\s*(?:,|$)")
_ROLE = frozenset({"role"})


def _was_full(line: Line, head: str, width: int) -> bool:
    """Tell whether the next word didn't fit: then the line was wrapped."""
    length = line.end - line.start
    return bool(width) and length <= width < length + 1 + len(head.split(" ")[0])


def _is_prose(text: str, line: Line, following: Line) -> bool:
    """Tell whether two lines may be one sentence: rows of a table, and lines that end with a period, are not."""
    ended = text[line.start : line.end]
    if "|" in ended or "|" in text[following.start : following.end] or _PERIOD_END.search(plain(ended[-12:])):
        return False
    if text[following.start].isupper() and _is_row(ended):
        return False
    return text[following.start].islower() or re.search(r"[a-z]{2},?$", ended) is not None


_PERIOD_END = re.compile(r"(?:\b(?:19|20)\d\d|\b(?:heden|nu|present))\)?$")


def starts_with(name: str, low: str) -> bool:
    """Tell whether `low` begins with a word of a list."""
    return compiled(name).match(low) is not None


def _goes_on(text: str, line: Line) -> bool:
    tail = plain(text[max(line.start, line.end - 16) : line.end])
    if tail.endswith(","):
        return line.end - line.start > 40
    return " " in tail and tail.split(" ")[-1] in words("wrapping.unfinished")


def _wrap_width(lines: list[Line]) -> int:
    """Return the width at which the text was wrapped, 0 where it wasn't."""
    lengths = sorted((line.end - line.start for line in lines), reverse=True)
    if len(lengths) < 3 or lengths[0] < 45:
        return 0
    width = lengths[0] if lengths[0] <= 1.15 * lengths[1] else 0
    near = sum(length >= 0.85 * width for length in lengths)
    return width if width and width <= 140 and near >= max(3, 0.5 * len(lengths)) else 0


def _is_label_line(text: str, line: Line) -> bool:
    return re.match(r"[A-Za-z][\w /&()-]{1,30}:(?:\s|$)", text[line.start : line.end]) is not None


def _soft_breaks(text: str, lines: list[Line], joins: frozenset[int]) -> str:
    pieces: list[str] = []
    at = 0
    for index in sorted(joins):
        end, start = lines[index].end, lines[index + 1].start
        pieces += [text[at:end], " " * (start - end)]
        at = start
    return "".join([*pieces, text[at:]])


def _logical(lines: list[Line], joins: Iterable[int]) -> Iterator[Line]:
    current: Line | None = None
    joined = set(joins)
    for index, line in enumerate(lines):
        current = line if current is None else current._replace(end=line.end)
        if index not in joined:
            yield current
            current = None
