"""The house rules that no linter knows: they hold for whoever adds a file next.

Docstrings, formats and types are left to ruff and mypy, and the direction of imports to import-linter.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

ROOMS = ("core", "prompts", "db", "bot")
LONGEST_MODULE = 400


def tracked() -> list[Path]:
    """Return the files that git knows; a copy without git has nothing to police."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listing.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def modules(*rooms: str) -> list[Path]:
    """Return the Python modules in these rooms."""
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in rooms]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text_of(name: str) -> str:
    """Return a document of the project, or skip while it isn't written yet."""
    path = ROOT / name
    if not path.is_file():
        pytest.skip(f"there is no {name} yet")
    return path.read_text(encoding="utf-8")


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {
        canonicalize_name(name): version
        for line in lines
        if line and not line.startswith("#")
        for name, _, version in [line.partition("==")]
    }


# Size and shape


def test_no_module_is_longer_than_one_subject() -> None:
    lengths = {
        named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in tracked() if path.suffix == ".py"
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_suppression_says_why() -> None:
    bare = re.compile(r"# noqa(?!: [A-Z]+\d+(, ?[A-Z]+\d+)* - \w)|# type: ignore(?!\[[\w, -]+\]  # \w)")
    found = [
        f"{named(path)}:{number}"
        for path in tracked()
        if path.suffix == ".py" and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if bare.search(line)
    ]
    assert found == []


def test_every_data_file_is_packaged() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = ["*.py", *pyproject["tool"]["setuptools"]["package-data"]["*"]]
    left_out = [
        named(path)
        for path in tracked()
        if path.relative_to(ROOT).parts[0] in ROOMS
        and path.suffix != ".md"  # written for who reads the repository
        and not any(path.match(pattern) for pattern in patterns)
    ]
    assert left_out == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_says_what_it_is_and_is_typed(room: str) -> None:
    assert ast.get_docstring(ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8")))
    assert (ROOT / room / "py.typed").is_file()


# What is installed, and from where


def test_no_registry_is_named_and_nothing_is_locked() -> None:
    # In pieces, so that this file doesn't name them either.
    pieces = (
        ("pypi", r"\.org"),
        ("python", "hosted"),
        ("--index", "-url"),
        ("extra-index", "-url"),
        ("--find", "-links"),
    )
    hosts = re.compile("|".join(head + tail for head, tail in pieces))
    locks = {"poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"}
    files = tracked()
    assert [named(path) for path in files if path.name in locks] == []
    assert [named(path) for path in files if hosts.search(path.read_text(encoding="utf-8", errors="replace"))] == []


def test_constraints_pin_everything_that_is_installed() -> None:
    pinned = pins()
    assert {name: version for name, version in pinned.items() if not re.fullmatch(r"\d[\w.]*", version)} == {}
    wanted, seen = [Requirement("fitcheck[dev]")], set[str]()
    while wanted:
        one = wanted.pop()
        for extra in one.extras or {""}:
            if (key := f"{one.name}[{extra}]") in seen:
                continue
            seen.add(key)
            needs = [Requirement(line) for line in requires(one.name) or ()]
            wanted += [need for need in needs if need.marker is None or need.marker.evaluate({"extra": extra})]
    assert {canonicalize_name(key.partition("[")[0]) for key in seen} - {"fitcheck"} - pinned.keys() == set()


def test_the_runtime_stays_small() -> None:
    # A recruiter's phone waits for this process: what isn't needed at every start is an extra.
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {Requirement(line).name for line in project["dependencies"]} <= {
        "pydantic",
        "rapidfuzz",
        "jinja2",
        "prompt_toolkit",
    }


# Commands, and the documents that name them


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def test_every_target_has_its_line_of_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z]+):.*## \w", makefile, re.M)) == targets()
    assert {"install", "chat", "demo", "bench", "test", "fmt", "clean"} <= targets()


def test_the_commands_in_the_documents_exist() -> None:
    for name in ("README.md", "ARCHITECTURE.md"):
        if (ROOT / name).is_file():
            quoted = re.findall(r"^(?:\$ )?make ([a-z]+)|`make ([a-z]+)`", text_of(name), re.M)
            assert {first or second for first, second in quoted} <= targets(), name
    assert "make install" in text_of("README.md")
    assert "make chat" in text_of("README.md")


def test_ci_runs_what_a_developer_runs() -> None:
    script = ROOT / ".ci" / "run"
    lines = [line for line in script.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert lines[0] == "set -euo pipefail"
    assert [line for line in lines if line.startswith("make")] == ["make test"]
    assert script.stat().st_mode & 0o111, ".ci/run must be executable"
    assert "make test" in text_of("README.md")


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.search(rf"^## .*{re.escape(version)}", text_of("CHANGELOG.md"), re.M)


# The core is pure. import-linter forbids what we thought of; this allows what we chose, and nothing else (pathlib for
# its own data files).

CORE_MAY_IMPORT = {
    "core",
    "pydantic",
    "pydantic_core",
    "rapidfuzz",
    *sys.stdlib_module_names,
} - {
    *("asyncio", "concurrent", "ctypes", "ftplib", "http", "imaplib", "logging", "mmap", "multiprocessing", "os"),
    *("poplib", "random", "secrets", "select", "selectors", "shelve", "shutil", "signal", "smtplib", "socket"),
    *("socketserver", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid", "webbrowser"),
    *("_thread", "dbm", "getpass", "io", "locale", "platform", "syslog", "xmlrpc", "posix", "glob"),
}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def test_the_core_imports_only_what_is_pure() -> None:
    found = {
        named(path): strangers
        for path in modules("core")
        if (strangers := set(imported(ast.parse(path.read_text(encoding="utf-8")))) - CORE_MAY_IMPORT)
    }
    assert found == {}


def impure_calls(tree: ast.AST) -> Iterator[str]:
    """Yield the calls that read a clock or a file, or that speak: `date.today()`, `datetime.now()`, `open()`, …"""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr in {"today", "now", "utcnow"}:
                yield node.func.attr
            elif isinstance(node.func, ast.Name) and node.func.id in {"open", "input", "print", "eval", "exec"}:
                yield node.func.id


def test_the_core_reads_no_clock_and_opens_no_file() -> None:
    found = {
        named(path): calls
        for path in modules("core")
        if (calls := list(impure_calls(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert found == {}


# The benchmark's texts are our own


def runs_of_words(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_the_samples_copy_no_real_posting(shared_postings: Path) -> None:
    # Twelve words: longer than the set phrases of the trade ("minimaal 3 jaar aantoonbare werkervaring in de …").
    real = set[tuple[str, ...]]().union(
        *(runs_of_words(path.read_text(encoding="utf-8"), 12) for path in shared_postings.glob("*.txt"))
    )
    for sample in (ROOT / "bench" / "samples").glob("*.txt"):
        shared = runs_of_words(sample.read_text(encoding="utf-8"), 12) & real
        assert shared == set(), sample.name
