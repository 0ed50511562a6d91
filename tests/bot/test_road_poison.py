"""Poison: what cannot be processed or stored stops nobody else, is answered kindly, and kept sealed."""

import logging
import re
from collections.abc import Callable
from datetime import datetime

import pytest

from bot.road import Unusable
from bot.sending.outcomes import UnreachableError
from flows.engine import Engine
from flows.person import Person
from flows.talk import Broken, Command, Incoming, Said, Sent, TimeUp
from tests.bot.roads import ADA, BEN, CLEO, SOURCE, Lane

SORRY = "Sorry, that went wrong on my side"
MARKER = "the words that nobody may log"
GRAVE = "I want to kill myself"
CARD = "Please reach a person now."


def raises(patch: pytest.MonkeyPatch, when: Callable[[object, Incoming], bool]) -> None:
    """An engine with a fault: at these people, or at what happens, it raises, and quotes what it should not."""
    step = Engine.step

    def faulty(engine: Engine, person: Person, incoming: Incoming, now: datetime) -> object:
        if when(person, incoming):
            raise RuntimeError(f"cannot bear {incoming}")
        return step(engine, person, incoming, now)

    patch.setattr(Engine, "step", faulty)


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> None:
    """Certain words are too much."""
    raises(monkeypatch, lambda _, incoming: isinstance(incoming, Said) and "trip" in incoming.text)


async def cripple(road: Lane, whom: str, table: str, event: str = "INSERT") -> None:
    """From now on the database refuses to write this person's rows of that table."""
    column = {"people": "key", "outbox": "chat", "failures": "chat"}[table]
    key = (await road.found(whom)).key.hex()
    await road.sql(
        f"CREATE TRIGGER no_{table}_{event} BEFORE {event} ON {table} WHEN NEW.{column} = x'{key}' "
        "BEGIN SELECT RAISE(ABORT, 'refused'); END"
    )


async def everybody_is_answered(road: Lane, poison: Incoming) -> str:
    """Ada brings the poison in the middle of a batch of good ones; what she is told."""
    counts = {whom: len(road.said(whom)) for whom in (ADA, BEN, CLEO)}
    await road.take(
        road.one(BEN, Command("help")),
        road.one(ADA, poison),
        road.one(CLEO, Command("help")),
        road.one(BEN, Sent("sticker")),
    )
    await road.settle()
    assert {whom: len(road.said(whom)) - counts[whom] for whom in counts} == {ADA: 1, BEN: 2, CLEO: 1}
    return road.said(ADA)[-1]


@pytest.mark.usefixtures("trips")
async def test_processing_raises(road: Lane, caplog: pytest.LogCaptureFixture) -> None:
    """Ada stays where she was and is told in one sentence; the operator finds what she sent."""
    await road.settle_in(ADA, BEN, CLEO)
    before = (await road.found(ADA)).person
    assert SORRY in await everybody_is_answered(road, Said(f"trip over {MARKER}"))
    assert (await road.found(ADA)).person == before
    [(reason, raw)] = await road.set_aside()
    assert reason == "RuntimeError"
    assert MARKER.encode() in (raw or b"")
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert MARKER not in caplog.records[0].getMessage()


@pytest.mark.usefixtures("trips")
async def test_processing_raises_and_the_words_are_grave(road: Lane) -> None:
    """Whatever else fails, the card with the numbers comes."""
    await road.settle_in(ADA, BEN, CLEO)
    assert CARD in await everybody_is_answered(road, Said(f"{GRAVE}, trip"))
    person = (await road.found(ADA)).person
    assert person is not None
    assert person.hold == "suicide"


