"""Everything that reads or changes what is remembered goes through the unit of work that is here."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import export, failures, outbox, people, saving, seen, small, sweep, timers, workers
from storage.errors import ConflictError
from storage.failures import Failure
from storage.tables import EPOCH
from storage.values import Change, DueTimer, Found, Outgoing
from storage.vault import Vault

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Lease:
    """When this worker last said that it lives, and whether it was taken for dead since it was last asked."""

    renewed: datetime | None = None
    lost: bool = False

    def aged(self) -> "Lease":
        """The same, to be renewed before anything else: what it says may have been undone."""
        return Lease(self.renewed and EPOCH, self.lost)

    def is_fresh(self, now: datetime) -> bool:
        """The host's clock may have been set back, so both directions count."""
        return self.renewed is not None and abs(now - self.renewed) < workers.RENEWAL


class Unit:
    """One write transaction; `Store.unit` makes it. Every `now` is an aware datetime in UTC."""

    def __init__(self, connection: AsyncConnection, vault: Vault, owner: str, lease: Lease) -> None:
        self.lease = lease
        self._connection = connection
        self._vault = vault
        self._owner = owner
        self._held: dict[bytes, int] = {}

    # ---- updates --------------------------------------------------------------------------------------

    async def unseen(self, source: str, ids: Collection[int]) -> set[int]:
        """Those update ids of that source that were never marked, in the last 8 days."""
        return await self._run(seen.unseen, source, ids)

    async def mark_seen(self, source: str, ids: Collection[int], now: datetime) -> None:
        """They are applied; twice does no harm."""
        await self._run(seen.mark, source, ids, now)

    async def set_aside(
        self,
        source: str,
        update_id: int | None,
        raw: bytes,
        reason: str,
        now: datetime,
        chat: bytes | None = None,
    ) -> None:
        """Keeps what could not be processed, sealed, and marks it as seen.

        `reason` is the name of an exception class; `chat` is `Found.key`, where it is known whose it was.
        """
        await self._run(failures.keep, self._vault, chat, raw, reason, now)
        if update_id is not None:
            await self.mark_seen(source, [update_id], now)

    async def failures(self, after: int = 0, limit: int = 100) -> list[Failure]:
        """What was set aside with an id above `after`, decrypted, the oldest first."""
        return await self._run(failures.listed, self._vault, after, limit)

    # ---- people ---------------------------------------------------------------------------------------

    async def find(self, addresses: Collection[tuple[str, str]]) -> dict[tuple[str, str], Found]:
        """Whoever lives at each (channel, address), held by this unit until it ends. One statement."""
        if not addresses:
            return {}
        found = await self._run(people.load, self._vault, addresses)
        self._held |= {one.key: one.version for one in found.values()}
        return found

    async def save(
        self, changes: Sequence[Change], now: datetime, fired: Collection[int] = ()
    ) -> list[Outgoing]:
        """Writes what became of people, one change each, found in this unit; deletes the timers that fired.

        Gives the messages that this worker sends, in order. A Withdraw or an Erase has taken back whatever
        was unsent before it and is not care: drop that from memory, too.
        Raises ConflictError when somebody was changed since: load again and step again.
        """
        if len({change.found.key for change in changes}) < len(changes):
            raise ValueError("one change for each person")
        for change in changes:
            if self._held.pop(change.found.key, None) != change.found.version:
                raise ConflictError
        if any(change.messages for change in changes):
            await self._stay_alive(now)
        return await self._run(saving.save, self._vault, self._owner, changes, now, fired)

    async def export(self, found: Found) -> dict[str, Any]:
        """Everything kept about this person before this unit's changes, in clear, ready for JSON."""
        return await self._run(export.export, self._vault, found)

    # ---- time -----------------------------------------------------------------------------------------

    async def due(self, now: datetime, limit: int, channel: str) -> list[DueTimer]:
        """Timers of that channel whose time has come, claimed for this unit; give their ids to `save`."""
        return await self._run(timers.due, self._vault, now, limit, channel)

    async def next_due(self, channel: str) -> datetime | None:
        """When that channel's next timer is due (it may be past), so that the clock can sleep until then."""
        return await self._run(timers.next_due, channel)

    async def sweep(self, now: datetime) -> int:
        """Forgets what is over, a bounded part of it; gives the rows that went, 0 when there is no more."""
        return await self._run(sweep.sweep, now)

    # ---- the outbox -----------------------------------------------------------------------------------

    async def unsent(self, now: datetime, channel: str, limit: int = 1000) -> list[Outgoing]:
        """Claims messages that nobody sends: new to this worker, the oldest first, whole chats in order."""
        await self._stay_alive(now)
        await self._run(workers.bury, self._owner, now)
        return await self._run(outbox.unsent, self._vault, self._owner, now, channel, limit)

    async def delivered(self, ids: Collection[int]) -> None:
        """They arrived, or never will: forget them."""
        await self._run(outbox.delivered, ids)

    async def postpone(self, ids: Collection[int], until: datetime) -> None:
        """They are not sent before then, not even by another worker after a crash."""
        await self._run(outbox.postpone, ids, until)

    async def let_go(self, ids: Collection[int]) -> None:
        """Any worker may send them now."""
        await self._run(outbox.let_go, ids)

    async def arrive(self, now: datetime) -> None:
        """Call it once at start: what was this worker's before a restart is for `unsent` again."""
        await self._run(workers.arrive, self._owner, now)
        self.lease = Lease(now)

    async def renew(self, now: datetime) -> bool:
        """Call it every 10 seconds. False: we were taken for dead; drop the queue and call `unsent`."""
        await self._renew(now)
        lost, self.lease = self.lease.lost, Lease(now)
        return not lost

    async def leave(self) -> None:
        """Call it at the end: others may send at once what is left."""
        await self._run(workers.leave, self._owner)
        self.lease = Lease()

    async def _stay_alive(self, now: datetime) -> None:
        if not self.lease.is_fresh(now):
            await self._renew(now)

    async def _renew(self, now: datetime) -> None:
        alive = await self._run(workers.renew, self._owner, now)
        newly_lost = not alive and self.lease.renewed is not None
        self.lease = Lease(now, self.lease.lost or newly_lost)

    async def _run(
        self, work: Callable[Concatenate[Connection, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        """Everything below is ordinary blocking SQLAlchemy; it is bridged here, once for each method."""
        return await self._connection.run_sync(work, *args, **kwargs)

    # ---- small things ---------------------------------------------------------------------------------

    async def meta(self, name: str) -> bytes | None:
        """A small thing kept under that name."""
        return await self._run(small.read, name)

    async def set_meta(self, name: str, value: bytes) -> None:
        """Keeps a small thing, in clear: nothing personal, no secrets. Names have 64 characters at most."""
        await self._run(small.write, name, value)
