"""A database of any age comes to today's shape, however many processes start at once, or stays as it is."""

import asyncio
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

import storage
from flows.talk import WakeAt
from storage.database import Database
from storage.errors import NewerDatabaseError
from storage.migrate import HEAD, migrate
from storage.store import Store
from storage.tables import metadata, timers
from storage.vault import Vault
from tests.storage.world import ADA, NOW, change, count, only_sqlite, person

MIGRATIONS = Path(storage.__file__).parent / "migrations"
FIRST = "0001"


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


async def revision(database: Database) -> str | None:
    async with database.reading() as connection:
        found: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


async def test_an_empty_database_gets_its_tables_once(empty: Database) -> None:
    assert await migrate(empty)
    assert not await migrate(empty)
    assert await revision(empty) == HEAD


async def test_the_migrations_make_exactly_the_tables_that_the_code_expects(database: Database) -> None:
    def differences(connection: Connection) -> object:
        return compare_metadata(MigrationContext.configure(connection), metadata)

    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


def test_the_last_migration_is_the_one_that_the_code_names() -> None:
    assert scripts().get_heads() == [HEAD]
    assert scripts().get_bases() == [FIRST]


async def test_every_earlier_shape_is_brought_up_to_date_with_its_people(
    empty: Database, vault: Vault
) -> None:
    await migrate(empty, FIRST)
    store = Store(empty, vault, "worker")
    await change(store, ADA, WakeAt(NOW, 1), country="PT")
    await migrate(empty)
    assert await revision(empty) == HEAD
    assert (await person(store, ADA)).country == "PT"
    assert await count(empty, timers) == 1


async def test_two_processes_may_start_at_once(url: str) -> None:
    databases = [Database.open(url) for _ in range(3)]
    results = await asyncio.gather(*(migrate(one) for one in databases))
    assert any(results)
    assert [await revision(one) for one in databases] == [HEAD] * 3
    for one in databases:
        await one.close()


async def test_a_database_of_a_newer_version_is_left_alone(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match="newer version"):
        await migrate(database)
    assert await revision(database) == "9999"


async def test_a_migration_that_fails_leaves_nothing_behind(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise KeyError

    monkeypatch.setattr("storage.database._check_references", fail)
    with pytest.raises(KeyError):
        await migrate(empty)
    async with empty.reading() as connection:
        assert await connection.run_sync(lambda plain: inspect(plain).get_table_names()) == []


@only_sqlite
async def test_references_are_guarded_again_after_a_migration(empty: Database) -> None:
    await migrate(empty)
    async with empty.reading() as connection:
        assert await connection.scalar(text("PRAGMA foreign_keys")) == 1


async def test_a_start_without_anything_to_do_does_not_load_alembic(url: str, database: Database) -> None:
    await database.close()
    code = (
        "import asyncio, sys\n"
        "from storage.database import Database\n"
        "from storage.migrate import migrate\n"
        "async def main():\n"
        f"    database = Database.open({url!r})\n"
        "    assert not await migrate(database)\n"
        "    await database.close()\n"
        "asyncio.run(main())\n"
        "assert 'alembic' not in sys.modules\n"
    )
    started = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=MIGRATIONS.parent.parent)
    assert await started.wait() == 0
