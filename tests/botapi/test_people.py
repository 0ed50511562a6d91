"""What people do arrives as Telegram would tell it, and what the bot does reaches them."""

from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, MessageOriginHiddenUser, Update
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from . import BotApi, Person

KINDS = (
    "sticker",
    "photo",
    "voice",
    "audio",
    "video_note",
    "video",
    "animation",
    "document",
    "location",
    "contact",
)


async def _next(bot: Bot, api: BotApi) -> Update:
    [update] = await bot.get_updates()
    api.updates.drop()
    return update


async def test_texts_and_commands(bot: Bot, api: BotApi) -> None:
    """Commands are marked in UTF-16; the person is as described."""
    eve = api.person(7, "Eve", language_code="pt", username="eve", last_name="X")
    eve.says("🌱 /start now")
    update = await _next(bot, api)
    assert update.message is not None
    assert update.message.parse_entities() == {update.message.entities[0]: "/start"}
    assert update.effective_user is not None
    assert (update.effective_user.language_code, update.effective_user.full_name) == ("pt", "Eve X")


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_that_can_be_sent(kind: str, bot: Bot, api: BotApi, ada: Person) -> None:
    """python-telegram-bot knows each of them."""
    ada.sends(kind, caption="see" if kind in ("photo", "document") else None)
    message = (await _next(bot, api)).effective_message
    assert message is not None
    assert getattr(message, kind)
    assert ada.chat[-1].kind == kind


async def test_samples_can_be_changed(bot: Bot, api: BotApi, ada: Person) -> None:
    """A location elsewhere."""
    ada.sends("location", latitude=-33.9)
    message = (await _next(bot, api)).message
    assert message is not None
    assert message.location is not None
    assert message.location.latitude == -33.9


async def test_edits_and_forwards_and_replies(bot: Bot, api: BotApi, ada: Person) -> None:
    """Each with the fields that Telegram gives."""
    ada.says("frist")
    api.updates.drop()
    ada.edits(ada.chat[-1].id, "first")
    edited = (await _next(bot, api)).edited_message
    assert edited is not None
    assert (edited.text, edited.edit_date is not None) == ("first", True)
    assert ada.chat[-1].edits == ("frist",)
    ada.forwards("their words", origin="Grandma")
    forwarded = (await _next(bot, api)).message
    assert forwarded is not None
    assert isinstance(forwarded.forward_origin, MessageOriginHiddenUser)
    ada.says("this one", reply_to=ada.chat[0].id)
    replied = (await _next(bot, api)).message
    assert replied is not None
    assert replied.reply_to_message is not None


async def test_blocking_and_coming_back(bot: Bot, api: BotApi, ada: Person) -> None:
    """my_chat_member tells it; meanwhile sending is forbidden and is nobody's fault."""
    ada.blocks()
    member = (await _next(bot, api)).my_chat_member
    assert member is not None
    assert member.new_chat_member.status == ChatMemberStatus.BANNED
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ada.id, "x")
    with pytest.raises(AssertionError, match="unblocks"):
        ada.says("x")
    ada.unblocks()
    assert (await _next(bot, api)).my_chat_member is not None
    await bot.send_message(ada.id, "x")
    ada.deletes_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ada.id, "x")
    assert (api.refused, len(api.mishaps)) == ([], 2)


async def test_a_deleted_chat_is_empty_and_can_be_written_to(bot: Bot, ada: Person) -> None:
    """What was there cannot be edited any more."""
    sent = await bot.send_message(ada.id, "x")
    assert ada.deletes_chat() == 0
    assert ada.chat == []
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await sent.edit_text("y")
    await bot.send_message(ada.id, "z")
    assert ada.deletes_chat(stop=True) > 0


def _yes_no(turn: int) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(label, callback_data=f"{turn}:{label}") for label in ("Yes", "No")]
    return InlineKeyboardMarkup([row])


