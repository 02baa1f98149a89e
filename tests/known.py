"""`python -m tests.known`: write down which labels of the open cases the program doesn't reach yet (`bench/cases/known.toml`).

Only what is asked, left open or not read may stand there. A met or an unmet against the label, a verdict against it, more
points secured or fewer reachable than it allows are wrong: they are printed, nothing is written, and they must be mended.
"""

import sys
from collections.abc import Callable, Iterator

from bench.labels import CASES, posting_of
from tests import test_cases as cases

REASONS = {
    "posting": "a value of the header or form that isn't read yet",
    "criteria": "a list of criteria in a form that isn't read yet",
    "criterion": "a value of a criterion that isn't read yet",
    "notices": "a notice that isn't given yet, or one too many",
    "status": "left open and asked, though the text tells it",
    "verdict": "left open, though the text tells it",
    "points": "not secured yet, or still reachable, though the text tells it",
    "questions": "a question too many",
    "after": "not settled by these answers yet",
}
TESTS: dict[str, Callable[..., None]] = {
    "posting": cases.test_posting_value,
    "criteria": cases.test_criteria_are_these_and_no_others,
    "criterion": cases.test_criterion,
    "notices": cases.test_notice,
    "status": cases.test_status,
    "verdict": cases.test_verdict,
    "points": cases.test_points,
    "questions": cases.test_questions_are_few,
    "after": cases.test_after_the_answers,
}


def load(case: str) -> str:
    """Return the posting of a case."""
    text = posting_of(CASES / "open" / case)
    if text is None:
        sys.exit(f"{case}: the real postings aren't here; what is known can't be written without them")
    return text


def missed(kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the tests of a kind that fail."""
    for parts in cases.each(kind):
        try:
            TESTS[kind](*parts, load)
        except (AssertionError, StopIteration, KeyError):
            yield parts


def is_wrong(kind: str, parts: tuple[str, ...]) -> bool:
    """Whether a miss says something false, and doesn't just ask."""
    if kind not in ("status", "verdict", "points"):
        return False
    case, name = parts[:2]
    label = cases.expected(case)["candidate"][name]
    dossier = cases.dossier_of(case, load(case), name)
    if kind == "status":
        found = [o.status for o in dossier.assessment.criteria if o.id == parts[2]]
        return found not in (["open"], [])
    if kind == "verdict":
        return dossier.assessment.verdict != "open"
    return any(
        _beyond(label["points"].get(one), getattr(dossier.assessment.points, one), one) for one in label["points"]
    )


def _beyond(label: object, found: float | None, name: str) -> bool:
    """Whether points are claimed, or given up, that the label doesn't allow."""
    allowed = [one for one in (label if isinstance(label, list) else [label]) if isinstance(one, int | float)]
    if found is None or not allowed or name == "total":
        return False
    return found < min(allowed) if name == "reachable" else found > max(allowed)


def main() -> None:
    """Write the file, or print what is wrong."""
    listed = {kind: sorted(missed(kind)) for kind in TESTS}
    wrong = [f"{kind}: {'/'.join(parts)}" for kind, found in listed.items() for parts in found if is_wrong(kind, parts)]
    if wrong:
        sys.exit("Wrong, and so not to be listed:\n" + "\n".join(wrong))
    lines = [
        "# Written by `python -m tests.known`: labels of the open cases that aren't reached yet. Nothing here is wrong; it is asked."
    ]
    lines += ["", "[reasons]", *(f'{kind} = "{reason}"' for kind, reason in REASONS.items())]
    for kind, found in listed.items():
        lines += ["", f"[{kind}]"]
        for case in dict.fromkeys(parts[0] for parts in found):
            names = ", ".join(f'"{"/".join(parts[1:])}"' for parts in found if parts[0] == case)
            lines.append(f"{case} = [{names}]")
    (CASES / "known.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{sum(map(len, listed.values()))} labels aren't reached yet")  # noqa: T201 - a command says what it did


if __name__ == "__main__":
    main()
