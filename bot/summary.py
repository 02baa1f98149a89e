"""The figures of a dossier, as the templates say them: counts, names, the verdict in words."""

from datetime import date

from bot.reply import Block, Choice, Reply
from bot.wording import block
from core.dossier import Dossier
from core.model.assessment import Outcome
from core.model.posting import Criterion
from core.model.question import Question
from core.texts import say

REMINDER_LIMIT = 5
ICONS = {"go": "🟢", "open": "🟡", "no_go": "🔴"}
MARKS = {"met": "✅", "unmet": "❌", "open": "❔"}


def posting_reply(dossier: Dossier, *, wants_candidate: bool) -> Reply:
    """Return what was read of the posting: the header line, the notices, what to send now."""
    posting = dossier.posting
    kinds = [criterion.kind for criterion in posting.criteria]
    days_left = (date.fromisoformat(posting.closing[:10]) - dossier.today).days if posting.closing else None
    blocks = [
        block(
            "headline",
            "posting",
            posting=posting,
            knockouts=kinds.count("knockout"),
            awards=kinds.count("award"),
            days_left=days_left,
        )
    ]
    if dossier.notices:
        blocks.append(block("text", "notices", notices=dossier.notices))
    if wants_candidate:
        blocks.append(block("text", "send_candidate"))
    choices = (Choice(id="notices", label="Vraag aan broker"),) if any(n.question for n in dossier.notices) else ()
    return Reply(blocks=tuple(blocks), choices=choices)


def verdict_block(dossier: Dossier) -> Block:
    """Return the verdict first, in words and colour, with what holds, what is missing and the points."""
    outcomes = dossier.assessment.criteria
    knockouts = [o for o in outcomes if o.id.startswith("K")]
    by_id = {criterion.id: criterion for criterion in dossier.posting.criteria}
    return block(
        "headline",
        "verdict",
        verdict=dossier.assessment.verdict,
        icon=ICONS[dossier.assessment.verdict],
        bid_ready=dossier.assessment.bid_ready,
        points=dossier.assessment.points,
        met=[subject(by_id[o.id]) for o in knockouts if o.status == "met"],
        missing=sum(o.status == "open" for o in knockouts),
        failed=[(o.id, subject(by_id[o.id]), o.reason) for o in knockouts if o.status == "unmet"],
        todos=[o.id for o in outcomes if o.todo is not None and o.todo.place == "cv"],
        questions=len(dossier.questions),
        has_cv=dossier.candidate.source == "cv",
        expired=any(notice.code == "closed" for notice in dossier.notices),
    )


def subject(criterion: Criterion) -> str:
    """Return what a criterion is about, in a word: "opleiding", "ervaring"."""
    return say(f"subjects.{criterion.requirement.type}")


def question_reply(dossier: Dossier, question: Question, number: int) -> Reply:
    """Return one question: what it decides, its text, and the ways to answer (Q4)."""
    by_id = {criterion.id: criterion for criterion in dossier.posting.criteria}
    knockouts = [by_id[c].number for c in question.criteria if c in by_id and by_id[c].kind == "knockout"]
    blocks = (
        block(
            "headline",
            "question",
            number=number,
            knockouts=knockouts,
            points=question.points_at_stake,
            lone=not question.criteria,
        ),
        Block(kind="text", text=question.text),
    )
    choices = tuple(Choice(id=f"answer:{question.id}:{o.id}", label=o.label) for o in question.options)
    more = (
        Choice(id=f"answer:{question.id}:unknown", label=say("options.unknown")),
        Choice(id=f"why:{question.id}", label="Waarom?"),
    )
    if question.facts and question.facts[0].kind == "person":
        more = ()
    return Reply(blocks=blocks, choices=choices + more)


def score_reply(dossier: Dossier) -> Reply:
    """Return the points line by line, with everything else that the bid needs."""
    by_id = {criterion.id: criterion for criterion in dossier.posting.criteria}
    blocks = [verdict_block(dossier)]
    blocks.extend(_line(by_id[outcome.id], outcome) for outcome in dossier.assessment.criteria)
    if dossier.assessment.practical:
        blocks.append(block("details", "practical", lines=dossier.assessment.practical, marks=MARKS))
    if dossier.reminders:
        shown, rest = dossier.reminders[:REMINDER_LIMIT], dossier.reminders[REMINDER_LIMIT:]
        blocks.append(block("text", "reminders", reminders=shown, more=len(rest), footer=say("compliance.footer")))
    if dossier.notices:
        blocks.append(block("details", "notices", notices=dossier.notices))
    if dossier.bid_checklist:
        blocks.append(block("details", "checklist", items=dossier.bid_checklist, marks=MARKS))
    return Reply(blocks=tuple(blocks))


def _line(criterion: Criterion, outcome: Outcome) -> Block:
    quotes = [e.quote for e in outcome.evidence if e.quote][:2]
    return block(
        "details", "line", criterion=criterion, outcome=outcome, mark=MARKS[outcome.status], quotes=quotes
    )
