"""Every way in which a message can fail to arrive lives here, as a carrier tells it to the sender."""

from dataclasses import dataclass, field


class DeliveryError(Exception):
    """The message did not arrive, or nobody knows whether it did; the subclasses say which."""


class UnreachableError(DeliveryError):
    """This person cannot be written to: they blocked the bot, or the chat is gone."""


class UnacceptableError(DeliveryError):
    """The channel will never take this message; `reason` is a class of reasons, never anybody's words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TooFastError(DeliveryError):
    """The channel asks this chat to wait `seconds` before anything is sent to it again."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds:g} s")
        self.seconds = seconds


class AwayError(DeliveryError):
    """The channel cannot be used at present. `uncertain`: the message may have arrived all the same."""

    def __init__(self, reason: str, *, uncertain: bool = False) -> None:
        super().__init__(reason)
        self.uncertain = uncertain


@dataclass(slots=True)
class Outcomes:
    """What became of rows since it was asked last, by their ids; every id here may leave the outbox."""

    delivered: list[int] = field(default_factory=list)
    expired: list[int] = field(default_factory=list)
    """Not sent, because it was no longer worth it."""
    refused: list[int] = field(default_factory=list)
    """Never to be delivered: the channel does not take them, or their person cannot be reached."""
    unreachable: list[tuple[str, str]] = field(default_factory=list)
    """(channel, address) of the people who could not be reached, each once."""

    def __bool__(self) -> bool:
        return bool(self.delivered or self.expired or self.refused)
