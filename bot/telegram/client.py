"""The program's one connection to the Bot API is made here: python-telegram-bot over our own HTTP."""

import logging
from dataclasses import dataclass
from typing import Any, cast

import telegram
from telegram.error import InvalidToken, TelegramError, TimedOut
from telegram.request import RequestData

from bot.clock import Clock
from bot.errors import TokenRefusedError
from bot.sending.backoff import Backoff
from bot.telegram.answers import FloodError, ServerError, UnsentError
from bot.telegram.request import CONNECTIONS, READ_SECONDS, AiohttpRequest, UpdatesRequest

logger = logging.getLogger(__name__)


class LeanBot(telegram.Bot):
    """PTB's Bot with one way more: a call whose answer is not made into Telegram objects.

    Making a `Message` of each answer costs about as much as the rest of sending it (docs/architecture.md).
    """

    __slots__ = ()

    async def call(self, method: str, parameters: dict[str, Any]) -> Any:
        """The "result" of a Bot API method as parsed JSON. Raises telegram.error.TelegramError.

        `parameters` are JSON values already, without files, so that PTB need not look through them.
        """
        data = cast("RequestData", Plain(parameters))
        return await self.request.post(f"{self.base_url}/{method}", data)

    async def upload(self, method: str, parameters: dict[str, Any]) -> Any:
        """As `call`, with a `telegram.InputFile` among the parameters."""
        return await self._post(method, parameters)

    async def poll(self, parameters: dict[str, Any], read_timeout: float) -> Any:
        """getUpdates, which has connections of its own; `read_timeout` in seconds."""
        return await self._post("getUpdates", parameters, read_timeout=read_timeout)


@dataclass(frozen=True, slots=True)
class Plain:
    """What a request object asks of PTB's (final) RequestData, for parameters that need no preparation."""

    parameters: dict[str, Any]
    contains_files: bool = False


def make_bot(
    token: str, api_url: str, connections: int = CONNECTIONS, patience: float = READ_SECONDS
) -> LeanBot:
    """A bot that has not spoken to Telegram yet: see `connect`. `api_url` has no slash at its end.

    `connections` may be open at once; an answer is waited for `patience` seconds.
    """
    return LeanBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=AiohttpRequest(connections, patience),
        get_updates_request=UpdatesRequest(),
    )


async def connect(bot: telegram.Bot, clock: Clock, backoff: Backoff | None = None) -> None:
    """Opens the bot's connections and learns who it is, for as long as it takes.

    Raises TokenRefusedError when Telegram does not know the token. Close with `bot.shutdown()`.
    """
    backoff = backoff or Backoff()
    failures = 0
    while True:
        try:
            return await bot.initialize()
        except InvalidToken:
            raise TokenRefusedError from None  # PTB's own text holds the token
        except TelegramError as error:
            failures += 1
            report_trouble(failures, error)
        await clock.sleep(backoff.seconds(failures))


def report_trouble(failures: int, error: TelegramError) -> None:
    """One line when trouble begins and one for each doubling of its length, so that a log stays small."""
    if failures & (failures - 1) == 0:
        logger.warning("Telegram cannot be reached (%s), try %d", describe(error), failures)


def describe(error: TelegramError) -> str:
    """What kind of trouble it was; only what our own request object says surely holds nobody's words."""
    ours = isinstance(error, UnsentError | ServerError | TimedOut | FloodError)
    return str(error) if ours else type(error).__name__
