"""A text too long for one message of Telegram is cut into several here, where a reader would pause."""

import re
from typing import Final

LONGEST_TEXT: Final = 4096  # UTF-16 units, as Telegram counts
LONGEST_CAPTION: Final = 1024

# The best place first: between paragraphs, lines, sentences, words.
_PAUSES: Final = tuple(map(re.compile, (r"\n\s*\n", r"\n", r"[.!?…][\"'”’)]*\s", r"\s")))


def units(text: str) -> int:
    """How long a text is for Telegram: characters outside the basic plane (most emoji) count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def fits(text: str, limit: int = LONGEST_TEXT) -> bool:
    """Whether Telegram takes it as one message; nearly every text is decided by its length alone."""
    return len(text) <= limit // 2 or units(text) <= limit


def pieces(text: str, limit: int = LONGEST_TEXT) -> list[str]:
    """The text in order, each piece at most `limit` UTF-16 units, cut at a pause where there is one."""
    found = []
    while not fits(text, limit):
        head = _head(text, limit)
        found.append(head.rstrip())
        text = text[len(head) :].lstrip()
    return [*filter(None, found), text] if text else list(filter(None, found))


def _head(text: str, limit: int) -> str:
    """As much as fits, back to the last pause, unless that would leave less than half."""
    longest = text[: _reach(text, limit)]
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(longest)]
        if ends and ends[-1] > len(longest) // 2:
            return longest[: ends[-1]]
    return longest


def _reach(text: str, limit: int) -> int:
    """How many characters fit into `limit` units."""
    used = 0
    for index, character in enumerate(text):
        used += 1 + (character > "\uffff")
        if used > limit:
            return index
    return len(text)
