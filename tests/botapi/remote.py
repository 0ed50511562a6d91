"""The same Telegram in a process of its own, seen from a test: everything is awaited."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import aiohttp
import msgspec

from .api import TOKEN
from .people import PATIENCE
from .records import Answer, Call, Json, Message


@dataclass(frozen=True, slots=True)
class RemoteTap:
    """A tap on a button; `await tap.answered()` gives the `Answer`."""

    api: "RemoteBotApi"
    id: str
    update_id: int
    label: str
    data: str

    async def answered(self) -> Answer:
        """How the bot answered it; AssertionError when it does not."""
        return msgspec.convert(await self.api.ask("answered", id=self.id), Answer)


class RemotePlace:
    """A chat with the bot."""

    def __init__(self, api: "RemoteBotApi", path: str, chat_id: int) -> None:
        self._api = api
        self._path = f"{path}/{chat_id}"
        self.id = chat_id

    async def _ask(self, verb: str, **body: Any) -> Any:
        return await self._api.ask(f"{self._path}/{verb}", **body)

    async def chat(self) -> list[Message]:
        """All messages that are there now."""
        return msgspec.convert(await self._ask("chat"), list[Message])

    async def last(self) -> Message:
        """The newest message of the bot."""
        return msgspec.convert(await self._ask("last"), Message)

    async def unheard(self) -> list[Message]:
        """What `hears` would give, all of it, without waiting."""
        return msgspec.convert(await self._ask("unheard"), list[Message])

    async def hears(self, within: float = PATIENCE) -> Message:
        """The next message or edit of the bot."""
        return msgspec.convert(await self._ask("hears", within=within), Message)

    async def hears_no_more(self) -> None:
        """Forgets what is still unheard."""
        await self._ask("hears_no_more")

    async def transcript(self) -> str:
        """Everything that happened in this chat."""
        return str(await self._ask("transcript"))


class RemotePerson(RemotePlace):
    """Somebody in a private chat with the bot; the verbs are those of `Person`."""

    async def says(self, text: str, reply_to: int | None = None) -> int:
        """Writes a text; returns the update_id."""
        return int(await self._ask("says", text=text, reply_to=reply_to))

    async def sends(self, kind: str, caption: str | None = None, **fields: Any) -> int:
        """Sends a sticker, a photo, …; returns the update_id."""
        return int(await self._ask("sends", kind=kind, caption=caption, **fields))

    async def forwards(self, text: str, origin: str = "Somebody") -> int:
        """Forwards a text; returns the update_id."""
        return int(await self._ask("forwards", text=text, origin=origin))

    async def edits(self, message_id: int, text: str) -> int:
        """Changes an own message; returns the update_id."""
        return int(await self._ask("edits", message_id=message_id, text=text))

    async def taps(self, label: str, message: Message | None = None) -> RemoteTap:
        """Taps a button."""
        shown = msgspec.to_builtins(message)
        found = await self._ask("taps", label=label, message=shown)
        return RemoteTap(self._api, found["id"], found["update_id"], found["label"], found["data"])

    async def blocks(self) -> int:
        """Stops the bot."""
        return int(await self._ask("blocks"))

    async def unblocks(self) -> int:
        """Starts the bot again."""
        return int(await self._ask("unblocks"))

    async def deletes_chat(self, *, stop: bool = False) -> int:
        """Deletes the chat."""
        return int(await self._ask("deletes_chat", stop=stop))


class RemoteGroup(RemotePlace):
    """A group that the bot was added to."""

    async def says(self, person: RemotePerson, text: str) -> int:
        """A member writes; returns the update_id."""
        return int(await self._ask("says", person=person.id, text=text))

    async def has_bot(self) -> bool:
        """Whether the bot is still there."""
        return bool(await self._ask("has_bot"))


class RemoteBotApi:
    """Drives `python -m tests.botapi`. `ask("api/fail", code=429, …)` reaches every verb of control.py."""

    def __init__(self, url: str, ctl: str, token: str = TOKEN) -> None:
        self.url = url
        self.ctl = ctl
        self.token = token
        self.base_url = f"{url}/bot"
        self._session = aiohttp.ClientSession()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def ask(self, path: str, **body: Any) -> Any:
        """POST /ctl/`path`; AssertionError with the words of the server where it refuses."""
        async with self._session.post(f"{self.ctl}/ctl/{path}", data=msgspec.json.encode(body)) as response:
            found = await response.json()
        if response.status != 200:
            raise AssertionError(found["error"])
        return found

    async def person(self, user_id: int, first_name: str = "Ada", **fields: Any) -> RemotePerson:
        """Somebody with a Telegram account."""
        await self.ask("person", user_id=user_id, first_name=first_name, **fields)
        return RemotePerson(self, "person", user_id)

    async def group(self, chat_id: int, title: str, by: RemotePerson) -> RemoteGroup:
        """A group that `by` has just added the bot to."""
        await self.ask("group", chat_id=chat_id, title=title, by=by.id)
        return RemoteGroup(self, "group", chat_id)

    async def calls(self, method: str = "*", chat: int | None = None) -> list[Call]:
        """The accepted calls; uploaded files are dicts with base64 in them."""
        return msgspec.convert(await self.ask("api/calls", method=method, chat=chat), list[Call])

    async def refused(self) -> list[Call]:
        """Every call that a correct bot would not have made."""
        return msgspec.convert(await self.ask("api/refused"), list[Call])

    async def fail(self, method: str = "*", code: int = 500, **when: Any) -> Json:
        """Injects errors, as `BotApi.fail`."""
        return dict(await self.ask("api/fail", method=method, code=code, **when))

    async def wait(self, method: str = "*", count: int = 1, **when: Any) -> None:
        """Waits for calls, as `BotApi.wait`."""
        await self.ask("api/wait", method=method, count=count, **when)

    async def settled(self, quiet: float = 0.1, within: float = PATIENCE) -> None:
        """Waits until the bot has answered everything, as `BotApi.settled`."""
        await self.ask("api/settled", quiet=quiet, within=within)


@asynccontextmanager
async def in_another_process(*options: str, token: str = TOKEN) -> AsyncIterator[RemoteBotApi]:
    """Starts `python -m tests.botapi` with these options; it ends with the block."""
    command = (sys.executable, "-m", "tests.botapi", "--with-parent", "--token", token, *options)
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    try:
        where = msgspec.json.decode(await process.stdout.readline())
        async with RemoteBotApi(where["url"], where["ctl"], token) as api:
            yield api
    finally:
        process.terminate()
        await process.wait()
