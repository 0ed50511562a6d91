"""Everything small that has a name and no table of its own is kept here: wrapped keys, what was last set."""

from sqlalchemy import Connection, String, bindparam, delete, select

from storage.dialects import upsert
from storage.tables import meta

_READ = select(meta.c.value).where(meta.c.name == bindparam("the_name"))
_BEGINS = meta.c.name.startswith(bindparam("prefix", type_=String))
_READ_ALL = select(meta.c.name, meta.c.value).where(_BEGINS)
_FORGET = delete(meta).where(_BEGINS)


def read(connection: Connection, name: str) -> bytes | None:
    """What is kept under that name, or None."""
    value: bytes | None = connection.scalar(_READ, {"the_name": name})
    return value


def read_all(connection: Connection, prefix: str) -> dict[str, bytes]:
    """Everything whose name begins so."""
    rows = connection.execute(_READ_ALL, {"prefix": prefix})
    return {row.name: row.value for row in rows}


def write(connection: Connection, name: str, value: bytes) -> None:
    """Names are 64 characters at most. Nothing personal belongs here."""
    statement = upsert(connection.dialect.name, meta, "name")
    connection.execute(statement, {"name": name, "value": value})


def forget_all(connection: Connection, prefix: str) -> None:
    """Deletes everything whose name begins so."""
    connection.execute(_FORGET, {"prefix": prefix})
