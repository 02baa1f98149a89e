"""Questions with their answers, and what the buyer changes by them (P10).

A change is carried out only where it plainly says what the criterion becomes ("eis 3 wordt minimaal
2 jaar", "knock-out 4 vervalt"); otherwise it is told, and the criterion stays as it was printed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from core.posting.criteria import Drawn
from core.posting.layout import Flow, sentence_at
from core.posting.points import find_points
from core.posting.words import pattern, wordlist
from core.text.durations import Duration, find_durations
from core.text.source import fold, plain


class Answered(NamedTuple):
    """A question and its answer, at `[start, end)` of the flow; `reply` is where the answer begins."""

    start: int
    reply: int
    end: int


class Change(NamedTuple):
    """What the buyer changes: the criterion's id (None where it can't be told which), and how.

    `dropped`: it no longer holds. `text`, `points`: what replaces the criterion's; both None: it is only told.
    """

    criterion: str | None
    dropped: bool
    text: str | None
    points: float | None
    start: int
    end: int


_QUESTION = re.compile(
    r"(?<![A-Za-z])(?:Vraag|VRAAG)(?: ?(?:nr\.? ?|nummer )?\d{1,3})?(?: (?:is|luidt))? ?[:.)-] ?|(?<=\n)(?:V|Q)\d{0,2} ?[:.] ?"
)
_REPLY = re.compile(
    r"A(?:(?<![A-Za-z]A)(?:ntwoord|NTWOORD)(?: ?(?:nr\.? ?|nummer )?\d{1,3})?(?: op vraag \d{1,3})? ?[:.)-] ?|(?<=\nA)\d{0,2} ?[:.] ?)"
)


_SHORT_REPLY = re.compile(r"\nA\d{0,2} ?[:.]")
_LONGEST_ANSWER = 1500
_MOST_CHANGES = 100


def find_answers(flow: Flow) -> tuple[Answered, ...]:
    """Return the questions that are answered in the posting ("Vraag: … Antwoord: …")."""
    text = flow.source.text
    if "ntwoord" not in text and "ANTWOORD" not in text and not _SHORT_REPLY.search(text):
        return ()
    replies = list(_REPLY.finditer(text))
    if not replies:
        return ()
    questions = list(_QUESTION.finditer(text))
    found: list[Answered] = []
    starts = [question.start() for question in questions]
    at = 0
    for index, reply in enumerate(replies):
        latest = bisect_left(starts, reply.start()) - 1
        if latest < 0 or starts[latest] < at:
            continue
        following = bisect_right(starts, reply.end())
        end = min(
            starts[following] if following < len(starts) else len(text),
            replies[index + 1].start() if index + 1 < len(replies) else len(text),
            _after(flow.stops, reply.end(), len(text)),
            reply.end() + _LONGEST_ANSWER,
        )
        found.append(Answered(questions[latest].end(), reply.end(), end))
        at = end
    return tuple(found)


def _after(stops: tuple[int, ...], offset: int, otherwise: int) -> int:
    index = bisect_right(stops, offset)
    return stops[index] if index < len(stops) else otherwise


@cache
def _named() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{kind}>{'|'.join(wordlist('answers', kind))})" for kind in ("knockout", "award", "either"))
    return re.compile(
        rf"\b(?:{groups})s? ?(?:nr\.? ?|nummer )?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?![\d%]| (?:jaar|maanden|uur|punten|pagina))|\b(?P<code>[ka])(?P<of_code>\d{{1,2}})\b"
    )


def find_changes(flow: Flow, criteria: tuple[Drawn, ...], answers: tuple[Answered, ...]) -> tuple[Change, ...]:
    """Return what the text outside the criteria changes in them, in order."""
    found: list[Change] = []
    if not criteria or not (answers or pattern("answers", "signs").search(flow.low)):
        return ()
    inside = [(one.start, one.end) for one in criteria]
    for match in _named().finditer(flow.low):
        if any(start <= match.start() < end for start, end in inside):
            continue
        if len(found) >= _MOST_CHANGES:
            break
        answered = _answered_at(answers, match.start())
        asked = answered is not None and match.start() < answered.reply
        target = _target(match, criteria)
        if asked and answered is not None:
            change = _granted(flow, match, answered, target, criteria)
        else:
            change = _told(flow, match, target, criteria)
        if change is not None:
            found.append(change)
    return tuple(_once(found))


def _answered_at(answers: tuple[Answered, ...], offset: int) -> Answered | None:
    index = bisect_right(answers, offset, key=lambda one: one.start) - 1
    return answers[index] if index >= 0 and offset < answers[index].end else None


def _once(changes: Iterable[Change]) -> Iterable[Change]:
    """Keep one change where a question and its answer both name the criterion: the one that says what it becomes."""
    kept: list[Change] = []
    for change in changes:
        same = next(
            (
                one
                for one in kept
                if one.criterion == change.criterion and one.start < change.end and change.start < one.end
            ),
            None,
        )
        if same is None:
            kept.append(change)
        elif not (same.dropped or same.text or same.points is not None):
            kept[kept.index(same)] = change
    return kept


def _target(match: re.Match[str], criteria: tuple[Drawn, ...]) -> Drawn | None:
    number = match["number"] or match["of_code"]
    code = match["code"]
    fits = [one for one in criteria if one.number == number]
    if match["knockout"] or code == "k":
        fits = [one for one in fits if one.kind == "knockout"]
    elif match["award"] or code == "a":
        fits = [one for one in fits if one.kind == "award"]
    return fits[0] if len(fits) == 1 else None


_READS = re.compile(
    r" (?:is|wordt|zijn|worden) (?:hierbij |hiermee |inmiddels )?(?:gewijzigd|aangepast|bijgesteld|gecorrigeerd)[.;:,]? "
    r"(?:(?:de|deze|het|dit) (?:nieuwe |aangepaste |gewijzigde )?(?:[\w-]+ )?|en )(?:luidt|wordt|is)(?: nu| voortaan| als volgt| hiermee| dan){0,2} ?:? ?(?=[\"'\u2018\u201c]?\w)"
)
_WHOLE_LINE = 5
"""Words: so many make a criterion of their own."""


def _told(flow: Flow, match: re.Match[str], target: Drawn | None, criteria: tuple[Drawn, ...]) -> Change | None:
    begin, end = sentence_at(flow, match.start(), match.end())
    reads = _READS.match(flow.low, match.end())
    if reads:
        # "Eis 2 is gewijzigd. De eis luidt nu: …": what it becomes stands in the next sentence.
        end = sentence_at(flow, reads.end(), reads.end() + 1)[1]
    behind = flow.low[match.end() : min(end, match.end() + 220)]
    if target is None and not any(one.number == (match["number"] or match["of_code"]) for one in criteria):
        return None
    name = target.id if target else None
    if re.match(rf".{{0,40}}?(?:{pattern('answers', 'dropped').pattern})", behind):
        return Change(name, dropped=target is not None, text=None, points=None, start=begin, end=end)
    found = pattern("answers", "changed").search(behind)
    if not reads and (found is None or found.start() > 40):
        return None
    new = flow.prose[reads.end() if reads else match.end() + (found.end() if found else 0) : end]
    if not reads and not _says_what(plain(new)):
        return None
    text = changed_text(target.graded.text, new) if target else None
    if reads and target and text is None and len(new.split()) >= _WHOLE_LINE and new.lstrip()[:1].isupper():
        text = fold(new).strip(" .;,")
    hits = find_points(plain(new)) if target and target.kind == "award" else ()
    points = hits[0].value if len(hits) == 1 and text is None else None
    return Change(name, dropped=False, text=text, points=points, start=begin, end=end)


def _says_what(new: str) -> bool:
    """Return whether the words behind "wordt" name a value of a criterion, and aren't about the procedure."""
    return bool(re.search(r"\d|\"|'|\b(?:mbo|hbo|wo)\b|\b(?:een|twee|drie|vier|vijf|zes) jaar\b", new))


