"""The same text in another layout: what a sender, a mail program, a word processor or a website makes of it (P12)."""

import html
import re
import textwrap
from collections.abc import Callable

Change = Callable[[str], str]

FOOTERS = ("Pagina {n} van 5", "{n}/5", "- {n} -", "{n}", "Pagina {n}", "{n} van 5")


def rewrap(text: str, width: int, *, at_hyphens: bool = False) -> str:
    """Break lines that are longer than `width`."""
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=at_hyphens))
        if len(line) > width
        else line
        for line in text.split("\n")
    )


def double_blank_lines(text: str) -> str:
    """Put two more blank lines wherever one is."""
    return re.sub(r"\n{2,}", "\n\n\n\n", text)


def blank_after_each(text: str) -> str:
    """Put a blank line after every line, as text out of a PDF has."""
    return "\n\n".join(text.split("\n"))


def no_blank_lines(text: str) -> str:
    """Take every blank line away."""
    return re.sub(r"\n\s*\n+", "\n", text)


def bullets(mark: str) -> Change:
    """Return a change of every bullet into `mark`."""
    return lambda text: re.sub(r"^(\s*)[-•*–](\s+)(?=[^\W\d])", rf"\g<1>{mark}\g<2>", text, flags=re.M)


def no_bullets(text: str) -> str:
    """Take the bullets away where each line of the list ends with its own mark."""
    return re.sub(r"^[ \t]*[-•*–][ \t]+(?=[A-Z][^\n]*[;.]$)", "", text, flags=re.M)


def smart_quotes(text: str) -> str:
    """Set typographic quotes."""
    return (
        re.sub(r"(?<=\w)'", "\u2019", re.sub(r"'(?=\w)", "\u2018", text))
        .replace(' "', " \u201c")
        .replace('"', "\u201d")
    )


def straight_quotes(text: str) -> str:
    """Set typewriter quotes."""
    return re.sub("[\u2018\u2019]", "'", re.sub("[\u201c\u201d\u201e]", '"', text))


def long_dashes(text: str) -> str:
    """Set dashes for hyphens between blanks."""
    return re.sub(r" - ", " \u2013 ", text)


def tabs_to_blanks(text: str) -> str:
    """Set four blanks for a tab."""
    return text.replace("\t", "    ")


def tabs_to_blank(text: str) -> str:
    """Set one blank for a tab, as Telegram does."""
    return text.replace("\t", " ")


def round_bracket_numbers(text: str) -> str:
    """Number with "1)" for "1."."""
    return re.sub(r"^([ \t]*\d{1,2})\.([ \t]+)(?=\S)", r"\1)\2", text, flags=re.M)


def no_break_spaces(text: str) -> str:
    """Set no-break spaces between numbers and words."""
    return re.sub(r"(\d) (?=[a-z])", "\\1\u00a0", text)


def dos_lines(text: str) -> str:
    """End lines with CR LF."""
    return text.replace("\n", "\r\n")


def entities(text: str) -> str:
    """Escape as HTML does."""
    return html.escape(text, quote=False).replace("é", "&eacute;").replace("ë", "&euml;").replace("€", "&euro;")


def bold_headings(text: str) -> str:
    """Set headings in bold, as Markdown does."""
    return re.sub(
        r"^([A-Z][a-z]+ / knock-outcriteria|Competenties|Planning|Wensen|Eisen)$", r"**\1**", text, flags=re.M
    )


def html_paragraphs(text: str) -> str:
    """Make every line a paragraph of HTML."""
    return "".join(f"<p>{html.escape(line, quote=False)}</p>\n" if line.strip() else line for line in text.split("\n"))


def html_lines(text: str) -> str:
    """Make one division of HTML, with a break for every line end."""
    return "<div>" + html.escape(text, quote=False).replace("\n", "<br>") + "</div>"


def footers(form: str, every: int) -> Change:
    """Return a change that puts a page number after every so many lines."""

    def insert(text: str) -> str:
        out: list[str] = []
        for index, line in enumerate(text.split("\n")):
            out.append(line)
            if index % every == every - 1:
                out.append(form.format(n=index // every + 1))
        return "\n".join(out)

    return insert


CHANGES: dict[str, Change] = {
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
"""Each by itself leaves every word and every list as it was."""

ONCE = {"HTML paragraphs", "HTML lines", "HTML entities"}
"""Markup of markup is none."""

OF_A_CV = (
    "double blank lines",
    "a blank line after each",
    "bullets •",
    "bullets *",
    "smart quotes",
    "straight quotes",
    "long dashes",
    "tabs to blanks",
    "no-break spaces",
    "CRLF",
    "HTML entities",
)
"""The changes that mean nothing in a candidate's text either; a line of a CV is a unit of its own, of a posting it isn't."""
