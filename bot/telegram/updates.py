"""Telegram is asked for what happened here; whatever goes wrong on the way is waited out."""

import logging
from typing import Any, Final

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.errors import SecondInstanceError, TokenRefusedError
from bot.sending.backoff import Backoff
from bot.telegram.client import LeanBot, report_trouble
from bot.telegram.refusals import seconds_of

logger = logging.getLogger(__name__)

ALLOWED: Final = ("message", "edited_message", "callback_query", "my_chat_member")
BATCH: Final = 100  # what Telegram gives at most
NEWCOMER: Final = (
    2  # whoever has had fewer answers has only just begun to ask, and gives way to another poller
)
STUBBORN: Final = 5  # how often in a row one that was there before asks again
GRACE_SECONDS: Final = 10.0  # an answer may come this much later than the poll's own end


class Updates:
    """Long polling. Telegram counts an update as received when a later call names a greater offset."""

    def __init__(self, bot: LeanBot, clock: Clock, backoff: Backoff | None = None) -> None:
        self._bot = bot
        self._clock = clock
        self._backoff = backoff or Backoff()
        self._failures = 0
        self._answers = 0
        self._conflicts = 0
        self._last: list[bytes] = []

    async def fetch(self, offset: int | None, wait: int) -> list[bytes]:
        """The next updates, oldest first, each as its own JSON text; empty after `wait` quiet seconds.

        `offset` is the last update that is safely stored, plus one. Trouble with the network, 429 and 5xx
        are waited out in here. Raises SecondInstanceError (409) and TokenRefusedError (401).
        """
        while True:
            try:
                found = await self._ask(offset, wait)
            except TelegramError as error:
                await self._wait_out(error)
            else:
                self._count_success()
                await self._slow_down_on(found)
                return found

    def _count_success(self) -> None:
        if self._failures:
            logger.warning("Telegram can be reached again, after %d tries", self._failures)
        self._failures = self._conflicts = 0
        self._answers += 1

    async def _slow_down_on(self, found: list[bytes]) -> None:
        """The same answer again: nothing in it could be acknowledged, and asking faster would not help."""
        if found and found == self._last:
            await self._clock.sleep(self._backoff.longest)
        self._last = found

    async def _ask(self, offset: int | None, wait: int) -> list[bytes]:
        parameters: dict[str, Any] = {
            "offset": offset,
            "limit": BATCH,
            "timeout": wait,
            "allowed_updates": list(ALLOWED),
        }
        found: list[bytes] = await self._bot.poll(parameters, wait + GRACE_SECONDS)
        return found

    async def _wait_out(self, error: TelegramError) -> None:
        """Raises what only the operator can put right."""
        if isinstance(error, InvalidToken):
            raise TokenRefusedError from None
        if isinstance(error, Conflict):
            await self._settle_conflict(error)
            return
        self._failures += 1
        report_trouble(self._failures, error)
        asked = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
        await self._clock.sleep(asked or self._backoff.seconds(self._failures))

    async def _settle_conflict(self, error: Conflict) -> None:
        """A webhook left over from another set-up is taken away; another poller is the operator's affair.

        Telegram tells the one whose poll was cut short, which is at first the one that was there before: it
        asks again, and so the newcomer is told.
        """
        if "webhook" not in str(error).lower():
            await self._insist()
            return
        logger.warning("A webhook was set for this bot; it is taken away, because this program polls")
        try:
            await self._bot.delete_webhook()
        except TelegramError as trouble:
            await self._wait_out(trouble)

    async def _insist(self) -> None:
        self._conflicts += 1
        if self._answers < NEWCOMER or self._conflicts > STUBBORN:
            raise SecondInstanceError from None
        logger.warning("Another program asked for this bot's updates (Telegram answers 409)")
        await self._clock.sleep(self._backoff.seconds(self._conflicts))
