"""The part of an update that we look at stands here, typed; everything else in it is skipped unread."""

from typing import Annotated

import msgspec

Number = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
"""What both Telegram and a database column can hold."""


class Chat(msgspec.Struct):
    id: Number
    type: str


class User(msgspec.Struct):
    id: Number
    is_bot: bool = False


class Message(msgspec.Struct):
    message_id: Number
    chat: Chat
    sender: User | None = msgspec.field(name="from", default=None)
    text: str | None = None
    caption: str | None = None

    @property
    def words(self) -> str | None:
        return self.text or self.caption or None


class Tap(msgspec.Struct):
    """A callback query; `message` is missing when it is too old for Telegram to show."""

    id: str
    sender: User = msgspec.field(name="from")
    message: Message | None = None
    data: str | None = None

    @property
    def chat(self) -> Chat:
        """A private chat has the number of its person."""
        return Chat(self.sender.id, "private") if self.message is None else self.message.chat


class Standing(msgspec.Struct):
    status: str


class Membership(msgspec.Struct):
    """How the bot itself stands in a chat now: "kicked" is what a private chat calls being blocked."""

    chat: Chat
    new_chat_member: Standing


class Update(msgspec.Struct):
    update_id: Number
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Tap | None = None
    my_chat_member: Membership | None = None


decode = msgspec.json.Decoder(Update).decode
"""Bytes of one update in; raises what `UNREADABLE` names."""

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
