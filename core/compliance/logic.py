"""Three values: True, False, and None for unknown (Kleene), so that what isn't known stays not known (DESIGN 1.3)."""

from collections.abc import Iterable

Three = bool | None
"""True, False, or None: unknown."""


def every(values: Iterable[Three]) -> Three:
    """Return False where one is False, else None where one is unknown, else True."""
    result: Three = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def some(values: Iterable[Three]) -> Three:
    """Return True where one is True, else None where one is unknown, else False."""
    result: Three = False
    for value in values:
        if value is True:
            return True
        if value is None:
            result = None
    return result


def inverse(value: Three) -> Three:
    """Return the opposite; unknown stays unknown."""
    return None if value is None else not value
