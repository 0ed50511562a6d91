"""Everything about what is to happen later lives here: rows with a due time, and nothing in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, select

from flows.talk import Plan, WakeAt
from storage import failures, sealing
from storage.dialects import upsert
from storage.errors import UndecryptableError
from storage.many import execute_many
from storage.outcome import Outcome
from storage.tables import Instant, people, timers
from storage.values import DueTimer
from storage.vault import Vault

_DUE = (
    select(timers.c.id, timers.c.slot, timers.c.payload, people.c.key, people.c.address)
    .join_from(timers, people)
    .where(timers.c.channel == bindparam("channel"), timers.c.due_at <= bindparam("now", type_=Instant))
    .order_by(timers.c.due_at, timers.c.id)
    .limit(bindparam("limit"))
    # The person is locked and not the timer, which is only ever changed by whoever holds its person; those
    # who are just being talked to are passed over, so that nobody waits here.
    .with_for_update(of=people, skip_locked=True)
)
_NEXT = select(func.min(timers.c.due_at)).where(timers.c.channel == bindparam("channel"))
_DELETE = delete(timers).where(timers.c.id.in_(bindparam("ids", expanding=True)))
_DROP = delete(timers).where(
    timers.c.person_id == bindparam("person"), timers.c.slot == bindparam("the_slot")
)


def due(connection: Connection, vault: Vault, now: datetime, limit: int, channel: str) -> list[DueTimer]:
    """That channel's timers whose time has come, the earliest first; what cannot be read is set aside."""
    rows = connection.execute(_DUE, {"channel": channel, "now": now, "limit": limit}).all()
    ready, unreadable = [], []
    for number, slot, payload, key, address in rows:
        try:
            news = sealing.open_timer(vault, key, slot, payload)
            ready.append(DueTimer(number, channel, sealing.open_address(vault, key, address), news))
        except UndecryptableError:
            unreadable.append((number, failures.Unreadable(key, payload)))
    if unreadable:
        delete_ids(connection, [number for number, _ in unreadable])
        failures.keep_unreadable(connection, vault, [lost for _, lost in unreadable], now)
    return ready


def next_due(connection: Connection, channel: str) -> datetime | None:
    """When the earliest timer of that channel is due; it may be past."""
    earliest: datetime | None = connection.scalar(_NEXT, {"channel": channel})
    return earliest


def write(
    connection: Connection, vault: Vault, outcomes: Sequence[Outcome], ids: Mapping[bytes, int]
) -> None:
    """Sets and drops what the changes ask for, of everybody who has a row."""
    gone: list[dict[str, Any]] = []
    wanted: list[dict[str, Any]] = []
    for outcome in outcomes:
        person = ids.get(outcome.found.key)
        for kind, timer in outcome.timers.items() if person is not None else ():
            slot = vault.slot_of(outcome.found.key, kind)
            if timer is None:
                gone.append({"person": person, "the_slot": slot})
            else:
                wanted.append({"person_id": person, **_row(vault, outcome, slot, timer)})
    if gone:
        execute_many(connection, _DROP, gone)
    if wanted:
        execute_many(connection, upsert(connection.dialect.name, timers, "person_id", "slot"), wanted)


def _row(vault: Vault, outcome: Outcome, slot: bytes, timer: WakeAt | Plan) -> dict[str, Any]:
    found = outcome.found
    payload = sealing.seal_timer(vault, found.key, slot, timer)
    return {"channel": found.channel, "slot": slot, "due_at": timer.when, "payload": payload}


def delete_ids(connection: Connection, ids: Collection[int]) -> None:
    if ids:
        connection.execute(_DELETE, {"ids": list(ids)})
