"""The commands: /score, /vragen, /waarom and the rest, with a few that work without a slash."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from bot import office
from bot.replies import question_choices
from bot.reply import Block, Reply
from bot.report import checklist_block, score_reply
from bot.state import State, Turn, is_complete, moved, open_question
from bot.steps import again, answered, carried_on, fresh, next_step, undone
from bot.wording import block, reply
from core.model.question import Question
from core.text.dates import find_dates


class Command(NamedTuple):
    """A command: what it does with the words behind it."""

    run: Callable[[State, str], Turn]
    bare: bool = False
    """It is understood without a slash too."""


def command_in(text: str) -> Callable[[State], Turn] | None:
    """Return what a typed command does; None where the text is none. An unknown one gets the help."""
    words = text.strip()
    if words.startswith("/"):
        name, _, rest = words[1:].partition(" ")
        command = COMMANDS.get(name.lower().rstrip("?!."), Command(_help))
        return lambda state: command.run(state, rest.strip())
    bare = COMMANDS.get(words.lower().rstrip("?!."))
    return (lambda state: bare.run(state, "")) if bare is not None and bare.bare else None


def is_command(text: str) -> bool:
    """Return whether a line is a command that exists, with or without its slash."""
    words = text.strip().lower()
    name = words[1:].partition(" ")[0] if words.startswith("/") else ""
    bare = COMMANDS.get(words.rstrip("?!."))
    return name.rstrip("?!.") in COMMANDS or (bare is not None and bare.bare)


def is_help(text: str) -> bool:
    """Return whether a message asks how this works."""
    return text.strip().lower().lstrip("/").rstrip("?!.") in ("help", "start")


def why(state: State, question: Question | None) -> Turn:
    """Say why a question is asked, with the ways to answer it (Q4)."""
    if question is None:
        return again(state)
    text = Block(kind="text", text=question.why)
    return Turn(state, (Reply(blocks=(text,), choices=question_choices(question)),))


def score(state: State, _rest: str = "") -> Turn:
    """Show the points line by line, with everything else that the bid needs."""
    if not state.dossier.posting_text:
        return Turn(state, (reply("nothing_yet"),))
    return again(state, score_reply(state.dossier, can_tick=True))


def broker(state: State) -> Turn:
    """Show the ready questions to the broker, to copy."""
    asked = [notice.question for notice in state.dossier.notices if notice.question]
    if not asked:
        return again(state)
    return again(state, Reply(blocks=(block("copy", "broker_question", questions=asked),)))


def go_on(state: State, _rest: str = "") -> Turn:
    """Go on with the questions: after the interim verdict, or after a failed knock-out (S5)."""
    if not is_complete(state.dossier):
        return _questions(state)
    if state.pending == "more":
        return resolve_more(state)
    if state.dossier.questions or state.dossier.assessment.verdict != "no_go":
        return again(state)
    return carried_on(state, state.dossier.keep_asking(), (block("text", "went_on"),))


def resolve_more(state: State) -> Turn:
    """Go on after the interim verdict (Q6)."""
    return next_step(moved(state, pending=None))


def _help(state: State, _rest: str = "") -> Turn:
    return again(state, reply("help"))


def _questions(state: State, _rest: str = "") -> Turn:
    if not is_complete(state.dossier):
        wanted = "send_candidate" if state.dossier.posting_text else "nothing_yet"
        return again(state, reply(wanted))
    return again(state, reply("questions", questions=state.dossier.questions))


def _why(state: State, _rest: str = "") -> Turn:
    return why(state, open_question(state))


def _undo(state: State, _rest: str = "") -> Turn:
    return undone(state)


def _skip(state: State, _rest: str = "") -> Turn:
    if state.office is not None:
        return office.told(state, state.office, "skip")
    question = open_question(state)
    if question is None:
        return again(state)
    return answered(state, question.id, "unknown", typed=False)


def _message(state: State, _rest: str = "") -> Turn:
    text = state.dossier.candidate_message if is_complete(state.dossier) else None
    if text is None:
        return again(state, reply("no_message"))
    sent = tuple(question for question in state.dossier.questions if question.to_candidate)
    blocks = (block("text", "candidate_message"), Block(kind="copy", text=text))
    return again(moved(state, sent=sent), Reply(blocks=blocks))


def _tick(state: State, rest: str) -> Turn:
    """Tick an item of the bid checklist by its number (Q9); "niet" takes the tick away."""
    items = state.dossier.bid_checklist if state.dossier.posting_text else ()
    number, _, tail = rest.partition(" ")
    if not (number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(items)):
        shown = checklist_block(state.dossier, can_tick=True) if items else block("text", "no_checklist")
        return again(state, Reply(blocks=(shown,)))
    done = not tail.strip().lower().startswith(("n", "open"))
    dossier = state.dossier.tick(items[int(number) - 1].id, done=done)
    return again(moved(state, dossier=dossier), Reply(blocks=(checklist_block(dossier, can_tick=True),)))


def _reference_date(state: State, rest: str) -> Turn:
    """Measure experience on another day (P7)."""
    days = find_dates(rest)
    if len(days) != 1 or not state.dossier.posting_text:
        return again(state, reply("reference_date", day=None))
    dossier = state.dossier.with_reference_date(days[0].date)
    note = block("text", "reference_date", day=days[0].date)
    if not is_complete(dossier):
        return again(moved(state, dossier=dossier), Reply(blocks=(note,)))
    return carried_on(state, dossier, (note,))


def _office(state: State, rest: str) -> Turn:
    return office.show(state, everything=rest.lower().startswith("opnieuw"))


def _new(state: State, _rest: str = "") -> Turn:
    return Turn(State(dossier=fresh(state.dossier)), (reply("greeting"),))


def _stop(state: State, _rest: str = "") -> Turn:
    return Turn(moved(state, ended=True), (reply("bye"),))


COMMANDS: Mapping[str, Command] = {
    "help": Command(_help, bare=True),
    "start": Command(_help),
    "score": Command(score, bare=True),
    "vragen": Command(_questions, bare=True),
    "waarom": Command(_why, bare=True),
    "terug": Command(_undo, bare=True),
    "overslaan": Command(_skip, bare=True),
    "kandidaat": Command(_message),
    "verder": Command(go_on, bare=True),
    "klaar": Command(_tick),
    "peildatum": Command(_reference_date),
    "kantoor": Command(_office),
    "nieuw": Command(_new),
    "stop": Command(_stop, bare=True),
}
