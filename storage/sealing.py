"""How each thing that is remembered becomes sealed bytes, and comes back, lives here.

Inside the seal everything is JSON with names, so that a later version may add to it. Whatever does not decode
raises UndecryptableError, as if it had not decrypted: to its reader it is the same.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec

from flows.person import Person
from flows.talk import Due, Keep, Plan, Record, TimeUp, WakeAt
from storage.errors import UndecryptableError
from storage.vault import Vault

SILENCE: Final = "silence"  # the kind under which a WakeAt is kept, as Drop calls it


class Timer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a timer is for."""

    kind: str
    planned: datetime
    what: str = ""
    turn: int = 0


class Note(msgspec.Struct, frozen=True):
    """Words that a person keeps."""

    kind: str
    words: str
    at: datetime


class Fact(msgspec.Struct, frozen=True):
    """Something that was counted."""

    fact: str
    values: Mapping[str, str | int]
    at: datetime


_PERSON = msgspec.json.Decoder(Person)
_TIMER = msgspec.json.Decoder(Timer)
_ENCODER = msgspec.json.Encoder()


def seal_person(vault: Vault, key: bytes, person: Person) -> bytes:
    return vault.seal("people.state", key, _ENCODER.encode(person))


def open_person(vault: Vault, key: bytes, sealed: bytes) -> Person:
    """Fields that this version does not know are left out, and those that are missing have their default."""
    plain = vault.open("people.state", key, sealed)
    try:
        return _PERSON.decode(plain)
    except (msgspec.MsgspecError, ValueError, TypeError):
        raise UndecryptableError from None


def seal_address(vault: Vault, key: bytes, address: str) -> bytes:
    return vault.seal("people.address", key, address.encode())


def open_address(vault: Vault, key: bytes, sealed: bytes) -> str:
    return vault.open("people.address", key, sealed).decode()


def seal_timer(vault: Vault, key: bytes, slot: bytes, wanted: WakeAt | Plan) -> bytes:
    return vault.seal("timers.payload", key, _ENCODER.encode(_timer(wanted)), slot)


def _timer(wanted: WakeAt | Plan) -> Timer:
    if isinstance(wanted, WakeAt):
        return Timer(SILENCE, wanted.when, turn=wanted.turn)
    return Timer(wanted.kind, wanted.when, wanted.what)


def open_timer(vault: Vault, key: bytes, slot: bytes, sealed: bytes) -> TimeUp | Due:
    """The news that the timer brings when it is due."""
    plain = vault.open("timers.payload", key, sealed, slot)
    try:
        timer = _TIMER.decode(plain)
    except msgspec.MsgspecError:
        raise UndecryptableError from None
    if timer.kind == SILENCE:
        return TimeUp(timer.turn, timer.planned)
    return Due(timer.kind, timer.planned, timer.what)


def seal_note(vault: Vault, key: bytes, number: int, keep: Keep, at: datetime) -> bytes:
    plain = _ENCODER.encode(Note(keep.kind, keep.words, at))
    return vault.seal("notes.payload", key, plain, row_of(number))


def seal_fact(vault: Vault, key: bytes, number: int, record: Record, at: datetime) -> bytes:
    plain = _ENCODER.encode(Fact(record.fact, record.values, at))
    return vault.seal("facts.payload", key, plain, row_of(number))


def seal_message(vault: Vault, chat: bytes, number: int, address: str, payload: bytes) -> bytes:
    """The address goes inside: the person's row may be gone before the message is sent."""
    return vault.seal("outbox.payload", chat, address.encode() + b"\0" + payload, row_of(number))


def open_message(vault: Vault, chat: bytes, number: int, sealed: bytes) -> tuple[str, bytes]:
    """The address and the message."""
    address, _, payload = vault.open("outbox.payload", chat, sealed, row_of(number)).partition(b"\0")
    return address.decode(), payload


def seal_failure(vault: Vault, number: int, raw: bytes) -> bytes:
    """Whose it is may be unknown, so the row itself is the owner."""
    return vault.seal("failures.payload", row_of(number), raw)


def open_failure(vault: Vault, number: int, sealed: bytes) -> bytes:
    return vault.open("failures.payload", row_of(number), sealed)


def row_of(number: int) -> bytes:
    """How a row's id is written where a ciphertext is bound to it."""
    return number.to_bytes(8, "big")
