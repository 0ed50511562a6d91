"""The little language in which phrases are written lives here: its parser, and its translation to an expression.

    i want to (die|be dead)      words, and alternatives of any length
    $want to die                 a shortcut, named in the same file
    take my own? life            a part that may be missing
    told <3> to kill             up to three words of any kind, within one sentence
    @ died                       at the beginning of a sentence
    died .                       at the end of one
    decided / i feel             across the end of one

Every phrase becomes a regular expression over symbols: one character a word, a line feed between sentences.
There is no unbounded repetition, so what one phrase costs at one place is bounded by its `width`.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final

from flows.understand.grammar.errors import GrammarError

_PARTS: Final = re.compile(r"<\d>|\$[\w-]+|[()|?@.]|[^\s()|?@$<>.]+|\S")
_GLUED: Final = re.compile(r"[\w']\(|\)[\w']")
_EVERYWHERE: Final = ("i", "the", "to", "and", "a", "my", "me", "it", "\n")
_COMMON: Final = """
an of is am are was were be been do did not no have has had will would can could should in on at with for this that or
so if all you he she they him her them his their we 's get got just up out about as but what how when who there some
any more too want feel
"""
_COSTS: Final = dict.fromkeys(_COMMON.split(), 50) | dict.fromkeys(_EVERYWHERE, 400)
Symbol = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Word:
    """One word exactly as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words of any kind."""

    most: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning (`@`) or the end (`.`) of a sentence."""

    side: str


@dataclass(frozen=True, slots=True)
class Row:
    """One part after the other."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any one of several; an empty row among them means that it may be missing."""

    options: tuple["Part", ...]


Part = Word | Gap | Edge | Row | Either
NOTHING: Final = Row(())


def parse(phrase: str, shortcuts: Mapping[str, Part]) -> Part:
    """Read one phrase. Raises `GrammarError` for a phrase that is not well formed."""
    if _GLUED.search(phrase):
        raise GrammarError(f"a word and a bracket without a blank in: {phrase}")
    waiting = _PARTS.findall(phrase)[::-1]
    try:
        part = _either(waiting, shortcuts)
    except GrammarError as mistake:
        raise GrammarError(f"{mistake} in: {phrase}") from mistake
    if waiting:
        raise GrammarError(f"a bracket too many in: {phrase}")
    return part


def _either(waiting: list[str], shortcuts: Mapping[str, Part]) -> Part:
    options = [_row(waiting, shortcuts)]
    while waiting and waiting[-1] == "|":
        waiting.pop()
        options.append(_row(waiting, shortcuts))
    return options[0] if len(options) == 1 else Either(tuple(options))


def _row(waiting: list[str], shortcuts: Mapping[str, Part]) -> Part:
    parts: list[Part] = []
    while waiting and waiting[-1] not in ")|":
        sign = waiting.pop()
        parts.append(_optional(parts) if sign == "?" else _one(sign, waiting, shortcuts))
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _optional(parts: list[Part]) -> Part:
    if not parts:
        raise GrammarError("a question mark with nothing before it")
    return Either((parts.pop(), NOTHING))


def _one(sign: str, waiting: list[str], shortcuts: Mapping[str, Part]) -> Part:
    if sign == "(":
        inner = _either(waiting, shortcuts)
        if not waiting or waiting.pop() != ")":
            raise GrammarError("a bracket is not closed")
        return inner
    if sign.startswith("$"):
        return _shortcut(sign[1:], shortcuts)
    if sign.startswith("<"):
        return Gap(int(sign[1:-1]))
    return Edge(sign) if sign in "@." else Word("\n" if sign == "/" else sign)


def _shortcut(name: str, shortcuts: Mapping[str, Part]) -> Part:
    if name not in shortcuts:
        raise GrammarError(f"no shortcut is called {name}")
    return shortcuts[name]


def expression(part: Part, symbol: Symbol) -> str:
    """Translate to a regular expression over symbols."""
    match part:
        case Word(text):
            return symbol(text)
        case Gap(most):
            return f".{{0,{most}}}?"
        case Edge(side):
            return r"(?<![^\n])" if side == "@" else r"(?![^\n])"
        case Row(parts):
            return "".join(expression(one, symbol) for one in parts)
        case Either(options):
            return _alternatives(options, symbol)


def _alternatives(options: Iterable[Part], symbol: Symbol) -> str:
    single: list[str] = []
    longer: list[str] = []
    for option in flat(options):
        (single if isinstance(option, Word) else longer).append(expression(option, symbol))
    longer = [*longer, f"[{''.join(dict.fromkeys(single))}]"] if single else longer
    longer.sort(key=lambda text: text == "")
    return f"(?:{'|'.join(longer)})"


def flat(options: Iterable[Part]) -> Iterable[Part]:
    """Alternatives within alternatives are alternatives."""
    for option in options:
        if isinstance(option, Either):
            yield from flat(option.options)
        else:
            yield option


def words(part: Part) -> frozenset[str]:
    """Every word that the phrase knows."""
    match part:
        case Word(text):
            return frozenset((text,))
        case Row(inner) | Either(inner):
            return frozenset().union(*map(words, inner))
        case _:
            return frozenset()


def anchors(part: Part) -> tuple[frozenset[str], ...]:
    """Give back sets of words of each of which a text must have one to hold the phrase, the rarest set first."""
    match part:
        case Word(text):
            return (frozenset((text,)),)
        case Row(parts):
            return tuple(sorted((found for one in parts for found in anchors(one)), key=_cost))
        case Either(options):
            every = [anchors(one) for one in options]
            return (frozenset().union(*(found[0] for found in every)),) if all(every) else ()
        case _:
            return ()


def _cost(found: frozenset[str]) -> int:
    return sum(_COSTS.get(word, 1) for word in found)


def longest(part: Part) -> int:
    """Count the words that the phrase spans at most."""
    match part:
        case Word():
            return 1
        case Gap(most):
            return most
        case Row(parts):
            return sum(map(longest, parts))
        case Either(options):
            return max(map(longest, options))
        case _:
            return 0


def width(part: Part) -> int:
    """Count the ways in which the phrase can be tried at one place: what one place may cost at most."""
    match part:
        case Gap(most):
            return most + 1
        case Row(parts):
            return reduce(lambda total, one: total * width(one), parts, 1)
        case Either(options):
            longer = [one for one in flat(options) if not isinstance(one, Word)]
            return sum(map(width, longer)) + (len(longer) < len(options))
        case _:
            return 1
