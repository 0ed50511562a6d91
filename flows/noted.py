"""What was noted on the way through a practice, and how it is used later, lives here."""

from flows.moment import Moment
from flows.practice import Action, Guard, Values
from flows.speaking import quoted
from flows.talk import Keep
from flows.understand.unfuse import unfuse

KIND_WORDS = "kind-words"


def note(name: str) -> Action:
    """What was answered is noted under that name (where `note_as` would note buttons, too)."""
    return lambda moment: moment.remember(name, moment.note)


def echo(text: str) -> Action:
    """What was answered is heard back in `text`; where it judges the whole person, as a thought instead."""

    def action(moment: Moment) -> None:
        thoughts = unfuse(moment.note)
        if thoughts:
            moment.say_first("unfused", {"thought": thoughts[0]})
        else:
            moment.say_first(text, {"words": quoted(moment.note)})

    return action


def mark(name: str, value: str = "yes") -> Action:
    """A note of our own: which way was taken."""
    return lambda moment: moment.remember(name, value)


def has_note(name: str) -> Guard:
    return lambda moment: bool(moment.visit.notes.get(name))


def noted(*names: str) -> Values:
    """What was noted under these names, or "none" where nothing was."""
    return lambda moment: {name: quoted(moment.visit.notes.get(name) or "none") for name in names}


def keep_answer(moment: Moment) -> None:
    """What was answered joins the person's kind words."""
    moment.do(Keep(KIND_WORDS, moment.note))


def keep_note(name: str) -> Action:
    """What was noted under that name joins the person's kind words."""
    return lambda moment: moment.do(Keep(KIND_WORDS, moment.visit.notes[name]))
