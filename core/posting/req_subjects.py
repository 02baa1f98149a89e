"""The subjects of a demand: as printed, without what says nothing, and how they are listed (C8).

"A, B en C" are all asked, "A, B of C" are alternatives, "zoals A, B" are examples. A coordination that
shares its object ("opstellen en bewaken van contracten") is one subject.
"""

import re
from typing import Literal, NamedTuple

from core.posting.req_aliases import is_other_name
from core.posting.req_data import Lazy, cue, cues
from core.text.source import plain


class Subjects(NamedTuple):
    """Subjects in the order of the text. `open_list`: they are examples, others may count too."""

    names: tuple[str, ...] = ()
    need: Literal["all", "any"] = "any"
    open_list: bool = False


_FRONT = Lazy(lambda: rf"(?:{cue('subjects', 'strip.front')}|{cue('subjects', 'strip.using')}) (?=\S)")
_TOOL_NOUN = Lazy(lambda: rf"{cue('subjects', 'strip.tool_noun')} (?=\S)")
_PREPOSITION = Lazy(lambda: rf"{cue('subjects', 'strip.preposition')} (?=\S)")
_TRAILING = Lazy(lambda: rf"[,;]? ?{cue('subjects', 'list.trailing')}(?: (?:\S+)){{0,4}}[ .,;:]*$")
_ILLUSTRATION = Lazy(
    lambda: (
        rf"[,;:]? ?[(]?(?:(?P<open>{cue('subjects', 'list.open')})|(?P<required>{cue('subjects', 'list.required')})|(?P<same>{cue('subjects', 'list.same')})):? (?=\S)"
    )
)
_CHOICE = Lazy(lambda: rf"{cue('subjects', 'list.choice')}(?: {cue('subjects', 'list.choice_rest')}){{0,3}} ?:? ")
_EMPTY = cues("subjects", "strip.empty")
IN_ROLE = re.compile(
    r"(?:of |en )?(?:in |vanuit |binnen )?(?:een|de) (?:(?:vergelijkbare|soortgelijke|gelijksoortige|gelijkwaardige) )?(?:functie|rol|hoedanigheid|positie) (?:van|als)(?: een| de)? "
)
"""Leads to a role: "in de functie van", "in een vergelijkbare rol als"; for `plain` text."""
_TO_ROLE = Lazy(lambda: rf"als |{IN_ROLE.pattern}")
_RELATIVE = re.compile(r"(?<!\w)(?:waarbij|waarin|waarvoor|waaraan|waarmee|waar|die|dat|welke) ")
_BRACKET = re.compile(r" ?\(([^()]{1,300})\)")
_JOINT = re.compile(
    r"(?P<list>\s?[,;] (?=(?:en|of|en/of|dan wel|danwel|alsmede|evenals|zowel) )|\s?[,;] )"
    r"|(?P<either>\s?,? ?(?<!\w)(?:en/of|en / of|of|dan wel|danwel|cq|c\.q\.|ofwel|hetzij)(?!\w)\.? ?|\s/\s|(?<=[^\W\d_]{2})/(?=[^\W\d_]{2}))"
    r"|(?P<both>\s?,? ?(?<!\w)(?:en|alsmede|alsook|evenals|plus|en ook|en tevens)(?!\w) | \+ )"
)
_PAIR = cues("subjects", "keep.pairs")
_VERBAL = Lazy(lambda: rf"{cue('subjects', 'keep.verbal')}")
_SHARED = re.compile(r"[\w-]+(?: \w+)? (?:van|voor|op|over|aan|bij|met|in|tot|rondom|inzake|naar|binnen)(?= )")
_ROLE = cues("subjects", "keep.role")
_ADJECTIVE = re.compile(
    r"[\w-]+(?:lijke|ische|eve|ele|ale|ane|erne|exe|ende|ige|bare|zame|ante|ente|aire|euze|ote|leine|oge|age|uwe|oude|kele|ake|iste|orte|ange|dere)"
)
# A kind of a role, without the ending of an adjective: "functioneel beheerder".
_KIND = re.compile(r"\w{2,}(?:eel|iel|isch|lijk|ief|aal|air|eur|end|ig|ern)")
_EDGES = " ,;:.-/'\"&"
_MANY = 24


