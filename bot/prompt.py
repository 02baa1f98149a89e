"""The line editor: Enter sends, and a paste of any length arrives whole.

A long paste is shown as one short mark, so that the screen stays readable and nothing need be scrolled.
"""

import re
from collections.abc import Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

SHORT_PASTE = 200
"""A paste of one line and up to so many characters is shown as it is."""


class Pastes:
    """The long pastes of one message, each with the mark that stands for it on the screen."""

    def __init__(self) -> None:
        """Hold no paste yet."""
        self._held: dict[str, str] = {}

    def shown(self, data: str) -> str:
        """Return what a paste looks like on the screen: itself where it is short, else its mark."""
        text = data.replace("\r\n", "\n").replace("\r", "\n")
        if "\n" not in text.strip() and len(text) <= SHORT_PASTE:
            return text.strip("\n")
        mark = f"[geplakt: {len(text)} tekens, {text.strip().count(chr(10)) + 1} regels]"
        while mark in self._held:
            mark = f"[ook {mark[1:]}"
        self._held[mark] = text
        return mark

    def whole(self, line: str) -> str:
        """Return a line with the pastes in the place of their marks, and forget them."""
        marks = "|".join(map(re.escape, self._held))
        held, self._held = self._held, {}
        # A paste begins a line of its own: a posting may come in parts.
        return re.sub(marks, lambda mark: f"\n{held[mark[0]]}\n", line).strip("\n") if marks else line


def prompts() -> Iterator[str]:
    """Yield the messages until the end of the input (Ctrl-D)."""
    pastes, keys = Pastes(), KeyBindings()

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(pastes.shown(event.data))

    session: PromptSession[str] = PromptSession(key_bindings=keys)
    output = session.output
    try:
        while True:
            line = session.prompt("> ")
            # Each prompt ends with it off; a paste that comes while an answer is being made must arrive whole as well.
            output.enable_bracketed_paste()
            output.flush()
            message = pastes.whole(line)
            if message.strip():
                yield message
    except EOFError:
        return
    finally:
        output.disable_bracketed_paste()
        output.flush()
