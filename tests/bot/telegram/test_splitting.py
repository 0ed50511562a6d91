"""Where long texts are cut, and that nothing is lost there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.splitting import fits, pieces, units


def test_length_is_counted_as_telegram_counts() -> None:
    assert units("abc") == 3
    assert units("ä☀") == 2
    assert units("🌱") == 2
    assert fits("🌱" * 2048)
    assert not fits("🌱" * 2048 + "a")


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert pieces("Hello.  ") == ["Hello.  "]
    assert pieces("a" * 4096) == ["a" * 4096]
    assert pieces("") == []


def test_the_cut_is_where_a_reader_would_pause() -> None:
    assert pieces("One two.\n\nThree.", 12) == ["One two.", "Three."]
    assert pieces("One two.\nThree four.", 14) == ["One two.", "Three four."]
    assert pieces("One two three. Four five.", 20) == ["One two three.", "Four five."]
    assert pieces("one two three four", 10) == ["one two", "three four"]
    assert pieces("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_a_pause_near_the_beginning_does_not_make_a_tiny_piece() -> None:
    assert pieces("Ah.\n\nOne two three four five", 20)[0] == "Ah.\n\nOne two three"


def test_no_emoji_is_cut_in_half() -> None:
    assert pieces("🌱" * 5, 5) == ["🌱🌱", "🌱🌱", "🌱"]


WORDS = st.text(st.sampled_from("ab .\n🌱!?é"), max_size=200)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.integers(2, 40))
def test_every_word_arrives_in_pieces_that_fit(text: str, limit: int) -> None:
    found = pieces(text, limit)
    assert all(fits(piece, limit) for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(piece.strip() for piece in found[:-1])
