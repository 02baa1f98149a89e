"""C10 and what someone can commit to: one line of text, and what a recruiter means by it."""

from typing import Any

import pytest

from core.candidate.reader import read_candidate

RATES: list[tuple[str, dict[str, Any]]] = [
    ("zzp, € 82", {"own": "82"}),
    ("tarief 85 all-in", {"own": "85", "includes": ("all-in",)}),
    ("€ 75 incl. reiskosten", {"own": "75", "includes": ("reiskosten",)}),
    ("€ 75,50 p/u excl. btw", {"own": "75.50", "includes": ()}),
    ("Aangeboden uurtarief € 74,00 all-in", {"bid": "74", "includes": ("all-in",)}),
    ("we bieden haar aan voor 95", {"bid": "95"}),
    ("95 all in", {"own": "95", "includes": ("all-in",)}),
    ("110 excl. btw", {"own": "110"}),
    ("inkooptarief €65", {"own": "65"}),
    ("kosttarief 65 euro", {"own": "65"}),
    ("biedtarief €82", {"bid": "82"}),
    ("aanbiedtarief € 82,00", {"bid": "82"}),
    ("inkoop € 65, bieden voor € 82", {"own": "65", "bid": "82"}),
    ("Inkooptarief €65, biedtarief €82,50 excl. btw", {"own": "65", "bid": "82.50"}),
    ("uurtarief: 90 euro inclusief reis- en parkeerkosten", {"own": "90", "includes": ("reiskosten", "parkeerkosten")}),
    ("beheerde een budget van € 50.000", {}),
    ("salaris € 3.500 bruto per maand", {}),
    ("€ 3.500 per maand", {}),
]


@pytest.mark.parametrize(("text", "wanted"), RATES)
def test_c10_a_rate_is_own_or_bid(text: str, wanted: dict[str, Any]) -> None:
    rate = read_candidate(text, "summary").rate
    shown = {"own": rate.own, "bid": rate.bid, "includes": rate.includes}
    assert shown == {"own": None, "bid": None, "includes": (), **wanted} | (
        {} if "includes" in wanted else {"includes": rate.includes if not wanted else ()}
    )
    assert (rate.evidence is not None) == bool(wanted)