def subjects_of(text: str, *, role: bool = False, fields: bool = False) -> Subjects:
    """Return the subjects in a stretch of canonical text.

    `role`: it followed "als". `fields`: they are fields of education, where "en" mostly stands inside a name.
    """
    text = text.strip(_EDGES + "(").strip()
    text, open_list, or_else = _without_trailing(_balanced(text))
    chosen = _CHOICE.match(plain(text))
    if chosen:
        text = text[chosen.end() :]
    head, kind, listed = _illustrated(text)
    if kind is None:
        found = _list(head, role=role, fields=fields)
        if chosen or (or_else and not _BOTH.search(plain(head))):
            found = found._replace(need="any")
        return _with_open(found, open_list)
    examples = _list(listed, role=role, fields=fields)
    main = _list(head, role=role, fields=fields)
    if kind == "same" or not main.names:
        return _with_open(examples, open_list or kind == "open")
    if kind == "required":
        return Subjects(_unique(main.names + examples.names), "all", open_list)
    if is_task(head):
        # Of a task, "zoals" only illustrates: who did one of the examples has not done the whole.
        return _with_open(main, open_list)
    if main.need == "all" and len(main.names) > 1:
        return main
    return Subjects(_unique(main.names + examples.names), "any", True)


def clean(text: str) -> str:
    """Return one subject without articles, fillers and punctuation round it; "" where only a filler is left."""
    text = text.strip(_EDGES)
    while True:
        low = plain(text)
        if _EMPTY.fullmatch(low):
            return ""
        front = IN_ROLE.match(low) or _FRONT.match(low) or _PREPOSITION.match(low)
        if front is None:
            noun = _TOOL_NOUN.match(low)
            if noun and text[noun.end() : noun.end() + 1].isupper():
                front = noun
        if front is None:
            break
        text = text[front.end() :].strip(_EDGES)
    return _repeated(_balanced(text)).strip(_EDGES)


def is_task(text: str) -> bool:
    """Tell whether `text` names doing something: "het bewaken van processen"."""
    low = plain(text).strip()
    if _FRONT.match(low) and re.match(rf"(?:het )?{cue('subjects', 'strip.using')}", low):
        return False
    return (
        re.match(
            r"(?:het )?(?:\w+,? (?:en )?)?\w{3,}en(?: en \w+en)? (?:van|op|aan|over|bij|tot|met|in|naar)(?!\w)|het (?:\w+ ){0,2}\w{3,}en(?!\w)|\w{4,}(?:ing|tie) van(?!\w)",
            low,
        )
        is not None
    )


def is_role(text: str) -> bool:
    """Tell whether a word of `text` names a role."""
    return _ROLE.search(plain(text)) is not None


def _with_open(subjects: Subjects, open_list: bool) -> Subjects:
    return subjects._replace(open_list=subjects.open_list or open_list) if open_list else subjects


def _without_trailing(text: str) -> tuple[str, bool, bool]:
    """Cut "of vergelijkbaar", "etc." off; say whether it was there, and whether it began with "of"."""
    low = plain(text)
    match = _TRAILING.search(low)
    if match is None or match.start() == 0:
        return text, False, False
    return text[: match.start()], True, re.match(r"[,; ]*(?:en/)?of ", match[0]) is not None


_BOTH = re.compile(r"(?<!\w)en(?!\w)")


def _balanced(text: str) -> str:
    """Drop brackets without a partner."""
    if text.count("(") == text.count(")"):
        return text
    if text.count("(") > text.count(")"):
        at = text.rindex("(")
        return text[:at] + " " + text[at + 1 :] if text[at:].strip("( ") else text[:at]
    at = text.index(")")
    return text[:at] + " " + text[at + 1 :]


_BLANKS = re.compile(r"\s{2,}")
_TWICE = re.compile(r"(?<!\w)(met|de|het|een|van|als|in|bij|en|of) \1(?!\w)", re.I)


def _repeated(text: str) -> str:
    """Close up "de de" and "met met"."""
    return _BLANKS.sub(" ", _TWICE.sub(r"\1", text))


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        if name:
            kept.setdefault(plain(name), name)
    return tuple(kept.values())[:_MANY]


# --- "zoals", "met name", "te weten" ---


def _illustrated(text: str) -> tuple[str, str | None, str]:
    low = plain(text)
    match = _ILLUSTRATION.search(low)
    if match is None or match.end() >= len(text):
        return text, None, ""
    kind = "open" if match["open"] else "required" if match["required"] else "same"
    head, listed = text[: match.start()], text[match.end() :]
    if "(" in match[0]:
        listed = listed.replace(")", ",", 1)
    return head, kind, listed.strip(_EDGES)


# --- lists ---


class _Item(NamedTuple):
    text: str
    joint: str
    """What stands before it: "list", "either", "slash", "both"; "" for the first."""


