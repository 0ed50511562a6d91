"""What could not be processed is kept for the operator, sealed, and never comes again."""

from storage.database import Database
from storage.store import Store
from storage.tables import failures
from tests.storage.world import ADA, NOW, count, damage, find, rows


async def test_what_was_set_aside_is_seen_and_found_by_the_operator(store: Store) -> None:
    async with store.unit() as unit:
        await unit.set_aside("telegram", 7, b"\xff odd", "KeyError", NOW)
        assert await unit.unseen("telegram", [7, 8]) == {8}
        (kept,) = await unit.failures()
    assert (kept.raw, kept.reason, kept.at) == (b"\xff odd", "KeyError", NOW)
    assert "odd" not in repr(kept)


async def test_what_was_set_aside_is_not_readable_in_the_table(store: Store, database: Database) -> None:
    key = (await find(store, ADA)).key
    async with store.unit() as unit:
        await unit.set_aside("telegram", None, b"my secret", "KeyError", NOW, key)
    (row,) = await rows(database, failures)
    assert b"secret" not in row["payload"]
    assert row["chat"] == key


async def test_the_list_goes_on_where_it_ended(store: Store) -> None:
    async with store.unit() as unit:
        for number in range(3):
            await unit.set_aside("telegram", number, b"odd %d" % number, "KeyError", NOW)
        first = await unit.failures(limit=2)
        rest = await unit.failures(after=first[-1].id)
    assert [one.raw for one in first + rest] == [b"odd 0", b"odd 1", b"odd 2"]


async def test_a_failure_that_does_not_open_does_not_hide_the_others(
    store: Store, database: Database
) -> None:
    async with store.unit() as unit:
        await unit.set_aside("telegram", 1, b"odd", "KeyError", NOW)
    await damage(database, failures, "payload")
    async with store.unit() as unit:
        await unit.set_aside("telegram", 2, b"odd", "KeyError", NOW)
        assert [one.raw for one in await unit.failures()] == [None, b"odd"]
    assert await count(database, failures) == 2
