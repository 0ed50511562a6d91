"""One act, one move: yesterday's button, a silence that is over, four taps at once and two devices repeat nothing."""

from datetime import timedelta

from flows.talk import Chose, TimeUp
from tests.flows.everybody import everybody
from tests.flows.talking import NOON, Talk, in_break, resting, settled

DAY = timedelta(days=1)


def test_every_move_has_a_turn_of_its_own() -> None:
    talk = settled()
    acts = ("/break", "/home", "/break", "/break")
    turns = [talk.types(act).person.turn for act in acts]
    assert turns == sorted(set(turns))


def test_yesterdays_button_does_nothing_in_todays_same_state() -> None:
    """The name of the state is the same, the turn is another."""
    talk = settled().types("/break")
    yesterday = talk.person.turn
    talk.types("/home").waits(DAY).types("/break")
    talk.gets(Chose("9", yesterday))
    assert talk.state == "dose.before"
    assert talk.lines == ["old-button", "dose-before"]
    assert talk.person.visit is not None
    assert talk.person.visit.before is None


def test_four_taps_at_once_are_one_move() -> None:
    """The first one counts; the others say nothing, whichever button of that message they were."""
    talk = settled().types("/break")
    turn = talk.person.turn
    answered = [talk.gets(Chose(answer, turn)).answered for answer in ("5", "5", "6", "not-now")]
    assert answered == [True, False, False, False]
    assert talk.state == "dose.form"


def test_two_devices_show_the_same_and_only_one_moves() -> None:
    """What the other device still shows is an earlier moment once both have gone on."""
    talk = settled().types("/break")
    on_both = talk.person.turn
    talk.gets(Chose("5", on_both)).taps("full")
    assert talk.gets(Chose("5", on_both)).lines == ["old-button", "break-notice"]
    assert talk.state == "break.notice"


def test_a_repeated_message_has_the_same_buttons() -> None:
    """What something unexpected brought back can be answered on either copy, once."""
    talk = settled().types("/break")
    first = talk.person.turn
    talk.types("what do you mean")
    assert talk.person.turn == first
    assert talk.gets(Chose("4", first)).state == "dose.form"
    assert not talk.gets(Chose("4", first)).answered


def test_a_silence_that_was_cut_short_ends_nothing() -> None:
    """The next step may be a silence, too."""
    talk = in_break().taps("sadness", "chest", "said-it")
    silence = TimeUp(talk.person.turn, talk.now + timedelta(seconds=30))
    talk.taps("ready", "heart")
    assert talk.gets(silence).state == "break.resting"
    assert not talk.answered
    assert talk.waits(timedelta(seconds=30)).state == "break.kindness"


def test_a_silence_ends_once() -> None:
    talk = in_break(form="short").taps("sadness", "said-it")
    turn, planned = talk.person.turn, talk.now + timedelta(seconds=30)
    talk.waits(timedelta(seconds=30))
    assert talk.state == "break.kindness"
    assert not talk.gets(TimeUp(turn, planned)).answered


def test_there_is_one_silence_at_most() -> None:
    """Leaving a silence drops it; whoever comes into the next one has only that."""
    talk = in_break(form="short").taps("sadness", "said-it")
    assert list(talk.timers) == ["silence"]
    talk.types("/home")
    assert list(talk.timers) == []
    assert not talk.waits(DAY).answered


def test_a_silence_that_ended_long_ago_is_not_broken_unasked() -> None:
    """After an outage of ten minutes nobody is where they were; "I'm ready" still goes on."""
    talk = in_break(form="short").taps("sadness", "said-it")
    late = TimeUp(talk.person.turn, talk.now + timedelta(seconds=30))
    talk.now += timedelta(minutes=11)
    assert not talk.gets(late).answered
    assert talk.state == "break.humanity"
    assert talk.taps("ready").state == "break.kindness"


def test_worse_counts_on_the_message_that_was_just_tapped() -> None:
    """Somebody goes on, and then it gets worse: that is no second tap."""
    talk = in_break()
    turn = talk.person.turn
    talk.gets(Chose("sadness", turn), Chose("worse", turn))
    assert talk.state == "backdraft.stop"
    assert not talk.gets(Chose("worse", turn)).answered


def test_worse_and_help_now_count_on_every_old_message() -> None:
    talk = in_break()
    old = talk.person.turn
    talk.types("/home").waits(DAY)
    assert Talk(talk.person).gets(Chose("help-now", old)).state == "crisis.sos"
    assert Talk(talk.person).gets(Chose("worse", old)).state == "backdraft.stop"


def test_an_old_button_says_where_one_is() -> None:
    for person in everybody():
        if person.state == "welcome.new":
            continue
        talk = Talk(person).gets(Chose("thanks", 0))
        assert talk.lines[0] == "old-button"
        assert talk.state == person.state
        assert talk.person.turn == person.turn


def test_the_second_tap_on_erase_begins_nothing_new() -> None:
    """Everything is gone, and stays so until they write."""
    talk = resting().types("/delete")
    turn = talk.person.turn
    talk.taps("erase")
    assert talk.lines == ["delete-erased"]
    assert not talk.gets(Chose("erase", turn)).answered
    assert talk.person == Talk().person


def test_an_answer_after_days_is_not_taken_into_a_practice() -> None:
    """How it is now has to be asked anew; what was finished, and what was asked about safety, keeps its answer."""
    assert in_break().waits(3 * DAY).taps("shame").state == "again.ask"
    assert in_break().waits(3 * DAY).types("shame").state == "again.ask"
    assert settled().types("/break").taps("5").waits(DAY).taps("full").state == "again.ask"
    asked = settled().types("/break").taps("10").waits(3 * DAY)
    assert asked.taps("yes").state == "crisis.card"


def test_what_was_left_open_can_be_begun_afresh_or_let_go() -> None:
    talk = in_break().waits(3 * DAY).types("still here")
    assert Talk(talk.person, talk.now).taps("begin-again").state == "dose.before"
    assert Talk(talk.person, talk.now).types("not now").state == "home.menu"
    assert talk.waits(3 * DAY).taps("begin-again").state == "dose.before"


def test_time_is_measured_from_the_beginning_of_the_practice() -> None:
    assert in_break().waits(timedelta(hours=5)).taps("shame").state == "break.locate"
    assert NOON.tzinfo is not None
