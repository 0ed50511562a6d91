"""How long to wait after a failure, and after the next one, lives here."""

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """Doubles from `first` up to `longest` seconds; `jitter` (0 to 1) takes away up to half, so that
    many who failed together do not come back together.
    """

    first: float = 0.5
    longest: float = 10.0
    jitter: Callable[[], float] = random.random

    def seconds(self, failures: int) -> float:
        """The wait after the so-manieth failure in a row, counted from 1."""
        full = min(self.longest, self.first * 2.0 ** min(failures - 1, 30))
        return full * (1.0 - self.jitter() / 2)
