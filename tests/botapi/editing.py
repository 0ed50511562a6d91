"""Every method that changes or removes a message that is already there lives here."""

from .checks import Values
from .errors import NOT_MODIFIED, bad
from .keyboards import check_markup, inline
from .records import Json, Message
from .sending import read_text, refuse_foreign
from .world import Chat, World

DELETABLE_FOR = 48 * 3600.0  # seconds


def _found(world: World, values: Values) -> tuple[Chat, Message]:
    refuse_foreign(values)
    chat = world.chat(values.get("chat_id"))
    if "message_id" not in values:
        raise bad("message identifier is not specified")
    check_markup(values.get("reply_markup"))
    chat.writable()
    message = chat.messages.get(values["message_id"])
    if message is None:
        raise bad("message to edit not found")
    if not message.from_bot or message.keyboard:
        raise bad("message can't be edited")
    return chat, message


def _edited(world: World, chat: Chat, old: Message, changes: Json, markup: Json | None) -> Json:
    raw = {k: v for k, v in old.raw.items() if k not in ("reply_markup", "edit_date", *changes)}
    raw |= {k: v for k, v in changes.items() if v}
    if markup:
        raw["reply_markup"] = markup
    if raw == {k: v for k, v in old.raw.items() if k != "edit_date"}:
        raise bad(NOT_MODIFIED)
    raw["edit_date"] = int(world.now())
    new = Message(raw, from_bot=True, time=world.now(), edits=(*old.edits, old.text), file=old.file,
                  file_name=old.file_name)  # fmt: skip
    world.post(chat, new, "edited")
    return raw


def edit_message_text(world: World, values: Values) -> Json:
    """A new text, and a new inline keyboard or none; returns the Message."""
    if not values.get("text") and "rich_message" not in values:
        raise bad("message text is empty")
    chat, message = _found(world, values)
    if "text" not in message.raw:
        raise bad("there is no text in the message to edit")
    text, entities = read_text("editMessageText", values)
    changes: Json = {"text": text, "entities": entities}
    if "link_preview_options" in values:
        changes["link_preview_options"] = values["link_preview_options"]
    return _edited(world, chat, message, changes, inline(values.get("reply_markup")))


def edit_message_reply_markup(world: World, values: Values) -> Json:
    """Another inline keyboard or none; returns the Message."""
    chat, message = _found(world, values)
    return _edited(world, chat, message, {}, inline(values.get("reply_markup")))


def _deletable(world: World, chat: Chat, message: Message) -> None:
    if chat.user is None and not message.from_bot:
        raise bad("message can't be deleted")
    if world.now() - message.raw["date"] >= DELETABLE_FOR:
        raise bad("message can't be deleted for everyone")


def _delete(world: World, chat: Chat, message: Message) -> None:
    del chat.messages[message.id]
    world.note(chat, "deleted", message.text)


def delete_message(world: World, values: Values) -> bool:
    """Deletes a message younger than 48 hours."""
    chat = world.chat(values["chat_id"])
    message = chat.messages.get(values["message_id"])
    if message is None:
        raise bad("message to delete not found")
    _deletable(world, chat, message)
    _delete(world, chat, message)
    return True


def delete_messages(world: World, values: Values) -> bool:
    """Deletes 1-100 messages; those that are not there are skipped."""
    chat = world.chat(values["chat_id"])
    found = [
        chat.messages[number] for number in dict.fromkeys(values["message_ids"]) if number in chat.messages
    ]
    for message in found:
        _deletable(world, chat, message)
    for message in found:
        _delete(world, chat, message)
    return True
