"""Where a sentence ends, in Dutch with its abbreviations ("S. de V., o.a. jan. 2019 bij gem. Ede")."""

import re
from collections.abc import Iterator

from core.candidate.cues import words

_END = re.compile(r"[.!?;](?:[.!?;]*(?=\s|$)|(?<=[a-z]{3}\.)(?=[A-Z][a-z]))")
_TOKEN = re.compile(r"[^\s(,/]*$")
_LETTER_AFTER_WORD = re.compile(
    r"\b(?:rijbewijs|rijbewijzen|categorie|domein|niveau|plan|team|klasse|type)\s+(?:[a-z]{1,2}\s*(?:en|,)\s*)?[a-z]{1,2}$"
)


def sentence_ends(text: str, low: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets behind each sentence end in `text[start:end)`; `low` is its plain form."""
    for match in _END.finditer(text, start, end):
        if match[0] != "." or not _is_abbreviation(text, low, start, match.start(), end):
            yield match.end()


def _is_abbreviation(text: str, low: str, start: int, dot: int, end: int) -> bool:
    token_match = _TOKEN.search(low, max(start, dot - 16), dot)
    token = token_match[0] if token_match else ""
    if not token:
        return False
    following = text[dot + 1 : min(end, dot + 6)].lstrip()
    if token in words("sentences.never_last"):
        return True
    if token in words("sentences.may_be_last"):
        return not following[:1].isupper()
    if len(token) == 1 and token.isalpha():
        return not _LETTER_AFTER_WORD.search(low, max(start, dot - 40), dot)
    return (
        "." in token
        and not token[0].isdigit()
        and all(len(piece) <= 3 for piece in token.split("."))
        and "," not in token
    )
