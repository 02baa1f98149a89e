"""The command line: `fitcheck chat|posting|check|rank|demo` (issue 2, point 8).

Exit codes: 0 a result is given, 1 an input that can't be used, 2 wrong usage. What a person must do
next stands on standard error as one Dutch sentence; a stack trace never reaches a person.
"""

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from bot.reply import Reply
    from core.dossier import Dossier

OK, UNUSABLE, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    # Starting makes many objects that all stay; looking through them for rubbish, again and again and once more at the
    # end, takes a tenth of a second.
    gc.set_threshold(200_000, 20, 20)
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show an emoji shows a question mark; that is no reason to stop.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = _run(argv)
        print(end="", flush=True)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        # What is still in the buffer can't be written either: let it go where it can.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            # The reader of a pipe went away (`fitcheck … | head`): nothing is wrong, and nothing more to say.
            return OK
        print(f"fitcheck: de uitvoer kan niet worden geschreven ({error.strerror}).", file=sys.stderr)
        return USAGE
    except Exception as fault:  # a fault of ours: a person gets a sentence, never a stack trace
        if os.environ.get("FITCHECK_DEBUG"):
            raise
        print(f"fitcheck: {_apology(fault)}", file=sys.stderr)
        return UNUSABLE
    return code


def _apology(fault: Exception) -> str:
    """What is said of a fault of ours; only its kind, since its words may hold a candidate's."""
    return f"hier ging in Fitcheck zelf iets mis ({type(fault).__name__}). Meld het; met FITCHECK_DEBUG=1 zie je waar."


def _run(argv: Sequence[str] | None) -> int:
    from bot.files import Misuse
    from core.errors import FitcheckError

    try:
        arguments = _parser().parse_args(argv)
        code: int = arguments.run(arguments)
    except SystemExit as done:  # argparse has said what there is to say
        return OK if done.code in (None, OK) else USAGE
    except Misuse as error:
        print(f"fitcheck: {error}", file=sys.stderr)
        return USAGE
    except FitcheckError as error:
        print(f"fitcheck: {error}", file=sys.stderr)
        return UNUSABLE
    return code


# What can be typed


