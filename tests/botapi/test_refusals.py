"""Calls that are not of the Bot API's form are refused, whatever the encoding."""

import re
from typing import Any

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MenuButtonCommands,
)
from telegram.error import BadRequest, InvalidToken
from telegram.request import HTTPXRequest

from . import BotApi, Person
from .conftest import RawCall

WRONG = "123456:WRONG"
HELLO = {"chat_id": 1001, "text": "x"}


def _command(name: str, words: str = "x") -> dict[str, Any]:
    return {"commands": [{"command": name, "description": words}]}


def _keyboard(**button: Any) -> dict[str, Any]:
    return HELLO | {"reply_markup": {"inline_keyboard": [[{"text": "a"} | button]]}}


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "unknown parameter": ("sendMessage", HELLO | {"disable_web_page_preview": True}, "unknown parameter .*"),
    "no chat": ("sendMessage", {"text": "x"}, "chat_id is empty"),
    "empty chat": ("sendMessage", {"chat_id": "", "text": "x"}, "chat_id is empty"),
    "no text": ("sendMessage", {"chat_id": 1001}, "message text is empty"),
    "number for text": ("sendMessage", {"chat_id": 1001, "text": 5}, '.*"text" must be String'),
    "text for flag": ("sendMessage", HELLO | {"protect_content": "yes"}, ".*must be Boolean"),
    "number for flag": ("sendMessage", HELLO | {"protect_content": 1}, ".*must be Boolean"),
    "flag for number": ("deleteMessage", {"chat_id": 1001, "message_id": True}, ".*must be Integer"),
    "fraction": ("getUpdates", {"timeout": "1.5"}, ".*must be Integer"),
    "beyond": ("getUpdates", {"limit": 101}, ".*beyond 100"),
    "text for list": ("getUpdates", {"allowed_updates": "message"}, "can't parse allowed updates JSON.*"),
    "broken markup": ("sendMessage", HELLO | {"reply_markup": "{"}, "can't parse reply markup JSON object"),
    "odd markup": ("sendMessage", HELLO | {"reply_markup": {"x": 1}}, '.*"reply_markup" must be .*'),
    "list for markup": ("sendMessage", HELLO | {"reply_markup": []}, "object expected as reply markup"),
    "odd field": (
        "sendMessage",
        _keyboard(callback_data="x", colour="red"),
        'unknown field "colour".*',
    ),
    "no action": ("sendMessage", _keyboard(), ".*Text buttons are unallowed in the inline keyboard"),
    "two actions": (
        "sendMessage",
        _keyboard(callback_data="x", url="https://e.com"),
        ".*exactly one action.*",
    ),
    "odd style": ("sendMessage", _keyboard(callback_data="x", style="red"), ".*invalid button style.*"),
    "odd link": (
        "sendMessage",
        _keyboard(url="t7:ready"),
        "inline keyboard button URL 't7:ready' is invalid.*",
    ),
    "blank label": ("sendMessage", _keyboard(callback_data="x", text=" "), ".*text must be non-empty"),
    "entity outside": (
        "sendMessage",
        HELLO | {"entities": [{"type": "bold", "offset": 0, "length": 2}]},
        "can't parse entities: .*",
    ),
    "no message": ("editMessageText", HELLO, "message identifier is not specified"),
    "no picture": ("sendPhoto", {"chat_id": 1001}, "there is no photo in the request"),
    "no ids": ("deleteMessages", {"chat_id": 1001, "message_ids": []}, "message identifiers are not.*"),
    "many ids": ("deleteMessages", {"chat_id": 1001, "message_ids": [1] * 101}, "too many message ident.*"),
    "odd action": (
        "sendChatAction",
        {"chat_id": 1001, "action": "dance"},
        "wrong parameter action in request",
    ),
    "long toast": ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
    "unknown tap": ("answerCallbackQuery", {"callback_query_id": "1"}, "query is too old and response.*"),
    "odd language": ("setMyDescription", {"description": "x", "language_code": "english"}, ".*wrong format"),
    "long description": ("setMyDescription", {"description": "x" * 513}, ".*beyond 512"),
    "long profile": ("setMyShortDescription", {"short_description": "x" * 121}, ".*beyond 120"),
    "odd scope": ("setMyCommands", {"commands": [], "scope": {"type": "x"}}, ".*BotCommandScope"),
    "capital": ("setMyCommands", _command("Help"), "BOT_COMMAND_INVALID"),
    "slash": ("setMyCommands", _command("/help"), "BOT_COMMAND_INVALID"),
    "long name": ("setMyCommands", _command("x" * 33), "BOT_COMMAND_INVALID"),
    "no words": ("setMyCommands", _command("a", ""), "command description must be non-empty"),
    "long words": ("setMyCommands", _command("a", "x" * 257), "BOT_COMMAND_DESCRIPTION_INVALID"),
    "many commands": (
        "setMyCommands",
        {"commands": [{"command": f"c{n}", "description": "x"} for n in range(101)]},
        "BOT_COMMANDS_TOO_MUCH",
    ),
    "private": ("leaveChat", {"chat_id": 1001}, "chat member status can't be changed in private chats"),
    "far webhook": ("setWebhook", {"url": "https://example.com/hook"}, "bad webhook: only loopback.*"),
    "odd secret": (
        "setWebhook",
        {"url": "http://127.0.0.1:9/", "secret_token": "a b"},
        "secret token contains.*",
    ),
    "connections": ("setWebhook", {"url": "http://127.0.0.1:9/", "max_connections": 101}, ".*beyond 100"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.usefixtures("ada")
async def test_calls_of_the_wrong_form(name: str, api: BotApi, call: RawCall) -> None:
    """Each gets a 400 with Telegram's sentence and changes nothing."""
    method, values, words = REFUSED[name]
    body = await call(method, **values)
    assert (body["ok"], body["error_code"]) == (False, 400)
    assert re.fullmatch(f"Bad Request: {words}", body["description"])
    assert ([refused.method for refused in api.refused], api.journal) == ([method], [])


async def test_unknown_methods_and_tokens(api: BotApi, call: RawCall) -> None:
    """404 and 401 have bodies too."""
    assert (await call("getFoo"))["description"] == "Not Found"
    assert (await call("sendPoll", chat_id=1))["error_code"] == 404
    answer = await call("getMe", token=WRONG)
    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert [refused.code for refused in api.refused] == [404, 404, 401]


async def test_python_telegram_bot_sees_a_wrong_token(api: BotApi) -> None:
    """As it would at Telegram."""
    requests = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    wrong = Bot(WRONG, api.base_url, request=requests[0], get_updates_request=requests[1])
    with pytest.raises(InvalidToken):
        await wrong.initialize()
    for request in requests:
        await request.shutdown()


async def test_everything_python_telegram_bot_may_send(bot: Bot, api: BotApi, ada: Person) -> None:
    """The real encodings of every kind of parameter pass."""
    await bot.set_my_commands([BotCommand("help", "What I can do")], BotCommandScopeAllPrivateChats(), "en")
    assert (await bot.get_my_commands(BotCommandScopeAllPrivateChats(), "en"))[0].command == "help"
    assert await bot.get_my_commands() == ()
    await bot.delete_my_commands(BotCommandScopeAllPrivateChats(), "en")
    await bot.set_my_description("A quiet companion")
    await bot.set_my_short_description("Quiet", "de")
    assert (await bot.get_my_description("de")).description == "A quiet companion"
    assert (await bot.get_my_short_description("de")).short_description == "Quiet"
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    await bot.send_chat_action(ada.id, "typing")
    quiet = LinkPreviewOptions(is_disabled=True)
    await bot.send_message(
        ada.id, "x", disable_notification=True, protect_content=True, link_preview_options=quiet
    )
    assert (await bot.get_webhook_info()).url == ""
    assert api.refused == []


async def test_the_same_call_in_every_encoding(api: BotApi, ada: Person) -> None:
    """JSON, JSON with strings in it, a form, a query, multipart."""
    url = f"{api.base_url}{api.token}/sendMessage"
    words = {
        "chat_id": "1001",
        "text": "1001",
        "protect_content": "true",
        "reply_markup": '{"inline_keyboard":[]}',
    }
    native = {
        "chat_id": 1001,
        "text": "1001",
        "protect_content": True,
        "reply_markup": {"inline_keyboard": []},
    }
    parts = aiohttp.FormData(words, default_to_multipart=True)
    async with aiohttp.ClientSession() as session:
        for how in ({"json": words}, {"json": native}, {"data": words}, {"params": words}, {"data": parts}):
            async with session.post(url, **how) as response:
                assert response.status == 200
    assert [message.text for message in ada.unheard] == ["1001"] * 5
    assert all(sent.params == native for sent in api.calls("sendMessage"))


async def test_a_tap_is_answered_once_and_in_time(bot: Bot, api: BotApi, ada: Person) -> None:
    """Twice, too late, or never asked: the same sentence."""
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
    await bot.send_message(ada.id, "Shall we?", reply_markup=keyboard)
    first, second = ada.taps("Yes"), ada.taps("Yes")
    await bot.answer_callback_query(first.id, "Good", show_alert=True)
    assert await first.answered == await first.answered
    assert ((await first.answered).text, (await first.answered).show_alert) == ("Good", True)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(first.id)
    api.advance(61)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(second.id)
    assert not second.answered.done()
