"""Everything that goes on beside the updates while the program runs: timers, notes, leases, the heartbeat."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.heartbeat import beat
from bot.program import Program
from bot.road import DOWN

T = TypeVar("T")
logger = logging.getLogger(__name__)

NOTED_WITHIN = 0.1  # seconds until a delivery is written down; a kill in between sends it twice
LONGEST_SLEEP = 30.0
LEASE = 10.0
HEARTBEAT = 15.0
SWEEP = 600.0
AGAIN = 1.0  # seconds after the database could not be written


async def timers(program: Program, may_speak: asyncio.Event) -> None:
    """Wake what is due, once the backlog of updates is empty: a queued "stop" beats a nudge."""
    road = program.road
    while True:
        await may_speak.wait()
        road.planned.clear()
        more = await _guarded(program, road.wake, "Timers could not be woken")
        if not more:
            await _sleep_until_due(program)


async def _sleep_until_due(program: Program) -> None:
    due = await _guarded(program, program.road.next_due, "The next timer could not be read")
    seconds = LONGEST_SLEEP if due is None else min(max(due, 0.02), LONGEST_SLEEP)
    sleeping = asyncio.ensure_future(program.clock.sleep(seconds))
    planned = asyncio.ensure_future(program.road.planned.wait())
    try:
        await asyncio.wait({sleeping, planned}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        sleeping.cancel()
        planned.cancel()


async def notes(program: Program) -> None:
    """Write down within 100 ms what became of messages, where no batch has done so."""
    while True:
        await program.sender.news.wait()
        await program.clock.sleep(NOTED_WITHIN)
        if program.sender.news.is_set():
            await _guarded(program, program.road.note, "Deliveries could not be noted")


async def leases(program: Program) -> None:
    """Say that we live, and take over from whoever does not."""
    while True:
        await program.clock.sleep(LEASE)
        await _guarded(program, program.road.take_over, "The lease could not be renewed")


async def sweeps(program: Program) -> None:
    """Forget what is over."""
    while True:
        await _guarded(program, partial(_sweep, program), "What is over could not be forgotten")
        await program.clock.sleep(SWEEP)


async def _sweep(program: Program) -> None:
    gone = 1
    while gone:
        async with program.store.unit() as unit:
            gone = await unit.sweep(program.clock.now())


async def heartbeats(program: Program, file: Path) -> None:
    """Touch the file as long as this process turns its loop; whoever watches it restarts what stands still."""
    while True:
        try:
            beat(file, program.clock.now())
        except OSError as error:
            logger.error("No sign of life could be given (%s)", type(error).__name__)
        await program.clock.sleep(HEARTBEAT)


async def _guarded(program: Program, work: Callable[[], Awaitable[T]], complaint: str) -> T | None:
    """The work's result; when the database cannot be written just now, one line in the log and a pause."""
    try:
        return await work()
    except DOWN as error:
        logger.error("%s (%s)", complaint, type(error).__name__)
        await program.clock.sleep(AGAIN)
        return None
