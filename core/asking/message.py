"""What only the candidate knows, in one text to forward (Q10)."""

from collections.abc import Sequence

from core.model.posting import Posting
from core.model.question import Question
from core.texts import say


def candidate_message(posting: Posting, questions: Sequence[Question]) -> str | None:
    """Return a short, friendly text with all open questions for the candidate; None where there are none."""
    asked = [question for question in questions if question.asks == "candidate"]
    if not asked:
        return None
    title = posting.title or posting.reference or say("questions.message_untitled")
    lines = [say("questions.message_opening", title=title)]
    for number, question in enumerate(asked, start=1):
        lines.append(say("questions.message_line", number=number, text=question.text))
    lines.append(say("questions.message_closing"))
    return "\n".join(lines)
