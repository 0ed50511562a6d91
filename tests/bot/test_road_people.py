"""People on the road: what they tap twice, what they take back, how they leave and come again."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.message import Message
from bot.sending.outcomes import UnreachableError
from flows.talk import Blocked, Chose, Command, Said, Sent, TimeUp, Unblocked
from tests.bot.roads import ADA, Lane
from tests.clock import settle


def blocked_by(whom: str) -> Callable[[str, Message], None]:
    """What a carrier meets that this person has blocked."""

    def refuse(address: str, _: Message) -> None:
        if address == whom:
            raise UnreachableError

    return refuse


# ---- turns -----------------------------------------------------------------------------------------------------


async def test_four_taps_at_once_are_one_move(road: Lane) -> None:
    """Impatient fingers: one message; every tap is answered, so that no clock goes on ticking."""
    await road.happens(ADA, Command("start"))
    taps = [road.one(ADA, Chose("agree", 1)) for _ in range(4)]
    await road.take(*taps)
    await road.settle()
    assert len(road.said(ADA)) == 2
    assert road.paper.answered == [tap.callback for tap in taps]


async def test_two_devices_that_disagree(road: Lane) -> None:
    """The first one counts; the other is answered and moves nobody."""
    await road.happens(ADA, Command("start"))
    await road.take(road.one(ADA, Chose("agree", 1)), road.one(ADA, Chose("decline", 1)))
    await road.settle()
    assert "made for adults" in road.said(ADA)[-1]
    assert len(road.said(ADA)) == 2
    assert len(road.paper.answered) == 2


async def test_a_silent_tap_is_answered_before_it_is_acknowledged(road: Lane) -> None:
    """The answer to the tap is all that it gets: it must not be lost between commit and acknowledgement."""
    await road.happens(ADA, Command("start"))
    await road.tap(ADA, "agree")
    road.paper.taps.clear()
    taking = asyncio.create_task(road.take(road.one(ADA, Chose("agree", 1))))
    while await road.sql("SELECT count(*) FROM seen") != [(3,)]:
        await settle()
    await settle()
    assert not taking.done()
    road.paper.taps.set()
    await taking
    assert len(road.paper.answered) == 2


async def test_a_tap_that_brings_a_message_waits_for_no_answer(road: Lane) -> None:
    """Nor is anybody kept waiting for ever by a tap that cannot be answered."""
    await road.happens(ADA, Command("start"))
    road.paper.taps.clear()
    await road.take(road.one(ADA, Chose("agree", 1)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.taps.PATIENCE", 0.01)
        await road.take(road.one(ADA, Chose("agree", 1)))
    assert road.paper.answered == []
    road.paper.taps.set()


async def test_yesterdays_button_in_todays_same_state(road: Lane) -> None:
    """The state's name is the same, the turn is not: it is said where we are, and nothing moves."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("break"))
    yesterday = road.turn(ADA)
    await road.happens(ADA, Command("stop"))
    await road.clock.advance(timedelta(days=1).total_seconds())
    await road.happens(ADA, Command("break"))
    today = road.turn(ADA)
    said = await road.happens(ADA, Chose("4", yesterday))
    assert len(said) == 1
    assert "belongs to an earlier moment" in said[0]
    assert road.turn(ADA) == today


async def test_a_left_over_silence_moves_nobody(road: Lane) -> None:
    """A timer of a turn that has passed is nothing."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("feet"))
    await road.tap(ADA, "skip", "sitting")
    turn, person = road.turn(ADA), (await road.found(ADA)).person
    assert await road.happens(ADA, TimeUp(turn - 1)) == []
    assert (await road.found(ADA)).person == person


async def test_going_on_sooner_leaves_no_silence_behind(road: Lane) -> None:
    """The timer goes with its turn; the next one has its own."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("feet"))
    await road.tap(ADA, "skip", "sitting")
    await road.clock.advance(29)
    await road.tap(ADA, "ready")
    count = len(road.said(ADA))
    await road.clock.advance(2)
    await road.program.road.wake()
    await road.settle()
    assert len(road.said(ADA)) == count
    assert [timer["kind"] for timer in (await road.kept(ADA))["timers"]] == ["silence"]


# ---- what is taken back ----------------------------------------------------------------------------------------


async def test_what_is_unsent_is_taken_back_when_a_practice_is_stopped(road: Lane) -> None:
    """Also from the sender's memory, and from the table: no next life says it either."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("break"))
    await road.tap(ADA, "4", "full")
    count = len(road.said(ADA))
    road.paper.gate.clear()
    await road.take(road.one(ADA, Sent("sticker")))
    await road.take(road.one(ADA, Sent("voice")))
    await road.take(road.one(ADA, Chose("worse", road.turn(ADA))))
    road.paper.gate.set()
    await road.settle()
    said = road.said(ADA)[count:]
    assert "Then we stop right here." in said[-1]
    assert "voice" not in "".join(said)
    assert await road.sql("SELECT count(*) FROM outbox") == [(0,)]


async def test_what_one_batch_takes_back_is_not_said_at_all(road: Lane) -> None:
    """A question and "this makes it worse" arrive together: only the stop is heard."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("break"))
    await road.tap(ADA, "4", "full")
    count, turn = len(road.said(ADA)), road.turn(ADA)
    await road.take(road.one(ADA, Sent("sticker")), road.one(ADA, Chose("worse", turn)))
    await road.settle()
    assert [text[:24] for text in road.said(ADA)[count:]] == ["Then we stop right here."]


# ---- out of reach ----------------------------------------------------------------------------------------------


async def test_whoever_cannot_be_reached_is_left_alone_until_they_write(road: Lane) -> None:
    """A 403 notes it and drops the check-ins; the next word of theirs takes both back."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("checkin"))
    await road.tap(ADA, "every-day", "20-30")
    await road.happens(ADA, Said("Lisbon"))
    assert [timer["kind"] for timer in (await road.kept(ADA))["timers"]] == ["checkin"]
    road.paper.refuse = blocked_by(ADA)
    await road.take(road.one(ADA, Command("help")))
    await road.settle()
    found = await road.found(ADA)
    assert found.person is not None
    assert not found.person.reachable
    assert (await road.kept(ADA))["unsent"] == []
    road.paper.refuse = lambda *_: None
    assert len(await road.happens(ADA, Command("help"))) == 1
    assert [timer["kind"] for timer in (await road.kept(ADA))["timers"]] == ["checkin"]


async def test_blocking_and_unblocking_say_nothing(road: Lane) -> None:
    """Nobody asked anything."""
    await road.settle_in(ADA)
    assert await road.happens(ADA, Blocked(), Unblocked()) == []
