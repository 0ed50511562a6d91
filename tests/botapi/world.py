"""Everything that this Telegram remembers (chats, messages, files, the bot's own profile) lives here."""

import itertools
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from .errors import bad, forbidden
from .journal import Journal
from .records import Event, Json, Message, Tap
from .updates import Updates
from .waiting import Signal


@dataclass(slots=True)
class Chat:
    """A chat with the bot: a private one (`user` is the person) or a group (`user` is None)."""

    about: Json
    user: Json | None = None
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    member: bool = True
    messages: dict[int, Message] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    heard: int = 0
    signal: Signal = field(default_factory=Signal)

    @property
    def id(self) -> int:
        """The chat_id."""
        return int(self.about["id"])

    @property
    def name(self) -> str:
        """How it is called in a transcript."""
        return str(self.about.get("first_name") or self.about.get("title"))

    def writable(self) -> None:
        """Raises Telegram's 403 where the bot cannot write here."""
        kind = self.about["type"]
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if not self.member:
            raise forbidden(f"bot is not a member of the {kind} chat")
        if self.user is not None and not self.started:
            raise forbidden("bot can't initiate conversation with a user")


@dataclass(slots=True)
class Profile:
    """What the bot has said about itself; commands by (scope as JSON, language)."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Query:
    """A callback query that nobody has answered yet; `expires` in Unix seconds of the simulated clock."""

    tap: Tap
    chat: Chat
    expires: float


class World:
    """One bot and everybody it knows."""

    def __init__(
        self,
        token: str,
        *,
        seed: int,
        first_update_id: int | None,
        clock: Callable[[], float],
        keep_journal: bool,
    ) -> None:
        self.token = token
        self._clock = clock
        self._ahead = 0.0
        self.bot: Json = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "Selfkind",
            "username": "selfkind_test_bot",
        }
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.files: dict[str, tuple[bytes, str]] = {}
        self.profile = Profile()
        self.journal = Journal(keep=keep_journal)
        self.updates = Updates(first_update_id, random.Random(seed), self.now)
        self.query_lifetime = 60.0
        self._messages = itertools.count(1)
        self._others = itertools.count(1)

    def now(self) -> float:
        """Unix seconds of the simulated clock."""
        return self._clock() + self._ahead

    def advance(self, seconds: float) -> None:
        """Moves the simulated clock forward."""
        self._ahead += seconds

    def message_id(self) -> int:
        """The next message_id; they rise over all chats, as in a bot's private chats."""
        return next(self._messages)

    def serial(self) -> int:
        """The next number for anything else that needs one (files, callback queries)."""
        return next(self._others)

    def chat(self, chat_id: int | str | None) -> Chat:
        """The chat with this id; raises Telegram's 400 for one that the bot never met."""
        if chat_id is None:
            raise bad("chat_id is empty")
        found = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if found is None:
            raise bad("chat not found")
        return found

    def post(self, chat: Chat, message: Message, kind: str) -> None:
        """Puts a message (or its new version) into its chat and lets everybody look."""
        chat.messages[message.id] = message
        chat.events.append(Event(kind, message.text, message))
        chat.signal.stir()
        self.journal.signal.stir()

    def note(self, chat: Chat, kind: str, text: str) -> None:
        """Writes something else that happened into the chat's history."""
        chat.events.append(Event(kind, text))
        self.journal.signal.stir()

    def store(self, data: bytes, name: str) -> Json:
        """Keeps a file and returns the ids that Telegram gives it."""
        number = self.serial()
        file_id = f"file-{self.bot['id']}-{number}"
        self.files[file_id] = (data, name)
        return {"file_id": file_id, "file_unique_id": f"unique-{number}", "file_size": len(data)}


def host_clock() -> float:
    """Unix seconds of the host."""
    return time.time()
