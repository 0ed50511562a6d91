"""Updates that nobody should ever send: whatever comes, reading it raises nothing."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.arrival import Arrival
from bot.telegram.incoming import arrival
from bot.telegram.strings import strings_in
from flows.talk import Command, Said
from tests.bot.telegram.raw import PRIVATE, message, read, standing, tap

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=8,
)
WHOLE = (
    message(text="hi", reply_to_message=message(text="x")["message"]),
    message(sticker={"file_id": "a"}),
    tap(),
    standing("kicked", PRIVATE),
    {"update_id": 9, "edited_message": message(text="x")["message"]},
)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A good update in which something is replaced by junk, removed, or new."""
    raw = json.loads(json.dumps(draw(st.sampled_from(WHOLE))))
    for _ in range(draw(st.integers(1, 3))):
        place: Any = raw
        while isinstance(place, dict) and place:
            key = draw(st.sampled_from(sorted(place)) | st.sampled_from(("text", "poll", "chat", "from")))
            if isinstance(place.get(key), dict) and draw(st.booleans()):
                place = place[key]
                continue
            place[key] = draw(JUNK)
            break
    return raw


def _check(raw: bytes) -> None:
    meaning = arrival(raw, "x")
    if isinstance(meaning, Arrival):
        assert str(int(meaning.address)) == meaning.address
        assert meaning.update is not None
        assert isinstance(meaning.callback, str | None)
    strings_in(raw).encode()


@settings(max_examples=300, deadline=None)
@given(damaged())
def test_no_damaged_update_raises(raw: Any) -> None:
    _check(json.dumps(raw).encode())


@settings(max_examples=150, deadline=None)
@given(JUNK | st.dictionaries(st.sampled_from(("update_id", "message", "callback_query")), JUNK))
def test_no_json_raises(raw: Any) -> None:
    _check(json.dumps(raw).encode())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=40))
def test_no_bytes_raise(raw: bytes) -> None:
    _check(raw)


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1))
def test_we_read_what_python_telegram_bot_reads(text: str) -> None:
    raw = message(text=text)
    update = Update.de_json(raw, None)
    assert update.message is not None
    meaning = read(raw)
    assert isinstance(meaning, Arrival)
    said = Said(update.message.text or "")
    assert isinstance(meaning.incoming, Command) or meaning.incoming == said
