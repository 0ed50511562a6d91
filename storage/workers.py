"""Who is alive to send what is in the outbox is known here.

Every row of the outbox that somebody sends points to that worker's row; when it goes, they are anybody's.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, String, bindparam, delete, insert, update

from storage.tables import Instant, workers

LEASE: Final = timedelta(seconds=30)  # after that much silence a worker is dead
RENEWAL: Final = timedelta(seconds=10)

_ME = bindparam("me", type_=String)
_NOW = bindparam("now", type_=Instant)
_UNTIL = bindparam("until", type_=Instant)
_LEAVE = delete(workers).where(workers.c.owner == _ME)
_ARRIVE = insert(workers).values(owner=_ME, alive_until=_UNTIL)
_RENEW = update(workers).where(workers.c.owner == _ME).values(alive_until=_UNTIL)
_BURY = delete(workers).where(workers.c.owner != _ME, workers.c.alive_until <= _NOW)


def arrive(connection: Connection, owner: str, now: datetime) -> None:
    """A worker of that name begins; what an earlier one of the same name was to send is anybody's."""
    leave(connection, owner)
    connection.execute(_ARRIVE, {"me": owner, "until": now + LEASE})


def renew(connection: Connection, owner: str, now: datetime) -> bool:
    """Says that the worker lives; False when others have taken over what it was to send."""
    until = {"me": owner, "until": now + LEASE}
    if connection.execute(_RENEW, until).rowcount:
        return True
    connection.execute(_ARRIVE, until)
    return False


def leave(connection: Connection, owner: str) -> None:
    connection.execute(_LEAVE, {"me": owner})


def bury(connection: Connection, owner: str, now: datetime) -> None:
    """Workers that have been silent for too long lose what they were to send."""
    connection.execute(_BURY, {"me": owner, "now": now})
