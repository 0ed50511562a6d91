"""Makes flows/data/country-names.csv and city-names.csv from CLDR: `python -m tests.flows.make_names`.

Babel holds about a megabyte for every language that it opens. The program would pay for all of them to read
one "Lissabon", so the names are taken out once, folded as they are compared; a test holds the files current.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path

from babel import Locale
from babel.core import get_global

from flows.countries import countries
from flows.names import fold, unique
from flows.zones import zones_by_country

DATA = Path(__file__).parents[2] / "flows" / "data"
LANGUAGES = (
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "sl",
    "hr", "bs", "sr", "sr_Latn", "mk", "bg", "ro", "hu", "el", "tr", "uk", "ru", "be", "lt", "lv",
    "et", "sq", "hy", "ka", "az", "kk", "uz", "ky", "tg", "mn", "ar", "he", "fa", "ur", "hi", "bn",
    "ta", "te", "ml", "kn", "mr", "gu", "pa", "ne", "si", "th", "vi", "id", "ms", "fil", "zh",
    "zh_Hant", "ja", "ko", "km", "lo", "my", "sw", "am", "ha", "yo", "zu", "af", "ca", "gl", "eu",
    "ga", "cy", "mt",
)  # fmt: skip

Table = list[dict[str, str]]


def country_names() -> Table:
    """For each country its names in English and its own official languages, and its names elsewhere."""
    return [_country(code) for code in countries()]


def city_names() -> Table:
    """For each zone of a country the names of its city in all languages."""
    names = _cities()
    zones = sorted({zone for zones in zones_by_country().values() for zone in zones})
    return [
        {"zone": zone, "names": _joined([zone.rpartition("/")[2], *names.get(zone, ())])} for zone in zones
    ]


def written(table: Table) -> str:
    """A table as it stands in its file."""
    out = StringIO()
    writer = csv.DictWriter(out, table[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue()


def _country(code: str) -> dict[str, str]:
    spoken = get_global("territory_languages").get(code, {})
    own = ["en", *(language for language, facts in spoken.items() if facts["official_status"])]
    home, everywhere = (_joined(_names(code, languages)) for languages in (own, LANGUAGES))
    abroad = (name for name in everywhere.split("|") if name not in home.split("|"))
    return {"country": code, "home": home, "abroad": "|".join(abroad)}


def _names(code: str, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        if language in LANGUAGES:
            yield Locale.parse(language).territories.get(code, "")


def _cities() -> dict[str, list[str]]:
    renamed = get_global("zone_aliases")  # CLDR keeps the first name that a zone ever had: Asia/Calcutta
    found: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for zone, facts in Locale.parse(language).time_zones.items():
            found.setdefault(renamed.get(zone, zone), []).append(facts.get("city", ""))
    return found


def _joined(names: Iterable[str]) -> str:
    return "|".join(filter(None, unique(fold(name) for name in names)))


def main() -> None:
    (DATA / "country-names.csv").write_text(written(country_names()), encoding="utf-8")
    (DATA / "city-names.csv").write_text(written(city_names()), encoding="utf-8")


if __name__ == "__main__":
    main()
