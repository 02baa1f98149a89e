"""S1: what an explicit denial excludes, and what it doesn't."""

from datetime import date

import pytest

from core import Dossier


def status(criterion: str, said: str) -> str:
    posting = f"Gemeente Ede\n\nKnock-outcriteria\n1. {criterion}\n"
    dossier = Dossier.new(today=date(2026, 6, 1)).with_posting(posting).with_candidate(said, source="summary")
    return dossier.assessment.criteria[0].status


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        ("Ervaring met AFAS of YouForce.", "Nooit met AFAS of YouForce gewerkt."),
        ("Ervaring met AFAS of YouForce.", "Geen ervaring met AFAS. Ook nooit met YouForce gewerkt."),
        ("Aantoonbare werkervaring met QGIS \u00e9n FME.", "QGIS elke dag, met FME nog nooit gewerkt."),
        ("Ervaring met het schrijven van scripts in Python.", "geen python"),
        ("Ervaring met het begeleiden van Europese aanbestedingen.", "Geen Europese aanbestedingen gedaan."),
        (
            "Ervaring met aanbestedingen binnen het sociaal domein.",
            "Geen ervaring met aanbestedingen binnen het sociaal domein.",
        ),
    ],
)
def test_s1_a_denial_of_every_way_excludes(criterion: str, said: str) -> None:
    assert status(criterion, said) == "unmet"


@pytest.mark.parametrize(
    ("criterion", "said"),
    [
        ("Ervaring met AFAS of YouForce.", "Nooit met AFAS gewerkt."),
        ("Ervaring met een zaaksysteem (zoals Djuma of JOIN).", "Nooit met Djuma gewerkt."),
        ("Ervaring met aanbestedingen.", "Geen ervaring met aanbestedingen binnen het sociaal domein."),
        ("Ervaring met agendabeheer.", "Geen ervaring met complex agendabeheer."),
        ("Ervaring met het begeleiden van aanbestedingen.", "Geen Europese aanbestedingen gedaan."),
        ("Ervaring met het schrijven van scripts.", "geen python"),
    ],
)
def test_s1_a_denial_of_something_narrower_excludes_nothing(criterion: str, said: str) -> None:
    assert status(criterion, said) == "open"
