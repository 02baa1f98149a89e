"""What stands round the demand of a criterion: a condition (P14), an instruction for the CV (P13), a wish.

Each is cut out, so that what is left asks one thing or several and nothing else. Every stretch that is
returned stands literally in the text.
"""

import re
from functools import cache
from typing import NamedTuple

from core.model.posting import ContractForm
from core.posting.req_clauses import LENGTH, is_sentence_end, opens_demand
from core.posting.req_data import Lazy, alternatives, cue, cues, cues_of, data
from core.text.source import plain


class Frame(NamedTuple):
    """A criterion taken apart. `wish`: the whole line only wishes ("bij voorkeur")."""

    demand: str
    cv_instruction: str | None = None
    condition: str | None = None
    contract: tuple[ContractForm, ...] = ()
    wish: bool = False


class Stretch(NamedTuple):
    """A part `[start, end)` of a text."""

    start: int
    end: int


_LETTER = re.compile(r"[^\W\d_]{2}")
_BRACKET = re.compile(r"\(([^()]{1,400})\)")
# "(max. 1 A4)": how long a paper may be is no part of what is asked.
_FORM = re.compile(
    r" ?\[[^\[\]]{1,60}\]|(?<=[.;]) \d{1,3} ?%$| ?\((?:max|maximaal|hooguit|circa|ca)[^()]{0,30}(?:a4|pagina|woorden|pag|kantje)[^()]{0,20}\)"
)
_EDGE = " ,;.:-"


def frame(text: str) -> Frame:
    """Return a criterion's `text` (canonical, folded) taken apart."""
    rest = text.strip(" ;,")
    rest, condition, contract = _condition(rest)
    demand, instruction = _instruction(rest)
    demand, wish = _wishes(cut(demand, [Stretch(*match.span()) for match in _FORM.finditer(plain(demand))]))
    return Frame(demand, instruction, condition, contract, wish)


def cut(text: str, stretches: list[Stretch]) -> str:
    """Return `text` without `stretches`, blanks and punctuation closed up."""
    out, at = [], 0
    for stretch in sorted(stretches):
        if stretch.start > at:
            out.append(text[at : stretch.start])
        at = max(at, stretch.end)
    out.append(text[at:])
    joined = " ".join(part.strip() for part in out)
    return _LOOSE.sub("", _BEFORE_MARK.sub("", _BLANKS.sub(" ", joined))).strip()


_BLANKS = re.compile(r"\s{2,}")
_BEFORE_MARK = re.compile(r" (?=[,;.)])|(?<=[,;]) ?(?=[,;.])")
_LOOSE = re.compile(r"\( ?\)|^[\s,;.:-]+|[\s,;:-]+$")


# --- the condition (P14) ---

_WHO = cue("frame", "condition.who")
_IF_OPEN = Lazy(
    lambda: (
        rf"(?:{cue('frame', 'condition.open')}|als (?={_WHO} (?!{cue('frame', 'condition.verb')})[^,;.]{{0,150}}(?:t|n|d|is|zzp'er),))[^,;.]{{2,180}}?"
        rf"(?:,|(?= {cue('frame', 'condition.main')})|:)"
    )
)
_IF_CLOSE = re.compile(r",? \(?((?:indien|voor zover|voorzover|in geval van|wanneer|mits) [^;.()]{3,160})\)?\.?$")
_IDLE = Lazy(lambda: rf"(?:indien|voor zover|voorzover|wanneer|mits) (?:{cue('frame', 'condition.idle')})")
# "5 jaar …, of 3 jaar indien …": the condition is that of the second length alone.
_SHORTER = Lazy(
    lambda: (
        rf"(?<!\w)(?:of|dan wel|danwel|ofwel) (?:van |met |wel )?{LENGTH}(?: (?:[\w-]+ ){{0,2}}(?:werk|praktijk)?ervaring)?$"
    )
)
_NO = re.compile(r"\b(?:geen|niet|zonder)\b")


def _condition(text: str) -> tuple[str, str | None, tuple[ContractForm, ...]]:
    low = plain(text)
    opening = _IF_OPEN.match(low)
    if opening:
        stretch = Stretch(0, opening.end())
        literal = text[: opening.end()].rstrip(" ,:")
    else:
        closing = _IF_CLOSE.search(low, max(0, len(low) - 200))
        if (
            closing is None
            or _IDLE.match(closing[1])
            or _SHORTER.search(low, 0, closing.start())
            or _LETTER.search(low[: closing.start()]) is None
        ):
            return text, None, ()
        stretch = Stretch(closing.start(), len(text))
        literal = text[closing.start(1) : closing.end(1)].rstrip(" .")
    rest = (text[stretch.end :] if opening else text[: stretch.start]).strip(_EDGE)
    if not _LETTER.search(rest):
        return text, None, ()
    return rest, literal, _forms(plain(literal))


