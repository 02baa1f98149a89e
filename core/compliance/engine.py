"""Rules held against a situation: which of them speak, how severe, and whether as a check.

- A rule speaks where its trigger is true, and worded as a check where it is unknown; an unknown never makes a
  blocker, and never hides one: it is shown one level lower.
- While the contract form isn't known, a rule that speaks under some forms only waits for that question (Q7).
  One that speaks under every form doesn't.
- A rule outside its dates never speaks. They are held against the whole period of the assignment from today on,
  options included, or against today itself (`tested_on`).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from core.compliance.book import Rule, RuleBook, rule_book
from core.compliance.condition import today_in
from core.compliance.logic import Three, every
from core.compliance.period import period_of
from core.compliance.requirements import in_criteria
from core.compliance.schema import Severity
from core.compliance.situation import FORMS, YES_OR_NO, Situation, checklist
from core.compliance.wording import worded
from core.model.base import Evidence
from core.model.candidate import Candidate
from core.model.posting import Posting
from core.model.reminder import OfficeProfile, Reminder
from core.texts import has, say

ASKED = "unknown"
"""The contract form that was asked and that the recruiter doesn't know: what hangs on it is shown as a check."""

_RANK: dict[Severity, int] = {"blocker": 0, "action": 1, "information": 2}
_DEVICES = ("laptop", "telefoon", "tablet")


class Ruling(NamedTuple):
    """What a rule says here; `text` are the variants of its level, empty for the rule's own."""

    level: Severity
    check: bool
    text: tuple[str, ...]


def reminders(
    posting: Posting,
    candidate: Candidate,
    profile: OfficeProfile,
    today: date,
    *,
    contract_form: str | None = None,
    answered: Mapping[str, bool] | None = None,
    book: RuleBook | None = None,
) -> tuple[Reminder, ...]:
    """Return every reminder that applies on `today`, most severe first, then urgent, then in the order of the rules.

    `contract_form` (a `ContractForm`, `ASKED`, or None: as the candidate's text says, perhaps nothing) is the form
    in which the candidate is offered. `answered` holds facts by name (core/compliance/situation.py).
    `ValueError` for a contract form that doesn't exist.
    """
    book = book or rule_book()
    situation = situate(posting, candidate, profile, today, contract_form, answered or {}, book)
    found: list[tuple[int, bool, Reminder]] = []
    for rule in book.rules:
        by_form = _by_form(rule, situation)
        speaking = {form: ruling for form, ruling in by_form.items() if ruling}
        hangs = len(speaking) < len(by_form)
        if not speaking or (hangs and contract_form != ASKED):
            continue
        ruling = min(speaking.values(), key=lambda ruling: _RANK[ruling.level])
        ruling = ruling._replace(check=any(one.check for one in speaking.values()))
        if hangs and ruling.level == "blocker":
            ruling = ruling._replace(level="action")
        reminder = _reminder(rule, ruling, situation, tuple(speaking) if hangs else ())
        found.append((_RANK[ruling.level], not rule.urgent, reminder))
    return tuple(reminder for _, _, reminder in sorted(found, key=lambda entry: entry[:2]))


def needs_contract_form(posting: Posting) -> bool:
    """Tell whether any rule hangs on the contract form, so that it is worth asking (Q7); whatever the day."""
    return bool(contract_question_worth(posting, OfficeProfile(), None))


def contract_question_worth(
    posting: Posting,
    profile: OfficeProfile,
    today: date | None,
    *,
    answered: Mapping[str, bool] | None = None,
    book: RuleBook | None = None,
) -> tuple[str, ...]:
    """Return the ids of the rules that wait for the contract form; `today` None: on any day."""
    book = book or rule_book()
    situation = situate(posting, Candidate(), profile, today, None, answered or {}, book)
    by_rule = {rule.id: _by_form(rule, situation).values() for rule in book.rules}
    return tuple(name for name, rulings in by_rule.items() if any(rulings) and not all(rulings))


