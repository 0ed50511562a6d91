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
from bot.sending.backoff import Backoff
from bot.sending.limits import TICK
from bot.sending.outcomes import (
    AwayError,
    DeliveryError,
    Outcomes,
    TooFastError,
    UnacceptableError,
    UnreachableError,
)
from bot.sending.queues import ChatQueue, Item, Outgoing
from bot.sending.schedule import Schedule

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
        self._concurrency = concurrency
        self._schedule = Schedule(clock, rate, backoff or Backoff(), self._expired)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing = False
        self._pump_planned = False
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
        return len(self._schedule)

    @property
    def sending(self) -> int:
        """Rows that are being sent at this moment."""
        return self._schedule.busy

    def put(self, rows: Sequence[Outgoing]) -> None:
        """Takes rows that are committed; one that is here already (a take-over) is not taken twice.

        A row whose `not_before` is still to come stops nobody behind it. After a withdrawal in the same
        step: first `withdraw`, then `put`.
        """
        self._schedule.add(rows)
        self._pump_soon()

    def withdraw(self, chat: bytes) -> None:
        """Takes back what this chat has not been sent and is not CARE; of that, no send is repeated."""
        self._schedule.withdraw(chat)
        self._pump_soon()

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

    def _next(self) -> ChatQueue | None:
        return None if self._closing else self._schedule.next()

    def _pump_soon(self) -> None:
        """Lets whoever called us go on first: the next getUpdates should be on its way before the sends."""
        if not self._pump_planned:
            self._pump_planned = True
            asyncio.get_running_loop().call_soon(self._pump)

    def _pump(self) -> None:
        """Starts as many sends as may be started now."""
        self._pump_planned = False
        while self._schedule.busy < self._concurrency and (queue := self._next()) is not None:
            task = asyncio.create_task(self._work(queue))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._plan()

    def _plan(self) -> None:
        """Wakes `run` when it would sleep too long."""
        soonest = self._schedule.wake_at()
        if soonest is not None and (self._planned is None or soonest < self._planned - TICK):
            self._wake.set()
        self._planned = soonest

    async def _rest(self) -> None:
        """Until the planned time, or until an earlier one is planned."""
        if self._planned is None or self._wake.is_set():
            await self._wake.wait()
            return
        sleep = asyncio.ensure_future(self._clock.sleep(self._planned - self._clock.monotonic()))
        wake = asyncio.ensure_future(self._wake.wait())
        try:
            await asyncio.wait({sleep, wake}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleep.cancel()
            wake.cancel()

    async def _work(self, first: ChatQueue) -> None:
        """Sends one message after the other, of whichever chat is next, as long as there is one."""
        queue: ChatQueue | None = first
        while queue is not None:
            try:
                await self._send(queue)
            finally:
                self._schedule.settle(queue)
            queue = self._next()
            if queue is None:
                self._plan()
            else:
                self._pump()

    async def _send(self, queue: ChatQueue) -> None:
        item = queue.items[0]
        try:
            await self._carry(item)
        except DeliveryError as error:
            self._failed(queue, item, error)
        except Exception as error:  # a fault of ours in one message must not stop its chat
            self._failed(queue, item, UnacceptableError(f"our fault: {type(error).__name__}"))
        else:
            self._arrived(queue, item)

    async def _carry(self, item: Item) -> None:
        """Sends the first part that has not arrived."""
        if item.parts is None:
            item.parts = self._carrier.parts(Message.unpack(item.row.payload))
        await self._carrier.deliver(item.row.address, item.parts[0])
        item.parts = item.parts[1:]
        item.begun = True

    def _arrived(self, queue: ChatQueue, item: Item) -> None:
        if not item.parts or item.withdrawn:
            self._outcomes.delivered.append(self._schedule.finish(queue))
            self.news.set()
        self._schedule.arrived(queue)

    def _failed(self, queue: ChatQueue, item: Item, error: DeliveryError) -> None:
        if isinstance(error, UnreachableError | UnacceptableError):
            self._refused(queue, item, error)
            return
        if isinstance(error, TooFastError):
            self._schedule.too_fast(queue, error.seconds)
        elif isinstance(error, AwayError):
            self.uncertain += error.uncertain
            self._schedule.away(queue)
        if item.withdrawn:
            self._schedule.finish(queue)

    def _refused(self, queue: ChatQueue, item: Item, error: DeliveryError) -> None:
        whom = (item.row.channel, item.row.address)
        self._outcomes.refused.append(self._schedule.finish(queue))
        self.news.set()
        if not isinstance(error, UnreachableError):
            logger.warning("A message was refused and dropped: %s (%s)", item.row.channel, error)
        elif whom not in self._outcomes.unreachable:
            self._outcomes.unreachable.append(whom)

    def _expired(self, row: int) -> None:
        self._outcomes.expired.append(row)
        self.news.set()
