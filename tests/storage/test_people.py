"""People come back as they were left, whoever else is in the batch, and nobody overwrites what cannot be read."""

import asyncio
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from flows.person import CheckIns, Pace, Person, Visit
from flows.schedule import Schedule
from flows.talk import Keep, Plan, Record
from storage.database import Database
from storage.errors import ConflictError
from storage.store import Store
from storage.tables import facts, notes, outbox, people, timers
from storage.values import Change
from storage.vault import Vault
from tests.storage.world import ADA, BEN, CLEO, NOW, change, count, damage, draft, find, person, rows, texts

VISIT = Visit("break", NOW, before=6, notes={"need": "“warmth” 🍵", "place": "my chest\n\x80"})


async def test_a_stranger_is_found_as_a_new_person_and_leaves_no_trace(
    store: Store, database: Database
) -> None:
    found = await find(store, ADA)
    assert (found.id, found.version, found.broken) == (None, 0, False)
    assert found.person == Person()
    assert await change(store, ADA) == []
    assert await count(database, people) == 0


async def test_a_person_comes_back_as_they_were_left(store: Store) -> None:
    evenings = CheckIns(Schedule((1, 3), time(20, 30), "Europe/Lisbon"), silent=True)
    fields: dict[str, Any] = {
        "pace": Pace.GENTLE,
        "visit": VISIT,
        "checkins": evenings,
        "backdrafts": (NOW, NOW),
        "spoken": {"hi": 2},
    }
    await change(store, ADA, **fields)
    assert await person(store, ADA) == replace(Person(), **fields)
    await change(store, ADA, pace=Pace.PAUSED, visit=None)
    assert await person(store, ADA) == replace(Person(), **fields | {"pace": Pace.PAUSED, "visit": None})


async def test_the_same_address_on_another_channel_is_somebody_else(store: Store) -> None:
    await change(store, ("telegram", "1"), country="PT")
    await change(store, ("terminal", "1"), country="DE")
    assert (await person(store, ("telegram", "1"))).country == "PT"
    assert (await person(store, ("terminal", "1"))).country == "DE"


async def test_known_and_unknown_people_are_found_and_saved_together(store: Store) -> None:
    await change(store, ADA, country="PT")
    async with store.unit() as unit:
        found = await unit.find([ADA, BEN, CLEO, ADA])
        assert [one.id is None for one in found.values()] == [False, True, True]
        changes = [
            Change(one, replace(one.person or Person(), turn=7), [], [draft(one.address)])
            for one in found.values()
        ]
        outgoing = await unit.save(changes, NOW)
    assert texts(outgoing) == ["1001", "1002", "1003"]
    assert [(await person(store, who)).turn for who in (ADA, BEN, CLEO)] == [7, 7, 7]
    assert (await person(store, ADA)).country == "PT"


async def test_nothing_is_written_when_nothing_changed(store: Store, database: Database) -> None:
    await change(store, ADA, country="PT")
    before = await rows(database, people)
    await change(store, ADA, country="PT")
    assert await rows(database, people) == before


async def test_a_unit_that_fails_leaves_everything_as_it_was(store: Store, database: Database) -> None:
    await change(store, ADA, country="PT")

    async def fail() -> None:
        async with store.unit() as unit:
            found = (await unit.find([ADA]))[ADA]
            await unit.save([Change(found, replace(Person(), country="DE"), [], [draft("hello")])], NOW)
            await unit.mark_seen("telegram", [1], NOW)
            raise KeyError

    with pytest.raises(KeyError):
        await fail()
    assert (await person(store, ADA)).country == "PT"
    assert await count(database, outbox) == 0
    async with store.unit() as unit:
        assert await unit.unseen("telegram", [1]) == {1}


async def test_who_was_changed_in_between_is_loaded_and_stepped_again(store: Store, other: Store) -> None:
    await change(store, ADA, turn=1)
    stale = await find(store, ADA)
    await change(other, ADA, turn=2)
    with pytest.raises(ConflictError):
        async with store.unit() as unit:
            await unit.save([Change(stale, replace(Person(), turn=9))], NOW)
    await change(store, ADA, country="PT")
    assert (await person(store, ADA)).turn == 2


