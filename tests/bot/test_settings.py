"""What an operator sets, and what they are told when it cannot be used."""

import os
from base64 import b64encode, urlsafe_b64encode
from pathlib import Path

import pytest

from bot.errors import KeyLostError, OperatorError, SettingsError
from bot.settings import Settings, load

TOKEN = "123456:marker-of-the-token"  # noqa: S105  nobody's token
KEY = b64encode(b"k" * 32).decode()


def settings(**environ: str) -> Settings:
    """Settings from these variables alone."""
    return load(environ, dotenv=None)


def mistakes(**environ: str) -> tuple[str, ...]:
    """What the operator is told about these variables."""
    with pytest.raises(SettingsError) as told:
        settings(**environ)
    return told.value.mistakes


def test_nothing_needs_to_be_set() -> None:
    """The terminal conversation starts without any setting."""
    found = settings()
    assert found.telegram_bot_token is None
    assert found.telegram_api_url == "https://api.telegram.org"
    assert found.database_url == "sqlite+aiosqlite:///data/selfkind.db"
    assert found.encryption_keys == ()
    assert found.send_rate_per_second == 30
    assert (found.log_level, found.log_format) == ("INFO", "text")
    assert (found.operator_name, found.operator_contact) == (None, None)


def test_the_key_lies_apart_from_the_database() -> None:
    """A copy of the database's directory listing never contains the key beside it."""
    found = settings()
    assert found.sqlite_file is not None
    assert found.encryption_key_file.parent != found.sqlite_file.parent
    assert found.heartbeat_file == found.sqlite_file.with_name("heartbeat")


def test_the_key_may_not_be_the_database() -> None:
    """Two settings that name one file are refused."""
    (told,) = mistakes(DATABASE_URL="sqlite:///one", ENCRYPTION_KEY_FILE="one")
    assert told.startswith("ENCRYPTION_KEY_FILE ")


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("sqlite:///data/a.db", "sqlite+aiosqlite:///data/a.db"),
        ("sqlite:////srv/a.db", "sqlite+aiosqlite:////srv/a.db"),
        ("sqlite+aiosqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("postgres://me:p%40ss@host/name", "postgresql+asyncpg://me:p%40ss@host/name"),
        ("postgresql://host:5433/name?ssl=require", "postgresql+asyncpg://host:5433/name?ssl=require"),
        ("postgresql+asyncpg://host/name", "postgresql+asyncpg://host/name"),
    ],
)
def test_database_addresses_get_their_async_driver(written: str, used: str) -> None:
    """An operator writes the address that everybody writes."""
    assert settings(DATABASE_URL=written).database_url == used


def test_postgresql_has_no_file_but_a_heartbeat() -> None:
    """Without a database file, the heartbeat is in the data directory."""
    found = settings(DATABASE_URL="postgresql://host/name")
    assert found.sqlite_file is None
    assert found.heartbeat_file == Path("data/heartbeat")


def test_several_keys_in_either_alphabet() -> None:
    """The first key writes; both forms of base64 are read."""
    other = bytes(range(224, 256))
    found = settings(ENCRYPTION_KEY=f"{urlsafe_b64encode(other).decode()}, {KEY}")
    assert found.encryption_keys == (other, b"k" * 32)


