"""One person talking with the pure core, as tests of rules want it: by names of answers and texts, not by words."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Self

import msgspec

from bot.program import texts
from bot.render import Renderer
from flows.book import book
from flows.engine import Engine
from flows.person import Person
from flows.talk import (
    Chose,
    Command,
    Drop,
    Due,
    Effect,
    Erase,
    Export,
    Incoming,
    Plan,
    Record,
    Said,
    Say,
    TimeUp,
    WakeAt,
)

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
URGENT = "i want to kill myself"
VEILED = "i don't want to wake up"
OVERWHELMED = "this is too much"


@cache
def engine() -> Engine:
    """One for all tests: it holds nothing of anybody."""
    return Engine(book(), texts())


@cache
def renderer() -> Renderer:
    return Renderer(texts())


class Talk:
    """A conversation: what was said last, what is planned, and every fact that was noted."""

    def __init__(self, person: Person | None = None, now: datetime = NOON) -> None:
        self.person = person or Person()
        self.now = now
        self.last: list[Effect] = []
        self.timers: dict[str, WakeAt | Plan] = {}
        self.facts: list[str] = []

    # ---- what happens ------------------------------------------------------------------------------------

    def gets(self, *incomings: Incoming) -> Self:
        for incoming in incomings:
            self.person, self.last = engine().step(self.person, incoming, self.now)
            for effect in self.last:
                self._keep(effect)
        return self

    def taps(self, *answers: str) -> Self:
        """Buttons of the state that one is in, one after the other."""
        for answer in answers:
            self.gets(Chose(answer, self.person.turn))
        return self

    def types(self, *texts: str) -> Self:
        """Words, or commands with their slash."""
        for text in texts:
            name, _, args = text.removeprefix("/").partition(" ")
            self.gets(Command(name, args) if text.startswith("/") else Said(text))
        return self

    def waits(self, span: timedelta) -> Self:
        """Time passes and timers come due on the way; `last` is everything they did."""
        end, done = self.now + span, list[Effect]()
        while (kind := self.next_timer()) and self.timers[kind].when <= end:
            timer = self.timers.pop(kind)
            self.now = max(self.now, timer.when)
            done += self.gets(news(timer)).last
        self.now, self.last = end, done
        return self

    def next_timer(self) -> str:
        """The kind that comes due first; "" without any."""
        return min(self.timers, key=lambda kind: self.timers[kind].when, default="")

    def _keep(self, effect: Effect) -> None:
        match effect:
            case WakeAt():
                self.timers["silence"] = effect
            case Plan(kind):
                self.timers[kind] = effect
            case Drop(kind):
                self.timers.pop(kind, None)
            case Record(fact):
                self.facts.append(fact)
            case Erase():
                self.person, self.timers = Person(), {}
            case _:
                pass

    # ---- what came of it ---------------------------------------------------------------------------------

    @property
    def state(self) -> str:
        return self.person.state

    @property
    def says(self) -> list[Say]:
        """What was said because of the last thing that happened."""
        return [effect for effect in self.last if isinstance(effect, Say)]

    @property
    def answered(self) -> bool:
        return any(isinstance(effect, Say | Export) for effect in self.last)

    @property
    def lines(self) -> list[str]:
        """The Fluent ids of it, without the numbers of variants."""
        return [plain(line.text) for say in self.says for line in say.lines]

    @property
    def words(self) -> str:
        """It as it is read."""
        return "\n\n".join(renderer().message(say, self.person.language).text for say in self.says)

    @property
    def buttons(self) -> list[str]:
        """The names of all answers on offer."""
        return [answer.name for say in self.says for row in say.rows for answer in row]


def news(timer: WakeAt | Plan) -> TimeUp | Due:
    """What a timer tells when it comes due."""
    if isinstance(timer, WakeAt):
        return TimeUp(timer.turn, timer.when)
    return Due(timer.kind, timer.when, timer.what)


def plain(text: str) -> str:
    """The id of a text without the number of its variant."""
    base, _, number = text.rpartition("-v")
    return base if base and number.isdigit() else text


def stored(person: Person) -> Person:
    """The person written down and read again."""
    return msgspec.json.decode(msgspec.json.encode(person), type=Person)


def settled(*, readiness: str = "none-of-these") -> Talk:
    """Somebody in Portugal who has agreed, is an adult, and has answered the readiness question."""
    return Talk().types("/start").taps("agree", "adult").types("Portugal").taps(readiness)


def in_break(rating: int = 5, form: str = "full") -> Talk:
    """In the first step of the break."""
    return settled().types("/break").taps(str(rating), form)


def resting() -> Talk:
    """Paused after backdraft, with no follow-up wanted."""
    return settled().types("/backdraft").taps("leave-me", "no-look-in")


def in_hold() -> Talk:
    """In a crisis hold."""
    return settled().types(URGENT)


def checked_in() -> Talk:
    """Check-ins every day at 20:30 in Lisbon (UTC in winter); it is noon."""
    talk = settled().types("/checkin").taps("every-day", "20-30", "z0", "fine")
    assert talk.person.checkins.schedule is not None
    return talk


def all_texts(effects: Sequence[Effect], person: Person) -> list[str]:
    """Everything that is read of these effects."""
    return [renderer().message(e, person.language).text for e in effects if isinstance(e, Say)]
