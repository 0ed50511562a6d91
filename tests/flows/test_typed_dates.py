"""Days of the year are understood as people type them, and nothing else is taken for one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.date_words import easter
from flows.typed_dates import add_months, parse_date

TODAY = date(2026, 11, 25)  # a Wednesday
DAYS = st.dates(date(1970, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tomorrow", "2026-11-26"),
        ("tommorow please", "2026-11-26"),
        ("Tomorrow morning", "2026-11-26"),
        ("the day after tomorrow", "2026-11-27"),
        ("in two weeks", "2026-12-09"),
        ("in 2 weeks' time", "2026-12-09"),
        ("two weeks from now", "2026-12-09"),
        ("in a fortnight", "2026-12-09"),
        ("the week after next", "2026-12-09"),
        ("in a couple of weeks", "2026-12-09"),
        ("in ten days", "2026-12-05"),
        ("in twenty-one days", "2026-12-16"),
        ("a week", "2026-12-02"),
        ("next week", "2026-12-02"),
        ("in a month", "2026-12-25"),
        ("six months", "2027-05-25"),
        ("in half a year", "2027-05-25"),
        ("next year", "2027-11-25"),
        ("let it come back in three weeks, please", "2026-12-16"),
    ],
)
def test_so_long_from_today(typed: str, meant: str) -> None:
    assert parse_date(typed, TODAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("friday", "2026-11-27"),
        ("on Friday", "2026-11-27"),
        ("this coming friday", "2026-11-27"),
        ("next friday", "2026-12-04"),
        ("friday next week", "2026-12-04"),
        ("next week, friday", "2026-12-04"),
        ("friday week", "2026-12-04"),
        ("wednesday", "2026-12-02"),
        ("next wendesday", "2026-12-02"),
        ("sun", "2026-11-29"),
        ("this weekend", "2026-11-28"),
        ("next weekend", "2026-12-05"),
        ("10 days from friday", "2026-12-07"),
    ],
)
def test_weekdays(typed: str, meant: str) -> None:
    assert parse_date(typed, TODAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12 december", "2026-12-12"),
        ("December 12th", "2026-12-12"),
        ("the twelfth of december", "2026-12-12"),
        ("Saturday, 12 December", "2026-12-12"),
        ("the twenty-first of december", "2026-12-21"),
        ("24 november", "2027-11-24"),
        ("25 november", "2027-11-25"),
        ("dec 12, 2027", "2027-12-12"),
        ("29 february", "2028-02-29"),
        ("second of may", "2027-05-02"),
        ("the 12th", "2026-12-12"),
        ("the 31st", "2026-12-31"),
        ("friday the 13th", "2027-08-13"),
        ("2027-01-31", "2027-01-31"),
        ("2026/12/24", "2026-12-24"),
        ("12.12.", "2026-12-12"),
        ("3/4/27", "2027-04-03"),
        ("25-12-2026", "2026-12-25"),
        ("in december", "2026-12-01"),
        ("end of december", "2026-12-31"),
        ("mid january", "2027-01-15"),
        ("the end of the month", "2026-11-30"),
        ("the first of next month", "2026-12-01"),
        ("end of the year", "2026-12-31"),
        ("１２ december", "2026-12-12"),
    ],
)
def test_days_with_a_number(typed: str, meant: str) -> None:
    assert parse_date(typed, TODAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("christmas", "2026-12-25"),
        ("chrismas", "2026-12-25"),
        ("on Christmas Eve", "2026-12-24"),
        ("the day before christmas", "2026-12-24"),
        ("a week after xmas", "2027-01-01"),
        ("christmas 2027", "2027-12-25"),
        ("New Year’s Eve", "2026-12-31"),
        ("new year's day", "2027-01-01"),
        ("valentine's day", "2027-02-14"),
        ("halloween", "2027-10-31"),
        ("easter", "2027-03-28"),
        ("good friday", "2027-03-26"),
        ("two days before easter", "2027-03-26"),
    ],
)
def test_days_with_a_name(typed: str, meant: str) -> None:
    assert parse_date(typed, TODAY) == date.fromisoformat(meant)


def test_where_the_month_comes_first_it_is_read_so_unless_that_cannot_be() -> None:
    assert parse_date("3/4", TODAY) == date(2027, 4, 3)
    assert parse_date("3/4", TODAY, month_first=True) == date(2027, 3, 4)
    assert parse_date("13/4", TODAY, month_first=True) == parse_date("4/13", TODAY) == date(2027, 4, 13)
    assert parse_date("a week after 3/4", TODAY, month_first=True) == date(2027, 3, 11)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "hello", "12", "5 friends", "not on friday", "friday or saturday", "every friday", "later",
     "when I feel better", "on my birthday", "31 february", "99/99", "2027-13-45", "friday 12 december", "week",
     "in 0 years from", "the 0th", "never", "/stop", "8pm", "no", "1 week after 25 december 9999", "friday " * 900],
)  # fmt: skip
def test_what_is_no_day_is_not_taken_for_one(typed: str) -> None:
    assert parse_date(typed, TODAY) is None


@given(DAYS, DAYS)
def test_every_day_is_read_as_it_is_written(day: date, today: date) -> None:
    for shape in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %b %Y", "%d.%m.%Y"):
        assert parse_date(day.strftime(shape), today) == day


@given(DAYS)
def test_a_day_without_a_year_is_ahead_and_no_more_than_a_year(today: date) -> None:
    for typed in (
        "friday",
        "next sunday",
        "12 december",
        "the 31st",
        "christmas",
        "easter",
        "end of the month",
    ):
        found = parse_date(typed, today)
        assert found is not None
        assert today < found <= today + timedelta(days=385), typed  # Easter moves


@given(st.text(max_size=90), DAYS)
def test_whatever_is_typed_raises_nothing(typed: str, today: date) -> None:
    found = parse_date(typed, today)
    assert found is None or isinstance(found, date)


@given(DAYS, st.integers(0, 60))
def test_months_are_added_within_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    "sunday",
    ["1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25"],
)
def test_easter(sunday: str) -> None:
    assert easter(int(sunday[:4])) == date.fromisoformat(sunday)
