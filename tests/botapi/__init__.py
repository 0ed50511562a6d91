"""A strict Telegram of our own for tests; what tests import from it is named here.

async with BotApi() as api:  # give the bot api.base_url and api.token
    ada = api.person(1001, "Ada")
    ada.says("/start")
    message = await ada.hears()
    tap = ada.taps("I'm ready")
    assert (await tap.answered).text == ""
    assert (await ada.hears()).text.startswith("How strong")
    assert api.refused == []
"""

from .api import BotApi
from .people import Group, Person
from .records import Answer, Button, Call, Message, Tap
from .remote import RemoteBotApi, in_another_process

__all__ = [
    "Answer", "BotApi", "Button", "Call", "Group", "Message", "Person", "RemoteBotApi", "Tap",
    "in_another_process",
]  # fmt: skip
