"""How the reach of an experience requirement is said in Dutch: sector, domain, window."""

from core.model.base import month_text
from core.model.posting import Experience
from core.text.durations import months_text
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
    return " " + say("reasons.domain", domain=domain) if domain else ""


def window_text(wanted: Experience) -> str:
    """Return " in de laatste 5 jaar", the fixed period, or ""."""
    if wanted.window_from is not None or wanted.window_to is not None:
        first = month_text(wanted.window_from) if wanted.window_from is not None else "..."
        last = month_text(wanted.window_to) if wanted.window_to is not None else "..."
        return " " + say("reasons.period", first=first, last=last)
    if wanted.window_months is None:
        return ""
    return " " + say("reasons.window", months=months_text(wanted.window_months))
