"""P1-P3, P11, P12, P16: which lines are criteria, of which kind, with which number."""

import pytest

from core.posting.headings import heading_kind
from core.posting.reader import read_posting

KNOCKOUT_HEADINGS = [
    "Vereisten / knock-outcriteria",
    "Vereisten/ Knock-outcriteria",
    "Minimumeisen / knock-outcriteria",
    "Eisen",
    "EISEN:",
    "Kwaliteit (eisen)",
    "KNOCK-OUT:",
    "Knock-outs",
    "Knock out criteria",
    "Vereisten",
    "Functie-eisen",
    "Harde eisen",
    "Must haves",
    "Minimale eisen",
    "Eisen aan de kandidaat",
    "Eisen (knock-out)",
    "Gestelde eisen aan de professional",
]
AWARD_HEADINGS = [
    "Gunningscriteria (weging)",
    "Gunningscriteria te beoordelen door Flextender (weging, totaal 100 punten)",
    "Selectiecriteria te beoordelen door de administratieve partner (weging, totaal 100 punten)",
    "Gunningscriteria (wensen)",
    "Wensen",
    "Wensen (max. 100 punten)",
    "Wensen en competenties",
    "Gewenste kwalificaties",
    "Selectiecriteria",
    "Nice to haves",
    "Pr\u00e9's",
]
NO_HEADINGS = [
    "De kandidaat voldoet aan de eisen.",
    "Stap 1: Beoordeling CV's op knock-outcriteria",
    "voldoen aan de Vereisten/ Knock-outcriteria in het",
    "1. Minimaal 3 jaar ervaring",
    "Beoordeling cv's op minimumeisen",
    "Eisen aan de inschrijving",
    "Flextender beoordeelt de gunningscriteria",
]


@pytest.mark.parametrize("text", KNOCKOUT_HEADINGS)
def test_headings_of_knock_outs(text: str) -> None:
    assert heading_kind(text) == "knockout"


@pytest.mark.parametrize("text", AWARD_HEADINGS)
def test_headings_of_award_criteria(text: str) -> None:
    assert heading_kind(text) == "award"


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_what_heads_no_criteria(text: str) -> None:
    assert heading_kind(text) not in ("knockout", "award", "mixed")


def ids(text: str) -> list[str]:
    return [criterion.id for criterion in read_posting(text).criteria]


def texts(text: str) -> list[str]:
    return [criterion.text for criterion in read_posting(text).criteria]


def codes(text: str) -> list[tuple[str, str | None]]:
    return [(notice.code, notice.criterion) for notice in read_posting(text).notices]


def test_p1_the_printed_number_is_kept() -> None:
    text = "Eisen\n1. Ervaring met A\n2. Ervaring met B\nWensen\n3. Ervaring met C (60 punten)\n4. Ervaring met D (40 punten)\n"
    assert ids(text) == ["K1", "K2", "A3", "A4"]
    assert codes(text) == []


def test_p1_numbering_that_restarts() -> None:
    text = "Eisen\n1. Ervaring met A\n2. Ervaring met B\nWensen\n1. Ervaring met C (60 punten)\n2. Ervaring met D (40 punten)\n"
    assert ids(text) == ["K1", "K2", "A1", "A2"]
    assert codes(text) == [("numbering_restarts", None)]


def test_p1_unnumbered_lists_are_counted() -> None:
    text = "Eisen\n- Ervaring met A\n- Ervaring met B\nWensen\n- Ervaring met C (60 punten)\n- Ervaring met D (40 punten)\n"
    assert ids(text) == ["K1", "K2", "A1", "A2"]
    assert codes(text) == []


def test_p1_a_number_of_several_parts() -> None:
    assert ids("Eisen\n2.1.3 Ervaring met A\n2.1.4 Ervaring met B\n2.2.1 Ervaring met C\n") == [
        "K2.1.3",
        "K2.1.4",
        "K2.2.1",
    ]


def test_p1_letters_and_codes() -> None:
    assert ids("Eisen\na. Ervaring met A\nb. Ervaring met B\n") == ["Ka", "Kb"]
    assert ids("Eisen\nE1. Ervaring met A\nE2. Ervaring met B\nWensen\nW1. Ervaring met C (5 punten)") == [
        "K1",
        "K2",
        "A1",
    ]


def test_p1_ids_stay_apart_where_a_number_comes_twice() -> None:
    text = "Functie-eisen\n1. Ervaring met A\nHarde eisen\n1. Ervaring met B\n"
    assert len(set(ids(text))) == 2


