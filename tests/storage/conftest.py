"""Every storage test gets its own migrated database, vault and worker from here.

`DATABASES` names the kinds of database that the tests run on: a second one is a line there.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import pytest

from storage.database import Database
from storage.migrate import migrate
from storage.store import Store
from storage.vault import Vault
from tests.storage.world import NOW

DATABASES: Mapping[str, Callable[[Path], str]] = {
    "sqlite": lambda directory: f"sqlite+aiosqlite:///{directory}/data/selfkind.db",
}


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    return DATABASES[request.param](tmp_path)


@pytest.fixture
async def empty(url: str) -> AsyncIterator[Database]:
    """A database without any table."""
    database = Database.open(url)
    yield database
    await database.close()


@pytest.fixture
async def database(empty: Database) -> Database:
    await migrate(empty)
    return empty


@pytest.fixture
def vault() -> Vault:
    return Vault([b"m" * 32], b"l" * 32)


@pytest.fixture
async def store(database: Database, vault: Vault) -> Store:
    """A worker that has arrived."""
    store = Store(database, vault, "first")
    async with store.unit() as unit:
        await unit.arrive(NOW)
    return store


@pytest.fixture
async def other(database: Database, vault: Vault) -> Store:
    """A second worker on the same database."""
    store = Store(database, vault, "second")
    async with store.unit() as unit:
        await unit.arrive(NOW)
    return store
