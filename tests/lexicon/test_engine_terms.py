"""Terms in a text, links between terms, and a small lexicon built for the test: the format as FORMAT.md tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon import find_terms, link, term
from core.lexicon.index import build, name_keys, star_pattern
from core.lexicon.load import Term, read_tables, terms, terms_of


def found(text: str, *kinds: str) -> list[tuple[str, str]]:
    return [(hit.term, text[hit.start : hit.end]) for hit in find_terms(text, frozenset(kinds) or None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TOPdesk en Key2Burgerzaken", [("tool.topdesk", "TOPdesk"), ("tool.key2burgerzaken", "Key2Burgerzaken")]),
        ("Key2 Burgerzaken", [("tool.key2burgerzaken", "Key2 Burgerzaken")]),
        ("top desk", [("tool.topdesk", "top desk")]),
        ("TOPDESK", [("tool.topdesk", "TOPDESK")]),
        ("stopdesk", []),
    ],
)
def test_tools_are_whole_words_in_any_spelling(text: str, expected: list[tuple[str, str]]) -> None:
    hits = [hit for hit in found(text, "tool") if hit[0] in {"tool.topdesk", "tool.key2burgerzaken", "tool.key2"}]
    assert hits == expected


def test_the_longest_name_wins_within_a_kind_and_kinds_stand_beside_each_other() -> None:
    text = "juridisch medewerker bezwaar en beroep"
    assert [name for name, _ in found(text, "role")] == [
        "role.medewerker_bezwaar~juridisch_medewerker_bezwaar_en_beroep"
    ]
    assert {hit.kind for hit in find_terms(text)} >= {"role", "task"}


def test_another_head_is_another_role_and_isnt_given() -> None:
    assert found("teamleider burgerzaken", "role") == [("role.teamleider", "teamleider")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("consulent Wmo en Jeugd", {"role.wmo", "role.jeugd"}),
        ("consulent Wmo/Jeugd", {"role.wmo", "role.jeugd"}),
        ("jeugd- en Wmo-consulent", {"role.wmo", "role.jeugd"}),
        ("klachten- en bezwaarbehandelaar", {"role.klachtbehandelaar", "role.bezwaarbehandelaar"}),
        ("medewerker van het team Burgerzaken", {"role.burgerzaken"}),
        ("KCC'er", {"role.kcc"}),
        ("consulent (Wmo)", {"role.wmo"}),
        ("consulent. Wmo", set()),
    ],
)
def test_a_head_is_shared_over_an_and_a_slash_and_a_hyphen(text: str, expected: set[str]) -> None:
    assert {hit.term for hit in find_terms(text, frozenset({"role"}))} == expected


def test_links_are_graded_and_mostly_count_both_ways() -> None:
    assert link("role.kcc", "role.kcc") == "same"
    assert link("role.kcc", "role.klantenservice") == "near" == link("role.klantenservice", "role.kcc")
    assert link("role.jurist", "role.bestuursjurist") == "near" == link("role.bestuursjurist", "role.jurist")
    assert link("role.kcc", "role.planoloog") is None
    # who was a klachtenfunctionaris applied the Awb; who knows the Awb was no klachtenfunctionaris
    assert link("law.awb", "role.klachtenfunctionaris") == "near"
    assert link("role.klachtenfunctionaris", "law.awb") is None
    # a family of roles and one of tasks that share their name are two families
    assert link("role.participatie", "task.burgerparticipatie") is None


@given(st.sampled_from(sorted(terms())), st.sampled_from(sorted(terms())))
def test_only_implies_makes_a_link_one_way(one: str, other: str) -> None:
    if link(one, other) != link(other, one):
        implied = (*term(one).implies, *term(other).implies)
        families = {f"{term(name).kind}/{term(name).family}" for name in (one, other)}
        beside = {name.partition("~")[0] for name in (one, other)}
        assert {one, other} & set(implied) or families & set(implied) or beside & {*term(one).near, *term(other).near}


def only(text: str) -> Term:
    (one,) = terms_of(read_tables(text), "x.toml")
    return one


def test_optional_letters_and_a_star_in_a_name() -> None:
    assert name_keys("publiek(s)balie") == {"publiekbali", "publieksbali"}
    one = only('[task.x]\nlabel = "x"\nnames = ["klacht*coordinatie"]\n')
    pattern = star_pattern(one.names[0], one)
    assert pattern.fullmatch("klachtencoordinati")
    assert not pattern.fullmatch("bezwaarcoordinati")
    assert build([one]).stars[0][1].term == "task.x"


def test_exact_names_and_plain_ones_have_one_index() -> None:
    index = build([only('[tool.x]\nlabel = "x"\nnames = ["Open Forms"]\nexact = ["OR"]\n')])
    assert index.keys["or"][0].exact == "OR"
    assert index.keys["openform"][0].exact == ""
    assert index.starts["open"] == 2
