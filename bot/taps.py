"""The little clock on every tapped button is stopped here, beside the road and its order."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Final

from bot.arrival import Arrival

AnswerTap = Callable[[str], Coroutine[Any, Any, None]]

PATIENCE: Final = 2.0  # seconds; an answer to a tap is best effort


class Taps:
    """Answers taps through `answer`; without one (a terminal has no such clock) nothing is done."""

    def __init__(self, answer: AnswerTap | None) -> None:
        self._answer = answer
        self._under_way: set[asyncio.Task[None]] = set()
        self._only_answer: dict[str, asyncio.Task[None]] = {}

    def stop(self, arrivals: Iterable[Arrival]) -> None:
        """Begins to answer, also the taps of updates that were seen before: the answer may have been lost."""
        if self._answer is None:
            return
        for arrival in arrivals:
            if arrival.callback is not None:
                task = asyncio.create_task(self._answer(arrival.callback))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
                self._only_answer[arrival.callback] = task

    def spoken_to(self, callbacks: Iterable[str]) -> None:
        """To these taps something is said as well."""
        for callback in callbacks:
            self._only_answer.pop(callback, None)

    async def silent(self) -> None:
        """Until those have their answer to whom nothing is said: it is all they get, so it comes before the
        update is acknowledged.
        """
        waited, self._only_answer = list(self._only_answer.values()), {}
        if waited:
            await asyncio.wait(waited, timeout=PATIENCE)
