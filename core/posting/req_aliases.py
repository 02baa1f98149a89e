"""Whether two stretches are two names of one thing: "Basisregistratie Ondergrond (BRO)"."""

import re

from core.text.source import plain

_ABBREVIATION = re.compile(r"[A-Z][\w.&/-]{0,11}")
_SMALL = frozenset({"de", "het", "van", "en", "in", "op", "voor", "der", "met", "bij", "te", "of"})


def is_other_name(inside: str, outside: str) -> bool:
    """Whether brackets hold an abbreviation of what stands before them, or spell it out."""
    if _abbreviates(inside, outside) or _abbreviates(outside, inside):
        return True
    short = inside.replace(".", "")
    return _ABBREVIATION.fullmatch(inside) is not None and sum(char.isupper() for char in short) * 2 >= len(short) - 1


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether `short` holds the first letters of the words of `long`."""
    letters = plain(re.sub(r"[^\w]", "", short))
    parts = re.findall(r"\w+", plain(long))
    first = "".join(word[0] for word in parts)
    first_of_large = "".join(word[0] for word in parts if word not in _SMALL)
    return len(letters) > 1 and " " not in short and len(parts) > 1 and letters in (first, first_of_large)
