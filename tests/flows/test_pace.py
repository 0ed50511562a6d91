"""Pace goes down by itself and up only at the person's word, one rung after a practice that went calmly."""

from datetime import timedelta

import pytest

from flows.person import Pace
from flows.talk import Plan
from tests.flows.everybody import everybody
from tests.flows.talking import URGENT, Talk, in_break, resting, settled

CALM_FEET = ("feet", "4", "sitting", "ready", "ready", "ready", "ready", "3", "thanks")
DAY = timedelta(days=1)


def came_back() -> Talk:
    return resting().taps("come-back")


def pace(talk: Talk) -> Pace:
    return talk.person.pace


# ---- down ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("readiness", "pace"),
    [("none-of-these", Pace.FULL), ("at-least-one", Pace.GROUNDING), ("rather-not", Pace.GENTLE)],
)
def test_readiness_sets_the_first_pace(readiness: str, pace: Pace) -> None:
    assert settled(readiness=readiness).person.pace is pace


def test_backdraft_pauses_and_a_crisis_leaves_grounding() -> None:
    assert resting().person.pace is Pace.PAUSED
    assert settled().types(URGENT).taps("safe", "safe-now").person.pace is Pace.GROUNDING


def test_gentle_means_the_short_form_unasked() -> None:
    talk = settled(readiness="rather-not").types("/break").taps("5")
    assert talk.state == "break.notice"
    assert talk.person.visit is not None
    assert talk.person.visit.form == "short"


@pytest.mark.parametrize("way", ["/break", "i feel terrible", "/start break"])
def test_no_break_at_grounding_or_paused(way: str) -> None:
    for talk in (settled(readiness="at-least-one"), came_back(), resting()):
        talk.types(way)
        assert not talk.state.startswith(("dose.before", "break."))
        assert talk.state != "home.offer"  # nothing is offered that would then be refused


def test_grounding_is_open_at_every_pace() -> None:
    for person in everybody():
        if person.ready or person.hold:
            assert Talk(person).types("/ground").taps("feet").state in ("feet.arrive", "dose.before-ground")


# ---- up -----------------------------------------------------------------------------------------------


def test_the_way_back_has_three_steps() -> None:
    """Grounding, gentle, full: each after a calm practice, each at the person's word."""
    talk = came_back()
    assert pace(talk) is Pace.GROUNDING
    assert talk.taps(*CALM_FEET).state == "ladder.gentle"
    assert pace(talk.taps("gently")) is Pace.GENTLE
    talk.types("/break").taps("4", "shame", "said-it", "ready", "not-alone", "3", "thanks")
    assert talk.state == "ladder.full"
    assert pace(talk.taps("all-open")) is Pace.FULL


def test_not_yet_is_an_answer_at_every_step() -> None:
    talk = came_back().taps("not-yet")
    assert pace(talk) is Pace.GROUNDING
    talk.types("/ground").taps(*CALM_FEET, "not-yet")
    assert pace(talk) is Pace.GROUNDING
    talk.types("/ground").taps(*CALM_FEET, "gently").types("/ground").taps(*CALM_FEET, "not-yet")
    assert pace(talk) is Pace.GENTLE


@pytest.mark.parametrize(("before", "after"), [("4", "5"), ("skip", "2"), ("4", "skip")])
def test_only_a_calm_practice_is_followed_by_the_question(before: str, after: str) -> None:
    talk = came_back().taps("feet", before, "sitting", "ready", "ready", "ready", "ready", after, "thanks")
    assert talk.state == "home.menu"


def test_whoever_was_not_ready_is_asked_the_questions_first() -> None:
    """Calm groundings promote nobody from there."""
    talk = settled(readiness="at-least-one").types("/ground").taps(*CALM_FEET)
    assert talk.state == "home.menu"
    talk.types("/break").taps("ready-for-more")
    assert talk.state == "welcome.readiness"
    assert talk.taps("none-of-these").person.pace is Pace.GENTLE


