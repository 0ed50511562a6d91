"""Which updates were already applied is known here, for 8 days: an update is applied once."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, select

from storage.dialects import insert_new
from storage.many import execute_many
from storage.tables import seen

# Telegram keeps an update for 24 hours, and starts again at a random id after a week without any
# (https://core.telegram.org/bots/api#update): no watermark, and no id remembered for much longer than a week.
REMEMBERED: Final = timedelta(days=8)

_KNOWN = select(seen.c.update_id).where(
    seen.c.source == bindparam("source"), seen.c.update_id.in_(bindparam("ids", expanding=True))
)


def unseen(connection: Connection, source: str, ids: Collection[int]) -> set[int]:
    """Those that were never applied."""
    known = connection.scalars(_KNOWN, {"source": source, "ids": list(ids)})
    return set(ids).difference(known)


def mark(connection: Connection, source: str, ids: Collection[int], now: datetime) -> None:
    """They were applied; saying so twice does no harm."""
    rows = [{"source": source, "update_id": number, "seen_at": now} for number in ids]
    if rows:
        execute_many(connection, insert_new(connection.dialect.name, seen), rows)
