"""The events that a dossier is made of (DESIGN 1): received texts, answers, dates; nothing computed.

Append-only. A `Retracted` event takes back an earlier one, by its position; nothing is ever removed.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from core.assessment.knowledge import Effect
from core.model.base import Frozen
from core.model.question import Question
from core.model.reminder import OfficeProfile


class Clock(Frozen):
    """What day it is; the only clock that the core knows."""

    kind: Literal["clock"] = "clock"
    today: date


class PostingReceived(Frozen):
    """A posting, or a further part of it."""

    kind: Literal["posting"] = "posting"
    text: str


class CandidateReceived(Frozen):
    """A text about the candidate; `source` None: decided from the text."""

    kind: Literal["candidate"] = "candidate"
    text: str
    source: Literal["cv", "summary"] | None = None


class Answered(Frozen):
    """An answer: to which question, in which words, and what was understood (and said back)."""

    kind: Literal["answered"] = "answered"
    question: Question
    answer: str
    effects: tuple[Effect, ...]


class PersonChosen(Frozen):
    """Which of the people in one text is the candidate (C9): the position in `Candidate.people`."""

    kind: Literal["person"] = "person"
    index: int


class ReferenceDateSet(Frozen):
    """Another day than the closing date on which experience is measured (P7)."""

    kind: Literal["reference_date"] = "reference_date"
    day: date


class ProfileGiven(Frozen):
    """The office profile as it stood then (Q8)."""

    kind: Literal["profile"] = "profile"
    profile: OfficeProfile


class KeepAsking(Frozen):
    """The recruiter goes on after a failed knock-out (S5)."""

    kind: Literal["keep_asking"] = "keep_asking"


class Retracted(Frozen):
    """The event at position `event` counts no longer."""

    kind: Literal["retracted"] = "retracted"
    event: int


Event = Annotated[
    Clock
    | PostingReceived
    | CandidateReceived
    | Answered
    | PersonChosen
    | ReferenceDateSet
    | ProfileGiven
    | KeepAsking
    | Retracted,
    Field(discriminator="kind"),
]


def standing(events: tuple[Event, ...]) -> list[tuple[int, Event]]:
    """Return the events that count, with their positions: neither retracted nor a retraction."""
    gone = {event.event for event in events if isinstance(event, Retracted)}
    return [(i, e) for i, e in enumerate(events) if i not in gone and not isinstance(e, Retracted)]