@pytest.mark.parametrize("answer", ["at-least-one", "rather-not"])
def test_the_questions_again_without_a_clear_answer_change_nothing(answer: str) -> None:
    talk = settled(readiness="at-least-one").types("/break").taps("ready-for-more", answer)
    assert talk.person.pace is Pace.GROUNDING


def test_feeling_ready_is_always_answered_with_the_next_step() -> None:
    talk = came_back().taps("not-yet", "what-else", "ready-for-more")
    assert talk.lines == ["ground-before-more", "ground-choose"]
    talk.types("/ground").taps(*CALM_FEET, "gently", "what-else", "ready-for-more")
    assert talk.lines[0] == "calm-before-more"
    assert settled().types("/home").taps("what-else", "ready-for-more").lines[0] == "all-is-open"


@pytest.mark.parametrize("command", ["/stop", "/home", "/start", "/pause", "/resume", "/ground", "/sos"])
def test_no_command_raises_the_pace(command: str) -> None:
    for person in everybody():
        assert Talk(person).types(command).person.pace <= person.pace


# ---- backdraft ----------------------------------------------------------------------------------------


def test_a_second_time_within_14_days_names_a_professional() -> None:
    again = came_back().waits(13 * DAY).types("/backdraft")
    assert again.lines == ["honest-notice", "backdraft-stop-again"]
    later = came_back().waits(15 * DAY).types("/backdraft")
    assert later.lines == ["honest-notice", "backdraft-stop"]


def test_backdraft_reported_again_while_resting_changes_nothing() -> None:
    talk = resting()
    assert talk.types("/backdraft").state == "backdraft.still"
    assert len(talk.person.backdrafts) == 1


def test_stopping_a_grounding_while_resting_lets_it_go() -> None:
    talk = resting().taps("feet", "sitting", "worse")
    assert talk.state == "backdraft.still"
    assert talk.person.visit is None
    assert not talk.waits(DAY).answered


# ---- the one follow-up --------------------------------------------------------------------------------


def test_the_follow_up_comes_once_and_only_if_wanted() -> None:
    wanted = settled().types("/backdraft").taps("leave-me", "tomorrow")
    assert wanted.waits(DAY).lines == ["backdraft-look-in"]
    wanted.taps("the-same")
    assert not wanted.waits(30 * DAY).answered
    assert not resting().waits(30 * DAY).answered


def test_whether_it_is_wanted_is_asked_once() -> None:
    """Not again after a kind thing for the body, nor after the follow-up itself."""
    talk = resting().taps("body", "warm-drink")
    assert talk.state == "backdraft.rest"
    talk = (
        settled()
        .types("/backdraft")
        .taps("leave-me", "tomorrow")
        .waits(DAY)
        .taps("harder", "body", "nothing")
    )
    assert talk.state == "backdraft.rest"
    assert talk.types("/home").state == "backdraft.rest"


def test_coming_back_makes_the_follow_up_needless() -> None:
    talk = settled().types("/backdraft").taps("leave-me", "tomorrow", "come-back")
    assert not talk.waits(30 * DAY).answered


def test_the_follow_up_never_comes_at_night() -> None:
    """22 hours after half past three in the morning it is half past one: it waits until seven."""
    talk = settled().waits(timedelta(hours=15, minutes=30)).types("/backdraft").taps("leave-me", "tomorrow")
    [plan] = [effect for effect in talk.timers.values() if isinstance(effect, Plan)]
    assert f"{plan.when:%H:%M}" == "07:00"


def test_nothing_else_comes_while_paused() -> None:
    """The steps of a grounding that the person opened are no exception to "unasked": they were asked for."""
    talk = in_break().types("/checkin").taps("every-day", "20-30", "z0", "fine").types("/backdraft")
    talk.taps("leave-me", "no-look-in")
    assert not talk.waits(30 * DAY).answered
