"""Telling whether a text is in a language that the bot reads lives here."""

import unicodedata


def reads(text: str) -> bool:
    """Tell whether we can read it: false only when it is plainly another language or script. Never raises."""
    letters = [letter for letter in text if letter.isalpha()]
    foreign = [letter for letter in letters if not unicodedata.name(letter, "").startswith("LATIN")]
    return len(foreign) * 2 <= len(letters)
