"""Walking through a practice in every way there is, with the real engine, lives here."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from bot.program import texts
from bot.render import Renderer
from flows.book import book
from flows.engine import Engine
from flows.machine import Book
from flows.moment import Moment
from flows.person import Person
from flows.practice import Practice
from flows.practices import PRACTICES
from flows.practices.breathing import BREATHING
from flows.practices.critic import CRITIC
from flows.practices.friend import FRIEND
from flows.practices.kindness import KINDNESS
from flows.practices.letter import LETTER
from flows.practices.soften import SOFTEN
from flows.practices.touch import TOUCH
from flows.speaking import answers_of
from flows.talk import Chose, Command, Effect, Incoming, Said, Say, TimeUp

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SETTLED = Person(
    state="home.menu", consent=1, adult=True, ready=True, asked_country=True, country="PT", noticed=NOW
)
NEW = (SOFTEN, LETTER, FRIEND, CRITIC, TOUCH, KINDNESS, BREATHING)
FORMS = ("full", "short")
TYPED = (
    "some words of my own",
    "i am a failure",
    "I know that you feel numb on most days, and still you get up and go on.",
    "christmas",
    "x" * 30_000,
)

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Walk:
    """Everybody who can be in the middle of a practice, what each may do, and where it leads."""

    people: dict[Key, Person]
    ways: dict[Key, set[Key]]
    begins: Key


def pages() -> Book:
    """The book with these practices in it, registered or not."""
    names = {practice.name for practice in PRACTICES}
    return book((*PRACTICES, *(practice for practice in NEW if practice.name not in names)))


@cache
def engine() -> Engine:
    """One for all tests: it holds nothing of anybody."""
    return Engine(pages(), texts())


def step(person: Person, *incomings: Incoming, now: datetime = NOW) -> tuple[Person, list[Effect]]:
    """What becomes of somebody, and everything that was done; whatever is said is put into words, too."""
    done: list[Effect] = []
    for incoming in incomings:
        person, effects = engine().step(person, incoming, now)
        done += effects
    read(done, person)
    return person, done


def taps(person: Person, *answers: str) -> Person:
    for answer in answers:
        person, _ = step(person, Chose(answer, person.turn))
    return person


def types(person: Person, *words: str) -> Person:
    for text in words:
        person, _ = step(person, Said(text))
    return person


def read(effects: list[Effect], person: Person) -> str:
    """What is read of these effects."""
    renderer = Renderer(texts())
    said = [renderer.message(effect, person.language) for effect in effects if isinstance(effect, Say)]
    return "\n\n".join(message.text for message in said)


def begun(practice: Practice, form: str) -> Person:
    """Somebody in the first step of that form."""
    person, _ = step(SETTLED, Command(practice.name))
    return taps(person, "5", form)


def key_of(person: Person) -> Key:
    """Two people of one kind are offered the same."""
    notes = person.visit.notes if person.visit else {}
    return person.state, frozenset(name.partition(":")[0] for name in notes if name != "gone")


def acts(person: Person) -> Iterator[Incoming]:
    """What this person may do now, but for saying that it gets worse."""
    here, dialogue = engine().steps[person.state]
    moment = Moment(person, Said(""), NOW)
    names = [answer.name for answer in answers_of(here, dialogue, moment) if answer.name != "worse"]
    yield from (Chose(name, person.turn) for name in names)
    yield from (Said(text) for text in TYPED if here.free_text)
    if person.waiting:
        yield TimeUp(person.turn, NOW)


@cache
def walk(name: str, form: str) -> Walk:
    """Every way through that form of a practice, up to its closing and to wherever else it leads."""
    start = begun(next(practice for practice in NEW if practice.name == name), form)
    found = Walk({key_of(start): start}, {}, key_of(start))
    waiting = deque([start])
    while waiting:
        person = waiting.popleft()
        inside = person.state.startswith((f"{name}.", "dose.after"))
        afters = [step(person, act)[0] for act in acts(person)] if inside else []
        found.ways[key_of(person)] = {key_of(after) for after in afters}
        waiting += [found.people.setdefault(key_of(a), a) for a in afters if key_of(a) not in found.people]
    return found


def states(found: Walk) -> set[str]:
    return {person.state for person in found.people.values()}


def reached_from(found: Walk, key: Key, without: tuple[str, ...] = ()) -> set[str]:
    """The states that can come after that one, not going through those of `without`."""
    seen, waiting = set[Key](), [key]
    while waiting:
        here = waiting.pop()
        if here not in seen and here[0] not in without:
            seen.add(here)
            waiting += found.ways.get(here, set())
    return {str(one[0]) for one in seen}


def somebody_at(name: str, state: str, form: str = "full") -> Person:
    """Anybody who can be there."""
    return next(person for person in walk(name, form).people.values() if person.state == f"{name}.{state}")
