"""What must still be written, and the toelichting to copy: from confirmed facts only (S4)."""

from core.assessment.instructions import Place, place_of
from core.assessment.judged import Judged
from core.model.assessment import Todo
from core.model.posting import ContractFormRule, Criterion, Document, Insurance, RateCap, Registration
from core.text.source import fold
from core.texts import say

_QUOTE_LIMIT = 160


def todo(criterion: Criterion, judged: Judged, *, seen: bool) -> Todo | None:
    """Return the to-do of a criterion, None where it is written as it should be, or nothing is confirmed.

    `seen`: what the criterion tells the CV to show is visibly there (P13).
    """
    if isinstance(criterion.requirement, Document):
        if judged.status == "unmet" or judged.status == "met":
            return None
        return Todo(place=place_of(criterion), text=say("todos.document", name=criterion.requirement.name))
    if judged.status != "met" or (judged.basis == "stated" and seen) or not judged.said:
        return None
    place: Place = place_of(criterion)
    if _in_the_bid(criterion):
        place = "inschrijving"
    instruction = criterion.cv_instruction
    if judged.basis == "stated" and instruction:
        return Todo(place=place, text=say("todos.instruction_only", instruction=instruction, said=judged.said))
    text = say(f"todos.write_{place}", said=judged.said)
    if instruction and not seen:
        text = say("todos.instruction", write=text, instruction=instruction)
    return Todo(place=place, text=text)


def _in_the_bid(criterion: Criterion) -> bool:
    """Whether it is the supplier's to say: no assessor looks for it in a CV."""
    wanted = criterion.requirement
    return isinstance(wanted, Insurance | RateCap | ContractFormRule) or (
        isinstance(wanted, Registration) and wanted.holder == "supplier"
    )


def explanation(judged: Judged) -> str | None:
    """Return a toelichting to copy into the bid, None where nothing is confirmed."""
    if judged.status != "met" or not judged.said:
        return None
    quotes = [fold(e.quote).rstrip(" .;,") for e in judged.evidence if e.source not in ("answer", "rule") and e.quote]
    said = judged.said[0].upper() + judged.said[1:]
    if not quotes:
        return say("todos.explanation", said=said)
    quote = "; ".join(dict.fromkeys(quotes))
    if len(quote) > _QUOTE_LIMIT:
        quote = quote[:_QUOTE_LIMIT].rsplit(" ", 1)[0] + " …"
    return say("todos.explanation_quote", said=said, quote=quote)
