"""Every call that the bot made, accepted or not, is noted here."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from .records import Call, Json

# What befalls a bot that does nothing wrong: blocked, kicked, another poller.
_MISHAPS = frozenset({403, 409})


class Journal:
    """Calls in the order in which they were accepted. `keep=False` counts them only (long load runs)."""

    def __init__(self, *, keep: bool = True) -> None:
        self.accepted: list[Call] = []
        self.refused: list[Call] = []
        self.mishaps: list[Call] = []
        self.counts: Counter[tuple[str, int | None]] = Counter()
        self.last_at = time.monotonic()
        self._keep = keep
        self._number = 0
        self._waiters: set[asyncio.Event] = set()

    def note(
        self,
        method: str,
        chat: int | None,
        params: Json,
        *,
        code: int = 200,
        description: str = "",
        fault: str = "",
        result: Any = None,
    ) -> None:
        """Adds one call and wakes whoever waits for calls."""
        self._number += 1
        self.last_at = time.monotonic()
        if code == 200:
            self.counts[method, chat] += 1
        if code != 200 or self._keep:
            call = Call(
                self._number,
                self.last_at,
                time.time(),
                method,
                chat,
                params,
                code,
                description,
                fault,
                result,
            )
            self._pile(call).append(call)
        self.stir()

    def _pile(self, call: Call) -> list[Call]:
        if call.code == 200:
            return self.accepted
        return self.mishaps if call.fault or call.code in _MISHAPS else self.refused

    def calls(self, method: str = "*", chat: int | None = None) -> list[Call]:
        """The accepted calls of this method, to this chat."""
        return [
            call
            for call in self.accepted
            if method in ("*", call.method) and (chat is None or chat == call.chat)
        ]

    def count(self, method: str = "*", chat: int | None = None) -> int:
        """How many accepted calls there were, also where they are not kept."""
        found = self.counts.items()
        return sum(n for (m, c), n in found if method in ("*", m) and (chat is None or chat == c))

    def stir(self) -> None:
        """Lets everybody who waits look again."""
        for waiter in self._waiters:
            waiter.set()

    async def until(self, true: Callable[[], bool], timeout: float) -> bool:  # noqa: ASYNC109
        """Whether `true` becomes so within `timeout` seconds; asked again after everything that happens."""
        waiter = asyncio.Event()
        self._waiters.add(waiter)
        deadline = time.monotonic() + timeout
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
