"""Reading a typed answer as values of the facts that were asked (Q4). What isn't understood is said, never guessed."""

from collections.abc import Iterator

from core.asking.asks import Ask
from core.asking.options import Value, effect, not_all
from core.asking.part import part_of_job, tells_time
from core.asking.words import contract_form, denies, folded, has_reservation, is_plain_yes, is_softened, mentions, says
from core.assessment.calendar import Stretch, months_in, window_of
from core.assessment.education import fit
from core.assessment.judged import Need
from core.assessment.knowledge import Effect, is_within
from core.candidate.reader import read_candidate
from core.errors import NotUnderstood
from core.model.base import Evidence, MonthRange, Months
from core.model.posting import Education
from core.model.question import Fact
from core.text.durations import find_durations
from core.text.moments import find_moments
from core.text.money import find_amounts
from core.text.periods import find_periods
from core.texts import say


def understood(ask: Ask, text: str, reference: int) -> tuple[Effect, ...]:
    """Return what a typed answer says; `NotUnderstood` with a Dutch sentence on how to answer instead."""
    evidence = Evidence(source="answer", quote=text.strip())
    if says(text) == "unknown":
        return tuple(Effect(fact=need.fact, unknown=True, evidence=evidence) for need in ask.needs)
    if ask.kind == "period":
        return (_period(ask.needs[0].fact, text, evidence),)
    if ask.kind == "counts_as" and tells_time(text):
        return (part_of_job(ask.needs[0].fact, text, evidence),)
    effects: list[Effect] = []
    for fact, value in _values(ask, text, reference):
        effects.append(effect(fact, value, evidence))
    if not effects:
        raise NotUnderstood(say(f"understand.{_hint(ask)}"))
    return tuple(effects)


def _hint(ask: Ask) -> str:
    known = ("months", "education", "contract_form", "rate", "counts_as")
    return ask.kind if ask.kind in known else "yes_no"


def _values(ask: Ask, text: str, reference: int) -> Iterator[tuple[Fact, Value]]:
    match ask.kind:
        case "months" if ask.needs[0].thresholds == (1,):
            yield from _presence(ask.needs, text, reference)
        case "months":
            yield from _months(ask.needs[0], text, reference)
        case "education":
            yield from _education(ask, text)
        case "contract_form":
            form = contract_form(text)
            if form is not None:
                yield ask.needs[0].fact, form
        case "rate":
            yield from _rate(ask.needs[0], text)
        case "commitment" if len(ask.needs) > 1:
            answer = _yes_no(text)
            if answer is True:
                yield from ((need.fact, True) for need in ask.needs)
            elif answer is False or has_reservation(text):
                yield from not_all(ask)
        case _:
            answer = _yes_no(text)
            if answer is not None:
                yield ask.needs[0].fact, answer


def _yes_no(text: str) -> bool | None:
    """A plain yes or no; a yes with a reservation or a figure, and a softened no, are neither."""
    if says(text) == "no":
        return None if is_softened(text) else False
    return True if is_plain_yes(text) else None


def _period(fact: Fact, text: str, evidence: Evidence) -> Effect:
    found = [hit for hit in find_periods(text) if hit.start is not None]
    if len(found) != 1:
        raise NotUnderstood(say("understand.period"))
    hit = found[0]
    if hit.end is None and not hit.ongoing:
        raise NotUnderstood(say("understand.period"))
    return Effect(fact=fact, start=hit.start, end=hit.end, ongoing=hit.ongoing, evidence=evidence)


def _duration(text: str) -> Months | None:
    """The one duration of an answer in months; "meer dan 2 jaar" is more than 24.

    What stands round it must not take it back: "4 jaar, maar als vrijwilliger" and "geen 3 jaar" are none;
    "nee, 3 jaar" corrects.
    """
    found = [d for d in find_durations(text) if not d.ago]
    if len(found) != 1:
        return None
    round_it = f"{text[: found[0].start]} {text[found[0].end :]}"
    if has_reservation(round_it) or denies(round_it):
        return None
    months = found[0].months
    if found[0].bound == "more" and months.high is None:
        return Months(low=months.low + 1)
    return months


def _stretch(text: str, reference: int) -> Stretch | None:
    """The one period of an answer as a stretch of time ("sinds medio 2019", "in 2015")."""
    if has_reservation(text):
        return None
    periods = find_periods(text)
    if len(periods) == 1:
        hit = periods[0]
        today = MonthRange(earliest=reference, latest=reference)
        return Stretch(hit.start, today if hit.ongoing and hit.end is None else hit.end)
    moments = find_moments(text)
    if not periods and len(moments) == 1:
        return Stretch(moments[0].range, moments[0].range)
    return None


