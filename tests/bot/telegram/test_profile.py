"""What Telegram shows of the bot: set when it differs, left alone when it does not, and never in the way."""

import pytest

from bot.telegram.client import LeanBot
from bot.telegram.profile import set_profile
from tests.botapi import BotApi

COMMANDS = [("break", "Three minutes for yourself"), ("help", "What I can do")]


async def _set(bot: LeanBot, description: str = "A quiet place.") -> None:
    await set_profile(bot, COMMANDS, description, "Quiet.")


def _changes(api: BotApi) -> list[str]:
    return [call.method for call in api.calls() if call.method.startswith("set")]


async def test_everything_is_set_once(bot: LeanBot, api: BotApi) -> None:
    await _set(bot)
    assert _changes(api) == ["setMyCommands", "setMyDescription", "setMyShortDescription"]
    assert [(one.command, one.description) for one in await bot.get_my_commands()] == COMMANDS
    assert (await bot.get_my_description()).description == "A quiet place."
    assert (await bot.get_my_short_description()).short_description == "Quiet."
    await _set(bot)
    assert len(_changes(api)) == 3


async def test_only_what_changed_is_set_again(bot: LeanBot, api: BotApi) -> None:
    await _set(bot)
    await _set(bot, "A quieter place.")
    assert _changes(api)[3:] == ["setMyDescription"]


async def test_a_refusal_costs_one_line_in_the_log(
    bot: LeanBot, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail("setMyDescription", 429, retry_after=60)
    await _set(bot)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    await _set(bot)
    assert (await bot.get_my_description()).description == "A quiet place."
