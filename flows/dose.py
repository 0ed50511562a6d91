"""Distress from 0 to 10 before and after every practice, and what follows from it.

0-6 as the person likes; 7-8 feet first; 9-10 no emotion-focused practice. Afterwards a rise of 2 or more, or
an end at 8 or more, is backdraft. Our own rule, not a published one (docs/safety.md says so).
"""

from datetime import timedelta

from flows.moment import Moment
from flows.person import Visit
from flows.practice import Action, Guard
from flows.talk import Record

TOO_HIGH = 9
HIGH = 7
RISE = 2
JUST_NOW = timedelta(minutes=15)
END = 8


def open_visit(practice: str) -> Action:
    def action(moment: Moment) -> None:
        moment.change(visit=Visit(practice, moment.now))
        moment.do(Record("begun", {"practice": practice}))

    return action


def renew(moment: Moment) -> None:
    """What was left open is asked about now, so its answer is not late."""
    if moment.person.visit is not None:
        moment.in_visit(began=moment.now)


def just_rated(moment: Moment) -> bool:
    """Whether the number that would be asked for now was given a moment ago."""
    visit = moment.person.visit
    return visit is not None and _last_rating(moment) is not None and moment.now - visit.began < JUST_NOW


def open_next(practice: str) -> Action:
    """Another practice right after the number: it need not be said twice."""

    def action(moment: Moment) -> None:
        before = _last_rating(moment)
        open_visit(practice)(moment)
        moment.in_visit(before=before)

    return action


def _last_rating(moment: Moment) -> int | None:
    after = moment.visit.notes.get("after", "")
    return int(after) if after else moment.visit.before


def visiting(practice: str) -> Guard:
    return lambda moment: moment.visit.practice == practice


def form(name: str) -> Action:
    return lambda moment: moment.in_visit(form=name)


def is_short(moment: Moment) -> bool:
    return moment.visit.form == "short"


def rate_before(moment: Moment) -> None:
    moment.in_visit(before=moment.rating)


def rate_after(moment: Moment) -> None:
    """Note how it ended; "calm" is what lets somebody climb the ladder later."""
    before, after = moment.visit.before, moment.rating
    if after is None:
        return
    calm = "yes" if before is not None and after <= before and after < END else "no"
    moment.remember("calm", calm)
    moment.remember("after", str(after))
    values: dict[str, str | int] = {"practice": moment.visit.practice, "after": after}
    moment.do(Record("done", values | ({"before": before} if before is not None else {})))


def unrated(moment: Moment) -> None:
    moment.do(Record("done", {"practice": moment.visit.practice}))


def too_high(moment: Moment) -> bool:
    return moment.rating is not None and moment.rating >= TOO_HIGH


def high(moment: Moment) -> bool:
    return moment.rating is not None and moment.rating >= HIGH


def was_too_high(moment: Moment) -> bool:
    return (moment.visit.before or 0) >= TOO_HIGH


def worsened(moment: Moment) -> bool:
    after, before = moment.rating, moment.visit.before
    if after is None:
        return False
    return after >= END or (before is not None and after - before >= RISE)
