"""Everything that turns a text into a row of plain words, with its sentences and commas, lives here."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.understand.grammar.characters import plain
from flows.understand.grammar.spelling import Spelling

SENTENCE: Final = "\n"
QUESTION: Final = "¿"
_PAUSE: Final = ","
_TOKEN: Final = re.compile(
    r"(?P<word>[@$*]*[^\W_](?:['\w@$*|]|!+(?=\w))*)(?P<loud>!*)|(?P<end>[.!?]+|\n\s*)|[,;:()]|\s-+\s"
)
Typed = tuple[str, ...]
Rewrites = Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as words. A line feed among the words ends a sentence; `commas` are the words after a small pause.

    `places[i]` is the number of the typed sign behind `words[i]`; `typed` are the signs as they came.
    """

    words: tuple[str, ...]
    commas: frozenset[int]
    places: tuple[int, ...]
    typed: Typed

    def quote(self, start: int, end: int) -> str:
        """Give back the typed words behind a stretch of words, each once."""
        places = dict.fromkeys(self.places[start:end])
        return " ".join(self.typed[place] for place in places if self.typed[place].strip())


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language rewrites its words: phrases that mean one thing, and words that mean nothing here."""

    spelling: Spelling
    rewrite: Rewrites
    fillers: Collection[str]

    def read(self, typed: Typed) -> Reading:
        """Read the signs of a text of any length. Never raises."""
        spelled, places = self._spelled(typed)
        return _numbered(*self._rewritten(spelled, places), typed)

    def _spelled(self, typed: Typed) -> tuple[list[str], list[int]]:
        seen: dict[str, tuple[str, ...]] = {sign: (sign,) for sign in (SENTENCE, QUESTION, _PAUSE)}
        words: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(typed):
            meant = seen.get(sign)
            if meant is None:
                meant = seen[sign] = self.spelling.read(sign)
            words += meant
            places += [place] * len(meant)
        return words, places

    def _rewritten(self, words: list[str], places: list[int]) -> tuple[list[str], list[int]]:
        kept: list[str] = []
        kept_places: list[int] = []
        at = 0
        while at < len(words):
            word = words[at]
            used, meant = self._phrase(words, at) if word in self.rewrite else (0, ())
            if not used:
                used, meant = 1, (() if word in self.fillers else (word,))
            kept += meant
            kept_places += [places[at]] * len(meant)
            at += used
        return kept, kept_places

    def _phrase(self, words: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        for old, new in self.rewrite[words[at]]:
            if tuple(words[at : at + len(old)]) == old:
                return len(old), new
        return 0, ()


def signs(text: str) -> Typed:
    """Give back the typed words of a text, in plain letters, and signs for what stands between them."""
    found: list[str] = []
    for match in _TOKEN.finditer(plain(text).replace("_", " ")):
        word, end = match["word"], match["end"]
        if word:
            found.append(word.rstrip("'|*@$") or word)
            found += (SENTENCE,) if match["loud"] else ()
        elif end:
            found += _ending(end)
        else:
            found.append(_PAUSE)
    return tuple(_joined(found))


def _joined(found: list[str]) -> Iterator[str]:
    """Leave out the ends of sentences of one word: "I. want. to. go" is one sentence, said slowly."""
    for at, sign in enumerate(found):
        alone = sign == SENTENCE and found[at + 2 : at + 3] in ([], [SENTENCE]) and at + 1 < len(found)
        if not alone:
            yield sign


def _ending(end: str) -> tuple[str, ...]:
    """Dots in a row and a single line break are a pause; people break lines within a sentence."""
    if "?" in end:
        return (QUESTION, SENTENCE)
    return (SENTENCE,) if end in (".", "!") or "!" in end or end.count("\n") > 1 else (_PAUSE,)


def _numbered(words: list[str], places: list[int], typed: Typed) -> Reading:
    kept: list[str] = []
    kept_places: list[int] = []
    commas: set[int] = set()
    for word, place in zip(words, places, strict=True):
        if word == _PAUSE:
            commas.add(len(kept))
        elif word != SENTENCE or (kept and kept[-1] != SENTENCE):
            kept.append(word)
            kept_places.append(place)
    return Reading(tuple(kept), frozenset(commas), tuple(kept_places), typed)
