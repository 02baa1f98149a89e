"""Words as the lexicon compares them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon.words import root, stem, tokens

ONE_STEM = [
    "medewerker medewerkers medewerkster medewerksters mdw medeweker",
    "consulent consulenten consulente",
    "coordinator coordinatoren coordinatrice",
    "klachtcoordinator klachtcoordinatrice",
    "adviseur adviseurs adviseuse",
    "functionaris functionarissen",
    "klacht klachten",
    "gemeente gemeenten gemeentes",
    "proces processen",
    "advies adviezen",
    "taak taken",
    "zaak zaken",
    "agenda agenda's",
    "complex complexe",
    "integraal integrale",
    "administratief administratieve",
    "sociaal sociale",
    "beheer beheren beheert beheerde",
    "boete boetes boeten",
    "ambtenaar ambtenaren",
    "huis huizen",
    "publiekszaken publiekzaken",
    "woordvoerder woordvoerster",
    "vergunningverlener vergunningverleenster",
    "boa boa's",
]
OTHER_STEMS = [
    ("control", "controle"),
    ("secretaris", "secretaresse"),
    ("klant", "klacht"),
    ("bode", "bodem"),
    ("woz", "woo"),
    ("planner", "planning"),
    ("jurist", "juridisch"),
    ("manager", "management"),
    ("beleid", "beleidsmedewerker"),
    ("notulen", "notuleren"),
    ("inkoper", "inkomen"),
    ("verkeer", "verkeerd"),
]


@pytest.mark.parametrize("words", ONE_STEM)
def test_inflections_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(("one", "other"), OTHER_STEMS)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("words", ["coordineren coordinatie", "bewaken bewaking", "verbeteren verbetering"])
def test_forms_of_a_verb_have_one_root(words: str) -> None:
    assert len({root(word) for word in words.split()}) == 1


@given(st.text(alphabet="abcdefghijklmnoprstuvwz'", max_size=25))
def test_a_stem_is_its_own_stem(word: str) -> None:
    for token in tokens(word):
        once = token.stem
        assert stem(once) == once or len(stem(once)) < len(once)


@given(st.text(max_size=200))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    found = tokens(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("KCC medewerker", ["", " "]),
        ("KCC-medewerker", ["", "-"]),
        ("klachten- en bezwaar", ["", "~", " "]),
        ("Wmo/Jeugd", ["", "/"]),
        ("Wmo, Jeugd", ["", ","]),
        ("klaar. Daarna", ["", ""]),
        ("medewerker\nKCC", ["", " "]),
        ("medewerker\n\nKCC", ["", ""]),
        ("medewerker - KCC", ["", ""]),
        ("medewerker (KCC)", ["", "("]),
        ("P&O", ["", "-", "-"]),
    ],
)
def test_how_words_are_joined(text: str, gaps: list[str]) -> None:
    assert [word.gap for word in tokens(text)] == gaps
