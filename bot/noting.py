"""What became of messages waits here until it is written down: a transaction takes it along, and none loses it."""

from bot.sending.sender import Sender


class Noting:
    """Between the sender's news and the commit that has them.

    `gather` belongs inside a transaction and `done` right behind its commit: transactions come one at a time,
    so that nothing can come in between that a commit did not hold.
    """

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._rows: list[int] = []
        self.unreachable: list[tuple[str, str]] = []
        """(channel, address) of people who turned out not to be reachable."""

    def gather(self) -> list[int]:
        """The rows that may leave the outbox; also those of transactions that failed."""
        news = self._sender.take_outcomes()
        self._rows += [*news.delivered, *news.expired, *news.refused]
        self.unreachable += [whom for whom in news.unreachable if whom not in self.unreachable]
        return list(self._rows)

    def done(self) -> None:
        """Those rows are written down."""
        self._rows = []
