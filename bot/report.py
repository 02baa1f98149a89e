"""The long replies: the points line by line, a posting as it was read, candidates side by side."""

from collections.abc import Sequence

from bot.replies import MARKS, grouped, posting_block, reminder_blocks, verdict_block
from bot.reply import Block, Reply
from bot.wording import block
from core.dossier import Dossier
from core.model.assessment import Outcome
from core.model.posting import Criterion

QUOTE_LIMIT = 2


def score_reply(dossier: Dossier, *, can_tick: bool = False) -> Reply:
    """Return the points line by line, with everything else that the bid needs. `can_tick`: items can be ticked here."""
    by_id = {criterion.id: criterion for criterion in dossier.posting.criteria}
    blocks = [verdict_block(dossier)]
    blocks.extend(_line(by_id[o.id], o, has_cv=dossier.candidate.source == "cv") for o in dossier.assessment.criteria)
    if dossier.assessment.practical:
        blocks.append(block("details", "practical", lines=dossier.assessment.practical, marks=MARKS))
    blocks.extend(reminder_blocks(dossier))
    blocks.extend(_beside(dossier, can_tick=can_tick))
    return Reply(blocks=tuple(blocks))


def check_reply(dossier: Dossier) -> Reply:
    """Return the report of `fitcheck check`: which posting, the score, and what is still to be asked."""
    asked = block("text", "questions", questions=dossier.questions)
    return Reply(blocks=(posting_block(dossier), *score_reply(dossier).blocks, asked))


def posting_report(dossier: Dossier) -> Reply:
    """Return the report of `fitcheck posting`: header, criteria with points and tiers, notices, checklist."""
    blocks = [posting_block(dossier), block("details", "header", posting=dossier.posting)]
    for kind in ("knockout", "award"):
        criteria = [c for c in dossier.posting.criteria if c.kind == kind]
        if criteria:
            blocks.append(block("details", "criteria", kind=kind, criteria=criteria))
    blocks.extend(_beside(dossier))
    return Reply(blocks=tuple(blocks))


def rank_reply(rows: Sequence[tuple[str, Dossier]]) -> Reply:
    """Return candidates side by side, best first: a name for each, with its dossier (S8)."""
    head = posting_block(rows[0][1])
    return Reply(blocks=(head, *(_ranked(n, name, dossier) for n, (name, dossier) in enumerate(rows, start=1))))


def _ranked(number: int, name: str, dossier: Dossier) -> Block:
    rate = dossier.candidate.rate
    return block(
        "details",
        "ranked",
        number=number,
        name=name,
        initials=dossier.candidate.initials,
        assessment=dossier.assessment,
        rate=rate.bid or rate.own,
        questions=len(dossier.questions),
        unmet=[o.id for o in dossier.assessment.criteria if o.status == "unmet" and o.id.startswith("K")],
        missing=[o.id for o in dossier.assessment.criteria if o.status == "open" and o.id.startswith("K")],
    )


def _beside(dossier: Dossier, *, can_tick: bool = False) -> list[Block]:
    """The notices and the bid checklist, each only where there is one."""
    blocks = []
    if dossier.notices:
        blocks.append(block("details", "notices", notices=grouped(dossier)))
    if dossier.bid_checklist:
        blocks.append(checklist_block(dossier, can_tick=can_tick))
    return blocks


def checklist_block(dossier: Dossier, *, can_tick: bool) -> Block:
    """Return the bid checklist, numbered; `can_tick`: say how an item is ticked (Q9)."""
    return block("details", "checklist", items=dossier.bid_checklist, marks=MARKS, can_tick=can_tick)


def _line(criterion: Criterion, outcome: Outcome, *, has_cv: bool) -> Block:
    quotes = list(dict.fromkeys((e.source, e.quote) for e in outcome.evidence if e.quote.strip()))[:QUOTE_LIMIT]
    return block(
        "details",
        "line",
        criterion=criterion,
        outcome=outcome,
        mark=MARKS[outcome.status],
        quotes=quotes,
        where="cv" if has_cv else "tekst",
    )
