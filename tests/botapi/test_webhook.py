"""Webhooks are pushed to as Telegram does: secret header, order within a chat, repeats, several at once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import RawTestServer
from telegram import Bot
from telegram.error import Conflict

from . import BotApi, Person

Json = dict[str, Any]
SECRET = "s3cret_-"  # noqa: S105 - no webhook has it


class Hook:
    """A bot's webhook: notes what comes and answers as told (200 when nothing is told)."""

    def __init__(self) -> None:
        self.server = RawTestServer(self._handle)
        self.came: list[Json] = []
        self.secrets: list[str | None] = []
        self.answers: list[int] = []
        self.open = asyncio.Event()
        self.open.set()
        self.inside = 0
        self.most = 0
        self.notify: Callable[[], None] = lambda: None

    @property
    def url(self) -> str:
        return str(self.server.make_url("/hook"))

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.came]

    async def _handle(self, request: web.BaseRequest) -> web.Response:
        self.inside += 1
        self.most = max(self.most, self.inside)
        self.notify()
        await self.open.wait()
        self.inside -= 1
        self.came.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.notify()
        return web.Response(status=self.answers.pop(0) if self.answers else 200)


@pytest.fixture
async def hook(api: BotApi) -> AsyncIterator[Hook]:
    """A webhook on a free port of this machine."""
    hook = Hook()
    await hook.server.start_server()
    hook.notify = api.world.journal.signal.stir
    yield hook
    hook.open.set()
    await hook.server.close()


async def test_updates_are_pushed_with_the_secret(bot: Bot, api: BotApi, ada: Person, hook: Hook) -> None:
    """What waited comes too, and is forgotten when it was taken."""
    ada.says("before")
    await bot.set_webhook(hook.url, secret_token=SECRET)
    ada.says("after")
    await api.until(lambda: api.updates.pending == 0)
    assert (hook.texts, set(hook.secrets)) == (["before", "after"], {SECRET})
    assert (await bot.get_webhook_info()).url == hook.url


async def test_what_fails_is_repeated_in_order(bot: Bot, api: BotApi, ada: Person, hook: Hook) -> None:
    """Nothing of the chat overtakes the update that fails; the reason is told."""
    hook.answers = [500, 503, 200]
    await bot.set_webhook(hook.url)
    ada.says("a")
    ada.says("b")
    await api.until(lambda: api.updates.pending == 0)
    info = await bot.get_webhook_info()
    assert hook.texts == ["a", "a", "a", "b"]
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_several_chats_at_once_up_to_the_limit(bot: Bot, api: BotApi, hook: Hook) -> None:
    """One update of each chat, max_connections in all."""
    await bot.set_webhook(hook.url, max_connections=2)
    hook.open.clear()
    for number in range(3):
        person = api.person(2000 + number)
        person.says("a")
        person.says("b")
    await api.until(lambda: hook.inside == 2)
    hook.open.set()
    await api.until(lambda: api.updates.pending == 0)
    assert (hook.most, sorted(hook.texts)) == (2, ["a", "a", "a", "b", "b", "b"])


async def test_a_webhook_and_polling_exclude_each(bot: Bot, api: BotApi, ada: Person, hook: Hook) -> None:
    """The poll that waits ends with 409, and so do later ones until the webhook is gone."""
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.polled)
    await bot.set_webhook(hook.url)
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    ada.says("a")
    assert len(await bot.get_updates()) == 1


async def test_what_a_dead_webhook_missed_can_come(bot: Bot, api: BotApi, ada: Person, hook: Hook) -> None:
    """Unless it is dropped on purpose."""
    gone = hook.url
    await hook.server.close()
    await bot.set_webhook(gone)
    ada.says("a")
    await api.until(lambda: bool(api.handler.webhook.info().get("last_error_message")))
    assert (await bot.get_webhook_info()).last_error_message == "Connection refused"
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
