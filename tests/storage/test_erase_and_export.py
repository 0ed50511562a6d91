"""Everything about a person is theirs: all of it is in the export, and after an erasure nothing of it is left."""

import json
from typing import Any

from flows.talk import Erase, Keep, Plan, Rank, Record, WakeAt
from storage.database import Database
from storage.store import Store
from storage.tables import failures, metadata, outbox, people, timers
from storage.values import Change
from tests.storage.world import ADA, BEN, NOW, change, count, damage, draft, find, person, rows, texts

PERSONAL = [table for table in metadata.sorted_tables if "link" in table.info]


async def live(store: Store, who: tuple[str, str], word: str) -> None:
    """Somebody leaves a trace in every table."""
    kept = (Keep("kind", f"{word} kind"), Keep("letter", f"{word} letter"))
    planned = (WakeAt(NOW, 7), Plan("check-in", NOW, f"{word} what"), Record("begun", {"practice": "break"}))
    say = [draft(f'{{"text": "{word} said"}}'), draft(f"{word} go on", Rank.PRACTICE)]
    await change(store, who, *kept, *planned, say=say, country=word)
    key = (await find(store, who)).key
    async with store.unit() as unit:
        await unit.set_aside("telegram", None, f'{{"text": "{word} odd"}}'.encode(), "KeyError", NOW, key)


async def exported(store: Store, who: tuple[str, str]) -> dict[str, Any]:
    async with store.unit() as unit:
        found = (await unit.find([who]))[who]
        everything: dict[str, Any] = json.loads(json.dumps(await unit.export(found)))
    return everything


async def test_the_export_holds_every_personal_column_of_every_row(store: Store) -> None:
    await live(store, ADA, "ada")
    everything = await exported(store, ADA)
    everything["profile"] = [everything["profile"]]
    for table in PERSONAL:
        found = everything.pop(table.info["name"])
        assert found, f"nothing of {table} is in the export"
        wanted = {c.name for c in table.columns if c.info["personal"] and c.name != "payload"}
        assert all(wanted <= set(row) for row in found)
    assert everything == {}


async def test_the_export_is_in_clear_and_of_nobody_else(store: Store) -> None:
    await live(store, BEN, "ben")
    await live(store, ADA, "ada")
    everything = await exported(store, ADA)
    assert everything["profile"]["address"] == "1001"
    assert everything["profile"]["state"]["country"] == "ada"
    assert [one["words"] for one in everything["notes"]] == ["ada kind", "ada letter"]
    assert [one["fact"] for one in everything["facts"]] == ["begun"]
    assert {one["kind"]: one.get("what") for one in everything["timers"]} == {
        "silence": None,
        "check-in": "ada what",
    }
    assert [one["message"] for one in everything["unsent"]] == [{"text": "ada said"}, "ada go on"]
    assert [one["received"] for one in everything["set_aside"]] == [{"text": "ada odd"}]
    assert "ben" not in json.dumps(everything)


async def test_a_stranger_has_an_empty_export(store: Store) -> None:
    assert await exported(store, ADA) == {
        "profile": None,
        **{table.info["name"]: [] for table in PERSONAL if table is not people},
    }


async def test_what_cannot_be_read_does_not_spoil_the_export(store: Store, database: Database) -> None:
    await live(store, ADA, "ada")
    for table in PERSONAL:
        for column in table.columns:
            if column.info.get("sealed"):
                await damage(database, table, column.name)
    everything = await exported(store, ADA)
    assert everything["profile"]["state"] is None
    assert [one["payload"] for one in everything["notes"]] == [None, None]


async def test_erasing_leaves_nothing_but_what_is_still_to_be_said(store: Store, database: Database) -> None:
    await live(store, ADA, "ada")
    last = await change(store, ADA, Erase(), say=[draft("everything is erased")])
    assert texts(last) == ["everything is erased"]
    assert {table.name: await count(database, table) for table in PERSONAL if table is not outbox} == {
        table.name: 0 for table in PERSONAL if table is not outbox
    }
    async with store.unit() as unit:
        await unit.arrive(NOW)
        left = await unit.unsent(NOW, "telegram")
    assert texts(left) == ['{"text": "ada said"}', "everything is erased"]
    async with store.unit() as unit:
        await unit.delivered([one.id for one in left])
    assert await count(database, *PERSONAL) == 0


async def test_erasing_one_person_leaves_the_others_alone(store: Store, database: Database) -> None:
    await live(store, BEN, "ben")
    before = {table.name: await rows(database, table) for table in PERSONAL}
    await live(store, ADA, "ada")
    ada = (await find(store, ADA)).key
    sent = [one["id"] for one in await rows(database, outbox) if one["chat"] == ada]
    await change(store, ADA, Erase())
    async with store.unit() as unit:
        await unit.delivered(sent)
    assert {table.name: await rows(database, table) for table in PERSONAL} == before


async def test_the_erased_come_back_as_strangers(store: Store) -> None:
    await live(store, ADA, "ada")
    await change(store, ADA, Erase(), turn=99)
    found = await find(store, ADA)
    assert (found.id, found.version) == (None, 0)


async def test_what_comes_with_an_erasure_is_erased_with_it(store: Store, database: Database) -> None:
    """Whatever the engine says beside an Erase, before or behind it, nothing is kept."""
    await change(store, ADA, Keep("kind", "a"), Erase(), WakeAt(NOW, 1), Record("left"), country="PT")
    assert await count(database, *PERSONAL) == 0


async def test_who_writes_again_in_the_same_batch_begins_anew(store: Store, database: Database) -> None:
    await live(store, ADA, "ada")
    effects = (Keep("kind", "before"), Erase(), WakeAt(NOW, 1))
    await change(store, ADA, *effects, say=[draft("welcome")], came_back=True, country="PT")
    assert (await person(store, ADA)).country == "PT"
    everything = await exported(store, ADA)
    assert (everything["notes"], everything["facts"], everything["set_aside"]) == ([], [], [])
    assert await count(database, timers) == 1


async def test_who_cannot_be_read_can_still_be_erased(store: Store, database: Database) -> None:
    await live(store, ADA, "ada")
    await damage(database, people, "state")
    await change(store, ADA, Erase(), say=[draft("everything is erased")])
    assert await count(database, people, timers, failures) == 0


async def test_erasing_a_stranger_is_no_trouble(store: Store, database: Database) -> None:
    async with store.unit() as unit:
        found = (await unit.find([ADA]))[ADA]
        await unit.save([Change(found, found.person, [Erase()], [draft("nothing was kept")])], NOW)
    assert await count(database, *PERSONAL) == 1