def _in_window(stretch: Stretch, fact: Fact, reference: int) -> Months:
    window = window_of(reference, fact.window_months, fact.window_from, fact.window_to)
    return months_in([stretch], window)


def _months(need: Need, text: str, reference: int) -> Iterator[tuple[Fact, Value]]:
    told = _duration(text)
    if told is not None:
        window = need.fact.window_months
        # "15 jaar" says nothing of the last five: not that they all count (C4).
        if window is None or told.low <= window:
            yield need.fact, told
        return
    stretch = _stretch(text, reference)
    if stretch is not None and stretch.dated:
        yield need.fact, _in_window(stretch, need.fact, reference)
    elif folded(text) in ("0", "nul") and need.low == 0:
        # Beside months that the text shows, a 0 may be "no more than that".
        yield need.fact, Months(low=0, high=0)
    elif says(text) == "no" and _yes_no(text) is False:
        # "De tekst laat 20 maanden zien. Hoe lang in totaal?" "Nee": there is no more.
        yield need.fact, Months(low=0, high=need.low)


def _presence(needs: tuple[Need, ...], text: str, reference: int) -> Iterator[tuple[Fact, Value]]:
    """Any experience will do: a no, a yes, or when it was."""
    never, some = Months(low=0, high=0), Months(low=1)
    answer = _yes_no(text)
    if answer is False:
        yield from ((need.fact, never) for need in needs)
        return
    if says(text) == "no":
        return
    stretch = _stretch(text, reference)
    widest = max(needs, key=lambda n: sum(is_within(other.fact, n.fact) for other in needs)).fact
    if stretch is not None and stretch.dated:
        yield from _presence_when(needs, stretch, reference)
    elif mentions(text, "longer_ago"):
        yield from _longer_ago(needs)
    elif mentions(text, "recent"):
        yield from ((n.fact, some) for n in needs if n.fact.sector == widest.sector)
    elif (answer is True) or _duration(text) is not None:
        yield widest, some


def _longer_ago(needs: tuple[Need, ...]) -> Iterator[tuple[Fact, Value]]:
    """Longer ago than the shortest window that was asked, so not in it; where no window was asked, it's a yes."""
    windows = {need.fact.window_months for need in needs if need.fact.window_months is not None}
    widest = max(needs, key=lambda n: sum(is_within(other.fact, n.fact) for other in needs)).fact
    if widest.window_months is None and widest.window_from is None:
        yield widest, Months(low=1)
    for need in needs:
        if need.fact.window_months is not None and need.fact.window_months == min(windows):
            yield need.fact, Months(low=0, high=0)


def _presence_when(needs: tuple[Need, ...], stretch: Stretch, reference: int) -> Iterator[tuple[Fact, Value]]:
    """When it was decides the windows; at which employer, it doesn't say."""
    one_sector = len({need.fact.sector for need in needs}) == 1
    for need in needs:
        if need.fact.sector is not None and not one_sector:
            continue
        months = _in_window(stretch, need.fact, reference)
        if months.low >= 1:
            yield need.fact, Months(low=1)
        elif months.high == 0:
            yield need.fact, Months(low=0, high=0)


def _education(ask: Ask, text: str) -> Iterator[tuple[Fact, Value]]:
    """A diploma named, a plain no, or a yes where only one is asked."""
    needs = ask.needs
    told = [e for e in read_candidate(text, "summary").educations if e.level is not None]
    named = [e for e in told if not e.denied]
    if named:
        for need in needs:
            wanted = Education(level=need.level or need.fact.subject, fields=need.fields)
            fits = {fit(wanted, fact) for fact in named}
            if "solid" in fits:
                yield need.fact, True
            elif says(text) == "no" or (fits == {"lower"} and not need.first and not ask.correction):
                yield need.fact, False
        return
    answer = _yes_no(text)
    if answer is False or (told and not named):
        yield from ((need.fact, False) for need in needs)
    elif answer is True:
        easiest = min(needs, key=lambda n: (len(n.fields), len(n.label)))
        yield (needs[0] if len(needs) == 1 else easiest).fact, True


def _rate(need: Need, text: str) -> Iterator[tuple[Fact, Value]]:
    amounts = find_amounts(text)
    if len(amounts) == 1:
        yield need.fact, str(amounts[0].value)
        return
    answer = _yes_no(text)
    if answer is not None:
        yield need.fact, answer
