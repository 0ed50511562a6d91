"""Soles of the feet (Singh et al.): attention moves to where the body meets the ground."""

from datetime import timedelta

from flows.practice import CLOSED, Intensity, Practice, Step

FEET = Practice(
    "feet",
    origin="Singh et al.",
    intensity=Intensity.GROUNDING,
    opening="arrive",
    steps=(
        Step(
            "arrive",
            answers=dict.fromkeys(("standing", "sitting", "hands"), "feel"),
            free_text="feel",
            columns=3,
        ),
        Step("feel", pause=timedelta(seconds=30), then="rock"),
        Step("rock", pause=timedelta(seconds=30), then="walk"),
        Step("walk", pause=timedelta(seconds=45), then="appreciate"),
        Step("appreciate", pause=timedelta(seconds=15), then="dose.done"),
        Step("close", answers={"thanks": "door.after"}, free_text=CLOSED, lasting=True),
    ),
)
