"""What is to be said is said in its order, by one worker, once it is free, and not when it was taken back."""

from datetime import datetime, timedelta

import pytest

from flows.talk import Rank, Withdraw
from storage.database import Database
from storage.errors import ConflictError
from storage.store import Store
from storage.tables import outbox
from storage.values import Outgoing
from storage.vault import Vault
from tests.storage.world import ADA, BEN, CLEO, NOW, SECOND, change, count, damage, draft, texts

MUCH_LATER = NOW + 31 * SECOND


async def unsent(store: Store, now: datetime = NOW, limit: int = 1000) -> list[Outgoing]:
    async with store.unit() as unit:
        return await unit.unsent(now, "telegram", limit)


async def arrive(store: Store) -> None:
    async with store.unit() as unit:
        await unit.arrive(NOW)


async def test_messages_are_handed_out_in_the_order_in_which_they_were_said(store: Store) -> None:
    first = await change(store, ADA, say=[draft("one"), draft("two", Rank.NUDGE)])
    second = await change(store, ADA, say=[draft("three", Rank.PRACTICE)])
    assert texts(first + second) == ["one", "two", "three"]
    assert [one.id for one in first + second] == sorted(one.id for one in first + second)
    assert [one.rank for one in first + second] == [Rank.CARE, Rank.NUDGE, Rank.PRACTICE]
    assert {(one.channel, one.address) for one in first + second} == {ADA}


async def test_ids_grow_even_when_everything_was_delivered_in_between(store: Store, other: Store) -> None:
    last = 0
    for worker in (store, other, store):
        (message,) = await change(worker, ADA, say=[draft("hello")])
        assert message.id > last
        last = message.id
        async with worker.unit() as unit:
            await unit.delivered([message.id])


async def test_what_was_delivered_is_not_kept(store: Store) -> None:
    sent = await change(store, ADA, say=[draft("one"), draft("two")])
    async with store.unit() as unit:
        await unit.delivered([sent[0].id])
        await unit.delivered([sent[0].id, 12345])
    await arrive(store)
    assert texts(await unsent(store)) == ["two"]


async def test_what_is_in_memory_is_not_handed_out_again(store: Store) -> None:
    await change(store, ADA, say=[draft("hello")])
    assert await unsent(store) == []


async def test_after_a_crash_a_worker_of_the_same_name_has_its_messages_back(
    store: Store, database: Database, vault: Vault
) -> None:
    sent = await change(store, ADA, say=[draft("one"), draft("two", expires=MUCH_LATER, not_before=NOW)])
    again = Store(database, vault, store.owner)
    await arrive(again)
    assert await unsent(again) == sent
    assert await unsent(again) == []


async def test_a_few_at_a_time_are_the_oldest_first(store: Store) -> None:
    for number in range(3):
        for who in (ADA, BEN):
            await change(store, who, say=[draft(f"{number}")])
    await arrive(store)
    assert [texts(await unsent(store, limit=4)) for _ in range(3)] == [["0", "0", "1", "1"], ["2", "2"], []]


async def test_a_dead_worker_is_taken_over_and_a_living_one_is_not(store: Store, other: Store) -> None:
    await change(store, ADA, say=[draft("one")])
    assert await unsent(other, NOW + 29 * SECOND) == []
    async with store.unit() as unit:
        assert await unit.renew(NOW + 29 * SECOND)
    assert await unsent(other, MUCH_LATER) == []
    assert texts(await unsent(other, NOW + 59 * SECOND)) == ["one"]


async def test_who_was_taken_for_dead_is_told_and_lives_on(store: Store, other: Store) -> None:
    await change(store, ADA, say=[draft("one")])
    assert texts(await unsent(other, MUCH_LATER)) == ["one"]
    assert texts(await change(store, BEN, say=[draft("two")], now=MUCH_LATER)) == ["two"]
    async with store.unit() as unit:
        assert not await unit.renew(MUCH_LATER)
    async with store.unit() as unit:
        assert await unit.renew(MUCH_LATER)
    assert await unsent(other, MUCH_LATER) == []


async def test_who_is_taken_for_dead_by_a_faster_clock_tries_again(store: Store, other: Store) -> None:
    await unsent(other, MUCH_LATER)
    with pytest.raises(ConflictError):
        await change(store, ADA, say=[draft("one")])
    assert texts(await change(store, ADA, say=[draft("one")])) == ["one"]
    async with store.unit() as unit:
        assert not await unit.renew(NOW)


async def test_an_idle_worker_learns_that_it_was_taken_for_dead(store: Store, other: Store) -> None:
    await unsent(other, MUCH_LATER)
    async with store.unit() as unit:
        assert not await unit.renew(MUCH_LATER)


