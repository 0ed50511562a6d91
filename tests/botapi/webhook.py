"""Everything about pushing updates to a webhook lives here.

Follows WebhookActor of tdlib/telegram-bot-api: updates of one chat (or of one person's taps) go one after
another, different ones at once, up to max_connections; what fails is repeated at once, then after 2, 4, 8 …
units.
"""

import asyncio
import re
from collections import deque
from urllib.parse import urlsplit

import aiohttp

from .checks import Values
from .errors import bad
from .records import Json
from .updates import Entry
from .wire import encode
from .world import World

LONGEST_UNITS = 60
_SECRET = re.compile(r"[A-Za-z0-9_-]+")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Webhook:
    """The webhook of the bot. `unit` is a second at Telegram; tests make it shorter."""

    def __init__(self, world: World, unit: float) -> None:
        self._world = world
        self._unit = unit
        self._queues: dict[tuple[str, int], deque[Entry]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(1)
        self._values: Values = {}
        self._problem: Json = {}
        self.url = ""

    async def set(self, values: Values) -> bool:
        """setWebhook: only loopback addresses; "" removes it."""
        _check(values)
        await self.delete(values)
        self._world.updates.allow(values.get("allowed_updates"))
        if values["url"]:
            self.url, self._values = values["url"], values
            self._slots = asyncio.Semaphore(values.get("max_connections", 40))
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
            self.wake()
        return True

    async def delete(self, values: Values) -> bool:
        """deleteWebhook; what was not confirmed waits for getUpdates."""
        await self.stop()
        if values.get("drop_pending_updates"):
            self._world.updates.drop()
        return True

    async def stop(self) -> None:
        """Ends all deliveries."""
        self.url, self._values, self._problem = "", {}, {}
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._queues.clear()
        if self._session is not None:
            await self._session.close()
            self._session = None
            self._world.updates.take_back()

    def info(self) -> Json:
        """getWebhookInfo."""
        pending = self._world.updates.pending
        found: Json = {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending}
        if self.url:
            found |= {"max_connections": self._values.get("max_connections", 40), "ip_address": "127.0.0.1"}
        return found | self._problem

    def wake(self) -> None:
        """There is something new."""
        for entry in self._world.updates.new():
            queue = self._queues.get(entry.key)
            if queue is not None:
                queue.append(entry)
                continue
            self._queues[entry.key] = deque([entry])
            task = asyncio.create_task(self._drain(entry.key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _drain(self, key: tuple[str, int]) -> None:
        queue = self._queues[key]
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        del self._queues[key]

    async def _deliver(self, entry: Entry) -> None:
        failures = 0
        while problem := await self._post(entry):
            self._problem = {"last_error_date": int(self._world.now()), "last_error_message": problem}
            self._world.journal.signal.stir()
            if entry.expires <= self._world.now():
                self._world.updates.expired.append(entry.raw)
                break
            await asyncio.sleep(min(2**failures, LONGEST_UNITS) * self._unit if failures else 0)
            failures += 1
        self._world.updates.forget(entry)
        self._world.journal.signal.stir()

    async def _post(self, entry: Entry) -> str:
        """Pushes once; returns what went wrong, "" for nothing."""
        headers = {"Content-Type": "application/json"}
        if secret := self._values.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        if self._session is None:
            return "Webhook was deleted"
        try:
            async with (
                self._slots,
                self._session.post(self.url, data=encode(entry.raw), headers=headers) as response,
            ):
                await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return "Connection refused" if isinstance(error, OSError) else "Webhook connection closed"
        good = 200 <= response.status <= 299
        return "" if good else f"Wrong response from the webhook: {response.status} {response.reason}"


def _check(values: Values) -> None:
    parts = urlsplit(values["url"])
    if values["url"] and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise bad("invalid webhook URL specified")
    if values["url"] and parts.hostname not in _LOOPBACK:
        raise bad("bad webhook: only loopback addresses can be reached from here")
    if "secret_token" in values and not _SECRET.fullmatch(values["secret_token"]):
        raise bad("secret token contains unallowed characters")
