"""What the conversation says: blocks of text and choices, without any channel in it (DESIGN 2)."""

from typing import Literal

from core.model.base import Frozen

BlockKind = Literal["headline", "text", "details", "copy", "footer"]
LABEL_LIMIT = 20


class Block(Frozen):
    """A piece of a reply. `details` may be folded away, `copy` is a text to copy in one tap."""

    kind: BlockKind
    text: str


class Choice(Frozen):
    """A way to answer. `id` says what it means, `label` (at most 20 characters) what the button shows."""

    id: str
    label: str


class Reply(Frozen):
    """One message back. `replaces`: the id of an earlier reply that this one updates in place."""

    blocks: tuple[Block, ...]
    choices: tuple[Choice, ...] = ()
    replaces: str | None = None
