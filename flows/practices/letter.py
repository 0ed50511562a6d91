"""The compassionate letter (Neff & Germer; Gilbert, CFT): to oneself, from a friend who knows every flaw.

Every message is a part of it until "Done". It is read again, kept, and comes back on a day of one's choice.
"""

from collections.abc import Mapping
from datetime import timedelta

from flows import letters
from flows.dialogues.return_days import RETURN_DOOR, return_steps
from flows.dose import is_short
from flows.listening import name_it
from flows.moment import Moment
from flows.practice import CLOSED, Door, Go, Intensity, Pillar, Practice, Step
from flows.returning import day_in_words

DONE = "dose.done"
SILENCE = timedelta(seconds=45)

WRITE = (Go("full", when=letters.is_full), Go("more", do=(letters.add_part,)))
UNWRITTEN = Go(DONE, say="letter-another-day")
SHOW = (Go("reread", when=letters.has_letter), Go("write"))
KEEP = Go("when", do=(letters.keep_letter,))
NAMED = (Go("friend", when=is_short, do=(name_it,)), Go("hurt", do=(name_it,)))
UNNAMED = (Go("friend", when=is_short), Go("hurt"))


def _whole(moment: Moment) -> Mapping[str, str]:
    return {"letter": letters.letter_of(moment)}


def _fate(moment: Moment) -> Mapping[str, str]:
    """What became of the letter: kept, gone, or none was written; and when it comes back."""
    notes = moment.visit.notes
    fate = "kept" if notes.get(letters.KEPT) else "gone" if notes.get("gone") else "none"
    return {"fate": fate, **(day_in_words(moment) if fate == "kept" else {"day": "none"})}


LETTER = Practice(
    "letter",
    origin="MSC, CFT",
    intensity=Intensity.EMOTION,
    opening="begin",
    short="begin",
    steps=(
        Step(
            "theme",
            free_text=NAMED,
            answers={"rather-not": UNNAMED},
            note_as="theme",
            pillar=Pillar.MINDFULNESS,
        ),
        Step("hurt", free_text="friend", answers={"skip": "friend"}),
        Step(
            "friend",
            answers={"nobody": "somebody"},
            free_text=WRITE,
            pause=SILENCE,
            then="write",
            pillar=Pillar.COMMON_HUMANITY,
        ),
        Step("somebody", free_text=WRITE, pause=SILENCE, then="write"),
        Step(
            "write",
            free_text=WRITE,
            answers={"begin-help": "beginnings", "not-today": UNWRITTEN},
            pillar=Pillar.SELF_KINDNESS,
            lasting=True,
        ),
        Step("beginnings", free_text=WRITE, answers={"not-today": UNWRITTEN}, lasting=True),
        Step("reply", free_text=WRITE, answers={"not-today": UNWRITTEN}, lasting=True),
        Step("more", free_text=WRITE, answers={"done": "reread"}, lasting=True),
        Step("on", free_text=WRITE, answers={"done": "reread"}, lasting=True),
        Step("full", free_text="full", answers={"done": SHOW}, lasting=True),
        Step(
            "reread",
            free_text=WRITE,
            answers={"keep-it": KEEP, "write-on": "on", "let-go": "sure"},
            values=_whole,
            again="letter-keep",
            columns=2,
            lasting=True,
        ),
        Step(
            "sure",
            answers={"keep-it": KEEP, "let-go": Go(DONE, do=(letters.let_go,))},
            lasting=True,
        ),
        *return_steps(then=DONE, never=DONE),
        Step("close", answers={"thanks": "door.after"}, free_text=CLOSED, values=_fate, lasting=True),
    ),
    doors=(Door("begin", (Go("reply", when=letters.answering), Go("theme"))), RETURN_DOOR),
)