FORMS: list[tuple[str, str | None]] = [
    ("zzp", "zzp"),
    ("ZZP'er", "zzp"),
    ("freelance", "zzp"),
    ("detachering", "detachering"),
    ("via detachering", "detachering"),
    ("bij ons in dienst", "detachering"),
    ("ZZP of detachering", None),
    ("zzp/detachering", None),
    ("geen zzp, alleen detachering", "detachering"),
    ("vanuit eigen bv", "eigen_bv"),
    ("uitzendbasis", "uitzend"),
    ("loondienst", "loondienst"),
    ("Contractvorm: ZZP", "zzp"),
    ("2019-2021 jurist UWV (zzp)", None),
    ("zzp'er tot 2023", None),
    ("freelance tekstschrijver 2012-2015", None),
    ("in 2015-2018 als zzp'er gewerkt", None),
    ("zzp'er sinds 2019", "zzp"),
    ("2019-2021 gedetacheerd via Yacht bij gemeente Delft als jurist", None),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_q7_a_contract_form_is_the_one_that_is_offered(text: str, form: str | None) -> None:
    assert read_candidate(text, "summary").contract_form == form


TERMS: list[tuple[str, dict[str, Any]]] = [
    ("36 uur, per direct", {"hours": (36, 36), "available_from": "now"}),
    ("32-36 uur per week", {"hours": (32, 36)}),
    ("per direct / 32 uur / niet op maandag", {"available_from": "now", "hours": (32, 32), "not_days": ("mon",)}),
    ("Per 1 augustus 2026 beschikbaar voor 24 uur", {"hours": (24, 24), "available_from": "2026-08-01"}),
    ("beschikbaar vanaf 1 augustus 2026 voor 28 uur", {"hours": (28, 28), "available_from": "2026-08-01"}),
    ("telefoon en iPad, geen laptop", {"devices": ("tablet", "telefoon"), "no_devices": ("laptop",)}),
    ("heeft geen eigen laptop of telefoon", {"no_devices": ("laptop", "telefoon")}),
    ("fulltime beschikbaar", {"hours": (36, 40)}),
    ("kan z.s.m. starten", {"available_from": "now"}),
    ("beschikbaar per 1 september 2026", {"available_from": "2026-09-01"}),
    ("beschikbaar vanaf 15-09-2026", {"available_from": "2026-09-15"}),
    ("beschikbaar per 1 sept", {"available_from": "--09-01"}),
    ("kan per 15 augustus starten", {"available_from": "--08-15"}),
    ("per 1/9 beschikbaar", {"available_from": "--09-01"}),
    ("kan per 15-10 starten", {"available_from": "--10-15"}),
    ("beschikbaar: 28/32 uur", {}),
    ("Beschikbaar vanaf 1 aug.", {"available_from": "--08-01"}),
    ("beschikbaar vanaf eind augustus", {"start": "eind augustus"}),
    ("opzegtermijn 1 maand", {"start": "opzegtermijn 1 maand"}),
    (
        "Opleiding\n* mbo 4, 2005\n\nBeschikbaar vanaf 1 september 2026 op ma, di en do. Eigen laptop en telefoon.",
        {"available_from": "2026-09-01", "days": ("mon", "tue", "thu"), "devices": ("laptop", "telefoon")},
    ),
    (
        "Werkervaring\n2019-2022 jurist, UWV\n- bezwaar\n\nwoensdag beschikbaar, 24 uur",
        {"days": ("wed",), "hours": (24, 24)},
    ),
    ("niet op vrijdag", {"not_days": ("fri",)}),
    ("vrijdag vrij", {"not_days": ("fri",)}),
    ("Maandag en dinsdag ben ik bezet.", {"not_days": ("mon", "tue")}),
    ("Op vrijdag werk ik elders", {"not_days": ("fri",)}),
    ("Woensdag is haar vrije dag", {"not_days": ("wed",)}),
    ("Donderdag is mijn vaste vrije dag, schuiven kan.", {}),
    ("Maandag ben ik beschikbaar", {"days": ("mon",)}),
    ("ma t/m do", {"days": ("mon", "tue", "wed", "thu")}),
    ("beschikbaar op di, wo en do", {"days": ("tue", "wed", "thu")}),
    ("ma t/m vr, niet op woensdag", {"days": ("mon", "tue", "thu", "fri"), "not_days": ("wed",)}),
    ("woensdag is zijn papadag, dus dan is hij niet beschikbaar", {"not_days": ("wed",)}),
    ("vrijdag kan ze niet", {"not_days": ("fri",)}),
    ("op maandag en vrijdag werkt hij niet", {"not_days": ("mon", "fri")}),
    ("op woensdag is hij er niet, op donderdag wel", {"days": ("thu",), "not_days": ("wed",)}),
    ("donderdag is prima, woensdag gaat niet", {"days": ("thu",), "not_days": ("wed",)}),
    ("Niet beschikbaar: woensdag", {"not_days": ("wed",)}),
    ("op vrijdag heeft zij een vrije dag", {"not_days": ("fri",)}),
    ("woensdag is geen probleem", {"days": ("wed",)}),
    ("woensdag zou eventueel kunnen", {}),
    ("op dinsdag niet voor 10 uur", {}),
    ("een gesprek kan op dinsdag", {}),
    ("woont in Gouda", {"place": "Gouda"}),
    ("Woonplaats: Bergen op Zoom", {"place": "Bergen op Zoom"}),
    ("woonachtig te Den Haag", {"place": "Den Haag"}),
    ("Dorpsstraat 1, 2801 AB Gouda", {"place": "Gouda"}),
    ("eigen laptop en tel.", {"devices": ("laptop", "telefoon")}),
    ("heeft zelf laptop + mobiel", {"devices": ("laptop", "telefoon")}),
    ("geen eigen laptop", {"no_devices": ("laptop",)}),
    ("eigen telefoon, geen laptop", {"devices": ("telefoon",), "no_devices": ("laptop",)}),
    ("laptop en telefoon aanwezig", {"devices": ("laptop", "telefoon")}),
    ("Laptop: ja, telefoon: ja", {"devices": ("laptop", "telefoon")}),
    ("uitgifte van laptops en telefoons", {}),
    ("klanten te woord staan per telefoon", {}),
    ("Telefoon: 06-12345678", {}),
    ("rijbewijs B", {"licences": ("rijbewijs B",)}),
    ("nog geen rijbewijs", {}),
    ("in bezit van VCA", {"licences": ("VCA",)}),
    ("Talen: Nederlands (moedertaal), Engels (goed)", {"languages": ("Nederlands", "Engels")}),
    ("vloeiend Engels", {"languages": ("Engels",)}),
    ("docent Engels", {}),
    ("SKJ-geregistreerd", {"registrations": ("SKJ",)}),
]


@pytest.mark.parametrize(("text", "wanted"), TERMS)
def test_s7_practical_terms(text: str, wanted: dict[str, Any]) -> None:
    read = read_candidate(text, "summary")
    shown: dict[str, Any] = {
        "hours": (read.hours.min, read.hours.max) if read.hours else None,
        "start": next((w.value for w in read.willingness if w.subject == "start"), None),
    }
    for field in (
        "available_from",
        "days",
        "not_days",
        "place",
        "devices",
        "no_devices",
        "licences",
        "languages",
        "registrations",
    ):
        shown[field] = getattr(read, field)
    given = {field: tuple(sorted(value)) if field == "devices" else value for field, value in shown.items() if value}
    assert given == wanted
    for field in ("available_from", "days", "not_days", "place", "hours"):
        assert (field in read.evidence) == (field in wanted)
    for group in ("devices", "no_devices", "licences", "languages", "registrations"):
        assert {name for name in read.evidence if name.startswith(group + ".")} == {
            f"{group}.{v}" for v in wanted.get(group, ())
        }


WILLING: list[tuple[str, list[str]]] = [
    ("bereid 2 dagen op kantoor", ["onsite yes 2"]),
    ("Bereid 2 dagen per week op kantoor te werken in Leidschendam", ["onsite yes 2 Leidschendam"]),
    ("2 dagen op kantoor geen probleem", ["onsite yes 2"]),
    ("akkoord met 50% op locatie", ["onsite yes 50%"]),
    ("bereid drie dagen per week naar Gouda te komen", ["onsite yes 3 Gouda"]),
    ("hybride akkoord", ["hybrid yes"]),
    ("wil alleen thuis werken", ["onsite no"]),
    ("niet bereid om op kantoor te werken", ["onsite no"]),
    ("liever niet op kantoor", []),
    ("kan maximaal 2 dagen per week op kantoor werken", ["onsite no 2", "onsite yes 2"]),
    ("3 dagen per maand op kantoor", ["onsite yes 0.7"]),
    ("2 of 3 dagen op kantoor", ["onsite yes 2"]),
    ("1 of 2 dgn op kantoor? 2 is prima zegt ie.", ["onsite yes 2"]),
    ("2 dagen op kantoor? Geen probleem", ["onsite yes 2"]),
    ("2 dagen op kantoor? Nee", ["onsite no 2"]),
    ("2 dagen op kantoor? 1 is genoeg", []),
    ("2 dagen op kantoor? Rijbewijs B in bezit.", []),
    ("2 dagen op kantoor?", []),
    ("Ik kan maximaal 1 dag per week in Zandwolde zijn", ["onsite no 1 Zandwolde", "onsite yes 1 Zandwolde"]),
    (
        "Ik woon in Groningen en kan maximaal 1 dag per week in Zandwolde zijn",
        ["onsite no 1 Zandwolde", "onsite yes 1 Zandwolde"],
    ),
    ("VOG geen probleem", ["vog yes"]),
    ("recente VOG aanwezig", ["vog yes"]),
    ("controleerde dossiers op kantoor", []),
]


@pytest.mark.parametrize(("text", "wanted"), WILLING)
def test_q9_commitments_in_the_text(text: str, wanted: list[str]) -> None:
    shown = []
    for w in read_candidate(text, "summary").willingness:
        parts = [w.subject, "yes" if w.agreed else "no"]
        parts += [f"{w.days_per_week:g}"] if w.days_per_week is not None else []
        parts += [f"{w.share:g}%"] if w.share is not None else []
        parts += [w.place] if w.place else []
        shown.append(" ".join(parts))
    assert shown == wanted
