"""The rules of DESIGN 4 that a single criterion decides, one test each."""

from datetime import date
from typing import Any

import pytest

from core.errors import DataProblem
from core.model.posting import AllOf, AnyOf, Availability, Course, Education, Experience, Other, Registration
from core.posting.req_data import alternatives, data, words
from core.posting.requirement import RequirementContext, RequirementReading, read_requirement
from core.texts import has

CLOSING = date(2026, 7, 14)


def read(text: str, **context: Any) -> RequirementReading:
    return read_requirement(text, RequirementContext(**{"closing": CLOSING, **context}))


# --- windows (P6) ---


def test_p6_a_garbled_window_is_read_as_its_likely_meaning_and_asked_about() -> None:
    (notice,) = read("Minimaal 2 jaar ervaring als bode in de afgelopen jaar 15").notices
    assert notice.code == "unclear_window"
    assert "15 jaar" in notice.text
    assert notice.question is not None
    assert notice.question.endswith("?")


def test_p6_recent_without_a_number_is_no_window() -> None:
    reading = read("Recente werkervaring als bode")
    assert isinstance(reading.requirement, Experience)
    assert reading.requirement.window_months is None
    assert "Recente" in reading.notices[0].text


def test_p6_since_a_year_counts_to_the_closing_date() -> None:
    assert _window(read("Ervaring als bode sinds 2024")) == (31, 2024 * 12)
    assert _window(read("Ervaring als bode sinds 2024", closing=date(2024, 1, 31))) == (1, 2024 * 12)
    assert _window(read("Ervaring als bode sinds 2024", closing=None)) == (None, 2024 * 12)


def _window(reading: RequirementReading) -> tuple[int | None, int | None]:
    requirement = reading.requirement
    assert isinstance(requirement, Experience)
    return requirement.window_months, requirement.window_from


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ervaring als bode na 2020", 2021 * 12),
        ("Ervaring als bode na januari 2021", 2021 * 12 + 1),
        ("Ervaring als bode na 1 januari 2021", 2021 * 12),
        ("Ervaring als bode na 31 december 2020", 2021 * 12),
        ("Ervaring als bode vanaf maart 2021", 2021 * 12 + 2),
    ],
)
def test_p6_after_a_date_begins_with_the_first_month_that_counts(text: str, start: int) -> None:
    assert _window(read(text))[1] == start


def test_p6_a_length_that_cant_be_placed_is_never_guessed() -> None:
    for text in (
        "Minimaal drie (4) jaar ervaring als bode",
        "Ervaring als bode van een team met een gemiddelde anciënniteit van 12 jaar",
        "Minimaal x jaar en 2 jaar ervaring met 3 jaar",
    ):
        assert read(text).requirement == Other()


# --- tiers of a combination (P4) ---


def test_p4_tiers_of_a_combination_name_their_parts() -> None:
    reading = read("Certificering", kind="award", tiers=("NEVI 1", "NEVI 2", "NEVI 1 én NEVI 2"))
    assert reading.requirement == AnyOf(parts=(Course(subject="NEVI 1"), Course(subject="NEVI 2")))
    assert reading.tier_parts == ((0,), (1,), (0, 1))


def test_p4_a_part_completes_the_sentence_of_its_criterion() -> None:
    reading = read("Aantoonbare ervaring met", kind="award", tiers=("Djuma", "Corsa", "beide"))
    assert reading.requirement == AnyOf(parts=(Experience(subjects=("Djuma",)), Experience(subjects=("Corsa",))))
    assert reading.tier_parts == ((0,), (1,), (0, 1))


def test_p4_bands_of_years_are_no_combination() -> None:
    reading = read("Ervaring met Djuma", kind="award", tiers=("minder dan 1 jaar", "1 tot 2 jaar"))
    assert reading.requirement == Experience(subjects=("Djuma",))
    assert reading.tier_parts == ()


# --- conditions (P14) ---


@pytest.mark.parametrize(
    ("condition", "forms"),
    [
        ("Indien opdrachtnemer personeel ter beschikking stelt", ("detachering", "uitzend", "doorleen")),
        ("Bij terbeschikkingstelling van arbeidskrachten", ("detachering", "uitzend", "doorleen")),
        ("Indien de kandidaat een zzp'er is", ("zzp", "eigen_bv")),
        ("In geval van doorlenen", ("doorleen",)),
        ("Als de kandidaat wordt gedetacheerd", ("detachering",)),
        ("Indien de kandidaat geen zzp'er is", ()),
        ("Indien de gemeente daarom vraagt", ()),
    ],
)
def test_p14_a_condition_is_kept_with_the_forms_that_make_it_true(condition: str, forms: tuple[str, ...]) -> None:
    reading = read(f"{condition}, is opdrachtnemer geregistreerd conform de Waadi")
    assert reading.condition == condition
    assert reading.condition_contract == forms
    assert reading.requirement == Registration(register_="Waadi", holder="supplier")


def test_p14_a_role_after_als_is_no_condition() -> None:
    for text in ("Als bode heb je minimaal 2 jaar ervaring", "Als kandidaat heb je 2 jaar ervaring als bode, of meer"):
        assert read(text).condition is None


def test_p14_when_the_work_asks_for_it_is_no_condition() -> None:
    reading = read("Bereid om 50% op locatie te werken, wanneer de opdracht dit vraagt")
    assert reading.condition is None
    assert reading.requirement.type == "onsite"


# --- wishes ---


