"""How long a recruiter waits, and whether that stays so with longer texts, longer dossiers and more candidates (point 6).

Times are of the processor, so that a neighbour on the machine doesn't count; only the command's is what a clock on the wall
says. A section is a title and a function that measures its rows. `python -m bench.speed COUNT` ranks that many candidates in a
process of its own, for `crowds`, and prints the seconds.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench import inputs
from bench.measure import (
    Row,
    median_after,
    median_seconds,
    peak_bytes,
    peak_of_command,
    peak_of_process,
    seconds,
    shown,
)
from core import Dossier, rank, read_candidate, read_posting
from core.text.memory import forget_texts

CROWDS = (100, 1000, 5000)
EVENTS = 200
FACTORS = (1, 2, 4, 8)
HOSTILE_LENGTH = 100_000
WORST = 6
Reader = Callable[[str], object]


class Section(NamedTuple):
    """A part of the page."""

    title: str
    rows: Callable[[], list[Row]]


def sections(sizes: tuple[int, ...] = CROWDS) -> tuple[Section, ...]:
    """Return everything that is measured of speed and scale; `sizes`: how many candidates to rank."""
    hostile_texts = 2 * len(inputs.HOSTILE)
    return (
        Section("Texts that nobody has read before, processor time (median)", single),
        Section("A chat (median)", chat),
        Section("A process, from start to exit, by the clock on the wall (median)", process),
        Section("Candidates ranked on one posting, each crowd in a process of its own", partial(crowds, sizes)),
        Section("Longer texts (median): twice the text should take twice the time", linearity),
        Section(f"The worst of {hostile_texts} texts made to be slow, {HOSTILE_LENGTH:,} characters each", hostile),
        Section("Memory", memory),
    )


def readers() -> tuple[tuple[str, str, Reader], ...]:
    """Return both readers with what they are called and a text for each."""
    cv: Reader = partial(read_candidate, source="cv")
    return ("posting", inputs.posting(), read_posting), ("CV", inputs.cv(), cv)


def received() -> Dossier:
    """Return the dossier of both samples; nothing is computed yet."""
    dossier = Dossier.new(today=inputs.TODAY).with_posting(inputs.posting())
    return dossier.with_candidate(inputs.cv(), source="cv")


def computed(dossier: Dossier) -> Dossier:
    """Compute all that a dossier offers, and return it."""
    _ = (dossier.assessment, dossier.questions, dossier.reminders, dossier.candidate_message)
    return dossier


def single() -> list[Row]:
    """Time what a recruiter waits for in a chat: every run finds the memory of texts empty, as a new text does."""
    works: list[tuple[str, float, Callable[[], object]]] = [
        ("read a posting", 15, partial(read_posting, inputs.posting())),
        ("read a CV", 15, partial(read_candidate, inputs.cv(), source="cv")),
        ("the whole check with its questions", 40, lambda: computed(received())),
    ]
    return [
        Row(name, 1000 * median_seconds(work, before=forget_texts), "ms", limit)
        for name, limit, work in shown(works, "new texts", len(works))
    ]


def chat() -> list[Row]:
    """Time a conversation: the questions of a judged dossier, one answer up to the next question, and a replay."""
    known = computed(received())

    def judged() -> Dossier:
        fresh = known.at(inputs.TODAY)
        _ = fresh.assessment
        return fresh

    def answered(dossier: Dossier) -> object:
        question = dossier.questions[0]
        return dossier.answer(question.id, question.options[0].id).questions[:1]

    def stored() -> str:
        forget_texts()
        return longest

    asking = median_after(judged, lambda dossier: dossier.questions)
    answering = median_after(lambda: computed(known.at(inputs.TODAY)), answered)
    longest = long_dossier(EVENTS).model_dump_json()
    replay = median_after(stored, lambda text: computed(Dossier.model_validate_json(text)))
    return [
        Row("the questions of a judged dossier", 1000 * asking, "ms"),
        Row("an answer, judged anew, to the next question", 1000 * answering, "ms"),
        Row(f"replay of a dossier of {EVENTS} events", 1000 * replay, "ms", 250, f"{len(longest) / 1000:.0f} kB"),
    ]


def long_dossier(events: int) -> Dossier:
    """Return a dossier with so many events: every question answered, then every answer corrected, again and again."""
    dossier = received()
    turns = range(events - len(dossier.events))
    for turn in shown(turns, f"a dossier of {events} events", len(turns)):
        asked = [q for q in (dossier.questions or dossier.corrections) if q.options]
        question = asked[turn % len(asked)]
        dossier = dossier.answer(question.id, question.options[turn % len(question.options)].id)
    return dossier


def command_line() -> list[str]:
    """Return `fitcheck check` on the samples, as a shell would start it."""
    script = Path(sys.executable).with_name("fitcheck")
    texts = [str(inputs.POSTING_FILE), str(inputs.CV_FILE)]
    return [str(script), "check", *texts, "--today", inputs.TODAY.isoformat(), "--json"]


def run_command() -> None:
    """Run it once, in a folder of its own: what lies in the working directory must not matter.

    Byte code is kept between runs, as it is wherever Fitcheck is installed.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(command_line(), check=True, capture_output=True, cwd=folder, env=environment)


