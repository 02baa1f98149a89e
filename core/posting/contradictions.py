"""What a posting says against itself (P9), and where its text breaks off (P15)."""

import re
from collections.abc import Iterator

from core.model.posting import AllOf, AnyOf, Availability, Criterion, Education, Hours, Notice, Requirement
from core.posting.clauses import Clause
from core.posting.criteria import Drawn
from core.posting.header import Field
from core.posting.layout import Flow, ends_sentence, last_word, sentence_at
from core.posting.markers import marker
from core.posting.notices import make, quote
from core.posting.offer import OfferRules
from core.posting.sections import Section
from core.posting.values import Hit
from core.posting.words import pattern, table, wordset
from core.text.phrases import points_text
from core.text.source import key, plain
from core.texts import say


def device_notices(flow: Flow, criteria: tuple[Drawn, ...]) -> tuple[Notice, ...]:
    """Return a notice for each device that one place refuses and another allows (P9); the criterion governs (P14)."""
    found: list[Notice] = []
    for name in table("contradictions")["devices"]:
        if key(name) not in flow.low:
            continue
        refused = pattern("contradictions", f"devices.{name}.refused").search(flow.low)
        if refused is None:
            continue
        allowed = next(
            (
                match
                for match in pattern("contradictions", f"devices.{name}.allowed").finditer(flow.low)
                if match.end() <= refused.start() or match.start() >= refused.end()
            ),
            None,
        )
        if allowed is None:
            continue
        governing = next(
            (one for match in (refused, allowed) for one in criteria if one.start <= match.start() < one.end), None
        )
        found.append(
            make(
                "contradiction",
                tuple(
                    flow.source.evidence(*sentence_at(flow, match.start(), match.end())) for match in (refused, allowed)
                ),
                criterion=governing.id if governing else None,
                variant="device",
                device=name,
                refused=_words_round(flow, refused),
                allowed=_words_round(flow, allowed),
                governs=say("notices.contradiction.governs", id=governing.id) if governing else "",
            )
        )
    return tuple(found)


def _words_round(flow: Flow, match: re.Match[str]) -> str:
    """Return a mention with the few words before it, to quote."""
    start = max(0, match.start() - 24)
    before = flow.prose[start : match.start()]
    cut = max(before.rfind(mark) for mark in ".;(")
    before = before[cut + 1 :] if cut >= 0 else before.split(" ", 1)[-1] if start else before
    return quote(flow, match.start() - len(before), match.end()).strip(" ,()")


def rate_notice(flow: Flow, unlimited: Hit | None, cap: Hit | None) -> tuple[Notice, ...]:
    """Return a notice where "geen maximum" and a maximum stand side by side."""
    if unlimited is None or cap is None:
        return ()
    evidence = (flow.source.evidence(unlimited.start, unlimited.end), flow.source.evidence(cap.start, cap.end))
    words = quote(flow, unlimited.start, unlimited.end)
    return (make("contradiction", evidence, variant="rate", unlimited=words, cap=cap.value.replace(".", ",")),)


def _parts(requirement: Requirement) -> Iterator[Requirement]:
    if isinstance(requirement, AllOf):
        for part in requirement.parts:
            yield from _parts(part)
    else:
        yield requirement


_RUNGS = ("vmbo", "mbo", "havo", "vwo", "hbo", "wo")


def _rung(level: str) -> str | None:
    """Return which kind of school a level belongs to; None where it names two ("mbo/hbo") or none."""
    low = plain(level).replace("wo-bachelor", "wo").replace("hbo-bachelor", "hbo").replace("master", "wo")
    named = {rung for rung in _RUNGS if re.search(rf"(?<![a-z]){rung}(?![a-z])", low)}
    return named.pop() if len(named) == 1 else None


def level_notice(flow: Flow, header: dict[str, Field], criteria: tuple[Criterion, ...]) -> tuple[Notice, ...]:
    """Return a notice where the header's level and that of the knock-outs differ (P9): header HBO, knock-out mbo."""
    field = header.get("level")
    asked = _rung(field.value) if field else None
    if field is None or asked is None:
        return ()
    demanded = [
        (criterion, part)
        for criterion in criteria
        if criterion.kind == "knockout"
        for part in _parts(criterion.requirement)
        if isinstance(part, Education) and _rung(part.level) is not None
    ]
    if not demanded or any(isinstance(criterion.requirement, AnyOf) for criterion, _ in demanded):
        return ()
    criterion, highest = max(demanded, key=lambda pair: _RUNGS.index(_rung(pair[1].level) or "vmbo"))
    rung = _rung(highest.level)
    if rung == asked or (field.value.endswith("+") and _RUNGS.index(rung or "vmbo") > _RUNGS.index(asked)):
        return ()
    evidence = (
        flow.source.evidence(field.start, field.end),
        flow.source.evidence(flow.source.canonical(criterion.span.start), flow.source.canonical(criterion.span.end)),
    )
    return (
        make(
            "contradiction",
            evidence,
            criterion=criterion.id,
            variant="level",
            id=criterion.id,
            number=criterion.number,
            header=field.value,
            level=highest.level,
        ),
    )


