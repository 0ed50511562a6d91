"""Everything that loads a language's rules from data, and finds them in a text, lives here."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Final

from flows.understand.grammar.mistakes import GrammarMistake
from flows.understand.grammar.patterns import Part, Row, anchors, expression, parse, width, words
from flows.understand.grammar.spelling import spelling
from flows.understand.grammar.words import SENTENCE, Reading, Wording

_FIRST_SYMBOL: Final = 0xE000
_LAST_SYMBOL: Final = 0xF8FF
_FIRST_MORE: Final = 0xF0000
_UNKNOWN: Final = "x"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that people say. `flags` are the words that a program may ask for; see the head of a rule file."""

    name: str
    kind: str
    level: str
    flags: frozenset[str]
    unless: re.Pattern[str] | None
    pattern: re.Pattern[str]
    anchors: frozenset[str]
    width: int
    examples: tuple[str, ...]
    counter: tuple[str, ...]


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
    signs: Mapping[str, re.Pattern[str]]
    _symbols: Mapping[str, str] = field(repr=False)
    _by_anchor: Mapping[str, tuple[int, ...]] = field(repr=False)

    def symbols(self, reading: Reading) -> str:
        """Give back the text as one character a word."""
        return "".join(self._symbols.get(word, _UNKNOWN) for word in reading.words)

    def hits(self, reading: Reading) -> Iterator[Hit]:
        """Find every rule in the text, in the order of the file."""
        row = self.symbols(reading)
        waiting = {number for word in set(reading.words) for number in self._by_anchor.get(word, ())}
        for number in sorted(waiting):
            rule = self.rules[number]
            for match in rule.pattern.finditer(row):
                yield Hit(rule, match.start(), match.end())

    def sign(self, name: str, row: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether a sign of that name stands in the row of symbols between two places."""
        pattern = self.signs.get(name)
        return (
            pattern is not None and pattern.search(row, start, len(row) if end is None else end) is not None
        )


def load(package: str, name: str) -> Grammar:
    """Read `name` from the data of `package`. Raises `GrammarMistake` when the file is not well formed."""
    data = tomllib.loads(resources.files(package).joinpath(name).read_text("utf-8"))
    try:
        return _grammar(data)
    except (GrammarMistake, KeyError) as mistake:
        raise GrammarMistake(f"{name}: {mistake}") from mistake


def _grammar(data: Mapping[str, Any]) -> Grammar:
    shortcuts: dict[str, Part] = {}
    for name, phrase in data.get("shortcuts", {}).items():
        shortcuts[name] = parse(phrase, shortcuts)
    parts = [(rule, _parts(rule["says"], shortcuts)) for rule in data["rules"]]
    signs = {name: _parts(says, shortcuts) for name, says in data.get("signs", {}).items()}
    unless = {rule["name"]: _parts(rule.get("unless", ()), shortcuts) for rule in data["rules"]}
    every = [*(p for _, ps in parts for p in ps), *(p for ps in signs.values() for p in ps)]
    every += [p for ps in unless.values() for p in ps]
    symbols = _numbered(sorted(words(Row(tuple(every)))))
    rules = tuple(_rule(rule, ps, unless[rule["name"]], symbols) for rule, ps in parts)
    return Grammar(
        language=data["language"],
        wording=_wording(data.get("words", {}), symbols),
        rules=rules,
        signs={name: _compiled(ps, symbols) for name, ps in signs.items() if ps},
        _symbols=symbols,
        _by_anchor=_index(rules),
    )


def _parts(says: Iterable[str], shortcuts: Mapping[str, Part]) -> list[Part]:
    return [parse(phrase, shortcuts) for phrase in says]


def _numbered(vocabulary: Iterable[str]) -> dict[str, str]:
    room = _LAST_SYMBOL - _FIRST_SYMBOL + 1
    numbers = (_FIRST_SYMBOL + i if i < room else _FIRST_MORE + i - room for i, _ in enumerate(vocabulary))
    return {
        SENTENCE: SENTENCE,
        **{word: chr(number) for word, number in zip(vocabulary, numbers, strict=True)},
    }


def _compiled(parts: Iterable[Part], symbols: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(expression(part, symbols.__getitem__) for part in parts))


def _rule(data: Mapping[str, Any], parts: list[Part], unless: list[Part], symbols: Mapping[str, str]) -> Rule:
    found = [anchors(part) for part in parts]
    if not all(found):
        raise GrammarMistake(f"{data['name']}: a phrase has no word that it needs")
    return Rule(
        name=data["name"],
        kind=data.get("kind", ""),
        level=data["level"],
        flags=frozenset(data.get("flags", ())),
        unless=_compiled(unless, symbols) if unless else None,
        pattern=_compiled(parts, symbols),
        anchors=frozenset().union(*found),
        width=max(map(width, parts)),
        examples=tuple(data.get("examples", ())),
        counter=tuple(data.get("counter", ())),
    )


def _index(rules: tuple[Rule, ...]) -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        for word in rule.anchors:
            index.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}


def _wording(data: Mapping[str, Any], symbols: Mapping[str, str]) -> Wording:
    rewrite: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for old, new in sorted(data.get("rewrite", {}).items(), key=lambda pair: -len(pair[0].split())):
        first, *_ = old.split()
        rewrite.setdefault(first, []).append((tuple(old.split()), tuple(new.split())))
    near = {
        word: edits for edits, listed in ((1, "near"), (2, "nearer")) for word in data.get(listed, "").split()
    }
    fillers = frozenset(data.get("fillers", "").split())
    known = {word for word in symbols if word != SENTENCE} | {
        w for old in data.get("rewrite", {}) for w in old.split()
    }
    return Wording(
        spelling=spelling(
            known=known | fillers | set(near),
            expand=data.get("expand", {}),
            suffixes=data.get("suffixes", {}),
            near=near,
            real=data.get("real", "").split(),
            cores=data.get("cores", "").split(),
        ),
        rewrite={first: tuple(pairs) for first, pairs in rewrite.items()},
        fillers=fillers,
    )
