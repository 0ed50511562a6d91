"""The first shape: people, timers, notes, facts, outbox, failures, seen updates, workers, small things."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.BigInteger()


def upgrade() -> None:
    _people()
    _what_hangs_on_people()
    _outbox()
    _the_rest()


def _id() -> sa.Column[int]:
    return sa.Column("id", _NUMBER, primary_key=True, autoincrement=True)


def _payload() -> sa.Column[bytes]:
    return sa.Column("payload", sa.LargeBinary(), nullable=False)


def _people() -> None:
    op.create_table(
        "people",
        _id(),
        sa.Column("key", sa.LargeBinary(32), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("expires_at", _INSTANT, nullable=True),
        sa.UniqueConstraint("key", name="uq_people_key"),
        sqlite_autoincrement=True,
    )
    _index_where_present("people", "expires_at")


def _what_hangs_on_people() -> None:
    _hanging(
        "timers",
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("slot", sa.LargeBinary(16), nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
    )
    op.create_index("ix_timers_person_id_slot", "timers", ["person_id", "slot"], unique=True)
    op.create_index("ix_timers_channel_due_at", "timers", ["channel", "due_at"])
    for name in ("notes", "facts"):
        _hanging(name)
        op.create_index(f"ix_{name}_person_id", name, ["person_id"])


def _hanging(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        _id(),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        *columns,
        _payload(),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=f"fk_{name}_person_id", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )


def _outbox() -> None:
    op.create_table(
        "workers",
        sa.Column("owner", sa.String(64), primary_key=True),
        sa.Column("alive_until", _INSTANT, nullable=False),
    )
    op.create_table(
        "outbox",
        _id(),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("chat", sa.LargeBinary(32), nullable=False),
        sa.Column("owner", sa.String(64), nullable=True),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("not_before", _INSTANT, nullable=True),
        sa.Column("expires_at", _INSTANT, nullable=True),
        _payload(),
        sa.ForeignKeyConstraint(["owner"], ["workers.owner"], name="fk_outbox_owner", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat", "outbox", ["chat"])
    op.create_index("ix_outbox_owner_id", "outbox", ["owner", "id"])
    _index_where_present("outbox", "expires_at")


def _the_rest() -> None:
    op.create_table(
        "failures",
        _id(),
        sa.Column("chat", sa.LargeBinary(32), nullable=True),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        _payload(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_failures_chat", "failures", ["chat"])
    op.create_table(
        "seen",
        sa.Column("source", sa.String(64), primary_key=True),
        sa.Column("update_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("seen_at", _INSTANT, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_seen_seen_at", "seen", ["seen_at"])
    op.create_table(
        "meta",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
    )


def _index_where_present(table: str, column: str) -> None:
    present = sa.text(f"{column} IS NOT NULL")
    op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=present, postgresql_where=present)
