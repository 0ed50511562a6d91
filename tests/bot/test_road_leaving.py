"""How people leave the road: what they have erased, or never agreed to, is kept no longer than was said."""

from datetime import timedelta

from bot.road import Unusable
from flows.talk import Blocked, Chose, Command, Unblocked
from tests.bot.roads import ADA, BEN, SOURCE, Lane

TABLES = ("people", "timers", "notes", "facts", "outbox", "failures")


async def rows(road: Lane) -> dict[str, int]:
    """How many rows each table has that can hold something about somebody."""
    found = {table: (await road.sql(f"SELECT count(*) FROM {table}"))[0][0] for table in TABLES}  # noqa: S608
    return {table: count for table, count in found.items() if count}


async def test_of_strangers_nothing_is_kept(road: Lane) -> None:
    """Somebody blocks the bot, or lets it in again, who never wrote or had everything erased."""
    await road.happens(ADA, Blocked(), Unblocked(), Blocked())
    await road.settle_in(BEN)
    await road.happens(BEN, Command("delete"))
    await road.tap(BEN, "erase")
    await road.happens(BEN, Blocked())
    assert await rows(road) == {}


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


async def test_failures_are_forgotten_in_time(road: Lane) -> None:
    """Raw words of people are kept long enough to be looked into, and no longer."""
    await road.take(unusable=[Unusable(SOURCE, 1, b"somebody's words")])
    await _sweep_after(road, timedelta(days=31))
    assert await road.set_aside() == []


async def _sweep_after(road: Lane, span: timedelta) -> None:
    await road.clock.advance(span.total_seconds())
    async with road.program.store.unit() as unit:
        await unit.sweep(road.clock.now())
