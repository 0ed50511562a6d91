"""What is particular about each practice beside the break: its care, its choices, and what is kept."""

import re

import pytest

from bot.program import texts
from flows.practice import Intensity
from flows.practices import PRACTICES
from flows.practices.breathing import BREATHING
from flows.practices.critic import CRITIC
from flows.practices.friend import FRIEND
from flows.practices.kindness import KINDNESS
from flows.practices.soften import SOFTEN
from flows.practices.touch import TOUCH
from flows.talk import Chose, Keep, Said, TimeUp
from flows.understand.traits import names_trait
from tests.flows.practices.walking import (
    NEW,
    NOW,
    begun,
    reached_from,
    read,
    somebody_at,
    states,
    step,
    taps,
    types,
    walk,
)


@pytest.mark.parametrize("state", ["soften", "edges", "soothing", "warmth", "soothe-briefly", "allow"])
def test_every_phase_of_softening_goes_on_by_itself_or_sooner_and_can_be_enough(state: str) -> None:
    person = somebody_at("soften", state, "short" if state == "soothe-briefly" else "full")
    by_itself, _ = step(person, TimeUp(person.turn, NOW))
    assert by_itself.state == taps(person, "ready").state != person.state
    assert taps(person, "enough").state == "dose.after"


def test_what_resists_is_softened_at_its_edges_only() -> None:
    assert taps(somebody_at("soften", "soften"), "resists").state == "soften.edges"
    typed, _ = step(somebody_at("soften", "soften"), Said("it resists"))
    assert typed.state == "soften.edges"


def test_soothing_needs_no_touch() -> None:
    assert taps(somebody_at("soften", "soothe"), "no-touch").state == "soften.warmth"


def test_where_everything_is_too_heavy_ground_comes_first() -> None:
    assert taps(begun(SOFTEN, "full"), "ground-first").state == "dose.support"


@pytest.mark.parametrize("answer", ["yes", "rather-not", "typed"])
def test_the_voice_of_somebody_who_hurt_them_is_never_thanked_or_explained(answer: str) -> None:
    person = somebody_at("critic", "voice")
    after = types(person, "like my stepfather") if answer == "typed" else taps(person, answer)
    assert after.state == "critic.apart"
    found = walk("critic", "full")
    apart = next(key for key, one in found.people.items() if one.state == "critic.apart")
    assert not reached_from(found, apart) & {"critic.protect", "critic.thank", "critic.voice"}


def test_in_the_short_form_nothing_is_thanked_at_all() -> None:
    assert not states(walk("critic", "short")) & {"critic.voice", "critic.protect", "critic.thank"}


@pytest.mark.parametrize(
    "said",
    ["I'm lazy", "i am so stupid", "being a perfectionist", "my laziness", "lazy", "I'm not good enough", "who I am",
     "I’m a bad mother", "im such a loser", "I feel like a burden", "everything about me"],
)  # fmt: skip
def test_a_trait_is_handed_back_as_a_question_about_a_behaviour(said: str) -> None:
    after, effects = step(begun(CRITIC, "full"), Said(said))
    assert after.state == "critic.trait"
    assert read(effects, after).endswith("What do you do, or leave undone, at such times?")


@pytest.mark.parametrize(
    "said",
    ["I put things off", "I snap at my kids", "not calling my mother back", "I eat at night", "I'm always late",
     "I forgot her birthday", "I said no to my boss", "I'm mean to my sister", "I failed the exam", "drinking"],
)  # fmt: skip
def test_a_behaviour_is_taken_as_it_is(said: str) -> None:
    assert not names_trait(said)
    assert types(begun(CRITIC, "full"), said).state == "critic.says"


def test_the_kind_words_of_the_critics_answer_are_kept() -> None:
    person = somebody_at("critic", "words")
    _, typed = step(person, Said("I see how hard you try"))
    _, tapped = step(person, Chose("on-your-side", person.turn))
    kept = [[effect.words for effect in done if isinstance(effect, Keep)] for done in (typed, tapped)]
    assert kept == [["I see how hard you try"], ["I'm on your side"]]


def test_words_for_a_friend_can_be_kept_for_oneself() -> None:
    person = types(begun(FRIEND, "short"), "You did what you could")
    person = taps(person, "warm", "cannot-tell", "harsh")
    assert person.state == "friend.keep"
    after, effects = step(person, Chose("keep-them", person.turn))
    assert [effect.words for effect in effects if isinstance(effect, Keep)] == ["You did what you could"]
    assert "“You did what you could”" in read(step(after, Said("4"))[1], after)


def test_without_words_for_a_friend_nothing_is_put_into_their_mouth() -> None:
    person = taps(begun(FRIEND, "short"), "cannot-tell", "warm", "cannot-tell", "harsh")
    assert person.state == "friend.phrase"


def test_no_touch_is_an_answer_wherever_touch_is_chosen() -> None:
    choosing = [
        one for practice in NEW for one in practice.steps if {"heart", "own-hand"} <= set(one.answers)
    ]
    assert len(choosing) == 3
    assert all("no-touch" in one.answers for one in choosing)


def test_a_touch_that_was_unpleasant_is_let_go_and_one_that_soothed_is_kept() -> None:
    person = taps(begun(TOUCH, "full"), "cheek", "ready", "unpleasant", "try-another", "own-hand", "ready")
    after, effects = step(person, Chose("soothing", person.turn))
    assert [effect.words for effect in effects if isinstance(effect, Keep)] == ["One hand in the other"]
    assert after.state == "touch.moment"


def test_a_kind_act_for_later_is_noted() -> None:
    person = types(taps(begun(KINDNESS, "full"), "body"), "water the plants")
    after, _ = step(person, Chose("later", person.turn))
    assert after.visit is not None
    assert (after.visit.notes["act"], after.visit.notes["homework"]) == ("water the plants", "yes")
    assert "“water the plants”" in read(step(after, Said("4"))[1], after)


def test_breath_is_one_choice_of_three_and_can_be_left_at_every_step() -> None:
    assert {"breath", "sound", "hold"} <= set(BREATHING.steps[0].answers)
    for state in ("breath", "slower"):
        assert taps(somebody_at("breathing", state), "sound-instead").state == "breathing.sound"
        assert taps(somebody_at("breathing", state), "hold-instead").state == "breathing.hold"


def test_grounding_needs_no_breath_no_touch_of_oneself_and_no_closed_eyes() -> None:
    language = texts().of("en")
    for practice in PRACTICES:
        if practice.intensity is Intensity.GROUNDING:
            said = " ".join(language.plain(f"{practice.name}-{one.name}") for one in practice.steps)
            assert not re.search(r"close your eyes|eyes closed|breathe|hand on your", said, re.I)
