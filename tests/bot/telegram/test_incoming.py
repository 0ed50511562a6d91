"""What each kind of update means, and that none of them can do harm."""

import json
from typing import Any

import msgspec
import pytest

from bot.arrival import Arrival
from bot.telegram.incoming import Ignored, Outsider, arrival
from bot.telegram.strings import strings_in
from flows.talk import Blocked, Broken, Chose, Command, Edited, Incoming, Said, Sent, Unblocked
from tests.bot.telegram.raw import PERSON, PRIVATE, Json, message, read, standing, tap
from tests.botapi import BotApi, Person


def incoming(raw: Json) -> Incoming:
    """What happened to Ada."""
    meaning = read(raw)
    assert isinstance(meaning, Arrival)
    assert (meaning.channel, meaning.address, meaning.source) == ("telegram", "77", "telegram:1")
    assert meaning.update == 9
    return meaning.incoming


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I feel terrible", Said("I feel terrible")),
        ("/break", Command("break")),
        ("/BREAK@selfkind_bot  now please ", Command("break", "now please")),
        ("/start break", Command("start", "break")),
        ("/kind\nme", Command("kind", "me")),
        ("/", Said("/")),
        ("/ break", Said("/ break")),
        ("/помощь", Said("/помощь")),
        ("/break-it", Said("/break-it")),
        ("1/2", Said("1/2")),
        (" /break", Said(" /break")),
    ],
)
def test_words_and_commands(text: str, wanted: Incoming) -> None:
    assert incoming(message(text=text)) == wanted


def test_words_under_a_picture_and_forwarded_words_are_words() -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    assert incoming(message(photo=photo, caption="my cat")) == Said("my cat")
    origin = {"type": "hidden_user", "sender_user_name": "X", "date": 1}
    assert incoming(message(text="look", forward_origin=origin)) == Said("look")


@pytest.mark.parametrize(
    ("kind", "what"),
    [
        ("sticker", "sticker"), ("photo", "photo"), ("voice", "voice"), ("audio", "voice"),
        ("video", "video"), ("video_note", "video"), ("location", "location"), ("animation", "other"),
        ("document", "other"), ("contact", "other"), ("dice", "other"),
    ],
)  # fmt: skip
async def test_what_is_not_words_is_told_by_its_kind(api: BotApi, ada: Person, kind: str, what: str) -> None:
    ada.sends(kind)
    raw = api.updates.give(1)[0].raw
    meaning = read(raw)
    assert isinstance(meaning, Arrival)
    assert isinstance(meaning.incoming, Sent)
    assert meaning.incoming.what == what


def test_words_in_what_is_not_words_reach_the_screen() -> None:
    """A contact's name, a file's name: somebody may say it there."""
    contact = {"phone_number": "1", "first_name": "I want", "last_name": "to die"}
    assert incoming(message(contact=contact)) == Sent("other", "1\nI want\nto die")


def test_a_poll_a_checklist_and_a_formatted_message_are_words() -> None:
    poll = {"id": "1", "question": "Should I go on?", "options": [{"text": "no", "voter_count": 0}]}
    assert incoming(message(poll=poll)) == Said("Should I go on?\nno")
    checklist = {"title": "Today", "tasks": [{"id": 1, "text": "breathe"}]}
    assert incoming(message(checklist=checklist)) == Said("Today\nbreathe")
    rich = {"blocks": [{"type": "paragraph", "text": "I can't go on"}]}
    assert incoming(message(rich_message=rich)) == Said("I can't go on")


def test_an_edit_is_an_edit() -> None:
    raw = message(text="better now")
    raw["edited_message"] = raw.pop("message")
    assert incoming(raw) == Edited("better now")


def test_a_tap_says_which_button_of_which_turn() -> None:
    meaning = read(tap())
    assert isinstance(meaning, Arrival)
    assert meaning.incoming == Chose("ready", 12)
    assert (meaning.message, meaning.callback) == (6, "4711")


def test_a_tap_on_a_message_that_telegram_no_longer_shows() -> None:
    old = {"message_id": 6, "date": 0, "chat": PRIVATE}
    assert incoming(tap(message=old)) == Chose("ready", 12)
    assert incoming(tap(message=None)) == Chose("ready", 12)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "ready",
        ":ready",
        "12:",
        "-1:ready",
        "x:ready",
        "12ready",
        "１２:x",
        "9" * 20 + ":x",
        "1:" + "ä" * 40,
    ],
)
def test_forged_buttons_are_known_as_such(data: str) -> None:
    assert incoming(tap(data)) == Chose("", -1)


