"""What fourteen postings in the manner of the broker, written and labelled by hand, taught: each lesson as a table."""

from datetime import date
from typing import Any

import pytest

from core.model.posting import AnyOf, Requirement, Tier
from core.posting.grading import grade
from core.posting.reader import read_posting
from core.posting.requirement import RequirementContext, read_requirement
from core.posting.tiers import overlaps_or_gaps, tier_points

NESTED = (Tier(low=36, points=10), Tier(low=60, low_inclusive=False, points=20), Tier(low=96, points=40))


@pytest.mark.parametrize(("months", "points"), [(35, 0), (36, 10), (60, 10), (61, 20), (95, 20), (96, 40), (300, 40)])
def test_p5_nested_minimums_are_steps(months: int, points: float) -> None:
    assert tier_points(NESTED, months, months) == (points, points)
    assert tier_points(NESTED[::-1], months, months) == (points, points)


def test_p5_nested_minimums_are_no_overlap() -> None:
    assert not overlaps_or_gaps(NESTED)
    assert tier_points(NESTED, 40, None) == (10, 40)
    # A band with a top of its own still overlaps, and then the fewer points count.
    real: tuple[Any, ...] = (Tier(low=36, points=10), Tier(low=24, high=48, points=5))
    assert overlaps_or_gaps(real)
    assert tier_points(real, 40, 40) == (5, 5)


CONSULENT = {"type": "experience", "subjects": ("consulent",)}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Aantoonbare werkervaring als consulent bij een gemeente of kredietbank van minimaal 3 jaar in de afgelopen 5 jaar",
            {**CONSULENT, "min_months": 36, "window_months": 60, "sector": "gemeente", "also_at": ("kredietbank",)},
        ),
        ("Ervaring als consulent bij een gemeente van minimaal 2 jaar", {**CONSULENT, "min_months": 24}),
        ("Ervaring als consulent in een politieke omgeving van tenminste drie jaar", {**CONSULENT, "min_months": 36}),
        ("Ervaring met contracten bij een gemeente met een looptijd van minimaal 4 jaar", {"min_months": None}),
        (
            "Minimaal 5 jaar ervaring als leidinggevende binnen de (lokale) overheid",
            {"subjects": ("leidinggevende",), "sector": "overheid", "min_months": 60},
        ),
        (
            "Een afgeronde wo-opleiding (master) in de richting van bestuurskunde",
            {"type": "education", "level": "master"},
        ),
        ("WO opleiding (bachelor of master) Rechten", {"type": "education", "level": "wo-bachelor"}),
        ("Afgeronde wo master bestuurskunde", {"type": "education", "level": "master"}),
        ("Je hebt een Praktijkdiploma Loonadministratie (PDL)", {"type": "course", "need": "any"}),
        (
            "In het bezit van het certificaat ITIL Foundation (v3 of v4)",
            {"type": "course", "subject": "ITIL Foundation"},
        ),
        (
            'Afgeronde mediationopleiding of training "Prettig contact met de overheid"',
            {"type": "course", "subjects": ("mediationopleiding", "Prettig contact met de overheid"), "need": "any"},
        ),
        # Just any training won't do.
        ("De kandidaat heeft een afgeronde leidinggevende opleiding/training", {"type": "course", "subjects": ()}),
    ],
)
def test_a_line_in_the_manner_of_the_broker(line: str, wanted: dict[str, Any]) -> None:
    read = requirement(line).model_dump()
    assert {name: read[name] for name in wanted} == wanted


def requirement(line: str) -> Requirement:
    return read_requirement(line, RequirementContext(closing=date(2026, 7, 14), kind="award")).requirement


def test_a_certificate_or_a_study_are_alternatives() -> None:
    read = requirement("NEVI 3 diploma of een Master in inkoop")
    assert isinstance(read, AnyOf)
    assert [part.type for part in read.parts] == ["course", "education"]


@pytest.mark.parametrize(
    "line", ["In het bezit van een NIMA-B of vergelijkbaar diploma", "Certificaat BOBZ, of hiervoor gelijkwaardig"]
)
def test_another_certificate_that_is_as_good_is_asked(line: str) -> None:
    read = requirement(line)
    assert isinstance(read, AnyOf)
    assert [part.type for part in read.parts] == ["course", "other"]


