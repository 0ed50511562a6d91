"""Soothing rhythm breathing (Gilbert, CFT): a slow, even rhythm. Breath is one choice beside sound and an object.

Not a grounding: breath can frighten, and the pace that allows grounding only needs what works without it. It
settles the body and asks for no feeling, so it counts as behavioural.
"""

from datetime import timedelta

from flows.dose import is_short
from flows.practice import CLOSED, END, Go, Intensity, Practice, Step

DONE = "dose.done"
SHORTER = timedelta(seconds=45)
LONGER = timedelta(seconds=60)
FIRST_END = Go(DONE, when=is_short)
STOP = {"enough": DONE}
NO_BREATH = {"sound-instead": "sound", "hold-instead": "hold", **STOP}

BREATHING = Practice(
    "breathing",
    origin="CFT (Gilbert)",
    intensity=Intensity.BEHAVIOURAL,
    opening="company",
    short="company",
    steps=(
        Step("company", answers={"breath": "breath", "sound": "sound", "hold": "hold", "not-now": END}),
        Step("breath", answers=NO_BREATH, pause=SHORTER, then=(FIRST_END, Go("slower"))),
        Step("slower", answers=NO_BREATH, pause=LONGER, then="tone"),
        Step("sound", answers=STOP, pause=SHORTER, then=(FIRST_END, Go("far-sound"))),
        Step("far-sound", answers=STOP, pause=LONGER, then="tone"),
        Step("hold", answers=STOP, pause=SHORTER, then=(FIRST_END, Go("hold-slowly"))),
        Step("hold-slowly", answers=STOP, pause=LONGER, then="tone"),
        Step("tone", answers=STOP, pause=SHORTER, then=DONE),
        Step("close", answers={"thanks": "door.after"}, free_text=CLOSED, lasting=True),
    ),
)
