"""When practice stirs up old pain: stop, normalise, one kind thing for the body, and then to be left in peace."""

from flows import pace
from flows.crisis import numbers
from flows.practice import END, Dialogue, Go, Step

TOMORROW = Go("rest", do=(pace.asked_follow_up, pace.look_in_tomorrow), say="look-in-planned")
PEACE = Go("rest", do=(pace.asked_follow_up, pace.no_look_in), say="left-in-peace")
TAKEN = (
    Go("pause", when=pace.follow_up_unasked, say="good-choice"),
    Go("rest", say="good-choice"),
)
BODY = {"feet": "door.feet", "senses": "door.senses", "body": "body"}

BACKDRAFT = Dialogue(
    "backdraft",
    steps=(
        Step("stop", says=pace.stopped, answers={**BODY, "leave-me": "pause"}),
        Step("still", answers={**BODY, "people": "people", "leave-me": END}),
        Step(
            "body",
            answers={
                **dict.fromkeys(("warm-drink", "some-air", "something-soft"), TAKEN),
                "nothing": END,
            },
            columns=2,
        ),
        Step("pause", answers={"tomorrow": TOMORROW, "no-look-in": PEACE, "people": "people"}),
        Step("people", values=numbers, answers={"back": END}),
        Step(
            "rest",
            answers={"come-back": Go("returned", do=(pace.come_back,)), **BODY, "people": "people"},
            free_text=Go("rest", say="rest-heard"),
            do=(pace.close_visit,),
        ),
        Step("returned", answers={"feet": "door.feet", "senses": "door.senses", "not-yet": END}),
        Step(
            "look-in",
            answers={
                "better": Go("rest", say="look-in-better"),
                "the-same": Go("rest", say="look-in-same"),
                "harder": "harder",
                "leave-me": Go("rest", say="left-in-peace"),
            },
            columns=2,
        ),
        Step("harder", answers={**BODY, "people": "people", "leave-me": END}),
    ),
)
