"""Everything that could not be processed is kept here, sealed, for the operator."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from storage import sealing
from storage.dialects import fresh_ids
from storage.errors import UndecryptableError
from storage.tables import failures
from storage.vault import Vault

_INSERT = insert(failures)
_LIST = (
    select(failures.c.id, failures.c.at, failures.c.reason, failures.c.payload)
    .where(failures.c.id > bindparam("after"))
    .order_by(failures.c.id)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A stored value that does not decrypt, as it is, and whose it was."""

    chat: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Failure:
    """What was set aside. `raw` is None when it does not decrypt."""

    id: int
    at: datetime
    reason: str
    raw: bytes | None = field(repr=False)


def keep(
    connection: Connection, vault: Vault, chat: bytes | None, raw: bytes, reason: str, at: datetime
) -> None:
    """Keeps what came; `reason` is the name of an exception class and nothing more."""
    (number,) = fresh_ids(connection, failures, 1)
    payload = sealing.seal_failure(vault, number, raw)
    row = {"id": number, "chat": chat, "at": at, "reason": reason, "payload": payload}
    connection.execute(_INSERT, row)


def keep_unreadable(connection: Connection, vault: Vault, lost: Sequence[Unreadable], at: datetime) -> None:
    """Keeps the ciphertext itself: the key that opens it may be found again."""
    for one in lost:
        keep(connection, vault, one.chat, one.sealed, UndecryptableError.__name__, at)


def listed(connection: Connection, vault: Vault, after: int, limit: int) -> list[Failure]:
    """What was set aside with an id above `after`, the oldest first."""
    rows = connection.execute(_LIST, {"after": after, "limit": limit})
    return [Failure(number, at, reason, _raw(vault, number, payload)) for number, at, reason, payload in rows]


def _raw(vault: Vault, number: int, payload: bytes) -> bytes | None:
    try:
        return sealing.open_failure(vault, number, payload)
    except UndecryptableError:
        return None
