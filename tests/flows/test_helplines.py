"""Whom a person is sent to: every row of our files holds, and the right line comes first."""

import re
from datetime import date, timedelta

import pytest

from flows import helplines, packaged
from flows.helplines import DIRECTORY, WORLD, Helpline, describe, lines_for, needs_check
from flows.places import countries

TODAY = date(2026, 11, 23)
EVERY_LINE = [
    line
    for country in (*countries(), WORLD)
    for kind in ("crisis", "abuse", "poison", "youth")
    for line in lines_for(country, kind)
]


def line(**changes: object) -> Helpline:
    """Samaritans, with some fields changed."""
    fields: dict[str, object] = {
        "country": "GB", "kind": "crisis", "service": "Samaritans", "phone": "116 123", "text": "", "url": "",
        "hours": "24/7", "grade": "A", "checked": TODAY,
    }  # fmt: skip
    return Helpline(**(fields | changes))  # type: ignore[arg-type]  # the tests give what the field takes


def services(country: str | None, kind: helplines.Kind) -> list[str]:
    return [line.service for line in lines_for(country, kind)]


# ---- the numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("country", "number", "police"),
    [
        ("GB", "999", "999"),
        ("US", "911", "911"),
        ("AU", "000", "000"),
        ("DE", "112", "112"),
        ("BR", "192", "190"),
        ("JP", "119", "110"),
        ("AT", "144", "112"),
    ],
)
def test_somebody_in_danger_from_a_person_gets_the_police(country: str, number: str, police: str) -> None:
    assert (helplines.emergency(country), helplines.police(country)) == (number, police)


@pytest.mark.parametrize("country", [None, "", "XX", "gb"])
def test_no_number_is_made_up_for_a_country_that_we_do_not_know(country: str | None) -> None:
    assert helplines.emergency(country) is None
    assert helplines.police(country) is None
    assert lines_for(country, "crisis") == ()


def test_every_emergency_number_can_be_dialled_and_its_country_exists() -> None:
    for found in helplines.emergencies():
        assert found.country in countries()
        assert re.fullmatch(r"[\d -]+", found.number), found.country
        assert re.fullmatch(r"[\d -]*", found.police), found.country


# ---- the order ----------------------------------------------------------------------------------------


def test_a_line_for_everybody_comes_before_one_for_the_young() -> None:
    assert services("GB", "crisis") == ["Samaritans", "Shout", "Childline (under 19s)"]
    assert services("AU", "crisis")[-1] == "Kids Helpline (5-25)"
    assert services("CA", "crisis")[-1] == "Kids Help Phone (youth)"
    assert services("RU", "crisis")[-1].startswith("Children's helpline")


def test_no_line_for_the_young_is_the_first_answer_to_a_crisis() -> None:
    firsts = [lines_for(country, "crisis")[0] for country in countries() if lines_for(country, "crisis")]
    assert not [
        first for first in firsts if re.search("child|kid|youth|jugend", first.service, re.IGNORECASE)
    ]


def test_round_the_clock_comes_first_and_what_is_doubtful_last() -> None:
    assert services("CL", "crisis")[0].startswith("Línea *4141")
    assert services("LK", "crisis") == ["National Mental Health Helpline", "Sumithrayo"]
    assert services("IT", "poison")[-1].endswith("(Milano)")


def test_an_unverified_line_never_comes_before_a_surer_one() -> None:
    for country in countries():
        adults = (*lines_for(country, "abuse"), *lines_for(country, "poison"))
        for kind in ("abuse", "poison"):
            doubtful = [line.grade == "C" for line in adults if line.kind == kind]
            assert doubtful == sorted(doubtful), (country, kind)


# ---- how sure we are ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({}, False),
        ({"checked": TODAY - timedelta(days=365)}, False),
        ({"checked": TODAY - timedelta(days=366)}, True),
        ({"checked": None}, True),
        ({"grade": "B"}, True),
        ({"grade": "C"}, True),
    ],
)
def test_a_line_is_trusted_for_a_year_when_somebody_saw_it(changes: dict[str, object], check: bool) -> None:
    assert needs_check(line(**changes), TODAY) is check


def test_what_has_to_be_verified_grows_with_time_until_it_is_everything() -> None:
    now, later = helplines.to_verify(TODAY), helplines.to_verify(TODAY + timedelta(days=400))
    assert 0 < len(now) < len(later) == len(EVERY_LINE)


# ---- what is read -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Samaritans: 116 123 (24/7)"),
        ({"hours": ""}, "Samaritans: 116 123"),
        ({"phone": "", "text": "SHOUT to 85258"}, "Samaritans: text SHOUT to 85258 (24/7)"),
        ({"text": "WhatsApp 12 34"}, "Samaritans: 116 123, WhatsApp 12 34 (24/7)"),
        ({"text": "chat https://a.org"}, "Samaritans: 116 123, chat https://a.org (24/7)"),
        ({"phone": "", "url": "https://a.org"}, "Samaritans: https://a.org (24/7)"),
        ({"phone": "", "hours": ""}, "Samaritans"),
        ({"grade": "B"}, "Samaritans: 116 123 (24/7, please check locally)"),
        ({"grade": "B", "hours": ""}, "Samaritans: 116 123 (please check locally)"),
    ],
)
def test_a_line_is_read_in_one_glance(changes: dict[str, object], said: str) -> None:
    assert describe(line(**changes), TODAY) == said


def test_its_words_can_be_in_another_language() -> None:
    there = line(text="988", grade="B")
    assert describe(there, TODAY, sms="SMS", check="bitte prüfen") == (
        "Samaritans: 116 123, SMS 988 (24/7, bitte prüfen)"
    )


def test_every_line_says_something_that_can_be_done_and_nothing_of_how_we_found_it() -> None:
    for found in EVERY_LINE:
        said = describe(found, TODAY)
        assert said.count("\n") == 0
        assert re.search(r"\d|https://|GP", said), said
        assert not re.search(r"sources|list\)|registry|per file|\(20\d\d\)|http://", said), said


# ---- the files ----------------------------------------------------------------------------------------


def test_every_row_of_the_file_is_reached_by_a_country_that_we_know() -> None:
    assert len(EVERY_LINE) == len(packaged.rows("helplines.csv"))


@pytest.mark.parametrize("found", EVERY_LINE, ids=lambda found: f"{found.country}-{found.service}")
def test_a_row_keeps_the_rules_of_the_file(found: Helpline) -> None:
    texts = r"([A-Z]+ to )?[\d -]+|WhatsApp [+()\d -]+|chat https://\S+( \([\d:-]+\))?|"
    assert re.fullmatch(texts, found.text)
    assert re.fullmatch(r"[\d+*#].*|", found.phone)
    assert (found.grade == "A") == (found.checked is not None)


def test_every_row_names_where_it_comes_from() -> None:
    for name in ("helplines.csv", "emergency-numbers.csv"):
        assert all(row["source"] for row in packaged.rows(name))


def test_the_directory_of_the_world_is_one_of_its_lines() -> None:
    assert DIRECTORY in [line.url for line in lines_for(WORLD, "crisis")]
