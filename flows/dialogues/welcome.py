"""The first three minutes: consent first, then age, country, readiness, and perhaps a time to look in."""

from flows import consent
from flows.crisis import youth_numbers
from flows.practice import END, Dialogue, Door, Go, Step

READINESS = {
    "none-of-these": Go("settled", do=(consent.ready,)),
    "at-least-one": Go("grounding-first", do=(consent.not_ready,)),
    "rather-not": Go("settled", do=(consent.rather_not_say,), say="ready-unsaid"),
}

WELCOME = Dialogue(
    "welcome",
    steps=(
        Step("new", free_text=END, says="welcome-hello"),
        Step(
            "hello",
            answers={"agree": Go("age", do=(consent.agree,)), "tell-more": "kept", "decline": "declined"},
            free_text=Go("hello", say="consent-first"),
        ),
        Step("kept", answers={"agree": Go("age", do=(consent.agree,)), "decline": "declined"}),
        Step("declined", answers={"agree": Go("age", do=(consent.agree,))}, free_text="declined"),
        Step(
            "age",
            answers={
                "adult": Go("country.ask", do=(consent.grown_up,)),
                "younger": Go("young.card", do=(consent.too_young,)),
            },
        ),
        Step("readiness", answers=READINESS),
        Step(
            "grounding-first", answers={"ground": "door.ground", "people": "backdraft.people", "not-now": END}
        ),
        Step(
            "begin",
            answers={
                "try-break": "door.break",
                "ground": "door.ground",
                "look-in": "door.checkin",
                "look-round": END,
            },
            free_text="door.listen",
        ),
    ),
    doors=(
        Door(
            "settled", (Go("grounding-first", when=lambda m: m.person.held_back == "readiness"), Go("begin"))
        ),
    ),
)

YOUNG = Dialogue(
    "young",
    steps=(Step("card", answers={"choose-country": "country.ask"}, free_text="card", values=youth_numbers),),
)
