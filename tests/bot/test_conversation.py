"""Conversations as scripts: what is typed, and what must stand in the reply."""

from collections.abc import Callable
from datetime import date

import pytest

from bot.conversation import State
from tests.bot.talk import Talk, sample

POSTING, CANDIDATE = sample("posting"), sample("candidate")
ANOTHER = "P. de Wit, mbo-4 ICT 2019. 2020 – heden: functioneel beheerder gemeente Rozendaal, Djuma. zzp, € 80."
KNOCKOUTS = POSTING.index("Knock-outcriteria")

Script = list[tuple[str, list[str]]]

ONSITE = "2 dagen per week"
SCRIPTS: dict[str, Script] = {
    "posting, then candidate": [
        (
            POSTING,
            ["📄 Functioneel beheerder zaaksysteem, gemeente Wilgenmeer · aanvraag 52318.", "Stuur nu de kandidaat"],
        ),
        (CANDIDATE, ["🟡 Nog open. Twee knock-outs staan vast", "Vraag 1 · knock-out 4.", ONSITE]),
    ],
    "candidate before posting": [
        (CANDIDATE, ["Kandidaat ontvangen (F.H.)", "Stuur nu de uitvraag"]),
        (POSTING, ["📄 Functioneel beheerder", "🟡 Nog open.", "Vraag 1 · knock-out 4."]),
    ],
    "a posting in two parts": [
        (POSTING[:KNOCKOUTS], ["geen eisen of gunningscriteria"]),
        (POSTING[KNOCKOUTS:], ["aanvraag 52318", "4 knock-outs, 4 gunningscriteria", "Stuur nu de kandidaat"]),
    ],
    "a posting in two parts, the candidate between them": [
        (POSTING[:KNOCKOUTS], ["geen eisen of gunningscriteria"]),
        (CANDIDATE, ["Kandidaat ontvangen"]),
        (POSTING[KNOCKOUTS:], ["aanvraag 52318", "Vraag 1"]),
    ],
    "a posting in which no knock-outs were found isn't called passed": [
        (
            "Adviseur\nAanvraagnummer 12\nEinde inschrijfdatum 14 juli 2026\nWensen\n1. TOPdesk (60 punten)\n2. Excel (40 punten)\n",
            ["0 knock-outs", "Staan er wel eisen in de uitvraag?"],
        ),
        (
            "Jan Bakker, adviseur gemeente Ede 2019-heden, werkt met TOPdesk en Excel. zzp",
            ["🟡 Geen knock-outs gevonden"],
        ),
    ],
    "answers by label, number and in words": [
        (POSTING, []),
        (CANDIDATE, []),
        ("Ja", ["Vraag 2 · knock-out 3.", "Djuma"]),
        ("1", ["🟢 Knock-outs gehaald", "eerst in het cv: K3, K4", "Vraag 3 · 25 punten."]),
        ("ja, bij Lindehoek", ["👍 Begrepen: ja.", "Vraag 4 · 20 punten."]),
        ("sinds april 2022", ["👍 Begrepen: apr 2022 t/m heden.", "Vraag 5 · 15 punten."]),
        ("geen idee", ["Nog te schrijven", "✍️ K3:", "Signaal, geen juridisch advies"]),
        ("wat nu", ["typ /help"]),
    ],
    "what can't be understood is said, and the question stays (Q4)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("misschien wel, denk ik", ["geen duidelijke ja of nee", "Vraag 1 · knock-out 4.", ONSITE]),
        ("hmm", ["Vraag 1 · knock-out 4."]),
        ("ja", ["Vraag 2"]),
    ],
    "why, with or without a slash (Q4)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("waarom?", ["Dit beslist knock-out 4."]),
        ("/waarom", ["Dit beslist knock-out 4."]),
        ("Waarom?", ["Dit beslist knock-out 4."]),
    ],
    "skip: not asked again, stays open (Q4)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("/overslaan", ["Vraag 2 · knock-out 3."]),
        ("Weet ik niet", ["Vraag 3"]),
        ("/vragen", ["Nog te vragen:", "trainingen"]),
    ],
    "undo goes back one answer, then the texts": [
        (POSTING, []),
        (CANDIDATE, []),
        ("ja", ["Vraag 2"]),
        ("nee", ["Djuma"]),
        ("/terug", ["Teruggedraaid: het antwoord „Nee”", "Vraag 2 · knock-out 3."]),
        ("terug", ["Teruggedraaid: het antwoord „Ja”", "Vraag 1 · knock-out 4."]),
        ("/terug", ["Teruggedraaid: de tekst over de kandidaat", "Stuur nu de kandidaat"]),
        ("/terug", ["Teruggedraaid: de uitvraag", "Plak eerst de tekst van de uitvraag"]),
        ("/terug", ["niets om terug te draaien"]),
    ],
    "a failed knock-out stops the questions; one can go on (S5)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("nee", ["🔴 Niet indienen.", "K4 (op locatie)"]),
        ("/waarom", ["Er staat geen vraag open"]),
        ("Toch doorvragen", ["Goed, ik vraag door", "Vraag 2 · knock-out 3."]),
        ("ja", ["Vraag 3 · 25 punten."]),
    ],
    "/verder goes on after a failed knock-out (S5)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("nee", ["🔴 Niet indienen."]),
        ("/verder", ["Vraag 2 · knock-out 3."]),
    ],
    "a correction says old and new, and repeats the open question (Q4)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("ja", []),
        ("ja", ["🟢", "Vraag 3 · 25 punten."]),
        (
            "nee, geen Djuma",
            ["✏️ Aangepast: K3.", "Was: Ervaring met Djuma staat vast.", "Nu: Geen ervaring met Djuma.", "🔴"],
        ),
        ("sorry, Djuma sinds 2022", ["✏️ Aangepast: K3.", "🟢 Knock-outs gehaald", "Vraag 3 · 25 punten."]),
    ],
    "an answer about something else is no answer to the open question": [
        (POSTING, []),
        (CANDIDATE, []),
        ("nee, geen Djuma", ["✏️ Aangepast: K3.", "🔴 Niet indienen."]),
    ],
    "a no that names something else is asked, never guessed": [
        (POSTING, []),
        (CANDIDATE, []),
        ("nee, alleen Djuma", ["Gaat dit over de vraag die openstaat"]),
        ("Over deze vraag", ["👍 Begrepen: nee.", "🔴 Niet indienen.", "K4 (op locatie)"]),
    ],
    "a yes that names something else answers the open question": [
        (POSTING, []),
        (CANDIDATE, []),
        ("ja, en Djuma ook", ["👍 Begrepen: ja.", "Vraag 2 · knock-out 3."]),
    ],
    "what would change a settled fact without being a correction is asked": [
        (POSTING, []),
        (CANDIDATE, []),
        ("mbo-4 ICT", ["Gaat dit over de vraag die openstaat"]),
        ("wat?", ["Kies eerst even", "Gaat dit over de vraag die openstaat"]),
        ("Laat maar", ["die tekst laat ik liggen", "Vraag 1 · knock-out 4."]),
    ],
    "a second person is never merged unasked (C9)": [
        (POSTING, []),
        (CANDIDATE, []),
        (ANOTHER, ["(P. de W.)", "Is dat F.H., of een nieuwe kandidaat?"]),
        ("ja", ["Kies eerst even"]),
        ("Nieuwe kandidaat", ["🟡 Nog open.", "Akkoord van P. de W."]),
    ],
    "a second text about the same person": [
        (POSTING, []),
        (CANDIDATE, []),
        ("F. Hoekstra werkte 2015 – 2016 als trainer bij Leerpunt. Cursus BiSL 2023.", ["Is dat dezelfde persoon"]),
        ("Dezelfde persoon", ["Twee knock-outs staan vast", "55 zeker", "Vraag 1 · knock-out 4."]),
    ],
    "two candidates before a posting aren't merged either (C9)": [
        (CANDIDATE, ["Kandidaat ontvangen (F.H.)"]),
        (ANOTHER, ["of een nieuwe kandidaat?"]),
        ("Nieuwe kandidaat", ["Kandidaat ontvangen (P. de W.)"]),
    ],
    "two people in one text: who is it (C9)": [
        (POSTING, []),
        (
            f"Kandidaat 1: {CANDIDATE}\n\nKandidaat 2: {ANOTHER}",
            ["0 zeker, 100 haalbaar", "Vraag 1 · voor alles.", "Wie beoordeel ik?"],
        ),
        ("2", ["Akkoord van P. de W."]),
        ("/terug", ["Teruggedraaid: wie de kandidaat is", "Wie beoordeel ik?"]),
    ],
    "another posting starts anew, after a yes": [
        (POSTING, []),
        (CANDIDATE, []),
        (POSTING.replace("52318", "52319"), ["er ligt er al één"]),
        ("Nieuwe uitvraag", ["aanvraag 52319", "Stuur nu de kandidaat"]),
    ],
    "another posting that was a mistake": [
        (POSTING, []),
        (CANDIDATE, []),
        (POSTING.replace("52318", "52319"), ["er ligt er al één"]),
        ("/terug", ["die tekst laat ik liggen", "Vraag 1 · knock-out 4."]),
    ],
    "the message to the candidate, and the reply (Q10)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("/kandidaat", ["Stuur dit door", "1. Ga je akkoord", "2. In je tekst staat", "Vraag 1 · knock-out 4."]),
        (
            "Hoi!\n1. ja 2. zeker\n3. misschien wel ja maar weinig\n4. april 2022 t/m heden\nGroet, F.",
            [
                "✅ 1. „ja”",
                "✅ 2. „zeker” → ja",
                "❔ 3.",
                "begrijp ik niet",
                "✅ 4.",
                "→ apr 2022 t/m heden",
                "❔ 5. Geen antwoord.",
            ],
        ),
    ],
    "the reply may repeat the questions (Q10)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("/kandidaat", []),
        (
            "1. Ga je akkoord met: 2 dagen per week op locatie?\nja hoor\n",
            ["✅ 1. „ja hoor” → ja", "❔ 2. Geen antwoord."],
        ),
    ],
    "the checklist is ticked by number (Q9)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("/klaar", ["❔ 1. Cv van hooguit 4 pagina's.", "Typ /klaar en het nummer", "Vraag 1"]),
        ("/klaar 1", ["✅ 1. Cv van hooguit 4 pagina's."]),
        ("/terug", ["Teruggedraaid"]),
        ("/klaar", ["❔ 1. Cv van hooguit 4 pagina's."]),
    ],
    "another reference date (P7)": [
        (POSTING, []),
        (CANDIDATE, []),
        ("/peildatum 31 december 2023", ["Ik meet de ervaring op 31 december 2023", "Vraag 1"]),
        ("/peildatum morgen", ["/peildatum 14 juli 2026"]),
    ],
    "what no command and no text is": [
        ("/onzin", ["/score – het oordeel"]),
        ("help", ["/score – het oordeel"]),
        ("hallo", ["Plak eerst de tekst van de uitvraag"]),
        ("https://voorbeeld.example/opdracht/1", ["Ik open geen links"]),
        ("/score", ["Er is nog geen uitvraag"]),
        ("/kandidaat", ["niets om aan de kandidaat te vragen"]),
        ("/stop", ["Tot de volgende"]),
    ],
    "a CV where the posting was due isn't lost": [
        (CANDIDATE, ["Kandidaat ontvangen"]),
        ("/score", ["Er is nog geen uitvraag"]),
    ],
    "a new start": [(POSTING, []), ("/nieuw", ["Ik ben Fitcheck"]), (CANDIDATE, ["Stuur nu de uitvraag"])],
}


