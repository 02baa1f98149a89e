"""The command line: `fitcheck posting|check|rank|chat|demo` (issue 2, point 8).

Exit codes: 0 a result is given, 1 an input that can't be used, 2 wrong usage. What a person must do
next stands on standard error as one Dutch sentence; a stack trace never reaches a person.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.clock import today_in_the_netherlands
from bot.files import read_text
from core.errors import FitcheckError

OK, UNUSABLE, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except FitcheckError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of a pipe went away (`fitcheck … | head`): nothing is wrong, and nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fitcheck", description="Past deze kandidaat op deze uitvraag?")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")

    posting = commands.add_parser("posting", help="lees een uitvraag")
    posting.add_argument("posting", metavar="UITVRAAG")
    posting.add_argument("--json", action="store_true")
    posting.add_argument("--today", type=date.fromisoformat)
    posting.set_defaults(run=_posting)

    check = commands.add_parser("check", help="beoordeel een kandidaat")
    check.add_argument("posting", metavar="UITVRAAG")
    check.add_argument("candidate", metavar="KANDIDAAT")
    check.add_argument("--answers", metavar="BESTAND")
    check.add_argument("--today", type=date.fromisoformat)
    check.add_argument("--source", choices=("cv", "summary"))
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_check)
    return parser


def _posting(arguments: argparse.Namespace) -> int:
    from core.posting.reader import read_posting

    text = read_text(arguments.posting)
    posting = read_posting(text)
    print(posting.model_dump_json(by_alias=True, indent=2))
    return OK


def _check(arguments: argparse.Namespace) -> int:
    from core import Dossier, check_document

    dossier = Dossier.new(today=arguments.today or today_in_the_netherlands())
    dossier = dossier.with_posting(read_text(arguments.posting))
    dossier = dossier.with_candidate(read_text(arguments.candidate), source=arguments.source)
    if arguments.answers:
        for answer in json.loads(Path(arguments.answers).read_text(encoding="utf-8")):
            if "question" in answer:
                dossier = dossier.answer(answer["question"], answer["answer"])
            else:
                dossier = dossier.answer_criterion(answer["criterion"], answer["answer"])
    print(check_document(dossier).model_dump_json(by_alias=True, indent=2))
    return OK


if __name__ == "__main__":
    sys.exit(main())
