"""Which texts are plainly not in a language that the bot reads."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understand.language import reads

GIVEN = Path(__file__).parent.parent / "safety" / "given.jsonl"


@pytest.mark.parametrize(
    "text",
    ["привет", "你好", "مرحبا", "ich will nicht mehr", "je suis triste", "estoy muy mal", "sono così stanco"],
)
def test_another_language_is_told_apart(text: str) -> None:
    """So that nobody's need is met with small talk."""
    assert not reads(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ok",
        "😂",
        "123",
        "lol",
        "café",
        "kinda meh tbh",
        "I love the word Schadenfreude",
        "wаnt tо diе",
        "π",
    ],
)
def test_the_short_and_the_unclear_count_as_read(text: str) -> None:
    """To be told "I only understand English" in answer to one's English would be worse."""
    assert reads(text)


def test_no_english_sample_is_taken_for_another_language() -> None:
    """And most others are told apart, although they are short."""
    rows = [json.loads(line) for line in GIVEN.read_text("utf-8").splitlines()]
    assert all(reads(row["text"]) for row in rows if row["lang"] == "en")
    others = [row for row in rows if row["lang"] != "en"]
    assert sum(not reads(row["text"]) for row in others) / len(others) >= 0.9


@given(st.text(max_size=400))
def test_no_text_is_an_error(text: str) -> None:
    """Whatever arrives is answered."""
    assert reads(text) in (True, False)
