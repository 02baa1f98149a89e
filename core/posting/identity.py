"""What is hired, for whom, through whom: title, client and broker."""

import re
from collections import Counter
from functools import cache

from core.lexicon.employers import find_employers
from core.posting.header import Field
from core.posting.layout import Flow, Line, continues, ends_sentence, last_word
from core.posting.sections import Section
from core.posting.values import Hit
from core.posting.words import near, one_of, pattern, table, wordlist, wordset
from core.text.source import fold, key, plain

_MOST_LINES = 25
_DIGITS = re.compile(r"\d")
_ADDRESS = re.compile(r"\b\d{4} ?[A-Z]{2}\b")
_CUT = re.compile(
    r"\s\|\s|\s-\s(?=(?:[Gg]emeente|[Pp]rovincie|[Ww]aterschap)\b)|\s(?:bij|voor) (?:de )?(?=[Gg]emeente\b)"
)
_PREFIX = re.compile(r"(?:inhuuropdracht|opdracht|vacature|aanvraag|uitvraag|functie|titel)\s?:\s?", re.IGNORECASE)
_QUOTED = "\"'*"
_SOUGHT = re.compile(
    r"(?:op zoek naar|zoekt|zoeken(?: wij| we)?)(?: per direct| op korte termijn)? een (?:tijdelijke |ervaren |enthousiaste |zelfstandige |senior |allround )?"
    r"(?P<title>[a-z][\w/-]*(?: [a-z][\w/-]*){0,5}?)(?= voor | die | met | per | om | \(|[,.:;]| ten behoeve)"
)


# A number that stands with a title: "DOS-2026-0418 - Schuldhulpverlener", "Schuldhulpverlener (aanvraag 30661)". No year, no date.
_NUMBER = r"(?!(?:19|20)\d\d(?![\w/-]))(?!\d{1,2}[-/]\d{1,2}[-/]\d{2,4}(?![\w]))(?:[A-Z]{1,6}[-/ ]?)?(?=[\d/.-]*\d[\d/.-]*\d[\d/.-]*\d)\d[\w/.-]*"
_NAMED = r"(?:(?:aanvraag|opdracht|inhuuropdracht|dossier|vacature|uitvraag|referentie|kenmerk)(?:nummer|nr\.?)?\s?:?\s?|nr\.?\s?|#)?"
_NUMBER_FIRST = re.compile(
    rf"[\[(]?(?i:{_NAMED})(?P<number>{_NUMBER})[\])]?(?:\s?[-:|,]\s|:\s|\]\s?|\)\s?|\s)(?=[\"'A-Za-z])"
)
_NUMBER_LAST = re.compile(rf"(?:\s?[-:|,]\s|\s[\[(])(?i:{_NAMED})(?P<number>{_NUMBER})[\])]?$")


def _number_in(title: str) -> re.Match[str] | None:
    return _NUMBER_FIRST.match(title) or _NUMBER_LAST.search(title)


def read_title_number(flow: Flow, preamble: Section) -> Hit | None:
    """Return the number of the posting where it stands in the line of its title."""
    for start, end in _groups(flow, preamble, preamble.end)[:6]:
        number = _number_in(flow.prose[start:end])
        if number is not None and _is_title(_without_number(flow.prose[start:end])):
            return Hit(number["number"], start + number.start("number"), start + number.end("number"))
    return None


def _without_number(title: str) -> str:
    number = _number_in(title)
    return title if number is None else title[: number.start()] + title[number.end() :]


def read_title(flow: Flow, preamble: Section, header: dict[str, Field]) -> Hit | None:
    """Return the title of the role: a label's value, else the first line that can be one, else who is sought."""
    named = header.get("title")
    if named is not None:
        return Hit(named.value, named.start, named.end)
    numbered = read_title_number(flow, preamble)
    besides = ("title", "reference") if numbered else ("title",)
    first_label = min((field.label for name, field in header.items() if name not in besides), default=preamble.end)
    for start, end in _groups(flow, preamble, min(first_label, preamble.end) if header else preamble.end):
        text = flow.prose[start:end]
        text = _without_number(text)
        cut = _CUT.search(text)
        if cut:
            text = text[: cut.start()]
        if _is_title(text):
            bare = _PREFIX.sub("", text.strip(_QUOTED + " "))
            offset = start + text.find(bare)
            return Hit(bare, offset, offset + len(bare))
    sought = _SOUGHT.search(flow.low)
    if sought is None:
        return None
    return Hit(flow.prose[sought.start("title") : sought.end("title")], sought.start("title"), sought.end("title"))


