"""C4, C8: what is said outside a job, and what several jobs show together."""

from datetime import date

import pytest

from core import Dossier


def status(criterion: str, said: str) -> str:
    posting = f"Gemeente Zandwolde\n\nKnock-outcriteria\n1. {criterion}\n"
    dossier = Dossier.new(today=date(2026, 6, 1)).with_posting(posting).with_candidate(said, source="summary")
    return dossier.assessment.criteria[0].status


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("Kennis van de cao Gemeenten.", "De cao gemeenten kent ie door en door.", "met"),
        ("Kennis van de Archiefwet en de Woo.", "Kennis van de Archiefwet en de Woo, opgedaan bij de migratie.", "met"),
        ("Kennis van de Archiefwet en de Woo.", "Kennis van de Archiefwet.", "open"),
        ("Kennis van de Archiefwet.", "Basiskennis van de Archiefwet.", "open"),
        ("Kennis van de Archiefwet.", "Archiefwet, Woo, Excel.", "open"),
        ("Ervaring met de Archiefwet.", "Kennis van de Archiefwet.", "open"),
        ("Kennis van de Archiefwet.", "De Archiefwet kent hij niet.", "open"),
    ],
)
def test_c4_what_one_knows_is_said_in_so_many_words(criterion: str, said: str, expected: str) -> None:
    assert status(criterion, said) == expected


JOBS = """jan 2024 - heden GIS-specialist, gemeente Ede
- werkt dagelijks in QGIS
jan 2020 - dec 2023 GIS-analist, gemeente Tiel
- bouwde conversies in {tool}
"""


@pytest.mark.parametrize(("tool", "expected"), [("FME", "met"), ("ArcGIS", "open")])
def test_c4_two_jobs_may_each_show_a_part_of_what_is_asked(tool: str, expected: str) -> None:
    assert status("Aantoonbare werkervaring met QGIS \u00e9n FME.", JOBS.format(tool=tool)) == expected


@pytest.mark.parametrize(
    ("criterion", "said", "expected"),
    [
        ("In het bezit van het diploma SOD-I.", "Geen SOD-opleiding gevolgd.", "unmet"),
        ("In het bezit van het diploma SOD-I.", "Geen opleiding gevolgd bij de gemeente.", "open"),
        ("In het bezit van het certificaat PRINCE2.", "Geen ervaring met PRINCE2.", "open"),
    ],
)
def test_s1_a_course_that_was_not_followed(criterion: str, said: str, expected: str) -> None:
    assert status(criterion, said) == expected
