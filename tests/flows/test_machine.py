"""The machine as a whole: whoever is anywhere can leave, can say that it is too much, and is never stuck."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from flows.machine import PASS, table
from flows.person import Pace, Person
from flows.practice import Go, Pillar, Practice
from flows.talk import Withdraw
from tests.flows.everybody import buttons_of, everybody, people_in, states
from tests.flows.talking import OVERWHELMED, URGENT, VEILED, Talk, engine

ROWS = table(engine().book)
IN_PRACTICES = sorted(
    f"{practice.name}.{step.name}" for practice in engine().book.practices for step in practice.steps
)
CRISIS = ("crisis.card", "crisis.hold")
CONTACT = {"contact", "cannot", "safe"}  # what every answer in a hold offers


def unsettled(person: Person) -> bool:
    return person.consent == 0


def welcome_of(person: Person) -> str:
    """Where somebody is kept who has not agreed, or is too young."""
    return "young.card" if person.adult is False else "welcome.hello"


# ---- leaving ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", states())
def test_every_state_is_left_by_an_act_of_the_person(state: str) -> None:
    """By a button or a word of theirs, not only by time."""
    for person in people_in(state):
        ways = [Talk(person).taps(answer).state for answer in buttons_of(person)]
        ways += [Talk(person).types(words).state for words in ("hello", "/sos")]
        assert set(ways) - {state}, f"nothing leads out of {state}"


@pytest.mark.parametrize("state", states())
def test_stop_leaves_everything_but_a_hold(state: str) -> None:
    """Typed as a command or as the bare word."""
    for person in people_in(state):
        for words in ("/stop", "stop"):
            talk = Talk(person).types(words)
            assert talk.state == _after_stop(person), words
            assert talk.answered


def _after_stop(person: Person) -> str:
    if person.hold:
        return "crisis.hold"
    if unsettled(person):
        return welcome_of(person)
    return "backdraft.rest" if person.pace is Pace.PAUSED else "home.stopped"


@pytest.mark.parametrize("state", states())
def test_home_and_start_are_the_same_door(state: str) -> None:
    for person in people_in(state):
        home, start = Talk(person).types("/home"), Talk(person).types("/start")
        assert home.state == start.state
        assert home.person.pace == person.pace
        assert home.person.hold == person.hold


def test_every_path_leads_home() -> None:
    """Over the ways of the table alone, without commands, from every state that is not the end of a talk."""
    home = {row.go.to for row in ROWS if row.source == "door.home"}
    for state in set(states()) - {"delete.erased", "young.card"}:
        assert _reachable(state) & home, f"no way leads home from {state}"


def _reachable(place: str) -> set[str]:
    found, waiting = set[str](), [place]
    while waiting:
        here = waiting.pop()
        new = {row.go.to for row in ROWS if row.source == here} - found
        found |= new
        waiting += new
    return found


def test_no_door_holds_anybody() -> None:
    """The last way out of each has no guard, and the unguarded ways of doors end in a state."""
    doors = [place for place, _, _ in engine().book.doors()]
    for name in doors:
        last = [row.go for row in ROWS if row.trigger == PASS and row.source == name][-1]
        assert last.when is None, name
        assert _end_of(last, doors) in states()


def _end_of(go: Go, doors: Iterable[str]) -> str:
    passed = set[str]()
    while go.to in doors:
        assert go.to not in passed, f"doors lead in a circle: {passed}"
        passed.add(go.to)
        go = [row.go for row in ROWS if row.source == go.to][-1]
    return go.to


# ---- crisis -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", states())
def test_crisis_words_are_answered_with_numbers_in_every_state(state: str) -> None:
    """The numbers first, in the first line; what was queued is withdrawn; everything else waits."""
    for person in people_in(state):
        talk = Talk(person).types(URGENT)
        assert talk.state in CRISIS
        assert talk.person.hold == "suicide"
        assert set(talk.buttons) >= CONTACT
        assert "mergency: " in talk.words.split("\n")[0]
        assert talk.state == "crisis.hold" or Withdraw() in talk.last
        assert len(talk.says) == 1


@pytest.mark.parametrize("state", states())
def test_a_veiled_wish_is_asked_about_in_every_state(state: str) -> None:
    for person in people_in(state):
        talk = Talk(person).types(VEILED)
        assert talk.state == ("crisis.hold" if person.hold else "crisis.check")


@pytest.mark.parametrize("state", states())
def test_sos_shows_numbers_in_every_state(state: str) -> None:
    for person in people_in(state):
        talk = Talk(person).types("/sos")
        assert talk.state == "crisis.sos"
        assert talk.person.hold == person.hold
        assert "Emergency: " in talk.words


@pytest.mark.parametrize("state", states())
def test_in_a_hold_nothing_but_help_opens(state: str) -> None:
    """Grounding, numbers, the country, one's own data; all other commands answer with the hold."""
    passing = {"ground", "feet", "senses", "sos", "country", "delete", "export", "help", "privacy", "about"}
    for person in (one for one in people_in(state) if one.hold):
        for name in set(engine().commands) - passing:
            talk = Talk(person).types(f"/{name}")
            assert talk.state == "crisis.hold", name
            assert talk.person.hold == person.hold
        for name in passing:
            assert Talk(person).types(f"/{name}").person.hold == person.hold


