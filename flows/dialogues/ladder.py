"""How pace is explained, and how it goes up: one rung, at the person's word."""

from flows import pace
from flows.practice import END, Dialogue, Go, Step

GENTLY = Go(END, do=(pace.climb, pace.close_visit), say="gently-open")
ALL_OPEN = Go(END, do=(pace.climb, pace.close_visit), say="all-open-now")
NOT_YET = Go(END, do=(pace.close_visit,), say="not-yet")

LADDER = Dialogue(
    "ladder",
    steps=(
        Step("closed", answers={"ground": "door.ground", "ready-for-more": "door.pace", "not-now": END}),
        Step("gentle", answers={"gently": GENTLY, "not-yet": NOT_YET}),
        Step("full", answers={"all-open": ALL_OPEN, "not-yet": NOT_YET}),
    ),
)
