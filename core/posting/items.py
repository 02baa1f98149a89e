"""Lists of criteria: which lines begin an item, and where it ends (P1, P12).

A list is numbered, bulleted, lettered, marked with "Eis:" and "Wens:", closed by weights ("Weging: 10 %"), or
has no marks at all; what a wrapped line happens to begin with ("10.", "5 jaar") begins no item.
"""

import re
from typing import NamedTuple

from core.posting.headings import heading_kind
from core.posting.layout import Flow, Line, continues, ends_sentence
from core.posting.markers import Marker, Role, has_bullet, marker
from core.posting.points import find_points, is_weight, points_alone
from core.posting.sections import Section
from core.posting.tiers import find_bands
from core.posting.words import pattern, wordlist, wordset
from core.text.source import key, plain


class Item(NamedTuple):
    """An item of a list at `[start, end)`; its text begins at `body`. `number` None: unnumbered, to be counted.

    `role`: what the line itself says it is ("Wens:"). `weight`: the line of points that belongs to it, by its offsets.
    """

    number: str | None
    role: Role | None
    start: int
    body: int
    end: int


def items(flow: Flow, section: Section) -> tuple[Item, ...]:
    """Return the items of a section of criteria, in order."""
    lines = list(range(section.first, section.last))
    if not lines:
        return ()
    if section.first == section.heading:
        return _on_one_line(flow, section)
    marks = {index: marker(flow.lines[index].text) for index in lines}
    if _TABLE_HEAD.match(flow.lines[lines[0]].text):
        marks.update({index: mark for index in lines[1:] if (mark := _in_first_column(flow.lines[index].text))})
        lines = lines[1:] or lines
    if sum(1 for mark in marks.values() if mark.role) >= 1 and not _numbers(flow, lines, marks):
        starts = [index for index in lines if marks[index].role]
        return _cut(flow, section, starts, marks)
    starts = _numbers(flow, lines, marks)
    if starts:
        return _cut(flow, section, starts, marks)
    weighted = [index for index in lines if _is_weight_line(flow, index)]
    bulleted = any(mark.bullet for mark in marks.values())
    if (len(weighted) >= 2 or (weighted and not bulleted)) and not _beside_bullets(lines, weighted, marks):
        return _weighted(flow, lines, weighted)
    for kind in (_first_kind(lines, marks), "bullet", "letter"):
        starts = [index for index in lines if _is_top(flow, index, marks[index], kind)]
        if starts and kind == "bullet":
            starts = sorted({*starts, *(i for i in lines if i > starts[0] and _lost_its_mark(flow, i, marks[i]))})
            if starts[0] > lines[0] and flow.lines[starts[0] - 1].text.endswith(";"):
                starts.insert(0, lines[0])
        if starts and kind:
            return _with_lead(flow, section, starts, marks)
    return _unmarked(flow, lines)


_TABLE_HEAD = re.compile(r"(?:nr\.?|nummer|no\.?|#|code)\s(?:\w+[\s/]?){1,4}$", re.IGNORECASE)
_FIRST_COLUMN = re.compile(r"(?P<number>\d{1,2})\s(?=[A-Z])")


def _in_first_column(text: str) -> Marker | None:
    """Return the number that a row of a table begins with; tabs that became blanks leave no mark behind it."""
    number = _FIRST_COLUMN.match(text)
    return Marker(False, number["number"], "", None, number.end()) if number else None


_BETWEEN_ITEMS = re.compile(r";\s|\n(?=[-\u2022*] ?\S|\d{1,2}[.)] )")


def _on_one_line(flow: Flow, section: Section) -> tuple[Item, ...]:
    """Return what follows the heading's colon, cut at its semicolons and at the list below it."""
    text = flow.source.text
    cuts = [match.start() for match in _BETWEEN_ITEMS.finditer(text, section.start, section.end)]
    found: list[Item] = []
    for start, end in zip([section.start, *(cut + 1 for cut in cuts)], [*cuts, section.end], strict=True):
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            mark = marker(text[start:end])
            found.append(Item(mark.number or None, mark.role, start, start + mark.body, end))
    return tuple(found)