def wanted_supplier_facts(
    posting: Posting,
    contract_form: str | None,
    today: date | None = None,
    *,
    profile: OfficeProfile | None = None,
    book: RuleBook | None = None,
) -> tuple[str, ...]:
    """Return the fields of the office profile that aren't known and would change a reminder (Q8), in its order.

    `contract_form` None: under any form. `today` None: on any day.
    """
    book, profile = book or rule_book(), profile or OfficeProfile()

    def outcome(profile: OfficeProfile) -> list[object]:
        situation = situate(posting, Candidate(), profile, today, contract_form, {}, book)
        return [_by_form(rule, situation) for rule in book.rules]

    probes: dict[str, tuple[object, object]] = dict.fromkeys(YES_OR_NO, (True, False))
    probes["provides_devices"] = (_DEVICES, ())
    return tuple(
        name
        for name in OfficeProfile.model_fields
        if name in probes
        and getattr(profile, name) is None
        and outcome(profile.model_copy(update={name: probes[name][0]}))
        != outcome(profile.model_copy(update={name: probes[name][1]}))
    )


def situate(
    posting: Posting,
    candidate: Candidate,
    profile: OfficeProfile,
    today: date | None,
    contract_form: str | None,
    answered: Mapping[str, bool],
    book: RuleBook,
) -> Situation:
    """Return what the rules are held against; `ValueError` for a contract form that doesn't exist."""
    form = candidate.contract_form if contract_form in (None, ASKED) else contract_form
    if form not in (None, *FORMS):
        raise ValueError(f"{form!r} is no contract form")
    return Situation(
        posting,
        candidate,
        profile,
        answered,
        form,
        today,
        period_of(posting, today, book.reach),
        in_criteria(posting, book.terms.in_criteria),
    )


def _by_form(rule: Rule, situation: Situation) -> dict[str, Ruling | None]:
    """Return what the rule says under the contract form, or under each where it isn't known; None: nothing."""
    forms = FORMS if situation.contract is None else (situation.contract,)
    return {form: _ruling(rule, situation._replace(contract=form)) for form in forms}


def _ruling(rule: Rule, situation: Situation) -> Ruling | None:
    applies = every((_in_force(rule, situation), rule.trigger.test(situation)))
    if applies is False:
        return None
    unsure = applies is None
    for level in rule.levels:
        holds = level.when.test(situation) if level.when else True
        if holds and not (level.level == "blocker" and applies is None):
            return Ruling(level.level, unsure, level.text)
        unsure = unsure or holds is not False
    raise AssertionError("the last level always holds")  # the schema sees to it


def _in_force(rule: Rule, situation: Situation) -> Three:
    first, last = rule.valid_from, rule.valid_until
    if first is None and last is None:
        return True
    if rule.tested_on == "today":
        return today_in(situation.today, first, last)
    return situation.period.touches(first, last)


def _reminder(rule: Rule, ruling: Ruling, situation: Situation, forms: tuple[str, ...]) -> Reminder:
    today = situation.today
    used = (rule.recheck_by, *(parameter.recheck_by for parameter in rule.parameters))
    overdue = today is not None and today > min(used)
    return Reminder(
        id=rule.id,
        severity=ruling.level,
        text=worded(rule, ruling.text, situation, check=ruling.check, forms=forms, overdue=overdue),
        basis=rule.basis,
        source="; ".join(dict.fromkeys(rule.sources)),
        verified_on=rule.verified_on.isoformat(),
        check=ruling.check or bool(forms),
        overdue=overdue,
        evidence=tuple(dict.fromkeys(_evidence(rule, situation))),
    )


def _evidence(rule: Rule, situation: Situation) -> Iterator[Evidence]:
    """Yield the posting's sentences that the rule leans on, and what the office profile says with its date (Q8)."""
    for name in rule.evidence:
        for item in checklist(situation.posting, name):
            yield from item.evidence
    for holder, _, name in (fact.partition(".") for fact in rule.facts):
        if holder == "supplier" and getattr(situation.profile, name) is False:
            told = situation.profile.recorded_on.get(name)
            label = f"compliance.supplier.{name}"
            if told and has(label):
                yield Evidence(source="answer", quote=say("compliance.profile_no", fact=say(label), date=told))
