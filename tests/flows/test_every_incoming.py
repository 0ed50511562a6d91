"""Whatever arrives, in whatever state: nothing raises, and a person is always answered, in words that fit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.message import Message
from flows.talk import (
    Begin,
    Blocked,
    Broken,
    Chose,
    Command,
    Due,
    Edited,
    Forget,
    Incoming,
    Said,
    Say,
    Sent,
    TimeUp,
    Unblocked,
)
from tests.flows.everybody import buttons_of, everybody, people_in, states
from tests.flows.talking import NOON, Talk, engine, renderer, settled, stored

LONGEST = 4096  # UTF-16 units in a message (Bot API)
LONGEST_DATA = 64  # bytes in a button (Bot API)
LARGEST_TURN = 10**9
LONG = ("a long and heavy day " * 200)[:LONGEST].strip()
EMOJI = "🌧" * 2048
ODD = ("", " ", "\n", "?", "🌱", "0", "10/10", "<b>&amp;", "‮مرحبا", "\u0000", "a" * 64, "١٢")
VERY_LONG = (Said(LONG), Said(EMOJI), Edited(LONG), Edited(EMOJI), Command("break", LONG))
FROM_A_PERSON: tuple[Incoming, ...] = (
    *(Said(text) for text in ODD),
    Edited("hello"),
    *(Sent(what) for what in ("sticker", "photo", "voice", "video", "location", "other")),
    Chose("", 0),
    Chose("forged", 0),
    Chose("🌱", LARGEST_TURN),
    Chose("yes", 10**12),
    Command("nosuchthing"),
    Command("start", "nosuchthing"),
    Command("start", "break"),
    Command("break", "please"),
    Command("about"),
    Begin("break"),
    Begin("nosuchthing"),
    Broken("some words"),
    Forget(),
)
FROM_ELSEWHERE: tuple[Incoming, ...] = (
    TimeUp(0, NOON),
    TimeUp(LARGEST_TURN, NOON),
    Due("checkin", NOON),
    Due("snooze", NOON, "snoozed"),
    Due("follow-up", NOON),
    Due("nosuchthing", NOON),
    Blocked(),
    Unblocked(),
)


def fits(talk: Talk) -> bool:
    """Whether Telegram takes each message as it is."""
    messages = [renderer().message(say, talk.person.language) for say in talk.says]
    return all(_fits(message) for message in messages)


def _fits(message: Message) -> bool:
    data = [button.data for row in message.buttons for button in row]
    units = len(message.text.encode("utf-16-le")) // 2
    return 0 < units <= LONGEST and all(0 < len(one.encode()) <= LONGEST_DATA for one in data)


@pytest.mark.parametrize("state", states())
def test_a_person_is_always_answered(state: str) -> None:
    """Also to what nobody expects."""
    for person in people_in(state):
        for incoming in FROM_A_PERSON:
            talk = Talk(person).gets(incoming)
            assert talk.answered, incoming
            assert fits(talk), incoming


@pytest.mark.parametrize("state", states())
def test_the_longest_messages_there_are_get_an_answer_that_fits(state: str) -> None:
    for incoming in VERY_LONG:
        talk = Talk(people_in(state)[0]).gets(incoming)
        assert talk.answered, incoming
        assert fits(talk), incoming


@pytest.mark.parametrize("state", states())
def test_every_button_and_command_is_answered(state: str) -> None:
    """With the next thing, once: one message for one act."""
    for person in people_in(state):
        acts: list[Incoming] = [Chose(answer, person.turn) for answer in buttons_of(person)]
        acts += [Command(name) for name in engine().commands]
        for incoming in acts:
            talk = Talk(person).gets(incoming)
            assert talk.answered, incoming
            assert fits(talk), incoming
            assert len(talk.says) <= 1, incoming


@pytest.mark.parametrize("state", states())
def test_a_forged_button_is_answered_like_an_old_one(state: str) -> None:
    """Data that we did not make has no turn."""
    for person in people_in(state):
        talk = Talk(person).gets(Chose("", -1))
        assert talk.answered
        assert talk.state == person.state or person.state == "welcome.new"


@pytest.mark.parametrize("state", states())
def test_what_nobody_did_never_raises(state: str) -> None:
    """Timers of other turns, plans that were dropped, blocking: said or not said, but never a fault."""
    for person in people_in(state):
        for incoming in FROM_ELSEWHERE:
            assert fits(Talk(person, NOON + timedelta(minutes=1)).gets(incoming)), incoming


@pytest.mark.parametrize("state", states())
def test_everything_of_a_person_is_stored_and_read_again(state: str) -> None:
    for person in people_in(state):
        assert stored(person) == person


def test_button_data_stays_short_for_as_long_as_anybody_may_talk() -> None:
    """The turn has ten digits at most."""
    for person in everybody():
        for answer in buttons_of(person):
            assert len(f"{LARGEST_TURN}:{answer}".encode()) <= LONGEST_DATA


@pytest.mark.parametrize("words", [LONG, EMOJI], ids=["words", "emoji"])
def test_a_whole_break_in_the_longest_messages_there_are(words: str) -> None:
    """Shown back shortened, kept whole."""
    talk = settled().types("/break").taps("5", "full").types(words, words).taps("own-words").types(words)
    talk.taps("ready").types(words).taps("ready", "write-it").types(words)
    assert fits(talk)
    assert "…" in talk.words
    talk.types(words).taps("4")
    assert talk.state == "break.close"
    assert fits(talk)
    assert talk.person.visit is not None
    assert set(talk.person.visit.notes.values()) >= {words}


def test_a_message_that_is_said_belongs_to_the_turn_it_is_said_in() -> None:
    """So that its buttons work."""
    for person in everybody():
        talk = Talk(person).types("/home")
        assert [say.turn for say in talk.says if say.rows] == [talk.person.turn] * len(talk.says)


def test_nobody_is_told_anything_without_words() -> None:
    """No message is empty, and none has a button without a label."""
    for person in everybody():
        for say in Talk(person).types("/start").says:
            assert isinstance(say, Say)
            message = renderer().message(say, "en")
            assert message.text.strip()
            assert all(button.label.strip() for row in message.buttons for button in row)


def test_a_language_without_texts_falls_back_to_english() -> None:
    person = replace(settled().person, language="xx")
    assert Talk(person).types("/home").words == Talk(settled().person).types("/home").words
