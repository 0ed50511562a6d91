"""How pace is explained, and how it goes up: one rung, at the person's word."""

from flows import pace
from flows.practice import END, Dialogue, Go, Step

CLIMB = Go(END, do=(pace.climb, pace.close_visit))
NOT_YET = Go(END, do=(pace.close_visit,), say="not-yet")

LADDER = Dialogue(
    "ladder",
    steps=(
        Step("closed", answers={"ground": "door.ground", "ready-for-more": "door.pace", "not-now": END}),
        Step("gentle", answers={"gently": CLIMB, "not-yet": NOT_YET}),
        Step("full", answers={"all-open": CLIMB, "not-yet": NOT_YET}),
    ),
)