def _list(text: str, *, role: bool, fields: bool = False) -> Subjects:
    items = _items(text, role=role, fields=fields)
    kinds = {"either" if item.joint == "slash" else item.joint for item in items[1:]}
    # "A, B en C of D": "of" binds tighter than "en"; a list without a word between is read as all.
    need: Literal["all", "any"] = "any" if fields or not kinds or ("either" in kinds and "both" not in kinds) else "all"
    if "both" in kinds and "either" in kinds:
        items = _joined(items)
    names: list[str] = []
    one = len(items) == 1
    for item in items:
        found = _bracketed(item.text, alone=one or need == "any")
        if one and found.need == "all":
            need = "all"
        names.extend(found.names)
    unique = _unique(tuple(names))
    return Subjects(unique, need if len(unique) > 1 else "any")


def _items(text: str, *, role: bool, fields: bool) -> list[_Item]:
    low = plain(text)
    kept = _kept_together(low)
    items: list[_Item] = []
    at, joint = 0, ""
    for match in _JOINT.finditer(low):
        if any(start <= match.start() < end for start, end in kept):
            continue
        left, right = low[at : match.start()].strip(), low[match.end() :].strip()
        if not left or not right or not _splits(left, right, match, role=role, fields=fields):
            continue
        items.append(_Item(text[at : match.start()], joint))
        at, joint = match.end(), "slash" if match[0] == "/" else match.lastgroup or "list"
    items.append(_Item(text[at:], joint))
    items = _with_shared_tail(items)
    if role:
        return _with_shared_head(items)
    # "in projectondersteuning of in een rol van assistent/junior projectleider": roles from there on.
    first_role = next((index for index, item in enumerate(items) if _TO_ROLE.match(plain(item.text).strip())), None)
    if first_role is not None:
        return items[:first_role] + _with_shared_head(items[first_role:])
    return _with_shared_verb(text, items)


def _with_shared_tail(items: list[_Item]) -> list[_Item]:
    """Give "UX" in "UX/UI designer" what stands behind the other: alone it would take far too much."""
    shared = list(items)
    for index, item in enumerate(items[1:], start=1):
        left, right = clean(shared[index - 1].text).split(), clean(item.text).split()
        if item.joint == "slash" and len(left) == 1 and len(right) > 1 and left[0] != right[-1]:
            shared[index - 1] = shared[index - 1]._replace(text=" ".join([*left, *right[1:]]))
    return shared


def _joined(items: list[_Item]) -> list[_Item]:
    """Join the alternatives inside an enumeration that asks for all: "A en B of C" is A, and B of C."""
    joined: list[_Item] = []
    for item in items:
        if joined and item.joint in ("either", "slash"):
            joined[-1] = _Item(f"{joined[-1].text.rstrip()} of {item.text.lstrip()}", joined[-1].joint)
        else:
            joined.append(item)
    return joined


def _kept_together(low: str) -> list[tuple[int, int]]:
    """Return the stretches that are not split: brackets, fixed pairs, "tussen X en Y"."""
    kept = [match.span() for match in re.finditer(r"\([^()]{0,300}\)", low)]
    kept += [match.span() for match in _PAIR.finditer(low)]
    kept += [match.span() for match in re.finditer(r"(?<!\w)tussen [^,;]{1,80}? en (?=\w)", low)]
    kept += [
        match.span() for match in re.finditer(r"domein (?:[ivx]+|\d)(?:,? (?:en |of )?(?:[ivx]+|\d)(?!\w)){1,5}", low)
    ]
    kept += [match.span() for match in re.finditer(r"(?<!\w)\d{4}(?:(?:,|,? (?:of|en)|-|/) ?\d{4}(?!\w)){1,9}", low)]
    relative = _RELATIVE.search(low)
    if relative:
        kept.append((relative.start(), len(low)))
    kept += _shared_objects(low)
    return kept


def _shared_objects(low: str) -> list[tuple[int, int]]:
    """Return coordinations that share what follows: "opstellen, beoordelen en bewaken van", "interne en externe X"."""
    found = []
    for match in re.finditer(r"(?:[\w-]+, ){0,6}[\w-]+ (?:en|of|en/of|&) (?=[\w-]+ )", low):
        members = re.findall(r"[\w-]+(?=,| (?:en|of|en/of|&) $)", match[0])
        after = _SHARED.match(low, match.end())
        following = re.match(r"[\w-]+", low[match.end() :])
        if following is None:
            continue
        verbal = all(_VERBAL.fullmatch(word) for word in (*members, following[0]))
        adjectives = len(members) == 1 and all(_ADJECTIVE.fullmatch(word) for word in (members[0], following[0]))
        if (after and verbal) or adjectives:
            found.append((match.start(), match.end() + len(following[0])))
    return found


