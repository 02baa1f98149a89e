"""The dossier: one posting with one candidate, as events; everything else is computed from them (DESIGN 1, 5).

    dossier = Dossier.new(today=date(2026, 6, 20)).with_posting(text).with_candidate(cv, source="cv")
    dossier.assessment.verdict, dossier.questions[0].text

Every method returns a new dossier. The same events give the same everything, on any machine, on any day.
"""

from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import PrivateAttr

from core.asking.answering import answered
from core.asking.asks import Ask
from core.asking.mention import spoken_of
from core.asking.message import candidate_message
from core.asking.questions import question_id
from core.asking.words import is_plain_no, is_plain_yes
from core.candidate.join import joined
from core.candidate.reader import read_candidate, split_people
from core.compliance import reminders
from core.errors import NothingToUndo, UnknownQuestion
from core.events import (
    Answered,
    CandidateReceived,
    Clock,
    Event,
    KeepAsking,
    PersonChosen,
    PostingReceived,
    ProfileGiven,
    ReferenceDateSet,
    Retracted,
    standing,
)
from core.model.assessment import Assessment
from core.model.base import Frozen
from core.model.candidate import Candidate
from core.model.posting import ChecklistItem, Notice, Posting
from core.model.question import Fact, Question
from core.model.reminder import OfficeProfile, Reminder
from core.posting.notices import dated_notices
from core.posting.reader import read_posting
from core.state import State, computed
from core.text.memory import remembered
from core.texts import say

Source = Literal["cv", "summary"] | None
_reading = remembered(texts=16)(read_posting)


