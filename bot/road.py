"""The one road: whatever happens comes in here, is stepped, stored in one transaction, and only then sent.

Returning from `take` means: it is committed. Whoever carried the updates may acknowledge them then, not before.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import InterfaceError, OperationalError

from bot.arrival import Arrival
from bot.aside import Aside
from bot.clock import Clock
from bot.noting import Noting
from bot.sending.sender import Sender
from bot.stepping import Stepper, Steps
from bot.taps import AnswerTap, Taps
from flows.talk import Blocked, Plan, WakeAt
from storage.errors import ConflictError
from storage.store import Store
from storage.unit import Unit
from storage.values import DueTimer

logger = logging.getLogger(__name__)

TIMERS_AT_ONCE = 200
TRIES = 5
DOWN = (OperationalError, InterfaceError, OSError)  # the database as a whole: nothing can be set aside either


@dataclass(frozen=True, slots=True)
class Unusable:
    """An update that says nothing to us; `raw` is what came, where it made no sense at all."""

    source: str
    update: int | None
    raw: bytes = b""


@dataclass(slots=True)
class Load:
    """What goes through one transaction; of timers at most so many as `timers` says."""

    arrivals: Sequence[Arrival] = ()
    unusable: Sequence[Unusable] = ()
    timers: int = 0
    unreachable: bool = False
    steps: list[Steps] = field(default_factory=list)
    fired: list[DueTimer] = field(default_factory=list)


class Road:
    """One for each channel of a process."""

    def __init__(
        self,
        stepper: Stepper,
        store: Store,
        clock: Clock,
        sender: Sender,
        channel: str,
        answer_tap: AnswerTap | None = None,
    ) -> None:
        self._stepper = stepper
        self._store = store
        self._clock = clock
        self._sender = sender
        self._channel = channel
        self._taps = Taps(answer_tap)
        self._noting = Noting(sender)
        self._aside = Aside(stepper, store, clock)
        self.planned = asyncio.Event()
        """Set when a transaction has planned something, so that whoever sleeps until the next timer looks."""

    async def take(self, arrivals: Sequence[Arrival], unusable: Sequence[Unusable] = ()) -> None:
        """Apply each update once and commit. Raises only when the database as a whole cannot be written."""
        self._taps.stop(arrivals)
        await self._carry(Load(arrivals, unusable))
        if self._noting.unreachable:
            await self.note()
        await self._taps.silent()

    async def wake(self) -> bool:
        """Apply timers that are due; whether there may be more of them."""
        load = Load(timers=TIMERS_AT_ONCE)
        await self._carry(load)
        return len(load.fired) == TIMERS_AT_ONCE

    async def note(self) -> None:
        """Write down what became of messages."""
        await self._carry(Load(unreachable=True))

    async def begin(self) -> None:
        """Take up what an earlier run, or another worker, left unsent."""
        async with self._store.unit() as unit:
            await unit.arrive(self._clock.now())
        await self.take_over()

    async def take_over(self) -> None:
        """Say that we live, and take what nobody sends."""
        async with self._store.unit() as unit:
            await unit.delivered(self._noting.gather())  # whoever was taken for dead does not say it again
            await unit.renew(self._clock.now())
            rows = await unit.unsent(self._clock.now(), self._channel)
        self._noting.done()
        self._sender.put(rows)

    async def next_due(self) -> float | None:
        """Seconds until the next timer; None without any."""
        async with self._store.unit() as unit:
            due = await unit.next_due(self._channel)
        return None if due is None else (due - self._clock.now()).total_seconds()

    # ---- one transaction ---------------------------------------------------------------------------------

    async def _carry(self, load: Load) -> None:
        try:
            await self._again_on_conflict(load)
        except DOWN:
            raise
        except Exception as error:
            await self._bisect(load, error)

    async def _again_on_conflict(self, load: Load) -> None:
        for _ in range(TRIES - 1):
            try:
                await self._once(load)
            except ConflictError:
                logger.info("Another worker changed a person in between; stepping again")
            else:
                return
        await self._once(load)

    async def _once(self, load: Load) -> None:
        load.steps, load.fired = [], []
        async with self._store.unit() as unit:
            rows = await self._work(unit, load)
        self._noting.done()
        if load.unreachable:
            self._noting.unreachable = []
        for steps in load.steps:
            self._taps.spoken_to(steps.spoken_to)
            if steps.withdraws:
                self._sender.withdraw(steps.found.key)
        self._sender.put(rows)
        if any(isinstance(effect, Plan | WakeAt) for steps in load.steps for effect in steps.effects):
            self.planned.set()

    async def _work(self, unit: Unit, load: Load) -> list[Any]:
        now = self._clock.now()
        await unit.delivered(self._noting.gather())
        arrivals = await self._fresh(unit, load)
        if load.unreachable:
            arrivals += [Arrival(*whom, Blocked()) for whom in self._noting.unreachable]
        if load.timers:
            load.fired = await unit.due(now, load.timers, self._channel)
            arrivals += [Arrival(timer.channel, timer.address, timer.incoming) for timer in load.fired]
        grouped: dict[tuple[str, str], list[Arrival]] = {}
        for arrival in arrivals:
            grouped.setdefault((arrival.channel, arrival.address), []).append(arrival)
        people = await unit.find(grouped)
        load.steps = [
            await self._stepper.walk(unit, people[address], own, now) for address, own in grouped.items()
        ]
        changes = [steps.change() for steps in load.steps]
        rows = await unit.save(changes, now, [timer.id for timer in load.fired])
        await self._mark(unit, load)
        return rows

    async def _fresh(self, unit: Unit, load: Load) -> list[Arrival]:
        """The arrivals that were never applied, each once."""
        sources: dict[str, set[int]] = {}
        for arrival in load.arrivals:
            if arrival.update is not None:
                sources.setdefault(arrival.source, set()).add(arrival.update)
        unseen = {source: await unit.unseen(source, ids) for source, ids in sources.items()}
        fresh = []
        for arrival in load.arrivals:
            if arrival.update is None:
                fresh.append(arrival)
            elif arrival.update in unseen[arrival.source]:
                unseen[arrival.source].discard(arrival.update)
                fresh.append(arrival)
        return fresh

    async def _mark(self, unit: Unit, load: Load) -> None:
        now = self._clock.now()
        updates: dict[str, set[int]] = {}
        numbered = [(one.source, one.update) for one in load.arrivals]
        numbered += [(one.source, one.update) for one in load.unusable]
        for source, update in numbered:
            if update is not None:
                updates.setdefault(source, set()).add(update)
        for source, ids in updates.items():
            await unit.mark_seen(source, ids, now)
        for one in load.unusable:
            if one.raw:
                await unit.set_aside(one.source, one.update, one.raw, "Malformed", now)
        for steps in load.steps:
            for arrival, reason in steps.failed:
                await unit.set_aside(
                    arrival.source, arrival.update, arrival.raw, reason, now, steps.found.key
                )

    # ---- when the database refuses -----------------------------------------------------------------------

    async def _bisect(self, load: Load, error: Exception) -> None:
        """Halve until the one thing that cannot be stored is alone; the others go on."""
        if len(load.arrivals) > 1:
            half = len(load.arrivals) // 2
            await self._carry(Load(load.arrivals[:half], load.unusable))
            await self._carry(Load(load.arrivals[half:]))
        elif load.arrivals:
            self._sender.put(await self._aside.update(load.arrivals[0], error))
            await self._carry(Load(unusable=load.unusable))
        elif load.timers:
            await self._timers_one_by_one(load, error)
        elif load.unreachable and self._noting.unreachable:
            logger.error("Somebody could not be noted as unreachable", exc_info=error)
            self._noting.unreachable = []
            await self._carry(Load())
        else:
            raise error

    async def _timers_one_by_one(self, load: Load, error: Exception) -> None:
        if load.timers == 1:
            load.fired = await self._aside.timer(self._channel, error)
            return
        more = True
        while more and len(load.fired) < load.timers:
            one = Load(timers=1)
            await self._carry(one)
            load.fired += one.fired
            more = bool(one.fired)