def _is_weight_line(flow: Flow, index: int) -> bool:
    """Return whether a line is the weight of an item, and not the end of a wrapped one ("(20 punten);")."""
    line = flow.lines[index]
    low = plain(line.text)
    if is_weight(low):
        return True
    hit = points_alone(low)
    if hit is None or "(" in low or ")" in low:
        return False
    following = flow.lines[index + 1].text if index + 1 < len(flow.lines) else ""
    return line.hard or (hit.unit == "percent" and following[:1].isupper() and not low.endswith((".", ";")))


def _beside_bullets(lines: list[int], weighted: list[int], marks: dict[int, Marker]) -> bool:
    """Return whether every item has its own bullet, and the weights stand between them: then they close no item."""
    first = next((index for index in lines if index not in weighted), None)
    following = [marks[index + 1] for index in weighted if index + 1 in marks and index != weighted[-1]]
    return first is not None and marks[first].bullet and all(mark.bullet or mark.letter for mark in following)


def role_items(flow: Flow, sections: tuple[Section, ...], skipped: frozenset[str]) -> tuple[Item, ...]:
    """Return the lines anywhere that say "Eis:" or "Wens:", where no heading says what they are."""
    found: list[Item] = []
    for section in sections:
        if section.kind in skipped:
            continue
        marks = {index: marker(flow.lines[index].text) for index in range(section.first, section.last)}
        starts = [index for index, mark in marks.items() if mark.role]
        found.extend(_cut(flow, section, starts, marks))
    return tuple(found)


def runs(flow: Flow, section: Section) -> tuple[tuple[Item, ...], ...]:
    """Return the runs of numbered lines in a section: 1, 2, 3, then 1, 2 again."""
    marks = {index: marker(flow.lines[index].text) for index in range(section.first, section.last)}
    found: list[tuple[Item, ...]] = []
    starts: list[int] = []
    for index, mark in marks.items():
        if not mark.number or "." in mark.number:
            continue
        if starts and int(mark.number) != int(marks[starts[-1]].number) + 1 and int(mark.number) == 1:
            found.append(_cut(flow, section, starts, marks))
            starts = []
        if not starts or int(mark.number) == int(marks[starts[-1]].number) + 1:
            starts.append(index)
    if starts:
        found.append(_cut(flow, section, starts, marks))
    return tuple(found)


def _numbers(flow: Flow, lines: list[int], marks: dict[int, Marker]) -> list[int]:
    """Return the lines that carry the next number of the list."""
    starts: list[int] = []
    last: tuple[int, ...] = ()
    for index in lines:
        written = marks[index].number
        if not written or (marks[index].bullet and starts and not marks[starts[-1]].bullet):
            continue
        number = tuple(int(part) for part in written.split("."))
        if not starts:
            fits = index == lines[0] or flow.lines[index].hard or ends_sentence(flow.lines[index - 1].text)
        else:
            fits = _follows(last, number, flow, index)
        if fits:
            starts.append(index)
            last = number
    return starts


def _follows(last: tuple[int, ...], number: tuple[int, ...], flow: Flow, index: int) -> bool:
    if len(last) == len(number) and last[:-1] == number[:-1] and number[-1] == last[-1] + 1:
        return True
    begins = ends_sentence(flow.lines[index - 1].text) or flow.lines[index].hard
    if len(last) > 1 and len(number) > 1:
        # "2.1.3" then "2.2.1".
        return begins and number > last
    if len(last) != len(number):
        return False
    # A number left out, or a second list in the same section that starts again.
    return begins and (last[-1] < number[-1] <= last[-1] + 3 or number[-1] == 1) and not _continues_before(flow, index)


def _continues_before(flow: Flow, index: int) -> bool:
    before = flow.lines[index - 1].text
    return not ends_sentence(before) and plain(before).rsplit(" ", 1)[-1] in wordset("layout", "unfinished")


