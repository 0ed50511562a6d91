"""How the clocks of the world really move, found by looking at them: what our arithmetic is held against."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
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
    return tuple(sorted({(change + n * DAY / 4).astimezone(zone).date() for n in (-1, 0, 1)}))


def walls_around(zone: ZoneInfo, change: datetime) -> tuple[time, ...]:
    """Wall times at which something may go wrong: before, within and behind it, and the ends of a day."""
    before, after = ((change + shift).astimezone(zone) for shift in (-MINUTE, timedelta(0)))
    middle = after.replace(tzinfo=None) + (before.replace(tzinfo=None) - after.replace(tzinfo=None)) / 2
    near = [wall + n * MINUTE for wall in (before, after) for n in (-1, 0, 1)]
    edges = {time(0), time(12), time(23, 59), middle.time().replace(second=0, microsecond=0)}
    return tuple(sorted(edges | {wall.time() for wall in near}))


def minutes_around(change: datetime) -> Iterator[datetime]:
    """Every minute of the three days around a change."""
    return (change + n * MINUTE for n in range(-36 * 60, 36 * 60))


@lru_cache(maxsize=2)  # the walls of one change are looked up one after the other
def shown(zone: ZoneInfo, change: datetime) -> dict[date, list[tuple[time, datetime]]]:
    """What clocks show in the three days around a change: for each local day, its minutes as they come."""
    days: dict[date, list[tuple[time, datetime]]] = {}
    for instant in minutes_around(change):
        local = instant.astimezone(zone)
        days.setdefault(local.date(), []).append((local.time(), instant))
    return days


def first_shown(zone: ZoneInfo, change: datetime, day: date, wall: time) -> datetime | None:
    """The first instant of a local day at which clocks show `wall` or later, or else its last minute."""
    minutes = shown(zone, change).get(day)
    if not minutes:
        return None
    return next((instant for shows, instant in minutes if shows >= wall), minutes[-1][1])


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    was = before.astimezone(zone).utcoffset()
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        same = middle.astimezone(zone).utcoffset() == was
        before, after = (middle, after) if same else (before, middle)
    return after.astimezone(UTC)
