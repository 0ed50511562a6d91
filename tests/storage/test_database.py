"""The database is private to its owner, durable, and shared without getting in each other's way."""

import asyncio
import stat
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.store import Store
from storage.tables import meta
from storage.vault import Vault
from tests.storage.world import ADA, BEN, change, draft, only_sqlite, person

PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def sqlite_file(url: str) -> Path:
    _, _, path = url.partition(":///")
    return Path(path)


@only_sqlite
async def test_files_are_for_their_owner_only(url: str, store: Store) -> None:
    await change(store, ADA, country="PT", say=[draft("hello")])
    file = sqlite_file(url)
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in file.parent.iterdir()}
    assert {name: oct(mode) for name, mode in modes.items() if mode != 0o600} == {}
    assert f"{file.name}-wal" in modes
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@only_sqlite
async def test_a_commit_survives_a_power_cut(database: Database) -> None:
    async with database.reading() as connection:
        found = {name: await connection.scalar(text(f"PRAGMA {name}")) for name in PRAGMAS}
    assert found == PRAGMAS


async def test_an_error_does_not_tell_what_was_to_be_written(database: Database) -> None:
    row = {"name": "a", "value": b"my secret"}
    async with database.reading() as connection:
        await connection.execute(insert(meta), row)
        with pytest.raises(DBAPIError) as caught:
            await connection.execute(insert(meta), row)
    assert "secret" not in str(caught.value)


async def test_reading_goes_on_beside_writing(database: Database) -> None:
    async with database.writing() as writer:
        await writer.execute(insert(meta), {"name": "a", "value": b"b"})
        async with database.reading() as reader:
            assert await reader.scalar(text("SELECT count(*) FROM meta")) == 0


async def test_a_second_process_waits_for_its_turn(url: str, store: Store, vault: Vault) -> None:
    second = Database.open(url)
    other = Store(second, vault, "second")
    for who in (ADA, BEN):
        await change(store, who, turn=1)
    await asyncio.gather(*(change(one, who, turn=3) for one in (store, other) for who in (ADA, BEN)))
    assert [(await person(other, who)).turn for who in (ADA, BEN)] == [3, 3]
    await second.close()


async def test_a_unit_that_is_cancelled_is_undone_and_the_next_one_works(store: Store) -> None:
    began = asyncio.Event()

    async def never_ends() -> None:
        async with store.unit() as unit:
            await unit.set_meta("a", b"b")
            began.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.unit() as unit:
        assert await unit.meta("a") is None


async def test_a_statement_that_is_cancelled_leaves_no_lock_behind(store: Store) -> None:
    """However far the statement had come: afterwards everybody can go on."""
    for pauses in range(12):
        task = asyncio.create_task(change(store, ADA, turn=pauses, say=[draft("hello")]))
        for _ in range(pauses):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await change(store, BEN, country="PT")
    assert (await person(store, BEN)).country == "PT"


async def test_small_things_are_kept_by_name(store: Store) -> None:
    async with store.unit() as unit:
        assert await unit.meta("profile hash") is None
        await unit.set_meta("profile hash", b"1")
        await unit.set_meta("profile hash", b"2")
        assert await unit.meta("profile hash") == b"2"
