"""The steps of the conversation: a posting, a candidate, an answer, a correction, and what comes next."""

from collections.abc import Mapping

from bot.naming import correction_in, others_named
from bot.replies import after, changed_lines, final_reply, office_question, posting_reply, question_reply, verdict_block
from bot.reply import Block, Choice, Reply, said
from bot.state import (
    Pending,
    State,
    Turn,
    has_candidate,
    is_complete,
    moved,
    number_of,
    office_profile,
    open_question,
    settled,
)
from bot.understood import answer_said, understood
from bot.wording import block, reply, short
from core.candidate.reader import read_candidate
from core.dossier import Dossier
from core.errors import FitcheckError, NotUnderstood, TextProblem
from core.intake import require_candidate, require_posting
from core.model.question import Question

INTERIM_AFTER = 5
"""So many questions, then the interim verdict (Q6)."""

_TOP = 1000
"""Characters in which a text says whom it is about."""

_CHOICES: dict[Pending, tuple[Choice, ...]] = {
    "same_person": (
        Choice(id="candidate:same", label="Dezelfde persoon"),
        Choice(id="candidate:new", label="Nieuwe kandidaat"),
        Choice(id="drop", label="Laat maar"),
    ),
    "another_posting": (
        Choice(id="posting:new", label="Nieuwe uitvraag"),
        Choice(id="posting:part", label="Hoort bij deze"),
        Choice(id="drop", label="Laat maar"),
    ),
    "answer_or_candidate": (
        Choice(id="text:answer", label="Een antwoord"),
        Choice(id="text:candidate", label="Een kandidaat"),
        Choice(id="drop", label="Laat maar"),
    ),
    "about": (
        Choice(id="about:asked", label="Over deze vraag"),
        Choice(id="about:named", label="Over het andere"),
        Choice(id="drop", label="Laat maar"),
    ),
    "more": (Choice(id="more", label="Verder vragen"), Choice(id="score", label="Alle regels")),
}


def fresh(like: Dossier) -> Dossier:
    """Return an empty dossier on the same day, with what is known of the office."""
    return Dossier.new(today=like.today).with_profile(office_profile(like))


# Texts


def posting_received(state: State, text: str) -> Turn:
    """Take a posting in. Beside one that is in already, it is asked what it is."""
    if state.dossier.posting_text:
        return hold(state, "another_posting", text)
    if state.pending == "rest" and state.held is not None:
        text = _with_rest(state.held, text)
    try:
        require_posting(text)
    except TextProblem as problem:
        if problem.code != "no_criteria":
            raise
        # The part with the criteria may come later: what came first is kept.
        return Turn(moved(state, pending="rest", held=text), (said(str(problem)),))
    return _with_posting(settled(state, state.dossier.with_posting(text)))


def _with_rest(first: str, rest: str) -> str:
    """Join the parts of a posting, unless the second is a whole one by itself."""
    both = f"{first}\n{rest}"
    try:
        require_posting(both)
    except TextProblem:
        return rest
    return both


def _with_posting(state: State) -> Turn:
    if not has_candidate(state.dossier):
        return Turn(state, (posting_reply(state.dossier, wants_candidate=True),))
    turn = judged(state)
    return Turn(turn.state, (posting_reply(state.dossier, wants_candidate=False), *turn.replies))


def candidate_received(state: State, text: str) -> Turn:
    """Take a candidate in. A second text joins the first one only where that is said (C9)."""
    require_candidate(text)
    if has_candidate(state.dossier):
        return hold(state, "same_person", text)
    return _with_candidate(state, state.dossier.with_candidate(text))


def _with_candidate(state: State, dossier: Dossier) -> Turn:
    # A first part of a posting that is still waiting for its criteria stays.
    new = moved(state, dossier=dossier) if state.pending == "rest" else settled(state, dossier)
    if not dossier.posting_text:
        return Turn(new, (reply("send_posting", initials=dossier.candidate.initials),))
    return judged(new)


def hold(state: State, pending: Pending, text: str) -> Turn:
    """Keep a text until it is said what it is."""
    held = moved(state, pending=pending, held=text, office=None)
    return Turn(held, (pending_reply(held),))


def pending_reply(state: State) -> Reply:
    """Return what is waited for, with its choices."""
    if state.pending == "more":
        blocks = (block("text", "interim", count=state.interim), verdict_block(state.dossier))
        return Reply(blocks=blocks, choices=_CHOICES["more"])
    if state.pending == "same_person":
        who, other = state.dossier.candidate.initials, read_candidate((state.held or "")[:_TOP]).initials
        return reply("same_person", _CHOICES["same_person"], who=who, other=other)
    if state.pending in (None, "rest"):
        return reply("no_question")
    return reply(state.pending, _CHOICES[state.pending])


def resolve(state: State, choice: str) -> Turn:
    """Do what was chosen with the held text."""
    text, cleared = state.held or "", moved(state, pending=None, held=None)
    match choice:
        case "posting:new":
            return posting_received(State(dossier=fresh(state.dossier)), text)
        case "posting:part":
            whole = state.dossier.with_posting(text)
            require_posting(whole.posting_text)
            return _with_posting(moved(cleared, dossier=whole))
        case "candidate:same":
            return _with_candidate(cleared, state.dossier.with_candidate(text))
        case "candidate:new":
            dossier = fresh(state.dossier)
            if state.dossier.posting_text:
                dossier = dossier.with_posting(state.dossier.posting_text)
            return _with_candidate(State(dossier=dossier), dossier.with_candidate(text))
        case "text:candidate":
            return candidate_received(cleared, text)
        case "text:answer" | "about:asked" if (question := open_question(cleared)) is not None:
            return answered(cleared, question.id, text, typed=True)
        case "about:named" if named := others_named(cleared, text):
            return corrected(cleared, named[0], correction_in(text))
        case _:
            return again(cleared, reply("dropped"))


