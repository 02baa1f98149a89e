"""Single facts that a posting tells in sentences: scale, fee, rate, positions, shortlist, hybrid, days, scoring.

Every reader returns the value with its place in the flow, or None where the posting doesn't say.
"""

import re
from decimal import Decimal
from functools import cache

from core.model.posting import Extension
from core.posting.header import Field
from core.posting.layout import Flow, sentence_at
from core.posting.sections import Section
from core.posting.values import Hit, Rate, read_count, read_days, read_extension, read_yes_no
from core.posting.words import near, pattern, table, wordlist
from core.text.money import find_amounts
from core.text.numbers import find_numbers

Sections = tuple[Section, ...]


def of_kind(sections: Sections, *kinds: str) -> Sections:
    """Return the sections of these kinds."""
    return tuple(section for section in sections if section.kind in kinds)


def from_header(header: dict[str, Field], name: str) -> Hit | None:
    """Return a header field as a `Hit`."""
    field = header.get(name)
    return Hit(field.value, field.start, field.end) if field else None


def _search(flow: Flow, name: str) -> re.Match[str] | None:
    return next(near(pattern("facts", name), flow.low, wordlist("facts", f"words.{name}")), None)


def read_scale(flow: Flow, header: dict[str, Field]) -> Hit | None:
    """Return the salary scale as printed."""
    told = from_header(header, "scale")
    if told:
        return told
    for one in _each("scale"):
        match = next(near(one, flow.low, ("schaal",)), None)
        if match:
            return Hit(flow.prose[match.start("value") : match.end("value")], match.start("value"), match.end("value"))
    return None


