"""The keys are made once, kept apart from the database, and never replaced while somebody depends on them."""

import asyncio
import stat
from base64 import b64decode, b64encode, urlsafe_b64encode
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import KeyDroppedError, KeyFileError, KeyMissingError, OperatorMustActError, WrongKeyError
from storage.keys import open_vault, parse_keys
from storage.migrate import migrate
from storage.store import Store
from storage.tables import meta, people
from storage.vault import Vault
from tests.storage.world import ADA, change, count, person, rows

OLD, NEW, STRANGE = b"o" * 32, b"n" * 32, b"s" * 32


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "selfkind.key"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def files_beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def read(path: Path) -> bytes:
    return path.read_bytes()


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)


def remove(path: Path) -> None:
    path.unlink()


async def meet_ada(database: Database, vault: Vault) -> None:
    await change(Store(database, vault, "worker"), ADA, country="PT")


async def country(database: Database, vault: Vault) -> str | None:
    return (await person(Store(database, vault, "worker"), ADA)).country


async def test_without_any_key_a_file_is_made_that_only_its_owner_reads(
    database: Database, key_file: Path
) -> None:
    await meet_ada(database, await open_vault(database, key_file=key_file))
    assert (mode(key_file), mode(key_file.parent)) == (0o600, 0o700)
    assert files_beside(key_file) == [key_file.name]
    assert len(b64decode(read(key_file))) == 32
    assert await country(database, await open_vault(database, key_file=key_file)) == "PT"


async def test_no_key_is_made_when_somebody_is_there(database: Database, key_file: Path) -> None:
    await meet_ada(database, await open_vault(database, key_file=key_file))
    remove(key_file)
    before = await rows(database, meta)
    with pytest.raises(KeyMissingError, match="ENCRYPTION_KEY"):
        await open_vault(database, key_file=key_file)
    assert files_beside(key_file) == []
    assert await rows(database, meta) == before


async def test_a_lost_key_of_an_empty_database_is_no_loss(database: Database, key_file: Path) -> None:
    await open_vault(database, key_file=key_file)
    remove(key_file)
    await meet_ada(database, await open_vault(database, key_file=key_file))
    assert await country(database, await open_vault(database, key_file=key_file)) == "PT"


async def test_neither_key_nor_file_is_no_start(database: Database) -> None:
    with pytest.raises(KeyMissingError):
        await open_vault(database)


@pytest.mark.parametrize("people_there", [True, False])
async def test_a_wrong_key_touches_nothing(database: Database, people_there: bool) -> None:
    vault = await open_vault(database, [OLD])
    if people_there:
        await meet_ada(database, vault)
    before = [await rows(database, table) for table in (meta, people)]
    with pytest.raises(WrongKeyError):
        await open_vault(database, [STRANGE])
    assert [await rows(database, table) for table in (meta, people)] == before


async def test_a_wrong_key_file_is_a_wrong_key(database: Database, key_file: Path) -> None:
    await meet_ada(database, await open_vault(database, [OLD]))
    write(key_file, b64encode(STRANGE))
    with pytest.raises(WrongKeyError):
        await open_vault(database, key_file=key_file)


async def test_a_new_key_in_front_finds_everybody_and_then_writes(database: Database) -> None:
    await meet_ada(database, await open_vault(database, [OLD]))
    both = await open_vault(database, [NEW, OLD])
    assert await country(database, both) == "PT"
    await change(Store(database, both, "worker"), ADA, country="DE")
    assert await country(database, await open_vault(database, [OLD, NEW])) == "DE"


async def test_an_old_key_cannot_be_dropped_while_it_may_be_needed(database: Database) -> None:
    await meet_ada(database, await open_vault(database, [OLD]))
    await open_vault(database, [NEW, OLD])
    with pytest.raises(KeyDroppedError, match="older encryption key"):
        await open_vault(database, [NEW])
    with pytest.raises(WrongKeyError):
        await open_vault(database, [OLD])
    assert await country(database, await open_vault(database, [NEW, OLD])) == "PT"


async def test_the_lookup_key_is_random_and_never_in_clear(database: Database, tmp_path: Path) -> None:
    vault = await open_vault(database, [OLD])
    second = Database.open(f"sqlite+aiosqlite:///{tmp_path}/second.db")
    await migrate(second)
    assert (await open_vault(second, [OLD])).key_of(*ADA) != vault.key_of(*ADA)
    await second.close()
    assert all(vault._lookup_key not in row["value"] for row in await rows(database, meta))


async def test_two_starts_at_once_agree_on_one_key(url: str, database: Database, key_file: Path) -> None:
    second = Database.open(url)
    vaults = await asyncio.gather(
        *(open_vault(one, key_file=key_file) for one in (database, second, database, second))
    )
    await second.close()
    assert len({vault.key_of(*ADA) for vault in vaults}) == 1
    assert await count(database, meta) == 2


@pytest.mark.parametrize(
    "content", [b"", b"not base64!", b64encode(b"short"), b"\xff\xfe", b64encode(OLD) + b","]
)
async def test_a_key_file_that_holds_no_key_is_refused(
    database: Database, key_file: Path, content: bytes
) -> None:
    write(key_file, content)
    with pytest.raises(KeyFileError):
        await open_vault(database, key_file=key_file)
    assert read(key_file) == content


async def test_a_key_file_that_cannot_be_read_is_refused(database: Database, tmp_path: Path) -> None:
    with pytest.raises(KeyFileError):
        await open_vault(database, key_file=tmp_path)  # it is a directory


def test_keys_are_read_in_both_alphabets_and_several_at_once() -> None:
    text = f"{b64encode(NEW).decode()}, {urlsafe_b64encode(b'?' * 32).decode()}"
    assert parse_keys(text) == (NEW, b"?" * 32)


def test_a_mistaken_key_is_not_repeated() -> None:
    with pytest.raises(ValueError, match="32 bytes") as caught:
        parse_keys("c2VjcmV0")
    assert "c2VjcmV0" not in str(caught.value)


@pytest.mark.parametrize("error", OperatorMustActError.__subclasses__())
def test_every_refusal_is_one_sentence_for_the_operator(error: type[OperatorMustActError]) -> None:
    assert str(error()).endswith(".")
    assert "\n" not in str(error())
