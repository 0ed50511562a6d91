"""`serve` inside the test, over a clock that the test holds: for what takes hours, and for what is timed exactly.

Everything is the program's own, from the first getUpdates to the last message; only its clock is not.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import serve
from bot.program import Program, assemble
from bot.settings import Settings, load
from tests.blackbox.program import environ
from tests.botapi import BotApi, Message, Person
from tests.clock import ManualClock, settle

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ONBOARDING = ("Yes, I agree", "I'm 18 or older", "Skip", "None of these", "I'll look round")


@dataclass(slots=True)
class Served:
    """One life of the program. `end` is SIGTERM."""

    api: BotApi
    clock: ManualClock
    settings: Settings
    program: Program
    running: asyncio.Task[None]
    stop: asyncio.Event

    async def end(self) -> None:
        self.stop.set()
        await self.running

    # ---- people --------------------------------------------------------------------------------------------

    async def at_home(self, number: int) -> Person:
        """Somebody who has answered the first questions."""
        person = self.api.person(number)
        await self.says(person, "/start")
        await self.taps(person, *ONBOARDING)
        return person

    async def says(self, person: Person, *texts: str) -> Message:
        """One after the other, each answered; the last answer."""
        heard: list[Message] = []
        for text in texts:
            person.hears_no_more()
            person.says(text)
            heard.append(await person.hears())
        return heard[-1]

    async def taps(self, person: Person, *labels: str) -> Message:
        """One button after the other, each answered; the last answer."""
        heard: list[Message] = []
        for label in labels:
            person.hears_no_more()
            person.taps(label)
            heard.append(await person.hears())
        return heard[-1]

    # ---- time ----------------------------------------------------------------------------------------------

    async def pass_time(self, span: timedelta) -> None:
        """It passes all at once, nobody says anything, and what is due then is done."""
        await self.sleep_through(span)
        await self.catch_up()

    async def until(self, instant: datetime) -> None:
        """As `pass_time`, until an instant."""
        await self.pass_time(instant - self.clock.now())

    async def sleep_through(self, span: timedelta) -> None:
        """As a host that was asleep: Telegram has not been heard yet when everything wakes."""
        await self.clock.leap(span.total_seconds())

    async def catch_up(self) -> None:
        """Telegram answers that nothing has happened; then whatever is due may be said."""
        await self.api.until(lambda: self.api.polled)
        polls = self.api.count("getUpdates")
        self.api.lapse()
        await self.api.wait("getUpdates", polls + 1)
        await self.quiet()

    async def tick(self, seconds: float) -> None:
        """That much time, and everything that Telegram is asked in it has its answer."""
        await self.clock.advance(seconds)
        while self.program.sender.sending:
            await settle()
        await self.program.road.note()

    async def quiet(self) -> None:
        """Until no timer is due, and everything that was to be said is said and noted."""
        road, sender = self.program.road, self.program.sender
        while (due := await road.next_due()) is not None and due <= 0:
            road.planned.set()  # it may have reckoned its sleep in the time before the leap
        while sender.depth:
            await sender.news.wait()
            await road.note()
        await road.note()


@asynccontextmanager
async def serving(folder: Path, api: BotApi, clock: ManualClock, **more: str) -> AsyncIterator[Served]:
    """A life that listens, over the database in `folder`. Settings in `more` differ from the usual ones."""
    settings = load(environ(folder, {"TELEGRAM_API_URL": api.url, **more}), dotenv=None)
    made: list[Program] = []
    stop = asyncio.Event()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serve, "assemble", _keeping(made))
        running = asyncio.create_task(serve.serve(settings, clock, stop))
        try:
            await api.until(lambda: api.polled or running.done())
            yield Served(api, clock, settings, made[0], running, stop)
        finally:
            stop.set()
            await running
            api.lapse()  # Telegram notices that nobody listens any more
            await api.until(lambda: not api.polled)


def _keeping(made: list[Program]) -> Callable[..., Program]:
    """The one function that puts the program together, which leaves what it made in `made`, too."""

    def keep(*parts: Any) -> Program:
        made.append(assemble(*parts))
        return made[-1]

    return keep
