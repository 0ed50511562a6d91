"""HTTP lives here, as far as bots on this machine speak it: requests and answers with a length, kept-alive.

An instrument, not a web server: it has to cost far less than what it measures. Requests in chunks and
multipart bodies are refused, because nothing that is measured sends them.
"""

import asyncio
import re
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import parse_qsl

import msgspec

Params = dict[str, Any]
Reply = Callable[[bytes], None]
Call = Callable[[str, Params, Reply], None]

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)", re.IGNORECASE)
_KIND = re.compile(rb"\r\ncontent-type:[ \t]*([\w/-]+)", re.IGNORECASE)
_UNREADABLE = re.compile(
    rb"\r\n(transfer-encoding:[ \t]*chunked|content-type:[ \t]*multipart)", re.IGNORECASE
)
_REFUSAL = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Wire(asyncio.Protocol):
    """One connection of a bot. Gives `call` the method, its parameters and a way to answer, now or later."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's own class is not derived from it

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (request := self._take()) is not None:
            self._call(*request, self._reply)

    def _take(self) -> tuple[str, Params] | None:
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return None
        if _UNREADABLE.search(head):
            self._refuse()
            return None
        length = _LENGTH.search(head)
        size = int(length[1]) if length else 0
        if len(rest) < size:
            return None
        self._buffer = rest[size:]
        return _read(head, rest[:size])

    def _refuse(self) -> None:
        if self._transport is not None:
            self._transport.write(_REFUSAL)
            self._transport.close()

    def _reply(self, body: bytes) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self._transport.write(head % len(body) + body)


def _read(head: bytes, body: bytes) -> tuple[str, Params]:
    """The method (as in the path, lower case) and everything that was given with it."""
    path, _, query = head.split(b" ", 2)[1].decode().partition("?")
    kind = _KIND.search(head)
    params: Params = dict(parse_qsl(query))
    if kind and kind[1] == b"application/json":
        params |= msgspec.json.decode(body)
    else:
        params |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return path.rpartition("/")[2].lower(), params
