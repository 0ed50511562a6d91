"""Which command plain words ask for."""

import pytest

from flows.understand.wishes import wish


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("stop", "stop"),
        ("Stop!", "stop"),
        ("i want to stop now", "stop"),
        ("how do I end this exercise", "stop"),
        ("help", "help"),
        ("can we do the break", "break"),
        ("ground me", "ground"),
        ("stop sending me these", "pause"),
        ("delete everything", "delete"),
        ("are you real?", "about"),
        ("are you a bot", "about"),
        ("who are you", "about"),
        ("privacy", "privacy"),
        ("who can read this?", "privacy"),
        ("change my time to 8", "checkin"),
        ("I need a person to talk to", "sos"),
    ],
)
def test_a_wish_is_a_command(text: str, command: str) -> None:
    """Nobody has to know the slash."""
    assert wish(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "I can't stop crying",
        "I want to stop smoking",
        "I need a break from work",
        "we broke up",
        "everyone leaves me alone",
        "yes",
        "thank you",
        "",
        "please help, I have been thinking about my father and about how he never once said that he was proud of me",
    ],
)
def test_what_is_told_is_no_wish(text: str) -> None:
    """The same words in a sentence about somebody's life ask for nothing."""
    assert wish(text) is None
