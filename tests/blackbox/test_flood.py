"""Flood and refusal: limits are obeyed to the second, nobody is lost, and nobody waits for somebody else's trouble."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.blackbox.served import MINUTE, Served, serving
from tests.blackbox.test_checkins import EVENING, asked, with_check_ins
from tests.botapi import BotApi, Person
from tests.clock import ManualClock

CROWD = range(2001, 2101)
RATE = 30


@pytest.fixture
async def limited(tmp_path: Path, timeless: BotApi, clock: ManualClock) -> AsyncIterator[Served]:
    """A bot that keeps Telegram's limits."""
    async with serving(tmp_path, timeless, clock, SEND_RATE_PER_SECOND=str(RATE)) as running:
        yield running


def count(served: Served, person: Person) -> int:
    return served.api.count("sendMessage", person.id)


async def taken(served: Served) -> None:
    """Until everything that people sent is acknowledged."""
    await served.api.until(lambda: served.api.updates.pending == 0)


# ---- 429 -------------------------------------------------------------------------------------------------------


async def test_retry_after_is_obeyed_to_the_second(served: Served) -> None:
    """That chat waits seven seconds, in order; others do not notice."""
    ada, ben = await served.at_home(1001), await served.at_home(1002)
    before = count(served, ada)
    served.api.fail("sendMessage", 429, retry_after=7, chat=ada.id)
    ada.says("/help")
    ada.says("/privacy")
    await served.api.until(lambda: len(served.api.mishaps) == 1)
    await taken(served)
    assert "Here is what I can do" in (await served.says(ben, "/help")).text
    await served.tick(6.9)
    assert count(served, ada) == before
    await served.tick(0.2)
    await served.api.wait("sendMessage", before + 2, ada.id)
    assert [message.text[:12] for message in ada.unheard[-2:]] == ["Here is what", "What I keep:"]


async def test_several_chats_told_to_wait_mean_the_whole_bot(served: Served) -> None:
    """Then nobody is written to until the longest wait is over."""
    people = [await served.at_home(number) for number in (1001, 1002, 1003, 1004)]
    for person in people[:3]:
        served.api.fail("sendMessage", 429, retry_after=5, chat=person.id)
        person.says("/help")
    await served.api.until(lambda: len(served.api.mishaps) == 3)
    await taken(served)
    before = count(served, people[3])
    people[3].says("/help")
    await taken(served)
    await served.tick(4.9)
    assert count(served, people[3]) == before
    await served.tick(0.2)
    await served.api.wait("sendMessage", before + 1, people[3].id)
    for person in people[:3]:
        assert "Here is what" in person.last.text


async def test_our_own_limits(limited: Served) -> None:
    """Never more than thirty in a second, nor more than a burst in one chat; all of it arrives, in order."""
    ada = limited.api.person(1001)
    for _ in range(8):
        ada.says("/start")
    for number in CROWD:
        limited.api.person(number).says("/start")
    await taken(limited)
    arrived = await until_all_arrived(limited, 8 + len(CROWD))
    assert busiest_second(arrived) <= RATE
    assert busiest_second([one for one in arrived if one[1] == ada.id]) <= 6


async def until_all_arrived(served: Served, total: int) -> list[tuple[datetime, int]]:
    """When each message came to which chat, on the test's clock, in steps of an eighth of a second."""
    arrived: list[tuple[datetime, int]] = []
    step = 0.0
    while len(arrived) < total:
        await served.tick(step)
        calls = served.api.calls("sendMessage")
        arrived += [(served.clock.now(), call.chat or 0) for call in calls[len(arrived) :]]
        step = 0.125
    return arrived


def busiest_second(arrived: list[tuple[datetime, int]]) -> int:
    """How many came within any second."""
    times = [when for when, _ in arrived]
    return max(sum(timedelta(0) <= other - when < timedelta(seconds=1) for other in times) for when in times)


# ---- 403 and 400 -----------------------------------------------------------------------------------------------


async def test_whoever_has_blocked_the_bot_gets_no_check_in(served: Served) -> None:
    """Noted from the refusal itself, without any news from Telegram; undone by their next message."""
    ada = await with_check_ins(served)
    served.api.fail("sendMessage", 403, chat=ada.id)
    ada.says("/help")
    await served.api.until(lambda: len(served.api.mishaps) == 1)
    await taken(served)
    await served.quiet()
    await served.until(EVENING)
    assert asked(ada) == 0
    assert len(served.api.mishaps) == 1
    await served.says(ada, "/help")
    await served.until(EVENING + timedelta(days=1))
    assert asked(ada) == 1


