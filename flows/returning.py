"""When a letter comes back to whoever wrote it lives here: on a day they chose, by their clock, never in a pause.

What came due in a pause waits, and is offered once more after the return; nobody is reminded twice.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

from flows.checkins import LEFT_OPEN, TALKING
from flows.letters import CHOSEN, KIND, chosen, written
from flows.moment import Moment
from flows.pace import held, paused
from flows.person import Person
from flows.places import zones_of
from flows.practice import Action
from flows.schedule import USUAL_QUIET, Quiet, is_quiet, next_waking, quiet_of
from flows.talk import Drop, Plan
from flows.typed_dates import add_months, parse_date

AT: Final = time(18)
"""A quiet hour of the day that was chosen, by the clock of whoever chose it."""

FARTHEST: Final = 24  # months
LATER: Final = timedelta(hours=1)
OFFERED: Final = "offered"
DAY: Final = "letter-day"  # draft: the typed day that is still to be confirmed
_MONTH_FIRST: Final = frozenset({"US", "PH", "FM", "MH", "PW"})  # CLDR: where 3/4 is a day in March
_RETURN: Final = "return:"

# ---- what was chosen ------------------------------------------------------------------------------------


def returns(person: Person) -> Mapping[str, datetime]:
    """When each letter comes back that was not offered yet, by its name; in UTC."""
    due = {name: when for name, when in person.drafts.items() if name.startswith(_RETURN) and when != OFFERED}
    return {name.removeprefix(_RETURN): datetime.fromisoformat(when) for name, when in due.items()}


def comes_back_in(days: int = 0, months: int = 0) -> Action:
    """The letter that is talked about comes back so long after today."""

    def action(moment: Moment) -> None:
        _set(moment, add_months(today(moment), months) + timedelta(days=days))

    return action


def typed_day(moment: Moment) -> None:
    """Note the day that was typed, where it is one that a letter can come on."""
    found = parse_date(moment.note, today(moment), month_first=moment.person.country in _MONTH_FIRST)
    moment.draft(DAY, found.isoformat() if found and _reachable(found, today(moment)) else "")


def day_found(moment: Moment) -> bool:
    return bool(moment.person.drafts.get(DAY))


def take_day(moment: Moment) -> None:
    """The typed day was confirmed."""
    _set(moment, date.fromisoformat(moment.person.drafts[DAY]))
    moment.draft(DAY, "")


def stay_put(moment: Moment) -> None:
    """The letter that is talked about does not come back by itself."""
    moment.draft(_RETURN + chosen(moment.person), "")
    plan_next(moment)


def offer(moment: Moment) -> None:
    """The earliest letter whose day has come is talked about; it is not offered again by itself."""
    name = min(_waiting(moment), key=lambda one: returns(moment.person)[one])
    moment.draft(CHOSEN, name)
    moment.draft(_RETURN + name, OFFERED)
    plan_next(moment)


def offer_again(moment: Moment) -> None:
    """After a pause, what was offered before it and not answered is offered once more."""
    for name, when in moment.person.drafts.items():
        if name.startswith(_RETURN) and when == OFFERED:
            moment.draft(name, moment.now.isoformat())
    plan_next(moment)


# ---- when it comes --------------------------------------------------------------------------------------


def letter_waits(moment: Moment) -> bool:
    """Whether a letter's day has come and it may be offered."""
    return not held(moment) and not paused(moment) and bool(_waiting(moment))


def may_come(moment: Moment) -> bool:
    """Whether what came due may be said now, unasked."""
    person = moment.person
    here = person.consent > 0 and person.reachable and not _in_talk(moment)
    return here and not _is_night(moment) and letter_waits(moment)


def postpone(moment: Moment) -> None:
    """It may not come now: later, in waking hours. In a pause it waits for the return."""
    if held(moment) or paused(moment) or not moment.person.reachable:
        return
    if not _waiting(moment):
        plan_next(moment)
        return
    later = moment.now if _is_night(moment) else moment.now + LATER
    moment.do(Plan(KIND, _waking(moment.person, later)))


def plan_next(moment: Moment) -> None:
    """Plan the next letter that comes back by itself, or none."""
    ahead = [when for when in returns(moment.person).values() if when > moment.now]
    moment.do(Plan(KIND, min(ahead)) if ahead else Drop(KIND))


def today(moment: Moment) -> date:
    """The date where the person is."""
    return moment.now.astimezone(ZoneInfo(_zone(moment.person) or "UTC")).date()


# ---- in words -------------------------------------------------------------------------------------------


def day_in_words(moment: Moment) -> Mapping[str, str]:
    """`day`: when the letter that is talked about comes back, or the day to be confirmed; "none" without one."""
    person = moment.person
    due = returns(person).get(chosen(person))
    zone = ZoneInfo(_zone(person) or "UTC")
    day = due.astimezone(zone).date() if due else None
    if typed := person.drafts.get(DAY):
        day = date.fromisoformat(typed)
    return {"day": format_date(day, "EEEE, d MMMM y", locale=person.language) if day else "none"}


def written_in_words(person: Person, name: str) -> str:
    """When a letter was begun, by the person's clock."""
    local = written(name).astimezone(ZoneInfo(_zone(person) or "UTC"))
    return str(format_datetime(local, "d MMMM y, HH:mm", locale=person.language))


# ---- of our own -----------------------------------------------------------------------------------------


def _set(moment: Moment, day: date) -> None:
    moment.draft(_RETURN + chosen(moment.person), _due_on(moment, day).isoformat())
    plan_next(moment)


def _due_on(moment: Moment, day: date) -> datetime:
    """When it comes on that day. Without a known clock at this same hour: the person is awake at it now."""
    zone = _zone(moment.person)
    if not zone:
        return datetime.combine(day, moment.now.astimezone(UTC).time(), UTC)
    return _waking(moment.person, datetime.combine(day, AT, ZoneInfo(zone)).astimezone(UTC))


def _waiting(moment: Moment) -> list[str]:
    return [name for name, when in returns(moment.person).items() if when <= moment.now]


def _reachable(day: date, now: date) -> bool:
    return now < day <= add_months(now, FARTHEST)


def _zone(person: Person) -> str:
    """The person's own, or their country's first; "" when neither is known."""
    return person.zone or next(iter(zones_of(person.country or "")), "")


def _quiet(person: Person) -> Quiet:
    schedule = person.checkins.schedule
    return quiet_of(schedule) if schedule else USUAL_QUIET


def _is_night(moment: Moment) -> bool:
    zone = _zone(moment.person)
    return bool(zone) and is_quiet(_quiet(moment.person), zone, moment.now)


def _waking(person: Person, when: datetime) -> datetime:
    zone = _zone(person)
    return next_waking(_quiet(person), zone, when) if zone else when


def _in_talk(moment: Moment) -> bool:
    person = moment.person
    since = moment.now - person.heard if person.heard else LEFT_OPEN
    return since < TALKING or (person.visit is not None and since < LEFT_OPEN)
