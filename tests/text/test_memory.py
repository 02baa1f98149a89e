import ast
import functools
import gc
from datetime import date
from pathlib import Path

from core import Dossier, forget
from core.text.memory import forget_texts, remembered

CORE = Path(__file__).parents[2] / "core"
POSTING = """Klachtcoördinator, gemeente Zandrecht
Knock-outcriteria
1. Minimaal 2 jaar ervaring als klachtcoördinator bij een gemeente in de afgelopen 5 jaar.
Gunningscriteria
1. Ervaring met TOPdesk (100 punten)
"""
# A name, an employer and a tool that stand nowhere else: whoever still holds one of them remembers this candidate.
CV = """Wiebrand Quastenaar
mei 2019 - heden: klachtenfunctionaris, gemeente Vlaskerbuurt
Werkte dagelijks met TOPdesk en Zwirrelpad, en coördineerde de klachten.
Opleiding: hbo-bachelor Bestuurskunde, diploma 2012
"""
WORDS = ("quastenaar", "vlaskerbuurt", "zwirrelpad")


def test_nothing_of_a_candidate_is_remembered_after_forgetting() -> None:
    dossier = Dossier.new(today=date(2026, 6, 20)).with_posting(POSTING).with_candidate(CV, source="cv")
    assert dossier.assessment.criteria
    assert dossier.questions
    assert dossier.reminders is not None
    assert held(), "the caches hold nothing at all: this test looks in the wrong place"
    del dossier
    forget()
    assert held() == set()


def held() -> set[str]:
    """The candidate's words in the caches of all functions."""
    seen: set[int] = set()
    found: set[str] = set()
    todo: list[object] = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
    while todo:
        one = todo.pop()
        if id(one) in seen or isinstance(one, type | type(gc)) or (callable(one) and not hasattr(one, "cache_info")):
            continue
        seen.add(id(one))
        if isinstance(one, str):
            found |= {word for word in WORDS if word in one.lower()}
        else:
            todo += gc.get_referents(one)
    return found


def test_forgetting_changes_no_result() -> None:
    dossier = Dossier.new(today=date(2026, 6, 20)).with_posting(POSTING).with_candidate(CV, source="cv")
    before = dossier.assessment
    forget()
    assert Dossier(events=dossier.events).assessment == before


def test_texts_are_forgotten_apart_from_words() -> None:
    calls: list[str] = []

    @remembered(texts=2)
    def of_text(text: str) -> int:
        calls.append(text)
        return len(text)

    @remembered(words=2)
    def of_word(word: str) -> int:
        calls.append(word)
        return len(word)

    for clear in (forget_texts, forget):
        calls.clear()
        forget()
        assert (of_text("a text"), of_word("word")) == (of_text("a text"), of_word("word")) == (6, 4)
        clear()
        of_text("a text"), of_word("word")
        assert calls == ["a text", "word", "a text", *(["word"] if clear is forget else [])]


def test_only_this_module_limits_a_cache_by_size() -> None:
    """What needs a limit is kept under texts; so it must be known to `forget`."""
    users = {
        path.relative_to(CORE).as_posix()
        for path in CORE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "functools"
        if any(name.name == "lru_cache" for name in node.names)
    }
    assert users == {"text/memory.py"}
