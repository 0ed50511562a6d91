"""Where one worker gets its units of work, one after the other, is here."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage.database import Database
from storage.unit import Lease, Unit
from storage.vault import Vault


class Store:
    """What is remembered, as one worker sees it.

    `owner` names the worker in the outbox. A worker that keeps its name over restarts has its own messages
    back at once; those of a name that died are free after 30 seconds. Two that live never share a name.
    """

    def __init__(self, database: Database, vault: Vault, owner: str) -> None:
        self.owner = owner
        self._database = database
        self._vault = vault
        self._turn = asyncio.Lock()
        self._lease = Lease()

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """One transaction, committed at its end and rolled back when an exception leaves it.

        There is one at a time: do not open another inside, and do no waiting on people or networks in it.
        """
        async with self._turn:
            lease, self._lease = self._lease, self._lease.aged()
            async with self._database.writing() as connection:
                unit = Unit(connection, self._vault, self.owner, lease)
                yield unit
            self._lease = unit.lease

    async def close(self, seconds: float = 1.0) -> None:
        """Waits so long for the transaction that goes on; none begins any more, for whoever asks waits for ever.

        Call it before the tasks that work with this store are cancelled: one that is cancelled inside a
        transaction leaves its database thread behind.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._turn.acquire()
