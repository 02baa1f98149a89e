"""C6: what a sentence makes of a mention. `[...]` marks the mention; the expectation is how a reader takes it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.candidate.polarity import polarity

AFFIRMED = [
    "Werkt dagelijks met [TOPdesk].",
    "geen ervaring met Key2, wel met [TOPdesk]",
    "wel [Key2], geen Suite",
    "Niet alleen [TOPdesk] maar ook Key2",
    "Niet alleen TOPdesk maar ook [Key2]",
    "[TOPdesk] wel, Key2 niet",
    "Geen probleem met [TOPdesk]",
    "Geen rijbewijs. [TOPdesk] kent hij goed.",
    "heeft nooit bij een gemeente gewerkt, maar wel bij [UWV]",
    "mbo-4 niet afgerond, [klantmanager] bij Tiel",
    "affiniteit met ICT en ruime ervaring met [TOPdesk]",
    "geen hbo (wel [mbo-4])",
    "2 dagen op [kantoor] geen probleem",
    "Behandelt [klachten], ook als ze niet tijdig zijn",
    "Geen ervaring met Key2; [TOPdesk] beheerst zij",
    "basiskennis Excel, werkt dagelijks in [TOPdesk]",
    "[Awb] ken ik goed, de Wmo niet",
    "Ervaring met [TOPdesk] en geen ervaring met Key2",
    "werkt graag met [TOPdesk]",
    "[mbo] 4, geen hbo",
]
NEGATED = [
    "geen [TOPdesk]",
    "geen ervaring met [TOPdesk]",
    "geen ervaring met [Key2], wel met TOPdesk",
    "wel Key2, geen [Suite]",
    "Geen ervaring met TOPdesk of [Key2].",
    "Geen ervaring met [TOPdesk] of Key2.",
    "nog nooit met [Key2] gewerkt",
    "heeft nooit bij een [gemeente] gewerkt",
    "TOPdesk wel, [Key2] niet",
    "[Key2] ken ik niet",
    "met [TOPdesk] heeft zij nooit gewerkt",
    "[TOPdesk]: nee",
    "[TOPdesk] - geen ervaring",
    "[TOPdesk] (geen ervaring)",
    "niet bekend met [TOPdesk]",
    "onbekend met [TOPdesk]",
    "nog geen [rijbewijs]",
    "geen ervaring met Key2, Suite en [TOPdesk]",
    "geen ervaring met Key2, [Suite] en TOPdesk",
    "Ervaring met alle systemen behalve [TOPdesk]",
    "no experience with [TOPdesk]",
    "geen ervaring met: [TOPdesk]",
    "[hbo] niet afgerond",
    "heeft [TOPdesk] nog nooit gebruikt",
]
WEAK = [
    "ervaring met [TOPdesk]-achtige systemen",
    "[TOPdesk] gewenst",
    "de gemeente stapt in 2027 over op [iBurgerzaken]",
    "affiniteit met [TOPdesk]",
    "basiskennis [Excel]",
    "bezig met [hbo rechten]",
    "wil graag als [klachtcoördinator] aan de slag",
    "in opleiding tot [jurist]",
    "[Excel] (basis)",
    "[TOPdesk]?",
    "kan [TOPdesk] snel leren",
    "interesse in [bezwaar] en beroep",
    "Zou graag bij een [gemeente] werken",
    "bereid [Key2] te leren",
    "geen ervaring met Key2, [TOPdesk]",
    "enige kennis van [Awb]",
    "affiniteit met ICT en [TOPdesk]",
]


def _polarity(marked: str) -> str:
    match = re.search(r"\[(.*?)\]", marked)
    assert match
    text = marked.replace("[", "").replace("]", "")
    return polarity(text, match.start(), match.end() - 2)


@pytest.mark.parametrize("marked", AFFIRMED)
def test_c6_affirmed(marked: str) -> None:
    assert _polarity(marked) == "affirmed"


@pytest.mark.parametrize("marked", NEGATED)
def test_c6_negated(marked: str) -> None:
    assert _polarity(marked) == "negated"


@pytest.mark.parametrize("marked", WEAK)
def test_c6_weak(marked: str) -> None:
    assert _polarity(marked) == "weak"


@pytest.mark.parametrize(
    "around", ["Ervaring met Wmo. {} Rijbewijs B.", "Zij is jurist; {} en verder niets", "a\n{}\nb"]
)
def test_c6_a_neighbouring_sentence_changes_nothing(around: str) -> None:
    for marked, wanted in [
        ("Kent TOPdesk goed.", "affirmed"),
        ("geen TOPdesk.", "negated"),
        ("affiniteit met TOPdesk.", "weak"),
    ]:
        text = around.format(marked)
        at = text.index("TOPdesk")
        assert polarity(text, at, at + 7) == wanted


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 40))
def test_c6_polarity_is_total(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    assert polarity(text, start, min(len(text), start + length)) in {"affirmed", "negated", "weak"}


def test_polarity_is_linear() -> None:
    text = "geen, en of (niet " * 6000 + "TOPdesk"
    polarity(text, len(text) - 7, len(text))
