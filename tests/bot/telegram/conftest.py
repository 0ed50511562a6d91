"""What the tests of the Telegram side share: our own strict Telegram, and a bot that is connected to it."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import WallClock
from bot.sending.backoff import Backoff
from bot.telegram.client import LeanBot, connect, make_bot
from bot.telegram.outgoing import TelegramCarrier
from tests.botapi import BotApi, Person

HASTY = Backoff(first=0.01, longest=0.05)
PATIENCE = 0.4  # seconds


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as running:
        yield running


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[LeanBot]:
    """Connected; an answer is waited for no longer than PATIENCE."""
    bot = make_bot(api.token, api.url, patience=PATIENCE)
    await connect(bot, WallClock(), HASTY)
    yield bot
    await bot.shutdown()


@pytest.fixture
def carrier(bot: LeanBot) -> TelegramCarrier:
    return TelegramCarrier(bot)


@pytest.fixture
def ada(api: BotApi) -> Person:
    """Somebody who has started the bot; the bot has read it."""
    person = api.person(1001, "Ada")
    person.says("/start")
    api.updates.drop()
    return person
