"""The road: what arrives is applied once, in order, and what it brings is said, whatever comes in between."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from bot.arrival import Arrival
from bot.message import Message
from bot.sending.outcomes import AwayError
from flows.talk import Command, Said, Sent
from storage.errors import ConflictError
from storage.unit import Unit
from tests.bot.roads import ADA, BEN, Lane, lane
from tests.clock import settle

HELP = "Here is what I can do."
CANNOT_SEE = "I can't see pictures, stickers or files."


async def test_a_whole_batch_is_answered(road: Lane) -> None:
    """Everybody in it, each in their own order."""
    await road.take(
        road.one(ADA, Command("start")),
        road.one(BEN, Command("start")),
        road.one(ADA, Sent("sticker")),
        road.one(BEN, Command("help")),
    )
    await road.settle()
    assert [text.split("\n")[0][:20] for text in road.said(ADA)] == ["Hello. I'm selfkind:", CANNOT_SEE[:20]]
    assert [text.split("\n")[0][:20] for text in road.said(BEN)] == ["Hello. I'm selfkind:", HELP[:20]]


async def test_an_update_counts_once_however_often_it_comes(road: Lane) -> None:
    """Twice in one batch, again in the next, and again with something new before it."""
    await road.settle_in(ADA)
    before = len(road.said(ADA))
    again = road.one(ADA, Command("help"))
    await road.take(again, again)
    await road.take(again)
    await road.take(road.one(ADA, Sent("sticker")), again)
    await road.settle()
    assert [text.split("\n")[0][:20] for text in road.said(ADA)[before:]] == [HELP[:20], CANNOT_SEE[:20]]


async def test_ids_may_come_in_any_order_and_start_anew(road: Lane) -> None:
    """After a quiet week Telegram begins at a random number: no number is too low, none forgotten too soon."""
    numbers = [900_000_001, 900_000_000, 17, 18, 4_000_000, 16]
    for number in (*numbers, *Random(1).sample(numbers, len(numbers))):
        await road.take(road.one(ADA, Command("start"), number))
    await road.settle()
    assert len(road.said(ADA)) == len(numbers)


async def test_numbers_of_different_bots_are_different_numbers(road: Lane) -> None:
    """The same database may have served another bot before."""
    ours = road.one(ADA, Command("start"), 5)
    theirs = Arrival(ours.channel, ours.address, ours.incoming, "paper:2", 5)
    await road.take(ours)
    await road.take(theirs)
    await road.settle()
    assert len(road.said(ADA)) == 2


async def test_what_was_committed_is_said_after_a_crash(tmp_path: Path) -> None:
    """The next life takes the outbox up, in order, and what it has said it does not say again."""
    async with lane(tmp_path) as first:
        first.paper.gate.clear()
        await first.take(first.one(ADA, Command("start")), first.one(ADA, Sent("sticker")))
    assert first.said(ADA) == []
    async with lane(tmp_path) as second:
        await second.settle()
    assert [text.split("\n")[0][:20] for text in second.said(ADA)] == [
        "Hello. I'm selfkind:",
        CANNOT_SEE[:20],
    ]
    async with lane(tmp_path) as third:
        await third.settle()
    assert third.said(ADA) == []


async def test_what_was_said_and_not_noted_is_said_again(tmp_path: Path) -> None:
    """At least once: the one window in which a message goes out twice."""
    async with lane(tmp_path) as first:
        await first.take(first.one(ADA, Command("start")))
        await first.program.sender.news.wait()
    async with lane(tmp_path, paper=first.paper) as second:
        await second.settle()
    assert len(first.said(ADA)) == 2
    assert len(set(first.said(ADA))) == 1


async def test_no_delivery_is_forgotten_between_two_transactions(
    road: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message arrives while one transaction is about to end and the next has begun: it leaves the outbox, too.

    Otherwise the next start would send it again, days later.
    """
    noting: list[asyncio.Task[None]] = []
    delivered = Unit.delivered

    async def meanwhile(unit: Unit, ids: list[int]) -> None:
        await delivered(unit, ids)
        if not noting:
            road.paper.gate.set()
            await road.program.sender.news.wait()
            noting.append(asyncio.create_task(road.program.road.note()))
            await settle()

    await road.settle_in(ADA)
    road.paper.gate.clear()
    await road.take(road.one(ADA, Sent("sticker")))
    monkeypatch.setattr(Unit, "delivered", meanwhile)
    await road.take(road.one(BEN, Command("start")))
    await asyncio.gather(*noting)
    await road.settle()
    assert await road.sql("SELECT count(*) FROM outbox") == [(0,)]


async def test_somebody_else_changed_a_person_meanwhile(road: Lane, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stepping is pure, so it is simply done again; nothing is said twice."""
    conflicts = [ConflictError(), ConflictError()]
    save = Unit.save

    async def contended(unit: Unit, *arguments: object) -> object:
        if conflicts:
            raise conflicts.pop()
        return await save(unit, *arguments)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(Unit, "save", contended)
    await road.take(road.one(ADA, Command("start")))
    await road.settle()
    assert len(road.said(ADA)) == 1


async def test_a_database_that_cannot_be_written_keeps_nothing_from_coming_later(
    road: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`take` raises, so that nothing is acknowledged; the same batch is taken when it works again."""
    batch = [road.one(ADA, Command("start")), road.one(BEN, Command("start"))]

    async def full(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr(Unit, "save", full)
        with pytest.raises(OSError, match="disk full"):
            await road.take(*batch)
    await road.take(*batch)
    await road.settle()
    assert [len(road.said(whom)) for whom in (ADA, BEN)] == [1, 1]
    assert await road.set_aside() == []


async def test_a_carrier_that_is_away_loses_nothing(road: Lane) -> None:
    """Whatever it did not take is taken later, in order."""

    def away(_: str, __: Message) -> None:
        raise AwayError("away")

    road.paper.refuse = away
    await road.take(road.one(ADA, Command("start")), road.one(ADA, Sent("sticker")))
    await road.clock.advance(60)
    assert road.said(ADA) == []
    road.paper.refuse = lambda *_: None
    await road.clock.advance(60)
    await road.settle()
    assert [text.split("\n")[0][:20] for text in road.said(ADA)] == ["Hello. I'm selfkind:", CANNOT_SEE[:20]]


async def test_said_words_reach_their_state(road: Lane) -> None:
    """Free text in a practice: heard back, kept for the visit, and gone with it."""
    await road.settle_in(ADA)
    said = await road.happens(ADA, Command("break"))
    said += await road.tap(ADA, "4", "full")
    said += await road.happens(ADA, Said("a knot in my stomach"))
    assert "a knot in my stomach" in said[-1]
    assert "a knot in my stomach" in str((await road.kept(ADA))["profile"])
    await road.happens(ADA, Command("stop"))
    assert "a knot in my stomach" not in str(await road.kept(ADA))
