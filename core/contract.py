"""The JSON that `fitcheck check --json` prints (DESIGN 5)."""

from typing import Literal

from core.dossier import Dossier
from core.model.assessment import Outcome, Points, Practical, Verdict
from core.model.base import Frozen
from core.model.candidate import Candidate
from core.model.posting import ChecklistItem, Notice
from core.model.question import Question
from core.model.reminder import Reminder


class CheckDocument(Frozen):
    """Everything that is known of one candidate for one posting."""

    schema_version: Literal[1] = 1
    reference_date: str
    verdict: Verdict
    bid_ready: bool
    points: Points
    criteria: tuple[Outcome, ...]
    practical: tuple[Practical, ...]
    questions: tuple[Question, ...]
    candidate_message: str | None
    reminders: tuple[Reminder, ...]
    notices: tuple[Notice, ...]
    bid_checklist: tuple[ChecklistItem, ...]
    candidate: Candidate


def check_document(dossier: Dossier) -> CheckDocument:
    """Return the check of a dossier as one value."""
    assessment = dossier.assessment
    return CheckDocument(
        reference_date=assessment.reference_date,
        verdict=assessment.verdict,
        bid_ready=assessment.bid_ready,
        points=assessment.points,
        criteria=assessment.criteria,
        practical=assessment.practical,
        questions=dossier.questions,
        candidate_message=dossier.candidate_message,
        reminders=dossier.reminders,
        notices=dossier.notices,
        bid_checklist=dossier.bid_checklist,
        candidate=dossier.candidate,
    )
