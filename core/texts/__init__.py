"""The Dutch that a recruiter reads, as data: `say("reasons.met", months="3 jaar")`.

Each `*.toml` file here is one subject; a text is found by "file.key". Placeholders are strict: one that
is missing, or given without being used, is a fault of ours and raises `DataProblem`.
"""

import tomllib
from functools import cache
from pathlib import Path
from string import Formatter

from core.errors import DataProblem


@cache
def _texts(subject: str) -> dict[str, str]:
    path = Path(__file__).with_name(f"{subject}.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataProblem(f"texts/{path.name}: {error}") from error
    flat: dict[str, str] = {}
    _flatten("", data, flat)
    return flat


def _flatten(prefix: str, data: dict[str, object], flat: dict[str, str]) -> None:
    for name, value in data.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}{name}.", value, flat)
        else:
            flat[prefix + name] = str(value)


@cache
def _placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def say(name: str, /, **values: object) -> str:
    """Return the Dutch text `name` ("file.key") with its placeholders filled; `DataProblem` where they don't fit."""
    subject, _, entry = name.partition(".")
    text = _texts(subject).get(entry)
    if text is None:
        raise DataProblem(f"texts/{subject}.toml: no entry {entry!r}")
    wanted = _placeholders(text)
    if wanted != values.keys():
        raise DataProblem(f"texts/{subject}.toml: {entry}: placeholders {sorted(wanted)}, given {sorted(values)}")
    return text.format(**values) if wanted else text


def placeholders(name: str) -> frozenset[str]:
    """Return the placeholders of the text `name`; none where it doesn't exist."""
    subject, _, entry = name.partition(".")
    return _placeholders(_texts(subject).get(entry, ""))


def has(name: str) -> bool:
    """Return whether the text `name` exists."""
    subject, _, entry = name.partition(".")
    return entry in _texts(subject)