def test_p1_a_wrapped_line_that_begins_with_a_number_is_no_item() -> None:
    text = (
        "Eisen\n1. Minimaal 3 jaar aantoonbare werkervaring als consulent in de afgelopen\n5 jaar bij een gemeente met meer dan\n"
        "10. inwoners op een vierkante kilometer en met een eigen sociale dienst;\n2. Een afgeronde opleiding op minimaal hbo-niveau;\n"
    )
    assert ids(text) == ["K1", "K2"]


def test_inline_words_name_the_kind() -> None:
    text = "Adviseur\nEis: Ervaring met A\nWens: Ervaring met B (20 punten)\nEis: Ervaring met C\n"
    assert ids(text) == ["K1", "A1", "K2"]
    assert texts(text) == ["Ervaring met A", "Ervaring met B", "Ervaring met C"]


def test_demands_and_wishes_in_one_list() -> None:
    text = "Programma van eisen en wensen\n1. Ervaring met A\n2. Ervaring met B is een pr\u00e9\n3. Ervaring met C (30 punten)\n"
    assert ids(text) == ["K1", "A2", "A3"]


def test_a_profile_counts_only_without_a_list_of_knock_outs() -> None:
    profile = "Wij vragen\n- Ervaring met A\n- Ervaring met B\n"
    assert ids(f"Adviseur\n{profile}") == ["K1", "K2"]
    assert ids(f"Adviseur\n{profile}Eisen\n- Ervaring met C\n") == ["K1"]


def test_no_headings_at_all() -> None:
    text = (
        "Adviseur\n1. Minimaal 2 jaar ervaring met A\n2. Een afgeronde hbo-opleiding\n3. Ervaring met B (20 punten)\n"
    )
    assert ids(text) == ["K1", "K2", "A3"]


def test_p2_points_on_a_knock_out_dont_count() -> None:
    text = "Eisen\n1. Ervaring met A; (20 pt);\n2. Ervaring met B (10 punten)\nWensen\n3. Ervaring met C (100 punten)\n"
    posting = read_posting(text)
    assert [c.points for c in posting.criteria] == [None, None, 100]
    assert posting.total_points == 100
    assert codes(text) == [("points_in_knockout", "K1"), ("points_in_knockout", "K2")]
    assert texts(text) == ["Ervaring met A", "Ervaring met B", "Ervaring met C"]


@pytest.mark.parametrize(
    ("text", "total", "codes_"),
    [
        ("Wensen\n1. A-werk (60 punten)\n2. B-werk (40 punten)\n", 100, []),
        ("Wensen\n1. A-werk (60 punten)\n2. B-werk (30 punten)\n", 90, ["points_total"]),
        ("Wensen (totaal 90 punten)\n1. A-werk (60 punten)\n2. B-werk (30 punten)\n", 90, []),
        ("Wensen (totaal 100 punten)\n1. A-werk (60 punten)\n2. B-werk (30 punten)\n", 90, ["points_total"]),
        ("Wensen\n1. A-werk (40 punten)\n2. B-werk (30 punten)\nPrijs: 30 %\n", 70, []),
        ("Wensen\n1. A-werk (40 punten)\n2. B-werk (30 punten)\n3. Gesprek (30 punten)\n", 70, []),
        ("Wensen\n1. A-werk (60 punten)\n2. B-werk\n", None, ["unknown_points"]),
        ("Wensen\n- A-werk\n- B-werk\n", None, ["unknown_points"]),
        ("Wensen\n1. A-werk\nWeging: 60 %\n2. B-werk\nWeging: 40 %\n", 100, []),
        ("Wensen\n1. A-werk (60 punten)\n2. B-werk (40 punten)\nTotaal: 100 punten\n", 100, []),
        ("Eisen\n1. A-werk\n", None, []),
    ],
)
def test_p3_the_total(text: str, total: float | None, codes_: list[str]) -> None:
    posting = read_posting(text)
    assert posting.total_points == total
    assert [notice.code for notice in posting.notices] == codes_