def _first_kind(lines: list[int], marks: dict[int, Marker]) -> str:
    for index in lines:
        if marks[index].letter:
            return "letter"
        if marks[index].bullet:
            return "bullet"
    return ""


def _is_top(flow: Flow, index: int, mark: Marker, kind: str) -> bool:
    if kind == "letter":
        return bool(mark.letter)
    if not mark.bullet or mark.letter:
        return False
    line = flow.lines[index]
    if line.text[0] == "-" and not line.hard and line.text[mark.body].islower():
        # A dash in mid-sentence that a wrap put at the start of a line.
        before = flow.lines[index - 1].text
        return ends_sentence(before) or before.count("(") <= before.count(")")
    return True


def _lost_its_mark(flow: Flow, index: int, mark: Marker) -> bool:
    """Return whether a line of a bulleted list is an item without its bullet: the one before is closed with ";"."""
    if mark.bullet or mark.letter or not index or not flow.lines[index].text[0].isupper():
        return False
    text = flow.lines[index].text
    return flow.lines[index - 1].text.endswith(";") and not starts_remark(text) and not is_weight(plain(text))


def _end_of(flow: Flow, index: int) -> int:
    return flow.lines[index].end


def _cut(flow: Flow, section: Section, starts: list[int], marks: dict[int, Marker]) -> tuple[Item, ...]:
    """Return items that begin at these lines and end before the next; what follows the last is cut off."""
    found: list[Item] = []
    for position, index in enumerate(starts):
        following = starts[position + 1] if position + 1 < len(starts) else section.last
        if following == section.last:
            last = _last_line(flow, index, following, marks)
        else:
            last = following - 1
            while last > index and _is_sub_heading(flow, last):
                last -= 1
        line, mark = flow.lines[index], marks[index]
        number = mark.number or mark.letter or None
        found.append(Item(number, mark.role, line.start, line.start + mark.body, _end_of(flow, last)))
    return tuple(found)


def _is_sub_heading(flow: Flow, index: int) -> bool:
    """Return whether a line between two items only sorts them ("Kennis en vaardigheden")."""
    line, before = flow.lines[index], flow.lines[index - 1]
    if not line.hard or not line.text[0].isupper() or line.text[-1] in ".;,)%" or len(line.text.split()) > 5:
        return False
    return not continues(before, line) and not any(char.isdigit() for char in line.text) and marker(line.text).body == 0


def _last_line(flow: Flow, first: int, stop: int, marks: dict[int, Marker]) -> int:
    """Return the last line of the last item of a list: a paragraph of its own after it is no part of it."""
    scored = bool(find_points(flow.low[flow.lines[first].start : flow.lines[first].end]))
    # "Knock-out 3:" on a line of its own: what it is stands on the next.
    opens = first + 1 if flow.lines[first].text.endswith(":") else first
    for index in range(opens + 1, stop):
        line, before = flow.lines[index], flow.lines[index - 1]
        alone = points_alone(plain(line.text)) is not None
        mark = marks.get(index)
        listed = mark is not None and (mark.bullet or bool(mark.letter))
        if alone or listed:
            scored = True
            continue
        if starts_remark(line.text) and (line.text[0].isupper() or line.hard):
            return index - 1
        if _is_new_paragraph(before, line) and (
            scored or not find_points(flow.low[line.start : _end_of(flow, stop - 1)])
        ):
            return index - 1
        scored = scored or bool(find_points(plain(line.text)))
    return stop - 1


def _is_new_paragraph(before: Line, line: Line) -> bool:
    if not line.hard or not line.text[0].isupper() or continues(before, line):
        return False
    return pattern("criteria", "speaks_of_the_item").match(plain(line.text)) is None


def starts_remark(text: str) -> bool:
    """Return whether a line begins a remark on the whole list ("Geef in het cv duidelijk aan …")."""
    return pattern("criteria", "remarks").match(plain(text)) is not None


def _with_lead(flow: Flow, section: Section, starts: list[int], marks: dict[int, Marker]) -> tuple[Item, ...]:
    """Return bulleted items; tiers in bullets of their own belong to the item before."""
    kept: list[int] = []
    for index in starts:
        body = plain(flow.lines[index].text[marks[index].body :])
        if kept and _is_tier_line(body):
            continue
        kept.append(index)
    return _cut(flow, section, kept, marks)


