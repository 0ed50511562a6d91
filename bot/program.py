"""The one place where the program is put together; tests call the same functions with other parts."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from zoneinfo import reset_tzpath

from bot.clock import Clock
from bot.render import Renderer
from bot.road import Road
from bot.sending.sender import Carrier, Sender
from bot.settings import Settings
from bot.stepping import Stepper
from bot.taps import AnswerTap
from flows.book import book
from flows.engine import Engine
from flows.texts import Texts
from storage.database import Database
from storage.keys import open_vault
from storage.migrate import migrate
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Program:
    """A channel's road and the sender beside it, over one database."""

    road: Road
    sender: Sender
    store: Store
    clock: Clock


@cache
def texts() -> Texts:
    return Texts()


def make_engine(settings: Settings) -> Engine:
    """The engine with every practice there is."""
    return Engine(book(), texts(), settings.operator_name or "", settings.operator_contact or "")


@asynccontextmanager
async def open_store(settings: Settings, owner: str = "worker") -> AsyncIterator[Store]:
    """The migrated database with its key; raises storage's OperatorMustActError when the operator has to act.

    `owner` names this process in the outbox. One process a channel, so far: under the same name after a
    restart it has its own messages back at once.
    """
    database = Database.open(settings.database_url)
    try:
        await migrate(database)
        vault = await open_vault(database, settings.encryption_keys, settings.encryption_key_file)
        yield Store(database, vault, owner)
    finally:
        await database.close()


def assemble(
    settings: Settings,
    store: Store,
    clock: Clock,
    carrier: Carrier,
    channel: str,
    answer_tap: AnswerTap | None = None,
    rate: float | None = None,
) -> Program:
    """Engine, road and sender for one channel."""
    reset_tzpath(())  # the pinned tzdata, and not whatever the host has: laws about clocks change
    sender = Sender(carrier, clock, settings.send_rate_per_second if rate is None else rate)
    stepper = Stepper(make_engine(settings), Renderer(texts()))
    return Program(Road(stepper, store, clock, sender, channel, answer_tap), sender, store, clock)
