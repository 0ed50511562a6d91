"""The one door for every text a person types lives here: `screen` tells whether a human is needed, and why."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from flows.safety.finding import NOTHING, Finding, Kind, Level
from flows.safety.scene import judge
from flows.understand.grammar.listening import Text, listen
from flows.understand.grammar.loading import load
from flows.understand.grammar.rules import Grammar
from flows.understand.grammar.words import Typed, signs

LANGUAGES: Final = ("en", "es", "de", "fr", "pt", "it", "ru")
_MAIN: Final = "en"
_LEVELS: Final = (Level.URGENT, Level.CHECK, Level.OTHER)
# Which card when several fit: what cannot wait first.
_KINDS: Final = (Kind.MEDICAL, Kind.SUICIDE, Kind.DANGER, Kind.SELF_HARM, Kind.HARM_TO_OTHERS)


def screen(text: str, language: str = "en") -> Finding:
    """Tell how urgently a text asks for a human, of what kind, and which words say so.

    `language` is the one in which the bot talks; its rules are read first, those of the others as well, because
    in need people write in their own. Takes any text of any length and never raises.
    """
    typed = signs(text)
    found = [
        finding for code in _spoken(typed, language) for finding in _findings(listen(grammar(code), typed))
    ]
    return _worst(found) if found else NOTHING


def _spoken(typed: Typed, language: str) -> Iterator[str]:
    """Give back the languages to listen in: always ours, and any other of which a needed word was typed.

    A word that ours has too ("last", "die") tells nothing.
    """
    words = {word for word in typed if word not in grammar(_MAIN).symbols}
    for code in LANGUAGES:
        if code in (language, _MAIN) or not words.isdisjoint(grammar(code).by_anchor):
            yield code


@cache
def grammar(language: str) -> Grammar:
    """Load the rules of a language once. Raises `GrammarError` when the file is not well formed."""
    rules = load("flows.safety.rules", f"{language}.toml")
    if language == _MAIN:
        rules.prepare()
    return rules


def _findings(text: Text) -> Iterator[Finding]:
    """Judge every hit. A rule that has said all it can is settled: further hits of it would add nothing."""
    settled: set[str] = set()
    for hit in text.hits:
        if hit.rule.name in settled:
            continue
        level, why = judge(text, hit)
        if level is not Level.NONE:
            settled.update(() if why else (hit.rule.name,))
            yield Finding(
                level, Kind(hit.rule.kind), (f"{text.quote(hit)} ({why})" if why else text.quote(hit),)
            )


def _worst(found: list[Finding]) -> Finding:
    found.sort(key=_weight)
    rules = tuple(dict.fromkeys(rule for finding in found for rule in finding.rules))
    return Finding(found[0].level, found[0].kind, rules)


def _weight(finding: Finding) -> tuple[int, int]:
    kind = _KINDS.index(finding.kind) if finding.kind else len(_KINDS)
    return _LEVELS.index(finding.level), kind
