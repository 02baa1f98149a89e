"""P2-P10, P15: defects and traps, the answers of the buyer, clauses and the bid checklist."""

import pytest

from core.model.posting import Posting
from core.posting.answers import changed_text
from core.posting.reader import read_posting
from core.texts import has


def codes(text: str) -> list[tuple[str, str | None]]:
    return [(notice.code, notice.criterion) for notice in read_posting(text).notices]


def header(**fields: str) -> str:
    return "Adviseur\n" + "\n".join(f"{label.replace('_', ' ')}: {value}" for label, value in fields.items()) + "\n"


def test_p4_a_highest_tier_that_differs() -> None:
    text = "Wensen\n1. Ervaring met A (100 punten)\na. minder dan 1 jaar (0 punten)\nb. 1 jaar of meer (80 punten)\n"
    assert codes(text) == [("tier_maximum", "A1")]


@pytest.mark.parametrize(
    ("first", "second", "third", "unclear"),
    [
        ("minder dan 1 jaar", "tussen 1 en 2 jaar", "meer dan 2 jaar", True),
        ("minder dan 1 jaar", "1 tot 2 jaar", "2 jaar of meer", False),
        ("minder dan 1 jaar", "vanaf 1 tot 2 jaar", "vanaf 2 jaar", False),
        ("0 t/m 11 maanden", "12 t/m 23 maanden", "24 maanden of meer", False),
        ("minder dan 1 jaar", "1 tot 2 jaar", "meer dan 2 jaar", True),
        ("maximaal 1 jaar", "maximaal 2 jaar", "meer dan 2 jaar", True),
        ("1 jaar", "2 jaar", "3 jaar", True),
    ],
)
def test_p5_boundaries_that_leave_a_doubt(first: str, second: str, third: str, unclear: bool) -> None:
    text = f"Wensen\n1. Ervaring met A (100 punten)\na. {first} (0 punten)\nb. {second} (50 punten)\nc. {third} (100 punten)\n"
    assert codes(text) == ([("tier_boundary", "A1")] if unclear else [])


@pytest.mark.parametrize(
    ("level", "demand", "contradicts"),
    [
        ("HBO", "Een afgeronde opleiding op minimaal mbo-niveau", True),
        ("MBO", "Een afgeronde hbo-opleiding", True),
        ("HBO", "Een afgeronde hbo-opleiding", False),
        ("MBO", "Een afgeronde opleiding op minimaal mbo-niveau 4", False),
        ("MBO+", "Een afgeronde opleiding op minimaal mbo-niveau 4", False),
        ("MBO+", "Een afgeronde hbo-opleiding", False),
        ("MBO/HBO", "Een afgeronde hbo-opleiding", False),
        ("HBO", "Minimaal 2 jaar ervaring als consulent", False),
    ],
)
def test_p9_the_level_of_the_header_and_of_the_knock_out(level: str, demand: str, contradicts: bool) -> None:
    text = header(Opleidingsniveau=level) + f"\nEisen\n1. {demand};\n"
    assert codes(text) == ([("contradiction", "K1")] if contradicts else [])


def test_p9_a_device_that_is_refused_and_allowed_p14_the_criterion_governs() -> None:
    text = "Eisen\n1. De kandidaat neemt zelf een laptop (geen tablet) mee;\nOverige informatie\nNeem een eigen laptop of tablet mee.\n"
    posting = read_posting(text)
    assert [(n.code, n.criterion) for n in posting.notices] == [("contradiction", "K1")]
    assert "K1" in posting.notices[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Eisen\n1. De kandidaat neemt zelf een laptop (geen iPad) mee;\nOverige informatie\nNeem een eigen laptop mee, geen iPad.\n",
        "Eisen\n1. De kandidaat neemt een laptop cq iPad mee;\nOverige informatie\nNeem een laptop of iPad mee.\n",
    ],
)
def test_p9_devices_in_agreement(text: str) -> None:
    assert codes(text) == []


def test_p9_no_maximum_and_a_maximum() -> None:
    text = header(Tarief="Geen maximum") + "\nPrijs (eisen)\nMaximaal: \u20ac 55,00 inclusief alle kosten\n"
    posting = read_posting(text)
    assert posting.rate_cap == "55.00"
    assert [n.code for n in posting.notices] == ["contradiction"]


def test_p9_hours_that_exclude_each_other() -> None:
    text = header(Uren_per_week="32-36") + "\nEisen\n1. De kandidaat is beschikbaar voor 16 tot 24 uur per week;\n"
    assert codes(text) == [("contradiction", "K1")]


