"""A posting: a header, a body and two lists of criteria, in one of the layouts that brokers use (P1-P3, P12)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from textwrap import wrap

from bench.generated import criteria
from bench.generated.values import Band, Criterion, Demand, Posting
from bench.generated.words import EMPLOYERS, MONTHS, POSTING, WORK, capital, chance, pick, weekday


@dataclass(frozen=True)
class _Draft:
    """A criterion before it has its number."""

    demand: Demand
    sentence: str
    points: int | None = None
    bands: tuple[Band, ...] = ()
    band_lines: tuple[str, ...] = ()


def generate(draw: Random, today: date) -> Posting:
    """Return a posting that closes some days after today."""
    work = pick(draw, tuple(WORK["work"]))
    closing = today + timedelta(days=pick(draw, (3, 6, 9, 13, 20)))
    knockouts = _unlike([_draft(draw, work, closing) for _ in range(pick(draw, (2, 3, 3, 4, 5)))])
    awards = _unlike(_awards(draw, work, closing, pick(draw, (2, 3, 3, 4, 5))))
    layout = pick(draw, ("plain", "plain", "wrapped", "airy", "markdown", "windows", "nbsp"))
    lines, made = _lists(draw, knockouts, awards)
    reference = str(30000 + int(draw.random() * 9000))
    place = pick(draw, EMPLOYERS["gemeenten"])
    text = "\n".join([*_header(draw, work, closing, reference), *_before(draw, place), *lines, *_behind(draw)])
    total = sum(c.points for c in made if c.points) if any(c.points for c in made) else None
    return Posting(_LAYOUTS[layout](text), work, closing, reference, tuple(made), total, layout)


def _unlike(drafts: list[_Draft]) -> list[_Draft]:
    """Leave out lines that are there already: a reader takes those for a text that was pasted twice."""
    return list({draft.sentence.lower(): draft for draft in drafts}.values())


def _draft(draw: Random, work: str, closing: date, points: int | None = None) -> _Draft:
    demand, sentence = criteria.line(draw, work, closing)
    return _Draft(demand, sentence, points)


def _awards(draw: Random, work: str, closing: date, count: int) -> list[_Draft]:
    points: list[int] = [pick(draw, (10, 15, 20, 20, 25, 30, 35, 40)) for _ in range(count)]
    if chance(draw, 0.6):
        points = [100 // count] * (count - 1)
        points.append(100 - sum(points))
    if chance(draw, 0.06):
        return [_draft(draw, work, closing) for _ in points]
    found = []
    for worth in points:
        if chance(draw, 0.25):
            demand, sentence = criteria.experience(draw, work, closing, banded=True)
            bands, texts = criteria.bands(draw, worth)
            found.append(_Draft(demand, sentence, worth, bands, tuple(texts)))
        else:
            found.append(_draft(draw, work, closing, worth))
    return found


def _header(draw: Random, work: str, closing: date, reference: str) -> list[str]:
    words = POSTING["header"]
    day = f"{closing.day} {MONTHS[closing.month - 1]} {closing.year}"
    pairs = [
        (pick(draw, words["reference"]), reference),
        (pick(draw, words["start"]), pick(draw, ("Z.s.m.", "Zo snel mogelijk"))),
        (pick(draw, words["duration"]), f"{pick(draw, (3, 6, 9, 12))} maanden"),
        (pick(draw, words["hours"]), pick(draw, ("24 tot 32 uur", "32-36 uur", "36 uur"))),
        (pick(draw, words["region"]), pick(draw, words["regions"])),
        (
            pick(draw, words["closing"]),
            pick(draw, (day, f"{weekday(closing)} {day}", f"{closing.day:02d}-{closing.month:02d}-{closing.year}")),
        ),
        (pick(draw, words["time"]), "09:00 uur"),
    ]
    title = capital(WORK["work"][work]["role"])
    form = pick(draw, ("lines", "colons", "tabs", "bullets", "alternating"))
    if form == "tabs":
        pairs.insert(3, (pick(draw, words["level"]), "HBO"))
        body = ["\t".join([*pairs[at], *pairs[at + 1]]) for at in range(0, len(pairs), 2)]
    elif form == "alternating":
        body = [part for pair in pairs for part in pair]
    else:
        body = [{"lines": f"{a} {b}", "colons": f"{a}: {b}", "bullets": f"- {a}: {b}"}[form] for a, b in pairs]
    return [title, "", *body, ""]


def _before(draw: Random, place: str) -> list[str]:
    body = POSTING["body"]
    duties = [f"- {duty};" for duty in draw.sample(body["duties"], 2)] if chance(draw, 0.5) else []
    task = ["Opdracht", pick(draw, body["task"]), *duties, ""]
    return ["Organisatie", pick(draw, body["organisation"]).format(place=place), "", *task]


def _behind(draw: Random) -> list[str]:
    body = POSTING["body"]
    names = draw.sample(body["competencies"], 3)
    lines = ["", pick(draw, body["closing_lines"]), "", "Competenties", *(f"- {name};" for name in names), ""]
    return [*lines, "Beoordeling", *body["procedure"]] if chance(draw, 0.5) else lines


def _lists(draw: Random, knockouts: list[_Draft], awards: list[_Draft]) -> tuple[list[str], list[Criterion]]:
    """Write both lists; the numbering runs on, restarts, or isn't there at all (P1)."""
    marker = pick(draw, ("{n}. ", "{n}. ", "{n}) ", "- ", "• ", "– ", "inline"))
    bold = pick(draw, POSTING["heading"]["bold"])
    end = pick(draw, (";", ";", ".", ""))
    form = pick(draw, ("behind", "behind", "behind", "after_line", "before_line"))
    behind, outside = (
        pick(draw, POSTING["points"]["behind"]),
        pick(draw, POSTING["points"]["after_line" if form != "before_line" else form]),
    )
    restarts = "{n}" not in marker or chance(draw, 0.4)
    broker, total = pick(draw, POSTING["header"]["brokers"]), sum(a.points or 0 for a in awards)
    lines: list[str] = []
    made: list[Criterion] = []
    for kind, drafts in (("knockout", knockouts), ("award", awards)):
        heading = pick(draw, tuple(h for h in POSTING["heading"][kind] if total == 100 or "{total}" not in h))
        if marker != "inline":
            lines += ["", bold.format(x=heading.format(broker=broker, total=total)), ""]
        first = 0 if restarts or kind == "knockout" else len(knockouts)
        for at, draft in enumerate(drafts, start=first + 1):
            prefix = {"knockout": "Eis: ", "award": "Wens: "}[kind] if marker == "inline" else marker.format(n=at)
            sentence = capital(draft.sentence)
            lines += _written(draft, prefix, sentence, end, form, behind, outside)
            made.append(
                Criterion(
                    f"{kind[0].upper()}{at}",
                    "knockout" if kind == "knockout" else "award",
                    draft.demand,
                    sentence,
                    draft.points,
                    draft.bands,
                )
            )
    return lines, made


