"""Where lists of criteria begin and end, how they are announced, numbered and scored (P1, P2, P3, P11, P12, P16)."""

import pytest

from core.posting.reader import read_posting


def ids(text: str) -> list[str]:
    return [criterion.id for criterion in read_posting(text).criteria]


def texts(text: str) -> list[str]:
    return [criterion.text for criterion in read_posting(text).criteria]


@pytest.mark.parametrize(
    "text",
    [
        "3. Eisen\nLet op: wie niet aan alle eisen voldoet valt af.\n1. Ervaring met A;\n2. Ervaring met B.\n",
        "Eisen\nLet op: wie hieraan niet voldoet,\nvalt af.\n\n1) Ervaring met A\n2) Ervaring met B\n",
        "Eisen\n1. Ervaring met A;\nOpmerking: dit moet uit het cv blijken.\n2. Ervaring met B.\n",
        "Knock-outcriteria\nVoorwaarden: alle punten gelden op de sluitingsdatum.\n1. Ervaring met A\n2. Ervaring met B\n",
    ],
)
def test_p16_a_remark_before_or_inside_a_list_drops_nothing(text: str) -> None:
    assert texts(text) == ["Ervaring met A", "Ervaring met B"]
    assert ids(text) == ["K1", "K2"]


def test_p11_chapters_behind_the_lists_are_no_criteria() -> None:
    text = (
        "3. Knock-outcriteria\n1. Ervaring met A;\n2. Ervaring met B.\n4. Gunningscriteria\n5. Ervaring met C (60 punten);\n"
        "6. Ervaring met D (40 punten).\n5. Competenties\n- Stressbestendig\n6. Procedure\nHet cv telt.\n7. Overig\nEen VOG.\n"
    )
    assert ids(text) == ["K1", "K2", "A5", "A6"]
    assert texts(text)[-1] == "Ervaring met D"
    assert read_posting(text).competencies == ("Stressbestendig",)


def test_p16_a_numbered_criterion_with_the_name_of_a_chapter_stays() -> None:
    text = "4. Wensen\n1. Ervaring met A\n2. Ervaring met B\n3. Ervaring met C\n4. Een cursus D\n5. Motivatie\n"
    assert ids(text) == ["A1", "A2", "A3", "A4", "A5"]


@pytest.mark.parametrize(
    "heading", ["GUNNING (samen 100 punten):", "Zo delen we de punten uit", "Wensenlijst", "En nu de leuke dingen:"]
)
def test_p2_a_list_that_shares_out_all_points_is_no_list_of_knockouts(heading: str) -> None:
    text = f"KNOCK-OUT:\n1) minimaal mbo 4 (5 p)\n2) ervaring met A\n{heading}\n3) ervaring met B (60 p)\n4) ervaring met C (40 p)\n"
    assert ids(text) == ["K1", "K2", "A3", "A4"]


def test_p2_points_on_some_knockouts_stay_ignored() -> None:
    text = "Knock-outcriteria\n1. Ervaring met A (40 punten)\n2. Ervaring met B\n3. Ervaring met C (60 punten)\nOverig\nTekst.\n"
    assert ids(text) == ["K1", "K2", "K3"]


ANNOUNCED = (
    ("Dit vragen wij (harde eisen)", "Dit zien wij graag (wensen)"),
    ("KO-criteria (ontbreekt er 1 dan houdt het op)", "Gunning, te beoordelen door ons, maximaal 100 punten"),
    (
        "Waar moet de kandidaat minimaal aan voldoen (eisen)?",
        "Waar krijgt de kandidaat punten voor (wensen, 100 punten)?",
    ),
    ("Waaraan moet je voldoen?", "Wat telt mee bij de keuze? (samen 100 %)"),
    ("Dit moet je hebben:", "Hier scoor je mee:"),
    ("Zonder dit ben je kansloos (k.o.)", "Waarmee onderscheidt de kandidaat zich?"),
)


@pytest.mark.parametrize(("knockouts", "awards"), ANNOUNCED)
@pytest.mark.parametrize("marks", [("- ", "- "), ("1. ", "2. "), ("Eis 1: ", "Wens 1: ")])
def test_p16_a_line_above_a_list_announces_it_in_words_of_its_own(
    knockouts: str, awards: str, marks: tuple[str, str]
) -> None:
    one, other = marks
    text = (
        f"Adviseur\nWat ga je doen\n- notulen maken\n{knockouts}\n{one}Ervaring met A\n{other.replace('Wens', 'Eis').replace('1', '2')}Rijbewijs B\n"
        f"{awards}\n{one.replace('Eis', 'Wens').replace('1', '3')}Ervaring met C\n{other.replace('1', '4').replace('2', '4')}Ervaring met D\n"
    )
    posting = read_posting(text)
    assert [criterion.kind for criterion in posting.criteria] == ["knockout", "knockout", "award", "award"]
    assert [criterion.text for criterion in posting.criteria] == [
        "Ervaring met A",
        "Rijbewijs B",
        "Ervaring met C",
        "Ervaring met D",
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Je stelt eisen op voor:",
        "Wij bieden je:",
        "Stuur mee bij je inschrijving (eisen aan het cv):",
        "Taken en wensen van de klant:",
        "Dit is geen eis:",
    ],
)
def test_p11_a_line_above_another_list_announces_no_criteria(title: str) -> None:
    text = f"Adviseur\n{title}\n- eerste punt\n- tweede punt\nEisen\n1. Ervaring met A\nWensen\n2. Ervaring met B\n"
    assert texts(text) == ["Ervaring met A", "Ervaring met B"]
    alone = f"Adviseur\n{title}\n- eerste punt\n- tweede punt\nEisen\n1. Ervaring met A\n"
    assert texts(alone) == ["Ervaring met A"]


