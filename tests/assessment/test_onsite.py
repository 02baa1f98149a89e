"""Q9: work on site, agreed or refused in the text."""

from datetime import date

import pytest

from core import Dossier


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Ik kan maximaal 1 dag per week in Zandwolde zijn.", "unmet"),
        ("Ik kan maximaal 1 dag per week in Ede zijn.", "open"),
        ("2 dagen per week op kantoor in Zandwolde? 2 is prima", "met"),
        ("2 dagen per week op kantoor in Zandwolde?", "open"),
    ],
)
def test_q9_fewer_days_are_refused_only_there(said: str, status: str) -> None:
    posting = "Gemeente Zandwolde\n\nKnock-outcriteria\n1. Minimaal 2 dagen per week op kantoor in Zandwolde.\n"
    dossier = Dossier.new(today=date(2026, 6, 1)).with_posting(posting).with_candidate(said, source="summary")
    assert dossier.assessment.criteria[0].status == status
