"""Requirements that are a plain yes or no: courses, licences, languages, registrations, documents, anything else.

Each has one fact, "yes" with the requirement in its subject; an answer to it settles the requirement.
"""

import re

from core.assessment.judged import Case, Judged, Need, NeedKind
from core.model.base import Evidence
from core.model.posting import Document, Examples, Insurance, Language, Licence, Registration
from core.model.question import Fact
from core.text.source import key
from core.texts import say

CONDITION = "condition"
"""The kind of the plain fact that a criterion's condition holds (P14)."""


def yes_fact(kind: str, subject: str) -> Fact:
    """Return the plain fact of `kind` ("course", "licence", …) about `subject`."""
    return Fact(kind="yes", subject=f"{kind}:{key(subject)}")


def judge_yes(
    case: Case,
    fact: Fact,
    label: str,
    *,
    stated: Evidence | None = None,
    excluded: Evidence | None = None,
    hints: tuple[Evidence, ...] = (),
    need: NeedKind = "yes",
    open_reason: str | None = None,
) -> Judged:
    """Return the judgment on a plain fact: an answer beats the text, silence leaves it open."""
    told = case.known.get(fact)
    wanted = Need(need, fact, label, hints)
    own = (wanted,)
    if told is not None and told.yes is not None and not (told.yes and stated):
        entry = "yes_met" if told.yes else "yes_unmet"
        said = say("reasons.said_yes", subject=label) if told.yes else None
        reason = say(f"reasons.{entry}", subject=label)
        return Judged("met" if told.yes else "unmet", "answered", reason, (told.evidence,), said=said, own=own)
    if stated is not None:
        said = say("reasons.said_yes", subject=label)
        reason = say("reasons.yes_met", subject=label)
        proof = tuple(dict.fromkeys((stated, *hints)))
        return Judged("met", "stated", reason, proof, stated=True, said=said, own=own)
    if excluded is not None:
        return Judged("unmet", "stated", say("reasons.yes_unmet", subject=label), (excluded,), own=own)
    reason = open_reason or say("reasons.yes_open", subject=label)
    return Judged("open", "implied" if hints else "none", reason, hints, own, implied=bool(hints), own=own)


def judge_licence(wanted: Licence, case: Case) -> Judged:
    """A licence is stated where the text names it."""
    stated, hints = _shown(wanted.name, "licences", case.candidate.licences, case)
    fact = yes_fact("licence", wanted.name)
    excluded = _denied(wanted.name, case) if not stated else None
    return judge_yes(case, fact, wanted.name, stated=stated, excluded=excluded, hints=hints)


def judge_language(wanted: Language, case: Case) -> Judged:
    """A language is stated where the text names it and no level is asked; a level is to be confirmed."""
    level = f" ({wanted.level})" if wanted.level else ""
    label = say("reasons.language_subject", language=wanted.language, level=level)
    named = next((name for name in case.candidate.languages if key(wanted.language) in key(name)), None)
    evidence = case.candidate.evidence.get(f"languages.{named}") if named else None
    settled = evidence if evidence and (wanted.level is None or _spoken_well(wanted.level, evidence.quote)) else None
    hints = (evidence,) if evidence and not settled else ()
    return judge_yes(case, yes_fact("language", wanted.language), label, stated=settled, hints=hints)


_WELL = (
    frozenset({"basis", "basiskennis", "matig", "matige", "a1", "a2"}),
    frozenset({"redelijk", "redelijke", "voldoende", "b1"}),
    frozenset({"goed", "goede", "good", "prima", "b2"}),
    frozenset(
        {
            "uitstekend",
            "uitstekende",
            "uitmuntend",
            "excellent",
            "perfect",
            "vloeiend",
            "vloeiende",
            "fluent",
            "c1",
            "c2",
        }
    ),
    frozenset({"moedertaal", "native", "mother"}),
)
"""How well a language is spoken, from least to best."""
_FRAMEWORK = frozenset({"a1", "a2", "b1", "b2", "c1", "c2"})


def _spoken_well(wanted: str, quote: str) -> bool:
    """Whether the level beside a language is the one asked: words against words, the European levels against theirs."""
    asked, told = set(key(wanted).split()), set(re.findall(r"\w+", key(quote)))
    if told & _WELL[-1]:
        return True
    if asked & _FRAMEWORK:
        return any(level >= max(asked & _FRAMEWORK) for level in told & _FRAMEWORK)
    least = max((rank for rank, words in enumerate(_WELL) if asked & words), default=None)
    best = max((rank for rank, words in enumerate(_WELL) if told & words), default=-1)
    if "zeer" in asked and least is not None:
        least += 1
    return least is not None and best >= least