def test_what_nobody_knows_stays_open_and_ends_the_questions() -> None:
    talk = Talk(POSTING, CANDIDATE)
    for _ in range(10):
        if not talk.asked():
            break
        talk.send("weet ik niet")
        if talk.labels[:1] == ["Verder vragen"]:
            talk.send("Verder vragen")
    assert talk.verdict == "open"
    assert "Ik heb geen vragen meer; wat openstaat, weten we nog niet." in talk.said
    assert "Ik heb geen vragen meer." in talk.send("/vragen")


@pytest.mark.parametrize("name", SCRIPTS)
def test_script(name: str) -> None:
    talk = Talk()
    for message, expected in SCRIPTS[name]:
        said = talk.send(message)
        missing = [fragment for fragment in expected if fragment not in said]
        assert missing == [], f"after {message[:60]!r}:\n{said}"


def test_design_6_the_sample_conversation(posting_text: Callable[[str], str]) -> None:
    talk = Talk(today=date(2026, 6, 20))
    said = talk.send(posting_text("30661"))
    assert said.startswith(
        "📄 Klachtcoördinator, gemeente Purmerend · aanvraag 30661. 5 knock-outs, 6 gunningscriteria, 100 punten. "
        "Sluit ma 29 juni 09:00 (nog 9 dagen); vragen tot wo 24 juni 12:00.\n"
    )
    assert "Bij knock-out 2 en 4 staan punten. Die tel ik niet mee." in said
    assert "Stuur nu de kandidaat" in said
    assert talk.labels == ["Vraag aan Flextender"]
    said = talk.send(
        "M.B., hbo bestuurskunde 2012. 2021–heden klachtenfunctionaris gemeente Almere. 2016–2020 juridisch medewerker "
        "UWV. Mediationtraining 2022. zzp, € 82."
    )
    assert said.split("\n")[0] == (
        "🟡 Nog open. Eén knock-out staat vast (opleiding); vier mis ik nog. Punten: 30 zeker, 100 haalbaar. "
        "Ik heb vier vragen."
    )
    assert said.split("\n")[1] == "Vraag 1 · knock-out 1 en 35 punten."
    assert "klachtenfunctionaris gemeente Almere" in said.split("\n")[2]
    assert said.split("\n")[2].endswith("Telt dat als klachtcoördinator?")
    assert talk.labels == ["Ja", "Nee", "Weet ik niet", "Waarom?"]