_EITHER = re.compile(r"(?<!\w)of(?!\w)")


def _splits(left: str, right: str, match: re.Match[str], *, role: bool, fields: bool) -> bool:
    """Whether a joint parts two subjects: not in "wet- en regelgeving", "medewerker wmo en jeugd"."""
    if left.endswith("-") or right.startswith("-"):
        return False
    if match["list"]:
        return True
    if not match["both"]:
        return True
    if fields:
        # "Maatschappelijk Werk en Dienstverlening" is one study; "rechten, bestuurskunde en sociologie" are three.
        return match.string.count(", ") > 0 and not _EITHER.search(match.string)
    if not role:
        return True
    return is_role(right.split(",")[0])


def _with_shared_head(items: list[_Item]) -> list[_Item]:
    """Give each role what it shares: "medewerker burgerzaken of publiekszaken", "consulent/klantmanager inkomen".

    "publiekszaken" and "consulent" alone would take far too much.
    """
    if len(items) < 2:
        return items
    texts = [clean(item.text) for item in items]
    head = texts[0].split()
    if len(head) > 1 and is_role(head[0]):
        texts[1:] = [
            f"{head[0]} {text}" if text and not is_role(text) and len(text.split()) <= 3 else text for text in texts[1:]
        ]
    last = texts[-1].split()
    if len(last) > 1:
        tail = last[1:] if is_role(last[0]) else last[-1:] if is_role(last[-1]) else []
        texts[:-1] = [
            " ".join([text, *tail]) if _GENERIC.fullmatch(plain(text)) and " ".join(tail) != text else text
            for text in texts[:-1]
        ]
    return [item._replace(text=text) for item, text in zip(items, texts, strict=True)]


_GENERIC = cues("subjects", "keep.generic")
_DOING = re.compile(r"(?:het )?(?P<doing>(?:[\w-]+ )?\w{3,}(?:en|ing|tie) (?:van|aan|op|met|over|in))(?= )")


def _with_shared_verb(text: str, items: list[_Item]) -> list[_Item]:
    """Keep what one doing is done to together: "opstellen van nota's en adviezen" is not "adviezen" too."""
    doing = _DOING.match(plain(items[0].text).lstrip())
    if len(items) < 2 or doing is None or not is_task(items[0].text.strip()):
        return items
    rest = [clean(item.text) for item in items[1:]]
    if any(
        len(name.split()) > 2 or is_task(item.text) or re.match(r"\s*(?:het|in|met|als|bij) ", item.text)
        for name, item in zip(rest, items[1:], strict=True)
    ):
        return items
    if any(item.joint not in ("either", "slash") for item in items[1:]):
        return [_Item(text, "")]
    verb = clean(items[0].text)[: len(doing["doing"])]
    return [items[0], *(item._replace(text=f"{verb} {name}") for item, name in zip(items[1:], rest, strict=True))]


# --- brackets ---


def _is_kind(low: str) -> bool:
    return (_ADJECTIVE.fullmatch(low) or _KIND.fullmatch(low)) is not None


def _bracketed(text: str, *, alone: bool) -> Subjects:
    """Read what stands between brackets: another name, alternatives, or all that is meant."""
    match = _BRACKET.search(text)
    if match is None or not alone:
        return Subjects((clean(text),))
    inside = match[1].strip()
    outside = clean(text[: match.start()] + text[match.end() :])
    low = plain(inside)
    opened = re.match(rf"{cue('subjects', 'list.open')}:? ", low)
    listed = _list(inside[opened.end() :] if opened else inside, role=False)
    if not opened and is_role(outside) and all(_is_kind(plain(name)) for name in listed.names):
        # "applicatiebeheerder (functioneel of technisch)": kinds of the role, no names of their own.
        return Subjects(_unique(tuple(f"{name} {outside}" for name in listed.names)), listed.need)
    if len(listed.names) > 1 and _GENERIC.fullmatch(plain(outside)):
        # "medewerker (vergunningen, toezicht)": just any medewerker won't do.
        return Subjects(_unique(tuple(f"{outside} {name}" for name in listed.names)), listed.need, opened is not None)
    if opened:
        return Subjects(_unique((outside, *listed.names)), "any", True)
    if is_other_name(inside, outside):
        return Subjects(_unique((outside, clean(inside))), "any")
    if len(listed.names) > 1:
        if listed.need == "all" and re.search(r"(?<!\w)en(?!\w)|&|\+", low):
            return Subjects(listed.names, "all")
        return Subjects(_unique((outside, *listed.names)), "any")
    return Subjects((clean(text),))
