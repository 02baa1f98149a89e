"""Messages out of lines, for an input without bracketed paste: a pipe or a script.

A text of several lines ends at a line with only a full stop, at a command with its slash, or at the end of the
input. While a question or a choice is open, each line is a message of its own; so is a file's path where no text
has begun.
"""

from collections.abc import Callable, Iterable, Iterator

from bot.commands import is_command

END = "."


def messages(lines: Iterable[str], is_alone: Callable[[str], bool]) -> Iterator[str]:
    """Yield messages from lines. `is_alone`: a line that begins no text: an answer, a command, a path."""
    text: list[str] = []
    for line in lines:
        words = line.strip()
        if words == END or (words.startswith("/") and is_command(words)):
            if text:
                yield "\n".join(text)
                text = []
            if words != END:
                yield words
        elif text or (words and not is_alone(words)):
            text.append(line.rstrip("\r\n"))
        elif words:
            yield words
    if text:
        yield "\n".join(text)