async def test_who_was_found_before_another_save_is_stale(store: Store) -> None:
    await change(store, ADA, turn=1)
    async with store.unit() as unit:
        found = (await unit.find([ADA]))[ADA]
        await unit.save([Change(found, replace(Person(), turn=2))], NOW)
        with pytest.raises(ConflictError):
            await unit.save([Change(found, replace(Person(), turn=3))], NOW)
        again = (await unit.find([ADA]))[ADA]
        await unit.save([Change(again, replace(Person(), turn=4))], NOW)
    assert (await person(store, ADA)).turn == 4


async def test_a_person_is_changed_once_in_a_save(store: Store) -> None:
    """Asking again would not help: it is a mistake and not a conflict."""
    async with store.unit() as unit:
        found = (await unit.find([ADA]))[ADA]
        with pytest.raises(ValueError, match="one change"):
            await unit.save([Change(found, Person()), Change(found, Person())], NOW)


async def test_two_workers_take_turns(store: Store, other: Store) -> None:
    """Twenty changes by two workers at once are twenty changes."""

    async def one_more(worker: Store) -> None:
        async with worker.unit() as unit:
            found = (await unit.find([ADA]))[ADA]
            known = found.person or Person()
            await unit.save([Change(found, replace(known, turn=known.turn + 1))], NOW)

    await change(store, ADA, country="PT")
    await asyncio.gather(*(one_more(worker) for worker in (store, other) * 10))
    assert (await person(store, ADA)).turn == 20


async def test_whoever_cannot_be_read_is_broken_and_the_others_are_not(
    store: Store, database: Database
) -> None:
    for who in (ADA, BEN, CLEO):
        await change(store, who, country="PT")
    ben = await find(store, BEN)
    await damage(database, people, "state", people.c.id == ben.id)
    async with store.unit() as unit:
        found = await unit.find([ADA, BEN, CLEO])
    assert [one.broken for one in found.values()] == [False, True, False]
    assert (found[BEN].id, found[BEN].person) == (ben.id, None)


@pytest.mark.parametrize("state", [b"{", b"[]", b'{"turn": "many"}', b'{"visit": {"practice": 1}}', b"\xff"])
async def test_a_state_that_makes_no_sense_is_broken(
    store: Store, database: Database, vault: Vault, state: bytes
) -> None:
    await _write_state(store, database, vault, state)
    assert (await find(store, ADA)).broken


async def test_a_state_of_another_version_is_read_as_far_as_it_is_known(
    store: Store, database: Database, vault: Vault
) -> None:
    await _write_state(store, database, vault, b'{"country": "PT", "moon": "full", "visit": null}')
    assert await person(store, ADA) == replace(Person(), country="PT")


async def test_who_cannot_be_read_is_answered_but_not_overwritten(store: Store, database: Database) -> None:
    await change(store, ADA, country="PT")
    await damage(database, people, "state")
    before = await rows(database, people)
    assert texts(await change(store, ADA, Plan("later", NOW), say=[draft("sorry")])) == ["sorry"]
    assert await rows(database, people) == before
    assert await count(database, timers) == 1
    async with store.unit() as unit:
        found = (await unit.find([ADA]))[ADA]
        with pytest.raises(ValueError, match="not overwritten"):
            await unit.save([Change(found, Person())], NOW)


async def test_what_is_kept_of_a_stranger_makes_them_known(store: Store, database: Database) -> None:
    await change(store, ADA, Keep("kind", "I am learning"), Record("begun", {"practice": "break"}))
    assert await count(database, people, notes, facts) == 3
    await change(store, BEN, say=[draft("hello")])
    assert await count(database, people) == 1


async def test_when_a_row_expires_is_known_without_opening_it(store: Store, database: Database) -> None:
    tomorrow = NOW + timedelta(days=1)
    await change(store, ADA, expires=tomorrow)
    assert [row["expires_at"] for row in await rows(database, people)] == [tomorrow]
    await change(store, ADA, expires=None, consent=1)
    assert [row["expires_at"] for row in await rows(database, people)] == [None]


async def _write_state(store: Store, database: Database, vault: Vault, state: bytes) -> None:
    await change(store, ADA, turn=1)
    found = await find(store, ADA)
    sealed = vault.seal("people.state", found.key, state)
    async with database.writing() as connection:
        await connection.execute(update(people).values(state=sealed))
