"""The English words in which people name a day of the year live here, with the days that have names of their own.

All are written as `flows/typed_dates.py` compares them: in lower case and without apostrophes.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS: Final = (
    {name: n for n, name in enumerate(_DAYS)}
    | {name[:3]: n for n, name in enumerate(_DAYS)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS: Final = (
    {name: n for n, name in enumerate(_MONTHS, 1)}
    | {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_TEENS: Final = ("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_FIRST: Final = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_ELEVENTH: Final = (
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
NUMBERS: Final = (
    {word: str(n) for n, word in enumerate((*_ONES, *_TEENS), 1)}
    | {"couple": "2", "few": "3", "twenty": "20", "thirty": "30"}
    | {word: f"{n}th" for n, word in enumerate((*_FIRST, *_ELEVENTH), 1)}
    | {"thirtieth": "30th"}
)

REWRITTEN: Final = (
    (r"\ban? (?=couple|few)", ""),
    (r"\ban? (?=day|week|fortnight|month|year)", "1 "),
    (r"\b(?:first day|start|beginning|early) (?:of|in) ", "beginning "),
    (r"\b(?:last day|end) (?:of|in) ", "end "),
    (r"\b(?:mid-?|middle (?:of|in)) ?(?=[a-z])", "middle "),
    (r"\bxmas\b", "christmas"),
    (r"\b(?:tmrw|tmr|2moro)\b", "tomorrow"),
)
_FILLING: Final = (
    r"on|the|of|at|to|it|let|lets|can|could|would|will|maybe|perhaps|possibly|please|say|how|about|around|by|for"
    r"|me|my|come|comes|back|bring|send|show|arrive|again|this|coming|upcoming|i|id|ill|like|want|wanna|ok|okay"
    r"|yes|sure|morning|afternoon|evening|night|be|so|some|sometime|a|an|then|thanks"
)
FILLER: Final = rf"\b(?:{_FILLING})\b"


def easter(year: int) -> date:
    """Easter Sunday of the western churches (as New Scientist printed it on 30 March 1961)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


FEASTS: Final[dict[str, Callable[[int], date]]] = {
    "christmas eve": _fixed(12, 24),
    "christmas(?: day)?": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new years? eve": _fixed(12, 31),
    "new years?(?: day)?": _fixed(1, 1),
    "valentines?(?: day)?": _fixed(2, 14),
    "halloween": _fixed(10, 31),
    "good friday": _from_easter(-2),
    "easter monday": _from_easter(1),
    "easter(?: sunday)?": _from_easter(0),
}

_OTHERS: Final = (
    r"tomorrow|tonight|today|before|after|later|fortnight|weekend|christmas|boxing|valentines|halloween|easter"
    r"|beginning|middle|months"
)
VOCABULARY: Final = tuple(dict.fromkeys((*DAYS, *MONTHS, *NUMBERS, *f"{_FILLING}|{_OTHERS}".split("|"))))
