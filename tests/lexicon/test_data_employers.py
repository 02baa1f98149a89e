"""Employers with their sector (C1, C7) and the levels of education (C5), name by name."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.lexicon import education_rank, employer_sector, find_employers, find_terms, read_level
from core.lexicon.load import data_files, read_file

CASES = Path(__file__).with_name("cases")
EMPLOYER = frozenset({"employer"})
MUNICIPALITY = frozenset({"municipality"})


def table(name: str) -> dict[str, list[str]]:
    return tomllib.loads((CASES / name).read_text(encoding="utf-8"))


def cases(name: str) -> Iterator[object]:
    for expected, texts in table(name).items():
        for text in texts:
            yield pytest.param(text, expected, id=f"{expected}: {text}")


@pytest.mark.parametrize(("text", "expected"), list(cases("employers_all.toml")))
def test_c7_employer_has_its_sector(text: str, expected: str) -> None:
    hits = find_employers(text)
    found = "none" if not hits else "agency" if hits[0].agency else str(hits[0].sector)
    assert found == expected, hits


def test_c1_an_agency_is_no_sector() -> None:
    assert employer_sector("Randstad") is None


@pytest.mark.parametrize(("text", "expected"), list(cases("education_levels.toml")))
def test_c5_level_is_read(text: str, expected: str) -> None:
    assert (read_level(text) or "none") == expected


def test_c5_the_ladder_goes_up() -> None:
    ladder = ["vmbo", "havo", "mbo-3", "mbo-4", "vwo", "hbo-bachelor", "wo-bachelor", "master"]
    ranks = [education_rank(level) for level in ladder]
    assert ranks == sorted(set(ranks))
    assert education_rank("havo") == education_rank("mbo-2")
    assert education_rank("vwo") == education_rank("ad")


def test_c5_the_data_has_the_ranks_of_the_ladder() -> None:
    (path,) = (path for path in data_files() if path.name == "education.toml")
    levels = read_file(path)["level"]
    assert {name: int(entry["rank"]) for name, entry in levels.items()} == {
        name: education_rank(name) for name in levels
    }


def municipalities() -> dict[str, list[str]]:
    (path,) = (path for path in data_files() if path.name == "employers_municipalities.toml")
    tables = read_file(path)["municipality"]
    return {slug: [*entry.get("names", []), *entry.get("exact", [])] for slug, entry in tables.items()}


def test_all_municipalities_of_2026_are_there() -> None:
    """341 in 2026; Bergen stands for two of them."""
    found = municipalities()
    no_longer = {"Andijk", "Echt", "Grave", "Haaren", "Haren", "Helden", "Kessel", "Leek", "Thorn", "Vianen", "Vlist"}
    no_longer |= {"Strijen", "Rozenburg", "Marum", "Zijpe", "Loenen", "Saba", "Nuth", "Maarssen"}
    no_longer |= {"Margraten", "Sneek", "Muiden"}
    assert len(found["all"]) + len(set(found["word"]) - no_longer) == 340


@pytest.mark.parametrize("name", [name for names in municipalities().values() for name in names])
def test_c7_each_municipality_is_found_as_employer(name: str) -> None:
    hits = find_employers(f"2019 - heden: adviseur bij de gemeente {name}, team Beleid")
    assert [hit.sector for hit in hits] == ["gemeente"]
    assert hits[0].name == f"gemeente {name}"


@pytest.mark.parametrize(
    "text",
    [
        "dat is het beste",
        "nieuwe huizen bouwen",
        "grave fouten",
        "losser werken",
        "haar haren",
        "goes live",
        "maar ook",
        "meer dan",
        "ver weg",
        "een val",
        "leiden tot",
        "kampen met",
    ],
)
def test_a_word_is_no_municipality(text: str) -> None:
    assert find_terms(text, MUNICIPALITY) == ()


@pytest.mark.parametrize(
    "text",
    ["bij Delft", "Aa en Hunze", "Alphen aan den Rijn", "Den Haag", "'s-Gravenhage", "Best", "Goeree-Overflakkee"],
)
def test_a_municipality_is_found_by_its_bare_name(text: str) -> None:
    assert [hit.kind for hit in find_terms(text, MUNICIPALITY)] == ["municipality"]
