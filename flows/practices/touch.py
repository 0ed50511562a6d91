"""Supportive touch (Neff & Germer): gestures are tried, what soothes is kept. No touch is always an answer.

Touch can bring old things back, so it counts as near to feelings, and everything can be let go at once.
"""

from datetime import timedelta

from flows.dose import is_short
from flows.moment import Moment
from flows.noted import note, noted
from flows.practice import CLOSED, Go, Intensity, Pillar, Practice, Step
from flows.talk import Keep

DONE = "dose.done"
SILENCE = timedelta(seconds=30)
GESTURES = ("heart", "both-hands", "cheek", "belly", "arms", "own-hand")


def _keep_gesture(moment: Moment) -> None:
    gesture = moment.visit.notes["gesture"]
    moment.remember("kept", gesture)
    moment.do(Keep("gesture", gesture, name=gesture))


TRIED = {**dict.fromkeys(GESTURES, Go("feel", do=(note("gesture"),))), "no-touch": Go("without")}
GOOD = (Go(DONE, when=is_short, do=(_keep_gesture,)), Go("moment", do=(_keep_gesture,)))
WELCOME = Go(DONE, do=(note("moment"),))
OWN = Go("feel", do=(note("gesture"),))

TOUCH = Practice(
    "touch",
    origin="MSC",
    intensity=Intensity.EMOTION,
    opening="gesture",
    short="gesture",
    steps=(
        Step("gesture", answers=TRIED, free_text=OWN, columns=2, pillar=Pillar.SELF_KINDNESS),
        Step("feel", answers={"let-go": "another"}, pause=SILENCE, then="how"),
        Step(
            "how",
            answers={"soothing": GOOD, "nothing-much": "another", "unpleasant": "not-that", "enough": DONE},
            columns=2,
        ),
        Step("not-that", answers={"try-another": "another", "no-touch": "without", "enough": DONE}),
        Step("another", answers={**TRIED, "enough": DONE}, free_text=OWN, columns=2),
        Step(
            "without",
            answers={
                **dict.fromkeys(("blanket", "warm-cup", "look"), Go("beside", do=(note("instead"),))),
                "nothing": DONE,
            },
            free_text=Go("beside", do=(note("instead"),)),
            columns=2,
        ),
        Step("beside", answers={"enough": DONE}, pause=SILENCE, then=DONE),
        Step(
            "moment",
            answers={
                **dict.fromkeys(("waking", "before-sleep", "hard-talk", "waiting"), WELCOME),
                "skip": DONE,
            },
            free_text=WELCOME,
            columns=2,
        ),
        Step(
            "close",
            answers={"thanks": "door.after"},
            free_text=CLOSED,
            values=noted("kept", "instead", "moment"),
            lasting=True,
        ),
    ),
)
