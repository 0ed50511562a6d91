"""Whoever steals the files of the database learns neither words, nor who anybody is, nor how they are."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from flows.person import CheckIns, Pace, Visit
from flows.schedule import Schedule
from flows.talk import Erase, Keep, Plan, Record, WakeAt
from storage.database import Database
from storage.keys import open_vault
from storage.store import Store
from storage.tables import notes
from storage.values import Change
from tests.storage.test_database import sqlite_file
from tests.storage.world import NOW, change, draft, find, only_sqlite, rows

MARKER = "zebra-marker"
ADDRESS = "4815162342"
WHO = ("telegram", ADDRESS)


@pytest.fixture
async def worker(database: Database, tmp_path: Path) -> Store:
    return Store(database, await open_vault(database, key_file=tmp_path / "keys" / "key"), "worker")


def content(url: str) -> bytes:
    """Every byte of every file of the database."""
    return b"".join(one.read_bytes() for one in sqlite_file(url).parent.iterdir())


def readable(url: str) -> list[str]:
    """The parts of what was written that can be found there."""
    stored = content(url)
    wanted = (MARKER, ADDRESS, "suicide", "follow-up", "Lisbon", "backdraft", "practice")
    return [one for one in wanted if one.encode() in stored or one.encode("utf-16-le") in stored]


async def live(store: Store) -> None:
    """The marker goes wherever a person's words can go."""
    visit = Visit("soften", NOW, notes={"place": MARKER})
    checkins = CheckIns(Schedule((1,), NOW.time(), "Europe/Lisbon"))
    effects = (
        Keep("letter", MARKER),
        Record("practice begun", {"practice": MARKER}),
        WakeAt(NOW, 1),
        Plan("follow-up", NOW, MARKER),
    )
    fields: dict[str, Any] = {"visit": visit, "checkins": checkins, "pace": Pace.PAUSED, "hold": "suicide"}
    say = [draft(f"backdraft {MARKER}")]
    async with store.unit() as unit:
        found = (await unit.find([WHO]))[WHO]
        await unit.set_aside("telegram:1", 1, MARKER.encode(), "KeyError", NOW, found.key)
    await change(store, WHO, *effects, say=say, **fields)


@only_sqlite
async def test_nothing_that_a_person_wrote_or_is_can_be_read(url: str, worker: Store) -> None:
    await live(worker)
    assert (await find(worker, WHO)).person is not None
    assert readable(url) == []


@only_sqlite
async def test_what_was_erased_is_gone_from_the_file_and_not_only_from_the_table(
    url: str, database: Database, worker: Store
) -> None:
    await live(worker)
    ciphertexts = [row["payload"] for row in await rows(database, notes)]
    assert len(ciphertexts) == 1
    await change(worker, WHO, Erase())
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    assert ciphertexts[0][:64] not in content(url)


@only_sqlite
async def test_nothing_can_be_read_after_an_erasure_either(url: str, worker: Store) -> None:
    await live(worker)
    async with worker.unit() as unit:
        found = (await unit.find([WHO]))[WHO]
        await unit.save([Change(found, None, [Erase()], [draft(MARKER)])], NOW)
        await unit.export(found)
    assert readable(url) == []
