"""Hearing that somebody is having a hard time lives here: should the bot offer the break?"""

import re


def is_distress(text: str) -> bool:
    """Tell whether a text says that the person feels bad now. Never raises."""
    return re.search(r"terrible|awful|bad day|can.?t cope|failure|\bsad\b", text.casefold()) is not None
