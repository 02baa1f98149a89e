"""What is remembered of received texts, so that the same sentence isn't read twice, and how it is forgotten.

A candidate's words are a guest (DESIGN 1.7). So a result that is kept under a text, or under a word of one, is kept
by `remembered` and by nothing else: it holds a limited number, and `forget` knows of it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")
_forgetters: list[Callable[[], None]] = []
_of_texts: list[Callable[[], None]] = []


def remembered(
    texts: int = 0, *, words: int = 0
) -> Callable[[Callable[_Parameters, _Result]], Callable[_Parameters, _Result]]:
    """Return a decorator that keeps the latest results of a pure function: of so many `texts`, or so many `words`."""

    def decorate(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
        kept = lru_cache(maxsize=texts or words)(function)
        _forgetters.append(kept.cache_clear)
        if texts:
            _of_texts.append(kept.cache_clear)
        return cast("Callable[_Parameters, _Result]", kept)

    return decorate


def forget() -> None:
    """Drop everything that is remembered of received texts: none of a candidate's words stays behind outside a dossier.

    To be called where a candidate's data is erased. It changes no result; the next text is read a little slower.
    """
    for clear in _forgetters:
        clear()


def forget_texts() -> None:
    """Drop what is remembered of whole texts and sentences, and keep single words: how a text nobody has seen is read."""
    for clear in _of_texts:
        clear()
