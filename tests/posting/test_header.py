"""The header in every layout, and the values of its fields."""

from typing import Any

import pytest

from core.model.posting import Extension, Hours
from core.posting.reader import read_posting

PAIRS = {
    "Aanvraagnummer": "4711",
    "Start": "Zo snel mogelijk",
    "Duur": "6 maanden",
    "Opleidingsniveau": "HBO",
    "Opties verlenging": "2 x 3 maand(en)",
    "Regio": "Zuid-Holland",
    "Uren per week": "24 tot 32 uur",
    "Einde inschrijfdatum": "dinsdag 14 juli 2026",
    "DAS opdracht": "Ja",
    "Eindtijd": "09:00 uur",
}
ITEMS = list(PAIRS.items())
ORDERED = [(ITEMS[i], ITEMS[i + 1]) for i in range(0, len(ITEMS), 2)]
REST = "\n\nOpdracht\nJe helpt inwoners van de gemeente Hoogwoud.\n\nEisen\n1. Ervaring met Suite\n"

LAYOUTS = {
    "one pair a line": "\n".join(f"{label} {value}" for label, value in ITEMS),
    "with colons": "\n".join(f"{label}: {value}" for label, value in ITEMS),
    "two pairs a line, tabs": "\n".join("\t".join((*one, *other)) for one, other in ORDERED),
    "two pairs a line, blanks": "\n".join("  ".join((*one, *other)) for one, other in ORDERED),
    "two pairs a line, one blank": "\n".join(" ".join((*one, *other)) for one, other in ORDERED),
    "label and value in turn": "\n".join(f"{label}\n{value}" for label, value in ITEMS),
    "label: and value in turn": "\n\n".join(f"{label}:\n\n{value}" for label, value in ITEMS),
    "a bullet list": "\n".join(f"- {label} {value}" for label, value in ITEMS),
    "a table": "\n".join(f"| {label} | {value} |" for label, value in ITEMS),
    "all on one line": " ".join(f"{label} {value}" for label, value in ITEMS),
    "glued": "".join(f"{label}:\n{value}" for label, value in ITEMS),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_p12_a_header_in_every_layout(layout: str) -> None:
    posting = read_posting("Consulent Wmo\n\n" + LAYOUTS[layout] + REST)
    assert posting.title == "Consulent Wmo"
    assert posting.reference == "4711"
    assert posting.start == "Zo snel mogelijk"
    assert posting.duration_months == 6
    assert posting.education_level == "HBO"
    assert posting.extension == Extension(count=2, months=3)
    assert posting.region == "Zuid-Holland"
    assert posting.hours_per_week == Hours(min=24, max=32)
    assert posting.closing == "2026-07-14T09:00:00+02:00"
    assert posting.das is True


def value_of(label: str, value: str, field: str) -> Any:
    return read_posting(f"Consulent Wmo\n{label}: {value}\nRegio: Utrecht{REST}").model_dump(by_alias=True)[field]


@pytest.mark.parametrize(
    ("label", "value", "closing"),
    [
        ("Verloopt op", "vrijdag 27 januari 2023", "2023-01-27"),
        ("Sluitingsdatum", "10-05-2024 23:59", "2024-05-10T23:59:00+02:00"),
        ("Sluitingsdatum aanvraag", "3-6-2024", "2024-06-03"),
        ("Reageren t/m", "17 februari 2026 09:00 Je hebt nog 11 dagen", "2026-02-17T09:00:00+01:00"),
        ("Reageren voor", "29-11-2024", "2024-11-29"),
        ("Sluit op", "24ste oktober, 2025", "2025-10-24"),
        ("Sollicitatiedeadline", "2026-06-24", "2026-06-24"),
        ("Application ends", "05 February 2025", "2025-02-05"),
        ("Einde inschrijfdatum", "woensdag 15 juli 2026, 09.00 uur", "2026-07-15T09:00:00+02:00"),
        ("Deadline", "1 aug. 2026 om 12:00u", "2026-08-01T12:00:00+02:00"),
        ("Sluit over", "8 dagen", None),
    ],
)
def test_the_closing_moment_under_every_label(label: str, value: str, closing: str | None) -> None:
    assert value_of(label, value, "closing") == closing


@pytest.mark.parametrize(
    ("label", "value", "start"),
    [
        ("Start", "Z.s.m.", "Z.s.m."),
        ("Startdatum", "Zsm", "Zsm"),
        ("Aanvang opdracht", "zo spoedig mogelijk", "zo spoedig mogelijk"),
        ("Begindatum", "Uiterlijk 17 februari 2025", "2025-02-17"),
        ("Start", "Per direct, naar verwachting tot eind 2026", "Per direct"),
        ("Startdatum", "01-09-2026", "2026-09-01"),
        ("Aanvang", "september 2026", "september 2026"),
        ("Startdatum", "maandag 7 september 2026", "2026-09-07"),
    ],
)
def test_the_start_as_a_date_or_as_printed(label: str, value: str, start: str) -> None:
    assert value_of(label, value, "start") == start


@pytest.mark.parametrize(
    ("lines", "months"),
    [
        ("Duur: 7 maanden maanden", 7),
        ("Duur: 12", 12),
        ("Duur: 6 - 8 maanden", 6),
        ("Looptijd: 1 jaar", 12),
        ("Duur: 01-01-2025 - 31-12-2025", 12),
        ("Startdatum: 01-02-2025\nEinddatum: 31-07-2025", 6),
        ("Startdatum: 01-02-2025\nDuur: tot en met 30-04-2025", 3),
        ("Einde opdracht: 6 maanden", 6),
        ("Startdatum: z.s.m.\nEinddatum: 31-07-2025", None),
    ],
)
def test_the_duration_in_months(lines: str, months: int | None) -> None:
    assert read_posting(f"Consulent Wmo\n{lines}{REST}").duration_months == months


@pytest.mark.parametrize(
    ("value", "extension"),
    [
        ("4 x 3 maand(en)", Extension(count=4, months=3)),
        ("2 maal 3 maand(en)", Extension(count=2, months=3)),
        ("2x - 6 maanden", Extension(count=2, months=6)),
        ("twee (2) keer zes (6) maanden", Extension(count=2, months=6)),
        ("Twee (2) maal zes (6) maanden", Extension(count=2, months=6)),
        ("1 x 1 jaar", Extension(count=1, months=12)),
        ("6 maanden", Extension(count=1, months=6)),
        ("Mogelijk, maar nog niet bekend", Extension()),
        ("Ja", Extension()),
        ("Nee", None),
        ("Geen", None),
    ],
)
def test_the_options_to_extend(value: str, extension: Extension | None) -> None:
    assert read_posting(f"Consulent Wmo\nOpties verlenging: {value}\nRegio: Utrecht{REST}").extension == extension


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        ("32 tot 36 uur", 32, 36),
        ("32-36 uur", 32, 36),
        ("28 per week", 28, 28),
        ("36 uur per week, waarvan minimaal 16", 36, 36),
        ("36", 36, 36),
        ("minimaal 24", 24, None),
        ("maximaal 20 uur", None, 20),
        ("24 \u2013 32 uur", 24, 32),
    ],
)
def test_the_hours_a_week(value: str, low: float | None, high: float | None) -> None:
    assert value_of("Uren per week", value, "hours_per_week") == {"min": low, "max": high}


