"""How would I treat a friend? (Neff & Germer): the words and the tone for a friend, beside those for oneself."""

from flows.dose import is_short
from flows.noted import echo, has_note, keep_answer, keep_note, mark, note, noted
from flows.practice import CLOSED, Door, Go, Intensity, Pillar, Practice, Step

DONE = "dose.done"
AFTER_TONE = (Go("own", when=is_short), Go("deed"))
AFTER_OWN_TONE = (Go("offer", when=is_short), Go("fear"))
KEPT = mark("kept")

FRIEND = Practice(
    "friend",
    origin="MSC",
    intensity=Intensity.EMOTION,
    opening="friend",
    short="friend",
    steps=(
        Step("friend", free_text=Go("tone", do=(note("words"),)), answers={"cannot-tell": "tone"}),
        Step(
            "tone",
            answers=dict.fromkeys(("warm", "calm", "cheerful", "firm", "cannot-tell"), AFTER_TONE),
            free_text=AFTER_TONE,
            columns=2,
        ),
        Step(
            "deed",
            answers=dict.fromkeys(("listen", "sit-with", "warm-drink", "cannot-tell"), "own"),
            free_text="own",
            columns=2,
        ),
        Step(
            "own",
            free_text=Go("own-tone", do=(echo("friend-own-heard"),)),
            answers={"rather-not": "own-tone", "cannot-tell": "own-tone"},
            pillar=Pillar.MINDFULNESS,
        ),
        Step(
            "own-tone",
            answers={
                **dict.fromkeys(("harsh", "cold", "impatient", "mocking"), AFTER_OWN_TONE),
                "kind": Go("offer", say="friend-kind-already"),
            },
            free_text=AFTER_OWN_TONE,
            columns=2,
            pillar=Pillar.COMMON_HUMANITY,
        ),
        Step(
            "fear",
            answers=dict.fromkeys(("lazy", "weak", "unearned", "cannot-tell"), "change"),
            free_text="change",
        ),
        Step("change", free_text="offer", answers={"cannot-tell": "offer"}),
        Step(
            "keep",
            answers={
                "keep-them": Go(DONE, do=(keep_note("words"), KEPT)),
                "other-words": "phrase",
                "not-now": DONE,
            },
            values=noted("words"),
            pillar=Pillar.SELF_KINDNESS,
        ),
        Step(
            "phrase",
            free_text=Go(DONE, do=(keep_answer, note("words"), KEPT)),
            answers={"not-now": DONE},
        ),
        Step(
            "close",
            answers={"thanks": "door.after"},
            free_text=CLOSED,
            values=noted("words", "kept"),
            lasting=True,
        ),
    ),
    doors=(Door("offer", (Go("keep", when=has_note("words")), Go("phrase"))),),
)