@pytest.mark.parametrize("title", ["Verder goed om te weten:", "En dan nog dit:", "Praktisch:"])
def test_p11_a_title_behind_a_scored_list_ends_it(title: str) -> None:
    text = f"Eisen\n1. Ervaring met A\nWensen\n- Ervaring met B (60 punten)\n- Ervaring met C (40 punten)\n\n{title}\n* De VOG regelen wij\n* Hybride werken kan\n"
    assert texts(text) == ["Ervaring met A", "Ervaring met B", "Ervaring met C"]


def test_p3_a_weight_between_the_number_and_its_colon() -> None:
    text = "Eis 1. Ervaring met A.\nWens 1 (60 %). Ervaring met B.\nWens 2 (40 %). Ervaring met C.\n"
    assert [(c.id, c.points) for c in read_posting(text).criteria] == [("K1", None), ("A1", 60), ("A2", 40)]


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ("Ervaring met A [40]", 40),
        ("Ervaring met A - 40/100", 40),
        ("Ervaring met A (40/100)", 40),
        ("Ervaring met A (weegt 40% mee)", 40),
        ("Ervaring met A (telt voor 40 %)", 40),
        ("Ervaring met A (wegingsfactor 4 = 40 punten)", 40),
        ("40% - Ervaring met A", 40),
        ("40 punten: ervaring met A", 40),
        ("Ervaring met A | 4 | 40", None),
        ("Ervaring met Squit 20/20", None),
        ("Ervaring met projecten tot 40/60 woningen", None),
    ],
)
def test_p3_points_in_other_forms(line: str, points: float | None) -> None:
    (criterion,) = read_posting(f"Wensen\n1. {line}\n").criteria
    assert criterion.points == points


def test_p3_a_table_with_bars() -> None:
    text = "Eisen\n1. Rijbewijs B\nGunningscriteria\nCriterium | Gewicht | Max. punten\nErvaring met A | 6 | 60\nErvaring met B | 4 | 40\nTotaal | 10 | 100\n"
    assert [(c.id, c.text, c.points) for c in read_posting(text).criteria][1:] == [
        ("A1", "Ervaring met A", 60),
        ("A2", "Ervaring met B", 40),
    ]


def test_p1_words_behind_a_criterion_say_what_it_is() -> None:
    text = "Profiel\n1. Rijbewijs B (eis)\n2. Ervaring met A (wens, 60 punten)\n3. Ervaring met B (eis);\n4. Ervaring met C (wens, 40 punten).\n"
    assert [(c.id, c.text) for c in read_posting(text).criteria] == [
        ("K1", "Rijbewijs B"),
        ("A2", "Ervaring met A"),
        ("K3", "Ervaring met B"),
        ("A4", "Ervaring met C"),
    ]


@pytest.mark.parametrize("mark", ["\u2705 ", "\u27a1 ", "\U0001f539 ", "\u27a1\ufe0f ", "\u2714\ufe0f"])
def test_p12_symbols_are_bullets(mark: str) -> None:
    text = f"\u2757\u2757 HARDE EISEN \u2757\u2757\n{mark}Rijbewijs B\n{mark}Ervaring met A\n\u2b50 WENSEN \u2b50\n{mark}Ervaring met C\n\U0001f4b6 WAT ZIT ERIN\n{mark}een marktconform tarief\n"
    assert texts(text) == ["Rijbewijs B", "Ervaring met A", "Ervaring met C"]
    assert ids(text) == ["K1", "K2", "A1"]


def test_p12_the_head_of_a_page_comes_again() -> None:
    head = "Inhuuropdracht 2026-118 | Adviseur"
    text = f"{head}\nEisen\n1. Minimaal 2 jaar werkervaring als adviseur bij\n{head}\npagina 2 van 3\neen gemeente;\n2. Rijbewijs B.\n"
    assert texts(text) == ["Minimaal 2 jaar werkervaring als adviseur bij een gemeente", "Rijbewijs B"]


def test_p1_codes_and_roman_numerals() -> None:
    assert ids("Knock-outs\nK.1 Ervaring met A\nK.2 Rijbewijs B\nWaardering\nW.1 Ervaring met C\n") == [
        "K1",
        "K2",
        "A1",
    ]
    assert texts("Eisen\nI. Ervaring met A\nII. Rijbewijs B\n") == ["Ervaring met A", "Rijbewijs B"]
    assert texts("Knock-out 1:\nErvaring met A.\nKnock-out 2:\nRijbewijs B.\n") == ["Ervaring met A", "Rijbewijs B"]


