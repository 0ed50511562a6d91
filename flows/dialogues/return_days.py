"""The question on which day a letter comes back: asked after writing one, and again when it is put off."""

from flows import returning
from flows.practice import Door, Go, Step


def return_steps(then: str, never: str) -> tuple[Step, ...]:
    """The question, and the typed day said back; `then` comes after a day, `never` after none."""
    return (
        Step(
            "when",
            answers={
                "tomorrow": Go(then, do=(returning.comes_back_in(days=1),)),
                "in-a-week": Go(then, do=(returning.comes_back_in(days=7),)),
                "in-a-month": Go(then, do=(returning.comes_back_in(months=1),)),
                "not-at-all": Go(never, do=(returning.stay_put,)),
            },
            free_text=Go("typed-day", do=(returning.typed_day,)),
            columns=2,
            lasting=True,
        ),
        Step(
            "day",
            says="letter-day",
            answers={"yes": Go(then, do=(returning.take_day,)), "another-day": "when"},
            free_text=Go("typed-day", do=(returning.typed_day,)),
            values=returning.day_in_words,
            columns=2,
            lasting=True,
        ),
    )


RETURN_DOOR = Door("typed-day", (Go("day", when=returning.day_found), Go("when", say="letter-day-unclear")))