@pytest.mark.parametrize(
    ("sentence", "client"),
    [
        ("RID Utrecht is de regionale ICT-dienst van zes gemeenten.", "RID Utrecht"),
        ("De FUMO (Fryske Utfieringstsjinst) is de omgevingsdienst van Fryslân.", "FUMO"),
        ("Stichting RIJK Brabant verzorgt de inkoop voor twaalf gemeenten.", "Stichting RIJK Brabant"),
        ("Werkplein Drentsche Aa voert de Participatiewet uit.", "Werkplein Drentsche Aa"),
        ("BAR-organisatie werkt voor de gemeenten Barendrecht en Ridderkerk.", "BAR-organisatie"),
        ("Een organisatie is een plek waar je werkt.", None),
        ("Het team is de schakel van de organisatie.", None),
    ],
)
def test_a_client_that_presents_itself(sentence: str, client: str | None) -> None:
    text = f"Medewerker X\n\nAanvraagnummer\t22901\n\nOrganisatie\n\n{sentence}\n\nVereisten / knock-outcriteria\n\n1. Een afgeronde mbo opleiding;\n"
    assert read_posting(text).client == client


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (
            "Let op: eis 1 is gewijzigd. De eis luidt nu: Minimaal 3 jaar ervaring in de afgelopen 8 jaar als jurist bij een gemeente.",
            "Minimaal 3 jaar ervaring in de afgelopen 8 jaar als jurist bij een gemeente",
        ),
        ("Update 12-06: eis 1 is aangepast. Deze eis luidt als volgt: minimaal 3 jaar.", None),
        ("Vraag: Klopt eis 1? Antwoord: Ja, eis 1 is niet gewijzigd. De eis is duidelijk.", None),
    ],
)
def test_p10_a_message_that_gives_the_new_line(message: str, text: str | None) -> None:
    printed = "Minimaal 5 jaar ervaring in de afgelopen 8 jaar als jurist bij een gemeente"
    posting = read_posting(
        f"Jurist\n\nAanvraagnummer\t22901\n\nVereisten / knock-outcriteria\n\n1. {printed};\n\nCompetenties\n\n- Inzet\n\nMeer informatie\n\n{message}\n"
    )
    if text is None:
        assert posting.criteria[0].text in (printed, printed.replace("5 jaar", "3 jaar", 1))
    else:
        assert posting.criteria[0].text == text
        assert [notice.code for notice in posting.notices] == ["changed_by_answer"]


def test_a_tier_keeps_its_letter_where_the_line_has_no_points() -> None:
    lines = "1. Ervaring als casemanager:\n   a. 1 t/m 2 jaar (5 punten)\n   b. 3 t/m 4 jaar (15 punten)\n   c. 5 jaar of meer (30 punten)"
    posting = read_posting(f"Casemanager\n\nAanvraagnummer\t22901\n\nGunningscriteria (weging)\n\n{lines}\n")
    assert [(c.text, c.points) for c in posting.criteria] == [("Ervaring als casemanager", 30)]
    assert [tier.points for tier in posting.criteria[0].tiers] == [5, 15, 30]


@pytest.mark.parametrize(
    ("bullets", "wanted"),
    [
        (
            "• Ervaring met TenderNed (max. 15 punten)\n• Minimaal 2 jaar ervaring met contractmanagement in de afgelopen 4 jaar (40 p.)",
            [("A1", 15, 0), ("A2", 40, 0)],
        ),
        (
            "• Ervaring met YouForce (35 punten);\n• Minimaal 1 jaar werkervaring in de administratie bij een gemeente (20 punten);\n• Rijbewijs B (10 punten).",
            [("A1", 35, 0), ("A2", 20, 0), ("A3", 10, 0)],
        ),
        (
            "- Ervaring als boa (max. 30 punten)\n- 1 tot 3 jaar ervaring (10 punten)\n- meer dan 3 jaar relevante werkervaring (30 punten)\n- Meer dan 3 jaar ervaring als teamleider (70 punten)",
            [("A1", 30, 2), ("A2", 70, 0)],
        ),
    ],
)
def test_p16_a_bullet_with_work_of_its_own_is_no_tier(bullets: str, wanted: list[tuple[str, float, int]]) -> None:
    posting = read_posting(f"Adviseur\n\nAanvraagnummer\t22901\n\nGunningscriteria (weging)\n\n{bullets}\n")
    assert [(c.id, c.points, len(c.tiers)) for c in posting.criteria] == wanted


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "Per jaar werkervaring als jurist bij een gemeente ontvangt de kandidaat 10 punten (maximaal 30 punten)",
            "werkervaring als jurist bij een gemeente",
        ),
        ("Werkervaring als jurist, per jaar 10 punten, met een maximum van 30 punten", "Werkervaring als jurist"),
        ("Voor elk jaar werkervaring als boa 10 punten (max. 30 punten)", "werkervaring als boa"),
        ("Werkervaring bij een gemeente (10 punten per jaar, max. 30 punten)", "Werkervaring bij een gemeente"),
        ("Ervaring als adviseur (10 punten per jaar ervaring, tot maximaal 30 punten)", "Ervaring als adviseur"),
    ],
)
def test_p4_points_for_each_year_are_tiers(line: str, text: str) -> None:
    graded = grade(line)
    assert (graded.text, graded.points) == (text, 30)
    assert [(tier.low, tier.high, tier.points) for tier in graded.tiers] == [(12, 24, 10), (24, 36, 20), (36, None, 30)]


@pytest.mark.parametrize(
    "line", ["Minimaal 2 dagen per jaar (10 punten)", "Ervaring als A (10 punten), per jaar gemeten"]
)
def test_p4_a_year_without_a_maximum_is_no_tier(line: str) -> None:
    assert not grade(line).tiers
