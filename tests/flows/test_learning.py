"""Reading about self-compassion is open to whoever may read, and says no more than its sources do."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from textstat import flesch_kincaid_grade

from bot.lint import FORBIDDEN, LABEL, WORDS
from bot.program import texts
from flows.book import book
from flows.dialogues.doors import doors
from flows.dialogues.learning import LEARN_DOORS, PAGES, Topic, learning
from flows.engine import Engine
from flows.machine import Book, build
from flows.person import Pace, Person, Visit
from flows.practice import Dialogue, Practice, Step
from flows.practices import PRACTICES
from flows.talk import Chose, Command, Effect, Incoming, Said, Say
from tests.repo.listing import ROOT

NOW = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
READER = Person(consent=1, adult=True, ready=True, asked_country=True, noticed=NOW, state="home.menu")
TOPICS = tuple(topic for page in PAGES for topic in page.topics)
CARDS = tuple(name for topic in TOPICS for name in (topic.name, topic.more))
PLANNED = ("soften", "letter", "friend", "critic", "touch", "kindness", "breathing")
EVIDENCE = ("found", "limits")
PROMISES = re.compile(
    r"\b(will (help|heal|ease|make you|change)|(?<!no )cures?|heals?|proves?|proven|guarantee|always works)\b"
)


def with_learning(practices: tuple[Practice, ...] = PRACTICES) -> Book:
    """The book with the cards in it, and with those of the practices that it has not by itself."""
    pages = book()
    known = {dialogue.name for dialogue in pages.dialogues}
    new = tuple(practice for practice in practices if practice.name not in known)
    others = tuple(_with_doors(dialogue, new) for dialogue in pages.dialogues if dialogue.name != "learn")
    ways = tuple(way for way in pages.everywhere if way[0] != "/learn")
    return Book((*others, *new, learning(practices)), (*ways, ("/learn", "door.learn")))


def _with_doors(dialogue: Dialogue, new: tuple[Practice, ...]) -> Dialogue:
    if dialogue.name != "door":
        return dialogue
    names = {practice.name for practice in new}
    theirs = tuple(door for door in doors(new, ()).doors if door.name in names)
    others = tuple(door for door in dialogue.doors if door.name != "learn")
    return replace(dialogue, doors=(*others, *LEARN_DOORS, *theirs))


def all_planned() -> tuple[Practice, ...]:
    """Today's practices, and a stand-in under the name of each that is not there yet."""
    names = {practice.name for practice in PRACTICES}
    return PRACTICES + tuple(replace(PRACTICES[0], name=name) for name in PLANNED if name not in names)


@cache
def engine() -> Engine:
    return Engine(with_learning(), texts())


def after(person: Person, *incoming: Incoming) -> tuple[Person, list[Effect]]:
    """Who they are after all that, and what the last of it did."""
    effects: list[Effect] = []
    for each in incoming:
        person, effects = engine().step(person, each, NOW)
    return person, effects


def tap(person: Person, answer: str) -> Person:
    return after(person, Chose(answer, person.turn))[0]


def reading(card: str, person: Person = READER) -> Person:
    """The same person with that card open."""
    return replace(person, state=f"learn.{card}")


def buttons(person: Person) -> list[str]:
    """What can be tapped where they stand."""
    _, effects = after(person, Command("help"))
    said = [effect for effect in effects if isinstance(effect, Say)]
    return [answer.name for row in said[-1].rows for answer in row]


def card(name: str) -> str:
    """The words of one card."""
    return texts().of("en").plain(f"learn-{name}")


def test_every_card_is_found_by_tapping_and_every_card_leads_back() -> None:
    """From the first page, with nothing but buttons, all of it can be read."""
    waiting, seen = [after(READER, Command("learn"))[0]], set[str]()
    while waiting:
        person = waiting.pop()
        if person.state in seen or not person.state.startswith("learn."):
            continue
        seen.add(person.state)
        waiting += [tap(person, answer) for answer in buttons(person)]
    assert seen == {f"learn.{name}" for name in (*CARDS, *(page.name for page in PAGES))}


@pytest.mark.parametrize("pace", list(Pace))
def test_reading_is_open_at_every_pace(pace: Pace) -> None:
    """Also in a pause, where nothing is practised."""
    person, _ = after(replace(READER, pace=pace, held_back="steps"), Command("learn"))
    assert person.state == "learn.basics"
    assert tap(tap(person, "pillars"), "more").state == "learn.pillars-more"


@pytest.mark.parametrize(
    ("person", "state"),
    [
        (replace(READER, hold="suicide", state="crisis.hold"), "crisis.hold"),
        (Person(state="welcome.hello"), "welcome.hello"),
        (replace(READER, adult=None, state="welcome.age"), "welcome.age"),
        (replace(READER, adult=False, consent=0, state="young.card"), "young.card"),
    ],
    ids=["in a hold", "before consent", "age unknown", "too young"],
)
def test_some_things_come_before_reading(person: Person, state: str) -> None:
    """A hold, consent and age are settled first."""
    assert after(person, Command("learn"))[0].state == state


