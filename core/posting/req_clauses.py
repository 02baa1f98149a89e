"""Where one line asks several things: its sentences, and the places where a new demand begins."""

import re
from functools import cache
from typing import Literal, NamedTuple

from core.posting.req_data import Lazy, count, cue, cues, words
from core.text.numbers import BEFORE

JointKind = Literal["and", "comma", "or", "of_which", "sentence"]


class Joint(NamedTuple):
    """The stretch `[start, end)` between two demands; the second begins at `end`."""

    start: int
    end: int
    kind: JointKind


UNIT = r"(?:jaar|jr|jaren|maanden|maand|mnd)\b\.?"
LENGTH = rf"\(?(?:{BEFORE} )?(?:{count()})\+? ?{UNIT}\)?"
# A window may stand before the head: "je hebt in de afgelopen 5 jaar minimaal 2 jaar werkervaring".
_WINDOW = (
    rf"(?:(?:(?:in|binnen|gedurende|over) )?(?:de |het )?(?:afgelopen|laatste|voorgaande|voorbije) {LENGTH}"
    rf"|(?:niet|nooit) (?:langer|meer) (?:geleden )?dan {LENGTH}(?: geleden)?"
    rf"|(?:sinds|na|vanaf) (?:\d{{1,2}} )?(?:[a-z]{{3,9}} )?(?:19|20)\d\d)"
)
_FILLER = rf"(?:(?:{_WINDOW}|{cue('frame', 'split.filler')}|{LENGTH}) ){{0,8}}"
_HEAD = rf"(?:{cue('frame', 'split.head')}|in (?:het )?bezit van(?= \S)|(?:is|bent) (?:[\w-]+ ){{1,4}}gecertificeerd(?!\w)|[\w.-]{{2,40}}-(?:ervaring|certificaat|diploma|registratie)(?!\w))"
# "of 3 jaar indien …", "of 3 jaar met een hbo-diploma": a shorter length, with a paper beside it.
_SHORTER = rf"{LENGTH}(?: (?:[\w-]+ ){{0,2}}(?:werk|praktijk)?ervaring)? (?:indien|mits|wanneer|(?:met|plus|in combinatie met) (?:[\w-]+ ){{0,3}}?[\w-]*(?:diploma|certificaat|opleiding|certificering|(?<![\w])[hm]bo|(?<!\w)wo|(?<!\w)master))(?!\w)"
# What a new demand begins with: a head; or a length and what it is a length of.
_OPENING = Lazy(
    lambda: rf"{_FILLER}{_HEAD}|{BEFORE} (?:{count()})\+? ?{UNIT} (?:als|met|bij|in|binnen)(?!\w)|{_SHORTER}"
)
_SEPARATOR = Lazy(
    lambda: (
        rf"(?P<or_else>(?:;|[.!?]) ?(?:of|Of|ofwel|Ofwel|dan wel|Dan wel) )|(?P<stop>; ?|[.!?] (?=[A-Z\"'(]))"
        rf"|(?:, ?|(?<=[\w)\]'\"%.]) )(?:(?P<joint>{cue('frame', 'split.joint')}|[&+])|(?P<either>{cue('frame', 'split.either')}|/)"
        rf"|(?P<inside>{cue('frame', 'split.inside')})|(?P<with>met)) |(?P<comma>, )"
    )
)
_LENGTH_NEXT = Lazy(lambda: rf"(?:(?:{cue('frame', 'split.filler')}|er) ){{0,2}}{LENGTH}")
# "drie (3) jaar aantoonbare" in "drie (3) jaar aantoonbare en relevante werkervaring".
_LENGTH_AND_ADJECTIVES = Lazy(lambda: rf"(?:.{{0,60}} )?{LENGTH}(?: [a-z-]{{4,}}e,?){{1,3}}")
_LENGTH = Lazy(lambda: LENGTH)
_BARE_HEAD = re.compile(r"(?:(?:door|een|de|relevante|aantoonbare) )*(?:werk)?ervaring|kennis")
# "projectleider met minimaal 5 jaar ervaring": how long, of the role before it.
_JUST_SO_LONG = Lazy(lambda: rf"{LENGTH} (?:(?:relevante|aantoonbare|recente) )*(?:werk|praktijk)?ervaring[ .;]*")
_ROLE = cues("subjects", "keep.role")
_LEVEL = re.compile(r"(?<!\w)(?:[mh]bo|wo)(?!\w)|diploma|opleiding")
_HALF_A_RANGE = Lazy(lambda: rf"(?:tussen|{BEFORE})(?: de)? (?:{count()})$")
_LENGTH_OF_WORK = Lazy(lambda: rf"{LENGTH} (?:[\w-]+ ){{0,2}}(?:werk|praktijk)?ervaring(?!\w)")
_SAME_HEAD = Lazy(lambda: rf"{_FILLER}(?:\w*ervaring|kennis|expertise|affiniteit|vaardig\w*)(?!\w)")
_WORD = re.compile(r"[\w'-]+")
_ABBREVIATION = re.compile(r"[\w.]{1,12}$")
_ABBREVIATIONS = frozenset(words("frame", "instruction.abbreviations"))
_CAPITAL = re.compile(r"(?<=[.!?] )[A-Z]")