@pytest.mark.parametrize("marks", [("1. ", "2. ", "3. "), ("- ", "- ", "- "), ("\u2022 ", "\u2022 ", "\u2022 ")])
@pytest.mark.parametrize("end", [";", ".", ""])
def test_p3_a_weight_before_or_after_its_line_beside_tiers(marks: tuple[str, str, str], end: str) -> None:
    weights = [f"Weging: {points} %" for points in (25, 35, 40)]
    lines = [f"{mark}Ervaring met {name}{end}" for mark, name in zip(marks, ("AFAS", "TOPdesk", "JOIN"), strict=True)]
    tiers = f"a. minder dan 2 jaar (0 punten){end}\nb. 2 jaar of meer (40 punten){end}"
    before = [part for weight, line in zip(weights, lines, strict=True) for part in (weight, line)]
    after = [part for weight, line in zip(weights, lines, strict=True) for part in (line, weight)]
    for order in (before, after):
        posting = read_posting("\n".join(["Eisen", "1. Rijbewijs B", "Wensen", *order, tiers]))
        awards = [c for c in posting.criteria if c.kind == "award"]
        assert [c.points for c in awards] == [25, 35, 40]
        assert [c.text for c in awards] == ["Ervaring met AFAS", "Ervaring met TOPdesk", "Ervaring met JOIN"]
        assert [[t.points for t in c.tiers] for c in awards] == [[], [], [0, 40]]


def test_p3_a_share_of_the_work_is_no_weight() -> None:
    (criterion,) = read_posting("Wensen\n1. Bereid om 50% op locatie te werken (15 punten)\n").criteria
    assert (criterion.points, criterion.text) == (15, "Bereid om 50% op locatie te werken")


def test_p3_a_scored_maximum_rate_is_a_criterion() -> None:
    text = (
        "Wensen\n1. Een maximum uurtarief van \u20ac49,25,- inclusief reiskosten (10 punten)\n2. A-werk (90 punten)\n"
    )
    posting = read_posting(text)
    assert [c.points for c in posting.criteria] == [10, 90]
    assert posting.rate_cap is None


@pytest.mark.parametrize(
    "text",
    [
        "Gunningscriteria\nPrijs / kwaliteit: 30/70\n1. A-werk (100 punten)\n",
        "Gunningscriteria\nGewicht van prijs : 30 %\nGewicht van kwaliteit : 70 %\nGunningscriteria (wensen)\n1. A-werk (100 punten)\n",
        "Wensen\n1. A-werk (70 punten)\n2. Prijs (30 punten)\n",
        "EMVI: Prijs-Kwaliteit\nWeging prijsdeel: 30 %\nA-werk\nWeging: 70 %\n",
    ],
)
def test_p10_a_price_weight_is_kept_apart(text: str) -> None:
    posting = read_posting(text)
    assert posting.price_weight == 30
    assert len(posting.criteria) == 1
    assert "rate" in [item.id for item in posting.bid_checklist]


def test_p11_task_lists_and_steps_are_no_criteria() -> None:
    text = (
        "Opdracht\n1. Co\u00f6rdinatie\n2. Rapportage en analyse\nEisen\n1. Ervaring met A\nWensen\n2. Ervaring met B (100 punten)\n"
        "Beoordeling\nStap 1: Beoordeling CV's\nKandidaten die voldoen gaan door.\nStap 2: Gesprek\n1. Relevante werkervaring op zulke opdrachten.\n2. Relevante werkervaring elders.\n"
    )
    assert ids(text) == ["K1", "A2"]


def test_p11_competencies_are_no_criteria() -> None:
    posting = read_posting("Eisen\n1. Ervaring met A\nCompetenties\n1. Klantgericht;\n2. Flexibel: je schakelt snel;\n")
    assert len(posting.criteria) == 1
    assert posting.competencies == ("Klantgericht", "Flexibel")


def test_competencies_in_a_sentence() -> None:
    assert read_posting("Eisen\n1. A-werk\nCompetenties: klantgericht, flexibel en nauwkeurig\n").competencies == (
        "klantgericht",
        "flexibel",
        "nauwkeurig",
    )


@pytest.mark.parametrize(
    "remark",
    [
        "Geef in het cv duidelijk aan waar de kandidaat dit heeft gedaan.",
        "Let op: zonder toelichting tellen punten niet mee.",
        "De opdrachtgever behoudt zich het recht voor om niet te gunnen.",
        "Indien informatie niet in het cv staat, telt die niet mee.",
    ],
)
def test_a_remark_on_the_list_is_no_part_of_its_last_item(remark: str) -> None:
    assert texts(f"Wensen\n1. Ervaring met A (60 punten);\n2. Ervaring met B (40 punten).\n{remark}\nPlanning\n") == [
        "Ervaring met A",
        "Ervaring met B",
    ]


