"""Every call that the bot made, accepted or not, is noted here."""

import time
from collections import Counter
from typing import Any

from .records import Call, Json
from .waiting import Signal

# What befalls a bot that does nothing wrong: blocked, kicked, another poller.
_MISHAPS = frozenset({403, 409})


class Journal:
    """Calls in the order in which they were accepted. `keep=False` only counts the accepted ones."""

    def __init__(self, *, keep: bool = True) -> None:
        self.accepted: list[Call] = []
        self.refused: list[Call] = []
        self.mishaps: list[Call] = []
        self.signal = Signal()
        self._counts: Counter[tuple[str, int | None]] = Counter()
        self._keep = keep
        self._number = 0

    def note(
        self,
        method: str,
        chat: int | None,
        params: Json,
        *,
        code: int = 200,
        description: str = "",
        fault: str = "",
        result: Any = None,
    ) -> None:
        """Adds one call and wakes whoever waits for calls."""
        self._number += 1
        now, wall = time.monotonic(), time.time()
        if code == 200:
            self._counts.update({(method, None), ("*", None), (method, chat), ("*", chat)})
        if code != 200 or self._keep:
            call = Call(self._number, now, wall, method, chat, params, code, description, fault, result)
            self._pile(call).append(call)
        self.signal.stir()

    def _pile(self, call: Call) -> list[Call]:
        if call.code == 200:
            return self.accepted
        return self.mishaps if call.fault or call.code in _MISHAPS else self.refused

    def calls(self, method: str = "*", chat: int | None = None) -> list[Call]:
        """The accepted calls of this method, to this chat."""
        return [
            call
            for call in self.accepted
            if method in ("*", call.method) and (chat is None or chat == call.chat)
        ]

    def count(self, method: str = "*", chat: int | None = None) -> int:
        """How many accepted calls there were, also where they are not kept."""
        return self._counts[method, chat]
