"""Several workers that talk to the same people, and die at any moment, keep the order of every chat."""

import asyncio
from dataclasses import dataclass, field, replace
from random import Random

import pytest

from flows.person import Person
from storage.database import Database
from storage.errors import ConflictError
from storage.store import Store
from storage.tables import outbox
from storage.values import Change, Found, Outgoing
from storage.vault import Vault
from tests.storage.world import NOW, SECOND, count, draft

CROWD = [("telegram", str(number)) for number in range(5)]


@dataclass
class Worker:
    """A store and the messages that it holds in memory; `heard` is what all people have heard, in order."""

    store: Store
    heard: dict[str, list[int]]
    queue: list[Outgoing] = field(default_factory=list)

    async def listen(self, random: Random) -> None:
        """A few people say something, and each is answered with the next number."""
        async with self.store.unit() as unit:
            found = await unit.find(random.sample(CROWD, 3))
            self.queue += await unit.save([self._answer(one) for one in found.values()], NOW)

    def _answer(self, found: Found) -> Change:
        person = found.person or Person()
        said = [draft(f"{2 * person.turn + more}") for more in (0, 1)]
        return Change(found, replace(person, turn=person.turn + 1), [], said)

    async def speak(self, random: Random) -> None:
        """Some of the queue is sent, in order, and noted; what nobody sends is looked for."""
        going, self.queue = self.queue[: random.randrange(8)], self.queue
        self.queue = self.queue[len(going) :]
        for one in going:
            self.heard.setdefault(one.address, []).append(int(one.payload))
        async with self.store.unit() as unit:
            await unit.delivered([one.id for one in going])
            self.queue += await unit.unsent(NOW, "telegram", random.randrange(1, 9))


async def live(worker: Worker, random: Random, steps: int) -> None:
    for _ in range(steps):
        try:
            await random.choice((worker.listen, worker.speak))(random)
        except ConflictError:
            continue  # two met somebody for the first time at once: Telegram would bring it again


async def start(database: Database, vault: Vault, name: str, heard: dict[str, list[int]]) -> Worker:
    worker = Worker(Store(database, vault, name), heard)
    async with worker.store.unit() as unit:
        await unit.arrive(NOW)
    return worker


@pytest.mark.parametrize("seed", range(3))
async def test_workers_that_come_and_go_say_everything_once_and_in_order(
    database: Database, vault: Vault, seed: int
) -> None:
    random = Random(seed)
    heard: dict[str, list[int]] = {}
    for generation in range(3):
        workers = [await start(database, vault, f"{generation}-{n}", heard) for n in range(3)]
        await asyncio.gather(*(live(one, Random(random.random()), 15) for one in workers))
        # All die with full queues; 31 seconds later they are taken for dead.
        async with (await start(database, vault, "heir", heard)).store.unit() as unit:
            await unit.unsent(NOW + 31 * SECOND, "nowhere")
    last = await start(database, vault, "last", heard)
    while await count(database, outbox):
        await last.speak(random)
    assert all(numbers == list(range(len(numbers))) for numbers in heard.values())
    assert set(heard) == {address for _, address in CROWD}
