"""A task of several words, told as a sentence (C8)."""

import pytest

from core.lexicon import find_subject
from tests.lexicon.test_engine_subject import grade


@pytest.mark.parametrize(
    ("subject", "text", "is_same"),
    [
        ("begeleiden van Europese aanbestedingen", "begeleidt Europese aanbestedingen", True),
        ("begeleiden van Europese aanbestedingen", "Begeleidt 4 \u00e0 5 Europese aanbestedingen per jaar", True),
        ("begeleiden van Europese aanbestedingen", "begeleidt aanbestedingen", False),
        ("maken van afspraken met corporaties", "maken van de afspraken met de drie corporaties", True),
        ("maken van afspraken met corporaties", "maken van interne afspraken met corporaties", False),
        ("zelfstandig afhandelen van aanvragen", "handelt zelfstandig 6 aanvragen af", True),
        ("zelfstandig afhandelen van aanvragen", "handelt aanvragen af", False),
        ("afhandelen van aanvragen", "Handelt zelfstandig aanvragen af op kantoor", True),
        ("afhandelen van aanvragen", "aanvragen afgehandeld", True),
        ("afhandelen van aanvragen", "handelt in aanvragen", False),
        ("opstellen van beschikkingen", "stelt de beschikkingen op", True),
        ("opstellen van beschikkingen", "stelt vragen over beschikkingen", False),
    ],
)
def test_c8_a_task_is_told_with_its_verb_in_another_place(subject: str, text: str, is_same: bool) -> None:
    assert (grade(subject, text) == "same") is is_same, find_subject(subject, text)
