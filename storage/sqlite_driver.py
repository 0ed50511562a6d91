"""How a statement reaches SQLite with one change of threads instead of four lives here.

aiosqlite asks its thread anew for the cursor, for the statement, for the rows and for the end of the cursor.
At ten statements a transaction that is most of what a transaction costs: here all four are one question.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite

_CHUNK = 64  # rows that aiosqlite fetches at once when it iterates; nothing here does


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a statement gave; the driver's own cursor is closed already."""

    description: Any = None
    rows: Sequence[Any] = ()
    rowcount: int = -1
    lastrowid: int | None = None


class WholeCursor:
    """The part of aiosqlite's cursor that SQLAlchemy uses, on rows that were fetched with the statement."""

    def __init__(self, connection: "WholeConnection") -> None:
        self._connection = connection
        self._answer = _Answer()
        self.arraysize = 1

    async def __aenter__(self) -> "WholeCursor":
        return self

    @property
    def description(self) -> Any:
        return self._answer.description

    @property
    def rowcount(self) -> int:
        return self._answer.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._answer.lastrowid

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> "WholeCursor":
        self._answer = await self._connection.ask(sql, parameters)
        return self

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> "WholeCursor":
        self._answer = await self._connection.ask_many(sql, rows)
        return self

    async def fetchall(self) -> Sequence[Any]:
        return self._answer.rows

    async def close(self) -> None:
        """There is nothing left to close."""


class WholeConnection(aiosqlite.Connection):
    """An aiosqlite connection whose statements come back whole."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, _CHUNK)
        self._thread.daemon = (
            True  # as SQLAlchemy has it: a forgotten connection must not keep us from ending
        )

    def cursor(self) -> Any:
        return WholeCursor(self)

    async def ask(self, sql: str, parameters: Sequence[Any]) -> _Answer:
        """Runs one statement and fetches all its rows, on the connection's own thread."""
        return await self._whole(_ask, sql, parameters)

    async def ask_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> _Answer:
        """Runs one statement for each row of parameters."""
        return await self._whole(_ask_many, sql, rows)

    async def _whole(self, ask: Callable[..., _Answer], sql: str, values: Any) -> _Answer:
        question: Any = self._execute  # untyped in the library
        answer: _Answer = await question(ask, self._conn, sql, values)
        return answer


def _ask(connection: sqlite3.Connection, sql: str, parameters: Sequence[Any]) -> _Answer:
    cursor = connection.execute(sql, parameters)
    rows = cursor.fetchall() if cursor.description else ()
    return _finished(cursor, rows)


def _ask_many(connection: sqlite3.Connection, sql: str, rows: Iterable[Sequence[Any]]) -> _Answer:
    return _finished(connection.executemany(sql, rows), ())


def _finished(cursor: sqlite3.Cursor, rows: Sequence[Any]) -> _Answer:
    answer = _Answer(cursor.description, rows, cursor.rowcount, cursor.lastrowid)
    cursor.close()
    return answer


def connect(file: str | Path, **arguments: Any) -> WholeConnection:
    """What `aiosqlite.connect` does, for SQLAlchemy's `async_creator_fn`."""
    return WholeConnection(lambda: sqlite3.connect(str(file), **arguments))
