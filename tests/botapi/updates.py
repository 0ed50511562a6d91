"""Everything that decides which updates getUpdates gives, and when one is forgotten, lives here.

Follows TQueue of tdlib/td: an offset confirms all lower ids, unless it lies more than ten beyond the newest
id (then it is "in the future", as after a quiet week, and confirms nothing).
"""

import itertools
import random
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .objects import NOT_BY_DEFAULT, UPDATE_TYPES
from .records import Json

LIFETIMES = {"callback_query": 150.0}  # seconds; everything else lives a day
_DAY = 86_400.0
_FUTURE = 10
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One update in the queue. `pinned` means: an offset cannot confirm it before it was given once."""

    serial: int
    id: int
    raw: Any
    key: tuple[str, int]
    expires: float
    epoch: int = 0
    pinned: bool = False


class Updates:
    """The queue of updates of one bot."""

    def __init__(self, first: int | None, chance: random.Random, now: Callable[[], float]) -> None:
        self._chance = chance
        self._now = now
        self._tails = [first if first is not None else self._anywhere()]
        self._serials = itertools.count(1)
        self._given: dict[int, Entry] = {}
        self.waiting: deque[Entry] = deque()
        self._known: dict[int, Entry] = {}
        self._soonest = float("inf")
        self.expired: list[Json] = []
        self.allowed: frozenset[str] = frozenset(UPDATE_TYPES) - NOT_BY_DEFAULT
        self.wake: Callable[[], None] = lambda: None

    def _anywhere(self) -> int:
        return self._chance.randrange(2_000_001, 2**30)

    @property
    def pending(self) -> int:
        """How many updates are not confirmed yet."""
        return len(self._given) + len(self.waiting)

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Sets the kinds that are queued from now on; [] is the default set, None changes nothing."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or frozenset(UPDATE_TYPES) - NOT_BY_DEFAULT

    def push(self, kind: str, content: Json, key: tuple[str, int]) -> int:
        """Queues an update and returns its id; a kind that is not allowed gets none: 0."""
        if kind not in self.allowed:
            return 0
        number = self._next()
        self._add(number, {"update_id": number, kind: content}, key, LIFETIMES.get(kind, _DAY))
        return number

    def inject(self, raw: Any, key: tuple[str, int] = ("raw", 0)) -> int:
        """Queues anything at all; a dict without an update_id gets the next one."""
        number = self._next()
        if isinstance(raw, dict):
            raw = {"update_id": number} | raw
        self._add(number, raw, key, _DAY)
        return number

    def _next(self) -> int:
        number = self._tails[-1]
        self._tails[-1] += 1
        return number

    def _add(self, number: int, raw: Any, key: tuple[str, int], lifetime: float) -> None:
        expires = self._now() + lifetime
        entry = Entry(next(self._serials), number, raw, key, expires, len(self._tails) - 1)
        self._soonest = min(self._soonest, expires)
        self.waiting.append(entry)
        self._known[number] = entry
        if len(self._known) > _REMEMBERED:
            self._known.pop(next(iter(self._known)))
        self.wake()

    def restart(self, at: int | None = None) -> int:
        """The next id comes from somewhere else, as after a week without updates; returns it."""
        self._tails.append(at if at is not None else self._anywhere())
        return self._tails[-1]

    def again(self, number: int) -> None:
        """Queues an update once more under its old id."""
        known = self._known[number]
        self.waiting.append(
            replace(known, serial=next(self._serials), pinned=True, expires=self._now() + _DAY)
        )
        self.wake()

    def reorder(self, numbers: Sequence[int] | None = None) -> list[int]:
        """Gives what waits in this order of ids (None: shuffled); ids that are not named follow."""
        entries = [replace(entry, pinned=True) for entry in self.waiting]
        if numbers is None:
            self._chance.shuffle(entries)
        else:
            place = {number: index for index, number in enumerate(numbers)}
            entries.sort(key=lambda entry: place.get(entry.id, len(place)))
        self.waiting = deque(entries)
        return [entry.id for entry in entries]

    def confirm(self, offset: int) -> None:
        """Forgets what an offset confirms; a negative one keeps only the last so many."""
        if offset < 0:
            self._keep_last(-offset)
        elif offset > 0:
            for serial in [s for s, entry in self._given.items() if self._confirmed(entry, offset)]:
                del self._given[serial]
            while self.waiting and not self.waiting[0].pinned and self._confirmed(self.waiting[0], offset):
                self.waiting.popleft()

    def _confirmed(self, entry: Entry, offset: int) -> bool:
        return entry.id < offset <= max(self._tails[entry.epoch :]) + _FUTURE

    def _keep_last(self, count: int) -> None:
        kept = [*self._given.values(), *self.waiting][-count:]
        self._given.clear()
        self.waiting = deque(kept)

    def forget(self, entry: Entry) -> None:
        """One update was delivered by webhook."""
        self._given.pop(entry.serial, None)

    def drop(self) -> None:
        """Forgets all of them."""
        self._given.clear()
        self.waiting.clear()

    def give(self, limit: int) -> list[Entry]:
        """Up to `limit` updates: those given before and not confirmed, then new ones; no expired ones."""
        self._expire()
        while self.waiting and len(self._given) < limit:
            entry = self.waiting.popleft()
            self._given[entry.serial] = entry
        return list(itertools.islice(self._given.values(), limit))

    def new(self) -> list[Entry]:
        """What was never given (for webhooks, which confirm one by one)."""
        self._expire()
        entries = list(self.waiting)
        self._given.update((entry.serial, entry) for entry in entries)
        self.waiting.clear()
        return entries

    def take_back(self) -> None:
        """What was given and never confirmed waits again: another way of delivery begins."""
        self.waiting = deque([*self._given.values(), *self.waiting])
        self._given.clear()

    def _expire(self) -> None:
        now = self._now()
        if now < self._soonest:
            return
        entries = [*self._given.values(), *self.waiting]
        self.expired += [entry.raw for entry in entries if entry.expires <= now]
        self._given = {serial: entry for serial, entry in self._given.items() if entry.expires > now}
        self.waiting = deque(entry for entry in self.waiting if entry.expires > now)
        self._soonest = min((entry.expires for entry in entries if entry.expires > now), default=float("inf"))
