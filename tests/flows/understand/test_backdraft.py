"""How strongly kindness stirs up old pain, and what only sounds like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understand.backdraft import Degree, notice


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("I feel uneasy", Degree.UNEASY),
        ("this is too much", Degree.OVERWHELMED),
        ("im worse", Degree.OVERWHELMED),
        ("I started panicking when I tried to be gentle with myself", Degree.OVERWHELMED),
        ("I went completely numb", Degree.UNREAL),
        ("everything feels unreal", Degree.UNREAL),
        ("I feel nothing. just blank", Degree.UNREAL),
        ("my foot went numb from sitting", Degree.NONE),
        ("I feel less numb than yesterday", Degree.NONE),
        ("not worse, not better", Degree.NONE),
        ("I didn't feel worse", Degree.NONE),
        ("my day got worse after the meeting but this was nice", Degree.NONE),
        ("a little tearful, in a good way", Degree.NONE),
    ],
)
def test_by_degree(text: str, degree: Degree) -> None:
    """Uneasy is eased off, overwhelmed stopped, unreal met with the senses only."""
    assert notice(text).degree is degree


def test_the_stronger_one_counts() -> None:
    """Somebody who is uneasy and unreal has left the present."""
    assert notice("I feel uneasy and then everything felt unreal").degree is Degree.UNREAL


def test_the_reason_is_there_and_only_then() -> None:
    """A clinician can see which words were heard."""
    assert notice("I'm shaking").rules == ("alarm-in-the-body: i'm shaking",)
    assert notice("that helped, thank you").rules == ()


@given(st.text(max_size=400))
def test_no_text_is_an_error(text: str) -> None:
    """Whatever arrives is answered."""
    assert notice(text).degree in Degree
