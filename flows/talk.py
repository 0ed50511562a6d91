"""Everything that can happen to a person, and everything the bot can do about it, is a value of this file.

No behaviour and no prose: `Incoming` goes into the engine, `Effect` comes out, and whatever carries them
(Telegram, a terminal, a clock, a database) lives elsewhere. All instants are aware datetimes in UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum

# ---- what happens -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begin:
    """The door of a practice was opened by a link or another program."""

    practice: str


@dataclass(frozen=True, slots=True)
class Chose:
    """A button was tapped. `turn` is the turn of the message that carried it."""

    answer: str
    turn: int


@dataclass(frozen=True, slots=True)
class Said:
    """Words arrived: typed, forwarded, or under a picture."""

    text: str


@dataclass(frozen=True, slots=True)
class Edited:
    """Words that had been sent before were changed."""

    text: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Something came that is not words. `what` names it: sticker, photo, voice, video, location, other.

    `text` is every string in it all the same (a contact's name, a file's), for the crisis screen.
    """

    what: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command, without its slash, in lower case; `args` is what was typed behind it."""

    name: str
    args: str = ""


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The silence of that turn, planned to end at `planned`, is over."""

    turn: int
    planned: datetime | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What was planned under `kind` for `planned` has come due."""

    kind: str
    planned: datetime
    what: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words that were kept at `at`, under a name where they have one."""

    words: str
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a `Recall` asked for, the oldest first."""

    kind: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person does not want our messages any more, or cannot be reached."""


@dataclass(frozen=True, slots=True)
class Unblocked:
    """The person lets us write again."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Something arrived that we failed to process; `text` is every string found in it, for the crisis screen."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Forget:
    """The person wants a row erased that we cannot read."""


Incoming = (
    Begin | Chose | Said | Edited | Sent | Command | TimeUp | Due | Recalled | Blocked | Unblocked | Broken | Forget
)  # fmt: skip

# ---- what is done -------------------------------------------------------------------------------------


class Rank(IntEnum):
    """How a message stands beside others: the lower goes first, and only CARE survives a withdrawal."""

    CARE = 0  # crisis, backdraft, answers to commands: always delivered
    PRACTICE = 1  # the words of a practice: withdrawn when it is stopped
    NUDGE = 2  # said unasked: withdrawn, expires, waits for all replies


@dataclass(frozen=True, slots=True)
class Line:
    """One text by its Fluent id, with the values of its variables."""

    text: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """One button. `label` is for names that are data (a country); otherwise the text's own label is used."""

    name: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """One message: its lines as paragraphs, its buttons in rows. Data of a button is its name and `turn`.

    `labels` is the text whose own labels the buttons have.

    `replaces` asks to change the message whose button was just tapped instead of sending another.
    `expires` is when it is no longer worth sending.
    """

    lines: tuple[Line, ...]
    rows: tuple[tuple[Answer, ...], ...] = ()
    labels: str = ""
    turn: int = 0
    rank: Rank = Rank.CARE
    replaces: bool = False
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class WakeAt:
    """A silence: `TimeUp(turn)` is wanted at `when`. A person has one at most; a new one takes its place."""

    when: datetime
    turn: int


@dataclass(frozen=True, slots=True)
class Plan:
    """`Due(kind, when, what)` is wanted at `when`; it takes the place of what was planned under that kind."""

    kind: str
    when: datetime
    what: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """What was planned under `kind` is no longer wanted ("silence" drops the `WakeAt`)."""

    kind: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Every unsent message of this person whose rank is not CARE is taken back."""


@dataclass(frozen=True, slots=True)
class Record:
    """Something worth counting happened; never the person's words."""

    fact: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Keep:
    """Words that the person wants to have again, kept under `kind`; a `name` takes the place of its like."""

    kind: str
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recall:
    """What was kept under `kind` is wanted, in this same step: it comes as `Recalled`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Discard:
    """What was kept under this kind and name is erased."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Export:
    """Everything kept about this person goes to them as one file, `line` beside it."""

    line: Line
    rank: Rank = Rank.CARE


@dataclass(frozen=True, slots=True)
class Erase:
    """Everything kept about this person is erased; messages of the same step are still sent."""


Effect = Say | WakeAt | Plan | Drop | Withdraw | Record | Keep | Recall | Discard | Export | Erase
