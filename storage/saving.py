"""How what became of people is written, in an order that keeps every promise, is here."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection

from storage import keepsakes, outbox, people, timers
from storage.outcome import Outcome, outcome_of
from storage.values import Change, Outgoing
from storage.vault import Vault


def save(
    connection: Connection,
    vault: Vault,
    owner: str,
    changes: Sequence[Change],
    now: datetime,
    fired: Collection[int],
) -> list[Outgoing]:
    """Writes everything and gives the messages that this worker sends; raises ConflictError.

    A few statements for each table, however many people there are. What is withdrawn goes before what is
    said, and what has fired before what is planned, because a new plan takes the row of an old one.
    """
    outcomes = [outcome_of(change) for change in changes]
    _erase(connection, [one for one in outcomes if one.erase])
    ids = people.write(connection, vault, outcomes)
    timers.delete_ids(connection, fired)
    timers.write(connection, vault, outcomes, ids)
    keepsakes.write(connection, vault, outcomes, ids, now)
    outbox.withdraw(connection, [one.found.key for one in outcomes if one.withdraw])
    drafts = [(change.found, draft) for change in changes for draft in change.messages]
    return outbox.write(connection, vault, owner, drafts, now)


def _erase(connection: Connection, outcomes: Sequence[Outcome]) -> None:
    ids = [one.found.id for one in outcomes if one.found.id is not None]
    people.forget(connection, ids, [one.found.key for one in outcomes])
