"""Everything about getUpdates as a long poll lives here."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .checks import Values
from .errors import OTHER_POLLER, WEBHOOK_ACTIVE, BotApiError, conflict
from .updates import Entry, Updates

LONGEST = 50.0  # seconds; LONG_POLL_MAX_TIMEOUT of tdlib/telegram-bot-api
TOGETHER = 0.001  # seconds that Telegram waits for more updates after the first one


class Polling:
    """At most one poll waits; another one that would have to wait too ends it with 409."""

    def __init__(
        self, updates: Updates, webhook_active: Callable[[], bool], stir: Callable[[], None]
    ) -> None:
        self._updates = updates
        self._stir = stir
        self._webhook_active = webhook_active
        self._current: asyncio.Future[bool] | None = None
        self._held = 0

    async def get_updates(self, values: Values, alive: Callable[[], bool]) -> list[Entry]:
        """The updates of one call; waits up to `timeout` seconds for the first one.

        `alive` says whether the caller still listens: what a dead one would get stays in the queue.
        """
        if self._webhook_active():
            raise conflict(WEBHOOK_ACTIVE)
        self._updates.allow(values.get("allowed_updates"))
        self._updates.confirm(values.get("offset", 0))
        limit = values.get("limit", 100)
        entries = self._ready(limit)
        if entries or not values.get("timeout"):
            return entries
        return await self._wait(limit, min(values["timeout"], LONGEST), alive)

    def _ready(self, limit: int) -> list[Entry]:
        return [] if self._held else self._updates.give(limit)

    async def _wait(self, limit: int, seconds: float, alive: Callable[[], bool]) -> list[Entry]:
        deadline = time.monotonic() + seconds
        self.abort(conflict(OTHER_POLLER))
        while (left := deadline - time.monotonic()) > 0:
            if not await self._woken(left):
                return []
            await asyncio.sleep(TOGETHER)
            if not alive():
                return []
            if entries := self._ready(limit):
                return entries
        return []

    async def _woken(self, seconds: float) -> bool:
        mine = self._current = asyncio.get_running_loop().create_future()
        self._stir()
        try:
            done, _ = await asyncio.wait([mine], timeout=seconds)
            return bool(done) and mine.result()
        finally:
            if self._current is mine:
                self._current = None

    @property
    def waiting(self) -> bool:
        """Whether a poll waits for updates."""
        return self._current is not None

    def wake(self) -> None:
        """There is something new."""
        if self._current is not None and not self._current.done():
            self._current.set_result(True)

    def lapse(self) -> None:
        """The poll that waits has waited long enough: nothing has happened."""
        if self._current is not None and not self._current.done():
            self._current.set_result(False)

    def abort(self, error: BotApiError) -> None:
        """Ends the poll that waits."""
        if self._current is not None and not self._current.done():
            self._current.set_exception(error)

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Nothing is given until the end of the block: what happens within comes as one batch."""
        self._held += 1
        try:
            yield
        finally:
            self._held -= 1
            if self._updates.waiting:
                self.wake()
