"""Distress decides what is opened and what is called backdraft; nobody opens a door into a fire."""

import pytest

from flows.person import Pace
from flows.talk import Said
from tests.flows.talking import OVERWHELMED, URGENT, Talk, in_break, settled

TO_THE_END = ("sadness", "said-it", "ready", "did-what-i-could")
FEET = ("sitting", "ready", "ready", "ready", "ready")


@pytest.mark.parametrize("rating", range(11))
def test_the_number_before_the_break(rating: int) -> None:
    """0-6 as the person likes, 7-8 feet first, 9-10 no emotion-focused practice and the safety question."""
    wanted = "dose.form" if rating <= 6 else "dose.settle" if rating <= 8 else "dose.fire"
    assert settled().types("/break").taps(str(rating)).state == wanted


@pytest.mark.parametrize("rating", range(11))
def test_the_number_after_a_minute_of_ground(rating: int) -> None:
    """Settled to 6 or less: the short form; else grounding only."""
    wanted = "break.notice" if rating <= 6 else "dose.support" if rating <= 8 else "dose.fire"
    talk = settled().types("/break").taps("8", "ready", str(rating))
    assert talk.state == wanted
    if wanted == "break.notice":
        assert talk.person.visit is not None
        assert talk.person.visit.form == "short"
        assert talk.person.visit.before == rating


@pytest.mark.parametrize("before", range(7))
@pytest.mark.parametrize("after", range(11))
def test_the_number_after_the_break(before: int, after: int) -> None:
    """A rise of 2 or more, or an end at 8 or more, is backdraft; anything else is a closing."""
    talk = in_break(before, "short").taps(*TO_THE_END, str(after))
    backdraft = after >= 8 or after - before >= 2
    assert talk.state == ("backdraft.stop" if backdraft else "break.close")
    assert talk.person.pace is (Pace.PAUSED if backdraft else Pace.FULL)
    assert ("rating-rose" in talk.lines) == backdraft


@pytest.mark.parametrize("after", range(11))
def test_the_number_after_grounding_is_never_backdraft(after: int) -> None:
    """Still high is still high: other grounding, a person, and at 9 or 10 the safety question."""
    wanted = "feet.close" if after <= 6 else "dose.still-high" if after <= 8 else "dose.fire"
    talk = settled().types("/feet").taps("3", *FEET, str(after))
    assert talk.state == wanted
    assert talk.person.pace is Pace.FULL


@pytest.mark.parametrize("answer", ["yes", "sometimes"])
def test_yes_to_the_safety_question_is_a_crisis(answer: str) -> None:
    talk = settled().types("/break").taps("10", answer)
    assert talk.state == "crisis.card"
    assert talk.person.hold == "suicide"


def test_no_to_the_safety_question_is_believed() -> None:
    talk = settled().types("/break").taps("10", "no")
    assert talk.state == "dose.support"
    assert talk.person.hold == ""


def test_in_a_hold_the_safety_question_is_not_asked_again() -> None:
    """The numbers are."""
    talk = settled().types(URGENT, "/feet").taps(*FEET, "10")
    assert talk.state == "crisis.hold"


def test_a_number_that_was_given_is_not_asked_for_again() -> None:
    """From one grounding into the next, and from the break that was too much into grounding."""
    talk = settled().types("/break").taps("10", "no", "feet")
    assert talk.state == "feet.arrive"
    assert talk.person.visit is not None
    assert talk.person.visit.before == 10
    assert talk.taps(*FEET, "8", "senses").state == "senses.see"
    assert talk.person.visit.before == 8


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("7", "dose.settle"),
        ("maybe a 6", "dose.form"),
        ("10/10", "dose.fire"),
        ("seven", "dose.settle"),
        ("5 or 6", "dose.before"),
        ("11", "dose.before"),
        ("3.5", "dose.before"),
        ("very bad", "dose.before"),
    ],
)
def test_numbers_may_be_typed(typed: str, state: str) -> None:
    assert settled().types("/break").types(typed).state == state


def test_too_much_instead_of_a_number() -> None:
    """Before: ground instead. After: it was too much. Never "I didn't get that"."""
    assert settled().types("/break", OVERWHELMED).state == "home.overwhelmed"
    assert settled().types("/feet", OVERWHELMED).state == "feet.arrive"
    assert in_break(form="short").taps(*TO_THE_END).types(OVERWHELMED).state == "backdraft.stop"
    assert settled().types("/break").taps("8").types(OVERWHELMED).state == "backdraft.stop"
    assert settled().types("/break").taps("8", "ready").types(OVERWHELMED).state == "dose.support"


def test_numbers_leave_with_the_practice() -> None:
    """What was said inside goes when it ends."""
    talk = in_break(form="short").taps(*TO_THE_END, "4", "thanks")
    assert talk.state == "home.menu"
    assert talk.person.visit is None


@pytest.mark.parametrize("ending", ["/home", "/stop", "/backdraft", URGENT])
def test_words_leave_with_the_practice_however_it_ends(ending: str) -> None:
    talk = in_break().types("a secret place").types(ending)
    assert "secret" not in str(talk.person)


def test_words_after_a_closing_lead_on_gently() -> None:
    """Thanks in other words are thanks; distress is heard."""
    closing = in_break(form="short").taps(*TO_THE_END, "4")
    assert Talk(closing.person).types("that was good").state == "home.menu"
    assert Talk(closing.person).gets(Said("i feel terrible")).state == "home.offer"
