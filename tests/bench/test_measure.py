"""The measuring itself, and that what is measured is what it says (issue 3, point 6). No test looks at a time."""

import sys

import pytest

from bench import inputs, speed
from bench.measure import Row, line, median_after, peak_bytes, peak_of_command, shown


def test_every_run_is_on_what_was_prepared_for_it() -> None:
    prepared: list[int] = []
    worked: list[int] = []

    def prepare() -> int:
        prepared.append(len(prepared))
        return prepared[-1]

    took = median_after(prepare, worked.append, budget=0, at_least=4)
    assert took >= 0
    assert worked == prepared == [0, 1, 2, 3, 4]  # the first run warms up


def test_memory_is_what_was_held_at_once() -> None:
    assert 2**20 <= peak_bytes(lambda: bytes(2**20)) < 2**20 + 2**17


def test_a_command_is_measured_apart_from_us() -> None:
    small, printed = peak_of_command([sys.executable, "-S", "-c", "print('één\\ntwee')"])
    large, nothing = peak_of_command([sys.executable, "-S", "-c", "held = bytes(range(250)) * 400_000"])
    assert (printed, nothing) == ("één\ntwee\n", "")
    assert 0 < small < large - 50


def test_a_row_says_whether_its_target_was_reached() -> None:
    assert line(Row("reading", 1.5, "ms")) == "  reading                                            1.50 ms"
    assert "< 2 ms  ok" in line(Row("reading", 1.5, "ms", 2))
    assert "< 1 ms  MISSED" in line(Row("reading", 1.5, "ms", 1))


def test_a_bar_is_drawn_only_where_somebody_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert list(shown(iter("abc"), "counting", 3)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert list(shown(iter("abc"), "counting", 3)) == ["a", "b", "c"]
    page, bar = capsys.readouterr()
    assert page == ""
    assert "counting" in bar


def test_the_crowd_is_always_the_same_and_all_different() -> None:
    crowd = inputs.crowd(200)
    assert crowd == inputs.crowd(200)
    assert crowd[:50] == inputs.crowd(50)
    assert len(set(crowd)) == 200
    said = [sentence for text in crowd for sentence in text.split("\n")]
    assert len(set(said)) > 0.8 * len(said)


def test_the_long_dossier_comes_back_as_it_was() -> None:
    dossier = speed.long_dossier(12)
    assert len(dossier.events) == 12
    again = speed.computed(type(dossier).model_validate_json(dossier.model_dump_json()))
    assert again.assessment == dossier.assessment


def test_a_crowd_is_ranked_in_a_process_of_its_own() -> None:
    seconds, memory = speed.crowds((2,))
    assert seconds.unit == "s"
    assert seconds.value > 0
    assert memory.unit == "MB"
    assert memory.value > 10


def test_the_page_has_what_the_issue_asks() -> None:
    titles = " ".join(section.title for section in speed.sections())
    for part in ("read before", "chat", "process", "ranked", "Longer", "slow", "Memory"):
        assert part in titles
    assert speed.CROWDS == (100, 1000, 5000)
    assert speed.EVENTS == 200
