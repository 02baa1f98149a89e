"""P12: layout never matters. The same posting in another layout is the same posting."""

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.layouts import CHANGES, FOOTERS, ONCE, footers, rewrap
from core.model.posting import Posting
from core.posting.reader import read_posting
from tests.conftest import ROOT

SAMPLES = Path(__file__).with_name("samples")
OWN = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
SHARED = Path(os.environ.get("FITCHECK_SHARED", ROOT.parent / "shared")) / "postings"
REAL = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SHARED.glob("*.txt"))}
TEXTS = {**OWN, **REAL}


@cache
def expected(name: str) -> dict[str, object]:
    return meaning(read_posting(TEXTS[name]))


def meaning(posting: Posting) -> dict[str, object]:
    """Return a posting without what layout must change: where things stand."""
    content = posting.model_dump(exclude={"spans"})
    for thing in (*content["notices"], *content["bid_checklist"]):
        thing.pop("evidence")
    for criterion in content["criteria"]:
        criterion.pop("span")
    content["span_names"] = sorted(posting.spans)
    return content


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("change", CHANGES)
def test_p12_one_change(name: str, change: str) -> None:
    assert meaning(read_posting(CHANGES[change](TEXTS[name]))) == expected(name)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("form", FOOTERS)
def test_p12_page_footers(name: str, form: str) -> None:
    for every in (7, 13):
        assert meaning(read_posting(footers(form, every)(TEXTS[name]))) == expected(name), every


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("at_hyphens", [False, True])
def test_p12_wrapped_at_any_width(name: str, at_hyphens: bool) -> None:
    for width in range(40, 133, 4 if name in REAL else 13):
        assert meaning(read_posting(rewrap(TEXTS[name], width, at_hyphens=at_hyphens))) == expected(name), width


@settings(max_examples=40)
@given(
    name=st.sampled_from(sorted(TEXTS)),
    changes=st.lists(st.sampled_from(sorted(CHANGES.keys() - ONCE)), max_size=4, unique=True),
    width=st.integers(40, 140),
    at_hyphens=st.booleans(),
    form=st.sampled_from(FOOTERS),
    every=st.integers(5, 30),
)
def test_p12_changes_together(
    name: str, changes: list[str], width: int, at_hyphens: bool, form: str, every: int
) -> None:
    text = rewrap(TEXTS[name], width, at_hyphens=at_hyphens)
    for change in changes:
        text = CHANGES[change](text)
    text = footers(form, every)(text)
    assert meaning(read_posting(text)) == expected(name)


@settings(max_examples=30)
@given(
    name=st.sampled_from(sorted(TEXTS)),
    cuts=st.lists(st.floats(0, 1), min_size=1, max_size=4),
    joint=st.sampled_from(["\n", "\n\n"]),
)
def test_p12_a_posting_cut_in_messages(name: str, cuts: list[float], joint: str) -> None:
    lines = TEXTS[name].split("\n")
    places = sorted(int(cut * len(lines)) for cut in cuts)
    parts = [lines[start:end] for start, end in zip([0, *places], [*places, len(lines)], strict=True)]
    text = joint.join("\n".join(part) for part in parts if part)
    assert meaning(read_posting(text)) == expected(name)
