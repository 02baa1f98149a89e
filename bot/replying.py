"""A candidate's reply to the message with all open questions, as answers by question (Q10)."""

import re

from bot.state import State
from core.asking.message import numbered_answers
from core.model.question import Question
from core.text.source import fold, key

LONGEST_REPLY = 3000
"""A longer text is no reply to a few questions."""
_NUMBER = re.compile(r"(?<!\S)(\d{1,2})\s?[.)](?=\s)")
_NUMBERED_LINE = re.compile(r"\s*(?:vraag\s*)?\d{1,2}\s*[.):-]\s*\S", re.I)


def questions_of(state: State) -> tuple[Question, ...]:
    """Return the questions that a reply's numbers mean: those of the message that was made, else the open ones."""
    return tuple(q for q in state.sent or state.dossier.questions if q.to_candidate)


def answers_in(state: State, text: str) -> dict[str, str]:
    """Return the answers by question id; none where the text is no reply to several questions."""
    if len(text) > LONGEST_REPLY:
        return {}
    questions = questions_of(state)
    found = numbered_answers(one_a_line(text), questions)
    told = {q.id: _without(q.to_candidate or "", found[q.id]) for q in questions if q.id in found}
    told = {identity: answer for identity, answer in told.items() if answer}
    # One numbered line may be anything, unless a message went out.
    return told if len(told) > 1 or state.sent else {}


def one_a_line(text: str) -> str:
    """Return the text with each numbered answer on one line: "1. ja 2. 3 jaar" is two, and lines that follow belong."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() and lines and _NUMBERED_LINE.match(lines[-1]) and not _NUMBERED_LINE.match(line):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(part for line in lines for part in _split(line))


def _split(line: str) -> list[str]:
    """Cut a line before each number that follows the one before it."""
    cuts, expected = [0], 0
    for match in _NUMBER.finditer(line):
        number = int(match[1])
        if expected and number == expected:
            cuts.append(match.start())
        if number == expected or not line[: match.start()].strip():
            expected = number + 1
    return [line[start:end] for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def _without(question: str, answer: str) -> str:
    """Return an answer without the question that it repeats."""
    told = fold(answer)
    return told[len(fold(question)) :].strip() if key(told).startswith(key(question)) else told
