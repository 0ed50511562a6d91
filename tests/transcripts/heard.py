"""What a person reads, and how a transcript shows it, lives here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

NOTHING = "(nothing is said)"
NEXT = "(another message)"
CHANGED = "(changed)"


@dataclass(frozen=True, slots=True)
class Key:
    """A button as it is seen and as it answers."""

    label: str
    data: str

    @property
    def turn(self) -> int:
        return int(self.data.partition(":")[0])


@dataclass(frozen=True, slots=True)
class Heard:
    """One version of one message, and when it came. `handle` is the stage's own name for the message."""

    text: str
    rows: tuple[tuple[Key, ...], ...]
    at: datetime
    handle: Any = None
    changed: bool = False
    file: str = ""

    def key(self, label: str) -> Key | None:
        """The button with that label."""
        return next((key for row in self.rows for key in row if key.label == label), None)

    @property
    def turn(self) -> int:
        """The turn of its buttons; -1 without any."""
        return self.rows[0][0].turn if self.rows else -1

    def lines(self) -> list[str]:
        rows = [" ".join(f"[{key.label}]" for key in row) for row in self.rows]
        file = [f"(a file: {self.file})"] if self.file else []
        return [*file, *self.text.split("\n"), *rows]


def shown(messages: Sequence[Heard], now: datetime) -> list[str]:
    """Everything that came of one input, as lines. What came before `now` says when."""
    lines: list[str] = []
    for message in messages:
        mark = _mark(message, now, first=not lines)
        lines += [*mark, *message.lines()]
    return lines or [NOTHING]


def _mark(message: Heard, now: datetime, first: bool) -> Iterable[str]:
    if message.at < now:
        seconds = ":%S" if message.at.second else ""
        return [f"(then, on {message.at:%A %Y-%m-%d} at {message.at:%H:%M{seconds}} UTC)"]
    if message.changed:
        return [CHANGED]
    return [] if first else [NEXT]
