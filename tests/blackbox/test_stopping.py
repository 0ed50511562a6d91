"""How the program ends, and how it does not begin: what an operator sees."""

import asyncio
from pathlib import Path

import pytest

from tests.blackbox.program import KEY, Bot, run
from tests.botapi import BotApi

WITHIN = 5.0  # seconds that SIGTERM may take
OPERATORS_FAULT = 2
OTHER_KEY = KEY[::-1].replace("=", "") + "="


async def stopped(bot: Bot) -> int:
    """The exit code after SIGTERM, in time."""
    return await asyncio.wait_for(bot.stop(), WITHIN)


def last_words(bot: Bot) -> list[str]:
    """What was printed that is no line of the log."""
    return [line for line in bot.log.splitlines() if not line.startswith("20")]


# ---- SIGTERM ---------------------------------------------------------------------------------------------------


async def test_it_stops_when_it_is_told(bot: Bot) -> None:
    """Idle, in a poll that Telegram holds open."""
    await bot.listen()
    assert await stopped(bot) == 0


async def test_it_gives_a_sign_of_life(bot: Bot) -> None:
    """What a container's health check asks, in the same place and with the same settings."""
    await bot.listen()
    assert await run(bot.folder, "health") == (0, "", "")
    assert await stopped(bot) == 0


async def test_it_finishes_what_it_took(bot: Bot) -> None:
    """A hundred people talk when it is told to stop; the next life answers the rest, and nobody hears it twice."""
    await bot.listen()
    bot.api.delay_ms = 20
    people = [bot.api.person(number) for number in range(1001, 1101)]
    for person in people:
        person.says("/start")
    await bot.api.wait("sendMessage", 10)
    assert await stopped(bot) == 0
    await bot.listen()
    for person in people:
        await person.hears()
    await bot.api.settled()
    assert [bot.api.count("sendMessage", person.id) for person in people] == [1] * len(people)


async def test_it_stops_while_telegram_hangs(bot: Bot) -> None:
    """What has no answer by then goes out again in the next life."""
    await bot.listen()
    hanging = bot.api.hang("sendMessage", times=None)
    ada = bot.api.person(1001)
    ada.says("/start")
    await bot.api.until(lambda: hanging.hits > 0)
    assert await stopped(bot) == 0
    hanging.lift()
    await bot.listen()
    assert "I'm selfkind" in (await ada.hears()).text


async def test_it_stops_while_telegram_is_not_there(bot: Bot) -> None:
    """It never got as far as to listen: a gateway answers, and it tries again and again."""
    bot.api.fail("getMe", 502, times=None)
    await bot.start()
    await bot.api.until(lambda: bool(bot.api.mishaps))
    assert await stopped(bot) == 0


# ---- not alone -------------------------------------------------------------------------------------------------


async def test_a_second_instance_says_so_and_leaves(
    bot: Bot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It gives way to the one that was there before, which goes on answering."""
    await bot.listen()
    ada = bot.api.person(1001)
    ada.says("/start")
    await ada.hears()
    second = Bot(bot.api, tmp_path_factory.mktemp("second"))
    await second.start()
    assert await second.ended() == OPERATORS_FAULT
    [sentence] = last_words(second)
    assert sentence.startswith("Another program is taking this bot's updates (Telegram answers 409)")
    ada.says("/help")
    assert "Here is what I can do" in (await ada.hears()).text
    assert await stopped(bot) == 0


# ---- what the operator has to put right ------------------------------------------------------------------------


async def test_a_token_that_telegram_does_not_know(api: BotApi, tmp_path: Path) -> None:
    """One sentence, without the token."""
    token = "123456:not-the-one-that-was-given"  # noqa: S105 - no bot has it
    code, out, err = await run(tmp_path, "serve", TELEGRAM_API_URL=api.url, TELEGRAM_BOT_TOKEN=token)
    sentences = [line for line in err.splitlines() if not line.startswith("20")]
    assert (code, out, len(sentences)) == (OPERATORS_FAULT, "", 1)
    assert "copy it from @BotFather" in sentences[0]
    assert token.partition(":")[2] not in err


async def test_no_token(tmp_path: Path) -> None:
    """`serve` needs one; `run` does without."""
    code, _, err = await run(tmp_path, "serve", TELEGRAM_BOT_TOKEN="")
    assert (code, err.count("\n")) == (OPERATORS_FAULT, 1)
    assert "TELEGRAM_BOT_TOKEN is not set" in err
    code, out, _ = await run(tmp_path, "run", stdin="/help\n", TELEGRAM_BOT_TOKEN="")
    assert code == 0
    assert out.splitlines()[0] == "No TELEGRAM_BOT_TOKEN is set, so this is the same bot in your terminal."
    assert "Here is what I can do." in out


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"ENCRYPTION_KEY": ""}, "their encryption key is missing: set ENCRYPTION_KEY or put back the file"),
        ({"ENCRYPTION_KEY": OTHER_KEY}, "written with another encryption key"),
    ],
    ids=["missing", "another"],
)
async def test_the_key_of_people_who_are_there(bot: Bot, settings: dict[str, str], sentence: str) -> None:
    """Without it nothing begins, and nothing is touched."""
    await bot.listen()
    ada = bot.api.person(1001)
    ada.says("/start")
    await ada.hears()
    assert await stopped(bot) == 0
    before = {file.name: file.read_bytes() for file in bot.folder.glob("selfkind.db*")}
    code, _, err = await run(bot.folder, "serve", TELEGRAM_API_URL=bot.api.url, **settings)
    said = [line for line in err.splitlines() if not line.startswith("20")]
    assert code == OPERATORS_FAULT
    assert sentence in " ".join(said)
    assert OTHER_KEY not in err
    assert {file.name: file.read_bytes() for file in bot.folder.glob("selfkind.db*")} == before
    assert not (bot.folder / "data").exists()


async def test_every_mistake_in_the_settings_at_once(tmp_path: Path) -> None:
    """One sentence for each, and no secret in any."""
    wrong = {
        "TELEGRAM_BOT_TOKEN": "secret-token-without-colon",
        "TELEGRAM_API_URL": "api.telegram.org",
        "DATABASE_URL": "mysql://user:secret-password@host/db",
        "ENCRYPTION_KEY": "secret-key",
        "SEND_RATE_PER_SECOND": "fast",
        "LOG_LEVEL": "LOUD",
    }
    code, out, err = await run(tmp_path, "serve", **wrong)
    assert (code, out) == (OPERATORS_FAULT, "")
    assert sorted(line.partition(" ")[0] for line in err.splitlines()) == sorted(wrong)
    assert "secret" not in err
    assert "Traceback" not in err
