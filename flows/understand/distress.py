"""Hearing that somebody is having a hard time lives here: should the bot offer the break?"""

from functools import cache

from flows.understand.feelings import hard_feelings
from flows.understand.grammar.listening import listen
from flows.understand.grammar.loading import load
from flows.understand.grammar.rules import Grammar
from flows.understand.unfuse import unfuse


def is_distress(text: str) -> bool:
    """Tell whether a text says that the person feels bad now. Never raises.

    It does when it says so outright, names a feeling that hurts, or judges the person who writes.
    """
    return any(True for _ in listen(rules(), text).said()) or bool(hard_feelings(text)) or bool(unfuse(text))


@cache
def rules() -> Grammar:
    """Load the rules once."""
    return load("flows.understand.rules", "distress-en.toml")