class _Parser(argparse.ArgumentParser):
    """argparse, in Dutch."""

    def error(self, message: str) -> NoReturn:
        for english, dutch in _MESSAGES:
            message = message.replace(english, dutch)
        self.exit(USAGE, f"{self.format_usage()}fitcheck: {message}. Typ fitcheck --help voor uitleg.\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "gebruik:", 1)


class _Version(argparse.Action):
    """The version, looked up only where it is asked for: that takes longer than a posting takes to read."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(_version())
        parser.exit()


_MESSAGES = (
    ("the following arguments are required:", "er ontbreekt nog iets:"),
    ("unrecognized arguments:", "dit ken ik niet:"),
    ("argument ", ""),
    ("invalid choice:", "dit is geen keuze:"),
    ("choose from", "kies uit"),
    ("expected one argument", "hier hoort een waarde achter"),
    ("ambiguous option:", "dit kan meer dan één optie zijn:"),
    ("ignored explicit argument", "hier hoort geen waarde bij:"),
)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="fitcheck",
        description="Past deze kandidaat op deze inhuuropdracht? Een bestand mag - zijn: dan lees ik wat binnenkomt.",
        add_help=False,
    )
    _options(parser).add_argument("--version", action=_Version, nargs=0, help="toon de versie")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT", title="opdrachten")

    chat = _command(commands, "chat", "praat erover: plak een uitvraag en een kandidaat")
    chat.add_argument("posting", metavar="UITVRAAG", nargs="?", help="een bestand om mee te beginnen")
    chat.add_argument("candidate", metavar="KANDIDAAT", nargs="?", help="een bestand om mee te beginnen")
    _day(chat)
    chat.set_defaults(run=_chat)

    posting = _command(commands, "posting", "lees een uitvraag")
    posting.add_argument("posting", metavar="UITVRAAG")
    _day(posting)
    _json(posting)
    posting.set_defaults(run=_posting)

    check = _command(commands, "check", "toets een kandidaat aan een uitvraag")
    check.add_argument("posting", metavar="UITVRAAG")
    check.add_argument("candidate", metavar="KANDIDAAT")
    check.add_argument("--answers", metavar="BESTAND", help="antwoorden als JSON-lijst")
    check.add_argument("--source", choices=("cv", "summary"), help="wat de kandidaattekst is")
    _day(check)
    _json(check)
    check.set_defaults(run=_check)

    rank = _command(commands, "rank", "zet kandidaten voor één uitvraag op volgorde")
    rank.add_argument("posting", metavar="UITVRAAG")
    rank.add_argument("candidates", metavar="KANDIDAAT", nargs="+")
    _day(rank)
    _json(rank)
    rank.set_defaults(run=_rank)

    demo = _command(commands, "demo", "toon een heel voorbeeldgesprek")
    demo.set_defaults(run=_demo)
    return parser


def _command(commands: "argparse._SubParsersAction[_Parser]", name: str, text: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.", add_help=False)
    _options(command)
    return command


def _options(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    return parser


def _day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--today", metavar="DATUM", type=_date, help="doe alsof het deze dag is (2026-07-14)")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="geef het resultaat als JSON")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is geen datum; schrijf bijvoorbeeld 2026-07-14") from None


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"fitcheck {version('fitcheck')}"
    except PackageNotFoundError:
        return "fitcheck"


# What it does. Each command imports what it needs: the line editor and the templates cost as much time as a check.


def _chat(arguments: argparse.Namespace) -> int:
    from bot.terminal import chat

    _one_stdin(arguments.posting, arguments.candidate)
    posting, candidate = (_text(path) if path else None for path in (arguments.posting, arguments.candidate))
    return chat(posting, candidate, _today(arguments))


def _posting(arguments: argparse.Namespace) -> int:
    dossier = _with_posting(arguments)
    if arguments.json:
        print(dossier.posting.model_dump_json(by_alias=True, indent=2))
    else:
        from bot.report import posting_report

        _show(posting_report(dossier))
    return OK


def _check(arguments: argparse.Namespace) -> int:
    from core import check_document

    _one_stdin(arguments.posting, arguments.candidate, arguments.answers)
    dossier = _with_candidate(_with_posting(arguments), arguments.candidate, arguments.source)
    if arguments.answers:
        from bot.answers import answered, read_answers

        dossier = answered(dossier, read_answers(_text(arguments.answers)))
    if arguments.json:
        print(check_document(dossier).model_dump_json(by_alias=True, indent=2))
    else:
        from bot.report import check_reply

        _show(check_reply(dossier))
    return OK


def _rank(arguments: argparse.Namespace) -> int:
    from core.ranking import rank_key

    _one_stdin(arguments.posting, *arguments.candidates)
    base = _with_posting(arguments)
    rows = [(path, _with_candidate(base, path, None)) for path in arguments.candidates]
    rows.sort(key=lambda row: rank_key(row[1]))
    if arguments.json:
        from bot.answers import ranking_json

        print(ranking_json(rows))
    else:
        from bot.report import rank_reply

        _show(rank_reply(rows))
    return OK


def _demo(_arguments: argparse.Namespace) -> int:
    from bot.demo import lines

    for line in lines():
        print(line)
    return OK


def _show(reply: "Reply") -> None:
    from bot.plain import plain

    print(plain(reply))


def _text(path: str) -> str:
    from bot.files import read_text

    return read_text(path)


def _one_stdin(*paths: str | None) -> None:
    if paths.count("-") > 1:
        from bot.files import Misuse

        raise Misuse("de standaardinvoer (-) kan maar één bestand zijn. Zet het andere in een bestand.")


def _today(arguments: argparse.Namespace) -> date:
    from bot.clock import today_in_the_netherlands

    day: date | None = arguments.today
    return day or today_in_the_netherlands()


def _with_posting(arguments: argparse.Namespace) -> "Dossier":
    from core.intake import require_posting

    text = _text(arguments.posting)
    require_posting(text)
    from core.dossier import Dossier  # half a second; a text that can't be used is refused before it

    return _with_profile(Dossier.new(today=_today(arguments)).with_posting(text))


def _with_profile(dossier: "Dossier") -> "Dossier":
    """Use what the chat was told about the office (Q8)."""
    from bot.profile import ProfileProblem, load_profile, profile_path

    path = profile_path()
    if path is None or not path.exists():
        return dossier
    try:
        return dossier.with_profile(load_profile(path))
    except ProfileProblem as problem:
        print(f"fitcheck: {problem}", file=sys.stderr)
        return dossier


def _with_candidate(dossier: "Dossier", path: str, source: str | None) -> "Dossier":
    """Take a candidate's file in; an empty one leaves everything open, with a warning."""
    from core.errors import TextProblem
    from core.intake import require_candidate

    text = _text(path)
    try:
        require_candidate(text)
    except TextProblem as problem:
        if problem.code != "empty":
            raise TextProblem(problem.code, f"{path}: {problem}") from None
        print(f"fitcheck: {path} is leeg; alles blijft open. Stuur een cv of een paar regels.", file=sys.stderr)
    return dossier.with_candidate(text, source=source)  # type: ignore[arg-type]  # argparse holds it to the choices


if __name__ == "__main__":
    sys.exit(main())
