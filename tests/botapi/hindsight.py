"""Everything that a test can ask about what happened, and can wait for, lives here."""

import asyncio
import time
from collections.abc import Callable

from .people import PATIENCE, Place
from .records import Call
from .world import World


class Hindsight:
    """The part of BotApi that knows what the bot did. `within` is in seconds of the host."""

    world: World

    def _places(self) -> list[Place]:
        raise NotImplementedError

    def transcript(self) -> str:
        """All chats, to be read by a person."""
        return "\n\n".join(f"--- {place.id}\n{place.transcript()}" for place in self._places())

    @property
    def journal(self) -> list[Call]:
        """Every accepted call, in order."""
        return self.world.journal.accepted

    @property
    def refused(self) -> list[Call]:
        """Every call that a correct bot would not have made."""
        return self.world.journal.refused

    @property
    def mishaps(self) -> list[Call]:
        """Calls that failed without fault of the bot: injected faults, 403, 409."""
        return self.world.journal.mishaps

    def calls(self, method: str = "*", chat: int | None = None) -> list[Call]:
        """The accepted calls of this method, to this chat."""
        return self.world.journal.calls(method, chat)

    def count(self, method: str = "*", chat: int | None = None) -> int:
        """How many of them there were; also without a kept journal."""
        return self.world.journal.count(method, chat)

    async def until(self, true: Callable[[], bool], within: float = PATIENCE) -> None:
        """Waits until `true` becomes so, asking after each thing that happens; else AssertionError."""
        if not await self.world.journal.signal.until(true, within):
            raise AssertionError(f"it did not come true within {within:g} s\n{self.transcript()}")

    async def wait(
        self,
        method: str = "*",
        count: int = 1,
        chat: int | None = None,
        within: float = PATIENCE,
    ) -> None:
        """Waits until there were at least `count` accepted calls of this method, to this chat."""
        await self.until(lambda: self.count(method, chat) >= count, within)

    async def settled(self, quiet: float = 0.1, within: float = PATIENCE) -> None:
        """Waits until all updates are confirmed and the bot has done nothing else for `quiet` seconds."""
        deadline = time.monotonic() + within
        while True:
            await self.until(lambda: self.world.updates.pending == 0, deadline - time.monotonic())
            before = self._done()
            await asyncio.sleep(quiet)
            if self.world.updates.pending == 0 and before == self._done():
                return

    def _done(self) -> int:
        return self.count() - self.count("getUpdates")
