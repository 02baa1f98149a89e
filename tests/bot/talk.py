"""A conversation for tests: what was sent, what came back."""

from datetime import date
from pathlib import Path

from bot.conversation import State, Turn, begin, receive, respond
from bot.reply import Choice, chosen
from core.model.reminder import OfficeProfile
from tests.conftest import ROOT

SAMPLES = ROOT / "bot" / "samples"
TODAY = date(2026, 8, 24)


def sample(name: str) -> str:
    """A text of our own: "posting" or "candidate"."""
    return Path(SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


class Talk:
    """One conversation without a channel; `send` gives all that was said back as one text."""

    def __init__(self, *texts: str, today: date = TODAY, profile: OfficeProfile | None = None) -> None:
        """Begin, and send these texts."""
        self.state: State = begin(today, profile).state
        self.choices: tuple[Choice, ...] = ()
        self.said = ""
        for text in texts:
            self.send(text)

    def send(self, message: str) -> str:
        """Type a message: a label or a number picks a choice, as in every channel."""
        choice = chosen(self.choices, message)
        if choice is not None:
            return self.tap(choice.id)
        return self._took(respond(self.state, message))

    def tap(self, identity: str) -> str:
        """Tap a choice by its id."""
        return self._took(respond(self.state, identity, choice=True))

    def give(self, text: str, kind: str | None = None) -> str:
        """Give a file's text."""
        return self._took(receive(self.state, text, kind))  # type: ignore[arg-type]  # a test passes a plain str

    def _took(self, turn: Turn) -> str:
        self.state, replies = turn
        shown = [block.text for reply in replies for block in reply.blocks]
        self.choices = replies[-1].choices if replies else ()
        self.said = "\n".join(shown)
        return self.said

    @property
    def labels(self) -> list[str]:
        """The labels of the choices that were shown last."""
        return [choice.label for choice in self.choices]

    @property
    def verdict(self) -> str:
        """The verdict now."""
        return self.state.dossier.assessment.verdict

    def status(self, criterion: str) -> str:
        """The status of one criterion now."""
        return next(o.status for o in self.state.dossier.assessment.criteria if o.id == criterion)

    def asked(self) -> tuple[str, ...]:
        """The criteria of the open question."""
        return next((q.criteria for q in self.state.dossier.questions if q.id == self.state.asked), ())
