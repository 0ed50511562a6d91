"""How a self-judgement is handed back: as a thought, in good grammar, or in the person's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.understand.unfuse import unfuse


@pytest.mark.parametrize(
    ("text", "thought"),
    [
        ("I'm a failure", "you are a failure"),
        ("i'm such a failure", "you are such a failure"),
        ("i feel like such a failure", "you are such a failure"),
        ("im a faliure", "you are a failure"),
        ("I'll never be good enough", "you will never be good enough"),
        ("I can't do anything right", "you can't do anything right"),
        ("something's wrong with me", "something is wrong with you"),
        ("everyone thinks I'm a fraud", "everyone thinks you are a fraud"),
        ("nobody could ever love me", "nobody could ever love you"),
        ("my life is a mess because of me", "your life is a mess because of you"),
        ("I was such an idiot yesterday", "you were such an idiot yesterday"),
        ("I always feel so stupid", "you are always so stupid"),
        ("why am i so stupid", "you are so stupid"),
        ("what is wrong with me?", "something is wrong with you"),
        ("honestly i think im just a burden to everyone lol", "you are just a burden to everyone"),
        ("my inner critic says I'm useless", "you are useless"),
        ("I’m a fraud", "you are a fraud"),
        ("I'm disgusting, lazy and fat", "you are disgusting, lazy and fat"),
        ("I'm stupid stupid stupid", "you are stupid"),
    ],
)
def test_a_judgement_becomes_a_thought(text: str, thought: str) -> None:
    """I becomes you, my becomes your, verbs follow, and what leads up to it is left out."""
    assert unfuse(text) == (f"You are having the thought that {thought}.",)


def test_several_judgements_are_handed_back_one_by_one() -> None:
    """Each stands alone, in the order in which it came."""
    assert unfuse("I'm a mess, everyone hates me and I ruin everything") == (
        "You are having the thought that you are a mess.",
        "You are having the thought that everyone hates you.",
        "You are having the thought that you ruin everything.",
    )


@pytest.mark.parametrize(
    "text",
    ["I'm such a bad wife to him", "people like me don't get happy endings", "I'm a terrible astronaut"],
)
def test_what_cannot_be_turned_safely_is_quoted(text: str) -> None:
    """Other people in the sentence or unknown words: the words stay as they are."""
    assert unfuse(text) == (f'You are having the thought: "{text}"',)


def test_a_quote_holds_no_quote_and_is_not_endless() -> None:
    """The marks around it stay the only ones, and a long outpouring is cut at a word."""
    (thought,) = unfuse(f"I'm a 'useless' nobody who {'really ' * 60}fails")
    assert thought.count('"') == 2
    assert thought.endswith('…"')
    assert len(thought) < 220


@pytest.mark.parametrize(
    "text",
    [
        "I'm tired",
        "I'm a teacher",
        "I failed the exam",
        "I'm not a failure",
        "my boss says I'm lazy",
        "you are stupid",
    ],
)
def test_what_is_no_judgement_of_oneself_is_left(text: str) -> None:
    """States, jobs, events, denials and other people's verdicts are none of it."""
    assert unfuse(text) == ()


@given(st.text(max_size=400))
def test_no_text_is_an_error(text: str) -> None:
    """Whatever arrives is answered with whole sentences or none."""
    assert all(thought.startswith("You are having the thought") for thought in unfuse(text))