def test_p13_what_stands_behind_the_points_stays() -> None:
    assert texts("Wensen\n1. Ervaring met A (60 punten). Benoem dit in het cv;\n2. Ervaring met B (40 punten).\n")[
        0
    ] == ("Ervaring met A. Benoem dit in het cv")


def test_points_on_the_line_after_belong_to_the_item() -> None:
    posting = read_posting(
        "Wensen\n1. Ervaring met A. Dit blijkt uit het cv.\n(60 punten)\n2. Ervaring met B\n(40 punten)\nPlanning\n"
    )
    assert [(c.text, c.points) for c in posting.criteria] == [
        ("Ervaring met A. Dit blijkt uit het cv", 60),
        ("Ervaring met B", 40),
    ]


def test_p16_headings_inside_a_list_drop_nothing() -> None:
    text = "Eisen\nOpleiding en ervaring\n- Ervaring met A\n- Ervaring met B\nKennis en vaardigheden\n- Kennis van C\nWensen\nKennis en ervaring\n- Ervaring met D (50 punten)\nCompetenties\n- Ervaring met E (50 punten)\n"
    assert texts(text) == ["Ervaring met A", "Ervaring met B", "Kennis van C", "Ervaring met D", "Ervaring met E"]


def test_p16_sub_items_stay_with_their_item() -> None:
    assert texts("Eisen\n1. Ervaring met:\n- A;\n- B;\n2. Rijbewijs B\n") == ["Ervaring met: A; B", "Rijbewijs B"]


def test_p16_lines_without_marks() -> None:
    text = "Kwaliteit (eisen)\nU voegt een cv toe.\nMinimaal drie jaar ervaring als administratief\nmedewerker bij een gemeente\nMBO 4 opleiding\nPrijs (eisen)\nMaximaal: \u20ac 55,00\nInclusief alle kosten.\n"
    assert texts(text) == [
        "U voegt een cv toe",
        "Minimaal drie jaar ervaring als administratief medewerker bij een gemeente",
        "MBO 4 opleiding",
        "Maximaal: \u20ac 55,00 Inclusief alle kosten",
    ]


def test_p16_a_line_that_isnt_understood_stays() -> None:
    (criterion,) = read_posting("Eisen\n1. Zwabberdezwab en flierefluiten\n").criteria
    assert criterion.requirement.type == "other"


def test_a_tier_of_a_combination_knows_its_parts() -> None:
    text = "Wensen\n1. Gevolgde training in:\n- Inkoop (5 %)\n- Contractmanagement (5 %)\n- Inkoop \u00e9n Contractmanagement (10 %)\nWeging: 10 %\n"
    (criterion,) = read_posting(text).criteria
    assert [tier.when for tier in criterion.tiers] == [(0,), (1,), (0, 1)]


def test_criteria_on_the_line_of_their_heading() -> None:
    text = "Adviseur\nEisen: minimaal 3 jaar ervaring als adviseur; een hbo-diploma; rijbewijs B.\nWensen: ervaring met Squit (40 punten); kennis van de APV (60 punten)\n"
    assert ids(text) == ["K1", "K2", "K3", "A1", "A2"]
    assert texts(text)[0] == "minimaal 3 jaar ervaring als adviseur"


def test_a_line_that_speaks_of_the_last_item_stays_with_it() -> None:
    text = "Eisen\n1. Ervaring met A.\nDit dient te blijken uit het cv.\nOver ons\nWij zijn een gemeente.\n"
    assert texts(text) == ["Ervaring met A. Dit dient te blijken uit het cv"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("dinsdag- woensdag-donderdag", ("tue", "wed", "thu")),
        ("ma t/m do", ("mon", "tue", "wed", "thu")),
        ("maandag, dinsdag en donderdag (vrijdag in overleg)", ("mon", "tue", "thu")),
        ("maandag en dinsdag, niet op woensdag", ("mon", "tue")),
        ("in overleg", ()),
    ],
)
def test_the_days_that_the_client_fixes(days: str, expected: tuple[str, ...]) -> None:
    text = f"Eisen\n1. A-werk\nWerkdagen\nDe opdracht wordt vervuld op de volgende werkdagen: {days}\n"
    assert read_posting(text).work_days == expected


def test_p11_what_the_client_weighs_later_is_no_criterion() -> None:
    later = "Gunningscriteria te beoordelen door de opdrachtgever\n- Relevante ervaring\n"
    scored = "Gunningscriteria te beoordelen door Flextender (weging)\n1. Ervaring met A (100 punten)\n"
    assert ids(scored + later) == ["A1"]
    assert ids(later) == ["A1"]
