"""Everything that finds the time zone somebody typed in their own words lives here."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import cache
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from flows import packaged
from flows.countries import COMMON, countries, find_countries
from flows.names import Names, fold, gather, unique
from flows.typed_times import parse_time
from flows.zones import fixed_zone, is_zone, offset_of, ranked_zones, zones_of

Way = Callable[[str, str | None, datetime], tuple[str, ...]]
"""Typed words, the person's country if known, and the present instant, to zones."""

WATCHES_DIFFER: Final = timedelta(minutes=7)
"""How wrong a watch may be. Zones lie at least fifteen minutes apart."""

_OFFSET: Final = r"(?:utc|gmt)? ?([+-]) ?(\d\d?)(?::?([0-5]\d))?"
_HALF_A_YEAR: Final = timedelta(days=182)


def find_zones(typed: str, country: str | None, now: datetime, limit: int = 6) -> tuple[str, ...]:
    """The zones that may be meant, best first, those of the person's country before others; () for none.

    Understands cities and countries in many languages, states, IANA names, offsets ("UTC+2", "+5:30"), short
    names ("CET"), and what the person's clock shows now ("it's 21:40").
    """
    ways: tuple[Way, ...] = (
        _by_id,
        _by_offset,
        _by_name,
        _by_short_name,
        _by_clock,
        _by_country,
        _inside,
        _nearly,
    )
    found = next(filter(None, (way(typed.strip(), country, now) for way in ways)), ())
    own = ranked_zones(country) if country else ()
    return tuple(sorted(found, key=lambda zone: zone not in own))[:limit]


def _by_id(typed: str, _country: str | None, _now: datetime) -> tuple[str, ...]:
    return (typed,) if "/" in typed and is_zone(typed) else ()


def _by_offset(typed: str, country: str | None, now: datetime) -> tuple[str, ...]:
    """The country's zones that are at this offset today, or the fixed zone, or zones anywhere."""
    offset = _offset(typed)
    if offset is None:
        return ()
    fixed = fixed_zone(offset)
    return (
        tuple(zone for zone in zones_of(country or "") if offset_of(zone, now) == offset)
        or (fixed and (fixed,))
        or tuple(_anywhere(lambda zone: offset_of(zone, now) == offset))
    )


def _by_name(typed: str, _country: str | None, _now: datetime) -> tuple[str, ...]:
    return _cities().exact(fold(typed))


def _by_short_name(typed: str, country: str | None, now: datetime) -> tuple[str, ...]:
    """Zones whose clocks go by these capitals, now or in the other half of the year ("EST" is meant in July too)."""
    name = typed.upper()
    if not re.fullmatch(r"[A-Z]{2,5}", name):
        return ()
    names = {name, f"{name[0]}ST", f"{name[0]}DT"} if re.fullmatch(r"[ECMP]T", name) else {name}
    return _own_first(
        country, lambda zone: any(_short(zone, at) in names for at in (now, now + _HALF_A_YEAR))
    )


def _by_clock(typed: str, country: str | None, now: datetime) -> tuple[str, ...]:
    """Zones whose clocks show what was typed. A bare number is no clock."""
    shown = parse_time(typed) if not typed.isdigit() else ()
    return _own_first(country, lambda zone: any(_shows(zone, wall, now) for wall in shown)) if shown else ()


def _by_country(typed: str, _country: str | None, _now: datetime) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(zones_of, find_countries(typed, limit=1))))


def _inside(typed: str, _country: str | None, _now: datetime) -> tuple[str, ...]:
    return _cities().within(fold(typed), shortest=5)


def _nearly(typed: str, _country: str | None, _now: datetime) -> tuple[str, ...]:
    return _big_cities().near(fold(typed))


def _offset(typed: str) -> timedelta | None:
    found = re.fullmatch(_OFFSET, typed.casefold().replace("−", "-"))
    if not found:
        return timedelta(0) if typed.upper() in {"UTC", "GMT", "Z"} else None
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return size if found[1] == "+" else -size


def _short(zone: str, at: datetime) -> str | None:
    return at.astimezone(ZoneInfo(zone)).tzname()


def _shows(zone: str, wall: time, now: datetime) -> bool:
    there = now.astimezone(ZoneInfo(zone))
    apart = abs(there - there.replace(hour=wall.hour, minute=wall.minute, second=0, microsecond=0))
    return min(apart, timedelta(days=1) - apart) <= WATCHES_DIFFER


def _own_first(country: str | None, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The zones of the country that fit, or else those of the world."""
    return tuple(filter(fits, zones_of(country or ""))) or tuple(_anywhere(fits))


def _anywhere(fits: Callable[[str], bool]) -> Iterator[str]:
    """The first zone that fits of every country, the common countries first."""
    for country in unique((*COMMON, *countries())):
        yield from list(filter(fits, ranked_zones(country)))[:1]


@cache
def _cities() -> Names:
    """Our big cities and states, then the city of every zone in many languages."""
    rows = packaged.rows("city-names.csv")
    return gather([*_big(), *((name, row["zone"]) for row in rows for name in row["names"].split("|"))])


@cache
def _big_cities() -> Names:
    return gather(_big())


def _big() -> Iterator[tuple[str, str]]:
    return ((fold(row["name"]), row["zone"]) for row in packaged.rows("cities.csv"))
