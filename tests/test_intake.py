"""What a received text is, and the sentence that says what to do where it isn't what was due."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import TextProblem
from core.intake import recognise, require_candidate, require_posting
from core.text.source import LONGEST

HEADER = """Adviseur bezwaar en beroep

Aanvraagnummer	40123	Start	Z.s.m.
Duur	6 maanden	Opleidingniveau	HBO
Uren per week	24 tot 32 uur	Einde inschrijfdatum	maandag 29 juni 2026
"""
TASKS = """
Opdracht

De gemeente Veendam is op zoek naar een adviseur bezwaar en beroep. Je behandelt bezwaarschriften van inwoners en bereidt
zittingen voor. Je werkt in een team van vijf juristen en overlegt met de vakafdelingen.
"""
CRITERIA = """
Vereisten / knock-outcriteria
1. Een afgeronde hbo-opleiding in de richting rechten;
2. Minimaal 2 jaar aantoonbare werkervaring als juridisch adviseur in de afgelopen 5 jaar.

Gunningscriteria (weging)
3. Aantoonbare werkervaring met de Awb bij een gemeente (60 punten);
4. Werkervaring met mediation (40 punten).
"""
PROCEDURE = """
Beoordelingsprocedure
Stap 1: Beoordeling cv's op knock-outcriteria
De inschrijvingen worden door de opdrachtgever beoordeeld. Kandidaten die voldoen, gaan naar stap 2.
De reactietermijn van deze inhuuropdracht duurt tot maandag 29 juni 2026, 09.00 uur.
"""
POSTING = HEADER + TASKS + CRITERIA + PROCEDURE
WITHOUT_CRITERIA = HEADER + TASKS
OTHER = (
    POSTING.replace("40123", "40999")
    .replace("29 juni", "6 juli")
    .replace("Adviseur bezwaar en beroep", "Jurist handhaving")
)

INLINE = """Administratief medewerker Wmo
Reageren t/m 3 juli 2026
Eis: mbo 4
Eis: minimaal 1 jaar ervaring bij een gemeente
Wens: ervaring met Suite (20 punten)
"""
PROSE = "Wij zoeken voor een gemeente in Zeeland een KCC-medewerker, 32 uur, start per direct. Je hebt mbo 4 en minimaal 2 jaar ervaring met klantcontact."
HASTY = "KCC'er, mbo 4, 3 jr gemeente Delft, per direct"
CV = """Curriculum vitae
Naam: L. Veenstra
Woonplaats: Assen

Werkervaring
mei 2019 – heden   Juridisch adviseur, gemeente Assen
2015 – 2019        Medewerker bezwaar, UWV

Opleiding
2011 – 2015        HBO-rechten, diploma
"""
ENGLISH_CV = """Curriculum vitae
Name: L. Veenstra
Work experience
May 2019 - present   Legal advisor, municipality of Assen. I handle objections and I advise the mayor.
2015 - 2019   Clerk at a bank
Education
2011 - 2015   Bachelor of Laws
"""
BID = """Toelichting kandidaat L. Veenstra
Knock-outcriteria
1. Minimaal 2 jaar aantoonbare werkervaring als juridisch adviseur: ja, bij gemeente Assen
Gunningscriteria
3. Aantoonbare werkervaring met de Awb (60 punten): ja
Werkervaring
mei 2019 – heden Juridisch adviseur, gemeente Assen
2015 – 2019 Medewerker bezwaar, UWV
2012 – 2015 Griffiemedewerker, rechtbank
"""
BUYERS_CV = """Inkoopadviseur, 12 jaar ervaring
2018 – heden Inkoopadviseur gemeente Assen
- Opstellen van gunningscriteria, selectiecriteria en EMVI-documenten
- Begeleiden van uitvragen binnen het DAS, contact met inschrijvers en opdrachtnemers
- Inhuuropdrachten, inlenersbeloning, Social Return, Uniform Europees Aanbestedingsdocument
2012 – 2018 Contractmanager, waterschap
Opleiding: hbo bedrijfskunde, NEVI 2
"""
BID_BY_NUMBER = """Kandidaat voldoet aan de eisen:
Eis 1: mbo 4 - ja, diploma 2011
Eis 2: 3 jaar ervaring - ja, gemeente Zwolle mei 2019 - heden, UWV 2015 - 2019
"""
MOTIVATION = """Geachte lezer,
Met veel interesse heb ik de inhuuropdracht gelezen. Ik beschik over ruime ervaring met klachtbehandeling: bij de gemeente Assen
heb ik vier jaar lang klachten gecoördineerd. Voor deze opdracht ben ik 24 uur per week beschikbaar. Graag licht ik mijn
ervaring toe in een selectiegesprek.
"""
AGGREGATED = """Klachtcoördinator (24 uur), gemeente Veendam
Wat ga je doen?
In deze rol coördineer je de klachten van inwoners.
Wie ben jij?
- Je hebt een afgeronde hbo-opleiding
- Je hebt minimaal 3 jaar ervaring als klachtcoördinator
Wat bieden wij?
Een opdracht voor 6 maanden met optie op verlenging.
"""
MARKDOWN = """## **Vereisten / knock-outcriteria**
1. **Minimaal mbo 4**
2. Minimaal 2 jaar ervaring

