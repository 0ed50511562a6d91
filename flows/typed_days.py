"""Everything that reads the weekdays somebody typed, and says weekdays back, lives here. English only.

A day is 0 (Monday) to 6 (Sunday).
"""

import re
from typing import Final

from rapidfuzz import fuzz, process

WEEK: Final = (0, 1, 2, 3, 4, 5, 6)
WEEKDAYS: Final = WEEK[:5]
WEEKEND: Final = WEEK[5:]

_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)(?:'?s)?"
)
_RANGE: Final = rf"\b({_DAY})\s*(?:-|to|thru|through|till|until)\s*({_DAY})\b"
_GROUPS: Final = (
    (r"\b(?:all|7|seven) days(?: (?:a|of the) week)?\b|\ball week\b", WEEK),
    (r"\b(?:every|each|any) ?(?:single )?(?:day\b|(?=morning|noon|afternoon|evening|night))|\bdaily\b", WEEK),
    (r"\b(?:every |on |the )*(?:week ?days?|work ?days?|working days?)\b", WEEKDAYS),
    (r"\b(?:every |on |at |the )*week ?ends?\b", WEEKEND),
)
_WITHOUT: Final = r"\b(?:except|excepting|excluding|but|besides|apart from|without|never|not|no)\b"
_NEVER_DAYS: Final = r"\bevery other (?:day|week)\b|\b(?:twice|once|\w+ times) a (?:week|month)\b"


def parse_days(typed: str) -> tuple[int, ...]:
    """The weekdays that were typed, in order, or () when none were understood.

    "weekdays", "mon wed fri", "Monday to Thursday", "every day except sundays", "tue and thu at 9".
    """
    text = _plain(typed)
    if re.search(_NEVER_DAYS, text):
        return ()
    wanted, *unwanted = re.split(_WITHOUT, text)
    without = {day for part in unwanted for day in _days(part)}
    days = _days(wanted)
    return tuple(sorted((days or set(WEEK if without else ())) - without))


def without_days(typed: str) -> str:
    """What was typed, in lower case, without any words for days: "weekdays at 9" leaves "at 9"."""
    text = _plain(typed)
    for pattern in (_RANGE, *(pattern for pattern, _ in _GROUPS), rf"\b{_DAY}\b"):
        text = re.sub(pattern, " ", text)
    return " ".join(text.split())


def describe_days(days: tuple[int, ...]) -> str:
    """Days for a sentence: "every day", "weekdays", "weekends", "Mondays", "Mon, Wed and Fri"."""
    chosen = tuple(sorted(set(days)))
    groups = {WEEK: "every day", WEEKDAYS: "weekdays", WEEKEND: "weekends"}
    if chosen in groups:
        return groups[chosen]
    if len(chosen) == 1:
        return f"{_NAMES[chosen[0]].title()}s"
    short = [_SHORT[day] for day in chosen]
    return " and ".join(filter(None, (", ".join(short[:-1]), *short[-1:])))


def _days(text: str) -> set[int]:
    found: set[int] = set()
    for pattern, days in _GROUPS:
        if re.search(pattern, text):
            found.update(days)
    for first, last in re.findall(_RANGE, text):
        found.update(_from_to(_day(first), _day(last)))
    named = (_named(word) for word in re.findall(r"[a-z']+", text))
    return found | {day for day in named if day is not None}


def _named(word: str) -> int | None:
    """The day of one word, misspelled ones too ("wendesday"); None for any other word."""
    if re.fullmatch(_DAY, word):
        return _day(word)
    if len(word) < len("friday"):
        return None
    near = process.extractOne(word.rstrip("s"), _NAMES, scorer=fuzz.ratio, score_cutoff=80)
    return near[2] if near else None


def _day(word: str) -> int:
    return [name[:3] for name in _NAMES].index(word[:3])


def _from_to(first: int, last: int) -> tuple[int, ...]:
    """The days of a range, over the week's end where it comes first ("fri-mon")."""
    return tuple((first + n) % 7 for n in range((last - first) % 7 + 1))


def _plain(typed: str) -> str:
    return re.sub(r"[‐-―−]", "-", typed.casefold().replace("’", "'"))
