"""What a person must be told, and what must be kept of them, is reckoned here with the pure core alone.

Whatever the program does with processes, transactions and networks, it has to come out at exactly this.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.message import Message
from bot.program import make_engine, texts
from bot.render import Renderer
from bot.settings import Settings
from flows.engine import Engine
from flows.person import Person
from flows.talk import (
    Drop,
    Effect,
    Erase,
    Export,
    Incoming,
    Keep,
    Plan,
    Record,
    Say,
    TimeUp,
    WakeAt,
    Withdraw,
)
from tests.botapi import Call

SILENCE = "silence"
Rows = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A message as somebody reads it: its words, its buttons as (label, data), whether a file came with it."""

    text: str
    rows: Rows = ()
    file: bool = False


def told_by(call: Call) -> Told:
    """What a call of the bot told somebody."""
    keyboard = call.params.get("reply_markup", {}).get("inline_keyboard", [])
    rows = tuple(tuple((key["text"], key["callback_data"]) for key in row) for row in keyboard)
    text = call.params.get("text") or call.params.get("caption") or ""
    return Told(text, rows, "document" in call.params)


@dataclass(frozen=True, slots=True)
class Rules:
    """The engine and its words, as the program has them."""

    engine: Engine
    renderer: Renderer

    @classmethod
    def of(cls, settings: Settings) -> "Rules":
        return cls(make_engine(settings), Renderer(texts()))

    def told(self, effect: Effect, person: Person) -> Told | None:
        """What an effect says, if it says anything."""
        if isinstance(effect, Export):
            return Told(self.renderer.line(effect.line, person.language), file=True)
        if isinstance(effect, Say):
            return _read(self.renderer.message(effect, person.language))
        return None


def _read(message: Message) -> Told:
    return Told(message.text, tuple(tuple((b.label, b.data) for b in row) for row in message.buttons))


@dataclass(slots=True)
class Reckoning:
    """One person, from their first word on."""

    rules: Rules
    person: Person = field(default_factory=Person)
    told: list[Told] = field(default_factory=list)
    timers: dict[str, WakeAt | Plan] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    facts: list[tuple[str, Mapping[str, str | int]]] = field(default_factory=list)
    erased: int = 0
    """How often they had everything erased."""

    def happens(self, incoming: Incoming) -> int:
        """Takes one thing that happens; gives how many messages it must bring."""
        before = len(self.told)
        if isinstance(incoming, TimeUp):
            del self.timers[SILENCE]
        self.person, effects = self.rules.engine.step(self.person, incoming, datetime.now(UTC))
        for effect in effects:
            self._take(effect)
        if any(isinstance(effect, Erase) for effect in effects):
            self._forget()
        return len(self.told) - before

    def takes_back(self, incomings: Sequence[Incoming]) -> bool:
        """Whether any of these, one after the other, would take back what is unsent."""
        person, now = self.person, datetime.now(UTC)
        for incoming in incomings:
            person, effects = self.rules.engine.step(person, incoming, now)
            if any(isinstance(effect, Withdraw | Erase) for effect in effects):
                return True
        return False

    @property
    def silence(self) -> WakeAt | None:
        """The silence that runs, if one does."""
        found = self.timers.get(SILENCE)
        return found if isinstance(found, WakeAt) else None

    def silence_ends(self) -> int:
        """The running silence is over; gives how many messages that must bring."""
        silence = self.silence
        assert silence is not None
        return self.happens(TimeUp(silence.turn, silence.when))

    def later(self, span: timedelta) -> None:
        """The silence that runs began so much later than it was reckoned."""
        silence = self.silence
        if silence is not None:
            self.timers[SILENCE] = replace(silence, when=silence.when + span)

    def _take(self, effect: Effect) -> None:
        told = self.rules.told(effect, self.person)
        if told is not None:
            self.told.append(told)
        match effect:
            case WakeAt():
                self.timers[SILENCE] = effect
            case Plan(kind):
                self.timers[kind] = effect
            case Drop(kind):
                self.timers.pop(kind, None)
            case Keep(kind, words):
                self.notes.append((kind, words))
            case Record(fact, values):
                self.facts.append((fact, values))
            case _:
                pass

    def _forget(self) -> None:
        self.person = Person()
        self.erased += 1
        for kept in (self.timers, self.notes, self.facts):
            kept.clear()


def without_instants(person: Person) -> dict[str, Any]:
    """Everything about a person that does not depend on the very second in which something was applied."""
    fields: dict[str, Any] = {
        name: getattr(person, name)
        for name in Person.__dataclass_fields__
        if name not in ("consented", "heard", "talking_since", "noticed", "expires", "backdrafts", "visit")
    }
    visit = person.visit
    fields["visit"] = visit and (visit.practice, visit.form, visit.before, dict(visit.notes))
    fields["backdrafts"] = len(person.backdrafts)
    fields["expires"] = person.expires is not None
    return fields
