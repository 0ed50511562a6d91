"""Every method that is about the bot itself, or that only answers a person's client, lives here."""

import re
from typing import Any

from .checks import Values, utf16_length
from .errors import QUERY_GONE, bad
from .records import Answer, Json
from .sending import refuse_foreign
from .wire import encode
from .world import World

_COMMAND = re.compile(r"[a-z0-9_]{1,32}", re.ASCII)


def get_me(world: World, _: Values) -> Json:
    """The bot as a User."""
    return world.bot | {
        "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
        "can_connect_to_business": False, "has_main_web_app": False, "supports_guest_queries": False,
        "has_topics_enabled": False, "allows_users_to_create_topics": False, "can_manage_bots": False,
        "supports_join_request_queries": False,
    }  # fmt: skip


def answer_callback_query(world: World, values: Values) -> bool:
    """Answers a tap, once and in time."""
    query = world.queries.pop(values["callback_query_id"], None)
    if query is None or query.expires <= world.now():
        raise bad(QUERY_GONE)
    if "url" in values:
        raise bad("URL_INVALID")
    answer = Answer(values.get("text", ""), values.get("show_alert", False))
    query.tap.answered.set(answer)
    if answer.text:
        world.note(query.chat, "alert", answer.text)
    return True


def send_chat_action(world: World, values: Values) -> bool:
    """Shows "typing…"."""
    refuse_foreign(values)
    world.chat(values["chat_id"]).writable()
    return True


def leave_chat(world: World, values: Values) -> bool:
    """The bot leaves a group; a private chat cannot be left."""
    chat = world.chat(values["chat_id"])
    if chat.user is not None:
        raise bad("chat member status can't be changed in private chats")
    chat.writable()
    chat.member = False
    world.note(chat, "note", "the bot left")
    return True


def _place(values: Values) -> tuple[str, str]:
    scope = values.get("scope") or {"type": "default"}
    return encode(dict(sorted(scope.items()))).decode(), values.get("language_code", "")


def set_my_commands(world: World, values: Values) -> bool:
    """The menu of commands for one scope and language."""
    for command in values["commands"]:
        if not _COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not command["description"].strip():
            raise bad("command description must be non-empty")
        if utf16_length(command["description"]) > 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    names = [command["command"] for command in values["commands"]]
    if len(set(names)) < len(names):
        raise bad("BOT_COMMAND_INVALID")
    world.profile.commands[_place(values)] = values["commands"]
    return True


def get_my_commands(world: World, values: Values) -> list[Json]:
    """The commands of exactly this scope and language."""
    return world.profile.commands.get(_place(values), [])


def delete_my_commands(world: World, values: Values) -> bool:
    """Removes the commands of exactly this scope and language."""
    world.profile.commands.pop(_place(values), None)
    return True


def _set(texts: dict[str, str], values: Values, name: str) -> bool:
    texts[values.get("language_code", "")] = values.get(name, "")
    return True


def set_my_description(world: World, values: Values) -> bool:
    """What an empty chat shows."""
    return _set(world.profile.description, values, "description")


def set_my_short_description(world: World, values: Values) -> bool:
    """What the bot's profile page shows."""
    return _set(world.profile.short_description, values, "short_description")


def get_my_description(world: World, values: Values) -> Json:
    """The description for this language."""
    return {"description": _best(world.profile.description, values)}


def get_my_short_description(world: World, values: Values) -> Json:
    """The short description for this language."""
    return {"short_description": _best(world.profile.short_description, values)}


def _best(texts: dict[str, str], values: Values) -> str:
    return texts.get(values.get("language_code", "")) or texts.get("", "")


def set_chat_menu_button(world: World, values: Values) -> bool:
    """The button beside the input field, in one private chat or by default."""
    chat: Any = values.get("chat_id")
    if chat is not None and world.chat(chat).user is None:
        raise bad("chat not found")
    world.profile.menu_buttons[chat] = values.get("menu_button") or {"type": "default"}
    return True
