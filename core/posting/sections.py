"""Headings and the sections under them.

A heading is a short line that says so in known words (`data/headings.toml`); it may itself be wrapped.
Numbered steps of the procedure and task lists get sections of their own, so that they are never taken
for criteria (P11).
"""

import re
from typing import NamedTuple

from core.posting.headings import (
    CRITERIA,
    Kind,
    announced_kind,
    heading_kind,
    normal_heading,
    phrase_kind,
    printed_total,
)
from core.posting.layout import Flow, Line, ends_sentence
from core.posting.markers import marker
from core.posting.points import find_points, is_weight
from core.posting.words import wordset
from core.text.source import key, plain


class Section(NamedTuple):
    """A stretch of the flow under one heading: lines `[first, last)`; the heading takes `[heading, first)`.

    `start`: where the content begins, on the heading's own line where text follows its colon.
    """

    kind: Kind
    heading: int
    first: int
    last: int
    start: int
    end: int
    title: str
    total: float | None = None


class _Heading(NamedTuple):
    kind: Kind
    line: int
    lines: int
    start: int
    """Where the content begins."""
    title: str
    total: float | None


_STEP = re.compile(r"(?:Stap|STAP|Fase|FASE|Ronde|RONDE) \d{1,2}(?: ?[:.-]|$)")
_LONGEST = 110
_LONGEST_EXPLAINED = 170
"""With an explanation in brackets behind it."""
_LONGEST_HEAD = 41
_LONGEST_WRAPPED = 3
_INLINE = frozenset(
    {
        "competencies",
        "planning",
        "workdays",
        "positions",
        "scale",
        "fee",
        "offer",
        "procedure",
        "more",
        "info",
        "organisation",
        "department",
    }
    | {"tasks", "condition", "qa", "availability"}
)
"""Sections whose heading may be followed by text on its own line ("Competenties: klantgericht, flexibel")."""


def sections(flow: Flow, is_label: "frozenset[int]" = frozenset()) -> tuple[Section, ...]:
    """Return the sections of a posting in order, the part before the first heading as "preamble".

    `is_label`: indexes of lines that begin with a label of the header table.
    """
    headings = _headings(flow, is_label)
    missing = _LISTS - {role for heading in headings for role in _ROLES.get(heading.kind, (heading.kind,))}
    if missing:
        headings = _headings(flow, is_label, missing)
    found: list[Section] = []
    count = len(flow.lines)
    first_line = headings[0].line if headings else count
    size = len(flow.source.text)
    found.append(Section("preamble", 0, 0, first_line, 0, _offset(flow, first_line), ""))
    for index, heading in enumerate(headings):
        last = headings[index + 1].line if index + 1 < len(headings) else count
        end = _offset(flow, last) if last < count else size
        found.append(
            Section(
                heading.kind,
                heading.line,
                heading.line + heading.lines,
                last,
                min(heading.start, end),
                end,
                heading.title,
                heading.total,
            )
        )
    return _with_profiles(_with_sub_lists(flow, _resumed(flow, found)))


_REMARKS = frozenset({"info", "condition", "availability", "offer"})


def _resumed(flow: Flow, found: list[Section]) -> list[Section]:
    """Return the sections with each list that a remark interrupts going on behind it (P16).

    "Let op: wie hieraan niet voldoet valt af." between a heading and its list, or between two items, is a remark.
    """
    out: list[Section] = []
    for section in found:
        before = out[-1] if out else None
        line = None
        if before is not None and before.kind in CRITERIA and section.first == section.heading:
            line = _number_line(flow, before, section)
        if before is None or line is None:
            out.append(section)
            continue
        start = _offset(flow, line)
        out.append(section._replace(last=line, end=start))
        out.append(section._replace(kind=before.kind, heading=line - 1, first=line, start=start, title=before.title))
    return out


def _number_line(flow: Flow, before: Section, section: Section) -> int | None:
    """Return the line in an inline section where the numbers of the list before it go on, or begin."""
    numbers = [int(m[1]) for line in flow.lines[before.first : before.last] if (m := _NUMBER.match(line.text))]
    if not numbers and section.kind not in _REMARKS:
        return None
    expected = numbers[-1] + 1 if numbers else 1
    for index in range(section.first + 1, section.last):
        number = _NUMBER.match(flow.lines[index].text)
        if number is not None:
            return index if int(number[1]) == expected else None
    return None


_LISTS = frozenset({"knockout", "award"})
_ROLES = {"mixed": ("knockout", "award")}


def _with_profiles(found: list[Section]) -> tuple[Section, ...]:
    """Take a profile ("Wij vragen") for the knock-outs where the posting has no list of those."""
    kind = "tasks" if any(section.kind in ("knockout", "mixed") for section in found) else "knockout"
    return tuple(section._replace(kind=kind) if section.kind == "profile" else section for section in found)


