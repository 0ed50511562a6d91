"""What Telegram shows of the bot before anybody writes to it is brought up to date here."""

import logging
from collections.abc import Sequence

import telegram
from telegram import BotCommand
from telegram.error import TelegramError

logger = logging.getLogger(__name__)


async def set_profile(
    bot: telegram.Bot, commands: Sequence[tuple[str, str]], description: str, short_description: str
) -> None:
    """Sets the command menu and both descriptions where Telegram has others; `commands` is (name, what).

    A refusal costs one line in the log and nothing else: the bot works without its menu.
    """
    try:
        await _set_commands(bot, [BotCommand(name, what) for name, what in commands])
        if (await bot.get_my_description()).description != description:
            await bot.set_my_description(description)
        if (await bot.get_my_short_description()).short_description != short_description:
            await bot.set_my_short_description(short_description)
    except TelegramError as error:
        logger.warning("The command menu could not be brought up to date (%s)", type(error).__name__)


async def _set_commands(bot: telegram.Bot, commands: Sequence[BotCommand]) -> None:
    if list(await bot.get_my_commands()) != list(commands):
        await bot.set_my_commands(commands)
