"""Whole conversations by tapping: every one ends, whatever is chosen; and our samples are our own."""

import re
from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reply import LABEL_LIMIT
from tests.bot.talk import Talk, sample
from tests.conftest import ROOT

STARTS = {
    name: Talk(sample("posting"), text) for name, text in (("sample", sample("candidate")), ("hasty", "mbo-4, zzp"))
}
MOST_TURNS = 40


def walked(start: Talk, taps: Callable[[int], int]) -> Talk:
    """Tap through to the end; `taps` chooses among the ways to answer."""
    talk = Talk()
    talk.state, talk.choices = start.state, start.choices
    for _ in range(MOST_TURNS):
        ways = [c for c in talk.choices if c.id.startswith(("answer:", "more", "go_on"))]
        if not ways:
            return talk
        assert all(0 < len(choice.label) <= LABEL_LIMIT for choice in talk.choices)
        talk.tap(ways[taps(len(ways))].id)
    raise AssertionError("this conversation doesn't end")


@given(st.sampled_from(sorted(STARTS)), st.randoms(use_true_random=False))
def test_every_walk_ends_with_a_verdict(start: str, chance: Random) -> None:
    talk = walked(STARTS[start], lambda count: chance.randrange(count))
    assert re.match(
        r"(?s).*(🟢 Knock-outs gehaald|🔴 Niet indienen\.|🟡 Nog open\.|🟡 Geen knock-outs gevonden)", talk.said
    )


@pytest.mark.parametrize("number", [11734, 30661, 30954, 30988])
@pytest.mark.parametrize("which", [0, -1])
def test_the_real_postings_are_walked_to_the_end(posting_text: Callable[[int], str], number: int, which: int) -> None:
    start = Talk(posting_text(number), "K. Jansen, mbo", today=date(2026, 6, 20))
    assert "Vraag 1" in start.said
    talk = walked(start, lambda count: which % count)
    assert talk.state.dossier.questions == ()
    talk.send("/score")
    assert "Checklist van de inschrijving" in talk.said


def test_the_samples_copy_no_real_posting(posting_text: Callable[[int], str]) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[i : i + 12]) for i in range(len(words) - 11)}

    real = set[tuple[str, ...]]().union(*(runs(posting_text(number)) for number in (11734, 30661, 30954, 30988)))
    for path in (ROOT / "bot" / "samples").glob("*.txt"):
        assert runs(path.read_text(encoding="utf-8")) & real == set(), path.name
