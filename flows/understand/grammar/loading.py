"""Everything that makes a grammar from a language's file of rules lives here."""

import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Final

from flows.understand.grammar.errors import GrammarError
from flows.understand.grammar.patterns import Part, Row, anchors, expression, longest, parse, width, words
from flows.understand.grammar.rules import Grammar, Pattern, Phrase, Rule
from flows.understand.grammar.spelling import spelling
from flows.understand.grammar.words import SENTENCE, Rewrites, Wording

_OTHERS: Final = 4  # of the sets of words that a phrase needs: more cost more than they spare
_SHARED: Final = ("words", "shortcuts", "signs")
_BASES: Final = "flows.understand.rules"
# Beyond the first 65,536 characters a set of symbols is made three times as fast: no table of all of them is filled.
_FIRST_SYMBOL: Final = 0x10000
Table = Mapping[str, Any]
Symbols = Mapping[str, str]


def load(package: str, name: str) -> Grammar:
    """Read `name` from the data of `package`. Raises `GrammarError` when the file is not well formed."""
    try:
        return grammar(_based(_read(package, name)))
    except (GrammarError, KeyError) as error:
        raise GrammarError(f"{name}: {error}") from error


def _read(package: str, name: str) -> Table:
    return tomllib.loads(resources.files(package).joinpath(name).read_text("utf-8"))


def _based(data: Table) -> Table:
    """Give back a rule file together with the words, shortcuts and signs of the file it builds on."""
    base = _read(_BASES, data["base"]) if "base" in data else {}
    return {**data, **{name: _joined(base.get(name, {}), data.get(name, {})) for name in _SHARED}}


def _joined(base: Any, own: Any) -> Any:
    """Join two tables: lists are put together, tables joined in turn; a word's own meaning replaces the base's."""
    if isinstance(base, list) and isinstance(own, list):
        return base + own
    if isinstance(base, dict) and isinstance(own, dict):
        return base | {
            name: _joined(base[name], value) if name in base else value for name, value in own.items()
        }
    return own


def grammar(data: Table) -> Grammar:
    """Make a grammar of the tables of a rule file. Raises `GrammarError` or `KeyError` when they are wrong."""
    shortcuts: dict[str, Part] = {}
    for name, phrase in data.get("shortcuts", {}).items():
        shortcuts[name] = parse(phrase, shortcuts)
    signs = {name: _parts(says, shortcuts) for name, says in data.get("signs", {}).items()}
    says = [
        (rule, _parts(rule["says"], shortcuts), _parts(rule.get("unless", ()), shortcuts))
        for rule in _rules(data)
    ]
    every = [part for parts in signs.values() for part in parts]
    every += [part for _, said, unless in says for part in (*said, *unless)]
    symbols = _numbered(sorted(words(Row(tuple(every))) - {SENTENCE}))
    rules = [(_rule(rule, unless, symbols), said) for rule, said, unless in says]
    phrases = tuple(_phrase(rule, part, symbols) for rule, said in rules for part in said)
    return Grammar(
        language=data["language"],
        wording=_wording(data.get("words", {}), symbols),
        rules=tuple(rule for rule, _ in rules),
        phrases=phrases,
        signs={name: _pattern(parts, symbols) for name, parts in signs.items() if parts},
        symbols=symbols,
        by_anchor=_index(phrases),
    )


def _rules(data: Table) -> list[Table]:
    """Give back the rules of a file; a lexicon is a short way to write rules that are a name and its words."""
    lexicon: Mapping[str, Mapping[str, str]] = data.get("lexicon", {})
    entries = [(level, name, says) for level, names in lexicon.items() for name, says in names.items()]
    return [
        *data.get("rules", ()),
        *({"level": level, "name": name, "says": [says]} for level, name, says in entries),
    ]


def _parts(says: Iterable[str], shortcuts: Mapping[str, Part]) -> list[Part]:
    return [parse(phrase, shortcuts) for phrase in says]


def _numbered(vocabulary: list[str]) -> dict[str, str]:
    return {SENTENCE: SENTENCE, **{word: chr(_FIRST_SYMBOL + at) for at, word in enumerate(vocabulary)}}


def _pattern(parts: Iterable[Part], symbols: Symbols) -> Pattern:
    return Pattern("|".join(expression(part, symbols.__getitem__) for part in parts))


def _rule(data: Table, unless: list[Part], symbols: Symbols) -> Rule:
    return Rule(
        name=data["name"],
        kind=data.get("kind", ""),
        level=data["level"],
        flags=frozenset(data.get("flags", ())),
        unless=_pattern(unless, symbols) if unless else None,
        examples=tuple(data.get("examples", ())),
        counter=tuple(data.get("counter", ())),
    )


def _phrase(rule: Rule, part: Part, symbols: Symbols) -> Phrase:
    needed = anchors(part)
    if not needed:
        raise GrammarError(f"{rule.name}: a phrase has no word that it needs")
    return Phrase(
        rule=rule,
        pattern=_pattern((part,), symbols),
        anchors=needed[0],
        others=needed[1:_OTHERS],
        longest=longest(part),
        width=width(part),
    )


def _index(phrases: tuple[Phrase, ...]) -> dict[str, tuple[int, ...]]:
    index: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        for word in phrase.anchors:
            index.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in index.items()}


def _wording(data: Table, symbols: Symbols) -> Wording:
    near = {word: edits for edits, name in enumerate(("near", "nearer"), 1) for word in _listed(data, name)}
    fillers = frozenset(_listed(data, "fillers"))
    rewrite = data.get("rewrite", {})
    known = {*symbols, *near, *fillers, *(word for old in rewrite for word in old.split())} - {SENTENCE}
    return Wording(
        spelling=spelling(
            known=known,
            expand=data.get("expand", {}),
            suffixes=data.get("suffixes", {}),
            near=near,
            real=_listed(data, "real"),
            cores=_listed(data, "cores"),
        ),
        rewrite=_rewrites(rewrite),
        fillers=fillers,
    )


def _listed(data: Table, name: str) -> list[str]:
    return " ".join(data.get(name, ())).split()


def _rewrites(data: Mapping[str, str]) -> Rewrites:
    """Sort by first word, longest first: the longest phrase that fits is the one that was meant."""
    rewrite: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for old, new in sorted(data.items(), key=lambda pair: -len(pair[0].split())):
        rewrite.setdefault(old.split()[0], []).append((tuple(old.split()), tuple(new.split())))
    return {first: tuple(pairs) for first, pairs in rewrite.items()}
