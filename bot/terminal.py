"""The terminal: the conversation on a screen, typed or piped. It shows choices as numbers."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlparse

from bot.commands import is_command, is_help
from bot.conversation import begin, receive, respond
from bot.files import Unreadable, read_text
from bot.lines import messages
from bot.plain import numbered, plain
from bot.profile import ProfileProblem, load_profile, profile_path, save_profile
from bot.reply import Choice, Reply, chosen
from bot.state import State, Turn, is_waiting, office_profile
from bot.wording import render, reply
from core.model.reminder import OfficeProfile

LONGEST_PATH = 1000
_SUFFIXES = (".txt", ".md", ".pdf", ".docx", ".doc", ".odt", ".rtf", ".html")


class Terminal:
    """One conversation on a screen: what was said last, which choices can be typed, where the profile is kept."""

    def __init__(self, show: Callable[[str], None], state: State, profile_file: Path | None = None) -> None:
        """Hold a conversation that shows its texts with `show`; `profile_file` None: nothing is kept."""
        self.show, self.state = show, state
        self._profile_file, self._profile = profile_file, office_profile(state.dossier)
        self._choices: tuple[Choice, ...] = ()
        self._older: tuple[Choice, ...] = ()

    @property
    def ended(self) -> bool:
        """The recruiter has stopped."""
        return self.state.ended

    def is_alone(self, line: str) -> bool:
        """Return whether a line begins no text: something is asked, or it is a choice, a command or a file's path."""
        is_named = self._chosen(line) is not None or is_command(line) or file_named(line) is not None
        return is_named or is_waiting(self.state)

    def say(self, message: str) -> None:
        """Take one message in: a choice by number, label or id, a file's path, a command or a text."""
        choice = self._chosen(message)
        if choice is not None:
            self.turn(respond(self.state, choice.id, choice=True))
            return
        path = file_named(message)
        if path is not None:
            try:
                self.turn(receive(self.state, read_text(str(path))))
            except Unreadable as problem:
                self.show(str(problem))
            return
        if _looks_like_path(message) and not is_command(message):
            self.show(render("no_file", path=message.strip()))
            return
        if is_help(message):
            self._show(reply("help_terminal"), is_last=False)
        self.turn(respond(self.state, message))

    def turn(self, turn: Turn) -> None:
        """Show a turn and keep its state."""
        self.state = turn.state
        if turn.replies:
            self._choices, self._older = (), ()
        for one in turn.replies:
            self._show(one, is_last=one is turn.replies[-1])
        self._keep_profile()

    def _show(self, said: Reply, *, is_last: bool) -> None:
        text = plain(said)
        if said.choices and is_last:
            self._choices = said.choices
            text += "\n" + numbered(said.choices)
        elif said.choices:
            # Only the last numbers count; the rest can be typed by name.
            self._older += said.choices
            text += "\n" + render("older_choices", labels=[choice.label for choice in said.choices])
        self.show(text)

    def _chosen(self, message: str) -> Choice | None:
        return chosen(self._choices, message) or next(
            (c for c in self._older if chosen((c,), message) and not message.strip().isdigit()), None
        )

    def _keep_profile(self) -> None:
        profile = office_profile(self.state.dossier)
        if self._profile_file is None or profile == self._profile:
            return
        try:
            save_profile(self._profile_file, profile)
        except ProfileProblem as problem:
            self.show(str(problem))
        self._profile = profile


def file_named(message: str) -> Path | None:
    """Return the file that a message of one line names, quoted or dragged into the window; None where there is none."""
    words = message.strip()
    if not words or "\n" in words or len(words) > LONGEST_PATH:
        return None
    if words[0] == words[-1] and words[0] in "'\"" and len(words) > 1:
        words = words[1:-1]
    if words.startswith("file://"):
        words = unquote(urlparse(words).path)
    for written in dict.fromkeys((words, words.replace("\\ ", " "))):
        try:
            path = Path(written).expanduser()
            if path.is_file():
                return path
        except (OSError, RuntimeError, ValueError):
            continue
    return None


def _looks_like_path(message: str) -> bool:
    words = message.strip().strip("'\"").lower()
    return "\n" not in words and len(words) < LONGEST_PATH and words.endswith(_SUFFIXES) and " " not in words


def chat(posting: str | None, candidate: str | None, today: date) -> int:
    """Hold a conversation on standard input and output until it ends; return the exit code.

    `posting` and `candidate` are texts that are taken in first.
    """
    path, profile = profile_path(), OfficeProfile()
    try:
        profile = load_profile(path) if path else profile
    except ProfileProblem as problem:
        print(problem, file=sys.stderr)
        path = None  # what can't be read isn't overwritten either
    opening = begin(today, profile)
    shown = Terminal(_print, opening.state, path)
    if posting is None and candidate is None:
        shown.turn(opening)
    if posting is not None:
        shown.turn(receive(shown.state, posting, "posting"))
    if candidate is not None:
        shown.turn(receive(shown.state, candidate, "candidate"))
    for message in typed() if sys.stdin.isatty() and sys.stdout.isatty() else messages(sys.stdin, shown.is_alone):
        try:
            shown.say(message)
        except Exception as fault:  # a fault of ours: what was told so far isn't lost by it
            if os.environ.get("FITCHECK_DEBUG"):
                raise
            _print(render("fault", kind=type(fault).__name__))
        if shown.ended:
            break
    return 0


def _print(text: str) -> None:
    print(text + "\n", flush=True)


def typed() -> Iterator[str]:
    """Yield what is typed and pasted at a terminal; a paste of any length is one message."""
    from bot.prompt import prompts  # the line editor takes longer to load than a check takes

    return prompts()
