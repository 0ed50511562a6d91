"""Everything that a test asks of this Telegram in the same process lives in one class here."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Self

from .hindsight import Hindsight
from .listener import Listener
from .people import Group, Person, Place
from .polling import Polling
from .records import Json
from .server import Handler
from .trouble import Trouble
from .updates import Updates
from .webhook import Webhook
from .world import World, host_clock

TOKEN = "123456:TEST"  # noqa: S105 - no bot has it


class BotApi(Trouble, Hindsight):
    """A Telegram with one bot, on 127.0.0.1. Use it as an async context manager.

    `seed` and `first_update_id` fix all ids; `clock` gives Unix seconds; `delay_ms` is a simulated round
    trip; `webhook_unit` is the length in seconds of Telegram's "second" of webhook back-off;
    `keep_journal=False` counts calls without keeping them.
    """

    def __init__(
        self,
        token: str = TOKEN,
        *,
        port: int = 0,
        seed: int = 0,
        first_update_id: int | None = None,
        clock: Callable[[], float] = host_clock,
        delay_ms: float = 0,
        webhook_unit: float = 1.0,
        keep_journal: bool = True,
    ) -> None:
        self.token = token
        self.world = World(
            token, seed=seed, first_update_id=first_update_id, clock=clock, keep_journal=keep_journal
        )
        self._webhook = Webhook(self.world, webhook_unit)
        self._polling = Polling(self.world.updates, self._pushes, self.world.journal.signal.stir)
        self.handler = Handler(self.world, self._webhook, self._polling, delay_ms / 1000)
        self._listener = Listener(self.handler, port)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.world.updates.wake = self._wake

    def _pushes(self) -> bool:
        return bool(self._webhook.url)

    def _wake(self) -> None:
        if self._pushes():
            self._webhook.wake()
        else:
            self._polling.wake()

    async def __aenter__(self) -> Self:
        await self._listener.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._webhook.stop()
        await self._listener.close()

    @property
    def url(self) -> str:
        """ "http://127.0.0.1:PORT" """
        return self._listener.url

    @property
    def base_url(self) -> str:
        """What python-telegram-bot wants as base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot wants as base_file_url."""
        return f"{self.url}/file/bot"

    def person(
        self, user_id: int, first_name: str = "Ada", *, language_code: str | None = "en", **fields: Any
    ) -> Person:
        """Somebody with a Telegram account; the same object for the same id. `fields` are others of User."""
        if user_id not in self.people:
            user: Json = {"id": user_id, "is_bot": False, "first_name": first_name} | fields
            user |= {"language_code": language_code} if language_code else {}
            self.people[user_id] = Person(self.world, user)
        return self.people[user_id]

    def group(self, chat_id: int, title: str, by: Person) -> Group:
        """A group that `by` has just added the bot to; an id below -10**12 makes a supergroup."""
        self.groups[chat_id] = Group(self.world, chat_id, title, by)
        return self.groups[chat_id]

    def _places(self) -> list[Place]:
        return [*self.people.values(), *self.groups.values()]

    @property
    def updates(self) -> Updates:
        """The queue: `.pending`, `.restart()`, `.again(id)`, `.reorder(ids)`, `.inject(raw)`, `.expired`."""
        return self.world.updates

    @property
    def polled(self) -> bool:
        """Whether a getUpdates waits right now."""
        return self._polling.waiting

    def holding(self) -> AbstractContextManager[None]:
        """Nothing is given to getUpdates within the block; what happened comes as one batch after it."""
        return self._polling.holding()

    def lapse(self) -> None:
        """Ends the poll that waits, as after its own time, for tests whose clock is not the host's."""
        self._polling.lapse()

    def advance(self, seconds: float) -> None:
        """Moves the simulated clock (message dates, the 48 hours, expiry of taps and updates)."""
        self.world.advance(seconds)
