"""What a message is that holds no plain text is told here: a picture, a voice, or words in another dress."""

from typing import Any, Final

from bot.telegram.strings import loosely, strings_in
from flows.talk import Incoming, Said, Sent

# Telegram's field names, by the names that flows/talk.py gives them; an animation also has a document.
_SENT: Final = {
    "sticker": "sticker",
    "photo": "photo",
    "live_photo": "photo",
    "voice": "voice",
    "audio": "voice",
    "video": "video",
    "video_note": "video",
    "location": "location",
    "venue": "location",
}
_OTHER: Final = (
    *("animation", "document", "contact", "dice", "game", "invoice", "paid_media", "story", "users_shared"),
    *("chat_shared", "gift", "unique_gift", "giveaway", "passport_data", "web_app_data"),
)
_WRITTEN: Final = ("rich_message", "poll", "checklist")  # nothing but words, in a form


def what_was_sent(raw: bytes) -> Incoming | None:
    """For an update whose message has neither text nor caption; None for Telegram's own notices.

    A poll, a checklist and a formatted message are words that a person wrote, so they are `Said`.
    """
    update = loosely(raw)
    message: dict[str, Any] = update["message"] if isinstance(update, dict) else {}
    for kind in _WRITTEN:
        if kind in message and (words := strings_in({kind: message[kind]})):
            return Said(words)
    for kind, what in _SENT.items():
        if kind in message:
            return Sent(what, strings_in({kind: message[kind]}))
    others: dict[str, Any] = {kind: message[kind] for kind in (*_OTHER, *_WRITTEN) if kind in message}
    return Sent("other", strings_in(others)) if others else None
