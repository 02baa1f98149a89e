"""The replies of the conversation: what was read, the verdict, a question, the end."""

from datetime import date

from bot.reply import LABEL_LIMIT, Block, Choice, Reply
from bot.wording import block, render, reply, short
from core.dossier import Dossier
from core.model.assessment import Outcome
from core.model.posting import Criterion
from core.model.question import Question
from core.texts import say

REMINDER_LIMIT = 5
TODO_LIMIT = 6
MARKS = {"met": "✅", "unmet": "❌", "open": "❔"}


# The posting


def posting_reply(dossier: Dossier, *, wants_candidate: bool) -> Reply:
    """Return what was read of the posting: the header line, the notices, what to send now."""
    blocks = [posting_block(dossier)]
    if dossier.notices:
        blocks.append(block("text", "notices", notices=grouped(dossier)))
    if wants_candidate:
        blocks.append(block("text", "send_candidate"))
    return Reply(blocks=tuple(blocks), choices=broker_choice(dossier))


def posting_block(dossier: Dossier) -> Block:
    """Return the header line: title, client, counts, the closing moment and the days left."""
    posting = dossier.posting
    kinds = [criterion.kind for criterion in posting.criteria]
    days_left = (date.fromisoformat(posting.closing[:10]) - dossier.today).days if posting.closing else None
    return block(
        "headline",
        "posting",
        posting=posting,
        knockouts=kinds.count("knockout"),
        awards=kinds.count("award"),
        days_left=days_left,
    )


def broker_choice(dossier: Dossier) -> tuple[Choice, ...]:
    """Return the choice to see the ready questions to the broker; none where there are none."""
    if not any(notice.question for notice in dossier.notices):
        return ()
    label = f"Vraag aan {dossier.posting.broker or 'makelaar'}"
    return (Choice(id="broker", label=label if len(label) <= LABEL_LIMIT else "Vraag aan makelaar"),)


def grouped(dossier: Dossier) -> list[str]:
    """Return the texts of the notices; points in several knock-outs are one line."""
    numbers = {criterion.id: criterion.number for criterion in dossier.posting.criteria}
    pointed = [n.criterion for n in dossier.notices if n.code == "points_in_knockout" and n.criterion in numbers]
    together = len(pointed) > 1
    texts = [render("points_in_knockouts", numbers=[numbers[c] for c in pointed if c])] if together else []
    texts += [n.text for n in dossier.notices if not (together and n.code == "points_in_knockout")]
    return list(dict.fromkeys(texts))


# The verdict


def verdict_block(dossier: Dossier) -> Block:
    """Return the verdict first, in words and colour, with what holds, what is missing and the points."""
    assessment = dossier.assessment
    by_id = {criterion.id: criterion for criterion in dossier.posting.criteria}
    knockouts = [o for o in assessment.criteria if by_id[o.id].kind == "knockout"]
    return block(
        "headline",
        "verdict",
        assessment=assessment,
        points=assessment.points,
        knockouts=len(knockouts),
        awards=len(assessment.criteria) - len(knockouts),
        met=[subject(by_id[o.id]) for o in knockouts if o.status == "met"],
        missing=sum(o.status == "open" for o in knockouts),
        failed=[(o.id, subject(by_id[o.id]), o.reason) for o in knockouts if o.status == "unmet"],
        todos=_shown([o.id for o in assessment.criteria if o.todo is not None and o.todo.place == "cv"]),
        questions=len(dossier.questions),
        has_cv=dossier.candidate.source == "cv",
        expired=any(notice.code == "closed" for notice in dossier.notices),
    )


def _shown(ids: list[str]) -> list[str]:
    return ids if len(ids) <= TODO_LIMIT else [*ids[:TODO_LIMIT], f"nog {len(ids) - TODO_LIMIT}"]


def subject(criterion: Criterion) -> str:
    """Return what a criterion is about, in a word: "opleiding", "ervaring"."""
    return say(f"subjects.{criterion.requirement.type}")


def final_reply(dossier: Dossier, note: tuple[Block, ...] = ()) -> Reply:
    """Return the end of the questions: the verdict, what must still be written, the reminders, what can be done now."""
    blocks = [*note, verdict_block(dossier)]
    if dossier.assessment.verdict != "no_go":
        todos = [outcome for outcome in dossier.assessment.criteria if outcome.todo is not None]
        if todos:
            blocks.append(block("text", "todos", outcomes=todos))
        blocks.extend(reminder_blocks(dossier))
    return Reply(blocks=tuple(blocks), choices=after(dossier))


