"""The declarations that export, erasure and docs/privacy.md rely on are complete."""

from sqlalchemy import LargeBinary

from storage.export import READERS
from storage.tables import metadata, people

PERSONAL = [table for table in metadata.tables.values() if any(c.info.get("personal") for c in table.columns)]


def test_every_column_is_declared_personal_or_not() -> None:
    undeclared = [str(c) for t in metadata.tables.values() for c in t.columns if "personal" not in c.info]
    assert undeclared == []


def test_every_table_with_something_personal_says_whose_it_is() -> None:
    assert {table.name for table in PERSONAL} == {
        table.name for table in metadata.tables.values() if "link" in table.info
    }
    assert all(table.info["link"] in table.c for table in PERSONAL)


def test_what_hangs_on_a_person_goes_with_them() -> None:
    for table in PERSONAL:
        if table.info["link"] == "person_id":
            (key,) = table.c.person_id.foreign_keys
            assert key.column is people.c.id
            assert key.ondelete == "CASCADE"


def test_every_sealed_column_can_be_exported_and_nothing_else_is_opaque() -> None:
    sealed = {str(c) for table in PERSONAL for c in table.columns if c.info.get("sealed")}
    assert sealed == set(READERS)
    opaque = {str(c) for table in PERSONAL for c in table.columns if isinstance(c.type, LargeBinary)}
    assert opaque - sealed == {"people.key", "timers.slot", "outbox.chat", "failures.chat"}
