"""The road with its real database, engine and sender, and a carrier of paper: everything but a channel."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from bot.arrival import Arrival
from bot.message import Message
from bot.program import Program, assemble, open_store
from bot.road import Unusable
from bot.settings import Settings, load
from flows.talk import Chose, Command, Incoming
from storage.values import Found
from tests.clock import ManualClock

CHANNEL = "paper"
SOURCE = "paper:1"
ADA, BEN, CLEO = "ada", "ben", "cleo"
ONBOARDING = ("agree", "adult", "skip", "none-of-these", "look-round")


class Paper:
    """Keeps what is said to whom. `refuse` may raise a DeliveryError, `gate` holds all messages back.

    `taps` does so with the answers to taps.
    """

    def __init__(self) -> None:
        self.heard: dict[str, list[Message]] = defaultdict(list)
        self.answered: list[str] = []
        self.refuse: Callable[[str, Message], None] = lambda *_: None
        self.gate, self.taps = asyncio.Event(), asyncio.Event()
        self.gate.set()
        self.taps.set()

    def parts(self, message: Message) -> Sequence[Message]:
        return (message,)

    async def deliver(self, address: str, message: Message) -> None:
        await self.gate.wait()
        self.refuse(address, message)
        self.heard[address].append(message)

    async def answer_tap(self, callback: str) -> None:
        await self.taps.wait()
        self.answered.append(callback)


@dataclass(slots=True)
class Lane:
    """A program on paper. Updates are numbered as they are made."""

    program: Program
    paper: Paper
    clock: ManualClock
    settings: Settings
    numbers: "count[int]" = field(default_factory=lambda: count(1000))

    # ---- what arrives --------------------------------------------------------------------------------------

    def one(self, whom: str, incoming: Incoming, number: int | None = None) -> Arrival:
        """An update that nobody has seen, unless `number` says which."""
        update = next(self.numbers) if number is None else number
        raw = f"raw of {whom}: {incoming}".encode()
        tap = f"tap {update}" if isinstance(incoming, Chose) else None
        return Arrival(CHANNEL, whom, incoming, SOURCE, update, 1 if tap else None, tap, raw)

    async def take(self, *arrivals: Arrival, unusable: Sequence[Unusable] = ()) -> None:
        await self.program.road.take(arrivals, unusable)

    async def happens(self, whom: str, *incomings: Incoming) -> list[str]:
        """One after the other, each heard before the next; what was said, all together."""
        before = len(self.paper.heard[whom])
        for incoming in incomings:
            await self.take(self.one(whom, incoming))
            await self.settle()
        return [message.text for message in self.paper.heard[whom][before:]]

    async def tap(self, whom: str, *answers: str) -> list[str]:
        """Buttons of the newest message, one after the other."""
        said: list[str] = []
        for answer in answers:
            said += await self.happens(whom, Chose(answer, self.turn(whom)))
        return said

    async def settle_in(self, *people: str) -> None:
        """Everybody agrees, answers what is asked, and is at home."""
        for whom in people:
            await self.happens(whom, Command("start"))
            await self.tap(whom, *ONBOARDING)

    # ---- what comes of it ----------------------------------------------------------------------------------

    def said(self, whom: str) -> list[str]:
        return [message.text for message in self.paper.heard[whom]]

    def turn(self, whom: str) -> int:
        """The turn on the newest buttons."""
        shown = next(message for message in reversed(self.paper.heard[whom]) if message.buttons)
        return int(shown.buttons[0][0].data.partition(":")[0])

    async def settle(self) -> None:
        """Until everything is said, and noted."""
        while self.program.sender.depth:
            await self.program.sender.news.wait()
            await self.program.road.note()
        await self.program.road.note()

    async def found(self, whom: str) -> Found:
        async with self.program.store.unit() as unit:
            return (await unit.find([(CHANNEL, whom)]))[CHANNEL, whom]

    async def kept(self, whom: str) -> dict[str, Any]:
        """Everything about them, in clear."""
        async with self.program.store.unit() as unit:
            address = (CHANNEL, whom)
            return await unit.export((await unit.find([address]))[address])

    async def set_aside(self) -> list[tuple[str, bytes | None]]:
        """What the operator finds: reason and content."""
        async with self.program.store.unit() as unit:
            return [(failure.reason, failure.raw) for failure in await unit.failures()]

    async def sql(self, statement: str, *values: object) -> list[Any]:
        """Past all our code, as an operator or a fault would."""
        async with self.program.store._database.engine.begin() as connection:
            result = await connection.exec_driver_sql(statement, values)
            return list(result.all()) if result.returns_rows else []


def settings_for(folder: Path, **more: str) -> Settings:
    """A bot whose data lie in `folder`; nothing of the host's environment is read."""
    usual = {
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'selfkind.db'}",
        "ENCRYPTION_KEY_FILE": str(folder / "selfkind.key"),
    }
    return load({**usual, **more}, dotenv=None)


@asynccontextmanager
async def lane(
    folder: Path, clock: ManualClock | None = None, paper: Paper | None = None
) -> AsyncIterator[Lane]:
    """One life of a program. What it leaves unsaid is in the table, as after a kill."""
    clock, paper, settings = clock or ManualClock(), paper or Paper(), settings_for(folder)
    async with open_store(settings, CHANNEL) as store:
        program = assemble(settings, store, clock, paper, CHANNEL, paper.answer_tap, rate=0)
        await program.road.begin()
        sending = asyncio.create_task(program.sender.run())
        try:
            yield Lane(program, paper, clock, settings)
        finally:
            sending.cancel()
            for task in tuple(program.sender._tasks):
                task.cancel()
            await asyncio.gather(sending, *program.sender._tasks, return_exceptions=True)
