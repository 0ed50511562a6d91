"""A zone is found by city, country, offset or the time on somebody's wall, and shown with the time it is there."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import packaged
from flows.places import countries, find_zones, is_zone, zone_city, zone_label, zones_of
from flows.zones import fixed_zone, offset_of, zones_by_country

WINTER = datetime(2026, 11, 23, 21, 40, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


# ---- the zones of a country ---------------------------------------------------------------------------


def test_americans_choose_among_their_clocks_and_not_among_twenty_nine_names() -> None:
    assert zones_of("US")[:7] == (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
    )
    assert len(zones_of("US")) < 12


@pytest.mark.parametrize(
    ("country", "first"),
    [
        ("AU", "Australia/Sydney"),
        ("BR", "America/Sao_Paulo"),
        ("CA", "America/Toronto"),
        ("CL", "America/Santiago"),
        ("ES", "Europe/Madrid"),
        ("ID", "Asia/Jakarta"),
        ("MX", "America/Mexico_City"),
        ("NZ", "Pacific/Auckland"),
        ("PT", "Europe/Lisbon"),
        ("RU", "Europe/Moscow"),
        ("UA", "Europe/Kyiv"),
        ("NO", "Europe/Oslo"),
        ("XK", "Europe/Belgrade"),
    ],
)
def test_the_zone_of_most_people_comes_first(country: str, first: str) -> None:
    assert zones_of(country)[0] == first


@pytest.mark.parametrize("country", ["DE", "GB", "IN", "JP", "NL", "AR"])
def test_a_country_with_one_time_has_one_zone(country: str) -> None:
    assert len(zones_of(country)) == 1


def test_every_country_where_people_live_has_zones_with_different_clocks() -> None:
    without = {code for code in countries() if not zones_of(code)}
    assert without == {"BV", "HM"}  # Bouvet and Heard: nobody lives there
    assert all(is_zone(zone) for code in countries() for zone in zones_of(code))
    assert zones_of("??") == ()


def test_leaving_out_zones_leaves_out_no_clocks() -> None:
    for code in ("US", "CA", "RU"):
        kept = {offset_of(zone, at) for zone in zones_of(code) for at in (WINTER, SUMMER)}
        every = {offset_of(zone, at) for zone in zones_by_country()[code] for at in (WINTER, SUMMER)}
        assert kept == every


# ---- how a zone is shown ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("America/New_York", "New York"),
        ("Asia/Kolkata", "Kolkata"),
        ("Europe/Kyiv", "Kyiv"),
        ("Africa/Sao_Tome", "São Tomé"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("Etc/GMT-2", "UTC+2"),
        ("Etc/GMT+11", "UTC-11"),
        ("Etc/UTC", "UTC"),
    ],
)
def test_a_zone_is_shown_as_its_city(zone: str, city: str) -> None:
    assert zone_city(zone) == city


def test_a_city_is_named_in_the_language_of_the_person() -> None:
    assert zone_city("Europe/Lisbon", "de") == "Lissabon"
    assert zone_city("Europe/Lisbon", "pt-PT") == "Lisboa"


def test_a_button_tells_what_time_it_is_there() -> None:
    assert zone_label("America/New_York", WINTER) == "New York (16:40 now)"


@pytest.mark.parametrize(("name", "known"), [("Europe/Lisbon", True), ("Asia/Calcutta", True), ("Mars/Base", False),
                                             ("", False), ("Factory", False), ("../etc/passwd", False)])  # fmt: skip
def test_only_zones_of_the_tz_database_are_zones(name: str, known: bool) -> None:
    assert is_zone(name) is known


@pytest.mark.parametrize(
    ("hours", "zone"), [(2, "Etc/GMT-2"), (-3, "Etc/GMT+3"), (0, "Etc/UTC"), (5.5, None), (20, None)]
)
def test_a_fixed_zone_is_as_far_ahead_as_it_says(hours: float, zone: str | None) -> None:
    found = fixed_zone(timedelta(hours=hours))
    assert found == zone
    assert found is None or offset_of(found, WINTER) == timedelta(hours=hours)


# ---- what somebody typed ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("lisbon", "Europe/Lisbon"),
        ("Lissabon", "Europe/Lisbon"),
        ("Нью-Йорк", "America/New_York"),
        ("東京", "Asia/Tokyo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("mumbai", "Asia/Kolkata"),
        ("Kiev", "Europe/Kyiv"),
        ("barcelonna", "Europe/Madrid"),
        ("new yrok", "America/New_York"),
        ("I live in London", "Europe/London"),
        ("london, ontario", "America/Toronto"),
        ("California", "America/Los_Angeles"),
        ("eastern time", "America/New_York"),
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("Asia/Calcutta", "Asia/Calcutta"),
        ("japan", "Asia/Tokyo"),
        ("JST", "Asia/Tokyo"),
        ("UTC", "Etc/UTC"),
        ("UTC+2", "Etc/GMT-2"),
        ("gmt -3", "Etc/GMT+3"),
        ("+5:45", "Asia/Kathmandu"),
    ],
)
def test_a_zone_is_found_without_knowing_the_country(typed: str, zone: str) -> None:
    assert find_zones(typed, None, WINTER) == (zone,)


@pytest.mark.parametrize(
    ("typed", "country", "zones"),
    [
        ("UTC+1", "DE", ("Europe/Berlin",)),
        ("UTC+2", "DE", ("Europe/Berlin", "Etc/GMT-2")),
        ("-3", "BR", ("America/Sao_Paulo", "America/Fortaleza")),
        ("+5:30", "IN", ("Asia/Kolkata",)),
        ("it's 21:40", "GB", ("Europe/London",)),
        ("21:37", "GB", ("Europe/London",)),
        ("it's 4:40 pm", "US", ("America/New_York",)),
        ("1:40", "US", ("America/Los_Angeles",)),
        ("EST", "US", ("America/New_York",)),
        ("ET", "US", ("America/New_York",)),
        ("CEST", "ES", ("Europe/Madrid",)),
        ("IST", "IN", ("Asia/Kolkata",)),
        ("victoria", "CA", ("America/Vancouver", "Australia/Melbourne")),
        ("victoria", "AU", ("Australia/Melbourne", "America/Vancouver")),
        ("san jose", "CR", ("America/Costa_Rica", "America/Los_Angeles")),
    ],
)
def test_the_country_of_the_person_decides(typed: str, country: str, zones: tuple[str, ...]) -> None:
    assert find_zones(typed, country, WINTER) == zones


def test_a_traveller_finds_the_time_on_the_wall_abroad() -> None:
    found = find_zones("it's 6:41 am", "DE", WINTER)
    assert "Asia/Tokyo" in found
    assert {offset_of(zone, WINTER) for zone in found} == {timedelta(hours=9)}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "8",
        "hello",
        "later",
        "I don't know",
        "2:54",
        "UTC-14",
        "+99",
        "same as before",
        "🙂",
        "x y " * 1000,
    ],
)
def test_what_is_no_place_and_no_time_finds_nothing(typed: str) -> None:
    assert find_zones(typed, "US", WINTER) == ()


@given(typed=st.text(max_size=40), country=st.sampled_from([None, "US", "PT", "??"]))
def test_whatever_is_typed_gives_at_most_six_zones_that_exist(typed: str, country: str | None) -> None:
    found = find_zones(typed, country, WINTER)
    assert len(found) <= 6
    assert all(is_zone(zone) for zone in found)


def test_every_zone_is_found_by_its_own_city() -> None:
    every = [zone for zones in zones_by_country().values() for zone in zones]
    assert [zone for zone in every if zone not in find_zones(zone_city(zone), None, WINTER)] == []


def test_every_big_city_lies_in_a_zone_of_its_country() -> None:
    for row in packaged.rows("cities.csv"):
        assert row["zone"] in zones_by_country()[row["country"]], row
        assert row["zone"] in find_zones(row["name"], row["country"], WINTER), row


def test_every_zone_can_be_used() -> None:
    assert all(ZoneInfo(zone).key == zone for zones in zones_by_country().values() for zone in zones)
