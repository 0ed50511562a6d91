"""The same Telegram as a process, driven over HTTP by another one."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from . import RemoteBotApi, in_another_process

ROOT = Path(__file__).parents[2]

# An echo bot with nothing but the standard library, to be killed.
ECHO = """
import json, sys, urllib.request
def call(method, **values):
    body = json.dumps(values).encode()
    request = urllib.request.Request(f"{sys.argv[1]}/{method}", body, {"Content-Type": "application/json"})
    return json.load(urllib.request.urlopen(request))["result"]
offset = 0
while True:
    for update in call("getUpdates", offset=offset, timeout=30):
        call("sendMessage", chat_id=update["message"]["chat"]["id"], text=update["message"]["text"])
        offset = update["update_id"] + 1
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def remote() -> AsyncIterator[RemoteBotApi]:
    """One process for all tests here; each takes people of its own."""
    async with in_another_process() as api:
        yield api


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def echo(remote: RemoteBotApi) -> AsyncIterator[Bot]:
    """The real python-telegram-bot."""
    requests = [HTTPXRequest(httpx_kwargs={"verify": False}) for _ in range(2)]
    async with Bot(
        remote.token, remote.base_url, request=requests[0], get_updates_request=requests[1]
    ) as bot:
        yield bot


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_conversation(remote: RemoteBotApi, echo: Bot) -> None:
    """Saying, hearing, tapping, being answered."""
    await remote.ask("updates/drop")
    ada = await remote.person(1, "Ada", language_code="pt")
    number = await ada.says("/start")
    [update] = await echo.get_updates()
    assert (update.update_id, update.effective_user and update.effective_user.language_code) == (number, "pt")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="t1:y")]])
    await echo.send_message(1, "Shall we?", reply_markup=keyboard)
    heard = await ada.hears()
    tap = await ada.taps("Yes", message=heard)
    await echo.answer_callback_query(tap.id, "Good")
    assert ((await tap.answered()).text, tap.data) == ("Good", "t1:y")
    await echo.edit_message_text("Fine", 1, heard.id)
    assert [(m.text, m.edits) for m in await ada.unheard()] == [("Fine", ("Shall we?",))]
    assert await ada.transcript() == "> /start\nShall we?\n[Yes]\n> [Yes]\n(alert) Good\n(edited) Fine"
    assert await remote.refused() == []


async def test_files_come_through(remote: RemoteBotApi, echo: Bot) -> None:
    """Bytes and all."""
    bob = await remote.person(2, "Bob")
    await bob.sends("sticker")
    await echo.send_document(2, b"{}", filename="export.json")
    assert ((await bob.last()).document, [m.kind for m in await bob.chat()]) == (
        b"{}",
        ["sticker", "document"],
    )
    [call] = await remote.calls("sendDocument", 2)
    assert call.params["document"]["name"] == "export.json"


async def test_trouble_from_outside(remote: RemoteBotApi, echo: Bot) -> None:
    """Faults, and an absence during which control stays reachable."""
    eve = await remote.person(3, "Eve")
    await eve.says("hi")
    await remote.fail("sendMessage", 500, chat=3)
    with pytest.raises(NetworkError):
        await echo.send_message(3, "x")
    await remote.ask("api/away")
    with pytest.raises(NetworkError):
        await echo.send_message(3, "x")
    await remote.ask("api/back")
    await echo.send_message(3, "y")
    assert [message.text for message in await eve.unheard()] == ["y"]


async def test_what_fails_there_fails_here(remote: RemoteBotApi) -> None:
    """With the words of the server; unknown verbs are no verbs."""
    mia = await remote.person(4, "Mia")
    with pytest.raises(AssertionError, match="Mia heard nothing"):
        await mia.hears(within=0.01)
    with pytest.raises(AssertionError, match="nothing is called world"):
        await remote.ask("api/world")
    with pytest.raises(AssertionError, match="9"):
        await remote.ask("person/9/says", text="x")


async def test_a_group_and_blocking(remote: RemoteBotApi, echo: Bot) -> None:
    """The other verbs."""
    leo = await remote.person(5, "Leo")
    await leo.says("hi")
    await leo.edits((await leo.chat())[0].id, "hello")
    await leo.forwards("theirs")
    await leo.blocks()
    await leo.unblocks()
    await leo.deletes_chat()
    friends = await remote.group(-7, "Friends", leo)
    await friends.says(leo, "/start")
    await echo.leave_chat(-7)
    assert not await friends.has_bot()
    assert await leo.chat() == []


async def test_control_is_at_the_bot_s_address_too(remote: RemoteBotApi) -> None:
    """For programs that know only one address."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{remote.url}/ctl/updates/pending") as response,
    ):
        assert isinstance(await response.json(), int)


async def test_a_bot_is_killed_again_and_again(remote: RemoteBotApi) -> None:
    """Whatever it had not confirmed is given to its successor: nothing is lost."""
    await remote.ask("updates/drop")
    zoe = await remote.person(6, "Zoe")
    where = f"{remote.base_url}{remote.token}"
    heard = []
    for life in range(3):
        process = await asyncio.create_subprocess_exec(sys.executable, "-S", "-c", ECHO, where)
        await zoe.says(f"life {life}")
        while f"life {life}" not in heard:
            heard.append((await zoe.hears()).text)
        process.kill()
        await process.wait()
    assert list(dict.fromkeys(heard)) == ["life 0", "life 1", "life 2"]
    assert len(heard) <= 1 + 2 + 3  # each life may repeat all that was never confirmed
    assert await remote.refused() == []


async def test_it_ends_with_its_parent() -> None:
    """A test run that is killed leaves no server behind."""
    pipe = asyncio.subprocess.PIPE
    command = (sys.executable, "-m", "tests.botapi", "--with-parent")
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, cwd=ROOT)
    assert process.stdin is not None
    assert process.stdout is not None
    assert b'"url"' in await process.stdout.readline()
    process.stdin.close()
    assert await process.wait() == 0