async def test_saying_something_keeps_a_worker_alive(store: Store, other: Store) -> None:
    await change(store, ADA, say=[draft("one")], now=NOW + 20 * SECOND)
    assert await unsent(other, NOW + 45 * SECOND) == []


async def test_a_worker_that_leaves_is_replaced_at_once(store: Store, other: Store) -> None:
    await change(store, ADA, say=[draft("one")])
    async with store.unit() as unit:
        await unit.leave()
    assert texts(await unsent(other)) == ["one"]


async def test_a_worker_that_did_not_arrive_may_speak_all_the_same(database: Database, vault: Vault) -> None:
    hasty = Store(database, vault, "hasty")
    assert texts(await change(hasty, ADA, say=[draft("one")])) == ["one"]


async def test_a_chat_keeps_its_order_across_workers(store: Store, other: Store) -> None:
    """The second worker's message waits until the first worker's is out of the way."""
    sent = await change(store, ADA, say=[draft("one")])
    assert await change(other, ADA, say=[draft("two")]) == []
    assert texts(await change(other, BEN, say=[draft("to Ben")])) == ["to Ben"]
    assert await unsent(other) == []
    async with store.unit() as unit:
        await unit.delivered([one.id for one in sent])
    assert texts(await unsent(other)) == ["two"]


async def test_what_waits_for_a_worker_goes_after_what_it_holds(store: Store, other: Store) -> None:
    """Whoever comes for the rest first, the holder of the chat or a third, the order is the same."""
    await change(store, ADA, say=[draft("one")])
    await change(other, ADA, say=[draft("two")])
    assert await change(store, ADA, say=[draft("three")]) == []
    assert texts(await unsent(store)) == ["two", "three"]
    assert await unsent(other) == []


async def test_what_is_let_go_is_anybodys(store: Store, other: Store) -> None:
    sent = await change(store, ADA, say=[draft("one")])
    async with store.unit() as unit:
        await unit.let_go([one.id for one in sent])
    assert texts(await unsent(other)) == ["one"]


async def test_each_channel_drains_its_own(store: Store) -> None:
    await change(store, ("terminal", "me"), say=[draft("hello")])
    await arrive(store)
    assert await unsent(store) == []
    async with store.unit() as unit:
        assert texts(await unit.unsent(NOW, "terminal")) == ["hello"]


@pytest.mark.parametrize("together", [True, False])
async def test_a_withdrawal_takes_back_all_but_care_of_that_chat(store: Store, together: bool) -> None:
    await change(store, BEN, say=[draft("Ben's practice", Rank.PRACTICE)])
    await change(store, ADA, say=[draft("nudge", Rank.NUDGE), draft("answer"), draft("go on", Rank.PRACTICE)])
    said = [draft("stop right here", Rank.PRACTICE)] if together else []
    await change(store, ADA, Withdraw(), say=said)
    await arrive(store)
    left = ["Ben's practice", "answer"] + ["stop right here"] * together
    assert texts(await unsent(store)) == left


async def test_postponing_outlives_a_crash(store: Store) -> None:
    until = NOW + timedelta(minutes=5)
    sent = await change(store, ADA, say=[draft("one")])
    async with store.unit() as unit:
        await unit.postpone([one.id for one in sent], until)
    await arrive(store)
    assert [one.not_before for one in await unsent(store)] == [until]


async def test_what_is_no_longer_worth_sending_is_not_handed_out(store: Store) -> None:
    await change(store, ADA, say=[draft("nudge", Rank.NUDGE, expires=NOW + SECOND), draft("answer")])
    await arrive(store)
    assert texts(await unsent(store, NOW + SECOND)) == ["answer"]


async def test_a_message_that_cannot_be_read_is_set_aside_and_holds_up_nobody(
    store: Store, database: Database
) -> None:
    (lost, *_) = await change(store, ADA, say=[draft("one"), draft("two")])
    await change(store, CLEO, say=[draft("three")])
    await damage(database, outbox, "payload", outbox.c.id == lost.id)
    await arrive(store)
    assert texts(await unsent(store)) == ["two", "three"]
    assert await count(database, outbox) == 2
    async with store.unit() as unit:
        assert [one.reason for one in await unit.failures()] == ["UndecryptableError"]


async def test_a_message_never_shows_itself_by_accident(store: Store) -> None:
    (message,) = await change(store, ADA, say=[draft("very private")])
    assert "private" not in repr(message)
    assert "private" not in repr(draft("very private"))
    assert "1001" not in repr(message)
