"""Everything that turns the characters people type into plain letters lives here."""

import re
import unicodedata
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\U000e0000-\U000e0fff]"
)
_MARKS: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_MANY: Final = re.compile(r"([^\w*])\1{3,}")
_QUOTES: Final = str.maketrans("’‘ʼ`´′＇ʻ–—‒―‐‑−", "''''''''-------")
_SMALL_CAPITALS: Final = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_LETTERS: Final = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})
EMOJI: Final = {
    "🔪": "knife", "🗡": "knife", "🔫": "gun", "💊": "pills", "🩸": "blood", "⚰": "coffin", "🪦": "grave",
    "💀": "lol", "☠": "lol", "😂": "lol", "🤣": "lol", "😆": "lol", "😅": "lol", "😹": "lol", "😜": "lol",
}  # fmt: skip
_EMOJI: Final = str.maketrans({sign: f" {word} " for sign, word in EMOJI.items()})

# Cyrillic and Greek letters that look like Latin ones: read as Latin only in a word that has Latin letters as well.
_LOOKALIKES: Final = str.maketrans(
    "абвгеёзикмнорстухіїјѕԁһԛԝвьαβεηικμνορτυχωγϲ",
    "abbreezukmhopctyxiijsdhqwbbabenikmvoptuxwyc",
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_MIXED: Final = re.compile("[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]")
_SPACED: Final = re.compile(r"(?<![\w'])[^\W\d_](?:(?:[ \t]{1,3}|[.\-_*/|~+,])[^\W\d_](?![\w'])){2,}")


def plain(text: str) -> str:
    """Give back a text in lower case, without accents, invisible signs, look-alikes and s p a c e d letters."""
    text = straight(text).casefold()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text)).translate(_LETTERS)
        text = _WORD.sub(_one_script, text)
    return _SPACED.sub(_joined, text)


def straight(text: str) -> str:
    """Give back a text without invisible signs and fancy letters, with words for signs that stand for some.

    Accents and capitals stay, and so do letters of other scripts.
    """
    text = _MANY.sub(r"\1\1\1", text)
    if text.isascii():
        return text.replace("`", "'")
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text).translate(_QUOTES))
    return text.translate(_SMALL_CAPITALS).translate(_EMOJI)


def _one_script(word: re.Match[str]) -> str:
    letters = word.group()
    return letters.translate(_LOOKALIKES) if _MIXED.search(letters) else letters


def _joined(run: re.Match[str]) -> str:
    """Join single letters; two or more blanks between them were the gap between words."""
    words = re.split(r"[ \t]{2,}", run.group())
    return " ".join(re.sub(r"[\W_]", "", word) for word in words)