def test_only_a_word_of_safety_ends_a_hold() -> None:
    """ "I'm safe for now" and its question, or "no" to the question whether it was meant at all."""
    ending = {
        (person.state, answer)
        for person in everybody()
        if person.hold
        for answer in buttons_of(person)
        if not Talk(person).taps(answer).person.hold
    }
    assert ending == {("crisis.safe", "safe-now"), ("crisis.check", "no"), ("delete.confirm", "erase")}


# ---- backdraft ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", states())
def test_backdraft_stops_everything_in_every_state(state: str) -> None:
    for person in people_in(state):
        talk = Talk(person).types("/backdraft")
        assert talk.state == _after_backdraft(person)
        assert talk.person.visit is None or person.hold or unsettled(person)
        if talk.state == "backdraft.stop":
            assert talk.person.pace is Pace.PAUSED
            assert Withdraw() in talk.last


def _after_backdraft(person: Person) -> str:
    if person.hold:
        return "crisis.hold"
    if unsettled(person):
        return welcome_of(person)
    return "backdraft.still" if person.pace is Pace.PAUSED else "backdraft.stop"


@pytest.mark.parametrize("state", IN_PRACTICES)
def test_this_makes_it_worse_is_on_every_step_of_every_practice(state: str) -> None:
    """Under the same name, as the last button, and understood when it is typed."""
    for person in people_in(state):
        assert buttons_of(person)[-1] == "worse"
        assert Talk(person).taps("worse").state == _after_backdraft(person)
        assert Talk(person).types("This makes it worse").state == _after_backdraft(person)
        assert Talk(person).types(OVERWHELMED).state == _after_backdraft(person)


def test_the_button_is_found_nowhere_else() -> None:
    """What is no practice cannot make it worse; there the other ways are offered."""
    found = {person.state for person in everybody() if "worse" in buttons_of(person)}
    assert found == set(IN_PRACTICES)


# ---- practices ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("practice", engine().book.practices, ids=lambda practice: practice.name)
def test_pillars_come_in_their_order(practice: Practice) -> None:
    """Mindfulness, then common humanity, then self-kindness, in the steps and on every way through them."""
    order = list(Pillar)
    assert list(practice.pillars) == [pillar for pillar in order if pillar in practice.pillars]
    pillars = {f"{practice.name}.{step.name}": step.pillar for step in practice.steps}
    for row in ROWS:
        before, after = pillars.get(row.source), pillars.get(row.go.to)
        if before and after:
            assert order.index(after) - order.index(before) in (0, 1), row


def test_the_break_has_all_three() -> None:
    [practice] = [practice for practice in engine().book.practices if practice.name == "break"]
    assert practice.pillars == tuple(Pillar)


# ---- what no longer exists ----------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["hello", "/home", "/start", "/nothing", "This makes it worse"])
def test_a_state_that_is_no_more_leads_home(words: str) -> None:
    """Politely, and without asking anything again that has been settled."""
    for person in everybody():
        if unsettled(person) or person.adult is None or not person.ready:
            continue
        lost = Talk(_moved(person, "gone.from-the-book")).types(words)
        assert lost.lines[0] == "lost-place" or lost.state in CRISIS
        assert lost.state == Talk(person).types("/home").state


def test_a_button_of_a_state_that_is_no_more_leads_home() -> None:
    for person in people_in("home.menu"):
        lost = Talk(_moved(person, "gone.from-the-book")).taps("yes")
        assert lost.lines[0] == "lost-place"
        assert lost.state == "home.menu"


def _moved(person: Person, state: str) -> Person:
    return replace(person, state=state, visit=None)
