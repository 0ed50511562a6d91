"""Telling whether a text is in a language that the bot reads lives here."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from flows.understand.grammar.characters import plain, straight

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_FEWEST_SIGNS: Final = 2
_WIDE_SCRIPTS: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")  # a word in one or two letters


def reads(text: str) -> bool:
    """Tell whether we can read it: false only when it is plainly another language or script. Never raises.

    Short, mixed and unclear texts count as readable: telling somebody "I only understand English" in answer to
    their English would be worse than misreading a foreign word.
    """
    words = _WORD.findall(straight(text).casefold())
    return not _other_script("".join(_WORD.findall(plain(text)))) and not _other_language(words)


def _other_script(letters: str) -> bool:
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
    foreign = sum(count for script, count in scripts.items() if script != "LATIN")
    fewest = 2 if any(script in scripts for script in _WIDE_SCRIPTS) else 3
    return foreign >= fewest and foreign * 2 > len(letters)


def _other_language(words: list[str]) -> bool:
    english, others = little_words()
    ours = sum(word in english for word in words)
    theirs = max(len({word for word in words if word in listed}) for listed in others.values())
    accented = ours == 0 and len(words) > 1 and not "".join(words).isascii()
    return theirs >= (1 if accented else _FEWEST_SIGNS) and theirs > 2 * ours and theirs * 6 >= len(words)


@cache
def little_words() -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """Load the little words of English, and those of the others by language without those that English has."""
    source = resources.files("flows.understand.rules").joinpath("languages.toml")
    data = tomllib.loads(source.read_text("utf-8"))
    english = frozenset(data["english"].split())
    return english, {code: frozenset(words.split()) - english for code, words in data["other"].items()}
