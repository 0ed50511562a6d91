"""Whether the channel can be used at all is judged here: in an outage one message at a time knocks."""

import logging
from typing import Final

from bot.sending.backoff import Backoff

logger = logging.getLogger(__name__)

SEVERAL: Final = 3  # chats that failed, with no success in between, are no longer a single chat's trouble


class Outage:
    """Begins when several chats fail in a row, ends with the first success. Seconds are monotonic."""

    def __init__(self, backoff: Backoff) -> None:
        self._backoff = backoff
        self._failed: set[bytes] = set()
        self._knocks = 0
        self._next_knock = 0.0

    @property
    def lasts(self) -> bool:
        return self._knocks > 0

    def wait(self, now: float) -> float:
        """Seconds until the next knock; 0 when there is no outage, too."""
        return max(0.0, self._next_knock - now) if self.lasts else 0.0

    def failed(self, chat: bytes, now: float) -> None:
        """Calls that were under way when it began do not count as knocks."""
        if len(self._failed) < SEVERAL:
            self._failed.add(chat)
        if len(self._failed) >= SEVERAL and self.wait(now) <= 0.0:
            if not self.lasts:
                logger.warning("Messages do not get through; they wait")
            self._knocks += 1
            self._next_knock = now + self._backoff.seconds(self._knocks)

    def succeeded(self) -> bool:
        """Whether this success ended an outage."""
        ended = self.lasts
        if ended:
            logger.warning("Messages get through again")
        if self._failed:
            self._failed.clear()
            self._knocks = 0
        return ended
