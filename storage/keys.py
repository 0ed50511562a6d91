"""Where keys come from, when they may be made, and what happens when they do not fit, is decided here."""

import binascii
import os
from base64 import b64decode, b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, exists, select

from storage import files, small
from storage.database import Database
from storage.dialects import alone
from storage.errors import KeyDroppedError, KeyFileError, KeyMissingError, UndecryptableError, WrongKeyError
from storage.tables import people
from storage.vault import KEY_BYTES, Vault, name_of

LOOKUP: Final = "lookup key"  # random, made once, sealed with the first master key
WRITER: Final = "writer "  # + a master key's name: rows may be sealed with it, so it has to be at hand

_ANYBODY = select(exists().select_from(people))
_BLANK = bytes(KEY_BYTES)
_PROOF = b"this key fits"


async def open_vault(database: Database, keys: Sequence[bytes] = (), key_file: Path | None = None) -> Vault:
    """The vault of a migrated database.

    `keys` are master keys (32 bytes each, the first writes); without any, those of `key_file` are taken. A
    file that is not there is made when the database holds nobody. Nothing is changed when a key is wrong.

    Raises KeyMissingError, WrongKeyError, KeyDroppedError or KeyFileError: one sentence for the operator.
    """
    async with database.writing() as connection:
        return await connection.run_sync(_open, keys, key_file)


def _open(connection: Connection, keys: Sequence[bytes], key_file: Path | None) -> Vault:
    alone(connection, "keys")
    fresh = not keys and not _is_there(key_file)
    if fresh and connection.scalar(_ANYBODY):
        raise KeyMissingError
    masters = tuple(keys) or _from_file(key_file)
    lookup = None if fresh else _lookup_key(connection, masters)
    if lookup is None:
        lookup = _begin(connection, masters)
    _promise(connection, masters[0])
    return Vault(masters, lookup)


def parse_keys(text: str) -> tuple[bytes, ...]:
    """Keys in base64, plain or URL-safe, with commas between. Raises ValueError without repeating them."""
    keys = tuple(_parse_key(piece.strip()) for piece in text.split(","))
    if any(len(key) != KEY_BYTES for key in keys):
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    return keys


def _parse_key(text: str) -> bytes:
    try:
        return b64decode(text.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _is_there(key_file: Path | None) -> bool:
    return key_file is not None and key_file.exists()


def _from_file(key_file: Path | None) -> tuple[bytes, ...]:
    """What is in the file; it is made first if need be."""
    if key_file is None:
        raise KeyMissingError
    try:
        if not key_file.exists():
            files.create(key_file, b64encode(os.urandom(KEY_BYTES)) + b"\n")
        return parse_keys(key_file.read_text("ascii").strip())
    except (OSError, ValueError):
        raise KeyFileError from None


def _lookup_key(connection: Connection, masters: Sequence[bytes]) -> bytes | None:
    """The key under which people are found, unwrapped; None in a database that never had one."""
    wrapped = small.read(connection, LOOKUP)
    if wrapped is None:
        if connection.scalar(_ANYBODY):
            raise WrongKeyError
        return None
    lookup = _unwrap(masters, wrapped)
    _check_all(connection, masters)
    if not wrapped.startswith(name_of(masters[0])):
        _wrap(connection, masters[0], lookup)
    return lookup


def _unwrap(masters: Sequence[bytes], wrapped: bytes) -> bytes:
    try:
        return Vault(masters, _BLANK).open("meta.value", LOOKUP.encode(), wrapped)
    except UndecryptableError:
        raise WrongKeyError from None


def _check_all(connection: Connection, masters: Sequence[bytes]) -> None:
    """Every key that has ever written here has to be among them."""
    vault = Vault(masters, _BLANK)
    for name, proof in small.read_all(connection, WRITER).items():
        try:
            vault.open("meta.value", name.encode(), proof)
        except UndecryptableError:
            raise KeyDroppedError from None


def _begin(connection: Connection, masters: Sequence[bytes]) -> bytes:
    """Nobody is there: whatever keys there were before are void."""
    small.forget_all(connection, WRITER)
    lookup = os.urandom(KEY_BYTES)
    _wrap(connection, masters[0], lookup)
    return lookup


def _wrap(connection: Connection, master: bytes, lookup: bytes) -> None:
    sealed = Vault([master], _BLANK).seal("meta.value", LOOKUP.encode(), lookup)
    small.write(connection, LOOKUP, sealed)


def _promise(connection: Connection, master: bytes) -> None:
    """Notes that this key writes from now on."""
    name = WRITER + name_of(master).hex()
    if small.read(connection, name) is None:
        proof = Vault([master], _BLANK).seal("meta.value", name.encode(), _PROOF)
        small.write(connection, name, proof)
