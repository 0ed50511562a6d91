"""What a chat has heard is held against what had to be said here: in order, all of it, repeated only after a crash."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.blackbox.reckoning import Told

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
        fresh, self._life = life != self._life, life
        found = {
            (max(count, next_one + 1), next_one)
            for count, last in self._readings
            for next_one in (range(count + 1) if fresh else (last + 1,))
            if next_one < len(self.due) and self.due[next_one] == told
        }
        self.heard.append((told, life, at))
        assert found, self._complaint(told)
        self._readings = found

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
