"""Which chat is next is decided here: those that may be written to by rank, the others by time."""

import heapq
from collections.abc import Iterator
from itertools import count
from typing import Any

from bot.sending.limits import TICK
from bot.sending.queues import ChatQueue

_Entry = tuple[Any, int, ChatQueue]  # what it is ordered by, the chat's stamp when it was placed, the chat
_SMALL = 64


class Agenda:
    """Each chat stands here once at most: placing it again makes its earlier entry stale.

    Seconds are monotonic. Nothing is searched: every step costs the logarithm of how many chats wait.
    """

    def __init__(self) -> None:
        self._ready: list[_Entry] = []
        self._waiting: list[_Entry] = []
        self._stamps = count(1)
        self._placed = 0

    def ready(self, queue: ChatQueue) -> None:
        """It may be written to: the better rank first, among equals the older message."""
        self._push(self._ready, (queue.rank, queue.items[0].row.id), queue)

    def wait(self, queue: ChatQueue, until: float) -> None:
        """It may not be written to before `until`."""
        self._push(self._waiting, until, queue)

    def remove(self, queue: ChatQueue) -> None:
        if queue.stamp:
            self._placed -= 1
            queue.stamp = 0

    def due(self, now: float) -> Iterator[ChatQueue]:
        """Every chat whose wait is over leaves, to be placed anew."""
        while (until := self.next_time()) is not None and until <= now + TICK:
            queue = self._waiting[0][2]
            self.remove(queue)
            yield queue

    def next_time(self) -> float | None:
        """When the first wait is over."""
        first = _first(self._waiting)
        return None if first is None else first[0]

    def peek(self) -> ChatQueue | None:
        """The chat that is next, if any may be written to."""
        first = _first(self._ready)
        return None if first is None else first[2]

    def _push(self, heap: list[_Entry], order: Any, queue: ChatQueue) -> None:
        self._placed += queue.stamp == 0
        queue.stamp = next(self._stamps)
        heapq.heappush(heap, (order, queue.stamp, queue))
        if len(heap) > _SMALL + 2 * self._placed:
            heap[:] = [entry for entry in heap if entry[1] == entry[2].stamp]
            heapq.heapify(heap)


def _first(heap: list[_Entry]) -> _Entry | None:
    """The first entry that still holds, after those that do not are thrown away."""
    while heap and heap[0][1] != heap[0][2].stamp:
        heapq.heappop(heap)
    return heap[0] if heap else None
