"""Everything about reaching the database, and about how its transactions begin, lives here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage import files, sqlite_driver

_PATIENCE = 10  # seconds that a transaction waits for another process to finish its own
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # what we told Telegram we have survives a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is erased is overwritten, not only forgotten
    "PRAGMA wal_autocheckpoint=4000",  # 16 MiB: pages that change often are moved once and not ten times
    "PRAGMA cache_size=-16384",  # 16 MiB
    "PRAGMA journal_size_limit=67108864",  # 64 MiB, given back after a backlog
)
_WRITES = "selfkind_writes"


@dataclass(frozen=True, slots=True)
class Database:
    """An engine for the whole life of the process; `open` is the way to get one."""

    engine: AsyncEngine

    @classmethod
    def open(cls, url: str) -> "Database":
        """Nothing is connected yet, but SQLite's file and its directory are there, for their owner only."""
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite":
            return cls(create_async_engine(parsed, hide_parameters=True, pool_pre_ping=True))
        # SQLite alone would make the file readable for everybody; its WAL takes over the file's mode.
        files.touch(Path(parsed.database or ""))
        waits: dict[str, Any] = {"timeout": _PATIENCE, "async_creator_fn": sqlite_driver.connect}
        engine = create_async_engine(parsed, hide_parameters=True, pool_size=2, connect_args=waits)
        event.listen(engine.sync_engine, "connect", _on_connect)
        event.listen(engine.sync_engine, "begin", _on_begin)
        return cls(engine)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write; on SQLite nobody else writes as long as it lasts."""
        async with self.engine.connect() as connection:
            await connection.execution_options(**{_WRITES: True})
            async with connection.begin():
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads, beside whoever writes."""
        async with self.engine.begin() as connection:
            yield connection

    @asynccontextmanager
    async def migrating(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may make tables anew; SQLite looks at what points to what only at its end."""
        async with self.engine.connect() as connection:
            await _guard_references(connection, "OFF")
            await connection.execution_options(**{_WRITES: True})
            try:
                async with connection.begin():
                    yield connection
                    await _check_references(connection)
            finally:
                await _guard_references(connection, "ON")

    async def close(self) -> None:
        await self.engine.dispose()


async def _guard_references(connection: AsyncConnection, switch: str) -> None:
    """SQLite ignores this inside a transaction, so it goes past SQLAlchemy, which would begin one.

    Without it, dropping the old form of a table would delete all that hangs on it.
    """
    if connection.dialect.name == "sqlite":
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await (await driver.execute(f"PRAGMA foreign_keys={switch}")).close()


async def _check_references(connection: AsyncConnection) -> None:
    """Raises RuntimeError, which undoes everything, when a row points to nothing."""
    if connection.dialect.name == "sqlite":
        lost = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
        if lost:
            raise RuntimeError(f"rows that point to nothing in {sorted({row[0] for row in lost})}")


def _on_connect(connection: Any, record: ConnectionPoolEntry) -> None:
    """The driver's own idea of when a transaction begins is switched off: `_on_begin` says it."""
    del record
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _on_begin(connection: Connection) -> None:
    """IMMEDIATE takes the lock at once: a transaction that reads first could otherwise not begin to write."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
