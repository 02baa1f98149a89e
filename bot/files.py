"""Text from a path or from standard input, in the encodings that recruiters' files have."""

import sys
from pathlib import Path

MOST_BYTES = 8_000_000
"""More than any posting or CV: a text of this length is refused by the core; the rest needn't be read."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_REASONS = (
    (FileNotFoundError, "dat bestand is er niet"),
    (IsADirectoryError, "dat is een map, geen bestand"),
    (PermissionError, "ik mag dat bestand niet lezen"),
)


class Misuse(Exception):
    """What was asked can't be done as it was asked; `str()` is a Dutch sentence with what to do next."""


class Unreadable(Misuse):
    """A path that can't be read."""


def read_text(path: str) -> str:
    """Return the text of a file, or of standard input for "-"; `Unreadable` where that can't be."""
    try:
        if path == "-":
            return decoded(sys.stdin.buffer.read(MOST_BYTES)) if sys.stdin else ""
        with Path(path).open("rb") as file:
            return decoded(file.read(MOST_BYTES))
    except (OSError, ValueError) as error:
        raise Unreadable(
            f"{path}: {_reason(error)}. Controleer het pad, of typ - om de tekst zelf door te geven."
        ) from None


def _reason(error: Exception) -> str:
    return next((text for kind, text in _REASONS if isinstance(error, kind)), "dat kan ik niet lezen")


def decoded(data: bytes) -> str:
    """Return bytes as text: by their byte order mark, else utf-8, else cp1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
