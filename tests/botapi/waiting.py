"""Everything that waits for something to happen, without polling, lives here."""

import asyncio
import time
from collections.abc import Callable


class Signal:
    """Wakes those who wait for a condition, so that they look again."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Event] = set()

    def stir(self) -> None:
        """Something happened."""
        for waiter in self._waiters:
            waiter.set()

    async def until(self, true: Callable[[], bool], seconds: float) -> bool:
        """Whether `true` becomes so within `seconds`; it is asked at once and after every `stir`."""
        waiter = asyncio.Event()
        self._waiters.add(waiter)
        deadline = time.monotonic() + seconds
        try:
            while not true():
                left = deadline - time.monotonic()
                if left <= 0 or not await _set_within(waiter, left):
                    return true()
                waiter.clear()
            return True
        finally:
            self._waiters.discard(waiter)


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True
