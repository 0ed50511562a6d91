"""Everything that brings one typed word to the word that was meant lives here: slang, leet, typos, run-ons."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

_LEET: Final = (
    str.maketrans("013457@$!|*", "oieastasil*"),
    str.maketrans("013457@$!|*", "oleastaslli"),
)
_RUN: Final = re.compile(r"(.)\1{2,}")
_REPEAT: Final = re.compile(r"(.)\1+")
_FEWEST_LETTERS: Final = 2
_SHORTEST_TYPO: Final = 4
_LONGEST_TYPO: Final = 16
_LONGEST_WORD: Final = 14
_LONGEST_RUN_ON: Final = 60
_SHORTEST_RUN_ON: Final = 5


@dataclass(frozen=True, slots=True)
class Spelling:
    """What one language knows about its words. `near` maps a word that matters to the edits it may be away."""

    known: frozenset[str]
    expand: Mapping[str, tuple[str, ...]]
    suffixes: tuple[tuple[str, tuple[str, ...]], ...]
    near: Mapping[str, int]
    real: frozenset[str]
    cores: tuple[str, ...]
    _squeezed: Mapping[str, str] = field(repr=False)
    _near: Mapping[tuple[int, int], tuple[str, ...]] = field(repr=False)

    def read(self, typed: str) -> tuple[str, ...]:
        """Give back the words that were meant by one typed word: mostly itself, at times several."""
        if typed in self.expand:
            return self.expand[typed]
        if typed in self.known or typed in self.real:
            return (typed,)
        if typed.isdigit():
            return ("#",)
        return self._apostrophe(typed) if "'" in typed else self._repaired(typed)

    def _apostrophe(self, typed: str) -> tuple[str, ...]:
        for ending, words in self.suffixes:
            if typed.endswith(ending) and len(typed) > len(ending):
                return (*self.read(typed.removesuffix(ending)), *words)
        parts = [part for part in typed.split("'") if part]
        return tuple(word for part in parts for word in self.read(part))

    def _repaired(self, typed: str) -> tuple[str, ...]:
        if not typed.isalpha():
            return self._unleeted(typed)
        word = self._unstretched(typed) or self._ending(typed) or self._typo(typed)
        return self._settled(word) if word else self._cut(typed)

    def _settled(self, word: str) -> tuple[str, ...]:
        return self.expand.get(word, (word,))

    def _unleeted(self, typed: str) -> tuple[str, ...]:
        for table in _LEET:
            word = typed.translate(table)
            if word in self.known or word in self.expand:
                return self._settled(word)
            if word.isalpha() and (better := self._unstretched(word) or self._typo(word)):
                return self._settled(better)
        hidden = self._hidden(typed)
        return self._settled(hidden) if hidden else tuple(re.findall(r"[^\W\d_]+", typed)) or (typed,)

    def _hidden(self, typed: str) -> str | None:
        """Read s**cide: stars stand for letters of a word that matters."""
        if "*" not in typed or len(typed.replace("*", "")) < _FEWEST_LETTERS:
            return None
        shape = re.compile(re.escape(typed).replace(r"\*", "."))
        return next((word for word in self._near.get((0, len(typed)), ()) if shape.fullmatch(word)), None)

    def _unstretched(self, typed: str) -> str | None:
        if not _RUN.search(typed):
            return None
        for keep in (r"\1\1", r"\1"):
            word = _RUN.sub(keep, typed)
            if word in self.known or word in self.expand or word in self.real:
                return word
        return self._squeezed.get(squeezed(typed))

    def _ending(self, typed: str) -> str | None:
        word = f"{typed}g"
        return word if typed.endswith("in") and word in self.known else None

    def _typo(self, typed: str) -> str | None:
        """Find the nearest word that matters, within the edits which that word allows."""
        if not _SHORTEST_TYPO <= len(typed) <= _LONGEST_TYPO:
            return None
        for edits in (1, 2):
            words = self._near.get((edits, len(typed)), ())
            found = (
                process.extractOne(typed, words, scorer=OSA.distance, score_cutoff=edits) if words else None
            )
            if found and (found[0][0] == typed[0] or (edits == 1 and len(typed) > _SHORTEST_TYPO)):
                return found[0]
        return None

    def _cut(self, typed: str) -> tuple[str, ...]:
        """Cut words that were typed without blanks, when every piece is known and one of them matters."""
        fits = _SHORTEST_RUN_ON <= len(typed) <= _LONGEST_RUN_ON
        if not fits or not any(core in typed for core in self.cores):
            return (typed,)
        best: list[tuple[str, ...] | None] = [()]
        for end in range(1, len(typed) + 1):
            best.append(min(self._last_words(typed, best, end), key=len, default=None))
        pieces = best[-1]
        return (typed,) if not pieces else tuple(word for piece in pieces for word in self._settled(piece))

    def _last_words(
        self, typed: str, best: list[tuple[str, ...] | None], end: int
    ) -> Iterable[tuple[str, ...]]:
        for start in range(max(0, end - _LONGEST_WORD), end):
            before, word = best[start], typed[start:end]
            known = word in self.known or word in self.expand
            if before is not None and known and (len(word) > 1 or word in "ia"):
                yield (*before, word)


def squeezed(word: str) -> str:
    """Give back the word with every doubled letter single."""
    return _REPEAT.sub(r"\1", word)


def spelling(
    known: Collection[str],
    expand: Mapping[str, str],
    suffixes: Mapping[str, str],
    near: Mapping[str, int],
    real: Collection[str],
    cores: Collection[str],
) -> Spelling:
    """Make a `Spelling` with its look-up tables: words by the edits they may be away and the typed length."""
    table: dict[tuple[int, int], list[str]] = {}
    for word, most in near.items():
        for edits in range(most + 1):
            for length in range(len(word) - edits, len(word) + edits + 1):
                table.setdefault((edits, length), []).append(word)
    return Spelling(
        known=frozenset(known),
        expand={word: tuple(full.split()) for word, full in expand.items()},
        suffixes=tuple((ending, tuple(full.split())) for ending, full in suffixes.items()),
        near=near,
        real=frozenset(real),
        cores=tuple(cores),
        _squeezed={squeezed(word): word for word in sorted(known, key=len, reverse=True) if len(word) > 1},
        _near={key: tuple(words) for key, words in table.items()},
    )
