"""C4: which job a sentence is about, and its tense."""

import pytest

from core.candidate.reader import read_candidate


@pytest.mark.parametrize(
    "heading",
    [
        "Maart 2024 - heden | Klachtcoördinator | gemeente Zaanstad, gedetacheerd via Aevum Detachering",
        "01/2024 - heden\nSchuldhulpverlener\nGemeente Drechterland (ingehuurd via bureau Socius Flex, 28 uur)",
        "maart 2024 - heden: klachtcoördinator, gemeente Zaanstad, zzp, 24 uur",
    ],
)
def test_c4_the_tasks_below_a_heading_that_ends_with_terms_are_of_its_job(heading: str) -> None:
    read = read_candidate(
        f"Werkervaring\n\n{heading}\n- werkt met TOPdesk\n- past de Awb toe\n\nOpleiding\nhbo rechten", "cv"
    )
    told = {s.text: (s.employment, s.present) for s in read.statements}
    assert told["werkt met TOPdesk"] == (0, True)
    assert told["past de Awb toe"] == (0, True)
    assert told["hbo rechten"][0] is None


def test_c4_a_hasty_line_that_turned_to_terms_does_not_go_on_about_the_job() -> None:
    read = read_candidate("jurist bij gemeente Delft sinds 2020, zzp, 32 uur\nkent TOPdesk", "summary")
    assert [s.employment for s in read.statements if "TOPdesk" in s.text] == [None]
