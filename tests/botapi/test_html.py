"""Text with parse_mode=HTML becomes what Telegram would make of it."""

import pytest

from .entities import commands_in, parse_html, trim
from .errors import BotApiError


def test_tags_become_entities_with_utf16_offsets() -> None:
    """An emoji counts twice; nested tags keep their order."""
    text, entities = parse_html(
        '<b>bold <i>both</i></b> &lt;x&gt; 😀<a href="https://e.com">link</a> <code>c</code>'
    )
    assert text == "bold both <x> 😀link c"
    assert entities == [
        {"type": "bold", "offset": 0, "length": 9},
        {"type": "italic", "offset": 5, "length": 4},
        {"type": "text_link", "offset": 16, "length": 4, "url": "https://e.com"},
        {"type": "code", "offset": 21, "length": 1},
    ]


def test_rarer_tags() -> None:
    """Languages of code, spoilers, quotes, custom emoji."""
    _, entities = parse_html(
        '<pre><code class="language-js">x()</code></pre><span class="tg-spoiler">s</span>'
        '<tg-emoji emoji-id="5368">👍</tg-emoji><blockquote expandable>q</blockquote><u></u>'
    )
    assert [entity["type"] for entity in entities] == [
        "pre",
        "spoiler",
        "custom_emoji",
        "expandable_blockquote",
    ]
    assert entities[0]["language"] == "js"


def test_unknown_references_stay() -> None:
    """Only four names are known; numbers are decoded."""
    assert parse_html("Tom &amp; Ada &copy; &#39;x&#x27; &quot;")[0] == "Tom & Ada &copy; 'x' \""


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ü<div>x</div>", 'Unsupported start tag "div" at byte offset 2'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_what_telegram_rejects(source: str, reason: str) -> None:
    """In Telegram's own words."""
    with pytest.raises(BotApiError) as error:
        parse_html(source)
    assert error.value.description == f"Bad Request: can't parse entities: {reason}"


def test_spaces_around_are_cut_and_entities_move() -> None:
    """As Telegram stores a text."""
    assert trim(*parse_html("\n  <b>hi</b> there  \n"))[0] == "hi there"
    assert trim("  hi  ", [{"type": "bold", "offset": 0, "length": 6}])[1] == [
        {"type": "bold", "offset": 0, "length": 4}
    ]


def test_commands_in_what_people_type() -> None:
    """Anywhere in the text, not inside words."""
    assert commands_in("😀 /start@bot_x and /help, not a/b or //c") == [
        {"type": "bot_command", "offset": 3, "length": 12},
        {"type": "bot_command", "offset": 20, "length": 5},
    ]
