"""The terminal: what is shown, what is understood of typing, and what it keeps."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import begin
from bot.lines import messages
from bot.plain import WIDTH, columns, numbered, plain
from bot.profile import ProfileProblem, load_profile, profile_path, save_profile
from bot.prompt import Pastes
from bot.reply import Block, Choice, Reply, chosen
from bot.report import check_reply, posting_report
from bot.terminal import Terminal, file_named
from core.model.reminder import OfficeProfile
from tests.bot.talk import TODAY, Talk, sample

POSTING, CANDIDATE = sample("posting"), sample("candidate")


def terminal(*texts: str, profile: Path | None = None) -> tuple[Terminal, list[str]]:
    said: list[str] = []
    shown = Terminal(said.append, begin(TODAY).state, profile)
    for text in texts:
        said.clear()
        shown.say(text)
    return shown, said


# Typing

CHOICES = (
    Choice(id="answer:1:yes", label="Ja"),
    Choice(id="answer:1:no", label="Nee"),
    Choice(id="why:1", label="Waarom?"),
)


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("1", "answer:1:yes"), (" 2 ", "answer:1:no"), ("2.", "answer:1:no"), ("ja", "answer:1:yes"), ("JA!", "answer:1:yes"), ("waarom", "why:1"),
        ("answer:1:no", "answer:1:no"), ("0", None), ("4", None), ("12", None), ("ja, bij Almere", None), ("", None), ("²", None), ("١", None),
        ("99999999999999999999999", None), ("-1", None), ("1,5", None),
    ],
)  # fmt: skip
def test_a_number_a_label_or_an_id_picks_a_choice(typed: str, identity: str | None) -> None:
    choice = chosen(CHOICES, typed)
    assert (choice.id if choice else None) == identity


def test_the_numbers_belong_to_what_was_shown_last() -> None:
    shown, said = terminal(POSTING + "\n", CANDIDATE)
    assert "  1 Ja · 2 Nee · 3 Weet ik niet · 4 Waarom?" in said[-1]
    shown.say("4")
    assert "Dit beslist knock-out 4." in said[-1]
    assert "1 Ja" in said[-1]
    shown.say("1")
    assert "Vraag 2" in said[-1]


def test_an_earlier_choice_of_the_same_turn_is_typed_by_name() -> None:
    shown, said = terminal(CANDIDATE, POSTING)
    assert "(typ: Vraag aan makelaar)" in said[0]
    assert "1 Ja" in said[-1]
    said.clear()
    shown.say("vraag aan makelaar")
    assert "tarief" in said[0].lower() or "?" in said[0]
    assert "Vraag 1" in said[-1]


def test_a_file_s_path_is_read_as_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mijn map"
    folder.mkdir()
    (folder / "uitvraag.txt").write_text(POSTING, encoding="utf-8")
    (tmp_path / "cv.txt").write_bytes(b"\xef\xbb\xbf" + CANDIDATE.replace("\u2013", "-").encode())
    monkeypatch.setenv("HOME", str(tmp_path))
    for path in (
        f'"{folder}/uitvraag.txt"',
        f"{folder}/uitvraag.txt ".replace(" map", "\\ map"),
        f"file://{tmp_path}/mijn%20map/uitvraag.txt",
    ):
        _, said = terminal(path)
        assert "aanvraag 52318" in said[0], path
    _, said = terminal(POSTING, "~/cv.txt")
    assert "Vraag 1" in said[-1]


@pytest.mark.parametrize("path", ["/nergens/cv.txt", "cv-van-niemand.docx", "'C:\\cv\\cv.txt'"])
def test_a_path_without_a_file_is_said(path: str) -> None:
    _, said = terminal(path)
    assert "vind ik niet" in said[0]


@given(st.text(max_size=200))
def test_any_text_is_a_path_or_none(text: str) -> None:
    found = file_named(text)
    assert found is None or found.is_file()


# Lines


def collected(text: str, is_asked: bool = False) -> list[str]:
    return list(messages(text.splitlines(keepends=True), lambda line: is_asked or line in ("score", "cv.txt")))


def test_lines_are_one_text_until_a_full_stop_a_command_or_the_end() -> None:
    assert collected("een\n\ntwee\n.\ndrie\nvier\n") == ["een\n\ntwee", "drie\nvier"]
    assert collected("een\ntwee\n/score\ndrie") == ["een\ntwee", "/score", "drie"]
    assert collected("\n \n.\n") == []


def test_a_text_isn_t_cut_by_a_word_that_is_a_command_or_by_a_path() -> None:
    assert collected("een\nscore\ncv.txt\nstop\n/tmp is een map\n") == ["een\nscore\ncv.txt\nstop\n/tmp is een map"]


def test_what_stands_alone_begins_no_text() -> None:
    assert collected("score\ncv.txt\neen\ntwee\n") == ["score", "cv.txt", "een\ntwee"]


def test_every_line_is_an_answer_while_something_is_asked() -> None:
    assert collected("1\nja, bij Almere\n\nwaarom\n", is_asked=True) == ["1", "ja, bij Almere", "waarom"]


# Pasting


def test_a_long_paste_is_a_mark_on_the_screen_and_whole_in_the_message() -> None:
    pastes = Pastes()
    first, second = "regel\r\n" * 200, "andere regel\n" * 900
    line = pastes.shown(first) + pastes.shown(second) + pastes.shown("kort")
    assert len(line) < 100
    assert pastes.whole(line).count("regel\n") == 1100
    assert pastes.whole("daarna") == "daarna"


def test_equal_marks_stand_for_their_own_paste() -> None:
    pastes = Pastes()
    line = pastes.shown("a\nb") + " " + pastes.shown("c\nd")
    assert pastes.whole(line).split() == ["a", "b", "c", "d"]


# Showing


def test_everything_fits_in_a_hundred_columns() -> None:
    dossier = Talk(POSTING, CANDIDATE, "ja").state.dossier
    for reply in (check_reply(dossier), posting_report(dossier)):
        for line in plain(reply).split("\n"):
            assert columns(line) <= WIDTH, line
    for text in (POSTING, CANDIDATE, "/help", "ja", "/score", "/vragen"):
        _, said = terminal(POSTING, CANDIDATE, text)
        assert all(columns(line) <= WIDTH for shown in said for line in shown.split("\n"))


def test_a_text_to_copy_keeps_its_lines() -> None:
    long = "woord " * 60
    assert plain(Reply(blocks=(Block(kind="copy", text=long),))) == long
    assert "\n" in plain(Reply(blocks=(Block(kind="text", text=long),)))


def test_a_list_hangs_under_its_text() -> None:
    text = "· " + "woord " * 40
    assert plain(Reply(blocks=(Block(kind="text", text=text),))).split("\n")[1].startswith("  woord")


def test_choices_that_need_explaining_have_a_line_each() -> None:
    choices = (Choice(id="a", label="ja", help="in de laatste 3 jaar"), Choice(id="b", label="nee"))
    assert numbered(choices) == "  1 ja (in de laatste 3 jaar)\n  2 nee"


def test_the_score_shows_everything() -> None:
    _, said = terminal(POSTING, CANDIDATE, "ja", "/score")
    report = said[0]
    for fragment in (
        "✅ K1 · gehaald · staat in de tekst",
        "✅ K4 · gehaald · verteld, niet in de tekst",
        "❔ K3 · open · afgeleid, nog bevestigen",
        "20 tot 40 van 40 punten",
        "Bewijs: „2022 – heden: functioneel beheerder zaaksysteem, gemeente Lindehoek”",
        "Antwoord: „Ja”",
        "✍️ Nog doen: Zet in het cv:",
        "Toelichting:",
        "Praktisch:",
        "✅ uren: gevraagd 28 tot 32 uur per week; aangeboden 32 uur per week",
        "Aandachtspunten:",
        "Signaal, geen juridisch advies",
        "⚠️ Let op:",
        "Checklist van de inschrijving:",
    ):
        assert fragment in report, fragment
    assert report.count("❗ Actie:") + report.count("⛔ Blokkade:") + report.count("Informatie:") <= 5


# The office profile (Q8)


def test_q8_the_office_profile_is_kept_with_its_date_and_used_again(tmp_path: Path) -> None:
    path = tmp_path / "fitcheck" / "profile.json"
    shown, said = terminal("/kantoor", "ja", "nee", "weet ik niet", "weet ik niet", "1", profile=path)
    assert "Als uitlener in het Handelsregister: ja (genoteerd 2026-08-24)" in said[-1]
    kept = load_profile(path)
    assert (kept.registered_as_lender, kept.insured, kept.das_admission) == (True, False, None)
    assert kept.provides_devices == ("laptop", "telefoon")
    assert kept.recorded_on["insured"] == "2026-08-24"
    talk = Talk(profile=kept)
    assert "Verzekerd (AVB of BAV): nee" in talk.send("/kantoor")
    assert "Toegelaten tot het DAS" in talk.said
    assert shown.state.dossier.profile == kept


WAADI = POSTING.replace(
    "4. De kandidaat", "4. De leverancier staat als uitlener in het Handelsregister (Waadi);\n5. De kandidaat"
)


def asked_about_the_office(path: Path) -> Terminal:
    """A conversation that stands at the question about the supplier."""
    shown, _ = terminal(WAADI, CANDIDATE, profile=path)
    supplier = next(q for q in shown.state.dossier.questions if q.asks == "supplier")
    while shown.state.asked != supplier.id:
        shown.say("ja")
    return shown


def test_q8_a_criterion_s_question_about_the_supplier_is_asked_once(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    asked_about_the_office(path).say("ja")
    again = Talk(WAADI, CANDIDATE, profile=load_profile(path))
    assert all(q.asks != "supplier" for q in again.state.dossier.questions)
    assert again.status("K4") == "met"


def test_q8_taking_the_answer_back_takes_it_out_of_the_profile(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    shown = asked_about_the_office(path)
    shown.say("ja")
    assert load_profile(path).registered_as_lender is True
    shown.say("/terug")
    assert load_profile(path).registered_as_lender is None


def test_a_broken_profile_is_said_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_text("{kapot", encoding="utf-8")
    with pytest.raises(ProfileProblem, match="kan ik niet lezen"):
        load_profile(path)
    assert load_profile(tmp_path / "geen.json") == OfficeProfile()
    with pytest.raises(ProfileProblem, match="niet bewaren"):
        save_profile(path / "onder" / "een" / "bestand.json", OfficeProfile(insured=True))


def test_the_profile_s_place_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FITCHECK_HOME", str(tmp_path))
    assert profile_path() == tmp_path / "profile.json"
    monkeypatch.delenv("FITCHECK_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert profile_path() == tmp_path / ".config" / "fitcheck" / "profile.json"
