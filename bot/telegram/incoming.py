"""Every update of Telegram becomes something that happened to a person here, or is seen to concern nobody.

Only what is used is decoded, straight from the update's bytes: 1-3 µs, where PTB's `Update.de_json` takes
about 110 for a text and 170 for a tap, and what is not looked at cannot do harm.
"""

import re
from dataclasses import dataclass
from typing import Any, Final

from bot.arrival import Arrival
from bot.telegram import shapes
from bot.telegram.kinds import what_was_sent
from bot.telegram.strings import loosely, strings_in
from flows.talk import Blocked, Broken, Chose, Command, Edited, Incoming, Said, Unblocked

CHANNEL: Final = "telegram"
LONGEST_DATA: Final = 64  # bytes; Telegram's limit for what a button sends back
FORGED: Final = Chose("", -1)

_COMMAND: Final = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@[A-Za-z0-9_]+)?(?:\s+(.*))?", re.DOTALL)
_BUTTON: Final = re.compile(r"([0-9]{1,15}):(.+)", re.DOTALL)
_KINDS: Final = ("message", "edited_message", "callback_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody we do not talk with: a group or a channel (leave it with one sentence), or another bot
    (`silent`: two bots that answer each other never stop).
    """

    chat: int
    update: int
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Ignored:
    """Nothing to answer: mark `update` as seen. `malformed` is what came when it made no sense to us."""

    update: int | None
    malformed: bytes = b""


Meaning = Arrival | Outsider | Ignored


def arrival(raw: bytes, source: str) -> Meaning:
    """What one update means. `raw` is its JSON, `source` names where it came from. Never raises.

    An update whose shape is not Telegram's becomes `Broken` for the person it came from, with every word in
    it for the crisis screen; when it does not even say who that is, it is `Ignored` with its bytes.
    """
    try:
        update = shapes.decode(raw)
    except shapes.UNREADABLE:
        return _broken(raw, source)
    if update.callback_query is not None:
        return _tap(update.update_id, update.callback_query, source, raw)
    if update.my_chat_member is not None:
        return _membership(update.update_id, update.my_chat_member, source)
    return _message(update, source, raw)


def _message(update: shapes.Update, source: str, raw: bytes) -> Meaning:
    message = update.message or update.edited_message
    if message is None:
        return Ignored(update.update_id)
    if (outsider := _outsider(message.chat, message.sender, update.update_id)) is not None:
        return outsider
    incoming = _edited(message) if update.message is None else _said(message, raw)
    if incoming is None:
        return Ignored(update.update_id)
    return Arrival(CHANNEL, str(message.chat.id), incoming, source, update.update_id, raw=raw)


def _said(message: shapes.Message, raw: bytes) -> Incoming | None:
    words = message.words
    if words is None:
        return what_was_sent(raw)
    return _command(words) if words[0] == "/" else Said(words)


def _command(text: str) -> Incoming:
    found = _COMMAND.fullmatch(text)
    if found is None:
        return Said(text)
    return Command(found[1].lower(), (found[2] or "").strip())


def _edited(message: shapes.Message) -> Edited | None:
    """A live location moves by edits, too: nothing was said then."""
    words = message.words
    return None if words is None else Edited(words)


def _tap(update: int, tap: shapes.Tap, source: str, raw: bytes) -> Meaning:
    if (outsider := _outsider(tap.chat, tap.sender, update)) is not None:
        return outsider
    number = None if tap.message is None else tap.message.message_id
    return Arrival(CHANNEL, str(tap.chat.id), _choice(tap.data), source, update, number, tap.id, raw)


def _choice(data: str | None) -> Chose:
    """Button data is TURN:ANSWER; anything else was not made by us."""
    found = _BUTTON.fullmatch(data or "")
    if found is None or len(found[0].encode()) > LONGEST_DATA:
        return FORGED
    return Chose(found[2], int(found[1]))


def _membership(update: int, change: shapes.Membership, source: str) -> Meaning:
    gone = change.new_chat_member.status in ("kicked", "left")
    if change.chat.type != "private":
        return Ignored(update) if gone else Outsider(change.chat.id, update)
    incoming = Blocked() if gone else Unblocked()
    return Arrival(CHANNEL, str(change.chat.id), incoming, source, update)


def _outsider(chat: shapes.Chat, sender: shapes.User | None, update: int) -> Outsider | None:
    if chat.type != "private":
        return Outsider(chat.id, update)
    if sender is not None and sender.is_bot:
        return Outsider(chat.id, update, silent=True)
    return None


def _broken(raw: bytes, source: str) -> Meaning:
    """By hand, because no type fits: only what surely is what it says is used."""
    value = loosely(raw)
    found = value if isinstance(value, dict) else {}
    update = _number(found.get("update_id"))
    inner: dict[str, Any] = next((found[kind] for kind in _KINDS if isinstance(found.get(kind), dict)), {})
    chat = _whose(inner)
    if chat is None or update is None:
        return Ignored(update, raw)
    if chat < 0 or _is_bot(inner.get("from")):
        return Outsider(chat, update, silent=chat > 0)
    tap = inner.get("id")
    callback = tap if isinstance(tap, str) else None
    return Arrival(CHANNEL, str(chat), Broken(strings_in(found)), source, update, callback=callback, raw=raw)


def _whose(inner: dict[str, Any]) -> int | None:
    """The chat of a message, of a tapped message, or the private chat of whoever tapped."""
    places = (inner, inner.get("message"))
    chats = [place.get("chat") for place in places if isinstance(place, dict)] + [inner.get("from")]
    ids = (_number(chat.get("id")) for chat in chats if isinstance(chat, dict))
    return next((found for found in ids if found is not None), None)


def _is_bot(sender: Any) -> bool:
    return isinstance(sender, dict) and sender.get("is_bot") is True


def _number(value: Any) -> int | None:
    """An integer that the database can hold, or None."""
    fits = isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63
    return value if fits else None
