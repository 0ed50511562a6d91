"""The rulebook: what happens to one person when one thing happens. Pure: same input, same answer.

Crisis comes first, in every state and for every string; then what the state expects (`hearing.py`); then
kindness for what nobody expected. Whether and where a person moves is decided by the table of `machine.py`.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from rapidfuzz import process

from flows.account import erase
from flows.checkins import may_speak, plan_again
from flows.consent import bound_stay, renew_expiry
from flows.hearing import Meaning, chosen, meanings
from flows.machine import PASS, Book, build
from flows.moment import Moment
from flows.person import Person
from flows.safety import Level, screen
from flows.speaking import Speaker, answers_of
from flows.talk import (
    Begin,
    Blocked,
    Broken,
    Chose,
    Command,
    Drop,
    Due,
    Edited,
    Effect,
    Export,
    Forget,
    Incoming,
    Line,
    Said,
    Sent,
    TimeUp,
    Unblocked,
)
from flows.texts import Texts
from flows.understand.language import reads

LONG_AWAY = timedelta(days=7)  # content.md: the honest notice comes back
LONG_TALK = timedelta(hours=3)
TALK_PAUSE = timedelta(hours=1)  # a longer silence ends a talk
LATE_SILENCE = timedelta(minutes=10)  # a silence that ended long ago is not broken unasked
STALE_VISIT = timedelta(hours=6)  # a practice left open that long is not gone on with as if nothing was

FROM_PERSON = (Begin, Chose, Command, Edited, Said, Sent)
ALWAYS = {"worse": "worse", "help-now": "/sos"}  # buttons that mean what they say, however old their message
NEW = "welcome.new"
NOTICE = "honest-notice"
ERASE = "erase"
ASIDES = ("help", "privacy", "about")  # answered where one stands; nobody is moved

SCREENED = {Level.URGENT: "crisis", Level.CHECK: "check", Level.OTHER: "worried"}


class Engine:
    """The one engine of the process; it holds no state of anybody."""

    def __init__(self, book: Book, texts: Texts, operator: str = "", contact: str = "") -> None:
        self.book = book
        self.machine = build(book)
        self.steps = {place: (step, dialogue) for place, step, dialogue in book.steps()}
        self.doors = {place for place, _, _ in book.doors()}
        self.commands = [
            *ASIDES,
            "export",
            *(trigger[1:] for trigger, _ in book.everywhere if trigger[0] == "/"),
        ]
        self.operator = {"operator": operator or "none", "contact": contact or "none"}
        self.speaker = Speaker(self.steps, texts, self.operator)
        self._rules: dict[type, Callable[[Moment, Any], None]] = {
            Begin: self._begin,
            Chose: self._chose,
            Said: self._said,
            Edited: self._edited,
            Sent: self._sent,
            Command: self._command,
            TimeUp: self._time_up,
            Due: self._due,
            Blocked: self._blocked,
            Unblocked: self._unblocked,
            Broken: self._broken,
            Forget: self._forget,
        }

    def step(self, person: Person, incoming: Incoming, now: datetime) -> tuple[Person, list[Effect]]:
        """What becomes of `person`, and what is to be done, in order; `now` is aware and in UTC."""
        moment = Moment(person, incoming, now)
        if isinstance(incoming, FROM_PERSON):
            self._hear(moment)
        if moment.state not in self.steps:
            moment.state = NEW  # a state of an earlier version: politely home, through the door of the new
            moment.say_first("lost-place")
        self._rules[type(incoming)](moment, incoming)
        if any(line.text == NOTICE for line in moment.lead):
            moment.change(noticed=person.noticed, heard=person.heard)  # not read yet: nothing was said
        bound_stay(moment, person)
        return moment.person, moment.effects

    # ---- moving and speaking -----------------------------------------------------------------------------

    def fire(self, moment: Moment, meaning: Meaning) -> bool:
        """Try one meaning; where the table has a way for it, the person is moved and spoken to."""
        event = self.machine.events.get(meaning.trigger)
        moment.answer, moment.note, moment.rating = meaning.answer, meaning.note, meaning.rating
        if event is None or moment.state not in event.transitions or not event.trigger(moment):
            return False
        while moment.state in self.doors:
            self.machine.events[PASS].trigger(moment)
        self._enter(moment)
        return True

    def _enter(self, moment: Moment) -> None:
        if moment.person.waiting:
            moment.do(Drop("silence"))
        step, _ = self.steps[moment.state]
        for action in step.do:
            action(moment)
        moment.change(state=moment.state, turn=moment.person.turn + 1, waiting=step.pause is not None)
        self.speaker.enter(moment)

    def _stay(self, moment: Moment, lead: str = "") -> None:
        """Say where we are once more, under the same turn, so that both keyboards work."""
        if moment.state == NEW:
            self.fire(moment, Meaning("said"))
            return
        if lead:
            moment.say_first(lead)
        self.speaker.say(moment, again=True)

    # ---- the rules, one for each kind of incoming --------------------------------------------------------

    def _hear(self, moment: Moment) -> None:
        """Note that the person is here, and say again what this is where it was long ago."""
        person, now = moment.person, moment.now
        renew_expiry(moment)
        if person.heard is None or now - person.heard > TALK_PAUSE:
            moment.change(talking_since=now)
        if not person.reachable:
            moment.change(reachable=True)
            plan_again(moment)
        if _wants_notice(moment):
            moment.say_first(NOTICE)
            moment.change(noticed=now)
        moment.change(heard=now)

    def _alarmed(self, moment: Moment, text: str) -> bool:
        """The crisis screen: asked for every string that arrives, before anything else."""
        finding = screen(text, moment.person.language)
        if finding.level is Level.NONE:
            return False
        lead, moment.lead, moment.finding = moment.lead, [], finding
        if self.fire(moment, Meaning(SCREENED[finding.level])):
            return True
        moment.lead = lead
        return False

    def _said(self, moment: Moment, incoming: Said) -> None:
        if self._alarmed(moment, incoming.text):
            return
        if not reads(incoming.text):
            moment.say_first("only-english")
        step, dialogue = self.steps[moment.state]
        for meaning in meanings(incoming.text, moment, step, dialogue, self.speaker.language(moment)):
            leaving = meaning.trigger == "worse" or meaning.trigger.startswith("/")
            if not leaving and self._stale(moment):
                return
            if self._aside(moment, meaning.trigger) or self.fire(moment, meaning):
                return
        self._stay(moment, "in-the-quiet" if step.pause else "not-understood")

    def _chose(self, moment: Moment, incoming: Chose) -> None:
        person = moment.person
        if _tapped_before(person, incoming):
            return  # the first tap on this message has moved us
        if moment.state == NEW and incoming.answer == ERASE:
            moment.person = Person()  # a second tap on it: it has been done, and nothing begins again
            return
        if incoming.answer in ALWAYS:
            self._tapped(moment, incoming, Meaning(ALWAYS[incoming.answer]))
            return
        step, dialogue = self.steps[moment.state]
        offered = {answer.name for answer in answers_of(step, dialogue, moment)}
        if incoming.turn != person.turn or incoming.answer not in offered:
            self._stay(moment, "old-button")
        elif not self._stale(moment):
            meaning = chosen(incoming.answer, moment, step, dialogue, self.speaker.language(moment))
            self._tapped(moment, incoming, meaning)

    def _tapped(self, moment: Moment, incoming: Chose, meaning: Meaning) -> None:
        if self.fire(moment, meaning):
            moment.change(tapped=incoming.turn, chosen=incoming.answer)
        else:
            self._stay(moment, "old-button")

    def _stale(self, moment: Moment) -> bool:
        """A practice left open long ago is not gone on with: how it is now has to be asked anew."""
        visit = moment.person.visit
        step, dialogue = self.steps[moment.state]
        if visit is None or not dialogue.of_visit or step.lasting or moment.now - visit.began < STALE_VISIT:
            return False
        return self.fire(moment, Meaning("again"))

    def _command(self, moment: Moment, incoming: Command) -> None:
        if self._alarmed_by_command(moment, incoming):
            return
        name = incoming.args.strip().lower() if incoming.name == "start" else ""
        name = name if name in self.commands else incoming.name
        if self._aside(moment, f"/{name}") or self.fire(moment, Meaning(f"/{name}")):
            return
        near = process.extractOne(name, self.commands, score_cutoff=75)
        if near:
            moment.say_first("did-you-mean", {"command": f"/{near[0]}"})
        self._stay(moment, "" if near else "unknown-command")

    def _alarmed_by_command(self, moment: Moment, incoming: Command) -> bool:
        """The name counts as words where it is no command of ours: "/i want to die"."""
        known = incoming.name in self.commands
        words = incoming.args if known else f"{incoming.name.replace('_', ' ')} {incoming.args}"
        return bool(words) and self._alarmed(moment, words)

    def _aside(self, moment: Moment, trigger: str) -> bool:
        """What is answered where one stands: the answer, and then the question again."""
        name = trigger.lstrip("/")
        if name == "export":
            moment.do(Export(Line("export-done")))
            return True
        if name not in ASIDES:
            return False
        moment.say_first(f"aside-{name}", self.operator)
        self._stay(moment)
        return True

    def _begin(self, moment: Moment, incoming: Begin) -> None:
        if not self.fire(moment, Meaning(f"/{incoming.practice}")):
            self._stay(moment, "unknown-command")

    def _edited(self, moment: Moment, incoming: Edited) -> None:
        if not self._alarmed(moment, incoming.text):
            self._stay(moment, "saw-edit")

    def _sent(self, moment: Moment, incoming: Sent) -> None:
        if incoming.text and self._alarmed(moment, incoming.text):
            return
        voice = incoming.what in ("voice", "video", "video_note", "audio")
        self._stay(moment, "cannot-listen" if voice else "cannot-see")

    def _time_up(self, moment: Moment, incoming: TimeUp) -> None:
        if incoming.turn != moment.person.turn or not moment.person.waiting:
            return
        moment.change(waiting=False)
        if incoming.planned is None or moment.now - incoming.planned <= LATE_SILENCE:
            self.fire(moment, Meaning("time-up"))

    def _due(self, moment: Moment, incoming: Due) -> None:
        if may_speak(moment, incoming):
            self.fire(moment, Meaning(f"due:{incoming.kind}"))
        elif incoming.kind == "checkin":
            plan_again(moment)

    def _blocked(self, moment: Moment, _: Blocked) -> None:
        moment.change(reachable=False)

    def _unblocked(self, moment: Moment, _: Unblocked) -> None:
        moment.change(reachable=True)
        plan_again(moment)

    def _forget(self, moment: Moment, _: Forget) -> None:
        """What cannot be read is erased at the person's word, without asking twice: nothing else can be done."""
        erase(moment)
        self.speaker.say_only(moment, "delete-erased")

    def _broken(self, moment: Moment, incoming: Broken) -> None:
        if not (incoming.text and self._alarmed(moment, incoming.text)):
            self.speaker.say_only(moment, "sorry")


def _tapped_before(person: Person, tap: Chose) -> bool:
    """Whether it is a second tap on the same message; what means the same at any time still counts there."""
    if tap.turn < 0 or tap.turn != person.tapped:
        return False
    return tap.answer not in ALWAYS or tap.answer == person.chosen


def _wants_notice(moment: Moment) -> bool:
    person, now = moment.person, moment.now
    if person.noticed is None or person.heard is None:
        return False
    talked = now - max(person.talking_since or now, person.noticed)
    return now - person.heard >= LONG_AWAY or talked >= LONG_TALK
