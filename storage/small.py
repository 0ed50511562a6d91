"""Everything small that has a name and no table of its own is kept here: wrapped keys, what was last set."""

from sqlalchemy import String, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialects import upsert
from storage.tables import meta

_READ = select(meta.c.value).where(meta.c.name == bindparam("the_name"))
_BEGINS = meta.c.name.startswith(bindparam("prefix", type_=String))
_READ_ALL = select(meta.c.name, meta.c.value).where(_BEGINS)
_FORGET = delete(meta).where(_BEGINS)


async def read(connection: AsyncConnection, name: str) -> bytes | None:
    """What is kept under that name, or None."""
    value: bytes | None = await connection.scalar(_READ, {"the_name": name})
    return value


async def read_all(connection: AsyncConnection, prefix: str) -> dict[str, bytes]:
    """Everything whose name begins so."""
    rows = await connection.execute(_READ_ALL, {"prefix": prefix})
    return {name: value for name, value in rows}


async def write(connection: AsyncConnection, name: str, value: bytes) -> None:
    """Names are 64 characters at most. Nothing personal belongs here."""
    statement = upsert(connection.dialect.name, meta, "name")
    await connection.execute(statement, {"name": name, "value": value})


async def forget_all(connection: AsyncConnection, prefix: str) -> None:
    """Deletes everything whose name begins so."""
    await connection.execute(_FORGET, {"prefix": prefix})