def _forms(low: str) -> tuple[ContractForm, ...]:
    """Return the contract forms under which a condition is true; none where that can't be told."""
    if _NO.search(low):
        return ()
    return next((forms for words, forms in _contracts() if words.search(low)), ())


@cache
def _contracts() -> tuple[tuple[re.Pattern[str], tuple[ContractForm, ...]], ...]:
    return tuple(
        (re.compile(alternatives(entry["words"])), tuple(entry["contract"]))
        for entry in data("frame")["condition"]["forms"]
    )


# --- the instruction for the CV (P13) ---

_BEGINNING = re.compile(
    r"(?:^|[,;:] ?|[.!?] | - | \(| en (?=graag|benoem|vermeld|licht|ligt|geef|onderbouw|toon)|\(|^\()(?=[a-z])"
)
_PAPER = cues("frame", "instruction.paper")
_PAPER_NAMED = Lazy(lambda: rf"{cue('frame', 'instruction.paper')}|voorbeeld\w*|opdrachtgever")
_POINTING = cues("frame", "instruction.open.pointing")
_RELATIVE = cues("frame", "instruction.open.relative")
_CONTENT = cues("frame", "instruction.open.content")
_SHOW = cues("frame", "instruction.open.show")
_INFINITIVE = cues("frame", "instruction.infinitive")
_IMPERATIVE = {
    verb: cues_of(must) if must else None for verb, must in data("frame")["instruction"]["imperatives"].items()
}
_VERB = Lazy(lambda: alternatives(_IMPERATIVE))
_OPENS = Lazy(lambda: "|".join(pattern.pattern for pattern in (_VERB, _CONTENT, _INFINITIVE, _POINTING, _RELATIVE)))
_OUR = r"(?:het|de|je|jouw|uw|een|zijn|haar|bijgevoegde?|aangeboden|concrete|minimaal)"
_PARTICIPLE = Lazy(
    lambda: (
        rf"(?:{cue('frame', 'instruction.adverb')} ){{0,4}}{cue('frame', 'instruction.participle')}"
        rf" (?:(?:in|op|uit|met|middels|via|door) )?(?:{_OUR} ){{0,2}}{cue('frame', 'instruction.paper')}"
        rf"(?:(?:,| en| of| en/of|/) ?(?:{_OUR} |in )?{cue('frame', 'instruction.paper')})?"
    )
)
_WRAPPER = Lazy(
    lambda: (
        r"(?:(?:toon|geef|laat|licht|ligt|maak|onderbouw|beschrijf|omschrijf|vermeld|benoem|motiveer)\b[^,;.]{0,80}?"
        rf"|(?:uit|in|het) (?:{_OUR} )?{cue('frame', 'instruction.paper')}\b[^,;.]{{0,60}}?)"
        r" ?\b(?:dat|hoeveel|in hoeverre|hoelang|hoe lang|op welke wijze|welke) (?:(?:je|jij|u|de kandidaat|kandidaat|hij|de professional) )?"
    )
)
_PAPER_FIRST = Lazy(
    lambda: (
        rf"(?:op|in|uit|volgens) (?:{_OUR} )?{cue('frame', 'instruction.paper')} (?:{cue('frame', 'instruction.adverb')} ){{0,2}}{cue('frame', 'instruction.participle')}"
    )
)
_PLEASE = re.compile(r"graag [^,;.:]{0,40}?(?:vermelden|aangeven|opnemen|benoemen|aantonen)(?: dat|:| met)? ")
_ASKS = re.compile(
    r"(?:beschrijf|omschrijf|benoem|vermeld|onderbouw|licht|geef|toon|motiveer) (?:in (?:het|je|uw|de) \w+ )?(?:(?:je|uw|jouw|de) )?(?=(?:\w+ ){0,2}(?:werk|praktijk)?ervaring|kennis)"
)


def _instruction(text: str) -> tuple[str, str | None]:
    low = plain(text)
    wrapper = _WRAPPER.match(low) or _ASKS.match(low) or _PLEASE.match(low)
    if wrapper and _LETTER.search(low, wrapper.end()):
        return text[wrapper.end() :], text.rstrip(" .;,")
    first = _PAPER_FIRST.match(low)
    if first and _LETTER.search(low, first.end()):
        return text[first.end() :].lstrip(" ,:"), text[: first.end()]
    found = _stretches(low)
    if not found:
        whole = not low.startswith("voeg") and _tells(low, 0, len(low)) and _PAPER.search(low) is not None
        return text, text.rstrip(" .;,") if whole else None
    rest = cut(text, [_with_brackets(low, stretch) for stretch in found])
    literal = text[found[0].start : found[0].end].strip(_EDGE)
    return (rest if _LETTER.search(rest) else text), literal


