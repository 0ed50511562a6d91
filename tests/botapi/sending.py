"""Every method that makes a new message lives here."""

from typing import Any

from .checks import Upload, Values, utf16_length
from .entities import Entity, parse_html, trim
from .errors import BotApiError, bad
from .keyboards import check_markup, inline, reply_labels
from .records import Json, Message
from .spec import METHODS
from .world import Chat, World

MAX_PHOTO = 10 * 2**20
MAX_FILE = 50 * 2**20
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
# What needs something that no chat of this server has.
_FOREIGN = {
    "business_connection_id": "business connection not found",
    "message_thread_id": "message thread not found",
    "direct_messages_topic_id": "direct messages topic not found",
    "suggested_post_parameters": "suggested posts can be sent only to channel direct messages",
    "message_effect_id": "EFFECT_ID_INVALID",
    "inline_message_id": "MESSAGE_ID_INVALID",
    "rich_message": "rich messages are not supported",
}


def refuse_foreign(values: Values) -> None:
    """Raises BotApiError 400 for a parameter that only makes sense in chats that do not exist here."""
    for name, sentence in _FOREIGN.items():
        if name in values:
            raise bad(sentence)


def read_text(method: str, values: Values) -> tuple[str, list[Entity]]:
    """The text (or caption) of a call after entities parsing, within the limits of the table."""
    name, key = ("caption", "caption_entities") if "caption" in values else ("text", "entities")
    text, entities = _formatted(values.get(name, ""), values.get("parse_mode", ""), values.get(key, []))
    text, entities = trim(text, entities)
    limit = next((param for param in METHODS[method].params if param.name == name), None)
    if limit and limit.high and utf16_length(text) > limit.high:
        raise bad("MESSAGE_TOO_LONG" if method.startswith("edit") else limit.over or "text is too long")
    if not text and name == "text":
        raise bad("text must be non-empty")
    return text, entities


def _formatted(text: str, mode: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    if mode == "HTML":
        return parse_html(text)
    if mode:
        raise bad("unsupported parse_mode")
    length = utf16_length(text)
    if any(e["offset"] < 0 or e["length"] <= 0 or e["offset"] + e["length"] > length for e in entities):
        raise bad("can't parse entities: an entity lies outside the text")
    return text, entities


def send_message(world: World, values: Values) -> Json:
    """Sends a text; returns the Message."""
    chat = _address(world, values)
    if not values["text"]:
        raise bad("message text is empty")
    text, entities = read_text("sendMessage", values)
    content: Json = {"text": text} | ({"entities": entities} if entities else {})
    if options := values.get("link_preview_options"):
        content["link_preview_options"] = options
    return _send(world, chat, values, content)


def _address(world: World, values: Values) -> Chat:
    refuse_foreign(values)
    chat = world.chat(values["chat_id"])
    check_markup(values.get("reply_markup"))
    chat.writable()
    return chat


def _send(world: World, chat: Chat, values: Values, content: Json, file: Upload | None = None) -> Json:
    raw: Json = {
        "message_id": world.message_id(), "from": world.bot, "chat": chat.about, "date": int(world.now()),
    } | _reply(chat, values) | content  # fmt: skip
    if kept := inline(values.get("reply_markup")):
        raw["reply_markup"] = kept
    if values.get("protect_content"):
        raw["has_protected_content"] = True
    data, name = (file.data, file.name) if file else (None, None)
    labels = reply_labels(values.get("reply_markup"))
    world.post(chat, Message(raw, True, world.now(), file=data, file_name=name, keyboard=labels), "sent")
    return raw


def _reply(chat: Chat, values: Values) -> Json:
    reply = values.get("reply_parameters")
    if not reply:
        return {}
    found = chat.messages.get(reply["message_id"])
    if found is None and not reply.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return (
        {"reply_to_message": {k: v for k, v in found.raw.items() if k != "reply_to_message"}} if found else {}
    )


def _upload(world: World, values: Values, kind: str, most: int) -> Upload:
    given = values[kind]
    if isinstance(given, Upload):
        _check_file(given, kind, most)
        return given
    if given.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    if given not in world.files:
        raise bad("wrong file identifier/HTTP URL specified")
    data, name = world.files[given]
    return Upload(name, data, "")


def _check_file(file: Upload, kind: str, most: int) -> None:
    if not file.data:
        raise bad("file must be non-empty")
    if len(file.data) > most:
        raise BotApiError(413, "Request Entity Too Large")
    if kind == "photo" and not file.data.startswith(_IMAGES):
        raise bad("IMAGE_PROCESS_FAILED")


def _dimensions(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG; a usual size for anything else."""
    if not data.startswith(_IMAGES[0]) or len(data) < 24:
        return 800, 600
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _captioned(method: str, values: Values) -> Json:
    if not values.get("caption"):
        return {}
    text, entities = read_text(method, values)
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def send_photo(world: World, values: Values) -> Json:
    """Sends a picture of at most 10 MB; width and height together at most 10,000, their ratio at most 20."""
    chat = _address(world, values)
    caption = _captioned("sendPhoto", values)
    file = _upload(world, values, "photo", MAX_PHOTO)
    width, height = _dimensions(file.data)
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    size = world.store(file.data, file.name) | {"width": width, "height": height}
    return _send(world, chat, values, {"photo": [size]} | caption, file)


def _about(world: World, file: Upload) -> Json:
    about = world.store(file.data, file.name) | {"file_name": file.name}
    return about | ({"mime_type": file.content_type} if file.content_type else {})


def send_document(world: World, values: Values) -> Json:
    """Sends a file of at most 50 MB."""
    chat = _address(world, values)
    caption = _captioned("sendDocument", values)
    file = _upload(world, values, "document", MAX_FILE)
    return _send(world, chat, values, {"document": _about(world, file)} | caption, file)


def send_animation(world: World, values: Values) -> Json:
    """Sends a GIF or a silent film of at most 50 MB; Telegram gives the old field `document` with it."""
    chat = _address(world, values)
    caption = _captioned("sendAnimation", values)
    file = _upload(world, values, "animation", MAX_FILE)
    about = _about(world, file)
    sizes: dict[str, Any] = {key: values.get(key, usual) for key, usual in _ANIMATION.items()}
    return _send(world, chat, values, {"animation": about | sizes, "document": about} | caption, file)


_ANIMATION = {"width": 320, "height": 320, "duration": 1}
