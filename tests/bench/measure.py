"""How a bot is measured lives here: people who wait for each answer, and people who arrive by chance."""

import asyncio
import contextlib
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import psutil

from tests.bench.contender import Contender, Running
from tests.bench.crowd import Answer, Crowd, Person
from tests.bench.telegram import Telegram

START = 30.0  # seconds that a bot may take until its first getUpdates
WARM_UP = 120.0  # seconds that all people may take on their way through the first questions
DRAIN = 20.0  # seconds in which what is outstanding may still be answered


class BotError(Exception):
    """The measured bot did not start, did not answer, or ended."""


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds, but for `people` and for `rate`, the updates a second of the open loop (0: no open loop)."""

    people: int
    seconds: float
    delay: float
    """The simulated round trip."""
    rate: float = 0.0
    settling: float = 1.0
    """How long the closed loop runs before it is measured."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Rates a second, times in milliseconds, memory in megabytes."""

    rate: float
    p50: float
    p99: float
    cpu_per_update: float
    memory: float
    silent: int
    unanswered: int
    load_busy: float
    """The share of one processor that the load side itself took: near 1, the bench measures itself."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One bot under one load; `open` is None where no open loop was asked for. Start-up is in seconds."""

    startup: float
    idle_memory: float
    closed: Figures
    open: Figures | None


async def measure(contender: Contender, load: Load) -> Outcome:
    """Starts the bot against a Telegram of its own, and stops it. Raises BotError with its last words."""
    with TemporaryDirectory() as folder:
        telegram = Telegram(load.delay)
        began = time.monotonic()
        running = await contender.start(await telegram.open(), Path(folder))
        try:
            await _first_poll(telegram, running)
            startup = time.monotonic() - began
            return await _measure(contender, load, telegram, running, startup)
        except (TimeoutError, BotError, psutil.Error) as error:
            log = (Path(folder) / "log").read_text()[-2000:]
            raise BotError(f"{contender.name}: {error}\n{log}") from error
        finally:
            await running.stop()
            telegram.close()


async def _first_poll(telegram: Telegram, running: Running) -> None:
    """Whichever comes first: getUpdates or the bot's end."""
    polls = asyncio.ensure_future(telegram.ready.wait())
    ends = asyncio.ensure_future(running.process.wait())
    done, pending = await asyncio.wait({polls, ends}, timeout=START, return_when=asyncio.FIRST_COMPLETED)
    for future in pending:
        future.cancel()
    if polls not in done:
        raise BotError("it never asked for updates")


async def _measure(
    contender: Contender, load: Load, telegram: Telegram, running: Running, startup: float
) -> Outcome:
    patience = load.delay + 0.02 if contender.walk.prefer else 0.0
    crowd = Crowd(contender.walk, telegram.type_text, telegram.tap, patience)
    telegram.hear, telegram.hush = crowd.hear, crowd.hush
    crowd.gather(load.people)
    idle = running.memory()
    await _warm_up(crowd)
    closed = await _closed_loop(crowd, running, load)
    opened = await _open_loop(crowd, running, load) if load.rate else None
    return Outcome(startup, idle, closed, opened)


async def _warm_up(crowd: Crowd) -> None:
    """Everybody gets their first answers, one thing outstanding each."""
    missing, all_done = set(crowd.people) if crowd.walk.warm_up else set(), asyncio.Event()

    def go_on(person: Person) -> None:
        if person.answers < crowd.walk.warm_up:
            crowd.act(person)
            return
        missing.discard(person.chat)
        if not missing:
            all_done.set()

    crowd.settled = go_on
    for chat in tuple(missing):
        crowd.act(crowd.people[chat])
    if missing:
        await _all_but_the_stuck(crowd, missing, all_done)


async def _all_but_the_stuck(crowd: Crowd, missing: set[int], all_done: asyncio.Event) -> None:
    """Says what somebody sees who cannot go on: the walk lacks a word, or the bot an answer."""
    try:
        await asyncio.wait_for(all_done.wait(), WARM_UP)
    except TimeoutError:
        person = crowd.people[min(missing)]
        raise BotError(f"{len(missing)} people are stuck, one of them after {person.shown}") from None


async def _closed_loop(crowd: Crowd, running: Running, load: Load) -> Figures:
    """Everybody goes on as soon as they are answered."""
    crowd.settled = crowd.act
    for person in crowd.people.values():
        crowd.act(person)
    await asyncio.sleep(load.settling)
    watch = _Watch(crowd, running)
    await asyncio.sleep(load.seconds)
    watch.stop()
    answers = watch.answers()
    await _drain(crowd)
    return watch.figures(answers)


async def _open_loop(crowd: Crowd, running: Running, load: Load) -> Figures:
    """People act at times that nobody foresees (Poisson), one after the other, whatever the bot does."""
    loop, rng, people = asyncio.get_running_loop(), Random(1), tuple(crowd.people.values())
    watch, due, turn = _Watch(crowd, running), loop.time(), 0
    end = due + load.seconds
    while (due := due + rng.expovariate(load.rate)) < end:
        await asyncio.sleep(max(0.0, due - loop.time()))
        person, turn = people[turn % len(people)], turn + 1
        if person.asked is None:
            crowd.act(person)
    watch.stop()
    await _drain(crowd)
    return watch.figures(watch.answers())


async def _drain(crowd: Crowd) -> None:
    """Nobody begins anything new; what is outstanding may still be answered."""
    crowd.settled = lambda _: None
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(crowd.quiet.wait(), DRAIN)


class _Watch:
    """What happens from its making until `stop`."""

    def __init__(self, crowd: Crowd, running: Running) -> None:
        self._crowd, self._running, self._first = crowd, running, len(crowd.answers)
        self._began = self._ended = self._now()

    def stop(self) -> None:
        """Times and costs are taken now; answers may still come."""
        self._ended = self._now()

    def answers(self) -> list[Answer]:
        """Those that have come since the beginning."""
        return self._crowd.answers[self._first :]

    def figures(self, answers: list[Answer]) -> Figures:
        """Whoever waits by now is unanswered."""
        seconds, cpu, own = (end - start for start, end in zip(self._began, self._ended, strict=True))
        return Figures(
            rate=len(answers) / seconds,
            p50=_percentile(answers, 0.5),
            p99=_percentile(answers, 0.99),
            cpu_per_update=cpu / max(1, len(answers)) * 1000,
            memory=self._running.memory(),
            silent=sum(answer.silent for answer in answers),
            unanswered=self._crowd.waiting,
            load_busy=own / seconds,
        )

    def _now(self) -> tuple[float, float, float]:
        """Time, the bot's processor time and our own, in seconds."""
        return time.monotonic(), self._running.cpu(), time.process_time()


def _percentile(answers: list[Answer], share: float) -> float:
    """Milliseconds; of no answers, infinity."""
    waits = sorted(answer.waited for answer in answers)
    return waits[min(len(waits) - 1, int(share * len(waits)))] * 1000 if waits else float("inf")
