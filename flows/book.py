"""The whole book: every dialogue, and what works in every state."""

from flows.dialogues.backdraft import BACKDRAFT
from flows.dialogues.country import COUNTRY
from flows.dialogues.crises import CRISIS
from flows.dialogues.doors import doors
from flows.dialogues.dosing import dosing
from flows.dialogues.home import DELETE, GROUND, HOME, again
from flows.dialogues.ladder import LADDER
from flows.dialogues.looking_in import CHECKIN, CHECKIN_DOORS
from flows.dialogues.welcome import WELCOME, YOUNG
from flows.machine import Book
from flows.practice import Practice
from flows.practices import PRACTICES

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
    """The book with these practices in it."""
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
            doors(practices, CHECKIN_DOORS),
        ),
        everywhere=everywhere + own,
    )


def _door(command: str) -> str:
    return {"start": "door.home"}.get(command, f"door.{command}")
