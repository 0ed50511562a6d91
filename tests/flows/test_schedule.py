"""A check-in comes at the hour that was chosen, where the person is, once a day, and not at night."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
import pytest

from flows.schedule import (
    Quiet,
    Schedule,
    in_quiet_hours,
    is_due,
    is_quiet,
    is_timely,
    next_due,
    next_waking,
    quiet_of,
)

DAILY = tuple(range(7))
LATE = timedelta(minutes=20)
NIGHT: Quiet = (time(22), time(7))


def at(text: str) -> datetime:
    """An instant, given in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(instant: datetime, zone: str) -> str:
    return f"{instant.astimezone(ZoneInfo(zone)):%a %d %H:%M}"


# ---- the next one -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "after", "due"),
    [
        (DAILY, "2026-11-23 08:00", "Mon 23 20:30"),
        (DAILY, "2026-11-23 20:29:59", "Mon 23 20:30"),
        (DAILY, "2026-11-23 20:30", "Tue 24 20:30"),
        ((0,), "2026-11-23 20:30", "Mon 30 20:30"),
        ((1, 3), "2026-11-25 08:00", "Thu 26 20:30"),
        ((6, 5), "2026-11-23 08:00", "Sat 28 20:30"),
    ],
)
def test_the_next_check_in_is_strictly_later_and_on_a_chosen_day(
    days: tuple[int, ...], after: str, due: str
) -> None:
    assert local(next_due(Schedule(days, time(20, 30), "Europe/Lisbon"), at(after)), "Europe/Lisbon") == due


def test_the_hour_stays_the_same_over_a_change_of_clocks() -> None:
    schedule = Schedule(DAILY, time(20, 30), "Europe/Lisbon")
    assert next_due(schedule, at("2026-10-24 12:00")) == at("2026-10-24 19:30")
    assert next_due(schedule, at("2026-10-25 12:00")) == at("2026-10-25 20:30")


def test_an_hour_that_the_clocks_jump_over_comes_when_they_have_jumped() -> None:
    schedule = Schedule(DAILY, time(2, 30), "Europe/Berlin")
    assert next_due(schedule, at("2026-03-28 12:00")) == at("2026-03-29 01:00")
    assert local(at("2026-03-29 01:00"), "Europe/Berlin") == "Sun 29 03:00"


def test_an_hour_that_comes_twice_is_used_once() -> None:
    schedule = Schedule(DAILY, time(2, 30), "Europe/Berlin")
    first = next_due(schedule, at("2026-10-24 12:00"))
    assert first == at("2026-10-25 00:30")
    assert next_due(schedule, first) == at("2026-10-26 01:30")


def test_a_day_that_a_country_left_out_is_passed_over() -> None:
    fridays = Schedule(
        (4,), time(9), "Pacific/Apia"
    )  # Samoa went from Thursday 29 to Saturday 31 December 2011
    assert local(next_due(fridays, at("2011-12-24 12:00")), "Pacific/Apia") == "Fri 06 09:00"


def test_when_the_clocks_jump_into_the_next_day_the_check_in_comes_just_before() -> None:
    saturdays = Schedule((5,), time(23, 45), "America/Nuuk")  # Greenland's clocks jump from 23:00 to midnight
    assert local(next_due(saturdays, at("2026-03-25 12:00")), "America/Nuuk") == "Sat 28 22:59"


def test_a_leap_day_is_a_day() -> None:
    schedule = Schedule(DAILY, time(9), "Asia/Tokyo")
    assert local(next_due(schedule, at("2028-02-28 12:00")), "Asia/Tokyo") == "Tue 29 09:00"


def test_a_zone_that_nobody_knows_is_our_fault() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        next_due(Schedule(DAILY, time(9), "Europe/Atlantis"), at("2026-11-23 08:00"))


@pytest.mark.parametrize("days", [(), (7,), (-1, 2)])
def test_a_schedule_without_proper_days_does_not_come_into_being(days: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="at least one day"):
        Schedule(days, time(9), "Europe/Lisbon")


def test_a_schedule_keeps_wall_times_only() -> None:
    with pytest.raises(ValueError, match="wall times"):
        Schedule(DAILY, time(9, tzinfo=UTC), "Europe/Lisbon")


def test_a_schedule_survives_being_stored() -> None:
    schedule = Schedule((0, 3), time(20, 30), "Europe/Lisbon", (time(23), time(6, 30)))
    assert msgspec.json.decode(msgspec.json.encode(schedule), type=Schedule) == schedule


