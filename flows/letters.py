"""A letter while it is written and when it is kept: several messages that make one lives here.

Its messages are notes of the visit, in their order; it is kept under the instant when it began, in UTC, and
kept anew it takes its own place. When it comes back is the matter of `flows/returning.py`.
"""

from datetime import UTC, datetime

from flows.moment import Moment
from flows.person import Person
from flows.talk import Discard, Keep, Note, Recall, Recalled, Record

KIND = "letter"
LONGEST = 20_000  # characters of one letter: more than four messages filled to the brim
PART = "part:"
NAME = "letter-name"
KEPT = "letter-kept"
UNFINISHED = "letter-unfinished"  # the text that says so when a letter was left in the middle
CHOSEN = "letter"  # drafts: the name of the letter that is talked about,
WANTED = "letter-wanted"  # why the letters were asked for,
FOUND = "letter-names"  # which ones there are,
EARLIER = "letter-page"  # and how far back the list was turned
_STAMP = "%Y%m%dT%H%M%S"

# ---- writing it -----------------------------------------------------------------------------------------


def parts(moment: Moment) -> list[str]:
    """The messages written so far, in their order."""
    return [words for name, words in moment.visit.notes.items() if name.startswith(PART)]


def letter_of(moment: Moment) -> str:
    """The whole letter as it is now."""
    return "\n\n".join(parts(moment))


def has_letter(moment: Moment) -> bool:
    return bool(parts(moment))


def is_full(moment: Moment) -> bool:
    """Whether what was said now does not fit any more."""
    return len(letter_of(moment)) + len(moment.note) > LONGEST


def add_part(moment: Moment) -> None:
    """One more message of the letter; as long as it grows, the visit is not an old one."""
    if not has_letter(moment):
        moment.remember(NAME, moment.now.astimezone(UTC).strftime(_STAMP))
    moment.remember(f"{PART}{len(parts(moment)) + 1}", moment.note)
    _unmark(moment, KEPT)
    moment.in_visit(began=moment.now)


def let_go(moment: Moment) -> None:
    """The person does not want it kept."""
    _unmark(moment, *[name for name in moment.visit.notes if name.startswith(PART)], KEPT, NAME)
    moment.remember("gone", "yes")


def keep_letter(moment: Moment) -> None:
    """The letter is kept, and talked about from here on. Nothing happens where nothing was written."""
    if not has_letter(moment):
        return
    name = moment.visit.notes[NAME]
    moment.do(Keep(KIND, letter_of(moment), name=name), Record("letter-kept"))
    moment.remember(KEPT, "yes")
    moment.draft(CHOSEN, name)


def keep_unfinished(moment: Moment) -> bool:
    """A visit that ends in the midst of a letter loses no word of it. Whether there was one to keep."""
    if not has_letter(moment) or moment.visit.notes.get(KEPT):
        return False
    keep_letter(moment)
    return True


def _unmark(moment: Moment, *names: str) -> None:
    moment.in_visit(notes={name: words for name, words in moment.visit.notes.items() if name not in names})


# ---- finding it again -----------------------------------------------------------------------------------


def ask_for_all(moment: Moment) -> None:
    """All letters are wanted, to choose from."""
    moment.draft(WANTED, "list")
    moment.draft(EARLIER, "")
    moment.do(Recall(KIND))


def ask_for_chosen(moment: Moment) -> None:
    """The letter that is talked about is wanted, to be read."""
    moment.draft(WANTED, "read")
    moment.do(Recall(KIND))


def wants_list(moment: Moment) -> bool:
    return moment.person.drafts.get(WANTED) == "list"


def recalled(moment: Moment) -> tuple[Note, ...]:
    """The letters that came with this step, the oldest first."""
    return moment.incoming.notes if isinstance(moment.incoming, Recalled) else ()


def any_recalled(moment: Moment) -> bool:
    return bool(recalled(moment))


def list_them(moment: Moment) -> None:
    moment.draft(FOUND, " ".join(note.name for note in recalled(moment)))


def choose(moment: Moment) -> None:
    """The letter whose button was tapped is talked about from here on."""
    moment.draft(CHOSEN, moment.answer)


def turn_back(moment: Moment) -> None:
    """The list is turned to earlier letters."""
    page = int(moment.person.drafts.get(EARLIER, "0")) + 1
    moment.draft(EARLIER, str(page))


def chosen(person: Person) -> str:
    """The name of the letter that is talked about, or ""."""
    return person.drafts.get(CHOSEN, "")


def found_chosen(moment: Moment) -> bool:
    return chosen(moment.person) in {note.name for note in recalled(moment)}


def words_of_chosen(moment: Moment) -> str:
    """The letter that is talked about, where it came with this step."""
    return next((note.words for note in recalled(moment) if note.name == chosen(moment.person)), "")


def discard(moment: Moment) -> None:
    """The letter that is talked about is erased."""
    moment.do(Discard(KIND, chosen(moment.person)), Record("letter-discarded"))
    moment.draft(CHOSEN, "")


def written(name: str) -> datetime:
    """When a letter was begun, in UTC; its name says so. Raises ValueError for what is no name of a letter."""
    return datetime.strptime(name, _STAMP).replace(tzinfo=UTC)


# ---- answering it ---------------------------------------------------------------------------------------


def answer_it(moment: Moment) -> None:
    """The visit that begins in this step is for an answer."""
    moment.draft("answering", moment.now.isoformat())


def answering(moment: Moment) -> bool:
    return moment.person.drafts.get("answering") == moment.visit.began.isoformat()
