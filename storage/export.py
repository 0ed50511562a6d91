"""Everything that is kept about one person is put together here, in clear, for themselves.

Which tables and columns that is, the metadata says: what is declared personal there is in the export.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Table, select

from storage import sealing
from storage.errors import UndecryptableError
from storage.sealing import row_of
from storage.tables import metadata, people
from storage.values import Found
from storage.vault import Vault

_Stored = Mapping[str, Any]
_Reader = Callable[[Vault, bytes, _Stored], Any]


def export(connection: Connection, vault: Vault, found: Found) -> dict[str, Any]:
    """JSON-able: {"profile": {...}, "notes": [...], …}; instants are ISO 8601 in UTC.

    What does not decrypt is null.
    """
    everything: dict[str, Any] = {}
    for table in metadata.sorted_tables:
        if "link" in table.info:
            rows = _rows(connection, table, found)
            everything[table.info["name"]] = [_clear(vault, table, found.key, row) for row in rows]
    profile = everything.pop(people.info["name"])
    return {people.info["name"]: profile[0] if profile else None, **everything}


def _rows(connection: Connection, table: Table, found: Found) -> list[_Stored]:
    link = table.c[table.info["link"]]
    mine = found.key if link.name == "chat" else found.id
    rows = connection.execute(select(table).where(link == mine).order_by(table.c.id))
    return [dict(row) for row in rows.mappings()]


def _clear(vault: Vault, table: Table, key: bytes, row: _Stored) -> dict[str, Any]:
    """One row; what a payload holds stands beside the columns."""
    clear: dict[str, Any] = {}
    for column in table.columns:
        if column.info["personal"]:
            value = _value(vault, column, key, row)
            clear.update(value if column.name == "payload" and value is not None else {column.name: value})
    return clear


def _value(vault: Vault, column: Column[Any], key: bytes, row: _Stored) -> Any:
    if column.info.get("sealed"):
        try:
            return READERS[str(column)](vault, key, row)
        except UndecryptableError:
            return None
    return _plain(row[column.name])


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value


def _json_at(place: str, row_name: str = "") -> _Reader:
    """Reads JSON that is bound to the person alone, or to their row by the column of that name."""
    name = place.partition(".")[2]

    def read(vault: Vault, key: bytes, row: _Stored) -> Any:
        bound = row[row_name] if row_name else b""
        bound = row_of(bound) if isinstance(bound, int) else bound
        return msgspec.json.decode(vault.open(place, key, row[name], bound))

    return read


def _address(vault: Vault, key: bytes, row: _Stored) -> str:
    return sealing.open_address(vault, key, row["address"])


def _message(vault: Vault, key: bytes, row: _Stored) -> dict[str, Any]:
    address, payload = sealing.open_message(vault, key, row["id"], row["payload"])
    return {"address": address, "message": _readable(payload)}


def _failure(vault: Vault, key: bytes, row: _Stored) -> dict[str, Any]:
    del key
    return {"received": _readable(sealing.open_failure(vault, row["id"], row["payload"]))}


def _readable(content: bytes) -> Any:
    """Bytes of somebody else's making: JSON, or text, or anything at all."""
    try:
        return msgspec.json.decode(content)
    except msgspec.MsgspecError:
        pass
    try:
        return content.decode()
    except UnicodeDecodeError:
        return {"base64": b64encode(content).decode()}


READERS: Mapping[str, _Reader] = MappingProxyType(
    {
        "people.address": _address,
        "people.state": _json_at("people.state"),
        "timers.payload": _json_at("timers.payload", "slot"),
        "notes.payload": _json_at("notes.payload", "id"),
        "facts.payload": _json_at("facts.payload", "id"),
        "outbox.payload": _message,
        "failures.payload": _failure,
    }
)
