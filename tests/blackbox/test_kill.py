"""SIGKILL at random moments, while many people talk: nothing is lost, nothing applied twice, all in order."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from random import Random, SystemRandom

import pytest

from tests.blackbox.program import Bot
from tests.blackbox.reckoning import without_instants
from tests.blackbox.remains import kept_of, unit_of
from tests.blackbox.town import Town
from tests.blackbox.walkers import Walker
from tests.botapi import BotApi

KILLS = 30  # in each of two towns
MANY = 1_000
PEOPLE = 25
HURRY = 20  # lives before the last one in which nobody sits down any more: a silence may have half a minute
ROUND_TRIP = 4.0  # milliseconds: what is under way at a kill is something

Note = Callable[[str, object], None]


def seed(town: int) -> int:
    """Repeatable: KILL_SEED=… runs the same lives again, as far as a machine can."""
    return int(os.environ.get("KILL_SEED") or SystemRandom().randrange(10**6)) + town


@pytest.mark.timeout(600)
@pytest.mark.parametrize("town", [1, 2])
async def test_kills(town: int, tmp_path: Path, record_property: Note) -> None:
    """Sixty in all; two towns, so that each has a processor."""
    await outlive(KILLS, seed(town), tmp_path, record_property)


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("town", [3, 4])
async def test_many_kills(town: int, tmp_path: Path, record_property: Note) -> None:
    """A thousand in all."""
    await outlive(MANY // 2, seed(town), tmp_path, record_property)


async def outlive(kills: int, number: int, folder: Path, note: Note) -> None:
    """The whole proof: what people heard, and what is kept of them, is what the pure core says."""
    note("seed", number)
    async with BotApi(seed=number, delay_ms=ROUND_TRIP) as api:
        bot = Bot(api, folder, {"LOG_LEVEL": "WARNING"})
        try:
            town = await live_through(kills, bot, Random(number))
        finally:
            await bot.kill()
        await nothing_is_amiss(bot, town)
        count(town, kills, note)


async def live_through(kills: int, bot: Bot, rng: Random) -> Town:
    """Until the last life has answered everything and was told to stop."""
    town = Town(bot)
    town.gather(PEOPLE, rng)
    await town.live(lambda: lives(bot, town, kills, rng))
    await bot.api.until(lambda: bot.api.updates.pending == 0)
    assert await bot.stop() == 0, bot.log
    return town


async def lives(bot: Bot, town: Town, kills: int, rng: Random) -> None:
    """One after the other; the last one is not ended."""
    for number in range(kills):
        town.mood.patient = number < kills - HURRY
        await bot.start()
        await rng.choice((_while_it_starts, _soon, _after_some_call, _after_some_call))(bot, rng)
        await bot.kill()
    await bot.listen()


async def _while_it_starts(bot: Bot, rng: Random) -> None:
    del bot
    await asyncio.sleep(rng.uniform(0.0, 1.2))


async def _soon(bot: Bot, rng: Random) -> None:
    await bot.ready()
    await asyncio.sleep(rng.uniform(0.2, 0.8))


async def _after_some_call(bot: Bot, rng: Random) -> None:
    """In the very moment in which Telegram has taken a message, while its answer is on the way."""
    await bot.ready()
    target = bot.api.count("sendMessage") + rng.randrange(1, 100)
    await bot.api.until(lambda: bot.api.count("sendMessage") >= target, 60.0)


# ---- afterwards ----------------------------------------------------------------------------------------------


async def nothing_is_amiss(bot: Bot, town: Town) -> None:
    """Neither lost nor expired on the way, nor refused, nor set aside; and everybody is as they should be."""
    assert bot.api.updates.expired == []
    assert {call.description for call in bot.api.refused} <= TOLERATED
    async with unit_of(bot.settings) as unit:
        assert await unit.failures() == []
        for chat, walker in town.walkers.items():
            found, kept = await kept_of(unit, chat)
            assert found.person is not None
            assert without_instants(found.person) == without_instants(walker.reckoning.person)
            assert_kept(kept, walker)


TOLERATED = {
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message",
}


def assert_kept(kept: dict[str, list[dict[str, object]]], walker: Walker) -> None:
    """No timer lost, nothing counted twice, nothing left to say."""
    reckoning = walker.reckoning
    assert sorted(str(timer["kind"]) for timer in kept["timers"]) == sorted(reckoning.timers)
    assert [(note["kind"], note["words"]) for note in kept["notes"]] == reckoning.notes
    assert [(fact["fact"], fact["values"]) for fact in kept["facts"]] == reckoning.facts
    assert kept["unsent"] == []


def unnoted(town: Town) -> list[float]:
    """Of each message that came twice: how long before the kill it had come, in seconds."""
    return [gap for walker in town.walkers.values() for gap in walker.ear.unnoted(town.bot.ends)]


def count(town: Town, kills: int, note: Note) -> None:
    """For whoever reads the run."""
    walkers = town.walkers.values()
    note("kills", kills)
    note("updates", sum(walker.updates for walker in walkers))
    note("messages", sum(len(walker.reckoning.told) for walker in walkers))
    note("silences that ended by themselves", sum(walker.silences for walker in walkers))
    note("messages sent twice", sum(walker.ear.repeats for walker in walkers))
    note("of these unnoted for at most, s", round(max(unnoted(town), default=0), 3))
    note("taps never answered", sum(not tap.answered.done() for one in walkers for tap in one.taps))
    note("erased and begun anew", sum(walker.reckoning.erased for walker in walkers))
