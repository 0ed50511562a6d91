"""Updates as Telegram sends them are made here, for tests of what they mean."""

import json
from typing import Any

from bot.telegram.incoming import Meaning, arrival

Json = dict[str, Any]
PRIVATE: Json = {"id": 77, "type": "private", "first_name": "Ada"}
PERSON: Json = {"id": 77, "is_bot": False, "first_name": "Ada"}


def read(raw: Any) -> Meaning:
    return arrival(json.dumps(raw).encode(), "telegram:1")


def message(**fields: Any) -> Json:
    about = {"message_id": 5, "date": 1_700_000_000, "from": PERSON, "chat": PRIVATE}
    return {"update_id": 9, "message": about | fields}


def tap(data: Any = "12:ready", **fields: Any) -> Json:
    shown = {"message_id": 6, "date": 1_700_000_000, "chat": PRIVATE, "text": "Ready?"}
    query = {"id": "4711", "from": PERSON, "chat_instance": "1", "data": data, "message": shown}
    return {"update_id": 9, "callback_query": query | fields}


def standing(status: str, chat: Json) -> Json:
    change = {"chat": chat, "from": PERSON, "date": 1, "new_chat_member": {"status": status}}
    return {"update_id": 9, "my_chat_member": change}
