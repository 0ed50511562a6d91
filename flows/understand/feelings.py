"""Finding the names of feelings and body sensations in what people type lives here."""

import re


def feelings(text: str) -> tuple[str, ...]:
    """Give back the feelings that a text names, by their usual names, each once, in order. Never raises."""
    return tuple(dict.fromkeys(re.findall(r"\b(?:sad|shame|angry|afraid|numb)\b", text.casefold())))
