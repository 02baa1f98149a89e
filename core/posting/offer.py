"""What the offered documents must satisfy (P10): pages, language, references, file format."""

import re
from functools import cache
from typing import NamedTuple

from core.posting.facts import Sections, of_kind
from core.posting.layout import Flow, sentence_at
from core.posting.values import Hit
from core.posting.words import near, pattern, wordlist
from core.text.numbers import find_numbers
from core.text.source import fold


class OfferRules(NamedTuple):
    """The rules with their places; `not_counted`: what stands outside the pages; `reference_content`: what a reference gives.

    `other_pages`: further limits for the CV that differ (P9).
    """

    cv_pages: Hit | None = None
    motivation_pages: Hit | None = None
    language: Hit | None = None
    references: Hit | None = None
    format: Hit | None = None
    not_counted: Hit | None = None
    reference_content: Hit | None = None
    other_pages: tuple[Hit, ...] = ()


_WORDS = {
    "pages": ("pag", "pgn", "bladzijde", "kantje", "a4"),
    "language": ("nederlands", "engels"),
    "language_here": ("nederlands", "engels"),
    "references": ("referent",),
    "reference_content": ("referentie",),
}
"""Every pattern of an entry holds one of these."""


@cache
def _each(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for one in wordlist("facts", f"offer.{name}"))


def read_offer(flow: Flow, sections: Sections) -> OfferRules:
    """Return what the posting asks of the documents; the section about them first, then the rest of the text."""
    windows = [(section.start, section.end) for section in of_kind(sections, "offer")]
    cv, motivation = _pages(flow)
    language = _first(flow, windows, "language_here", "value") or _anywhere(flow, "language", "value")
    references = _first(flow, windows, "references", "value") or _anywhere(flow, "references", "value")
    content = _anywhere(flow, "reference_content", "value")
    return OfferRules(
        cv_pages=cv[0] if cv else None,
        motivation_pages=motivation[0] if motivation else None,
        language=language._replace(value=language.value.capitalize()) if language else None,
        references=_counted(references),
        format=_format(flow, windows),
        not_counted=_not_counted(flow, cv[0]) if cv else None,
        reference_content=content,
        other_pages=tuple(hit for hit in cv[1:] if hit.value != cv[0].value),
    )


def _first(flow: Flow, windows: list[tuple[int, int]], name: str, group: str) -> Hit | None:
    for start, end in windows:
        for one in _each(name):
            match = next((m for m in near(one, flow.low, _WORDS[name]) if start <= m.start() and m.end() <= end), None)
            if match:
                return Hit(
                    fold(flow.prose[match.start(group) : match.end(group)]), match.start(group), match.end(group)
                )
    return None


def _anywhere(flow: Flow, name: str, group: str) -> Hit | None:
    return _first(flow, [(0, len(flow.low))], name, group)


def _counted(hit: Hit | None) -> Hit | None:
    if hit is None:
        return None
    numbers = find_numbers(hit.value)
    count = int(numbers[0].value) if numbers else {"een": 1}.get(hit.value.lower())
    return hit._replace(value=count) if count is not None else None


def _pages(flow: Flow) -> tuple[list[Hit], list[Hit]]:
    """Return the page limits of the CV and of the motivation, each by the noun that stands nearest."""
    cv: list[Hit] = []
    motivation: list[Hit] = []
    for match in near(_each("pages")[0], flow.low, _WORDS["pages"], 40):
        begin, end = sentence_at(flow, match.start(), match.end())
        before = flow.low[max(begin, match.start() - 70) : match.start()]
        count = _counted(Hit(match["value"], match.start(), match.end()))
        if count is None:
            continue
        in_brackets = before.rstrip().endswith("(")
        limited = pattern("facts", "offer.most").search(before) is not None
        if (
            not in_brackets
            and not limited
            and not pattern("facts", "offer.most").search(flow.low[match.end() : match.end() + 14])
        ):
            continue
        noun = _noun(before, flow.low[match.end() : min(end, match.end() + 60)], in_brackets=in_brackets)
        if noun == "cv" and not in_brackets:
            cv.append(count)
        elif noun == "motivation":
            motivation.append(count)
    return cv, motivation


_JOINT = re.compile(r" ?(?:(?:voor|per|aan) )?(?:(?:het|de|uw|je|een) )?")


def _noun(before: str, behind: str, *, in_brackets: bool) -> str:
    """Return what a number of pages limits: the noun directly behind it, else the nearest before it."""
    names = ("cv", "motivation", "elsewhere")
    directly = behind[match.end() if (match := _JOINT.match(behind)) else 0 :]
    own = next((name for name in names if pattern("facts", f"offer.{name}").match(directly)), None)
    if own and not in_brackets:
        return own
    last = {
        name: matches[-1].start()
        for name in names
        if (matches := list(pattern("facts", f"offer.{name}").finditer(before)))
    }
    return max(last, key=lambda name: last[name]) if last else "cv"


def _not_counted(flow: Flow, pages: Hit) -> Hit | None:
    begin, end = sentence_at(flow, pages.start, pages.end)
    match = pattern("facts", "offer.not_counted").search(flow.low, pages.end, end)
    if match is None or "btw" in match[0]:
        return None
    return Hit(fold(flow.prose[match.start() : match.end()]).rstrip(" ,("), max(begin, match.start()), match.end())


def _format(flow: Flow, windows: list[tuple[int, int]]) -> Hit | None:
    for start, end in windows:
        for name in ("pdf", "word"):
            match = pattern("facts", f"offer.{name}").search(flow.low, start, end)
            if match:
                return Hit(name, match.start(), match.end())
    for name in ("pdf", "word"):
        for match in pattern("facts", f"offer.{name}").finditer(flow.low):
            begin, stop = sentence_at(flow, match.start(), match.end())
            if "http" not in flow.low[max(0, match.start() - 100) : match.start()] and pattern(
                "facts", "offer.about_offer"
            ).search(flow.low, begin, stop):
                return Hit(name, match.start(), match.end())
    return None
