"""Where a conversation stands, and what one message leads to. A value: it can be stored between two messages."""

from typing import Literal, NamedTuple

from bot.reply import Reply
from core.dossier import Dossier
from core.events import standing
from core.model.base import Frozen
from core.model.question import Question
from core.model.reminder import OfficeProfile

Pending = Literal["same_person", "another_posting", "answer_or_candidate", "about", "rest", "more"]
"""What is waited for: who a second text is about; what a second posting is; whether a text is an answer; which of two
points an answer is about; the rest of a posting without criteria; a yes to further questions (Q6).
"""


class State(Frozen):
    """The dossier, which question was put last, and what waits for a choice."""

    dossier: Dossier
    asked: str | None = None
    """The id of the question that is open between the two."""
    pending: Pending | None = None
    held: str | None = None
    """A text that waits for the answer to `pending`: nothing received is lost."""
    sent: tuple[Question, ...] = ()
    """The questions of the message to the candidate, in its order: "2. ja" answers the second (Q10)."""
    put: tuple[str, ...] = ()
    """The ids of the questions that were put, in order: a question that comes back keeps its number."""
    interim: int = 0
    """After how many questions the last interim verdict came (Q6)."""
    office: str | None = None
    """The field of the office profile that is asked now (Q8)."""
    ended: bool = False


class Turn(NamedTuple):
    """What one message leads to."""

    state: State
    replies: tuple[Reply, ...]


def moved(state: State, **changes: object) -> State:
    """Return the state with these fields changed."""
    return state.model_copy(update=changes)


def settled(state: State, dossier: Dossier) -> State:
    """Return the state with another dossier and nothing that waits for a choice."""
    return moved(state, dossier=dossier, pending=None, held=None, office=None)


def has_candidate(dossier: Dossier) -> bool:
    """Return whether a text about a candidate is in."""
    return any(event.kind == "candidate" for _, event in standing(dossier.events))


def is_complete(dossier: Dossier) -> bool:
    """Return whether both are in, so that there is something to judge."""
    return bool(dossier.posting_text) and has_candidate(dossier)


def open_question(state: State) -> Question | None:
    """Return the question that was put last and isn't answered yet."""
    if state.asked is None or not is_complete(state.dossier):
        return None
    return next((q for q in state.dossier.questions if q.id == state.asked), None)


def is_waiting(state: State) -> bool:
    """Return whether something is asked: a question, a choice about a text, or something about the office."""
    return state.office is not None or state.pending not in (None, "rest") or open_question(state) is not None


def number_of(state: State, question: Question) -> int:
    """Return the number of a question in this conversation, from 1."""
    return state.put.index(question.id) + 1 if question.id in state.put else len(state.put) + 1


def contract_form(dossier: Dossier) -> str | None:
    """Return the contract form as it was answered last, else as the candidate's text has it."""
    told = [e.text for a in dossier.answers for e in a.effects if e.fact.kind == "contract_form" and e.text]
    return told[-1] if told else dossier.candidate.contract_form


def office_profile(dossier: Dossier) -> OfficeProfile:
    """Return the office profile with what was told about the office in this dossier (Q8), with the day it was told."""
    told: dict[str, object] = {}
    for answer in dossier.answers:
        for effect in answer.effects:
            field = effect.fact.subject
            if effect.fact.kind == "supplier" and effect.yes is not None and field in OfficeProfile.model_fields:
                told[field] = effect.yes
    return recorded(dossier.profile, told, dossier.today.isoformat())


def recorded(profile: OfficeProfile, told: dict[str, object], day: str) -> OfficeProfile:
    """Return the profile with the told fields, dated; what was known already keeps its date."""
    news = {field: value for field, value in told.items() if getattr(profile, field) != value}
    if not news:
        return profile
    dates = {**profile.recorded_on, **dict.fromkeys(news, day)}
    return profile.model_copy(update={**news, "recorded_on": dates})
