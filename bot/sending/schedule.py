"""What waits to be sent stands here, and which of it may go now: by rank, order, limits, holds and expiry."""

from collections.abc import Callable, Iterable

from bot.clock import Clock
from bot.sending.agenda import Agenda
from bot.sending.backoff import Backoff
from bot.sending.limits import TICK, Limits
from bot.sending.outage import Outage
from bot.sending.queues import ChatQueue, Item, Outgoing


class Schedule:
    """All chats that have something to be sent. No I/O; `expired` is told the id of a row that came too late.

    A chat that `next` gave out is `busy` until it is given back to `settle`. Seconds are monotonic.
    """

    def __init__(self, clock: Clock, rate: float, backoff: Backoff, expired: Callable[[int], None]) -> None:
        self._clock = clock
        self._backoff = backoff
        self._expired = expired
        self._limits = Limits(rate)
        self._outage = Outage(backoff)
        self._agenda = Agenda()
        self._chats: dict[bytes, ChatQueue] = {}
        self._ids: set[int] = set()
        self._busy = 0

    def __len__(self) -> int:
        """How many rows wait or are being sent."""
        return len(self._ids)

    @property
    def busy(self) -> int:
        """How many chats are being written to."""
        return self._busy

    def add(self, rows: Iterable[Outgoing]) -> None:
        """A row that is here already is not taken twice."""
        now = self._clock.monotonic()
        for row in rows:
            if row.id not in self._ids:
                self._add(row, now)

    def withdraw(self, chat: bytes) -> None:
        """Takes back what is not CARE; what is being sent will not be repeated."""
        queue = self._chats.get(chat)
        if queue is None:
            return
        self._ids.difference_update(queue.withdraw())
        if not queue.busy:
            self._place(queue, self._clock.monotonic())

    def next(self) -> ChatQueue | None:
        """The chat whose first message is to be sent now; it is busy from here on."""
        now = self._clock.monotonic()
        for due in self._agenda.due(now):
            self._place(due, now)
        while (queue := self._agenda.peek()) is not None and self._open(now):
            self._agenda.remove(queue)
            if not self._expire(queue, now):
                self._limits.take(queue.key, now)
                queue.busy = True
                self._busy += 1
                return queue
        return None

    def settle(self, queue: ChatQueue) -> None:
        """Takes back a chat that `next` gave out."""
        queue.busy = False
        self._busy -= 1
        self._place(queue, self._clock.monotonic())

    def wake_at(self) -> float | None:
        """When something changes by time alone; None when nothing does."""
        times = [] if (first := self._agenda.next_time()) is None else [first]
        now = self._clock.monotonic()
        if self._agenda.peek() is not None and (wait := self._wait_for_all(now)) > 0:
            times.append(now + wait)
        return min(times, default=None)

    def finish(self, queue: ChatQueue) -> int:
        """The chat's first row has an outcome; its id."""
        done = queue.pop().row.id
        self._ids.discard(done)
        return done

    def arrived(self, queue: ChatQueue) -> None:
        """Something got through, so that no outage lasts."""
        queue.failures = 0
        if self._outage.succeeded():
            self._recover(self._clock.monotonic())

    def too_fast(self, queue: ChatQueue, seconds: float) -> None:
        """The channel asked for a pause."""
        self._limits.hold(queue.key, self._clock.monotonic(), seconds)

    def away(self, queue: ChatQueue) -> None:
        """The channel could not be used."""
        now = self._clock.monotonic()
        queue.failures += 1
        queue.held_until = now + self._backoff.seconds(queue.failures)
        self._outage.failed(queue.key, now)

    def _add(self, row: Outgoing, now: float) -> None:
        self._ids.add(row.id)
        queue = self._chats.get(row.chat)
        if queue is None:
            queue = self._chats[row.chat] = ChatQueue(row.chat)
        wait = 0.0 if row.not_before is None else (row.not_before - self._clock.now()).total_seconds()
        if wait > TICK:
            queue.add_later(Item(row), now + wait)
        else:
            queue.add(Item(row))
        if not queue.busy:
            self._place(queue, now)

    def _place(self, queue: ChatQueue, now: float) -> None:
        """Puts a chat where it belongs: among the ready, among the waiting, or out of memory."""
        queue.promote(now + TICK)
        if not queue:
            self._agenda.remove(queue)
            del self._chats[queue.key]
            return
        until = max(now + self._limits.wait_for(queue.key, now), queue.held_until)
        if not queue.items:
            until = max(until, queue.later[0][0])
        if until <= now + TICK:
            self._agenda.ready(queue)
        else:
            self._agenda.wait(queue, until)

    def _open(self, now: float) -> bool:
        """Whether anything may be sent; in an outage, one knocks for all."""
        knocking = self._outage.lasts and self._busy > 0
        return not knocking and self._wait_for_all(now) <= TICK

    def _wait_for_all(self, now: float) -> float:
        return max(self._limits.wait_for_all(now), self._outage.wait(now))

    def _expire(self, queue: ChatQueue, now: float) -> bool:
        """Whether the first message was no longer worth sending, and is gone; what was begun is finished."""
        item = queue.items[0]
        if item.begun or item.row.expires is None or item.row.expires > self._clock.now():
            return False
        self._expired(self.finish(queue))
        self._place(queue, now)
        return True

    def _recover(self, now: float) -> None:
        """An outage is over: nobody has to wait any longer because of it."""
        for queue in [queue for queue in self._chats.values() if not queue.busy]:
            queue.held_until = 0.0
            self._place(queue, now)
