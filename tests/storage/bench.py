"""What a transaction costs is measured here: `python -m tests.storage.bench [people in a batch] [batches]`.

One batch is what one getUpdates answer of button taps asks for: unseen, find, save (a new state, one message and
one silence each), delivered for the batch before, mark_seen, and the commit.
"""

import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import uvloop

from flows.person import Person
from flows.talk import Rank, WakeAt
from storage.database import Database
from storage.keys import open_vault
from storage.migrate import migrate
from storage.store import Store
from storage.values import Change, Draft, Found

MESSAGE = (
    b'{"text":"' + b"Let that place be a little softer. " * 6 + b'","buttons":[[["I am ready","r:12"]]]}'
)


async def main(size: int, batches: int) -> None:
    """Prints the milliseconds of a batch and the CPU that the process used for it."""
    with tempfile.TemporaryDirectory() as directory:
        database = Database.open(f"sqlite+aiosqlite:///{directory}/bench.db")
        await migrate(database)
        vault = await open_vault(database, key_file=Path(directory) / "key")
        store = Store(database, vault, "bench")
        took, cpu = await _measure(store, size, batches)
        await database.close()
    print(
        f"{size} people a batch: median {median(took):.2f} ms, best {min(took):.2f} ms, "
        f"p99 {sorted(took)[int(len(took) * 0.99)]:.2f} ms, CPU {cpu:.2f} ms"
    )


async def _measure(store: Store, size: int, batches: int) -> tuple[list[float], float]:
    sent: list[int] = []
    took: list[float] = []
    cpu = 0.0
    for number in range(batches + 5):
        began, cpu = time.perf_counter(), cpu if number != 5 else time.process_time()
        sent = await _batch(store, number, size, sent)
        took.append((time.perf_counter() - began) * 1000)
    return took[5:], (time.process_time() - cpu) / batches * 1000


async def _batch(store: Store, number: int, size: int, sent: list[int]) -> list[int]:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
    updates = range(number * size, (number + 1) * size)
    async with store.unit() as unit:
        await unit.unseen("telegram", updates)
        found = await unit.find([("telegram", str(one)) for one in range(size)])
        changes = [_change(one, number, now) for one in found.values()]
        outgoing = await unit.save(changes, now)
        await unit.delivered(sent)
        await unit.mark_seen("telegram", updates, now)
    return [one.id for one in outgoing]


def _change(found: Found, number: int, now: datetime) -> Change:
    person = replace(found.person or Person(), turn=number + 1, heard=now, country="PT", zone="Europe/Lisbon")
    return Change(
        found, person, [WakeAt(now + timedelta(minutes=1), number)], [Draft(MESSAGE, Rank.PRACTICE)]
    )


if __name__ == "__main__":
    wanted = [int(word) for word in sys.argv[1:]]
    uvloop.run(main(*(wanted + [100, 200][len(wanted) :])))
