"""Papers: courses and certificates, licences, registrations, documents, examples, languages."""

import re
from itertools import pairwise

from core.model.posting import AnyOf, Course, Document, Examples, Language, Licence, Other, Registration, Requirement
from core.posting.req_data import Lazy, alternatives, count, cue, cues, cues_of, data, words
from core.posting.req_subjects import clean, subjects_of
from core.text.numbers import value_of
from core.text.source import plain

_NEGATION = re.compile(r"(?<!\w)(?:geen|niet|zonder)(?!\w)")

# --- courses and certificates ---

_COURSE = Lazy(lambda: f"{cue('terms', 'course.cue')}|{cue('terms', 'course.compound')}")
_COURSE_NAME = Lazy(
    lambda: (
        rf"{cue('terms', 'course.name')}(?: (?:foundation|practitioner|agile|green belt|black belt|niveau \d|[a-d]|[12]))?"
    )
)
_COURSE_ONGOING = Lazy(
    lambda: (
        rf",? ?\(?(?:of |dan wel |en )?(?:{cue('terms', 'course.ongoing')})(?: [\w-]+){{0,5}}\)?$|{cue('terms', 'course.ongoing')}"
    )
)
_COURSE_WORD = rf"(?:{alternatives(words('terms', 'course.filler'))}|{cue('terms', 'course.cue')}(?:/(?:cursus\w*|training\w*|opleiding\w*))?)"
_COURSE_FRONT = Lazy(lambda: rf"(?:[\s,;:/.-]|{_COURSE_WORD}(?=[\s,;:/.)-]|$))+")
_COURSE_FIRST = Lazy(lambda: rf"{cue('terms', 'course.cue')}(?: |$)")
_COURSE_BACK = re.compile(r"[\s,-]*(?P<word>[\w/-]+)[\s.,;:-]*$")
_COURSE_BACK_WORDS = frozenset(
    [w for w in (*words("terms", "course.filler"), *words("terms", "course.cue")) if " " not in w]
    + ["certificaat", "gecertificeerd", "-certificaat"]
)
_GLUED = re.compile(r"(?<=\w)-(?:certificaat|certificering|diploma|training|cursus|opleiding|gecertificeerd)(?!\w)")
_WILLING = re.compile(r"(?<!\w)(?:bereid(?:heid)?|willen|gaat|zal)(?!\w)")
_PASSED = re.compile(r"afgerond|behaald|gevolgd|voltooid|bezit|gecertificeerd|geldig")
_OR_EQUAL = re.compile(
    r",? \(?(?:of|dan wel|danwel) (?P<what>(?:een |hiermee |daarmee |hiervoor |daarvoor |hieraan |daaraan |aantoonbaar |ander )*(?:gelijkwaardig|vergelijkbaar|soortgelijk|equivalent)e?(?: (?:diploma|certificaat|training|cursus|opleiding|niveau))?)\)?[ .,;]*$"
)
_QUOTES = re.compile(r"(?<!\w)['\"\u2018\u2019\u201c\u201d]|['\"\u2018\u2019\u201c\u201d](?!\w)")
# "(v3 of v4)": which version is no other certificate.
_VERSION = re.compile(r" ?\((?:v|versie) ?\d[^()]{0,20}\)", re.IGNORECASE)
_OR_HIGHER = re.compile(r",? ?(?:of|en) (?:hoger|hogere)(?: niveau)?(?!\w)")


def names_certificate(low: str) -> bool:
    """Tell whether plain text names a certificate by its own name: NEVI, PRINCE2."""
    return _COURSE_NAME.search(low) is not None


def read_course(text: str) -> tuple[Requirement, ...]:
    """Return the course, training or certificate that is asked, its subject as printed."""
    low = plain(text)
    if _NEGATION.search(low) or not (_COURSE.search(low) or _COURSE_NAME.search(low) or _GLUED.search(low)):
        return ()
    if _WILLING.search(low) and not _PASSED.search(low):
        return ()
    ongoing = _COURSE_ONGOING.search(low)
    rest = text[: ongoing.start()] + " " + text[ongoing.end() :] if ongoing else text
    equal = _OR_EQUAL.search(plain(rest))
    if equal and re.search(r"\w", rest[: equal.start()]):
        rest = rest[: equal.start()]
    rest = _VERSION.sub("", _QUOTES.sub("", _without(_OR_HIGHER, _without(_GLUED, rest))))
    subject = _course_subject(re.sub(r"\s{2,}", " ", rest).strip(" .,;:"))
    if not re.search(r"\w{2}", subject):
        return ()
    found = subjects_of(subject)
    # "een leidinggevende opleiding/training": just any training won't do.
    names = tuple(dict.fromkeys(name for name in map(_without_course_word, found.names) if name))
    several = names if len(names) > 1 else ()
    course = Course(
        subject=subject, subjects=several, need=found.need if several else "all", or_ongoing=ongoing is not None
    )
    # Another that is as good counts too: which one it is can't be looked for, so it is asked.
    return (AnyOf(parts=(course, Other(text=equal["what"]))),) if equal else (course,)


