"""Everything that reads the day of a year that somebody typed lives here. English words; digits of any script.

A day without a year is the next one after today. "Next Friday" is the one of next week; weeks begin on Monday.
What is not wholly understood is not understood: "not on Friday" or "5 friends" is no day.
"""

import re
import unicodedata
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from rapidfuzz import fuzz, process

from flows.date_words import DAYS, FEASTS, FILLER, MONTHS, NUMBERS, REWRITTEN, VOCABULARY

LONGEST: Final = 80
"""Characters; whoever types a day types no more."""

_LIKENESS: Final = 82  # of 100: "wendesday", "tommorow", "chrismas"
_AHEAD: Final = 8  # years looked ahead: a 29 February comes within them

_WEEKDAY: Final = rf"(?P<weekday>{'|'.join(DAYS)})"
_MONTH: Final = rf"(?P<month>{'|'.join(MONTHS)})"
_NUMBER: Final = r"(?P<day>\d\d?)(?:st|nd|rd|th)"
_YEAR: Final = r"(?: (?P<year>\d{4}))?"
_UNIT: Final = r"(?P<unit>day|week|fortnight|month|year)s?"
_NEXT: Final = r"(?P<next>next )?"

_Said = Mapping[str, str]
_Reader = Callable[[_Said, date], date | None]


def parse_date(typed: str, today: date, *, month_first: bool = False) -> date | None:
    """The day that was typed, seen from `today`, or None. One with a year of its own may be past.

    "tomorrow", "in two weeks", "next friday", "12 december", "the 3rd", "christmas", "2027-01-31".
    `month_first` says that 3/4 is a day in March.
    """
    if len(typed) > LONGEST:
        return None
    try:
        return _read(_numbers_named(_plain(typed), month_first=month_first), today)
    except (ValueError, OverflowError):  # no such day, or one beyond the calendar
        return None


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month. Raises ValueError past year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# ---- the words as we know them --------------------------------------------------------------------------


def _plain(typed: str) -> str:
    """Lower case, well spelt, numbers as digits, and no filling words."""
    text = unicodedata.normalize("NFKC", typed).casefold()
    text = re.sub(r"[‐-―−]", "-", re.sub(r"['’]", "", text))
    for pattern, said in REWRITTEN:
        text = re.sub(pattern, said, text)
    text = re.sub(r"[a-z]+", lambda word: _spelt(word[0]), text)
    text = re.sub(r"\b([23])0[ -](\d(?:th)?)\b(?!\d)", r"\1\2", text)  # twenty-first
    text = re.sub(FILLER, " ", re.sub(r"[^\w./-]", " ", text))
    return " ".join(text.split()).strip(".-/ ")


