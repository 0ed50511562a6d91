"""Everything that knows countries, and finds the one that somebody typed in their own words, lives here.

A country is its ISO 3166 code of two letters, and XK for Kosovo. Names come from CLDR.
"""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale
from babel.core import get_global

from flows import packaged
from flows.names import LONGEST, Names, fold, gather

COMMON: Final = (
    "AU", "BR", "CA", "DE", "IN", "ID", "IE", "IT", "NZ", "NG", "PH", "SG", "ZA", "ES", "UA", "GB", "US",
)  # fmt: skip
"""Countries with a button of their own, by their English names. Every one has a crisis line. None is a guess."""

_NOT_CODES: Final = frozenset(
    {"AM", "AS", "AT", "BE", "BY", "ID", "IN", "IS", "IT", "ME", "MY", "NO", "SO", "TO"}
)
"""Codes that are English words: "no" is an answer, not Norway."""

_FLAG_LETTERS: Final = {0x1F1E6: range(26), 0xE0061: range(26)}
"""Where Unicode keeps the letters of flags: regional indicators, and tags (England's flag says "gbeng")."""


@cache
def countries() -> tuple[str, ...]:
    """All codes, in their order."""
    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8")
    codes = (line.split("\t")[0] for line in table.splitlines() if not line.startswith("#"))
    return tuple(sorted((*codes, "XK")))


def country_name(code: str, locale: str = "en") -> str:
    """The name of a country in a language ("pt", "pt-BR"); the code itself where CLDR has no name.

    Raises babel.UnknownLocaleError for a language that CLDR does not know.
    """
    names = Locale.parse(locale.replace("-", "_")).territories
    return str(names.get(code, code))


def find_countries(typed: str, limit: int = 6) -> tuple[str, ...]:
    """The countries that may be meant, best first; () when nothing is near.

    Understands flags, codes, names in many languages, other names ("England"), big cities, the beginning of a
    name, a name within a sentence, and slips of the finger.
    """
    ways: tuple[Callable[[str], tuple[str, ...]], ...] = (
        _by_flag,
        _by_code,
        _by_name,
        _inside,
        _begun,
        _nearly,
    )
    found = (way(typed.strip()[:LONGEST]) for way in ways)
    return next(filter(None, found), ())[:limit]


def _by_flag(typed: str) -> tuple[str, ...]:
    letters = "".join(
        chr(ord("A") + ord(sign) - start)
        for sign in typed
        for start in _FLAG_LETTERS
        if ord(sign) - start in _FLAG_LETTERS[start]
    )
    return (letters[:2],) if letters[:2] in countries() else ()


def _by_code(typed: str) -> tuple[str, ...]:
    """Two letters however written; three in capitals, since many are words ("can", "per")."""
    code = typed.rstrip(".").upper()
    if len(code) == 3 and typed.isupper():
        code = get_global("territory_aliases").get(code, [code])[0]
    return (code,) if code in countries() and code not in _NOT_CODES else ()


def _by_name(typed: str) -> tuple[str, ...]:
    text = fold(typed).removeprefix("the ")
    return _at_home().exact(text) or _abroad().exact(text) or cities().exact(text)


def _inside(typed: str) -> tuple[str, ...]:
    return _at_home().within(fold(typed)) or cities().within(fold(typed), shortest=5)


def _begun(typed: str) -> tuple[str, ...]:
    return tuple(sorted(_at_home().beginning(fold(typed)), key=lambda code: (code not in COMMON, code)))


def _nearly(typed: str) -> tuple[str, ...]:
    return _at_home().near(fold(typed).removeprefix("the "))


@cache
def _at_home() -> Names:
    """English names, what else people say in English, and what countries call themselves."""
    own = [(name, row["country"]) for row in _name_rows() for name in row["home"].split("|")]
    others = [(fold(row["name"]), row["country"]) for row in packaged.rows("country-aliases.csv")]
    return gather(own + others)


@cache
def _abroad() -> Names:
    """Names in all the other languages, of two signs only where two signs are a name ("中国", but not "Ý")."""
    pairs = ((name, row["country"]) for row in _name_rows() for name in row["abroad"].split("|"))
    return gather((name, code) for name, code in pairs if len(name) > 2 or not name.isascii())


@cache
def cities() -> Names:
    """The countries of big cities."""
    return gather((fold(row["name"]), row["country"]) for row in packaged.rows("cities.csv"))


@cache
def _name_rows() -> list[dict[str, str]]:
    return packaged.rows("country-names.csv")