async def test_blocking_stops_check_ins_and_coming_back_restores_them(served: Served) -> None:
    """As Telegram tells it; the bot does not even try in between."""
    ada = await with_check_ins(served)
    ada.blocks()
    await taken(served)
    await served.until(EVENING)
    assert served.api.mishaps == []
    ada.unblocks()
    await taken(served)
    await served.until(EVENING + timedelta(days=1))
    assert asked(ada) == 1


async def test_a_deleted_account_is_left_alone(served: Served) -> None:
    """403 as well; nothing stays in the outbox."""
    ada = await served.at_home(1001)
    ada.says("/help")
    ada.deletes_account()
    await served.api.until(lambda: len(served.api.mishaps) == 1)
    await taken(served)
    await served.quiet()
    assert served.program.sender.depth == 0


async def test_a_message_that_telegram_refuses_does_not_stand_in_the_way(served: Served) -> None:
    """400: it is dropped, and what comes behind it arrives."""
    ada = await served.at_home(1001)
    served.api.fail("sendMessage", 400, chat=ada.id, description="Bad Request: message text is empty")
    ada.says("/help")
    ada.says("/privacy")
    assert "What I keep" in (await ada.hears()).text
    await taken(served)
    await served.quiet()
    assert served.program.sender.depth == 0


# ---- away ------------------------------------------------------------------------------------------------------


async def test_messages_do_not_get_through_for_ten_minutes(limited: Served) -> None:
    """502 to everything that is said: nothing is lost, few knock, and afterwards nothing bursts."""
    outage = limited.api.fail("sendMessage", 502, times=None)
    for number in CROWD:
        limited.api.person(number).says("/start")
    await taken(limited)
    for _ in range(60):
        await limited.tick(10)
    knocks = len(limited.api.mishaps)
    outage.lift()
    arrived = await until_all_arrived(limited, len(CROWD))
    assert Counter(chat for _, chat in arrived) == Counter(CROWD)
    assert busiest_second(arrived) <= RATE
    assert knocks < 60 + 2 * RATE


@pytest.mark.parametrize("gateway", [False, True], ids=["no connection", "502"])
async def test_telegram_is_away(served: Served, gateway: bool) -> None:
    """No connection at all, or a gateway's page: what people said meanwhile is answered, once, when it is back."""
    ada, ben = await served.at_home(1001), await served.at_home(1002)
    await served.api.away(answering_502=gateway)
    served.api.lapse()
    ada.says("/help")
    ben.says("/privacy")
    await served.tick(600)
    await served.api.back()
    hearing = served.api.wait("sendMessage", count(served, ada) + 1, ada.id)
    await served.tick(60)
    await hearing
    assert "Here is what I can do" in (await ada.hears()).text
    assert "What I keep" in (await ben.hears()).text
    await taken(served)
    assert [len(person.unheard) for person in (ada, ben)] == [0, 0]


async def test_a_send_whose_answer_never_came(served: Served) -> None:
    """It is sent again, because it may not have arrived; that window is counted."""
    ada = await served.at_home(1001)
    served.api.drop_after_acting("sendMessage", chat=ada.id)
    ada.says("/help")
    while not served.program.sender.uncertain:
        await served.tick(0)
    await served.tick(2)
    said = [message.text[:12] for message in (await ada.hears(), await ada.hears())]
    assert said == ["Here is what", "Here is what"]
    await served.quiet()
    assert served.program.sender.depth == 0


async def test_timers_wait_for_the_backlog(served: Served) -> None:
    """Telegram was away when the check-in was due; the first thing that is heard afterwards is "stop"."""
    ada = await with_check_ins(served)
    await served.until(EVENING - MINUTE)
    await served.api.away()
    served.api.lapse()
    await served.sleep_through(5 * MINUTE)
    ada.says("/pause")
    await served.api.back()
    hearing = served.api.until(lambda: served.api.updates.pending == 0)
    await served.tick(15)
    await hearing
    await served.quiet()
    assert "Check-ins are paused" in ada.last.text
    assert asked(ada) == 0
