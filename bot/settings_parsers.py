"""How the text of a setting becomes its value lives here.

Every parser takes what the operator wrote and raises `environs.ValidationError` with the rest of a sentence
that begins with the setting's name. No message repeats what was written: a secret may be in the wrong place.
"""

import math
import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from environs import ValidationError
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

KEY_BYTES = 32  # AES-256
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
_DATABASES = "write sqlite:///path/to/file.db or postgresql://user:password@host/name."


def token(text: str) -> str | None:
    """A bot token in the shape of 123:ABC; None when absent."""
    if not text:
        return None
    if not _TOKEN.fullmatch(text):
        raise ValidationError("is not a token: copy it from @BotFather, digits, a colon and then letters.")
    return text


def api_url(text: str) -> str:
    """An http(s) address of a Bot API server, without a slash at the end."""
    if not _is_web_address(text):
        raise ValidationError(
            "is not the address of a Bot API server: write it like https://api.telegram.org."
        )
    return text.rstrip("/")


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not (parts.query or parts.fragment)


def database_url(text: str) -> str:
    """A SQLAlchemy URL whose driver is asynchronous."""
    try:
        url = make_url(re.sub(r"^postgres:", "postgresql:", text))
    except (ArgumentError, ValueError):
        raise ValidationError(f"is not the address of a database: {_DATABASES}") from None
    return _with_async_driver(url).render_as_string(hide_password=False)


def _with_async_driver(url: URL) -> URL:
    wanted = _DRIVERS.get(url.get_backend_name())
    if wanted is None or url.drivername not in {url.get_backend_name(), wanted}:
        raise ValidationError(f"names a database or a driver that this program does not use: {_DATABASES}")
    if url.database in {None, "", ":memory:"}:
        raise ValidationError(f"does not say where the database is: {_DATABASES}")
    return url.set(drivername=wanted)


def keys(text: str) -> tuple[bytes, ...]:
    """Keys of 32 bytes in base64, separated by commas; the first one writes. Empty when absent.

    The content of a key file has the same form. Raises environs.ValidationError.
    """
    return tuple(_key(piece.strip()) for piece in text.split(",")) if text else ()


def _key(text: str) -> bytes:
    try:
        key = b64decode(text.translate({ord("-"): "+", ord("_"): "/"}), validate=True)
    except (Base64Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise ValidationError(
            f"holds a key that is not {KEY_BYTES} bytes in base64: make one with openssl rand -base64 32."
        )
    return key


def rate(text: str) -> float:
    """Messages a second, 0 or more."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value >= 0):
        raise ValidationError("is not a number of messages a second: write 30, or 0 for no limit.")
    return value


def choice(text: str, *, among: tuple[str, ...]) -> str:
    """One of a few words, in the case in which they are listed."""
    for word in among:
        if word.lower() == text.lower():
            return word
    raise ValidationError(f"is none of {', '.join(among)}: choose one of them.")


PARSERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "token": token,
        "api_url": api_url,
        "database_url": database_url,
        "keys": keys,
        "rate": rate,
        "choice": choice,
    }
)
