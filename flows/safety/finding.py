"""What the screening of a text can say lives here: how urgent, of what kind, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a text asks for, most first: an answer now, one plain question, help for another person, nothing."""

    URGENT = "urgent"
    CHECK = "check"
    OTHER = "other"
    NONE = "none"


class Kind(StrEnum):
    """What it is about. One card does not fit all: what helps in one kind harms in another."""

    SUICIDE = "suicide"
    SELF_HARM = "self-harm"
    DANGER = "danger"
    MEDICAL = "medical"
    HARM_TO_OTHERS = "harm-to-others"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome. `rules` name each rule with the words it saw, for review only: never stored, never logged."""

    level: Level
    kind: Kind | None
    rules: tuple[str, ...]


NOTHING = Finding(Level.NONE, None, ())
