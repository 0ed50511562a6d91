"""Over the wire: everything that is kept is handed out on asking, and on asking all of it is gone."""

import json
from typing import Any

from storage.tables import metadata
from tests.blackbox.remains import rows
from tests.blackbox.served import DAY, HOUR, Served
from tests.botapi import Person
from tests.clock import settle

KIND = "you are allowed to be learning"
HOME_OF_ADA = "Lisbon"


async def lived_in(served: Served, number: int) -> Person:
    """Somebody with a country, check-ins, a kind phrase, numbers, and a practice that is open."""
    ada = served.api.person(number)
    await served.says(ada, "/start")
    await served.taps(ada, "Yes, I agree", "I'm 18 or older", "Germany", "None of these")
    await served.taps(ada, "Look in on me at set times", "Weekend", "20:30", "That's fine")
    await served.says(ada, "/break")
    await served.taps(ada, "4", "The short one", "Shame", "I said it", "I'm ready", "I'll write it")
    await served.says(ada, KIND)
    await served.taps(ada, "3", "Thank you")
    await served.says(ada, "/feet")
    await served.taps(ada, "Skip", "Sitting")
    return ada


async def exported(served: Served, person: Person) -> dict[str, Any]:
    message = await served.says(person, "/export")
    assert message.file_name == "selfkind.json"
    found: dict[str, Any] = json.loads(message.document or b"")
    return found


def about(served: Served, key: bytes) -> list[tuple[str, int]]:
    """(table, rows) wherever this key stands, in any column of any table, as SQLite sees it."""
    file = served.settings.sqlite_file
    assert file is not None
    found = []
    for table in metadata.tables.values():
        where = " OR ".join(f"{column.name} = x'{key.hex()}'" for column in table.columns)
        query = f"SELECT count(*) FROM {table.name} WHERE {where}"  # noqa: S608 - our own names
        found += [(table.name, count) for (count,) in rows(file, query) if count]
    return found


async def test_the_export_is_complete(served: Served) -> None:
    """One JSON document with everything that was answered, chosen, written to be kept, and planned."""
    ada = await lived_in(served, 1001)
    kept = await exported(served, ada)
    state = kept["profile"]["state"]
    assert kept["profile"]["address"] == "1001"
    assert (state["consent"], state["adult"], state["country"]) == (1, True, "DE")
    assert state["checkins"]["schedule"] | {"quiet": None} == {
        "days": [5, 6], "at": "20:30:00", "zone": "Europe/Berlin", "quiet": None,
    }  # fmt: skip
    assert [note["words"] for note in kept["notes"]] == [KIND]
    assert sorted(timer["kind"] for timer in kept["timers"]) == ["checkin", "silence"]
    facts = [fact["fact"] for fact in kept["facts"]]
    assert facts.count("begun") == 2
    assert facts.count("done") == 1
    assert "Shame" not in json.dumps(kept)


async def test_nothing_is_left_after_delete(served: Served) -> None:
    """One confirmation; no row of theirs in any table, while everybody else's stand as they were."""
    ada, ben = await lived_in(served, 1001), await lived_in(served, 1002)
    of_ben = await exported(served, ben)
    keys = {person.id: await key_of(served, person) for person in (ada, ben)}
    await served.quiet()
    before = about(served, keys[ada.id]), about(served, keys[ben.id])
    assert before[0] == before[1] == [("people", 1)]
    await served.says(ada, "/delete")
    erased = await served.taps(ada, "Yes, erase everything")
    assert "Everything I kept about you is erased." in erased.text
    await served.quiet()
    assert about(served, keys[ada.id]) == []
    for table in ("people", "timers", "notes", "facts"):
        of_all = total(served, table)
        assert of_all == len(of_ben.get(table, [None])), table
    assert await exported(served, ben) == of_ben


async def test_delete_can_be_thought_better_of(served: Served) -> None:
    """Keeping everything really keeps everything."""
    ada = await lived_in(served, 1001)
    kept = await exported(served, ada)
    await served.says(ada, "/delete")
    assert "Nothing was erased." in (await served.taps(ada, "Keep everything")).text
    after = await exported(served, ada)
    assert [note["words"] for note in after["notes"]] == [KIND]
    assert after["facts"] == kept["facts"]


async def test_whoever_was_erased_is_a_stranger(served: Served) -> None:
    """Asked for consent like anybody, and with nothing to export but that."""
    ada = await lived_in(served, 1001)
    await served.says(ada, "/delete")
    await served.taps(ada, "Yes, erase everything")
    assert "Is that all right with you?" in (await served.says(ada, "hello again")).text
    kept = await exported(served, ada)
    assert (kept["profile"]["state"].get("consent", 0), kept["notes"], kept["facts"]) == (0, [], [])


async def test_the_export_of_a_stranger(served: Served) -> None:
    """Nothing is kept, and that is what the document says."""
    kept = await exported(served, served.api.person(1001))
    assert [name for name, value in kept.items() if value] == []


async def test_a_talk_without_consent_is_forgotten_in_a_day(served: Served) -> None:
    """The sweep does it by itself; who has agreed is still there."""
    ada, ben = served.api.person(1001), await served.at_home(1002)
    await served.says(ada, "/start")
    await served.taps(ada, "No, thank you")
    await served.pass_time(DAY + HOUR)
    while total(served, "people") > 1:
        await settle()
    assert "Is that all right with you?" in (await served.says(ada, "/start")).text
    assert "Here is what I can do" in (await served.says(ben, "/help")).text


async def key_of(served: Served, person: Person) -> bytes:
    async with served.program.store.unit() as unit:
        address = ("telegram", str(person.id))
        return (await unit.find([address]))[address].key


def total(served: Served, table: str) -> int:
    file = served.settings.sqlite_file
    assert file is not None
    return int(rows(file, f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 - our own names
