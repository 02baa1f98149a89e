"""The conversation, pure: a state and a message give a new state and replies (DESIGN 2).

It knows no channel: an adapter shows blocks and choices, and hands back what was typed or tapped. `begin` makes a
state, `respond` takes a typed text or a chosen id, `receive` a text of which the kind is known.
"""

from datetime import date
from typing import Literal

from bot import commands, office
from bot.naming import correction_in, is_answer, others_named
from bot.replies import final_reply
from bot.reply import chosen, said
from bot.replying import answers_in, questions_of
from bot.state import State, Turn, has_candidate, is_complete, open_question
from bot.steps import (
    again,
    answered,
    candidate_received,
    corrected,
    hold,
    pending_reply,
    posting_received,
    reply_received,
    resolve,
)
from bot.wording import reply
from core.asking.mention import spoken_of
from core.asking.words import says
from core.candidate.reader import read_candidate
from core.dossier import Dossier
from core.errors import FitcheckError
from core.intake import Recognition, recognise, require_candidate, require_posting
from core.model.reminder import OfficeProfile

__all__ = ["State", "Turn", "begin", "receive", "respond"]

LONG_TEXT = 400
"""From so many characters a text about a person is no typed answer."""
LONGEST_ANSWER = 2000
"""A longer text answers nothing."""


def begin(today: date, profile: OfficeProfile | None = None) -> Turn:
    """Return a fresh conversation on a day, with its greeting; `profile`: what is known of the office (Q8)."""
    dossier = Dossier.new(today=today)
    if profile is not None:
        dossier = dossier.with_profile(profile)
    return Turn(State(dossier=dossier), (reply("greeting"),))


def respond(state: State, message: str, *, choice: bool = False) -> Turn:
    """Return the turn that a typed text, or the id of a tapped choice, leads to; never raises on any text."""
    try:
        if choice:
            return _tapped(state, message)
        command = commands.command_in(message)
        return command(state) if command is not None else _typed(state, message)
    except FitcheckError as error:
        return again(state, said(str(error)))


def receive(state: State, text: str, kind: Literal["posting", "candidate"] | None = None) -> Turn:
    """Return the turn for a text that is no typed answer: a file. `kind` None: what it is, is told from the text."""
    try:
        if state.held is not None and state.pending != "rest":
            return again(state, reply("choose_first"))
        if kind is None:
            found = recognise(text).kind
            is_candidate = found == "candidate" or (bool(state.dossier.posting_text) and found != "posting")
            kind = "candidate" if is_candidate else "posting"
        return posting_received(state, text) if kind == "posting" else candidate_received(state, text)
    except FitcheckError as error:
        return again(state, said(str(error)))


# Typed text


def _typed(state: State, text: str) -> Turn:
    if (value := office.typed(state, text)) is not None and state.office is not None:
        return office.told(state, state.office, value)
    if state.pending is not None and state.pending != "rest":
        return _while_waiting(state, text)
    return _text(state, text, recognise(text))


def _while_waiting(state: State, text: str) -> Turn:
    """A choice is waited for: its typed form, or (only where no text is held) anything else."""
    choice = chosen(pending_reply(state).choices, text)
    if choice is not None:
        return _tapped(state, choice.id)
    if state.pending == "more":
        if says(text) == "yes":
            return commands.resolve_more(state)
        if says(text) == "no" and not others_named(state, text):
            return Turn(state, (final_reply(state.dossier),))
        return _text(state, text, recognise(text))
    return again(state, reply("choose_first"))


def _text(state: State, text: str, found: Recognition) -> Turn:
    if found.kind == "posting":
        return posting_received(state, text)
    is_short = len(text) < LONG_TEXT and is_complete(state.dossier)
    if found.kind in ("empty", "binary", "too_long", "link", "two_postings") or (
        found.kind == "foreign" and not is_short
    ):
        return _unreadable(state, text)
    if not is_complete(state.dossier):
        return _first_texts(state, text, found)
    told = answers_in(state, text)
    if told:
        return reply_received(state, questions_of(state), told)
    if found.kind == "candidate" and (turn := _person(state, text)) is not None:
        return turn
    return _in_words(state, text)


def _unreadable(state: State, text: str) -> Turn:
    if state.dossier.posting_text:
        require_candidate(text)
        return candidate_received(state, text)  # a CV in another language is read all the same
    require_posting(text)
    return again(state, reply("unclear"))


def _first_texts(state: State, text: str, found: Recognition) -> Turn:
    """Before both are in: a candidate where one is due, in whatever order they come."""
    if found.kind == "candidate" or (state.dossier.posting_text and not has_candidate(state.dossier)):
        return candidate_received(state, text)
    if state.pending == "rest" and found.kind == "unknown":
        return posting_received(state, text)
    if has_candidate(state.dossier):
        return again(state, reply("send_posting", initials=None))
    if found.kind == "unknown":
        require_posting(text)
    return again(state, reply("nothing_yet"))


def _person(state: State, text: str) -> Turn | None:
    """A text that reads as a candidate: another text about a person, or an answer that holds a fact or two."""
    if len(text) >= LONG_TEXT:
        return candidate_received(state, text)
    read = read_candidate(text)
    facts = (read.employments, read.educations, read.contract_form, read.rate.own or read.rate.bid, read.courses)
    if read.initials or read.people:
        return candidate_received(state, text)
    if sum(bool(fact) for fact in facts) < 2:
        return None
    return hold(state, "answer_or_candidate", text)


def _in_words(state: State, text: str) -> Turn:
    """Free text goes to the open question, unless it names the subject of another one: a correction (Q4)."""
    if len(text) > LONGEST_ANSWER:
        return again(state, reply("unclear"))
    asked, others, rest = open_question(state), others_named(state, text), correction_in(text)
    if asked is None:
        return corrected(state, others[0], rest) if others else again(state, reply("unclear"))
    if not others or says(text) == "yes" or spoken_of((asked,), text) is not None:
        return answered(state, asked.id, text, typed=True)
    fits = [question for question in others if is_answer(state, question, rest)]
    if fits and rest != text:
        return corrected(state, fits[0], rest)
    answers_asked = is_answer(state, asked, text)
    if fits and not answers_asked and any(question.id == fits[0].id for question in state.dossier.questions):
        return corrected(state, fits[0], rest)
    if not fits and not answers_asked:
        return answered(state, asked.id, text, typed=True)  # which says how to answer instead
    # It may be about either, or it would change what is settled without being a correction: that is asked.
    return hold(state, "about", text)


# Taps


def _tapped(state: State, identity: str) -> Turn:
    verb, _, rest = identity.partition(":")
    match verb:
        case "answer":
            question, _, option = rest.partition(":")
            return answered(state, question, option, typed=False)
        case "why":
            found = next((q for q in state.dossier.questions if q.id == rest), None)
            return commands.why(state, found)
        case "office":
            field, _, value = rest.partition(":")
            return office.told(state, field, value)
        case "more" if state.pending == "more":
            return commands.resolve_more(state)
        case "candidate" | "posting" | "text" | "about" | "drop" if state.held is not None:
            return resolve(state, identity)
        case "score":
            return commands.score(state)
        case "go_on":
            return commands.go_on(state)
        case "broker":
            return commands.broker(state)
        case _:
            return again(state, reply("old_choice"))
