"""What an HTTP answer of Telegram means is told here, before python-telegram-bot judges the rest of it.

What PTB would print or warn of is taken from it: a page of HTML, a 429.
"""

import json
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

import msgspec
from telegram.error import NetworkError, RetryAfter, TelegramError

SHORTEST_FLOOD_WAIT: Final = 1.0  # seconds; Telegram never asks for less
INVALID: Final = "Invalid server response"
UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class UnsentError(NetworkError):
    """The request did not leave: no connection was made, so Telegram cannot have acted on it."""


class ServerError(NetworkError):
    """The answer was 500 or more, or no Bot API answer at all: a web page from a machine in between."""

    def __init__(self, code: int) -> None:
        super().__init__(f"HTTP {code}")
        self.code = code


class FloodError(RetryAfter):
    """Telegram wants us to wait (429); PTB's own class warns about its future whenever one is made."""

    def __init__(self, seconds: float) -> None:
        TelegramError.__init__(self, f"Flood control: wait {seconds:g} seconds")
        self._retry_after = timedelta(seconds=seconds)

    @property
    def retry_after(self) -> timedelta:
        return self._retry_after


class _Parameters(msgspec.Struct):
    retry_after: float = SHORTEST_FLOOD_WAIT


class _Refusal(msgspec.Struct):
    parameters: _Parameters = msgspec.field(default_factory=_Parameters)


def judge(code: int, body: bytes) -> tuple[int, bytes]:
    """Lets PTB judge what is in the Bot API's own words, and takes from it what it would print or warn of."""
    if code < 400:
        return code, body
    if code == 429:
        raise FloodError(_flood_wait(body))
    if code >= 500 or body[:1] != b"{":
        raise ServerError(code)
    return code, body


def _flood_wait(body: bytes) -> float:
    """Seconds; a 429 that does not say how long gets a short default."""
    with suppress(*UNREADABLE):
        return max(SHORTEST_FLOOD_WAIT, msgspec.json.decode(body, type=_Refusal).parameters.retry_after)
    return SHORTEST_FLOOD_WAIT


class _Batch(msgspec.Struct):
    ok: bool | None = None
    result: list[msgspec.Raw] | None = None
    description: str | None = None


def each_by_itself(payload: bytes) -> dict[str, Any]:
    """The answer to getUpdates, whose "result" is a list of bytes, one JSON text for each update.

    None can spoil the others like that. Raises TelegramError when it is no answer of the Bot API.
    """
    try:
        batch = msgspec.json.decode(payload, type=_Batch)
        found = None if batch.result is None else [bytes(update) for update in batch.result]
    except UNREADABLE:
        return _patiently(payload)
    if found is None and batch.ok is not False:
        raise TelegramError(INVALID)
    return {"ok": batch.ok, "result": found, "description": batch.description}


def _patiently(payload: bytes) -> dict[str, Any]:
    """A batch that msgspec refuses as a whole (half an emoji is enough), read by a parser that does not."""
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
        return {**answer, "result": [json.dumps(update).encode() for update in answer["result"]]}
    except (ValueError, TypeError, KeyError, RecursionError):
        raise TelegramError(INVALID) from None
