"""Everything that reads the time of day somebody typed lives here. English words; digits of any script.

What is not wholly understood is not understood: "3 times" or "when I'm 8" is no time.
"""

import re
import unicodedata
from datetime import time
from typing import Final

from flows.typed_days import without_days

_ONES: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MORE: Final = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
)
_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS: Final = (
    {word: n for n, word in enumerate((*_ONES, *_MORE, "nineteen"), 1)} | _TENS | {"quarter": 15}
)

_FILLER: Final = (
    r"\b(?:at|around|about|by|on|every|each|this|and|a|the|it's|its|it|is|now|right|here|currently|time|please"
    r"|sharp|o'?clock|hours|hrs|uhr|minutes|mins?)\b"
)
_REWRITTEN: Final = (
    (r"(?<![a-z])([ap])\.? ?m\b\.?", r"\1m"),  # p.m.
    (r"(?<=\d) ?([ap])\b", r"\1m"),  # 8p
    (r"(?<=\d) ?ish\b", ""),
    (r"\bhalf (?:past )?", "30 past "),  # half eight is half past eight, as the British say it
    (rf"\b({'|'.join(_TENS)})[ -]({'|'.join(_ONES)})\b", lambda words: _sum(words)),
    (r"\b[a-z]+\b", lambda word: str(_NUMBERS.get(word[0], word[0]))),
    (r"\b(?:12 )?(?:noon|midday)\b", "12 pm"),
    (r"\b(?:12 )?midnight\b", "12 am"),
    (_FILLER, " "),
    (r"[^\w:.+'-]", " "),
)
_FIRST_HOURS: Final = {"am": 0, "morning": 0, "pm": 12, "afternoon": 12, "evening": 13, "night": 17}
"""Where each part of a day begins; an hour with it is the first one from there that a clock face shows so."""

_PART: Final = r"\b(?:in )?(morning|afternoon|evening)s?\b|\b(?:in |to)?(night)s?\b"
_MERIDIAN: Final = r"(?: ?(?P<part>am|pm))?"
_SHAPES: Final = (
    rf"(?P<hour>\d\d?)(?: ?[:.h ] ?(?P<minute>\d\d))? ?h?{_MERIDIAN}",  # 8, 8:30, 8h30, 8 30
    rf"(?P<hour>\d\d?)(?P<minute>\d\d){_MERIDIAN}",  # 830, 0830
    rf"(?P<before>\d\d?) (?:to|before|till|of) (?P<hour>\d\d?){_MERIDIAN}",  # quarter to nine
    rf"(?P<minute>\d\d?) (?:past|after) (?P<hour>\d\d?){_MERIDIAN}",  # half past eight
)


def parse_time(typed: str) -> tuple[time, ...]:
    """The wall times that may be meant: one when it is clear, two (morning first) when not, () for none.

    "20:30", "08:00", "8pm", "noon" and "half past eight in the evening" are clear; "8" may be both.
    """
    text, part = _without_part(_plain(typed))
    for shape in _SHAPES:
        if found := re.fullmatch(shape, text):
            return _readings(found, part)
    return ()


def _plain(typed: str) -> str:
    """Lower case, digits for number words, am and pm for noon and midnight; no days, no filling words."""
    text = without_days(unicodedata.normalize("NFKC", typed))
    for pattern, said in _REWRITTEN:
        text = re.sub(pattern, said, text)
    return " ".join(text.split()).strip(". ")


def _sum(words: re.Match[str]) -> str:
    return str(_TENS[words[1]] + _NUMBERS[words[2]])


def _without_part(text: str) -> tuple[str, str]:
    """What is left without "in the evening", and "evening"."""
    found = re.search(_PART, text)
    if not found:
        return text, ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return " ".join(rest.split()), found[1] or found[2]


def _readings(typed: re.Match[str], part: str) -> tuple[time, ...]:
    found = typed.groupdict("")
    hour, minute, before = (int(found.get(name) or 0) for name in ("hour", "minute", "before"))
    if max(minute, before) > 59 or hour * 60 + minute > 24 * 60:
        return ()
    exact = found["hour"].startswith("0") or "h" in typed[0]  # 08:30 and 8h30 are written by a 24-hour clock
    hours = _hours(hour, found["part"] or part, exact=exact)
    return tuple(_wall(hour * 60 + minute - before) for hour in hours)


def _hours(hour: int, part: str, *, exact: bool) -> tuple[int, ...]:
    """The hours of the day that may be meant. Twelve alone is noon: whoever means midnight says so."""
    if part and hour > 12:
        return (hour,) if _FIRST_HOURS[part] else ()
    if part:
        first = _FIRST_HOURS[part]
        return (first + (hour - first) % 12,)
    return (hour,) if exact or hour == 0 or hour >= 12 else (hour, hour + 12)


def _wall(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
