"""Meeting the inner critic (Neff & Germer; parts language after Schwartz, IFS): heard, understood, answered.

A voice that sounds like somebody who did harm is neither thanked nor searched for good intentions: from `apart`
no way leads to `protect` or `thank`.
"""

from datetime import timedelta

from flows.dose import is_short
from flows.moment import Moment
from flows.noted import echo, keep_answer, noted
from flows.practice import CLOSED, Go, Intensity, Pillar, Practice, Step
from flows.talk import Said
from flows.understand.traits import names_trait

SILENCE = timedelta(seconds=30)
DONE = "dose.done"


def _trait(moment: Moment) -> bool:
    return isinstance(moment.incoming, Said) and names_trait(moment.incoming.text)


DEED = (echo("critic-deed-heard"),)
VOICE = (echo("critic-voice-heard"),)
HEARD = (Go("hurt", when=is_short, do=VOICE), Go("tone", do=VOICE))
UNHEARD = (Go("hurt", when=is_short), Go("tone"))
AFTER_SHARED = (Go("words", when=is_short), Go("voice"))
KIND = Go(DONE, do=(keep_answer,))

CRITIC = Practice(
    "critic",
    origin="MSC, IFS",
    intensity=Intensity.EMOTION,
    opening="behaviour",
    short="behaviour",
    steps=(
        Step(
            "behaviour",
            answers=dict.fromkeys(("putting-off", "snapping", "not-finishing", "saying-yes"), "says"),
            free_text=(Go("trait", when=_trait, do=(echo("critic-trait-heard"),)), Go("says", do=DEED)),
            columns=2,
        ),
        Step("trait", free_text=Go("says", do=DEED), answers={"cannot-tell": "says"}),
        Step("says", free_text=HEARD, answers=dict.fromkeys(("rather-not", "cannot-tell"), UNHEARD)),
        Step(
            "tone",
            answers=dict.fromkeys(("harsh", "cold", "let-down", "mocking", "worried"), "hurt"),
            free_text="hurt",
            columns=2,
        ),
        Step(
            "hurt",
            answers=dict.fromkeys(("sad", "small", "ashamed", "angry", "cannot-tell"), "shared"),
            free_text="shared",
            columns=2,
            pillar=Pillar.MINDFULNESS,
        ),
        Step("shared", pause=SILENCE, then=AFTER_SHARED, pillar=Pillar.COMMON_HUMANITY),
        # Whoever answers in words of their own may be naming that person: the careful way.
        Step("voice", answers={"yes": "apart", "no": "protect", "rather-not": "apart"}, free_text="apart"),
        Step("apart", answers={"go-on": "words", "enough": DONE}),
        Step(
            "protect",
            answers={
                **dict.fromkeys(("failing", "rejection", "being-hurt", "falling-behind"), "thank"),
                "nothing-good": "words",
                "cannot-tell": "words",
            },
            free_text="thank",
        ),
        Step("thank", answers={"said-it": "words", "not-this-time": "words"}),
        Step(
            "words",
            answers={
                **dict.fromkeys(("on-your-side", "may-learn", "enough-as-is"), KIND),
                "write-it": "write",
            },
            free_text=KIND,
            note_as="phrase",
            pillar=Pillar.SELF_KINDNESS,
        ),
        Step("write", free_text=KIND, answers={"on-your-side": KIND}, note_as="phrase"),
        Step(
            "close",
            answers={"thanks": "door.after"},
            free_text=CLOSED,
            values=noted("phrase"),
            lasting=True,
        ),
    ),
)
