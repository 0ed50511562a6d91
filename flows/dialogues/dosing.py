"""The question before and after every practice, and where each number leads."""

from datetime import timedelta

from flows import crisis, dose, pace
from flows.practice import BACKDRAFT, END, Action, Dialogue, Door, Go, Guard, Intensity, Practice, Step
from flows.safety import Kind

SETTLING = timedelta(seconds=60)
KEEP_BEFORE = (dose.rate_before,)
KEEP_AFTER = (dose.rate_after,)
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
    )


def _emotion_steps() -> tuple[Step, ...]:
    return (
        Step(
            "before",
            scale=(
                Go("fire", when=dose.too_high, do=KEEP_BEFORE),
                Go("settle", when=dose.high, do=KEEP_BEFORE),
                Go("short", when=dose.is_short, do=KEEP_BEFORE),
                Go("short", when=pace.gentle, do=KEEP_BEFORE),
                Go("form", do=KEEP_BEFORE),
            ),
            answers={"not-now": END},
        ),
        Step("form", answers={"full": "full", "short": "short", "not-now": END}),
        Step("settle", pause=SETTLING, then="settled"),
        Step(
            "settled",
            scale=(
                Go("fire", when=dose.too_high, do=KEEP_BEFORE),
                Go("support", when=dose.high, do=KEEP_BEFORE, say="not-settled"),
                Go("short", do=KEEP_BEFORE),
            ),
        ),
        Step(
            "fire",
            answers={
                "yes": Go("crisis.card", do=(crisis.hold(Kind.SUICIDE),)),
                "sometimes": Go("crisis.card", do=(crisis.hold(Kind.SUICIDE),), say="crisis-sometimes"),
                "no": "support",
            },
        ),
        Step("support", answers=ELSEWHERE),
        Step(
            "after",
            scale=(
                Go(BACKDRAFT, when=dose.worsened, do=KEEP_AFTER, say="rating-rose"),
                Go("closing", do=KEEP_AFTER),
            ),
        ),
    )


def _grounding_steps() -> tuple[Step, ...]:
    return (
        Step(
            "before-ground",
            scale=Go("full", do=KEEP_BEFORE),
            answers={"skip": "full", "not-now": END},
            columns=2,
        ),
        Step(
            "after-ground",
            scale=(
                Go("fire", when=dose.too_high, do=KEEP_AFTER),
                Go("still-high", when=dose.high, do=KEEP_AFTER),
                Go("closing", do=KEEP_AFTER),
            ),
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
