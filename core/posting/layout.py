"""The flow of a posting: its lines without what only layout put there (P12).

Blank lines, page footers, Markdown marks and doubled blanks carry no meaning, so they are gone from the
flow; what is left keeps its place in the received text. A line break may be one of the author's or one
of a program that wrapped the text: `Line.hard` says where the width of the text excludes the second.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from core.posting.words import wordlist, wordset
from core.text.source import Source, plain, source


class Line(NamedTuple):
    """A line of the flow at `[start, end)`; `hard`: the break before it can't come from wrapping."""

    start: int
    end: int
    text: str
    hard: bool


class Flow(NamedTuple):
    """A posting as lines. `source.text` is the flow: lines without outer blanks, joined by line breaks.

    `prose`: the same text, same offsets, with blanks for line breaks. `low`: `prose` in lower case without accents.
    """

    source: Source
    prose: str
    low: str
    lines: tuple[Line, ...]
    stops: tuple[int, ...] = ()
    """Where no sentence goes on: before and behind each heading, in order."""

    def line_at(self, offset: int) -> int:
        """Return the index of the line that `offset` lies in (or the last one before it)."""
        low, high = 0, len(self.lines)
        while low < high:
            middle = (low + high) // 2
            if self.lines[middle].start <= offset:
                low = middle + 1
            else:
                high = middle
        return max(0, low - 1)


_BLANKS = re.compile(r"[^\S\n]+")
_MARKDOWN = re.compile(r"(?:#{1,6} +|> ?)+")
_HEADING_MARKS = re.compile(r"#{1,6} +")
_PAGE = r"(?:pagina|pag\.?|page|blz\.?|bladzijde|p\.)"
_FOOTER = re.compile(
    rf"{_PAGE} ?\d{{1,3}}(?: ?(?:van|of|/|-) ?\d{{1,3}})?\.?|-+ ?\d{{1,3}} ?-+|\d{{1,3}} ?/ ?\d{{1,3}}|\d{{1,3}} van \d{{1,3}}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,3}")
_RULE = re.compile(r"[-_=*~•. ]{3,}")
_STARTS_WITH_NUMBER = re.compile(r"[-•*]? ?\d")


def flow(raw: str) -> Flow:
    """Return `raw` as a `Flow`; never fails, linear in its length."""
    canonical = source(raw, "posting")
    kept = _without_page_numbers(_without_repeats([line for line in _lines(canonical) if not _is_footer(line[0])]))
    hard = _hard_breaks([text for text, _ in kept])
    texts: list[str] = []
    origins: list[int] = []
    breaks: list[bool] = []
    for (text, origin), deliberate in zip(kept, hard, strict=True):
        if texts and _is_hyphenated(texts[-1], text):
            texts[-1] += text
        else:
            if texts:
                origins.append(origin[0])
            texts.append(text)
            breaks.append(deliberate)
        origins.extend(origin)
    joined = "\n".join(texts)
    prose = joined.replace("\n", " ")
    lines: list[Line] = []
    start = 0
    for text, deliberate in zip(texts, breaks, strict=True):
        lines.append(Line(start, start + len(text), text, deliberate))
        start += len(text) + 1
    return Flow(Source("posting", raw, joined, tuple(origins)), prose, plain(prose), tuple(lines))


def _is_hyphenated(before: str, text: str) -> bool:
    """Return whether a line was broken at a hyphen inside a word ("knock-", "outcriteria")."""
    if not before.endswith("-") or not 2 <= len(before) <= 250 or not before[-2].isalnum() or not text[0].isalnum():
        return False
    return text.split(" ", 1)[0] not in wordset("layout", "after_hanging_hyphen")


def _lines(canonical: Source) -> list[tuple[str, Sequence[int]]]:
    """Return the lines that aren't blank, blanks folded, each character with its origin."""
    found: list[tuple[str, Sequence[int]]] = []
    start = 0
    text, origin = canonical.text, canonical.origin
    marks = _MARKDOWN if _is_quoted(text) else _HEADING_MARKS
    for line in text.split("\n"):
        stop = start + len(line.rstrip())
        begin = min(start + len(line) - len(line.lstrip()), stop)
        start += len(line) + 1
        mark = marks.match(text, begin, stop)
        if mark:
            begin = mark.end()
        if begin == stop:
            continue
        begin, stop = _undecorated(text, begin, stop)
        kept = text[begin:stop]
        # Every blank is single, and none follows a hyphen.
        if "- " not in kept and " ".join(kept.split()) == kept:
            found.append((_with_bullet(kept), origin[begin:stop]))
            continue
        pieces: list[str] = []
        places: list[int] = []
        at = begin
        for blank in _BLANKS.finditer(text, begin, stop):
            pieces.append(text[at : blank.start()])
            places.extend(origin[at : blank.start()])
            at = blank.end()
            if not _is_loose_hyphen(text, blank.start(), at, stop):
                pieces.append(" ")
                places.append(origin[blank.start()])
        pieces.append(text[at:stop])
        places.extend(origin[at:stop])
        found.append((_with_bullet("".join(pieces)), places))
    return found


