"""C8: a task in another order of words is the same task; anything else between the verb and its object isn't."""

import pytest

from core.lexicon import find_subject


def grades(subject: str, text: str) -> set[str]:
    return {hit.grade for hit in find_subject(subject, text)}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("opstellen van constateringsrapporten", "stelt constateringsrapporten op en werkt deze uit"),
        ("opstellen van constateringsrapporten", "Ze stelt daar dagelijks de constateringsrapporten op"),
        ("opstellen van constateringsrapporten", "constateringsrapporten opstellen"),
        ("opstellen van constateringsrapporten", "heeft veel constateringsrapporten opgesteld"),
        ("uitvoeren van controles op brandveilig gebruik", "voert controles uit op brandveilig gebruik"),
        ("werken onder de Omgevingswet", "werkervaring met de Omgevingswet"),
        ("behandelen van WOZ-bezwaren", "Hij behandelt daar alle WOZ-bezwaren van de buitenwijken"),
        ("opstellen van schuldregelingen (minnelijk traject)", "minnelijk traject doet hij, stelt schuldregelingen op"),
        ("coördineren en bewaken van klachtprocessen", "Coördineert en bewaakt de klachtprocessen"),
        ("opstellen van schuldregelingen (minnelijk traject)", "stelt schuldregelingen op in het minnelijk traject"),
    ],
)
def test_c8_the_same_task_in_another_order(subject: str, text: str) -> None:
    assert "same" in grades(subject, text)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("opstellen van constateringsrapporten", "stelt sjablonen voor constateringsrapporten op"),
        ("opstellen van constateringsrapporten", "constateringsrapporten controleren en brieven opstellen"),
        ("opstellen van constateringsrapporten", "stelt brieven op, archiveert constateringsrapporten"),
        ("opstellen van constateringsrapporten", "begeleidt de collega die constateringsrapporten opstelt"),
        ("coördineren en bewaken van klachtprocessen", "bewaakt klachtprocessen en coördineert de planning"),
        ("coördineren en bewaken van klachtprocessen", "bewaakt de klachtprocessen"),
        ("uitvoeren van controles op brandveilig gebruik", "voert controles uit op bestaande bouw"),
        ("opstellen van schuldregelingen (minnelijk traject)", "stelt schuldregelingen op"),
        ("taxeren van woningen", "taxeert niet-woningen"),
    ],
)
def test_c8_another_task_is_never_the_same(subject: str, text: str) -> None:
    assert "same" not in grades(subject, text)
