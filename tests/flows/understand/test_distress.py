"""When the break is worth offering."""

import pytest

from flows.understand.distress import is_distress


@pytest.mark.parametrize(
    "text",
    [
        "I feel terrible",
        "bad day",
        "I can't cope",
        "i feel like such a failure",
        "I'm not okay today",
        "today was awful",
        "I yelled at my son",
        "so lonely",
        "I hate myself",
        "I need a hug",
    ],
)
def test_a_hard_time_is_heard(text: str) -> None:
    """Said outright, named as a feeling, or turned against oneself."""
    assert is_distress(text)


@pytest.mark.parametrize(
    "text", ["I'm fine", "hello", "thanks", "not bad", "I'm not sad", "what can you do", "", "tell me a joke"]
)
def test_what_is_no_hard_time_is_left(text: str) -> None:
    """Nobody who says hello is offered comfort."""
    assert not is_distress(text)
