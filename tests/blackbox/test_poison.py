"""Poison over the wire: in the middle of good updates, with the log of a real process read afterwards."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from storage.vault import Vault
from tests.blackbox.program import Bot
from tests.blackbox.remains import unit_of
from tests.botapi import BotApi, Person

MARKER = "the quick brown words of somebody"
GRAVE = "I want to kill myself"
SORRY = "Sorry, that went wrong on my side"
CARD = "Emergency: your local emergency number"


def message(person: Person, **fields: Any) -> dict[str, Any]:
    """A message update of this person, with whatever is wrong with it."""
    about = {"id": person.id, "type": "private"}
    return {"message": {"message_id": 1, "date": 0, "chat": about, "from": person.user} | fields}


def nonsense(person: Person) -> list[tuple[str, Any]]:
    """(what must come of it, the update): nothing at all, a sorry, or the card."""
    deep: Any = MARKER
    for _ in range(300):
        deep = [deep]
    return [
        ("", MARKER),
        ("", 5),
        ("", None),
        ("", [MARKER]),
        ("", {"message": MARKER}),
        ("", {"message": {"text": MARKER}}),
        ("", {"something_new": {"text": MARKER}}),
        (SORRY, message(person, text={"words": MARKER})),
        (SORRY, message(person, text=[MARKER] * 3)),
        (SORRY, message(person, message_id="what", text=MARKER)),
        (SORRY, message(person, text=7, caption=MARKER)),
        (CARD, message(person, text={"words": GRAVE})),
        (CARD, message(person, text=5, poll={"question": "?", "options": [{"text": GRAVE}]})),
        (CARD, message(person, message_id=None, reply_to_message={"quote": deep, "text": GRAVE})),
        (SORRY, {"callback_query": {"id": "1", "from": person.user, "data": 5, "message": 3}}),
    ]


@pytest.fixture
async def town(bot: Bot) -> list[Person]:
    """Three people at the first question, of a bot that runs."""
    await bot.listen()
    people = [bot.api.person(number) for number in (1001, 1002, 1003)]
    for person in people:
        person.says("/start")
        await person.hears()
    return people


async def in_the_middle(api: BotApi, good: list[Person], raw: Any) -> None:
    """One batch: somebody good, the poison, somebody good; both good ones are answered."""
    with api.holding():
        good[0].says("/help")
        api.updates.inject(raw)
        good[1].says("/help")
    for person in good:
        assert "Here is what I can do" in (await person.hears()).text


async def test_what_is_malformed(bot: Bot, town: list[Person]) -> None:
    """Each kind in the middle of a batch; the operator finds it all, and the log says none of it."""
    *good, ada = town
    found = nonsense(ada)
    for answer, raw in found:
        await in_the_middle(bot.api, good, raw)
        if answer:
            assert answer in (await ada.hears()).text
    await bot.api.settled()
    assert ada.unheard == []
    assert await bot.stop() == 0
    assert MARKER not in bot.log
    assert GRAVE not in bot.log
    async with unit_of(bot.settings) as unit:
        kept = [failure.raw or b"" for failure in await unit.failures()]
    assert sum(MARKER.encode() in raw or GRAVE.encode() in raw for raw in kept) == len(found) - 4


async def test_a_row_does_not_decrypt(bot: Bot, town: list[Person]) -> None:
    """Somebody's state is damaged while the bot runs: they hear a sorry, or the card; the others nothing of it."""
    *good, ada = town
    await bot.api.settled()
    damage(bot, ada, "UPDATE people SET state = zeroblob(600) WHERE key = ?")
    await in_the_middle(bot.api, good, message(ada, text=MARKER))
    assert SORRY in (await ada.hears()).text
    await in_the_middle(bot.api, good, message(ada, text=GRAVE))
    assert CARD in (await ada.hears()).text
    ada.says("/delete")
    assert "erased" in (await ada.hears()).text
    assert await bot.stop() == 0
    assert MARKER not in bot.log


async def test_the_database_refuses_somebody(bot: Bot, town: list[Person]) -> None:
    """The commit fails, and is halved until only they are left."""
    *good, ada = town
    await bot.api.settled()
    damage(
        bot,
        ada,
        "CREATE TRIGGER refuse BEFORE UPDATE ON people WHEN OLD.key = ? "
        "BEGIN SELECT RAISE(ABORT, 'this database will not have it'); END",
    )
    await in_the_middle(bot.api, good, message(ada, text=MARKER))
    assert SORRY in (await ada.hears()).text
    await in_the_middle(bot.api, good, message(ada, text=GRAVE))
    assert CARD in (await ada.hears()).text
    assert await bot.stop() == 0
    assert MARKER not in bot.log
    async with unit_of(bot.settings) as unit:
        kept = [failure.raw or b"" for failure in await unit.failures()]
    assert [MARKER.encode() in raw for raw in kept] == [True, False]


def damage(bot: Bot, person: Person, statement: str) -> None:
    """Past the program; the `?` is the person's key, as it stands in the database."""
    with closing(sqlite3.connect(bot.folder / "selfkind.db", isolation_level=None)) as connection:
        key = key_of(bot, connection, person)
        if statement.startswith("CREATE"):
            connection.execute(statement.replace("?", f"x'{key.hex()}'"))
        else:
            connection.execute(statement, [key])


def key_of(bot: Bot, connection: sqlite3.Connection, person: Person) -> bytes:
    """Under which a person is found, with the operator's key."""
    wrapped = connection.execute("SELECT value FROM meta WHERE name = 'lookup key'").fetchone()[0]
    masters, blank = bot.settings.encryption_keys, bytes(32)
    lookup = Vault(masters, blank).open("meta.value", b"lookup key", wrapped)
    return Vault(masters, lookup).key_of("telegram", str(person.id))
