"""The ladder full → gentle → grounding → paused: what each rung allows, and how one moves on it.

Down by itself (a report, a rating); up only at the person's word, one rung after a practice that did not
raise distress. Our own rule, not a published one.
"""

from datetime import datetime, timedelta

from flows.moment import Moment
from flows.person import Pace, Person
from flows.places import zones_of
from flows.practice import Guard, Intensity
from flows.schedule import USUAL_QUIET, next_waking
from flows.talk import Drop, Plan, Record, Withdraw

AGAIN_WITHIN = timedelta(days=14)  # a second backdraft in that time: suggest a professional
LOOK_IN = timedelta(hours=22)
ALLOWS = {
    Pace.PAUSED: Intensity.GROUNDING,
    Pace.GROUNDING: Intensity.GROUNDING,
    Pace.GENTLE: Intensity.EMOTION,  # in its short form: see `gentle`
    Pace.FULL: Intensity.EMOTION,
}


def held(moment: Moment) -> bool:
    return moment.person.hold != ""


def paused(moment: Moment) -> bool:
    return moment.person.pace is Pace.PAUSED


def gentle(moment: Moment) -> bool:
    return moment.person.pace is not Pace.FULL


def held_by_readiness(moment: Moment) -> bool:
    return moment.person.held_back == "readiness"


def follow_up_unasked(moment: Moment) -> bool:
    return paused(moment) and not moment.person.follow_up_asked


def forbids(intensity: Intensity) -> Guard:
    """Whether the pace does not allow a practice of that intensity."""
    return lambda moment: ALLOWS[moment.person.pace] < intensity


def may_climb_to(pace: Pace) -> Guard:
    """Whether the next rung is this one, and a practice has just ended without raising distress."""

    def guard(moment: Moment) -> bool:
        person, visit = moment.person, moment.visit
        return person.held_back == "steps" and person.pace + 1 == pace and visit.notes.get("calm") == "yes"

    return guard


def climb(moment: Moment) -> None:
    """One rung up, at the person's word."""
    pace = Pace(min(moment.person.pace + 1, Pace.FULL))
    moment.change(pace=pace, held_back="" if pace is Pace.FULL else moment.person.held_back)
    moment.do(Record("pace", {"to": pace.name.lower()}))


def come_back(moment: Moment) -> None:
    """The person ends the pause: grounding only, at first."""
    moment.change(pace=Pace.GROUNDING, follow_up_asked=False)
    moment.do(Drop("follow-up"), Record("pace", {"to": "grounding"}))


def stop_here(moment: Moment) -> None:
    """Backdraft: the practice ends in this very message, and nothing unasked follows."""
    person = moment.person
    recent = tuple(at for at in person.backdrafts if moment.now - at <= AGAIN_WITHIN)
    moment.change(
        pace=Pace.PAUSED,
        held_back=person.held_back or "steps",
        follow_up_asked=False,
        visit=None,
        backdrafts=(*recent, moment.now),
    )
    moment.do(Withdraw(), Record("backdraft"))


def stopped(moment: Moment) -> str:
    """What is said first; a second time in two weeks it names who can be beside them."""
    return "backdraft-stop-again" if len(moment.person.backdrafts) > 1 else "backdraft-stop"


def close_visit(moment: Moment) -> None:
    moment.change(visit=None)


def asked_follow_up(moment: Moment) -> None:
    moment.change(follow_up_asked=True)


def look_in_tomorrow(moment: Moment) -> None:
    moment.do(Plan("follow-up", _by_day(moment.person, moment.now + LOOK_IN)))


def _by_day(person: Person, when: datetime) -> datetime:
    """That time, or the morning after where it would be night: by the person's clock, or their country's first."""
    zones = (person.zone,) if person.zone else zones_of(person.country or "")
    return next_waking(USUAL_QUIET, zones[0], when) if zones else when


def no_look_in(moment: Moment) -> None:
    moment.do(Drop("follow-up"))
