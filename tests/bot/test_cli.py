"""The command line as a user meets it: exit codes, standard input, JSON, and what it says to bad input."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.cli import main
from bot.clock import today_in_the_netherlands
from bot.files import decoded
from core.contract import CheckDocument
from core.model.posting import Posting
from tests.bot.talk import SAMPLES, sample
from tests.conftest import ROOT

POSTING, CANDIDATE = str(SAMPLES / "posting.txt"), str(SAMPLES / "candidate.txt")
DAY = ("--today", "2026-08-24")


class Done(NamedTuple):
    """What a command did."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture(name="fitcheck")
def _fitcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a runner of the command, in a home of its own. In this process: starting one takes most of a second."""
    monkeypatch.setenv("FITCHECK_HOME", str(tmp_path))
    monkeypatch.setenv("FITCHECK_DEBUG", "1")  # a fault of ours fails its test
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str | bytes = "") -> Done:
        data = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return run


def started(*arguments: str, stdin: str = "", **environment: str) -> Done:
    """Run the command as a process of its own."""
    command = [sys.executable, "-m", "bot.cli", *arguments]
    settings = {**os.environ, "PYTHONUTF8": "1", **environment}
    done = subprocess.run(command, input=stdin.encode(), capture_output=True, cwd=ROOT, env=settings, check=False)
    return Done(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def parsed(done: Done) -> Any:
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


# What is given


def test_posting_as_json_is_the_contract(fitcheck: Run) -> None:
    data = parsed(fitcheck("posting", POSTING, *DAY, "--json"))
    assert data["reference"] == "52318"
    assert data["interviews"] == [{"date": "2026-09-14", "from": "10:00", "to": "12:00"}]
    assert Posting.model_validate(data).total_points == 100


def test_posting_as_json_has_the_notices_of_the_day(fitcheck: Run) -> None:
    codes = {n["code"] for n in parsed(fitcheck("posting", POSTING, "--today", "2026-10-01", "--json"))["notices"]}
    assert "closed" in codes
    assert "closed" not in {n["code"] for n in parsed(fitcheck("posting", POSTING, *DAY, "--json"))["notices"]}


def test_posting_as_a_report(fitcheck: Run) -> None:
    done = fitcheck("posting", POSTING, *DAY)
    assert done.returncode == 0
    for fragment in (
        "📄 Functioneel beheerder zaaksysteem",
        "Knock-outs:",
        "K2. Minimaal 2 jaar",
        "Gunningscriteria:",
        "A7. 25 punten · Werkervaring",
    ):
        assert fragment in done.stdout


def test_check_as_json_is_the_contract(fitcheck: Run) -> None:
    data = parsed(fitcheck("check", POSTING, CANDIDATE, *DAY, "--json"))
    assert CheckDocument.model_validate(data).verdict == "open"
    assert data["schema_version"] == 1
    assert data["reference_date"] == "2026-09-08"
    assert (
        fitcheck("check", POSTING, CANDIDATE, *DAY, "--json").stdout
        == json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    )


def test_check_as_a_report(fitcheck: Run) -> None:
    done = fitcheck("check", POSTING, CANDIDATE, *DAY)
    assert done.returncode == 0
    for fragment in (
        "🟡 Nog open.",
        "✅ K1 · gehaald",
        "Aandachtspunten:",
        "Checklist van de inschrijving:",
        "Nog te vragen:\n1. ",
    ):
        assert fragment in done.stdout
    assert "/klaar" not in done.stdout, "there is nothing to type here"


def test_check_takes_answers_in_order(fitcheck: Run, tmp_path: Path) -> None:
    asked = parsed(fitcheck("check", POSTING, CANDIDATE, *DAY, "--json"))["questions"]
    answers = tmp_path / "answers.json"
    given = [
        {"question": asked[0]["id"], "answer": "no"},
        {"criterion": "K4", "answer": "ja"},
        {"criterion": "A6", "answer": "sinds april 2022"},
    ]
    answers.write_text(json.dumps(given), encoding="utf-8")
    data = parsed(fitcheck("check", POSTING, CANDIDATE, "--answers", str(answers), *DAY, "--json"))
    status = {c["id"]: c["status"] for c in data["criteria"]}
    assert status["K4"] == "met"
    assert len(data["questions"]) < len(asked)


def test_check_takes_the_kind_of_text(fitcheck: Run) -> None:
    for source in ("cv", "summary"):
        assert (
            parsed(fitcheck("check", POSTING, CANDIDATE, "--source", source, *DAY, "--json"))["candidate"]["source"]
            == source
        )


def test_a_dash_is_standard_input(fitcheck: Run) -> None:
    expected = fitcheck("check", POSTING, CANDIDATE, *DAY, "--json").stdout
    assert fitcheck("check", "-", CANDIDATE, *DAY, "--json", stdin=sample("posting")).stdout == expected
    assert fitcheck("check", POSTING, "-", *DAY, "--json", stdin=sample("candidate")).stdout == expected
    twice = fitcheck("check", "-", "-", stdin=sample("posting"))
    assert (twice.returncode, twice.stdout) == (2, "")
    assert "maar één" in twice.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_in_any_usual_encoding(fitcheck: Run, encoding: str) -> None:
    text = sample("posting").replace("Wilgenmeer", "Súdwest-Fryslân")
    data = parsed(fitcheck("posting", "-", *DAY, "--json", stdin=text.encode(encoding)))
    assert data["client"] == "gemeente Súdwest-Fryslân"


def test_s8_rank_puts_the_best_first(fitcheck: Run, tmp_path: Path) -> None:
    lesser = tmp_path / "lesser.txt"
    lesser.write_text("G. Visser, mbo-4 ICT 2020. 2024 – heden: servicedeskmedewerker Bakkerij Bol.", encoding="utf-8")
    rows = parsed(fitcheck("rank", POSTING, str(lesser), CANDIDATE, *DAY, "--json"))
    assert [(row["rank"], row["candidate"]) for row in rows] == [(1, CANDIDATE), (2, str(lesser))]
    assert rows[0]["verdict"] == "open"
    assert rows[0]["points"]["reachable"] == 100
    report = fitcheck("rank", POSTING, str(lesser), CANDIDATE, *DAY).stdout
    assert report.index(f"1. {CANDIDATE} (F.H.) · 🟡 nog open") < report.index(f"2. {lesser}")


def test_demo_is_a_whole_conversation(fitcheck: Run) -> None:
    done = fitcheck("demo")
    assert (done.returncode, done.stderr) == (0, "")
    for fragment in (
        "> Functioneel beheerder",
        "🟡 Nog open.",
        "Vraag 1 ·",
        "> /waarom",
        "👍 Begrepen:",
        "🟢 Knock-outs gehaald",
        "Nog te schrijven:",
    ):
        assert fragment in done.stdout
    assert done.stdout == fitcheck("demo").stdout


def test_the_readme_shows_what_the_demo_says(fitcheck: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("```text\n", 1)[1].split("```", 1)[0]
    said = fitcheck("demo").stdout
    for piece in shown.split("[…]\n"):
        assert piece.strip() in said


def test_version_and_help(fitcheck: Run) -> None:
    assert fitcheck("--version").stdout.startswith("fitcheck 0.")
    for arguments in (("--help",), ("check", "--help"), ("chat", "-h")):
        done = fitcheck(*arguments)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("gebruik: ")


# What can't be used (1), and wrong usage (2)


ENGLISH = (
    "We are looking for an experienced communications advisor who will support the team with internal and external "
    "messages. You will have at least five years of experience in a comparable role and you are available for 32 hours "
    "a week. The assignment starts in October and will run for six months, with an option to extend. "
) * 3


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("", "leeg"),
        (" \n\t\n", "leeg"),
        ("%PDF-1.7\x00\x01\x02\x03" * 40, "geen leesbare tekst"),
        ("Dit is een gewone tekst over het weer in de zomer en over de vogels in de tuin achter het huis. " * 5, "geen uitvraag"),
        (sample("candidate"), "kandidaat"),
        (ENGLISH, "Nederlands"),
        ("De gemeente zoekt iemand. " * 80_000, "te lang"),
        (sample("posting") + "\n\n" + sample("posting").replace("52318", "61111").replace("8 september", "9 september"), "twee uitvragen"),
        (sample("posting")[: sample("posting").index("Knock-outcriteria")], "geen eisen"),
        ("https://voorbeeld.example/opdracht/52318", "links"),
    ],
    ids=["empty", "blank", "binary", "no posting", "a CV", "English", "2 MB", "two", "no criteria", "a link"],
)  # fmt: skip
def test_a_text_that_is_no_posting_is_refused_in_one_sentence(fitcheck: Run, text: str, fragment: str) -> None:
    done = fitcheck("posting", "-", stdin=text)
    assert (done.returncode, done.stdout) == (1, "")
    assert fragment in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_posting_as_candidate_is_refused(fitcheck: Run) -> None:
    done = fitcheck("check", POSTING, POSTING)
    assert (done.returncode, done.stdout) == (1, "")
    assert "uitvraag, geen kandidaat" in done.stderr


def test_swapped_files_are_refused(fitcheck: Run) -> None:
    done = fitcheck("check", CANDIDATE, POSTING)
    assert (done.returncode, done.stdout) == (1, "")
    assert "geen uitvraag" in done.stderr


def test_an_empty_candidate_leaves_everything_open(fitcheck: Run) -> None:
    done = fitcheck("check", POSTING, "-", *DAY, "--json")
    assert done.returncode == 0
    assert "leeg" in done.stderr
    data = json.loads(done.stdout)
    assert data["verdict"] == "open"
    assert (data["points"]["secured"], data["points"]["reachable"]) == (0, 100)


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("onzin",), ("posting",), ("check", POSTING), ("rank", POSTING), ("posting", "nergens.txt"), ("posting", str(ROOT)), ("posting", POSTING, "--today", "gisteren"),
        ("check", POSTING, CANDIDATE, "--source", "brief"), ("check", POSTING, "nergens.txt"), ("check", POSTING, CANDIDATE, "--answers", "nergens.json"),
        ("posting", POSTING, "--onzin"), ("chat", "nergens.txt"), ("rank", POSTING, CANDIDATE, "nergens.txt"),
    ],
    ids=lambda arguments: " ".join(Path(a).name for a in arguments) or "nothing",
)  # fmt: skip
def test_wrong_usage_says_what_is_wrong(fitcheck: Run, arguments: tuple[str, ...]) -> None:
    done = fitcheck(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "fitcheck: " in done.stderr


@pytest.mark.parametrize(
    ("answers", "code", "fragment"),
    [
        ("geen json", 2, "geen JSON"), ("{}", 2, "geen lijst"), ("[1]", 2, "antwoord 1"), ('[{"criterion": "K4"}]', 2, "antwoord 1"),
        ('[{"criterion": "K4", "question": "x", "answer": "ja"}]', 2, "antwoord 1"), ('[{"criterion": "K4", "answer": 3}]', 2, "antwoord 1"), ("[" * 100_000, 2, "geen JSON"),
        ('[{"criterion": "K9", "answer": "ja"}]', 1, "K9"), ('[{"question": "0000000000", "answer": "ja"}]', 1, "antwoord 1"),
        ('[{"criterion": "K4", "answer": "ja"}, {"criterion": "A6", "answer": "blauw"}]', 1, "antwoord 2"),
    ],
    ids=range(10),
)  # fmt: skip
def test_answers_that_are_wrong(fitcheck: Run, tmp_path: Path, answers: str, code: int, fragment: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(answers, encoding="utf-8")
    done = fitcheck("check", POSTING, CANDIDATE, "--answers", str(file), *DAY)
    assert (done.returncode, done.stdout) == (code, "")
    assert fragment in done.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m bot.cli check {POSTING} {CANDIDATE} --today 2026-08-24 | true"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_as_a_process_of_its_own() -> None:
    done = started("check", "-", CANDIDATE, *DAY, "--json", stdin=sample("posting"))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["verdict"] == "open"
    done = started("posting", "-", stdin="")
    assert (done.returncode, done.stdout) == (1, "")


def test_a_screen_without_emoji_gets_question_marks() -> None:
    done = started("posting", POSTING, *DAY, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Knock-outs:" in done.stdout


def test_what_the_office_told_is_used_by_a_check(fitcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "profile.json").write_text(
        '{"das_admission": true, "recorded_on": {"das_admission": "2026-08-01"}}', encoding="utf-8"
    )
    assert parsed(fitcheck("check", POSTING, CANDIDATE, *DAY, "--json"))["verdict"] == "open"
    (tmp_path / "profile.json").write_text("{kapot", encoding="utf-8")
    done = fitcheck("check", POSTING, CANDIDATE, *DAY, "--json")
    assert done.returncode == 0
    assert "kantoorprofiel" in done.stderr


def test_a_fault_of_ours_is_a_sentence(fitcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> None:
        raise ZeroDivisionError(text)

    monkeypatch.delenv("FITCHECK_DEBUG")
    monkeypatch.setattr("core.intake.require_posting", broken)
    done = fitcheck("posting", POSTING)
    assert (done.returncode, done.stdout) == (1, "")
    assert "ging in Fitcheck zelf iets mis (ZeroDivisionError)" in done.stderr
    assert "Wilgenmeer" not in done.stderr
    monkeypatch.setattr("bot.terminal.respond", lambda *_args, **_more: broken(""))
    done = fitcheck("chat", stdin="hallo\n/help\n")
    assert done.returncode == 0
    assert done.stdout.count("je laatste bericht heb ik niet verwerkt") == 2


# The chat


def test_a_piped_script_is_a_conversation(fitcheck: Run) -> None:
    script = f"{sample('posting')}\n.\n{sample('candidate')}\n.\n1\n/waarom\nja, bij Lindehoek\n/score\n/stop\nja\n"
    done = fitcheck("chat", *DAY, stdin=script)
    assert (done.returncode, done.stderr) == (0, "")
    for fragment in (
        "Ik ben Fitcheck",
        "Stuur nu de kandidaat",
        "Vraag 1 · knock-out 4.",
        "Vraag 2 · knock-out 3.",
        "Dit beslist knock-out 3.",
        "Vraag 3",
        "Checklist",
        "Tot de volgende.",
    ):
        assert fragment in done.stdout
    assert done.stdout.rstrip().endswith("Tot de volgende.")


def test_a_chat_begins_with_files(fitcheck: Run) -> None:
    done = fitcheck("chat", POSTING, CANDIDATE, *DAY, stdin="nee\n")
    assert done.returncode == 0
    assert "Vraag 1 · knock-out 4." in done.stdout
    assert "🔴 Niet indienen." in done.stdout
    assert "Ik ben Fitcheck" not in done.stdout


def test_a_chat_tells_swapped_files_kindly(fitcheck: Run) -> None:
    done = fitcheck("chat", CANDIDATE, POSTING, *DAY)
    assert done.returncode == 0
    assert "geen uitvraag" in done.stdout


def test_a_path_and_a_text_mix(fitcheck: Run) -> None:
    done = fitcheck("chat", *DAY, stdin=f"{POSTING}\n{CANDIDATE}\nweet ik niet\n")
    assert "Vraag 2" in done.stdout


# Files and the clock


@pytest.mark.parametrize("text", ["café €", "x\u2019y"])
def test_bytes_are_read_as_what_they_are(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert decoded(text.encode(encoding)) == text


def test_the_day_is_the_dutch_one() -> None:
    from datetime import UTC, date, datetime

    assert today_in_the_netherlands(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == date(2026, 7, 1)
    assert today_in_the_netherlands(datetime(2026, 12, 31, 22, 30, tzinfo=UTC)) == date(2026, 12, 31)
