"""What the engine makes of everything that arrived for one person in one transaction, before it is stored.

One thing at a time, each in its own try: what raises leaves the person as they were, still goes through the
crisis screen, is answered with one sentence, and is set aside for the operator.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from bot.arrival import Arrival
from bot.message import Document, Message
from bot.render import Renderer
from flows.engine import Engine
from flows.person import Person
from flows.talk import (
    Blocked,
    Broken,
    Command,
    Due,
    Edited,
    Effect,
    Erase,
    Export,
    Forget,
    Incoming,
    Said,
    Say,
    Sent,
    TimeUp,
    Unblocked,
    Withdraw,
)
from storage.errors import UndecryptableError
from storage.unit import Unit
from storage.values import Change, Draft, Found

logger = logging.getLogger(__name__)

EXPORT_NAME = "selfkind.json"


@dataclass(slots=True)
class Steps:
    """What became of one person so far."""

    found: Found
    person: Person
    effects: list[Effect] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    failed: list[tuple[Arrival, str]] = field(default_factory=list)
    spoken_to: list[str] = field(default_factory=list)
    """The taps that brought a message."""
    erased: bool = False
    came_back: bool = False

    @property
    def withdraws(self) -> bool:
        """Whether unsent messages of earlier transactions are to be forgotten by the sender, too."""
        return any(isinstance(effect, Withdraw | Erase) for effect in self.effects)

    def change(self) -> Change:
        person = None if self.found.broken and not self.erased else self.person
        return Change(self.found, person, self.effects, self.drafts, self.came_back)


class Stepper:
    """Walks people through what arrived for them."""

    def __init__(self, engine: Engine, renderer: Renderer) -> None:
        self._engine = engine
        self._renderer = renderer

    async def walk(self, unit: Unit, found: Found, arrivals: Sequence[Arrival], now: datetime) -> Steps:
        """All of `arrivals` (of this one person), in order."""
        steps = Steps(found, found.person or Person())
        for arrival in arrivals:
            await self._one(unit, steps, arrival, now)
        return steps

    async def apologise(self, unit: Unit, found: Found, arrival: Arrival, now: datetime) -> Steps:
        """One sentence (or the crisis card, if the words ask for it), and nothing else changed or kept."""
        person = found.person or Person()
        _, effects = self._sorry(person, arrival.incoming, now)
        drafts = await self._drafts(unit, Steps(found, person), person, effects, arrival)
        return Steps(found, person, [], drafts)

    async def _one(self, unit: Unit, steps: Steps, arrival: Arrival, now: datetime) -> None:
        incoming = _readable(steps, arrival.incoming)
        if _concerns_nobody(steps, incoming):
            return
        if isinstance(incoming, Broken):
            reason = "Malformed" if incoming is arrival.incoming else UndecryptableError.__name__
            steps.failed.append((arrival, reason))
        try:
            person, effects = self._engine.step(steps.person, incoming, now)
            drafts = await self._drafts(unit, steps, person, effects, arrival)
        except Exception as error:
            logger.exception("An update could not be processed and was set aside")
            steps.failed.append((arrival, type(error).__name__))
            person, effects = self._sorry(steps.person, incoming, now)
            drafts = await self._drafts(unit, steps, person, effects, arrival)
        self._take(steps, person, effects, drafts)
        if drafts and arrival.callback is not None:
            steps.spoken_to.append(arrival.callback)

    def _sorry(self, person: Person, incoming: Incoming, now: datetime) -> tuple[Person, list[Effect]]:
        """One sentence, or the crisis card; nothing where nobody has said anything."""
        if isinstance(incoming, TimeUp | Due):
            return person, []
        broken = Broken(words_in(incoming))
        try:
            return self._engine.step(person, broken, now)
        except Exception:
            logger.exception("What is stored of a person cannot be stepped")
            _, effects = self._engine.step(Person(), broken, now)
            return person, [effect for effect in effects if isinstance(effect, Say)]

    def _take(self, steps: Steps, person: Person, effects: Sequence[Effect], drafts: list[Draft]) -> None:
        steps.came_back = steps.came_back or (steps.erased and bool(effects))
        if any(isinstance(effect, Erase) for effect in effects):
            steps.erased, steps.came_back = True, False
        if any(isinstance(effect, Withdraw) for effect in effects):
            steps.drafts = [draft for draft in steps.drafts if draft.rank == 0]
        if not (steps.found.broken and not steps.erased):
            steps.person = person
        steps.effects += effects
        steps.drafts += drafts

    async def _drafts(
        self, unit: Unit, steps: Steps, person: Person, effects: Sequence[Effect], arrival: Arrival
    ) -> list[Draft]:
        drafts = []
        for effect in effects:
            if isinstance(effect, Say):
                message = self._renderer.message(effect, person.language, arrival.message)
                drafts.append(Draft(message.pack(), effect.rank, effect.expires))
            elif isinstance(effect, Export):
                drafts.append(await self._export(unit, steps.found, effect, person))
        return drafts

    async def _export(self, unit: Unit, found: Found, effect: Export, person: Person) -> Draft:
        everything: dict[str, Any] = await unit.export(found)
        content = msgspec.json.format(msgspec.json.encode(everything), indent=2)
        text = self._renderer.line(effect.line, person.language)
        return Draft(Message(text, document=Document(EXPORT_NAME, content)).pack(), effect.rank)


def words_in(incoming: Incoming) -> str:
    """Every word of a person in what arrived."""
    match incoming:
        case Said(text) | Edited(text) | Broken(text) | Sent(_, text):
            return text
        case Command(_, args):
            return args
        case _:
            return ""


def _concerns_nobody(steps: Steps, incoming: Incoming) -> bool:
    """Whether somebody of whom nothing is kept can or cannot be reached: that is no reason to keep something."""
    stranger = steps.erased and not steps.came_back if steps.effects else steps.found.id is None
    return stranger and isinstance(incoming, Blocked | Unblocked)


def _readable(steps: Steps, incoming: Incoming) -> Incoming:
    """Somebody whose row cannot be read is met as a fault of ours, until they erase it."""
    if not steps.found.broken or steps.erased:
        return incoming
    if isinstance(incoming, Command) and incoming.name == "delete":
        return Forget()
    return Broken(words_in(incoming))