def test_a_wish_inside_a_demand_is_not_demanded() -> None:
    plain = read("Minimaal 3 jaar ervaring als bode bij een gemeente").requirement
    for text in (
        "Minimaal 3 jaar ervaring als bode bij een gemeente, bij voorkeur in het sociaal domein",
        "Minimaal 3 jaar (liefst 5 jaar) ervaring als bode bij een gemeente",
        "Minimaal 3 jaar ervaring als bode bij een gemeente; kennis van iBabs is een pré",
        "Minimaal 3 jaar ervaring als bode bij een gemeente. Ervaring met iBabs strekt tot aanbeveling.",
    ):
        assert read(text).requirement == plain, text


def test_a_demand_behind_a_wish_stays() -> None:
    reading = read("Hbo-diploma, bij voorkeur bestuurskunde, en minimaal 2 jaar ervaring als bode")
    assert reading.requirement == AllOf(
        parts=(Education(level="hbo-bachelor"), Experience(subjects=("bode",), min_months=24))
    )


def test_p9_a_knock_out_that_only_wishes_is_asked_about() -> None:
    reading = read("Bij voorkeur ervaring met iBabs")
    assert reading.requirement == Other()
    assert [notice.code for notice in reading.notices] == ["contradiction"]
    assert read("Bij voorkeur ervaring met iBabs", kind="award").requirement == Experience(subjects=("iBabs",))


# --- names and dates from the posting ---


def test_a_similar_role_is_the_one_that_is_hired() -> None:
    text = "Minimaal 2 jaar ervaring in een soortgelijke functie"
    assert read(text, title="Bode").requirement == Experience(
        subjects=("soortgelijke functie", "Bode"), min_months=24, open_list=True
    )
    assert read(text).requirement == Experience(subjects=("soortgelijke functie",), min_months=24)


def test_a_date_without_a_year_is_the_first_after_closing() -> None:
    assert read("Beschikbaar per 1 september").requirement == Availability(from_=date(2026, 9, 1))
    assert read("Beschikbaar per 1 februari").requirement == Availability(from_=date(2027, 2, 1))
    assert read("Beschikbaar per 1 februari", closing=None).requirement == Other()


def test_c7_employers_that_are_only_some_of_a_sector_stay_visible() -> None:
    for text, sector, domain in (
        ("Ervaring als bode bij een waterschap", "overheid", "waterschap"),
        ("Ervaring als bode bij de gemeente Utrecht", "gemeente", "gemeente Utrecht"),
        ("Ervaring als bode bij een grote gemeente", "gemeente", "grote gemeente"),
        (
            "Ervaring als bode bij een gemeente (meer dan 100.000 inwoners)",
            "gemeente",
            "gemeente (meer dan 100.000 inwoners",
        ),
    ):
        requirement = read(text).requirement
        assert isinstance(requirement, Experience)
        assert requirement.sector == sector
        assert (requirement.domain or "").startswith(domain.partition(" (")[0])


@pytest.mark.parametrize(
    ("places", "sector", "also_at"),
    [
        ("bij een gemeente of waterschap", "gemeente", ("waterschap",)),
        ("bij een gemeente, provincie of waterschap", "gemeente", ("provincie", "waterschap")),
        ("bij de gemeente of in de advocatuur", "gemeente", ("advocatuur",)),
        ("bij een gemeente of een vergelijkbare organisatie", "gemeente", ()),
        ("binnen de lokale overheid", "gemeente", ()),
        ("voor diverse gemeenten", "gemeente", ()),
    ],
)
def test_c7_other_employers_that_count_leave_the_sector_open(
    places: str, sector: str, also_at: tuple[str, ...]
) -> None:
    assert read(f"Minimaal 2 jaar ervaring als bode {places}").requirement == Experience(
        subjects=("bode",), min_months=24, sector=sector, sector_open=True, also_at=also_at
    )


def test_c7_what_is_done_to_a_gemeente_is_no_work_at_one() -> None:
    requirement = read("Ervaring met het adviseren van gemeenten").requirement
    assert requirement == Experience(subjects=("adviseren van gemeenten",))


def test_c6_affinity_and_basics_are_no_experience() -> None:
    for text in (
        "Affiniteit met ICT",
        "Basiskennis van de Wmo",
        "Interesse in het sociaal domein",
        "Geen ervaring met TOPdesk vereist",
    ):
        assert read(text).requirement == Other(), text


# --- the data ---


def test_a_missing_list_names_its_file_and_field() -> None:
    with pytest.raises(DataProblem, match=r"req_terms\.toml.*device\.nothing"):
        words("terms", "device.nothing")
    with pytest.raises(DataProblem, match=r"req_nothing\.toml"):
        data("nothing")


def test_the_longest_word_wins_and_words_are_whole() -> None:
    import re

    pattern = re.compile(alternatives(["of", "of een", "gemeente*", "jaren?"]))
    assert [pattern.fullmatch(text) is not None for text in ("of een", "gemeentelijke", "jare", "jaren")] == [True] * 4
    assert pattern.search("hof oven") is None
    assert pattern.match("of een gemeente")[0] == "of een"  # type: ignore[index]  # it matches


def test_every_text_of_this_part_exists() -> None:
    for name in (
        "window_garbled",
        "window_garbled_question",
        "window_vague",
        "window_vague_question",
        "window_range",
        "window_through",
        "window_through_question",
        "wish_as_demand",
        "wish_as_demand_question",
    ):
        assert has(f"requirements.{name}")
