"""P12, P3: ">" as a bullet or as the mark of a quoted message, and points that are a bare number behind a line."""

from core.posting.reader import read_posting

LINES = ["hbo diploma", "min. 3 jr ervaring als jurist"]
WISHES = ["5 jr of meer ervaring als leidinggevende (40)", "BRP certificaat (60)"]


def listed(bullet: str) -> str:
    return "\n".join(
        ["Jurist", "", "Eisen", *(bullet + one for one in LINES), "", "Wensen", *(bullet + one for one in WISHES)]
    )


def test_p12_an_arrow_is_a_bullet() -> None:
    arrows, dashes = read_posting(listed("> ")), read_posting(listed("- "))
    assert [one.text for one in arrows.criteria] == [one.text for one in dashes.criteria]
    assert [one.id for one in arrows.criteria] == ["K1", "K2", "A1", "A2"]


def test_p12_a_quoted_message_is_read_as_the_message() -> None:
    plain = listed("- ")
    quoted = "\n".join(f"> {line}" for line in plain.split("\n"))
    assert [one.text for one in read_posting(quoted).criteria] == [one.text for one in read_posting(plain).criteria]


def test_p3_a_bare_number_in_brackets_behind_a_line_is_its_points() -> None:
    posting = read_posting(listed("- "))
    assert [one.points for one in posting.criteria] == [None, None, 40, 60]
    assert posting.total_points == 100
