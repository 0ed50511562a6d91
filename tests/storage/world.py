"""What the storage tests have in common lives here: some people, an hour, and short ways to change them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Table, func, select, update

from flows.person import Person
from flows.talk import Effect, Rank
from storage.database import Database
from storage.store import Store
from storage.tables import metadata
from storage.values import Change, Draft, Found, Outgoing

NOW = datetime(2026, 3, 1, 20, 30, 0, 123456, tzinfo=UTC)
SECOND = timedelta(seconds=1)

# For what only SQLite has: files, pragmas.
only_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)
ADA, BEN, CLEO = ("telegram", "1001"), ("telegram", "1002"), ("telegram", "1003")


def draft(text: str, rank: Rank = Rank.CARE, **more: Any) -> Draft:
    """A message that says `text`."""
    return Draft(text.encode(), rank, **more)


def texts(messages: Sequence[Outgoing]) -> list[str]:
    return [one.payload.decode() for one in messages]


async def change(
    store: Store,
    who: tuple[str, str],
    *effects: Effect,
    say: Sequence[Draft] = (),
    now: datetime = NOW,
    came_back: bool = False,
    **fields: Any,
) -> list[Outgoing]:
    """One person is found, changed in these fields, and saved with these effects and messages."""
    async with store.unit() as unit:
        found = (await unit.find([who]))[who]
        person = replace(found.person, **fields) if found.person else None
        return await unit.save([Change(found, person, effects, say, came_back)], now)


async def find(store: Store, who: tuple[str, str]) -> Found:
    async with store.unit() as unit:
        return (await unit.find([who]))[who]


async def person(store: Store, who: tuple[str, str]) -> Person:
    """Who they are, as stored; fails when they cannot be read."""
    found = await find(store, who)
    assert found.person is not None
    return found.person


async def rows(database: Database, table: Table) -> list[dict[str, Any]]:
    """Everything in a table, as it is stored."""
    async with database.reading() as connection:
        return [dict(row) for row in (await connection.execute(select(table))).mappings()]


async def count(database: Database, *tables: Table) -> int:
    """How many rows these tables hold, all of them when none is named."""
    async with database.reading() as connection:
        counts = [await connection.scalar(select(func.count()).select_from(one)) for one in tables or _ALL]
    return sum(number or 0 for number in counts)


async def damage(database: Database, table: Table, column: str, where: Any = None) -> None:
    """Every ciphertext of that column, or those of the rows where, turns into something that never opens."""
    statement = update(table).values({column: b"damaged" * 8})
    async with database.writing() as connection:
        await connection.execute(statement if where is None else statement.where(where))


_ALL = tuple(metadata.tables.values())
