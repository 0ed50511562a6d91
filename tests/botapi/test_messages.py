"""Messages are sent, edited, deleted through the real python-telegram-bot, and refused as Telegram does."""

import struct
from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, ReplyKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden

from . import BotApi, Person
from .errors import NOT_MODIFIED

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 320, 200)


def _keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=f"t7:{label}") for label in labels]]
    )


async def test_a_message_arrives_with_its_buttons(bot: Bot, api: BotApi, ada: Person) -> None:
    """What python-telegram-bot gets back is what the person sees."""
    sent = await bot.send_message(
        ada.id, "<b>Hello</b>  ", parse_mode="HTML", reply_markup=_keyboard("Yes", "No")
    )
    heard = await ada.hears()
    assert (sent.text, sent.message_id) == ("Hello", heard.id)
    assert (heard.text, heard.labels, heard.entities[0]["type"]) == ("Hello", ["Yes", "No"], "bold")
    assert heard.buttons[0][0].data == "t7:Yes"
    assert ada.transcript() == "> /start\nHello\n[Yes] [No]"
    assert api.refused == []


async def test_an_edit_replaces_the_message(bot: Bot, ada: Person) -> None:
    """The new version is heard and the old text is remembered."""
    sent = await bot.send_message(ada.id, "One", reply_markup=_keyboard("Yes"))
    await sent.edit_text("Two")
    assert [message.text for message in ada.unheard] == ["One", "Two"]
    assert (ada.last.text, ada.last.edits, ada.last.buttons) == ("Two", ("One",), [])


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, ada: Person) -> None:
    """Text and keyboard together decide."""
    sent = await bot.send_message(ada.id, "One", reply_markup=_keyboard("Yes"))
    with pytest.raises(BadRequest) as error:
        await sent.edit_text("One", reply_markup=_keyboard("Yes"))
    assert error.value.message.lower() == NOT_MODIFIED
    await sent.edit_text("One", reply_markup=_keyboard("No"))
    await sent.edit_reply_markup(None)
    with pytest.raises(BadRequest, match="not modified"):
        await sent.edit_reply_markup(None)


async def test_pictures_and_files_keep_their_bytes(bot: Bot, ada: Person) -> None:
    """Uploads by multipart, and once more by their file_id."""
    sent = await bot.send_photo(ada.id, PNG, caption="<i>look</i>", parse_mode="HTML")
    await bot.send_photo(ada.id, sent.photo[-1].file_id)
    await bot.send_document(
        ada.id, InputFile(b"{}", "export.json"), caption="yours", thumbnail=b"\xff\xd8\xff"
    )
    await bot.send_animation(ada.id, b"GIF89a", duration=4, width=10, height=10)
    photo, again, document, animation = [message for message in ada.chat if message.from_bot]
    assert (photo.photo, photo.text, again.photo, sent.photo[-1].width) == (PNG, "look", PNG, 320)
    assert (document.document, document.file_name, document.text) == (b"{}", "export.json", "yours")
    assert (animation.kind, animation.animation) == ("animation", b"GIF89a")


async def test_a_large_file_passes(bot: Bot, ada: Person) -> None:
    """Telegram takes 50 MB of document; three are enough to see that nothing stops at one."""
    await bot.send_document(ada.id, b"x" * 3_000_000, filename="big.txt")
    assert len(ada.last.document or b"") == 3_000_000


async def test_a_reply_shows_what_it_answers(bot: Bot, ada: Person) -> None:
    """And a reply to nothing is refused."""
    sent = await bot.send_message(ada.id, "Answer", reply_to_message_id=ada.chat[0].id)
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "/start"
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(ada.id, "Answer", reply_to_message_id=999)


async def test_deleting(bot: Bot, api: BotApi, ada: Person) -> None:
    """Gone at once within 48 hours, refused later; deleteMessages skips what is not there."""
    first, second, third = [await bot.send_message(ada.id, text) for text in "abc"]
    await first.delete()
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await first.delete()
    await bot.delete_messages(ada.id, [first.message_id, second.message_id])
    assert [message.text for message in ada.chat] == ["/start", "c"]
    api.advance(48 * 3600 + 1)
    with pytest.raises(BadRequest, match=r"(?i)message can't be deleted for everyone"):
        await third.delete()


