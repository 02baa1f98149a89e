"""A demand for a diploma or a level → `Education` (C5: the ladder)."""

import re

from core.model.posting import Education
from core.posting.req_data import Lazy, alternatives, cue, cues, data, words
from core.posting.req_subjects import clean, subjects_of
from core.text.source import plain

_LADDER = tuple(
    (entry["name"], re.compile(rf"(?<![\w])(?:{entry['pattern']})(?![\w])")) for entry in data("education")["level"]
)
_RUNG = {name: rung for rung, (name, _) in enumerate(_LADDER)}
_NAMED = Lazy(
    lambda: (
        "(?<![\\w])(?:"
        + "|".join(
            f"(?P<l{rung}>{entry['pattern']})"
            for rung, entry in sorted(enumerate(data("education")["level"]), key=lambda pair: -len(pair[1]["pattern"]))
        )
        + ")(?!\\w)"
    )
)
_RUNG_OF_MBO = {1: "vmbo", 2: "mbo-2", 3: "mbo-3", 4: "mbo-4"}
_NUMBERS = r"(?P<{0}>[1-4])(?: ?(?:/|of|-|en) ?(?P<{1}>[1-4]))?(?!\w)"
_NUMBERED = Lazy(
    lambda: (
        rf"(?P<mbo>mbo)\W{{0,3}}(?:[\w-]+ ){{0,4}}?\(?(?P<niveau>niveau[ -]?{_NUMBERS.format('a', 'b')})"
        rf"|mbo[ -]?(?:niveau[ -]?)?{_NUMBERS.format('c', 'd')}|niveau[ -]?{_NUMBERS.format('e', 'f')}"
    )
)
_NURSE = re.compile(r"(?<!\w)hbo-v(?!\w)")
_THINKING = cues("education", "words.thinking")
_ONGOING = cues("education", "words.ongoing")
_EQUAL = Lazy(
    lambda: (
        rf",? ?\(?{cue('education', 'words.equal')}(?: \w+){{0,6}}\)?[ .,;]*$|\(?{cue('education', 'words.equal')}\)?(?=[ ,;.)]|$)"
    )
)
_RELEVANT = cues("education", "words.relevant")
_NEVER = cues("education", "words.never")
_CUE = cues("education", "words.cue")
_NOUN = cue("education", "words.noun")
_FILLER = alternatives(words("education", "words.filler"))
_BARE = Lazy(lambda: rf"(?:{_FILLER}|{_NOUN}|[\s,;:.()/-]|of|en|wo|hbo)*")
_FIELD = cue("education", "words.field")
_OR_HIGHER = re.compile(r"\(?(?:of|en|dan wel) (?:een )?(?:hoger|hogere|meer|hogere opleiding)(?: niveau)?\)?")
_EXAMPLES = cues("subjects", "list.open")
_NEGATION = re.compile(r"(?<!\w)(?:geen|niet|zonder)(?!\w)")


def names_level(low: str) -> bool:
    """Tell whether plain text names a level of education."""
    return any(pattern.search(low) for pattern in (_NAMED, _NUMBERED, _NURSE))


def read_education(text: str) -> Education | None:
    """Return the education that a demand asks, None where it asks none or names no level."""
    low = plain(text)
    if not names_level(low) or _NEVER.search(low) or _NEGATION.search(low):
        return None
    level, spans = _level(low)
    if level is None or not (_CUE.search(low) or _is_bare(low, spans)):
        return None
    thinking = _THINKING.search(low) is not None
    ongoing = _ONGOING.search(low) is not None
    fields, fields_open, equal = _fields(text, low, spans)
    return Education(
        level=level,
        fields=fields,
        or_ongoing=ongoing and not thinking,
        fields_open=fields_open,
        thinking_level=thinking or (equal and not fields),
    )


