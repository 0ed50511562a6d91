"""Noticing backdraft in what people type lives here: old pain that shows up when kindness arrives, by degree."""

import re
from dataclasses import dataclass
from enum import StrEnum


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


def notice(text: str) -> Backdraft:
    """Tell whether kindness is stirring up old pain, how strongly, and which words say so. Never raises."""
    if re.search(r"\b(unreal|numb|far away)\b", text.casefold()):
        return Backdraft(Degree.UNREAL, ("unreal",))
    if re.search(r"too much|worse|panick", text.casefold()):
        return Backdraft(Degree.OVERWHELMED, ("overwhelmed",))
    return Backdraft(Degree.NONE, ())