def test_p9_two_limits_for_the_cv() -> None:
    assert codes(
        "Eisen\n1. A-werk\nCV-eisen\nHet cv telt maximaal 3 pagina's. Een cv van maximaal 5 pagina's mag in pdf.\n"
    ) == [("contradiction", None)]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("- De kandidaat moet gebruik maken van eigen\n- Facturen gaan per mail.\n", True),
        ("- De opdracht wordt uitgevoerd in een\n- Facturen gaan per mail.\n", True),
        ("De opdracht wordt uitgevoerd met\nPlanning\nDe gesprekken volgen.\n", True),
        ("De opdracht wordt uitgevoerd met eigen\nDe facturen gaan per mail.\n", True),
        ("- De kandidaat neemt een eigen laptop mee\n- Facturen gaan per mail\n", False),
        ("Je werkt op locatie in\nHoogdorp en thuis.\n", False),
        ("Je werkt met onder meer\n- Suite4Sociaal;\n- Squit.\n", False),
        ("- Reiskosten zijn inbegrepen\n- Parkeren kan\n", False),
    ],
)
def test_p15_a_text_that_stops_in_mid_sentence(text: str, stops: bool) -> None:
    assert codes(f"Eisen\n1. A-werk;\nOverige informatie\n{text}") == ([("incomplete_text", None)] if stops else [])


def test_p15_hybrid_only_from_its_own_field() -> None:
    rest = "\nEisen\n1. A-werk\n"
    assert (
        read_posting(
            "Organisatie\nWij bieden faciliteiten om hybride te werken.\nThuiswerken is in overleg mogelijk." + rest
        ).hybrid
        is None
    )
    assert read_posting("Werkdagen\nIs hybride werken mogelijk: nee" + rest).hybrid is False
    assert read_posting("Werkdagen\nIs hybride werken mogelijk? Ja, in afstemming" + rest).hybrid is True
    assert (
        read_posting(
            rest + "Vragen\nVraag: Is thuiswerken mogelijk?\nAntwoord: Nee, de functie is op locatie.\n"
        ).hybrid
        is False
    )


@pytest.mark.parametrize(
    ("sentence", "scoring"),
    [
        ("Flextender beoordeelt de CV's in onderlinge vergelijking op de gunningscriteria.", "comparative"),
        (
            "Voldoet een kandidaat aan het gunningscriterium, dan ontvangt deze het bijbehorende aantal punten.",
            "absolute",
        ),
        ("De kandidaten worden uitgenodigd voor een gesprek.", None),
    ],
)
def test_p15_who_scores_how(sentence: str, scoring: str | None) -> None:
    assert read_posting(f"Eisen\n1. A-werk\nBeoordeling\nStap 2: Selectie\n{sentence}\n").scoring == scoring


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Bij een gelijke score is het uurtarief doorslaggevend.", "uurtarief"),
        ("Bij gelijke scores geldt de laagste prijs.", "prijs"),
        ("Bij een gelijk aantal punten beslist het lot.", "loting"),
    ],
)
def test_p15_what_decides_a_tie(sentence: str, tie: str) -> None:
    assert read_posting(f"Eisen\n1. A-werk\nBeoordeling\n{sentence}\n").tie_break == tie


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Minimaal 3 jaar ervaring als jurist", "minimaal 2 jaar", "Minimaal 2 jaar ervaring als jurist"),
        (
            "Minimaal 3 jaar ervaring in de afgelopen 5 jaar als jurist",
            "2 jaar.",
            "Minimaal 2 jaar ervaring in de afgelopen 5 jaar als jurist",
        ),
        (
            "Minimaal 3 jaar ervaring in de afgelopen 5 jaar als jurist",
            "in de afgelopen 7 jaar",
            "Minimaal 3 jaar ervaring in de afgelopen 7 jaar als jurist",
        ),
        ("Een afgeronde hbo-opleiding", "mbo-4", "Een afgeronde mbo-4-opleiding"),
        ("Ervaring met Suite", '"Ervaring met een zaaksysteem"', "Ervaring met een zaaksysteem"),
        ("Ervaring met Suite", "minimaal 2 jaar", None),
        ("Minimaal 3 jaar ervaring als jurist of 5 jaar als consulent", "minimaal 2 jaar", None),
    ],
)
def test_p10_what_an_answer_makes_of_a_criterion(old: str, new: str, changed: str | None) -> None:
    assert changed_text(old, new) == changed


CRITERIA = "Eisen\n1. Minimaal 3 jaar ervaring als jurist;\n2. Een afgeronde hbo-opleiding;\nWensen\n3. Ervaring met Suite (40 punten);\n4. Ervaring met A (60 punten);\n"


