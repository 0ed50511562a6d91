"""Where nothing is open: the menu, what is offered to plain words, and how a practice is left."""

from flows import pace
from flows.account import erase
from flows.dose import visiting
from flows.practice import END, Dialogue, Door, Go, Practice, Step

LISTEN = "door.listen"


HOME = Dialogue(
    "home",
    steps=(
        Step(
            "menu",
            answers={
                "break": "door.break",
                "ground": "door.ground",
                "checkin": "door.checkin",
                "help-now": "door.sos",
                "what-else": "what-else",
            },
            free_text=LISTEN,
            columns=2,
            do=(pace.close_visit,),
        ),
        Step(
            "what-else",
            again="home-menu",
            answers={"home": END, "ready-for-more": "door.pace"},
            free_text=LISTEN,
        ),
        Step(
            "unknown",
            again="home-menu",
            answers={"break": "door.break", "ground": "door.ground", "home": END},
            free_text=LISTEN,
            do=(pace.close_visit,),
        ),
        Step(
            "offer",
            answers={"yes": "door.break", "shorter": "door.short", "not-now": "enough"},
            free_text=LISTEN,
            do=(pace.close_visit,),
        ),
        Step(
            "overwhelmed",
            answers={
                "feet": "door.feet",
                "senses": "door.senses",
                "from-practice": "door.backdraft",
                "not-now": "enough",
            },
            free_text=LISTEN,
            do=(pace.close_visit,),
        ),
        Step(
            "enough",
            again="home-menu",
            answers={"home": END},
            free_text=LISTEN,
            do=(pace.close_visit,),
        ),
        Step("stopped", again="home-menu", answers={"silence": "door.pause", "home": END}, free_text=LISTEN),
    ),
)


def again(practices: tuple[Practice, ...]) -> Dialogue:
    """What was left open a while ago is begun anew or let go."""
    ways = tuple(Go(f"door.{practice.name}", when=visiting(practice.name)) for practice in practices)
    return Dialogue(
        "again",
        steps=(Step("ask", answers={"begin-again": "begin", "not-now": END}),),
        doors=(Door("begin", (*ways, Go(END))),),
    )


GROUND = Dialogue(
    "ground",
    steps=(Step("choose", answers={"feet": "door.feet", "senses": "door.senses", "not-now": END}),),
)
DELETE = Dialogue(
    "delete",
    steps=(
        Step("confirm", answers={"keep": Go(END, say="delete-kept"), "erase": "erased"}),
        Step("erased", do=(erase,), free_text="welcome.hello"),
    ),
)
