"""The whole book: every dialogue, and what works in every state."""

from flows.dialogues.backdraft import BACKDRAFT
from flows.dialogues.country import COUNTRY
from flows.dialogues.crises import CRISIS
from flows.dialogues.doors import doors
from flows.dialogues.dosing import dosing
from flows.dialogues.home import DELETE, GROUND, HOME, again
from flows.dialogues.ladder import LADDER
from flows.dialogues.learning import LEARN_DOORS, learning
from flows.dialogues.letters import LETTER_DOORS, LETTERS
from flows.dialogues.looking_in import CHECKIN, CHECKIN_DOORS
from flows.dialogues.welcome import WELCOME, YOUNG
from flows.machine import Book
from flows.practice import Dialogue, Door, Practice
from flows.practices import COMING, PRACTICES

COMMANDS = (
    "break",
    "ground",
    "feet",
    "senses",
    "checkin",
    "pause",
    "resume",
    "backdraft",
    "sos",
    "country",
    "home",
    "stop",
    "start",
    "delete",
)
RULES = (
    ("worse", "door.backdraft"),
    ("crisis", "door.crisis"),
    ("check", "door.check"),
    ("worried", "door.worried"),
    ("again", "door.again"),
    ("due:checkin", "door.look-in"),
    ("due:snooze", "door.look-in"),
    ("due:follow-up", "door.follow-up"),
)


def book(practices: tuple[Practice, ...] = PRACTICES) -> Book:
    """The book that is offered, with these practices in it."""
    return _bind(practices, (), CHECKIN_DOORS, ())


def manuscript() -> Book:
    """Everything that is written, offered already or still to come: what `lint-content` reads."""
    practices = (*PRACTICES, *COMING)
    more = (learning(practices), LETTERS)
    return _bind(practices, more, (*CHECKIN_DOORS, *LEARN_DOORS, *LETTER_DOORS), (("/learn", "door.learn"),))


def _bind(
    practices: tuple[Practice, ...],
    more: tuple[Dialogue, ...],
    others: tuple[Door, ...],
    ways: tuple[tuple[str, str], ...],
) -> Book:
    everywhere = tuple((f"/{name}", _door(name)) for name in COMMANDS) + RULES
    own = tuple((f"/{p.name}", f"door.{p.name}") for p in practices if p.name not in COMMANDS)
    return Book(
        dialogues=(
            WELCOME,
            YOUNG,
            COUNTRY,
            HOME,
            again(practices),
            GROUND,
            dosing(practices),
            *practices,
            LADDER,
            BACKDRAFT,
            CHECKIN,
            CRISIS,
            DELETE,
            *more,
            doors(practices, others),
        ),
        everywhere=everywhere + own + ways,
    )


def _door(command: str) -> str:
    return {"start": "door.home"}.get(command, f"door.{command}")
