"""A town full of people who talk while the program dies and comes back: who heard what in which of its lives."""

import asyncio
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.blackbox.ear import Ear
from tests.blackbox.program import Bot
from tests.blackbox.reckoning import Reckoning, Rules, told_by
from tests.blackbox.walkers import Mood, Walker

SPEECH = ("sendMessage", "editMessageText", "sendDocument")
FIRST = 1001
Walk = asyncio.Task[None]


@dataclass(slots=True)
class Town:
    """People around one bot."""

    bot: Bot
    walkers: dict[int, Walker] = field(default_factory=dict)
    mood: Mood = field(default_factory=Mood)
    _read: int = 0

    def gather(self, size: int, rng: Random) -> None:
        rules = Rules.of(self.bot.settings)
        for number in range(FIRST, FIRST + size):
            reckoning = Reckoning(rules)
            ear, own = Ear(reckoning.told), Random(rng.random())
            person = self.bot.api.person(number, f"Walker {number}")
            parts = (reckoning, ear, own, self.mood, self.listen)
            self.walkers[number] = Walker(self.bot.api, person, *parts)

    async def live(self, fate: Callable[[], Awaitable[None]]) -> None:
        """Everybody walks until what befalls the bot is over, hears what is still due, and comes to rest."""
        resting = asyncio.Event()
        async with asyncio.TaskGroup() as lives:
            walks = [lives.create_task(walker.walk()) for walker in self.walkers.values()]
            rests = [lives.create_task(walker.rest(walk, resting)) for walk, walker in self._pairs(walks)]
            await fate()
            self.mood.closing = True
            await asyncio.gather(*walks)
            resting.set()
            await asyncio.gather(*rests)

    def _pairs(self, walks: Sequence[Walk]) -> Iterator[tuple[Walk, Walker]]:
        return zip(walks, self.walkers.values(), strict=True)

    def listen(self) -> None:
        """Passes on to everybody what was said to them since the last time."""
        journal = self.bot.api.journal
        while self._read < len(journal):
            call, self._read = journal[self._read], self._read + 1
            if call.method in SPEECH and call.chat in self.walkers:
                life = bisect_right(self.bot.starts, call.at) - 1
                self.walkers[call.chat].hears(told_by(call), life, call.at)