def test_addresses_and_words_are_taken_as_people_write_them() -> None:
    """A slash too many and small letters are no mistakes."""
    found = settings(TELEGRAM_API_URL="http://127.0.0.1:8081/", LOG_LEVEL="debug", LOG_FORMAT="JSON")
    assert found.telegram_api_url == "http://127.0.0.1:8081"
    assert (found.log_level, found.log_format) == ("DEBUG", "json")
    assert settings(SEND_RATE_PER_SECOND="0").send_rate_per_second == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "no-colon"),
        ("TELEGRAM_BOT_TOKEN", "123:with space"),
        ("TELEGRAM_API_URL", "bot.example.org"),
        ("TELEGRAM_API_URL", "http://[broken"),
        ("DATABASE_URL", "data/selfkind.db"),
        ("DATABASE_URL", "mysql://host/name"),
        ("DATABASE_URL", "postgresql+psycopg://host/name"),
        ("DATABASE_URL", "postgresql://host:port/name"),
        ("DATABASE_URL", "sqlite+aiosqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("ENCRYPTION_KEY", "c2hvcnQ="),
        ("ENCRYPTION_KEY", f"{KEY},"),
        ("ENCRYPTION_KEY", "not base64 at all!"),
        ("SEND_RATE_PER_SECOND", "-1"),
        ("SEND_RATE_PER_SECOND", "nan"),
        ("SEND_RATE_PER_SECOND", "many"),
        ("LOG_LEVEL", "loud"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_one_sentence_for_a_mistake(name: str, value: str) -> None:
    """The sentence begins with the setting's name, ends, and does not repeat what was written."""
    (told,) = mistakes(**{name: value})
    assert told.startswith(f"{name} ")
    assert told.endswith(".")
    assert value not in told


def test_all_mistakes_at_once() -> None:
    """Nobody has to start the program once for each mistake."""
    told = mistakes(SEND_RATE_PER_SECOND="x", LOG_LEVEL="loud", DATABASE_URL="nowhere")
    assert [sentence.split()[0] for sentence in told] == ["DATABASE_URL", "SEND_RATE_PER_SECOND", "LOG_LEVEL"]


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """What is set for this start counts more than what is written down; empty counts as absent."""
    file = tmp_path / ".env"
    file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nOPERATOR_NAME='A B'\nLOG_LEVEL=ERROR\nLOG_FORMAT=\n")
    found = load({"LOG_LEVEL": "DEBUG", "OPERATOR_NAME": " "}, dotenv=file)
    assert found.telegram_bot_token == TOKEN
    assert found.operator_name == "A B"
    assert (found.log_level, found.log_format) == ("DEBUG", "text")


def test_the_file_changes_nothing_outside(tmp_path: Path) -> None:
    """Reading settings leaves the process's own environment alone."""
    before = dict(os.environ)
    (tmp_path / ".env").write_text(f"ENCRYPTION_KEY={KEY}\n")
    assert load(None, dotenv=tmp_path / ".env").encryption_keys == (b"k" * 32,)
    assert dict(os.environ) == before


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes | None) -> None:
    """A binary file, or a directory of that name, is told in one sentence."""
    file = tmp_path / ".env"
    file.mkdir() if content is None else file.write_bytes(content)
    with pytest.raises(SettingsError, match="cannot be read"):
        load({}, dotenv=file)


def test_no_file_is_fine(tmp_path: Path) -> None:
    """Settings may all be in the environment."""
    assert load({}, dotenv=tmp_path / ".env") == settings()


def test_secrets_are_never_shown() -> None:
    """Neither the value's picture nor its parts give a secret away."""
    found = settings(
        TELEGRAM_BOT_TOKEN=TOKEN, ENCRYPTION_KEY=KEY, DATABASE_URL="postgresql://me:pass%40marker@host/name"
    )
    for secret in (*found.secrets, "pass%40marker", "kkkk"):
        assert secret not in repr(found)
    assert {TOKEN, "marker-of-the-token", KEY, "pass@marker", "pass%40marker"} <= set(found.secrets)


def test_short_pieces_are_not_called_secret() -> None:
    """Hiding three letters everywhere would make a log unreadable."""
    short = "123:ABC"
    assert settings(TELEGRAM_BOT_TOKEN=short).secrets == (short,)


def test_an_operators_error_is_its_own_sentence() -> None:
    """What is printed needs no traceback and no newline."""
    assert str(KeyLostError()).startswith("The database holds people")
    assert "\n" not in str(KeyLostError())
    assert OperatorError("Do this.").exit_code == 2
