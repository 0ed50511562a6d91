"""Every rule for keyboards under messages lives here."""

import re

from .checks import utf16_length
from .errors import bad
from .records import Json
from .wire import encode

MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_DATA = 64  # bytes of UTF-8
MAX_MARKUP = 10_240  # bytes of JSON; measured by others, Telegram does not document it
_ACTIONS = frozenset({
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
})  # fmt: skip
_URL = re.compile(r"(?:https?://[^\s/]+\S*|tg://\S+|mailto:\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?)")
_STYLES = ("danger", "success", "primary")


def check_markup(markup: Json | None) -> None:
    """Raises BotApiError 400 where Telegram would not show this keyboard."""
    if not markup:
        return
    rows = markup.get("inline_keyboard")
    if rows is not None:
        _check_size(rows, MAX_BUTTONS, MAX_IN_ROW)
    for button in (button for row in rows or () for button in row):
        _check_button(button)
    _check_size(markup.get("keyboard", []), 300, 12)
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= utf16_length(placeholder) <= 64:
        raise bad("input field placeholder must have 1-64 characters")


def _check_size(rows: list[list[Json]], most: int, in_row: int) -> None:
    if sum(map(len, rows)) > most or any(len(row) > in_row for row in rows):
        raise bad("reply markup is too long")
    if len(encode(rows)) > MAX_MARKUP:
        raise bad("reply markup is too long")


def _check_button(button: Json) -> None:
    if not button["text"].strip():
        raise bad("can't parse inline keyboard button: button text must be non-empty")
    if button.get("style", "primary") not in _STYLES:
        raise bad("can't parse inline keyboard button: invalid button style specified")
    found = _ACTIONS & button.keys()
    if not found:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(found) > 1:
        raise bad("can't parse inline keyboard button: exactly one action is expected")
    url = button.get("url")
    if url is not None and not _URL.fullmatch(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= MAX_DATA:
        raise bad("BUTTON_DATA_INVALID")


def inline(markup: Json | None) -> Json | None:
    """What the message keeps of a markup: the inline keyboard, if it has any button."""
    rows = [row for row in (markup or {}).get("inline_keyboard", []) if row]
    return {"inline_keyboard": rows} if rows else None


def reply_labels(markup: Json | None) -> tuple[tuple[str, ...], ...]:
    """The labels of a reply keyboard, row by row."""
    return tuple(tuple(button["text"] for button in row) for row in (markup or {}).get("keyboard", []))