def _groups(flow: Flow, preamble: Section, stop: int) -> list[tuple[int, int]]:
    """Return the author's lines before the header table, wrapped ones joined, as `(start, end)`."""
    groups: list[tuple[int, int]] = []
    before = None
    for line in flow.lines[preamble.first : min(preamble.last, preamble.first + _MOST_LINES)]:
        if line.start >= stop:
            break
        if before is not None and _goes_on(before, line):
            groups[-1] = (groups[-1][0], line.end)
        else:
            groups.append((line.start, line.end))
        before = line
    return groups


def _goes_on(before: Line, line: Line) -> bool:
    """Return whether a line above the header goes on with the one before it; of a capital only a short rest does."""
    if not continues(before, line) or _is_organisation(line.text):
        return False
    if (
        line.text[0].isupper()
        and not before.text.endswith((",", "-", "/"))
        and last_word(before.text) not in wordset("layout", "unfinished")
    ):
        return not _is_chrome(before.text) and len(line.text.split()) <= 2 and not _DIGITS.search(line.text)
    return True


def _is_chrome(text: str) -> bool:
    return _is_organisation(text) or pattern("labels", "values.chrome").match(plain(text)) is not None


def _is_title(text: str) -> bool:
    low = plain(text).strip(_QUOTED + " ")
    if not 3 <= len(low) <= 110 or len(low.split()) > 14 or (ends_sentence(text) and not text.endswith(")")):
        return False
    if pattern("labels", "values.chrome").match(low) or _ADDRESS.search(text) or "@" in low or _is_organisation(text):
        return False
    if low in wordset("labels", "values.provinces") or re.search(r"\d+ ?(?:uur|maanden|dagen)\b", low) or "€" in low:
        return False
    letters = sum(1 for char in low if char.isalpha())
    return letters >= len(low) * 0.6 and sum(1 for _ in _DIGITS.finditer(low)) <= 6


def _is_organisation(text: str) -> bool:
    words = key(text).strip(_QUOTED + " ").split()
    return (
        bool(words)
        and words[0] in wordset("labels", "values.organisations")
        and len(words) <= 8
        and (len(words) > 1 or text[:1].isupper())
    )


def read_client(
    flow: Flow, preamble: Section, header: dict[str, Field], organisation: tuple[Section, ...] = ()
) -> Hit | None:
    """Return the organisation that hires, as it is named: in the header, in the lines above it, or most often.

    Where no kind of organisation is named, it is who presents itself under the heading `organisation`.
    """
    named = header.get("client")
    if named is not None:
        return Hit(_as_named(named.value), named.start, named.end)
    mentions = _mentions(flow)
    for hit in mentions:
        if hit.end <= preamble.end:
            return hit
    if not mentions:
        return _presented(flow, organisation)
    counts = Counter(hit.value.lower() for hit in mentions)
    most = max(counts.values())
    return next(hit for hit in mentions if counts[hit.value.lower()] == most)


_PRESENTED = re.compile(
    r"(?:(?:De|Het|Bij|Welkom bij|Wij zijn|Werken bij) )?(?P<name>[A-Z][\w+&'-]*(?: (?:[A-Z\d][\w+&'-]*|(?:aan|de|den|der|en|op|van|het)(?= (?:de |den |het )?[A-Z]))){0,4})(?: \([^()\n]{2,80}\))?"
    r" (?:is|zijn|verzorgt|voert|werkt|ondersteunt|biedt|levert|regelt) "
)


def _presented(flow: Flow, sections: tuple[Section, ...]) -> Hit | None:
    """Return who presents itself: "Equalit is het ICT-bedrijf van …", in the first sentence on the organisation."""
    for section in sections:
        text = flow.prose[section.start : section.end]
        start = section.start + len(text) - len(text.lstrip())
        match = _PRESENTED.match(flow.prose, start, min(section.end, start + 200))
        if match and pattern("parties", "client.presents").search(flow.low, match.end() - 12, match.end() + 110):
            words = plain(match["name"]).split()
            if words[0] not in wordset("parties", "client.no_names"):
                return Hit(match["name"], match.start("name"), match.end("name"))
    return None


