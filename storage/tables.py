"""Everything that is stored has its column here, each declared personal or not.

A table that holds something personal says in `info["link"]` which column ties its rows to a person (to
`people.id` or to `people.key`), and under which name they are exported: export and erasure follow that.
A column with `info["sealed"]` is ciphertext. Instants are integers: microseconds since 1970, UTC.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    TypeDecorator,
    text,
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


def ticks(instant: datetime) -> int:
    """How an aware datetime is stored: whole microseconds since 1970, UTC."""
    return (instant - EPOCH) // _TICK


class Instant(TypeDecorator[datetime]):
    """An aware datetime as microseconds since 1970 in UTC: exact, comparable and small on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else ticks(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        del dialect
        return None if value is None else EPOCH + timedelta(microseconds=value)


class Blob(LargeBinary):
    """Bytes that go to the driver as they are: both take them, and wrapping a hundred of them is not free."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> None:
        del dialect

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        del dialect, coltype


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite counts up by itself only in a column that is exactly INTEGER PRIMARY KEY.
_NUMBER = BigInteger().with_variant(Integer(), "sqlite")
_NO: dict[str, Any] = {"personal": False}
_YES: dict[str, Any] = {"personal": True}
_SEALED: dict[str, Any] = {"personal": True, "sealed": True}


def _id() -> Column[int]:
    return Column("id", _NUMBER, primary_key=True, autoincrement=True, info=_NO)


def _person_id() -> Column[int]:
    link = ForeignKey("people.id", ondelete="CASCADE")
    return Column("person_id", BigInteger, link, nullable=False, info=_NO)


def _payload() -> Column[bytes]:
    return Column("payload", Blob, nullable=False, info=_SEALED)


def _only_where(name: str) -> dict[str, Any]:
    """Few rows have such an instant: only these are in the index."""
    present = text(f"{name} IS NOT NULL")
    return {"sqlite_where": present, "postgresql_where": present}


people = Table(
    "people",
    metadata,
    _id(),
    Column("key", Blob(32), nullable=False, unique=True, info=_YES),
    Column("channel", String(32), nullable=False, info=_YES),
    Column("address", Blob, nullable=False, info=_SEALED),
    Column("state", Blob, nullable=False, info=_SEALED),
    Column("version", Integer, nullable=False, info=_YES),  # counts the changes
    Column("expires_at", Instant, nullable=True, info=_YES),
    Index(None, "expires_at", **_only_where("expires_at")),
    info={"link": "id", "name": "profile"},
    sqlite_autoincrement=True,
)

timers = Table(
    "timers",
    metadata,
    _id(),
    _person_id(),
    Column("channel", String(32), nullable=False, info=_YES),
    Column("slot", Blob(16), nullable=False, info=_YES),  # opaque: no two people share one
    Column("due_at", Instant, nullable=False, info=_YES),
    _payload(),  # kind, planned, what, turn
    Index(None, "person_id", "slot", unique=True),
    Index(None, "channel", "due_at"),
    info={"link": "person_id", "name": "timers"},
    sqlite_autoincrement=True,
)

notes = Table(
    "notes",
    metadata,
    _id(),
    _person_id(),
    _payload(),  # kind, words, at
    Index(None, "person_id"),
    info={"link": "person_id", "name": "notes"},
    sqlite_autoincrement=True,
)

facts = Table(
    "facts",
    metadata,
    _id(),
    _person_id(),
    _payload(),  # fact, values, at
    Index(None, "person_id"),
    info={"link": "person_id", "name": "facts"},
    sqlite_autoincrement=True,
)

# No foreign key: the message that says "everything is erased" outlives the person's row. AUTOINCREMENT and
# PostgreSQL's sequence keep `id` growing even when the table was empty in between: messages go in its order.
outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("channel", String(32), nullable=False, info=_YES),
    Column("chat", Blob(32), nullable=False, info=_YES),  # people.key
    Column(
        "owner", String(64), ForeignKey("workers.owner", ondelete="SET NULL"), nullable=True, info=_NO
    ),  # the worker that sends it; null: whoever comes first
    Column("rank", SmallInteger, nullable=False, info=_YES),
    Column("created_at", Instant, nullable=False, info=_YES),
    Column("not_before", Instant, nullable=True, info=_YES),
    Column("expires_at", Instant, nullable=True, info=_YES),
    _payload(),  # address, message
    Index(None, "chat"),
    Index(None, "owner", "id"),
    Index(None, "expires_at", **_only_where("expires_at")),
    info={"link": "chat", "name": "unsent"},
    sqlite_autoincrement=True,
)

failures = Table(
    "failures",
    metadata,
    _id(),
    Column("chat", Blob(32), nullable=True, info=_YES),  # people.key; null: nobody could be made out
    Column("at", Instant, nullable=False, info=_YES),
    Column("reason", String(64), nullable=False, info=_YES),  # the name of an exception class
    _payload(),  # what came, byte for byte
    Index(None, "chat"),
    info={"link": "chat", "name": "set_aside"},
    sqlite_autoincrement=True,
)

seen = Table(
    "seen",
    metadata,
    Column("source", String(64), primary_key=True, info=_NO),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False, info=_NO),
    Column("seen_at", Instant, nullable=False, info=_NO),
    Index(None, "seen_at"),
    sqlite_with_rowid=False,
)

# Chats are leased through their owner: when its row goes, what it was to send is anybody's.
workers = Table(
    "workers",
    metadata,
    Column("owner", String(64), primary_key=True, info=_NO),
    Column("alive_until", Instant, nullable=False, info=_NO),
)

meta = Table(
    "meta",
    metadata,
    Column("name", String(64), primary_key=True, info=_NO),
    Column("value", Blob, nullable=False, info=_NO),
)
