"""The Dutch of the conversation: Jinja2 templates in `templates/`, with a few words as filters."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.reply import Block, BlockKind
from core.text.phrases import date_text, listed, moment_text, points_text

_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def number_word(number: int) -> str:
    """Return a small number as a word: "vier"; larger ones as digits."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def plural(number: int, one: str, many: str) -> str:
    """Return "één vraag", "vier vragen"."""
    return f"{number_word(number)} {one if number == 1 else many}"


def sentence(text: str) -> str:
    """Return the text with a capital."""
    return text[:1].upper() + text[1:]


@cache
def _environment() -> Environment:
    # Plain text: an adapter escapes for its own channel.
    environment = Environment(
        loader=PackageLoader("bot"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - no HTML here; the adapter escapes
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters.update(
        points=points_text, listed=listed, moment=moment_text, day=date_text, plural=plural, sentence=sentence
    )
    return environment


def render(template: str, **values: Any) -> str:
    """Return the text of a template; `StrictUndefined`: a value that is missing is a fault of ours."""
    return _environment().get_template(f"{template}.j2").render(**values).strip()


def block(kind: BlockKind, template: str, **values: Any) -> Block:
    """Return a template as a block of a reply."""
    return Block(kind=kind, text=render(template, **values))