def _without(pattern: Lazy | re.Pattern[str], text: str) -> str:
    low = plain(text)
    for match in reversed(list(pattern.finditer(low))):
        text = text[: match.start()] + " " + text[match.end() :]
    return text


def _without_course_word(name: str) -> str:
    """Return "gesprekstechniek" of "training gesprekstechniek", and nothing of a bare "training"."""
    word = _COURSE_FIRST.match(plain(name))
    return name[word.end() :] if word else name


def _course_subject(text: str) -> str:
    low = plain(text)
    front = _COURSE_FRONT.match(low)
    start = front.end() if front else 0
    end = len(text)
    while start < end and (back := _COURSE_BACK.search(low, start, end)):
        if back["word"] not in _COURSE_BACK_WORDS:
            break
        end = back.start()
    return clean(text[start:end])


# --- licences ---

_CAR = Lazy(
    lambda: (
        rf"{cue('terms', 'licence.rijbewijs')}(?:[ -]?(?:categorie )?[\"'(]?(?P<letter>be|ce|[abcdet])[\"')]?(?!\w))?"
    )
)
_CAR_BEFORE = re.compile(r"(?<!\w)(?P<letter>be|ce|[bcde])-?rijbewijs")
_VCA = re.compile(r"(?<!\w)(?:b-|basis-)?vca(?:[ -](?P<kind>vol|basis|b))?")
_BOA = Lazy(
    lambda: (
        rf"{cue('terms', 'licence.boa')}(?: (?:domein|in domein|voor domein) ?(?:[ivx]+|\d)(?:(?:,| of| en|/) ?(?:[ivx]+|\d))*(?!\w))?"
    )
)


_BETWEEN = re.compile(r",? (?P<or>of|dan wel|danwel|ofwel|en/of) |(?P<slash> ?/ ?)|,? (?:en|alsmede|plus|&|\+) |, ")


def read_licence(text: str) -> tuple[Requirement, ...]:
    """Return the licences that are asked (rijbewijs, VCA, an akte as BOA), and a certificate named beside them."""
    low = plain(text)
    if _NEGATION.search(low):
        return ()
    found = _licences(text, low)
    if not found:
        return ()
    found += _beside(text, low, [(start, end) for start, end, _ in found])
    found.sort(key=lambda one: one[0])
    parts = tuple(dict.fromkeys(part for *_, part in found))
    gaps = [_BETWEEN.search(low, left[1], right[0] + 1) for left, right in pairwise(found)]
    either = [gap is not None and bool(gap["or"] or gap["slash"]) for gap in gaps]
    if len(parts) == 1 or not any(either):
        return parts
    # "A en B of C" can be read in two ways: it is asked as it stands.
    return (AnyOf(parts=parts) if all(either) else Other(text=text),)


def _licences(text: str, low: str) -> list[tuple[int, int, Requirement]]:
    found: list[tuple[int, int, Requirement]] = []
    car = _CAR_BEFORE.search(low) or _CAR.search(low)
    if car:
        letter = car["letter"]
        found.append((*car.span(), Licence(name=f"rijbewijs {letter.upper()}" if letter else "rijbewijs")))
    for vca in _VCA.finditer(low):
        kind = vca["kind"]
        found.append(
            (*vca.span(), Licence(name="VCA" if kind is None else "VCA VOL" if kind == "vol" else "VCA basis"))
        )
    boa = _BOA.search(low)
    if boa:
        found.append((*boa.span(), Licence(name=clean(text[boa.start() : boa.end()]))))
    return found


def _beside(text: str, low: str, licences: list[tuple[int, int]]) -> list[tuple[int, int, Requirement]]:
    """Return the certificates that stand in a list with licences: "het certificaat Verkeersregelaar en VCA VOL"."""
    found: list[tuple[int, int, Requirement]] = []
    at = 0
    joints = [m.span() for m in _BETWEEN.finditer(low) if not any(a <= m.start() < b for a, b in licences)]
    for start, end in (*joints, (len(text), len(text))):
        side = low[at:start]
        if not any(at <= a < start for a, _ in licences) and (_COURSE.search(side) or _COURSE_NAME.search(side)):
            found += [(at, start, part) for part in read_course(text[at:start])]
        at = end
    return found


# --- registrations ---

_REGISTERS = tuple((entry["name"], entry["holder"], cues_of(entry["words"])) for entry in data("terms")["register"])
_REGISTERED = cues("terms", "registration.cue")
_EXTRACT = re.compile(r"uittreksel|kopie|bewijs van inschrijving")


