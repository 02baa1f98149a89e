"""P12: layout never matters. The same posting in another layout is the same posting."""

import html
import os
import re
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.posting import Posting
from core.posting.reader import read_posting
from tests.conftest import ROOT

SAMPLES = Path(__file__).with_name("samples")
OWN = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
SHARED = Path(os.environ.get("FITCHECK_SHARED", ROOT.parent / "shared")) / "postings"
REAL = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SHARED.glob("*.txt"))}
TEXTS = {**OWN, **REAL}


@cache
def expected(name: str) -> dict[str, object]:
    return meaning(read_posting(TEXTS[name]))


def meaning(posting: Posting) -> dict[str, object]:
    """Return a posting without what layout must change: where things stand."""
    content = posting.model_dump(exclude={"spans"})
    for thing in (*content["notices"], *content["bid_checklist"]):
        thing.pop("evidence")
    for criterion in content["criteria"]:
        criterion.pop("span")
    content["span_names"] = sorted(posting.spans)
    return content


def rewrap(text: str, width: int, *, at_hyphens: bool = False) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=at_hyphens))
        if len(line) > width
        else line
        for line in text.split("\n")
    )


def double_blank_lines(text: str) -> str:
    return re.sub(r"\n{2,}", "\n\n\n\n", text)


def blank_after_each(text: str) -> str:
    return "\n\n".join(text.split("\n"))


def no_blank_lines(text: str) -> str:
    return re.sub(r"\n\s*\n+", "\n", text)


def bullets(mark: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"^(\s*)[-•*–](\s+)(?=[^\W\d])", rf"\g<1>{mark}\g<2>", text, flags=re.M)


def no_bullets(text: str) -> str:
    """Take the bullets away where each line of the list ends with its own mark."""
    return re.sub(r"^[ \t]*[-•*–][ \t]+(?=[A-Z][^\n]*[;.]$)", "", text, flags=re.M)


def smart_quotes(text: str) -> str:
    return (
        re.sub(r"(?<=\w)'", "\u2019", re.sub(r"'(?=\w)", "\u2018", text))
        .replace(' "', " \u201c")
        .replace('"', "\u201d")
    )


def straight_quotes(text: str) -> str:
    return re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d\u201e]", '"', text))


def long_dashes(text: str) -> str:
    return re.sub(r" - ", " \u2013 ", text)


def tabs_to_blanks(text: str) -> str:
    return text.replace("\t", "    ")


def tabs_to_blank(text: str) -> str:
    return text.replace("\t", " ")


def round_bracket_numbers(text: str) -> str:
    return re.sub(r"^([ \t]*\d{1,2})\.([ \t]+)(?=\S)", r"\1)\2", text, flags=re.M)


def no_break_spaces(text: str) -> str:
    return re.sub(r"(\d) (?=[a-z])", "\\1\u00a0", text)


def dos_lines(text: str) -> str:
    return text.replace("\n", "\r\n")


def entities(text: str) -> str:
    return html.escape(text, quote=False).replace("é", "&eacute;").replace("ë", "&euml;").replace("€", "&euro;")


def bold_headings(text: str) -> str:
    return re.sub(
        r"^([A-Z][a-z]+ / knock-outcriteria|Competenties|Planning|Wensen|Eisen)$", r"**\1**", text, flags=re.M
    )


def html_paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(line, quote=False)}</p>\n" if line.strip() else line for line in text.split("\n"))


def html_lines(text: str) -> str:
    return "<div>" + html.escape(text, quote=False).replace("\n", "<br>") + "</div>"


FOOTERS = ("Pagina {n} van 5", "{n}/5", "- {n} -", "{n}", "Pagina {n}", "{n} van 5")


def footers(form: str, every: int) -> Callable[[str], str]:
    def insert(text: str) -> str:
        out: list[str] = []
        for index, line in enumerate(text.split("\n")):
            out.append(line)
            if index % every == every - 1:
                out.append(form.format(n=index // every + 1))
        return "\n".join(out)

    return insert


PLAIN_CHANGES: dict[str, Callable[[str], str]] = {
    "double blank lines": double_blank_lines,
    "a blank line after each": blank_after_each,
    "no blank lines": no_blank_lines,
    "bullets •": bullets("\u2022"),
    "bullets –": bullets("\u2013"),
    "bullets *": bullets("*"),
    "bullets of a word processor": bullets("\uf0b7"),
    "no bullets": no_bullets,
    "smart quotes": smart_quotes,
    "straight quotes": straight_quotes,
    "long dashes": long_dashes,
    "tabs to blanks": tabs_to_blanks,
    "tabs to a blank": tabs_to_blank,
    "1) for 1.": round_bracket_numbers,
    "no-break spaces": no_break_spaces,
    "CRLF": dos_lines,
    "HTML entities": entities,
    "HTML paragraphs": html_paragraphs,
    "HTML lines": html_lines,
    "bold headings": bold_headings,
}


ONCE = {"HTML paragraphs", "HTML lines", "HTML entities"}
"""Markup of markup is none."""


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("change", PLAIN_CHANGES)
def test_p12_one_change(name: str, change: str) -> None:
    assert meaning(read_posting(PLAIN_CHANGES[change](TEXTS[name]))) == expected(name)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("form", FOOTERS)
def test_p12_page_footers(name: str, form: str) -> None:
    for every in (7, 13):
        assert meaning(read_posting(footers(form, every)(TEXTS[name]))) == expected(name), every


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("at_hyphens", [False, True])
def test_p12_wrapped_at_any_width(name: str, at_hyphens: bool) -> None:
    for width in range(40, 133, 4 if name in REAL else 13):
        assert meaning(read_posting(rewrap(TEXTS[name], width, at_hyphens=at_hyphens))) == expected(name), width


@settings(max_examples=40)
@given(
    name=st.sampled_from(sorted(TEXTS)),
    changes=st.lists(st.sampled_from(sorted(PLAIN_CHANGES.keys() - ONCE)), max_size=4, unique=True),
    width=st.integers(40, 140),
    at_hyphens=st.booleans(),
    form=st.sampled_from(FOOTERS),
    every=st.integers(5, 30),
)
def test_p12_changes_together(
    name: str, changes: list[str], width: int, at_hyphens: bool, form: str, every: int
) -> None:
    text = rewrap(TEXTS[name], width, at_hyphens=at_hyphens)
    for change in changes:
        text = PLAIN_CHANGES[change](text)
    text = footers(form, every)(text)
    assert meaning(read_posting(text)) == expected(name)


@settings(max_examples=30)
@given(
    name=st.sampled_from(sorted(TEXTS)),
    cuts=st.lists(st.floats(0, 1), min_size=1, max_size=4),
    joint=st.sampled_from(["\n", "\n\n"]),
)
def test_p12_a_posting_cut_in_messages(name: str, cuts: list[float], joint: str) -> None:
    lines = TEXTS[name].split("\n")
    places = sorted(int(cut * len(lines)) for cut in cuts)
    parts = [lines[start:end] for start, end in zip([0, *places], [*places, len(lines)], strict=True)]
    text = joint.join("\n".join(part) for part in parts if part)
    assert meaning(read_posting(text)) == expected(name)
