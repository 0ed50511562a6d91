"""Every message of ours leaves for Telegram through here, as plain text with its buttons."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from telegram import InputFile
from telegram.error import TelegramError

from bot.message import Button, Document, Message
from bot.sending.outcomes import UnreachableError
from bot.telegram.client import LeanBot
from bot.telegram.refusals import is_not_editable, is_not_modified, refusal
from bot.telegram.splitting import LONGEST_CAPTION, fits, pieces

TAPS_AT_ONCE: Final = 50
TAPS_WAITING: Final = 1000
_NO_PREVIEW: Final = {"is_disabled": True}


class TelegramCarrier:
    """Carries messages to private chats; `address` is the chat's number in decimal.

    No `parse_mode` is ever set, so that nothing a person wrote can be taken for markup.
    """

    def __init__(self, bot: LeanBot) -> None:
        self._bot = bot
        self._taps = asyncio.Semaphore(TAPS_AT_ONCE)
        self._taps_waiting = 0

    def parts(self, message: Message) -> Sequence[Message]:
        """The same message in as many as Telegram needs: the first replaces, the last has the buttons."""
        document = message.document
        if fits(message.text) and (document is None or fits(message.text, LONGEST_CAPTION)):
            return (message,)
        texts = [Message(piece) for piece in pieces(message.text)]
        last = [Message("", document=document)] if document is not None else []
        found = [*texts, *last]
        found[0] = replace(found[0], replaces=message.replaces)
        found[-1] = replace(found[-1], buttons=message.buttons)
        return found

    async def deliver(self, address: str, message: Message) -> None:
        """Returns when all parts have arrived. Raises what bot/sending/outcomes.py defines."""
        for part in self.parts(message):
            await self._deliver(_chat(address), part)

    async def answer_tap(self, callback: str) -> None:
        """Stops the little clock on a tapped button; best effort, beside any queue, never raises.

        Taps never take the connections that messages need; in a crush, some are left unanswered.
        """
        if self._taps_waiting >= TAPS_WAITING:
            return
        self._taps_waiting += 1
        try:
            async with self._taps:
                await self._answer_tap(callback)
        finally:
            self._taps_waiting -= 1

    async def _answer_tap(self, callback: str) -> None:
        with contextlib.suppress(TelegramError):
            await self._bot.call("answerCallbackQuery", {"callback_query_id": callback})

    async def leave(self, chat: int, sentence: str) -> None:
        """Says why, then leaves a group or channel; best effort, never raises."""
        with contextlib.suppress(TelegramError):
            await self._bot.call("sendMessage", {"chat_id": chat, "text": sentence})
        with contextlib.suppress(TelegramError):
            await self._bot.call("leaveChat", {"chat_id": chat})

    async def _deliver(self, chat: int, message: Message) -> None:
        try:
            if message.document is not None:
                await self._document(chat, message, message.document)
            elif message.replaces is None or not await self._edit(chat, message):
                await self._bot.call("sendMessage", _text(chat, message))
        except TelegramError as error:
            raise refusal(error) from None  # its text may quote the message

    async def _edit(self, chat: int, message: Message) -> bool:
        """Whether the earlier message now says what it should."""
        parameters = {**_text(chat, message), "message_id": message.replaces}
        try:
            await self._bot.call("editMessageText", parameters)
        except TelegramError as error:
            if is_not_editable(error):
                return False
            if not is_not_modified(error):
                raise
        return True

    async def _document(self, chat: int, message: Message, document: Document) -> None:
        parameters: dict[str, Any] = {
            "chat_id": chat,
            "document": InputFile(document.content, filename=document.name),
            "caption": message.text or None,
            **_keyboard(message.buttons),
        }
        await self._bot.upload("sendDocument", parameters)


def _chat(address: str) -> int:
    try:
        return int(address)
    except ValueError:
        raise UnreachableError from None


def _text(chat: int, message: Message) -> dict[str, Any]:
    return {
        "chat_id": chat,
        "text": message.text,
        "link_preview_options": _NO_PREVIEW,
        **_keyboard(message.buttons),
    }


def _keyboard(rows: Sequence[Sequence[Button]]) -> dict[str, Any]:
    """No buttons, no key: an edit without it takes the old buttons away."""
    if not rows:
        return {}
    keys = [[{"text": button.label, "callback_data": button.data} for button in row] for row in rows]
    return {"reply_markup": {"inline_keyboard": keys}}
