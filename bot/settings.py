"""Everything an operator can set lives here: read once, judged at once, and never printed when it is secret.

Settings come from the environment; what is absent there comes from a `.env` file. Empty counts as absent.
"""

import os
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import quote

from environs import Env, EnvValidationError
from sqlalchemy.engine import make_url

from bot import settings_parsers
from bot.errors import SettingsError

LogFormat = Literal["text", "json"]

DATA_DIRECTORY = Path("data")
DEFAULT_DATABASE_URL = f"sqlite+aiosqlite:///{DATA_DIRECTORY}/selfkind.db"
# A directory of its own: a backup of the database then leaves the key out, as Telegram's terms ask (4.4a).
DEFAULT_KEY_FILE = f"{DATA_DIRECTORY}/keys/selfkind.key"
SHORTEST_SECRET = 8  # characters; hiding shorter pieces would garble ordinary lines of a log


@dataclass(frozen=True, slots=True)
class Settings:
    """What the operator has set; `load` is the way to get one."""

    telegram_bot_token: str | None = field(repr=False)
    """As @BotFather gives it; None when absent, which is enough for `chat`."""
    telegram_api_url: str
    """Without a slash at the end."""
    database_url: str = field(repr=False)
    """SQLAlchemy URL with an async driver; it may hold a password."""
    encryption_keys: tuple[bytes, ...] = field(repr=False)
    """32 bytes each, the first one writes; empty when the key is in `encryption_key_file`."""
    encryption_key_file: Path
    """Read (or made) only when `encryption_keys` is empty."""
    send_rate_per_second: float
    """Messages a second in all; 0 lifts the overall and the per-chat limit."""
    operator_name: str | None
    operator_contact: str | None
    log_level: str
    """A name of the standard library's logging, in capitals."""
    log_format: LogFormat

    @property
    def sqlite_file(self) -> Path | None:
        """The database's file; None on PostgreSQL."""
        url = make_url(self.database_url)
        return Path(url.database) if url.database and url.get_backend_name() == "sqlite" else None

    @property
    def heartbeat_file(self) -> Path:
        """What `serve` touches while it lives: beside the SQLite file, or in the data directory."""
        file = self.sqlite_file
        return (file.parent if file else DATA_DIRECTORY) / "heartbeat"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every text that may never be printed, for `bot.logs.configure`; the longest first."""
        token = self.telegram_bot_token or ""
        password = make_url(self.database_url).password or ""
        pieces = {token.partition(":")[2], password, quote(password, safe="")}
        for encode in (b64encode, urlsafe_b64encode):
            pieces |= {encode(key).decode() for key in self.encryption_keys}
        found = {piece for piece in pieces if len(piece) >= SHORTEST_SECRET} | ({token} - {""})
        return tuple(sorted(found, key=len, reverse=True))


def load(environ: Mapping[str, str] | None = None, dotenv: Path | None = Path(".env")) -> Settings:
    """The settings of this start, from `environ` (the process's own by default) and then from `dotenv`.

    Raises SettingsError with every mistake that was found, one sentence each, without the values.
    """
    env = _Given(os.environ if environ is None else environ)
    env.take(dotenv)
    settings = _parse(env)
    try:
        env.seal()
    except EnvValidationError as error:
        raise SettingsError(_sentences(error)) from None
    if settings.sqlite_file == settings.encryption_key_file:
        raise SettingsError(["ENCRYPTION_KEY_FILE names the database itself: give the key its own file."])
    return settings


def _parse(env: "_Given") -> Settings:
    """Reads every setting; what was wrong is None here and is told by `env.seal()`."""
    return Settings(
        telegram_bot_token=env.token("TELEGRAM_BOT_TOKEN", ""),
        telegram_api_url=env.api_url("TELEGRAM_API_URL", "https://api.telegram.org"),
        database_url=env.database_url("DATABASE_URL", DEFAULT_DATABASE_URL),
        encryption_keys=env.keys("ENCRYPTION_KEY", ""),
        encryption_key_file=env.path("ENCRYPTION_KEY_FILE", Path(DEFAULT_KEY_FILE)),
        send_rate_per_second=env.rate("SEND_RATE_PER_SECOND", "30"),
        operator_name=env.str("OPERATOR_NAME", None),
        operator_contact=env.str("OPERATOR_CONTACT", None),
        log_level=env.choice("LOG_LEVEL", "INFO", among=("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")),
        log_format=env.choice("LOG_FORMAT", "text", among=("text", "json")),
    )


def _sentences(error: EnvValidationError) -> list[str]:
    """Each parser's message begins with a verb, so that the name in front of it makes a sentence."""
    by_name = cast(
        "dict[str, list[str]]", error.error_messages
    )  # a list only when one variable was asked for
    return [f"{name} {message}" for name, messages in by_name.items() for message in messages]


class _Given(Env):
    """environs over a mapping of ours instead of the process's environment, collecting all mistakes."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        super().__init__(eager=False)
        self._given = environ
        for name, parser in settings_parsers.PARSERS.items():
            self.add_parser(name, parser)

    def take(self, dotenv: Path | None) -> None:
        """Reads the file below the mapping; a file that is not there is nothing to worry about."""
        try:
            if dotenv is not None:
                self.read_env(dotenv, recurse=False)
        except (OSError, ValueError):
            raise SettingsError(
                [f"{dotenv} cannot be read: make it a text file of NAME=value lines."]
            ) from None

    def _get_value(self, env_key: str, default: Any) -> Any:
        """The hook that environs' own FileAwareEnv uses, too."""
        return self._given.get(env_key, "").strip() or self._environ.get(env_key, "").strip() or default
