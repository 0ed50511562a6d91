"""How updates are fetched: raw, in order, through every kind of trouble."""

import asyncio
import logging

import pytest

from bot.clock import WallClock
from bot.errors import SecondInstanceError, TokenRefusedError
from bot.telegram.client import LeanBot, connect, make_bot
from bot.telegram.updates import Updates
from tests.bot.telegram.conftest import HASTY
from tests.botapi import BotApi, Person
from tests.clock import ManualClock, settle


@pytest.fixture
def updates(bot: LeanBot) -> Updates:
    return Updates(bot, WallClock(), HASTY)


async def test_a_batch_comes_whole_and_again_until_it_is_acknowledged(
    updates: Updates, api: BotApi, ada: Person
) -> None:
    first = ada.says("one")
    ada.says("two")
    batch = await updates.fetch(None, 5)
    assert [b'"one"' in raw for raw in batch] == [True, False]
    assert await updates.fetch(first, 5) == batch
    rest = await updates.fetch(first + 1, 5)
    assert rest == batch[1:]
    assert await updates.fetch(first + 2, 0) == []
    assert api.updates.pending == 0


async def test_one_malformed_update_does_not_spoil_the_batch(
    updates: Updates, api: BotApi, ada: Person
) -> None:
    with api.holding():
        ada.says("before")
        api.updates.inject({"message": {"message_id": "what", "text": 5}})
        ada.says("after")
    assert len(await updates.fetch(None, 5)) == 3


async def test_only_what_is_understood_is_asked_for(updates: Updates, api: BotApi) -> None:
    await updates.fetch(None, 0)
    asked = api.calls("getUpdates")[-1].params["allowed_updates"]
    assert asked == ["message", "edited_message", "callback_query", "my_chat_member"]


async def test_trouble_is_waited_out(
    updates: Updates, api: BotApi, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    for code in (500, 502, 503):
        api.fail("getUpdates", code)
    api.answer_html("getUpdates")
    api.drop_before_acting("getUpdates")
    ada.says("still there")
    assert len(await updates.fetch(None, 5)) == 1
    assert [record.getMessage() for record in caplog.records] == [
        "Telegram cannot be reached (HTTP 500), try 1",
        "Telegram cannot be reached (HTTP 502), try 2",
        "Telegram cannot be reached (HTTP 502), try 4",
        "Telegram can be reached again, after 5 tries",
    ]
    assert api.token not in caplog.text


async def test_telegram_away_and_back(updates: Updates, api: BotApi, ada: Person) -> None:
    await api.away()
    fetching = asyncio.create_task(updates.fetch(None, 5))
    await asyncio.sleep(0.05)
    assert not fetching.done()
    await api.back()
    ada.says("you are back")
    assert len(await fetching) == 1


async def test_retry_after_of_a_poll_is_obeyed(bot: LeanBot, api: BotApi, ada: Person) -> None:
    clock = ManualClock()
    ada.says("hello")
    api.fail("getUpdates", 429, retry_after=9)
    fetching = asyncio.create_task(Updates(bot, clock, HASTY).fetch(None, 5))
    await clock.somebody_sleeps()
    await clock.advance(8.9)
    assert api.count("getUpdates") == 0
    await clock.advance(0.2)
    assert len(await fetching) == 1


async def test_a_second_instance_is_told_apart(updates: Updates, api: BotApi) -> None:
    api.fail("getUpdates", 409)
    with pytest.raises(SecondInstanceError, match="Another program"):
        await updates.fetch(None, 5)


async def test_a_webhook_that_was_left_behind_is_taken_away(
    updates: Updates, bot: LeanBot, api: BotApi, ada: Person
) -> None:
    await bot.set_webhook("https://127.0.0.1:8443/", allowed_updates=["message"])
    fetching = asyncio.create_task(updates.fetch(None, 5))
    await api.wait("deleteWebhook")
    ada.says("hello")
    assert len(await fetching) == 1


async def test_a_refused_token_is_told_apart_and_not_told(api: BotApi) -> None:
    bot = make_bot("999:WRONG-TOKEN", api.url)
    with pytest.raises(TokenRefusedError) as caught:
        await connect(bot, WallClock(), HASTY)
    assert "WRONG" not in str(caught.value)
    assert caught.value.__suppress_context__
    with pytest.raises(TokenRefusedError):
        await Updates(bot, WallClock(), HASTY).fetch(None, 0)
    await bot.shutdown()


async def test_connecting_waits_until_telegram_is_there(
    api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "bot")
    api.fail("getMe", 502, times=2)
    bot = make_bot(api.token, api.url)
    await connect(bot, WallClock(), HASTY)
    assert bot.username
    assert len(caplog.records) == 2
    await bot.shutdown()


async def test_an_answer_that_nobody_can_acknowledge_is_not_asked_for_in_a_rush(
    bot: LeanBot, api: BotApi
) -> None:
    clock = ManualClock()
    updates = Updates(bot, clock, HASTY)
    api.updates.inject("what is this")
    first = await updates.fetch(None, 5)
    again = asyncio.create_task(updates.fetch(None, 5))
    await api.wait("getUpdates", 2)
    await clock.somebody_sleeps()
    assert not again.done()
    await clock.advance(HASTY.longest)
    await settle()
    assert await again == first
