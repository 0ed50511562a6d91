"""Everything that reads and writes people's own rows lives here."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, delete, select, update

from flows.person import Person
from storage import sealing
from storage.dialects import insert_new
from storage.errors import ConflictError, UndecryptableError
from storage.many import execute_many
from storage.outcome import Outcome
from storage.tables import failures, people
from storage.values import Found
from storage.vault import Vault

_ID, _KEY, _VERSION, _STATE = people.c.id, people.c.key, people.c.version, people.c.state
_KEYS = _KEY.in_(bindparam("keys", expanding=True))
_FIND = select(_ID, _KEY, _VERSION, _STATE).where(_KEYS).order_by(_KEY).with_for_update()
_UPDATE = (
    update(people)
    .where(people.c.id == bindparam("the_id"), people.c.version == bindparam("the_version"))
    .values(version=bindparam("version"), state=bindparam("state"), expires_at=bindparam("expires_at"))
)
_DELETE = delete(people).where(_ID.in_(bindparam("ids", expanding=True)))
_DELETE_FAILURES = delete(failures).where(failures.c.chat.in_(bindparam("chats", expanding=True)))


def load(
    connection: Connection, vault: Vault, addresses: Collection[tuple[str, str]]
) -> dict[tuple[str, str], Found]:
    """Whoever lives there, locked in the order of their keys until the transaction ends."""
    keys = {vault.key_of(*address): address for address in addresses}
    rows = (connection.execute(_FIND, {"keys": list(keys)})).all()
    found = {key: Found(None, key, *address, 0, Person()) for key, address in keys.items()}
    for number, key, version, state in rows:
        found[key] = Found(number, key, *keys[key], version, _readable(vault, key, state))
    return {address: found[key] for key, address in keys.items()}


def _readable(vault: Vault, key: bytes, state: bytes) -> Person | None:
    try:
        return sealing.open_person(vault, key, state)
    except UndecryptableError:
        return None


def write(connection: Connection, vault: Vault, outcomes: Sequence[Outcome]) -> dict[bytes, int]:
    """Makes and changes rows; gives the ids of everybody in `outcomes` who has a row then, by key."""
    ids = {one.found.key: one.found.id for one in outcomes if one.found.id is not None and not one.erase}
    wanted = [one for one in outcomes if one.needs_row]
    _update(connection, vault, [one for one in wanted if one.found.key in ids])
    new = sorted((one for one in wanted if one.found.key not in ids), key=lambda one: one.found.key)
    return ids | _insert(connection, vault, new)


def _update(connection: Connection, vault: Vault, outcomes: Sequence[Outcome]) -> None:
    if not outcomes:
        return
    rows = [_changed_row(vault, one) for one in outcomes]
    result = execute_many(connection, _UPDATE, rows)
    if connection.dialect.supports_sane_multi_rowcount and result.rowcount != len(rows):
        raise ConflictError


def _changed_row(vault: Vault, outcome: Outcome) -> dict[str, Any]:
    found = outcome.found
    fixed = {"the_id": found.id, "the_version": found.version, "version": found.version + 1}
    return fixed | _columns(vault, outcome)


def _insert(connection: Connection, vault: Vault, outcomes: Sequence[Outcome]) -> dict[bytes, int]:
    """Two workers may meet somebody for the first time at once: the later one loads again."""
    if not outcomes:
        return {}
    rows = [_new_row(vault, one) for one in outcomes]
    made = connection.execute(_insert_new(connection.dialect.name), rows)
    ids: dict[bytes, int] = {key: number for number, key in made}
    if len(ids) != len(rows):
        raise ConflictError
    return ids


@cache
def _insert_new(dialect: str) -> Executable:
    return insert_new(dialect, people).returning(_ID, _KEY)


def _new_row(vault: Vault, outcome: Outcome) -> dict[str, Any]:
    found = outcome.found
    address = sealing.seal_address(vault, found.key, found.address)
    fixed = {"key": found.key, "channel": found.channel, "address": address, "version": 1}
    return fixed | _columns(vault, outcome)


def _columns(vault: Vault, outcome: Outcome) -> dict[str, Any]:
    person = outcome.person or Person()
    return {
        "state": sealing.seal_person(vault, outcome.found.key, person),
        "expires_at": person.expires,
    }


def forget(connection: Connection, ids: Sequence[int], keys: Sequence[bytes]) -> None:
    """Deletes people with all that hangs on them; only what is still to be sent is not touched here."""
    if ids:
        connection.execute(_DELETE, {"ids": ids})
    if keys:
        connection.execute(_DELETE_FAILURES, {"chats": keys})
