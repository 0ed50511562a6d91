"""The whole program as a stage: SQLite, the road, the sender and python-telegram-bot against our own Telegram.

Time is a manual clock. At every seventh line, and before time passes, the database is closed and opened and
everything is built anew, as after a restart; doing so at every line takes three times as long and was the same.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.program import Program, assemble, open_store
from bot.serve import Poller
from bot.settings import Settings, load
from bot.telegram.client import LeanBot, connect, make_bot
from bot.telegram.incoming import CHANNEL
from bot.telegram.outgoing import TelegramCarrier
from bot.telegram.updates import Updates
from storage.store import Store
from storage.values import Change
from tests.botapi import BotApi, Message, Person
from tests.botapi.api import TOKEN
from tests.clock import ManualClock
from tests.transcripts.heard import Heard, Key
from tests.transcripts.stage import Beginning

ADA = 1001
RESTART = 7  # lines


def settings_for(folder: Path, api: BotApi) -> Settings:
    """A bot whose data lie in `folder`; nothing of the host's environment is read."""
    return load(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'selfkind.db'}",
            "ENCRYPTION_KEY_FILE": str(folder / "selfkind.key"),
            "SEND_RATE_PER_SECOND": "0",
        },
        dotenv=None,
    )


async def make_database(folder: Path) -> None:
    """An empty database with its key, to be copied: making one takes longer than most transcripts."""
    async with BotApi() as api, open_store(settings_for(folder, api)):
        pass


@asynccontextmanager
async def on_telegram(folder: Path, start: Beginning) -> AsyncIterator["Telegram"]:
    """A stage whose person is already where `start` says; `folder` may hold a database."""
    clock = ManualClock(start.now)
    async with BotApi(clock=lambda: clock.now().timestamp()) as api:
        stage = Telegram(settings_for(folder, api), api, clock)
        await stage.open()
        try:
            await stage.put(start)
            yield stage
        finally:
            await stage.close()


@dataclass(slots=True)
class Running:
    """What lives as long as the process would: the program and the tasks beside it."""

    program: Program
    tasks: list[asyncio.Task[Any]]
    store: AsyncExitStack


class Telegram:
    """One person in a private chat with the program."""

    def __init__(self, settings: Settings, api: BotApi, clock: ManualClock) -> None:
        self._settings = settings
        self._api = api
        self._clock = clock
        self._ada: Person = api.person(ADA)
        self._running: Running | None = None
        self._bot: LeanBot = make_bot(TOKEN, api.url)
        self._words: list[int] = []
        self._seen = 0
        self._lines = 0

    @property
    def now(self) -> datetime:
        return self._clock.now()

    # ---- the life of the process -------------------------------------------------------------------------

    async def open(self) -> None:
        await connect(self._bot, self._clock)
        await self._start()

    async def close(self) -> None:
        await self._stop()
        await self._bot.shutdown()

    async def reload(self) -> None:
        self._lines += 1
        if self._lines % RESTART == 0:
            await self._restart()

    async def _restart(self) -> None:
        await self._stop()
        await self._start()

    async def put(self, start: Beginning) -> None:
        """Store somebody as an earlier transcript left them."""
        self._ada._chat.started = True
        if start.person is None or self._running is None:
            return
        address = (CHANNEL, str(ADA))
        async with self._store.unit() as unit:
            found = (await unit.find([address]))[address]
            await unit.save([Change(found, start.person, list(start.timers.values()))], self.now)

    @property
    def _program(self) -> Program:
        assert self._running is not None
        return self._running.program

    @property
    def _store(self) -> Store:
        return self._program.store

    async def _start(self) -> None:
        stack = AsyncExitStack()
        store = await stack.enter_async_context(open_store(self._settings))
        carrier = TelegramCarrier(self._bot)
        program = assemble(self._settings, store, self._clock, carrier, CHANNEL, carrier.answer_tap)
        poller = Poller(Updates(self._bot, self._clock), program, carrier, f"telegram:{self._bot.id}")
        await program.road.begin()
        tasks = [asyncio.create_task(poller.run()), asyncio.create_task(program.sender.run())]
        self._running = Running(program, tasks, stack)

    async def _stop(self) -> None:
        running, self._running = self._running, None
        if running is None:
            return
        await running.program.store.close()
        for task in running.tasks:
            task.cancel()
        await asyncio.gather(*running.tasks, return_exceptions=True)
        await running.store.aclose()

    # ---- what a person does ------------------------------------------------------------------------------

    async def tap(self, message: Heard, key: Key) -> list[Heard]:
        tap = self._ada.taps(key.label, message.handle)
        await tap.answered
        return await self._heard()

    async def say(self, text: str) -> list[Heard]:
        self._ada.says(text)
        self._words.append(self._ada.chat[-1].id)
        return await self._heard()

    async def forward(self, text: str) -> list[Heard]:
        self._ada.forwards(text)
        return await self._heard()

    async def send(self, what: str, caption: str) -> list[Heard]:
        self._ada.sends(what, caption or None)
        return await self._heard()

    async def edit(self, text: str) -> list[Heard]:
        self._ada.edits(self._words[-1], text)
        return await self._heard()

    async def block(self) -> list[Heard]:
        self._ada.blocks()
        return await self._heard()

    async def unblock(self) -> list[Heard]:
        self._ada.unblocks()
        return await self._heard()

    async def pass_time(self, span: timedelta) -> list[Heard]:
        await self._restart()
        end = self.now + span
        heard: list[Heard] = []
        while (seconds := await self._program.road.next_due()) is not None:
            if self.now + timedelta(seconds=seconds) > end:
                break
            await self._clock.advance(max(seconds, 0))
            await self._program.road.wake()
            heard += await self._heard()
        await self._clock.advance((end - self.now).total_seconds())
        return heard

    # ---- what is read ------------------------------------------------------------------------------------

    async def _heard(self) -> list[Heard]:
        """Everything that came since the last call, once every update is confirmed and everything is sent."""
        await self._api.until(lambda: self._api.updates.pending == 0)
        sender = self._program.sender
        while sender.depth or sender.news.is_set():
            await sender.news.wait()
            await self._program.road.note()
        events = self._ada._chat.events[self._seen :]
        self._seen += len(events)
        found = [(event.kind, event.message) for event in events if event.kind in ("sent", "edited")]
        return [self._read(message, kind == "edited") for kind, message in found if message]

    def _read(self, message: Message, changed: bool) -> Heard:
        rows = tuple(tuple(Key(b.label, b.data or "") for b in row) for row in message.buttons)
        file = str(message.file_name or "") if message.kind == "document" else ""
        return Heard(message.text, rows, self.now, message, changed, file)