_ONLY_EXPERIENCE = re.compile(
    r"(?:(?:relevante|aantoonbare|werkervaring|ervaring|of|meer|minder|langer|korter|jaar|maanden|in|met|als|de|deze|die|dit|het|functie|rol|systeem|zodanig|hiermee|daarmee)[ ,.;:)(-]*)*"
)


def _is_tier_line(body: str) -> bool:
    """Return whether a bullet (plain text) is a tier: a band with its points, and no work of its own."""
    points = find_points(body)
    if not points or pattern("criteria", "tier_line").match(body) is None:
        return False
    rest = body[: points[0].start]
    for band in reversed(find_bands(rest)):
        rest = f"{rest[: band.start]} {rest[band.end :]}"
    return _ONLY_EXPERIENCE.fullmatch(rest.strip(" .,;:=()-")) is not None


def _weighted(flow: Flow, lines: list[int], weighted: list[int]) -> tuple[Item, ...]:
    """Return items that a line with their weight closes ("Weging: 10 %") or opens ("40 %")."""
    content = [index for index in lines if not _sorts(flow.lines[index].text) and not _weighs_price(flow.lines[index])]
    opens = bool(content) and content[0] in weighted
    found: list[Item] = []
    group: list[int] = []
    for index in content:
        if index in weighted and opens:
            if len(group) > 1:
                found.append(_item_of(flow, group))
            group = [index]
        else:
            group.append(index)
            if index in weighted:
                if len(group) > 1:
                    found.append(_item_of(flow, group))
                group = []
    if group and opens and len(group) > 1:
        last = _last_line(flow, group[1], group[-1] + 1, {})
        found.append(_item_of(flow, [index for index in group if index <= last]))
    elif group and not opens:
        found.extend(_paragraphs(flow, group))
    return tuple(found)


def _weighs_price(line: Line) -> bool:
    return pattern("criteria", "price_line").fullmatch(plain(line.text)) is not None


def _item_of(flow: Flow, group: list[int]) -> Item:
    start = flow.lines[group[0]].start
    return Item(None, None, start, start, _end_of(flow, group[-1]))


def _sorts(text: str) -> bool:
    return key(text).rstrip(":") in wordset("headings", "sorting.lines")


def _unmarked(flow: Flow, lines: list[int]) -> tuple[Item, ...]:
    return _paragraphs(flow, [index for index in lines if not _sorts(flow.lines[index].text)])


_OFF_LIST = re.compile(r"(?i:vraag|antwoord|stap|fase)\b")


def _paragraphs(flow: Flow, lines: list[int]) -> tuple[Item, ...]:
    """Return the paragraphs of lines without marks; where items end in ";", nothing else ends one."""
    semicolons = sum(1 for index in lines if flow.lines[index].text.endswith(";")) >= 2
    groups: list[list[int]] = []
    for index in lines:
        line = flow.lines[index]
        before = flow.lines[groups[-1][-1]] if groups else None
        if before is None or _begins(before, line, semicolons=semicolons):
            groups.append([index])
        else:
            groups[-1].append(index)
    found: list[Item] = []
    for group in groups:
        text = " ".join(flow.lines[index].text for index in group)
        if text.endswith(":") or starts_remark(text) or _OFF_LIST.match(text) or heading_kind(text):
            continue
        found.append(_item_of(flow, group))
    return tuple(found)


def _begins(before: Line, line: Line, *, semicolons: bool) -> bool:
    if has_bullet(line.text) and line.text[marker(line.text).body :][:1].isupper():
        return False
    if semicolons:
        closed = before.text.endswith(";")
        return closed or (line.hard and before.text.endswith(".") and line.text[0].isupper())
    if ends_sentence(before.text):
        if before.text.endswith((";", ":")):
            return True
        return line.hard or plain(line.text).startswith(wordlist("layout", "starters"))
    return not continues(before, line)
