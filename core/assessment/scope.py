"""How the reach of an experience requirement is said in Dutch: sector, domain, window."""

from core.model.posting import Experience
from core.text.durations import months_text
from core.text.phrases import month_words
from core.texts import say

_SECTORS = {"gemeente": "gemeente", "overheid": "overheid", "publieke sector": "public"}


def scope_text(wanted: Experience) -> str:
    """Return " bij een gemeente in de laatste 5 jaar", or "" where nothing narrows it."""
    return sector_text(wanted.sector) + domain_text(wanted.domain) + window_text(wanted)


def sector_text(sector: str | None) -> str:
    """Return " bij een gemeente", " bij de overheid", " in de publieke sector" or ""."""
    if sector is None:
        return ""
    entry = _SECTORS.get(sector)
    return " " + (say(f"reasons.sector_{entry}") if entry else say("reasons.sector_other", sector=sector))


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
    if first is not None or last is not None:
        return " " + say(
            "reasons.period",
            first=month_words(first) if first is not None else "...",
            last=month_words(last) if last is not None else "...",
        )
    return "" if months is None else " " + say("reasons.window", months=months_text(months))
