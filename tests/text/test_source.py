"""P12: layout never matters; and every span counts code points of the text as it was received."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.source import fold, key, plain, source


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("gewoon", "gewoon"),
        ("a\u00a0b", "a b"),
        ("a\tb", "a b"),
        ("a\r\nb", "a\nb"),
        ("a\x0cb\u2028c\x85d", "a\nb\nc\nd"),
        ("‘a’ “b” `c´", "'a' \"b\" 'c'"),
        ("2019 – heden — nu − 1", "2019 - heden - nu - 1"),
        ("· a ▪ b \uf0b7 c", "• a • b • c"),
        ("zo\u00adge\u200bnaamd\ufeff", "zogenaamd"),
        ("coördinator", "coördinator"),
        ("coo\u0308rdinator", "coördinator"),
        ("e\u0301e\u0301n", "één"),
        ("oﬃce ﬁets", "office fiets"),
        ("2½ jaar", "2½ jaar"),
        ("m²", "m2"),
        ("wacht…", "wacht..."),
        ("R&amp;D &euro;&nbsp;82 &#8211; &rsquo;19", "R&D € 82 - '19"),
        ("R&D & co; &zomaar; AT&T;", "R&D & co; &zomaar; AT&T;"),
        ("<p>Eisen</p><ul><li>mbo</li></ul>", "Eisen\n\n\nmbo\n\n"),
        ("<b>Eisen</b><br/>mbo <strong class='x'>4</strong>", "Eisen\nmbo 4"),
        ("a < b > c <https://x.nl>", "a < b > c <https://x.nl>"),
        ("**Eisen** en __wensen__ snake_case", "Eisen en wensen snake_case"),
        ("<tr><td>Start</td><td>1 mei</td></tr>", " Start  1 mei \n"),
        ("een<br>twee<p>drie<div>vier", "een\ntwee\ndrie\nvier"),
        ("<u>let</u> <a href='x'>op</a>", "let op"),
        ("", ""),
    ],
)
def test_p12_one_canonical_form(raw: str, text: str) -> None:
    assert source(raw, "posting").text == text


@pytest.mark.parametrize(
    ("raw", "found", "quote"),
    [
        ("Eis: HBO – WO niveau", "HBO - WO", "HBO – WO"),
        ("een coo\u0308rdinator gevraagd", "coördinator", "coo\u0308rdinator"),
        ("een oﬃce pakket", "office", "oﬃce"),
        ("tarief &euro;&nbsp;82,50 per uur", "€ 82,50", "&euro;&nbsp;82,50"),
        ("de **harde eis** telt", "harde eis", "harde eis"),
        ("minimaal 3\u00a0jaar", "3 jaar", "3\u00a0jaar"),
        ("R&amp;D", "R&D", "R&amp;D"),
        ("R&amp;D", "R&", "R&amp;"),
    ],
)
def test_a_quote_is_literal(raw: str, found: str, quote: str) -> None:
    read = source(raw, "cv")
    at = read.text.index(found)
    evidence = read.evidence(at, at + len(found))
    assert evidence.quote == quote == raw[evidence.start : evidence.end]
    assert evidence.source == "cv"


PIECES = [
    *"aB \n\t\r`'é1.-<&*_",
    "e\u0301",
    "\u0301",
    "\u00a0",
    "–",
    "’",
    "•",
    "&nbsp;",
    "&amp;",
    "&",
    "<p>",
    "</p>",
    "<br/>",
    "**",
    "__",
    "ﬁ",
    "½",
    "\ufeff",
    "İ",
    "ß",
    "𝐀",
    "\x85",
]
messy = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def by_code_point(raw: str) -> tuple[str, list[int]]:
    """Make the canonical form of a text without markup the slow way: one letter with its accents at a time."""
    out, origin, at = "", [], 0
    while at < len(raw):
        stop = at + 1
        while stop < len(raw) and unicodedata.combining(raw[stop]):
            stop += 1
        piece = source(raw[at:stop], "").text
        out += piece
        origin += [at] * len(piece)
        at = stop
    return out, origin


@given(messy.filter(lambda raw: not set("<&*_") & set(raw)))
def test_stretches_in_bulk_read_as_code_points_one_by_one(raw: str) -> None:
    read = source(raw, "x")
    assert (read.text, list(read.origin)) == by_code_point(raw)


@given(st.one_of(messy, st.text()))
def test_every_span_lies_in_the_received_text(raw: str) -> None:
    read = source(raw, "x")
    assert len(read.origin) == len(read.text)
    assert list(read.origin) == sorted(read.origin)
    assert not set("\t\r\x0b\x0c\u00a0–’\ufeff") & set(read.text)
    whole = read.span(0, len(read.text))
    assert 0 <= whole.start <= whole.end <= len(raw)
    for at in range(len(read.text)):
        span = read.span(at, at + 1)
        assert 0 <= span.start <= span.end <= len(raw)
        # an accent that itself reads as a blank is trimmed; anything else is quoted
        assert span.start < span.end or read.text[at].isspace()


@given(messy.filter(lambda raw: not set("<&*_") & set(raw)))
def test_p12_the_canonical_form_of_a_canonical_text_is_itself(raw: str) -> None:
    text = source(raw, "x").text
    again = source(text, "x").text
    assert source(again, "x").text == again


@given(st.one_of(messy, st.text()))
def test_plain_keeps_every_place(raw: str) -> None:
    text = source(raw, "x").text
    assert len(plain(text)) == len(text)


def test_plain_key_and_fold() -> None:
    assert plain("Één COÖRDINATOR") == "een coordinator"
    assert plain("İ½ß") == "i½ß"
    assert key("  Één \n COÖRDINATOR ") == "een coordinator"
    assert fold(" a \n\n b\tc ") == "a b c"
