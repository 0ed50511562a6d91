"""getUpdates polls for real: what is not confirmed comes again, and every oddity of ids can be played."""

import asyncio

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import Conflict

from . import BotApi, Person
from .conftest import RawCall


def _texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.effective_message.text if update.effective_message else None for update in updates]


async def test_an_offset_confirms_what_lies_below(bot: Bot, api: BotApi, ada: Person) -> None:
    """Without one, the same updates come again."""
    ids = [ada.says(text) for text in "abc"]
    assert [update.update_id for update in await bot.get_updates(limit=2)] == ids[:2]
    assert _texts(await bot.get_updates()) == ["a", "b", "c"]
    assert _texts(await bot.get_updates(offset=ids[2])) == ["c"]
    assert api.updates.pending == 1
    assert await bot.get_updates(offset=ids[2] + 1) == ()


async def test_a_negative_offset_keeps_the_last(bot: Bot, api: BotApi, ada: Person) -> None:
    """All others are forgotten."""
    for text in "abc":
        ada.says(text)
    assert _texts(await bot.get_updates(offset=-1)) == ["c"]
    assert api.updates.pending == 1


async def test_a_poll_waits_until_something_happens(bot: Bot, api: BotApi, ada: Person) -> None:
    """What happens at once comes as one batch."""
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.polled)
    ada.says("a")
    ada.says("b")
    assert _texts(await poll) == ["a", "b"]


async def test_a_poll_ends_empty(bot: Bot) -> None:
    """After its timeout."""
    assert await bot.get_updates(timeout=1) == ()


async def test_a_second_poller_ends_the_first(bot: Bot, api: BotApi, ada: Person, call: RawCall) -> None:
    """The one that waits gets 409, the newer one gets the update."""
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.polled)
    second = asyncio.create_task(call("getUpdates", timeout=20))
    with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one"):
        await first
    await api.until(lambda: api.polled)
    ada.says("a")
    assert (await second)["result"][0]["message"]["text"] == "a"
    assert (api.refused, api.mishaps[0].code) == ([], 409)


async def test_a_dead_poller_takes_nothing_with_it(bot: Bot, api: BotApi, ada: Person) -> None:
    """A bot is killed while it polls; what happens next waits for its successor."""
    _, writer = await asyncio.open_connection("127.0.0.1", int(api.url.rsplit(":", 1)[1]))
    writer.write(f"GET /bot{api.token}/getUpdates?timeout=20 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    await api.until(lambda: api.polled)
    writer.transport.abort()
    ada.says("a")
    assert _texts(await bot.get_updates(timeout=5)) == ["a"]
    assert _texts(await bot.get_updates(timeout=5)) == ["a"]


async def test_half_a_request_is_no_call(api: BotApi, call: RawCall) -> None:
    """A bot that is killed while it writes has made no mistake."""
    _, writer = await asyncio.open_connection("127.0.0.1", int(api.url.rsplit(":", 1)[1]))
    head = f"POST /bot{api.token}/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n"
    writer.write(head.encode() + b'{"chat')
    await call("getMe")
    writer.transport.abort()
    await call("getMe")
    assert (api.refused, api.mishaps, api.count("sendMessage")) == ([], [], 0)


async def test_allowed_updates_hold_until_they_change(bot: Bot, api: BotApi, ada: Person) -> None:
    """What is not allowed gets no id; an empty list means the usual ones."""
    await bot.get_updates(allowed_updates=["callback_query"])
    assert ada.says("a") == 0
    await bot.get_updates()
    assert ada.says("b") == 0
    await bot.get_updates(allowed_updates=[])
    assert ada.says("c") > 0
    assert _texts(await bot.get_updates()) == ["c"]
    assert api.updates.pending == 1


async def test_ids_start_again_after_a_quiet_week(bot: Bot, api: BotApi, ada: Person) -> None:
    """The old offset lies in the future of the new ids and confirms nothing."""
    old = ada.says("a")
    await bot.get_updates()
    new = api.updates.restart(at=5_000)
    assert ada.says("b") == new < old
    assert _texts(await bot.get_updates(offset=old + 1)) == ["b"]
    assert _texts(await bot.get_updates(offset=old + 1)) == ["b"]
    assert await bot.get_updates(offset=new + 1) == ()


async def test_ids_are_the_same_for_the_same_seed() -> None:
    """And others for another seed."""
    first = [BotApi(seed=seed).person(1).says("x") for seed in (1, 1, 2)]
    assert first[0] == first[1] != first[2]
    assert BotApi(first_update_id=42).person(1).says("x") == 42


async def test_an_update_comes_twice(bot: Bot, api: BotApi, ada: Person) -> None:
    """Even after it was confirmed."""
    number = ada.says("a")
    await bot.get_updates()
    assert await bot.get_updates(offset=number + 1) == ()
    api.updates.again(number)
    assert [update.update_id for update in await bot.get_updates(offset=number + 1)] == [number]
    assert await bot.get_updates(offset=number + 1) == ()


async def test_updates_come_out_of_order(bot: Bot, api: BotApi, ada: Person) -> None:
    """In the order of the test, and none is lost to a higher offset."""
    first, second, third = [ada.says(text) for text in "abc"]
    api.updates.reorder([third, first])
    assert _texts(await bot.get_updates(limit=1)) == ["c"]
    assert [u.update_id for u in await bot.get_updates(offset=third + 1)] == [first, second]
    assert await bot.get_updates(offset=third + 1) == ()


async def test_a_malformed_update_in_the_middle(api: BotApi, ada: Person, call: RawCall) -> None:
    """Raw as it is, with an id of its own."""
    with api.holding():
        ada.says("a")
        number = api.updates.inject({"message": {"message_id": "none", "chat": 7}})
        ada.says("b")
        assert (await call("getUpdates"))["result"] == []
    batch = (await call("getUpdates"))["result"]
    assert [update["update_id"] for update in batch] == [number - 1, number, number + 1]
    assert batch[1]["message"] == {"message_id": "none", "chat": 7}


async def test_old_taps_expire_before_old_messages(bot: Bot, api: BotApi, ada: Person) -> None:
    """Telegram keeps a tap for 150 seconds and a message for a day."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    await bot.send_message(ada.id, "Shall we?", reply_markup=keyboard)
    ada.taps("Yes")
    ada.says("a")
    api.advance(151)
    assert _texts(await bot.get_updates()) == ["a"]
    assert [update["callback_query"]["data"] for update in api.updates.expired] == ["y"]
