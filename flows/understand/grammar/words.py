"""Everything that turns a text into a row of plain words, with its sentences and commas, lives here."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flows.understand.grammar.characters import plain
from flows.understand.grammar.spelling import Spelling

SENTENCE: Final = "\n"
QUESTION: Final = "¿"
_TOKEN: Final = re.compile(
    r"[^\W_]['\w@$*!|]*|[@$*][@$*]*[^\W_]['\w@$*!|]*|[.!?]+|\n\s*|[,;:()]|(?<=\s)-+(?=\s)"
)
_AROUND: Final = "'!|*_"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as words. A line feed among the words ends a sentence; `commas` are the words after a small pause.

    `places[i]` is the number of the typed word behind `words[i]`; `typed` are the words as they came.
    """

    words: tuple[str, ...]
    commas: frozenset[int]
    places: tuple[int, ...]
    typed: tuple[str, ...]

    def quote(self, start: int, end: int) -> str:
        """Give back the typed words behind a stretch of words, each once."""
        places = dict.fromkeys(place for place in self.places[start:end] if place >= 0)
        return " ".join(self.typed[place] for place in places)

    def sentence(self, at: int) -> tuple[int, int]:
        """Give back where the sentence around a word begins and ends."""
        start = at
        while start and self.words[start - 1] != SENTENCE:
            start -= 1
        end = at
        while end < len(self.words) and self.words[end] != SENTENCE:
            end += 1
        return start, end


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language rewrites its words: phrases that mean one thing, and words that mean nothing here."""

    spelling: Spelling
    rewrite: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    fillers: Collection[str]

    def read(self, text: str) -> Reading:
        """Read a text of any length and any characters. Never raises."""
        typed: list[str] = []
        rough = [(word, place) for word, place in self._spelled(text, typed)]
        return _numbered(self._rewritten(rough), tuple(typed))

    def _spelled(self, text: str, typed: list[str]) -> Iterator[tuple[str, int]]:
        for sign in _tokens(plain(text)):
            if sign in (SENTENCE, ",", QUESTION):
                yield sign, -1
                continue
            typed.append(sign)
            for word in self.spelling.read(sign):
                yield word, len(typed) - 1

    def _rewritten(self, rough: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        at = 0
        while at < len(rough):
            word, place = rough[at]
            used, words = self._phrase(rough, at)
            yield from ((new, place) for new in words)
            if not used and word not in self.fillers:
                yield word, place
            at += used or 1

    def _phrase(self, rough: list[tuple[str, int]], at: int) -> tuple[int, tuple[str, ...]]:
        for old, new in self.rewrite.get(rough[at][0], ()):
            if all(
                at + ahead < len(rough) and rough[at + ahead][0] == word for ahead, word in enumerate(old)
            ):
                return len(old), new
        return 0, ()


def _tokens(text: str) -> Iterator[str]:
    """Yield typed words, and for what stands between them: a line feed, a comma, a question mark."""
    for match in _TOKEN.finditer(text.replace("_", " ")):
        sign = match.group()
        if sign[0].isalnum() or sign[-1].isalnum() or len(sign) > 1 and sign.strip("@$*!.?").isalnum():
            yield sign.rstrip(_AROUND).lstrip("*'") or sign
            yield from (SENTENCE,) if sign.endswith("!") else ()
        elif "?" in sign:
            yield from (QUESTION, SENTENCE)
        elif sign in (".", "!") or "!" in sign or sign.count("\n") > 1:
            yield SENTENCE
        else:
            yield ","


def _numbered(words: Iterator[tuple[str, int]], typed: tuple[str, ...]) -> Reading:
    kept: list[str] = []
    places: list[int] = []
    commas: set[int] = set()
    for word, place in words:
        if word == ",":
            commas.add(len(kept))
        elif word != SENTENCE or (kept and kept[-1] != SENTENCE):
            kept.append(word)
            places.append(place)
    return Reading(tuple(kept), frozenset(commas), tuple(places), typed)
