"""How the reach of an experience requirement is said in Dutch: sector, domain, window."""

from core.model.posting import Experience
from core.model.question import Fact
from core.text.durations import months_text
from core.text.phrases import month_words
from core.texts import say

_SECTORS = {"gemeente": "gemeente", "overheid": "overheid", "publieke sector": "public"}
_OR = " of "
SIMILAR = "vergelijkbaar"


def sector_asked(wanted: Experience) -> str | None:
    """Return every kind of employer that counts, as one text: "gemeente", "gemeente of waterschap"."""
    if wanted.sector is None:
        return None
    similar = (SIMILAR,) if wanted.sector_open and not wanted.also_at else ()
    return _OR.join((wanted.sector, *wanted.also_at, *similar))


def kinds_in(sector: str) -> tuple[str, ...]:
    """Return the kinds of employer in such a text."""
    return tuple(sector.split(_OR))


def months_fact(wanted: Experience, subject: str) -> Fact:
    """Return the fact "so many months of this subject, in this window, at these employers"."""
    return Fact(
        kind="months",
        subject=subject,
        window_months=wanted.window_months,
        sector=sector_asked(wanted),
        domain=wanted.domain,
        window_from=wanted.window_from,
        window_to=wanted.window_to,
        contiguous=wanted.contiguous,
        degree=wanted.degree,
    )


def scope_text(wanted: Experience) -> str:
    """Return " bij een gemeente in de laatste 5 jaar", or "" where nothing narrows it."""
    return sector_text(sector_asked(wanted)) + domain_text(wanted.domain) + window_text(wanted)


def sector_text(sector: str | None) -> str:
    """Return " bij een gemeente", " bij een gemeente of waterschap", " in de publieke sector" or ""."""
    if sector is None:
        return ""
    first, *others = kinds_in(sector)
    entry = _SECTORS.get(first)
    text = " " + (say(f"reasons.sector_{entry}") if entry else say("reasons.sector_other", sector=first))
    for other in others:
        text += " " + (say("reasons.sector_similar") if other == SIMILAR else say("reasons.sector_also", sector=other))
    return text


def domain_text(domain: str | None) -> str:
    """Return " in het sociaal domein" or ""."""
    if domain is None:
        return ""
    # "het sociaal domein", but "klachtbehandeling" without an article.
    entry = "domain_het" if domain.endswith("domein") else "domain"
    return " " + say(f"reasons.{entry}", domain=domain)


def window_text(wanted: Experience) -> str:
    """Return " in de laatste 5 jaar", the fixed period, or ""."""
    return span_text(wanted.window_months, wanted.window_from, wanted.window_to)


def span_text(months: int | None, first: int | None, last: int | None) -> str:
    """Return a window in words: " in de laatste 5 jaar" for so many months, or from `first` to `last`."""
    if first is not None and last is not None:
        return " " + say("reasons.period", first=month_words(first), last=month_words(last))
    if first is not None:
        return " " + say("reasons.period_since", first=month_words(first))
    if last is not None:
        return " " + say("reasons.period_until", last=month_words(last))
    return "" if months is None else " " + say("reasons.window", months=months_text(months))
