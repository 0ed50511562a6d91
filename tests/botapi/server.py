"""Everything that answers HTTP as the Bot API does lives here."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from .checks import Values, check_params
from .editing import delete_message, delete_messages, edit_message_reply_markup, edit_message_text
from .errors import NOT_FOUND, UNAUTHORIZED, BotApiError, conflict
from .faults import AFTER, Fault, Faults, Limits
from .polling import Polling
from .profile import (
    answer_callback_query,
    delete_my_commands,
    get_me,
    get_my_commands,
    get_my_description,
    get_my_short_description,
    leave_chat,
    send_chat_action,
    set_chat_menu_button,
    set_my_commands,
    set_my_description,
    set_my_short_description,
)  # fmt: skip
from .sending import send_animation, send_document, send_message, send_photo
from .spec import METHODS
from .webhook import Webhook
from .wire import Raw, answer, read_parameters
from .world import World

Control = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]

SYNCHRONOUS: dict[str, Callable[[World, Values], Any]] = {
    "getMe": get_me, "sendMessage": send_message, "sendPhoto": send_photo, "sendAnimation": send_animation,
    "sendDocument": send_document, "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup, "deleteMessage": delete_message,
    "deleteMessages": delete_messages, "answerCallbackQuery": answer_callback_query,
    "sendChatAction": send_chat_action, "setMyCommands": set_my_commands, "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands, "setMyDescription": set_my_description,
    "getMyDescription": get_my_description, "setMyShortDescription": set_my_short_description,
    "getMyShortDescription": get_my_short_description, "setChatMenuButton": set_chat_menu_button,
    "leaveChat": leave_chat,
}  # fmt: skip
_HTML = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class Handler:
    """Answers one HTTP request after another."""

    def __init__(self, world: World, webhook: Webhook, polling: Polling, delay: float) -> None:
        self.world = world
        self.webhook = webhook
        self.polling = polling
        self.faults = Faults()
        self.limits: Limits | None = None
        self.delay = delay  # seconds of round trip
        self.down = False
        self.control: Control | None = None

    async def __call__(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if self.control is not None and path.startswith("/ctl/"):
            return await self.control(request)
        if self.down:
            return _gateway_page()
        token, _, method = path.removeprefix("/bot").partition("/")
        if token != self.world.token or not path.startswith("/bot"):
            return self._refused(method, None, {}, UNAUTHORIZED if path.startswith("/bot") else NOT_FOUND)
        if method not in METHODS:
            return self._refused(method, None, {}, NOT_FOUND)
        return await self._call(method, request)

    async def _call(self, method: str, request: web.BaseRequest) -> web.StreamResponse:
        raw: Raw = {}
        try:
            raw = await read_parameters(request)
        except (ConnectionError, web.RequestPayloadError):
            # The bot was killed while it wrote: half a request is no call, neither accepted nor refused.
            return _hung_up(request)
        except BotApiError as error:
            return self._refused(method, None, raw, error)
        return await self._answered(method, raw, request)

    async def _answered(self, method: str, raw: Raw, request: web.BaseRequest) -> web.StreamResponse:
        try:
            await self._travel()
            fault = self.faults.take(method, self._chat_of(raw))
            if fault is not None and fault.how not in AFTER:
                return await self._struck(fault, method, raw, request)
            return await self._accepted(method, raw, request, fault)
        except BotApiError as error:
            return self._refused(method, self._chat_of(raw), raw, error)
        except Exception as error:
            self.world.journal.note(
                method, self._chat_of(raw), raw, code=500, description=f"our own fault: {error!r}"
            )
            raise

    async def _travel(self) -> None:
        if self.delay:
            await asyncio.sleep(self.delay / 2)

    async def _accepted(
        self, method: str, raw: Raw, request: web.BaseRequest, fault: Fault | None
    ) -> web.StreamResponse:
        values = check_params(method, raw)
        chat = self._chat_of(values)
        if self.limits is not None:
            self.limits.check(method, chat, time.monotonic())
        result = await self._act(method, values, request)
        noted = len(result) if method == "getUpdates" else result
        self.world.journal.note(method, chat, values, fault=fault.how if fault else "", result=noted)
        await self._travel()
        return _hung_up(request) if fault else answer({"ok": True, "result": result})

    async def _act(self, method: str, values: Values, request: web.BaseRequest) -> Any:
        if method == "getUpdates":
            entries = await self.polling.get_updates(values, lambda: _listens(request))
            return [entry.raw for entry in entries]
        if method == "setWebhook":
            await self.webhook.set(values)
            if self.webhook.url:
                self.polling.abort(conflict("terminated by setWebhook request"))
            return True
        if method == "deleteWebhook":
            return await self.webhook.delete(values)
        if method == "getWebhookInfo":
            return self.webhook.info()
        return SYNCHRONOUS[method](self.world, values)

    def _chat_of(self, values: Values) -> int | None:
        """The chat that a call is about, also for the answer to a callback query."""
        if query := self.world.queries.get(values.get("callback_query_id", "")):
            return query.chat.id
        try:
            return int(values["chat_id"])
        except (KeyError, ValueError, TypeError):
            return None

    async def _struck(
        self, fault: Fault, method: str, raw: Raw, request: web.BaseRequest
    ) -> web.StreamResponse:
        error = fault.error()
        code = error.code if fault.how == "error" else 0
        self.world.journal.note(
            method, self._chat_of(raw), raw, code=code, description=error.description, fault=fault.how
        )
        if fault.how == "hang":
            await asyncio.get_running_loop().create_future()
        if fault.how == "drop_before_acting":
            return _hung_up(request)
        return _gateway_page(fault.code) if fault.how == "html" else answer(error.body(), error.code)

    def _refused(self, method: str, chat: int | None, raw: Raw, error: BotApiError) -> web.Response:
        self.world.journal.note(method, chat, raw, code=error.code, description=error.description)
        return answer(error.body(), error.code)


def _gateway_page(status: int = 502) -> web.Response:
    return web.Response(text=_HTML, status=status, content_type="text/html")


def _listens(request: web.BaseRequest) -> bool:
    return request.transport is not None and not request.transport.is_closing()


def _hung_up(request: web.BaseRequest) -> web.Response:
    """Cuts the connection; the response that aiohttp wants goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
