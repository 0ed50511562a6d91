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
        words, places = self._spelled(typed)
        kept: list[str] = []
        kept_places: list[int] = []
        commas: set[int] = set()
        at, rewrite, fillers = 0, self.rewrite, self.fillers
        while at < len(words):
            word, used = words[at], 1
            if word in rewrite and (phrase := self._phrase(words, at)):
                used = len(phrase[0])
                kept += phrase[1]
                kept_places += [places[at]] * len(phrase[1])
            elif word == _PAUSE:
                commas.add(len(kept))
            elif word not in fillers and (word != SENTENCE or (kept and kept[-1] != SENTENCE)):
                kept.append(word)
                kept_places.append(places[at])
            at += used
        return Reading(tuple(kept), frozenset(commas), tuple(kept_places), typed)

    def _spelled(self, typed: Typed) -> tuple[list[str], list[int]]:
        seen: dict[str, tuple[str, ...]] = {sign: (sign,) for sign in (SENTENCE, QUESTION, _PAUSE)}
        words: list[str] = []
        places: list[int] = []
        for place, sign in enumerate(typed):
            meant = seen.get(sign)
            if meant is None:
                meant = seen[sign] = self.spelling.read(sign)
            words += meant
            places += (place,) * len(meant)
        return words, places

    def _phrase(self, words: Sequence[str], at: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        for phrase in self.rewrite[words[at]]:
            old = phrase[0]
            if tuple(words[at : at + len(old)]) == old:
                return phrase
        return None


def signs(text: str) -> Typed:
    """Give back the typed words of a text, in plain letters, and signs for what stands between them."""
    found: list[str] = []
    for word, loud, end in _TOKEN.findall(plain(text).replace("_", " ")):
        if word:
            found.append(word if word[-1].isalnum() else word.rstrip("'|*@$") or word)
            if loud:
                found.append(SENTENCE)
        elif end:
            found += _ending(end)
        else:
            found.append(_PAUSE)
    return tuple(_joined(found))


def _joined(found: list[str]) -> Iterator[str]:
    """Leave out the ends of sentences of one word: "I. want. to. go" is one sentence, said slowly."""
    found = [*found, SENTENCE, SENTENCE]
    for at in range(len(found) - 2):
        if found[at] != SENTENCE or found[at + 2] != SENTENCE:
            yield found[at]


def _ending(end: str) -> tuple[str, ...]:
    """Dots in a row and a single line break are a pause; people break lines within a sentence."""
    if "?" in end:
        return (QUESTION, SENTENCE)
    return (SENTENCE,) if end in (".", "!") or "!" in end or end.count("\n") > 1 else (_PAUSE,)
