"""What is over is forgotten, all of it in the end, and nothing else."""

from datetime import timedelta

from flows.talk import Keep, Rank, WakeAt
from storage import sweep
from storage.database import Database
from storage.store import Store
from storage.sweep import FAILURES_KEPT
from storage.tables import failures, metadata, outbox, people, seen
from tests.storage.world import ADA, BEN, NOW, SECOND, change, count, draft, find, texts

TOMORROW = NOW + timedelta(days=1)


async def test_who_did_not_consent_in_time_is_forgotten_whole(store: Store, database: Database) -> None:
    say = [draft("welcome"), draft("go on", Rank.PRACTICE)]
    await change(store, ADA, Keep("kind", "a"), WakeAt(TOMORROW, 1), say=say, expires=TOMORROW)
    await change(store, BEN, country="PT")
    async with store.unit() as unit:
        await unit.set_aside("telegram", None, b"odd", "KeyError", NOW, (await unit.find([ADA]))[ADA].key)
        assert await unit.sweep(TOMORROW - SECOND) == 0
        assert await unit.sweep(TOMORROW) == 1
    assert (await find(store, ADA)).id is None
    assert (await find(store, BEN)).id is not None
    assert await count(database, *(t for t in metadata.sorted_tables if "link" in t.info)) == 2
    async with store.unit() as unit:
        await unit.arrive(TOMORROW)
        assert texts(await unit.unsent(TOMORROW, "telegram")) == ["welcome"]


async def test_who_consented_stays(store: Store, database: Database) -> None:
    await change(store, ADA, expires=TOMORROW)
    await change(store, ADA, expires=None, consent=1)
    async with store.unit() as unit:
        assert await unit.sweep(TOMORROW + timedelta(days=300)) == 0
    assert await count(database, people) == 1


async def test_messages_and_failures_have_their_time(store: Store, database: Database) -> None:
    await change(store, ADA, say=[draft("nudge", expires=TOMORROW), draft("answer")])
    async with store.unit() as unit:
        await unit.set_aside("telegram", None, b"odd", "KeyError", NOW)
        assert await unit.sweep(NOW) == 0
        assert await unit.sweep(TOMORROW) == 1
        assert await unit.sweep(NOW + FAILURES_KEPT) == 0
        assert await unit.sweep(NOW + FAILURES_KEPT + SECOND) == 1
    assert (await count(database, outbox), await count(database, failures)) == (1, 0)


async def test_one_call_takes_a_bounded_part_and_the_next_goes_on(store: Store, database: Database) -> None:
    ids = range(sweep.BOUND + 10)
    later = NOW + timedelta(days=9)
    async with store.unit() as unit:
        await unit.mark_seen("telegram", ids, NOW)
        assert [await unit.sweep(later) for _ in range(3)] == [sweep.BOUND, 10, 0]
    assert await count(database, seen) == 0
