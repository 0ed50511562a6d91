"""The doors that open in every state: each is written once, for all who come through from anywhere.

`FIRST` stands before everything that is offered: the hold, then what has to be settled first.
"""

from flows import consent, crisis, dose, pace
from flows.checkins import look_in
from flows.listening import distressed, hand_back, overwhelmed, troubled
from flows.moment import Moment
from flows.person import Pace
from flows.practice import Dialogue, Door, Go, Intensity, Practice
from flows.talk import Withdraw

HELD = Go("crisis.hold", when=pace.held)
FIRST = (
    HELD,
    Go("young.card", when=consent.young),
    Go("welcome.hello", when=consent.unconsented),
    Go("welcome.age", when=consent.age_unknown),
    Go("welcome.readiness", when=consent.unready),
)
RESTING = Go("backdraft.rest", when=pace.paused)
PRACTICE_RESTS = Go("backdraft.rest", when=pace.paused, say="practice-rests")


def _practice_door(practice: Practice) -> Door:
    """Grounding is open at every pace, in a hold and in a pause; the rest as the pace allows."""
    now = (dose.open_visit(practice.name),)
    begin = Go("dose.before", do=now)
    if practice.intensity is Intensity.GROUNDING:
        opening = f"{practice.name}.{practice.opening}"
        at_once = tuple(Go(opening, when=guard, do=now) for guard in (pace.held, pace.paused))
        rated = Go(opening, when=dose.just_rated, do=(dose.open_next(practice.name),))
        return Door(practice.name, (*at_once, *FIRST[1:], rated, Go("dose.before-ground", do=now)))
    closed = Go("ladder.closed", when=pace.forbids(practice.intensity))
    return Door(practice.name, (*FIRST, PRACTICE_RESTS, closed, begin))


def _withdraw(moment: Moment) -> None:
    moment.do(Withdraw())


def _shortly(moment: Moment) -> None:
    dose.open_visit("break")(moment)
    dose.form("short")(moment)


_EMOTION_CLOSED = pace.forbids(Intensity.EMOTION)
_AGAIN = Go("again.ask", when=lambda moment: moment.person.visit is not None)
_LISTEN = (
    *FIRST,
    Go("home.overwhelmed", when=overwhelmed),
    RESTING,
    Go("home.overwhelmed", when=lambda moment: distressed(moment) and _EMOTION_CLOSED(moment)),
    Go("home.offer", when=distressed, do=(hand_back,)),
    Go("home.unknown"),
)
_COUNTRY_SET = (
    HELD,
    *(
        Go(f"crisis.{step}", when=crisis.comes_next(step), do=(crisis.then(""),))
        for step in ("sos", "worried")
    ),
    *FIRST[1:],
    Go("door.back"),
)
_PACE = (
    *FIRST[:4],
    Go("welcome.readiness", when=pace.held_by_readiness),
    RESTING,
    Go("ground.choose", when=_EMOTION_CLOSED, say="ground-before-more"),
    Go("door.home", when=pace.gentle, say="calm-before-more"),
    Go("door.home", say="all-is-open"),
)
OPEN = (
    Door(
        "home",
        (
            *FIRST,
            Go("backdraft.pause", when=pace.follow_up_unasked),
            RESTING,
            Go("home.menu"),
        ),
    ),
    Door("stop", (*FIRST[:3], RESTING, Go("home.stopped", do=(pace.close_visit, _withdraw)))),
    Door("back", (*FIRST, Go("dose.support", when=dose.was_too_high), _AGAIN, Go("door.home"))),
    Door("again", (HELD, RESTING, Go("again.ask", do=(dose.renew,)))),
    Door("listen", _LISTEN),
    Door("closed", (Go("door.listen", when=troubled), Go("door.after"))),
    Door(
        "backdraft",
        (
            HELD,
            *FIRST[1:3],
            Go("backdraft.still", when=pace.paused, do=(pace.close_visit, _withdraw)),
            Go("backdraft.stop", do=(pace.stop_here,)),
        ),
    ),
    Door("crisis", (Go("crisis.hold", when=crisis.said_again), Go("crisis.card", do=(crisis.hold(),)))),
    Door("check", (HELD, Go("crisis.check"))),
    Door("worried", (HELD, Go("crisis.worried"))),
    Door("sos", (Go("crisis.sos"),)),
    Door("ground", (Go("ground.choose", when=pace.held), *FIRST[1:], Go("ground.choose"))),
    Door("country", (Go("country.ask", do=(crisis.then(""),)),)),
    Door("country-set", _COUNTRY_SET),
    Door("pace", _PACE),
    Door(
        "after",
        (
            HELD,
            Go("ladder.gentle", when=pace.may_climb_to(Pace.GENTLE)),
            Go("ladder.full", when=pace.may_climb_to(Pace.FULL)),
            Go("door.home", do=(pace.close_visit,)),
        ),
    ),
    Door(
        "short",
        (
            *FIRST,
            PRACTICE_RESTS,
            Go("ladder.closed", when=pace.forbids(Intensity.EMOTION)),
            Go("dose.before", do=(_shortly,)),
        ),
    ),
    Door("delete", (Go("delete.confirm"),)),
    Door("look-in", (Go("checkin.ask", do=(pace.close_visit, look_in)),)),
    Door("follow-up", (Go("backdraft.look-in"),)),
)


def doors(practices: tuple[Practice, ...], others: tuple[Door, ...]) -> Dialogue:
    """All of them, with one for each practice, and those that dialogues bring along."""
    own = tuple(_practice_door(practice) for practice in practices)
    return Dialogue("door", steps=(), doors=(*OPEN, *own, *others))