def judge_registration(wanted: Registration, case: Case) -> Judged:
    """A registration of the candidate is read; one of the supplier comes from the office profile (Q8)."""
    label = say("reasons.registration_subject", register=wanted.register_)
    if wanted.holder == "supplier":
        return judge_supplier(
            case, "registered_as_lender" if _lender(wanted.register_) else key(wanted.register_), label
        )
    stated, hints = _shown(wanted.register_, "registrations", case.candidate.registrations, case)
    return judge_yes(case, yes_fact("registration", wanted.register_), label, stated=stated, hints=hints)


def _shown(wanted: str, group: str, names: tuple[str, ...], case: Case) -> tuple[Evidence | None, tuple[Evidence, ...]]:
    """Return where a paper is shown that is valid on the reference date; else one that ran out or is only a part of it."""
    hints: list[Evidence] = []
    for name in names:
        evidence = case.candidate.evidence.get(f"{group}.{name}")
        covers = _covers(wanted, name)
        if evidence is None or not (covers or _covers(name, wanted)):
            continue
        until = case.candidate.valid_until.get(f"{group}.{name}")
        if covers and (until is None or until >= case.reference):
            return evidence, ()
        hints.append(evidence)
    return None, tuple(dict.fromkeys(hints))


def _lender(register: str) -> bool:
    return any(word in key(register) for word in ("waadi", "uitlen", "handelsregister", "kvk", "ter beschikking"))


def judge_insurance(wanted: Insurance, case: Case) -> Judged:
    """An insurance of the supplier, from the office profile (Q8)."""
    named = wanted.text if wanted.text and "verzekering" in wanted.text.lower() else None
    text = f": {wanted.text}" if wanted.text else ""
    return judge_supplier(case, "insured", named or say("reasons.insurance_subject", text=text))


def judge_supplier(case: Case, field: str, label: str) -> Judged:
    """Return the judgment on a fact about the supplier: the profile, else an answer, else asked once."""
    fact = Fact(kind="supplier", subject=field)
    recorded = getattr(case.profile, field, None) if field in type(case.profile).model_fields else None
    if recorded is None or case.known.get(fact) is not None:
        return judge_yes(case, fact, label, need="supplier")
    day = case.profile.recorded_on.get(field, "")
    evidence = Evidence(source="answer", quote=f"kantoorprofiel {day}".strip())
    entry = "yes_met" if recorded else "yes_unmet"
    return Judged(
        "met" if recorded else "unmet",
        "answered",
        say(f"reasons.{entry}", subject=label),
        (evidence,),
        said=label if recorded else None,
        own=(Need("supplier", fact, label),),
    )


def judge_document(wanted: Document, case: Case) -> Judged:
    """A document can still be made: reachable, never asked, ticked on the checklist (Q9)."""
    fact = yes_fact("document", wanted.name)
    told = case.known.get(fact)
    label = say("reasons.document_subject", name=wanted.name)
    if told is not None and told.yes:
        return judge_yes(case, fact, label)
    # "Nog niet" is no refusal: it can still be made.
    own = (Need("yes", fact, label),)
    return Judged("open", "none", say("reasons.document_open", name=wanted.name), held_back=True, own=own)


def judge_examples(wanted: Examples, case: Case) -> Judged:
    """Written examples: the candidate must have them, so it is asked."""
    label = say("reasons.examples_subject", count=wanted.count)
    if wanted.subject:
        label = f"{label}: {wanted.subject}"
    return judge_yes(case, yes_fact("examples", label), label)


def judge_other(text: str, case: Case) -> Judged:
    """A criterion that isn't understood is asked as it stands (P16)."""
    return judge_yes(case, yes_fact("other", text), text, open_reason=say("reasons.other_open"))


def _denied(wanted: str, case: Case) -> Evidence | None:
    """Return where the text denies it: by its name, or by what it is a kind of ("geen rijbewijs": no rijbewijs B)."""
    words = set(key(wanted).split())
    for denial in case.candidate.denials:
        named = set(key(denial.subject).split()) if denial.subject else set()
        if named and named <= words and denial.sector is None and denial.after is None:
            return denial.evidence
    return None


def _covers(wanted: str, named: str) -> bool:
    """Whether a named licence or register is the wanted one: equal, or the wanted word within it."""
    mine, theirs = (key(name).replace("-", " ").split() for name in (wanted, named))
    return mine == theirs or (len(mine) == 1 and mine[0] in theirs)
