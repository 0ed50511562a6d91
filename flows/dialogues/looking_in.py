"""Check-ins: how their days, time and place are chosen, what they say, and how they are changed or ended."""

from datetime import timedelta

from flows import checkins
from flows.checkins import EVERY_DAY
from flows.dialogues.doors import FIRST
from flows.listening import troubled
from flows.moment import Moment
from flows.pace import paused
from flows.person import Person
from flows.places import find_zones, zone_city
from flows.practice import END, Action, Dialogue, Door, Go, Guard, Step, Ways
from flows.schedule import parse_days, parse_time
from flows.talk import Answer

TIMES = ("08:00", "12:30", "18:00", "20:30")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _times(_: Person) -> tuple[Answer, ...]:
    return tuple(Answer(at.replace(":", "-"), at) for at in TIMES)


def _which_times(person: Person) -> tuple[Answer, ...]:
    found = person.drafts.get("times", "").split()
    return tuple(Answer(at.replace(":", "-"), at) for at in found)


def _days(person: Person) -> tuple[Answer, ...]:
    chosen = checkins.chosen_days(person)
    return tuple(Answer(str(i), f"✓ {day}" if i in chosen else day) for i, day in enumerate(DAYS))


def _places(person: Person) -> tuple[Answer, ...]:
    found = person.drafts.get("zones", "").split()
    return tuple(Answer(f"z{i}", zone_city(zone, person.language)) for i, zone in enumerate(found))


def _take_days(days: tuple[int, ...]) -> Action:
    return lambda moment: checkins.set_days(days, moment)


def _toggle(moment: Moment) -> None:
    day = int(moment.answer)
    chosen = set(checkins.chosen_days(moment.person)) ^ {day}
    checkins.set_days(tuple(chosen), moment)


def _typed_days(moment: Moment) -> None:
    checkins.set_days(parse_days(moment.note) or (), moment)


def _some_days(moment: Moment) -> bool:
    return bool(checkins.chosen_days(moment.person))


def _typed_times(moment: Moment) -> None:
    found = parse_time(moment.note)
    moment.draft("times", " ".join(at.isoformat("minutes") for at in found))


def _times_found(count: int) -> Guard:
    def guard(moment: Moment) -> bool:
        found = len(moment.person.drafts.get("times", "").split())
        return found == 1 if count == 1 else found >= count

    return guard


def _take_time(moment: Moment) -> None:
    moment.draft("at", moment.answer.replace("-", ":"))
    moment.draft("times", "")


def _take_typed_time(moment: Moment) -> None:
    moment.draft("at", moment.person.drafts["times"])
    moment.draft("times", "")


def _offer_places(moment: Moment) -> None:
    choices = checkins.zone_choices(moment.person, moment.now)
    moment.draft("zones", " ".join(zone for zone, _ in choices))


def _typed_place(moment: Moment) -> None:
    found = find_zones(moment.note, moment.person.country, moment.now)
    moment.draft("zones", " ".join(found))


def _places_found(moment: Moment) -> bool:
    return bool(moment.person.drafts.get("zones"))


def _take_place(moment: Moment) -> None:
    found = moment.person.drafts["zones"].split()
    checkins.set_zone(found[int(moment.answer[1:])], moment)


def _one_place(moment: Moment) -> bool:
    return len(moment.person.drafts.get("zones", "").split()) == 1


def _take_one_place(moment: Moment) -> None:
    checkins.set_zone(moment.person.drafts["zones"], moment)


def _zone_known(moment: Moment) -> bool:
    return bool(moment.person.drafts.get("zone"))


def _zone_certain(moment: Moment) -> bool:
    return checkins.only_zone(moment) is not None


def _take_certain(moment: Moment) -> None:
    checkins.set_zone(checkins.only_zone(moment) or "", moment)


def _time_known(moment: Moment) -> bool:
    return bool(moment.person.drafts.get("at"))


def _forget_time(moment: Moment) -> None:
    moment.draft("at", "")


def _forget_zone(moment: Moment) -> None:
    moment.draft("zone", "")
    moment.draft("zones", "")


def _snooze(delay: timedelta) -> Action:
    return lambda moment: checkins.snooze(delay, moment)


CHANGE = {
    "change-days": Go("days", do=(checkins.start_anew,)),
    "change-time": Go("time", do=(checkins.start_anew, _forget_time)),
    "change-place": Go("place", do=(checkins.start_anew, _forget_zone, _offer_places)),
    "switch-off": Go("off", do=(checkins.switch_off,)),
}
LATER: dict[str, Ways] = {
    "in-an-hour": Go("snoozed", do=(_snooze(HOUR),)),
    "next-time": "next-time",
}

