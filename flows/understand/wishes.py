"""Plain words that ask for a command live here: "stop" is /stop, "ground me" is /ground."""

from functools import cache
from typing import Final

from flows.understand.grammar.listening import listen
from flows.understand.grammar.loading import load
from flows.understand.grammar.rules import Grammar

_MOST_WORDS: Final = 14  # whoever writes more is telling something


def wish(text: str) -> str | None:
    """Give back the name of the command that plain words ask for, without its slash, if they do. Never raises.

    When several fit, the first in the file of rules is meant.
    """
    heard = listen(rules(), text)
    if len(heard.reading.words) > _MOST_WORDS:
        return None
    return next((hit.rule.level for hit in heard.said()), None)


@cache
def rules() -> Grammar:
    """Load the rules once."""
    return load("flows.understand.rules", "wishes-en.toml")