async def test_taps_on_the_newest_and_on_older_messages(bot: Bot, ada: Person) -> None:
    """Yesterday's button carries yesterday's data, also after an edit took it away."""
    first = await bot.send_message(ada.id, "Yesterday", reply_markup=_yes_no(1))
    yesterday = await ada.hears()
    await bot.send_message(ada.id, "Today", reply_markup=_yes_no(2))
    assert ada.taps("Yes").data == "2:Yes"
    await first.edit_text("Gone")
    assert ada.taps("Yes", message=yesterday).data == "1:Yes"
    newer, older = await bot.get_updates()
    assert newer.callback_query is not None
    assert older.callback_query is not None
    assert (newer.callback_query.data, older.callback_query.data) == ("2:Yes", "1:Yes")
    assert older.effective_message is not None
    assert older.effective_message.text == "Gone"
    with pytest.raises(AssertionError, match=r"no button \[Maybe\] to tap(.|\n)*Today"):
        ada.taps("Maybe")


async def test_a_tap_on_a_message_that_was_deleted(bot: Bot, api: BotApi, ada: Person) -> None:
    """The message is inaccessible then."""
    sent = await bot.send_message(ada.id, "x", reply_markup=_yes_no(1))
    shown = await ada.hears()
    await sent.delete()
    ada.taps("No", message=shown)
    query = (await _next(bot, api)).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible


async def test_an_unanswered_tap_says_so(bot: Bot, ada: Person) -> None:
    """In words that name the button."""
    await bot.send_message(ada.id, "x", reply_markup=_yes_no(1))
    tap = ada.taps("Yes")
    tap.answered.patience = 0.01
    with pytest.raises(AssertionError, match=r"the tap on \[Yes\] was not answered within 0\.01 s"):
        await tap.answered


async def test_silence_is_told_with_the_transcript(ada: Person) -> None:
    """A test that waits in vain shows what was said."""
    with pytest.raises(AssertionError, match=r"Ada heard nothing for 0\.01 s\n> /start"):
        await ada.hears(within=0.01)


async def test_hearing_goes_on_from_where_it_was(bot: Bot, ada: Person) -> None:
    """Each message once, in order; what was not heard can be skipped."""
    for text in "abc":
        await bot.send_message(ada.id, text)
    assert (await ada.hears()).text == "a"
    assert [message.text for message in ada.unheard] == ["b", "c"]
    ada.hears_no_more()
    assert ada.unheard == []


async def test_a_group_that_the_bot_leaves(bot: Bot, api: BotApi, ada: Person) -> None:
    """It is told that it was added, reads what a member writes, and can go."""
    group = api.group(-500, "Friends", ada)
    added = (await _next(bot, api)).my_chat_member
    assert added is not None
    assert (added.chat.type, added.new_chat_member.status) == ("group", "member")
    group.says(ada, "/start")
    assert (await _next(bot, api)).effective_chat == added.chat
    await bot.send_message(group.id, "I talk in private only")
    assert (await group.hears()).text == "I talk in private only"
    await bot.leave_chat(group.id)
    assert not group.has_bot
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.send_message(group.id, "x")
    with pytest.raises(AssertionError, match="has left"):
        group.says(ada, "x")


async def test_all_chats_in_one_transcript(bot: Bot, api: BotApi, ada: Person) -> None:
    """For a test that fails somewhere."""
    await bot.send_message(ada.id, "Hello", reply_markup=_yes_no(1))
    ada.taps("Yes")
    await bot.edit_message_text("Good", ada.id, ada.last.id)
    ada.sends("sticker")
    ada.blocks()
    expected = "> /start\nHello\n[Yes] [No]\n> [Yes]\n(edited) Good\n> (sticker)\n(Ada blocked the bot)"
    assert api.transcript() == f"--- 1001\n{expected}"


def test_an_app_does_not_send_nonsense(ada: Person) -> None:
    """An empty text, or one that an app would cut."""
    odd: list[Any] = ["", "  ", "x" * 4097]
    for text in odd:
        with pytest.raises(AssertionError, match="1-4096"):
            ada.says(text)
