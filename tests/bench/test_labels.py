"""The labels themselves: they follow the format, and what a reader called final follows from the truth that they wrote."""

import re
from pathlib import Path
from typing import Any

import pytest

from bench.labelled import true_verdict
from bench.labels import NULL, CandidateLabel, Half, Labels, candidates_of, folders, labels_of
from bench.truth import Scope, counted, has_diploma, named

HALVES: tuple[Half, ...] = ("open", "held")
FOLDERS = [folder for half in HALVES for folder in folders(half)]
NAMES = [f"{folder.parent.name}/{folder.name}" for folder in FOLDERS]
EVERYBODY = [(folder, name) for folder in FOLDERS for name in labels_of(folder).candidate]
BAND = re.compile(r"([\[(])(\d+),(\d*)([\])]) (\S+)")


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_case_has_a_posting_and_at_least_four_candidates(folder: Path) -> None:
    labels = labels_of(folder)
    assert labels.work
    assert len(candidates_of(folder)) >= 4
    assert folder.name.startswith("real-") or (folder / "posting.txt").exists()
    texts = {path.stem.removeprefix("candidate-") for path in folder.glob("candidate-*.txt")}
    assert texts == labels.candidate.keys()


def test_about_half_of_the_cases_are_only_measured() -> None:
    counts = {half: len(folders(half)) for half in HALVES}
    assert min(counts.values()) >= 0.4 * sum(counts.values()), counts


def test_the_real_postings_are_labelled_and_not_copied() -> None:
    for half in HALVES:
        real = [folder for folder in folders(half) if folder.name.startswith("real-")]
        assert len(real) == 4, half
        assert not any((folder / "posting.txt").exists() for folder in real)


@pytest.mark.parametrize(("folder", "name"), EVERYBODY, ids=[f"{f.parent.name}/{f.name}/{n}" for f, n in EVERYBODY])
def test_a_candidate_is_labelled_whole(folder: Path, name: str) -> None:
    labels = labels_of(folder)
    label = labels.candidate[name]
    criteria = {entry["id"] for entry in labels.criterion}
    assert label.truth is not None
    assert label.facts is not None
    assert label.forms
    assert label.status.keys() == criteria
    assert label.final.keys() == criteria
    assert set(label.status) >= {c.partition("/")[0] for job in label.truth.jobs for c in job.does}


@pytest.mark.parametrize(("folder", "name"), EVERYBODY, ids=[f"{f.parent.name}/{f.name}/{n}" for f, n in EVERYBODY])
def test_what_is_final_follows_from_the_truth(folder: Path, name: str) -> None:
    labels = labels_of(folder)
    label = labels.candidate[name]
    reference = reference_of(labels)
    wrong = [fault for entry in labels.criterion for fault in faults(entry, label, reference)]
    assert not wrong


@pytest.mark.parametrize(("folder", "name"), EVERYBODY, ids=[f"{f.parent.name}/{f.name}/{n}" for f, n in EVERYBODY])
def test_the_text_alone_never_says_what_the_truth_denies(folder: Path, name: str) -> None:
    labels = labels_of(folder)
    label = labels.candidate[name]
    for criterion, status in label.status.items():
        final = label.final[criterion]
        if criterion.startswith("K") and len(status) == 1 and len(final) == 1:
            assert {status[0], final[0]} != {"met", "unmet"}, criterion
    go = true_verdict(label, {entry["id"] for entry in labels.criterion if entry["id"].startswith("K")})
    if go is not None and len(label.verdict) == 1:
        assert label.verdict[0] in ("open", "go" if go else "no_go")


def reference_of(labels: Labels) -> int:
    closing = labels.posting.get("closing", NULL)
    day = closing if isinstance(closing, str) and closing != NULL else labels.today.isoformat()
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def faults(entry: dict[str, Any], label: CandidateLabel, reference: int) -> list[str]:
    """Return what is final against the truth, for the criteria that can be worked out by months or diplomas alone."""
    criterion, final, truth = entry["id"], label.final[entry["id"]], label.truth
    if truth is None or len(final) > 1 or final[0] in ("open", NULL) or named(truth.unknown, [criterion]):
        return []
    if entry.get("type") == "experience" and simple(entry):
        scope = Scope(window_months=number(entry, "window_months"), sector=text(entry, "sector"))
        months = counted(truth, [criterion], scope, reference)
        if "tiers" in entry:
            # Whether none at all lies in a lowest tier that has points is a question of taste: the labels say 0.
            said = earned(entry["tiers"], months) if months else 0
            return [] if final[0] == said else [f"{criterion}: {months} months are {said}, not {final[0]}"]
        least = number(entry, "min_months")
        reached = months > least if entry.get("more_than") and least else months >= (least or 1)
        held = least is None and named(truth.holds, [criterion])
        return [] if met(final[0]) == (reached or held) else [f"{criterion}: {months} months, yet {final[0]}"]
    if entry.get("type") == "education" and isinstance(entry.get("level"), str) and not entry.get("or_ongoing"):
        has = has_diploma(truth, entry["level"], [criterion], in_field=True) or named(truth.holds, [criterion])
        return [] if met(final[0]) == has else [f"{criterion}: {truth.diplomas}, yet {final[0]}"]
    return []


def simple(entry: dict[str, Any]) -> bool:
    """Whether months, a window and one kind of employer are all that it hangs on."""
    plain = all(not isinstance(entry.get(key), list) for key in ("min_months", "window_months", "sector"))
    return plain and entry.get("need") != "all" and not entry.get("contiguous") and "window_from" not in entry


def number(entry: dict[str, Any], key: str) -> int | None:
    value = entry.get(key, NULL)
    return value if isinstance(value, int) else None


def text(entry: dict[str, Any], key: str) -> str | None:
    value = entry.get(key, NULL)
    return value if isinstance(value, str) and value != NULL else None


def earned(tiers: list[str], months: int) -> float:
    """Return the points of the bands that hold the months: the fewest of them, or of those round a gap (P5)."""
    bands = [band for tier in tiers if (band := BAND.fullmatch(tier))]
    inside = [float(band[5]) for band in bands if above(band, months) and not beyond(band, months)]
    if inside:
        return min(inside)
    below = [(int(band[3] or 0), float(band[5])) for band in bands if beyond(band, months)]
    over = [(-int(band[2]), float(band[5])) for band in bands if not above(band, months)]
    return min(max(side)[1] for side in (below, over)) if below and over else max([*below, (0, 0.0)])[1]


def above(band: re.Match[str], months: int) -> bool:
    return months >= int(band[2]) if band[1] == "[" else months > int(band[2])


def beyond(band: re.Match[str], months: int) -> bool:
    return bool(band[3]) and (months > int(band[3]) if band[4] == "]" else months >= int(band[3]))


def met(final: str | float) -> bool:
    return final > 0 if not isinstance(final, str) else final == "met"
