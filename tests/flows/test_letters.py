"""Letters are written in as many messages as one likes, kept whole, found again, and deleted for good."""

from datetime import timedelta
from itertools import pairwise

from flows import letters
from flows.dialogues.letters import LISTED
from flows.moment import Moment
from flows.talk import Command, Keep
from tests.flows.writing import Writer, paused


def test_several_messages_make_one_letter_which_is_shown_back_before_it_is_kept() -> None:
    ada = (
        Writer()
        .types("/letter")
        .taps("5", "short", "rather-not", "ready")
        .types("Dear Ada,", "be well.", "You")
    )
    ada.taps("done")
    assert "Dear Ada,\n\nbe well.\n\nYou" in ada.read
    assert not ada.kept
    ada.taps("keep-it")
    assert [note.words for note in ada.kept.values()] == ["Dear Ada,\n\nbe well.\n\nYou"]


def test_no_answer_to_a_part_is_said_twice_in_a_row() -> None:
    ada = Writer().types("/letter").taps("5", "short", "rather-not", "ready")
    said = [ada.types(f"line {n}").read for n in range(8)]
    assert all(one != next_one for one, next_one in pairwise(said))


def test_what_is_sent_after_the_rereading_joins_the_letter() -> None:
    ada = Writer().types("/letter").taps("5", "short", "rather-not", "ready").types("Dear Ada,").taps("done")
    ada.types("One thing more.").taps("done", "keep-it")
    assert [note.words for note in ada.kept.values()] == ["Dear Ada,\n\nOne thing more."]


def test_writing_during_the_quiet_begins_the_letter() -> None:
    ada = Writer().types("/letter").taps("5", "short", "rather-not").types("Dear Ada,")
    assert ada.state == "letter.more"


def test_a_letter_that_is_let_go_is_kept_nowhere() -> None:
    ada = Writer().types("/letter").taps("5", "short", "rather-not", "ready").types("Dear Ada,")
    ada.taps("done", "let-go", "let-go").finishes()
    assert not ada.kept
    assert ada.person.visit is None


def test_what_does_not_fit_is_said_and_the_rest_is_kept() -> None:
    ada = Writer().types("/letter").taps("5", "short", "rather-not", "ready").types("Dear Ada,", "x" * 30_000)
    assert "is not in it" in ada.read
    ada.taps("done", "keep-it")
    assert [note.words for note in ada.kept.values()] == ["Dear Ada,"]


def test_a_letter_left_in_the_middle_is_written_on_days_later() -> None:
    ada = Writer().types("/letter").taps("5", "short", "rather-not", "ready").types("Dear Ada,")
    ada.waits(timedelta(days=3)).types("here I am again").taps("done", "keep-it", "not-at-all")
    assert [note.words for note in ada.kept.values()] == ["Dear Ada,\n\nhere I am again"]
    assert ada.types("4").state == "letter.close"


def test_an_unfinished_letter_can_be_kept_once() -> None:
    ada = Writer().types("/letter").taps("5", "short", "rather-not", "ready").types("Dear Ada,")
    moment = Moment(ada.person, Command("home"), ada.now)
    assert letters.keep_unfinished(moment)
    assert not letters.keep_unfinished(moment)
    assert [effect.words for effect in moment.effects if isinstance(effect, Keep)] == ["Dear Ada,"]


def test_letters_are_listed_reread_and_deleted() -> None:
    ada = Writer().writes("Dear Ada,", "be well.").taps("not-at-all").finishes()
    ada.types("/letters")
    assert ada.labels == ["24 November 2026, 12:00", "Write a new one", "Home"]
    ada.taps(ada.names[0], "read-it")
    assert "Dear Ada,\n\nbe well." in ada.read
    ada.taps("delete-it")
    assert len(ada.kept) == 1
    ada.taps("delete-it", "letters")
    assert not ada.kept
    assert ada.state == "letters.none"


def test_the_newest_letters_come_first_and_earlier_ones_are_a_tap_away() -> None:
    ada = Writer()
    for n in range(LISTED + 2):
        ada.waits(timedelta(days=1)).writes(f"letter {n}").taps("not-at-all").finishes()
    ada.types("/letters")
    assert ada.labels[0].startswith("2 December")
    assert "Earlier ones" in ada.labels
    ada.taps("earlier")
    assert ada.labels[:2] == ["26 November 2026, 12:00", "25 November 2026, 12:00"]
    ada.taps(ada.names[0], "read-it")
    assert "letter 0" in ada.read


def test_what_is_not_understood_under_a_letter_does_not_need_the_letter_again() -> None:
    ada = Writer().writes("Dear Ada,").taps("not-at-all").finishes().types("/letters")
    ada.taps(ada.names[0], "read-it").types("hm")
    assert ada.state == "letters.letter"
    assert "The letter is above." in ada.read


def test_a_letter_that_stirs_things_up_can_be_stopped() -> None:
    ada = Writer().writes("Dear Ada,").taps("not-at-all").finishes().types("/letters")
    assert ada.taps(ada.names[0], "read-it", "stirs").state == "backdraft.stop"


def test_words_of_distress_under_a_letter_are_met() -> None:
    ada = Writer().writes("Dear Ada,").taps("not-at-all").finishes().types("/letters")
    assert ada.taps(ada.names[0], "read-it").types("this is too much").state == "home.overwhelmed"


def test_in_a_pause_ones_letters_can_be_read_and_none_can_be_written() -> None:
    ada = paused(Writer().writes("Dear Ada,").taps("not-at-all").finishes()).types("/letters")
    assert "It's fine to leave them closed" in ada.read
    assert "Dear Ada," in ada.taps(ada.names[0], "read-it").read
    assert ada.taps("answer-it").state == "backdraft.rest"
