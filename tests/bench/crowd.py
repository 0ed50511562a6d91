"""Many people at once: who waits for an answer since when, and what happens when it comes."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.bench.people import Button, Shown, Walk

SILENCE = 0.5  # seconds after an answered tap without a message: then silence was the answer


@dataclass(slots=True)
class Person:
    """One chat. `asked` is when they did what is not answered yet.

    Seconds of time.monotonic, because uvloop's own clock counts whole milliseconds.
    """

    chat: int
    rng: Random
    shown: Shown | None = None
    asked: float | None = None
    typed: int = 0
    answers: int = 0
    moves: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """When it came (time.monotonic) and how long the person had waited, in seconds."""

    at: float
    waited: float
    silent: bool = False


@dataclass(slots=True)
class Crowd:
    """`type_text` and `tap` carry to Telegram what people do; `settled` hears of each person who can go on.

    A message without buttons may be followed by one with buttons: `patience` is how long (seconds) people
    wait for that before they type. Where there are never any buttons (an echo) it is 0.
    """

    walk: Walk
    type_text: Callable[[int, str], None]
    tap: Callable[[int, Shown, Button], None]
    patience: float = 0.0
    people: dict[int, Person] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    settled: Callable[[Person], None] = lambda _: None
    waiting: int = 0
    """How many people have something outstanding."""
    quiet: asyncio.Event = field(default_factory=asyncio.Event)
    """Set while nobody has."""

    def gather(self, size: int) -> None:
        """That many people, each with repeatable habits."""
        self.people = {chat: Person(chat, Random(chat)) for chat in range(1001, 1001 + size)}

    def act(self, person: Person) -> None:
        """One tap or one sentence, of somebody who has nothing outstanding."""
        person.moves, self.waiting = person.moves + 1, self.waiting + 1
        person.asked = time.monotonic()
        self.quiet.clear()
        button = (
            self.walk.choose(person.shown, person.rng) if person.typed >= len(self.walk.beginning) else None
        )
        if button is not None and person.shown is not None:
            self.tap(person.chat, person.shown, button)
            return
        self.type_text(person.chat, self.walk.say(person.typed))
        person.typed += 1

    def hear(self, chat: int, shown: Shown) -> None:
        """A message or an edit has reached the chat."""
        person = self.people.get(chat)
        if person is None:
            return
        person.shown = shown
        self._answered(person, time.monotonic())
        self._go_on(person, 0.0 if shown.buttons else self.patience)

    def hush(self, chat: int) -> None:
        """A tap was answered beside the chat; when nothing follows, that was all."""
        person = self.people.get(chat)
        if person is not None and person.asked is not None:
            loop = asyncio.get_running_loop()
            loop.call_later(SILENCE, self._was_silent, person, person.moves, time.monotonic())

    def _was_silent(self, person: Person, moves: int, at: float) -> None:
        if person.asked is not None and person.moves == moves:
            person.shown = None
            self._answered(person, at, silent=True)
            self._go_on(person, 0.0)

    def _answered(self, person: Person, at: float, *, silent: bool = False) -> None:
        if person.asked is None:
            return
        self.answers.append(Answer(at, at - person.asked, silent))
        person.asked, person.answers = None, person.answers + 1
        self.waiting -= 1
        if not self.waiting:
            self.quiet.set()

    def _go_on(self, person: Person, patience: float) -> None:
        loop, moves = asyncio.get_running_loop(), person.moves
        if patience:
            loop.call_later(patience, self._settle, person, moves)
        else:
            loop.call_soon(self._settle, person, moves)

    def _settle(self, person: Person, moves: int) -> None:
        """Unless the person has gone on meanwhile."""
        if person.asked is None and person.moves == moves:
            self.settled(person)