def process() -> list[Row]:
    """Time the command from start to exit."""
    return [Row("fitcheck check", median_seconds(run_command, budget=8, at_most=11, clock=perf_counter), "s", 0.8)]


def crowds(sizes: tuple[int, ...]) -> list[Row]:
    """Time growing crowds against one posting, and what their processes held at most."""
    rows: list[Row] = []
    measured = [_crowd(size) for size in sizes]
    before = (0, 0.0)
    for size, (took, peak) in zip(sizes, measured, strict=True):
        rows.append(
            Row(f"rank {size:,} candidates", took, "s", 0.015 * size, f"{1000 * took / size:.1f} ms a candidate")
        )
        grown = 1024 * (peak - before[1]) / (size - before[0])
        note = f"{grown:.0f} kB for each candidate more" if before[0] else ""
        rows.append(Row(f"rank {size:,} candidates, memory at its most", peak, "MB", None, note))
        before = (size, peak)
    return rows


def _crowd(size: int) -> tuple[float, float]:
    peak, printed = peak_of_command([sys.executable, "-m", "bench.speed", str(size)])
    return float(printed), peak


def rank_crowd(size: int) -> float:
    """Return the seconds that ranking a crowd takes, once the patterns are compiled."""
    computed(received())
    posting, candidates = inputs.posting(), inputs.crowd(size)
    return seconds(lambda: rank(posting, shown(candidates, f"{size:,} candidates", size), today=inputs.TODAY))


def linearity() -> list[Row]:
    """Time both readers on the same text one to eight times over."""
    rows: list[Row] = []
    works = [(*reader, factor) for reader in readers() for factor in FACTORS]
    first = 0.0
    for name, text, read, factor in shown(works, "longer texts", len(works)):
        work = partial(read, inputs.longer(text, factor))
        took = median_seconds(work, before=forget_texts, budget=1, at_least=3)
        first = took if factor == FACTORS[0] else first
        rows.append(Row(f"{name} x{factor}", 1000 * took, "ms", note=f"x{took / first:.1f}"))
    return rows


def hostile() -> list[Row]:
    """Time both readers on texts that make a badly written pattern go back over its steps; return the slowest."""
    rows = []
    works = [(name, text, *reader) for name, text in inputs.hostile(HOSTILE_LENGTH) for reader in readers()]
    for name, text, kind, _, read in shown(works, "hostile texts", len(works)):
        rows.append(Row(f"{name}, as a {kind}", 1000 * seconds(partial(read, text)), "ms", 1000))
    return sorted(rows, key=lambda row: -row.value)[:WORST]


def memory() -> list[Row]:
    """Measure what one check holds, and what the processes took."""
    forget_texts()
    return [
        Row("one check, at its most", peak_bytes(lambda: computed(received())) / 2**20, "MB"),
        Row("the command's process, at its most", peak_of_command(command_line())[0], "MB"),
        Row("this benchmark, at its most", peak_of_process(), "MB"),
    ]


if __name__ == "__main__":
    print(rank_crowd(int(sys.argv[1])))
