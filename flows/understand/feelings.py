"""Finding the names of feelings and body sensations in what people type lives here."""

from functools import cache

from flows.understand.grammar.listening import listen
from flows.understand.grammar.loading import load
from flows.understand.grammar.rules import Grammar


def feelings(text: str) -> tuple[str, ...]:
    """Give back the feelings that a text names, by their usual names, each once, as they come. Never raises.

    What is denied ("not sad") is not named. Names are plain words: "racing heart", "sadness".
    """
    return tuple(dict.fromkeys(name.replace("-", " ") for name, _ in named(text)))


def hard_feelings(text: str) -> tuple[str, ...]:
    """Give back those of the feelings that hurt."""
    return tuple(dict.fromkeys(name.replace("-", " ") for name, tone in named(text) if tone == "hard"))


def named(text: str) -> list[tuple[str, str]]:
    """Give back each feeling said, with its tone: hard, pleasant, neutral or body; in the order of the text."""
    hits = sorted(listen(lexicon(), text).said(), key=lambda hit: (hit.start, -hit.end))
    return [(hit.rule.name, hit.rule.level) for hit in hits]


@cache
def lexicon() -> Grammar:
    """Load the lexicon once."""
    return load("flows.understand.rules", "feelings-en.toml")
