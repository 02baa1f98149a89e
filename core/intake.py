"""What a received text is, told at a glance: a posting, a candidate, an answer, or nothing that can be read.

`recognise` weighs cues (`intake.toml`) on the beginning of a text; it reads nothing. `require_posting` and
`require_candidate` refuse what can't be what it was sent as, with a Dutch sentence that says what to do
next. All three are linear, and need at most a tenth of a second for any text.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from core.errors import DataProblem, TextProblem
from core.text.dates import find_periods
from core.text.durations import find_durations
from core.text.hours import find_hours
from core.text.languages import is_foreign
from core.text.money import find_amounts
from core.text.source import LONGEST, plain, source
from core.text.vocabulary import one_of
from core.texts import say

Kind = Literal[
    "posting", "candidate", "answer", "empty", "binary", "too_long", "foreign", "two_postings", "link", "unknown"
]

_HEAD = 60_000
"""Characters on which a text is judged."""
_FACTS_HEAD = 8_000
"""Characters in which facts about a person are looked for."""
_POSTING = 5
"""Score from which a text is a posting, unless it is more of a candidate."""
_CANDIDATE = 3
"""Score, or number of facts, from which a text is a candidate."""
_ANSWER_WORDS = 40
_ANSWER_LENGTH = 400


class Recognition(NamedTuple):
    """What a text is, what counts for a posting and for a candidate, and the cues behind both scores."""

    kind: Kind
    posting: int = 0
    candidate: int = 0
    why: tuple[str, ...] = ()


class _Cue(NamedTuple):
    """A line that begins with a label, a heading or an inline criterion; `value` is what follows, or the next line."""

    group: str
    words: str
    value: str


class _Page(NamedTuple):
    canonical: str
    low: str
    words: list[str]
    cues: tuple[_Cue, ...]


def recognise(text: str) -> Recognition:
    """Return what `text` (as received) is; exactly one kind for any text."""
    unreadable = _unreadable(text)
    return Recognition(unreadable) if unreadable is not None else _recognise(_page(text))


def require_posting(text: str) -> None:
    """Return where `text` can be read as one posting; `TextProblem` where it can't.

    Codes: empty, binary, too_long, link, foreign, two_postings, candidate_instead, no_criteria, no_posting.
    """
    unreadable = _unreadable(text)
    if unreadable is not None:
        raise _problem("posting", unreadable, text)
    page = _page(text)
    kind = _recognise(page).kind
    if kind != "posting":
        code = {"candidate": "candidate_instead", "answer": "no_posting", "unknown": "no_posting"}.get(kind, kind)
        raise _problem("posting", code, text)
    if not _has_criteria(page):
        raise _problem("posting", "no_criteria", text)


def require_candidate(text: str) -> None:
    """Return where `text` can be read as a candidate, three hasty words included; `TextProblem` where it can't.

    Codes: empty, binary, too_long, link, posting_instead, no_candidate. Other languages are read.
    """
    found = recognise(text)
    if found.kind in ("posting", "two_postings") or (found.kind == "foreign" and found.posting >= _POSTING):
        raise _problem("candidate", "posting_instead", text)
    if found.kind in ("empty", "binary", "too_long", "link"):
        raise _problem("candidate", found.kind, text)
    if not found.candidate and not _NAME.search(text[:_FACTS_HEAD]):
        raise _problem("candidate", "no_candidate", text)


def _recognise(page: _Page) -> Recognition:
    posting, candidate = _posting_cues(page), _candidate_cues(page)
    for_posting, for_candidate = max(0, sum(posting.values())), sum(candidate.values())
    is_posting = for_posting >= _POSTING and for_posting > for_candidate
    # A posting is full of such facts: they tell nothing there.
    facts = () if is_posting else _facts(page)
    is_candidate = for_candidate >= _CANDIDATE or len(facts) >= _CANDIDATE
    why = (*(cue for cue, score in {**posting, **candidate}.items() if score), *facts)
    return Recognition(
        _kind(page, is_posting=is_posting, is_candidate=is_candidate), for_posting, for_candidate + len(facts), why
    )


def _has_criteria(page: _Page) -> bool:
    """Tell whether anything may be a criterion: a heading over some, "Eis:", or a demand in a sentence."""
    return _has(page, "knockout") or _has(page, "award") or _has(page, "inline") or _is_demand(page.low)


def _problem(due: str, code: str, text: str) -> TextProblem:
    values = {"length": _thousands(len(text)), "limit": _thousands(LONGEST)} if code == "too_long" else {}
    return TextProblem(code, say(f"intake.{due}.{code}", **values))


def _thousands(count: int) -> str:
    return f"{count:_}".replace("_", ".")


# What can't be read at all

_VISIBLE = re.compile(r"[^\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd-\uffff\ud800-\udfff]")
_FILE = re.compile(r"\s{0,4}(?:%PDF-|PK\x03\x04|\{\\rtf|\x89PNG|GIF8|\xff\xd8\xff|JVBERi0|UEsDB)")
_URL = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(
    r"\b[A-Z]\.\s?(?:[A-Z]\.|(?:van|de|der|den|el|ten|ter)\s|[A-Z][a-z]+)"
    r"|\b[A-Z][a-z]{1,20} (?:(?:van|de|der|den|el|ten|ter) ){0,2}[A-Z][a-z]{1,20}\b"
)


def _unreadable(text: str) -> Kind | None:
    if _VISIBLE.search(text) is None:
        return "empty"
    if _is_binary(text):
        return "binary"
    if len(text) > LONGEST:
        return "too_long"
    if len(text) < 4_000 and _URL.search(text) and len(_WORD.findall(_URL.sub(" ", text))) <= 3:
        return "link"
    return None


def _is_binary(text: str) -> bool:
    if "\x00" in text or _FILE.match(text):
        return True
    middle = len(text) // 2
    sample = text[:10_000] + text[middle : middle + 10_000] + text[-10_000:]
    return len(_CONTROL.findall(sample)) > max(2, len(sample) // 100)


# What is weighed: lines with what each begins as, and words


_BULLETS = "\u2022*>#|- "
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)]\s{0,4}|\s{1,4})")
_BLANKS = re.compile(r"\s+")


def _page(text: str) -> _Page:
    # A tab stands between a label and its value, or between two pairs: each column is a line here.
    canonical = source(text[:_HEAD].replace("\t", "\n"), "text").text
    low = plain(canonical)
    return _Page(canonical, low, _WORD.findall(low), tuple(_line_cues(low)))


def _line_cues(low: str) -> Iterator[_Cue]:
    lines = [line for written in low.split("\n") if (line := _BLANKS.sub(" ", written).strip())]
    labels, headings, inline = _label_pattern(), _heading_pattern(), _inline_pattern()
    for index, line in enumerate(lines):
        start = len(line) - len(line.lstrip(_BULLETS))
        is_listed = start > 0 and "#" not in line[:start]
        number = _NUMBER.match(line, start)
        start = number.end() if number else start
        label = labels.match(line, start)
        if label is not None:
            following = lines[index + 1] if index + 1 < len(lines) else ""
            for group in _LABELS[_BLANKS.sub(" ", label[1])]:
                yield _Cue(group, label[1], line[label.end() :].strip(" :") or following)
        if inline.match(line, start):
            yield _Cue("inline", line[start:], "")
        elif not is_listed and line[-1] not in ".;,":
            heading = headings.fullmatch(line, start)
            if heading is not None:
                yield from (_Cue(group, heading[1], "") for group in _HEADINGS[_BLANKS.sub(" ", heading[1])])
        if line[start:].rstrip(": ") in _CV_HEADINGS:
            yield _Cue("cv", line[start:].rstrip(": "), "")


@cache
def _data() -> Mapping[str, Any]:
    path = Path(__file__).with_name("intake.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataProblem(f"{path.name}: {error}") from error


def _groups(words: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """Turn group → words into word → groups."""
    found: dict[str, list[str]] = {}
    for group, members in words.items():
        for word in members:
            found.setdefault(word, []).append(group)
    return found


_POSTING_DATA, _CRITERIA, _CANDIDATE_DATA = _data()["posting"], _data()["criteria"], _data()["candidate"]
_LABELS = _groups(
    {**{name: _POSTING_DATA[name] for name in ("labels", "closing", "numbered")}, "person": _CANDIDATE_DATA["labels"]}
)
_HEADINGS = _groups({name: _CRITERIA[name] for name in ("knockout", "award")})
_CV_HEADINGS = frozenset(_CANDIDATE_DATA["headings"])
_FACTS: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in _data()["facts"].items()}
_FIRST_PERSON = frozenset(_CANDIDATE_DATA["first_person"])
_SINCE = tuple(_CANDIDATE_DATA["since"])
_POINTS = re.compile(r"\d\s{0,3}(?:punten|punt|pt|pnt)\b|\bweging\b\W{0,3}\d|\d\s?%\W{0,3}weging")
_TOKEN = re.compile(r"[^\s,;:()/]+")


@cache
def _label_pattern() -> re.Pattern[str]:
    return re.compile(rf"({one_of(_LABELS)})")


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(rf"({one_of(_HEADINGS)}).{{0,80}}")


@cache
def _inline_pattern() -> re.Pattern[str]:
    return re.compile(rf"{one_of(_CRITERIA['inline'])}\s?\d{{0,2}}\s?:\s?\S")


@cache
def _demand_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{one_of(_CRITERIA['demands'])}[^.;]{{0,90}}?{one_of(_CRITERIA['matters'])}|werk- en denkniveau"
    )


@cache
def _answer_pattern() -> re.Pattern[str]:
    return re.compile(one_of(_data()["answer"]["begins"]))


def _has(page: _Page, group: str) -> bool:
    return any(cue.group == group for cue in page.cues)


def _count(page: _Page, group: str) -> int:
    return len({cue.words for cue in page.cues if cue.group == group})


def _is_demand(low: str) -> bool:
    return _demand_pattern().search(low) is not None


def _speaks_of_self(page: _Page) -> bool:
    return sum(word in _FIRST_PERSON for word in page.words[:1_500]) >= 2


def _posting_cues(page: _Page) -> dict[str, int]:
    found = {
        "closing": 3 * _has(page, "closing"),
        "number": 2 * _has(page, "numbered"),
        "labels": min(4, _count(page, "labels")),
        "buyer's words": min(4, sum(word in page.low for word in _POSTING_DATA["words"])),
        "addressing": min(4, sum(word in page.low for word in _POSTING_DATA["addressing"])),
        "inline criteria": 5 * _has(page, "inline"),
    }
    if not _speaks_of_self(page):
        found["seeking"] = 4 * (
            any(word in page.low[:600] for word in _POSTING_DATA["seeking"]) and not _seeks_work(page)
        )
        found["demand"] = int(_is_demand(page.low))
    by_buyer = any(score for cue, score in found.items() if cue != "demand")
    found["knock-outs"] = 3 * _has(page, "knockout")
    found["awards"] = 2 * _has(page, "award")
    found["points"] = 2 * (_POINTS.search(page.low) is not None)
    if not by_buyer and any(found.values()):
        # Criteria without a word of the buyer stand in many a bid as well.
        found["criteria alone"] = -3
    return found


def _candidate_cues(page: _Page) -> dict[str, int]:
    periods = [
        hit
        for hit in find_periods(page.canonical[:_FACTS_HEAD])
        if not hit.bare and hit.start is not None and not hit.text.lower().startswith(_SINCE)
    ]
    return {
        "title": 2 * any(word in page.low[:2_000] for word in _CANDIDATE_DATA["titles"]),
        "headings": min(4, _count(page, "cv")),
        "personal": min(3, _count(page, "person")),
        "answering": 3 * any(word in page.low for word in _CANDIDATE_DATA["answering"]),
        "first person": 3 * _speaks_of_self(page),
        "seeks work": 3 * _seeks_work(page),
        "periods": 2 * min(5, len(periods)),
    }


def _seeks_work(page: _Page) -> bool:
    return any(phrase in page.low for phrase in _CANDIDATE_DATA["seeks_work"])


def _facts(page: _Page) -> tuple[str, ...]:
    """Return the kinds of facts about a person that the text holds."""
    text, low = page.canonical[:_FACTS_HEAD], page.low[:_FACTS_HEAD]
    words = set(_TOKEN.findall(low))
    # "mbo-4", "gem."
    words |= {word.split("-")[0].strip(".'") for word in words}
    found = [name for name, known in _FACTS.items() if _names_one(low, words, name, known)]
    if any(hit.start is not None for hit in find_periods(text)):
        found.append("period")
    if find_durations(text):
        found.append("duration")
    if find_amounts(text):
        found.append("rate")
    if find_hours(text) is not None:
        found.append("hours")
    return tuple(found)


def _names_one(low: str, words: set[str], name: str, known: frozenset[str]) -> bool:
    if name == "role":  # the tail of many a word: "klachtenfunctionaris"
        return any(role in low for role in known)
    return not words.isdisjoint(known) or any(" " in phrase and phrase in low for phrase in known)


def _kind(page: _Page, *, is_posting: bool, is_candidate: bool) -> Kind:
    if is_foreign(page.words):
        return "candidate" if is_candidate and not is_posting else "foreign"
    if is_posting:
        return "two_postings" if _are_two(page) else "posting"
    is_short = len(page.words) <= _ANSWER_WORDS and len(page.low) <= _ANSWER_LENGTH
    if is_short and (not is_candidate or _answer_pattern().match(page.low.lstrip())):
        return "answer"
    return "candidate" if is_candidate else "unknown"


_REFERENCE = re.compile(r"[a-z0-9./_-]*\d[a-z0-9./_-]*")


def _are_two(page: _Page) -> bool:
    """Tell whether a second posting follows the first: a header of its own, then knock-outs of its own.

    The same number again is the same posting; a header without knock-outs is one of a list of other assignments.
    """
    numbers: set[str] = set()
    closings: set[str] = set()
    has_criteria_before = is_second = False
    for group, _, value in page.cues:
        if group == "numbered":
            number = _REFERENCE.search(value)
            known = len(numbers)
            numbers |= {number[0]} if number else set()
            is_second = has_criteria_before and 0 < known < len(numbers)
        elif group == "closing":
            known = len(closings)
            closings.add(value)
            # With one number in the whole text, another date is an extension of it.
            is_second = is_second or (has_criteria_before and not numbers and 0 < known < len(closings))
        elif group in ("knockout", "inline"):
            if is_second:
                return True
            has_criteria_before = True
    return False
