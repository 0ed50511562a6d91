"""Everything that another process can ask of this Telegram over HTTP (/ctl/…, JSON in and out) lives here.

POST /ctl/person/1001/says {"text": "/start"} calls `api.person(1001).says(text="/start")`; the same for
/ctl/group/… and /ctl/api/… . An AssertionError is answered with 409 and its words.
"""

import inspect
from collections.abc import Callable
from typing import Any

import msgspec
from aiohttp import web

from .api import BotApi
from .checks import Upload
from .people import Group, Person
from .records import Answered, Json, Message, Tap

_PLACE = frozenset({"chat", "last", "unheard", "transcript", "hears", "hears_no_more"})
_PERSON = _PLACE | {
    "says", "sends", "forwards", "edits", "taps", "blocks", "unblocks", "deletes_chat", "deletes_account",
}  # fmt: skip
_GROUP = _PLACE | {"says", "has_bot", "removes_bot"}
_API = frozenset({
    "transcript", "journal", "refused", "mishaps", "calls", "count", "wait", "settled", "advance", "polled",
    "fail", "hang", "drop_before_acting", "drop_after_acting", "answer_html", "away", "back",
    "lift_faults", "enforce_limits", "lift_limits",
})  # fmt: skip
_UPDATES = frozenset({"pending", "expired", "restart", "again", "reorder", "inject", "drop"})


class Control:
    """Answers /ctl/…."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._taps: dict[str, Tap] = {}
        self._verbs: dict[str, Callable[[Json], Any]] = {
            "person": self._person,
            "group": self._group,
            "answered": self._answered,
            "delay": self._delay,
            "hold": self._hold,
        }
        self._held: Any = None

    async def __call__(self, request: web.BaseRequest) -> web.Response:
        body = await request.read()
        try:
            found = await self._asked(request.path.split("/")[2:], msgspec.json.decode(body) if body else {})
        except (AssertionError, TimeoutError) as error:
            return web.json_response({"error": str(error) or "it took too long"}, status=409)
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            return web.json_response({"error": repr(error)}, status=400)
        return web.Response(body=msgspec.json.encode(found, enc_hook=_plain), content_type="application/json")

    async def _asked(self, path: list[str], body: Json) -> Any:
        found = self._verbs[path[0]](body) if len(path) == 1 else self._called(path, body)
        if inspect.isawaitable(found):
            found = await found
        if isinstance(found, Tap):
            self._taps[found.id] = found
        return found

    def _called(self, path: list[str], body: Json) -> Any:
        target, allowed = self._target(path)
        name = path[-1]
        if name not in allowed:
            raise LookupError(f"nothing is called {name}")
        if isinstance(getattr(type(target), name, None), property) or name not in dir(type(target)):
            return getattr(target, name)
        return getattr(target, name)(**self._arguments(target, body))

    def _target(self, path: list[str]) -> tuple[Any, frozenset[str]]:
        if path[0] == "person":
            return self._api.people[int(path[1])], _PERSON
        if path[0] == "group":
            return self._api.groups[int(path[1])], _GROUP
        return (self._api.updates, _UPDATES) if path[0] == "updates" else (self._api, _API)

    def _arguments(self, target: Any, body: Json) -> Json:
        """People are named by their id, messages come as they were handed out."""
        for key in ("person", "by"):
            if key in body and isinstance(target, Group):
                body[key] = self._api.people[body[key]]
        if isinstance(target, Person) and body.get("message") is not None:
            body["message"] = msgspec.convert(body["message"], Message)
        return body

    def _person(self, body: Json) -> int:
        return self._api.person(**body).id

    def _group(self, body: Json) -> int:
        return self._api.group(body["chat_id"], body["title"], self._api.people[body["by"]]).id

    async def _answered(self, body: Json) -> Any:
        return await self._taps[body["id"]].answered

    def _delay(self, body: Json) -> float:
        self._api.delay_ms = body["ms"]
        return self._api.delay_ms

    def _hold(self, body: Json) -> bool:
        """Holds updates back, or lets them go as one batch."""
        if body["on"] and self._held is None:
            self._held = self._api.holding()
            self._held.__enter__()
        elif not body["on"] and self._held is not None:
            self._held.__exit__(None, None, None)
            self._held = None
        return self._held is not None


def _plain(value: Any) -> Any:
    if isinstance(value, Answered):
        return value.done()
    if isinstance(value, Upload):
        return {"name": value.name, "data": value.data}
    return str(value)
