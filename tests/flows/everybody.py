"""People in every state there is, found by walking the machine, live here.

From a stranger on, everything that is offered is tapped and a few things are typed; of all who arrive in a state
at the same pace one is kept. So whoever is tested here can exist.
"""

from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from flows.moment import Moment
from flows.person import Person
from flows.practice import Dialogue, Step
from flows.speaking import answers_of
from flows.talk import Chose, Command, Due, Incoming, Plan, Said, TimeUp
from tests.flows.talking import NOON, OVERWHELMED, URGENT, VEILED, engine, in_break, resting

TYPED = ("hello", "i feel terrible", OVERWHELMED, "korea", "Portugal", "lisbon", "8", "9pm")
ALARMS = (URGENT, VEILED, "my friend wants to die")
HUBS = ("welcome.hello", "young.card", "home.menu", "backdraft.rest", "crisis.hold")
"""Where commands and alarming words are tried: from elsewhere they lead to the same places."""

Kind = tuple[object, ...]
Journey = tuple[Person, Incoming, datetime]


def kind_of(person: Person) -> Kind:
    """Two people of one kind are offered the same."""
    practice = person.visit.practice if person.visit and person.state.startswith("dose.") else ""
    settled = person.consent > 0 and person.adult is True
    return person.state, person.pace, person.hold != "", settled, practice


def place_of(person: Person) -> tuple[Step, Dialogue]:
    return engine().steps[person.state]


def buttons_of(person: Person) -> list[str]:
    """The names of the answers on offer."""
    step, dialogue = place_of(person)
    return [answer.name for answer in answers_of(step, dialogue, Moment(person, Said(""), NOON))]


def acts(person: Person, first: bool) -> Iterator[Incoming]:
    """What this person may do now; `first` of all in this state they try everything."""
    step, _ = place_of(person)
    yield from (Chose(answer, person.turn) for answer in buttons_of(person))
    if step.free_text:
        yield from (Said(text) for text in (TYPED if first else TYPED[:1]))
    if person.state in HUBS:
        yield from (Said(text) for text in ALARMS)
        yield from (Command(name) for name in engine().commands)
    if person.waiting:
        yield TimeUp(person.turn, NOON)


_THANKS = (Said("thank you"), NOON)


def _almost_climbing() -> Person:
    """Back from a pause, at the end of a grounding that went calmly."""
    talk = resting().taps("come-back", "feet", "4", "sitting", *["ready"] * 4, "3")
    return talk.person


@cache
def everybody() -> tuple[Person, ...]:
    """One person of each kind, and a stranger."""
    met: dict[Kind, Person] = {}
    waiting = deque[Journey]([(Person(), act, NOON) for act in (Command("start"), Said(URGENT))])
    waiting += [(in_break().person, Said("here"), NOON + timedelta(days=1)), (_almost_climbing(), *_THANKS)]
    while waiting:
        person, act, now = waiting.popleft()
        after, effects = engine().step(person, act, now)
        if kind_of(after) in met:
            continue
        first = all(kind[0] != after.state for kind in met)
        met[kind_of(after)] = after
        waiting += [(after, act, NOON) for act in acts(after, first)]
        plans = [effect for effect in effects if isinstance(effect, Plan)]
        waiting += [(after, Due(plan.kind, plan.when, plan.what), plan.when) for plan in plans]
    return Person(), *met.values()


def people_in(state: str) -> list[Person]:
    """Everybody who is there; AssertionError when nobody ever gets there."""
    found = [person for person in everybody() if person.state == state]
    assert found, f"nobody ever comes to {state}"
    return found


def states() -> list[str]:
    """Every state of the machine."""
    return sorted(engine().steps)