# A register of several lists: who stands in one of them doesn't stand in another.
_CHAMBER = re.compile(r"\b[Kk]amer (?P<name>(?!van\b)\w+)")


def read_registration(text: str) -> tuple[Requirement, ...]:
    """Return the register, and whether the candidate or the supplier must stand in it."""
    low = plain(text)
    if not _REGISTERED.search(low) or _NEGATION.search(low) or _EXTRACT.search(low):
        return ()
    found = [(name, holder) for name, holder, pattern in _REGISTERS if pattern.search(low)]
    if len(found) > 1 and found[0][0] == "Waadi":
        # "in het handelsregister geregistreerd conform Waadi" is one registration.
        found = found[:1]
    chamber = _CHAMBER.search(text)
    if chamber and len(found) == 1:
        found = [(f"{found[0][0]} kamer {chamber['name']}", found[0][1])]
    parts = tuple(Registration(register_=name, holder=holder) for name, holder in found)
    if len(parts) > 1 and re.search(r"(?<!\w)of(?!\w)|/", low):
        return (AnyOf(parts=parts),)
    return parts


# --- documents and examples ---

_DOCUMENTS = {name: cues_of(entries) for name, entries in data("terms")["document"]["names"].items()}
_HANDED = cues("terms", "document.verb")
_DOCUMENT_FIRST = re.compile(
    r"(?:(?:een|de|het|geldige?|minimaal|ten minste|tenminste|minstens|\w+|persoonlijke|ondertekende|ingevulde?|\d) ){0,4}$"
)


def read_document(text: str) -> tuple[Requirement, ...]:
    """Return the papers to send along."""
    low = plain(text)
    if re.search(r"(?<!\w)(?:niet|geen)(?! bezwaar| ouder| meer dan| langer)(?!\w)", low):
        return ()
    found = []
    for name, pattern in _DOCUMENTS.items():
        match = pattern.search(low)
        if match and (_HANDED.search(low) or _DOCUMENT_FIRST.fullmatch(low, 0, match.start())):
            found.append((match.start(), name))
    names = [name for _, name in sorted(found)]
    if len(names) > 1:
        # A CV is always sent: beside another paper it is only where that one goes.
        names = [name for name in names if name != "cv"]
    return tuple(Document(name=name) for name in names)


_EXAMPLES = Lazy(
    lambda: (
        rf"(?:(?:{cue('terms', 'examples.front')}|aan|toe|op|van) ){{0,5}}(?P<n>{count()}) (?:[\w/-]+ ){{0,3}}?{cue('terms', 'examples.noun')}(?P<rest>.*)$"
    )
)
_OF_WHAT = re.compile(r" ?(?:aan |toe |op )?(?:van|waarin|waaruit|waarbij|over|met) ")


def read_examples(text: str) -> tuple[Requirement, ...]:
    """Return how many written examples of what are asked."""
    low = plain(text)
    match = _EXAMPLES.match(low)
    count = value_of(match["n"]) if match else None
    if match is None or count is None or count != int(count):
        return ()
    rest = text[match.start("rest") :]
    of_what = _OF_WHAT.match(plain(rest))
    subject = rest[of_what.end() :].strip(" .;,") if of_what else None
    return (Examples(count=int(count), subject=subject or None),)


# --- languages ---

_LANGUAGES = {name: cues_of(entries) for name, entries in data("terms")["language"].items()}
_SPOKEN = cues("terms", "language_words.cue")
_NO_SKILL = cues("terms", "language_words.never")
_KNOWN = Lazy(
    lambda: (
        rf"kennis van (?:het |de )?(?:{'|'.join(pattern.pattern for pattern in _LANGUAGES.values())})(?! (?!taal|en |of )\w)"
    )
)
_CEFR = re.compile(r"(?<!\w)[abc][12](?:\+|(?!\w))")
_LEVEL = cues("terms", "language_words.level")


def read_language(text: str) -> tuple[Requirement, ...]:
    """Return the languages to master, with the level as printed ("C1", "uitstekende")."""
    low = plain(text)
    if not (_SPOKEN.search(low) or _KNOWN.search(low)) or _NO_SKILL.search(low) or _NEGATION.search(low):
        return ()
    named = sorted((match.start(), name) for name, pattern in _LANGUAGES.items() if (match := pattern.search(low)))
    if not named:
        return ()
    cefr, word = _CEFR.search(low), _LEVEL.search(low)
    level = cefr[0].upper() if cefr else word[0] if word else None
    parts = tuple(Language(language="Oekraïens" if name == "Oekraiens" else name, level=level) for _, name in named)
    if len(parts) > 1 and re.search(r"(?<!\w)of(?!\w)", low[named[0][0] : named[-1][0]]):
        return (AnyOf(parts=parts),)
    return parts
