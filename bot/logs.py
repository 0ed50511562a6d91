"""Everything that decides what a log may say lives here: no person's words, no secrets, whoever logs.

Our own loggers are trusted with their messages. A library is not: python-telegram-bot, for one, logs received
updates in full. Of a library's record only the unfilled template and the place are shown. Of an
exception, only its type and its frames are shown: its message may quote what somebody wrote.
"""

import contextlib
import copy
import json
import logging
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TextIO

from pythonjsonlogger.json import JsonFormatter

HIDDEN = "[hidden]"
TRUSTED = ("bot", "flows", "storage")
_STANDARD = frozenset(vars(logging.makeLogRecord({})))
_FIELDS = {"asctime": "time", "levelname": "level", "name": "logger", "exc_info": "exception"}


def configure(level: str, format: str, secrets: Sequence[str]) -> None:  # noqa: A002  the setting's name
    """Log to standard error as `format` ("text" or "json"): ours from `level` on, libraries from WARNING on.

    None of `secrets` is ever written. Calling it again replaces the earlier configuration.
    """
    handler = _OurHandler(sys.stderr)
    handler.setFormatter(_JsonLines(secrets) if format == "json" else _TextLines(secrets))
    root = logging.getLogger()
    root.handlers = [kept for kept in root.handlers if not isinstance(kept, _OurHandler)] + [handler]
    root.setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level]))
    for name in TRUSTED:
        logging.getLogger(name).setLevel(level)
    logging.getLogger("transitions").setLevel(logging.ERROR)  # it warns where the table has no way: we ask so
    _catch_what_nobody_caught()


def describe(error: BaseException) -> str:
    """An exception with everything that led to it: types and frames, never a message."""
    return "\n".join(_lines(error, seen=set()))


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    """`seen` holds ids of exceptions already told: chains may be circular."""
    seen.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None and id(earlier) not in seen:
        yield from _lines(earlier, seen)
        yield "which led to"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _lines(inner, seen)


class _OurHandler(logging.StreamHandler[TextIO]):
    """A type of its own, so that a second `configure` finds the first one's handler."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  the library's name
        """The library would print the record's arguments. A stream that is gone is no reason to fail."""
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(f"a record of {record.name} could not be written\n")


class _Discreet(logging.Formatter):
    """What both formats have in common."""

    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
    converter = staticmethod(time.gmtime)
    secrets: tuple[str, ...] = ()

    def hide(self, secrets: Sequence[str]) -> None:
        """Also as JSON would write them."""
        forms = {form for text in secrets for form in (text, json.dumps(text)[1:-1]) if form}
        self.secrets = tuple(sorted(forms, key=len, reverse=True))

    def format(self, record: logging.LogRecord) -> str:
        """Works on a copy: other handlers want the record as it was, and may have cached the exception."""
        line = super().format(_discreet(record))
        for secret in self.secrets:
            line = line.replace(secret, HIDDEN)
        return line

    def formatException(self, ei: object) -> str:  # noqa: N802  the library's name
        """Takes what `sys.exc_info()` gives."""
        error = ei[1] if isinstance(ei, tuple) else None
        return describe(error) if isinstance(error, BaseException) else ""


class _TextLines(_Discreet):
    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.hide(secrets)


class _JsonLines(_Discreet, JsonFormatter):
    def __init__(self, secrets: Sequence[str]) -> None:
        fields = "%(asctime)s %(levelname)s %(name)s %(message)s"
        JsonFormatter.__init__(self, fields, rename_fields=_FIELDS, rename_fields_keep_missing=False)
        self.hide(secrets)


def _discreet(record: logging.LogRecord) -> logging.LogRecord:
    trusted = record.name.partition(".")[0] in TRUSTED
    copied = copy.copy(record) if trusted else _without_extras(record)
    copied.msg = _own_message(record) if trusted else _foreign_message(record)
    copied.args, copied.exc_text, copied.stack_info = None, None, None
    return copied


def _without_extras(record: logging.LogRecord) -> logging.LogRecord:
    return logging.makeLogRecord({name: value for name, value in vars(record).items() if name in _STANDARD})


def _own_message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):  # placeholders and arguments do not match
        return str(record.msg)


def _foreign_message(record: logging.LogRecord) -> str:
    """Without arguments the message may have been put together before: then nothing of it is shown."""
    place = f"at {record.module}:{record.lineno}"
    return f"{record.msg!s} ({place})" if record.args else f"a message not shown ({place})"


def _catch_what_nobody_caught() -> None:
    """Python itself would print the message of an exception."""
    sys.excepthook = _uncaught
    threading.excepthook = lambda caught: _uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)
    sys.unraisablehook = lambda caught: _uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, frames: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    known = error if error is not None else kind()
    logging.getLogger("bot").critical("nobody caught this", exc_info=(kind, known, frames))
