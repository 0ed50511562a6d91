"""The sender and the real python-telegram-bot against the strict Telegram: floods, refusals, outages, order."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from bot.clock import WallClock
from bot.sending.sender import Sender
from bot.telegram.outgoing import TelegramCarrier
from flows.talk import Rank
from tests.bot.sending.post import row
from tests.bot.telegram.conftest import HASTY, PATIENCE
from tests.botapi import BotApi, Person

Work = Callable[..., AbstractAsyncContextManager[Sender]]


@pytest.fixture
def work(carrier: TelegramCarrier) -> Work:
    """A sender at work in real time."""

    @asynccontextmanager
    async def at_work(rate: float = 0) -> AsyncIterator[Sender]:
        sender = Sender(carrier, WallClock(), rate, backoff=HASTY)
        running = asyncio.create_task(sender.run())
        yield sender
        await sender.drain(2.0)
        await running

    return at_work


@pytest.fixture
def people(api: BotApi) -> list[Person]:
    """Ten people who have started the bot."""
    found = [api.person(2000 + n, f"Person {n}") for n in range(10)]
    for person in found:
        person.says("/start")
    api.updates.drop()
    return found


def _heard(person: Person) -> list[str]:
    return [message.text for message in person.chat if message.from_bot]


async def _until(sender: Sender, count: int) -> tuple[list[int], list[int]]:
    """Waits for so many outcomes; (delivered, refused)."""
    delivered: list[int] = []
    refused: list[int] = []
    async with asyncio.timeout(10):
        while len(delivered) + len(refused) < count:
            await sender.news.wait()
            outcomes = sender.take_outcomes()
            delivered += outcomes.delivered
            refused += outcomes.refused
    return delivered, refused


async def test_ten_chats_at_once_each_in_order(work: Work, api: BotApi, people: list[Person]) -> None:
    api.delay_ms = 2
    async with work() as sender:
        sender.put([row(n, str(people[n % 10].id)) for n in range(200)])
        await _until(sender, 200)
    for n, person in enumerate(people):
        assert _heard(person) == [str(number) for number in range(n, 200, 10)]
    assert api.refused == []


async def test_retry_after_is_obeyed_to_the_second(work: Work, api: BotApi, people: list[Person]) -> None:
    first, second = people[:2]
    api.fail("sendMessage", 429, retry_after=1, chat=first.id)
    async with work() as sender:
        begun = time.monotonic()
        sender.put([row(1, str(first.id)), row(2, str(first.id)), row(3, str(second.id))])
        await _until(sender, 3)
    calls = [call.at - begun for call in api.calls("sendMessage", first.id)]
    assert 1.0 <= calls[0] < 2.0
    assert api.calls("sendMessage", second.id)[0].at - begun < 1.0
    assert _heard(first) == ["1", "2"]


async def test_telegrams_own_limits_are_kept_without_being_told(
    work: Work, api: BotApi, people: list[Person]
) -> None:
    """Six messages for one person and one for each of the others: five at once, the last a second later."""
    api.enforce_limits(overall=30, per_chat=1.0, burst=5)
    async with work(rate=30) as sender:
        sender.put([row(n, str(people[0].id)) for n in range(6)])
        sender.put([row(100 + n, str(person.id)) for n, person in enumerate(people[1:])])
        await _until(sender, 15)
    assert _heard(people[0]) == [str(n) for n in range(6)]


async def test_a_blocked_bot_and_a_refused_message_stop_nobody(
    work: Work, api: BotApi, people: list[Person]
) -> None:
    gone, here = people[:2]
    gone.blocks()
    api.fail("sendMessage", 400, chat=here.id, description="Bad Request: message is too long")
    async with work() as sender:
        sender.put([row(1, str(gone.id)), row(2, str(here.id)), row(3, str(here.id))])
        await sender.news.wait()
        delivered, refused = await _until(sender, 3)
    assert (delivered, sorted(refused)) == ([3], [1, 2])
    assert _heard(here) == ["3"]


async def test_an_answer_that_never_came_is_asked_for_again(
    work: Work, api: BotApi, people: list[Person]
) -> None:
    """Once the message arrived and once it did not: nothing is missing, and both doubts are counted."""
    first, second = people[:2]
    api.drop_after_acting("sendMessage", chat=first.id)
    api.hang("sendMessage", chat=second.id)
    async with work() as sender:
        sender.put([row(1, str(first.id)), row(2, str(second.id)), row(3, str(second.id))])
        begun = time.monotonic()
        await _until(sender, 3)
        assert time.monotonic() - begun >= PATIENCE
        assert sender.uncertain == 2
    assert _heard(first) == ["1", "1"]
    assert _heard(second) == ["2", "3"]


@pytest.mark.parametrize("answering", [True, False])
async def test_telegram_away_and_back_loses_nothing_and_does_not_burst(
    work: Work, api: BotApi, people: list[Person], answering: bool
) -> None:
    api.enforce_limits(overall=1000, per_chat=1.0, burst=5)
    await api.away(answering_502=answering)
    async with work(rate=50) as sender:
        sender.put([row(n, str(people[n % 10].id), Rank.PRACTICE) for n in range(20)])
        await asyncio.sleep(0.1)
        assert sender.depth == 20
        await api.back()
        await _until(sender, 20)
    for n, person in enumerate(people):
        assert _heard(person) == [str(number) for number in range(n, 20, 10)]
    assert not [call for call in api.refused if call.code == 429]
