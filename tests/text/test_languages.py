"""Dutch or not, by the commonest words."""

import pytest

from core.text.languages import is_foreign


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("de gemeente zoekt een adviseur die met inwoners praat en bezwaren behandelt voor het college", False),
        ("application ends july the first de gemeente zoekt een adviseur met ervaring en kennis van de wet", False),
        ("topdesk sap excel word afas outlook power bi sql java python scrum itil prince jira oracle", False),
        ("the municipality is looking for an advisor with knowledge of the law and you will work on objections", True),
        ("die gemeinde sucht eine beraterin mit erfahrung und die bearbeitung von antragen ist bei uns zu hause", True),
        ("la commune cherche une conseillere avec des connaissances du droit et dans le domaine social", True),
        ("el municipio busca una persona con experiencia para la atencion y el trabajo con los vecinos", True),
        ("общество ищет советника по жалобам граждан с опытом работы не менее трех лет и знанием права", True),
        ("the law", False),
        ("", False),
    ],
)
def test_which_text_is_foreign(text: str, foreign: bool) -> None:
    assert is_foreign(text.split()) is foreign
