"""What is in the database once the program has ended is read here, as an operator with the key could."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from bot.program import open_store
from bot.settings import Settings
from bot.telegram.incoming import CHANNEL
from storage.unit import Unit
from storage.values import Found


@asynccontextmanager
async def unit_of(settings: Settings) -> AsyncIterator[Unit]:
    """One look into the database, under another worker's name."""
    async with open_store(settings, "the tests") as store, store.unit() as unit:
        yield unit


async def kept_of(unit: Unit, chat: int) -> tuple[Found, dict[str, Any]]:
    """The person in that chat, and everything that is kept about them, in clear."""
    address = (CHANNEL, str(chat))
    found = (await unit.find([address]))[address]
    return found, await unit.export(found)


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    """What SQLite itself says, without our code."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()
