"""The pure core as a stage: the engine and the words, with the person written down and read again at every line."""

from datetime import datetime, timedelta
from functools import cache

import msgspec

from bot.program import texts
from bot.render import Renderer
from flows.book import book
from flows.engine import Engine
from flows.person import Person
from flows.talk import (
    Blocked,
    Chose,
    Command,
    Drop,
    Due,
    Edited,
    Effect,
    Erase,
    Export,
    Incoming,
    Plan,
    Said,
    Say,
    Sent,
    TimeUp,
    Unblocked,
    WakeAt,
)
from tests.transcripts.heard import Heard, Key
from tests.transcripts.stage import Beginning

SENT = {"video_note": "video", "document": "other"}


@cache
def engine() -> Engine:
    """One for all tests: it holds nothing of anybody."""
    return Engine(book(), texts())


class Core:
    """One person and the timers that the core asked for. `walked` are states with the buttons tapped in them."""

    def __init__(self, start: Beginning) -> None:
        self.person = start.person or Person()
        self.timers: dict[str, WakeAt | Plan] = dict(start.timers)
        self.walked: set[tuple[str, str]] = set()
        self._now = start.now
        self._renderer = Renderer(texts())
        self._numbers = 0

    @property
    def now(self) -> datetime:
        return self._now

    @property
    def end(self) -> Beginning:
        """Where another transcript may go on."""
        return Beginning(self.person, self.timers, self._now)

    async def tap(self, message: Heard, key: Key) -> list[Heard]:
        answer = key.data.partition(":")[2]
        return self._step(Chose(answer, key.turn), message.handle)

    async def say(self, text: str) -> list[Heard]:
        if not text.startswith("/"):
            return self._step(Said(text))
        name, _, args = text[1:].partition(" ")
        return self._step(Command(name.lower(), args.strip()))

    async def forward(self, text: str) -> list[Heard]:
        return self._step(Said(text))

    async def send(self, what: str, caption: str) -> list[Heard]:
        return self._step(Said(caption) if caption else Sent(SENT.get(what, what)))

    async def edit(self, text: str) -> list[Heard]:
        return self._step(Edited(text))

    async def block(self) -> list[Heard]:
        return self._step(Blocked())

    async def unblock(self) -> list[Heard]:
        return self._step(Unblocked())

    async def pass_time(self, span: timedelta) -> list[Heard]:
        end = self._now + span
        heard: list[Heard] = []
        while kind := min(self.timers, key=lambda kind: self.timers[kind].when, default=""):
            if self.timers[kind].when > end:
                break
            timer = self.timers.pop(kind)
            self._now = max(self._now, timer.when)
            heard += self._step(_news(timer))
        self._now = end
        return heard

    async def reload(self) -> None:
        self.person = msgspec.json.decode(msgspec.json.encode(self.person), type=Person)

    def _step(self, incoming: Incoming, tapped: int | None = None) -> list[Heard]:
        if isinstance(incoming, Chose) and incoming.turn == self.person.turn:
            self.walked.add((self.person.state, incoming.answer))
        self.person, effects = engine().step(self.person, incoming, self._now)
        self.walked.add((self.person.state, ""))
        heard = [self._heard(effect, tapped) for effect in effects if isinstance(effect, Say | Export)]
        for effect in effects:
            self._keep(effect)
        return heard

    def _keep(self, effect: Effect) -> None:
        match effect:
            case WakeAt():
                self.timers["silence"] = effect
            case Plan(kind):
                self.timers[kind] = effect
            case Drop(kind):
                self.timers.pop(kind, None)
            case Erase():
                self.person, self.timers = Person(), {}
            case _:
                pass

    def _heard(self, effect: Say | Export, tapped: int | None) -> Heard:
        self._numbers += 1
        if isinstance(effect, Export):
            text = self._renderer.line(effect.line, self.person.language)
            return Heard(text, (), self._now, self._numbers, file="selfkind.json")
        message = self._renderer.message(effect, self.person.language, tapped)
        rows = tuple(tuple(Key(button.label, button.data) for button in row) for row in message.buttons)
        handle = message.replaces or self._numbers
        return Heard(message.text, rows, self._now, handle, changed=message.replaces is not None)


def _news(timer: WakeAt | Plan) -> TimeUp | Due:
    if isinstance(timer, WakeAt):
        return TimeUp(timer.turn, timer.when)
    return Due(timer.kind, timer.when, timer.what)
