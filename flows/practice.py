"""The vocabulary in which practices, and every other dialogue, are written: data that can be read aloud.

A place is named `dialogue.step`; inside its own dialogue the step's name is enough. A `Door` is a place where
nobody stays: it sends on by its guards (the choice pseudostate of UML), so that a rule such as "not while
paused" is written once for all who come through.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum, StrEnum

from flows.moment import Moment
from flows.person import Person
from flows.talk import Answer

Guard = Callable[[Moment], bool]
Action = Callable[[Moment], None]
Values = Callable[[Moment], Mapping[str, str | int]]
Options = Callable[[Person], tuple[Answer, ...]]

END = "door.home"
CLOSED = "door.closed"  # words after a closing
BACKDRAFT = "door.backdraft"


class Pillar(StrEnum):
    """The three of Neff (2003), always in this order."""

    MINDFULNESS = "mindfulness"
    COMMON_HUMANITY = "common humanity"
    SELF_KINDNESS = "self-kindness"


class Intensity(IntEnum):
    """How near to old pain a practice goes; the pace of a person must allow it."""

    GROUNDING = 1
    BEHAVIOURAL = 2
    EMOTION = 3


@dataclass(frozen=True, slots=True)
class Go:
    """One way: where to, on which condition, what is done on it, and a line said before the next text."""

    to: str
    when: Guard | None = None
    do: tuple[Action, ...] = ()
    say: str = ""


Ways = str | Go | tuple[Go, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One state: what it is called, what may be answered, and where each answer leads.

    `scale` takes 0-10; `options` are buttons made from data, led on by `picked`; `free_text` takes words.
    `note_as` keeps what was answered under that name for the rest of the visit. After `pause` the step goes
    on by itself to `then`; the button "ready" does so sooner. `says` names another text than the step's own;
    `again` is said instead when something unexpected brings the question back. `lasting` says that an answer
    counts however late it comes, although the visit it belongs to is long over.
    """

    name: str
    answers: Mapping[str, Ways] = field(default_factory=dict)
    free_text: Ways = ()
    note_as: str = ""
    scale: Ways = ()
    options: Options | None = None
    picked: Ways = ()
    pause: timedelta | None = None
    then: Ways = ()
    columns: int = 1
    values: Values | None = None
    do: tuple[Action, ...] = ()
    pillar: Pillar | None = None
    says: str | Callable[[Moment], str] = ""
    again: str = ""
    replaces: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """A place that sends on at once: the first way whose guard agrees; the last one has no guard."""

    name: str
    ways: tuple[Go, ...]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Steps that belong together and the doors among them. `of_visit` says that a practice is going on in it."""

    name: str
    steps: tuple[Step, ...]
    doors: tuple[Door, ...] = ()
    of_visit: bool = False


@dataclass(frozen=True, slots=True)
class Practice(Dialogue):
    """A dialogue that practises something. `credit` names the Fluent text that says whose idea it is.

    `opening` and `short` are the first steps of its full and its short form; `closing` is said after the
    second rating.
    """

    origin: str = ""
    intensity: Intensity = Intensity.EMOTION
    opening: str = ""
    short: str = ""
    closing: str = "close"
    of_visit: bool = True

    @property
    def credit(self) -> str:
        return f"{self.name}-credit"

    @property
    def pillars(self) -> tuple[Pillar, ...]:
        return tuple(step.pillar for step in self.steps if step.pillar)


def ways_of(ways: Ways) -> tuple[Go, ...]:
    """The same ways, spelt out."""
    if isinstance(ways, str):
        return (Go(ways),)
    return (ways,) if isinstance(ways, Go) else ways
