"""The data files: read fast and right, and without a problem."""

from pathlib import Path

import pytest

from core.errors import DataProblem
from core.lexicon import term
from core.lexicon.check import problems
from core.lexicon.load import Term, data_files, read_file, read_strictly, read_tables, terms, terms_of


@pytest.mark.parametrize("path", data_files(), ids=lambda path: path.name)
def test_the_fast_reader_reads_what_tomllib_reads(path: Path) -> None:
    assert read_file(path) == read_strictly(path)


def test_the_data_has_no_problems() -> None:
    assert list(problems(terms())) == []


def load(text: str) -> list[Term]:
    return list(terms_of(read_tables(text), "some.toml"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[role.x]\nlabel = "x"\nnamse = ["x"]\n', "some.toml: [role.x]: unknown field namse"),
        ('[role.x]\nnames = ["xyz"]\n', "some.toml: [role.x] label: missing"),
        ('[role.x]\nlabel = "x"\nnames = "xyz"\n', "some.toml: [role.x] names: a list of strings is due"),
        ('[role.x]\nlabel = ["x"]\n', "some.toml: [role.x] label: one value, not a list"),
        ('[role.x]\nlabel = "x"\nalso = "xyz"\n', "some.toml: [role.x] also: a list of strings is due"),
        ('[role]\nx = "y"\n', "some.toml: [role.x]: a field outside a [kind.slug] table"),
    ],
)
def test_a_wrong_entry_names_file_entry_and_field(text: str, message: str) -> None:
    with pytest.raises(DataProblem, match=r".") as problem:
        load(text)
    assert message in str(problem.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[role.x]\nlabel = "x"\nnear = ["role.y"]\nnames = ["xyz"]\n', "near: no term 'role.y'"),
        ('[role.x]\nlabel = "x"\nnear = ["role.x"]\nnames = ["xyz"]\n', "near: the term itself"),
        ('[role.x]\nlabel = "x"\n', "nothing to find it by"),
        ('[role.x]\nlabel = "x"\nat = ["kcc"]\n', "heads: missing beside at/of"),
        ('[role.x]\nlabel = "x"\nat = ["kcc"]\nheads = ["tovenaar"]\n', "isn't in words.toml"),
        ('[tool.x]\nlabel = "x"\nnames = ["ab"]\n', "put it in exact"),
        ('[tool.x]\nlabel = "x"\nnames = ["abc", "abc"]\n', "a value stands twice"),
        ('[employer.x]\nlabel = "x"\nnames = ["abc"]\nsector = "stad"\n', "sector: 'stad'"),
        (
            '[tool.x]\nlabel = "x"\nnames = ["service desk"]\n[tool.y]\nlabel = "y"\nnames = ["servicedesk"]\n',
            "'servicedesk' also names tool.x",
        ),
    ],
)
def test_a_problem_in_the_data_is_told(text: str, message: str) -> None:
    found = list(problems({one.id: one for one in load(text)}))
    assert any(message in problem and "some.toml" in problem for problem in found), found


def test_a_shared_name_is_no_problem() -> None:
    text = '[tool.x]\nlabel = "x"\nnames = ["abc"]\n[tool.y]\nlabel = "y"\nnames = ["abc"]\nshared = ["abc"]\n'
    assert list(problems({one.id: one for one in load(text)})) == []


def test_other_titles_are_terms_of_their_own_in_one_family() -> None:
    main, other, place = load(
        '[role.x]\nlabel = "x"\nat = ["kcc"]\nheads = ["medewerker"]\nalso = ["y z"]\nalso_at = ["balie"]\nimplies = ["task.a"]\n'
    )
    assert (main.id, other.id, place.id) == ("role.x", "role.x~y_z", "role.x~balie")
    assert main.family == other.family == place.family == "role.x"
    assert (other.names, other.heads, place.at, place.heads) == (("y z",), (), ("balie",), ("medewerker",))
    assert other.implies == place.implies == ("task.a",)
    assert place.label == "medewerker balie"


def test_an_unknown_term_is_a_fault_of_ours() -> None:
    with pytest.raises(DataProblem):
        term("role.tovenaar")
