"""Everything that says whom a person in danger can reach, and how sure we are of it, lives here.

Two dated files of our own hold the numbers (`flows/data/README.md` names their sources). Nothing is invented:
what the files do not hold is answered with nothing; the caller then says "your local emergency number" and
gives DIRECTORY.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal

import msgspec

from flows import packaged

Kind = Literal["crisis", "abuse", "poison", "youth"]
Grade = Literal["A", "B", "C"]

DIRECTORY: Final = "https://findahelpline.com"
"""The directory to name where we have no line. WORLD has it as a line, beside its sister directory."""

WORLD: Final = "ZZ"
"""The country code under which the file keeps lines for all countries (CLDR's code for an unknown region)."""

TRUSTED_FOR: Final = timedelta(days=365)
"""How long a checked number is shown without "please check"."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """One service. A way that it does not have is empty; `checked` is None where nobody saw its own page.

    `phone` may hold several numbers with their regions in brackets. `text` is what to send and where ("SHOUT
    to 85258"), or starts with "WhatsApp" or "chat". Grade A: seen at the operator or an authority; B: one
    good list; C: lists that disagree, or old ones.
    """

    country: str
    kind: Kind
    service: str
    phone: str
    text: str
    url: str
    hours: str
    grade: Grade
    checked: date | None


@dataclass(frozen=True, slots=True)
class Emergency:
    """A country's emergency number (an ambulance comes), and the police's own where it is another."""

    country: str
    name: str
    number: str
    police: str
    note: str


def emergency(country: str | None) -> str | None:
    """The number that brings an ambulance; None when we know none: say "your local emergency number" then."""
    found = _emergencies().get(country or "")
    return found.number if found else None


def police(country: str | None) -> str | None:
    """The number for danger from a person: the police's own, or else the emergency number, or None."""
    found = _emergencies().get(country or "")
    return (found.police or found.number) if found else None


def emergencies() -> tuple[Emergency, ...]:
    """All that we hold, in the order of country codes."""
    return tuple(_emergencies().values())


def lines_for(country: str | None, kind: Kind) -> tuple[Helpline, ...]:
    """A country's lines, best first: those for everybody, A and B before C, round the clock. () when none."""
    return _lines().get((country or "", kind), ())


def needs_check(line: Helpline, today: date) -> bool:
    """Whether to say "please check": not grade A, never checked, or checked more than twelve months ago."""
    return line.grade != "A" or line.checked is None or today - line.checked > TRUSTED_FOR


def to_verify(today: date) -> tuple[Helpline, ...]:
    """What somebody should call or look up before the next release."""
    return tuple(line for lines in _lines().values() for line in lines if needs_check(line, today))


def describe(line: Helpline, today: date, *, sms: str = "text", check: str = "please check locally") -> str:
    """One line of a card: "Samaritans: 116 123 (24/7)". `sms` and `check` are its words, for other languages.

    A service that nobody can be reached at is only named (its name says what to do instead).
    """
    ways = ", ".join(_ways(line, sms)) or line.url
    said = f"{line.service}: {ways}" if ways else line.service
    remarks = [line.hours, check if needs_check(line, today) else ""]
    remark = ", ".join(filter(None, remarks))
    return f"{said} ({remark})" if remark else said


def _ways(line: Helpline, sms: str) -> Iterator[str]:
    if line.phone:
        yield line.phone
    if line.text:
        yield line.text if line.text.startswith(("WhatsApp", "chat")) else f"{sms} {line.text}"


@cache
def _emergencies() -> dict[str, Emergency]:
    found = msgspec.convert(packaged.rows("emergency-numbers.csv"), list[Emergency])
    return {emergency.country: emergency for emergency in found}


@cache
def _lines() -> dict[tuple[str, Kind], tuple[Helpline, ...]]:
    everyone = [_helpline(row) for row in packaged.rows("helplines.csv")]
    young = {(line.country, _digits(line.phone)) for line in everyone if line.kind == "youth"}
    shelves: dict[tuple[str, Kind], list[Helpline]] = {}
    for line in sorted(everyone, key=lambda line: _rank(line, young)):
        shelves.setdefault((line.country, line.kind), []).append(line)
    return {shelf: tuple(lines) for shelf, lines in shelves.items()}


def _rank(line: Helpline, young: set[tuple[str, str]]) -> tuple[bool, bool, bool, bool]:
    """What sorts lines. A crisis line with the number of the country's youth line is for the young: last."""
    for_young = line.kind == "crisis" and (line.country, _digits(line.phone)) in young
    return for_young, line.grade == "C", not line.hours.startswith("24/7"), line.grade != "A"


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def _helpline(row: dict[str, str]) -> Helpline:
    return msgspec.convert({**row, "checked": row["checked"] or None}, Helpline)
