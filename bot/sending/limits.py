"""Telegram's limits on how fast we may send live here, and what it told us to wait for.

All instants are seconds of a monotonic clock. A chat at rest costs nothing: what is remembered of it is
swept away once its bucket is full again.
"""

from collections import deque
from typing import Final

TICK: Final = 1e-6  # seconds; waits below it are rounding
CHAT_SECONDS: Final = 1.0  # one message a second to one chat ...
CHAT_BURST: Final = 5  # ... after so many at once
SEVERAL_CHATS: Final = 3  # so many told to wait ...
SEVERAL_WITHIN: Final = 5.0  # ... within so many seconds mean that the whole bot is too fast
_SWEEP_FROM: Final = 1024


class Limits:
    """At most `rate` messages in any second, and a bucket for each chat; a rate of 0 lifts both.

    What the channel asks us to wait for (`hold`) is obeyed at any rate.
    """

    def __init__(self, rate: float) -> None:
        self._limited = rate > 0
        size = max(1, int(rate))
        self._window = size / rate if self._limited else 0.0
        self._sent: deque[float] = deque(maxlen=size)
        self._full_at: dict[bytes, float] = {}  # when the chat's bucket will be full again
        self._held: dict[bytes, float] = {}
        self._held_all = 0.0
        self._asked: deque[tuple[float, bytes]] = deque(maxlen=SEVERAL_CHATS * 4)
        self._sweep_at = _SWEEP_FROM

    def __len__(self) -> int:
        """How many chats something is remembered of."""
        return len(self._full_at) + len(self._held)

    def wait_for_all(self, now: float) -> float:
        """Seconds until anything may be sent to anybody; 0 when it may now."""
        until = self._held_all
        if self._limited and len(self._sent) == self._sent.maxlen:
            until = max(until, self._sent[0] + self._window)
        return _rest(until, now)

    def wait_for(self, chat: bytes, now: float) -> float:
        """Seconds until this chat may be written to, as far as it alone is concerned."""
        until = self._held.get(chat, 0.0)
        if self._limited:
            full = self._full_at.get(chat, 0.0)
            until = max(until, full - (CHAT_BURST - 1) * CHAT_SECONDS)
        return _rest(until, now)

    def take(self, chat: bytes, now: float) -> None:
        """Counts one message that is sent now."""
        if not self._limited:
            return
        self._sent.append(now)
        self._full_at[chat] = max(self._full_at.get(chat, 0.0), now) + CHAT_SECONDS
        self._sweep(now)

    def hold(self, chat: bytes, now: float, seconds: float) -> None:
        """The channel asked for a pause: of this chat, or of all when it asked several shortly."""
        until = now + seconds
        self._held[chat] = max(until, self._held.get(chat, 0.0))
        self._asked.append((now, chat))
        if len({who for when, who in self._asked if now - when <= SEVERAL_WITHIN}) >= SEVERAL_CHATS:
            self._held_all = max(self._held_all, until)
        self._sweep(now)

    def _sweep(self, now: float) -> None:
        """Each time twice as many are remembered as were left the last time: constant cost on average."""
        if len(self) < self._sweep_at:
            return
        self._full_at = {chat: full for chat, full in self._full_at.items() if full > now}
        self._held = {chat: until for chat, until in self._held.items() if until > now}
        self._sweep_at = max(_SWEEP_FROM, 2 * len(self))


def _rest(until: float, now: float) -> float:
    return until - now if until - now > TICK else 0.0
