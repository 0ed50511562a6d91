"""What is planned comes due once, at its time, for the right person, however often plans change."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Table

from flows.talk import Drop, Due, Effect, Plan, TimeUp, WakeAt
from storage.database import Database
from storage.failures import Failure
from storage.store import Store
from storage.tables import people, timers
from storage.values import Change, DueTimer
from tests.storage.world import ADA, BEN, CLEO, NOW, SECOND, change, count, damage, rows

LATER = NOW + timedelta(minutes=1)


async def due(
    store: Store, now: datetime = LATER, limit: int = 100, channel: str = "telegram"
) -> list[DueTimer]:
    async with store.unit() as unit:
        return await unit.due(now, limit, channel)


async def test_a_silence_and_a_plan_come_due_with_what_they_were_for(store: Store) -> None:
    await change(store, ADA, WakeAt(LATER, 3), Plan("check-in", LATER - SECOND, "evening"))
    assert [(one.address, one.incoming) for one in await due(store)] == [
        ("1001", Due("check-in", LATER - SECOND, "evening")),
        ("1001", TimeUp(3, LATER)),
    ]


async def test_nothing_comes_before_its_microsecond(store: Store) -> None:
    await change(store, ADA, WakeAt(LATER, 3))
    assert await due(store, LATER - timedelta(microseconds=1)) == []
    assert len(await due(store, LATER)) == 1


@pytest.mark.parametrize(
    ("effects", "left"),
    [
        ([WakeAt(LATER, 1), WakeAt(LATER, 2)], [TimeUp(2, LATER)]),
        ([WakeAt(LATER, 1), Drop("silence")], []),
        ([Drop("silence"), WakeAt(LATER, 1)], [TimeUp(1, LATER)]),
        ([Plan("letter", LATER, "a"), Plan("letter", LATER, "b")], [Due("letter", LATER, "b")]),
        ([Plan("letter", LATER), Drop("silence")], [Due("letter", LATER)]),
        ([Plan("letter", LATER), WakeAt(LATER, 1), Drop("letter")], [TimeUp(1, LATER)]),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
async def test_of_one_kind_the_last_word_counts(
    store: Store, effects: list[Effect], left: list[TimeUp | Due], at_once: bool
) -> None:
    """The same in one step as in several."""
    if at_once:
        await change(store, ADA, *effects)
    for effect in () if at_once else effects:
        await change(store, ADA, effect)
    assert [one.incoming for one in await due(store)] == left


async def test_what_fired_is_gone_and_what_it_plans_anew_is_not(store: Store) -> None:
    await change(store, ADA, Plan("check-in", LATER))
    async with store.unit() as unit:
        (timer,) = await unit.due(LATER, 100, "telegram")
        found = (await unit.find([ADA]))[ADA]
        again = Change(found, found.person, [Plan("check-in", LATER + timedelta(days=1))])
        await unit.save([again], LATER, fired=[timer.id])
    assert await due(store) == []
    (timer,) = await due(store, LATER + timedelta(days=1))
    assert timer.incoming == Due("check-in", LATER + timedelta(days=1))


async def test_a_timer_whose_unit_failed_is_still_there(store: Store) -> None:
    await change(store, ADA, WakeAt(LATER, 3))

    async def fail() -> None:
        async with store.unit() as unit:
            (timer,) = await unit.due(LATER, 100, "telegram")
            await unit.save([], LATER, fired=[timer.id])
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert len(await due(store)) == 1


async def test_the_earliest_come_first_and_only_so_many(store: Store) -> None:
    for delay, who in enumerate((CLEO, ADA, BEN)):
        await change(store, who, Plan("check-in", NOW + delay * SECOND))
    assert [one.address for one in await due(store, limit=2)] == ["1003", "1001"]


async def test_a_channel_has_its_own_timers(store: Store) -> None:
    await change(store, ("terminal", "me"), WakeAt(LATER, 1))
    assert await due(store) == []
    assert [one.address for one in await due(store, channel="terminal")] == ["me"]


async def test_the_clock_knows_until_when_it_can_sleep(store: Store) -> None:
    async with store.unit() as unit:
        assert await unit.next_due("telegram") is None
    await change(store, ADA, WakeAt(LATER, 1))
    await change(store, BEN, Plan("check-in", NOW - SECOND))
    async with store.unit() as unit:
        assert await unit.next_due("telegram") == NOW - SECOND
        assert await unit.next_due("terminal") is None


@pytest.mark.parametrize(("table", "column"), [(timers, "payload"), (people, "address")])
async def test_a_timer_that_cannot_be_read_is_set_aside_and_holds_up_nobody(
    store: Store, database: Database, table: Table, column: str
) -> None:
    await change(store, ADA, Plan("check-in", NOW))
    await damage(database, table, column)
    await change(store, BEN, Plan("check-in", LATER))
    assert [one.address for one in await due(store)] == ["1002"]
    assert await count(database, timers) == 1
    async with store.unit() as unit:
        kept: list[Failure] = await unit.failures()
    assert [one.reason for one in kept] == ["UndecryptableError"]


async def test_the_table_does_not_tell_kinds_apart(store: Store, database: Database) -> None:
    for who in (ADA, BEN):
        await change(store, who, WakeAt(LATER, 1), Plan("follow-up", LATER))
    stored = await rows(database, timers)
    assert len({row["slot"] for row in stored}) == 4
    assert len({len(row["payload"]) for row in stored}) == 1
