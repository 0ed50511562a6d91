"""Somebody who taps, types and waits without sense: nothing breaks, and no rule that protects people gives way."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from flows.person import Pace, Person
from flows.practice import Intensity
from flows.schedule import next_due
from flows.talk import (
    Begin,
    Blocked,
    Broken,
    Chose,
    Command,
    Due,
    Edited,
    Incoming,
    Plan,
    Said,
    Sent,
    TimeUp,
    Unblocked,
    WakeAt,
)
from tests.flows.everybody import buttons_of, everybody
from tests.flows.talking import NOON, OVERWHELMED, URGENT, VEILED, Talk, engine, news, stored
from tests.flows.test_every_incoming import EMOJI, LONG, fits

KNOWN = (
    "hello", "yes", "no", "stop", "5", "maybe a 9", "every day", "8pm", "berlin", "korea", "Portugal", "sadness",
    "i feel terrible", "i am such a failure", "not now", "thank you", "i'm safe for now", "this makes it worse",
    OVERWHELMED, VEILED, URGENT, "i took too many pills", "my friend wants to die", "мне плохо", LONG, EMOJI,
)  # fmt: skip
ANYTHING = st.text(max_size=40) | st.text("🌧🙂👨‍👩‍👧مرحبا‮ \n\t", max_size=20)
WORDS = st.sampled_from(KNOWN) | ANYTHING
SPANS = st.sampled_from([1, 30, 60, 900, 3600, 4 * 3600, 7 * 3600, 86_400, 5 * 86_400, 16 * 86_400])
EMOTION = {p.name for p in engine().book.practices if p.intensity is Intensity.EMOTION}
DOSED = {"dose.before", "dose.form", "dose.settle", "dose.settled", "dose.after"}
GROUNDING = {p.name for p in engine().book.practices if p.intensity is Intensity.GROUNDING}
UNSETTLED = {"welcome", "young", "country", "crisis", "delete"}  # all that there is before consent
RAISES = {"welcome.readiness", "ladder.gentle", "ladder.full", "backdraft.rest"}
RELEASES = {"crisis.safe", "crisis.check", "delete.confirm"}


class Nonsense(RuleBasedStateMachine):
    """One person. Every rule makes something happen, and `happens` asks afterwards what has to be so."""

    def __init__(self) -> None:
        super().__init__()
        self.talk = Talk()
        self.shown: list[Chose] = [Chose("agree", 1)]

    @initialize(data=st.data())
    def is_somewhere(self, data: st.DataObject) -> None:
        """A stranger, or somebody in any state there is, with what would be planned for them."""
        person = data.draw(st.sampled_from(everybody()))
        self.talk = Talk(person)
        if person.waiting:
            self.talk.timers["silence"] = WakeAt(NOON + timedelta(seconds=30), person.turn)
        if person.checkins.schedule and not person.checkins.silent:
            self.talk.timers["checkin"] = Plan("checkin", next_due(person.checkins.schedule, NOON))

    # ---- what happens ------------------------------------------------------------------------------------

    @rule(data=st.data(), times=st.integers(1, 4))
    def taps(self, data: st.DataObject, times: int) -> None:
        """Some sense has to be there, or nobody would ever get anywhere."""
        for _ in range(times):
            if buttons := buttons_of(self.talk.person):
                self.happens(Chose(data.draw(st.sampled_from(buttons)), self.talk.person.turn))

    @rule(data=st.data())
    def taps_something_old(self, data: st.DataObject) -> None:
        self.happens(data.draw(st.sampled_from(self.shown)))

    @rule(answer=st.sampled_from(["", "yes", "worse", "erase", "🌱"]), turn=st.integers(-1, 60))
    def taps_what_was_never_shown(self, answer: str, turn: int) -> None:
        self.happens(Chose(answer, turn))

    @rule(words=WORDS)
    def types(self, words: str) -> None:
        self.happens(Said(words))

    @rule(name=st.sampled_from([*engine().commands, "nosuchthing"]), args=st.just("") | WORDS)
    def commands(self, name: str, args: str) -> None:
        self.happens(Command(name, args))

    @rule(words=WORDS)
    def edits(self, words: str) -> None:
        self.happens(Edited(words))

    @rule(what=st.sampled_from(["sticker", "voice", "video", "photo", "location", "other"]))
    def sends(self, what: str) -> None:
        self.happens(Sent(what))

    @rule(seconds=SPANS)
    def waits(self, seconds: int) -> None:
        """Timers come due at their time."""
        end = self.talk.now + timedelta(seconds=seconds)
        while (kind := self.talk.next_timer()) and self.talk.timers[kind].when <= end:
            self.fires(kind)
        self.talk.now = end

    @precondition(lambda self: self.talk.timers)
    @rule(data=st.data(), seconds=SPANS)
    def wakes_late(self, data: st.DataObject, seconds: int) -> None:
        """After an outage, in no order."""
        self.talk.now += timedelta(seconds=seconds)
        self.fires(data.draw(st.sampled_from(sorted(self.talk.timers))))

    @rule(turn=st.integers(0, 60))
    def hears_a_silence_of_another_turn(self, turn: int) -> None:
        if turn != self.talk.person.turn:
            before = self.talk.person
            self.happens(TimeUp(turn, self.talk.now))
            assert self.talk.person == before

    @rule(incoming=st.sampled_from([Blocked(), Unblocked(), Broken("words"), Broken(URGENT), Begin("break")]))
    def has_trouble(self, incoming: Incoming) -> None:
        self.happens(incoming)

    @rule()
    def loses_the_place(self) -> None:
        """A version of the bot without this state is put in; what was open in it is gone, too."""
        if self.talk.person.visit is None and self.talk.person.turn:
            self.talk.person = replace(self.talk.person, state="gone.from-the-book", waiting=False)
            self.happens(Command("start"))

    # ---- what has to be so -------------------------------------------------------------------------------

    def fires(self, kind: str) -> None:
        timer = self.talk.timers.pop(kind)
        self.talk.now = max(self.talk.now, timer.when)
        self.happens(news(timer))

    def happens(self, incoming: Incoming) -> None:
        before = self.talk.person
        self.talk.gets(incoming)
        after = self.talk.person
        self.shown += [Chose(name, after.turn) for name in self.talk.buttons]
        self.check_the_machine(before, after)
        self.check_the_words(before, incoming)
        self.check_the_silence(before, incoming)
        self.check_the_pace(before, after, incoming)
        self.check_the_hold(before, after, incoming)
        self.check_what_is_open(after)

    def check_the_machine(self, before: Person, after: Person) -> None:
        assert after.state in engine().steps
        assert stored(after) == after
        if after.turn and after.state != before.state:
            assert after.turn == before.turn + 1
        if after.waiting:
            assert "silence" in self.talk.timers

    def check_the_words(self, before: Person, incoming: Incoming) -> None:
        """One message at most, it fits, and a person is answered unless they tapped what they had tapped."""
        assert fits(self.talk)
        assert len(self.talk.says) <= 1
        again = isinstance(incoming, Chose) and incoming.turn == before.tapped
        gone = incoming == Chose("erase", getattr(incoming, "turn", 0)) and before.state == "welcome.new"
        if isinstance(incoming, Begin | Chose | Command | Edited | Said | Sent) and not (again or gone):
            assert self.talk.answered

    def check_the_silence(self, before: Person, incoming: Incoming) -> None:
        """Nothing unasked while held or paused, but the follow-up, and the steps of a grounding one opened."""
        if not (before.hold or before.pace is Pace.PAUSED) or not self.talk.answered:
            return
        if isinstance(incoming, Due):
            assert incoming.kind == "follow-up"
            assert not before.hold
        if isinstance(incoming, TimeUp):
            assert before.state.partition(".")[0] in GROUNDING

    def check_the_pace(self, before: Person, after: Person, incoming: Incoming) -> None:
        if after.pace > before.pace and after.turn:
            assert isinstance(incoming, Chose | Said)
            assert before.state in RAISES

    def check_the_hold(self, before: Person, after: Person, incoming: Incoming) -> None:
        if before.hold and not after.hold:
            assert isinstance(incoming, Chose | Said)
            assert before.state in RELEASES

    def check_what_is_open(self, person: Person) -> None:
        dialogue = person.state.partition(".")[0]
        if dialogue in EMOTION or person.state in DOSED:
            assert person.pace >= Pace.GENTLE
            assert not person.hold
        if dialogue in EMOTION and person.pace is Pace.GENTLE:
            assert person.visit is not None
            assert person.visit.form == "short"
        if person.consent == 0 and not person.hold:
            assert dialogue in UNSETTLED
        if person.consent == 0 and person.turn:
            assert person.expires is not None


def run(examples: int, steps: int, *, fixed: bool) -> None:
    """Every failure is shrunk to the shortest conversation that shows it."""
    run_state_machine_as_test(
        Nonsense,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=fixed,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_nonsense() -> None:
    """Thousands of steps, the same ones every time."""
    run(60, 60, fixed=True)


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_much_nonsense() -> None:
    """A hundred thousand steps and more, others every time."""
    run(1500, 100, fixed=False)
