"""The recruiter who knows the truth: what they answer, and what comes of it. Through the public face alone."""

from datetime import date

import pytest

from bench.fewest import fewest_to_the_verdict
from bench.labelled import reference_of
from bench.recruiter import HUMAN, TAPPING, UNKNOWN, UNSURE, Manner, talk, true_answer
from bench.truth import Truth
from core import Dossier

POSTING = """Klantadviseur
Aanvraagnummer 4711
Einde inschrijfdatum 29 juni 2026, 09:00 uur

Vereisten / knock-outcriteria
1. Minimaal 2 jaar werkervaring als klantadviseur bij een gemeente;
2. Een afgeronde opleiding op minimaal mbo-niveau 4;
3. Minimaal 2 dagen per week op locatie in Zandwolde.

Gunningscriteria
4. Ervaring met TOPdesk (100 punten)
"""
TEXT = "Jaap Kok. Klantadviseur bij gemeente Ede, 2022-2024."


def truth(**changes: object) -> Truth:
    told: dict[str, object] = {
        "job": [
            {
                "role": "Klantadviseur",
                "employer": "gemeente Ede",
                "sector": "gemeente",
                "start": "2022-03",
                "end": "2024-10",
                "does": ["K1", "A4"],
            }
        ],
        "diploma": [{"level": "mbo-4", "fits": ["K2"]}],
        "holds": ["K3"],
        "contract": "zzp",
    }
    return Truth.model_validate({**told, **changes})


@pytest.fixture
def dossier() -> Dossier:
    return Dossier.new(today=date(2026, 6, 20)).with_posting(POSTING).with_candidate(TEXT)


@pytest.mark.parametrize(
    "manner", [TAPPING, HUMAN, UNSURE._replace(unsure=0.0), Manner(typed=1.0), Manner(mistaken=1.0)]
)
@pytest.mark.parametrize("seed", range(4))
def test_whoever_answers_truly_gets_the_true_verdict(dossier: Dossier, manner: Manner, seed: int) -> None:
    done = talk(dossier, truth(), reference_of(dossier), manner._replace(seed=seed))
    assert done.last.assessment.verdict == "go"
    assert done.last.assessment.points.secured == 100
    assert not done.refused


@pytest.mark.parametrize(
    "changes",
    [
        {"job": [{"role": "Klantadviseur", "employer": "gemeente Ede", "sector": "gemeente", "start": "2022-12", "end": "2024-01", "does": ["K1"]}]},
        {"diploma": [{"level": "mbo-3"}]},
        {"holds": []},
    ],
)  # fmt: skip
def test_a_truth_that_fails_a_knockout_ends_in_no_go(dossier: Dossier, changes: dict[str, object]) -> None:
    done = talk(dossier, truth(**changes), reference_of(dossier))
    assert done.last.assessment.verdict == "no_go"
    assert fewest_to_the_verdict(dossier, truth(**changes), reference_of(dossier)) in (1, 2)


def test_who_knows_nothing_leaves_the_verdict_open(dossier: Dossier) -> None:
    nobody = Truth(unknown=("K1", "K2", "K3", "A4"))
    done = talk(dossier, nobody, reference_of(dossier))
    assert done.last.assessment.verdict == "open"
    assert all(asked.answer == UNKNOWN or not asked.question.criteria for asked in done.asked)
    assert done.to_the_verdict is None


def test_the_fewest_questions_with_hindsight_are_no_more_than_were_asked(dossier: Dossier) -> None:
    done = talk(dossier, truth(), reference_of(dossier))
    fewest = fewest_to_the_verdict(dossier, truth(), reference_of(dossier))
    assert fewest is not None
    assert done.to_the_verdict is not None
    assert 1 <= fewest <= done.to_the_verdict


def test_a_part_of_a_job_isnt_the_job() -> None:
    text = "Jaap Kok. Gemeente Ede, klantadviseur, maart 2016 - heden. Ook telefonisch klantcontact en TOPdesk-meldingen. Mbo 4."
    posting = POSTING.replace("Ervaring met TOPdesk (", "Minimaal 3 jaar ervaring met TOPdesk (")
    dossier = Dossier.new(today=date(2026, 6, 20)).with_posting(posting).with_candidate(text)
    whole = truth().jobs[0].model_copy(update={"start": 2016 * 12 + 2, "end": None, "does": ("K1",)})
    part = whole.model_copy(update={"start": 2025 * 12, "does": ("A4",)})
    question = next(q for q in dossier.questions if "A4" in q.criteria)
    known = truth().model_copy(update={"jobs": (whole, part)})
    assert true_answer(question, known, reference_of(dossier)) in ("no", "months:0-36")
