"""Everything that storage hands out and takes in is a value of this file.

All instants are aware datetimes in UTC; words are in clear here and nowhere on disk.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flows.person import Person
from flows.talk import Due, Effect, Rank, TimeUp


@dataclass(frozen=True, slots=True)
class Found:
    """Who lives at an address; `id` is None and `person` new when nobody does.

    `broken` says that there is a row, but what it holds cannot be read: `person` is None then, and what is
    stored stays as it is until the person erases it.
    """

    id: int | None
    key: bytes
    channel: str
    address: str = field(repr=False)
    version: int
    person: Person | None = field(repr=False)

    @property
    def broken(self) -> bool:
        return self.person is None


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to be sent, as bytes that only its channel understands."""

    payload: bytes = field(repr=False)
    rank: Rank
    expires: datetime | None = None
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one person: who they are now, what is to be done, what is to be said, in order.

    `person` None leaves their row as it is. Of the effects, storage carries out WakeAt, Plan, Drop, Withdraw,
    Record, Keep and Erase. An Erase ends the person whatever `person` says, unless `came_back`: they wrote
    again after it in the same batch, and `person` and the effects behind it are their new beginning.
    """

    found: Found
    person: Person | None = field(repr=False)
    effects: Sequence[Effect] = field(default=(), repr=False)
    messages: Sequence[Draft] = ()
    came_back: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that is stored and that this worker sends; the higher `id` of one chat goes later."""

    id: int
    channel: str
    chat: bytes
    address: str = field(repr=False)
    payload: bytes = field(repr=False)
    rank: Rank
    expires: datetime | None
    not_before: datetime | None


@dataclass(frozen=True, slots=True)
class DueTimer:
    """A timer whose time has come, and the news that it brings."""

    id: int
    channel: str
    address: str = field(repr=False)
    incoming: TimeUp | Due = field(repr=False)
