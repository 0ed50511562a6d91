"""Everything that decides when a check-in is due, and when a person is left to sleep, lives here.

Pure arithmetic. Instants are aware datetimes in UTC; wall times are naive `datetime.time` values in the
person's IANA zone. A wall time that the clocks jump over is due at the first instant after the gap; one that
they show twice is due the first time only. How times and days are typed is read in `flows/typed_times.py`
and `flows/typed_days.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from flows.typed_days import describe_days, parse_days
from flows.typed_times import parse_time

__all__ = [
    "ROOM",
    "USUAL_QUIET",
    "Quiet",
    "Schedule",
    "describe_days",
    "in_quiet_hours",
    "is_due",
    "is_quiet",
    "is_timely",
    "next_due",
    "next_waking",
    "parse_days",
    "parse_time",
    "quiet_of",
]

Quiet = tuple[time, time]
"""Wall times from (included) and to (excluded), often past midnight. Twice the same time: no quiet hours."""

USUAL_QUIET: Final[Quiet] = (time(22), time(7))

ROOM: Final = timedelta(hours=1)
"""How long a check-in that somebody wants in the late evening has before quiet hours begin behind it."""

_BRIDGED: Final = 15
"""Days looked at: every chosen weekday comes twice, so that a day which a zone left out is bridged."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When somebody wants to be asked: weekdays (0 is Monday, 6 is Sunday) and a wall time in a zone."""

    days: tuple[int, ...]
    at: time
    zone: str
    quiet: Quiet = USUAL_QUIET

    def __post_init__(self) -> None:
        if not self.days or not set(self.days) <= set(range(7)):
            raise ValueError("a schedule has at least one day, and its days are 0 (Monday) to 6 (Sunday)")
        if any(wall.tzinfo for wall in (self.at, *self.quiet)):
            raise ValueError("the times of a schedule are wall times, without a zone of their own")


def next_due(schedule: Schedule, after: datetime) -> datetime:
    """The first instant strictly after `after`, in UTC.

    One on every chosen day that exists in the zone (Samoa had no 30 December 2011), and never two.
    Raises ZoneInfoNotFoundError for a zone that the tz database does not know.
    """
    zone = ZoneInfo(schedule.zone)
    first = after.astimezone(zone).date()
    return next(due for due in _dues(schedule, zone, first) if due > after)


def is_due(schedule: Schedule, planned: datetime, now: datetime, tolerance: timedelta) -> bool:
    """Whether what was planned for `planned` may go out: it still is the schedule's time, and not too late.

    Asked when the plan is claimed, since the zone, the wishes or the tz database may have changed meanwhile.
    A snoozed check-in follows no schedule: ask `is_timely` alone.
    """
    return is_timely(planned, now, tolerance) and next_due(schedule, planned - datetime.resolution) == planned


def is_timely(planned: datetime, now: datetime, tolerance: timedelta) -> bool:
    """Whether `now` is neither before `planned` nor more than `tolerance` behind it."""
    return planned <= now <= planned + tolerance


def quiet_of(schedule: Schedule) -> Quiet:
    """The quiet hours that leave room for the chosen time: they begin an hour after it, or end at it.

    Of the two the one that costs less quiet. A person who asks for 22:30 gets 22:30, and quiet from 23:30.
    """
    begins, ends = schedule.quiet
    if not _covers(schedule.quiet, schedule.at):
        return schedule.quiet
    lost_in_the_evening = _span(begins, schedule.at) + ROOM
    lost_in_the_morning = _span(schedule.at, ends)
    if lost_in_the_morning <= lost_in_the_evening:
        return begins, schedule.at
    return _later(schedule.at, ROOM), ends


def in_quiet_hours(schedule: Schedule, now: datetime) -> bool:
    """Whether nothing unasked is sent now, where the person is."""
    return is_quiet(quiet_of(schedule), schedule.zone, now)


def is_quiet(quiet: Quiet, zone: str, now: datetime) -> bool:
    """The same for bare quiet hours in a zone."""
    return _covers(quiet, now.astimezone(ZoneInfo(zone)).time())


def next_waking(quiet: Quiet, zone: str, now: datetime) -> datetime:
    """The first instant from `now` on, in UTC, outside the quiet hours: `now` itself when it is."""
    if not is_quiet(quiet, zone, now):
        return now.astimezone(UTC)
    today = now.astimezone(ZoneInfo(zone)).date()
    ends = _ends(quiet, zone, today)
    return min(end for end in ends if end > now and not is_quiet(quiet, zone, end))


def _dues(schedule: Schedule, zone: ZoneInfo, first: date) -> Iterator[datetime]:
    for day in (first + timedelta(days=n) for n in range(_BRIDGED)):
        due = _due_on(day, schedule.at, zone) if day.weekday() in schedule.days else None
        if due:
            yield due


def _due_on(day: date, wall: time, zone: ZoneInfo) -> datetime | None:
    """The due instant of a day; None for a day that does not exist.

    When the clocks jump over the rest of a day (Greenland, every March), it is the last minute before.
    """
    due = _instant(day, wall, zone)
    for instant in (due, due - timedelta(minutes=1)):
        if instant.astimezone(zone).date() == day:
            return instant
    return None


def _ends(quiet: Quiet, zone: str, today: date) -> Iterator[datetime]:
    """When quiet may end: today or tomorrow, and the second time too where clocks show its end twice."""
    for day in (today, today + timedelta(days=1)):
        for fold in (0, 1):
            yield _instant(day, quiet[1].replace(fold=fold), ZoneInfo(zone))


def _instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """When the clocks of a zone show `wall` on `day`: `wall.fold` chooses among two; past a gap, its end."""
    local = datetime.combine(day, wall, zone)
    instant = local.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None, fold=0):
        return instant
    return _end_of_gap(local, zone)


def _end_of_gap(local: datetime, zone: ZoneInfo) -> datetime:
    """When clocks jump over `local`, to the second. PEP 495: fold 1 lies before it, fold 0 after."""
    before, after = (local.replace(fold=fold).astimezone(UTC).replace(microsecond=0) for fold in (1, 0))
    shift = after.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        jumped = middle.astimezone(zone).utcoffset() == shift
        before, after = (before, middle) if jumped else (middle, after)
    return after


def _covers(quiet: Quiet, wall: time) -> bool:
    begins, ends = quiet
    return begins <= wall < ends if begins <= ends else wall >= begins or wall < ends


def _span(begin: time, end: time) -> timedelta:
    """From one wall time to the next other one, round the clock."""
    return timedelta(seconds=(_seconds(end) - _seconds(begin)) % 86_400)


def _later(wall: time, by: timedelta) -> time:
    return (datetime.combine(date.min, wall) + by).time()


def _seconds(wall: time) -> int:
    return wall.hour * 3600 + wall.minute * 60 + wall.second
