"""What a rule, a hit and a grammar are, and how rules are found in a text, lives here."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from flows.understand.grammar.words import Reading, Wording

UNKNOWN: Final = "x"


@dataclass(frozen=True)
class Pattern:
    """A regular expression, made when it is first looked for: few texts touch many, and all take most of a second."""

    expression: str

    @cached_property
    def made(self) -> re.Pattern[str]:
        """The expression ready for use."""
        return re.compile(self.expression)

    def search(self, row: str, start: int, end: int) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.made.search(row, start, end)

    def finditer(self, row: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.made.finditer(row, start, end)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that people say. `flags` are words that a program may ask for; the rule file explains them."""

    name: str
    kind: str
    level: str
    flags: frozenset[str]
    unless: Pattern | None
    examples: tuple[str, ...]
    counter: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a rule. It is looked for only around its `anchors`: a text without one cannot hold it.

    Nor can a stretch of text without one of each of the `others`, which most often spares the search.
    """

    rule: Rule
    pattern: Pattern
    anchors: frozenset[str]
    others: tuple[frozenset[str], ...]
    longest: int
    width: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule was found in the words from `start` up to `end`."""

    rule: Rule
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules of one language, and its signs: phrases that change what a hit means."""

    language: str
    wording: Wording
    rules: tuple[Rule, ...]
    phrases: tuple[Phrase, ...]
    signs: Mapping[str, Pattern]
    symbols: Mapping[str, str] = field(repr=False)
    by_anchor: Mapping[str, tuple[int, ...]] = field(repr=False)

    def prepare(self) -> None:
        """Make every expression now, so that no text has to wait for one."""
        unless = [rule.unless for rule in self.rules if rule.unless]
        for pattern in (*(phrase.pattern for phrase in self.phrases), *unless, *self.signs.values()):
            _ = pattern.made

    def row(self, reading: Reading) -> str:
        """Give back the text as one character a word."""
        symbol = self.symbols.get
        return "".join([symbol(word, UNKNOWN) for word in reading.words])

    def hits(self, reading: Reading, row: str) -> Iterator[Hit]:
        """Find every phrase in the text, in the order of the file."""
        for phrase, places in self.around(reading):
            for start, end in stretches(places, phrase.longest, len(row)):
                if _has(reading.words[start:end], phrase.others):
                    for match in phrase.pattern.finditer(row, start, end):
                        yield Hit(phrase.rule, match.start(), match.end())

    def around(self, reading: Reading) -> Iterator[tuple[Phrase, list[int]]]:
        """Give back the phrases that the words of a text allow, each with the places of its anchors."""
        at: dict[str, list[int]] = {}
        for place, word in enumerate(reading.words):
            if word in self.by_anchor:
                at.setdefault(word, []).append(place)
        present = set(reading.words)
        for number in sorted({number for word in at for number in self.by_anchor[word]}):
            phrase = self.phrases[number]
            if _has(present, phrase.others):
                words = phrase.anchors & at.keys()
                places = [place for word in words for place in at[word]]
                yield phrase, sorted(places) if len(words) > 1 else places

    def sign(self, name: str, row: str, start: int, end: int) -> bool:
        """Tell whether a sign of that name stands in the row of symbols between two places."""
        pattern = self.signs.get(name)
        return pattern is not None and pattern.search(row, max(start, 0), max(end, 0)) is not None


def _has(words: Iterable[str], needed: tuple[frozenset[str], ...]) -> bool:
    """Tell whether there is one of each set among the words."""
    return all(not one.isdisjoint(words) for one in needed)


def stretches(places: list[int], reach: int, length: int) -> Iterator[tuple[int, int]]:
    """Join the stretches of `reach` words around each place where they overlap, so that no word is read twice.

    Each stretch is one word longer than a phrase can be: an expression takes the end of a stretch for the end of
    the text, so no phrase may reach it.
    """
    start, end = max(0, places[0] - reach), places[0] + reach + 1
    for place in places[1:]:
        if place - reach > end:
            yield start, min(end, length)
            start = place - reach
        end = place + reach + 1
    yield start, min(end, length)
