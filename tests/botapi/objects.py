"""Every JSON object that a parameter may hold, field by field, lives here.

Held against the published Bot API like the methods. A field reads "Integer|String!": published type names
joined by "|", "!" when it is required. Objects that the bot has no use for are `OPAQUE`: any object passes.
"""

Fields = dict[str, str]

OPAQUE = frozenset({
    "CallbackGame", "InputRichMessage", "KeyboardButtonPollType", "KeyboardButtonRequestChat",
    "KeyboardButtonRequestManagedBot", "KeyboardButtonRequestUsers", "LoginUrl", "SuggestedPostParameters",
    "SwitchInlineQueryChosenChat", "User", "WebAppInfo",
})  # fmt: skip

OBJECTS: dict[str, Fields] = {
    "InlineKeyboardMarkup": {"inline_keyboard": "Array of Array of InlineKeyboardButton!"},
    "InlineKeyboardButton": {
        "text": "String!",
        "icon_custom_emoji_id": "String",
        "style": "String",
        "url": "String",
        "callback_data": "String",
        "web_app": "WebAppInfo",
        "login_url": "LoginUrl",
        "switch_inline_query": "String",
        "switch_inline_query_current_chat": "String",
        "switch_inline_query_chosen_chat": "SwitchInlineQueryChosenChat",
        "copy_text": "CopyTextButton",
        "callback_game": "CallbackGame",
        "pay": "Boolean",
    },
    "CopyTextButton": {"text": "String!"},
    "ReplyKeyboardMarkup": {
        "keyboard": "Array of Array of KeyboardButton!",
        "is_persistent": "Boolean",
        "resize_keyboard": "Boolean",
        "one_time_keyboard": "Boolean",
        "input_field_placeholder": "String",
        "selective": "Boolean",
    },
    "KeyboardButton": {
        "text": "String!",
        "icon_custom_emoji_id": "String",
        "style": "String",
        "request_users": "KeyboardButtonRequestUsers",
        "request_chat": "KeyboardButtonRequestChat",
        "request_managed_bot": "KeyboardButtonRequestManagedBot",
        "request_contact": "Boolean",
        "request_location": "Boolean",
        "request_poll": "KeyboardButtonPollType",
        "web_app": "WebAppInfo",
    },
    "ReplyKeyboardRemove": {"remove_keyboard": "Boolean!", "selective": "Boolean"},
    "ForceReply": {"force_reply": "Boolean!", "input_field_placeholder": "String", "selective": "Boolean"},
    "LinkPreviewOptions": {
        "is_disabled": "Boolean",
        "url": "String",
        "prefer_small_media": "Boolean",
        "prefer_large_media": "Boolean",
        "show_above_text": "Boolean",
    },
    "ReplyParameters": {
        "message_id": "Integer!",
        "chat_id": "Integer|String",
        "allow_sending_without_reply": "Boolean",
        "quote": "String",
        "quote_parse_mode": "String",
        "quote_entities": "Array of MessageEntity",
        "quote_position": "Integer",
        "checklist_task_id": "Integer",
        "poll_option_id": "String",
    },
    "MessageEntity": {
        "type": "String!",
        "offset": "Integer!",
        "length": "Integer!",
        "url": "String",
        "user": "User",
        "language": "String",
        "custom_emoji_id": "String",
        "unix_time": "Integer",
        "date_time_format": "String",
    },
    "BotCommand": {"command": "String!", "description": "String!"},
    "BotCommandScopeDefault": {"type": "String!"},
    "BotCommandScopeAllPrivateChats": {"type": "String!"},
    "BotCommandScopeAllGroupChats": {"type": "String!"},
    "BotCommandScopeAllChatAdministrators": {"type": "String!"},
    "BotCommandScopeChat": {"type": "String!", "chat_id": "Integer|String!"},
    "BotCommandScopeChatAdministrators": {"type": "String!", "chat_id": "Integer|String!"},
    "BotCommandScopeChatMember": {"type": "String!", "chat_id": "Integer|String!", "user_id": "Integer!"},
    "MenuButtonCommands": {"type": "String!"},
    "MenuButtonWebApp": {"type": "String!", "text": "String!", "web_app": "WebAppInfo!"},
    "MenuButtonDefault": {"type": "String!"},
}

# A union is told apart by its "type"; reply markups have none and are told apart by their first field.
UNIONS: dict[str, dict[str, str]] = {
    "BotCommandScope": {
        "default": "BotCommandScopeDefault",
        "all_private_chats": "BotCommandScopeAllPrivateChats",
        "all_group_chats": "BotCommandScopeAllGroupChats",
        "all_chat_administrators": "BotCommandScopeAllChatAdministrators",
        "chat": "BotCommandScopeChat",
        "chat_administrators": "BotCommandScopeChatAdministrators",
        "chat_member": "BotCommandScopeChatMember",
    },
    "MenuButton": {
        "commands": "MenuButtonCommands",
        "web_app": "MenuButtonWebApp",
        "default": "MenuButtonDefault",
    },
}
KEYBOARD_BY_FIELD = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}
UPDATE_TYPES = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "guest_message",
    "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query",
    "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot",
)  # fmt: skip
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