_SUB_LISTS = frozenset(
    {"profile", "competencies", "procedure", "availability", "info", "workdays", "planning", "offer", "weights"}
)
"""Headings that may also sort a list of criteria: "Kennis en ervaring", "Competenties", "Gesprekkenronde"."""
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_CHAPTER = re.compile(r"(\d{1,2})(?:[.)]\s|\.\d{1,2}\b)")


def _with_sub_lists(flow: Flow, found: list[Section]) -> list[Section]:
    """Return the sections with those that go on with a list of criteria as such (P16: none is dropped).

    A heading inside the list only sorts it: nothing stood above it yet, its lines have points of their own, or
    their numbers run on.
    """
    out: list[Section] = []
    for section in found:
        before = out[-1] if out else None
        listed = before is not None and section.kind in _SUB_LISTS and before.kind in CRITERIA | {"weights"}
        if before is not None and listed and _goes_on(flow, before, section):
            section = section._replace(kind=before.kind)
        out.append(section)
    return out


def _goes_on(flow: Flow, before: Section, section: Section) -> bool:
    if before.first >= before.last and section.kind in ("profile", "competencies"):
        return True
    scored = _scored_lines(flow, section)
    if before.kind != "knockout" and scored >= (2 if section.kind == "procedure" else 1):
        return True
    return section.kind in ("profile", "availability", "info") and _runs_on(flow, before, section)


def _scored_lines(flow: Flow, section: Section) -> int:
    """Return how many lines of a section end with points."""
    count = 0
    for line in flow.lines[section.first : section.last]:
        low = plain(line.text)
        hits = find_points(low)
        count += bool(hits) and not low[hits[-1].end :].strip(" ;.,)")
    return count


def _runs_on(flow: Flow, before: Section, section: Section) -> bool:
    """Return whether the numbers of a section go on where those of the section before it end."""
    last = [int(m[1]) for line in flow.lines[before.first : before.last] if (m := _NUMBER.match(line.text))]
    first = _NUMBER.match(flow.lines[section.first].text) if section.first < section.last else None
    return bool(last) and first is not None and int(first[1]) == last[-1] + 1


def with_stops(flow: Flow, found: tuple[Section, ...]) -> Flow:
    """Return the flow, knowing where its headings keep sentences apart."""
    stops = {offset for section in found[1:] for offset in (_offset(flow, section.heading), section.start)}
    return flow._replace(stops=tuple(sorted(stops)))


def _offset(flow: Flow, line: int) -> int:
    return flow.lines[line].start if line < len(flow.lines) else len(flow.source.text)


def _headings(flow: Flow, is_label: "frozenset[int]", announced: "frozenset[Kind]" = frozenset()) -> list[_Heading]:
    """Return the headings in order; `announced`: the lists that may be announced in words of their own."""
    found: list[_Heading] = []
    in_lists = False
    chapter = last = 0
    index = 0
    while index < len(flow.lines):
        heading = _heading(flow, index, frozenset() if in_lists else is_label)
        number = _NUMBER.match(flow.lines[index].text)
        follows = number is not None and chapter > 0 and int(number[1]) == chapter + 1
        if heading is None and number is not None and follows and (last != chapter or _restarts(flow, index + 1)):
            heading = _chapter(flow, index, number.end())
        if heading is None and announced:
            heading = _announcement(flow, index, announced)
        if heading is None and found and found[-1].kind in CRITERIA and found[-1].title.isupper():
            heading = _shouted(flow, index)
        last = int(number[1]) if number is not None else 0 if _is_listed(flow.lines[index].text) else last
        if heading is None:
            index += 1
            continue
        found.append(heading)
        numbered = _CHAPTER.match(heading.title)
        chapter = int(numbered[1]) if numbered else chapter
        last = chapter if heading.kind in CRITERIA else 0
        in_lists = in_lists or heading.kind in CRITERIA
        index += max(1, heading.lines)
    return found


_INTRO_LINES = 3


def _announcement(flow: Flow, index: int, announced: "frozenset[Kind]") -> _Heading | None:
    """Read a line right above a list as its heading, where it tells in words of its own which list that is.

    A sentence or two may stand between ("Mis je \u00e9\u00e9n van deze punten, dan heeft reageren geen zin.").
    """
    line = flow.lines[index]
    if _is_listed(line.text) or (index and _hangs(flow, index)):
        return None
    kind = announced_kind(line.text)
    if kind not in announced:
        return None
    for following in flow.lines[index + 1 : index + 2 + _INTRO_LINES]:
        if _is_listed(following.text) or _is_bare_list(flow, following):
            return _Heading(kind, index, 1, line.end, line.text, printed_total(line.text))
        if heading_kind(following.text) is not None:
            return None
    return None


