"""Everything that is remembered about one person between two messages lives here, as one frozen value.

All instants are aware datetimes in UTC; times of day are local to `zone`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

from flows.schedule import Schedule


class Pace(IntEnum):
    """How much a person is offered. It goes down by itself and up only at the person's word."""

    PAUSED = 0
    GROUNDING = 1
    GENTLE = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """One walk through a practice: what was named on the way stays here and leaves with it."""

    practice: str
    began: datetime
    form: str = "full"
    before: int | None = None
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckIns:
    """When the person wants to be looked in on."""

    schedule: Schedule | None = None
    silent: bool = False  # /pause: kept, but not sent


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the engine knows them. Words of theirs are here only while a practice is open."""

    state: str = "welcome.new"
    turn: int = 0
    tapped: int = -1  # the turn whose button moved us here: further taps on it are silent
    chosen: str = ""  # and which button that was
    waiting: bool = False  # a silence of this turn is running
    language: str = "en"

    consent: int = 0  # version of the notice agreed to; 0 is none
    consented: datetime | None = None
    adult: bool | None = None
    country: str | None = None
    asked_country: bool = False
    zone: str | None = None

    pace: Pace = Pace.FULL
    ready: bool = False  # the readiness question has been answered
    held_back: str = ""  # why the pace is not full: "readiness", or "steps" while it is climbed again
    follow_up_asked: bool = False  # since the last backdraft
    hold: str = ""  # the kind of crisis that everything else waits for
    doubted: bool = False  # "I meant something else" was already asked once in this hold
    backdrafts: tuple[datetime, ...] = ()

    visit: Visit | None = None
    drafts: Mapping[str, str] = field(default_factory=dict)  # answers of a dialogue that is still going on
    checkins: CheckIns = CheckIns()

    heard: datetime | None = None  # the last thing that came from the person
    talking_since: datetime | None = None
    noticed: datetime | None = None  # the last honest notice
    reachable: bool = True
    spoken: Mapping[str, int] = field(default_factory=dict)  # how often a text with variants was said
    expires: datetime | None = None  # the row goes then: nobody consented to more
