"""Everything that goes wrong on purpose lives here: injected faults, and Telegram's rate limits."""

import math
from dataclasses import dataclass, field

from .errors import BotApiError, too_many, usual

BEFORE = ("error", "hang", "drop_before_acting", "html")
AFTER = ("drop_after_acting",)
_LIMITED = ("send", "edit")


@dataclass(slots=True)
class Fault:
    """A fault that waits for calls it fits. `left` is how many more times it strikes (None: until lifted)."""

    how: str
    method: str = "*"
    chat: int | None = None
    code: int = 500
    retry_after: int | None = None
    description: str | None = None
    left: int | None = 1
    skip: int = 0
    hits: int = 0

    def lift(self) -> None:
        """It strikes no more."""
        self.left = 0

    def error(self) -> BotApiError:
        """What it answers with."""
        return usual(self.code, self.retry_after, self.description)

    def fits(self, method: str, chat: int | None) -> bool:
        """Whether it is meant for this call."""
        return self.left != 0 and self.method in ("*", method) and self.chat in (None, chat)

    def strike(self) -> bool:
        """Counts one fitting call; True when this one is struck."""
        if self.skip > 0:
            self.skip -= 1
            return False
        self.hits += 1
        if self.left is not None:
            self.left -= 1
        return True


@dataclass(slots=True)
class Faults:
    """The faults that are set, oldest first."""

    waiting: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> Fault:
        """Sets one more."""
        self.waiting.append(fault)
        return fault

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that strikes this call, if any."""
        if not self.waiting:
            return None
        struck = next((f for f in self.waiting if f.fits(method, chat) and f.strike()), None)
        self.waiting = [fault for fault in self.waiting if fault.left != 0]
        return struck


@dataclass(slots=True)
class Bucket:
    """A token bucket: `rate` tokens a second, at most `size`."""

    rate: float
    size: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until a token is there; 0 takes one."""
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.rate)
        self.at = now
        if self.tokens < 1:
            return (1 - self.tokens) / self.rate
        self.tokens -= 1
        return 0.0


class Limits:
    """Telegram's flood control for messages and edits: overall, and for each chat with a burst."""

    def __init__(self, overall: float = 30.0, per_chat: float = 1.0, burst: int = 5) -> None:
        self._overall = Bucket(overall, overall, overall, 0.0)
        self._per_chat = per_chat
        self._burst = burst
        self._chats: dict[int, Bucket] = {}

    def check(self, method: str, chat: int | None, now: float) -> None:
        """Raises 429 for a message that comes too early; `now` in monotonic seconds."""
        if chat is None or method == "sendChatAction" or not method.startswith(_LIMITED):
            return
        bucket = self._chats.get(chat)
        if bucket is None:
            bucket = self._chats[chat] = Bucket(self._per_chat, self._burst, self._burst, now)
        if wait := bucket.wait(now) or self._overall.wait(now):
            raise too_many(max(1, math.ceil(wait)))