def _spelt(word: str) -> str:
    """The word that is meant by a misspelled one; numbers as digits."""
    if word not in VOCABULARY and len(word) > 5:
        near = process.extractOne(word, VOCABULARY, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        word = near[0] if near else word
    return NUMBERS.get(word, word)


def _numbers_named(text: str, *, month_first: bool) -> str:
    """3/4, 3.4.27 and 2027-04-03 as "3th april", with the year where there is one."""

    def named(found: re.Match[str]) -> str:
        day, month, year = int(found[1]), int(found[3]), found[4] or ""
        if month > 12 or (month_first and found[2] != "." and day <= 12):
            day, month = month, day
        return _named(day, month, year if len(year) != 2 else f"20{year}")

    text = re.sub(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)", lambda f: _named(int(f[3]), int(f[2]), f[1]), text)
    return re.sub(r"(?<!\S)(\d\d?)([-/.])(\d\d?)(?:\2(\d{4}|\d\d))?(?!\S)", named, text)


def _named(day: int, month: int, year: str) -> str:
    name = list(MONTHS)[month - 1] if 1 <= month <= 12 else "?"
    return f"{day}th {name} {year}".strip()


# ---- what they mean -------------------------------------------------------------------------------------


def _read(text: str, today: date) -> date | None:
    for shape, read in _SHAPES:
        if found := shape.fullmatch(text):
            said: _Said = defaultdict(str, found.groupdict(""))
            if day := read(said, today):
                return day
    return None


def _relative(said: _Said, today: date) -> date | None:
    """In two weeks; next month; the day after tomorrow; two days before Easter."""
    base = _read(said["base"], today) if said["base"] else today
    count = {"": 1, "next": 1}.get(said["count"]) or int(said["count"])
    if base is None or not (said["count"] or said["base"]):
        return None
    return _later(base, said["unit"], -count if said["side"] == "before" else count)


def _later(day: date, unit: str, count: int) -> date:
    if unit in ("month", "year"):
        return add_months(day, count * (12 if unit == "year" else 1))
    return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def _weekday(said: _Said, today: date) -> date:
    """The first such day after today; with "next" the one of next week; "Friday week" is a week later."""
    wanted = DAYS[said["weekday"]]
    if said["next"]:
        return today + timedelta(days=7 - today.weekday() + wanted)
    return _coming(wanted, today) + timedelta(days=7 if said["week"] else 0)


def _weekend(said: _Said, today: date) -> date:
    """Its Saturday."""
    return _weekday({**said, "weekday": "saturday", "week": ""}, today)


def _coming(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _in_year(said: _Said, today: date) -> date | None:
    """12 December, December 12th 2027, Friday 12 December."""
    month, day = MONTHS[said["month"]], int(said["day"])
    years = [int(said["year"])] if said["year"] else range(today.year, today.year + _AHEAD + 1)
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    return _agreeing(said, next((found for found in days if said["year"] or found > today), None))


def _in_month(said: _Said, today: date) -> date | None:
    """The 12th; the 1st of next month; Friday the 13th is the next one that is a Friday."""
    firsts = [add_months(today.replace(day=1), n) for n in range(12 * _AHEAD)]
    wanted = int(said["day"])
    days = (f.replace(day=wanted) for f in firsts if 0 < wanted <= monthrange(f.year, f.month)[1])
    later = (day for day in days if day > today and (not said["next"] or day.month != today.month))
    return next((day for day in later if _agreeing(said, day)), None)


def _part_of_month(said: _Said, today: date) -> date | None:
    """December; mid December; the end of next month."""
    firsts = [add_months(today.replace(day=1), n) for n in range(1 if said["next"] else 0, 14)]
    if said["year"]:
        firsts = [date(int(said["year"]), 1 + n, 1) for n in range(12)]
    named = MONTHS.get(said["month"])
    days = (_part(first, said["part"]) for first in firsts if not named or first.month == named)
    return next((day for day in days if said["year"] or day > today), None)


def _part(first: date, part: str) -> date:
    last = monthrange(first.year, first.month)[1]
    return first.replace(day={"": 1, "beginning": 1, "middle": 15, "end": last}[part])


def _end_of_year(said: _Said, today: date) -> date:
    return date(today.year + bool(said["next"]), 12, 31)


def _feast(of_year: Callable[[int], date]) -> _Reader:
    """Christmas, New Year's Eve, Easter 2027."""

    def read(said: _Said, today: date) -> date:
        if said["year"]:
            return of_year(int(said["year"]))
        this, following = of_year(today.year), of_year(today.year + 1)
        return this if this > today else following

    return read


def _agreeing(said: _Said, day: date | None) -> date | None:
    """The day, unless another weekday was named with it."""
    return None if day and said["weekday"] and DAYS[said["weekday"]] != day.weekday() else day


_SHAPES: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = tuple(
    (re.compile(shape), read)
    for shape, read in (
        (r"today|tonight|now", lambda _, today: today),
        (r"tomorrow", lambda _, today: today + timedelta(days=1)),
        *((rf"(?:next )?{name}{_YEAR}", _feast(of_year)) for name, of_year in FEASTS.items()),
        (r"week after next", lambda _, today: today + timedelta(days=14)),
        (r"(?:in )?half(?: 1)? year(?: time| from now)?", lambda _, today: add_months(today, 6)),
        (
            rf"(?:in )?(?:(?P<count>\d{{1,3}}|next) )?{_UNIT}(?: time| later)?"
            r"(?: (?P<side>from|after|before) (?P<base>.+))?",
            _relative,
        ),
        (rf"{_NEXT}{_WEEKDAY}(?P<week> week)?", _weekday),
        (rf"{_WEEKDAY}(?P<next> next week)", _weekday),
        (rf"(?P<next>next week) {_WEEKDAY}", _weekday),
        (rf"{_NEXT}weekend", _weekend),
        (rf"(?:{_WEEKDAY} )?(?P<day>\d\d?)(?:st|nd|rd|th)? {_MONTH}{_YEAR}", _in_year),
        (rf"(?:{_WEEKDAY} )?{_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?{_YEAR}", _in_year),
        (rf"(?:{_WEEKDAY} )?{_NUMBER}(?P<next> next month)?", _in_month),
        (rf"(?:in )?(?:(?P<part>beginning|middle|end) )?(?:next )?{_MONTH}{_YEAR}", _part_of_month),
        (rf"(?:in )?(?P<part>beginning|middle|end) {_NEXT}month", _part_of_month),
        (rf"end {_NEXT}year", _end_of_year),
    )
)