def test_p1_a_table_that_says_what_each_row_is() -> None:
    text = (
        "Profiel\nHieronder staat wat we vragen.\n| Nr | Omschrijving | Soort | Punten |\n|---|---|---|---|\n| 1 | Afgeronde mbo-4 opleiding | eis | n.v.t. |\n"
        "| 2 | Rijbewijs B | eis | n.v.t. |\n| 3 | Ervaring met A | wens | 60 |\n| 4 | Ervaring met B | wens | 40 |\nSpelregels\n- cv in pdf\n- zzp mag\n"
    )
    assert [(c.id, c.text, c.points) for c in read_posting(text).criteria] == [
        ("K1", "Afgeronde mbo-4 opleiding", None),
        ("K2", "Rijbewijs B", None),
        ("A3", "Ervaring met A", 60),
        ("A4", "Ervaring met B", 40),
    ]


def test_p12_a_table_whose_tabs_became_blanks() -> None:
    rows = "Code\tVraag\tMax. punten\nKO1\tMbo-diploma niveau 4\t\nKO2\tErvaring met A\t\nW1\tErvaring met B\t60\nW2\tErvaring met C\t40\n"
    wanted = [
        ("K1", "Mbo-diploma niveau 4", None),
        ("K2", "Ervaring met A", None),
        ("A1", "Ervaring met B", 60),
        ("A2", "Ervaring met C", 40),
    ]
    for text in (rows, rows.replace("\t", " "), rows.replace("\t", "    ")):
        assert [(c.id, c.text, c.points) for c in read_posting(text).criteria] == wanted


def test_p3_a_bare_number_at_the_end_is_no_points_where_they_make_no_hundred() -> None:
    criteria = read_posting("Wensen\n1. Ervaring met Windows 11\n2. Ervaring met Office 365\n").criteria
    assert [(c.text, c.points) for c in criteria] == [
        ("Ervaring met Windows 11", None),
        ("Ervaring met Office 365", None),
    ]


def test_p3_points_with_a_plus_in_front() -> None:
    criteria = read_posting("Eisen\n1. Rijbewijs B\nPluspunten:\n+60  Ervaring met A\n+40  Ervaring met B\n").criteria
    assert [(c.id, c.text, c.points) for c in criteria][1:] == [
        ("A1", "Ervaring met A", 60),
        ("A2", "Ervaring met B", 40),
    ]


def test_p16_sentences_between_the_announcement_and_its_list() -> None:
    text = "Waar moet je minimaal aan voldoen?\nMis je een van deze punten, dan heeft reageren geen zin.\n- Rijbewijs B\n- Ervaring met A\nWaarmee scoor je punten?\nEr zijn er 100 te verdelen.\n- Ervaring met C: 60 punten\n- Ervaring met D: 40 punten\n"
    assert ids(text) == ["K1", "K2", "A1", "A2"]


@pytest.mark.parametrize("line", ["E10 benzine tanken", "g4 gemeente van formaat", "W3 schools gevolgd"])
def test_p1_what_only_looks_like_a_code(line: str) -> None:
    assert texts(f"Eisen\n- {line}\n- Rijbewijs B\n") == [line, "Rijbewijs B"]


def test_p1_tables_whose_codes_say_what_each_row_is() -> None:
    text = (
        "**Eisen** - aan alle eisen wordt voldaan, anders volgt uitsluiting\n| Nr | Eis |\n|---|---|\n| E1 | Rijbewijs B |\n| E2 | Ervaring met A |\n"
        "**Wensen** - maximaal 100 punten\n| Nr | Wens | Punten |\n|---|---|---|\n| W1 | Ervaring met B | 60 |\n| W2 | Ervaring met C | 40 |\n**Procedure**\n1. Controle op de eisen.\n"
    )
    assert [(c.id, c.text, c.points) for c in read_posting(text).criteria] == [
        ("K1", "Rijbewijs B", None),
        ("K2", "Ervaring met A", None),
        ("A1", "Ervaring met B", 60),
        ("A2", "Ervaring met C", 40),
    ]


@pytest.mark.parametrize("cell", ["\t", " ", "    "])
def test_p12_a_table_below_its_heading(cell: str) -> None:
    rows = (
        "Eisen (knock-out)\nNr\tOmschrijving\n1\tRijbewijs B\n2\tMinimaal 3 jaar ervaring met A\n"
        "Wensen (gunning)\nNr\tOmschrijving\tPunten\n3\tErvaring met B\t60\n\ta. minder dan 1 jaar\t0\n\tb. 1 jaar of meer\t60\n4\tErvaring met C\t40\n\tTotaal\t100\n"
    )
    criteria = read_posting(rows.replace("\t", cell)).criteria
    assert [(c.id, c.text, c.points) for c in criteria] == [
        ("K1", "Rijbewijs B", None),
        ("K2", "Minimaal 3 jaar ervaring met A", None),
        ("A3", "Ervaring met B", 60),
        ("A4", "Ervaring met C", 40),
    ]
    assert [tier.points for tier in criteria[2].tiers] == [0, 60]
