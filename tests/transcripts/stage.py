"""What a stage has to be able to do, so that a transcript can be played on it, lives here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from flows.person import Person
from flows.talk import Plan, WakeAt
from tests.transcripts.heard import Heard, Key
from tests.transcripts.script import USUAL_START


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a transcript begins: who the person is, what is planned for them, and when it is."""

    person: Person | None = None
    timers: Mapping[str, WakeAt | Plan] = field(default_factory=dict)
    now: datetime = USUAL_START


class Stage(Protocol):
    """One chat with one person; each call gives what is read because of it, in order."""

    @property
    def now(self) -> datetime: ...

    async def tap(self, message: Heard, key: Key) -> list[Heard]: ...

    async def say(self, text: str) -> list[Heard]: ...

    async def forward(self, text: str) -> list[Heard]: ...

    async def send(self, what: str, caption: str) -> list[Heard]: ...

    async def edit(self, text: str) -> list[Heard]: ...

    async def block(self) -> list[Heard]: ...

    async def unblock(self) -> list[Heard]: ...

    async def pass_time(self, span: timedelta) -> list[Heard]:
        """Every timer that comes due on the way comes due at its own time."""

    async def reload(self) -> None:
        """Forget everything that is only in memory."""
