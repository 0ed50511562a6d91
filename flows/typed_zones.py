"""Everything that finds the time zone somebody typed in their own words lives here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache, lru_cache
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from flows import packaged
from flows.countries import COMMON, countries, find_countries
from flows.names import LONGEST, Names, fold, gather, unique
from flows.typed_times import parse_time
from flows.zones import fixed_zone, is_zone, offset_of, ranked_zones, zones_of

WATCHES_DIFFER: Final = timedelta(minutes=7)
"""How wrong a watch may be. Zones lie at least fifteen minutes apart."""

_OFFSET: Final = r"(?:utc|gmt)? ?([+-]) ?(\d\d?)(?::?([0-5]\d))?"
_HALF_A_YEAR: Final = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, the person's country if it is known, and the present instant."""

    typed: str
    country: str | None
    now: datetime


def find_zones(typed: str, country: str | None, now: datetime, limit: int = 6) -> tuple[str, ...]:
    """The zones that may be meant, best first, those of the person's country before others; () for none.

    Understands cities and countries in many languages, states, IANA names, offsets ("UTC+2", "+5:30"), short
    names ("CET"), and what the person's clock shows now ("it's 21:40").
    """
    asked = Asked(typed.strip()[:LONGEST], country, now)
    ways = (_by_id, _by_offset, _by_name, _by_short_name, _by_clock, _inside, _by_country, _nearly)
    found = next(filter(None, (way(asked) for way in ways)), ())
    own = ranked_zones(country or "")
    return tuple(sorted(found, key=lambda zone: zone not in own))[:limit]


def _by_id(asked: Asked) -> tuple[str, ...]:
    return (asked.typed,) if "/" in asked.typed and is_zone(asked.typed) else ()


def _by_offset(asked: Asked) -> tuple[str, ...]:
    """The country's zones at this offset today; or those at other times of the year, and the fixed one; or any."""
    offset = _offset(asked.typed)
    if offset is None:
        return ()
    own, other_season = (
        tuple(zone for zone in zones_of(asked.country or "") if offset_of(zone, at) == offset)
        for at in (asked.now, asked.now + _HALF_A_YEAR)
    )
    fixed = fixed_zone(offset)
    return (
        own
        or (*other_season, *([fixed] if fixed else ()))
        or _fitting(asked, lambda clock: clock.offset == offset)
    )


def _by_name(asked: Asked) -> tuple[str, ...]:
    return _cities().exact(fold(asked.typed))


def _by_short_name(asked: Asked) -> tuple[str, ...]:
    """Zones that go by these capitals now or in the other half of the year: "EST" is meant in July too."""
    name = asked.typed.upper()
    if not re.fullmatch(r"[A-Z]{2,5}", name):
        return ()
    names = {name, f"{name[0]}ST", f"{name[0]}DT"} if re.fullmatch(r"[ECMP]T", name) else {name}
    return _fitting(asked, lambda clock: not names.isdisjoint(clock.short_names))


def _by_clock(asked: Asked) -> tuple[str, ...]:
    """Zones whose clocks show what was typed. A bare number is no clock."""
    walls = () if asked.typed.isdigit() else parse_time(asked.typed)
    return (
        _fitting(asked, lambda clock: any(_shows(clock, wall, asked.now) for wall in walls)) if walls else ()
    )


def _inside(asked: Asked) -> tuple[str, ...]:
    return _cities().within(fold(asked.typed), shortest=5)


def _by_country(asked: Asked) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(zones_of, find_countries(asked.typed, limit=1))))


def _nearly(asked: Asked) -> tuple[str, ...]:
    return _big_cities().near(fold(asked.typed))


# ---- what clocks show ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Clock:
    offset: timedelta
    short_names: frozenset[str | None]


def _fitting(asked: Asked, fits: Callable[[_Clock], bool]) -> tuple[str, ...]:
    """The country's zones whose clocks fit, or else one zone of every country that has one."""
    clocks = _world_clocks(asked.now.replace(minute=0, second=0, microsecond=0))
    own = tuple(zone for zone in zones_of(asked.country or "") if fits(clocks[zone]))
    return own or tuple(_anywhere(lambda zone: fits(clocks[zone])))


def _anywhere(fits: Callable[[str], bool]) -> Iterator[str]:
    """Zones that stand for their country first, and the common countries first among them."""
    by_country = [ranked_zones(country) for country in unique((*COMMON, *countries()))]
    found = [(zones, next(filter(fits, zones), None)) for zones in by_country]
    mains = [zone for zones, zone in found if zone and zone == zones[0]]
    return iter(unique((*mains, *(zone for _, zone in found if zone))))


@lru_cache(maxsize=1)
def _world_clocks(hour: datetime) -> dict[str, _Clock]:
    """The clocks of all zones in an hour: looked at once, since a walk around the world takes a while."""
    return {zone: _clock(zone, hour) for country in countries() for zone in ranked_zones(country)}


def _clock(zone: str, at: datetime) -> _Clock:
    seasons = (moment.astimezone(ZoneInfo(zone)) for moment in (at, at + _HALF_A_YEAR))
    return _Clock(offset_of(zone, at), frozenset(there.tzname() for there in seasons))


def _shows(clock: _Clock, wall: time, now: datetime) -> bool:
    there = now + clock.offset
    apart = abs(there - there.replace(hour=wall.hour, minute=wall.minute, second=0, microsecond=0))
    return min(apart, timedelta(days=1) - apart) <= WATCHES_DIFFER


def _offset(typed: str) -> timedelta | None:
    found = re.fullmatch(_OFFSET, typed.casefold().replace("−", "-"))
    if not found:
        return timedelta(0) if typed.upper() in {"UTC", "GMT", "Z"} else None
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return size if found[1] == "+" else -size


# ---- what cities are called ---------------------------------------------------------------------------


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
