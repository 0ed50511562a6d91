"""Everything that a person gathers over time is written here: the words they keep, and what was counted."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, insert

from storage import sealing
from storage.dialects import fresh_ids
from storage.many import execute_many
from storage.outcome import Outcome
from storage.tables import facts, notes
from storage.vault import Vault

_INSERT_NOTES = insert(notes)
_INSERT_FACTS = insert(facts)


def write(
    connection: Connection,
    vault: Vault,
    outcomes: Sequence[Outcome],
    ids: Mapping[bytes, int],
    now: datetime,
) -> None:
    """Adds what the changes ask to keep, for everybody who has a row."""
    rows = [one for one in outcomes if one.found.key in ids]
    if kept := [(one.found.key, note) for one in rows for note in one.notes]:
        numbered = zip(fresh_ids(connection, notes, len(kept)), kept, strict=True)
        sealed = [(n, key, sealing.seal_note(vault, key, n, note, now)) for n, (key, note) in numbered]
        execute_many(connection, _INSERT_NOTES, _rows(sealed, ids))
    if counted := [(one.found.key, fact) for one in rows for fact in one.facts]:
        numbers = zip(fresh_ids(connection, facts, len(counted)), counted, strict=True)
        sealed = [(n, key, sealing.seal_fact(vault, key, n, fact, now)) for n, (key, fact) in numbers]
        execute_many(connection, _INSERT_FACTS, _rows(sealed, ids))


def _rows(sealed: Sequence[tuple[int, bytes, bytes]], ids: Mapping[bytes, int]) -> list[dict[str, object]]:
    return [{"id": n, "person_id": ids[key], "payload": payload} for n, key, payload in sealed]
