"""The messages that one chat still waits for stand here in the order in which they were meant."""

import heapq
from bisect import insort
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.message import Message
from flows.talk import Rank


class Outgoing(Protocol):
    """One row of the outbox, as storage hands it out; `chat` is the person's lookup key."""

    @property
    def id(self) -> int: ...
    @property
    def channel(self) -> str: ...
    @property
    def chat(self) -> bytes: ...
    @property
    def address(self) -> str: ...
    @property
    def payload(self) -> bytes: ...
    @property
    def rank(self) -> Rank: ...
    @property
    def expires(self) -> datetime | None: ...
    @property
    def not_before(self) -> datetime | None: ...


@dataclass(slots=True)
class Item:
    """A row on its way: what is still to be sent, whether some has arrived, whether it was taken back."""

    row: Outgoing
    parts: Sequence[Message] | None = None
    begun: bool = False
    withdrawn: bool = False

    @property
    def lasting(self) -> bool:
        return self.row.rank == Rank.CARE


@dataclass(slots=True, eq=False)
class ChatQueue:
    """One chat's items by id. Those planned for later stand aside until then, so that they stop nobody."""

    key: bytes
    items: deque[Item] = field(default_factory=deque)
    later: list[tuple[float, int, Item]] = field(default_factory=list)  # a heap by monotonic seconds
    ranks: list[int] = field(default_factory=lambda: [0] * len(Rank))
    stamp: int = 0
    """Where the agenda has it: its entries with another stamp are stale."""
    busy: bool = False
    failures: int = 0
    """How often in a row it failed to get through."""
    held_until: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.items or self.later)

    @property
    def rank(self) -> int:
        """The best of all that wait: what is urgent lifts what stands before it."""
        return next(rank for rank, count in enumerate(self.ranks) if count)

    def add(self, item: Item) -> None:
        """Ids rise, except when another worker's rows are taken over."""
        self.ranks[item.row.rank] += 1
        if not self.items or self.items[-1].row.id < item.row.id:
            self.items.append(item)
            return
        first = [self.items.popleft()] if self.busy else []  # what is being sent stays where it is
        rest = list(self.items)
        insort(rest, item, key=lambda other: other.row.id)
        self.items = deque([*first, *rest])

    def add_later(self, item: Item, due: float) -> None:
        heapq.heappush(self.later, (due, item.row.id, item))

    def promote(self, now: float) -> None:
        """What was planned for later and is due now joins the others."""
        while self.later and self.later[0][0] <= now:
            self.add(heapq.heappop(self.later)[2])

    def pop(self) -> Item:
        item = self.items.popleft()
        self.ranks[item.row.rank] -= 1
        return item

    def withdraw(self) -> list[int]:
        """Takes back what is not CARE; the ids of what was taken. What is being sent is only marked."""
        started = self.items.popleft() if self.busy and self.items else None
        gone = [item for item in self.items if not item.lasting]
        gone += [item for _, _, item in self.later if not item.lasting]
        self.items = deque(item for item in self.items if item.lasting)
        self.later = [entry for entry in self.later if entry[2].lasting]
        heapq.heapify(self.later)
        if started is not None:
            started.withdrawn = not started.lasting
            self.items.appendleft(started)
        self._count()
        return [item.row.id for item in gone]

    def _count(self) -> None:
        self.ranks = [0] * len(Rank)
        for item in self.items:
            self.ranks[item.row.rank] += 1
