"""Which question a free text is about, where it may be another than the one that is open (Q4)."""

import re

from bot.state import State, open_question
from core.asking.mention import spoken_of
from core.asking.words import says
from core.errors import FitcheckError
from core.model.question import Question

_TAKES_BACK = re.compile(r"\s*(?:nee+n?|correctie|sorry|ik bedoel(?:de)?|wacht(?: even)?|oeps)\b[\s,.:;!–-]*", re.I)


def correction_in(text: str) -> str:
    """Return what a correction says after its "nee," or "sorry,"; the text itself where it takes nothing back."""
    match = _TAKES_BACK.match(text)
    return text[match.end() :] if match and text[match.end() :].strip() else text


def others_named(state: State, text: str) -> list[Question]:
    """Return the questions, open or settled, that a text names and that aren't the open one; the likeliest first."""
    asked = open_question(state)
    known = {q.id: q for q in (*state.dossier.questions, *state.dossier.corrections)}
    named = [
        question
        for question in known.values()
        if spoken_of((question,), text) and (asked is None or not set(question.facts) & set(asked.facts))
    ]
    rest = correction_in(text)
    # "geen TOPdesk" denies all of it, also where only one job's TOPdesk is being asked about.
    is_denied = says(rest) == "no"
    return sorted(
        named, key=lambda q: (not is_answer(state, q, rest), is_denied and all(f.kind != "months" for f in q.facts))
    )


def is_answer(state: State, question: Question, text: str) -> bool:
    """Return whether a text can be read as an answer to a question."""
    try:
        state.dossier.answer(question.id, text)
    except FitcheckError:
        return False
    return True
