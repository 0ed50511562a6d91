"""Kindness in daily life (Neff & Germer): body, mind, feelings, others, spirit; one small act, now or later today.

It works by doing, not by feeling: the gentlest way back after backdraft. An act for later is noted as `act`, with
`homework`, until the visit ends.
"""

from flows import dose
from flows.noted import mark, noted
from flows.practice import CLOSED, Go, Intensity, Pillar, Practice, Step, Ways

DONE = "dose.done"
AREAS = ("body", "mind", "feelings", "others", "spirit")


def _acts(name: str, *acts: str) -> Step:
    """Small acts to choose from; one's own is as good."""
    answers: dict[str, Ways] = dict.fromkeys(acts, "when")
    return Step(name, answers=answers, free_text="when", note_as="act", columns=2)


KINDNESS = Practice(
    "kindness",
    origin="MSC",
    intensity=Intensity.BEHAVIOURAL,
    opening="area",
    short="act",
    steps=(
        Step(
            "area",
            answers={area: area for area in AREAS},
            columns=3,
            pillar=Pillar.SELF_KINDNESS,
        ),
        _acts("body", "drink", "stretch", "lie-down", "wash", "walk"),
        _acts("mind", "one-less", "away-phone", "music", "window", "ask-less"),
        _acts("feelings", "kind-line", "let-cry", "soft-thing", "talk-to", "old-photo"),
        _acts("others", "thank", "message", "ask-help", "say-no", "smile"),
        _acts("spirit", "sky", "candle", "quiet", "plant", "what-matters"),
        _acts("act", "drink", "stretch", "window", "message", "sky"),
        Step(
            "when",
            answers={
                "now": "doing",
                "later": Go(DONE, do=(mark("homework"), mark("outcome", "later"))),
                "not-now": DONE,
            },
            values=noted("act"),
            columns=2,
        ),
        Step(
            "doing",
            answers={
                "did-it": Go(DONE, do=(mark("outcome", "did"), dose.renew)),
                "did-not": Go(DONE, do=(mark("outcome", "tried"), dose.renew), say="kindness-trying"),
            },
            columns=2,
            lasting=True,
        ),
        Step(
            "close",
            answers={"thanks": "door.after"},
            free_text=CLOSED,
            values=noted("act", "outcome"),
            lasting=True,
        ),
    ),
)
