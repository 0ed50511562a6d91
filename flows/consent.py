"""What has to be settled before anything is offered: consent, age, and readiness; and how long the unsettled stays.

Before consent a row holds only what is needed to answer, and goes 24 hours after the last word. The young are
remembered for 30 days, so that they are not asked again and again; then they may start anew.
"""

from datetime import timedelta

from flows.moment import Moment
from flows.person import Pace, Person
from flows.talk import Drop, Record

NOTICE = 1  # version of the notice that people agree to; a new version asks everybody again
UNSETTLED = timedelta(hours=24)
YOUNG = timedelta(days=30)


def unconsented(moment: Moment) -> bool:
    return moment.person.consent < NOTICE and moment.person.adult is not False


def young(moment: Moment) -> bool:
    return moment.person.adult is False


def settled(moment: Moment) -> bool:
    """Whether anything but the numbers was ever on offer: agreed to, and old enough."""
    return moment.person.consent >= NOTICE and moment.person.adult is True


def age_unknown(moment: Moment) -> bool:
    return moment.person.adult is None


def unready(moment: Moment) -> bool:
    return not moment.person.ready


def country_unasked(moment: Moment) -> bool:
    return not moment.person.asked_country


def renew_expiry(moment: Moment) -> None:
    """Whoever has not agreed is forgotten a day after the last word."""
    if unconsented(moment):
        moment.change(expires=moment.now + UNSETTLED)


def bound_stay(moment: Moment, before: Person) -> None:
    """Nobody who has not agreed stays without an end, whatever it was that made us know them."""
    if unconsented(moment) and moment.person.expires is None and moment.person != before:
        moment.change(expires=moment.now + UNSETTLED)


def agree(moment: Moment) -> None:
    moment.change(consent=NOTICE, consented=moment.now, noticed=moment.now, expires=None)
    moment.do(Record("consented", {"version": NOTICE}))


def grown_up(moment: Moment) -> None:
    moment.change(adult=True)


def too_young(moment: Moment) -> None:
    """Nothing else is kept; not even the consent that was given a moment ago."""
    moment.change(adult=False, consent=0, consented=None, expires=moment.now + YOUNG)
    moment.do(Drop("checkin"))


def ready(moment: Moment) -> None:
    """None of it is true: everything is open, or, after an earlier yes, the first step up."""
    climbing = moment.person.held_back == "readiness"
    pace = Pace.GENTLE if climbing else moment.person.pace
    moment.change(ready=True, pace=pace, held_back="steps" if climbing else moment.person.held_back)
    moment.do(Record("ready", {"answer": "clear"}))


def not_ready(moment: Moment) -> None:
    """At least one is true: grounding only, until the questions are asked again at the person's word."""
    moment.change(ready=True, pace=min(moment.person.pace, Pace.GROUNDING), held_back="readiness")
    moment.do(Record("ready", {"answer": "grounding"}))


def rather_not_say(moment: Moment) -> None:
    """No answer is an answer: gently, then."""
    if moment.person.held_back != "readiness":
        moment.change(pace=min(moment.person.pace, Pace.GENTLE), held_back="steps")
    moment.change(ready=True)
    moment.do(Record("ready", {"answer": "unsaid"}))
