"""The instrument itself: people do what they see, and every answer is counted once."""

import asyncio
from collections.abc import AsyncIterator
from random import Random

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from tests.bench.contender import BARE_ECHO
from tests.bench.crowd import Crowd
from tests.bench.measure import Load, measure
from tests.bench.people import ECHO, PRACTICE, Button, Shown, Walk
from tests.bench.telegram import Telegram

CHAT = 1001


def shown(*labels: str) -> Shown:
    """A message with these buttons."""
    return Shown(1, "?", tuple(Button(label, label) for label in labels))


def test_people_prefer_what_leads_on() -> None:
    """The first questions are answered so that a practice can begin; what stops it is not tapped."""
    expected = ["I agree", "18 or older", "None of these", "I'm ready", "Heart"]
    tapped = [
        PRACTICE.choose(shown(*labels), Random(1))
        for labels in (
            ("I don't agree to that", "I agree"),
            ("Under 18", "18 or older"),
            ("Losing time", "None of these"),
            ("This makes it worse", "I'm ready"),
            ("This makes it worse", "Heart"),
        )
    ]
    assert [button.label for button in tapped if button] == expected


def test_people_type_where_there_is_nothing_to_tap() -> None:
    """First their beginning, then their sentences, round and round."""
    walk = Walk(beginning=("/start",), texts=("a", "b"), avoid=("worse",))
    assert walk.choose(shown("Worse"), Random(1)) is None
    assert walk.choose(None, Random(1)) is None
    assert [walk.say(number) for number in range(4)] == ["/start", "a", "b", "a"]


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """The load side, without anybody yet."""
    telegram = Telegram(delay=0)
    yield telegram
    telegram.close()


async def test_a_tap_on_what_the_bot_sent_reaches_the_bot(telegram: Telegram) -> None:
    """Through the real library: a message with buttons, a tap on one, its answer, an edit of the message."""
    api = await telegram.open()
    crowd = Crowd(PRACTICE, telegram.type_text, telegram.tap)
    telegram.hear, telegram.hush = crowd.hear, crowd.hush
    crowd.gather(1)
    async with Bot("123456:bench", base_url=f"{api}/bot") as bot:
        crowd.act(crowd.people[CHAT])
        (begun,) = await bot.get_updates(timeout=1)
        assert begun.message is not None
        assert begun.message.text == "/start"
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("I'm ready", callback_data="on")]])
        sent = await bot.send_message(CHAT, "?", reply_markup=keyboard)
        assert crowd.waiting == 0
        crowd.act(crowd.people[CHAT])
        (tapped,) = await bot.get_updates(offset=begun.update_id + 1, timeout=1)
        assert tapped.callback_query is not None
        assert tapped.callback_query.data == "on"
        await tapped.callback_query.answer()
        assert crowd.waiting == 1
        await bot.edit_message_text("!", CHAT, sent.message_id)
    assert crowd.waiting == 0
    assert [answer.silent for answer in crowd.answers] == [False, False]


async def test_silence_may_be_an_answer(telegram: Telegram, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a tap is answered and no message follows, the person goes on without it."""
    monkeypatch.setattr("tests.bench.crowd.SILENCE", 0)
    on = asyncio.Event()
    crowd = Crowd(Walk(texts=("x",)), telegram.type_text, telegram.tap, settled=lambda _: on.set())
    crowd.gather(1)
    crowd.hear(CHAT, shown("a"))
    await on.wait()
    on.clear()
    crowd.act(crowd.people[CHAT])
    crowd.hush(CHAT)
    await on.wait()
    assert [answer.silent for answer in crowd.answers] == [True]
    assert crowd.people[CHAT].shown is None


async def test_a_bare_echo_bot_can_be_measured() -> None:
    """The peer starts in a process of its own, answers everybody in both loops, and is stopped."""
    outcome = await measure(BARE_ECHO, Load(people=3, seconds=0.2, delay=0.001, rate=50, settling=0))
    assert BARE_ECHO.walk is ECHO
    assert outcome.open is not None
    assert outcome.closed.rate > 0
    assert outcome.closed.unanswered == outcome.open.unanswered == 0
