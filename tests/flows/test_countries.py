"""A country is found however a person writes it, and nothing that is no country is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import packaged
from flows.helplines import emergency, lines_for
from flows.places import COMMON, countries, country_name, find_countries
from tests.flows import make_names


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("uk", "GB"),
        ("U.K.", "GB"),
        ("Great Britain", "GB"),
        ("england", "GB"),
        ("germny", "DE"),
        ("Deutschland", "DE"),
        ("Allemagne", "DE"),
        ("de", "DE"),
        ("DEU", "DE"),
        ("🇵🇹", "PT"),
        ("england 🇬🇧", "GB"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "GB"),
        ("usa", "US"),
        ("u.s.a.", "US"),
        ("the states", "US"),
        ("Brasil", "BR"),
        ("Россия", "RU"),
        ("中国", "CN"),
        ("الهند", "IN"),
        ("भारत", "IN"),
        ("cote d'ivoire", "CI"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("kosovo", "XK"),
        ("new zeland", "NZ"),
        ("phillipines", "PH"),
        ("spian", "ES"),
        ("I live in the Netherlands", "NL"),
        ("london", "GB"),
        ("im in berlin", "DE"),
        ("germ", "DE"),
    ],
)
def test_a_country_is_found_as_people_write_it(typed: str, code: str) -> None:
    assert find_countries(typed) == (code,)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("united", ("GB", "US", "AE")),
        ("Korea", ("KR", "KP")),
        ("congo", ("CD", "CG")),
        ("georgia", ("GE", "US")),
    ],
)
def test_what_may_be_several_is_offered_as_several(typed: str, codes: tuple[str, ...]) -> None:
    assert find_countries(typed) == codes
    assert find_countries(typed, limit=1) == codes[:1]


@pytest.mark.parametrize(
    "typed",
    ["", " ", "asdfgh", "no", "NO", "in", "me", "it", "y", "can", "pain", "panic", "nice", "help", "hello",
     "maybe later", "skip", "nothing", "I don't know", "none of your business", "?", "🙂", "12", "/start", "x" * 4000],
)  # fmt: skip
def test_what_is_no_country_is_not_taken_for_one(typed: str) -> None:
    assert find_countries(typed) == ()


@given(st.text(max_size=80))
def test_whatever_is_typed_gives_countries_that_exist(typed: str) -> None:
    assert set(find_countries(typed)) <= set(countries())


@pytest.mark.parametrize("language", ["en", "de", "pt", "ru", "ar", "hi", "zh", "ja"])
def test_every_country_is_found_by_its_name(language: str) -> None:
    missed = [code for code in countries() if code not in find_countries(country_name(code, language))]
    assert missed == []


def test_there_are_all_countries_of_the_world() -> None:
    assert len(countries()) == 250
    assert {"GB", "XK", "PS", "TW", "VA"} <= set(countries())


def test_a_country_is_named_in_the_language_of_the_person() -> None:
    assert country_name("DE") == "Germany"
    assert country_name("DE", "pt-BR") == "Alemanha"
    assert country_name("ZZZ") == "ZZZ"


def test_the_countries_with_a_button_come_by_name_and_have_somebody_to_call() -> None:
    names = [country_name(code) for code in COMMON]
    assert names == sorted(names)
    assert all(emergency(code) and lines_for(code, "crisis") for code in COMMON)
    assert 14 <= len(COMMON) <= 17


def test_every_other_name_and_city_stands_for_a_country_that_exists() -> None:
    for table in ("country-aliases.csv", "cities.csv"):
        assert {row["country"] for row in packaged.rows(table)} <= set(countries())


def test_the_names_are_those_of_the_installed_cldr() -> None:
    """When this fails after an update of Babel or tzdata: python -m tests.flows.make_names"""
    assert (make_names.DATA / "country-names.csv").read_text(encoding="utf-8") == make_names.written(
        make_names.country_names()
    )
    assert (make_names.DATA / "city-names.csv").read_text(encoding="utf-8") == make_names.written(
        make_names.city_names()
    )
