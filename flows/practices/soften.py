"""Soften, soothe, allow (Germer & Neff): a feeling that is held in the body is given room, not removed."""

from datetime import timedelta

from flows.dose import is_short
from flows.listening import name_it
from flows.noted import note, noted
from flows.practice import CLOSED, Go, Intensity, Pillar, Practice, Step

SILENCE = timedelta(seconds=45)
DONE = "dose.done"
ENOUGH = {"enough": DONE}

NAMED = Go("locate", do=(name_it, note("feeling")))
UNNAMED = Go("locate", say="not-knowing")
SOOTHE = (Go("soothe-briefly", when=is_short), Go("soothe"))

SOFTEN = Practice(
    "soften",
    origin="MSC",
    intensity=Intensity.EMOTION,
    opening="choose",
    short="name",
    steps=(
        Step("choose", answers={"have-it": "name", "ground-first": "dose.support"}),
        Step(
            "name",
            answers={
                **dict.fromkeys(("sadness", "fear", "anger", "shame", "loneliness"), NAMED),
                "cannot-tell": UNNAMED,
            },
            free_text=NAMED,
            columns=3,
            pillar=Pillar.MINDFULNESS,
        ),
        Step(
            "locate",
            answers=dict.fromkeys(
                ("chest", "throat", "stomach", "shoulders", "head", "cannot-tell"), "soften"
            ),
            free_text="soften",
            note_as="place",
            columns=3,
            pillar=Pillar.COMMON_HUMANITY,
        ),
        Step("soften", answers={"resists": "edges", **ENOUGH}, pause=SILENCE, then=SOOTHE),
        Step("edges", answers=ENOUGH, pause=SILENCE, then=SOOTHE),
        Step(
            "soothe",
            answers={
                **dict.fromkeys(("there", "heart", "own-hand"), "soothing"),
                "no-touch": "warmth",
                **ENOUGH,
            },
            free_text="soothing",
            note_as="gesture",
            pillar=Pillar.SELF_KINDNESS,
        ),
        Step("soothing", answers=ENOUGH, pause=SILENCE, then="allow"),
        Step("warmth", answers=ENOUGH, pause=SILENCE, then="allow"),
        Step("soothe-briefly", answers=ENOUGH, pause=SILENCE, then="allow"),
        Step("allow", answers=ENOUGH, pause=SILENCE, then=DONE),
        Step(
            "close",
            answers={"thanks": "door.after"},
            free_text=CLOSED,
            values=noted("feeling"),
            lasting=True,
        ),
    ),
)
