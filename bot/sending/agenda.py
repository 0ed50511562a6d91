"""Which chat is next is decided here: those that may be written to by rank, the others by time."""

import heapq
from collections.abc import Iterator
from itertools import count

from bot.sending.queues import ChatQueue


class Agenda:
    """Each chat stands here once at most: placing it again makes its earlier entry stale.

    Seconds are monotonic. Nothing is searched: every step costs the logarithm of how many chats wait.
    """

    def __init__(self) -> None:
        self._ready: list[tuple[int, int, int, ChatQueue]] = []  # rank, id of the first row, stamp
        self._waiting: list[tuple[float, int, ChatQueue]] = []  # until, stamp
        self._stamps = count(1)
        self._live = 0

    def ready(self, chat: ChatQueue) -> None:
        """It may be written to: the better rank first, among equals the older message."""
        heapq.heappush(self._ready, (chat.rank, chat.items[0].row.id, self._place(chat), chat))

    def wait(self, chat: ChatQueue, until: float) -> None:
        heapq.heappush(self._waiting, (until, self._place(chat), chat))
        if len(self._waiting) > 64 + 2 * self._live:
            self._waiting = [entry for entry in self._waiting if entry[1] == entry[2].stamp]
            heapq.heapify(self._waiting)

    def remove(self, chat: ChatQueue) -> None:
        self._live -= chat.stamp != 0
        chat.stamp = 0

    def due(self, now: float) -> Iterator[ChatQueue]:
        """Every chat whose wait is over leaves, to be placed anew."""
        while (until := self.next_time()) is not None and until <= now:
            chat = heapq.heappop(self._waiting)[2]
            self.remove(chat)
            yield chat

    def next_time(self) -> float | None:
        """When the first wait is over."""
        while self._waiting and self._waiting[0][1] != self._waiting[0][2].stamp:
            heapq.heappop(self._waiting)
        return self._waiting[0][0] if self._waiting else None

    def peek(self) -> ChatQueue | None:
        """The chat that is next, if any may be written to."""
        while self._ready and self._ready[0][2] != self._ready[0][3].stamp:
            heapq.heappop(self._ready)
        return self._ready[0][3] if self._ready else None

    def _place(self, chat: ChatQueue) -> int:
        self._live += chat.stamp == 0
        chat.stamp = next(self._stamps)
        return chat.stamp
