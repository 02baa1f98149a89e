"""The one tree of errors that `core` raises.

FitcheckError
├── TextProblem          a received text can't be what it was said to be
├── UnknownQuestion      an answer to something that was never asked
├── NotUnderstood        a typed answer that can't be read
├── NothingToUndo        undo without an event to retract
└── DataProblem          a data file of ours is wrong (names the file and the field)
"""


class FitcheckError(Exception):
    """Base of everything that Fitcheck raises on purpose; `str()` is a Dutch sentence fit to show."""


class TextProblem(FitcheckError):
    """A text that is empty, binary, too long, in another language, or not what it was sent as.

    `code` names the problem for programs; the message tells a recruiter what to do next.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class UnknownQuestion(FitcheckError):
    """An answer names a question, criterion or option that this dossier doesn't have."""


class NotUnderstood(FitcheckError):
    """A typed answer couldn't be read as an answer to its question (Q4: said, never guessed)."""


class NothingToUndo(FitcheckError):
    """There is no answer, text or date left to take back."""


class DataProblem(FitcheckError):
    """A data file (lexicon, rules, texts) is wrong; the message names the file, the entry and the field."""
