"""A letter comes back on the day that was chosen: in the evening, never at night, in a talk or in a pause."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from flows import returning
from flows.moment import Moment
from flows.pace import come_back
from flows.schedule import Schedule
from flows.talk import Command
from tests.flows.practices.walking import SETTLED
from tests.flows.writing import NOON, Writer, paused


@pytest.mark.parametrize(
    ("answer", "day"),
    [("tomorrow", "2026-11-25"), ("in-a-week", "2026-12-01"), ("in-a-month", "2026-12-24")],
)
def test_it_comes_back_on_the_chosen_day_in_the_evening_where_the_person_is(answer: str, day: str) -> None:
    new_york = replace(SETTLED, zone="America/New_York")
    ada = Writer(new_york).writes("Dear Ada,").taps(answer)
    assert ada.planned == datetime.fromisoformat(f"{day}T23:00:00+00:00")


def test_without_a_known_clock_it_comes_back_at_the_hour_of_writing() -> None:
    ada = Writer(replace(SETTLED, country=None)).writes("Dear Ada,").taps("tomorrow")
    assert ada.planned == NOON + timedelta(days=1)


def test_a_typed_day_is_said_back_first() -> None:
    ada = Writer().writes("Dear Ada,").types("when I'm ready")
    assert "I couldn't find a day in that" in ada.read
    ada.types("next friday")
    assert "That would be Friday, 4 December 2026." in ada.read
    assert ada.planned is None
    ada.taps("another-day").types("christmas").taps("yes")
    assert ada.planned == datetime(2026, 12, 25, 18, 0, tzinfo=UTC)
    assert "They come back on Friday, 25 December 2026." in ada.types("4").read


@pytest.mark.parametrize("typed", ["today", "24 november 2020", "christmas 2039"])
def test_a_day_that_is_here_gone_or_very_far_is_asked_for_again(typed: str) -> None:
    assert Writer().writes("Dear Ada,").types(typed).state == "letter.when"


def test_when_the_day_has_come_it_is_offered_read_and_answered() -> None:
    ada = Writer().writes("Dear Ada,").taps("tomorrow").finishes().waits(timedelta(days=2))
    assert ada.read == "A letter you wrote wants to come back. Would you like to read it now?\n"
    assert "Dear Ada," in ada.taps("read-it").read
    ada.taps("answer-it", "5", "short")
    assert ada.state == "letter.reply"
    ada.types("Dear you,").taps("done", "keep-it", "not-at-all").finishes()
    assert [note.words for note in ada.kept.values()] == ["Dear Ada,", "Dear you,"]
    assert ada.planned is None


def test_a_new_letter_after_an_answer_begins_at_its_beginning() -> None:
    ada = Writer().writes("Dear Ada,").taps("tomorrow").finishes().waits(timedelta(days=2))
    ada.taps("read-it", "answer-it", "not-now").waits(timedelta(hours=1)).types("/letter").taps("5", "full")
    assert ada.state == "letter.theme"


def test_later_asks_for_another_day_and_not_any_more_leaves_it_with_the_others() -> None:
    ada = Writer().writes("Dear Ada,").taps("tomorrow").finishes().waits(timedelta(days=2))
    ada.taps("later", "in-a-week")
    assert ada.planned == datetime(2026, 12, 3, 18, 0, tzinfo=UTC)
    left = ada.taps("fine").waits(timedelta(days=8)).taps("not-any-more")
    assert (left.planned, len(left.kept)) == (None, 1)


def test_each_letter_has_its_own_day() -> None:
    ada = Writer().writes("one").taps("in-a-month").finishes().waits(timedelta(hours=1))
    ada.writes("two").taps("tomorrow").finishes()
    assert ada.planned == datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
    assert "two" in ada.waits(timedelta(days=2)).taps("read-it").read
    assert ada.planned == datetime(2026, 12, 24, 18, 0, tzinfo=UTC)


def test_a_deleted_letter_does_not_come_back() -> None:
    ada = Writer().writes("Dear Ada,").taps("tomorrow").finishes().types("/letters")
    ada.taps(ada.names[0], "delete-it", "delete-it")
    assert (ada.planned, ada.kept) == (None, {})


def test_it_does_not_break_into_a_talk_or_the_night() -> None:
    lisbon = replace(SETTLED, zone="Europe/Lisbon")
    ada = Writer(lisbon).writes("Dear Ada,").taps("tomorrow").finishes()
    ada.waits(timedelta(hours=29, minutes=50)).types("/home").waits(timedelta(minutes=40))
    assert ada.read == ""
    assert "wants to come back" in ada.waits(timedelta(hours=1)).read
    late = Writer(lisbon).writes("Dear Ada,").taps("tomorrow").finishes()
    late.now = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)  # after an outage
    assert late.waits(timedelta()).read == ""
    assert late.planned == datetime(2026, 11, 26, 7, 0, tzinfo=UTC)


def test_quiet_hours_of_ones_own_are_kept() -> None:
    schedule = Schedule((0,), time(9), "Europe/Lisbon", quiet=(time(17), time(8)))
    person = replace(SETTLED, checkins=replace(SETTLED.checkins, schedule=schedule))
    assert Writer(person).writes("Dear Ada,").taps("tomorrow").planned == datetime(
        2026, 11, 26, 8, 0, tzinfo=UTC
    )


def test_in_a_pause_it_waits_and_is_offered_after_the_return() -> None:
    ada = paused(Writer().writes("Dear Ada,").taps("tomorrow").finishes()).waits(timedelta(days=9))
    assert (ada.read, ada.planned) == ("", None)
    moment = Moment(ada.person, Command("home"), ada.now)
    assert not returning.letter_waits(moment)
    come_back(moment)
    assert returning.letter_waits(moment)


def test_what_was_offered_and_not_answered_is_offered_again_only_after_a_pause() -> None:
    ada = Writer().writes("Dear Ada,").taps("tomorrow").finishes().waits(timedelta(days=2))
    moment = Moment(ada.person, Command("home"), ada.now)
    assert not returning.letter_waits(moment)
    returning.offer_again(moment)
    assert returning.letter_waits(moment)
