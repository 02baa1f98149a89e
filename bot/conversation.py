"""The conversation, pure: a state and a message give a new state and replies (DESIGN 2).

It knows no channel: an adapter shows blocks and choices, and hands back what was typed or tapped.
"""

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from bot.reply import Block, Choice, Reply
from bot.summary import posting_reply, question_reply, score_reply, verdict_block
from bot.wording import block
from core.dossier import Dossier
from core.errors import FitcheckError, NotUnderstood
from core.intake import recognise, require_candidate, require_posting
from core.model.base import Frozen
from core.model.question import Question
from core.model.reminder import OfficeProfile

INTERIM_AFTER = 5
"""Questions before the interim verdict (Q6)."""
LONG_TEXT = 400
"""From so many characters a text is no typed answer."""

Pending = Literal["same_person", "another_posting", "more"]


class State(Frozen):
    """Where a conversation stands: the dossier, which question was asked last, and what waits for a yes."""

    dossier: Dossier
    profile: OfficeProfile = OfficeProfile()
    asked: str | None = None
    count: int = 0
    pending: Pending | None = None
    held: str | None = None
    """A text that waits for the answer to `pending`: nothing received is lost."""
    ended: bool = False


class Turn(NamedTuple):
    """What one message leads to."""

    state: State
    replies: tuple[Reply, ...]


def begin(today: date, profile: OfficeProfile | None = None) -> Turn:
    """Return a fresh conversation with its greeting."""
    profile = profile or OfficeProfile()
    dossier = Dossier.new(today=today).with_profile(profile)
    return Turn(State(dossier=dossier, profile=profile), (_reply("greeting"),))


def respond(state: State, message: str, *, choice: bool = False) -> Turn:
    """Return the turn that a typed text or a tapped choice's id leads to; never raises on any text."""
    try:
        if choice:
            return _tapped(state, message)
        command = _command(message)
        if command is not None:
            return command(state)
        return _typed(state, message)
    except FitcheckError as error:
        return _said(state, str(error))


def receive(state: State, text: str, kind: Literal["posting", "candidate"]) -> Turn:
    """Return the turn for a text that is known to be a posting or a candidate (a named file)."""
    try:
        require = require_posting if kind == "posting" else require_candidate
        require(text)
    except FitcheckError as error:
        return _said(state, str(error))
    return _posting(state, text) if kind == "posting" else _candidate(state, text)


# Typed text


def _typed(state: State, text: str) -> Turn:
    kind = recognise(text).kind
    if kind == "posting":
        return _posting(state, text)
    if state.pending is not None and len(text) < LONG_TEXT:
        return _pending_answer(state, text)
    question = _open_question(state)
    if question is not None and len(text) < LONG_TEXT:
        return _answer_in_words(state, question, text, kind)
    if kind == "candidate" or (kind == "unknown" and _wants_candidate(state) and len(text) > 20):
        require_candidate(text)
        return _candidate(state, text)
    if kind in ("empty", "binary", "too_long", "foreign", "two_postings", "link"):
        require_posting(text)
    if not state.dossier.posting_text:
        return Turn(state, (_reply("nothing_yet"),))
    return Turn(state, (_reply("unclear"),))


def _wants_candidate(state: State) -> bool:
    return bool(state.dossier.posting_text) and not _has_candidate(state.dossier)


def _has_candidate(dossier: Dossier) -> bool:
    return any(event.kind == "candidate" for event in dossier.events)


def _open_question(state: State) -> Question | None:
    if not _has_candidate(state.dossier) or not state.dossier.posting_text:
        return None
    return next((q for q in state.dossier.questions if q.id == state.asked), None)


def _answer_in_words(state: State, question: Question, text: str, kind: str) -> Turn:
    """Free text goes to the open question, unless it names the subject of another one (a correction)."""
    named = state.dossier.spoken_of(text)
    if named is not None and named.id != question.id and not set(named.facts) & set(question.facts):
        return _corrected(state, named, text)
    try:
        return _answered(state, question.id, text)
    except NotUnderstood:
        if kind == "candidate" and len(text) > 60:
            return _candidate(state, text)
        raise


def _corrected(state: State, question: Question, text: str) -> Turn:
    """Change an earlier fact, say old → new, and repeat the open question."""
    before = {o.id: o.reason for o in state.dossier.assessment.criteria}
    dossier = state.dossier.answer(question.id, text)
    changed = [o for o in dossier.assessment.criteria if o.reason != before[o.id]]
    new = state.model_copy(update={"dossier": dossier})
    shown = [block("text", "corrected", what=o.id, old=before[o.id], new=o.reason) for o in changed]
    turn = _next_question(new)
    if not shown:
        return turn
    return Turn(turn.state, (Reply(blocks=tuple(shown)), *turn.replies))


