"""Whatever clocks do anywhere: never twice a day, never a day left out, never at another hour."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.schedule import Schedule, is_due, is_quiet, next_due, next_waking
from tests.flows.clocks import (
    DAY,
    MINUTE,
    changes,
    days_around,
    distinct_zones,
    first_shown,
    minutes_around,
    walls_around,
)

TWO_YEARS = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC))
TEN_YEARS = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC))
LONGER = (datetime(2007, 1, 1, tzinfo=UTC), datetime(2037, 1, 1, tzinfo=UTC))
DAILY = tuple(range(7))

MOMENTS = st.integers(0, 36 * 365).map(lambda days: datetime(2000, 1, 1, 12, tzinfo=UTC) + days * DAY)

Span = tuple[datetime, datetime]


def follow_the_changes(name: str, span: Span) -> None:
    """Around every change of clocks, a wall time comes when they first show it, or first have passed it."""
    zone = ZoneInfo(name)
    for change in changes(zone, *span):
        for day in days_around(zone, change):
            for wall in walls_around(zone, change):
                comes_when_first_shown(zone, change, day, wall)


def comes_when_first_shown(zone: ZoneInfo, change: datetime, day: date, wall: time) -> None:
    schedule = Schedule((day.weekday(),), wall, zone.key)
    expected = first_shown(zone, change, day, wall)
    if expected is None:
        return
    assert next_due(schedule, expected - MINUTE) == expected, (zone.key, day, wall)
    assert next_due(schedule, expected) >= expected + 6 * DAY, (zone.key, day, wall)
    assert is_due(schedule, expected, expected, MINUTE)


def live_through(name: str, wall: time, span: Span) -> None:
    """Day by day: later, one for each local day that exists, at the chosen wall time unless it is skipped."""
    zone, (now, end) = ZoneInfo(name), span
    schedule = Schedule(DAILY, wall, name)
    dues = [now]
    while dues[-1] < end:
        dues.append(next_due(schedule, dues[-1]))
    locals_ = [due.astimezone(zone) for due in dues[1:]]
    assert all(earlier < later for earlier, later in pairwise(dues))
    for earlier, later in pairwise(locals_):
        assert later.date() > earlier.date(), (name, wall, later)
        assert later.date() - earlier.date() == DAY or left_out(zone, earlier, later), (name, wall, later)
    for local in locals_:
        assert local.time() == wall or not exists(zone, local.date(), wall), (name, wall, local)


def left_out(zone: ZoneInfo, earlier: datetime, later: datetime) -> bool:
    """Whether no clock ever showed the days between."""
    between = earlier.date() + DAY
    noon = datetime.combine(between, time(12), zone)
    return (
        noon.astimezone(UTC).astimezone(zone).date() != between and later.date() - earlier.date() == 2 * DAY
    )


def exists(zone: ZoneInfo, day: date, wall: time) -> bool:
    local = datetime.combine(day, wall, zone)
    return local.astimezone(UTC).astimezone(zone).time() == wall


def wake_around_the_changes(name: str, span: Span) -> None:
    """Quiet ends at the first minute that is not quiet, wherever in a change of clocks it begins or ends."""
    zone = ZoneInfo(name)
    for change in changes(zone, *span):
        walls = walls_around(zone, change)
        for quiet in ((walls[1], walls[-2]), (time(22), walls[len(walls) // 2])):
            begin = change - 12 * 60 * MINUTE
            minutes = (minute for minute in minutes_around(change) if minute >= begin)
            first = next(minute for minute in minutes if not is_quiet(quiet, name, minute))
            assert next_waking(quiet, name, begin) == first, (name, change, quiet)


def test_around_every_change_of_clocks_of_two_years() -> None:
    for name in distinct_zones():
        follow_the_changes(name, TWO_YEARS)


def test_the_night_ends_when_it_should_around_every_change_of_clocks() -> None:
    for name in distinct_zones():
        wake_around_the_changes(name, TWO_YEARS)


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(distinct_zones()),
    wall=st.times().map(lambda wall: wall.replace(second=0, microsecond=0)),
    begin=MOMENTS,
)
def test_any_hour_anywhere_for_a_hundred_days(name: str, wall: time, begin: datetime) -> None:
    live_through(name, wall, (begin, begin + 100 * DAY))


@settings(max_examples=100, deadline=None)
@given(
    name=st.sampled_from(distinct_zones()),
    days=st.sets(st.integers(0, 6), min_size=1).map(tuple),
    wall=st.times(),
    begin=MOMENTS,
    share=st.floats(0, 0.999),
)
def test_a_snooze_in_between_changes_nothing(
    name: str, days: tuple[int, ...], wall: time, begin: datetime, share: float
) -> None:
    """Wherever between two check-ins somebody looks again, the next one is the same."""
    schedule = Schedule(days, wall, name)
    first = next_due(schedule, begin)
    second = next_due(schedule, first)
    assert next_due(schedule, first + (second - first) * share) == second
    assert second.astimezone(ZoneInfo(name)).weekday() in days
    assert second - first <= timedelta(days=14, hours=2)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_around_every_change_of_clocks_of_thirty_years() -> None:
    for name in distinct_zones():
        follow_the_changes(name, LONGER)
        wake_around_the_changes(name, LONGER)


@pytest.mark.soak
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("wall", [time(0), time(1, 30), time(2, 30), time(9), time(23, 45)], ids=str)
def test_every_day_of_ten_years_in_every_zone(wall: time) -> None:
    for name in distinct_zones():
        live_through(name, wall, TEN_YEARS)