def _granted(
    flow: Flow, match: re.Match[str], answered: Answered, target: Drawn | None, criteria: tuple[Drawn, ...]
) -> Change | None:
    """Read a question about a criterion whose answer says yes, or says itself what the criterion becomes."""
    reply = flow.low[answered.reply : answered.end].strip()
    if target is None and not any(one.number == (match["number"] or match["of_code"]) for one in criteria):
        return None
    name = target.id if target else None
    if re.match(rf".{{0,60}}?(?:{pattern('answers', 'dropped').pattern})", reply):
        return Change(name, dropped=target is not None, text=None, points=None, start=answered.start, end=answered.end)
    question = flow.low[answered.start : answered.reply]
    if pattern("answers", "grants").match(reply) and pattern("answers", "asks_leave").search(question):
        return Change(name, dropped=False, text=None, points=None, start=answered.start, end=answered.end)
    return None


def changed_text(old: str, new: str) -> str | None:
    """Return a criterion's text with what `new` says put in, None where it isn't plain what that would be."""
    quoted = re.search(r"[\"'](?P<text>[^\"']{15,400})[\"']", new)
    if quoted:
        return fold(quoted["text"]).strip(" .;,")
    durations = find_durations(new)
    if durations:
        return _with_durations(old, new, durations)
    level = pattern("answers", "level")
    offered, wanted = list(level.finditer(plain(new))), list(level.finditer(plain(old)))
    if len(offered) == 1 and len(wanted) == 1:
        return fold(old[: wanted[0].start()] + new[offered[0].start() : offered[0].end()] + old[wanted[0].end() :])
    return None


def _with_durations(old: str, new: str, durations: tuple[Duration, ...]) -> str | None:
    """Put a new length, a new window or both where the old ones stand; None where it isn't plain which is which."""
    pairs: list[tuple[Duration, Duration]] = []
    for kind in (True, False):
        told = [one for one in durations if _is_window(new, one) == kind]
        places = [one for one in find_durations(old) if _is_window(old, one) == kind]
        if len(told) > 1 or (told and len(places) != 1):
            return None
        pairs.extend((places[0], one) for one in told)
    for place, one in sorted(pairs, key=lambda pair: -pair[0].start):
        written = fold(new[one.number_start : one.end]).rstrip(".")
        old = f"{old[: place.number_start]}{written} {old[place.end :].lstrip()}"
    return fold(old)


def _is_window(text: str, duration: Duration) -> bool:
    return duration.ago or pattern("answers", "window").search(plain(text[: duration.number_start])[-40:]) is not None