def opens_demand(low: str, at: int) -> bool:
    """Tell whether a new demand begins at `at` of plain text; a bare "ervaring" at the end is none."""
    match = _OPENING.match(low, at)
    return match is not None and not (low[match.end() :].strip(" .)") == "" and _BARE_HEAD.fullmatch(match[0]))


def is_sentence_end(low: str, dot: int) -> bool:
    """Tell whether the full stop at `dot` ends a sentence: those of "o.a." and "min." don't."""
    word = _ABBREVIATION.search(low[max(0, dot - 12) : dot])
    return word is None or not ("." in word[0] or word[0] in _ABBREVIATIONS)


def joints(text: str, low: str) -> tuple[Joint, ...]:
    """Return where new demands begin in `text` (canonical; `low` is its plain form), in order."""
    found: list[Joint] = []
    begin = 0
    for match in _SEPARATOR.finditer(_with_capitals(text, low)):
        kind = _kind(match, low)
        if kind is None or _inside_brackets(low, begin, match.start()):
            continue
        left = low[begin : match.start()]
        if kind in ("and", "comma", "or") and (_asks_nothing(left, low[match.end() :]) or _HALF_A_RANGE.search(left)):
            # "kennis van en ervaring met", "tussen de 3 en 5 jaar": what stands before it asks nothing by itself.
            continue
        found.append(Joint(match.start(), match.end(), kind))
        begin = match.end()
    return tuple(found)


def _kind(match: re.Match[str], low: str) -> JointKind | None:
    at = match.end()
    if match["or_else"]:
        return "or" if match["or_else"].startswith(";") or is_sentence_end(low, match.start()) else None
    if match["stop"]:
        return None if match["stop"].startswith(".") and not is_sentence_end(low, match.start("stop")) else "sentence"
    if match["inside"]:
        return "of_which" if _LENGTH_NEXT.match(low, at) else None
    if match["with"] and (
        not _LENGTH_NEXT.match(low, at) or (_JUST_SO_LONG.fullmatch(low, at) and _names_role(low[: match.start()]))
    ):
        return None
    if not opens_demand(low, at):
        return None
    return "or" if match["either"] else "comma" if match["comma"] else "and"


def _names_role(low: str) -> bool:
    return _ROLE.search(low) is not None and _LEVEL.search(low) is None


@cache
def _bare_words() -> frozenset[str]:
    """Return the words that ask nothing without an object: fillers, heads, prepositions, units."""
    bare = {
        "van",
        "met",
        "over",
        "als",
        "in",
        "op",
        "jaar",
        "jr",
        "jaren",
        "maanden",
        "maand",
        "mnd",
        "of",
        "meer",
        "dan",
        "en",
    }
    for section in ("split.filler", "split.head", "split.joint", "split.either"):
        for entry in words("frame", section):
            bare.update(_WORD.findall(entry))
    return frozenset(
        bare
        - {
            "hbo",
            "mbo",
            "diploma",
            "certificaat",
            "certificering",
            "rijbewijs",
            "vog",
            "skj",
            "registratie",
            "cursus",
            "training",
            "opleiding",
        }
    )


def _asks_nothing(low: str, following: str) -> bool:
    """Whether what stands before a joint only begins what follows it: "kennis van" in "kennis van en ervaring met"."""
    if _LENGTH_OF_WORK.search(low) and not _SAME_HEAD.match(following):
        return False
    if _LENGTH_AND_ADJECTIVES.fullmatch(low):
        return True
    without_lengths = _LENGTH.sub(" ", low)
    return all(word in _bare_words() or word.isdigit() for word in _WORD.findall(without_lengths))


def _inside_brackets(low: str, begin: int, at: int) -> bool:
    return low.count("(", begin, at) > low.count(")", begin, at)


def _with_capitals(text: str, low: str) -> str:
    """Return `low` with the capitals of `text` where a sentence may begin; the same length."""
    chars = list(low)
    for match in _CAPITAL.finditer(text):
        chars[match.start()] = text[match.start()]
    return "".join(chars)
