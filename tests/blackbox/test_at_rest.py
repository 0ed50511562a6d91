"""Encrypted at rest: what people write stands nowhere in clear, in no file and no encoding, whatever goes wrong."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.blackbox.everywhere import populate
from tests.blackbox.program import Bot
from tests.blackbox.test_poison import message
from tests.botapi import Person

MARKER = "zinnober quastenflosser words of mine"
NAMES = {"last_name": f"{MARKER} the elder", "username": "zinnober_quastenflosser"}


def shapes(text: str) -> Iterator[bytes]:
    """The same words as a file could hold them: in each encoding, and in base64 at each offset."""
    for encoded in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
        yield encoded
        for offset in range(3):
            head = b64encode(bytes(offset) + encoded)
            yield head[4:-4]  # what surrounds the words changes only the edges
    yield text.encode().hex().encode()


def found_in(folder: Path, text: str) -> list[str]:
    """Every file that holds these words in any shape."""
    wanted = list(shapes(text))
    return [
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.is_file() and any(shape in file.read_bytes() for shape in wanted)
    ]


def written_by(person: Person) -> list[dict[str, Any]]:
    """Everything else in which a person's words can come, as raw updates."""
    file = {"file_id": "f", "file_unique_id": "u"}
    contact = {"phone_number": "1", "first_name": MARKER, "vcard": MARKER}
    venue = {"location": {"latitude": 1, "longitude": 1}, "title": MARKER, "address": MARKER}
    poll = {"id": "1", "question": MARKER, "options": [{"text": MARKER, "voter_count": 0}]}
    origin = {"type": "hidden_user", "sender_user_name": MARKER, "date": 0}
    return [
        message(person, document=file | {"file_name": f"{MARKER}.pdf"}),
        message(person, audio=file | {"duration": 1, "title": MARKER, "performer": MARKER}),
        message(person, contact=contact),
        message(person, venue=venue, location=venue["location"]),
        message(person, poll=poll),
        message(person, text=MARKER, forward_origin=origin),
        message(person, text="ok", quote={"text": MARKER, "position": 0}),
        message(person, text={"malformed": MARKER}),
        {"callback_query": {"id": "1", "from": person.user, "chat_instance": "1", "data": f"1:{MARKER}"}},
        {"callback_query": {"id": "2", "from": person.user, "chat_instance": "1", "data": MARKER}},
        {"message": MARKER},
    ]


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """The instrument: each shape, wherever it begins."""
    for number, shape in enumerate(shapes(MARKER)):
        (tmp_path / f"{number}").write_bytes(b"\0" * number + shape + b"...")
    for offset in range(4):
        (tmp_path / f"base64-{offset}").write_bytes(
            b64encode(b"\xff" * offset + MARKER.encode() + b"\xff" * 5)
        )
    assert len(found_in(tmp_path, MARKER)) == len(list(tmp_path.iterdir()))
    assert found_in(tmp_path, "something else") == []


async def test_typed_in_every_state(bot: Bot) -> None:
    """As words, with a command, on a picture, in an edit; then the process is killed, so that the WAL stays."""
    bot.more = {"LOG_LEVEL": "DEBUG"}
    people = [bot.api.person(chat, MARKER, **NAMES) for chat in await populate(bot.settings)]
    await bot.listen()
    for person in people:
        person.says(MARKER)
        own = person.chat[-1].id
        person.says(f"/start {MARKER}")
        person.says(f"/{MARKER.replace(' ', '_')[:20]}")
        person.sends("photo", MARKER)
        person.edits(own, f"{MARKER} again")
    await bot.api.settled(within=60)
    for person in people:
        assert person.unheard, person.transcript()
    await bot.kill()
    assert (bot.folder / "selfkind.db-wal").stat().st_size
    assert found_in(bot.folder, MARKER) == []
    assert found_in(bot.folder, "zinnober") == []


async def test_in_every_other_dress_and_left_unsent(bot: Bot) -> None:
    """Nothing of it can be sent, so that all of it stands in the outbox, and some of it is set aside."""
    bot.more = {"LOG_LEVEL": "DEBUG", "LOG_FORMAT": "json"}
    await populate(bot.settings)
    ada = bot.api.person(5001, MARKER, **NAMES)
    await bot.listen()
    outage = bot.api.fail("sendMessage", 502, times=None)
    for raw in written_by(ada):
        bot.api.updates.inject(raw)
    ada.says(MARKER)
    await bot.api.until(lambda: bot.api.updates.pending == 0 and outage.hits > 0)
    await bot.kill()
    assert found_in(bot.folder, MARKER) == []
    assert found_in(bot.folder, "zinnober") == []
    outage.lift()
    await bot.listen()
    await bot.api.settled(within=30)
    assert ada.unheard
    assert await bot.stop() == 0
    assert found_in(bot.folder, "zinnober") == []
    assert f"{bot.api.token}" not in bot.log
    assert f"bot{bot.api.token}" not in bot.log


async def test_nobody_can_be_told_from_the_database(bot: Bot) -> None:
    """Neither the number of a chat nor a country nor a state stands in clear."""
    await bot.listen()
    ada = bot.api.person(987_654_321)
    ada.says("/start")
    await ada.hears()
    for label in ("Yes, I agree", "I'm 18 or older", "Germany"):
        ada.taps(label)
        await ada.hears()
    await bot.kill()
    (bot.folder / "log").unlink()
    for clear in ("987654321", "Germany", "welcome.readiness", '"country"', "I'm selfkind"):
        assert found_in(bot.folder, clear) == [], clear
