"""A strict Telegram of our own for tests; what tests import from it is named here."""

from .api import BotApi
from .people import Group, Person
from .records import Answer, Button, Call, Message, Tap
from .remote import RemoteBotApi, in_another_process

__all__ = [
    "Answer", "BotApi", "Button", "Call", "Group", "Message", "Person", "RemoteBotApi", "Tap",
    "in_another_process",
]  # fmt: skip
