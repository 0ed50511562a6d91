"""What a channel hands to the road: something that happened, who it happened to, and how to answer."""

from dataclasses import dataclass

from flows.talk import Incoming


@dataclass(frozen=True, slots=True)
class Arrival:
    """One update. `source` and `update` together name it for ever; timers and our own news have no number.

    `message` is the channel's number of the message whose button was tapped; `callback` the tap to answer.
    `raw` is what came, byte for byte, kept (sealed) only when we fail to process it.
    """

    channel: str
    address: str
    incoming: Incoming
    source: str = ""
    update: int | None = None
    message: int | None = None
    callback: str | None = None
    raw: bytes = b""
