"""What follows from a dossier's events: the assessment, the open asks, the questions. Computed, never stored."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from core.asking.asks import Ask, asks
from core.asking.options import CONTRACT_FORMS, choices
from core.asking.questions import question_id, worded
from core.assessment.assess import Result, assess
from core.assessment.checklist import checklist, tick_fact
from core.assessment.commitments import CONTRACT_FORM, contract_form_of
from core.assessment.judged import Case, Need
from core.assessment.knowledge import Effect, Knowledge
from core.assessment.plain import CONDITION
from core.compliance import ASKED, needs_contract_form
from core.events import Answered
from core.model.base import Evidence, month_of
from core.model.candidate import Candidate
from core.model.posting import ChecklistItem, Posting
from core.model.question import Fact, Option, Question
from core.model.reminder import OfficeProfile
from core.text.source import key
from core.texts import say

_COMMITMENTS = ("device:", "onsite:", "availability:")


class State:
    """Everything computed from one posting, one candidate and the effects of the answers."""

    def __init__(self, case: Case, result: Result, items: tuple[ChecklistItem, ...]) -> None:
        """Hold a judged case; use `computed` to make one."""
        self.case, self.result, self.checklist = case, result, items

    @property
    def reference_month(self) -> int:
        """The month in which experience is measured."""
        return self.case.reference

    @property
    def contract_form(self) -> str | None:
        """The contract form, from an answer or the text."""
        return contract_form_of(self.case)[0]

    @property
    def contract_form_for_rules(self) -> str | None:
        """The same for the reminders: "unknown" where it was asked and nobody knows."""
        return self.contract_form or (ASKED if self.case.known.settled(CONTRACT_FORM) else None)

    @cached_property
    def told(self) -> Mapping[str, bool]:
        """Every yes or no that was answered, by the subject of its fact: what reminders look at."""
        return {fact.subject: effect.yes for fact, effect in self.case.known.all().items() if effect.yes is not None}

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """The asks that can still change something, the contract form included (Q7)."""
        result, known = self.result, self.case.known
        found = list(asks(self.case.posting.criteria, result.judged, result.scores, known))
        wants_form = needs_contract_form(self.case.posting) and self.contract_form is None
        if wants_form and not known.settled(CONTRACT_FORM) and all(a.kind != "contract_form" for a in found):
            found.append(Ask((Need("contract_form", CONTRACT_FORM, ""),), ()))
        return tuple(found)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The open questions, the next first."""
        return self._worded(self.asks)

    @cached_property
    def _settled(self) -> tuple[Ask, ...]:
        found = asks(
            self.case.posting.criteria, self.result.judged, self.result.scores, self.case.known, settled_too=True
        )
        if all(ask.kind != "contract_form" for ask in found):
            found = (*found, Ask((Need("contract_form", CONTRACT_FORM, ""),), ()))
        return found

    @cached_property
    def corrections(self) -> tuple[Question, ...]:
        """A question for every fact that a criterion rests on."""
        return self._worded(self._settled)

    def _worded(self, found: Iterable[Ask]) -> tuple[Question, ...]:
        return worded(found, self.result.judged, self.result.scores, self.case)

    def worded(self, ask: Ask) -> Question:
        """Return one ask as a question."""
        return self._worded((ask,))[0]

    def ask(self, question: str) -> Ask | None:
        """Return the ask with this question id, open or settled."""
        for ask in (*self.asks, *self._settled):
            if question_id(need.fact for need in ask.needs) == question:
                return ask
        return None

    def ask_about(self, criterion: str) -> Ask | None:
        """Return what is open about one criterion alone; where nothing is, what it rests on."""
        return self._about(criterion, self.asks) or self._about(criterion, self._settled)

    def threshold_of(self, criterion: str, ask: Ask) -> tuple[Ask, str] | None:
        """Return the ask about a criterion's one threshold of months, and the option that it is reached.

        None where the ask is about something else, or where tiers make "ja" say too little.
        """
        own = [need for need in self.result.judged[criterion].own if need.fact in {n.fact for n in ask.needs}]
        if ask.kind != "months" or len(own) != 1 or len(own[0].thresholds) != 1 or own[0].thresholds == (1,):
            return None
        alone = ask._replace(needs=tuple(own))
        return alone, choices(alone)[-1].option.id

    def open_about(self, criterion: str) -> Ask | None:
        """Return what is open about one criterion and a plain no answers: neither its condition nor a period."""
        ask = self._about(criterion, self.asks)
        if ask is None or ask.kind in ("period", "contract_form"):
            return None
        return None if ask.needs[0].fact.subject.startswith(f"{CONDITION}:") else ask

    def _about(self, criterion: str, found: Iterable[Ask]) -> Ask | None:
        judged = self.result.judged[criterion]
        own = {need.fact for need in (*judged.needs, *judged.own)}
        for ask in found:
            mine = tuple(c for c in ask.criteria if c.id == criterion)
            needs = tuple(need for need in ask.needs if need.fact in own)
            if mine and needs:
                return ask if len(needs) == len(ask.needs) else ask._replace(needs=needs, criteria=mine)
        return None

    def ask_again(self, question: Question) -> Ask:
        """Return the ask of a question that was answered before and isn't open now: an old button."""
        marks = tuple(o.low for o in question.options if o.low) if question.expects == "months" else (1,)
        needs = tuple(_need_again(fact, marks, question) for fact in question.facts)
        criteria = tuple(c for c in self.case.posting.criteria if c.id in question.criteria)
        return Ask(needs, criteria)

    def person_question(self, people: tuple[str, ...]) -> Question:
        """Return the question who the candidate is (C9)."""
        fact = Fact(kind="person")
        options = tuple(Option(id=f"person:{n}", label=name[:20]) for n, name in enumerate(people, start=1))
        return Question(
            id=question_id((fact,)),
            text=say("questions.person", people=", ".join(people)),
            why=say("questions.why_person"),
            criteria=tuple(c.id for c in self.case.posting.criteria),
            facts=(fact,),
            options=options,
            asks="recruiter",
        )

    def ticked(self, item: ChecklistItem, *, done: bool) -> Answered:
        """Return the event that a checklist item is done, or not (Q9)."""
        fact = tick_fact(item.id)
        label = say("options.yes" if done else "options.no")
        evidence = Evidence(source="answer", quote=label)
        question = Question(id=question_id((fact,)), text=item.text, why=say("questions.why_checklist"), facts=(fact,))
        effects = [Effect(fact=fact, yes=done, evidence=evidence)]
        for ask in self._settled:
            for need in ask.needs:
                document = need.fact.subject.removeprefix("document:")
                if document != need.fact.subject and _is_about(item.id, document):
                    effects.append(Effect(fact=need.fact, yes=done, evidence=evidence))
        return Answered(question=question, answer=label, effects=tuple(effects))


