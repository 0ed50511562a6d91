"""The bot on Telegram, from the first getUpdates to the last message: what `python -m bot serve` runs."""

import asyncio
import contextlib
import logging
import signal
import time
from collections.abc import Coroutine, Sequence
from datetime import timedelta
from typing import Any

from bot import loops
from bot.arrival import Arrival
from bot.clock import Clock, WallClock
from bot.errors import TokenMissingError
from bot.profile import COMMANDS, DESCRIPTION, SHORT_DESCRIPTION
from bot.program import Program, assemble, open_store
from bot.road import DOWN, Unusable
from bot.settings import Settings
from bot.telegram.client import LeanBot, connect, make_bot
from bot.telegram.incoming import CHANNEL, Ignored, Outsider, arrival
from bot.telegram.outgoing import TelegramCarrier
from bot.telegram.profile import set_profile
from bot.telegram.updates import BATCH, Updates
from flows.hearing import prepare

logger = logging.getLogger(__name__)

POLL = 25  # seconds that Telegram holds a poll open
BLIND = timedelta(seconds=POLL + 20)  # no poll answered for so long: we do not know what people have said
LEAVING = 3.0  # seconds for what is under way when we are told to stop; Docker kills after 10
ONE_TO_ONE = "I only talk one to one. Write to me directly, if you like."


class Poller:
    """Takes batches from Telegram and acknowledges each after its commit."""

    def __init__(self, updates: Updates, program: Program, carrier: TelegramCarrier, source: str) -> None:
        self._updates = updates
        self._program = program
        self._carrier = carrier
        self._source = source
        self._answered = program.clock.now()
        self._leaving: set[asyncio.Task[None]] = set()
        self.caught_up = asyncio.Event()
        self.busy = asyncio.Lock()
        """Held while a batch is being applied, so that stopping can wait for it."""

    def sees(self) -> bool:
        """Whether Telegram answered lately."""
        return self._program.clock.now() - self._answered < BLIND

    async def run(self) -> None:
        """For ever. The next call's offset is what acknowledges, so it is made after the commit."""
        offset: int | None = None
        wait = 0  # the first poll only asks what is there
        prepared = False
        while True:
            batch = await self._updates.fetch(offset, wait)
            self._answered = self._program.clock.now()
            if not prepared:
                await asyncio.to_thread(prepare)
                prepared = True
            async with self.busy:
                last = await self._take(batch)
            # After an empty answer everything is acknowledged: no offset then, because after a quiet week
            # Telegram may begin again at a lower number.
            offset = None if last is None else last + 1
            wait = POLL
            if len(batch) < BATCH:
                self.caught_up.set()

    async def watch(self) -> None:
        """While Telegram cannot be heard, nothing is said unasked."""
        while True:
            await self._program.clock.sleep(1.0)
            if not self.sees():
                self.caught_up.clear()

    async def _take(self, batch: Sequence[bytes]) -> int | None:
        meanings = [arrival(raw, self._source) for raw in batch]
        arrivals = [one for one in meanings if isinstance(one, Arrival)]
        unusable = [self._unusable(one) for one in meanings if not isinstance(one, Arrival)]
        while batch:
            try:
                await self._program.road.take(arrivals, unusable)
                break
            except DOWN as error:
                logger.error("The database cannot be written (%s); trying again", type(error).__name__)
                await self._program.clock.sleep(loops.AGAIN)
        numbers = [one.update for one in arrivals] + [one.update for one in unusable]
        return max((number for number in numbers if number is not None), default=None)

    def _unusable(self, one: Ignored | Outsider) -> Unusable:
        if isinstance(one, Ignored):
            return Unusable(self._source, one.update, one.malformed)
        if not one.silent:
            task = asyncio.create_task(self._carrier.leave(one.chat, ONE_TO_ONE))
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)
        return Unusable(self._source, one.update)


async def serve(settings: Settings, clock: Clock | None = None, stop: asyncio.Event | None = None) -> None:
    """Run until `stop` is set, or without one until SIGTERM or SIGINT.

    Raises OperatorError when the operator has to act.
    """
    clock, stop = clock or WallClock(), stop or _on_signals()
    if settings.telegram_bot_token is None:
        raise TokenMissingError
    if not settings.operator_name or not settings.operator_contact:
        logger.warning("OPERATOR_NAME and OPERATOR_CONTACT are not set: people cannot see who runs this bot")
    async with open_store(settings, CHANNEL) as store:
        bot = make_bot(settings.telegram_bot_token, settings.telegram_api_url)
        carrier = TelegramCarrier(bot)
        program = assemble(settings, store, clock, carrier, CHANNEL, carrier.answer_tap)
        try:
            if await _unless_stopped(connect(bot, clock), stop):
                await _run(settings, program, bot, carrier, stop)
        finally:
            await bot.shutdown()


async def _run(
    settings: Settings, program: Program, bot: LeanBot, carrier: TelegramCarrier, stop: asyncio.Event
) -> None:
    poller = Poller(Updates(bot, program.clock), program, carrier, f"telegram:{bot.id}")
    await program.road.begin()
    work = (
        poller.run(),
        poller.watch(),
        program.sender.run(),
        loops.timers(program, poller.caught_up),
        loops.notes(program),
        loops.leases(program),
        loops.sweeps(program),
        loops.heartbeats(program, settings.heartbeat_file),
    )
    tasks = [asyncio.create_task(one) for one in work]
    profile = asyncio.create_task(set_profile(bot, COMMANDS, DESCRIPTION, SHORT_DESCRIPTION))
    logger.info("selfkind is listening as @%s", bot.username)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
        await _leave(program, poller)
    finally:
        await program.store.close()
        for task in (*tasks, profile, stopping):
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for failed in results:
        if isinstance(failed, Exception):
            raise failed


async def _leave(program: Program, poller: Poller) -> None:
    """Finish the batch that was taken, send what is being sent, and write down what arrived."""
    end = time.monotonic() + LEAVING
    with contextlib.suppress(TimeoutError, *DOWN):
        async with asyncio.timeout(LEAVING):
            await poller.busy.acquire()
    await program.sender.drain(max(0.1, end - time.monotonic()))
    with contextlib.suppress(*DOWN):
        await program.road.note()
        async with program.store.unit() as unit:
            await unit.leave()


def _on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    return stop


async def _unless_stopped(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> bool:
    """Whether the work was done before we were told to stop."""
    task, stopping = asyncio.ensure_future(work), asyncio.create_task(stop.wait())
    await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not task.done():
        task.cancel()
        return False
    task.result()
    return True
