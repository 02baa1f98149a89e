"""DESIGN, invariant 2: a proposed fact counts only with a quote that stands in the text, affirmed, with its figures."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.base import Evidence
from core.text.source import source
from prompts.figures import figures
from prompts.quotes import Refusal, check_quote

CV = """J. Voorbeeld, Zwolle

2021–heden klachtenfunctionaris, gemeente Almere
2016 – 2020 juridisch medewerker bij het UWV

Ik heb ruim 10 jaar ervaring in het sociaal domein, waarvan minder dan 3 jaar als teamleider.
Ik werk niet alleen met TOPdesk maar ook met Suite4Sociaal. Met Key2 heb ik nooit gewerkt.
Hbo bestuurskunde, Thorbecke Academie, niet afgerond. Mbo niveau 4 juridisch medewerker, diploma 2012.
Ik heb nog geen
NEVI-certificaat en ben bezig met PRINCE2.
Geen wo, maar wel een afgeronde opleiding archivistiek.

Ervaring die ik niet heb:
• jeugdwet
• inburgering

Cursussen
• mediation (2022)
"""


def check(quote: str, value: str | None = None, *, text: str = CV, denies: bool = False) -> Evidence | Refusal:
    return check_quote(quote, source(text, "cv"), quote if value is None else value, denies=denies)


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("klachtenfunctionaris, gemeente Almere", "klachtenfunctionaris"),
        ("2021–heden klachtenfunctionaris", "klachtenfunctionaris, 2021 t/m heden"),
        ("2021-heden klachtenfunctionaris", "2021 - heden"),  # another dash is typography
        ("2016 – 2020 juridisch\n  medewerker", "juridisch medewerker van 2016 tot en met 2020"),
        ("ruim 10 jaar ervaring in het sociaal domein", "ruim tien jaar"),
        ("minder dan 3 jaar als teamleider", "minder dan 36 maanden"),
        ("TOPdesk", "TOPdesk"),
        ("Suite4Sociaal", "Suite4Sociaal"),
        ("Mbo niveau 4 juridisch medewerker, diploma 2012", "mbo 4, 2012"),
        ("een afgeronde opleiding archivistiek", "archivistiek"),
        ("mediation (2022)", "mediation, 2022"),
    ],
)
def test_a_quote_that_proves_its_value(quote: str, value: str) -> None:
    found = check(quote, value)
    assert isinstance(found, Evidence), found
    assert found.source == "cv"
    assert CV[found.start : found.end] == found.quote
    assert source(found.quote, "cv").text.split() == source(quote, "cv").text.split()


@pytest.mark.parametrize(
    ("quote", "value", "reason"),
    [
        ("", "", Refusal.EMPTY),
        (" \n\u200b", "", Refusal.EMPTY),
        ("klachtencoördinator", "klachtencoördinator", Refusal.NOT_IN_TEXT),
        ("Klachtenfunctionaris, gemeente Almere", "", Refusal.NOT_IN_TEXT),  # literally: letter case too
        ("klachtenfunctionaris gemeente Almere", "", Refusal.NOT_IN_TEXT),
        ("gemeente Almer", "", Refusal.CUT),
        ("functionaris", "functionaris", Refusal.CUT),
        ("0 jaar ervaring", "0 jaar", Refusal.CUT),
        ("10 jaar ervaring", "10 jaar", Refusal.CUT),  # it says "ruim"
        ("3 jaar als teamleider", "3 jaar", Refusal.CUT),  # it says "minder dan"
        ("2020 juridisch medewerker", "2020", Refusal.CUT),  # half of a period
        ("2021", "2021", Refusal.CUT),
        ("Key2", "Key2", Refusal.NEGATED),
        ("Hbo bestuurskunde", "hbo bestuurskunde", Refusal.NEGATED),
        ("Hbo", "hbo", Refusal.NEGATED),
        ("Hbo bestuurskunde, Thorbecke Academie, niet afgerond", "hbo bestuurskunde", Refusal.NEGATED),
        ("NEVI-certificaat", "NEVI", Refusal.NEGATED),  # "nog geen" stands on the line before
        ("PRINCE2", "PRINCE2", Refusal.NEGATED),
        ("wo", "wo", Refusal.NEGATED),
        ("jeugdwet", "jeugdwet", Refusal.NEGATED),  # denied by the heading of its list
        ("inburgering", "inburgering", Refusal.NEGATED),
        ("ruim 10 jaar ervaring", "10 jaar", Refusal.OTHER_FIGURES),
        ("ruim 10 jaar ervaring", "ruim 8 jaar", Refusal.OTHER_FIGURES),
        ("ruim 10 jaar ervaring", "ervaring", Refusal.OTHER_FIGURES),
        ("klachtenfunctionaris, gemeente Almere", "5 jaar klachtenfunctionaris", Refusal.OTHER_FIGURES),
        ("2016 – 2020 juridisch medewerker", "2016 - 2021", Refusal.OTHER_FIGURES),
        ("Mbo niveau 4 juridisch medewerker", "mbo 3", Refusal.OTHER_FIGURES),
        ("diploma 2012", "diploma 2021", Refusal.OTHER_FIGURES),
        ("Suite4Sociaal", "Suite5Sociaal", Refusal.OTHER_FIGURES),
    ],
)
def test_a_quote_that_proves_nothing(quote: str, value: str, reason: Refusal) -> None:
    assert check(quote, value) is reason


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Ik heb een hbo-diploma, maar niet in bestuurskunde behaald.", "hbo-diploma"),
        ("Rijbewijs B: nee", "Rijbewijs B"),
        ("Zonder VOG", "VOG"),
        ("Ik zou graag bij een gemeente werken.", "bij een gemeente"),
        ("Ik heb affiniteit met de Jeugdwet.", "Jeugdwet"),
        ("Excel (basiskennis)", "Excel"),
        ("Geen ervaring met TOPdesk, Key2 of Djuma.", "Djuma"),
        ("Ervaring met DAS? Niet.\nDAS", "DAS"),
        ("Behaald: hbo rechten. Later bleek: geen hbo rechten.", "hbo rechten"),  # one of two places denies it
    ],
)
def test_what_is_denied_or_doubted_proves_nothing(text: str, quote: str) -> None:
    assert check(quote, text=text) is Refusal.NEGATED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Hbo rechten, geen wo.", "Hbo rechten"),
        ("Geen rijbewijs.\nHbo rechten", "Hbo rechten"),
        ("Geen rijbewijs. Hbo rechten.", "Hbo rechten"),
        ("- geen rijbewijs\n- hbo rechten", "hbo rechten"),
        ("Reizen is geen probleem bij de gemeente Ede", "gemeente Ede"),
        ("Cursus Omgevingswet, niet langer dan 3 jaar geleden", "Cursus Omgevingswet"),
    ],
)
def test_a_denial_of_something_else_takes_nothing_away(text: str, quote: str) -> None:
    assert isinstance(check(quote, text=text), Evidence)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Met Key2 heb ik nooit gewerkt", True),
        ("Key2", True),
        ("Geen wo", True),
        ("PRINCE2", False),  # doubt is no denial
        ("TOPdesk", False),
        ("mediation (2022)", False),
    ],
)
def test_a_fact_that_denies_needs_a_denial(quote: str, found: bool) -> None:
    outcome = check(quote, denies=True)
    assert isinstance(outcome, Evidence) if found else outcome is Refusal.NOT_DENIED


@pytest.mark.parametrize(
    "said",
    [
        ("maart 2021", "03-2021", "2021-03", "mrt. 2021", "mrt '21"),
        ("29 maart 2021", "29-03-2021", "2021-03-29", "29 mrt 2021"),
        ("2 jaar", "twee jaar", "24 maanden", "twee (2) jaar"),
        ("anderhalf jaar", "1,5 jaar", "18 maanden"),
        ("€ 1.250,50", "1250,50", "€1.250,50"),
        ("één kind", "1 kind"),
        ("een kind", "kind"),
        ("maart", "in maart"),
    ],
)
def test_the_same_figures_in_other_words(said: tuple[str, ...]) -> None:
    assert len({figures(one) for one in said}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3 jaar", "8 jaar"),
        ("3 jaar", "3 maanden"),
        ("3 jaar", "minimaal 3 jaar"),
        ("3 jaar", "minder dan 3 jaar"),
        ("3 april 2021", "4 maart 2021"),
        ("2019", "2020"),
        ("mbo 3", "mbo 4"),
        ("mbo3", "mbo4"),
        ("1,5", "15"),
        ("maart", "april"),
        ("2016-2020", "2016"),
    ],
)
def test_other_figures(one: str, other: str) -> None:
    assert figures(one) != figures(other)


def test_the_form_of_unicode_is_no_difference() -> None:
    text = "Klachtco\u00f6rdinator\u00a0bij de o\ufb03ci\u00eble dienst"
    for form in ("NFC", "NFD", "NFKC", "NFKD"):
        found = check(unicodedata.normalize(form, text), text=text)
        assert isinstance(found, Evidence)
        assert (found.start, found.end) == (0, len(text))


texts = st.text(alphabet=st.sampled_from("aAbé \n\t.,;:-–()0123456789€•'\u00a0\ufb01e\u0301geniotjr"), max_size=60)


@given(quote=texts, text=texts, value=texts)
def test_evidence_is_always_a_literal_part_of_what_was_received(quote: str, text: str, value: str) -> None:
    found = check(quote, value, text=text)
    if isinstance(found, Evidence):
        assert text[found.start : found.end] == found.quote
        assert source(found.quote, "cv").text.split() == source(quote, "cv").text.split()
        assert figures(quote) == figures(value)


@given(text=texts, cut=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_the_outcome_does_not_hang_on_the_layout_of_the_quote(text: str, cut: tuple[int, int]) -> None:
    quote = text[min(cut) : max(cut)]
    assert check("\n ".join(quote.split()), text=text) == check("  " + " ".join(quote.split()), text=text)


@given(before=st.integers(1, 99), years=st.integers(1, 60), other=st.integers(1, 60))
def test_no_other_number_ever_passes(before: int, years: int, other: int) -> None:
    text = f"In totaal {before}{years} jaar bij het Rijk, {years} jaar bij gemeenten."
    assert isinstance(check(f"{years} jaar bij gemeenten", f"{years} jaar", text=text), Evidence)
    assert check(f"{years} jaar bij het Rijk", f"{years} jaar", text=text) is Refusal.CUT
    if other != years:
        assert check(f"{years} jaar bij gemeenten", f"{other} jaar", text=text) is Refusal.OTHER_FIGURES
