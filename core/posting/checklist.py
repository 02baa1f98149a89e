"""The bid checklist: what sets a bid aside besides the criteria (P10).

An item is a blocker where a sentence says that a bid without it is set aside; the deadline always is.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.model.base import Evidence
from core.model.posting import AllOf, ChecklistItem, Criterion, Document, Requirement
from core.posting.clauses import Clause, read_clause
from core.posting.layout import Flow, sentence_at
from core.posting.offer import OfferRules
from core.posting.planning import Planning
from core.posting.values import Hit
from core.posting.words import near, pattern, wordlist
from core.text.phrases import amount_text, listed, moment_text, points_text
from core.text.source import plain
from core.texts import say


class Terms(NamedTuple):
    """What the posting says of the bid besides its documents."""

    clauses: tuple[Clause, ...]
    rate_cap: Hit | None
    rate_includes: Hit | None
    price_weight: float | None


_DBA_REACH = 700


def read_checklist(
    flow: Flow, offer: OfferRules, planning: Planning, terms: Terms, criteria: tuple[Criterion, ...]
) -> tuple[ChecklistItem, ...]:
    """Return the items in the order in which a bid is made up."""
    refusals = _refusals(flow)
    named = {clause.name: clause for clause in terms.clauses}
    items = [
        _dba(flow),
        *_offer(flow, offer),
        _motivation(flow, criteria, named.get("own_motivation")),
        *_documents(flow, named),
        _contract(flow, named, criteria),
        _rate(flow, terms),
        _deadline(flow, planning),
    ]
    return tuple(_blocking(item, refusals) for item in items if item is not None)


def _refusals(flow: Flow) -> tuple[tuple[int, int, str], ...]:
    """Return the sentences that say what sets a bid aside."""
    found: list[tuple[int, int, str]] = []
    for match in _matches(flow, "set_aside"):
        begin, end = sentence_at(flow, match.start(), match.end())
        if not found or found[-1][0] != begin:
            found.append((begin, end, flow.low[begin:end]))
    return tuple(found)


def _matches(flow: Flow, name: str) -> Iterator[re.Match[str]]:
    return near(pattern("checklist", name), flow.low, wordlist("checklist", f"{name}_words"))


def _first(flow: Flow, name: str) -> re.Match[str] | None:
    return next(_matches(flow, name), None)


def _blocking(item: ChecklistItem, refusals: tuple[tuple[int, int, str], ...]) -> ChecklistItem:
    if item.blocker:
        return item
    name = item.id.replace("document:", "")
    words = pattern("checklist", f"refused.{name}")
    if not any(words.search(sentence) for _, _, sentence in refusals):
        return item
    text = item.text if name != "rate" else item.text.removesuffix(".") + say("checklist.rate_refused")
    return item.model_copy(update={"blocker": True, "text": text})


def _at(flow: Flow, hit: Hit | Clause) -> tuple[Evidence, ...]:
    return (flow.source.evidence(hit.start, hit.end),)


def _dba(flow: Flow) -> ChecklistItem | None:
    clause = read_clause(flow, "dba_substantiation")
    if clause is None:
        return None
    around = flow.low[clause.start : clause.end + _DBA_REACH]
    blocker = pattern("checklist", "set_aside").search(around) is not None
    text = say("checklist.dba_substantiation_blocker" if blocker else "checklist.dba_substantiation")
    return ChecklistItem(id="dba_substantiation", text=text, blocker=blocker, evidence=_at(flow, clause))


def _pages(count: int) -> str:
    return say("checklist.pages_one") if count == 1 else say("checklist.pages_many", count=count)


def _offer(flow: Flow, offer: OfferRules) -> list[ChecklistItem]:
    items: list[ChecklistItem] = []
    if offer.cv_pages:
        left_out = say("checklist.not_counted", what=offer.not_counted.value) if offer.not_counted else ""
        evidence = _at(flow, offer.cv_pages) + (_at(flow, offer.not_counted) if offer.not_counted else ())
        text = say("checklist.cv_pages", pages=_pages(offer.cv_pages.value), not_counted=left_out)
        items.append(ChecklistItem(id="cv_pages", text=text, evidence=evidence))
    if offer.motivation_pages:
        text = say("checklist.motivation_pages", pages=_pages(offer.motivation_pages.value))
        items.append(ChecklistItem(id="motivation_pages", text=text, evidence=_at(flow, offer.motivation_pages)))
    if offer.language:
        text = say("checklist.language", language=offer.language.value)
        items.append(ChecklistItem(id="language", text=text, evidence=_at(flow, offer.language)))
    if offer.format:
        text = say("checklist.format", format=offer.format.value)
        items.append(ChecklistItem(id="format", text=text, evidence=_at(flow, offer.format)))
    if offer.references:
        content = (
            say("checklist.reference_content", what=offer.reference_content.value) if offer.reference_content else ""
        )
        evidence = _at(flow, offer.references) + (_at(flow, offer.reference_content) if offer.reference_content else ())
        count = offer.references.value
        text = (
            say("checklist.references_one", content=content)
            if count == 1
            else say("checklist.references_many", count=count, content=content)
        )
        items.append(ChecklistItem(id="references", text=text, evidence=evidence))
    return items


def _wants_document(requirement: Requirement, word: str) -> bool:
    if isinstance(requirement, AllOf):
        return any(_wants_document(part, word) for part in requirement.parts)
    return isinstance(requirement, Document) and word in plain(requirement.name)


def _motivation(flow: Flow, criteria: tuple[Criterion, ...], own: Clause | None) -> ChecklistItem | None:
    asked = next(
        (
            one
            for one in criteria
            if _wants_document(one.requirement, "motivatie")
            or pattern("checklist", "motivation_in_criterion").search(plain(one.text))
        ),
        None,
    )
    told = _first(flow, "motivation")
    if asked is None and told is None and own is None:
        return None
    evidence: tuple[Evidence, ...] = ()
    if asked is not None:
        canonical = flow.source.canonical
        evidence += (flow.source.evidence(canonical(asked.span.start), canonical(asked.span.end)),)
    elif told is not None:
        evidence += (flow.source.evidence(*sentence_at(flow, told.start(), told.end())),)
    if own is not None:
        evidence += _at(flow, own)
    name = "motivation_own" if own is not None else "motivation"
    text = say(f"checklist.{name}_criterion", id=asked.id) if asked is not None else say(f"checklist.{name}")
    if _first(flow, "together"):
        text += say("checklist.together")
    return ChecklistItem(id="motivation", text=text, evidence=evidence)


def _documents(flow: Flow, named: dict[str, Clause]) -> list[ChecklistItem]:
    items: list[ChecklistItem] = []
    for name in ("uea", "kvk", "nda"):
        if name in named:
            text = say(f"checklist.document_{name}")
            items.append(ChecklistItem(id=f"document:{name}", text=text, evidence=_at(flow, named[name])))
    for name in ("vog", "plan", "form"):
        match = _first(flow, f"document.{name}")
        if match:
            evidence = (flow.source.evidence(*sentence_at(flow, match.start(), match.end())),)
            items.append(
                ChecklistItem(id=f"document:{name}", text=say(f"checklist.document_{name}"), evidence=evidence)
            )
    return items


_MARKS = 3
"""What may close a criterion behind its text: a full stop, a semicolon, a bracket."""


def _contract(flow: Flow, named: dict[str, Clause], criteria: tuple[Criterion, ...]) -> ChecklistItem | None:
    """Return that a remark outside the criteria excludes zzp: such a bid is set aside."""
    clause = named.get("zzp_excluded")
    if clause is None:
        return None
    span = flow.source.span(clause.start, clause.end)
    # Its sentence may begin with the criterion before it, where nothing ends that; it ends in its own.
    if any(one.span.start < span.end <= one.span.end + _MARKS for one in criteria):
        return None
    return ChecklistItem(
        id="zzp_excluded", text=say("checklist.zzp_excluded"), blocker=True, evidence=_at(flow, clause)
    )


def _rate(flow: Flow, terms: Terms) -> ChecklistItem | None:
    cap, includes = terms.rate_cap, terms.rate_includes
    refused = _first(flow, "rate_refused")
    if cap is None and includes is None and terms.price_weight is None and refused is None:
        return None
    evidence = tuple(flow.source.evidence(hit.start, hit.end) for hit in (cap, includes) if hit is not None)
    if cap is not None or includes is not None or refused is not None:
        amount = say("checklist.rate_cap", amount=amount_text(Decimal(cap.value))) if cap else ""
        what = listed([say(f"checklist.parts.{name}") for name in includes.value]) if includes else ""
        text = say("checklist.rate", cap=amount, includes=say("checklist.rate_includes", what=what) if what else "")
    else:
        text = ""
    if terms.price_weight is not None:
        text = f"{text} {say('checklist.price_weight', weight=points_text(terms.price_weight))}".strip()
    return ChecklistItem(id="rate", text=text, evidence=evidence)


def _deadline(flow: Flow, planning: Planning) -> ChecklistItem | None:
    closing = planning.closing
    if closing is None:
        return None
    evidence = tuple(flow.source.evidence(one.start, one.end) for one in (closing, *planning.others))
    moments = sorted((one.iso for one in (closing, *planning.others)), key=lambda iso: (iso[:10], iso))
    if planning.others:
        other = next(iso for iso in (*moments[1:], moments[0]))
        text = say("checklist.deadline_earliest", earliest=moment_text(moments[0]), other=moment_text(other))
    else:
        text = say("checklist.deadline", closing=moment_text(closing.iso))
    return ChecklistItem(id="deadline", text=text, blocker=True, evidence=evidence)
