"""Roles and employers on lines of their own, above or below the line with the period.

CVs put them before it, behind it, or one on each side; a CV does it the same way throughout. So the side
is settled once for a section, by what stands beside the first period line and by those that have one side only.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.candidate.cues import compiled
from core.candidate.drafts import Draft, holes
from core.candidate.headings import Heading, is_elsewhere, lone_name, read_heading
from core.candidate.items import Unit, kind_of
from core.candidate.marks import Marks, within
from core.candidate.page import Page

_ASIDE = re.compile(r"\([^()]*\)|\bper week\b|\bp\.?w\.?\b")

_LAST_ASIDE = re.compile(r"\s*\([^()\n]*\)$")


class _Line(NamedTuple):
    """A line beside a period that may belong to its heading."""

    unit: int
    heading: Heading


class Layout:
    """The lines beside the periods of a page, and which of them are taken."""

    def __init__(self, page: Page, known: Marks, units: tuple[Unit, ...], drafts: tuple[Draft, ...]) -> None:
        self.page, self.known, self.units = page, known, units
        self.taken = {draft.unit for draft in drafts}
        self._headings: dict[int, Heading] = {}
        self._titles: dict[int, bool] = {}

    def completed(self, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
        """Return the drafts with the roles and employers of the lines beside them; those without either are dropped."""
        thin = [d for d in drafts if self._is_thin(d)]
        upward = {
            section: self._is_upward([d for d in thin if self._section(d) == section])
            for section in {self._section(d) for d in thin}
        }
        incomplete = {d.unit for d in thin}
        found = [self._complete(d, upward=upward[self._section(d)]) if d.unit in incomplete else d for d in drafts]
        return tuple(d for d in found if d.heading.role or d.heading.employer or d.heading.unnamed)

    def _section(self, draft: Draft) -> str:
        return self.units[draft.unit].section or ""

    def _is_thin(self, draft: Draft) -> bool:
        """Whether something is missing that may stand on another line: its own line is a heading, not a sentence."""
        unit = self.units[draft.unit]
        heading = draft.heading
        if (heading.sure_role and heading.sure_employer) or not draft.whole or unit.bullet:
            return False
        line = self.page.lines[unit.line]
        text = self.page.text(unit.start, unit.end)
        return (
            line.end - unit.end <= 1
            and unit.start == line.start
            and len(text.split()) <= 14
            and not self._is_prose(unit)
        )

    def _is_prose(self, unit: Unit) -> bool:
        text = self.page.text(unit.start, unit.end)
        ends = text.endswith((".", "!", "?", ":")) and not text.lower().endswith(("b.v.", "n.v.", "v.o.f."))
        return ends or compiled("jobs.words.prose").match(self.page.low, unit.start, unit.end) is not None

    def _beside(self, at: int, step: int, *, over_gap: bool) -> Iterator[_Line]:
        """Yield the lines that may be part of a heading, nearest first."""
        here = self.units[at]
        index = at + step
        count = 0
        while 0 <= index < len(self.units) and count < 3:
            unit = self.units[index]
            nearer = self.units[index - step]
            gap = nearer.gap if step < 0 else unit.gap
            if unit.section != here.section or unit.heading or index in self.taken or (gap and (count or not over_gap)):
                return
            if index not in self._titles:
                self._titles[index] = self._is_title(unit)
            if not self._titles[index]:
                return
            index += step
            if is_elsewhere(self.page, self.known, unit.start, unit.end):
                continue
            count += 1
            if index - step not in self._headings:
                self._headings[index - step] = self._read(unit)
            yield _Line(index - step, self._headings[index - step])

    def _is_title(self, unit: Unit) -> bool:
        line = self.page.lines[unit.line]
        text = self.page.text(unit.start, unit.end)
        whole = unit.start == line.start and line.end - unit.end <= 1
        upper = text[:1].isupper() or text[:1].isdigit() or self.page.low == self.page.flow or self._begins_job(unit)
        named = _LAST_ASIDE.sub("", text)
        if unit.bullet or not whole or not upper or len((named or text).split()) > 10 or self._is_prose(unit):
            return False
        if any(
            d.start <= unit.start + 2 and d.end >= unit.end - 2
            for d in within(self.known.durations, unit.start, unit.end)
        ):
            return False
        aside = _LAST_ASIDE.search(self.page.low, unit.start, unit.end)
        end = aside.start() if aside is not None and aside.start() > unit.start else unit.end
        return kind_of(self.page, self.known, unit.start, end) in ("job", "plain", "terms") and ":" not in text

    def _begins_job(self, unit: Unit) -> bool:
        """Whether a short line without a capital begins with an employer or a role: "gemeente Etten-Leur"."""
        known = self.known
        found = [word for word in self.page.low[unit.start : unit.end].split() if word.strip("\u2022|-")]
        near = unit.start + len(" ".join(found[:2]))
        employers = within(known.employers, unit.start, unit.end)
        named = [*within(known.roles, unit.start, unit.end)[:1], *within(known.heads, unit.start, unit.end)[:1]]
        first = [hit.start for hit in employers[:1]] + [place.start for place in named]
        both = bool(employers) and bool(named)
        return len(found) <= (9 if both else 5) and any(start < near for start in first)

    def _read(self, unit: Unit) -> Heading:
        return read_heading(self.page, self.known, unit.start, unit.end, holes(self.known, unit.start, unit.end, []))

    def _is_upward(self, thin: list[Draft]) -> bool:
        """Whether headings stand above their periods in this section."""
        up = down = 0
        for place, draft in enumerate(thin):
            above = self._offers(draft, self._lines(draft, -1))
            below = self._offers(draft, self._lines(draft, 1))
            if above and not below:
                up += 1
            elif below and not above:
                down += 1
            elif above and below and place == 0:
                up += 1
        return up >= down

    def _lines(self, draft: Draft, step: int) -> tuple[_Line, ...]:
        return self._lines_of(draft, step, over_gap=False)

    def _lines_of(self, draft: Draft, side: int, *, over_gap: bool) -> tuple[_Line, ...]:
        """Return the lines on a side that may complete a draft: none that is a whole job, where its own line names something."""
        lines = tuple(self._beside(draft.unit, side, over_gap=over_gap))
        return () if lines and lines[0].heading.whole and self._names_something(draft) else lines

    def _names_something(self, draft: Draft) -> bool:
        """Whether a draft's own line holds more than its period, a place and small words."""
        unit, period = self.units[draft.unit], draft.period
        sides = ((unit.start, period.begin), (period.stop, unit.end))
        named = [
            (a, b)
            for a, b in sides
            if a < b
            and not is_elsewhere(self.page, self.known, a, b)
            and kind_of(self.page, self.known, a, b) != "terms"
        ]
        return sum(len(re.findall(r"[a-z]{3,}", self._without_hours(a, b))) for a, b in named) >= 2

    def _without_hours(self, start: int, end: int) -> str:
        """Return a stretch without its hours and brackets: "2024 t/m heden, 20 uur per week (naast Ede)" is a period."""
        low = self.page.low[start:end]
        spans = [(h.start, h.end) for h in within(self.known.hours, start, end)]
        spans += [(d.start, d.end) for d in within(self.known.durations, start, end)]
        for first, last in spans:
            low = low.replace(self.page.low[first:last], "")
        return _ASIDE.sub("", low)

    def _offers(self, draft: Draft, lines: tuple[_Line, ...]) -> bool:
        role_missing, employer_missing = not draft.heading.sure_role, not draft.heading.sure_employer
        return any(
            (role_missing and line.heading.sure_role) or (employer_missing and line.heading.sure_employer)
            for line in lines
        )

    def _complete(self, draft: Draft, *, upward: bool) -> Draft:
        step = -1 if upward else 1
        for side, over_gap in ((step, False), (-step, False), (step, True), (-step, True)):
            lines = self._lines_of(draft, side, over_gap=over_gap)
            if self._offers(draft, lines) or (side == step and not draft.heading.sure and lines and not over_gap):
                return self._with_lines(draft, lines)
        return self._with_name_below(draft)

    def _with_name_below(self, draft: Draft) -> Draft:
        """Read a name of several words right below a role with its period as the employer, known or not."""
        heading, below = draft.heading, draft.unit + 1
        if not heading.sure_role or heading.employer is not None or heading.unnamed is not None:
            return draft
        line = next(self._beside(draft.unit, 1, over_gap=False), None)
        if line is None or line.unit != below or below + 1 in self.taken:
            return draft
        unit = self.units[below]
        name = lone_name(self.page, self.known, unit.start, unit.end)
        if name is None or " " not in self.page.text(name.start, name.end):
            return draft
        self.taken.add(below)
        return draft._replace(
            heading=heading._replace(employer=name, via=heading.via or line.heading.via), lines=(below,)
        )

    def _with_lines(self, draft: Draft, lines: tuple[_Line, ...]) -> Draft:
        heading, used = draft.heading, list(draft.lines)
        for line in lines:
            if heading.sure_role and heading.sure_employer:
                break
            merged = _merged(heading, line.heading)
            if merged != heading:
                heading = merged
                used.append(line.unit)
        heading, used = self._by_position(draft, heading, lines, used)
        self.taken.update(used)
        return draft._replace(heading=heading, lines=tuple(sorted(used)))

    def _by_position(
        self, draft: Draft, heading: Heading, lines: tuple[_Line, ...], used: list[int]
    ) -> tuple[Heading, list[int]]:
        """Where one of the two is known, a line right beside it may be the other though nothing in it is known."""
        if heading.role is None and heading.sure_employer:
            for line in lines[:2]:
                unit = self.units[line.unit]
                if (
                    line.unit not in used
                    and len(self.page.text(unit.start, unit.end).split()) <= 7
                    and self._touches(line.unit, draft, used)
                ):
                    role = read_heading(self.page, self.known, unit.start, unit.end).role or lone_name(
                        self.page, self.known, unit.start, unit.end
                    )
                    if role is not None:
                        return heading._replace(role=role), [*used, line.unit]
        if heading.employer is None and heading.unnamed is None and heading.role is not None:
            for line in lines[:2]:
                unit = self.units[line.unit]
                name = lone_name(self.page, self.known, unit.start, unit.end)
                free = line.unit not in used or not (line.heading.sure_role or line.heading.sure_employer)
                if free and name is not None and self._touches(line.unit, draft, used):
                    return heading._replace(employer=name), sorted({*used, line.unit})
        return heading, used

    def _touches(self, unit: int, draft: Draft, used: list[int]) -> bool:
        return any(abs(unit - other) == 1 for other in (*used, draft.unit))


def _merged(heading: Heading, line: Heading) -> Heading:
    """Add to a heading what it lacks and the line is sure of."""
    if not heading.sure_role and line.sure_role:
        heading = heading._replace(role=line.role, sure_role=True)
    if not heading.sure_employer and (
        line.sure_employer or (line.employer and heading.employer is None and line.sure_role)
    ):
        heading = heading._replace(
            employer=line.employer, unnamed=line.unnamed, sector=line.sector, sure_employer=line.sure_employer
        )
    if heading.via is None and line.via is not None:
        heading = heading._replace(via=line.via)
    return heading
