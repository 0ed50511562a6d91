"""What cannot be stored is put aside here, sealed, so that everything behind it can go on."""

import logging
from dataclasses import dataclass

from bot.arrival import Arrival
from bot.clock import Clock
from bot.stepping import Stepper
from storage.store import Store
from storage.values import DueTimer, Outgoing

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Aside:
    """Each in a transaction of its own; raises when even that is refused: then it is not this one thing."""

    stepper: Stepper
    store: Store
    clock: Clock

    async def update(self, arrival: Arrival, error: Exception) -> list[Outgoing]:
        """Says so to the person if that can be stored, and touches nothing else of theirs; gives what to send."""
        logger.error("The database refused an update, which was set aside", exc_info=error)
        try:
            return await self._update(arrival, error, apologise=True)
        except Exception as again:
            logger.error("Nor can anything be said about it", exc_info=again)
            return await self._update(arrival, error, apologise=False)

    async def timer(self, channel: str, error: Exception) -> list[DueTimer]:
        """The one that is due first; nobody else's may wait for it."""
        logger.error("The database refused a timer, which was set aside", exc_info=error)
        async with self.store.unit() as unit:
            now = self.clock.now()
            due = await unit.due(now, 1, channel)
            await unit.save([], now, [timer.id for timer in due])
            await unit.set_aside("", None, b"", type(error).__name__, now)
        return due

    async def _update(self, arrival: Arrival, error: Exception, *, apologise: bool) -> list[Outgoing]:
        rows: list[Outgoing] = []
        async with self.store.unit() as unit:
            now, address = self.clock.now(), (arrival.channel, arrival.address)
            found = (await unit.find([address]))[address]
            if apologise:
                steps = await self.stepper.apologise(unit, found, arrival, now)
                rows = await unit.save([steps.change()], now)
            reason = type(error).__name__
            await unit.set_aside(arrival.source, arrival.update, arrival.raw, reason, now, found.key)
        return rows