ADA = 1001
_LONG = [[InlineKeyboardButton("x", callback_data="x")] * 8 for _ in range(13)]
_NO_DATA = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="")]])
REFUSED: dict[str, tuple[Callable[[Bot], Awaitable[object]], str]] = {
    "empty": (lambda bot: bot.send_message(ADA, ""), "message text is empty"),
    "blank": (lambda bot: bot.send_message(ADA, " \n "), "text must be non-empty"),
    "tags": (lambda bot: bot.send_message(ADA, "<b></b>", parse_mode="HTML"), "text must be non-empty"),
    "long": (lambda bot: bot.send_message(ADA, "x" * 4097), "message is too long"),
    "long in UTF-16": (lambda bot: bot.send_message(ADA, "😀" * 2049), "message is too long"),
    "long caption": (lambda bot: bot.send_photo(ADA, PNG, "x" * 1025), "message caption is too long"),
    "bad HTML": (lambda bot: bot.send_message(ADA, "<b>x", parse_mode="HTML"), "can't parse entities: .*"),
    "parse mode": (lambda bot: bot.send_message(ADA, "x", parse_mode="Odd"), "unsupported parse_mode"),
    "stranger": (lambda bot: bot.send_message(77, "x"), "chat not found"),
    "no picture": (lambda bot: bot.send_photo(ADA, b"text"), "IMAGE_PROCESS_FAILED"),
    "no file": (lambda bot: bot.send_document(ADA, b""), "file must be non-empty"),
    "unknown file": (lambda bot: bot.send_photo(ADA, "nope"), "wrong file identifier.*"),
    "edit nothing": (lambda bot: bot.edit_message_text("x", ADA, 99), "message to edit not found"),
    "edit theirs": (lambda bot: bot.edit_message_text("x", ADA, 1), "message can't be edited"),
    "data": (lambda bot: bot.send_message(ADA, "x", reply_markup=_keyboard("ä" * 31)), "BUTTON_DATA_INVALID"),
    "no data": (lambda bot: bot.send_message(ADA, "x", reply_markup=_NO_DATA), "BUTTON_DATA_INVALID"),
    "row": (lambda bot: bot.send_message(ADA, "x", reply_markup=_keyboard(*"123456789")), ".*too long"),
    "buttons": (
        lambda bot: bot.send_message(ADA, "x", reply_markup=InlineKeyboardMarkup(_LONG)),
        "reply markup is too long",
    ),
    "business": (lambda bot: bot.send_message(ADA, "x", business_connection_id="b"), "business .* not found"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_telegram_refuses(name: str, bot: Bot, api: BotApi, ada: Person) -> None:
    """A refused call changes nothing and stands in the journal of refusals."""
    attempt, words = REFUSED[name]
    with pytest.raises(BadRequest, match=f"(?i)^{words}$"):
        await attempt(bot)
    assert [message.text for message in ada.chat] == ["/start"]
    assert (len(api.refused), api.refused[0].code) == (1, 400)
    assert [call.method for call in api.journal] == ["getMe"]


async def test_what_lies_just_within_the_limits(bot: Bot, api: BotApi, ada: Person) -> None:
    """4,096 units after parsing, 64 bytes of data, 8 buttons in a row, 100 in all."""
    rows = [[InlineKeyboardButton("x", callback_data="x")] * 8 for _ in range(12)]
    await bot.send_message(ada.id, f"<b>{'😀' * 2048}</b>", parse_mode="HTML")
    await bot.send_message(ada.id, "x", reply_markup=InlineKeyboardMarkup([*rows, rows[0][:4]]))
    await bot.send_message(ada.id, "x", reply_markup=_keyboard("x" * 61))
    await bot.send_photo(ada.id, PNG, "x" * 1024)
    assert api.refused == []


async def test_an_edit_that_is_too_long(bot: Bot, ada: Person) -> None:
    """Edits have a sentence of their own."""
    sent = await bot.send_message(ada.id, "x")
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await sent.edit_text("x" * 4097)


async def test_a_message_with_a_reply_keyboard_stays_as_it_is(bot: Bot, ada: Person) -> None:
    """Its labels are seen; it cannot be edited."""
    sent = await bot.send_message(ada.id, "Where?", reply_markup=ReplyKeyboardMarkup([["Here", "There"]]))
    assert ada.last.keyboard == (("Here", "There"),)
    with pytest.raises(BadRequest, match=r"(?i)can't be edited"):
        await sent.edit_text("x")


async def test_somebody_who_never_wrote_cannot_be_written_to(bot: Bot, api: BotApi) -> None:
    """Telegram's 403, which is not the bot's fault."""
    bob = api.person(1002, "Bob")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(bob.id, "Hello")
    assert (api.refused, len(api.mishaps)) == ([], 1)


async def test_every_version_parses(bot: Bot, ada: Person) -> None:
    """python-telegram-bot reads what `raw` holds."""
    sent = await bot.send_message(ada.id, "One", reply_markup=_keyboard("Yes"))
    await sent.edit_text("Two")
    for message in ada.chat:
        parsed = Update.de_json({"update_id": 1, "message": message.raw}, bot)
        assert parsed.message is not None
        assert parsed.message.text == message.text
