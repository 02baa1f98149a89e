"""The deterministic core: texts in, a judgment out. Pure: no I/O beyond its own data files, no clock, no network.

    from core import Dossier, read_posting, read_candidate

Names are imported when they are first used, so that reading a posting doesn't load the law.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.candidate.reader import read_candidate
    from core.contract import CheckDocument, check_document
    from core.dossier import Dossier
    from core.errors import FitcheckError, NothingToUndo, NotUnderstood, TextProblem, UnknownQuestion
    from core.posting.reader import read_posting
    from core.ranking import Ranked, rank
    from core.text.memory import forget

_HOMES = {
    "CheckDocument": "core.contract",
    "Dossier": "core.dossier",
    "FitcheckError": "core.errors",
    "NotUnderstood": "core.errors",
    "NothingToUndo": "core.errors",
    "Ranked": "core.ranking",
    "TextProblem": "core.errors",
    "UnknownQuestion": "core.errors",
    "check_document": "core.contract",
    "forget": "core.text.memory",
    "rank": "core.ranking",
    "read_candidate": "core.candidate.reader",
    "read_posting": "core.posting.reader",
}

__all__ = [
    "CheckDocument",
    "Dossier",
    "FitcheckError",
    "NotUnderstood",
    "NothingToUndo",
    "Ranked",
    "TextProblem",
    "UnknownQuestion",
    "check_document",
    "forget",
    "rank",
    "read_candidate",
    "read_posting",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'core' has no attribute {name!r}")
    return getattr(import_module(home), name)
