"""The self-compassion break (Neff & Germer): mindfulness, common humanity, self-kindness, in this order."""

from collections.abc import Mapping
from datetime import timedelta

from flows.dose import is_short
from flows.listening import name_it
from flows.moment import Moment
from flows.practice import CLOSED, Go, Intensity, Pillar, Practice, Step
from flows.speaking import quoted
from flows.talk import Keep

SILENCE = timedelta(seconds=30)
DONE = "dose.done"


def _need(moment: Moment) -> Mapping[str, str]:
    """The need that was named, or "none": the short form does not ask, and nothing is an answer."""
    need = moment.visit.notes.get("need", "none")
    return {"need": "none" if moment.visit.notes.get("needs_nothing") else quoted(need)}


def _needs_nothing(moment: Moment) -> None:
    moment.remember("needs_nothing", "yes")


def _keep_phrase(moment: Moment) -> None:
    moment.do(Keep("kind-words", moment.note))


HEARD = (
    Go("mindful", when=is_short, do=(name_it,)),
    Go("locate", do=(name_it,)),
)
UNNAMED = (
    Go("mindful", when=is_short, say="not-knowing"),
    Go("locate", say="not-knowing"),
)
KIND = (Go(DONE, when=is_short, do=(_keep_phrase,)), Go("need", do=(_keep_phrase,)))

BREAK = Practice(
    "break",
    origin="MSC",
    intensity=Intensity.EMOTION,
    opening="notice",
    short="notice",
    steps=(
        Step(
            "notice",
            answers={
                **dict.fromkeys(("shame", "sadness", "fear", "anger", "tightness"), HEARD),
                "cannot-tell": UNNAMED,
            },
            free_text=HEARD,
            note_as="feeling",
            columns=3,
        ),
        Step(
            "locate",
            answers=dict.fromkeys(
                ("chest", "throat", "stomach", "shoulders", "head", "cannot-tell"), "mindful"
            ),
            free_text="mindful",
            note_as="place",
            columns=3,
        ),
        Step(
            "mindful",
            answers={"said-it": "humanity", "own-words": "mindful-own"},
            pillar=Pillar.MINDFULNESS,
            columns=2,
        ),
        Step("mindful-own", free_text="humanity", answers={"said-it": "humanity"}, note_as="mindful_words"),
        Step(
            "humanity",
            pause=SILENCE,
            then=(Go("kindness", when=is_short), Go("touch")),
            pillar=Pillar.COMMON_HUMANITY,
        ),
        Step(
            "touch",
            answers=dict.fromkeys(("heart", "belly", "cheek", "own-hand", "no-touch"), "resting"),
            free_text="resting",
            note_as="gesture",
            columns=2,
        ),
        Step("resting", pause=SILENCE, then="kindness"),
        Step(
            "kindness",
            answers={
                **dict.fromkeys(("may-i-be-kind", "did-what-i-could", "not-alone"), KIND),
                "write-it": "write",
            },
            free_text=KIND,
            note_as="phrase",
            pillar=Pillar.SELF_KINDNESS,
        ),
        Step("write", free_text=KIND, answers={"may-i-be-kind": KIND}, note_as="phrase"),
        Step(
            "need",
            answers={
                **dict.fromkeys(("warm-drink", "some-air", "a-voice", "rest"), DONE),
                "nothing": Go(DONE, do=(_needs_nothing,)),
            },
            free_text=DONE,
            note_as="need",
            columns=2,
        ),
        Step("close", answers={"thanks": "door.after"}, free_text=CLOSED, values=_need, lasting=True),
    ),
)