def test_whoever_has_not_answered_how_they_are_may_read_but_not_practise() -> None:
    """ "Is it for me now?" can be read before the question about readiness is answered."""
    person, _ = after(replace(READER, ready=False, state="welcome.readiness"), Command("learn"))
    assert person.state == "learn.basics"
    assert tap(reading("pillars", person), "try-it").state == "welcome.readiness"


@pytest.mark.parametrize(
    ("pace", "state"),
    [
        (Pace.FULL, "dose.before"),
        (Pace.GENTLE, "dose.before"),
        (Pace.GROUNDING, "ladder.closed"),
        (Pace.PAUSED, "backdraft.rest"),
    ],
)
def test_trying_it_obeys_the_pace(pace: Pace, state: str) -> None:
    """The door is the ordinary one."""
    assert tap(reading("pillars", replace(READER, pace=pace)), "try-it").state == state


def test_grounding_can_be_tried_in_a_pause() -> None:
    assert tap(reading("backdraft", replace(READER, pace=Pace.PAUSED)), "try-it").state == "ground.choose"


def test_reading_leaves_a_practice_and_what_was_named_in_it() -> None:
    """Words of theirs are here only while a practice is open."""
    visit = Visit("break", NOW, notes={"feeling": "shame"})
    person, _ = after(replace(READER, state="break.locate", visit=visit), Command("learn"))
    assert person.visit is None


def test_the_way_to_people_is_on_the_cards_about_finding_one() -> None:
    assert tap(reading("professional-more"), "people").state == "backdraft.people"


def test_plain_words_are_listened_to() -> None:
    """Somebody who is touched by what they read is not told that they missed a button."""
    assert after(reading("criticism-more"), Said("this is too much"))[0].state == "home.overwhelmed"


def test_the_words_on_a_button_work_as_well() -> None:
    assert after(reading("basics"), Said("what it is not"))[0].state == "learn.misread"


def test_something_unexpected_does_not_say_the_whole_card_again() -> None:
    """After a question in between, the ways on are enough."""
    _, effects = after(reading("found"), Command("help"))
    said = [effect for effect in effects if isinstance(effect, Say)]
    assert [line.text for line in said[-1].lines] == ["aside-help", "learn-again"]


def test_only_practices_that_exist_can_be_tried() -> None:
    """The book builds with those of today."""
    with_try = _with_try(learning(PRACTICES[:1]))
    assert with_try == {topic.name for topic in TOPICS if topic.practice in ("break", "ground")}
    build(with_learning())


def test_every_practice_has_a_card_to_try_it_from() -> None:
    """And the book builds when all of them are there."""
    practices = all_planned()
    assert _with_try(learning(practices)) == {topic.name for topic in TOPICS if topic.practice}
    assert {topic.practice for topic in TOPICS} >= {"break", "ground", *PLANNED}
    build(with_learning(practices))


def _with_try(dialogue: Dialogue) -> set[str]:
    return {step.name.removesuffix("-more") for step in dialogue.steps if "try-it" in step.answers}


@pytest.mark.parametrize("step", learning(all_planned()).steps, ids=lambda step: step.name)
def test_every_card_has_its_words_and_every_button_a_short_label(step: Step) -> None:
    language, text = texts().of("en"), f"learn-{step.name}"
    assert language.has(text)
    labels = [language.label(text, answer) for answer in step.answers]
    assert max(map(len, labels)) <= LABEL


@pytest.mark.parametrize("name", [*CARDS, *(page.name for page in PAGES)])
def test_a_card_is_short_and_does_not_press_or_promise(name: str) -> None:
    """The rules of the lint, and no promise of what reading or practice will do."""
    words = card(name)
    assert len(words.split()) <= WORDS
    assert words.count("?") <= 1
    assert [fault for pattern, fault in FORBIDDEN.items() if re.search(pattern, words)] == []
    assert not PROMISES.search(words)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_card_is_easy_to_read(topic: Topic) -> None:
    """Grade 7; where studies are told, 9."""
    grades = {name: flesch_kincaid_grade(card(name)) for name in (topic.name, topic.more)}
    most = 9 if topic.name in EVIDENCE else 7
    assert {name: grade for name, grade in grades.items() if grade > most} == {}


@pytest.mark.parametrize("name", ["found", "limits", "limits-more", "mood", "body-more"])
def test_what_is_not_known_stands_beside_what_is(name: str) -> None:
    """Whoever reads of an effect reads of its limit on the same card."""
    assert re.search(r"no cure|unproven|nobody has tested|not a cause|is mixed", card(name))


def test_every_claim_has_a_source_and_every_source_a_claim() -> None:
    """docs/sources.md has a row for each topic, and an entry for whatever its rows name."""
    page = (ROOT / "docs" / "sources.md").read_text("utf-8")
    rows = re.findall(r"^\| ([a-z-]+) \|.*\| (.+) \|$", page, re.MULTILINE)
    entries = set(re.findall(r"^\* \*\*(.+?)\*\*", page, re.MULTILINE))
    assert {topic for topic, _ in rows} - {"card"} == {topic.name for topic in TOPICS}
    assert {name for _, sources in rows for name in re.findall(r"\[(.+?)\]", sources)} == entries
