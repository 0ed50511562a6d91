"""One person in every state there is, put into a database before the program starts."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time

from bot.program import open_store
from bot.settings import Settings
from bot.telegram.incoming import CHANNEL
from flows.book import book
from flows.person import CheckIns, Person, Visit
from flows.schedule import Schedule
from storage.unit import Unit
from storage.values import Change

FIRST = 5001
UNSETTLED = ("welcome.", "young.")


def places() -> Sequence[str]:
    """Every state, in the order of the book."""
    return [place for place, _, _ in book().steps()]


def somebody_in(place: str, now: datetime) -> Person:
    """Whoever is there has agreed and settled in, unless it is the place where that is asked."""
    practice = place.partition(".")[0]
    visiting = any(practice == one.name for one in book().practices) or practice in (
        "dose",
        "again",
        "ladder",
    )
    settled = not place.startswith(UNSETTLED)
    return Person(
        state=place,
        turn=7,
        consent=int(settled),
        consented=now if settled else None,
        adult=True if settled else None,
        asked_country=settled,
        ready=settled,
        noticed=now,
        heard=now,
        talking_since=now,
        hold="suicide" if place.startswith("crisis.") else "",
        visit=Visit(practice if practice not in ("dose", "again", "ladder") else "break", now, before=4)
        if visiting
        else None,
        drafts={"days": "01", "at": "20:30", "zone": "UTC"} if place.startswith("checkin.") else {},
        checkins=CheckIns(Schedule((0,), time(20, 30), "UTC"))
        if place.startswith("checkin.")
        else CheckIns(),
    )


async def populate(settings: Settings) -> dict[int, str]:
    """Stores them; gives who (the number of their chat) is where."""
    now = datetime.now(UTC)
    people = dict(enumerate(places(), FIRST))
    async with _unit(settings) as unit:
        found = await unit.find([(CHANNEL, str(chat)) for chat in people])
        changes = [
            Change(found[CHANNEL, str(chat)], somebody_in(place, now)) for chat, place in people.items()
        ]
        await unit.save(changes, now)
    return people


@asynccontextmanager
async def _unit(settings: Settings) -> AsyncIterator[Unit]:
    async with open_store(settings, "the tests") as store, store.unit() as unit:
        yield unit
