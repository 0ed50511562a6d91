"""Everything that a test can do to make this Telegram misbehave lives here."""

from typing import Any

from .faults import Fault, Limits
from .listener import Listener
from .server import Handler


class Trouble:
    """The part of BotApi that breaks things on purpose.

    Common parameters: `method` ("*" for all), `chat` (None for all), `times` (how many fitting calls are
    struck; None: all of them until `.lift()`), `skip` (how many fitting calls pass before).
    """

    handler: Handler
    _listener: Listener

    def fail(
        self,
        method: str = "*",
        code: int = 500,
        *,
        retry_after: int | None = None,
        chat: int | None = None,
        times: int | None = 1,
        skip: int = 0,
        description: str | None = None,
    ) -> Fault:
        """Answers with an error: 429 with `retry_after` seconds, 403 blocked, 400 chat not found, 5xx, …"""
        fault = Fault("error", method, chat, code, retry_after, description, times, skip)
        return self.handler.faults.add(fault)

    def hang(self, method: str = "*", **when: Any) -> Fault:
        """Accepts and never answers."""
        return self.handler.faults.add(_fault("hang", method, **when))

    def drop_before_acting(self, method: str = "*", **when: Any) -> Fault:
        """Closes the connection without having done anything."""
        return self.handler.faults.add(_fault("drop_before_acting", method, **when))

    def drop_after_acting(self, method: str = "*", **when: Any) -> Fault:
        """Does what was asked, then closes the connection without an answer."""
        return self.handler.faults.add(_fault("drop_after_acting", method, **when))

    def answer_html(self, method: str = "*", **when: Any) -> Fault:
        """Answers with a page of HTML, 502 unless `code` says otherwise."""
        return self.handler.faults.add(_fault("html", method, **when))

    def lift_faults(self) -> None:
        """Takes back all faults that still wait."""
        self.handler.faults.waiting.clear()

    async def away(self, *, answering_502: bool = False) -> None:
        """Nobody is there: connections are refused, or everything is answered with 502."""
        self.handler.down = answering_502
        if not answering_502:
            await self._listener.close()

    async def back(self) -> None:
        """Telegram is there again, at the same port."""
        self.handler.down = False
        await self._listener.open()

    @property
    def delay_ms(self) -> float:
        """The simulated round trip of every call."""
        return self.handler.delay * 1000

    @delay_ms.setter
    def delay_ms(self, value: float) -> None:
        self.handler.delay = value / 1000

    def enforce_limits(self, *, overall: float = 30.0, per_chat: float = 1.0, burst: int = 5) -> None:
        """From now on 429 for more than `overall`/s, or than `per_chat`/s in one chat after a burst."""
        self.handler.limits = Limits(overall, per_chat, burst)

    def lift_limits(self) -> None:
        """As many messages as anybody likes."""
        self.handler.limits = None


def _fault(
    how: str, method: str, chat: int | None = None, times: int | None = 1, skip: int = 0, code: int = 502
) -> Fault:
    return Fault(how, method, chat, code, left=times, skip=skip)