@pytest.mark.parametrize(
    ("label", "value", "field", "expected"),
    [
        ("Volgnummer", "22-113", "reference", "22-113"),
        ("Code", "DOS-2025-0417", "reference", "DOS-2025-0417"),
        ("Kenmerk", "INH 2026-12", "reference", "INH 2026-12"),
        ("Werkniveau", "MBO+", "education_level", "MBO+"),
        ("Opleidingsniveau", "hbo/wo", "education_level", "hbo/wo"),
        ("FSK", "10A", "function_scale", "10A"),
        ("Functieschaal", "10-11", "function_scale", "10-11"),
        ("Aantal medewerkers", "2", "positions", 2),
        ("DAS opdracht", "Nee", "das", False),
        ("Opdrachtgever", "Provincie Drenthe", "client", "provincie Drenthe"),
        ("Functietitel", "Senior jurist", "title", "Senior jurist"),
        ("Tarief", "\u20ac65 per uur", "rate_cap", "65.00"),
        ("Tarief", "\u20ac60 - \u20ac82 per uur", "rate_cap", "82.00"),
        ("Maximum uurtarief", "\u20ac 97,50 excl. btw", "rate_cap", "97.50"),
        ("Is hybride werken mogelijk", "nee", "hybrid", False),
        ("Hybride werken", "Ja, in afstemming", "hybrid", True),
    ],
)
def test_other_labels(label: str, value: str, field: str, expected: object) -> None:
    assert value_of(label, value, field) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Regio-adviseur duurzaamheid",
        "Startpunt coach",
        "Adviseur Duur en Tarief",
        "Codebeheerder BAG",
        "Medewerker Functiebeheer",
    ],
)
def test_a_word_of_the_title_is_no_label(title: str) -> None:
    posting = read_posting(f"{title}\n\nAanvraagnummer: 12\nUren per week: 24{REST}")
    assert posting.title == title
    assert posting.reference == "12"
    assert posting.region is None


def test_values_without_labels() -> None:
    posting = read_posting(f"Consulent Wmo\n24 uur Zuid-Holland\n{REST}")
    assert (posting.hours_per_week, posting.region) == (Hours(min=24, max=24), "Zuid-Holland")


def test_a_header_in_a_sentence() -> None:
    posting = read_posting(
        "Beste collega,\nVoor gemeente Duinoord zoeken we een jurist voor 28 tot 32 uur per week, voor de duur van 6 maanden. "
        "Reageren kan tot uiterlijk maandag 4 mei 2026 om 12:00 uur." + REST
    )
    assert posting.hours_per_week == Hours(min=28, max=32)
    assert posting.duration_months == 6
    assert posting.closing == "2026-05-04T12:00:00+02:00"
    assert posting.client == "gemeente Duinoord"


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("**Gemeente\nHardenmeer**", "gemeente Hardenmeer"),
        ("Hoogdorp is een sociale en ondernemende gemeente.", "gemeente Hoogdorp"),
        ("De gemeente Bergen op Zoom groeit.", "gemeente Bergen op Zoom"),
        ("Waterschap Aa en Maas zoekt iemand.", "waterschap Aa en Maas"),
        ("Je werkt bij Omgevingsdienst Veenrand.", "omgevingsdienst Veenrand"),
    ],
)
def test_the_client_by_its_name(text: str, client: str) -> None:
    assert read_posting(f"Adviseur inkoop\n\n{text}\n\nEisen\n1. Ervaring met inkoop\n").client == client


def test_the_client_is_who_is_named_most() -> None:
    text = "Adviseur\n\nOpdracht\nWerk voor de gemeente Lommel. De gemeente Lommel werkt samen met de gemeente Overpelt.\nEisen\n1. Ervaring\n"
    assert read_posting(text).client == "gemeente Lommel"


def test_the_broker_under_both_spellings() -> None:
    assert (
        read_posting("Gunningscriteria te beoordelen door Flex tender\n1. Ervaring (10 punten)").broker == "Flextender"
    )
    assert (
        read_posting("Selectiecriteria te beoordelen door administratieve partner\n1. Ervaring (10 punten)").broker
        is None
    )
