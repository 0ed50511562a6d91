"""Which feelings and body sensations are found in what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understand.feelings import feelings, hard_feelings, lexicon


def test_the_lexicon_is_large() -> None:
    """Emotions and body sensations together, each with its other words."""
    names = [rule for rule in lexicon().rules if rule.level in ("hard", "pleasant", "neutral", "body")]
    assert len(names) >= 150
    assert sum(rule.level == "body" for rule in names) >= 25


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I feel so sad today", ("sadness",)),
        ("shame, stomach in a knot", ("shame", "tightness")),
        ("my heart is racing and my hands are shaking", ("racing heart", "trembling")),
        ("I'm lonely and anxious", ("loneliness", "anxiety")),
        ("not sad, just tired", ("tiredness",)),
        ("I'm not angry, I'm hurt", ("hurt",)),
        ("no fear at all", ()),
        ("I feel down", ("sadness",)),
        ("sit down please", ()),
        ("good morning", ()),
        ("ashamd and frustated", ("shame", "frustration")),
        ("SAAAD", ("sadness",)),
        ("grateful", ("gratitude",)),
        ("", ()),
    ],
)
def test_feelings_are_named_once_in_order(text: str, found: tuple[str, ...]) -> None:
    """By their usual names, with what is denied left out."""
    assert feelings(text) == found


def test_what_hurts_is_told_from_what_does_not() -> None:
    """Calm is a feeling too, and no reason to offer comfort."""
    assert hard_feelings("I feel calm but also ashamed") == ("shame",)


@given(st.text(max_size=400))
def test_no_text_is_an_error(text: str) -> None:
    """Whatever arrives is answered."""
    assert all(name == name.strip() and name for name in feelings(text))