def _is_quoted(text: str) -> bool:
    """Whether ">" marks a quoted message, as it does before nearly all lines; before some it is a bullet."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(line.lstrip().startswith(">") for line in lines) * 5 > len(lines) * 4


def _with_bullet(line: str) -> str:
    """Return the line with a word processor's second bullet, a letter ("o Kennis van …"), or a symbol as a bullet."""
    if line.startswith(("o ", "> ")) or _SYMBOLS.match(line):
        return f"\u2022{line[1:]}"
    return line


def _undecorated(text: str, begin: int, stop: int) -> tuple[int, int]:
    """Return where a line begins and stops without its symbols: "\u2757 EISEN \u2757" is decorated, "\u2705 hbo" has a bullet.

    Of a run of symbols before an item one stays, with a blank, to be its bullet.
    """
    symbols = _SYMBOLS.match(text, begin, stop)
    if symbols is None:
        return begin, stop
    closing = _SYMBOLS_BEHIND.search(text, symbols.end(), stop)
    if closing is not None and closing.start() > symbols.end():
        return symbols.end(), closing.start()
    if text[symbols.end() : stop].isupper() and " " in text[symbols.end() : stop]:
        return symbols.end(), stop
    return max(begin, symbols.end() - 2), stop


_SYMBOL = "[\u2190-\u21ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
_SYMBOLS = re.compile(rf"{_SYMBOL}+\s*(?=\S)")
_SYMBOLS_BEHIND = re.compile(rf"\s*{_SYMBOL}+\Z")


def _is_loose_hyphen(text: str, blank: int, following: int, stop: int) -> bool:
    """Return whether the blank at `blank` follows a hyphen of a word that goes on ("dinsdag- woensdag").

    A program that wraps breaks there too, so with and without the blank must be one.
    """
    if text[blank - 1] != "-" or not text[max(0, blank - 2)].isalpha() or not text[following].isalpha():
        return False
    word = text[following : min(stop, following + 8)].split(" ", 1)[0]
    return word not in wordset("layout", "after_hanging_hyphen")


def _is_footer(text: str) -> bool:
    return _RULE.fullmatch(text) is not None or (len(text) <= 24 and _FOOTER.fullmatch(text) is not None)


def _without_repeats(lines: list[tuple[str, Sequence[int]]]) -> list[tuple[str, Sequence[int]]]:
    """Drop the head of a page where it comes again: the same long line with a number or a bar, and no item of a list."""
    seen: set[str] = set()
    kept: list[tuple[str, Sequence[int]]] = []
    for line in lines:
        text = line[0]
        if len(text) >= _HEAD_OF_PAGE and _OF_A_PAGE.search(text) and not _OF_A_LIST.search(text):
            if text in seen:
                continue
            seen.add(text)
        kept.append(line)
    return kept


_HEAD_OF_PAGE = 16
_OF_A_PAGE = re.compile(r"\d{2}|\|")
_OF_A_LIST = re.compile(r"[;:,]$|^(?:[-\u2022*(]|\d{1,2}[.)]|[a-z][.)])|%|\b(?:punt|pt|jaar|uur|maand)", re.IGNORECASE)


def _without_page_numbers(lines: list[tuple[str, Sequence[int]]]) -> list[tuple[str, Sequence[int]]]:
    """Drop bare numbers, but the one that the line before asks for; the next page's number is no such value."""
    kept: list[tuple[str, Sequence[int]]] = []
    page = 0
    for index, line in enumerate(lines):
        if _BARE_NUMBER.fullmatch(line[0]):
            number = int(line[0])
            before = plain(kept[-1][0]).rstrip(" :.") if kept else ""
            following = lines[index + 1][0] if index + 1 < len(lines) else ""
            is_next_page = number == page + 1 and _STARTS_WITH_NUMBER.match(following)
            label = len(before.split()) <= _LONGEST_LABEL and before.endswith(wordlist("layout", "before_a_number"))
            asks = label or before.endswith(wordlist("layout", "ends_before_a_number"))
            if not asks or is_next_page:
                page = number
                continue
        kept.append(line)
    return kept


_LONGEST_LABEL = 5
_SLACK = 10
"""What marks, indents and entities may add to or take from the width of a line."""


