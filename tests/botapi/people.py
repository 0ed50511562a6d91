"""Everything that people do in their Telegram apps lives here, in private chats and in groups."""

from typing import Any

from .checks import utf16_length
from .entities import commands_in
from .media import content
from .records import Answered, Event, Json, Message, Tap
from .world import Chat, Query, World

PATIENCE = 10.0  # seconds of the host
_MARKS = {
    "sent": "",
    "edited": "(edited) ",
    "said": "> ",
    "tapped": "> ",
    "deleted": "(deleted) ",
    "alert": "(alert) ",
}


def line(event: Event) -> str:
    """How an event reads in a transcript."""
    shown = str(event.message) if event.message is not None else event.text
    return f"({shown})" if event.kind == "note" else _MARKS[event.kind] + shown


class Place:
    """A chat with the bot, seen by somebody in it."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat

    @property
    def id(self) -> int:
        """The chat_id."""
        return self._chat.id

    @property
    def chat(self) -> list[Message]:
        """All messages that are there now, oldest first, each in its newest version."""
        return list(self._chat.messages.values())

    @property
    def last(self) -> Message:
        """The newest message of the bot; AssertionError without one."""
        found = next(
            (message for message in reversed(self._chat.messages.values()) if message.from_bot), None
        )
        if found is None:
            raise AssertionError(f"the bot has written nothing to {self._chat.name}\n{self.transcript()}")
        return found

    @property
    def unheard(self) -> list[Message]:
        """What `hears` would give, all of it, without waiting."""
        return [e.message for e in self._chat.events[self._chat.heard :] if _reached(e) and e.message]

    def transcript(self) -> str:
        """Everything that happened in this chat, to be read by a person."""
        return "\n".join(line(event) for event in self._chat.events)

    async def hears(self, within: float = PATIENCE) -> Message:
        """The next message or edit of the bot after those already heard; else AssertionError."""
        if not await self._chat.signal.until(self._skip_to_next, within):
            raise AssertionError(f"{self._chat.name} heard nothing for {within:g} s\n{self.transcript()}")
        message = self._chat.events[self._chat.heard].message
        self._chat.heard += 1
        assert message is not None
        return message

    def _skip_to_next(self) -> bool:
        events = self._chat.events
        while self._chat.heard < len(events) and not _reached(events[self._chat.heard]):
            self._chat.heard += 1
        return self._chat.heard < len(events)

    def hears_no_more(self) -> None:
        """Forgets what is still unheard: the next `hears` waits for something new."""
        self._chat.heard = len(self._chat.events)

    def _says(self, user: Json, fields: Json) -> int:
        raw: Json = {
            "message_id": self._world.message_id(), "from": user, "chat": self._chat.about,
            "date": int(self._world.now()),
        } | fields  # fmt: skip
        self._world.post(self._chat, Message(raw, from_bot=False, time=self._world.now()), "said")
        return self._world.updates.push("message", raw, ("chat", self._chat.id))

    def _reply_to(self, message_id: int | None) -> Json:
        return {} if message_id is None else {"reply_to_message": self._chat.messages[message_id].raw}


def _reached(event: Event) -> bool:
    return event.kind in ("sent", "edited")


def _text(text: str) -> Json:
    if not text.strip() or utf16_length(text) > 4096:
        raise AssertionError("an app sends texts of 1-4096 characters")
    found = commands_in(text)
    return {"text": text} | ({"entities": found} if found else {})


class Person(Place):
    """Somebody in a private chat with the bot."""

    def __init__(self, world: World, user: Json) -> None:
        about = {k: v for k, v in user.items() if k in ("id", "first_name", "last_name", "username")}
        super().__init__(world, Chat(about | {"type": "private"}, user))
        self.user = user
        world.chats[self.id] = self._chat

    def _can_write(self) -> None:
        if self._chat.blocked or self._chat.deactivated:
            raise AssertionError(f"{self._chat.name} has blocked the bot or is gone; unblocks() comes first")
        self._chat.started = True

    def says(self, text: str, reply_to: int | None = None) -> int:
        """Writes a text or a /command; returns the update_id (0 where the bot does not want messages)."""
        self._can_write()
        return self._says(self.user, _text(text) | self._reply_to(reply_to))

    def sends(self, kind: str, caption: str | None = None, **fields: Any) -> int:
        """Sends "sticker", "photo", "voice", "document", "location", …; `fields` replace a sample's."""
        self._can_write()
        made = content(self._world, kind)
        made[kind] = made[kind] | fields if fields else made[kind]
        return self._says(self.user, made | ({"caption": caption} if caption else {}))

    def forwards(self, text: str, origin: str = "Somebody") -> int:
        """Forwards a text of somebody whose account is hidden."""
        self._can_write()
        date = int(self._world.now()) - 60
        source = {"type": "hidden_user", "sender_user_name": origin, "date": date}
        return self._says(self.user, _text(text) | {"forward_origin": source})

    def edits(self, message_id: int, text: str) -> int:
        """Changes an own message; returns the update_id."""
        old = self._chat.messages[message_id]
        if old.from_bot:
            raise AssertionError("nobody can edit what the bot wrote")
        name = "text" if "text" in old.raw else "caption"
        kept = {k: v for k, v in old.raw.items() if k not in ("text", "caption", "entities")}
        fields = _text(text)
        raw = kept | {name: fields.pop("text")} | fields | {"edit_date": int(self._world.now())}
        new = Message(raw, from_bot=False, time=self._world.now(), edits=(*old.edits, old.text))
        self._chat.messages[message_id] = new
        self._world.note(self._chat, "note", f"{self._chat.name} changed a message to: {text}")
        return self._world.updates.push("edited_message", raw, ("chat", self.id))

    def taps(self, label: str, message: Message | None = None) -> Tap:
        """Taps the button with this label, on `message` as it was handed out or on the newest that has it."""
        self._can_write()
        shown = message or next((m for m in reversed(self._chat.messages.values()) if m.button(label)), None)
        button = shown.button(label) if shown else None
        if shown is None or button is None or button.data is None:
            raise AssertionError(f"there is no button [{label}] to tap\n{self.transcript()}")
        return self._tap(shown, label, button.data)

    def _tap(self, shown: Message, label: str, data: str) -> Tap:
        number = f"{self.id}{self._world.serial():08d}"
        self._world.note(self._chat, "tapped", f"[{label}]")
        current = self._chat.messages.get(shown.id)
        seen = current.raw if current else {"message_id": shown.id, "chat": self._chat.about, "date": 0}
        raw = {"id": number, "from": self.user, "message": seen, "chat_instance": f"i{self.id}", "data": data}
        update_id = self._world.updates.push("callback_query", raw, ("tap", self.id))
        tap = Tap(number, update_id, label, data, self._world.now(), Answered(f"the tap on [{label}]"))
        self._world.queries[number] = Query(tap, self._chat, self._world.now() + self._world.query_lifetime)
        return tap

    def blocks(self) -> int:
        """Stops the bot; what the bot sends now is refused with 403."""
        self._chat.blocked = True
        return self._membership("member", "kicked")

    def unblocks(self) -> int:
        """Starts the bot again."""
        self._chat.blocked = False
        return self._membership("kicked", "member")

    def deletes_chat(self, *, stop: bool = False) -> int:
        """Deletes the chat on both sides; `stop` blocks the bot too. Returns update_id or 0."""
        self._chat.messages.clear()
        self._world.note(self._chat, "note", f"{self._chat.name} deleted the chat")
        return self.blocks() if stop else 0

    def deletes_account(self) -> None:
        """Is gone: what the bot sends now is refused with 403 "user is deactivated"."""
        self._chat.deactivated = True
        self._world.note(self._chat, "note", f"{self._chat.name} deleted the account")

    def _membership(self, old: str, new: str) -> int:
        self._world.note(
            self._chat, "note", f"{self._chat.name} {'blocked' if new == 'kicked' else 'unblocked'} the bot"
        )
        return push_membership(self._world, self._chat, self.user, old, new)


