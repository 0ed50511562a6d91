"""Every button can be typed, no label is taken for alarm, and nothing is said twice where it hurts."""

from itertools import pairwise

import pytest

from flows.moment import Moment
from flows.person import Person
from flows.safety import Level, screen
from flows.speaking import rows_of, text_of
from flows.talk import Said
from tests.flows.everybody import everybody, people_in, place_of, states
from tests.flows.talking import NOON, URGENT, VEILED, Talk, engine, in_hold

ALARMED = {"in-danger": ("crisis.card", "crisis.hold")}  # typed, it is what it says, in a hold said again


def labels(person: Person) -> dict[str, str]:
    """The names of the buttons on offer, with what is read on them."""
    step, dialogue = place_of(person)
    moment = Moment(person, Said(""), NOON)
    language, title = engine().speaker.language(moment), text_of(step, dialogue, moment)
    answers = [answer for row in rows_of(step, dialogue, moment) for answer in row]
    return {answer.name: answer.label or language.label(title, answer.name) for answer in answers}


@pytest.mark.parametrize("state", states())
def test_what_is_on_a_button_can_be_typed(state: str) -> None:
    """With the same outcome, also without capitals and with a full stop."""
    for person in people_in(state)[:3]:
        for answer, label in labels(person).items():
            tapped = Talk(person).taps(answer)
            for typed in (label, f"{label.lower()}."):
                assert Talk(person).types(typed).state in (tapped.state, *ALARMED.get(answer, ())), typed


@pytest.mark.parametrize("state", states())
def test_no_two_buttons_of_a_message_read_alike(state: str) -> None:
    for person in people_in(state):
        read = list(labels(person).values())
        assert len(read) == len(set(read))


def test_no_label_is_taken_for_alarm() -> None:
    """But for the buttons that are there to sound it."""
    alarming = {
        (person.state, label)
        for person in everybody()
        for label in labels(person).values()
        if screen(label).level is not Level.NONE
    }
    assert {state for state, _ in alarming} <= {"crisis.sos"}, alarming


def test_in_a_hold_the_same_sentences_are_never_said_twice_in_a_row() -> None:
    talk = in_hold()
    said = [
        talk.types(words).words for words in (URGENT, "please", VEILED, "/start", URGENT, "/break", "hello")
    ]
    assert all(before != after for before, after in pairwise(said))


def test_another_kind_of_crisis_gets_its_own_card() -> None:
    """What helps in one harms in another."""
    talk = in_hold().types("i took too many pills")
    assert talk.lines == ["crisis-card-medical"]
    assert talk.person.hold == "medical"


def test_variants_take_turns() -> None:
    """Not the same words for what is asked again and again."""
    talk = Talk(people_in("home.menu")[0])
    said = [talk.types("/home").words for _ in range(3)]
    assert len(set(said)) == 3
