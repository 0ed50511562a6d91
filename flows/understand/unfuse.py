"""Handing a self-judgement back as a thought lives here: "I'm a failure" is a thought that one is having."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from flows.understand.grammar.listening import listen
from flows.understand.grammar.loading import load
from flows.understand.grammar.rules import Grammar

_APOSTROPHES: Final = str.maketrans("’‘ʼ`´", "'''''")
_SENTENCE: Final = re.compile(r"[.!?;\n…]+|\s[-–—]+\s")
_SUBJECT: Final = (
    r"(?:i|i'm|im|i've|ive|i'll|everyone|everybody|nobody|no one|noone|my|it's|its|something|they|people)"
)
_JOINT: Final = re.compile(rf"\s*(?:,\s*(?:and|but|so|because)?|\b(?:and|but|so)\b)\s+(?={_SUBJECT}\b)", re.I)
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*|,")
_TWICE: Final = re.compile(r"\b(\w+)(?: \1\b)+")
_PLAIN: Final = re.compile(r"[^\W_][\w', -]*")
_FEEL: Final = re.compile(
    r"\bi ((?:just|always|still|often) )?(?:am feeling|have been feeling|feel|felt)\b(?: like\b)?"
)
_CONTRACTED: Final = re.compile(r"(?:n't|'(?:s|m|re|ve|ll|d))$")
_MOST_WORDS: Final = 16
_MOST_LETTERS: Final = 160


@dataclass(frozen=True, slots=True)
class Turning:
    """The words that turn a sentence around; see the head of the rule file."""

    words: Mapping[str, str]
    was: Mapping[str, str]
    blocks: frozenset[str]
    spelled: Mapping[str, str]
    openers: tuple[tuple[str, ...], ...]
    trailers: tuple[tuple[str, ...], ...]
    again: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def unfuse(text: str) -> tuple[str, ...]:
    """Give back each self-judgement as a thought that one is having; nothing when there is none. Never raises.

    What cannot be turned safely is quoted as it is: an ungrammatical sentence would hurt twice.
    """
    return tuple(dict.fromkeys(thought for clause in clauses(text) if (thought := _thought(clause))))


def clauses(text: str) -> Iterator[str]:
    """Cut a text where a new statement begins, so that several judgements are handed back one by one."""
    for sentence in _SENTENCE.split(text.translate(_APOSTROPHES)):
        yield from (clause for part in _JOINT.split(sentence) if (clause := part.strip(" ,:\"'()*")))


def _thought(clause: str) -> str | None:
    words = _opened(_spelled(_WORD.findall(clause.lower())))
    levels = {hit.rule.level for hit in listen(rules(), " ".join(words)).said()}
    if not levels:
        return None
    if "turn" not in levels:
        words = _FEEL.sub(r"i am \1", " ".join(words), count=1).split()
    if _safe(clause, words):
        return f"You are having the thought that {_turned(words)}."
    return f'You are having the thought: "{_quoted(clause)}"'


def _spelled(words: list[str]) -> list[str]:
    """Put a word spelled wrong in the place of itself spelled right, where it is one that judgements are made of."""
    read, known = rules().wording.spelling.read, vocabulary()
    rough = " ".join(turning().spelled.get(word, word) for word in words).split()
    meant = [(word,) if "'" in word or word in known else read(word) for word in rough]
    return [
        new[0] if len(new) == 1 and new[0] in known else word for word, new in zip(rough, meant, strict=True)
    ]


def _opened(words: list[str]) -> list[str]:
    """Take away what only leads up to the judgement, or trails after it: "honestly I think that …", "… lol"."""
    while cut := _opening(words) or _closing(words):
        words = cut
    return words


def _opening(words: list[str]) -> list[str] | None:
    if words[:1] == [","]:
        return words[1:]
    for old, new in turning().again:
        if tuple(words[: len(old)]) == old and len(words) > len(old) - (new[-1] not in ("a", "an", "so")):
            return [*new, *words[len(old) :]]
    for opener in turning().openers:
        if tuple(words[: len(opener)]) == opener and len(words) > len(opener) + 1:
            rest = words[len(opener) :]
            return rest[1:] if rest[0] == "that" else rest
    return None


def _closing(words: list[str]) -> list[str] | None:
    for trailer in turning().trailers:
        if tuple(words[-len(trailer) :]) == trailer and len(words) > len(trailer) + 1:
            return words[: -len(trailer)]
    return None


def _safe(clause: str, words: list[str]) -> bool:
    known = vocabulary()
    return (
        len(words) <= _MOST_WORDS
        and _PLAIN.fullmatch(clause) is not None
        and not turning().blocks.intersection(words)
        and all(word == "," or _CONTRACTED.sub("", word) in known for word in words)
    )


def _turned(words: list[str]) -> str:
    sentence = _TWICE.sub(r"\1", " ".join(words).replace(" ,", ",").strip(" ,"))
    for old, new in turning().was.items():
        sentence = re.sub(rf"\b{old}\b", new, sentence)
    return _WORD.sub(lambda word: turning().words.get(word.group(), word.group()), sentence)


def _quoted(clause: str) -> str:
    clause = " ".join(clause.replace('"', "'").split())
    return clause if len(clause) <= _MOST_LETTERS else f"{clause[:_MOST_LETTERS].rsplit(' ', 1)[0]}…"


@cache
def rules() -> Grammar:
    """Load the rules once."""
    return load("flows.understand.rules", "unfuse-en.toml")


@cache
def turning() -> Turning:
    """Load the words that turn a sentence once; the longest openers come first."""
    source = resources.files("flows.understand.rules").joinpath("unfuse-en.toml")
    data: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))["turning"]
    again = {tuple(old.split()): tuple(new.split()) for old, new in data["again"].items()}
    openers = [tuple(opener.split()) for opener in data["openers"]]
    return Turning(
        words=data["words"],
        was=data["was"],
        blocks=frozenset(data["blocks"]),
        spelled=data["spelled"],
        openers=tuple(sorted(openers, key=len, reverse=True)),
        trailers=tuple(tuple(trailer.split()) for trailer in data["trailers"]),
        again=tuple(sorted(again.items(), key=lambda pair: -len(pair[0]))),
    )


@cache
def vocabulary() -> frozenset[str]:
    """Load the words that are surely spelled right: those of the rules, and common ones."""
    source = resources.files("flows.understand.rules").joinpath("common-en.txt")
    return frozenset(source.read_text("utf-8").split()) | rules().symbols.keys()
