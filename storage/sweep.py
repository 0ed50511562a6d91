"""Everything that is forgotten because its time is over is swept out here, a little at a time."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, tuple_

from storage import outbox as messages
from storage import people as persons
from storage.seen import REMEMBERED
from storage.tables import Instant, failures, outbox, people, seen

BOUND: Final = 500  # rows of a kind in one call: a sweep never holds up those who are talking
FAILURES_KEPT: Final = timedelta(days=30)  # raw words of people: long enough to look into, and no longer

_BEFORE = bindparam("before", type_=Instant)
_OLD_SEEN = delete(seen).where(
    tuple_(seen.c.source, seen.c.update_id).in_(
        select(seen.c.source, seen.c.update_id)
        .where(seen.c.seen_at < _BEFORE)
        .order_by(seen.c.seen_at)
        .limit(BOUND)
    )
)
_OLD_MESSAGES = delete(outbox).where(
    outbox.c.id.in_(select(outbox.c.id).where(outbox.c.expires_at <= _BEFORE).limit(BOUND))
)
_OLD_FAILURES = delete(failures).where(
    failures.c.id.in_(select(failures.c.id).where(failures.c.at < _BEFORE).limit(BOUND))
)
_OLD_PEOPLE = (
    select(people.c.id, people.c.key)
    .where(people.c.expires_at <= _BEFORE)
    .limit(BOUND)
    .with_for_update(skip_locked=True)
)


def sweep(connection: Connection, now: datetime) -> int:
    """Deletes what is over; gives how many rows went, so that a full call can be followed by another."""
    gone = _sweep_people(connection, now)
    gone += connection.execute(_OLD_SEEN, {"before": now - REMEMBERED}).rowcount
    gone += connection.execute(_OLD_MESSAGES, {"before": now}).rowcount
    return gone + connection.execute(_OLD_FAILURES, {"before": now - FAILURES_KEPT}).rowcount


def _sweep_people(connection: Connection, now: datetime) -> int:
    """Whoever did not consent in time, with all that hangs on them."""
    rows = connection.execute(_OLD_PEOPLE, {"before": now}).all()
    persons.forget(connection, [row.id for row in rows], [row.key for row in rows])
    messages.withdraw(connection, [row.key for row in rows])
    return len(rows)
