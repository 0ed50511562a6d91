"""Everything that is still to be said is written, handed out and taken back here.

A worker sends the rows that carry its name. What is written for a chat that still has unsent rows of somebody
else carries no name: it waits until a worker claims it, so that a chat's order never depends on who sends.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, String, bindparam, delete, exists, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from flows.talk import Rank
from storage import failures, sealing
from storage.dialects import alone, fresh_ids
from storage.errors import ConflictError, UndecryptableError
from storage.many import execute_many
from storage.tables import Instant, outbox
from storage.values import Draft, Found, Outgoing
from storage.vault import Vault

_C = outbox.c
_IDS = _C.id.in_(bindparam("ids", expanding=True))
_CHATS = _C.chat.in_(bindparam("chats", expanding=True))
_ME = bindparam("owner", type_=String)
_NOW = bindparam("now", type_=Instant)
_other = outbox.alias("other")

_INSERT = insert(outbox)
_DELETE = delete(outbox).where(_IDS)
_WITHDRAW = delete(outbox).where(_CHATS, _C.rank != int(Rank.CARE))
_POSTPONE = update(outbox).where(_IDS).values(not_before=bindparam("until", type_=Instant))
_LET_GO = update(outbox).where(_IDS).values(owner=None)
_CLAIM = update(outbox).where(_IDS).values(owner=_ME)
_BUSY = select(_C.chat).where(_CHATS, _C.owner.is_distinct_from(_ME)).distinct()
_FREE = (
    select(outbox)
    .where(
        _C.channel == bindparam("channel"),
        _C.owner.is_(None),
        or_(_C.expires_at.is_(None), _C.expires_at > _NOW),
        ~exists().where(_other.c.chat == _C.chat, _other.c.owner.is_not(None), _other.c.owner != _ME),
    )
    .order_by(_C.id)
    .limit(bindparam("limit"))
)


def write(
    connection: Connection,
    vault: Vault,
    owner: str,
    drafts: Sequence[tuple[Found, Draft]],
    now: datetime,
) -> list[Outgoing]:
    """Stores messages in their order and gives those that this worker sends."""
    if not drafts:
        return []
    chats = {found.key for found, _ in drafts}
    busy = set(connection.scalars(_BUSY, {"chats": list(chats), "owner": owner}))
    ids = fresh_ids(connection, outbox, len(drafts))
    messages = [_outgoing(n, *draft) for n, draft in zip(ids, drafts, strict=True)]
    rows = [_row(vault, one, None if one.chat in busy else owner, now) for one in messages]
    try:
        execute_many(connection, _INSERT, rows)
    except IntegrityError:  # we were taken for dead by somebody whose clock is ahead of ours
        raise ConflictError from None
    return [one for one in messages if one.chat not in busy]


def _outgoing(number: int, found: Found, draft: Draft) -> Outgoing:
    return Outgoing(
        number,
        found.channel,
        found.key,
        found.address,
        draft.payload,
        draft.rank,
        draft.expires,
        draft.not_before,
    )


def _row(vault: Vault, message: Outgoing, owner: str | None, now: datetime) -> dict[str, Any]:
    return {
        "id": message.id,
        "channel": message.channel,
        "chat": message.chat,
        "owner": owner,
        "rank": int(message.rank),
        "created_at": now,
        "not_before": message.not_before,
        "expires_at": message.expires,
        "payload": sealing.seal_message(vault, message.chat, message.id, message.address, message.payload),
    }


def withdraw(connection: Connection, chats: Collection[bytes]) -> None:
    """Takes back everything unsent of these chats that is not care."""
    if chats:
        connection.execute(_WITHDRAW, {"chats": list(chats)})


def delivered(connection: Connection, ids: Collection[int]) -> None:
    if ids:
        connection.execute(_DELETE, {"ids": list(ids)})


def postpone(connection: Connection, ids: Collection[int], until: datetime) -> None:
    if ids:
        connection.execute(_POSTPONE, {"ids": list(ids), "until": until})


def let_go(connection: Connection, ids: Collection[int]) -> None:
    if ids:
        connection.execute(_LET_GO, {"ids": list(ids)})


def unsent(
    connection: Connection, vault: Vault, owner: str, now: datetime, channel: str, limit: int
) -> list[Outgoing]:
    """Claims what nobody sends, the oldest first; of every chat everything before anything later."""
    alone(connection, "outbox")
    wanted = {"channel": channel, "owner": owner, "now": now, "limit": limit}
    rows = connection.execute(_FREE, wanted).all()
    ready, unreadable = [], []
    for row in rows:
        try:
            ready.append(_opened(vault, row))
        except UndecryptableError:
            unreadable.append(row)
    _set_aside(connection, vault, unreadable, now)
    if ready:
        connection.execute(_CLAIM, {"ids": [one.id for one in ready], "owner": owner})
    return ready


def _opened(vault: Vault, row: Row[Any]) -> Outgoing:
    address, payload = sealing.open_message(vault, row.chat, row.id, row.payload)
    rank = Rank(row.rank)
    return Outgoing(row.id, row.channel, row.chat, address, payload, rank, row.expires_at, row.not_before)


def _set_aside(connection: Connection, vault: Vault, rows: Sequence[Row[Any]], now: datetime) -> None:
    """What cannot be read would hold up its chat for ever."""
    if rows:
        delivered(connection, [row.id for row in rows])
        lost = [failures.Unreadable(row.chat, row.payload) for row in rows]
        failures.keep_unreadable(connection, vault, lost, now)
