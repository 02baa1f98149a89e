"""The office profile in the conversation: facts about the supplier, told once (Q8)."""

from bot.replies import DEVICES, YES_OR_NO, office_label, office_question
from bot.reply import Reply
from bot.state import State, Turn, contract_form, moved, office_profile, recorded
from bot.steps import again
from bot.wording import block, reply
from core.asking.words import says
from core.compliance import wanted_supplier_facts
from core.dossier import Dossier
from core.model.reminder import OfficeProfile

_DEVICES = {"both": ("laptop", "telefoon"), "laptop": ("laptop",), "none": ()}


def wanted(dossier: Dossier) -> tuple[str, ...]:
    """Return the fields that are worth knowing: for this posting, or all that is unknown without one."""
    profile = office_profile(dossier)
    if not dossier.posting_text:
        return tuple(field for field in (*YES_OR_NO, DEVICES) if getattr(profile, field) is None)
    return wanted_supplier_facts(dossier.posting, contract_form(dossier), dossier.today, profile=profile)


def show(state: State, *, everything: bool = False) -> Turn:
    """Show what is known of the office and ask the first thing that isn't; `everything`: ask it all again."""
    known = _known(office_profile(state.dossier))
    first = YES_OR_NO[0] if everything else next(iter(wanted(state.dossier)), None)
    head = block("text", "office", known=known, done=first is None)
    if first is None:
        return again(moved(state, office=None), Reply(blocks=(head,)))
    asked = office_question(first)
    new = moved(state, office=first)
    return Turn(new, (Reply(blocks=(head, *asked.blocks), choices=asked.choices),))


def _known(profile: OfficeProfile) -> list[tuple[str, str, str]]:
    lines = []
    for field in (*YES_OR_NO, DEVICES):
        value = getattr(profile, field)
        if value is not None:
            shown = (", ".join(value) or "geen") if isinstance(value, tuple) else "ja" if value else "nee"
            lines.append((office_label(field), shown, profile.recorded_on.get(field, "")))
    return lines


def typed(state: State, text: str) -> str | None:
    """Return the value that a typed yes, no or don't know gives to the field that is asked; None: something else."""
    if state.office is None or state.office == DEVICES:
        return None
    answer = says(text) if len(text) < 40 else None
    return {"yes": "yes", "no": "no", "unknown": "skip"}.get(answer or "")


def told(state: State, field: str, value: str) -> Turn:
    """Take an answer about the office in and ask the next thing."""
    if field not in (*YES_OR_NO, DEVICES):
        return again(state, reply("unclear"))
    dossier = state.dossier
    news: dict[str, object] = {}
    if field == DEVICES and value in _DEVICES:
        news = {field: _DEVICES[value]}
    elif value in ("yes", "no"):
        news = {field: value == "yes"}
    if news:
        profile = recorded(office_profile(dossier), news, dossier.today.isoformat())
        dossier = dossier.with_profile(profile)
    order = (*YES_OR_NO, DEVICES)
    rest = [f for f in order[order.index(field) + 1 :] if f in wanted(dossier)]
    new = moved(state, dossier=dossier, office=rest[0] if rest else None)
    if rest:
        return Turn(new, (office_question(rest[0]),))
    return again(new, Reply(blocks=(block("text", "office", known=_known(office_profile(dossier)), done=True),)))
