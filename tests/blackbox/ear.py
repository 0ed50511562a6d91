"""What a chat has heard is held against what had to be said here: in order, all of it, repeated only after a crash."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.blackbox.reckoning import Told

UNNOTED = 8  # so many messages to one chat at most were sent and not noted: a burst, and what came before it
_Place = tuple[int, int]  # how many were heard in all; which one was heard last in the present life


@dataclass(slots=True)
class Ear:
    """One chat. `due` is what had to be said, and may still grow.

    Within one life of the process, one message follows the other. A new life may begin earlier, with what the
    last one had sent and not noted. Where texts are the same, several readings are possible: all are kept.
    """

    due: Sequence[Told]
    heard: list[tuple[Told, int, float]] = field(default_factory=list)
    _readings: set[_Place] = field(default_factory=lambda: {(0, -1)})
    _life: int = -1

    def hears(self, told: Told, life: int, at: float) -> None:
        """AssertionError when it should not have been said now."""
        found = self.readings(told, life)
        self.heard.append((told, life, at))
        assert found, self._complaint(told)
        self._readings, self._life = found, life

    def readings(self, told: Told, life: int) -> set[_Place]:
        """What it can be; nothing when it should not be said now."""
        fresh = life != self._life
        return {
            (max(count, number + 1), number)
            for count, last in self._readings
            for number in (range(max(0, count - UNNOTED), count + 1) if fresh else (last + 1,))
            if number < len(self.due) and self.due[number] == told
        }

    @property
    def count(self) -> int:
        """How many of `due` were heard."""
        return max(count for count, _ in self._readings)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.count == len(self.due)

    @property
    def repeats(self) -> int:
        """How many messages came again."""
        return len(self.heard) - self.count

    def unnoted(self, ends: Sequence[float]) -> list[float]:
        """Of each message that came again: how many seconds before the end of its life it had come."""
        found, last = [], dict[Told, tuple[int, float]]()
        for told, life, at in self.heard:
            if told in last and last[told][0] < life:
                found.append(ends[last[told][0]] - last[told][1])
            last[told] = (life, at)
        return found

    def _complaint(self, told: Told) -> str:
        before = "\n".join(f"  life {life}: {one.text!r} {one.rows}" for one, life, _ in self.heard[-6:])
        awaited = "\n".join(f"  {one.text!r} {one.rows}" for one in self.due[self.count :][:3])
        return f"nobody should have said this now:\n{told.text!r}\nlast heard:\n{before}\nawaited:\n{awaited}"
