"""A check-in comes when it was asked for and is left out whenever it would intrude; the next one is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.talk import Blocked, Drop, Due, Plan, Unblocked
from tests.flows.talking import URGENT, Talk, checked_in, settled

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
EVENING = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)


def due(talk: Talk, *, late: timedelta = timedelta()) -> Talk:
    """The next check-in comes due, so much too late."""
    plan = talk.timers.pop("checkin")
    assert isinstance(plan, Plan)
    talk.now = plan.when + late
    return talk.gets(Due(plan.kind, plan.when, plan.what))


def kept(talk: Talk) -> bool:
    """Whether another one is planned, later than now."""
    plan = talk.timers.get("checkin")
    return plan is not None and plan.when > talk.now


def test_it_comes_at_the_time_that_was_chosen_and_the_next_is_planned() -> None:
    talk = due(checked_in())
    assert talk.now == EVENING
    assert talk.state == "checkin.ask"
    assert kept(talk)
    assert [talk.waits(DAY).now for _ in range(2)] == [EVENING + DAY, EVENING + 2 * DAY]


def test_after_an_outage_it_is_left_out_and_the_next_is_kept() -> None:
    """Twenty minutes are not late yet."""
    assert due(checked_in(), late=timedelta(minutes=20)).answered
    talk = due(checked_in(), late=timedelta(minutes=21))
    assert not talk.answered
    assert talk.timers["checkin"].when == EVENING + DAY
    days = due(checked_in(), late=3 * DAY)
    assert not days.answered
    assert days.timers["checkin"].when == EVENING + 4 * DAY


def test_not_into_a_talk() -> None:
    """Who said something a moment ago is left to it."""
    talk = checked_in()
    talk.now = EVENING - timedelta(minutes=10)
    talk.types("hello")
    assert not due(talk).answered
    assert kept(talk)
    talk = checked_in()
    talk.now = EVENING - timedelta(minutes=16)
    talk.types("hello")
    assert due(talk).answered


def test_not_into_a_practice() -> None:
    """Unless it was left open hours ago: then the check-in lets it go."""
    talk = checked_in()
    talk.now = EVENING - HOUR
    talk.types("/break").taps("5", "full")
    assert not due(talk).answered
    assert kept(talk)
    talk = checked_in().types("/break").taps("5", "full")
    assert due(talk).state == "checkin.ask"
    assert talk.person.visit is None


def test_not_in_a_hold_nor_while_paused() -> None:
    """They go on by themselves afterwards."""
    for act in (URGENT, "/backdraft"):
        talk = checked_in().types(act)
        assert not due(talk).answered
        assert kept(talk)


def test_not_when_silenced_or_switched_off() -> None:
    silenced = checked_in().types("/pause")
    assert "checkin" not in silenced.timers
    assert silenced.types("/resume").timers["checkin"].when == EVENING
    off = checked_in().types("/checkin").taps("switch-off")
    assert "checkin" not in off.timers
    assert not off.waits(10 * DAY).answered


@pytest.mark.parametrize("command", ["/pause", "/stop"])
def test_a_stop_that_waited_in_line_beats_the_nudge(command: str) -> None:
    """A plan that was already claimed when the person said so is not said."""
    talk = checked_in()
    talk.now = EVENING - timedelta(seconds=1)
    talk.types(command)
    talk.now = EVENING
    assert not talk.gets(Due("checkin", EVENING)).answered


def test_not_to_somebody_who_cannot_be_reached() -> None:
    talk = checked_in().gets(Blocked())
    assert not talk.waits(3 * DAY).answered
    assert talk.gets(Unblocked()).timers["checkin"].when > talk.now
    assert checked_in().gets(Blocked()).types("hello").person.reachable


def test_a_plan_of_an_earlier_wish_is_left_out() -> None:
    """The time was changed while the old plan was being claimed."""
    talk = checked_in().types("/checkin").taps("change-time", "18-00", "fine")
    talk.now = EVENING
    assert not talk.gets(Due("checkin", EVENING)).answered


def test_snoozed_it_comes_in_an_hour_once() -> None:
    talk = due(checked_in()).taps("later", "in-an-hour")
    assert talk.timers["snooze"].when == EVENING + HOUR
    assert talk.waits(HOUR).lines == ["checkin-ask"]
    assert "snooze" not in talk.timers


def test_two_do_not_come_on_top_of_each_other() -> None:
    """Put off just before the next one is due, it is that one."""
    talk = due(checked_in())
    talk.now = EVENING + DAY - HOUR / 2
    talk.taps("later", "in-an-hour")
    assert talk.waits(HOUR / 2).state == "checkin.ask"
    assert Drop("snooze") in talk.last
    assert not talk.waits(HOUR).answered


@pytest.mark.parametrize("act", ["/backdraft", URGENT, "/pause"])
def test_a_snoozed_one_is_left_out_like_any_other(act: str) -> None:
    talk = due(checked_in()).taps("later", "in-an-hour")
    talk.waits(HOUR / 2).types(act)
    assert not talk.waits(HOUR).answered


def test_it_can_be_switched_off_from_the_message_itself() -> None:
    assert due(checked_in()).taps("switch-off").person.checkins.schedule is None


def test_what_is_said_unasked_expires() -> None:
    """Half an hour later it is no longer worth sending."""
    [say] = due(checked_in()).says
    assert say.expires == EVENING + timedelta(minutes=30)


def test_changing_one_thing_keeps_the_others() -> None:
    talk = checked_in().types("/checkin").taps("change-days", "weekend")
    schedule = talk.person.checkins.schedule
    assert schedule is not None
    assert (schedule.days, schedule.at.hour, schedule.zone) == ((5, 6), 20, "Europe/Lisbon")


def test_a_half_finished_change_changes_nothing() -> None:
    talk = checked_in()
    before = talk.person.checkins
    talk.types("/checkin").taps("change-time").types("/home")
    assert talk.person.checkins == before


def test_before_everything_is_settled_there_are_none() -> None:
    """A plan that outlived its consent says nothing."""
    talk = Talk(replace(checked_in().person, consent=0))
    talk.now = EVENING
    assert not talk.gets(Due("checkin", EVENING)).answered
    assert settled().types("/checkin").state == "checkin.days"
