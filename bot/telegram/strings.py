"""Every word that a person may have written anywhere in an update is found here, whatever its shape."""

import json
from collections.abc import Iterator
from typing import Any, Final

# What surrounds a message without being said in it: who sent it, and the buttons that hang on it.
_NOT_SAID: Final = frozenset(
    {"from", "chat", "sender_chat", "via_bot", "reply_markup", "entities", "caption_entities", "thumbnail"}
)
# Made by machines: nobody writes in them.
_MACHINE: Final = frozenset(
    {
        "id",
        "file_id",
        "file_unique_id",
        "mime_type",
        "type",
        "chat_instance",
        "language_code",
        "status",
        "data",
    }
)


def strings_in(raw: bytes | dict[str, Any]) -> str:
    """All of them, one to a line, without the bot's own words; text that is no JSON is returned as it is.

    Takes one update as its bytes or parsed. Never raises.
    """
    return "\n".join(_strings(raw if isinstance(raw, dict) else loosely(raw)))


def loosely(raw: bytes) -> Any:
    """The JSON value in `raw`, read as patiently as can be; the text itself when it is none."""
    text = raw.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _strings(value: Any) -> Iterator[str]:
    """Walks with a list of its own instead of recursion: nothing that is nested deeply can end it."""
    left = [value]
    while left:
        item = left.pop()
        if isinstance(item, str):
            yield item.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        elif isinstance(item, list):
            left.extend(reversed(item))
        elif isinstance(item, dict) and not _by_a_bot(item):
            left.extend(item[key] for key in reversed(item) if key not in _NOT_SAID and _may_speak(key))


def _may_speak(key: str) -> bool:
    return key not in _MACHINE and not key.endswith("_id")


def _by_a_bot(item: dict[str, Any]) -> bool:
    sender = item.get("from")
    return isinstance(sender, dict) and sender.get("is_bot") is True
