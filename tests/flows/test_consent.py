"""What is settled before anything is offered, how long the unsettled stays, and what the young get."""

from datetime import timedelta

import pytest

from flows.person import Person
from flows.talk import Edited, Sent
from tests.flows.talking import URGENT, Talk, checked_in, in_break, settled

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_before_consent_the_row_goes_24_hours_after_the_last_word() -> None:
    talk = Talk().types("hello")
    assert talk.person.expires == talk.now + DAY
    talk.waits(20 * HOUR).taps("tell-more")
    assert talk.person.expires == talk.now + DAY


@pytest.mark.parametrize("words", ["/sos", URGENT, "/start", "hello", "/privacy"])
def test_nobody_stays_longer_by_asking_for_help(words: str) -> None:
    talk = Talk().types(words)
    assert talk.person.expires == talk.now + DAY


def test_with_consent_nothing_expires() -> None:
    talk = Talk().types("/start").taps("agree")
    assert talk.person.expires is None
    assert talk.person.consented == talk.now
    assert talk.waits(100 * DAY).types("hello").person.expires is None


def test_declining_is_a_whole_answer() -> None:
    talk = Talk().types("/start").taps("decline")
    assert talk.person.consent == 0
    assert talk.person.expires == talk.now + DAY
    assert talk.taps("agree").state == "welcome.age"


@pytest.mark.parametrize("command", ["break", "ground", "feet", "senses", "checkin", "pause", "resume"])
def test_nothing_is_offered_before_consent(command: str) -> None:
    for talk in (Talk(), Talk().types("/start"), Talk().types("/start").taps("decline")):
        assert talk.types(f"/{command}").state == "welcome.hello"


@pytest.mark.parametrize(
    "command", ["break", "ground", "feet", "senses", "checkin", "pause", "resume", "backdraft"]
)
def test_nothing_is_offered_to_the_young(command: str) -> None:
    talk = Talk().types("/start").taps("agree", "younger")
    assert talk.types(f"/{command}").state == "young.card"


def test_the_young_are_remembered_for_30_days_and_nothing_else_is_kept() -> None:
    """Not even the consent of a moment ago; words do not make it longer."""
    talk = Talk().types("/start").taps("agree", "younger")
    expires = talk.now + 30 * DAY
    kept = Person(
        state="young.card",
        turn=talk.person.turn,
        tapped=talk.person.tapped,
        chosen="younger",
        adult=False,
        expires=expires,
        heard=talk.now,
        talking_since=talk.now,
        noticed=talk.now,
        spoken=talk.person.spoken,
    )
    assert talk.person == kept
    assert talk.waits(10 * DAY).types("hello").person.expires == expires


@pytest.mark.parametrize("person", ["stranger", "young"])
def test_after_a_crisis_before_consent_nothing_is_promised(person: str) -> None:
    talk = Talk() if person == "stranger" else Talk().types("/start").taps("agree", "younger")
    talk.types(URGENT).taps("safe", "safe-now")
    assert talk.lines[0] == "released-unsettled"
    assert talk.state == ("welcome.hello" if person == "stranger" else "young.card")


def test_the_first_practice_is_eight_taps_from_the_beginning() -> None:
    """Three minutes at most; the country can be skipped."""
    talk = Talk().types("/start").taps("agree", "adult", "skip", "none-of-these", "try-break", "4", "short")
    assert talk.state == "break.notice"


def test_the_country_is_asked_never_guessed() -> None:
    talk = Talk().types("/start").taps("agree", "adult")
    assert talk.person.country is None
    assert talk.taps("PH").person.country == "PH"


def test_erasing_makes_a_stranger() -> None:
    talk = checked_in().types("/delete").taps("erase")
    assert talk.timers == {}
    assert talk.types("hello").state == "welcome.hello"


# ---- the honest notice --------------------------------------------------------------------------------


def test_the_notice_comes_back_after_seven_idle_days() -> None:
    assert "honest-notice" not in settled().waits(6 * DAY).types("hello").lines
    talk = settled().waits(7 * DAY).types("hello")
    assert talk.lines[0] == "honest-notice"
    assert "honest-notice" not in talk.types("hello").lines


def test_the_notice_comes_every_three_hours_of_a_talk() -> None:
    talk = settled()
    noticed = ["honest-notice" in talk.waits(HOUR / 2).types("hello").lines for _ in range(13)]
    assert [number for number, said in enumerate(noticed, 1) if said] == [6, 12]


def test_an_hour_of_silence_ends_a_talk() -> None:
    talk = settled()
    assert not any("honest-notice" in talk.waits(HOUR * 1.1).types("hello").lines for _ in range(9))


def test_the_notice_is_not_lost_where_nothing_is_said() -> None:
    """A file is sent, or a second tap says nothing: the notice comes with the next words."""
    talk = settled().waits(8 * DAY).types("/export").types("hello")
    assert talk.lines[0] == "honest-notice"


def test_the_notice_never_stands_before_numbers() -> None:
    assert settled().waits(8 * DAY).types(URGENT).lines == ["crisis-card-suicide"]


# ---- what comes instead of words ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("voice", "cannot-listen"),
        ("video", "cannot-listen"),
        ("sticker", "cannot-see"),
        ("photo", "cannot-see"),
    ],
)
def test_what_cannot_be_read_is_said_so_and_the_question_stays(what: str, line: str) -> None:
    talk = in_break().gets(Sent(what))
    assert talk.lines == [line, "break-notice"]


def test_an_edit_moves_nobody_but_is_screened() -> None:
    talk = in_break().gets(Edited("something else"))
    assert talk.lines == ["saw-edit", "break-notice"]
    assert talk.gets(Edited(URGENT)).state == "crisis.card"
