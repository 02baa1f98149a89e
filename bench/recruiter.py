"""A recruiter who knows the truth and answers Fitcheck's questions, through the public face of the core alone.

They read a question as a person does: the words, the facts that it asks for, the options. What they know is the `Truth`.
Their `manner` is a person's: tapping, typing, at times not knowing, at times mistaken and correcting it at once.
"""

import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from rapidfuzz import fuzz

from bench.truth import Job, Scope, Truth, counted, has_diploma, named, sector_counts
from core import Dossier
from core.errors import FitcheckError
from core.model.question import Fact, Option, Question

UNKNOWN = "unknown"
MANY = 60
"""More questions than any dossier can have: who reaches this is being asked in circles."""
_ALIKE = 60
"""How alike a job of the truth and the one that a question is about must be, of 100."""

_MOST_OF = 0.9
"""What share of a job's months a recruiter rounds up to all of it."""

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


class Asked(NamedTuple):
    """One question with the answer that it got; `mistaken`: what was said first and then corrected."""

    question: Question
    answer: str
    mistaken: str | None = None


class Talk(NamedTuple):
    """A conversation: every question, and the dossier after each answer (the first is the one before any)."""

    asked: tuple[Asked, ...]
    dossiers: tuple[Dossier, ...]
    refused: tuple[str, ...] = ()
    """What Fitcheck didn't understand or couldn't take: "question: answer"."""

    @property
    def last(self) -> Dossier:
        """The dossier when nothing more was asked."""
        return self.dossiers[-1]

    @property
    def to_the_verdict(self) -> int | None:
        """How many questions it took until the verdict stood; None where it never did."""
        return next((n for n, d in enumerate(self.dossiers) if d.assessment.verdict != "open"), None)


class Manner(NamedTuple):
    """How a recruiter answers: the share of answers typed, not known, and first mistaken."""

    typed: float = 0.0
    unsure: float = 0.0
    mistaken: float = 0.0
    seed: int = 0


TAPPING = Manner()
HUMAN = Manner(typed=0.5, mistaken=0.15)
UNSURE = Manner(typed=0.3, unsure=0.3, mistaken=0.1)


def talk(dossier: Dossier, truth: Truth, reference: int, manner: Manner = TAPPING) -> Talk:
    """Answer until nothing more is asked. `reference`: the reference month (P7)."""
    chance = random.Random(manner.seed)  # noqa: S311 - nothing secret hangs on it
    asked: list[Asked] = []
    dossiers = [dossier]
    refused: list[str] = []
    skipped: set[str] = set()
    while len(asked) < MANY:
        question = next((q for q in dossiers[-1].questions if q.id not in skipped), None)
        if question is None:
            break
        answer = true_answer(question, truth, reference)
        if answer != UNKNOWN and chance.random() < manner.unsure:
            answer = UNKNOWN
        mistaken = _slip(question, answer, chance) if chance.random() < manner.mistaken else None
        said = typed(question, answer, truth, reference) if chance.random() < manner.typed else answer
        try:
            now = dossiers[-1]
            if mistaken is not None:
                now = now.answer(question.id, mistaken)
            now = now.answer(question.id, said)
        except FitcheckError as error:
            refused.append(f"{question.text} «{said}»: {error}")
            try:
                now = dossiers[-1].answer(question.id, answer)
            except FitcheckError:
                skipped.add(question.id)
                continue
        asked.append(Asked(question, said, mistaken))
        dossiers.append(now)
    return Talk(tuple(asked), tuple(dossiers), tuple(refused))


def _slip(question: Question, answer: str, chance: random.Random) -> str | None:
    """Return a wrong option to tap first, None where there is no other."""
    others = [option.id for option in question.options if option.id != answer]
    return chance.choice(others) if others and answer != UNKNOWN else None


def true_answer(question: Question, truth: Truth, reference: int) -> str:
    """Return the id of the option that is true, a text where only typing will do, or `UNKNOWN`."""
    if question.criteria and all(named(truth.unknown, [criterion]) for criterion in question.criteria):
        return UNKNOWN
    kind = question.facts[0].kind if question.facts else "yes"
    return _ANSWERS.get(kind, _plain)(question, truth, reference)


def _months(question: Question, truth: Truth, reference: int) -> str:
    if question.options and question.options[0].low is not None:
        months = _counted(question, question.facts[0], truth, reference)
        return next((o.id for o in question.options if _holds(o, months)), UNKNOWN)
    # Any experience will do: the first option that is true, from the narrowest to the widest.
    for option in question.options:
        fact = _fact_of(option, question.facts)
        if option.id != "no" and fact is not None:
            done = _counted(question, fact, truth, reference) > 0
            if done or (_unbounded(fact) and named(truth.holds, question.criteria, _words(question, fact))):
                return option.id
    return "no"


def _holds(option: Option, months: int) -> bool:
    return (option.low or 0) <= months and (option.high is None or months < option.high)


def _fact_of(option: Option, facts: Sequence[Fact]) -> Fact | None:
    """Return the fact that an option says yes to: "yes:gemeente:36", "yes:any"."""
    scope = option.id.partition(":")[2]
    for fact in facts:
        own = ":".join(str(part) for part in (fact.sector, fact.window_months) if part is not None) or "any"
        if len(facts) == 1 or own == scope:
            return fact
    return None


def _unbounded(fact: Fact) -> bool:
    return fact.window_months is None and fact.window_from is None and fact.sector is None


def _words(question: Question, fact: Fact) -> str:
    return f"{fact.subject} {question.text}"


def _counted(question: Question, fact: Fact, truth: Truth, reference: int) -> int:
    scope = Scope(
        window_months=fact.window_months,
        window_from=fact.window_from,
        window_to=fact.window_to,
        sector=fact.sector,
        contiguous=fact.contiguous,
    )
    return counted(truth, question.criteria, scope, reference, _words(question, fact))


