"""Telegram's side of the bench lives here: updates are handed out, messages arrive, nothing is checked.

Whether a bot speaks the Bot API rightly is the business of the strict test server, not of this one.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import msgspec

from tests.bench.people import Button, Shown
from tests.bench.wire import Params, Reply, Wire

BOT = {"id": 123456, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_OK = b'{"ok":true,"result":true}'
_EMPTY = b'{"ok":true,"result":[]}'
_SPEECH = frozenset({"sendmessage", "editmessagetext"})


class Telegram:
    """Plays Telegram for one bot. Every answer reaches the bot `delay` seconds later, as over a long way."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self.ready = asyncio.Event()
        """Set by the first getUpdates."""
        self.hear: Callable[[int, Shown], None] = lambda *_: None
        """Told of every message and edit that reaches a chat."""
        self.hush: Callable[[int], None] = lambda _: None
        """Told of every answered tap, with the chat."""
        self._updates: deque[tuple[int, bytes]] = deque()
        self._poll: tuple[int, Reply, asyncio.TimerHandle] | None = None
        self._count = 0
        self._taps: dict[str, int] = {}
        self._server: asyncio.Server | None = None

    async def open(self) -> str:
        """Listens on this machine only; gives the address for TELEGRAM_API_URL."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: Wire(self._call), "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def close(self) -> None:
        """Hears nobody any more."""
        if self._server is not None:
            self._server.close()
        if self._poll is not None:
            self._poll[2].cancel()

    def type_text(self, chat: int, text: str) -> None:
        """A person sends a message."""
        message = {**self._message(chat, text), "from": _person(chat)}
        if text.startswith("/"):
            command = len(text.partition(" ")[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": command}]
        self._queue({"message": message})

    def tap(self, chat: int, shown: Shown, button: Button) -> None:
        """A person taps a button of a message that they see."""
        number = str(self._next())
        self._taps[number] = chat
        message = {**self._message(chat, shown.text, shown.number), "from": BOT}
        query = {"id": number, "from": _person(chat), "chat_instance": str(chat), "message": message}
        self._queue({"callback_query": {**query, "data": button.data}})

    def _call(self, method: str, params: Params, reply: Reply) -> None:
        if method == "getupdates":
            self._poll_begins(params, reply)
        else:
            self._later(reply, self._answer(method, params))

    def _answer(self, method: str, params: Params) -> bytes:
        if method in _SPEECH:
            return self._speech(params)
        if method == "answercallbackquery":
            self.hush(self._taps.pop(str(params.get("callback_query_id")), 0))
        if method == "getme":
            return _result(BOT)
        return _EMPTY if method == "getmycommands" else _OK

    def _speech(self, params: Params) -> bytes:
        chat, text = int(params["chat_id"]), str(params.get("text", ""))
        message = self._message(chat, text, int(params.get("message_id") or 0))
        self.hear(chat, Shown(message["message_id"], text, _buttons(params.get("reply_markup"))))
        return _result({**message, "from": BOT})

    def _message(self, chat: int, text: str, number: int = 0) -> dict[str, Any]:
        there = {"id": chat, "type": "private", "first_name": "Somebody"}
        return {"message_id": number or self._next(), "date": int(time.time()), "chat": there, "text": text}

    def _queue(self, update: dict[str, Any]) -> None:
        number = self._next()
        self._updates.append((number, msgspec.json.encode({"update_id": number, **update})))
        if len(self._updates) == 1 and self._poll is not None:
            asyncio.get_running_loop().call_soon(self._poll_ends)

    def _poll_begins(self, params: Params, reply: Reply) -> None:
        self.ready.set()
        offset = int(params.get("offset") or 0)
        while self._updates and self._updates[0][0] < offset:
            self._updates.popleft()
        wait = 0.0 if self._updates else float(params.get("timeout") or 0)
        timer = asyncio.get_running_loop().call_later(wait, self._poll_ends)
        self._poll = (int(params.get("limit") or 100), reply, timer)

    def _poll_ends(self) -> None:
        """What is there now is handed out; it stays in the queue until the next offset confirms it."""
        if self._poll is None:
            return
        limit, reply, timer = self._poll
        self._poll = None
        timer.cancel()
        batch = [self._updates[index][1] for index in range(min(limit, len(self._updates)))]
        self._later(reply, b'{"ok":true,"result":[' + b",".join(batch) + b"]}")

    def _later(self, reply: Reply, body: bytes) -> None:
        if self.delay:
            asyncio.get_running_loop().call_later(self.delay, reply, body)
        else:
            reply(body)

    def _next(self) -> int:
        self._count += 1
        return self._count


def _result(value: object) -> bytes:
    return msgspec.json.encode({"ok": True, "result": value})


def _person(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": "Somebody", "language_code": "en"}


def _buttons(markup: Any) -> tuple[Button, ...]:
    """From a form the markup comes as JSON text, from JSON as it is."""
    found = msgspec.json.decode(markup) if isinstance(markup, str) and markup else markup
    rows = found.get("inline_keyboard", ()) if isinstance(found, dict) else ()
    return tuple(
        Button(one["text"], one["callback_data"]) for row in rows for one in row if "callback_data" in one
    )
