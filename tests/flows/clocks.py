"""How the clocks of the world really move, found by looking at them: what our arithmetic is held against."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@cache
def distinct_zones() -> tuple[str, ...]:
    """One name for each set of rules in the tz database, aliases left out."""
    seen: dict[bytes, str] = {}
    for name in files("tzdata").joinpath("zones").read_text().split():
        seen.setdefault(files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes(), name)
    return tuple(seen.values())


def changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """Every minute in UTC at which the zone's clocks have moved."""
    while begin < end:
        if begin.astimezone(zone).utcoffset() != (begin + DAY).astimezone(zone).utcoffset():
            yield _change(zone, begin, begin + DAY)
        begin += DAY


def days_around(zone: ZoneInfo, change: datetime) -> tuple[date, ...]:
    """The local days that a change may touch."""
    return tuple(sorted({(change + n * DAY).astimezone(zone).date() for n in (-1, 0, 1)}))


def walls_around(zone: ZoneInfo, change: datetime) -> tuple[time, ...]:
    """Wall times at which something may go wrong: before, within and behind the change, and the day's ends."""
    before, after = ((change + shift).astimezone(zone) for shift in (-MINUTE, timedelta(0)))
    middle = after.replace(tzinfo=None) + (before.replace(tzinfo=None) - after.replace(tzinfo=None)) / 2
    near = [wall + n * MINUTE for wall in (before, after) for n in (-1, 0, 1)]
    edges = {time(0), time(12), time(23, 59), middle.time().replace(second=0, microsecond=0)}
    return tuple(sorted(edges | {wall.time() for wall in near}))


@cache
def shown(zone: ZoneInfo, change: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """For every minute of three days around a change: the instant, and what clocks show then."""
    begin = change - 36 * 60 * MINUTE
    instants = (begin + n * MINUTE for n in range(72 * 60))
    return tuple((instant, instant.astimezone(zone).replace(tzinfo=None)) for instant in instants)


def first_shown(zone: ZoneInfo, change: datetime, day: date, wall: time) -> datetime | None:
    """The first instant of a local day at which clocks show `wall` or later: a due time in other words."""
    wanted = datetime.combine(day, wall)
    return next((at for at, local in shown(zone, change) if local.date() == day and local >= wanted), None)


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    was = before.astimezone(zone).utcoffset()
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        same = middle.astimezone(zone).utcoffset() == was
        before, after = (middle, after) if same else (before, middle)
    return after.astimezone(UTC)
