"""What a candidate's text holds that must not be read: protected grounds, contact data, signatures.

Invariant 8: age, sex, birth, nationality, marital state and the like change nothing. So they are blanked
out before anything else looks; a year of birth can't become a job, nor "Nederlandse" a language.
"""

import re
from functools import cache

from core.candidate.cues import any_of, compiled, entry, words
from core.text.source import plain
from core.text.vocabulary import zones

_PATTERNS = (
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
    r"\b(?:https?://|www\.)\S+",
    r"\blinkedin\.com\S*",
    r"(?:\+|00)\d{2}[\s(0)-]{0,5}\d(?:[\s-]?\d){7,9}\b",
    r"(?<![\w/-])06[\s-]{0,3}(?:\d{8}|\d{2}(?:[\s.-]\d{2}){3}|\d{3}(?:[\s-]\d{2,3}){2}|(?!(?:19|20)\d\d)\d{4}\s\d{4})(?![\w/-])",
    r"(?<![\w/-])0\d{1,3}[\s-]{0,3}(?:\d{6,8}|\d{3}\s\d{2}\s\d{2}|(?!(?:19|20)\d\d)\d{4}\s\d{3,4})(?![\w/-])",
    r"\b[a-z]{2}\d{2}\s?[a-z]{4}\s?\d{4}\s?\d{4}\s?\d{2}\b",
    r"\b(?:kvk|bsn|btw|iban|paspoort|id)(?:-?(?:nummer|nr))?\.?\s{0,2}:?\s{0,2}(?:nl)?\d[\d. b]{5,14}",
)
_CONTACT = re.compile("|".join(_PATTERNS), re.I)
_CONTACT_WITHOUT_MAIL = re.compile("|".join(_PATTERNS[1:]), re.I)
_NUMBERS = re.compile("|".join(_PATTERNS[3:]), re.I)
_DIGITS = re.compile(r"\d+")
_POSTCODE = re.compile(r"[1-9](?<!\w[1-9])\d{3}\s?[A-Z]{2}\b(?=\s*(?:,|;|\n|\)|$|[A-Z][a-z]))")
_VISIBLE = re.compile(r"\S")


def blanked(flow: str, lines: list[tuple[int, int, bool]]) -> str:
    """Return `flow` with the noise blanked out, same length. `lines`: start, end, is a heading."""
    low = plain(flow)
    if "@" in low or "://" in low or "www." in low or "linkedin" in low:
        contact = _CONTACT if "@" in low else _CONTACT_WITHOUT_MAIL
        spans = [match.span() for match in contact.finditer(flow)]
    else:
        near_digits = zones(low, _DIGITS, before=40, after=40)
        spans = [match.span() for begin, end in near_digits for match in _NUMBERS.finditer(flow, begin, end)]
    spans += [match.span() for match in _POSTCODE.finditer(flow)]
    spans += [match.span(match.lastindex or 0) for pattern in _clauses() for match in pattern.finditer(low)]
    spans += _label_lines(low, lines)
    spans += _signatures(low, lines)
    return _cut(flow, spans)


def _cut(flow: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        pieces += [flow[at:start], _VISIBLE.sub(" ", flow[start:end])]
        at = end
    return "".join([*pieces, flow[at:]])


@cache
def _clauses() -> tuple[re.Pattern[str], ...]:
    """Protected grounds inside a sentence: "(geb. 12-03-1985, man, gehuwd, 2 kinderen)", "42 jaar oud".

    The last stands alone between separators, of which the first is part of the match and no part of the group.
    """
    moment = (
        r"(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|\d{4}|\d{1,2}\s[a-z]{3,9}\.?\s\d{4}|[a-z]{3,9}\s\d{4})"
    )
    born = (
        rf"{any_of('noise.born')}[ \t]{{0,3}}:?[ \t]{{0,3}}(?:(?:op|in|te|jaar|[a-z]{{3,20}},?)[ \t]+){{0,3}}{moment}?"
    )
    age = r"\d{2}\s?(?:(?:jaar|jr\.?)\s(?:oud|jong)|[- ]?jarige)\b"
    labelled = r"l(?<!\wl)eeftijd\s{0,3}:?\s{0,3}\d{2}(?:\s?jaar)?\b"
    alone = (
        rf"(?:[\n(,;]|\A)([ \t]{{0,3}}(?:{any_of('noise.alone')}|[2-6]\d\s?(?:jaar|jr\.?))[ \t]{{0,3}})(?=[\n),;.]|$)"
    )
    return tuple(re.compile(pattern) for pattern in (born, age, labelled, alone))


def _label_lines(low: str, lines: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """Lines with a label that is nobody's business, and the next where the value stands there."""
    found = []
    for index, (start, end, _) in enumerate(lines):
        match = compiled("noise.labels").match(low, start, end)
        if match is not None:
            rest = low[match.end() : end]
            if _MARK.match(rest) or (match[0] in words("noise.bare_labels") and len(rest.split()) <= 4):
                below = not rest.strip(" :|\t") and index + 1 < len(lines) and not lines[index + 1][2]
                found.append((start, lines[index + 1][1] if below else end))
            continue
        match = compiled("noise.contact").match(low, start, end)
        if match is not None and _MARK.match(low[match.end() : end]) and _CONTACT_VALUE.search(low[match.end() : end]):
            found.append((start, end))
    return found


_MARK = re.compile(r"\s{0,8}[:|\t]|\s{2,}")
_CONTACT_VALUE = re.compile(r"\d{3}|@|www|\.nl|\.com|^[\s:]*$")


def _signatures(low: str, lines: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """The lines behind a greeting, up to where something else begins."""
    found = []
    index = 0
    while index < len(lines):
        start, end, _ = lines[index]
        index += 1
        if not compiled("noise.greeting").match(low, start, end) or end - start > 60:
            continue
        stop = end
        taken = 0
        while index < len(lines) and taken < int(entry("noise.signature_lines")):
            start, end, heading = lines[index]
            if (
                heading
                or compiled("noise.resumes").match(low, start, end)
                or compiled("noise.facts").search(low, start, end)
            ):
                break
            stop = end
            index += 1
            taken += 1
        found.append((lines[index - taken - 1][0], stop))
    return found
