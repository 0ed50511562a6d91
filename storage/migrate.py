"""How a database of any age comes to the shape that this version needs is here.

Alembic does the work; when there is none, it is not even imported.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from storage.database import Database
from storage.dialects import alone
from storage.errors import NewerDatabaseError

HEAD: Final = "0001"  # the last revision in migrations/versions; a test compares

_REVISION = text("SELECT version_num FROM alembic_version")


async def migrate(database: Database, to: str = HEAD) -> bool:
    """Brings the database to this version's shape (or only as far as `to`); False when it has it already.

    Several processes may call it at once: one works, the others wait. It is one transaction: it happens as a
    whole or not at all. Raises NewerDatabaseError, touching nothing, when the shape is not known here.
    """
    async with database.reading() as connection:
        if await connection.run_sync(_revision) == to:
            return False
    async with database.migrating() as connection:
        await connection.run_sync(_migrate, to)
    return True


def _migrate(connection: Connection, to: str) -> None:
    alone(connection, "migrate")
    revision = _revision(connection)
    if revision != to:
        _upgrade(connection, revision, to)


def _revision(connection: Connection) -> str | None:
    """The revision that the database says it has; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(_REVISION)
    return revision


def _upgrade(connection: Connection, revision: str | None, to: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision not in {None, *known}:
        raise NewerDatabaseError
    command.upgrade(config, to)
