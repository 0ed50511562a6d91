"""The country, in one tap or typed: asked, never guessed, because a wrong number in a bad hour is worse than none."""

from flows.crisis import numbers
from flows.moment import Moment
from flows.person import Person
from flows.places import COMMON, country_name, find_countries
from flows.practice import Dialogue, Door, Go, Step
from flows.talk import Answer


def _common(person: Person) -> tuple[Answer, ...]:
    return tuple(Answer(code, country_name(code, person.language)) for code in COMMON)


def _found(person: Person) -> tuple[Answer, ...]:
    codes = person.drafts.get("countries", "").split()
    return tuple(Answer(code, country_name(code, person.language)) for code in codes)


def _look_up(moment: Moment) -> None:
    moment.draft("countries", " ".join(find_countries(moment.note)))


def _one_found(moment: Moment) -> bool:
    return len(moment.person.drafts.get("countries", "").split()) == 1


def _some_found(moment: Moment) -> bool:
    return bool(moment.person.drafts.get("countries"))


def _take(moment: Moment) -> None:
    moment.change(country=moment.answer)
    _confirm(moment)


def _take_found(moment: Moment) -> None:
    moment.change(country=moment.person.drafts["countries"])
    _confirm(moment)


def _confirm(moment: Moment) -> None:
    moment.change(asked_country=True)
    moment.draft("countries", "")
    moment.say_first("country-set", numbers(moment))


def _skip(moment: Moment) -> None:
    moment.change(asked_country=True)


TYPED = Go("typed", do=(_look_up,))
PICKED = Go("door.country-set", do=(_take,))

COUNTRY = Dialogue(
    "country",
    steps=(
        Step(
            "ask",
            options=_common,
            picked=PICKED,
            columns=3,
            free_text=TYPED,
            answers={"other-country": "type", "skip": Go("door.country-set", do=(_skip,))},
        ),
        Step("type", free_text=TYPED, answers={"skip": Go("door.country-set", do=(_skip,))}),
        Step(
            "which",
            options=_found,
            picked=PICKED,
            free_text=TYPED,
            answers={"other-country": "type", "skip": Go("door.country-set", do=(_skip,))},
        ),
    ),
    doors=(
        Door(
            "typed",
            (
                Go("door.country-set", when=_one_found, do=(_take_found,)),
                Go("which", when=_some_found),
                Go("type", say="country-unclear"),
            ),
        ),
    ),
)
