"""Somebody who writes letters, as tests want it, lives here: with the real engine, and with all that is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Self

from bot.program import texts
from bot.render import Renderer
from flows import returning
from flows.dialogues.letters import LETTER_DOORS, LETTERS
from flows.engine import Engine
from flows.hearing import Meaning
from flows.machine import Book
from flows.moment import Moment
from flows.person import Pace, Person
from flows.talk import (
    Chose,
    Command,
    Discard,
    Drop,
    Due,
    Effect,
    Incoming,
    Keep,
    Note,
    Plan,
    Recall,
    Recalled,
    Said,
    Say,
)
from tests.flows.practices.walking import SETTLED, pages

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
RULES = (
    ("/letters", "door.letters"),
    ("recalled:letter", "door.recalled-letter"),
    ("due:letter", "door.letter-back"),
)


def with_letters() -> Book:
    """The book with the letters in it, registered or not."""
    book = pages()
    if any(dialogue.name == "letters" for dialogue in book.dialogues):
        return book
    known = tuple(
        replace(one, doors=(*one.doors, *LETTER_DOORS)) if one.name == "door" else one
        for one in book.dialogues
    )
    return Book((*known, LETTERS), (*book.everywhere, *RULES))


@cache
def engine() -> Engine:
    """One for all tests: it holds nothing of anybody."""
    return Engine(with_letters(), texts())


class Writer:
    """Somebody who writes letters, with what is kept and planned for them."""

    def __init__(self, person: Person = SETTLED) -> None:
        self.person = person
        self.now = NOON
        self.kept: dict[str, Note] = {}
        self.planned: datetime | None = None
        self.read = ""
        self.labels: list[str] = []

    def taps(self, *answers: str) -> Self:
        for answer in answers:
            self._gets(Chose(answer, self.person.turn))
        return self

    def types(self, *words: str) -> Self:
        for text in words:
            self._gets(Command(text[1:]) if text.startswith("/") else Said(text))
        return self

    def writes(self, *words: str) -> Self:
        """A letter from the beginning up to the question when it comes back."""
        self.types("/letter").taps("5", "short", "rather-not", "ready").types(*words)
        return self.taps("done", "keep-it")

    def finishes(self) -> Self:
        return self.types("4").taps("thanks")

    def waits(self, span: timedelta) -> Self:
        """Time passes; a letter that comes due on the way is treated as the engine does."""
        end, self.read = self.now + span, ""
        while self.planned is not None and self.planned <= end:
            self.now, self.planned = max(self.now, self.planned), None
            self._comes_due()
        self.now = end
        return self

    def _comes_due(self) -> None:
        moment = Moment(self.person, Due("letter", self.now), self.now)
        if returning.may_come(moment):
            engine().fire(moment, Meaning("due:letter"))
        else:
            returning.postpone(moment)
        self._take(moment.person, moment.effects)

    def does(self, moment: Moment) -> None:
        self._take(moment.person, moment.effects)

    def _gets(self, incoming: Incoming) -> None:
        self.read = ""
        self._take(*engine().step(self.person, incoming, self.now))

    def _take(self, person: Person, effects: list[Effect]) -> None:
        self.person = person
        for effect in effects:
            self._keep(effect)
        if any(isinstance(effect, Recall) for effect in effects):
            moment = Moment(self.person, Recalled("letter", tuple(self.kept.values())), self.now)
            assert engine().fire(moment, Meaning("recalled:letter"))
            self._take(moment.person, moment.effects)

    def _keep(self, effect: Effect) -> None:
        match effect:
            case Keep("letter", words, name):
                self.kept[name] = Note(words, self.now, name)
            case Discard("letter", name):
                del self.kept[name]
            case Plan("letter", when):
                self.planned = when
            case Drop("letter"):
                self.planned = None
            case Say():
                message = Renderer(texts()).message(effect, self.person.language)
                self.read += message.text + "\n"
                self.labels = [button.label for row in message.buttons for button in row]
            case _:
                pass

    @property
    def state(self) -> str:
        return self.person.state

    @property
    def names(self) -> list[str]:
        return list(self.kept)


def paused(writer: Writer) -> Writer:
    """The same person in a pause, with no follow-up wanted."""
    resting = {"pace": Pace.PAUSED, "held_back": "steps", "state": "backdraft.rest", "visit": None}
    moment = Moment(writer.person, Command("home"), writer.now)
    moment.change(**resting, follow_up_asked=True)
    writer.person = moment.person
    return writer