def test_a_game_button_is_not_ours() -> None:
    raw = tap(game_short_name="chess")
    del raw["callback_query"]["data"]
    assert incoming(raw) == Chose("", -1)


def test_blocking_and_coming_back() -> None:
    assert incoming(standing("kicked", PRIVATE)) == Blocked()
    assert incoming(standing("member", PRIVATE)) == Unblocked()


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_groups_and_channels_are_outsiders(kind: str) -> None:
    chat = {"id": -100, "type": kind, "title": "Us"}
    assert read(message(chat=chat, text="hello")) == Outsider(-100, 9)
    assert read(tap(message={"message_id": 6, "date": 1, "chat": chat})) == Outsider(-100, 9)
    assert read(standing("member", chat)) == Outsider(-100, 9)
    assert read(standing("administrator", chat)) == Outsider(-100, 9)
    assert read(standing("kicked", chat)) == Ignored(9)


def test_another_bot_is_left_alone() -> None:
    other = {"id": 78, "is_bot": True, "first_name": "Robot"}
    assert read(message(text="beep", **{"from": other})) == Outsider(77, 9, silent=True)


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 9},
        {"update_id": 9, "poll_answer": {"poll_id": "1"}},
        {"update_id": 9, "something_new": {"from": PERSON}},
        message(pinned_message={"message_id": 1, "date": 1, "chat": PRIVATE}),
        message(message_auto_delete_timer_changed={"message_auto_delete_time": 86_400}),
        {"update_id": 9, "edited_message": message(location={"latitude": 1, "longitude": 2})["message"]},
    ],
)
def test_what_nobody_said_to_us_is_only_marked_as_seen(raw: Json) -> None:
    assert read(raw) == Ignored(9)


def test_a_malformed_update_still_tells_whose_it_is_and_what_was_written() -> None:
    raw = message(text=["I want", {"text": "to die"}], message_id="five")
    meaning = read(raw)
    assert isinstance(meaning, Arrival)
    assert meaning.incoming == Broken("I want\nto die")
    assert (meaning.address, meaning.update) == ("77", 9)
    assert json.loads(meaning.raw) == raw


def test_a_malformed_tap_can_still_be_answered() -> None:
    meaning = read(tap(data={"no": "string"}))
    assert isinstance(meaning, Arrival)
    assert isinstance(meaning.incoming, Broken)
    assert (meaning.address, meaning.callback) == ("77", "4711")


@pytest.mark.parametrize(
    "raw", [5, None, "text", [], {}, {"update_id": "9"}, {"update_id": 2**63, "message": {}}, [[[]]]]
)
def test_what_nobody_can_be_told_of_is_kept_for_the_operator(raw: Any) -> None:
    meaning = read(raw)
    assert isinstance(meaning, Ignored)
    assert meaning.update is None
    assert meaning.malformed == json.dumps(raw).encode()


def test_bytes_that_are_no_json_are_kept_for_the_operator() -> None:
    for raw in (b"", b"\xff\xfe", b"{", b"[" * 100_000):
        assert arrival(raw, "x") == Ignored(None, raw)


def test_every_string_that_a_person_wrote_is_found() -> None:
    raw = message(
        text="one",
        quote={"text": "two", "position": 0},
        reply_to_message=message(caption="three")["message"],
        poll={"id": "no", "question": "four", "options": [{"text": "five"}]},
        contact={"first_name": "six", "phone_number": "seven"},
        venue={"title": "eight", "address": "nine"},
        document={"file_id": "no", "file_name": "ten"},
    )
    said = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    assert sorted(strings_in(raw).split("\n")) == sorted(said)


def test_the_bots_own_words_are_not_taken_for_the_persons() -> None:
    own = {"from": {"id": 1, "is_bot": True, "first_name": "selfkind"}, "text": "Do you want to die?"}
    assert strings_in(message(text="what", reply_to_message=own)) == "what"


def test_what_came_is_kept_byte_for_byte() -> None:
    raw = json.dumps(message(text="hi"), indent=3).encode()
    meaning = arrival(raw, "x")
    assert isinstance(meaning, Arrival)
    assert meaning.raw == raw
    assert msgspec.json.decode(meaning.raw)["message"]["text"] == "hi"