def _counts_as(question: Question, truth: Truth, reference: int) -> str:
    """Say yes where the work filled the job; who did it for a part of those months doesn't say that they all count."""
    jobs = _jobs_of(question.facts[0].employment or "", truth)
    whole = {month for job in jobs for month in job.months(reference)}
    done = _months_of_part(question, truth, reference)
    return _yes(0 < done >= _MOST_OF * len(whole))


def _months_of_part(question: Question, truth: Truth, reference: int) -> int:
    """Return for how many months of the job that is asked about the work was done."""
    fact = question.facts[0]
    jobs = _jobs_of(fact.employment or "", truth)
    does = [job for job in jobs if named(job.does, question.criteria, _words(question, fact))]
    return len({month for job in does for month in job.months(reference)})


def _sector(question: Question, truth: Truth, _reference: int) -> str:
    fact = question.facts[0]
    jobs = _jobs_of(f"@{fact.subject}", truth) or _jobs_of(question.text, truth)
    if not jobs:
        return UNKNOWN
    return _yes(all(sector_counts(job.sector, fact.sector or "") for job in jobs))


def _jobs_of(employment: str, truth: Truth) -> list[Job]:
    """Return the jobs of the truth that an employment ("role@employer@…") is about: those that are most alike."""
    role, _, rest = employment.casefold().partition("@")
    employer = rest.partition("@")[0]

    def alike(job: Job) -> float:
        scores = []
        if role:
            scores.append(fuzz.token_set_ratio(role, f"{job.role} {job.employer}".casefold()))
        if employer and job.employer:
            scores.append(fuzz.token_set_ratio(employer, job.employer.casefold()))
        return sum(scores) / len(scores) if scores else 0

    best = max((alike(job) for job in truth.jobs), default=0)
    return [job for job in truth.jobs if alike(job) == best] if best >= _ALIKE else []


def _period(question: Question, truth: Truth, _reference: int) -> str:
    jobs = _jobs_of(question.facts[0].employment or "", truth)
    if not jobs:
        return UNKNOWN
    start = min(job.start for job in jobs)
    ends = [job.end for job in jobs if job.end is not None]
    if len(ends) < len(jobs):
        return f"sinds {_month(start)}"
    return f"{_month(start)} t/m {_month(max(ends))}"


def _month(month: int) -> str:
    return f"{_MONTHS[month % 12]} {month // 12}"


def _education(question: Question, truth: Truth, _reference: int) -> str:
    if named(truth.holds, question.criteria):
        return next(option.id for option in question.options)
    for option in question.options:
        _, _, rest = option.id.partition(":")
        level, _, field = rest.partition(":")
        if option.id == "yes":
            level, field = question.facts[0].subject, question.facts[0].domain or ""
        if option.id != "no" and has_diploma(truth, level, question.criteria, in_field=bool(field)):
            return option.id
    return "no"


def _contract(_question: Question, truth: Truth, _reference: int) -> str:
    if truth.contract is None:
        return UNKNOWN
    return "detachering" if truth.contract == "loondienst" else truth.contract


def _rate(question: Question, truth: Truth, reference: int) -> str:
    """Say yes where the rate as it will be bid, with all that it includes, stays within the maximum."""
    if truth.rate is None:
        return _plain(question, truth, reference)
    return _yes(Decimal(truth.rate) <= Decimal(question.facts[0].subject))


def _supplier(question: Question, truth: Truth, reference: int) -> str:
    return _plain(question, truth, reference) if named(truth.holds, question.criteria) else UNKNOWN


def _plain(question: Question, truth: Truth, _reference: int) -> str:
    """Say yes to what is true of every criterion that the question is about, or was done in a job."""
    does = [work for job in truth.jobs for work in job.does]
    # One fact is the same fact in every criterion that it decides; several are agreed to together or not.
    of_all = any if len(question.facts) == 1 else all
    agreed = of_all(
        all(named((*truth.holds, *does), [criterion], about) for about in _asked_for(question))
        for criterion in question.criteria
    )
    if any(option.id == "not_all" for option in question.options):
        return "yes" if agreed else "not_all"
    return _yes(agreed)


def _asked_for(question: Question) -> list[str]:
    """Return the words of each thing that the question asks for: a yes to "laptop + telefoon" is a yes to both."""
    several = [fact.subject.partition(":")[2].split("+") for fact in question.facts]
    if all(len(things) == 1 for things in several):
        return [" ".join(_words(question, fact) for fact in question.facts)]
    return [thing for things in several for thing in things]


def _yes(true: bool) -> str:
    return "yes" if true else "no"


_ANSWERS: dict[str, Callable[[Question, Truth, int], str]] = {
    "months": _months,
    "counts_as": _counts_as,
    "sector": _sector,
    "period": _period,
    "education": _education,
    "contract_form": _contract,
    "rate": _rate,
    "supplier": _supplier,
}


def typed(question: Question, answer: str, truth: Truth, reference: int) -> str:
    """Return an answer as somebody types it; the option's id where typing it would be unnatural."""
    if answer == UNKNOWN:
        return "weet ik niet"
    if (
        answer == "no"
        and question.facts[0].kind == "counts_as"
        and (part := _months_of_part(question, truth, reference))
    ):
        return f"alleen {part} maanden"
    if answer in ("yes", "no"):
        return {"yes": "ja", "no": "nee"}[answer]
    if answer.startswith("months:"):
        months = _counted(question, question.facts[0], truth, reference)
        years, rest = divmod(months, 12)
        return (
            " en ".join(part for part in (f"{years} jaar" if years else "", f"{rest} maanden" if rest else "") if part)
            or "0"
        )
    return answer