# ---- at the claim -------------------------------------------------------------------------------------

EVENING = Schedule(DAILY, time(20, 30), "Europe/Lisbon")
PLANNED = at("2026-11-23 20:30")


@pytest.mark.parametrize(
    ("late", "due"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(0), True),
        (LATE, True),
        (LATE + timedelta(seconds=1), False),
    ],
)
def test_what_was_planned_goes_out_when_it_is_time_and_not_much_later(late: timedelta, due: bool) -> None:
    assert is_due(EVENING, PLANNED, PLANNED + late, LATE) is due
    assert is_timely(PLANNED, PLANNED + late, LATE) is due


@pytest.mark.parametrize(
    "changed",
    [
        Schedule(DAILY, time(20, 30), "Europe/Berlin"),
        Schedule(DAILY, time(20), "Europe/Lisbon"),
        Schedule((1,), time(20, 30), "Europe/Lisbon"),
    ],
)
def test_a_plan_that_the_person_has_changed_since_is_dropped(changed: Schedule) -> None:
    assert not is_due(changed, PLANNED, PLANNED, LATE)


def test_a_plan_made_under_old_clocks_is_dropped() -> None:
    before_the_change = at("2026-10-25 19:30")  # 20:30 in summer time, which ended that morning
    assert not is_due(EVENING, before_the_change, before_the_change, LATE)


# ---- quiet hours --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "quiet"),
    [
        ("20:30", "22:00-07:00"),
        ("07:00", "22:00-07:00"),
        ("22:00", "23:00-07:00"),
        ("22:30", "23:30-07:00"),
        ("23:45", "00:45-07:00"),
        ("06:30", "22:00-06:30"),
        ("03:00", "22:00-03:00"),
    ],
)
def test_quiet_hours_make_room_for_the_time_that_was_chosen(chosen: str, quiet: str) -> None:
    begins, ends = quiet_of(Schedule(DAILY, time.fromisoformat(chosen), "UTC"))
    assert f"{begins:%H:%M}-{ends:%H:%M}" == quiet


@pytest.mark.parametrize("hour", range(24))
def test_a_check_in_is_never_in_its_own_quiet_hours(hour: int) -> None:
    schedule = Schedule(DAILY, time(hour), "UTC")
    assert not in_quiet_hours(schedule, next_due(schedule, PLANNED))
    assert not in_quiet_hours(schedule, next_due(schedule, PLANNED) + LATE) or hour == 7 - 1


@pytest.mark.parametrize(
    ("now", "quiet"),
    [("21:59", False), ("22:00", True), ("23:59", True), ("00:00", True), ("06:59", True), ("07:00", False)],
)
def test_at_night_nothing_is_sent(now: str, quiet: bool) -> None:
    assert is_quiet(NIGHT, "UTC", at(f"2026-11-23 {now}")) is quiet


def test_night_is_where_the_person_is() -> None:
    assert is_quiet(NIGHT, "Asia/Tokyo", at("2026-11-23 14:00"))
    assert not is_quiet(NIGHT, "America/New_York", at("2026-11-23 14:00"))


def test_who_works_at_night_may_sleep_by_day_or_want_no_quiet_at_all() -> None:
    assert is_quiet((time(9), time(17)), "UTC", at("2026-11-23 12:00"))
    assert not is_quiet((time(9), time(17)), "UTC", at("2026-11-23 23:00"))
    assert not is_quiet((time(9), time(9)), "UTC", at("2026-11-23 09:00"))


@pytest.mark.parametrize(
    ("now", "waking"),
    [
        ("2026-11-23 23:00", "2026-11-24 07:00"),
        ("2026-11-24 03:00", "2026-11-24 07:00"),
        ("2026-11-24 07:00", "2026-11-24 07:00"),
        ("2026-11-24 12:34", "2026-11-24 12:34"),
    ],
)
def test_what_may_not_wake_anybody_waits_for_the_morning(now: str, waking: str) -> None:
    assert next_waking(NIGHT, "UTC", at(now)) == at(waking)


def test_quiet_that_ends_in_an_hour_shown_twice_ends_in_both() -> None:
    early: Quiet = (time(22), time(2, 30))
    assert next_waking(early, "Europe/Berlin", at("2026-10-25 00:10")) == at("2026-10-25 00:30")
    assert next_waking(early, "Europe/Berlin", at("2026-10-25 01:10")) == at("2026-10-25 01:30")
