"""The sentences that measure the screening live here: how they are read, and what each group asks for.

Half of every group is kept apart: rules are written while looking at the other half only. Which half a sentence
belongs to follows from its own letters, so that it never moves.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

from flows.safety import Finding, Level

FOLDER: Final = Path(__file__).parent / "samples"
LOUD: Final = (Level.URGENT, Level.CHECK)


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence. `kind` is the expected kind, or None where several would do or none is."""

    text: str
    kind: str | None

    @property
    def apart(self) -> bool:
        """Whether it belongs to the half that nobody looks at while writing rules."""
        return crc32(self.text.encode()) % 2 == 1


@dataclass(frozen=True, slots=True)
class Group:
    """What one file of sentences asks for: `levels` that are right, and the share that has to be."""

    name: str
    levels: tuple[Level, ...]
    share: float

    def samples(self) -> Iterator[Sample]:
        """Read the sentences of the group."""
        for line in (FOLDER / f"{self.name}.jsonl").read_text("utf-8").splitlines():
            yield Sample(**json.loads(line))

    def right(self, finding: Finding) -> bool:
        """Tell whether the level is one of those that the group asks for."""
        return finding.level in self.levels


# The shares are those of the plan for recognition; "quiet" groups count as right whatever is not urgent.
_QUIET: Final = (Level.CHECK, Level.OTHER, Level.NONE)
_SILENT: Final = (Level.NONE,)
FOUND: Final = (
    Group("active", LOUD, 0.98),
    Group("plan_means", LOUD, 0.92),
    Group("attempt", LOUD, 0.92),
    Group("passive", LOUD, 0.90),
    Group("veiled", LOUD, 0.50),
    Group("self_harm", LOUD, 0.98),
    Group("abuse", LOUD, 0.90),
    Group("medical", LOUD, 0.92),
    Group("harm_others", LOUD, 0.90),
    Group("contrast", LOUD, 0.90),
    Group("disguised", LOUD, 0.90),
    Group("hyperbole", LOUD, 0.95),
    Group("third_other", (Level.OTHER,), 0.90),
)
LEFT: Final = (
    Group("ordinary", _QUIET, 0.999),
    Group("sad", _QUIET, 0.97),
    Group("self_critical", _QUIET, 0.97),
    Group("figurative", _QUIET, 0.97),
    Group("negated", _QUIET, 0.90),
    Group("past", _QUIET, 0.90),
    Group("third_none", _QUIET, 0.90),
    Group("fiction", _QUIET, 0.90),
    Group("informational", _QUIET, 0.90),
    Group("grief", _QUIET, 0.97),
    Group("injury", _QUIET, 0.97),
)
SILENT: Final = tuple(Group(group.name, _SILENT, 0.0) for group in LEFT)
