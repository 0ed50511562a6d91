"""Every message that leaves the outbox goes through here: in order for each chat, the urgent before the rest.

Rows come from memory right after their commit; the table is read only after a crash. Nothing is lost here:
whatever was not reported as an outcome still stands in the table.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Final, Protocol

from bot.clock import Clock
from bot.message import Message
from bot.sending.agenda import Agenda
from bot.sending.backoff import Backoff
from bot.sending.limits import TICK, Limits
from bot.sending.outage import Outage
from bot.sending.outcomes import (
    AwayError,
    DeliveryError,
    Outcomes,
    TooFastError,
    UnacceptableError,
    UnreachableError,
)
from bot.sending.queues import ChatQueue, Item, Outgoing

logger = logging.getLogger(__name__)

CONCURRENCY: Final = 200  # sends under way at once; the connections of the request object must suffice


class Carrier(Protocol):
    """How one channel takes a message."""

    def parts(self, message: Message) -> Sequence[Message]:
        """The messages that the channel makes of this one; each counts against the limits."""

    async def deliver(self, address: str, message: Message) -> None:
        """Returns when it arrived; raises a DeliveryError."""


class Sender:
    """Sends the rows of one channel. `run` has to run beside it; all methods belong to one event loop."""

    def __init__(
        self,
        carrier: Carrier,
        clock: Clock,
        rate: float,
        *,
        concurrency: int = CONCURRENCY,
        backoff: Backoff | None = None,
    ) -> None:
        """`rate` is messages a second in all; 0 lifts that and the limit of each chat."""
        self._carrier = carrier
        self._clock = clock
        self._limits = Limits(rate)
        self._backoff = backoff or Backoff()
        self._outage = Outage(self._backoff)
        self._concurrency = concurrency
        self._agenda = Agenda()
        self._chats: dict[bytes, ChatQueue] = {}
        self._ids: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._sending = 0
        self._closing = False
        self._wake = asyncio.Event()
        self._planned: float | None = None
        self._outcomes = Outcomes()
        self.news = asyncio.Event()
        """Set when `take_outcomes` has something to give."""
        self.uncertain = 0
        """Sends whose answer never came: each may have arrived, and is sent again."""

    @property
    def depth(self) -> int:
        """Rows in memory that have no outcome yet."""
        return len(self._ids)

    @property
    def sending(self) -> int:
        """Rows that are being sent at this moment."""
        return self._sending

    def put(self, rows: Sequence[Outgoing]) -> None:
        """Takes rows that are committed; one that is here already (a take-over) is not taken twice.

        After a withdrawal in the same step: first `withdraw`, then `put`.
        """
        now = self._clock.monotonic()
        for row in rows:
            if row.id not in self._ids:
                self._add(row, now)
        self._pump()

    def withdraw(self, chat: bytes) -> None:
        """Takes back what this chat has not been sent and is not CARE; a failed send of such is not repeated."""
        queue = self._chats.get(chat)
        if queue is not None:
            self._ids.difference_update(queue.withdraw())
            if not queue.busy:
                self._settle(queue, self._clock.monotonic())

    def take_outcomes(self) -> Outcomes:
        """What became of rows since the last call; the caller notes it in the table."""
        taken, self._outcomes = self._outcomes, Outcomes()
        self.news.clear()
        return taken

    async def run(self) -> None:
        """Wakes chats when their time has come, until `drain`."""
        while not self._closing:
            self._wake.clear()
            self._pump()
            await self._rest()

    async def drain(self, seconds: float) -> None:
        """Starts nothing new and waits for what is under way; what takes longer is given up (uncertain)."""
        self._closing = True
        self._wake.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            self.uncertain += len(late)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    # ---- who is next ----------------------------------------------------------------------------------

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
            self._settle(queue, now)

    def _settle(self, queue: ChatQueue, now: float) -> None:
        """Puts a chat where it belongs: among the ready, among the waiting, or out of memory."""
        queue.promote(now)
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

    def _pump(self) -> None:
        """Starts as many sends as may be started now, and plans when to look again."""
        now = self._clock.monotonic()
        while self._sending < self._concurrency and (queue := self._next(now)) is not None:
            task = asyncio.create_task(self._work(queue))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._plan(now)

    def _next(self, now: float) -> ChatQueue | None:
        """The chat whose first message is to be sent now, taken out of the agenda."""
        for due in self._agenda.due(now):
            self._settle(due, now)
        while (queue := self._agenda.peek()) is not None and self._may_send(now):
            self._agenda.remove(queue)
            if self._expire(queue):
                self._settle(queue, now)
                continue
            self._limits.take(queue.key, now)
            queue.busy = True
            self._sending += 1
            return queue
        return None

    def _may_send(self, now: float) -> bool:
        """In an outage, one knocks for all."""
        if self._closing or (self._outage.lasts and self._sending > 0):
            return False
        return self._wait_for_all(now) <= TICK

    def _wait_for_all(self, now: float) -> float:
        return max(self._limits.wait_for_all(now), self._outage.wait(now))

    def _expire(self, queue: ChatQueue) -> bool:
        """Whether the first message was no longer worth sending, and is gone."""
        expires = queue.items[0].row.expires
        if expires is None or expires > self._clock.now():
            return False
        self._outcomes.expired.append(self._forget(queue))
        return True

    # ---- when to look again ---------------------------------------------------------------------------

    def _plan(self, now: float) -> None:
        """Wakes `run` when it would sleep too long."""
        times = [self._agenda.next_time()]
        if self._agenda.peek() is not None and (wait := self._wait_for_all(now)) > 0:
            times.append(now + wait)
        soonest = min((time for time in times if time is not None), default=None)
        if soonest is not None and (self._planned is None or soonest < self._planned - TICK):
            self._wake.set()
        self._planned = soonest

    async def _rest(self) -> None:
        """Until the planned time, or until something else is planned."""
        if self._planned is None:
            await self._wake.wait()
            return
        sleep = asyncio.ensure_future(self._clock.sleep(self._planned - self._clock.monotonic()))
        wake = asyncio.ensure_future(self._wake.wait())
        try:
            await asyncio.wait({sleep, wake}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleep.cancel()
            wake.cancel()

    # ---- sending --------------------------------------------------------------------------------------

    async def _work(self, first: ChatQueue) -> None:
        """Sends one message after the other, of whichever chat is next, as long as there is one."""
        queue: ChatQueue | None = first
        while queue is not None:
            try:
                await self._send(queue)
            finally:
                queue.busy = False
                self._sending -= 1
            now = self._clock.monotonic()
            self._settle(queue, now)
            queue = self._next(now)
        self._pump()

    async def _send(self, queue: ChatQueue) -> None:
        item = queue.items[0]
        try:
            await self._carry(item)
        except DeliveryError as error:
            self._failed(queue, item, error)
        except Exception as error:  # noqa: BLE001 -- a fault of ours in one message must not stop a chat
            self._failed(queue, item, UnacceptableError(f"our fault: {type(error).__name__}"))
        else:
            self._arrived(queue, item)

    async def _carry(self, item: Item) -> None:
        """Sends the first part that has not arrived."""
        if item.parts is None:
            item.parts = self._carrier.parts(Message.unpack(item.row.payload))
        await self._carrier.deliver(item.row.address, item.parts[0])
        item.parts = item.parts[1:]

    def _arrived(self, queue: ChatQueue, item: Item) -> None:
        queue.failures = 0
        if not item.parts or item.withdrawn:
            self._outcomes.delivered.append(self._forget(queue))
        if self._outage.succeeded():
            self._recover(queue)

    def _recover(self, first: ChatQueue) -> None:
        """An outage is over: nobody has to wait any longer because of it."""
        now = self._clock.monotonic()
        for queue in [queue for queue in self._chats.values() if queue is not first and not queue.busy]:
            queue.held_until = 0.0
            self._settle(queue, now)

    def _failed(self, queue: ChatQueue, item: Item, error: DeliveryError) -> None:
        now = self._clock.monotonic()
        if isinstance(error, UnreachableError | UnacceptableError):
            self._refuse(queue, item, error)
        elif item.withdrawn:
            self._forget(queue)
        elif isinstance(error, TooFastError):
            self._limits.hold(queue.key, now, error.seconds)
        else:
            queue.failures += 1
            queue.held_until = now + self._backoff.seconds(queue.failures)
        if isinstance(error, AwayError):
            self.uncertain += error.uncertain
            self._outage.failed(queue.key, now)

    def _refuse(self, queue: ChatQueue, item: Item, error: DeliveryError) -> None:
        row = item.row
        self._outcomes.refused.append(self._forget(queue))
        if isinstance(error, UnreachableError):
            if (row.channel, row.address) not in self._outcomes.unreachable:
                self._outcomes.unreachable.append((row.channel, row.address))
        else:
            logger.warning("A message was refused and dropped: %s (%s)", row.channel, error)

    def _forget(self, queue: ChatQueue) -> int:
        """The first message has an outcome."""
        done = queue.pop().row.id
        self._ids.discard(done)
        self.news.set()
        return done
