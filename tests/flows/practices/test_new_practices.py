"""The practices beside the break and the groundings: every way through them ends well, and they sound kind."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import flows
from bot import lint
from bot.program import texts
from flows.person import Pace
from flows.practice import Pillar, Practice
from flows.practices import PRACTICES
from flows.talk import Chose, Command
from tests.flows.practices.walking import (
    FORMS,
    NEW,
    SETTLED,
    engine,
    pages,
    reached_from,
    states,
    step,
    taps,
    walk,
)

HERE = Path(flows.__file__).parent / "texts" / "en"
EXITS = {"home.menu", "home.offer", "dose.support", "backdraft.stop"}
OWN_WORDS = ("feeling", "phrase", "words", "kept", "act", "instead", "moment")
ALL = pytest.mark.parametrize("practice", NEW, ids=lambda practice: practice.name)
FORM = pytest.mark.parametrize("form", FORMS)


def mine(complaints: list[str], practice: Practice) -> list[str]:
    return [
        line
        for line in complaints
        if line.startswith((f"{practice.name}-", f"{practice.name}.", practice.name + " "))
    ]


@ALL
@FORM
def test_from_everywhere_in_a_practice_its_closing_can_be_reached(practice: Practice, form: str) -> None:
    found = walk(practice.name, form)
    inside = [key for key, person in found.people.items() if person.state.startswith(f"{practice.name}.")]
    assert len(inside) > 3
    for key in inside:
        assert f"{practice.name}.close" in reached_from(found, key), key


@ALL
@FORM
def test_it_leads_nowhere_but_to_its_closing_home_ground_or_backdraft(practice: Practice, form: str) -> None:
    outside = {
        state for state in states(walk(practice.name, form)) if not state.startswith(f"{practice.name}.")
    }
    assert outside <= EXITS | {"dose.after"}
    assert "backdraft.stop" in outside  # the rating rose


@ALL
def test_every_step_belongs_to_one_of_the_forms(practice: Practice) -> None:
    walked = states(walk(practice.name, "full")) | states(walk(practice.name, "short"))
    unseen = {f"{practice.name}.{one.name}" for one in practice.steps} - walked
    assert unseen <= {"letter.reply"}  # that one answers a letter that came back


@ALL
@FORM
def test_it_can_be_stopped_as_too_much_at_every_step(practice: Practice, form: str) -> None:
    for person in walk(practice.name, form).people.values():
        if person.state.startswith(f"{practice.name}."):
            after, _ = step(person, Chose("worse", person.turn))
            assert (after.state, after.pace, after.visit) == ("backdraft.stop", Pace.PAUSED, None)


@ALL
def test_the_short_form_is_shorter(practice: Practice) -> None:
    full, short = (states(walk(practice.name, form)) for form in ("full", "short"))
    assert len(short) < len(full)


@ALL
def test_pillars_come_in_their_order(practice: Practice) -> None:
    assert list(practice.pillars) == [pillar for pillar in Pillar if pillar in practice.pillars]


@ALL
def test_words_labels_credit_and_reading_grade(practice: Practice) -> None:
    language, book = texts().of("en"), pages()
    complaints = [
        *lint._wording(language),
        *lint._labels(language, book),
        *lint._credits(language, book),
        *lint._grades(language, book),
    ]
    assert mine(complaints, practice) == []


def test_letters_sound_kind_outside_of_practice_too() -> None:
    assert [line for line in lint._wording(texts().of("en")) if line.startswith("letters")] == []


def test_seven_practices_at_most_derive_from_mindful_self_compassion() -> None:
    everything = {practice.name: practice.origin for practice in (*PRACTICES, *NEW)}
    assert len([name for name, origin in everything.items() if "MSC" in origin]) == 7


@pytest.mark.parametrize("name", [*(practice.name for practice in NEW)])
def test_a_persons_words_stand_on_a_line_of_their_own(name: str) -> None:
    for line in (HERE / f"{name}.ftl").read_text("utf-8").splitlines():
        for word in OWN_WORDS:
            if re.search(rf"\{{ \${word} \}}", line):
                assert line.strip() == f"“{{ ${word} }}”"


@ALL
def test_the_pace_that_allows_grounding_only_keeps_it_closed(practice: Practice) -> None:
    for pace, state in ((Pace.GROUNDING, "ladder.closed"), (Pace.PAUSED, "backdraft.rest")):
        resting = replace(SETTLED, pace=pace, held_back="steps")
        after, _ = step(resting, Command(practice.name))
        assert after.state == state


@ALL
def test_a_gentle_pace_gets_the_short_form(practice: Practice) -> None:
    gentle = replace(SETTLED, pace=Pace.GENTLE, held_back="steps")
    asked, _ = step(gentle, Command(practice.name))
    after = taps(asked, "5")
    assert after.visit is not None
    assert after.visit.form == "short"


def test_everything_fits_one_machine() -> None:
    assert {practice.name for practice in NEW} <= {practice.name for practice in engine().book.practices}
