"""What the conversation says: blocks of text and choices, without any channel in it (DESIGN 2)."""

from collections.abc import Iterable
from typing import Literal

from core.model.base import Frozen
from core.text.source import key

BlockKind = Literal["headline", "text", "details", "copy"]
LABEL_LIMIT = 20


class Block(Frozen):
    """A piece of a reply. `headline` comes first and stands out, `details` may be folded away, `copy` is a text
    to copy in one tap.
    """

    kind: BlockKind
    text: str


class Choice(Frozen):
    """A way to answer. `id` says what it means, `label` (at most 20 characters) what the button shows.

    `help` says it in full, for a channel that has the room.
    """

    id: str
    label: str
    help: str | None = None


class Reply(Frozen):
    """One message back. `replaces`: the id of an earlier reply that this one updates in place."""

    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    replaces: str | None = None


def said(text: str, choices: tuple[Choice, ...] = ()) -> Reply:
    """Return one block of plain text as a reply."""
    return Reply(blocks=(Block(kind="text", text=text),), choices=choices)


def chosen(choices: Iterable[Choice], typed: str) -> Choice | None:
    """Return the choice whose number (from 1), label or id was typed; None where it is none of them."""
    offered = tuple(choices)
    words = typed.strip()
    number = words.removesuffix(".")
    if number.isascii() and number.isdigit() and 1 <= int(number[:4]) <= len(offered):
        return offered[int(number[:4]) - 1]
    wanted = key(words).strip(" .!")
    for choice in offered:
        if words == choice.id or (wanted and wanted == key(choice.label).strip(" .!?")):
            return choice
    return None