def _written(draft: _Draft, prefix: str, sentence: str, end: str, form: str, behind: str, outside: str) -> list[str]:
    if draft.points is None:
        return [f"{prefix}{sentence}{end}"]
    weight = (behind if form == "behind" else outside).format(p=draft.points)
    bands = [f"{letter}. {text}{end}" for letter, text in zip("abcd", draft.band_lines, strict=False)]
    if form == "behind":
        tail = "" if weight.endswith((";", ".")) else end
        return [f"{prefix}{sentence}{weight}{tail}", *(f"   {band}" for band in bands)]
    written = [f"{prefix}{sentence}{end}"]
    return [weight, *written, *bands] if form == "before_line" else [*written, weight, *bands]


def _wrapped(text: str) -> str:
    """Break every line at some 80 characters with a blank line behind it, as text taken from a PDF has it."""
    return "\n\n".join(part for line in text.split("\n") for part in (wrap(line, 80, break_on_hyphens=False) or [""]))


def _markdown(text: str) -> str:
    return text.replace("\nOrganisatie\n", "\n## Organisatie\n").replace("\nOpdracht\n", "\n**Opdracht**\n")


_LAYOUTS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "wrapped": _wrapped,
    "airy": lambda text: text.replace("\n", "\n\n"),
    "markdown": _markdown,
    "windows": lambda text: text.replace("\n", "\r\n"),
    "nbsp": lambda text: text.replace("jaar ", "jaar\u00a0").replace(" (", "\u00a0("),
}
