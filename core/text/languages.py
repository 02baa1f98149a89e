"""Which language running text is in, by its commonest words; enough to refuse what isn't Dutch."""

from collections.abc import Mapping, Sequence

from core.text.vocabulary import vocabulary

_WORDS: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in vocabulary("languages").items()}
_FEWEST = 12
"""Words below which no language is told."""
_ENOUGH = 3_000
"""Words on which a language is told."""


def is_foreign(words: Sequence[str]) -> bool:
    """Tell whether plain `words`, in their order, are running text in another language than Dutch, or in another script.

    Hardly a Dutch word, and many of one other language: English headings in a Dutch text don't make it foreign.
    """
    words = words[:_ENOUGH]
    if len(words) < _FEWEST:
        return False
    if sum(word.isascii() for word in words) * 2 < len(words):
        return True
    shares = {name: sum(word in common for word in words) / len(words) for name, common in _WORDS.items()}
    dutch = shares.pop("dutch")
    other = max(shares.values())
    return dutch < 0.1 and other >= 0.08 and other > 2 * dutch
