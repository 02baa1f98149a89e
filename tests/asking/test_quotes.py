"""Q5: what a question quotes is whole, and is said as what it is."""

from datetime import date

import pytest

from core import Dossier
from core.asking.wording import quote_of
from core.assessment.judged import Need
from core.candidate.reader import read_candidate
from core.model.base import Evidence
from core.model.question import Fact


def quoted(text: str) -> str:
    evidence = Evidence(source="summary", quote=text, start=0, end=len(text))
    return quote_of(Need("counts_as", Fact(kind="counts_as", subject="x"), "x", (evidence,)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("secretaresse bij", "secretaresse"),
        ("klachtbehandelaar gem Amsterdam (tot 2019", "klachtbehandelaar gem Amsterdam"),
        ("klachtbehandelaar gem Amsterdam (tot 2019)", "klachtbehandelaar gem Amsterdam (tot 2019)"),
        ("o geeft beschikkingen af", "geeft beschikkingen af"),
        ("- jurist bij gemeente Ede", "jurist bij gemeente Ede"),
        ("[20-08 14:15] boa akte heeft ie", "boa akte heeft ie"),
        ("in dienst van de gemeente", "in dienst van de gemeente"),
    ],
)
def test_q5_a_quote_is_whole(text: str, expected: str) -> None:
    assert quoted(text) == expected


def test_q5_a_quote_takes_the_bracket_that_closes_it() -> None:
    job = read_candidate("klachtbehandelaar gem Amsterdam (2017-2019)", "summary").employments[0]
    assert job.evidence.quote.count("(") == job.evidence.quote.count(")")


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("GIS-specialist of GIS-analist", "als GIS-specialist of GIS-analist"),
        ("jeugdconsulent, gezinscoach of jeugdhulpverlener", "als jeugdconsulent, gezinscoach of jeugdhulpverlener"),
    ],
)
def test_q5_several_roles_are_roles(subject: str, said: str) -> None:
    posting = (
        f"Gemeente Ede\n\nKnock-outcriteria\n1. Minimaal 3 jaar werkervaring als {subject} in de laatste 5 jaar.\n"
    )
    dossier = Dossier.new(today=date(2026, 6, 1)).with_posting(posting).with_candidate("M.B.", source="summary")
    assert said in dossier.questions[0].text


def test_c1_the_paper_of_a_job_is_no_job() -> None:
    text = "sinds okt 2025 boa bij gem. Leiden\nboa akte domein 1 heeft ie, rijbewijs B ook"
    assert read_candidate(text, "summary").licences == ("boa-akte domein I", "rijbewijs B")
