"""Every method that the bot uses, with all its parameters and limits, lives here.

A table of our own, held against the published Bot API 10.1 by test_spec.py. `types` are the published names
joined by "|"; `low` and `high` are the published limits: UTF-16 units for strings (after entities parsing
where `parsed`), entries for arrays, the value itself for integers. `missing` and `over` are Telegram's own
sentences for a required parameter that is absent and for one beyond its limit.
"""

from dataclasses import dataclass

KEYBOARDS = "InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply"
ACTIONS = (
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of one method."""

    name: str
    types: str
    required: bool = False
    low: int | None = None
    high: int | None = None
    missing: str | None = None
    over: str | None = None
    parsed: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """One method: its name, what it returns (published names), its parameters."""

    name: str
    returns: str
    params: tuple[Param, ...] = ()


CHAT = Param("chat_id", "Integer|String", required=True, missing="chat_id is empty")
CHAT_OR_INLINE = Param("chat_id", "Integer|String", missing="chat_id is empty")
MESSAGE = Param("message_id", "Integer", missing="message identifier is not specified")
BUSINESS = Param("business_connection_id", "String")
THREAD = Param("message_thread_id", "Integer")
LANGUAGE = Param("language_code", "String", pattern=r"(?:[a-z]{2})?")
ALLOWED = Param("allowed_updates", "Array of String")
INLINE_KEYBOARD = Param("reply_markup", "InlineKeyboardMarkup")
SCOPE = Param("scope", "BotCommandScope")

ADDRESS = (BUSINESS, CHAT, THREAD, Param("direct_messages_topic_id", "Integer"))
SENDING = (
    Param("disable_notification", "Boolean"),
    Param("protect_content", "Boolean"),
    Param("allow_paid_broadcast", "Boolean"),
    Param("message_effect_id", "String"),
    Param("suggested_post_parameters", "SuggestedPostParameters"),
    Param("reply_parameters", "ReplyParameters"),
    Param("reply_markup", KEYBOARDS),
)
CAPTION = (
    Param("caption", "String", low=0, high=1024, over="message caption is too long", parsed=True),
    Param("parse_mode", "String"),
    Param("caption_entities", "Array of MessageEntity"),
)
SHOWN = (Param("show_caption_above_media", "Boolean"), Param("has_spoiler", "Boolean"))
THUMBNAIL = Param("thumbnail", "InputFile|String")


def _text(required: bool) -> tuple[Param, ...]:
    return (
        Param("text", "String", required, low=1, high=4096, missing="message text is empty",
              over="message is too long", parsed=True),
        Param("parse_mode", "String"),
        Param("entities", "Array of MessageEntity"),
        Param("link_preview_options", "LinkPreviewOptions"),
    )  # fmt: skip


def _file(kind: str) -> Param:
    return Param(kind, "InputFile|String", required=True, missing=f"there is no {kind} in the request")


_ALL = (
    Method("getMe", "User"),
    Method("getUpdates", "Array of Update", (
        Param("offset", "Integer"),
        Param("limit", "Integer", low=1, high=100),
        Param("timeout", "Integer", low=0),
        ALLOWED,
    )),
    Method("sendMessage", "Message", (*ADDRESS, *_text(required=True), *SENDING)),
    Method("sendPhoto", "Message", (*ADDRESS, _file("photo"), *CAPTION, *SHOWN, *SENDING)),
    Method("sendAnimation", "Message", (
        *ADDRESS, _file("animation"), Param("duration", "Integer", low=0), Param("width", "Integer", low=0),
        Param("height", "Integer", low=0), THUMBNAIL, *CAPTION, *SHOWN, *SENDING,
    )),
    Method("sendDocument", "Message", (
        *ADDRESS, _file("document"), THUMBNAIL, *CAPTION,
        Param("disable_content_type_detection", "Boolean"), *SENDING,
    )),
    Method("editMessageText", "Message|Boolean", (
        BUSINESS, CHAT_OR_INLINE, MESSAGE, Param("inline_message_id", "String"), *_text(required=False),
        Param("rich_message", "InputRichMessage"), INLINE_KEYBOARD,
    )),
    Method("editMessageReplyMarkup", "Message|Boolean", (
        BUSINESS, CHAT_OR_INLINE, MESSAGE, Param("inline_message_id", "String"), INLINE_KEYBOARD,
    )),
    Method("deleteMessage", "Boolean", (
        CHAT, Param("message_id", "Integer", required=True, missing="message identifier is not specified"),
    )),
    Method("deleteMessages", "Boolean", (
        CHAT,
        Param("message_ids", "Array of Integer", required=True, low=1, high=100,
              missing="message identifiers are not specified", over="too many message identifiers specified"),
    )),
    Method("answerCallbackQuery", "Boolean", (
        Param("callback_query_id", "String", required=True),
        Param("text", "String", low=0, high=200, over="MESSAGE_TOO_LONG"),
        Param("show_alert", "Boolean"),
        Param("url", "String"),
        Param("cache_time", "Integer", low=0),
    )),
    Method("sendChatAction", "Boolean", (
        BUSINESS, CHAT, THREAD,
        Param("action", "String", True, missing="wrong parameter action in request", choices=ACTIONS),
    )),
    Method("setMyCommands", "Boolean", (
        Param("commands", "Array of BotCommand", True, high=100, over="BOT_COMMANDS_TOO_MUCH"),
        SCOPE, LANGUAGE,
    )),
    Method("getMyCommands", "Array of BotCommand", (SCOPE, LANGUAGE)),
    Method("deleteMyCommands", "Boolean", (SCOPE, LANGUAGE)),
    Method("setMyDescription", "Boolean", (Param("description", "String", low=0, high=512), LANGUAGE)),
    Method("getMyDescription", "BotDescription", (LANGUAGE,)),
    Method("setMyShortDescription", "Boolean", (
        Param("short_description", "String", low=0, high=120), LANGUAGE,
    )),
    Method("getMyShortDescription", "BotShortDescription", (LANGUAGE,)),
    Method("setChatMenuButton", "Boolean", (Param("chat_id", "Integer"), Param("menu_button", "MenuButton"))),
    Method("setWebhook", "Boolean", (
        Param("url", "String", required=True),
        Param("certificate", "InputFile"),
        Param("ip_address", "String"),
        Param("max_connections", "Integer", low=1, high=100),
        ALLOWED,
        Param("drop_pending_updates", "Boolean"),
        Param("secret_token", "String", low=1, high=256),
    )),
    Method("deleteWebhook", "Boolean", (Param("drop_pending_updates", "Boolean"),)),
    Method("getWebhookInfo", "WebhookInfo"),
    Method("leaveChat", "Boolean", (CHAT,)),
)  # fmt: skip

METHODS: dict[str, Method] = {method.name: method for method in _ALL}