def after(dossier: Dossier) -> tuple[Choice, ...]:
    """Return what can be done where no question is open: see all lines, or go on after a failed knock-out (S5)."""
    choices = [Choice(id="score", label="Alle regels")]
    if dossier.questions:
        choices.insert(0, Choice(id="more", label="Verder vragen"))
    if dossier.assessment.verdict == "no_go" and not dossier.questions and dossier.keep_asking().questions:
        choices.append(Choice(id="go_on", label="Toch doorvragen"))
    return tuple(choices)


def reminder_blocks(dossier: Dossier) -> tuple[Block, ...]:
    """Return at most five reminders, blockers first, with what they are worth; none where there are none."""
    if not dossier.reminders:
        return ()
    shown, rest = dossier.reminders[:REMINDER_LIMIT], dossier.reminders[REMINDER_LIMIT:]
    footer = say("compliance.footer")
    return (block("text", "reminders", reminders=shown, more=len(rest), footer=footer),)


# A question


def question_reply(dossier: Dossier, question: Question, number: int, note: tuple[Block, ...] = ()) -> Reply:
    """Return one question: its number, what it decides, its text, and the ways to answer (Q4)."""
    by_id = {criterion.id: criterion for criterion in dossier.posting.criteria}
    asked = [by_id[identity] for identity in question.criteria if identity in by_id]
    head = block(
        "headline",
        "question",
        number=number,
        knockouts=[criterion.number for criterion in asked if criterion.kind == "knockout"],
        awards=[criterion.number for criterion in asked if criterion.kind == "award"],
        points=question.points_at_stake,
        person=is_about_person(question),
    )
    text = block("text", "ask", question=question)
    return Reply(blocks=(*note, head, text), choices=question_choices(question))


def question_choices(question: Question) -> tuple[Choice, ...]:
    """Return the ways to answer a question: its options, "Weet ik niet" and "Waarom?" (Q4)."""
    prefix = f"answer:{question.id}:"
    # Where there is one thing to say yes to, its question says it already.
    has_scopes = sum(option.help is not None for option in question.options) > 1
    choices = tuple(
        Choice(id=prefix + o.id, label=short(o.label, LABEL_LIMIT), help=o.help if has_scopes else None)
        for o in question.options
    )
    why = Choice(id=f"why:{question.id}", label="Waarom?")
    if is_about_person(question):
        return (*choices, why)
    return (*choices, Choice(id=f"{prefix}unknown", label=say("options.unknown")), why)


def is_about_person(question: Question) -> bool:
    """Return whether it asks which of several people the candidate is (C9)."""
    return any(fact.kind == "person" for fact in question.facts)


def changed_lines(dossier: Dossier, before: dict[str, Outcome]) -> list[tuple[str, str, str]]:
    """Return what a correction changed: the criteria, the old and the new reason."""
    found: dict[tuple[str, str], list[str]] = {}
    for outcome in dossier.assessment.criteria:
        old = before[outcome.id]
        if (old.reason, old.status) != (outcome.reason, outcome.status):
            found.setdefault((old.reason, outcome.reason), []).append(outcome.id)
    return [(", ".join(ids), old, new) for (old, new), ids in found.items()]


# The office

YES_OR_NO = ("registered_as_lender", "insured", "das_admission", "nau_reported")
DEVICES = "provides_devices"
"""The fields of the office profile that can be asked (Q8)."""


def office_label(field: str) -> str:
    """Return a field of the office profile in words."""
    return "Apparatuur voor de kandidaat" if field == DEVICES else say(f"compliance.supplier.{field}")


def office_question(field: str) -> Reply:
    """Return the question about one field of the office profile."""
    if field == DEVICES:
        labels = {"both": "Laptop en telefoon", "laptop": "Alleen laptop", "none": "Niets"}
    else:
        labels = {"yes": say("options.yes"), "no": say("options.no")}
    labels["skip"] = say("options.unknown")
    choices = tuple(Choice(id=f"office:{field}:{value}", label=label) for value, label in labels.items())
    return reply("office_question", choices, label=office_label(field))
