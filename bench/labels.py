"""The labelled cases as values: what a reader wrote down of a posting and its candidates. The format: cases/FORMAT.md."""

import os
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from bench.truth import Truth
from core.model.base import Frozen

CASES = Path(__file__).with_name("cases")
SHARED = Path(os.environ.get("FITCHECK_SHARED", CASES.parents[2] / "shared")) / "postings"
Half = Literal["open", "held"]
Source = Literal["cv", "summary"]
NULL = "-"
"""How a label writes null."""


def _several(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


Allowed = Annotated[tuple[str | float, ...], BeforeValidator(_several)]
"""What a label allows: one value, or a list where the rules leave room."""


class Facts(Frozen):
    """What the candidate's text says: (role, employer, start, end), (level, field, finished), names."""

    employments: tuple[tuple[Allowed, Allowed, Allowed, Allowed], ...] = ()
    educations: tuple[tuple[Allowed, Allowed, bool | str], ...] = ()
    courses: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    contract: Allowed = ()
    rate: tuple[str, str] | None = None


class CandidateLabel(Frozen):
    """The labels of one candidate: from the text alone, and with every question answered (`final`)."""

    source: Source | tuple[Source, Source] | None = None
    today: date | None = None
    forms: tuple[str, ...] = ()
    status: dict[str, Allowed]
    points: dict[str, Allowed] = {}
    verdict: Allowed
    max_questions: int = 99
    answers: tuple[tuple[str, str], ...] = ()
    after: dict[str, Any] = {}
    final: dict[str, Allowed] = {}
    facts: Facts | None = None
    truth: Truth | None = None

    @property
    def told_source(self) -> Source | None:
        """What the sender said that the text is; None where Fitcheck is to decide."""
        return None if isinstance(self.source, tuple) else self.source


class Labels(Frozen):
    """`expected.toml`."""

    today: date
    work: str = ""
    posting: dict[str, Any]
    criterion: tuple[dict[str, Any], ...]
    notices: dict[str, tuple[str, ...]] = {}
    candidate: dict[str, CandidateLabel] = Field(default={})


class Candidate(Frozen):
    """One candidate of a case with their text."""

    name: str
    text: str
    label: CandidateLabel
    today: date


class Case(Frozen):
    """One posting with its labels and its candidates."""

    name: str
    posting: str
    labels: Labels
    candidates: tuple[Candidate, ...]


def folders(half: Half) -> list[Path]:
    """Return the folders of a half that hold a case, in the order of their names."""
    return sorted(path.parent for path in (CASES / half).glob("*/expected.toml"))


@cache
def labels_of(folder: Path) -> Labels:
    """Return the labels in a folder; `pydantic.ValidationError` where they don't follow the format."""
    return Labels.model_validate(tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8")))


def posting_of(folder: Path) -> str | None:
    """Return the posting of a case; None where it is a real one and the shared folder isn't there."""
    if not folder.name.startswith("real-"):
        return (folder / "posting.txt").read_text(encoding="utf-8")
    found = sorted(SHARED.glob(f"*{folder.name.removeprefix('real-')}*.txt"))
    return found[0].read_text(encoding="utf-8") if found else None


def candidates_of(folder: Path) -> tuple[Candidate, ...]:
    """Return the candidates of a case with their texts."""
    labels = labels_of(folder)
    return tuple(
        Candidate(
            name=name,
            text=(folder / f"candidate-{name}.txt").read_text(encoding="utf-8"),
            label=label,
            today=label.today or labels.today,
        )
        for name, label in labels.candidate.items()
    )


def cases(half: Half) -> Iterator[Case]:
    """Yield the cases of a half whose posting is at hand."""
    for folder in folders(half):
        posting = posting_of(folder)
        if posting is not None:
            yield Case(name=folder.name, posting=posting, labels=labels_of(folder), candidates=candidates_of(folder))
