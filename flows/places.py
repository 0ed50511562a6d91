"""Everything about where somebody is comes through this door: countries, zones, and both as they are typed."""

from flows.countries import COMMON, countries, country_name, find_countries
from flows.typed_zones import find_zones
from flows.zones import is_zone, zone_city, zone_label, zones_of

__all__ = [
    "COMMON",
    "countries",
    "country_name",
    "find_countries",
    "find_zones",
    "is_zone",
    "zone_city",
    "zone_label",
    "zones_of",
]