CHECKIN = Dialogue(
    "checkin",
    steps=(
        Step(
            "days",
            answers={
                "every-day": Go("next", do=(_take_days(EVERY_DAY),)),
                "weekdays": Go("next", do=(_take_days(EVERY_DAY[:5]),)),
                "weekend": Go("next", do=(_take_days(EVERY_DAY[5:]),)),
                "choose-days": "pick-days",
                "not-now": END,
            },
            free_text=Go("typed-days", do=(_typed_days,)),
            columns=3,
        ),
        Step(
            "pick-days",
            options=_days,
            picked=Go("pick-days", do=(_toggle,)),
            answers={"done": "picked-days"},
            free_text=Go("typed-days", do=(_typed_days,)),
            columns=4,
            replaces=True,
        ),
        Step(
            "time",
            options=_times,
            picked=Go("next", do=(_take_time,)),
            answers={"not-now": END},
            free_text=Go("typed-time", do=(_typed_times,)),
            columns=4,
        ),
        Step(
            "which-time",
            options=_which_times,
            picked=Go("next", do=(_take_time,)),
            free_text=Go("typed-time", do=(_typed_times,)),
            columns=2,
        ),
        Step(
            "place",
            options=_places,
            picked=Go("next", do=(_take_place,)),
            answers={"not-now": END},
            free_text=Go("typed-place", do=(_typed_place,)),
            columns=2,
        ),
        Step("set", values=checkins.described, answers={"fine": END, **CHANGE}),
        Step("settings", values=checkins.described, answers={"fine": END, "silence": "door.pause", **CHANGE}),
        Step("silenced", answers={"speak-again": "door.resume", "fine": END}),
        Step("off", answers={"checkin": "door.checkin", "fine": END}),
        Step(
            "ask",
            answers={
                "kind-enough": "kind",
                "harsh": "harsh",
                "mixed": "mixed",
                "later": "later",
                "other-times": Go("settings"),
                "switch-off": Go("off", do=(checkins.switch_off,)),
            },
            free_text=(Go("door.listen", when=troubled), Go("heard")),
            columns=3,
        ),
        Step("kind", again="home-menu", answers={"home": END}, free_text="door.listen"),
        Step(
            "harsh", answers={"a-minute": "door.short", "its-enough": "home.enough"}, free_text="door.listen"
        ),
        Step(
            "mixed", answers={"a-minute": "door.short", "its-enough": "home.enough"}, free_text="door.listen"
        ),
        Step(
            "heard", answers={"a-minute": "door.short", "its-enough": "home.enough"}, free_text="door.listen"
        ),
        Step("later", answers={**LATER, "its-enough": "home.enough"}, columns=2),
        Step("snoozed", again="home-menu", answers={"home": END}, free_text="door.listen"),
        Step("next-time", again="home-menu", answers={"home": END}, free_text="door.listen"),
    ),
    doors=(
        Door("typed-days", (Go("next", when=_some_days), Go("days", say="days-unclear"))),
        Door("picked-days", (Go("next", when=_some_days), Go("pick-days", say="days-unclear"))),
        Door(
            "typed-time",
            (
                Go("next", when=_times_found(1), do=(_take_typed_time,)),
                Go("which-time", when=_times_found(2)),
                Go("time", say="time-unclear"),
            ),
        ),
        Door(
            "typed-place",
            (
                Go("next", when=_one_place, do=(_take_one_place,)),
                Go("place", when=_places_found),
                Go("place", do=(_offer_places,), say="place-unclear"),
            ),
        ),
        Door(
            "next",
            (
                Go("time", when=lambda m: not _time_known(m)),
                Go("next", when=lambda m: not _zone_known(m) and _zone_certain(m), do=(_take_certain,)),
                Go("place", when=lambda m: not _zone_known(m), do=(_offer_places,)),
                Go("set", do=(checkins.settle,)),
            ),
        ),
    ),
)

CHECK_INS_REST = Go("backdraft.rest", when=paused, say="check-ins-rest")
CHECKIN_DOORS = (
    Door(
        "checkin",
        (
            *FIRST,
            CHECK_INS_REST,
            Go("checkin.settings", when=checkins.has_check_ins),
            Go("checkin.days", do=(checkins.start_anew,)),
        ),
    ),
    Door("pause", (*FIRST, CHECK_INS_REST, Go("checkin.silenced", do=(checkins.silence,)))),
    Door(
        "resume",
        (
            *FIRST,
            CHECK_INS_REST,
            Go("checkin.settings", when=checkins.has_check_ins, do=(checkins.speak_again,)),
            Go("checkin.days", do=(checkins.start_anew,)),
        ),
    ),
)
