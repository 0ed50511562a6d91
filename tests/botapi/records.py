"""Every value that a test gets to see (messages, buttons, taps, calls) lives here."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
MEDIA = (
    "photo", "animation", "document", "sticker", "voice", "video_note", "video", "audio", "location",
    "contact", "dice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; `data` is None where it opens something instead of calling the bot."""

    label: str
    data: str | None = None
    url: str | None = None

    def __str__(self) -> str:
        return f"[{self.label}]"


@dataclass(frozen=True, slots=True)
class Message:
    """One version of one message; an edit makes a new one. `time` is Unix seconds of the simulated clock.

    `raw` is the Message object of the Bot API, which python-telegram-bot parses. `edits` are the earlier
    texts, oldest first. `keyboard` holds the labels of a reply keyboard that came with it.
    """

    raw: Json
    from_bot: bool
    time: float
    edits: tuple[str, ...] = ()
    file: bytes | None = None
    file_name: str | None = None
    keyboard: tuple[tuple[str, ...], ...] = ()

    @property
    def id(self) -> int:
        """The message_id."""
        return int(self.raw["message_id"])

    @property
    def chat_id(self) -> int:
        """The id of the chat it is in."""
        return int(self.raw["chat"]["id"])

    @property
    def text(self) -> str:
        """What can be read: the text, or the caption; "" where there is neither."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def kind(self) -> str:
        """ "text", or the kind of media: "photo", "sticker", …"""
        return next((kind for kind in MEDIA if kind in self.raw), "text" if "text" in self.raw else "service")

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or of the caption."""
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or ())

    @property
    def buttons(self) -> list[list[Button]]:
        """The rows of the inline keyboard; [] without one."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(b["text"], b.get("callback_data"), b.get("url")) for b in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons, in reading order."""
        return [button.label for row in self.buttons for button in row]

    @property
    def photo(self) -> bytes | None:
        """The bytes of the photo."""
        return self.file if self.kind == "photo" else None

    @property
    def animation(self) -> bytes | None:
        """The bytes of the animation."""
        return self.file if self.kind == "animation" else None

    @property
    def document(self) -> bytes | None:
        """The bytes of the document."""
        return self.file if self.kind == "document" else None

    def button(self, label: str) -> Button | None:
        """The first button with this label."""
        return next((b for row in self.buttons for b in row if b.label == label), None)

    def __str__(self) -> str:
        shown = self.text if self.kind == "text" else f"({self.kind}) {self.text}".rstrip()
        rows = [" ".join(str(button) for button in row) for row in self.buttons]
        return "\n".join([shown, *rows])


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a chat: "sent", "edited", "deleted", "said", "tapped", "alert", "note"."""

    kind: str
    text: str
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How the bot answered a callback query."""

    text: str = ""
    show_alert: bool = False
    url: str | None = None


class Answered:
    """Awaits the answer to a callback query; a missing one is an AssertionError after `patience` seconds."""

    def __init__(self, what: str) -> None:
        self._future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._what = what
        self.patience = 10.0

    def done(self) -> bool:
        """Whether it was answered."""
        return self._future.done()

    def set(self, answer: Answer) -> None:
        """Wakes whoever waits."""
        self._future.set_result(answer)

    async def _wait(self) -> Answer:
        done, _ = await asyncio.wait([self._future], timeout=self.patience)
        if not done:
            raise AssertionError(f"{self._what} was not answered within {self.patience:g} s")
        return self._future.result()

    def __await__(self) -> Any:
        return self._wait().__await__()


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap on a button: a callback query on its way; `await tap.answered` gives the `Answer`."""

    id: str
    update_id: int
    label: str
    data: str
    time: float
    answered: Answered = field(compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot. `at` is monotonic seconds, `wall` Unix seconds (both of the host, not simulated).

    `code` is the HTTP status of the answer, 0 where none was given; `fault` names the injected fault, if any.
    """

    number: int
    at: float
    wall: float
    method: str
    chat: int | None
    params: Json
    code: int = 200
    description: str = ""
    fault: str = ""
    result: Any = None