# Posting and candidate


def _posting(state: State, text: str) -> Turn:
    require_posting(text)
    if state.dossier.posting_text:
        held = state.model_copy(update={"pending": "another_posting", "held": text})
        choices = (Choice(id="yes", label="Ja, nieuwe uitvraag"), Choice(id="no", label="Nee"))
        return Turn(held, (_reply("another_posting", choices),))
    dossier = state.dossier.with_posting(text)
    new = state.model_copy(update={"dossier": dossier})
    if not _has_candidate(dossier):
        return Turn(new, (posting_reply(dossier, wants_candidate=True),))
    turn = _verdict(new)
    return Turn(turn.state, (posting_reply(dossier, wants_candidate=False), *turn.replies))


def _candidate(state: State, text: str) -> Turn:
    if state.dossier.posting_text and _has_candidate(state.dossier):
        held = state.model_copy(update={"pending": "same_person", "held": text})
        choices = (Choice(id="same", label="Dezelfde persoon"), Choice(id="new", label="Nieuwe kandidaat"))
        return Turn(held, (_reply("same_person", choices, initials=None),))
    dossier = state.dossier.with_candidate(text)
    new = state.model_copy(update={"dossier": dossier})
    if not dossier.posting_text:
        return Turn(new, (_reply("send_posting", initials=dossier.candidate.initials),))
    return _verdict(new)


def _verdict(state: State) -> Turn:
    turn = _next_question(state)
    return Turn(turn.state, (Reply(blocks=(verdict_block(state.dossier),)), *turn.replies))


def _next_question(state: State, note: tuple[Block, ...] = ()) -> Turn:
    """Ask the next question; after the last one, and after a failed knock-out, give the verdict."""
    questions = state.dossier.questions
    if not questions:
        done = state.model_copy(update={"asked": None})
        if state.asked is None and not note:
            return Turn(done, ())
        return Turn(done, (Reply(blocks=(*note, verdict_block(state.dossier)), choices=_after(state.dossier)),))
    question = questions[0]
    if state.count == INTERIM_AFTER and state.asked != question.id:
        waiting = state.model_copy(update={"pending": "more", "count": state.count + 1})
        blocks = (*note, block("text", "interim"), verdict_block(state.dossier))
        choices = (Choice(id="more", label="Verder vragen"), Choice(id="score", label="Alle regels"))
        return Turn(waiting, (Reply(blocks=blocks, choices=choices),))
    again = state.asked == question.id
    asked = state.model_copy(update={"asked": question.id, "count": state.count + (0 if again else 1)})
    number = len(state.dossier.answers) + 1
    reply = question_reply(state.dossier, question, number)
    return Turn(asked, (Reply(blocks=(*note, *reply.blocks), choices=reply.choices),))


def _after(dossier: Dossier) -> tuple[Choice, ...]:
    choices = [Choice(id="score", label="Alle regels")]
    if dossier.assessment.verdict == "no_go":
        choices.append(Choice(id="go_on", label="Toch doorvragen"))
    return tuple(choices)


# Taps


def _tapped(state: State, identity: str) -> Turn:
    if state.pending is not None and identity in ("yes", "no", "same", "new", "more"):
        return _pending_choice(state, identity)
    verb, _, rest = identity.partition(":")
    if verb == "answer":
        question, _, option = rest.partition(":")
        return _answered(state, question, option)
    if verb == "why":
        found = next((q for q in state.dossier.questions if q.id == rest), None)
        return _why(state, found)
    commands = {"score": _score, "go_on": _go_on, "notices": _broker_questions}
    handler = commands.get(verb)
    return handler(state) if handler else Turn(state, (_reply("unclear"),))


def _answered(state: State, question: str, answer: str) -> Turn:
    dossier = state.dossier.answer(question, answer)
    return _next_question(state.model_copy(update={"dossier": dossier}))


def _pending_choice(state: State, identity: str) -> Turn:
    cleared = state.model_copy(update={"pending": None, "held": None})
    text = state.held or ""
    if identity == "more":
        return _next_question(cleared)
    if identity == "yes":
        fresh = begin(state.dossier.today, state.profile).state
        return _posting(fresh, text)
    if identity == "same":
        return _verdict(cleared.model_copy(update={"dossier": state.dossier.with_candidate(text)}))
    if identity == "new":
        dossier = begin(state.dossier.today, state.profile).state.dossier
        dossier = dossier.with_posting(state.dossier.posting_text).with_candidate(text)
        return _verdict(State(dossier=dossier, profile=state.profile))
    return _next_question(cleared)


