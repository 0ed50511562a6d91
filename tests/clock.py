"""Time that a test holds in its hand lives here: nothing passes until the test says so."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count

MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TURNS = 25  # rounds of the event loop that tasks get to settle; more than any chain of wake-ups here needs


class ManualClock:
    """A `bot.clock.Clock` that begins at `start` and stands still between calls of `advance`."""

    def __init__(self, start: datetime = MONDAY) -> None:
        self._start = start
        self._passed = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()
        self._fell_asleep = asyncio.Event()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return self._passed

    async def somebody_sleeps(self) -> None:
        """Returns when something waits for time to pass."""
        while not any(not woken.done() for _, _, woken in self._sleepers):
            self._fell_asleep.clear()
            await self._fell_asleep.wait()

    async def sleep(self, seconds: float) -> None:
        """Returns when `advance` has brought that many seconds."""
        woken = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._passed + max(0.0, seconds), next(self._order), woken))
        self._fell_asleep.set()
        if seconds <= 0:
            self._wake_until(self._passed)
        await woken

    async def advance(self, seconds: float) -> None:
        """Lets that much time pass, waking sleepers one instant after the other, each with its own time."""
        end = self._passed + seconds
        await settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            self._passed = self._sleepers[0][0]
            self._wake_until(self._passed)
            await settle()
        self._passed = end
        await settle()

    async def leap(self, seconds: float) -> None:
        """Lets that much time pass at once, as on a host that was asleep: everybody wakes late."""
        self._passed += seconds
        self._wake_until(self._passed)
        await settle()

    def _wake_until(self, instant: float) -> None:
        while self._sleepers and self._sleepers[0][0] <= instant:
            woken = heapq.heappop(self._sleepers)[2]
            if not woken.done():
                woken.set_result(None)


async def settle() -> None:
    """Everything that can go on without time passing goes on until it waits."""
    for _ in range(TURNS):
        await asyncio.sleep(0)