@pytest.mark.parametrize(
    ("answers", "criterion", "left"),
    [
        ("Vraag: Is eis 1 niet zwaar?\nAntwoord: Eis 1 wordt minimaal 2 jaar.", "K1", ["K1", "K2", "A3", "A4"]),
        ("Vraag 1: Kan eis 2 weg?\nAntwoord 1: Ja, knock-out 2 komt te vervallen.", "K2", ["K1", "A3", "A4"]),
        ("Vraag: Kan eis 2 vervallen?\nAntwoord: Ja, deze komt te vervallen.", "K2", ["K1", "A3", "A4"]),
        ("Vraag: Mag bij eis 2 ook mbo-4?\nAntwoord: Ja, dat is akkoord.", "K2", ["K1", "K2", "A3", "A4"]),
        ("Rectificatie: wens 3 vervalt.", "A3", ["K1", "K2", "A4"]),
    ],
)
def test_p10_changed_by_answer(answers: str, criterion: str, left: list[str]) -> None:
    posting = read_posting(f"{CRITERIA}Vragen en antwoorden\n{answers}\n")
    assert [(n.code, n.criterion) for n in posting.notices if n.code == "changed_by_answer"] == [
        ("changed_by_answer", criterion)
    ]
    assert [c.id for c in posting.criteria] == left


def test_p10_an_answer_replaces_the_criterion() -> None:
    posting = read_posting(
        f"{CRITERIA}Vragen en antwoorden\nVraag: Is eis 1 zwaar?\nAntwoord: Ja. Eis 1 wordt minimaal 2 jaar.\n"
    )
    assert posting.criteria[0].text == "Minimaal 2 jaar ervaring als jurist"
    assert getattr(posting.criteria[0].requirement, "min_months", None) == 24


@pytest.mark.parametrize(
    "answers",
    [
        "Vraag: Mag bij eis 2 ook mbo-4?\nAntwoord: Nee, dat is niet akkoord.",
        "Vraag: Wat verstaat u onder eis 1?\nAntwoord: Werk als jurist bij een gemeente.",
        "Vraag: Is er een budget?\nAntwoord: Nee.",
        "Update 16-03: Er zijn geen vragen ingediend.",
    ],
)
def test_p10_answers_that_change_nothing(answers: str) -> None:
    posting = read_posting(f"{CRITERIA}Vragen en antwoorden\n{answers}\n")
    assert [n.code for n in posting.notices] == []
    assert len(posting.criteria) == 4


def clauses(text: str) -> tuple[str, ...]:
    return read_posting(f"Eisen\n1. A-werk\nOverige informatie\n{text}\n").clauses


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Denk aan de Wet DBA.", "wet_dba"),
        ("Er mag geen arbeidsrelatie/dienstbetrekking tot stand komen.", "wet_dba"),
        ("De inschrijver is geregistreerd conform de Waadi.", "waadi"),
        ("De inlenersbeloning is van toepassing.", "inlenersbeloning"),
        ("Een VOG is verplicht.", "vog"),
        ("Wij vragen een Verklaring Omtrent het Gedrag.", "vog"),
        ("Je tekent een geheimhoudingsverklaring.", "nda"),
        ("Voeg een uittreksel van de Kamer van Koophandel toe.", "kvk"),
        ("Voeg het UEA toe.", "uea"),
        ("Er geldt een Social Return verplichting.", "sroi"),
        ("De kandidaat neemt een eigen laptop mee.", "byod"),
        ("De kandidaat zorgt zelf voor een laptop en telefoon.", "byod"),
        ("Toon een beroepsaansprakelijkheidsverzekering.", "insurance"),
        ("De kandidaat schrijft zelf een motivatie.", "own_motivation"),
        ("Doorlenen is niet toegestaan.", "no_doorleen"),
        ("De opdracht is niet geschikt voor zzp'ers.", "zzp_excluded"),
        ("Alleen kandidaten in loondienst kunnen reageren.", "zzp_excluded"),
        ("Zzp'ers zijn welkom.", "zzp_allowed"),
        ("De aansturing van de kandidaat ligt bij de teamleider.", "steering"),
        ("Je werkt onder direct toezicht en leiding van de gemeente.", "steering"),
        ("Facturen worden op een G-rekening betaald.", "g_rekening"),
    ],
)
def test_clauses(text: str, clause: str) -> None:
    assert clause in clauses(text)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Een VOG is niet vereist.", "vog"),
        ("Er is geen VOG nodig.", "vog"),
        ("De laptop wordt verstrekt door de gemeente.", "byod"),
        ("Je werkt zonder directe aansturing van de gemeente.", "steering"),
        ("Zzp is niet toegestaan.", "zzp_allowed"),
        ("Je stuurt een team aan.", "steering"),
        ("Social return is niet van toepassing.", "sroi"),
    ],
)
def test_clauses_that_say_the_opposite(text: str, clause: str) -> None:
    assert clause not in clauses(text)


def items(text: str) -> dict[str, tuple[bool, str]]:
    posting: Posting = read_posting(f"Eisen\n1. A-werk\nOfferte-eisen\n{text}\n")
    return {item.id: (item.blocker, item.text) for item in posting.bid_checklist}