class Dossier(Frozen):
    """An append-only list of events; `model_dump_json()` and `model_validate_json()` are its file format."""

    schema_version: Literal[1] = 1
    events: tuple[Event, ...] = ()
    _readings: dict[tuple[str, Source], Candidate] = PrivateAttr(default_factory=dict)

    # What happens

    @classmethod
    def new(cls, today: date) -> "Dossier":
        """Return an empty dossier on that day."""
        return cls(events=(Clock(today=today),))

    def with_posting(self, text: str) -> "Dossier":
        """Receive a posting, or a further part of it."""
        return self._with(PostingReceived(text=text))

    def with_candidate(self, text: str, source: Literal["cv", "summary"] | None = None) -> "Dossier":
        """Receive a text about the candidate; `source` None: a CV or a summary, decided from the text."""
        return self._with(CandidateReceived(text=text, source=source))

    def with_profile(self, profile: OfficeProfile) -> "Dossier":
        """Use the office profile as it stands now (Q8)."""
        return self._with(ProfileGiven(profile=profile))

    def with_reference_date(self, day: date) -> "Dossier":
        """Measure experience on another day than the closing date (P7)."""
        return self._with(ReferenceDateSet(day=day))

    def at(self, today: date) -> "Dossier":
        """Move the clock."""
        return self._with(Clock(today=today))

    def keep_asking(self) -> "Dossier":
        """Go on with questions after a failed knock-out (S5)."""
        return self._with(KeepAsking())

    def answer(self, question: str, answer: str) -> "Dossier":
        """Answer a question by its id, with an option's id or label, or in one's own words (Q4).

        A question that was answered before is corrected. Raises `UnknownQuestion` and `NotUnderstood`.
        """
        if question == self._person_question_id and self.candidate.people:
            return self._choose_person(answer)
        return self._answered(self._ask(question), answer)

    def answer_criterion(self, criterion: str, answer: str) -> "Dossier":
        """Answer whatever is open about a criterion; where nothing is, correct what it rests on.

        A plain "nee" is about the whole criterion: it goes on until nothing is open there any more. A plain
        "ja" to the months of a criterion with one threshold says that it is reached.
        """
        if all(c.id != criterion for c in self.posting.criteria):
            raise UnknownQuestion(say("understand.unknown_criterion", id=criterion))
        ask = self._state.ask_about(criterion)
        if ask is None:
            raise UnknownQuestion(say("understand.nothing_open", id=criterion))
        if is_plain_yes(answer) and (reached := self._state.threshold_of(criterion, ask)) is not None:
            return self._answered(*reached)
        dossier = self._answered(ask, answer)
        return (
            dossier.answer_criterion(criterion, answer)
            if is_plain_no(answer) and dossier.takes_no(criterion)
            else dossier
        )

    def takes_no(self, criterion: str) -> bool:
        """Return whether a plain "nee" would still say something of this criterion."""
        return self._state.open_about(criterion) is not None

    def tick(self, item: str, *, done: bool = True) -> "Dossier":
        """Tick an item of the bid checklist, or take the tick away (Q9)."""
        found = next((i for i in self.bid_checklist if i.id == item), None)
        if found is None:
            raise UnknownQuestion(say("understand.unknown_question"))
        return self._with(self._state.ticked(found, done=done))

    def undo(self) -> "Dossier":
        """Take back the latest text, answer or date that still counts; appends `retracted`."""
        for position, event in reversed(standing(self.events)):
            if not isinstance(event, Clock | ProfileGiven):
                return self._with(Retracted(event=position))
        raise NothingToUndo(say("understand.nothing_to_undo"))

    # What follows from it

    @cached_property
    def posting(self) -> Posting:
        """The posting, with the notices that depend on the day; empty where none was received."""
        text = self.posting_text
        posting = _reading(text) if text else Posting()
        late = dated_notices(posting, self.today) if text else ()
        return posting.model_copy(update={"notices": (*posting.notices, *late)}) if late else posting

    @cached_property
    def posting_text(self) -> str:
        """The posting as it was received; the parts joined by a line break."""
        return "\n".join(e.text for e in self._standing if isinstance(e, PostingReceived))

    @cached_property
    def candidate(self) -> Candidate:
        """Everything that the texts say of the candidate; no facts while it's unclear who that is (C9)."""
        chosen = [e.index for e in self._standing if isinstance(e, PersonChosen)]
        texts = [e for e in self._standing if isinstance(e, CandidateReceived)]
        readings = [self._read(event.text, event.source, chosen[-1:]) for event in texts]
        return joined(tuple(readings))

    @property
    def assessment(self) -> Assessment:
        """The verdict, the points and one outcome a criterion."""
        return self._state.result.assessment

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is worth asking now, the next first; none after a failed knock-out (S5)."""
        if self.candidate.people:
            return (self._person_question(),)
        if self.assessment.verdict == "no_go" and not self._goes_on:
            return ()
        return self._state.questions

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Every question that could still change something, also after a failed knock-out."""
        return self._state.questions

    @property
    def corrections(self) -> tuple[Question, ...]:
        """A question for every fact that a criterion rests on, settled or not: to correct it."""
        return self._state.corrections

    def spoken_of(self, text: str) -> Question | None:
        """Return the question that a free text names, open or settled; None where it names none."""
        return spoken_of((*self.questions, *self.corrections), text)

    @cached_property
    def reminders(self) -> tuple[Reminder, ...]:
        """The compliance rules that apply, most severe first."""
        return reminders(
            self.posting,
            self.candidate,
            self.profile,
            self.today,
            contract_form=self._state.contract_form_for_rules,
            answered=self._state.told,
        )

    @property
    def candidate_message(self) -> str | None:
        """What only the candidate knows, as one text to forward (Q10)."""
        return candidate_message(self.posting, self.questions)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The posting's defects and traps."""
        return self.posting.notices

    @property
    def bid_checklist(self) -> tuple[ChecklistItem, ...]:
        """What else the bid must satisfy, as it stands now (P10)."""
        return self._state.checklist

    @cached_property
    def today(self) -> date:
        """What day it is, by the latest clock event."""
        return next(e.today for e in reversed(self._standing) if isinstance(e, Clock))

    @cached_property
    def profile(self) -> OfficeProfile:
        """The office profile that was given last."""
        return next((e.profile for e in reversed(self._standing) if isinstance(e, ProfileGiven)), OfficeProfile())

    @property
    def answers(self) -> tuple[Answered, ...]:
        """The answers that count, oldest first."""
        return tuple(e for e in self._standing if isinstance(e, Answered))

    # How

    def _answered(self, ask: Ask, answer: str) -> "Dossier":
        effects = answered(ask, answer, self._state.reference_month)
        return self._with(Answered(question=self._state.worded(ask), answer=answer, effects=effects))

    def _with(self, event: Event) -> "Dossier":
        following = Dossier(events=(*self.events, event))
        following._readings = self._readings
        return following

    @cached_property
    def _standing(self) -> list[Event]:
        return [event for _, event in standing(self.events)]

    @cached_property
    def _goes_on(self) -> bool:
        return any(isinstance(e, KeepAsking) for e in self._standing)

    @cached_property
    def _state(self) -> State:
        told = [e.day for e in self._standing if isinstance(e, ReferenceDateSet)]
        effects = [effect for e in self.answers for effect in e.effects]
        return computed(self.posting, self.candidate, self.profile, effects, self.today, told[-1] if told else None)

    def _read(self, text: str, source: Source, chosen: list[int]) -> Candidate:
        if chosen and 0 <= chosen[0] < len(people := split_people(text)):
            _, start, end = people[chosen[0]]
            # The other people's text is blanked, so that every offset stays where it was.
            text = " " * start + text[start:end]
        known = (text, source)
        if known not in self._readings:
            self._readings[known] = read_candidate(text, source)
        return self._readings[known]

    def _ask(self, question: str) -> Ask:
        found = self._state.ask(question)
        if found is None:
            old = next((e.question for e in reversed(self.answers) if e.question.id == question), None)
            if old is None:
                raise UnknownQuestion(say("understand.unknown_question"))
            found = self._state.ask_again(old)
        return found

    @property
    def _person_question_id(self) -> str:
        return question_id((Fact(kind="person"),))

    def _person_question(self) -> Question:
        return self._state.person_question(self.candidate.people)

    def _choose_person(self, answer: str) -> "Dossier":
        people = self.candidate.people
        wanted = answer.removeprefix("person:").strip().lower()
        for index, name in enumerate(people):
            if wanted in (str(index + 1), name.lower()):
                return self._with(PersonChosen(index=index))
        raise UnknownQuestion(say("understand.unknown_option"))
