"""C6, C8: what is a course and what isn't; C1: jobs under any heading."""

import pytest

from core.candidate.reader import read_candidate


@pytest.mark.parametrize(
    "text",
    [
        "Een coachopleiding? Geen idee, vraag ik na.",
        "NEVI 2?",
        "Cursussen\nMet de Wet betaalbare huur heb ik nog niet gewerkt.",
        "Opleiding\n2012 hbo rechten, diploma\nIn de Omgevingswet is hij thuis.",
    ],
)
def test_c8_a_question_or_a_sentence_is_no_course(text: str) -> None:
    assert read_candidate(text, "cv").courses == ()


@pytest.mark.parametrize("heading", ["Wat ik deed", "Opdrachten en banen", "WAAR IK WERKTE", "Mijn werk tot nu toe"])
def test_c1_jobs_stand_under_any_heading_for_work(heading: str) -> None:
    text = f"Wie ik ben\nIk werk hard.\n\n{heading}\n\n2021 - 2023   beleidsadviseur wonen, gemeente Almere\n"
    assert [job.employer for job in read_candidate(text, "cv").employments] == ["gemeente Almere"]


TABLE = """
| van     | tot     | functie             | organisatie               | systeem      |
|---------|---------|---------------------|---------------------------|--------------|
| 02-2025 | heden   | medewerker KCC      | gemeente Weert            | Djuma        |
| 02-2023 | 01-2025 | medew. burgerzaken  | gem. Weert (via Driessen) | iBurgerzaken |
"""


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_c1_p12_start_and_end_have_a_column_each(mark: str) -> None:
    now, before = read_candidate(TABLE.replace("|", mark), "summary").employments
    assert (now.ongoing, now.end) == (True, None)
    assert before.role == "medew. burgerzaken"
    assert before.start is not None
    assert before.end is not None
    assert before.end.latest - before.start.earliest == 23


@pytest.mark.parametrize("employer", ["prov. Noord Holland", "prov. Utrecht", "de prov. Noord-Holland"])
def test_c1_prov_ends_no_sentence(employer: str) -> None:
    job = read_candidate(f"2019-2021 hr adviseur bij {employer}", "summary").employments[0]
    assert (job.employer, job.sector) == (employer.removeprefix("de "), "overheid")
