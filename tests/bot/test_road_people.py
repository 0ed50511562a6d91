"""People on the road: what they tap twice, what they take back, how they leave and come again."""

from collections.abc import Callable
from datetime import timedelta

from bot.message import Message
from bot.sending.outcomes import UnreachableError
from flows.talk import Blocked, Chose, Command, Said, Sent, TimeUp, Unblocked
from tests.bot.roads import ADA, BEN, Lane

TABLES = ("people", "timers", "notes", "facts", "outbox", "failures")


async def rows(road: Lane) -> dict[str, int]:
    """How many rows each table has that can hold something about somebody."""
    found = {table: (await road.sql(f"SELECT count(*) FROM {table}"))[0][0] for table in TABLES}  # noqa: S608
    return {table: count for table, count in found.items() if count}


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
    tap = road.one(ADA, Chose("agree", 1))
    await road.take(tap)
    road.paper.answered.clear()
    await road.take(tap)
    assert road.paper.answered == [tap.callback]


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


async def test_of_strangers_nothing_is_kept(road: Lane) -> None:
    """Somebody blocks the bot, or lets it in again, who never wrote or had everything erased."""
    await road.happens(ADA, Blocked(), Unblocked(), Blocked())
    await road.settle_in(BEN)
    await road.happens(BEN, Command("delete"))
    await road.tap(BEN, "erase")
    await road.happens(BEN, Blocked())
    assert await rows(road) == {}


# ---- erased ----------------------------------------------------------------------------------------------------


async def test_nothing_is_left_after_erasing(road: Lane) -> None:
    """Two fingers on the same button change nothing about that."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("delete"))
    turn = road.turn(ADA)
    await road.take(road.one(ADA, Chose("erase", turn)), road.one(ADA, Chose("erase", turn)))
    await road.settle()
    assert "erased" in road.said(ADA)[-1]
    assert await rows(road) == {}


async def test_erasing_and_beginning_anew_in_one_breath(road: Lane) -> None:
    """The last word of erasing is heard, and then the first of a stranger's talk."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("delete"))
    count = len(road.said(ADA))
    await road.take(road.one(ADA, Chose("erase", road.turn(ADA))), road.one(ADA, Command("start")))
    await road.settle()
    erased, hello = road.said(ADA)[count:]
    assert "erased" in erased
    assert "I'm selfkind" in hello
    person = (await road.found(ADA)).person
    assert person is not None
    assert (person.consent, person.expires is not None) == (0, True)
    assert (await road.kept(ADA))["facts"] == []


async def test_erasing_twice_in_one_breath(road: Lane) -> None:
    """A stranger again, who changes their mind again at once."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("delete"))
    turn = road.turn(ADA)
    again = (road.one(ADA, Command("delete")), road.one(ADA, Chose("erase", turn + 2)))
    await road.take(road.one(ADA, Chose("erase", turn)), *again)
    await road.settle()
    assert [text[:10] for text in road.said(ADA)[-3:]] == ["It's done.", "This erase", "It's done."]
    assert await rows(road) == {}


async def test_what_was_unsent_is_erased_with_everything(road: Lane) -> None:
    """Only the word that it is done still goes out."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("delete"))
    turn, count = road.turn(ADA), len(road.said(ADA))
    road.paper.gate.clear()
    await road.take(road.one(ADA, Chose("erase", turn)))
    assert list(await rows(road)) == ["outbox"]
    road.paper.gate.set()
    await road.settle()
    assert len(road.said(ADA)) == count + 1
    assert await rows(road) == {}


async def test_a_quiet_day_before_consent_is_forgotten(road: Lane) -> None:
    """What was needed to answer goes 24 hours after the last word; who agreed stays."""
    await road.happens(ADA, Command("start"))
    await road.settle_in(BEN)
    await road.clock.advance(timedelta(hours=23).total_seconds())
    await road.happens(ADA, Command("help"))
    await _sweep_after(road, timedelta(hours=23))
    assert (await rows(road))["people"] == 2
    await _sweep_after(road, timedelta(hours=1, minutes=1))
    assert (await rows(road))["people"] == 1
    assert (await road.found(BEN)).id is not None


async def test_the_young_are_forgotten_after_a_month(road: Lane) -> None:
    """Until then they are not asked again and again; then they may start anew."""
    await road.happens(ADA, Command("start"))
    await road.tap(ADA, "agree", "younger")
    await _sweep_after(road, timedelta(days=29))
    assert "An adult you trust" in (await road.happens(ADA, Command("start")))[-1]
    await _sweep_after(road, timedelta(days=1, minutes=1))
    assert await rows(road) == {}
    assert "Is that all right with you?" in (await road.happens(ADA, Command("start")))[-1]


async def _sweep_after(road: Lane, span: timedelta) -> None:
    await road.clock.advance(span.total_seconds())
    async with road.program.store.unit() as unit:
        await unit.sweep(road.clock.now())
