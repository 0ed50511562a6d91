"""Letters that were kept: the list, reading and deleting one, answering it, and the day when one comes back."""

from collections.abc import Mapping

from flows import letters, returning
from flows.dialogues.doors import FIRST, HELD
from flows.dialogues.return_days import RETURN_DOOR, return_steps
from flows.listening import troubled
from flows.moment import Moment
from flows.pace import close_visit, paused
from flows.person import Person
from flows.practice import BACKDRAFT, END, Dialogue, Door, Go, Step
from flows.talk import Answer

LISTEN = "door.listen"
LISTED = 6  # letters that are shown at once
MORE = "earlier"
ANSWER = Go("door.letter", do=(letters.answer_it,))


def _listed(person: Person) -> tuple[Answer, ...]:
    """The newest first, each with the day it was written on."""
    names = sorted(person.drafts.get(letters.FOUND, "").split(), reverse=True)
    first = int(person.drafts.get(letters.EARLIER, "0")) * LISTED
    shown = tuple(
        Answer(name, returning.written_in_words(person, name)) for name in names[first : first + LISTED]
    )
    return (*shown, Answer(MORE)) if len(names) > first + LISTED else shown


def _wants_earlier(moment: Moment) -> bool:
    return moment.answer == MORE


def _read(moment: Moment) -> Mapping[str, str]:
    return {"letter": letters.words_of_chosen(moment) or "…", **_written(moment)}


def _written(moment: Moment) -> Mapping[str, str]:
    name = letters.chosen(moment.person)
    return {"written": returning.written_in_words(moment.person, name) if name else "none"}


LETTERS = Dialogue(
    "letters",
    steps=(
        # What is asked for comes in the same transaction: nobody stays in `look` or `fetch`.
        Step("look", do=(close_visit, letters.ask_for_all), free_text=LISTEN),
        Step(
            "list",
            options=_listed,
            picked=(
                Go("list", when=_wants_earlier, do=(letters.turn_back,)),
                Go("one", do=(letters.choose,)),
            ),
            answers={"write": "door.letter", "home": END},
            free_text=LISTEN,
        ),
        Step("none", answers={"write": "door.letter", "home": END}, free_text=LISTEN),
        Step(
            "one",
            answers={"read-it": "fetch", "come-back": "when", "delete-it": "delete", "letters": "look"},
            values=_written,
            columns=2,
        ),
        Step("fetch", do=(letters.ask_for_chosen,), free_text=LISTEN),
        Step(
            "letter",
            answers={
                "answer-it": ANSWER,
                "come-back": "when",
                "delete-it": "delete",
                "its-enough": "home.enough",
                "stirs": BACKDRAFT,
            },
            free_text=Go(LISTEN, when=troubled),
            values=_read,
            again="letters-read",
            columns=2,
        ),
        Step("gone", answers={"home": END}, free_text=LISTEN),
        Step(
            "delete",
            answers={
                "delete-it": Go("deleted", do=(returning.stay_put, letters.discard)),
                "keep-it": "one",
            },
            columns=2,
        ),
        Step("deleted", answers={"letters": "look", "home": END}, free_text=LISTEN, columns=2),
        Step(
            "back",
            answers={
                "read-it": Go("fetch", do=(returning.stay_put,)),
                "later": "when",
                "not-any-more": Go("stays", do=(returning.stay_put,)),
            },
            columns=2,
        ),
        *return_steps(then="set", never="stays"),
        Step(
            "set",
            answers={"fine": END, "another-day": "when"},
            values=returning.day_in_words,
            free_text=LISTEN,
            columns=2,
        ),
        Step("stays", answers={"letters": "look", "home": END}, free_text=LISTEN, columns=2),
    ),
    doors=(RETURN_DOOR,),
)

LETTER_DOORS = (
    # One's own letters can be read at every pace, at one's own word; only nothing is sent.
    Door("letters", (*FIRST, Go("letters.look", when=paused, say="letters-gently"), Go("letters.look"))),
    Door(
        "letter-back",
        (
            HELD,
            Go("letters.back", when=returning.letter_waits, do=(close_visit, returning.offer)),
            Go(END),
        ),
    ),
    Door(
        "recalled-letter",
        (
            HELD,
            Go("letters.none", when=lambda m: letters.wants_list(m) and not letters.any_recalled(m)),
            Go("letters.list", when=letters.wants_list, do=(letters.list_them,)),
            Go("letters.letter", when=letters.found_chosen),
            Go("letters.gone"),
        ),
    ),
)