@cache
def _each(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of an entry one by one: each has its own group "value"."""
    return tuple(re.compile(one) for one in wordlist("facts", name))


def money_text(amount: Decimal) -> str:
    """Return an amount as a decimal string with two decimals."""
    return f"{amount:.2f}"


def read_fee(flow: Flow, sections: Sections) -> Hit | None:
    """Return the broker's fee an hour as a decimal string; "0.00" where it takes none."""
    none = _search(flow, "no_fee")
    if none:
        return Hit("0.00", none.start(), none.end())
    for section in of_kind(sections, "fee"):
        body = flow.prose[section.start : section.end]
        for amount in find_amounts(body[:400]):
            if amount.per in (None, "hour") and amount.value < 25:
                return Hit(money_text(amount.value), section.start + amount.start, section.start + amount.end)
    for one in _each("fee"):
        match = next(near(one, flow.low, ("€", "eur")), None)
        if match:
            value = Decimal(match["value"].replace(",", "."))
            return Hit(money_text(value), match.start("value"), match.end("value")) if value < 25 else None
    return None


def read_rate_cap(flow: Flow, header: dict[str, Field], skipped: tuple[tuple[int, int], ...]) -> Hit | None:
    """Return the highest rate as a decimal string. `skipped`: where a rate is scored (it then caps nothing)."""
    told = header.get("rate")
    if told and isinstance(told.value, Rate) and told.value.amount is not None:
        return Hit(money_text(told.value.amount), told.start, told.end)
    return cap_in_text(flow, skipped)


def cap_in_text(flow: Flow, skipped: tuple[tuple[int, int], ...]) -> Hit | None:
    """Return the highest rate that a sentence names."""
    for one in _each("rate_cap"):
        for match in near(one, flow.low, ("€", "eur")):
            if any(start <= match.start() < end for start, end in skipped):
                continue
            value = Decimal(match["value"].replace(",", "."))
            if value >= 15:
                return Hit(money_text(value), match.start("value"), match.end("value"))
    return None


def unlimited_rate(flow: Flow, header: dict[str, Field]) -> Hit | None:
    """Return where the posting says that there is no maximum rate."""
    told = header.get("rate")
    if told and isinstance(told.value, Rate) and told.value.unlimited:
        return Hit(True, told.label, told.end)
    match = _search(flow, "no_rate_cap")
    return Hit(True, match.start(), match.end()) if match else None


_INCLUSIVE = re.compile(r"\b(?:inclusief|incl\.?|all-?in|met inbegrip van|inbegrepen)(?!\w)")
_EXCLUSIVE = re.compile(r"\b(?:exclusief|excl\.?|zonder)(?!\w)")
_RATE_WORD = re.compile(r"tarief|\bprijs|prijzen|€|\bkosten\b")
_NOT_PAID = re.compile(r"(?:vergoed\w*|declareren|gedeclareerd|in rekening (?:worden )?(?:gebracht|brengen))")
_DENIED = re.compile(r"\b(?:geen|niet)\b")


@cache
def rate_parts() -> dict[str, re.Pattern[str]]:
    """Return what a rate may include, by name: the same names as in a criterion's rate cap."""
    parts = table("req_terms")["rate"]["parts"]
    return {
        name: re.compile(
            "|".join(rf"\b{re.escape(word)}(?!\w)" for word in words)
            + ("|parkeer\\w*" if name == "parkeerkosten" else "")
        )
        for name, words in parts.items()
    }


def read_rate_includes(flow: Flow, skipped: tuple[tuple[int, int], ...]) -> Hit | None:
    """Return what the bid rate includes, by the sentences on the rate ("inclusief reiskosten", "reiskosten worden niet vergoed")."""
    found: dict[str, tuple[int, int]] = {}
    for match in near(_INCLUSIVE, flow.low, ("incl", "all-in", "allin", "inbegr")):
        if any(start <= match.start() < end for start, end in skipped):
            continue
        begin, end = sentence_at(flow, match.start(), match.end())
        if not _RATE_WORD.search(flow.low, begin, end):
            continue
        stop = _EXCLUSIVE.search(flow.low, match.end(), end)
        reach = stop.start() if stop else end
        start = begin if match[0] == "inbegrepen" else match.start()
        for name, spelled in rate_parts().items():
            named = spelled.search(flow.low, start, reach)
            if named:
                found.setdefault(name, (begin, end))
    for match in near(_NOT_PAID, flow.low, ("vergoed", "declare", "in rekening")):
        begin, end = sentence_at(flow, match.start(), match.end())
        if not _DENIED.search(flow.low, begin, end):
            continue
        for name in ("reiskosten", "parkeerkosten", "verblijfkosten"):
            if rate_parts()[name].search(flow.low, begin, end):
                found.setdefault(name, (begin, end))
    if not found:
        return None
    names = tuple(name for name in rate_parts() if name in found)
    return Hit(names, min(start for start, _ in found.values()), max(end for _, end in found.values()))


def read_positions(flow: Flow, header: dict[str, Field], sections: Sections) -> Hit | None:
    """Return how many people are hired."""
    told = from_header(header, "positions")
    if told:
        return told
    for section in of_kind(sections, "positions"):
        hit = read_count(flow.prose[section.start : section.end].lstrip(" :"))
        if hit:
            at = flow.prose.find(flow.prose[section.start : section.end].lstrip(" :")[:4], section.start)
            return Hit(hit.value, at + hit.start, at + hit.end)
    return _counted(flow, "positions", 0, len(flow.low))


def read_shortlist(flow: Flow, sections: Sections) -> Hit | None:
    """Return how many candidates are put to the client."""
    for section in of_kind(sections, "procedure", "step", "award"):
        start = flow.lines[section.heading].start
        hit = _counted(flow, "shortlist", start, section.end)
        if hit:
            return hit
    return _counted(flow, "shortlist", 0, len(flow.low)) if not of_kind(sections, "procedure", "step") else None


def _counted(flow: Flow, name: str, start: int, end: int) -> Hit | None:
    for one in _each(name):
        for match in one.finditer(flow.low, start, end):
            numbers = find_numbers(match["value"])
            if numbers and 0 < numbers[0].value < 100:
                return Hit(int(numbers[0].value), match.start("value"), match.end("value"))
    return None


_DAYS_CUE = re.compile(r"(?:werkdagen|dagen)(?: zijn)?:? (?=\S)")
_OPEN_DAYS = re.compile(r"niet op (?P<days>[^.;]{2,40})")


def read_work_days(flow: Flow, header: dict[str, Field], sections: Sections) -> Hit | None:
    """Return the days of the week that the client fixes; none for "in overleg" (P15: from their own field)."""
    for section in of_kind(sections, "workdays"):
        for match in _DAYS_CUE.finditer(flow.low, section.start, section.end):
            stop = flow.low.find(". ", match.end(), section.end)
            hit = read_days(flow.prose[match.end() : stop if stop >= 0 else section.end])
            if hit is not None:
                return Hit(hit.value, match.end() + hit.start, match.end() + hit.end)
        hit = read_days(flow.prose[section.start : section.end].lstrip(" :"))
        if hit is not None and hit.value:
            return Hit(hit.value, section.start, section.start + hit.end)
    told = from_header(header, "workdays")
    if told:
        return told
    if of_kind(sections, "workdays"):
        return None
    cue = re.search(r"op de volgende (?:werk)?dagen:? ", flow.low)
    hit = read_days(flow.prose[cue.end() : cue.end() + 110]) if cue else None
    return Hit(hit.value, cue.end() + hit.start, cue.end() + hit.end) if cue and hit else None


def read_scoring(flow: Flow, sections: Sections) -> Hit | None:
    """Return how points are given: "absolute", or "comparative" ("in onderlinge vergelijking")."""
    absolute = _search(flow, "absolute")
    if absolute:
        return Hit("absolute", *sentence_at(flow, absolute.start(), absolute.end()))
    first: Hit | None = None
    for match in near(pattern("facts", "comparative"), flow.low, wordlist("facts", "words.comparative")):
        begin, end = sentence_at(flow, match.start(), match.end())
        if pattern("facts", "scored_on").search(flow.low, begin, end):
            return Hit("comparative", begin, end)
        first = first or Hit("comparative", begin, end)
    return None if of_kind(sections, "step") else first


def read_tie_break(flow: Flow) -> Hit | None:
    """Return what decides a tie: "uurtarief", "prijs", "loting" and so on."""
    for match in near(pattern("facts", "tie"), flow.low, wordlist("facts", "words.tie")):
        for name, words in table("facts")["tie_words"].items():
            if re.search("|".join(words), match[0]):
                return Hit(name, match.start(), match.end())
    return None


def read_hybrid(flow: Flow, header: dict[str, Field]) -> Hit | None:
    """Return whether hybrid work is possible, from its own field or a question and its answer (P15)."""
    told = from_header(header, "hybrid")
    if told:
        return told
    for match in re.finditer(
        r"\bvra(?:ag|gen)\b(?: \d+)? ?:? ?(?P<question>.{3,250}?)\bantwoord(?: \d+)? ?:? ?(?P<answer>.{2,160})",
        flow.low,
    ):
        if pattern("facts", "hybrid_question").search(match["question"]):
            hit = read_yes_no(match["answer"])
            if hit:
                return Hit(hit.value, match.start("question"), match.end("answer"))
    return None


_SROI = re.compile(r"\bsroi\b|social return")


def read_sroi_threshold(flow: Flow) -> Hit | None:
    """Return the order value above which social return is asked, as a decimal string without cents."""
    for match in near(_SROI, flow.low, ("sroi", "social return")):
        begin, end = sentence_at(flow, match.start(), match.end())
        for amount in find_amounts(flow.prose[begin:end]):
            if amount.value >= 1000:
                return Hit(f"{amount.value.normalize():f}", begin + amount.start, begin + amount.end)
    return None


def extension_in_text(flow: Flow) -> Hit | None:
    """Return the options to extend that a sentence names ("met optie op verlenging", "verlengd met 2 keer 6 maanden")."""
    for match in near(pattern("facts", "extension"), flow.low, ("verleng",)):
        begin, end = sentence_at(flow, match.start(), match.end())
        if pattern("facts", "no_extension").search(flow.low, begin, end):
            continue
        hit = read_extension(flow.prose[match.end() : min(end, match.end() + 110)].lstrip(" ,("))
        if hit is not None and hit.value is not None and hit.value.months is not None:
            return Hit(hit.value, match.start(), min(end, match.end() + hit.end + 2))
        return Hit(Extension(), match.start(), match.end())
    return None