def _hard_breaks(texts: list[str]) -> list[bool]:
    """Return for each line whether the break before it must be the author's: its first word would have fitted before it."""
    width = wrap_width(texts)
    if width is None:
        return [True] * len(texts)
    first_words = [len(text.split(" ", 1)[0]) for text in texts]
    return [
        index == 0 or len(texts[index - 1]) + 1 + first_words[index] <= width - _SLACK for index in range(len(texts))
    ]


_NARROWEST, _WIDEST, _NEAR = 38, 200, 8


def wrap_width(texts: list[str]) -> int | None:
    """Return the width at which a program wrapped these lines, None where none did.

    Wrapped text has many lines close to its width, hardly a longer one, and after most of them a sentence goes on.
    """
    ordered = sorted((len(text) for text in texts), reverse=True)
    for outliers in range(max(3, len(ordered) // 20)):
        if outliers >= len(ordered) or ordered[outliers] < _NARROWEST:
            break
        width = ordered[outliers]
        if width > _WIDEST:
            continue
        full = [index for index, text in enumerate(texts) if width - _NEAR < len(text) <= width]
        if len(full) < max(3, (len(ordered) - outliers) // 15):
            continue
        going_on = sum(1 for index in full if index + 1 < len(texts) and texts[index + 1][0].islower())
        if going_on * 3 >= len(full):
            return width
    return None


_ENDS_SENTENCE = (".", ";", ":", "!", "?")


def ends_sentence(text: str) -> bool:
    """Return whether a line ends where a sentence or list item can end by its punctuation."""
    return (text[:-1] if text.endswith((")", '"', "'")) else text).endswith(_ENDS_SENTENCE)


def last_word(text: str) -> str:
    """Return the last word of a line, as `plain` text."""
    return plain(text.rsplit(" ", 1)[-1]).strip("()\"'")


def continues(before: Line, line: Line) -> bool:
    """Return whether `line` (without a marker of its own) goes on with the sentence of the line before it."""
    if ends_sentence(before.text):
        return False
    if before.text.endswith((",", "-", "/", "(", "&", "+")) or last_word(before.text) in wordset(
        "layout", "unfinished"
    ):
        return True
    first = line.text[0]
    if first.islower() or first in "),&/+":
        return True
    if first == "(" or first.isdigit():
        return not line.hard or first == "("
    return not line.hard and not plain(line.text).startswith(wordlist("layout", "starters"))


def logical_end(flow: Flow, offset: int) -> int:
    """Return where the author's line that `offset` lies in ends: a wrapped line is taken with what it goes on with."""
    index = flow.line_at(offset)
    while index + 1 < len(flow.lines) and continues(flow.lines[index], flow.lines[index + 1]):
        index += 1
    return flow.lines[index].end if flow.lines else offset


# A sentence ends at its mark; a list item or heading at a line break before a capital or a marker.
# The mark comes first in the pattern, so that most characters are passed over at once.
_NO_ABBREVIATION = (
    r"(?<![. (][a-zA-Z]\.)(?<!excl\.)(?<!incl\.)(?<!max\.)(?<!min\.)(?<!\bca\.)(?<!evt\.)(?<!bijv\.)(?<!\bnr\.)"
)
_SENTENCE_END = re.compile(
    rf"[.!?;:\n](?:(?<=\.){_NO_ABBREVIATION}(?=\s+[A-Z\"'(]|\n)|(?<=[!?])(?=\s+[A-Z\"'(]|\n)|(?<=[;:])(?=\n)|(?<=\n)(?=(?:[-\u2022*] ?|\d{{1,2}}[.)] ?)[A-Z]))"
)
_LONGEST_SENTENCE = 600


def sentence_at(flow: Flow, start: int, end: int) -> tuple[int, int]:
    """Return the sentence (or the line that is none) round `[start, end)` of the flow."""
    text = flow.source.text
    after = bisect_right(flow.stops, start)
    begin = max(0, start - _LONGEST_SENTENCE, flow.stops[after - 1] if after else 0)
    limit = min(len(text), end + _LONGEST_SENTENCE, flow.stops[after] if after < len(flow.stops) else len(text))
    for match in _SENTENCE_END.finditer(text, begin, start):
        begin = _end_of(match)
    stop = _SENTENCE_END.search(text, end, max(end, limit))
    return begin, max(end, min(limit, stop.start() + 1)) if stop else max(end, limit)


def _end_of(mark: re.Match[str]) -> int:
    """Return where a sentence ends: behind its mark, or before the line break."""
    return mark.start() if mark[0] == "\n" else mark.end()
