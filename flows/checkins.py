"""When somebody may be looked in on, and how the times they chose are put together.

Nothing is said unasked while paused, in a hold, in an open talk, in quiet hours, or late: it is skipped and
the next one kept.
"""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.moment import Moment
from flows.pace import held, paused
from flows.person import CheckIns, Person
from flows.places import zone_city, zone_label, zones_of
from flows.schedule import Schedule, describe_days, is_due, next_due
from flows.talk import Drop, Due, Plan, Record

LATE = timedelta(minutes=20)  # a check-in that much after its time is skipped
TALKING = timedelta(minutes=15)  # whoever said something so recently is in a talk
LEFT_OPEN = timedelta(hours=2)  # a practice left open that long is no longer being done
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


def plan_again(moment: Moment) -> None:
    """Plan the next check-in that the person asked for, or none."""
    schedule = moment.person.checkins.schedule
    if schedule is None or moment.person.checkins.silent or not moment.person.reachable:
        moment.do(Drop("checkin"))
    else:
        moment.do(Plan("checkin", next_due(schedule, moment.now)))


def look_in(moment: Moment) -> None:
    """It is said now, so that neither the next nor one put off comes on top of it."""
    moment.do(Drop("snooze"))
    plan_again(moment)


def may_speak(moment: Moment, due: Due) -> bool:
    """Whether what came due may be said now."""
    person = moment.person
    if held(moment) or person.consent == 0 or not person.reachable or _in_talk(moment):
        return False
    if due.kind == "follow-up":
        return paused(moment)  # asked for in the pause, and only for it
    schedule = person.checkins.schedule
    wanted = schedule is not None and not person.checkins.silent and not paused(moment)
    if due.what == "snoozed":
        return wanted and moment.now - due.planned <= LATE
    return wanted and schedule is not None and is_due(schedule, due.planned, moment.now, LATE)


def _in_talk(moment: Moment) -> bool:
    person, now = moment.person, moment.now
    since = now - person.heard if person.heard else LEFT_OPEN
    return since < TALKING or (person.visit is not None and since < LEFT_OPEN)


# ---- putting a schedule together ------------------------------------------------------------------------


def has_check_ins(moment: Moment) -> bool:
    return moment.person.checkins.schedule is not None


def start_anew(moment: Moment) -> None:
    """Begin from what is there, so that changing one thing keeps the others."""
    schedule = moment.person.checkins.schedule
    moment.draft("days", "".join(str(day) for day in schedule.days) if schedule else "")
    moment.draft("at", schedule.at.isoformat("minutes") if schedule else "")
    moment.draft("zone", schedule.zone if schedule else moment.person.zone or "")


def set_days(days: tuple[int, ...], moment: Moment) -> None:
    moment.draft("days", "".join(map(str, sorted(days))))


def chosen_days(person: Person) -> tuple[int, ...]:
    return tuple(int(day) for day in person.drafts.get("days", ""))


def set_time(at: time, moment: Moment) -> None:
    moment.draft("at", at.isoformat("minutes"))


def only_zone(moment: Moment) -> str | None:
    """The zone of the person's country, where it has but one."""
    zones = zones_of(moment.person.country) if moment.person.country else ()
    return zones[0] if len(zones) == 1 else None


def set_zone(zone: str, moment: Moment) -> None:
    moment.draft("zone", zone)
    moment.change(zone=zone)


def settle(moment: Moment) -> None:
    """The draft becomes what is kept and planned."""
    drafts = moment.person.drafts
    schedule = Schedule(
        days=chosen_days(moment.person) or EVERY_DAY,
        at=time.fromisoformat(drafts["at"]),
        zone=drafts["zone"],
    )
    moment.change(checkins=CheckIns(schedule), zone=schedule.zone, drafts={})
    moment.do(Record("check-ins-set"))
    plan_again(moment)


def silence(moment: Moment) -> None:
    moment.change(checkins=CheckIns(moment.person.checkins.schedule, silent=True))
    plan_again(moment)


def speak_again(moment: Moment) -> None:
    moment.change(checkins=CheckIns(moment.person.checkins.schedule))
    plan_again(moment)


def switch_off(moment: Moment) -> None:
    moment.change(checkins=CheckIns())
    plan_again(moment)


def snooze(delay: timedelta, moment: Moment) -> None:
    """Later today, once; what follows stays as it is."""
    moment.do(Plan("snooze", moment.now + delay, "snoozed"))


def described(moment: Moment) -> Mapping[str, str | int]:
    """The schedule in words: days, time, place, and when the next one comes, all in local time."""
    schedule = moment.person.checkins.schedule
    if schedule is None:
        return {}
    local = next_due(schedule, moment.now).astimezone(ZoneInfo(schedule.zone))
    return {
        "days": describe_days(schedule.days),
        "time": schedule.at.isoformat("minutes"),
        "place": zone_city(schedule.zone, moment.person.language),
        "next": _day_and_time(local, moment.now.astimezone(ZoneInfo(schedule.zone))),
    }


def zone_choices(person: Person, now: datetime) -> tuple[tuple[str, str], ...]:
    """Zones to choose from with their labels: those of the country."""
    zones = zones_of(person.country) if person.country else ()
    return tuple((zone, zone_label(zone, now)) for zone in zones[:8])


def _day_and_time(local: datetime, today: datetime) -> str:
    days = (local.date() - today.date()).days
    named = {0: "today", 1: "tomorrow"}.get(days, f"{local:%A}")
    return f"{named}, {local:%H:%M}"