def _stretches(low: str) -> list[Stretch]:
    found: list[Stretch] = []
    for match in _BEGINNING.finditer(low):
        start = match.end()
        if start == 0 or (found and start < found[-1].end) or not _OPENS.match(low, start):
            continue
        end = _end_of_stretch(low, start, whole=_CONTENT.match(low, start) is not None)
        if _tells(low, start, end):
            found.append(Stretch(start, end))
    for match in _PARTICIPLE.finditer(low):
        if not any(stretch.start <= match.start() < stretch.end for stretch in found):
            found.append(Stretch(match.start(), match.end()))
    return sorted(found)


def _tells(low: str, start: int, end: int) -> bool:
    """Whether the clause `[start, end)` tells what to show."""
    verb = _VERB.match(low, start, end)
    if verb:
        must = _IMPERATIVE[verb[0]]
        return must is None or must.search(low, verb.end(), end) is not None
    if _CONTENT.match(low, start, end) or _INFINITIVE.match(low, start, end):
        return True
    if _POINTING.match(low, start, end):
        return _SHOW.search(low, start, min(end, start + 200)) is not None
    relative = _RELATIVE.match(low, start, end)
    if relative is None:
        return False
    comma = low.find(", ", start, end)
    clause = (relative.end(), comma if comma > 0 else end)
    return _PAPER_NAMED.search(low, *clause) is not None and _SHOW.search(low, *clause) is not None


_STOPS = re.compile(r"[;)]|[.!?](?= |$)|, (?:en )?| en ")


def _end_of_stretch(low: str, start: int, *, whole: bool = False) -> int:
    """Where an instruction that begins at `start` ends: its sentence, its brackets, or (not `whole`) the next demand."""
    depth = 0
    for match in _STOPS.finditer(low, start):
        mark = match[0]
        if mark.startswith((",", " ")):
            if not whole and opens_demand(low, match.end()) and not low.startswith(("je ", "de ", "uw "), match.end()):
                return match.start()
        elif mark == ")":
            depth = low.count("(", start, match.start()) - low.count(")", start, match.start())
            if depth <= 0:
                return match.start()
        elif mark != "." or is_sentence_end(low, match.start()):
            return match.start()
    return len(low)


def _with_brackets(low: str, stretch: Stretch) -> Stretch:
    """Take the brackets or the separator round a stretch along."""
    start, end = stretch
    if start and low[start - 1] == "(" and low[end : end + 1] == ")":
        return Stretch(start - 1, end + 1)
    while start and low[start - 1] in " ,;:-":
        start -= 1
    if low.endswith(" en", 0, start):
        start -= 3
    return Stretch(start, end)


# --- wishes ---

_WISH_OPEN = Lazy(lambda: rf"[ ,;-]{{0,3}}(?<!\w){cue('frame', 'wish.open')} ?")
_WISH_CLOSE = cues("frame", "wish.close")
_WISH_IN_BRACKETS = Lazy(lambda: rf"{cue('frame', 'wish.open')}|{cue('frame', 'wish.close')}|(?<!\w)(?:pre|wens)(?!\w)")
_JOINT = Lazy(lambda: rf"(?:{cue('frame', 'split.joint')}|{cue('frame', 'split.either')}|maar) ")
_WISH_STOP = re.compile(r";|[.!?](?= )|, ")
_BACK_TO_DEMAND = re.compile(
    r"(?:in|binnen|gedurende) (?:de |het )?(?:afgelopen|laatste|voorgaande)|opgedaan|niet langer|niet ouder|met minimaal|minimaal|ten minste|tenminste|minstens"
)


def _wishes(text: str) -> tuple[str, bool]:
    text = cut(
        text, [Stretch(*match.span()) for match in _BRACKET.finditer(text) if _WISH_IN_BRACKETS.search(plain(match[1]))]
    )
    low = plain(text)
    stretches = []
    for match in _WISH_OPEN.finditer(low):
        stretches.append(Stretch(match.start(), _end_of_wish(low, match.end())))
    for match in _WISH_CLOSE.finditer(low):
        start = _start_of_wish(low, match.start())
        stretches.append(Stretch(start, match.end()))
    if not stretches:
        return text, False
    rest = cut(text, stretches)
    if _LETTER.search(rest):
        return rest, False
    bare = cut(text, [Stretch(*m.span()) for m in (*_WISH_OPEN.finditer(low), *_WISH_CLOSE.finditer(low))])
    return (bare if _LETTER.search(bare) else text), True


def _end_of_wish(low: str, start: int) -> int:
    for match in _WISH_STOP.finditer(low, start):
        if not match[0].startswith(","):
            return match.start()
        joint = _JOINT.match(low, match.end())
        at = joint.end() if joint else match.end()
        if opens_demand(low, at) or _BACK_TO_DEMAND.match(low, at):
            return match.start()
    return len(low)


def _start_of_wish(low: str, end: int) -> int:
    """Where the clause that ends in "is een pre" begins: its sentence, or the demand it is about."""
    start = max((m.end() for m in re.finditer(r"; |[.!?] ", low[:end])), default=0)
    for match in re.finditer(r", | en ", low[start:end]):
        if opens_demand(low, start + match.end()):
            return start + match.start()
    return start
