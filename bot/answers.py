"""The JSON of the command line: answers in (`check --answers`), a ranking out."""

import json
from collections.abc import Sequence
from typing import Literal, NamedTuple

from bot.files import Misuse
from core.dossier import Dossier
from core.errors import FitcheckError, UnknownQuestion


class Answer(NamedTuple):
    """One answer: to a question by its id, or to whatever is open about a criterion."""

    to: Literal["question", "criterion"]
    id: str
    answer: str


class BadAnswers(Misuse):
    """A file of answers that isn't what it should be."""


_FORM = 'Verwacht een lijst van {"question": id, "answer": tekst} of {"criterion": id, "answer": tekst}.'


def read_answers(text: str) -> tuple[Answer, ...]:
    """Return the answers in a JSON list; `BadAnswers` where it isn't one."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise BadAnswers(f"het bestand met antwoorden is geen JSON. {_FORM}") from None
    if not isinstance(data, list):
        raise BadAnswers(f"het bestand met antwoorden is geen lijst. {_FORM}")
    return tuple(_answer(number, item) for number, item in enumerate(data, start=1))


def _answer(number: int, item: object) -> Answer:
    if isinstance(item, dict) and isinstance(item.get("answer"), str):
        for to in ("question", "criterion"):
            if isinstance(item.get(to), str) and len(item.keys() & {"question", "criterion"}) == 1:
                return Answer(to, item[to], item["answer"])
    raise BadAnswers(f"antwoord {number} klopt niet. {_FORM}")


def answered(dossier: Dossier, answers: Sequence[Answer]) -> Dossier:
    """Return the dossier with the answers, in order; an error names the answer that can't be taken."""
    for number, one in enumerate(answers, start=1):
        try:
            give = dossier.answer if one.to == "question" else dossier.answer_criterion
            dossier = give(one.id, one.answer)
        except FitcheckError as error:
            raise UnknownQuestion(f"antwoord {number} ({one.id}: {one.answer}): {error}") from error
    return dossier


def ranking_json(rows: Sequence[tuple[str, Dossier]]) -> str:
    """Return candidates, best first, as a JSON list: the file, the verdict, the points, the rate, what is missing."""
    return json.dumps(
        [_ranked(rank, name, dossier) for rank, (name, dossier) in enumerate(rows, start=1)],
        ensure_ascii=False,
        indent=2,
    )


def _ranked(rank: int, name: str, dossier: Dossier) -> dict[str, object]:
    assessment, rate = dossier.assessment, dossier.candidate.rate
    statuses = {o.id: o.status for o in assessment.criteria if o.id.startswith("K")}
    return {
        "rank": rank,
        "candidate": name,
        "initials": dossier.candidate.initials,
        "verdict": assessment.verdict,
        "bid_ready": assessment.bid_ready,
        "points": assessment.points.model_dump(mode="json"),
        "rate": rate.bid or rate.own,
        "unmet": [identity for identity, status in statuses.items() if status == "unmet"],
        "open": [identity for identity, status in statuses.items() if status == "open"],
        "questions": len(dossier.questions),
    }
