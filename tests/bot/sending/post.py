"""A post office for tests lives here: rows to be sent, and a carrier that notes what went out and when."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.message import Message
from bot.sending.backoff import Backoff
from bot.sending.outcomes import AwayError, DeliveryError, TooFastError
from bot.sending.sender import Sender
from flows.talk import Rank
from tests.clock import ManualClock

SLOW_AND_STEADY = Backoff(first=1.0, longest=8.0, jitter=lambda: 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    """What storage's Outgoing is."""

    id: int
    channel: str
    chat: bytes
    address: str
    payload: bytes
    rank: Rank
    expires: datetime | None
    not_before: datetime | None


def row(
    number: int,
    who: str = "ada",
    rank: Rank = Rank.CARE,
    *,
    text: str | None = None,
    expires: datetime | None = None,
    not_before: datetime | None = None,
) -> Row:
    """A message to somebody; its text is its number unless another is given."""
    payload = Message(str(number) if text is None else text).pack()
    return Row(number, "telegram", who.encode(), who, payload, rank, expires, not_before)


@dataclass(frozen=True, slots=True)
class Sent:
    """What arrived: when (monotonic), with whom, saying what."""

    at: float
    who: str
    text: str


@dataclass(slots=True)
class Post:
    """A carrier. `trouble[who]` is raised call by call before anything gets through to them; while `down`,
    everything fails; a `gate` that is shut keeps whoever comes to it waiting.
    """

    clock: ManualClock
    sent: list[Sent] = field(default_factory=list)
    tried: list[Sent] = field(default_factory=list)
    trouble: dict[str, deque[DeliveryError]] = field(default_factory=lambda: defaultdict(deque))
    down: bool = False
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: int = 0
    most_under_way: int = 0

    def __post_init__(self) -> None:
        self.gate.set()

    def parts(self, message: Message) -> Sequence[Message]:
        """A text with slashes is too long for one message."""
        return [replace(message, text=text) for text in message.text.split("/")]

    async def deliver(self, address: str, message: Message) -> None:
        self.tried.append(Sent(self.clock.monotonic(), address, message.text))
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await self.gate.wait()
        finally:
            self.under_way -= 1
        if self.down:
            raise AwayError("down", uncertain=True)
        if self.trouble[address]:
            raise self.trouble[address].popleft()
        self.sent.append(Sent(self.clock.monotonic(), address, message.text))

    def to(self, who: str) -> list[str]:
        """What this person has read, in order."""
        return [one.text for one in self.sent if one.who == who]

    def texts(self) -> list[str]:
        return [one.text for one in self.sent]

    def times(self, who: str) -> list[float]:
        return [round(one.at, 6) for one in self.sent if one.who == who]


def slow_down(seconds: float, times: int = 1) -> deque[DeliveryError]:
    return deque(TooFastError(seconds) for _ in range(times))


def most_within(sent: Sequence[Sent], seconds: float) -> int:
    """The largest number of messages in any stretch of that length."""
    times = sorted(one.at for one in sent)
    return max(sum(start <= time < start + seconds - 1e-6 for time in times) for start in times)


@dataclass(slots=True)
class Office:
    """A sender at work, with all that a test wants to hold."""

    clock: ManualClock
    post: Post
    sender: Sender


@asynccontextmanager
async def open_office(rate: float = 0, concurrency: int = 50) -> AsyncIterator[Office]:
    """A sender that runs; time stands still until the test lets it pass."""
    clock = ManualClock()
    post = Post(clock)
    sender = Sender(post, clock, rate, concurrency=concurrency, backoff=SLOW_AND_STEADY)
    running = asyncio.create_task(sender.run())
    try:
        yield Office(clock, post, sender)
    finally:
        post.gate.set()
        await sender.drain(1.0)
        await running
