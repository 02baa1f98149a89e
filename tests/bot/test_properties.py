"""What holds for any text and any order of messages: nothing crashes, the open question is never lost."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import State, respond
from bot.reply import LABEL_LIMIT
from tests.bot.talk import Talk, sample

POSTING, CANDIDATE = sample("posting"), sample("candidate")

PHRASES = (
    "ja", "nee", "weet ik niet", "waarom", "3 jaar", "sinds medio 2019", "ja, bij Almere", "nee, geen Djuma", "hbo rechten 2012",
    "zzp", "€ 80", "maart 2019 t/m november 2021", "1. ja\n2. nee", "2", "Nieuwe kandidaat", "Dezelfde persoon", "Laat maar",
    "Verder vragen", "Toch doorvragen", "Alle regels", "/score", "/vragen", "/waarom", "/terug", "/overslaan", "/kandidaat",
    "/verder", "/klaar 1", "/klaar 99", "/peildatum 1 mei 2026", "/kantoor", "/kantoor opnieuw", "/help", "/onzin", "/nieuw",
    "H. Smit, mbo-4. 2019 – heden: kok bij De Gouden Lepel. zzp, € 50.", "\x00\x01", "https://voorbeeld.example", "", " . ",
    CANDIDATE, POSTING, POSTING[:600], "{{ 7 * 7 }} {% raise %}", "<b>vet</b> & %s {0}", "\ud800", "I don't know, sorry.",
)  # fmt: skip
MESSAGES = st.one_of(st.sampled_from(PHRASES), st.text(max_size=80))


STARTED = Talk(POSTING, CANDIDATE)


def begun() -> Talk:
    """A conversation in which both texts are in; made once, since a state is a value."""
    talk = Talk()
    talk.state, talk.choices, talk.said = STARTED.state, STARTED.choices, STARTED.said
    return talk


def holds(talk: Talk, before: State) -> None:
    """What every turn must keep."""
    state = talk.state
    assert talk.said.strip(), "something is always said back"
    for choice in talk.choices:
        assert 0 < len(choice.label) <= LABEL_LIMIT, choice
    complete = bool(state.dossier.posting_text) and any(e.kind == "candidate" for e in state.dossier.events)
    open_ids = [question.id for question in state.dossier.questions] if complete else []
    if state.asked is not None and complete:
        assert state.asked in open_ids, "what was asked is still open"
    if state.dossier == before.dossier and before.asked in open_ids:
        waits = state.pending in ("same_person", "another_posting", "answer_or_candidate", "about")
        assert state.asked == before.asked or waits or state.pending == "more", "the open question is lost"
    if state.held is not None:
        assert state.pending is not None


@given(st.lists(MESSAGES, max_size=5))
def test_any_conversation_goes_on(messages: list[str]) -> None:
    talk = begun()
    for message in messages:
        before = talk.state
        talk.send(message)
        holds(talk, before)


@given(st.lists(MESSAGES, min_size=1, max_size=4))
def test_any_conversation_can_begin(messages: list[str]) -> None:
    talk = Talk()
    for message in messages:
        before = talk.state
        talk.send(message)
        holds(talk, before)


@given(st.text(max_size=60))
def test_any_tap_is_answered(identity: str) -> None:
    talk = begun()
    before = talk.state
    talk.tap(identity)
    holds(talk, before)


@given(st.text(max_size=300))
def test_the_same_message_gives_the_same_turn(text: str) -> None:
    state = STARTED.state
    one, other = respond(state, text), respond(state, text)
    assert one.replies == other.replies
    assert one.state.model_dump_json() == other.state.model_dump_json()


def test_the_conversation_imports_no_channel() -> None:
    code = (
        "import sys, bot.conversation; "
        "print([m for m in sys.modules if m in ('bot.terminal', 'bot.cli', 'bot.profile', 'bot.files', 'bot.clock') "
        "or m.partition('.')[0] in ('prompt_toolkit', 'telegram', 'argparse')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
