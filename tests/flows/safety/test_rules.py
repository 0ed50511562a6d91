"""Every rule is held to the examples beside it, and every file of rules to what makes rules readable and bounded."""

import re
from collections.abc import Iterator

import pytest

from flows.safety import Kind, Level, screen
from flows.safety.screening import LANGUAGES, grammar
from flows.understand.grammar.listening import IDIOM
from flows.understand.grammar.rules import Grammar, Rule
from flows.understand.grammar.words import signs

FLAGS = {"said", "others", "always", "self-only", "object", "topic", "firm", "within", "any-time", "solid"}
WIDEST = 10_000
LONGEST = 32


def rules() -> Iterator[tuple[str, Rule]]:
    for language in LANGUAGES:
        for rule in grammar(language).rules:
            yield language, rule


RULES = [pytest.param(language, rule, id=f"{language}-{rule.name}") for language, rule in rules()]
SERIOUS = [case for case, (_, rule) in zip(RULES, rules(), strict=True) if rule.level != IDIOM]
IDIOMS = [case for case, (_, rule) in zip(RULES, rules(), strict=True) if rule.level == IDIOM]


def reasons(text: str, language: str, rule: Rule) -> list[str]:
    """Give back the reasons of one rule for a text."""
    return [reason for reason in screen(text, language).rules if reason.startswith(f"{rule.name}: ")]


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_rule_has_examples_on_both_sides(language: str, rule: Rule) -> None:
    """Whoever changes a rule sees what it must find and what it must leave."""
    assert rule.examples, language
    assert rule.counter, language


@pytest.mark.parametrize(("language", "rule"), SERIOUS)
def test_a_rule_finds_its_examples(language: str, rule: Rule) -> None:
    """Each example is found by its rule, and the text is at least as urgent as the rule says."""
    order = list(Level)
    for example in rule.examples:
        assert reasons(example, language, rule), example
        assert order.index(screen(example, language).level) <= order.index(Level(rule.level)), example


@pytest.mark.parametrize(("language", "rule"), SERIOUS)
def test_a_rule_leaves_its_counter_examples(language: str, rule: Rule) -> None:
    """What looks alike and means something else is left alone by the rule."""
    for example in rule.counter:
        assert not reasons(example, language, rule), example


@pytest.mark.parametrize(("language", "rule"), IDIOMS)
def test_an_idiom_is_no_alarm_and_does_not_hide_one(language: str, rule: Rule) -> None:
    """Figures of speech are heard as such; the serious sentence beside them is still found."""
    for example in rule.examples:
        assert screen(example, language).level is not Level.URGENT, example
    for example in rule.counter:
        assert screen(example, language).level is not Level.NONE, example


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_a_rule_speaks_the_common_words(language: str, rule: Rule) -> None:
    """Levels, kinds and flags are those that the program knows; a misspelt one would be ignored in silence."""
    assert rule.flags <= FLAGS, language
    assert rule.level == IDIOM or Level(rule.level)
    assert rule.level == IDIOM or Kind(rule.kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_can_run_away(language: str) -> None:
    """There is no repetition without a bound, and what one phrase may cost at one place is limited."""
    for phrase in grammar(language).phrases:
        assert not re.search(r"[*+]|\{\d*,\}", phrase.pattern.expression), phrase.rule.name
        assert phrase.width <= WIDEST, phrase.rule.name
        assert phrase.longest <= LONGEST, phrase.rule.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_anchor_can_be_typed(language: str) -> None:
    """A phrase that waits for a word which reading always replaces could never be found."""
    rules_of_language = grammar(language)
    lost = {word for word in rules_of_language.by_anchor if not _survives(rules_of_language, word)}
    assert all(_others(rules_of_language, word) for word in lost), sorted(lost)


def _survives(rules_of_language: Grammar, word: str) -> bool:
    return word in "¿#\n's" or word in rules_of_language.wording.read(signs(word)).words


def _others(rules_of_language: Grammar, word: str) -> bool:
    """Tell whether each phrase that waits for the word has another one to wait for."""
    numbers = rules_of_language.by_anchor[word]
    return all(len(rules_of_language.phrases[number].anchors) > 1 for number in numbers)
