"""Everything that SQLite and PostgreSQL do not say in the same words lives here."""

from functools import cache

from sqlalchemy import (
    Connection,
    Insert,
    Integer,
    Select,
    String,
    Table,
    bindparam,
    cast,
    column,
    func,
    select,
    table,
)
from sqlalchemy.dialects import postgresql, sqlite

POSTGRESQL = "postgresql"

_NAME = bindparam("name", type_=String)
_LAST_ON_SQLITE = (
    select(column("seq", Integer))
    .select_from(table("sqlite_sequence"))
    .where(column("name", String) == _NAME)
)
_NEXT_ON_POSTGRESQL = select(func.nextval(func.pg_get_serial_sequence(_NAME, "id"))).select_from(
    func.generate_series(1, bindparam("count", type_=Integer))
)
_LOCK_ON_POSTGRESQL: Select[str] = select(cast(func.pg_advisory_xact_lock(func.hashtext(_NAME)), String))


@cache
def insert_new(dialect: str, into: Table) -> Insert:
    """An INSERT that leaves alone what is already there."""
    return _insert(dialect, into).on_conflict_do_nothing()


@cache
def upsert(dialect: str, into: Table, *unique: str) -> Insert:
    """An INSERT that writes the other columns of the row with the same `unique` columns, if there is one."""
    statement = _insert(dialect, into)
    new = {name: value for name, value in statement.excluded.items() if name not in {*unique, "id"}}
    return statement.on_conflict_do_update(index_elements=list(unique), set_=new)


def _insert(dialect: str, into: Table) -> "sqlite.Insert | postgresql.Insert":
    return postgresql.insert(into) if dialect == POSTGRESQL else sqlite.insert(into)


def fresh_ids(connection: Connection, of: Table, count: int) -> list[int]:
    """That many ids of the table, growing, never given out before; only inside a write transaction.

    They are needed before the rows are written, because every ciphertext is bound to its row.
    """
    if connection.dialect.name == POSTGRESQL:
        given = connection.scalars(_NEXT_ON_POSTGRESQL, {"name": of.name, "count": count})
        return sorted(given)
    last: int = connection.scalar(_LAST_ON_SQLITE, {"name": of.name}) or 0
    return list(range(last + 1, last + 1 + count))


def alone(connection: Connection, name: str) -> None:
    """Nobody else is past this call with that name until the transaction ends.

    On SQLite the write transaction itself is that lock.
    """
    if connection.dialect.name == POSTGRESQL:
        connection.execute(_LOCK_ON_POSTGRESQL, {"name": name})
