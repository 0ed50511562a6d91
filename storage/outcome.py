"""What one change asks of the tables is worked out here, before anything is written."""

from dataclasses import dataclass, field

from flows.person import Person
from flows.talk import Drop, Effect, Erase, Keep, Plan, Record, WakeAt, Withdraw
from storage.sealing import SILENCE
from storage.values import Change, Found


@dataclass(slots=True)
class Outcome:
    """The effects of one change, added up: of two timers of the same kind only the later is wanted."""

    found: Found
    person: Person | None
    erase: bool = False
    withdraw: bool = False
    timers: dict[str, WakeAt | Plan | None] = field(default_factory=dict)
    notes: list[Keep] = field(default_factory=list)
    facts: list[Record] = field(default_factory=list)

    @property
    def needs_row(self) -> bool:
        """Whether the person's row has to be there, or to be there anew, when this is done."""
        if self.person is not None and (self.erase or self.person != self.found.person):
            return True
        nobody = self.found.id is None or self.erase
        return nobody and bool(self.notes or self.facts or any(self.timers.values()))

    def take(self, effect: Effect) -> None:
        """Adds one effect; what is said is nothing to do with the tables."""
        match effect:
            case WakeAt():
                self.timers[SILENCE] = effect
            case Plan(kind):
                self.timers[kind] = effect
            case Drop(kind):
                self.timers[kind] = None
            case Keep():
                self.notes.append(effect)
            case Record():
                self.facts.append(effect)
            case Withdraw():
                self.withdraw = True
            case Erase():
                self.forget()
            case _:
                pass

    def forget(self) -> None:
        """Nothing from before an Erase is kept; what was queued is withdrawn with it."""
        self.erase = self.withdraw = True
        for kept in (self.timers, self.notes, self.facts):
            kept.clear()


def outcome_of(change: Change) -> Outcome:
    """Raises ValueError when the row of somebody who cannot be read would be overwritten."""
    outcome = Outcome(change.found, change.person)
    for effect in change.effects:
        outcome.take(effect)
    if outcome.erase and not change.came_back:
        outcome.person = None
        outcome.forget()
    if change.found.broken and outcome.person is not None and not outcome.erase:
        raise ValueError("what cannot be read is not overwritten")
    return outcome