def _is_about(item: str, document: str) -> bool:
    """Whether a checklist item is the document of a criterion ("motivation" and "persoonlijke motivatie")."""
    name = item.removeprefix("document:")
    return key(name) in key(document) or (name == "motivation" and "motivatie" in key(document))


def _need_again(fact: Fact, marks: tuple[int, ...], question: Question) -> Need:
    label = question.text
    if fact.kind == "months":
        return Need("months", fact, fact.subject, thresholds=marks)
    if fact.kind == "education":
        fields = tuple(fact.domain.split("|")) if fact.domain else ()
        return Need("education", fact, fact.subject, level=fact.subject, fields=fields)
    if fact.kind == "yes":
        return Need("commitment" if fact.subject.startswith(_COMMITMENTS) else "yes", fact, label)
    if fact.kind == "contract_form":
        return Need("contract_form", fact, ", ".join(CONTRACT_FORMS))
    if fact.kind in ("counts_as", "period", "sector", "supplier", "rate"):
        return Need(fact.kind, fact, label)
    return Need("yes", fact, label)


def computed(
    posting: Posting,
    candidate: Candidate,
    profile: OfficeProfile,
    effects: Iterable[Effect],
    today: date,
    reference: date | None = None,
) -> State:
    """Return the state; the reference date is the given one, else the closing date, else today (P7)."""
    known = Knowledge(effects)
    day = reference or (date.fromisoformat(posting.closing[:10]) if posting.closing else today)
    case = Case(posting, candidate, known, profile, month_of(day))
    items = checklist(posting, candidate, known, today)
    return State(case, assess(case, day.isoformat(), items), items)
