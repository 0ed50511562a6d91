"""People who talk with the program at random, and know at every moment what they must hear next."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from flows.talk import Chose, Command, Edited, Incoming, Said, Sent
from tests.blackbox.ear import Ear
from tests.blackbox.reckoning import Reckoning, Told
from tests.botapi import BotApi, Message, Person, Tap

PATIENCE = 120.0  # seconds for an answer; a life of the process may end before it comes, and another
CLOSE = 8.0  # seconds: a silence that ends so soon is waited for, so that nobody speaks into its end
LONGEST = 31.0  # seconds of a silence that anybody sits through
LEFT = 20.0  # seconds that a silence must have left when everybody has come to rest
THINKING = 0.1  # seconds on average between an answer and what comes next

ONBOARDING = ("Yes, I agree", "I'm 18 or older", "Skip", "None of these")
SITTING = ("Ground me first", "Feel my feet", "Skip", "Sitting")
WORDS = (
    "tired, and a knot in my stomach",
    "i feel like such a failure",
    "4",
    "every day",
    "9pm",
    "Lisbon",
    "Portugal",
    "stop",
    "this is too much",
    "I'm ready",
    "I did what I could 🌱",
)
GRAVE = "I want to kill myself"
ERASE = "Yes, erase everything"  # whoever taps it twice is met as a stranger, or not, as the taps arrive
COMMANDS = ("break", "ground", "feet", "senses", "checkin", "pause", "resume", "home", "stop", "help")
RARE = ("backdraft", "sos", "privacy", "country", "export", "delete", "start", "brake")


@dataclass(slots=True)
class Mood:
    """What people are up to: whether they sit through silences."""

    patient: bool = True
    closing: bool = False
    """Whether they come to an end."""


@dataclass(slots=True)
class Walker:
    """One person; all of a town share their `mood`."""

    api: BotApi
    person: Person
    reckoning: Reckoning
    ear: Ear
    rng: Random
    mood: Mood
    listen: Callable[[], None]
    """Brings `ear` up to date."""
    taps: list[Tap] = field(default_factory=list)
    silences: int = 0
    updates: int = 0

    async def walk(self) -> None:
        """From /start on; what was begun is heard to its end. AssertionError when something is amiss."""
        await self._begin()
        while not self.mood.closing:
            await asyncio.sleep(self.rng.expovariate(1 / THINKING))
            await self._act()

    async def _begin(self) -> None:
        """Most answer the first questions; some go on to sit through the first silence of a practice."""
        await self._say_all([Command("start")])
        steps = self.rng.choices(((), ONBOARDING, (*ONBOARDING, *SITTING)), (1, 3, 2))[0]
        for label in steps:
            await self._tap(label)
        if self.reckoning.silence is not None:
            await self._wait(self.reckoning.silence.when)

    async def rest(self, walk: "asyncio.Task[None]", over: asyncio.Event) -> None:
        """After the walk, until everybody rests: no silence may be about to end then."""
        await walk
        while not over.is_set():
            silence = self.reckoning.silence
            left = float("inf") if silence is None else _left(silence.when)
            if silence is not None and left < CLOSE:
                await self._wait(silence.when)
            elif left < LEFT:
                await self._say_all([Command("stop")])
            else:
                await _set_within(over, left - LEFT)

    async def _act(self) -> None:
        silence = self.reckoning.silence
        if silence is not None and self._waits_for(_left(silence.when)):
            await self._wait(silence.when)
        elif self.rng.random() < 0.7 and (shown := self._shown()) is not None:
            await self._tap(self.rng.choice(shown.labels), shown)
        else:
            await self.rng.choice((self._type, self._type, self._command, self._send, self._look_back))()

    def _waits_for(self, seconds: float) -> bool:
        return seconds < CLOSE or (self.mood.patient and seconds < LONGEST and self.rng.random() < 0.4)

    async def _wait(self, end: datetime) -> None:
        """Says nothing until the silence ends by itself."""
        self.silences += 1
        began = datetime.now(UTC)
        self.reckoning.silence_ends()
        await self._until_heard(_left(end) + PATIENCE)
        self.reckoning.later(datetime.now(UTC) - began)

    # ---- what is done --------------------------------------------------------------------------------------

    def _shown(self) -> Message | None:
        """The newest message with buttons."""
        return next((m for m in reversed(self.person.chat) if m.from_bot and m.labels), None)

    async def _tap(self, label: str, message: Message | None = None) -> None:
        """Once, or several times at once, as impatient fingers and second devices do."""
        times = 1 if label == ERASE else self.rng.choice((1, 1, 1, 1, 1, 1, 2, 4))
        taps = [self._finger(label, message) for _ in range(times)]
        await self._until_heard(PATIENCE)
        for tap in (tap for tap, brings in taps if not brings):
            await tap.answered

    def _finger(self, label: str, message: Message | None) -> tuple[Tap, int]:
        """The tap, and how many messages it has to bring."""
        tap = self.person.taps(label, message)
        tap.answered.patience = PATIENCE
        self.taps.append(tap)
        turn, _, answer = tap.data.partition(":")
        return tap, self._happens(Chose(answer, int(turn)))

    async def _type(self) -> None:
        if self.rng.random() < 0.1:
            await self._edit()
            return
        words = [GRAVE] if self.rng.random() < 0.03 else self.rng.choices(WORDS, k=self.rng.choice((1, 1, 3)))
        await self._say_all([Said(one) for one in words])

    async def _command(self) -> None:
        rare = self.rng.random() < 0.25
        await self._say_all([Command(self.rng.choice(RARE if rare else COMMANDS))])

    async def _say_all(self, incomings: Sequence[Said | Command]) -> None:
        """Without waiting in between, unless that would take back what is not heard yet."""
        if len(incomings) > 1 and self.reckoning.takes_back(incomings):
            incomings = incomings[:1]
        for incoming in incomings:
            self.person.says(incoming.text if isinstance(incoming, Said) else f"/{incoming.name}")
            self._happens(incoming)
        await self._until_heard(PATIENCE)

    async def _edit(self) -> None:
        """Changes what was written last."""
        own = [message for message in self.person.chat if not message.from_bot and message.kind == "text"]
        self.person.edits(own[-1].id, "other words")
        self._happens(Edited("other words"))
        await self._until_heard(PATIENCE)

    async def _send(self) -> None:
        """Something that is not words."""
        what = self.rng.choice(("sticker", "voice"))
        self.person.sends(what)
        self._happens(Sent(what))
        await self._until_heard(PATIENCE)

    async def _look_back(self) -> None:
        """A button of a message that has gone by."""
        shown = [message for message in self.person.chat[-30:] if message.from_bot and message.labels]
        if shown:
            message = self.rng.choice(shown)
            await self._tap(self.rng.choice(message.labels), message)

    # ---- what is heard -------------------------------------------------------------------------------------

    def hears(self, told: Told, life: int, at: float) -> None:
        """A silence that is over may have ended before anybody thought of it."""
        silence = self.reckoning.silence
        if silence is not None and _left(silence.when) <= 0 and not self.ear.readings(told, life):
            self.silences += 1
            self.reckoning.silence_ends()
        self.ear.hears(told, life, at)

    def _happens(self, incoming: Incoming) -> int:
        self.updates += 1
        return self.reckoning.happens(incoming)

    async def _until_heard(self, seconds: float) -> None:
        chat = self.api.world.chats[self.person.id]
        came = await chat.signal.until(self._all_heard, seconds)
        assert came, f"{self.person.transcript()[-2000:]}\nawaited: {self.reckoning.told[self.ear.count :]}"

    def _all_heard(self) -> bool:
        self.listen()
        return self.ear.complete


def _left(until: datetime) -> float:
    return (until - datetime.now(UTC)).total_seconds()


async def _set_within(event: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), None if seconds == float("inf") else seconds)
