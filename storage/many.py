"""How one statement is run for many rows without looking at every value one by one is here.

SQLAlchemy compiles the statement once; its rows then go to the driver as they are, except that instants become
numbers. For a hundred people that saves more than the statements themselves cost.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect, UpdateBase

from storage.tables import Instant, ticks

_KNOWN = 64  # statements of this package, for the databases in use

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A statement in the words of its database, and the names of its values in their order."""

    sql: str
    names: tuple[str, ...]
    instants: frozenset[str]

    def values(self, row: Row) -> tuple[Any, ...]:
        return tuple([_number(row[name]) if name in self.instants else row[name] for name in self.names])


def execute_many(connection: Connection, statement: UpdateBase, rows: Sequence[Row]) -> CursorResult[Any]:
    """Runs the statement for each of the rows (at least one), which have the same names.

    Values are what the driver takes: bytes, text, numbers, None; and aware datetimes for Instant columns.
    """
    prepared = _prepare(statement, connection.dialect, tuple(rows[0]))
    return connection.exec_driver_sql(prepared.sql, [prepared.values(row) for row in rows])


@lru_cache(maxsize=_KNOWN)
def _prepare(statement: UpdateBase, dialect: Dialect, names: tuple[str, ...]) -> _Prepared:
    compiled = statement.compile(dialect=dialect, column_keys=list(names), for_executemany=True)
    order = tuple(compiled.positiontup or ())
    instants = frozenset(name for name in order if isinstance(compiled.binds[name].type, Instant))
    return _Prepared(compiled.string, order, instants)


def _number(instant: datetime | None) -> int | None:
    return None if instant is None else ticks(instant)
