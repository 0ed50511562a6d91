"""Check-ins over the wire: they come when they were asked for, and never when they are not wanted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.blackbox.served import DAY, HOUR, MINUTE, Served, serving
from tests.botapi import BotApi, Person
from tests.clock import ManualClock

EVENING = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)


async def with_check_ins(served: Served, number: int = 1001) -> Person:
    """Every day at half past eight, in Lisbon, where it is as late as in UTC in November."""
    person = await served.at_home(number)
    await served.says(person, "/checkin")
    await served.taps(person, "Every day", "20:30")
    await served.says(person, "Lisbon")
    await served.taps(person, "That's fine")
    return person


def asked(person: Person) -> int:
    """How many check-ins have come."""
    found = [message.text for message in person.chat if message.from_bot]
    return sum("Nothing you have to do" in text or "Looking in, as you asked" in text for text in found)


async def test_it_comes_at_its_time_every_day(served: Served) -> None:
    """To the minute, and the next one too."""
    ada = await with_check_ins(served)
    await served.until(EVENING - MINUTE)
    assert asked(ada) == 0
    await served.until(EVENING)
    assert asked(ada) == 1
    assert ada.last.labels[:3] == ["Kind enough", "Harsh", "Mixed"]
    await served.until(EVENING + DAY)
    assert asked(ada) == 2


async def test_it_survives_a_restart(tmp_path: Path, timeless: BotApi, clock: ManualClock) -> None:
    """Nothing of it is held in memory."""
    async with serving(tmp_path, timeless, clock) as first:
        ada = await with_check_ins(first)
    async with serving(tmp_path, timeless, clock) as second:
        await second.until(EVENING)
        assert asked(ada) == 1


@pytest.mark.parametrize(("late", "count"), [(15 * MINUTE, 1), (25 * MINUTE, 0), (5 * HOUR, 0)])
async def test_it_is_not_sent_long_after_an_outage(
    tmp_path: Path, timeless: BotApi, clock: ManualClock, late: timedelta, count: int
) -> None:
    """The bot was not running at its time: a few minutes are nothing, hours are; the next one is kept."""
    async with serving(tmp_path, timeless, clock) as first:
        ada = await with_check_ins(first)
    await clock.leap((EVENING + late - clock.now()).total_seconds())
    async with serving(tmp_path, timeless, clock) as second:
        await second.catch_up()
        assert asked(ada) == count
        await second.until(EVENING + DAY)
        assert asked(ada) == count + 1


async def test_it_waits_until_the_people_are_heard(served: Served) -> None:
    """After an outage a "stop" that lies in the queue beats the check-in that is due."""
    ada = await with_check_ins(served)
    await served.until(EVENING - MINUTE)
    with served.api.holding():
        await served.sleep_through(2 * MINUTE)
        ada.says("/pause")
        assert served.program.sender.depth == 0
    assert "Check-ins are paused" in (await ada.hears()).text
    await served.catch_up()
    assert asked(ada) == 0


async def test_it_does_not_come_while_the_bot_is_blind(served: Served) -> None:
    """No poll was answered for a while: nobody knows what people have said in the meantime."""
    ada = await with_check_ins(served)
    await served.sleep_through(EVENING - served.clock.now())
    await served.clock.advance(5 * 60)
    assert asked(ada) == 0
    await served.catch_up()
    assert asked(ada) == 1


async def test_pause_and_resume(served: Served) -> None:
    """/pause silences it as long as one likes; after /resume the next one comes."""
    ada = await with_check_ins(served)
    await served.says(ada, "/pause")
    await served.until(EVENING + 3 * DAY)
    assert asked(ada) == 0
    await served.says(ada, "/resume")
    await served.until(EVENING + 4 * DAY)
    assert asked(ada) == 1


async def test_switched_off_in_one_tap(served: Served) -> None:
    """On the check-in itself."""
    ada = await with_check_ins(served)
    await served.until(EVENING)
    await served.taps(ada, "Stop these")
    await served.until(EVENING + 3 * DAY)
    assert asked(ada) == 1


async def test_not_while_paused_after_backdraft(served: Served) -> None:
    """Nothing unasked, until they come back at their own word."""
    ada = await with_check_ins(served)
    await served.says(ada, "/backdraft")
    await served.taps(ada, "Leave me be", "No, I'll write when I want")
    await served.until(EVENING + 2 * DAY)
    assert asked(ada) == 0
    await served.taps(ada, "I'd like to come back")
    await served.until(EVENING + 3 * DAY)
    assert asked(ada) == 1


async def test_not_in_a_hold(served: Served) -> None:
    """Everything else waits."""
    ada = await with_check_ins(served)
    await served.says(ada, "I want to kill myself")
    await served.until(EVENING + DAY)
    assert asked(ada) == 0


async def test_not_in_a_practice_nor_in_a_talk(served: Served) -> None:
    """Whoever is in the middle of something is not interrupted."""
    ada = await with_check_ins(served)
    await served.until(EVENING - 30 * MINUTE)
    await served.says(ada, "/break")
    await served.taps(ada, "4", "The full one")
    await served.until(EVENING)
    assert asked(ada) == 0
    await served.says(ada, "/stop")
    await served.until(EVENING + DAY - MINUTE)
    await served.says(ada, "/help")
    await served.until(EVENING + DAY)
    assert asked(ada) == 0


async def test_not_in_quiet_hours(served: Served) -> None:
    """The clock is changed to a place where it is night: the time is another instant then, and kept."""
    ada = await with_check_ins(served)
    await served.says(ada, "/checkin")
    await served.taps(ada, "Another place")
    await served.says(ada, "Tokyo")
    await served.until(EVENING)
    assert asked(ada) == 0
    await served.until(EVENING + DAY - 9 * HOUR)
    assert asked(ada) == 1


async def test_later(served: Served) -> None:
    """In an hour, once; the next day's stays where it was."""
    ada = await with_check_ins(served)
    await served.until(EVENING)
    await served.taps(ada, "Later", "In an hour")
    await served.until(EVENING + HOUR)
    assert asked(ada) == 2
    await served.until(EVENING + DAY)
    assert asked(ada) == 3


async def test_the_one_follow_up_that_was_asked_for(served: Served) -> None:
    """Once, the next day, and never again."""
    ada = await served.at_home(1001)
    await served.says(ada, "/backdraft")
    await served.taps(ada, "Leave me be", "Check on me tomorrow")
    before = len(ada.chat)
    await served.pass_time(22 * HOUR)
    assert "You asked me to look in today" in ada.last.text
    await served.pass_time(5 * DAY)
    assert len(ada.chat) == before + 1


async def test_a_silence_ends_by_itself(served: Served) -> None:
    """Half a minute, over the wire and on the clock; also when the bot is restarted within it."""
    ada = await served.at_home(1001)
    await served.says(ada, "/feet")
    await served.taps(ada, "Skip", "Sitting")
    before = len(ada.chat)
    await served.clock.advance(29)
    await served.quiet()
    assert len(ada.chat) == before
    await served.clock.advance(2)
    assert "lean a little" in (await ada.hears()).text
