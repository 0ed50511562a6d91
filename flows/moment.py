"""The throw-away object that is moved through the machine: one person, one incoming, one instant.

The engine makes it, the machine sets its `state`, guards read it, actions change `person` and add `effects`;
what is left of it afterwards is the answer of `Engine.step`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from flows.person import Person, Visit
from flows.safety import Finding
from flows.talk import Effect, Incoming, Line


class Moment:
    """What guards and actions see. `note` is what was answered, as the person would read it."""

    __slots__ = (
        "answer",
        "effects",
        "finding",
        "incoming",
        "lead",
        "note",
        "now",
        "person",
        "rating",
        "state",
    )

    def __init__(self, person: Person, incoming: Incoming, now: datetime) -> None:
        self.person = person
        self.state = person.state
        self.incoming = incoming
        self.now = now
        self.effects: list[Effect] = []
        self.lead: list[Line] = []
        self.answer = ""
        self.note = ""
        self.rating: int | None = None
        self.finding: Finding | None = None

    def change(self, **fields: Any) -> None:
        """The person with these fields changed."""
        self.person = replace(self.person, **fields)

    def do(self, *effects: Effect) -> None:
        self.effects.extend(effects)

    def say_first(self, text: str, values: Mapping[str, str | int] | None = None) -> None:
        """A line before the text of the state that is entered next."""
        self.lead.append(Line(text, values or {}))

    @property
    def visit(self) -> Visit:
        """The open visit, or an empty one that began now."""
        return self.person.visit or Visit("", self.now)

    def in_visit(self, **fields: Any) -> None:
        """The open visit with these fields changed."""
        self.change(visit=replace(self.visit, **fields))

    def remember(self, name: str, words: str) -> None:
        """Keep what was answered for the rest of this visit."""
        self.in_visit(notes={**self.visit.notes, name: words})

    def draft(self, name: str, value: str) -> None:
        """Keep an answer until the dialogue that asked for it is done; an empty one is dropped."""
        drafts = {**self.person.drafts, name: value}
        self.change(drafts={key: words for key, words in drafts.items() if words})