## **Gunningscriteria**
3. Ervaring met TOPdesk (50 punten)
"""
HTML = "<h2>Opdracht</h2><p>Wij zoeken een KCC-medewerker.</p><h3>Eisen</h3><ul><li>mbo 4</li><li>2 jaar ervaring</li></ul><p>Aanvraagnummer: 4012</p>"
ENGLISH_POSTING = """The municipality is looking for a complaints officer who will work with the team for 24 hours per week.
Requirements: you have a bachelor degree and you have at least three years of experience with complaints and the law.
The candidate must be available from July and will be interviewed by the manager of the department."""
GERMAN = """Die Gemeinde sucht eine Sachbearbeiterin, die sich mit den Beschwerden der Bürger befasst. Sie haben eine
abgeschlossene Ausbildung und mindestens drei Jahre Erfahrung mit der Bearbeitung von Anträgen, und sind bei uns willkommen."""
GREEK = "Ο Δήμος αναζητά υπάλληλο για την εξυπηρέτηση των πολιτών με εμπειρία τουλάχιστον τριών ετών στον δημόσιο τομέα"
RECIPE = (
    "Doe de bloem in een kom en maak een kuiltje in het midden. Breek de eieren erin en roer met een garde tot een glad beslag. "
    "Bak daarna dunne pannenkoeken in een hete pan met wat boter en draai ze om als de bovenkant droog is. Serveer ze warm met "
    "stroop of suiker, en bewaar wat overblijft in de koelkast. Eet smakelijk en tot de volgende keer."
)

KINDS = {
    "posting": [
        POSTING,
        POSTING.replace("\t", " "),
        POSTING.replace("\n", "\n\n"),
        INLINE,
        PROSE,
        CRITERIA,
        HEADER,
        HEADER + TASKS,
    ],
    "two_postings": [
        POSTING + "\n" + OTHER,
        OTHER + POSTING,
        INLINE.replace("Wmo", "Jeugd") + "\n" + INLINE.replace("3 juli", "4 augustus"),
    ],
    "candidate": [
        CV,
        ENGLISH_CV,
        BID,
        BID_BY_NUMBER,
        BUYERS_CV,
        MOTIVATION,
        "De kandidaat heeft 5 jaar ervaring als jurist bij een gemeente, beschikt over een hbo-diploma en vraagt € 85 all-in.",
        HASTY,
        "M.B., hbo bestuurskunde 2012. 2021–heden klachtenfunctionaris gemeente Almere. zzp, € 82.",
        "hbo, zzp, 82 euro",
        "R. Bos\nmbo-4 secretarieel, niet afgerond\n15 jr inkomensconsulent",
        "Hallo, hierbij een kandidaat: teamleider bij het UWV, wo bestuurskunde, 36 uur beschikbaar",
    ],
    "answer": [
        "ja",
        "nee",
        "Weet ik niet",
        "3 jaar en 2 maanden",
        "sinds medio 2019",
        "ja, bij Almere",
        "ja, sinds 2019 bij gemeente Almere als klachtenfunctionaris, 32 uur",
        "nee, geen ander diploma",
        "van maart 2019 tot en met november 2021",
        "ok dankjewel",
        "Ja, bij de gemeente Delft en daarna nog een tijdje bij Rijswijk, maar de precieze maanden weet ik niet.",
        "Goedemiddag, hierbij de uitvraag zoals besproken. Groet, Piet",
    ],
    "empty": ["", " ", "\n\n\t", "\u200b\ufeff", "\u00a0"],
    "binary": ["%PDF-1.7 3 0 obj", "PK\x03\x04abc", "abc\x00def", "\x01\x02\x03\x04 tekst", "\ufffd" * 30 + "abc"],
    "too_long": ["woord " * (LONGEST // 6 + 1)],
    "foreign": [ENGLISH_POSTING, GERMAN, GREEK],
    "link": [
        "https://www.voorbeeld.nl/opdracht/40123",
        "kijk: www.voorbeeld.nl/40123",
        "https://a.nl/1\nhttps://a.nl/2",
    ],
    "unknown": [RECIPE],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts])
def test_what_a_text_is(kind: str, text: str) -> None:
    assert recognise(text).kind == kind


def code(require: Callable[[str], None], text: str) -> str | None:
    try:
        require(text)
    except TextProblem as problem:
        code_and_sentence = problem.code, str(problem)
    else:
        return None
    assert re.match(r"[A-Z].{20,}[.]$", code_and_sentence[1])
    return code_and_sentence[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POSTING, None),
        (INLINE, None),
        (PROSE, None),
        (AGGREGATED, None),
        (MARKDOWN, None),
        (HTML, None),
        (CRITERIA, None),
        (POSTING + "\nVragen en antwoorden\nVraag: is mbo 4 ook goed? Antwoord: nee, hbo is een eis.", None),
        (POSTING + "\nAdviseur bezwaar en beroep\nAanvraagnummer 40123\n", None),
        (POSTING + POSTING, None),
        (
            POSTING
            + "\nAndere opdrachten\nAanvraagnummer 40200\nEinde inschrijfdatum 1 juli 2026\nAanvraagnummer 40201",
            None,
        ),
        (POSTING.replace("Einde inschrijfdatum", "Application ends"), None),
        ("We work with great people!\n\n" + POSTING, None),
        (WITHOUT_CRITERIA, "no_criteria"),
        (HEADER + TASKS + PROCEDURE, "no_criteria"),
        (CV, "candidate_instead"),
        (ENGLISH_CV, "candidate_instead"),
        (BID, "candidate_instead"),
        (HASTY, "candidate_instead"),
        (POSTING + OTHER, "two_postings"),
        (ENGLISH_POSTING, "foreign"),
        (GERMAN, "foreign"),
        (RECIPE, "no_posting"),
        ("ja", "no_posting"),
        ("", "empty"),
        ("%PDF-1.4", "binary"),
        ("x " * LONGEST, "too_long"),
        ("https://www.voorbeeld.nl/40123", "link"),
    ],
)
def test_where_a_posting_is_due(text: str, expected: str | None) -> None:
    assert code(require_posting, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, None) for text in KINDS["candidate"]),
        ("R. Bos", None),
        ("Fatima el Idrissi", None),
        ("kandidaat 3", None),
        ("3 jaar KCC", None),
        (POSTING, "posting_instead"),
        (PROSE, "posting_instead"),
        (INLINE, "posting_instead"),
        (POSTING + OTHER, "posting_instead"),
        (ENGLISH_POSTING, "posting_instead"),
        (RECIPE, "no_candidate"),
        ("ja", "no_candidate"),
        ("hallo daar", "no_candidate"),
        (" ", "empty"),
        ("abc\x00", "binary"),
        ("x " * LONGEST, "too_long"),
        ("https://www.linkedin.com/in/iemand", "link"),
    ],
)
def test_where_a_candidate_is_due(text: str, expected: str | None) -> None:
    assert code(require_candidate, text) == expected


def test_a_sentence_says_how_long_is_too_long() -> None:
    with pytest.raises(TextProblem, match=r"500\.000 tekens; ik lees er 100\.000"):
        require_posting("x" * 500_000)


def test_p12_layout_doesnt_change_what_a_posting_is() -> None:
    for change in (
        lambda text: text.replace("\t", "    "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: re.sub(r"^(\d)\.", r"\1)", text, flags=re.M),
        lambda text: re.sub(r"^(Vereisten.*|Gunnings.*)$", r"**\1**", text, flags=re.M),
        lambda text: re.sub(r"^(Vereisten.*|Gunnings.*)$", r"## \1", text, flags=re.M),
        lambda text: text.upper(),
    ):
        assert code(require_posting, change(POSTING)) is None


def test_real_postings_are_postings(shared_postings: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(shared_postings.glob("*.txt"))]
    for text in texts:
        assert code(require_posting, text) is None
        assert code(require_candidate, text) == "posting_instead"
        assert code(require_posting, text + text) is None
        assert code(require_posting, text[: text.index("Vereisten")]) == "no_criteria"
    for first, second in pairwise(texts):
        assert code(require_posting, first + "\n" + second) == "two_postings"


def test_every_text_of_the_candidate_samples_is_a_candidate() -> None:
    for path in sorted((Path(__file__).parent / "candidate" / "samples").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert code(require_candidate, text) is None, path.name
        assert recognise(text).kind not in ("posting", "two_postings", "foreign"), path.name


PIECES = st.sampled_from(
    [
        "Eis: ",
        "Aanvraagnummer 1",
        "\n",
        "mbo 4",
        "2019 - heden",
        " ",
        "ja",
        "\t",
        "https://",
        "punten",
        "€ 82",
        "\x00",
        "Vereisten",
        "é",
        "the ",
        "ik ",
    ]
)


@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(PIECES, max_size=30).map("".join),
        st.text(alphabet=st.characters(), max_size=60),
    )
)
def test_any_text_is_exactly_one_kind(text: str) -> None:
    found = recognise(text)
    assert found.kind in KINDS
    refused = code(require_posting, text)
    assert (refused in (None, "no_criteria")) == (found.kind == "posting")
    code(require_candidate, text)
