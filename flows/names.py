"""Everything that compares a name somebody typed with the names that we know lives here.

Names are compared folded: without capitals, accents, marks and punctuation, so that "Sao Paulo" is "São Paulo".
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

LONGEST: Final = 100
"""No name is longer, and nothing behind that is looked at."""

LIKENESS: Final = 0.79
"""How alike a misspelled name is: one slip in five letters (0.8). Its first letter has to be right."""

_MARKS: Final = frozenset({"Mn", "Mc", "Me", "Cf"})  # accents, vowel signs, joiners
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)


@dataclass(frozen=True, slots=True)
class Names:
    """What folded names stand for; one name may stand for several things, the likelier first."""

    known: Mapping[str, tuple[str, ...]]

    def exact(self, text: str) -> tuple[str, ...]:
        """What is called just so."""
        return self.known.get(text, ())

    def within(self, text: str, shortest: int = 4) -> tuple[str, ...]:
        """What is named somewhere in a sentence: the longest name of at least `shortest` letters."""
        words = text.split()
        spans = [(i, j) for i in range(len(words)) for j in range(i + 1, min(i + 5, len(words)) + 1)]
        said = sorted((" ".join(words[i:j]) for i, j in spans), key=len, reverse=True)
        return next((self.known[name] for name in said if len(name) >= shortest and name in self.known), ())

    def beginning(self, text: str) -> tuple[str, ...]:
        """What begins with the four letters or more that were typed."""
        if len(text) < 4:
            return ()
        return unique(
            value for name, values in self.known.items() if name.startswith(text) for value in values
        )

    def near(self, text: str) -> tuple[str, ...]:
        """What is called almost so, the nearest first."""
        same_start = [name for name in self.known if name[:1] == text[:1]]
        found = process.extract(text, same_start, scorer=OSA.normalized_similarity, score_cutoff=LIKENESS)
        return unique(value for name, _, _ in found for value in self.known[name])


def gather(pairs: Iterable[tuple[str, str]]) -> Names:
    """The names of pairs (folded name, what it stands for), in their order."""
    known: dict[str, dict[str, None]] = {}
    for name, value in pairs:
        known.setdefault(name, {})[value] = None
    return Names({name: tuple(values) for name, values in known.items()})


def fold(text: str) -> str:
    """A name as it is compared. Empty for what has no letters or digits."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = (letter for letter in plain if unicodedata.category(letter) not in _MARKS)
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare).split())


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The same values in the same order, each once."""
    return tuple(dict.fromkeys(values))
