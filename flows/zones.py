"""Everything that knows time zones, their cities and clocks lives here. What somebody typed: `flows/typed_zones.py`.

A zone is its IANA name ("Europe/Lisbon"), as the tz database lists it for a country. Instants are aware datetimes.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from flows import packaged
from flows.names import unique

_YEARS_BACK: Final = 10
_YEARS_ON: Final = 3
_STEP: Final = timedelta(days=3)
"""How often clocks are compared: zones that ever differed did so for longer."""


def is_zone(name: str) -> bool:
    """Whether the tz database has a zone of that name, old names included."""
    return name in _zone_names()


@cache
def zones_of(country: str) -> tuple[str, ...]:
    """The zones of a country, the most important first, one of those whose clocks agree; () when we know none.

    Clocks agree when they showed the same in the ten years before the installed tz database, and will go on.
    """
    zones = ranked_zones(country)
    by_clocks: dict[object, str] = {}
    for zone in zones:
        by_clocks.setdefault(_clocks(zone) if len(zones) > 1 else zone, zone)
    return tuple(by_clocks.values())


def ranked_zones(country: str) -> tuple[str, ...]:
    """All zones of a country: those of our big cities first, in their order, then as the tz database has them."""
    return _ranked_zones().get(country, ())


@cache
def zones_by_country() -> dict[str, tuple[str, ...]]:
    """What the tz database lists. Kosovo is not in it: its clocks are those of Belgrade."""
    found: dict[str, tuple[str, ...]] = {"XK": ("Europe/Belgrade",)}
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            found[country] = (*found.get(country, ()), zone)
    return found


def zone_city(zone: str, locale: str = "en") -> str:
    """The city that stands for a zone ("São Tomé"), or "UTC+2" for a fixed one.

    Raises babel.UnknownLocaleError for a language that CLDR does not know.
    """
    if zone.startswith("Etc/"):
        return _fixed(zone.removeprefix("Etc/"))
    cities = Locale.parse(locale.replace("-", "_")).time_zones
    named = (str(cities[name]["city"]) for name in _cldr_names(zone) if "city" in cities.get(name, ()))
    return next(named, zone.rpartition("/")[2].replace("_", " "))


def zone_label(zone: str, at: datetime) -> str:
    """A zone for a button: "New York (21:14 now)". English."""
    return f"{zone_city(zone)} ({at.astimezone(ZoneInfo(zone)):%H:%M} now)"


def offset_of(zone: str, at: datetime) -> timedelta:
    """How far the clocks of a zone are ahead of UTC at an instant."""
    return at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)


def fixed_zone(offset: timedelta) -> str | None:
    """The zone whose clocks are always that far ahead of UTC; None where the tz database has none (half hours)."""
    hours = offset / timedelta(hours=1)
    name = f"Etc/GMT{-hours:+.0f}" if hours else "Etc/UTC"  # POSIX counts westward: Etc/GMT-2 is ahead of UTC
    return name if hours.is_integer() and is_zone(name) else None


@cache
def _ranked_zones() -> dict[str, tuple[str, ...]]:
    big: dict[str, list[str]] = {}
    for row in packaged.rows("cities.csv"):
        big.setdefault(row["country"], []).append(row["zone"])
    return {country: unique((*big.get(country, ()), *zones)) for country, zones in zones_by_country().items()}


def _fixed(name: str) -> str:
    hours = name.removeprefix("GMT")
    return f"UTC{-int(hours):+d}" if hours.lstrip("+-").isdigit() and int(hours) else "UTC"


@cache
def _zone_names() -> frozenset[str]:
    names = files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return frozenset(names) - {"Factory"}


def _cldr_names(zone: str) -> tuple[str, ...]:
    """The zone's names in CLDR, which keeps the first one ever given: Asia/Calcutta."""
    return (zone, *(old for old, new in get_global("zone_aliases").items() if new == zone))


def _clocks(zone: str) -> tuple[timedelta, ...]:
    """What the clocks of a zone show, looked at every few days."""
    year = int(version("tzdata").partition(".")[0])
    begin, end = datetime(year - _YEARS_BACK, 1, 1, tzinfo=UTC), datetime(year + _YEARS_ON, 1, 1, tzinfo=UTC)
    return tuple(offset_of(zone, begin + n * _STEP) for n in range((end - begin) // _STEP))
