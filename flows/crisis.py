"""The hold: what a crisis changes about a person, and the numbers of their country.

Stored is that it happened and when; never the words. The hold ends only at the person's word.
"""

from collections.abc import Mapping

from flows.helplines import DIRECTORY, describe, emergency, lines_for, police
from flows.helplines import Kind as LineKind
from flows.moment import Moment
from flows.person import Pace
from flows.places import country_name
from flows.practice import Action, Guard
from flows.safety import Kind
from flows.talk import Record, Withdraw

LINES: Mapping[Kind, LineKind] = {
    Kind.SUICIDE: "crisis",
    Kind.SELF_HARM: "crisis",
    Kind.DANGER: "abuse",
    Kind.MEDICAL: "poison",
    Kind.HARM_TO_OTHERS: "crisis",
}
SHOWN = 3  # helplines on one card: more are not read in such an hour


def hold(kind: Kind | None = None) -> Action:
    """Everything else waits. Without a kind, that of the finding, or of the hold there is, or suicide."""

    def action(moment: Moment) -> None:
        found = moment.finding.kind if moment.finding else None
        which = kind or found or moment.person.hold or Kind.SUICIDE
        if not moment.person.hold:
            moment.do(Record("crisis", {"kind": str(which)}))
        moment.change(hold=str(which), visit=None)
        moment.do(Withdraw())

    return action


def said_again(moment: Moment) -> bool:
    """Whether the card of this kind has been shown in this hold: the numbers again, in other words."""
    found = moment.finding.kind if moment.finding else None
    return moment.person.hold != "" and str(found or moment.person.hold) == moment.person.hold


def release(moment: Moment) -> None:
    """Safe for now, at the person's word: grounding only, until they have answered how they are again."""
    person = moment.person
    moment.change(hold="", doubted=False, pace=min(person.pace, Pace.GROUNDING), held_back="readiness")
    moment.do(Record("crisis-over"))


def misunderstood(moment: Moment) -> None:
    """It was something else: nothing is held, nothing is kept of it."""
    moment.change(hold="", doubted=False)


def doubted(moment: Moment) -> bool:
    return moment.person.doubted


def doubt(moment: Moment) -> None:
    moment.change(doubted=True)


def then(step: str) -> Action:
    """Numbers were wanted: when the country is known, this step shows them."""
    return lambda moment: moment.draft("then", step)


def comes_next(step: str) -> Guard:
    return lambda moment: moment.person.drafts.get("then") == step


def card(moment: Moment) -> str:
    """The Fluent id of the card for this hold's kind: what helps in one harms in another."""
    return f"crisis-card-{moment.person.hold or Kind.SUICIDE}"


def numbers(moment: Moment) -> Mapping[str, str | int]:
    """The emergency number, the lines that fit, and the name of the country, or "none" where it is unknown."""
    return _numbers(moment, LINES[Kind(moment.person.hold or Kind.SUICIDE)])


def youth_numbers(moment: Moment) -> Mapping[str, str | int]:
    return _numbers(moment, "youth")


def _numbers(moment: Moment, kind: LineKind) -> Mapping[str, str | int]:
    country = moment.person.country
    number = police(country) if kind == "abuse" else None
    lines = [describe(line, moment.now.date()) for line in lines_for(country, kind)[:SHOWN]]
    return {
        "emergency": number or emergency(country) or "none",
        "lines": "\n".join(lines) or "none",
        "country": country_name(country, moment.person.language) if country else "none",
        "directory": DIRECTORY,
    }