def push_membership(world: World, chat: Chat, user: Json, old: str, new: str) -> int:
    """Tells the bot that its standing in a chat changed."""
    until = {"until_date": 0}
    members = [
        {"user": world.bot, "status": status} | (until if status == "kicked" else {}) for status in (old, new)
    ]
    raw = {
        "chat": chat.about, "from": user, "date": int(world.now()),
        "old_chat_member": members[0], "new_chat_member": members[1],
    }  # fmt: skip
    return world.updates.push("my_chat_member", raw, ("chat", chat.id))


class Group(Place):
    """A group that somebody added the bot to."""

    def __init__(self, world: World, chat_id: int, title: str, by: Person) -> None:
        about = {"id": chat_id, "type": "supergroup" if chat_id < -(10**12) else "group", "title": title}
        super().__init__(world, Chat(about))
        world.chats[chat_id] = self._chat
        self.added = push_membership(world, self._chat, by.user, "left", "member")

    @property
    def has_bot(self) -> bool:
        """Whether the bot is still there."""
        return self._chat.member

    def says(self, person: Person, text: str, reply_to: int | None = None) -> int:
        """A member writes something that the bot may read; returns the update_id."""
        if not self.has_bot:
            raise AssertionError("the bot has left this group and reads nothing")
        return self._says(person.user, _text(text) | self._reply_to(reply_to))

    def removes_bot(self, by: Person) -> int:
        """A member throws the bot out."""
        self._chat.member = False
        return push_membership(self._world, self._chat, by.user, "member", "kicked")
