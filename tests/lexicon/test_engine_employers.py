"""Employers in a text, sectors, and the education ladder: what doesn't hang on one entry of the data (C1, C5, C7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon import (
    education_rank,
    education_satisfies,
    employer_sector,
    field_link,
    find_employers,
    find_levels,
    is_of_kind,
    read_level,
    sector_satisfies,
)
from core.model.base import Sector


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("bij de gemeente Den Haag", ["gemeente Den Haag"]),
        (
            "gemeente 's-Hertogenbosch, daarna gemeente Bergen op Zoom",
            ["gemeente 's-Hertogenbosch", "gemeente Bergen op Zoom"],
        ),
        ("gem. Almere", ["gem. Almere"]),
        ("gemeente almere", ["gemeente almere"]),
        ("GGD Hart voor Brabant", ["GGD Hart voor Brabant"]),
        ("bij diverse gemeenten", []),
        ("de gemeente stapt over", []),
        ("predikant protestantse gemeente Ede", []),
        ("woont in de gemeente Ede", []),
        ("woonachtig in gemeente Ede, gewerkt voor de gemeente Breda", ["gemeente Breda"]),
        ("gemeente Delft\nKCC-medewerker", ["gemeente Delft"]),
    ],
)
def test_c1_employers_are_found_by_their_name(text: str, names: list[str]) -> None:
    assert [hit.name for hit in find_employers(text)] == names
    assert all(text[hit.start : hit.end] == hit.name for hit in find_employers(text))


def test_c1_an_agency_is_no_employer() -> None:
    hits = find_employers("KCC-medewerker gemeente Delft via Randstad")
    assert [(hit.name, hit.agency) for hit in hits] == [("gemeente Delft", False), ("Randstad", True)]


def test_c7_an_unknown_employer_has_no_sector() -> None:
    assert employer_sector("Janssen & Zonen BV") is None
    assert employer_sector("gemeente Delft") == "gemeente"
    assert employer_sector("UWV") == "overheid"


SECTORS: tuple[Sector | None, ...] = (
    "gemeente",
    "overheid",
    "samenwerkingsverband",
    "publieke sector",
    "privaat",
    None,
)


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        ("gemeente", (True, False, None, False, False, None)),
        ("overheid", (True, True, True, False, False, None)),
        ("publieke sector", (True, True, True, None, False, None)),
    ],
)
def test_c7_gemeente_lies_in_overheid_lies_in_publieke_sector(required: str, expected: tuple[bool | None, ...]) -> None:
    assert tuple(sector_satisfies(required, offered) for offered in SECTORS) == expected


LADDER = ["vmbo", "mbo-2", "mbo-3", "mbo-4", "ad", "hbo-bachelor", "wo-bachelor", "master"]


@pytest.mark.parametrize("place", range(len(LADDER)))
def test_c5_a_level_settles_itself_and_what_is_lower(place: int) -> None:
    for other, level in enumerate(LADDER):
        assert education_satisfies(LADDER[place], level) is (other >= place)


@pytest.mark.parametrize(
    ("required", "offered", "expected"),
    [
        ("mbo-4", "vwo", None),
        ("mbo-4", "havo", False),
        ("mbo-2", "havo", None),
        ("ad", "vwo", None),
        ("hbo-bachelor", "vwo", False),
        ("havo", "vwo", True),
        ("vmbo", "havo", True),
        ("havo", "mbo-4", True),
        ("mbo-4", "mbo", None),
        ("hbo-bachelor", "mbo", False),
        ("mbo", "mbo", True),
        ("mbo", "mbo-2", True),
        ("mbo", "havo", None),
        ("mbo", "vmbo", None),
        ("vmbo", "mbo", None),
        ("mbo-4", "hbo", True),
        ("hbo", "hbo-bachelor", True),
        ("onbekend", "hbo", None),
    ],
)
def test_c5_general_levels_and_a_bare_mbo_are_asked(required: str, offered: str, expected: bool | None) -> None:
    assert education_satisfies(required, offered) is expected


@given(st.sampled_from([*LADDER, "mbo", "havo", "vwo", "hbo"]), st.sampled_from(LADDER), st.sampled_from(LADDER))
def test_c5_a_higher_vocational_diploma_never_settles_less(required: str, one: str, other: str) -> None:
    low, high = sorted((one, other), key=education_rank)
    if education_satisfies(required, low) is True:
        assert education_satisfies(required, high) is True


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("een afgeronde opleiding op minimaal MBO-niveau 4", "mbo-4"),
        ("mbo-4 Facilitair leidinggevende", "mbo-4"),
        ("MBO Facilitaire dienstverlening (niveau 3)", "mbo-3"),
        ("minimaal hbo bachelor niveau", "hbo-bachelor"),
        ("hbo of wo", "hbo-bachelor"),
        ("hbo werk- en denkniveau", None),
        ("wo werk- en denkniveau", None),
        ("koken", None),
    ],
)
def test_c5_the_level_of_a_text(text: str, level: str | None) -> None:
    found = read_level(text)
    assert (found == level) or {found, level} == {"hbo", "hbo-bachelor"}


def test_c5_a_number_far_away_belongs_to_something_else() -> None:
    assert [hit.level for hit in find_levels("mbo Secretarieel\nEngels\nTaalvaardigheid niveau 4")] == ["mbo"]


def test_c5_fields_are_linked_by_name_and_by_direction() -> None:
    assert field_link("Facility Management", "Facilitair leidinggevende") == "same"
    assert field_link("facility management", "FACILITY MANAGEMENT") == "same"
    assert field_link("juridische richting", "rechten") == "same"
    assert field_link("rechten", "kapper") is None


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Hoogheemraadschap van Rijnland", "waterschap", True),
        ("Wetterskip Fryslân", "waterschappen", True),
        ("Provinsje Fryslân", "provincie", True),
        ("gemeente Delft", "waterschap", False),
        ("ministerie van Financiën", "provincie", False),
        ("Coolblue", "waterschap", False),
    ],
)
def test_c7_an_employer_is_of_a_kind_by_another_name_for_it(name: str, kind: str, expected: bool) -> None:
    assert is_of_kind(name, kind) is expected


@given(st.text(max_size=300))
def test_any_text_gives_employers_and_levels_inside_it(text: str) -> None:
    spans = [(hit.start, hit.end) for hit in find_employers(text)] + [(hit.start, hit.end) for hit in find_levels(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert sector_satisfies(text, "gemeente") in (True, None)
