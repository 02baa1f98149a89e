"""Competencies: the names in their list; what is told of each is left out."""

import re

from core.posting.items import items
from core.posting.layout import Flow
from core.posting.sections import Section
from core.posting.values import Hit
from core.text.source import fold

_LONGEST_NAME = 60
_INLINE = re.compile(r",\s|;\s|\sen\s(?=[a-z-]+$)|\s/\s")


def read_competencies(flow: Flow, sections: tuple[Section, ...]) -> tuple[Hit, ...]:
    """Return the competencies of a posting in order, each with its place."""
    found: list[Hit] = []
    for section in sections:
        if section.kind != "competencies":
            continue
        if section.first == section.heading or section.start > flow.lines[section.heading].end:
            found.extend(_inline(flow, section.start, section.end))
            continue
        if section.first > section.heading and flow.lines[section.heading].end > section.start:
            found.extend(_inline(flow, section.start, flow.lines[section.heading].end))
        for item in items(flow, section):
            name = _name(flow.prose[item.body : item.end])
            if name:
                found.append(Hit(name, item.body, item.body + len(name)))
    if len(found) == 1 and "," in found[0].value:
        found = _inline(flow, found[0].start, found[0].end)
    return tuple(found)


def _name(text: str) -> str:
    """Return the name that an item begins with ("Klantgerichtheid: je wilt …" is "Klantgerichtheid")."""
    head, colon, _ = text.partition(":")
    if colon and len(head) <= _LONGEST_NAME:
        text = head
    return fold(text).strip(" ;.,:-\u2022*\"'")


def _inline(flow: Flow, start: int, end: int) -> list[Hit]:
    """Read "klantgericht, flexibel en nauwkeurig"."""
    found: list[Hit] = []
    text = flow.prose[start:end].rstrip()
    at = 0
    for cut in [*_INLINE.finditer(text), None]:
        stop = cut.start() if cut else len(text)
        name = fold(text[at:stop]).strip(" ;.,:-\u2022*\"'")
        if name and len(name) <= _LONGEST_NAME:
            begin = start + text.find(name, at)
            found.append(Hit(name, begin, begin + len(name)))
        at = cut.end() if cut else stop
    return found
