"""Replies as plain text for a screen of a certain width."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator

from bot.reply import Block, Choice, Reply

WIDTH = 100
"""Columns of the widest line."""
_MARKER = re.compile(r"\s*(?:[·–✅❌❔➖⛔❗ℹ✍✏]\ufe0f? )?(?:[AK]?\d[\d.]*\. )?")
"""What begins an item of a list; the lines that follow stand under its text."""


def plain(reply: Reply, width: int = WIDTH) -> str:
    """Return the blocks as text, wrapped at `width` columns; a text to copy keeps its own lines."""
    shown = ""
    previous: Block | None = None
    for block in reply.blocks:
        if previous is not None:
            shown += "\n" if previous.kind == "headline" and block.kind == "text" else "\n\n"
        shown += block.text if block.kind == "copy" else "\n".join(_wrapped(block.text, width))
        previous = block
    return shown


def numbered(choices: tuple[Choice, ...], width: int = WIDTH) -> str:
    """Return choices with the numbers to type: "1 Ja · 2 Nee"; a line each where one needs explaining."""
    if any(choice.help for choice in choices):
        lines = [f"{n} {c.label}{f' ({c.help})' if c.help else ''}" for n, c in enumerate(choices, start=1)]
        return "\n".join(line for text in lines for line in _wrapped(f"  {text}", width))
    return "\n".join(_wrapped("  " + " · ".join(f"{n} {c.label}" for n, c in enumerate(choices, start=1)), width))


def _wrapped(text: str, width: int) -> Iterator[str]:
    for line in text.split("\n"):
        if columns(line) <= width:
            yield line.rstrip()
            continue
        marker = _MARKER.match(line)
        hanging = " " * columns(marker[0]) if marker else ""
        # Emoji take two columns and count as one character.
        room = width - (columns(line) - len(line))
        yield from textwrap.wrap(line, max(20, room), subsequent_indent=hanging, break_on_hyphens=False)


def columns(text: str) -> int:
    """Return how many columns a terminal needs for a line."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1 for char in text
    )
