"""Every rule of understanding is held to the examples beside it, through the function that people meet."""

from collections.abc import Callable

import pytest

from flows.understand import backdraft, distress, unfuse, wishes
from flows.understand.grammar.listening import IDIOM
from flows.understand.grammar.rules import Grammar, Rule
from flows.understand.wishes import wish


def noticed(text: str) -> set[str]:
    return {reason.split(":")[0] for reason in backdraft.notice(text).rules}


def distressed(text: str) -> set[str]:
    return {rule.name for rule in distress.rules().rules} if distress.is_distress(text) else set()


def judged(text: str) -> set[str]:
    return {rule.name for rule in unfuse.rules().rules} if unfuse.unfuse(text) else set()


def wished(text: str) -> set[str]:
    return {rule.name for rule in wishes.rules().rules if rule.level == wish(text)}


FOUND: list[tuple[Callable[[], Grammar], Callable[[str], set[str]]]] = [
    (backdraft.rules, noticed),
    (distress.rules, distressed),
    (unfuse.rules, judged),
    (wishes.rules, wished),
]
CASES = [
    pytest.param(find, rule, id=f"{find.__name__}-{rule.name}")
    for load, find in FOUND
    for rule in load().rules
    if rule.level != IDIOM
]


@pytest.mark.parametrize(("find", "rule"), CASES)
def test_a_rule_finds_its_examples(find: Callable[[str], set[str]], rule: Rule) -> None:
    """Each example is heard as what the rule says."""
    assert rule.examples
    for example in rule.examples:
        assert rule.name in find(example), example


@pytest.mark.parametrize(("find", "rule"), CASES)
def test_a_rule_leaves_its_counter_examples(find: Callable[[str], set[str]], rule: Rule) -> None:
    """What looks alike is left to others."""
    assert rule.counter
    for example in rule.counter:
        assert rule.name not in find(example), example