# Questions and answers


def judged(state: State) -> Turn:
    """Give the verdict and put the first question."""
    if not state.dossier.questions:
        return next_step(moved(state, asked=None))
    turn = next_step(moved(state, asked=None))
    return Turn(turn.state, (Reply(blocks=(verdict_block(state.dossier),)), *turn.replies))


def next_step(state: State, note: tuple[Block, ...] = (), *, verdict: str | None = None) -> Turn:
    """Put the open or the next question; without one, give the verdict. `verdict`: the one before this step."""
    dossier = state.dossier
    questions = dossier.questions
    if not questions:
        return Turn(moved(state, asked=None, pending=None), (final_reply(dossier, note),))
    question = open_question(state) or questions[0]
    done = len(state.put)
    if question.id not in state.put and done % INTERIM_AFTER == 0 and done != state.interim:
        waiting = moved(state, asked=None, pending="more", interim=done)
        shown = pending_reply(waiting)
        return Turn(waiting, (Reply(blocks=(*note, *shown.blocks), choices=shown.choices),))
    if verdict not in (None, dossier.assessment.verdict):
        note = (*note, verdict_block(dossier))
    number = number_of(state, question)
    put = state.put if question.id in state.put else (*state.put, question.id)
    asked = moved(state, asked=question.id, pending=None, put=put)
    return Turn(asked, (question_reply(dossier, question, number, note),))


def again(state: State, *replies: Reply) -> Turn:
    """Say something, and repeat what is waited for: the open question is never lost."""
    if state.pending is not None and state.pending != "rest":
        return Turn(state, (*replies, pending_reply(state)))
    if state.office is not None:
        return Turn(state, (*replies, office_question(state.office)))
    question = open_question(state)
    if question is None and is_complete(state.dossier) and state.dossier.questions:
        turn = next_step(state)
        return Turn(turn.state, (*replies, *turn.replies))
    if question is None:
        said_back = replies or (reply("no_question"),)
        if is_complete(state.dossier):
            last = said_back[-1]
            choices = (*last.choices, *after(state.dossier))
            said_back = (*said_back[:-1], last.model_copy(update={"choices": choices}))
        return Turn(state, said_back)
    return Turn(state, (*replies, question_reply(state.dossier, question, number_of(state, question))))


def answered(state: State, question: str, answer: str, *, typed: bool) -> Turn:
    """Answer a question; a typed answer is said back as it was understood (Q4)."""
    count = len(state.dossier.answers)
    dossier = state.dossier.answer(question, answer)
    note: tuple[Block, ...] = ()
    if typed and len(dossier.answers) > count:
        note = (block("text", "understood", answer=understood(dossier.answers[-1])),)
    return carried_on(state, dossier, note)


def carried_on(state: State, dossier: Dossier, note: tuple[Block, ...] = ()) -> Turn:
    """Go on with a changed dossier: to the next question, or back to the text that waits for a choice."""
    verdict = state.dossier.assessment.verdict
    if state.held is None:
        return next_step(settled(state, dossier), note, verdict=verdict)
    # An old button or a command, while a text waits: that text isn't lost.
    new = moved(state, dossier=dossier)
    new = moved(new, asked=new.asked if open_question(new) else None)
    return again(new, *([Reply(blocks=note)] if note else []))


def corrected(state: State, question: Question, answer: str) -> Turn:
    """Change an earlier fact, say old → new, and repeat the open question."""
    before = {outcome.id: outcome for outcome in state.dossier.assessment.criteria}
    dossier = state.dossier.answer(question.id, answer)
    lines = changed_lines(dossier, before)
    return carried_on(
        state, dossier, (block("text", "corrected", lines=lines, answer=understood(dossier.answers[-1])),)
    )


def reply_received(state: State, questions: tuple[Question, ...], told: Mapping[str, str]) -> Turn:
    """Take the candidate's reply to the message in, and say for each question what was understood (Q10)."""
    dossier = state.dossier
    lines: list[tuple[int, str, str, str]] = []
    for number, question in enumerate(questions, start=1):
        answer = told.get(question.id)
        if answer is None:
            lines.append((number, "missing", "", ""))
            continue
        try:
            dossier = dossier.answer(question.id, answer)
            lines.append((number, "understood", short(answer, 60), understood(dossier.answers[-1])))
        except NotUnderstood as problem:
            lines.append((number, "unclear", short(answer, 60), str(problem)))
        except FitcheckError:
            lines.append((number, "settled", short(answer, 60), ""))
    return carried_on(state, dossier, (block("text", "reply_received", lines=lines),))


def undone(state: State) -> Turn:
    """Take the last text, answer or date back, and say which; a text that was only held is dropped first."""
    if state.held is not None:
        return again(moved(state, pending=None, held=None), reply("dropped"))
    dossier = state.dossier.undo()
    retraction = dossier.events[-1]
    event = dossier.events[retraction.event] if retraction.kind == "retracted" else retraction
    note = block("text", "undone", event=event, answer=answer_said(event) if event.kind == "answered" else "")
    new = moved(settled(state, dossier), asked=None)
    if is_complete(dossier):
        return next_step(new, (note,))
    new = moved(new, put=(), sent=(), interim=0)
    wanted = block("text", "send_candidate") if dossier.posting_text else block("text", "nothing_yet")
    return Turn(new, (Reply(blocks=(note, wanted)),))
