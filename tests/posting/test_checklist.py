"""P10: what sets a bid aside besides the criteria, in the words of many postings."""

import pytest

from core.posting.reader import read_posting


@pytest.mark.parametrize(
    "sentence",
    [
        "De jurist wordt niet ingezet als zzp'er.",
        "Inzet als zzp'er is niet mogelijk.",
        "Wij werken niet met zzp'ers.",
        "Zelfstandigen zonder personeel worden niet toegelaten.",
        "De opdracht kan niet op basis van een zzp-constructie worden uitgevoerd.",
    ],
)
def test_p10_zzp_excluded_outside_the_criteria_is_a_blocker(sentence: str) -> None:
    posting = read_posting(f"Jurist\n\nEisen\n1. Afgeronde hbo-opleiding.\n\nVoorwaarden\n{sentence}\n")
    assert "zzp_excluded" in posting.clauses
    assert [item.id for item in posting.bid_checklist if item.blocker] == ["zzp_excluded"]


@pytest.mark.parametrize("sentence", ["Inzet als zzp'er is mogelijk.", "Ook als zzp'er kun je reageren."])
def test_p10_zzp_is_not_excluded(sentence: str) -> None:
    posting = read_posting(f"Jurist\n\nEisen\n1. Afgeronde hbo-opleiding.\n\nVoorwaarden\n{sentence}\n")
    assert "zzp_excluded" not in posting.clauses


@pytest.mark.parametrize(
    "sentence",
    [
        "Een cv langer dan 4 pagina's leidt tot uitsluiting.",
        "Een cv van meer dan 4 pagina's wordt uitgesloten.",
        "Cv's van maximaal 4 pagina's; een langer cv komt niet in aanmerking.",
        "Maximaal 4 pagina's cv. Overschrijding van de omvang is grond voor afwijzing.",
    ],
)
def test_p10_what_sets_a_bid_aside_in_other_words(sentence: str) -> None:
    posting = read_posting(f"Jurist\n\nEisen\n1. Afgeronde hbo-opleiding.\n\nInschrijving\n{sentence}\n")
    assert posting.offer.cv_max_pages == 4
    assert [item.id for item in posting.bid_checklist if item.blocker] == ["cv_pages"]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Referenties: 2.", 2),
        ("Aantal referenties 2", 2),
        ("Minimaal twee referenten aanleveren.", 2),
        ("Referenties: minimaal 1 (naam, functie)", 1),
        ("Referentie: 2026-123", None),
        ("Referenties: 06-12345678", None),
    ],
)
def test_p10_the_number_of_references(sentence: str, count: int | None) -> None:
    posting = read_posting(f"Jurist\n\nEisen\n1. Afgeronde hbo-opleiding.\n\nInschrijving\n{sentence}\n")
    assert posting.offer.min_references == count


def test_p10_zzp_excluded_right_below_the_list_is_no_part_of_it() -> None:
    posting = read_posting(
        "Jurist\n\nEisen\n- hbo diploma\n\nWensen\n- BRP certificaat (100)\n\nGeen zzp. Doorlenen verboden.\n"
    )
    assert [item.id for item in posting.bid_checklist] == ["zzp_excluded"]


def test_p10_zzp_excluded_in_a_criterion_is_that_criterion() -> None:
    posting = read_posting(
        "Jurist\n\nEisen\n1. hbo diploma;\n2. Zzp'ers zijn uitgesloten;\n\nWensen\n1. BRP certificaat (100 punten)\n"
    )
    assert [item.id for item in posting.bid_checklist] == []