def _mentions(flow: Flow) -> list[Hit]:
    found: list[Hit] = []
    known: list[str] = []
    for match in _organisation_words().finditer(flow.low):
        window = _name_window(flow, match.start(), match.end())
        name = next((one for one in known if window.startswith(one)), None)
        if name is None:
            hits = find_employers(window)
            if not hits or hits[0].start or hits[0].sector is None or hits[0].end <= len(match[0]):
                continue
            name = _whole_name(window, hits[0].name.rstrip(" .,"))
            known.append(name)
        found.append(Hit(_as_named(name), match.start(), match.start() + len(name)))
    for match in pattern("parties", "client.is_a").finditer(flow.low):
        name_start = _name_before(flow.source.text, match.start())
        if name_start is not None:
            name = flow.prose[name_start : match.start()].strip()
            found.append(Hit(f"{match['kind']} {name}", name_start, name_start + len(name)))
    return sorted(found, key=lambda hit: hit.start)


_MORE_NAME = re.compile(r"(?: [A-Z][\w-]*)+")


def _whole_name(window: str, name: str) -> str:
    """Take the capitals behind a name of its own along: "Stichting RIJK" of "Stichting RIJK Brabant"."""
    if plain(name).split()[0] in wordset("parties", "client.common_nouns"):
        return name
    more = _MORE_NAME.match(window, len(name))
    return name + more[0] if more and window.startswith(name) else name


def _name_window(flow: Flow, start: int, end: int) -> str:
    """Return the text in which an organisation's name ends: its line, and the next where the name is plainly cut."""
    index = flow.line_at(end)
    stop = flow.lines[index].end
    cut = last_word(flow.prose[start:stop]) in wordset("parties", "client.inner") or not flow.prose[end:stop].strip()
    if cut and index + 1 < len(flow.lines):
        stop = flow.lines[index + 1].end
    return flow.prose[start : min(stop, start + 80)]


_NAME_BEFORE = re.compile(
    r"(?:^|[\s\"(])((?:[A-Z][\w'-]*)(?: (?:aan|de|den|der|en|op|van|bij)(?: (?:de|den|het))? [A-Z][\w'-]*| [A-Z][\w'-]*){0,3}) $"
)


def _name_before(text: str, stop: int) -> int | None:
    match = _NAME_BEFORE.search(text[max(0, stop - 50) : stop])
    if match is None or plain(match[1]).split()[0] in ("de", "het", "dit", "onze", "wij", "gemeente", "dat", "er"):
        return None
    return max(0, stop - 50) + match.start(1)


@cache
def _organisation_words() -> re.Pattern[str]:
    words = one_of(rf"\b{word}" for word in wordlist("parties", "client.words"))
    return re.compile(rf"(?:{words})(?=\s)")


def _as_named(name: str) -> str:
    """Return an organisation's name as it stands in a sentence: "gemeente Hardenberg"."""
    folded = fold(name).strip(_QUOTED + " .,;")
    first, _, rest = folded.partition(" ")
    if rest and first.lower() in wordset("parties", "client.common_nouns"):
        return f"{first.lower() if not (first.isupper() and len(first) <= 4) else first} {rest}"
    return folded


def read_broker(flow: Flow) -> Hit | None:
    """Return the broker that runs the procedure: the known one that is named most, else who is said to assess."""
    places: dict[str, list[re.Match[str]]] = {}
    for name, words, spelled in _brokers():
        if found := list(near(spelled, flow.low, words, 40)):
            places[name] = found
    if places:
        name, mentions = max(places.items(), key=lambda entry: len(entry[1]))
        return Hit(name, mentions[0].start(), mentions[0].end())
    match = pattern("parties", "broker.named").search(flow.low)
    if match and not re.sub("^(?:de|het|een) ", "", match["name"].strip()).startswith(
        wordlist("parties", "broker.general")
    ):
        return Hit(flow.prose[match.start("name") : match.end("name")], match.start("name"), match.end("name"))
    return None


@cache
def _brokers() -> tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]:
    """Return each broker's name, the longest word of each of its spellings, and those as a pattern."""
    return tuple(
        (
            name,
            tuple(max(re.findall(r"[a-z]{3,}", one), key=len) for one in spelled),
            re.compile(rf"\b(?:{'|'.join(spelled)})"),
        )
        for name, spelled in table("parties")["brokers"].items()
    )
