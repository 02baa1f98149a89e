"""Terms of the bid: the highest rate, the contract form, insurance."""

import re

from core.model.posting import ContractForm, ContractFormRule, Insurance, RateCap, Requirement
from core.posting.req_data import Lazy, alternatives, cue, cues, cues_of, data, words
from core.text.money import find_amounts
from core.text.source import plain

# --- the rate ---

_RATE = cues("terms", "rate.cue")
# Without the word "tarief": an amount by the hour, or with btw beside it.
_BY_THE_HOUR = re.compile(r"(?:per|/|p/) ?(?:uur|u)(?!\w)|(?:btw|all-in|all in)(?!\w)")
_CAP = cues("terms", "rate.cap")
_INCLUDING = Lazy(lambda: rf"(?P<incl>{cue('terms', 'rate.including')})|(?P<excl>{cue('terms', 'rate.excluding')})")
_PARTS = {name: cues_of(entries) for name, entries in data("terms")["rate"]["parts"].items()}


def read_rate_cap(text: str) -> tuple[Requirement, ...]:
    """Return the highest rate that is allowed, and what it includes."""
    low = plain(text)
    capped = _CAP.search(low)
    if not capped or not (_RATE.search(low) or _BY_THE_HOUR.search(low)):
        return ()
    amounts = [amount for amount in find_amounts(text) if 10 <= amount.value <= 400]
    if len({amount.value for amount in amounts}) != 1:
        return ()
    includes, excludes = _included(low)
    return (RateCap(amount=f"{amounts[0].value:.2f}", includes=includes, excludes=excludes),)


def _included(low: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts of a rate that are said to be in it, and out of it."""
    inside: list[str] = []
    outside: list[str] = []
    marks = list(_INCLUDING.finditer(low))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(low)
        named = inside if mark["incl"] else outside
        stretch = low[mark.start() if mark["incl"] else mark.end() : end]
        named += [name for name, pattern in _PARTS.items() if pattern.search(stretch)]
    return tuple(dict.fromkeys(inside)), tuple(dict.fromkeys(outside))


# --- the contract form ---

_FORMS: dict[ContractForm, Lazy] = {
    "zzp": cues("terms", "contract.zzp"),
    "eigen_bv": cues("terms", "contract.eigen_bv"),
    "detachering": cues("terms", "contract.detachering"),
    "uitzend": cues("terms", "contract.uitzend"),
    "doorleen": cues("terms", "contract.doorleen"),
    "loondienst": cues("terms", "contract.loondienst"),
}
_EXCLUDED = cues("terms", "contract.excluded")
_ONLY = cues("terms", "contract.only")
_ALLOWED = cues("terms", "contract.allowed")
_NEITHER = cues("terms", "contract.never")
_ALSO: dict[ContractForm, tuple[ContractForm, ...]] = {
    # Who is seconded or sent is employed too: by the supplier.
    "loondienst": ("loondienst", "detachering", "uitzend"),
    "detachering": ("detachering", "loondienst"),
}
_CLAUSE = re.compile(r"[;,.]| maar | en (?=geen|niet|uitsluitend|alleen)")


def read_contract_form(text: str) -> tuple[Requirement, ...]:
    """Return the contract forms that are allowed or excluded; nothing where neither is plain."""
    allowed: list[ContractForm] = []
    excluded: list[ContractForm] = []
    if _NEITHER.search(plain(text)):
        return ()
    for clause in _CLAUSE.split(plain(text)):
        named = sorted((match.start(), form) for form, pattern in _FORMS.items() if (match := pattern.search(clause)))
        if not named:
            continue
        forms = [form for _, form in named]
        if _EXCLUDED.search(clause):
            if _ONLY.search(clause):
                # "niet uitsluitend", "alleen ... niet": too much for a pattern.
                return ()
            excluded += forms
        elif _ONLY.search(clause):
            allowed += [also for form in forms for also in _ALSO.get(form, (form,))]
        elif _ALLOWED.search(clause):
            allowed += forms
    if not allowed and not excluded:
        return ()
    return (ContractFormRule(allowed=tuple(dict.fromkeys(allowed)), excluded=tuple(dict.fromkeys(excluded))),)


# --- insurance ---

_SCHOOL = re.compile(r"opleiding|cursus|training|diploma|certificaat|(?<!\w)[mh]bo(?!\w)")
_INSURANCE = cues("terms", "insurance.cue")
_FRONT = Lazy(lambda: rf"(?:{alternatives(words('terms', 'insurance.front'))} )+")


def read_insurance(text: str) -> tuple[Requirement, ...]:
    """Return the insurance that is asked, with what it must cover."""
    low = plain(text)
    if not _INSURANCE.search(low) or _SCHOOL.search(low):
        return ()
    front = _FRONT.match(low)
    return (Insurance(text=text[front.end() if front else 0 :].strip(" .;,") or None),)
