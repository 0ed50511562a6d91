"""The question before and after every practice, and where each number leads."""

from datetime import timedelta

from flows import crisis, dose, pace
from flows.listening import overwhelmed
from flows.moment import Moment
from flows.practice import BACKDRAFT, END, Action, Dialogue, Door, Go, Guard, Intensity, Practice, Step
from flows.safety import Kind

SETTLING = timedelta(seconds=60)
KEEP_BEFORE = (dose.rate_before,)
KEEP_AFTER = (dose.rate_after,)
TOO_STRONG = Go("fire", when=dose.too_high, do=KEEP_BEFORE, say="too-strong")
STOP = Go(BACKDRAFT, when=overwhelmed)
ELSEWHERE = {"feet": "door.feet", "senses": "door.senses", "people": "backdraft.people", "not-now": END}


def dosing(practices: tuple[Practice, ...]) -> Dialogue:
    """One dialogue for all practices: the first step of each is behind the doors `full` and `short`."""
    return Dialogue(
        "dose",
        steps=(*_emotion_steps(), *_grounding_steps()),
        doors=(
            Door("full", (*_openings(practices), Go(END))),
            Door("short", (*_openings(practices, short=True), Go(END))),
            Door("closing", (*_closings(practices), Go(END))),
            Door("done", (Go("after-ground", when=_grounding(practices)), Go("after"))),
        ),
        of_visit=True,
    )


def _high_in_a_hold(moment: Moment) -> bool:
    return pace.held(moment) and dose.high(moment)


def _emotion_steps() -> tuple[Step, ...]:
    return (
        Step(
            "before",
            scale=(
                TOO_STRONG,
                Go("settle", when=dose.high, do=KEEP_BEFORE),
                Go("short", when=dose.is_short, do=KEEP_BEFORE),
                Go("short", when=pace.gentle, do=KEEP_BEFORE),
                Go("form", do=KEEP_BEFORE),
            ),
            answers={"not-now": END},
            free_text=Go("home.overwhelmed", when=overwhelmed),
        ),
        Step("form", answers={"full": "full", "short": "short", "not-now": END}),
        Step("settle", pause=SETTLING, then="settled", free_text=STOP),
        Step(
            "settled",
            scale=(
                TOO_STRONG,
                Go("support", when=dose.high, do=KEEP_BEFORE, say="not-settled"),
                Go("short", do=KEEP_BEFORE),
            ),
            free_text=Go("support", when=overwhelmed),
        ),
        Step(
            "fire",
            answers={
                "yes": Go("crisis.card", do=(crisis.hold(Kind.SUICIDE),)),
                "sometimes": Go("crisis.card", do=(crisis.hold(Kind.SUICIDE),), say="crisis-sometimes"),
                "no": "support",
            },
            free_text=Go("fire", say="check-again"),
            lasting=True,
        ),
        Step("support", answers=ELSEWHERE),
        Step(
            "after",
            scale=(
                Go(BACKDRAFT, when=dose.worsened, do=KEEP_AFTER, say="rating-rose"),
                Go("closing", do=KEEP_AFTER),
            ),
            free_text=STOP,
        ),
    )


def _grounding_steps() -> tuple[Step, ...]:
    return (
        Step(
            "before-ground",
            scale=Go("full", do=KEEP_BEFORE),
            answers={"skip": "full", "not-now": END},
            free_text=Go("full", when=overwhelmed),
            columns=2,
        ),
        Step(
            "after-ground",
            scale=(
                Go("crisis.hold", when=_high_in_a_hold, do=KEEP_AFTER),
                Go("fire", when=dose.too_high, do=KEEP_AFTER, say="too-strong-still"),
                Go("still-high", when=dose.high, do=KEEP_AFTER),
                Go("closing", do=KEEP_AFTER),
            ),
            free_text=Go("still-high", when=overwhelmed),
            answers={"skip": Go("closing", do=(dose.unrated,))},
        ),
        Step("still-high", answers=ELSEWHERE),
    )


def _openings(practices: tuple[Practice, ...], short: bool = False) -> tuple[Go, ...]:
    do: tuple[Action, ...] = (dose.form("short"),) if short else ()
    return tuple(
        Go(f"{p.name}.{(short and p.short) or p.opening}", when=dose.visiting(p.name), do=do)
        for p in practices
    )


def _closings(practices: tuple[Practice, ...]) -> tuple[Go, ...]:
    return tuple(Go(f"{p.name}.{p.closing}", when=dose.visiting(p.name)) for p in practices)


def _grounding(practices: tuple[Practice, ...]) -> Guard:
    names = {p.name for p in practices if p.intensity is Intensity.GROUNDING}
    return lambda moment: moment.visit.practice in names
