"""A whole sample conversation, printed without typing: the real conversation on a posting and a candidate of our own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.conversation import begin
from bot.state import open_question
from bot.terminal import Terminal

SAMPLES = Path(__file__).with_name("samples")
TODAY = date(2026, 8, 24)
"""Before the closing date of the sample posting."""

_ANSWERS = {
    "K4": ("/waarom", "ja, prima"),
    "K3": ("1",),
    "A6": ("sinds april 2022",),
    "A7": ("ja",),
    "A8": ("nee",),
}
"""What the recruiter types at the question about a criterion."""
_MOST = 20


def lines() -> Iterator[str]:
    """Yield the conversation: what the recruiter sends after a ">", what Fitcheck says as it is."""
    said: list[str] = []
    terminal = Terminal(said.append, begin(TODAY).state)
    for name in ("posting", "candidate"):
        text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").strip()
        yield from _sent(text, _shown(text), terminal, said)
    for _ in range(_MOST):
        question = open_question(terminal.state)
        if question is None:
            break
        for message in _ANSWERS.get(question.criteria[0] if question.criteria else "", ("weet ik niet",)):
            yield from _sent(message, message, terminal, said)


def _sent(message: str, shown: str, terminal: Terminal, said: list[str]) -> Iterator[str]:
    yield f"> {shown}\n"
    terminal.say(message)
    yield from (f"{text}\n" for text in said)
    said.clear()


def _shown(text: str) -> str:
    first, *rest = text.split("\n")
    return f"{first} [geplakt: nog {len(rest)} regels]"
