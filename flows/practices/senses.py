"""Five senses, 5-4-3-2-1 (common practice): the room is named back into being, with open eyes."""

from flows.practice import CLOSED, Intensity, Practice, Step

SENSES = Practice(
    "senses",
    origin="common practice",
    intensity=Intensity.GROUNDING,
    opening="see",
    steps=(
        Step("see", answers={"done": "feel"}, free_text="feel"),
        Step("feel", answers={"done": "hear"}, free_text="hear"),
        Step("hear", answers={"done": "smell"}, free_text="smell"),
        Step("smell", answers={"done": "taste"}, free_text="taste"),
        Step("taste", answers={"done": "dose.done"}, free_text="dose.done"),
        Step("close", answers={"thanks": "door.after"}, free_text=CLOSED, lasting=True),
    ),
)