def test_q6_after_five_questions_the_interim_verdict_comes() -> None:
    talk = Talk(POSTING, "mbo-4")
    questions = len(talk.state.dossier.questions)
    assert questions > 5
    for number in range(1, 6):
        assert f"Vraag {number} " in talk.said
        talk.send("weet ik niet")
    assert "Tussenstand na vijf vragen." in talk.said
    assert "🟡 Nog open." in talk.said
    assert talk.labels == ["Verder vragen", "Alle regels"]
    assert "Vraag 6" in talk.send("Verder vragen")
    talk.send("/terug")
    assert "Vraag 5" in talk.said


def test_q6_the_interim_verdict_can_be_passed_by_a_yes_or_a_command() -> None:
    for passing in ("ja", "/verder", "verder"):
        talk = Talk(POSTING, "mbo-4", *["weet ik niet"] * 5)
        assert "Vraag 6" in talk.send(passing), passing


def test_the_correction_of_the_issue_at_an_open_yes_or_no_question(posting_text: Callable[[str], str]) -> None:
    candidate = (
        "S. de V., mbo-4 Facilitair leidinggevende, diploma 2011. mei 2019 – heden: servicedeskmedewerker gemeente "
        "Zwolle, TOPdesk, accounts en autorisaties, kennisbank. 03-2015 t/m 04-2019: medewerker klantenservice Essent."
    )
    talk = Talk(posting_text("30954"), candidate, "ja", today=date(2026, 7, 1))
    before = talk.asked()
    said = talk.send("nee, 3 jaar TOPdesk")
    assert "✏️ Aangepast: A7." in said
    assert talk.status("A7") == "met"
    assert talk.verdict == "open"
    assert talk.asked() == before