def _level(low: str) -> tuple[str | None, list[tuple[int, int]]]:
    """Return the lowest level that is named (what "hbo/wo" asks) and where levels stand."""
    spans: list[tuple[int, int]] = []
    found: list[str] = []
    for match in _NUMBERED.finditer(low):
        numbers = [int(match[group]) for group in "abcdef" if match[group]]
        found.append(_RUNG_OF_MBO[min(numbers)])
        spans += [match.span(group) for group in ("mbo", "niveau") if match[group]] or [match.span()]
    for match in _NAMED.finditer(low):
        if any(start <= match.start() < end for start, end in spans):
            continue
        found.append(_LADDER[int((match.lastgroup or "l0")[1:])][0])
        spans.append(match.span())
    found = _bracketed_levels(low, found)
    nurse = _NURSE.search(low)
    if nurse and not found:
        # "HBO-V" is level and field in one; the letter stays behind as the field.
        return "hbo-bachelor", [(nurse.start(), nurse.start())]
    return (min(found, key=_RUNG.__getitem__) if found else None), spans


_WO_BRACKET = re.compile(
    r"(?<![\w-])wo(?:[ -]?(?:niveau|opleiding|diploma|studie|titel))* ?\((?P<bracket>[^()]{0,60}(?:bachelor|master|msc|bsc|doctoraal)[^()]{0,40})\)"
)


def _bracketed_levels(low: str, found: list[str]) -> list[str]:
    """Read "wo (master)" as a master and "wo (bachelor of master)" as a wo-bachelor: the bracket narrows "wo"."""
    match = _WO_BRACKET.search(low)
    if match is None or not set(found) <= {"wo-bachelor", "hbo-bachelor", "master"} or "hbo" in low:
        return found
    return ["wo-bachelor" if re.search(r"bachelor|bsc", match["bracket"]) else "master"]


def _is_bare(low: str, spans: list[tuple[int, int]]) -> bool:
    """Whether the line is not much more than a level: "mbo-4 of hoger", "HBO Rechten"."""
    start = min(span[0] for span in spans)
    return _BARE.fullmatch(low, 0, start) is not None


def _fields(text: str, low: str, spans: list[tuple[int, int]]) -> tuple[tuple[str, ...], bool, bool]:
    """Return the fields, whether others may count, and whether "of gelijkwaardig" stands there."""
    rest, rest_low = list(text), low
    equal = _EQUAL.search(low)
    blanks = [*spans, *(m.span() for m in _OR_HIGHER.finditer(low)), *(m.span() for m in _THINKING.finditer(low))]
    if equal:
        blanks.append(equal.span())
    for start, end in blanks:
        rest[start:end] = " " * (end - start)
        rest_low = rest_low[:start] + " " * (end - start) + rest_low[end:]
    # What is left, without nouns and fillers, is the field.
    relevant = _RELEVANT.search(rest_low) is not None
    pieces: list[tuple[int, int]] = []
    at = 0
    for match in re.finditer(
        rf"{_RELEVANT.pattern}|{_FIELD}|{_NOUN}|{_FILLER}|{_ONGOING.pattern}|(?<!\w)richting(?!\w)", rest_low
    ):
        if match.start() > at:
            pieces.append((at, match.start()))
        at = max(at, match.end())
    pieces.append((at, len(rest_low)))
    literal = "".join(rest)
    names: list[str] = []
    open_list = equal is not None or _EXAMPLES.search(rest_low) is not None
    for start, end in _runs(pieces, rest_low):
        found = subjects_of(literal[start:end], fields=True)
        open_list = open_list or found.open_list
        names += [name for name in map(_field_name, found.names) if name]
    unique = tuple(dict.fromkeys(names))
    if not unique and relevant:
        return ("relevante richting",), True, equal is not None
    if relevant:
        open_list = True
    return unique, open_list and bool(unique), equal is not None


def _runs(pieces: list[tuple[int, int]], low: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end in pieces if re.search(r"[^\W\d_]{2}", low[start:end])]


_EDGE = re.compile(
    r"^(?:of|en|en/of|een|met|op|in|aan|zoals|bijvoorbeeld|bij|bv\.?)(?= |$)|(?:^|(?<= ))(?:of|en|met|op|in|een|te)$",
    re.I,
)


def _field_name(name: str) -> str:
    name = clean(re.sub(r"\s{2,}", " ", re.sub(r"\([^\w()]*\)", " ", name)))
    while _EDGE.search(name):
        name = clean(_EDGE.sub("", name))
    return name if re.search(r"[^\W\d_]{2}", name) else ""
