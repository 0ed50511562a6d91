"""When somebody's life or safety may be at stake: a card for each kind, the hold, and the way back.

It outranks everything. A later protocol deepens it; what never changes: numbers first, no method details, no
promises, "I meant something else" everywhere, and the hold ends at the person's word.
"""

from flows import consent, crisis
from flows.practice import Dialogue, Door, Go, Step, Ways
from flows.safety import Kind

COMMON: dict[str, Ways] = {
    "ground": "door.ground",
    "choose-country": "country.ask",
    "meant-else": "doubt",
    "safe": "safe",
}
CARD: dict[str, Ways] = {"contact": "contacting", "cannot": "barriers", **COMMON}
WORRIED_WHERE = Go("country.ask", do=(crisis.then("worried"),))
NUMBERS_WHERE = Go("country.ask", do=(crisis.then("sos"),))
HERE = Go("card", do=(crisis.hold(Kind.SUICIDE),))
RELEASE = (
    Go("door.home", when=consent.settled, do=(crisis.release,), say="released"),
    Go("door.home", do=(crisis.release,), say="released-unsettled"),
)

CRISIS = Dialogue(
    "crisis",
    steps=(
        Step("card", says=crisis.card, values=crisis.numbers, answers=CARD, free_text="hold"),
        Step(
            "contacting",
            answers={"reached": Go("safe", say="glad-reached"), "not-reached": "barriers", **COMMON},
            free_text="hold",
        ),
        Step(
            "barriers",
            answers={
                "talking": Go("hold", say="barrier-talking"),
                "burden": Go("hold", say="barrier-burden"),
                "afraid": Go("hold", say="barrier-afraid"),
                "no-use": Go("hold", say="barrier-no-use"),
                "nobody-answers": Go("hold", say="barrier-nobody"),
            },
            free_text="hold",
        ),
        Step("hold", values=crisis.numbers, answers=CARD, free_text="hold"),
        Step(
            "safe",
            answers={"safe-now": RELEASE, "not-sure": "hold"},
            free_text=Go("safe", say="check-again"),
        ),
        Step(
            "check",
            answers={
                "yes": HERE,
                "sometimes": Go("card", do=(crisis.hold(Kind.SUICIDE),), say="crisis-sometimes"),
                "no": Go("door.back", do=(crisis.misunderstood,), say="glad-asked"),
            },
            free_text=Go("check", say="check-again"),
        ),
        Step(
            "worried",
            values=crisis.numbers,
            answers={"about-me": "check", "choose-country": WORRIED_WHERE, "back": "door.back"},
            free_text="door.listen",
        ),
        Step(
            "sos",
            values=crisis.numbers,
            answers={
                "in-danger": HERE,
                "somebody-hurts": Go("card", do=(crisis.hold(Kind.DANGER),)),
                "hurt-now": Go("card", do=(crisis.hold(Kind.MEDICAL),)),
                "ground": "door.ground",
                "choose-country": NUMBERS_WHERE,
                "back": "door.back",
            },
            free_text="door.listen",
        ),
    ),
    doors=(
        Door(
            "doubt",
            (Go("hold", when=crisis.doubted), Go("check", do=(crisis.doubt,))),
        ),
    ),
)
