"""What the tests of our own Telegram share: the server, the real python-telegram-bot, a bare client."""

import json
import os
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from . import BotApi, Person

Json = dict[str, Any]
RawCall = Callable[..., Coroutine[Any, Any, Json]]
SPEC = os.environ.get("BOT_API_SPEC", "")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without BOT_API_SPEC there is nothing to hold the table against."""
    idle = [item for item in items if "published" in getattr(item, "fixturenames", ())]
    if idle and not SPEC:
        config.hook.pytest_deselected(items=idle)
        items[:] = [item for item in items if item not in idle]


@pytest.fixture(autouse=True)
def _modern(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns about RetryAfter in seconds, and here warnings are errors."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture(scope="session")
def published() -> Json:
    """The published Bot API as JSON."""
    found: Json = json.loads(Path(SPEC).read_text(encoding="utf-8"))
    return found


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A Telegram; back-off of webhooks is a hundred times faster."""
    async with BotApi(webhook_unit=0.01) as running:
        yield running


@pytest.fixture
def ada(api: BotApi) -> Person:
    """Somebody who has started the bot; the bot has read it."""
    person = api.person(1001, "Ada")
    person.says("/start")
    api.updates.drop()
    return person


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    """The real python-telegram-bot; certificates are not read, since nothing here is encrypted."""
    request, polls = (HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2))
    bot = Bot(api.token, api.base_url, api.base_file_url, request=request, get_updates_request=polls)
    async with bot:
        yield bot


@pytest.fixture
async def call(api: BotApi) -> AsyncIterator[RawCall]:
    """`await call("sendMessage", chat_id=…)`: a JSON call without any library between; gives the body."""
    async with aiohttp.ClientSession() as session:

        async def ask(method: str, token: str = api.token, **values: Any) -> Json:
            async with session.post(f"{api.base_url}{token}/{method}", json=values) as response:
                body: Json = await response.json()
            assert body["ok"] == (response.status == 200)
            return body

        yield ask
