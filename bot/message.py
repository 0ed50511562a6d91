"""A message as any channel can carry it: what stands in the outbox, sealed, until it is delivered."""

from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class Button:
    """One button: what is read on it and what comes back when it is tapped (at most 64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes with the message; `content` travels base64 in the outbox."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """Plain text, rows of buttons, and the channel's own number of a message that it replaces, if any."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    replaces: int | None = None
    document: Document | None = None

    def pack(self) -> bytes:
        return msgspec.json.encode(self)

    @staticmethod
    def unpack(payload: bytes) -> "Message":
        return msgspec.json.decode(payload, type=Message)
