"""An update is applied once, in whatever order and however often it is delivered."""

from datetime import datetime, timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.seen import REMEMBERED
from storage.store import Store
from tests.storage.world import NOW

BOTS = count()  # a fresh one for every example: the database stays the same


async def deliver(store: Store, ids: list[int], source: str = "telegram:1", now: datetime = NOW) -> set[int]:
    """What is applied of a batch."""
    async with store.unit() as unit:
        fresh = await unit.unseen(source, ids)
        await unit.mark_seen(source, fresh, now)
    return fresh


async def test_every_update_is_new_once(store: Store) -> None:
    assert await deliver(store, [5, 6, 7]) == {5, 6, 7}
    assert await deliver(store, [6, 7, 8, 8]) == {8}


async def test_ids_that_start_again_at_random_are_not_taken_for_old_ones(store: Store) -> None:
    """After a week without updates Telegram chooses a random number, often a lower one."""
    assert await deliver(store, [900_000_001, 900_000_002]) == {900_000_001, 900_000_002}
    assert await deliver(store, [17, 18]) == {17, 18}


async def test_another_bot_has_its_own_ids(store: Store) -> None:
    await deliver(store, [5])
    assert await deliver(store, [5], source="telegram:2") == {5}


async def test_marking_twice_does_no_harm(store: Store) -> None:
    async with store.unit() as unit:
        await unit.mark_seen("telegram:1", [5, 5], NOW)
        await unit.mark_seen("telegram:1", [5], NOW)
        await unit.mark_seen("telegram:1", [], NOW)
        assert await unit.unseen("telegram:1", [5]) == set()
        assert await unit.unseen("telegram:1", []) == set()


async def test_an_update_is_remembered_for_8_days_and_no_longer(store: Store) -> None:
    await deliver(store, [5])
    async with store.unit() as unit:
        assert await unit.sweep(NOW + REMEMBERED) == 0
        assert await unit.unseen("telegram:1", [5]) == set()
        assert await unit.sweep(NOW + REMEMBERED + timedelta(microseconds=1)) == 1
        assert await unit.unseen("telegram:1", [5]) == {5}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(st.integers(-(2**62), 2**62), max_size=6), max_size=6))
async def test_any_deliveries_are_applied_once(store: Store, batches: list[list[int]]) -> None:
    bot = f"telegram:{next(BOTS)}"
    applied = [one for batch in batches for one in await deliver(store, batch, bot)]
    assert sorted(applied) == sorted({one for batch in batches for one in batch})