def _is_bare_list(flow: Flow, line: Line) -> bool:
    """Return whether a list without marks begins here: two lines of their own, each closed, or the second a weight."""
    at = flow.line_at(line.start)
    both = flow.lines[at : at + 2]
    return len(both) == 2 and _is_closed(both[0]) and (_is_closed(both[1]) or is_weight(plain(both[1].text)))


def _is_closed(line: Line) -> bool:
    ended = line.text.endswith((";", ".")) and len(line.text) <= _LONGEST_ITEM
    return line.hard and line.text[0].isupper() and ended


_LONGEST_ITEM = 240


def _is_listed(text: str) -> bool:
    mark = marker(text)
    return bool(mark.bullet or mark.number or mark.letter or mark.role)


def _restarts(flow: Flow, index: int) -> bool:
    """Return whether a list begins on this line with "1."."""
    number = _NUMBER.match(flow.lines[index].text) if index < len(flow.lines) else None
    return number is not None and number[1] == "1"


def _shouted(flow: Flow, index: int) -> _Heading | None:
    """Read a line in capitals above a list as the end of a list whose heading was in capitals too ("WAT BIEDEN WE")."""
    line = flow.lines[index]
    above_a_list = index + 1 < len(flow.lines) and _is_listed(flow.lines[index + 1].text)
    if not above_a_list or not line.text.isupper() or " " not in line.text or _is_listed(line.text):
        return None
    if line.text.endswith((";", ".", ",")):
        return None
    return _Heading("info", index, 1, line.end, line.text, None)


def _chapter(flow: Flow, index: int, body: int) -> _Heading | None:
    """Read "5. Competenties" behind the list of "4. Wensen": its number goes on with the headings, not with the list."""
    line = flow.lines[index]
    title = line.text[body:]
    kind = phrase_kind(title) if title[0].isupper() and not title.endswith((";", ",", ".")) else None
    return None if kind is None else _Heading(kind, index, 1, line.end, line.text, None)


def _heading(flow: Flow, index: int, is_label: "frozenset[int]") -> _Heading | None:
    line = flow.lines[index]
    text = line.text
    longest = _LONGEST_EXPLAINED if "(" in text[:_LONGEST_HEAD] else _LONGEST
    if not (text[0].isalnum() or text[0] in "*\"'") or (len(text) > longest and ":" not in text[:_LONGEST_HEAD]):
        return None
    if _STEP.match(text):
        return _Heading("step", index, 1, line.start, text, None)
    mark = marker(text)
    if (mark.role and mark.number) or (index and _hangs(flow, index)):
        return None
    joined = text
    best: _Heading | None = None
    for extra in range(_LONGEST_WRAPPED):
        if extra:
            following = index + extra
            if following >= len(flow.lines) or (flow.lines[following].hard and not _open_tail(joined)):
                break
            joined += " " + flow.lines[following].text
        if len(joined) > longest:
            break
        kind = heading_kind(joined)
        if kind is not None:
            end = flow.lines[index + extra].end
            best = _Heading(kind, index, extra + 1, end, joined, printed_total(joined))
    if best is None:
        return None if index in is_label else _with_text_behind(flow, index)
    following = index + best.lines
    if following < len(flow.lines) and not flow.lines[following].hard and flow.lines[following].text[0].islower():
        return None
    if best.kind in wordset("headings", "labels.ambiguous") and _is_pair(flow, following, is_label):
        return None
    return best


def _open_tail(joined: str) -> bool:
    """Return whether a heading plainly goes on: an open bracket, "te beoordelen door"."""
    return joined.count("(") > joined.count(")") or key(joined).endswith(
        (" door", "beoordelen", " te", " en", "/", " -")
    )


def _hangs(flow: Flow, index: int) -> bool:
    """Return whether the line before is cut in mid-sentence, so that this one goes on with it."""
    before, line = flow.lines[index - 1], flow.lines[index]
    if ends_sentence(before.text):
        return False
    return line.text[0].islower() and not line.text.endswith(":") and not line.hard


def _with_text_behind(flow: Flow, index: int) -> _Heading | None:
    """Read "Competenties: klantgericht, …": a heading with its text on the same line."""
    line = flow.lines[index]
    head, colon, rest = line.text.partition(":")
    if not colon or not rest.strip() or len(head) >= _LONGEST_HEAD or not head[0].isupper():
        return None
    normal = normal_heading(head)
    kind = phrase_kind(head)
    if kind not in _INLINE:
        kind = next(
            (role for role in ("knockout", "award") if normal in wordset("headings", f"before_text.{role}")), None
        )
    if kind is None:
        return None
    return _Heading(kind, index, 0, line.start + len(head) + 1, head, None)


def _is_pair(flow: Flow, following: int, is_label: "frozenset[int]") -> bool:
    """Return whether the line after a would-be heading is the value of a label: short, and a label follows it."""
    if following + 1 >= len(flow.lines):
        return False
    value = flow.lines[following]
    return len(value.text) <= 60 and not ends_sentence(value.text) and following + 1 in is_label
