"""The network as python-telegram-bot sees it: every kind of trouble by its own name, and nothing secret told."""

import logging
import traceback
from datetime import timedelta

import pytest
from telegram import InputFile
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.telegram.answers import FloodError, ServerError, UnsentError
from bot.telegram.client import LeanBot, make_bot
from bot.telegram.request import AiohttpRequest, UpdatesRequest
from tests.botapi import BotApi, Person

SECRET = "nobody may read this"  # noqa: S105 - what a person wrote


async def _error(bot: LeanBot, chat: int) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await bot.call("sendMessage", {"chat_id": chat, "text": SECRET})
    return caught.value


async def test_a_call_brings_back_what_telegram_answered(bot: LeanBot, ada: Person) -> None:
    answer = await bot.call("sendMessage", {"chat_id": ada.id, "text": "Hello ☀️"})
    assert answer["text"] == ada.last.text == "Hello ☀️"


async def test_the_typed_methods_of_ptb_work_over_the_same_connection(bot: LeanBot, ada: Person) -> None:
    sent = await bot.send_message(ada.id, "Hello")
    await bot.send_document(ada.id, InputFile(b"{}", "mine.json"), caption="Yours")
    assert (sent.text, ada.last.document, ada.last.text) == ("Hello", b"{}", "Yours")


async def test_a_large_file_travels(bot: LeanBot, ada: Person) -> None:
    content = bytes(range(256)) * 8192  # 2 MB
    await bot.upload("sendDocument", {"chat_id": ada.id, "document": InputFile(content, "large.bin")})
    assert ada.last.document == content


async def test_each_trouble_has_its_own_name(bot: LeanBot, api: BotApi, ada: Person) -> None:
    for code, kind in (
        (400, BadRequest), (401, InvalidToken), (403, Forbidden), (404, InvalidToken), (409, Conflict),
        (500, ServerError), (502, ServerError),
    ):  # fmt: skip
        api.fail("sendMessage", code)
        assert type(await _error(bot, ada.id)) is kind


async def test_429_says_how_long_to_wait_and_warns_of_nothing(bot: LeanBot, api: BotApi, ada: Person) -> None:
    api.fail("sendMessage", 429, retry_after=17)
    error = await _error(bot, ada.id)
    assert isinstance(error, FloodError)
    assert error.retry_after == timedelta(seconds=17)


async def test_a_web_page_instead_of_an_answer_is_the_servers_trouble(
    bot: LeanBot, api: BotApi, ada: Person
) -> None:
    api.answer_html("sendMessage")
    error = await _error(bot, ada.id)
    assert isinstance(error, ServerError)
    assert error.code == 502


async def test_silence_ends_in_time(bot: LeanBot, api: BotApi, ada: Person) -> None:
    api.hang("sendMessage")
    assert type(await _error(bot, ada.id)) is TimedOut


async def test_whether_anything_left_can_be_told(bot: LeanBot, api: BotApi, ada: Person) -> None:
    api.drop_after_acting("sendMessage")
    assert type(await _error(bot, ada.id)) is NetworkError
    assert ada.last.text == SECRET
    await api.away()
    assert type(await _error(bot, ada.id)) is UnsentError
    await api.back()
    await bot.call("sendMessage", {"chat_id": ada.id, "text": "Hello again"})


async def test_neither_the_token_nor_words_stand_in_errors_or_logs(
    bot: LeanBot, api: BotApi, ada: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told = []
    api.fail("sendMessage", 400, description="Bad Request: no")
    api.fail("sendMessage", 500)
    api.answer_html("sendMessage")
    api.hang("sendMessage")
    api.drop_before_acting("sendMessage")
    for _ in range(5):
        told += traceback.format_exception(await _error(bot, ada.id))
    await api.away()
    told += traceback.format_exception(await _error(bot, ada.id))
    await bot.shutdown()
    told += traceback.format_exception(await _error(bot, ada.id))
    everything = "".join(told) + caplog.text
    for secret in (api.token, api.token.partition(":")[2], SECRET):
        assert secret not in everything


async def test_what_is_no_address_is_told_without_it() -> None:
    bot = make_bot("1:hidden", "http://exa mple")
    await bot.request.initialize()
    with pytest.raises(NetworkError) as caught:
        await bot.call("getMe", {})
    assert "hidden" not in "".join(traceback.format_exception(caught.value))
    await bot.shutdown()
    await bot.request.shutdown()


@pytest.mark.parametrize("payload", [b"", b"<html>", b"[]", b"{}", b'{"ok":true}', b'"\xff"', b"[" * 99_999])
def test_an_answer_that_makes_no_sense_is_trouble_and_no_crash(payload: bytes) -> None:
    for kind in (AiohttpRequest, UpdatesRequest):
        with pytest.raises(TelegramError) as caught:
            kind.parse_json_payload(payload)
        assert str(caught.value) == "Invalid server response"


def test_updates_come_out_byte_for_byte() -> None:
    payload = b'{"ok":true,"result":[{"update_id": 1, "x":  "\xc3\xa4"}, 7]}'
    assert UpdatesRequest.parse_json_payload(payload)["result"] == [
        b'{"update_id": 1, "x":  "\xc3\xa4"}',
        b"7",
    ]


def test_half_an_emoji_spoils_only_the_update_it_stands_in() -> None:
    payload = b'{"ok":true,"result":[{"update_id":1,"x":"\\ud83d"},{"update_id":2}]}'
    found = UpdatesRequest.parse_json_payload(payload)["result"]
    assert found == [b'{"update_id": 1, "x": "\\ud83d"}', b'{"update_id": 2}']