def test_q6_a_no_at_the_interim_verdict_ends_it_and_one_can_go_on_later() -> None:
    talk = Talk(POSTING, "mbo-4", *["weet ik niet"] * 5)
    assert "🟡 Nog open." in talk.send("nee")
    assert "Vraag 6" in talk.send("/verder")


def test_an_old_button_corrects_its_own_question_only() -> None:
    talk = Talk(POSTING, CANDIDATE)
    first = talk.choices
    talk.send("ja")
    assert talk.status("K4") == "met"
    talk.tap(first[1].id)
    assert talk.status("K4") == "unmet"
    assert talk.verdict == "no_go"


def test_an_old_button_after_a_new_start_does_nothing() -> None:
    talk = Talk(POSTING, CANDIDATE)
    old = talk.choices[0].id
    talk.send("/nieuw")
    assert "Deze vraag ken ik niet" in talk.tap(old)
    for stale in ("candidate:same", "posting:new", "more", "onzin", "", "answer:", "office:margin_per_hour:yes"):
        assert talk.tap(stale)
        assert not talk.state.dossier.posting_text


def test_an_old_button_doesnt_lose_a_text_that_waits_for_a_choice() -> None:
    talk = Talk(POSTING, CANDIDATE)
    yes = talk.choices[0].id
    talk.send(ANOTHER)
    talk.tap(yes)
    assert talk.status("K4") == "met"
    assert talk.state.held == ANOTHER
    assert "Nieuwe kandidaat" in talk.labels


def test_a_file_is_no_answer_also_where_a_question_is_open() -> None:
    talk = Talk(POSTING, CANDIDATE)
    assert "of een nieuwe kandidaat" in talk.give("H. Smit, hbo, nee, geen Djuma")
    assert "Kies eerst even" in talk.give("nog een tekst over H. Smit, hbo")
    talk = Talk()
    assert "Kandidaat ontvangen" in talk.give(CANDIDATE)
    assert "geen uitvraag" in Talk().give(CANDIDATE, "posting")
    assert "geen kandidaat" in Talk(POSTING).give(POSTING.replace("52318", "1"), "candidate")


def test_a_paste_of_ten_thousand_characters() -> None:
    filling = "De gemeente Wilgenmeer ligt aan het water en is trots op haar zeven kernen. " * 140
    long = POSTING.replace("Opdracht\n", f"Opdracht\n\n{filling}\n", 1)
    assert len(long) > 10_000
    talk = Talk(long)
    assert "4 knock-outs, 4 gunningscriteria, 100 punten" in talk.said


def test_the_broker_gets_a_ready_question() -> None:
    talk = Talk(POSTING)
    assert talk.labels == ["Vraag aan makelaar"]
    assert talk.send("Vraag aan makelaar").strip()


def test_the_state_can_be_stored_between_two_messages() -> None:
    talk = Talk(POSTING, CANDIDATE, "ja", "/kandidaat", ANOTHER)
    stored = talk.state.model_dump_json()
    talk.state = State.model_validate_json(stored)
    assert talk.state.model_dump_json() == stored
    assert "Vraag 2 · knock-out 3." in talk.send("Laat maar")