@pytest.mark.parametrize(
    ("text", "pages", "motivation"),
    [
        ("Maximaal 5 pagina's cv, exclusief motivatiebrief \u00e9n voorblad.", 5, None),
        ("Maximaal 5 pagina's cv, excl. motivatiebrief (1 pgn) en excl. voorblad (1 pgn).", 5, 1),
        ("U voegt een cv van maximaal 3 pagina's A4 toe.", 3, None),
        ("Cv van maximaal vier A4 en een motivatie van maximaal 1 pagina.", 4, 1),
        ("Het cv is niet langer dan twee (2) pagina's.", 2, None),
        ("Een plan van aanpak van maximaal 2 A4.", None, None),
    ],
)
def test_p10_pages_of_the_cv_and_the_motivation(text: str, pages: int | None, motivation: int | None) -> None:
    offer = read_posting(f"Eisen\n1. A-werk\nOfferte-eisen\n{text}\n").offer
    assert (offer.cv_max_pages, offer.motivation_max_pages) == (pages, motivation)


def test_p10_what_doesnt_count_and_what_a_reference_holds() -> None:
    found = items(
        "Maximaal 5 pagina's cv, exclusief voorblad, in het Nederlands (minimaal 2 referenties, bestaande uit naam en functie) in pdf."
    )
    assert "exclusief voorblad" in found["cv_pages"][1]
    assert found["references"] == (False, "Minimaal 2 referenties, elk met naam en functie.")
    assert {"language", "format"} <= found.keys()


@pytest.mark.parametrize(
    "text",
    [
        "Een hoger tarief dan \u20ac 80 leggen wij terzijde.",
        "Het maximumtarief is \u20ac 80 per uur. Inschrijvingen met een hoger tarief worden niet in behandeling genomen.",
        "Tarieven boven \u20ac 80,- per uur worden terzijde gelegd.",
    ],
)
def test_p10_a_maximum_rate_that_sets_a_bid_aside_is_a_blocker(text: str) -> None:
    blocker, words = items(text)["rate"]
    assert blocker
    assert "80" in words
    assert read_posting(f"Eisen\n1. A-werk\nOfferte-eisen\n{text}\n").rate_cap == "80.00"


def test_p10_what_a_rate_includes_is_no_blocker_by_itself() -> None:
    assert items("Het uurtarief is inclusief reiskosten en parkeerkosten.")["rate"][0] is False


@pytest.mark.parametrize(
    ("text", "item", "blocker"),
    [
        ("Voeg een motivatie toe.", "motivation", False),
        ("Inschrijvingen zonder motivatie worden terzijde gelegd.", "motivation", True),
        (
            "Cv's langer dan 4 pagina's worden niet in behandeling genomen. Het cv telt maximaal 4 pagina's.",
            "cv_pages",
            True,
        ),
        ("De opdrachtgever vraagt een UEA. Zonder UEA is de inschrijving ongeldig.", "document:uea", True),
        ("Stuur een plan van aanpak mee.", "document:plan", False),
        ("Voeg het ingevulde en ondertekende inschrijfformulier toe.", "document:form", False),
    ],
)
def test_p10_documents(text: str, item: str, blocker: bool) -> None:
    assert items(text)[item][0] is blocker


def test_p10_a_cover_letter_that_only_doesnt_count_is_not_asked() -> None:
    assert "motivation" not in items("Maximaal 5 pagina's cv, exclusief motivatiebrief.")


@pytest.mark.parametrize("aside", [True, False])
def test_p10_the_dba_substantiation(aside: bool) -> None:
    text = (
        "De inschrijver dient bij inschrijving te onderbouwen hoe hij aan de uitvoeringsvoorwaarde (Wet DBA) voldoet."
    )
    if aside:
        text += " Is dat niet aannemelijk, dan kan de inschrijving terzijde worden gelegd."
    assert items(text)["dba_substantiation"][0] is aside


def test_p10_the_rate_and_what_it_includes() -> None:
    posting = read_posting(
        "Eisen\n1. A-werk\nTarief\nHet tarief is maximaal \u20ac 98,50 per uur, inclusief reis- en verblijfkosten en exclusief btw.\n"
    )
    assert (posting.rate_cap, posting.rate_includes) == ("98.50", ("reiskosten", "verblijfkosten"))
    posting = read_posting("Eisen\n1. A-werk\nOverige informatie\nReiskosten en parkeerkosten worden niet vergoed.\n")
    assert posting.rate_includes == ("reiskosten", "parkeerkosten")


def test_every_notice_has_its_texts() -> None:
    for code in (
        "numbering_restarts",
        "points_in_knockout",
        "points_total",
        "unknown_points",
        "tier_maximum",
        "tier_boundary",
    ):
        assert has(f"notices.{code}.text")
        assert has(f"notices.{code}.question")