def hours_notice(flow: Flow, hours: Hit | None, criteria: tuple[Criterion, ...]) -> tuple[Notice, ...]:
    """Return a notice where a criterion asks for hours that the header excludes."""
    if hours is None or not isinstance(hours.value, Hours):
        return ()
    for criterion in criteria:
        for part in _parts(criterion.requirement):
            if isinstance(part, Availability) and part.hours is not None and _apart(hours.value, part.hours):
                span = criterion.span
                evidence = (
                    flow.source.evidence(hours.start, hours.end),
                    flow.source.evidence(flow.source.canonical(span.start), flow.source.canonical(span.end)),
                )
                return (
                    make(
                        "contradiction",
                        evidence,
                        criterion=criterion.id,
                        variant="hours",
                        id=criterion.id,
                        number=criterion.number,
                        header=_hours(hours.value),
                        hours=_hours(part.hours),
                    ),
                )
    return ()


def _apart(one: Hours, other: Hours) -> bool:
    low = max(one.min or 0, other.min or 0)
    high = min(one.max if one.max is not None else 168, other.max if other.max is not None else 168)
    return low > high


def _hours(hours: Hours) -> str:
    low, high = hours.min, hours.max
    if low is None or high is None or low == high:
        return points_text(low if low is not None else high or 0)
    return f"{points_text(low)}-{points_text(high)}"


def pages_notice(flow: Flow, offer: OfferRules) -> tuple[Notice, ...]:
    """Return a notice where the CV has two different limits."""
    if offer.cv_pages is None or not offer.other_pages:
        return ()
    first, second = offer.cv_pages, offer.other_pages[0]
    evidence = (flow.source.evidence(first.start, first.end), flow.source.evidence(second.start, second.end))
    return (
        make(
            "contradiction",
            evidence,
            variant="pages",
            first=str(first.value),
            second=str(second.value),
            least=str(min(first.value, second.value)),
        ),
    )


def contract_notice(flow: Flow, clauses: tuple[Clause, ...]) -> tuple[Notice, ...]:
    """Return a notice where a zzp'er is both let in and shut out."""
    named = {clause.name: clause for clause in clauses}
    allowed, excluded = named.get("zzp_allowed"), named.get("zzp_excluded")
    if allowed is None or excluded is None:
        return ()
    evidence = (flow.source.evidence(allowed.start, allowed.end), flow.source.evidence(excluded.start, excluded.end))
    return (
        make(
            "contradiction",
            evidence,
            variant="zzp",
            allowed=quote(flow, allowed.start, allowed.end),
            excluded=quote(flow, excluded.start, excluded.end),
        ),
    )


def incomplete_notices(flow: Flow, sections: tuple[Section, ...]) -> tuple[Notice, ...]:
    """Return a notice for each place where the text stops in mid-sentence (P15)."""
    headings = {index for section in sections[1:] for index in range(section.heading, section.first)}
    first = sections[1].heading if len(sections) > 1 else 0
    found: list[Notice] = []
    for index in range(first, len(flow.lines)):
        if index in headings or not _breaks_off(flow, index, headings):
            continue
        line = flow.lines[index]
        short = _last_clause(flow, line.end)
        found.append(
            make(
                "incomplete_text",
                (flow.source.evidence(line.end - len(short), line.end),),
                quote=short.replace('"', "'"),
            )
        )
    return tuple(found)


def _last_clause(flow: Flow, end: int) -> str:
    """Return the words before `end` to quote: the last clause of the sentence, at most 14 words."""
    begin, _ = sentence_at(flow, end - 1, end)
    words = flow.prose[begin:end].split()[-14:]
    for at in range(len(words) - 4, 0, -1):
        if words[at - 1].endswith((":", ";", ")", ",")):
            return " ".join(words[at:])
    return " ".join(words).lstrip("-\u2022* ")


def _breaks_off(flow: Flow, index: int, headings: set[int]) -> bool:
    line = flow.lines[index]
    if ends_sentence(line.text) or line.text.endswith((",", "-", "/", ")")):
        return False
    word = last_word(line.text)
    never, seldom = (
        wordset("contradictions", "incomplete.never_last"),
        wordset("contradictions", "incomplete.seldom_last"),
    )
    if word not in never and word not in seldom:
        return False
    if index + 1 >= len(flow.lines) or index + 1 in headings:
        return len(line.text.split()) > 3
    following = flow.lines[index + 1].text
    mark = marker(following)
    if mark.bullet or mark.number or mark.letter:
        # A list may follow "ervaring met"; but not inside a list of its own kind, and never "eigen".
        return (
            word in never
            and following[mark.body : mark.body + 1].isupper()
            and _is_listed(flow, index, bullet=mark.bullet)
        )
    first = key(following.split(" ", 1)[0])
    return following[0].isupper() and first in wordset("contradictions", "incomplete.beginnings") and word in never


def _is_listed(flow: Flow, index: int, *, bullet: bool) -> bool:
    """Return whether a line belongs to an item of a list with the same kind of marker."""
    for at in range(index, max(-1, index - 12), -1):
        mark = marker(flow.lines[at].text)
        if mark.bullet or mark.number or mark.letter:
            return mark.bullet == bullet
        if at < index and ends_sentence(flow.lines[at].text) and flow.lines[at + 1].hard:
            return False
    return False
