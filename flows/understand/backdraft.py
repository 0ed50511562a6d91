"""Noticing backdraft in what people type lives here: old pain that shows up when kindness arrives, by degree."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from flows.understand.grammar.listening import listen
from flows.understand.grammar.loading import load
from flows.understand.grammar.rules import Grammar


class Degree(StrEnum):
    """How strong it is, least first: ease off, stop, senses only."""

    NONE = "none"
    UNEASY = "uneasy"
    OVERWHELMED = "overwhelmed"
    UNREAL = "unreal"


@dataclass(frozen=True, slots=True)
class Backdraft:
    """The outcome. `rules` name each rule with the words it saw, for review only: never stored, never logged."""

    degree: Degree
    rules: tuple[str, ...]


_ORDER: Final = tuple(Degree)


def notice(text: str) -> Backdraft:
    """Tell whether kindness is stirring up old pain, how strongly, and which words say so. Never raises.

    Unreal outranks overwhelmed: somebody who has left the present needs the senses first.
    """
    heard = listen(rules(), text)
    said = tuple(heard.said())
    degree = max((Degree(hit.rule.level) for hit in said), key=_ORDER.index, default=Degree.NONE)
    return Backdraft(degree, tuple(dict.fromkeys(heard.quote(hit) for hit in said)))


@cache
def rules() -> Grammar:
    """Load the rules once."""
    return load("flows.understand.rules", "backdraft-en.toml")
