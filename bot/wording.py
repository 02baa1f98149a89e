"""The Dutch of the conversation: Jinja2 templates in `templates/`, with a few words as filters."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.reply import Block, BlockKind, Choice, Reply
from core.model.posting import Hours, Interview
from core.text.phrases import amount_text, date_text, listed, moment_text, points_text
from core.text.source import fold
from core.texts import say

_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")

_CAPITALS = str.maketrans("éó", "eo")


def number_word(number: int) -> str:
    """Return a small number as a word: "vier"; larger ones as digits."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def plural(number: int, one: str, many: str) -> str:
    """Return "één vraag", "vier vragen"."""
    return f"{number_word(number)} {one if number == 1 else many}"


def sentence(text: str) -> str:
    """Return the text with a capital; "één" becomes "Eén"."""
    return text[:1].translate(_CAPITALS).upper() + text[1:]


def short(text: str, most: int) -> str:
    """Return the text on one line, cut between words at `most` characters."""
    words = fold(text)
    return words if len(words) <= most else words[: most - 2].rsplit(" ", 1)[0] + " …"


def hours(asked: Hours) -> str:
    """Return hours a week: "16 tot 24"."""
    bounds = [f"{bound:g}".replace(".", ",") for bound in (asked.min, asked.max) if bound is not None]
    return " tot ".join(dict.fromkeys(bounds))


def start(asked: str) -> str:
    """Return a start (an ISO date, "now", or as printed) in words."""
    if asked == "now":
        return say("practical.now")
    try:
        return date_text(date.fromisoformat(asked))
    except ValueError:
        return asked


def interviews(planned: Iterable[Interview]) -> str:
    """Return the interviews: "do 2 juli 12:00–13:00"."""
    times = ((one, "–".join(time for time in (one.from_, one.to) if time)) for one in planned)
    return "; ".join(f"{moment_text(one.date)} {time}".strip() for one, time in times)


_FILTERS: dict[str, Callable[..., str]] = {
    "amount": lambda amount: amount_text(Decimal(amount)),
    "day": date_text,
    "fold": fold,
    "hours": hours,
    "interviews": interviews,
    "listed": listed,
    "moment": moment_text,
    "number": number_word,
    "plural": plural,
    "points": points_text,
    "sentence": sentence,
    "short": short,
    "start": start,
}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - plain text: an adapter escapes for its own channel
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(_FILTERS)
    return environment


def render(template: str, /, **values: Any) -> str:
    """Return the text of a template; `StrictUndefined`: a value that is missing is a fault of ours."""
    return _environment().get_template(f"{template}.j2").render(**values).strip()


def block(kind: BlockKind, template: str, /, **values: Any) -> Block:
    """Return a template as a block of a reply."""
    return Block(kind=kind, text=render(template, **values))


def reply(template: str, choices: tuple[Choice, ...] = (), /, **values: Any) -> Reply:
    """Return a template as a reply of one block."""
    return Reply(blocks=(block("text", template, **values),), choices=choices)