async def test_nothing_can_be_made_of_a_person(road: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the apology can be stepped from where they are: it is said all the same."""
    await road.settle_in(ADA, BEN, CLEO)
    stuck = (await road.found(ADA)).person
    raises(monkeypatch, lambda person, _: person == stuck)
    assert SORRY in await everybody_is_answered(road, Said("hello"))
    assert CARD in await everybody_is_answered(road, Said(GRAVE))
    assert (await road.found(ADA)).person == stuck


async def test_a_row_does_not_decrypt(road: Lane) -> None:
    """It is not overwritten, everybody else goes on, and the crisis card comes even so."""
    await road.settle_in(ADA, BEN, CLEO)
    key = (await road.found(ADA)).key
    await road.sql("UPDATE people SET state = zeroblob(600) WHERE key = ?", key)
    assert SORRY in await everybody_is_answered(road, Said(MARKER))
    assert CARD in await everybody_is_answered(road, Said(GRAVE))
    assert await road.sql("SELECT state = zeroblob(600) FROM people WHERE key = ?", key) == [(1,)]
    assert MARKER.encode() in b"".join(raw or b"" for _, raw in await road.set_aside())


async def test_a_row_that_does_not_decrypt_can_be_erased(road: Lane) -> None:
    """/delete needs no reading; who writes again is somebody new."""
    await road.settle_in(ADA)
    key = (await road.found(ADA)).key
    await road.sql("UPDATE people SET state = zeroblob(600) WHERE key = ?", key)
    assert "erased" in (await road.happens(ADA, Command("delete")))[-1]
    assert await road.sql("SELECT count(*) FROM people WHERE key = ?", key) == [(0,)]
    assert "I'm selfkind" in (await road.happens(ADA, Command("start")))[-1]


async def test_the_database_refuses_a_person(road: Lane) -> None:
    """The commit of the batch fails; it is halved until she is alone. What is stored of her stays."""
    await road.settle_in(ADA, BEN, CLEO)
    before = (await road.found(ADA)).person
    await cripple(road, ADA, "people", "UPDATE")
    assert SORRY in await everybody_is_answered(road, Said(MARKER))
    assert (await road.found(ADA)).person == before
    [(reason, raw)] = await road.set_aside()
    assert reason == "IntegrityError"
    assert MARKER.encode() in (raw or b"")


async def test_the_database_refuses_a_person_whose_words_are_grave(road: Lane) -> None:
    """The card needs no storing of her."""
    await road.settle_in(ADA, BEN, CLEO)
    await cripple(road, ADA, "people", "UPDATE")
    assert CARD in await everybody_is_answered(road, Said(GRAVE))


async def test_not_even_an_apology_can_be_stored(road: Lane) -> None:
    """Then she hears nothing, but the others do, and her update is kept and not tried again for ever."""
    await road.settle_in(ADA, BEN, CLEO)
    await cripple(road, ADA, "outbox")
    poison, count = road.one(ADA, Said(MARKER)), len(road.said(ADA))
    await road.take(road.one(BEN, Command("help")), poison, road.one(CLEO, Command("help")))
    await road.settle()
    await road.take(poison)
    assert len(road.said(ADA)) == count
    assert [len(road.said(whom)) for whom in (BEN, CLEO)] == [count + 1, count + 1]
    assert len(await road.set_aside()) == 1


async def test_nothing_is_acknowledged_that_nobody_could_keep(road: Lane) -> None:
    """When even setting aside is refused, it is not this one update: `take` raises."""
    await road.settle_in(ADA, BEN)
    await cripple(road, ADA, "people", "UPDATE")
    await cripple(road, ADA, "failures")
    poison = road.one(ADA, Said(MARKER))
    with pytest.raises(Exception, match="refused"):
        await road.take(road.one(BEN, Command("help")), poison)
    await road.sql("DROP TRIGGER no_failures_INSERT")
    await road.take(poison)
    assert len(await road.set_aside()) == 1


async def test_a_timer_that_cannot_be_applied_stops_no_other(road: Lane) -> None:
    """Three silences end at once; the database refuses the first."""
    people = (ADA, BEN, CLEO)
    await road.settle_in(*people)
    for whom in people:
        await road.happens(whom, Command("feet"))
        await road.tap(whom, "skip", "sitting")
    await cripple(road, ADA, "people", "UPDATE")
    await road.clock.advance(31)
    await road.program.road.wake()
    await road.settle()
    assert ["lean a little" in road.said(whom)[-1] for whom in people] == [False, True, True]
    assert await road.program.road.next_due() == pytest.approx(30, abs=1)
    assert [reason for reason, _ in await road.set_aside()] == ["IntegrityError"]


async def test_a_timer_whose_processing_raises_is_silent(road: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has said anything, so nobody is answered."""
    await road.settle_in(ADA)
    await road.happens(ADA, Command("feet"))
    await road.tap(ADA, "skip", "sitting")
    count = len(road.said(ADA))
    raises(monkeypatch, lambda _, incoming: isinstance(incoming, TimeUp))
    await road.clock.advance(31)
    await road.program.road.wake()
    await road.settle()
    assert len(road.said(ADA)) == count
    assert await road.program.road.next_due() is None
    assert len(await road.set_aside()) == 1


async def test_somebody_who_cannot_be_noted_as_unreachable_stops_nobody(road: Lane) -> None:
    """Ada has blocked us, and her row cannot be written: the others never notice."""

    def blocked(address: str, _: object) -> None:
        if address == ADA:
            raise UnreachableError

    await road.settle_in(ADA, BEN)
    road.paper.refuse = blocked
    await road.take(road.one(ADA, Command("help")))
    await road.program.sender.news.wait()
    await cripple(road, ADA, "people", "UPDATE")
    assert len(await road.happens(BEN, Command("help"), Command("home"))) == 2
    assert await road.set_aside() == []


async def test_what_makes_no_sense_at_all_is_kept(road: Lane) -> None:
    """Without an address nobody can be answered; the operator finds it, and it comes but once."""
    nonsense = Unusable(SOURCE, 77, MARKER.encode())
    await road.take(road.one(ADA, Command("start")), unusable=[nonsense])
    await road.take(unusable=[nonsense])
    await road.settle()
    assert len(road.said(ADA)) == 1
    assert (await road.set_aside())[0] == ("Malformed", MARKER.encode())


async def test_what_makes_no_sense_beside_what_cannot_be_stored(road: Lane) -> None:
    """Both are kept, each for itself."""
    await road.settle_in(ADA)
    await cripple(road, ADA, "people", "UPDATE")
    await road.take(road.one(ADA, Command("home")), unusable=[Unusable(SOURCE, 77, b"nonsense")])
    assert [reason for reason, _ in await road.set_aside()] == ["IntegrityError", "Malformed"]
    assert await road.sql("SELECT count(*) FROM seen WHERE update_id = 77") == [(1,)]


async def test_what_the_channel_could_not_parse_is_screened_and_answered(road: Lane) -> None:
    """`Broken` carries every string that was found in it."""
    await road.settle_in(ADA, BEN, CLEO)
    assert SORRY in await everybody_is_answered(road, Broken("something"))
    assert CARD in await everybody_is_answered(road, Broken(GRAVE))


async def test_what_was_set_aside_is_sealed(road: Lane) -> None:
    """In the table stands nothing that can be read."""
    await road.take(unusable=[Unusable(SOURCE, 1, MARKER.encode())])
    [(payload,)] = await road.sql("SELECT payload FROM failures")
    assert MARKER.encode() not in payload
    assert not re.search(rb"[a-z ]{12}", payload)
