"""Times and days are understood as people type them, and nothing else is taken for one."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.schedule import describe_days, parse_days, parse_time


def readings(typed: str) -> str:
    return " ".join(f"{at:%H:%M}" for at in parse_time(typed))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20:30", "20:30"),
        ("0830", "08:30"),
        ("08:00", "08:00"),
        ("2030", "20:30"),
        ("8pm", "20:00"),
        ("8 PM.", "20:00"),
        ("8 p.m.", "20:00"),
        ("8:15p", "20:15"),
        ("12am", "00:00"),
        ("12:30", "12:30"),
        ("24:00", "00:00"),
        ("21h", "21:00"),
        ("8h30", "08:30"),
        ("19 Uhr", "19:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("midnight", "00:00"),
        ("ten to noon", "11:50"),
        ("half past midnight", "00:30"),
        ("quarter to nine pm", "20:45"),
        ("twenty-five to ten am", "09:35"),
        ("quarter to 12 at night", "23:45"),
        ("at 9 in the evening", "21:00"),
        ("tonight at 8", "20:00"),
        ("2 at night", "02:00"),
        ("twenty thirty", "20:30"),
        ("it's 21:40", "21:40"),
        ("It is 9pm now", "21:00"),
        ("every morning at 8", "08:00"),
        ("weekdays at 20:30, please", "20:30"),
        ("mon, wed and fri at 7 pm", "19:00"),
        ("２０：３０", "20:30"),
        ("٢٠:٣٠", "20:30"),
    ],
)
def test_a_clear_time_has_one_reading(typed: str, meant: str) -> None:
    assert readings(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", "08:00 20:00"),
        ("8:30", "08:30 20:30"),
        ("8.30", "08:30 20:30"),
        ("830", "08:30 20:30"),
        ("half past eight", "08:30 20:30"),
        ("half eight", "08:30 20:30"),
        ("eight thirty", "08:30 20:30"),
        ("around 8 o’clock", "08:00 20:00"),
        ("8ish", "08:00 20:00"),
        ("weekdays at 9", "09:00 21:00"),
        ("Monday to Friday at nine", "09:00 21:00"),
        ("five to five", "04:55 16:55"),
        ("a quarter past six", "06:15 18:15"),
        ("quarter to one", "00:45 12:45"),
    ],
)
def test_an_hour_that_may_be_both_has_two_the_morning_first(typed: str, meant: str) -> None:
    assert readings(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "hello", "25", "24:30", "8:75", "13 am", "3 times a day", "I feel 8", "8-9", "8 or 9", "+5:30",
     "in the evening", "at night", "when I'm 8", "8 8 8", "later", "/stop", "8" * 4000],
)  # fmt: skip
def test_what_is_no_time_is_not_taken_for_one(typed: str) -> None:
    assert parse_time(typed) == ()


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_minute_of_the_day_is_read_as_it_is_written(at: time) -> None:
    assert parse_time(f"{at:%H:%M}")[0] == at
    assert parse_time(f"{at:%I:%M %p}") == (at,)
    assert at in parse_time(f"{at.hour}:{at:%M}")


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_at_most_two_times_and_proper_days(typed: str) -> None:
    assert len(parse_time(typed)) <= 2
    assert set(parse_days(typed)) <= set(range(7))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("weekdays", "01234"),
        ("work days", "01234"),
        ("weekends", "56"),
        ("on the weekend", "56"),
        ("every day", "0123456"),
        ("Daily", "0123456"),
        ("every evening at 8", "0123456"),
        ("7 days a week", "0123456"),
        ("mon wed fri", "024"),
        ("Tue/Thu", "13"),
        ("sat & sun", "56"),
        ("tuesdays and thursdays", "13"),
        ("monday's", "0"),
        ("Monday to Thursday", "0123"),
        ("mon–fri", "01234"),
        ("fri-mon", "0456"),
        ("every day except sundays", "012345"),
        ("weekdays but not wednesdays", "0134"),
        ("not on weekends", "01234"),
        ("wendesday and thrusday", "23"),
        ("weekdays at 9", "01234"),
        ("mondays after my team meeting", "0"),
    ],
)
def test_days_are_understood_as_they_are_typed(typed: str, days: str) -> None:
    assert "".join(map(str, parse_days(typed))) == days


@pytest.mark.parametrize(
    "typed", ["", "hello", "never", "no", "today", "every other day", "twice a week", "not this week", "8pm"]
)
def test_what_names_no_days_gives_none(typed: str) -> None:
    assert parse_days(typed) == ()


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((0, 1, 2, 3, 4, 5, 6), "every day"),
        ((4, 3, 2, 1, 0), "weekdays"),
        ((5, 6), "weekends"),
        ((1,), "Tuesdays"),
        ((0, 2), "Mon and Wed"),
        ((0, 2, 4), "Mon, Wed and Fri"),
    ],
)
def test_days_are_said_back_in_a_few_words(days: tuple[int, ...], said: str) -> None:
    assert describe_days(days) == said


@given(st.sets(st.integers(0, 6), min_size=1))
def test_what_is_said_back_is_understood_again(days: set[int]) -> None:
    assert set(parse_days(describe_days(tuple(days)))) == days
