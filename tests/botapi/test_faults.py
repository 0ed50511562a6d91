"""Everything can go wrong on purpose, and only what was meant to."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from . import BotApi, Person


async def test_429_for_one_chat(bot: Bot, api: BotApi, ada: Person) -> None:
    """With the seconds to wait; other chats and later messages pass."""
    bob = api.person(1002, "Bob")
    bob.says("hi")
    api.fail("sendMessage", 429, retry_after=7, chat=ada.id)
    await bot.send_message(bob.id, "x")
    with pytest.raises(RetryAfter) as error:
        await bot.send_message(ada.id, "x")
    assert error.value.retry_after == timedelta(seconds=7)
    await bot.send_message(ada.id, "y")
    assert [message.text for message in ada.unheard] == ["y"]
    assert (api.refused, [mishap.code for mishap in api.mishaps]) == ([], [429])


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (403, Forbidden, "bot was blocked by the user"),
        (400, BadRequest, "Chat not found"),
        (500, NetworkError, "Internal Server Error"),
        (502, NetworkError, "Bad Gateway"),
    ],
)
async def test_other_errors(
    code: int, kind: type[Exception], words: str, bot: Bot, api: BotApi, ada: Person
) -> None:
    """In Telegram's usual words, unless the test has others."""
    api.fail("*", code, times=2)
    api.fail("*", 400, description="Bad Request: something new")
    for _ in range(2):
        with pytest.raises(kind, match=words):
            await bot.send_message(ada.id, "x")
    with pytest.raises(BadRequest, match="Something new"):
        await bot.send_chat_action(ada.id, "typing")
    await bot.send_message(ada.id, "x")
    assert api.refused == []


async def test_a_fault_can_wait_and_be_lifted(bot: Bot, api: BotApi, ada: Person) -> None:
    """It lets some calls pass, then strikes until it is lifted."""
    fault = api.fail("sendMessage", 500, times=None, skip=1)
    await bot.send_message(ada.id, "x")
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.send_message(ada.id, "y")
    fault.lift()
    await bot.send_message(ada.id, "z")
    assert (fault.hits, [message.text for message in ada.unheard]) == (3, ["x", "z"])


async def test_no_answer_at_all(bot: Bot, api: BotApi, ada: Person) -> None:
    """The call was not acted upon; the bot gives up waiting."""
    api.hang("sendMessage")
    with pytest.raises(TimedOut):
        await bot.send_message(ada.id, "x", read_timeout=0.05)
    assert ada.unheard == []


async def test_a_connection_that_breaks(bot: Bot, api: BotApi, ada: Person) -> None:
    """Before acting nothing is there, after acting the message is, and the bot cannot know."""
    api.drop_before_acting("sendMessage", chat=ada.id)
    api.drop_after_acting("sendMessage", chat=ada.id)
    for text in ("before", "after"):
        with pytest.raises(NetworkError):
            await bot.send_message(ada.id, text)
    assert [message.text for message in ada.unheard] == ["after"]
    assert [(call.method, call.fault) for call in api.calls("sendMessage")] == [
        ("sendMessage", "drop_after_acting")
    ]


async def test_a_page_instead_of_json(bot: Bot, api: BotApi, ada: Person) -> None:
    """As proxies give it."""
    api.answer_html("sendMessage")
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(ada.id, "x")


async def test_the_answer_to_a_tap_counts_as_its_chat(bot: Bot, api: BotApi, ada: Person) -> None:
    """A fault for a chat strikes the callback queries of that chat too."""
    api.fail("answerCallbackQuery", 500, chat=ada.id)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    await bot.send_message(ada.id, "?", reply_markup=keyboard)
    tap = ada.taps("Yes")
    with pytest.raises(NetworkError):
        await bot.answer_callback_query(tap.id)
    await bot.answer_callback_query(tap.id)
    assert api.count("answerCallbackQuery", ada.id) == 1


async def test_telegram_is_away_and_comes_back(bot: Bot, api: BotApi, ada: Person) -> None:
    """Refused connections, also for the poll that waits; people go on writing; then all is as before."""
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.polled)
    await api.away()
    with pytest.raises(NetworkError):
        await poll
    with pytest.raises(NetworkError):
        await bot.send_message(ada.id, "x")
    ada.says("still here?")
    await api.back()
    assert len(await bot.get_updates()) == 1
    await api.away(answering_502=True)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(ada.id, "x")
    await api.back()
    await bot.send_message(ada.id, "yes")


async def test_a_simulated_round_trip(bot: Bot, api: BotApi, ada: Person) -> None:
    """It takes at least that long."""
    api.delay_ms = 40
    start = asyncio.get_running_loop().time()
    await bot.send_message(ada.id, "x")
    assert asyncio.get_running_loop().time() - start >= 0.04


async def test_enforced_limits(bot: Bot, api: BotApi, ada: Person) -> None:
    """A burst passes, what is faster gets 429; answers to taps and typing are free."""
    api.enforce_limits(overall=30, per_chat=0.1, burst=3)
    for _ in range(3):
        await bot.send_message(ada.id, "x")
        await bot.send_chat_action(ada.id, "typing")
    with pytest.raises(RetryAfter) as error:
        await bot.send_message(ada.id, "x")
    assert error.value.retry_after in (timedelta(seconds=9), timedelta(seconds=10))
    assert [call.code for call in api.refused] == [429]
    api.lift_limits()
    await bot.send_message(ada.id, "x")


async def test_the_overall_limit(bot: Bot, api: BotApi) -> None:
    """It counts all chats together."""
    api.enforce_limits(overall=2, per_chat=100, burst=100)
    for number in range(3):
        api.person(2000 + number).says("x")
    await bot.send_message(2000, "x")
    await bot.send_message(2001, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(2002, "x")


async def test_the_journal_keeps_order_and_time(bot: Bot, api: BotApi, ada: Person) -> None:
    """Accepted calls in order, countable without being kept."""
    await bot.send_message(ada.id, "x")
    await bot.send_chat_action(ada.id, "typing")
    numbers = [call.number for call in api.journal]
    assert [call.method for call in api.journal] == ["getMe", "sendMessage", "sendChatAction"]
    assert numbers == sorted(numbers)
    assert api.journal[1].at <= api.journal[2].at
    assert api.journal[1].result["text"] == "x"
    assert (api.count("sendMessage", ada.id), api.count(chat=ada.id), api.count("sendMessage")) == (1, 2, 1)


async def test_waiting_for_calls_and_for_quiet(bot: Bot, api: BotApi, ada: Person) -> None:
    """A test waits for what the bot does, not for time to pass."""

    async def answers() -> None:
        [update] = await bot.get_updates(timeout=5)
        await bot.send_message(ada.id, "x")
        await bot.get_updates(offset=update.update_id + 1)

    task = asyncio.create_task(answers())
    ada.says("hi")
    await api.wait("sendMessage", chat=ada.id)
    await api.settled(quiet=0.01)
    await task
    with pytest.raises(AssertionError, match=r"did not come true(.|\n)*> hi"):
        await api.wait("sendMessage", 2, within=0.01)