def _pending_answer(state: State, text: str) -> Turn:
    """The typed form of the choice that is waited for."""
    said = text.strip().lower()
    words = {
        "same_person": {"ja": "same", "dezelfde": "same", "nieuw": "new", "nieuwe": "new", "nee": "new"},
        "another_posting": {"ja": "yes", "nieuw": "yes", "nee": "no"},
        "more": {"ja": "more", "verder": "more", "door": "more"},
    }
    choices = words[state.pending] if state.pending else {}
    identity = next((choices[word] for word in said.replace(",", " ").split() if word in choices), None)
    if identity is not None:
        return _pending_choice(state, identity)
    if state.pending == "more":
        return _typed(state.model_copy(update={"pending": None}), text)
    return Turn(state, (_reply("unclear"),))


# Commands


def _command(text: str) -> Callable[[State], Turn] | None:
    word = text.strip().lower()
    if word.startswith("/"):
        return _COMMANDS.get(word[1:].split(maxsplit=1)[0] if len(word) > 1 else "", _help)
    return _COMMANDS.get(word) if word in _PLAIN_WORDS else None


def _help(state: State) -> Turn:
    return Turn(state, (_reply("help"),))


def _score(state: State) -> Turn:
    if not state.dossier.posting_text:
        return Turn(state, (_reply("nothing_yet"),))
    return Turn(state, (score_reply(state.dossier),))


def _questions(state: State) -> Turn:
    if not state.dossier.posting_text:
        return Turn(state, (_reply("nothing_yet"),))
    return Turn(state, (_reply("questions", questions=state.dossier.questions),))


def _why(state: State, question: Question | None = None) -> Turn:
    asked = question or _open_question(state)
    if asked is None:
        return Turn(state, (_reply("no_question"),))
    return Turn(state, (Reply(blocks=(Block(kind="text", text=asked.why),)),))


def _undo(state: State) -> Turn:
    dossier = state.dossier.undo()
    new = state.model_copy(update={"dossier": dossier, "asked": None, "count": max(0, state.count - 1), "pending": None})
    note = (block("text", "undone"),)
    if not dossier.posting_text or not _has_candidate(dossier):
        return Turn(new, (Reply(blocks=note),))
    return _next_question(new, note)


def _skip(state: State) -> Turn:
    question = _open_question(state)
    if question is None:
        return Turn(state, (_reply("no_question"),))
    return _answered(state, question.id, "unknown")


def _message(state: State) -> Turn:
    text = state.dossier.candidate_message if state.dossier.posting_text else None
    if text is None:
        return Turn(state, (_reply("no_question"),))
    return Turn(state, (Reply(blocks=(block("text", "candidate_message_intro"), Block(kind="copy", text=text))),))


def _broker_questions(state: State) -> Turn:
    asked = [notice.question for notice in state.dossier.notices if notice.question]
    return Turn(state, (Reply(blocks=(block("copy", "broker_question", questions=asked),)),))


def _go_on(state: State) -> Turn:
    return _next_question(
        state.model_copy(update={"dossier": state.dossier.keep_asking()}), (block("text", "went_on"),)
    )


def _new(state: State) -> Turn:
    return begin(state.dossier.today, state.profile)


def _stop(state: State) -> Turn:
    return Turn(state.model_copy(update={"ended": True}), (_reply("bye"),))


_COMMANDS: dict[str, Callable[[State], Turn]] = {
    "help": _help,
    "score": _score,
    "vragen": _questions,
    "waarom": _why,
    "waarom?": _why,
    "terug": _undo,
    "overslaan": _skip,
    "kandidaat": _message,
    "verder": _go_on,
    "nieuw": _new,
    "stop": _stop,
}
_PLAIN_WORDS = frozenset({"help", "score", "vragen", "waarom", "waarom?", "terug", "stop"})


def _reply(template: str, choices: tuple[Choice, ...] = (), **values: object) -> Reply:
    return Reply(blocks=(block("text", template, **values),), choices=choices)


def _said(state: State, sentence: str) -> Turn:
    """A sentence on what went wrong and what to do; the open question stays open."""
    reply = Reply(blocks=(Block(kind="text", text=sentence),))
    question = _open_question(state)
    if question is None:
        return Turn(state, (reply,))
    again = question_reply(state.dossier, question, len(state.dossier.answers) + 1)
    return Turn(state, (reply, again))
