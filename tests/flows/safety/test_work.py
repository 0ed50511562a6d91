"""Bounds the work that a text can cause, counted and not timed: no text may keep the bot from answering others."""

from hypothesis import given
from hypothesis import strategies as st

from flows.safety.screening import grammar
from flows.understand.grammar.rules import stretches
from flows.understand.grammar.words import signs

ENGLISH = grammar("en")
WORDS = sorted(word for word in ENGLISH.symbols if word.isalpha())
TELEGRAM_LIMIT = 4096


def looked_at(text: str) -> tuple[int, int]:
    """Count the words of a text, and the words that all phrases together look at."""
    reading = ENGLISH.wording.read(signs(text))
    spans = (
        (end - start)
        for phrase, places in ENGLISH.around(reading)
        for start, end in stretches(places, phrase.longest, len(reading.words))
    )
    return len(reading.words), sum(spans)


def costliest(text: str) -> int:
    """Give back how often more the text makes phrases look at its words than the words are many."""
    words, looked = looked_at(text)
    return looked // max(words, 1)


@given(st.lists(st.sampled_from(WORDS), max_size=120))
def test_twice_the_text_is_at_most_twice_the_work(words: list[str]) -> None:
    """No phrase reads a word twice, however its anchors crowd: the work grows with the length, not with its square."""
    text = " ".join(words)
    once, twice = looked_at(text)[1], looked_at(f"{text} {text}")[1]
    joined = sum(phrase.longest * 2 for phrase in ENGLISH.phrases)
    assert twice <= 2 * once + joined


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_the_worst_two_words_repeated_stay_bounded(one: str, other: str) -> None:
    """Repeating the words that most phrases wait for is the worst that a text can do."""
    text = (f"{one} {other} " * TELEGRAM_LIMIT)[:TELEGRAM_LIMIT]
    most = sum(
        len(ENGLISH.by_anchor.get(word, ())) for word in ENGLISH.wording.read(signs(f"{one} {other}")).words
    )
    assert costliest(text) <= most + 1


@given(st.text(alphabet="aitdkel *'.-_!?1$\u200b😂", max_size=300))
def test_reading_never_makes_many_words_of_few_letters(text: str) -> None:
    """A text of n letters has at most n words and three signs more for each: nothing explodes on the way."""
    assert len(ENGLISH.wording.read(signs(text)).words) <= 4 * len(text) + 4


def test_the_longest_message_is_read_to_its_end() -> None:
    """Nothing is cut off to save work."""
    text = "a quiet walk and some tea " * 150
    assert "kill myself" in ENGLISH.wording.read(signs(text + " kill myself")).quote(0, 10_000)
