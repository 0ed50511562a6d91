"""How messages reach a person: as they were meant, in as many parts as needed, and every refusal understood."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from telegram.error import TelegramError

from bot.message import Button, Document, Message
from bot.sending.outcomes import AwayError, DeliveryError, TooFastError, UnacceptableError, UnreachableError
from bot.telegram.client import LeanBot
from bot.telegram.outgoing import TAPS_WAITING, TelegramCarrier
from tests.botapi import BotApi, Person

YES_NO = ((Button("Yes", "7:yes"), Button("No", "7:no")),)


def _refused(carrier: TelegramCarrier, who: Person, message: Message) -> Awaitable[DeliveryError]:
    async def ask() -> DeliveryError:
        with pytest.raises(DeliveryError) as caught:
            await carrier.deliver(str(who.id), message)
        return caught.value

    return ask()


async def test_a_message_arrives_as_plain_text_with_its_buttons(
    carrier: TelegramCarrier, api: BotApi, ada: Person
) -> None:
    await carrier.deliver(str(ada.id), Message('<b>"my *chest*"</b> https://example.org', YES_NO))
    heard = await ada.hears()
    assert heard.text == '<b>"my *chest*"</b> https://example.org'
    assert [[button.data for button in row] for row in heard.buttons] == [["7:yes", "7:no"]]
    assert not [entity for entity in heard.entities if entity["type"] in ("bold", "italic")]
    assert api.calls("sendMessage")[0].params["link_preview_options"] == {"is_disabled": True}
    assert api.refused == []


async def test_a_replacement_changes_the_message_that_was_tapped(
    carrier: TelegramCarrier, ada: Person
) -> None:
    await carrier.deliver(str(ada.id), Message("One", YES_NO))
    await carrier.deliver(str(ada.id), Message("Two", replaces=ada.last.id))
    assert (ada.last.text, ada.last.edits, ada.last.labels) == ("Two", ("One",), [])


async def test_a_replacement_that_changes_nothing_has_arrived(carrier: TelegramCarrier, ada: Person) -> None:
    await carrier.deliver(str(ada.id), Message("One", YES_NO))
    await carrier.deliver(str(ada.id), Message("One", YES_NO, replaces=ada.last.id))
    assert [message.text for message in ada.chat if message.from_bot] == ["One"]


async def test_what_can_no_longer_be_changed_is_said_anew(
    carrier: TelegramCarrier, api: BotApi, ada: Person
) -> None:
    await carrier.deliver(str(ada.id), Message("Two", YES_NO, replaces=987_654))
    assert (ada.last.text, ada.last.labels) == ("Two", ["Yes", "No"])
    api.fail("editMessageText", 400, description="Bad Request: message can't be edited")
    await carrier.deliver(str(ada.id), Message("Three", replaces=ada.last.id))
    assert (ada.last.text, ada.last.edits) == ("Three", ())


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(
    carrier: TelegramCarrier, ada: Person
) -> None:
    paragraphs = [f"{n} " + "word " * 300 for n in range(8)]
    text = "\n\n".join(paragraphs)
    await carrier.deliver(str(ada.id), Message(text, YES_NO))
    heard = [message for message in ada.chat if message.from_bot]
    assert [message.text[:1] for message in heard] == ["0", "2", "4", "6"]
    assert [message.labels for message in heard] == [[], [], [], ["Yes", "No"]]
    assert " ".join(" ".join(message.text for message in heard).split()) == " ".join(text.split())


async def test_a_long_replacement_replaces_and_goes_on_below(carrier: TelegramCarrier, ada: Person) -> None:
    await carrier.deliver(str(ada.id), Message("Old", YES_NO))
    await carrier.deliver(str(ada.id), Message("a" * 3000 + "\n\n" + "b" * 3000, YES_NO, ada.last.id))
    first, second = [message for message in ada.chat if message.from_bot]
    assert (first.text, first.labels, first.edits) == ("a" * 3000, [], ("Old",))
    assert (second.text, second.labels) == ("b" * 3000, ["Yes", "No"])


async def test_a_document_comes_with_its_words(carrier: TelegramCarrier, ada: Person) -> None:
    file = Document("mine.json", b'{"all": "of it"}')
    await carrier.deliver(str(ada.id), Message("Here it is.", YES_NO, document=file))
    heard = ada.last
    assert (heard.document, heard.file_name, heard.text) == (file.content, "mine.json", "Here it is.")
    assert heard.labels == ["Yes", "No"]


async def test_a_document_without_words_or_with_many(carrier: TelegramCarrier, ada: Person) -> None:
    file = Document("mine.json", b"{}")
    await carrier.deliver(str(ada.id), Message("", document=file))
    assert (ada.last.document, ada.last.text) == (b"{}", "")
    await carrier.deliver(str(ada.id), Message("long " * 300, document=file))
    words, document = [message for message in ada.chat if message.from_bot][-2:]
    assert (words.kind, document.kind, document.text) == ("text", "document", "")


async def test_somebody_who_blocked_us_or_is_gone_cannot_be_reached(
    carrier: TelegramCarrier, api: BotApi, ada: Person
) -> None:
    ada.blocks()
    assert type(await _refused(carrier, ada, Message("Hello"))) is UnreachableError
    bo = api.person(1002, "Bo")
    assert type(await _refused(carrier, bo, Message("Hello"))) is UnreachableError
    api.fail("sendMessage", 400, description="Bad Request: chat not found")
    assert type(await _refused(carrier, ada, Message("Hello"))) is UnreachableError
    ada.unblocks()
    ada.says("I am back")
    ada.deletes_account()
    assert type(await _refused(carrier, ada, Message("Hello"))) is UnreachableError


async def test_an_address_of_another_channel_cannot_be_reached(carrier: TelegramCarrier) -> None:
    with pytest.raises(UnreachableError):
        await carrier.deliver("terminal", Message("Hello"))


async def test_what_telegram_will_never_take(carrier: TelegramCarrier, ada: Person) -> None:
    for message, reason in (
        (Message("   "), "text must be non-empty"),
        (Message("Hello", ((Button("Yes", "x" * 65),),)), "button_data_invalid"),
    ):
        error = await _refused(carrier, ada, message)
        assert isinstance(error, UnacceptableError)
        assert error.reason == reason


async def test_a_refusal_never_quotes_the_message(carrier: TelegramCarrier, api: BotApi, ada: Person) -> None:
    api.fail("sendMessage", 400, description="Bad Request: do not like 'my secret'")
    error = await _refused(carrier, ada, Message("my secret"))
    assert isinstance(error, UnacceptableError)
    assert error.reason == "other"
    assert error.__suppress_context__


async def test_the_wait_that_telegram_asks_for_is_passed_on(
    carrier: TelegramCarrier, api: BotApi, ada: Person
) -> None:
    api.fail("sendMessage", 429, retry_after=23)
    error = await _refused(carrier, ada, Message("Hello"))
    assert isinstance(error, TooFastError)
    assert error.seconds == 23


async def test_whether_it_may_have_arrived_is_known(
    carrier: TelegramCarrier, api: BotApi, ada: Person
) -> None:
    doubts: list[tuple[Callable[[], object], bool]] = [
        (lambda: api.fail("sendMessage", 500), False),
        (lambda: api.fail("sendMessage", 504), True),
        (lambda: api.answer_html("sendMessage"), True),
        (lambda: api.hang("sendMessage"), True),
        (lambda: api.drop_after_acting("sendMessage"), True),
        (lambda: api.fail("sendMessage", 401), False),
    ]
    for break_it, uncertain in doubts:
        break_it()
        error = await _refused(carrier, ada, Message("Hello"))
        assert isinstance(error, AwayError)
        assert error.uncertain is uncertain, error
    await api.away()
    error = await _refused(carrier, ada, Message("Hello"))
    assert isinstance(error, AwayError)
    assert not error.uncertain
    await api.back()


async def test_a_tap_is_answered_and_trouble_with_it_is_nobodys(
    carrier: TelegramCarrier, api: BotApi, ada: Person
) -> None:
    await carrier.deliver(str(ada.id), Message("Ready?", YES_NO))
    tap = ada.taps("Yes")
    await carrier.answer_tap(tap.id)
    await tap.answered
    await carrier.answer_tap("never was")
    for break_it in (api.hang, api.fail, api.answer_html):
        break_it("answerCallbackQuery")
        await carrier.answer_tap(ada.taps("Yes").id)


async def test_taps_that_hang_leave_messages_their_connections(
    carrier: TelegramCarrier, api: BotApi, ada: Person
) -> None:
    """Two thousand people tap while Telegram does not answer taps: messages go out, most taps are dropped."""
    api.hang("answerCallbackQuery", times=None)
    taps = [asyncio.create_task(carrier.answer_tap(str(n))) for n in range(2000)]
    await asyncio.sleep(0)
    await carrier.deliver(str(ada.id), Message("Still here"))
    assert ada.last.text == "Still here"
    assert sum(not tap.done() for tap in taps) == TAPS_WAITING
    for tap in taps:
        tap.cancel()
    await asyncio.gather(*taps, return_exceptions=True)


async def test_a_group_is_left_with_one_sentence(carrier: TelegramCarrier, api: BotApi, ada: Person) -> None:
    group = api.group(-500, "Friends", ada)
    await carrier.leave(group.id, "I only talk one to one.")
    assert group.last.text == "I only talk one to one."
    assert not group.has_bot
    await carrier.leave(group.id, "I only talk one to one.")


async def test_why_calls_are_not_made_into_telegram_objects(bot: LeanBot, ada: Person) -> None:
    """A call gives plain JSON; PTB's typed method for the same gives the same message."""
    raw = await bot.call("sendMessage", {"chat_id": ada.id, "text": "Hello"})
    typed = await bot.send_message(ada.id, "Hello")
    assert typed.message_id == raw["message_id"] + 1
    with pytest.raises(TelegramError):
        await bot.call("noSuchMethod", {})
