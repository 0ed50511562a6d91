"""Learning: everything that can be read about self-compassion, as topics of two cards each. It is not practice.

So it is open at every pace and in a pause, and closed only in a hold and before what has to be settled first.
"Try it" goes through the ordinary door of a practice, which obeys the pace. Sources: docs/sources.md.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from flows import pace
from flows.dialogues.doors import FIRST
from flows.practice import END, Dialogue, Door, Go, Practice, Step, Ways

LISTEN = "door.listen"
GROUND = "ground"  # the choice among the groundings: no practice of its own, but always there
PEOPLE = "backdraft.people"


@dataclass(frozen=True, slots=True)
class Topic:
    """One idea: a card, and a second one behind "More".

    `practice` is the one that belongs to it, where one does; `people` leads on to who can help.
    """

    name: str
    practice: str = ""
    people: bool = False

    @property
    def more(self) -> str:
        return f"{self.name}-more"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list of topics."""

    name: str
    topics: tuple[Topic, ...]


PAGES = (
    Page(
        "basics",
        (
            Topic("pillars", "break"),
            Topic("mindfulness", GROUND),
            Topic("humanity", "break"),
            Topic("self-kindness", "friend"),
            Topic("misread", "kindness"),
        ),
    ),
    Page(
        "workings",
        (
            Topic("systems", "breathing"),
            Topic("criticism", "critic"),
            Topic("body", "touch"),
            Topic("backdraft", GROUND),
            Topic("approaches", "letter"),
        ),
    ),
    Page(
        "changes",
        (
            Topic("burnout", "kindness"),
            Topic("relationships", "friend"),
            Topic("mood", "soften"),
            Topic("stance", "break"),
            Topic("found"),
            Topic("limits"),
        ),
    ),
    Page(
        "onward",
        (
            Topic("for-me", GROUND),
            Topic("professional", people=True),
            Topic("courses"),
            Topic("teachers"),
            Topic("books"),
        ),
    ),
)


def learning(practices: tuple[Practice, ...]) -> Dialogue:
    """All pages and cards; "Try it" is on those whose practice is among these."""
    open_doors = {GROUND, *(practice.name for practice in practices)}
    return Dialogue("learn", steps=(*_pages(), *_cards(open_doors)))


def _pages() -> Iterator[Step]:
    following = (*PAGES[1:], PAGES[0])
    for page, after in zip(PAGES, following, strict=True):
        topics = {topic.name: topic.name for topic in page.topics}
        yield Step(page.name, answers={**topics, "more-topics": after.name, "home": END}, free_text=LISTEN)


def _cards(open_doors: Collection[str]) -> Iterator[Step]:
    for page in PAGES:
        for topic in page.topics:
            ways_on = _ways_on(topic, page, open_doors)
            yield _card(topic.name, {"more": topic.more, **ways_on})
            yield _card(topic.more, ways_on)


def _card(name: str, answers: dict[str, Ways]) -> Step:
    return Step(name, answers=answers, free_text=LISTEN, columns=2, again="learn-again")


def _ways_on(topic: Topic, page: Page, open_doors: Collection[str]) -> dict[str, Ways]:
    """Where both cards of a topic lead: into its practice, to people, and back to its page."""
    ways: dict[str, Ways] = {}
    if topic.practice in open_doors:
        ways["try-it"] = f"door.{topic.practice}"
    if topic.people:
        ways["people"] = PEOPLE
    return {**ways, "back": page.name}


# Reading asks for consent and age, but not for the answer about readiness: that one is asked before a practice.
SETTLED = tuple(go for go in FIRST if go.to != "welcome.readiness")

LEARN_DOORS = (Door("learn", (*SETTLED, Go(f"learn.{PAGES[0].name}", do=(pace.close_visit,)))),)
