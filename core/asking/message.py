"""What only the candidate knows, in one text to forward (Q10)."""

import re
from collections.abc import Sequence

from core.model.posting import Posting
from core.model.question import Question
from core.texts import say


def candidate_message(posting: Posting, questions: Sequence[Question]) -> str | None:
    """Return a short, friendly text with all open questions for the candidate; None where there are none."""
    asked = [question.to_candidate for question in questions if question.to_candidate]
    if not asked:
        return None
    title = posting.title or posting.reference or say("questions.message_untitled")
    lines = [say("questions.message_opening", title=title)]
    for number, text in enumerate(asked, start=1):
        lines.append(say("questions.message_line", number=number, text=text))
    lines.append(say("questions.message_closing"))
    return "\n".join(lines)


_NUMBERED = re.compile(r"^\s*(?:vraag\s*)?(\d{1,2})\s*[.):-]\s*(.+?)\s*$", re.I)


def numbered_answers(text: str, questions: Sequence[Question]) -> dict[str, str]:
    """Return the answers in a candidate's reply to the message, by question id: "1. ja", "2) 3 jaar"."""
    asked = [question for question in questions if question.to_candidate]
    found: dict[str, str] = {}
    for line in text.splitlines():
        match = _NUMBERED.match(line)
        if match and 1 <= int(match[1]) <= len(asked):
            found[asked[int(match[1]) - 1].id] = match[2]
    return found
