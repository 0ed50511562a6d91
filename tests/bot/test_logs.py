"""What a log may say: whoever logs, no words of a person and no secrets come out."""

import asyncio
import contextlib
import io
import json
import logging
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from telegram import Bot

from bot import logs

WORDS = "marker: nobody may read this"
TOKEN = "123456:marker-of-the-token"  # noqa: S105  nobody's token
Read = Callable[[], str]


@pytest.fixture(params=["text", "json"])
def read(request: pytest.FixtureRequest) -> Iterator[Read]:
    """A configured log in either format; gives everything that was written."""
    written = io.StringIO()
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook, sys.unraisablehook)
    level, before = root.level, set(root.handlers)
    with contextlib.redirect_stderr(written):
        logs.configure("DEBUG", request.param, [TOKEN, 'key"with/quote'])
    yield written.getvalue
    root.setLevel(level)
    for handler in set(root.handlers) - before:
        root.removeHandler(handler)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    for name in logs.TRUSTED:
        logging.getLogger(name).setLevel(logging.NOTSET)


def test_our_own_loggers_are_read_in_full(read: Read) -> None:
    """An operator sees what happened, from the level that was asked for."""
    logging.getLogger("bot.serve").debug("%d updates taken", 3)
    assert "3 updates taken" in read()


def test_libraries_speak_up_from_warnings_on(read: Read) -> None:
    """The chatter of libraries is no use to an operator."""
    logging.getLogger("httpx").info("hello %s", "x")
    assert read() == ""


@pytest.mark.parametrize("secret", [TOKEN, 'key"with/quote'])
def test_secrets_are_taken_out_wherever_they_stand(read: Read, secret: str) -> None:
    """In the message, in its arguments, and in what a library logs."""
    logging.getLogger("bot").info(f"calling /bot{secret}/getMe")
    logging.getLogger("bot").info("calling %s", {"url": secret})
    logging.getLogger("httpx").warning(f"POST /bot{secret}/getMe %s", "200 OK")
    written = read()
    assert secret not in written
    assert json.dumps(secret)[1:-1] not in written
    assert written.count(logs.HIDDEN) == 3


def test_a_librarys_arguments_are_not_shown(read: Read) -> None:
    """The template says what happened, and the place where to look."""
    logging.getLogger("library").critical("received data was %r", WORDS)
    logging.getLogger("library").critical(f"received {WORDS}")
    logging.getLogger("library").critical("more", extra={"payload": WORDS}, stack_info=True)
    written = read()
    assert WORDS not in written
    assert "received data was %r (at test_logs:" in written


async def test_the_telegram_library_never_shows_what_it_received(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """python-telegram-bot logs the whole batch when one update is malformed."""
    monkeypatch.setattr(Bot, "_post", _malformed_batch)
    with pytest.raises(AttributeError):
        await Bot(TOKEN).get_updates()
    written = read()
    assert "Error while parsing updates" in written
    assert WORDS not in written


async def _malformed_batch(*_: object, **__: object) -> object:
    return [{"update_id": 1, "message": WORDS}]


def test_exceptions_show_types_and_frames_only(read: Read) -> None:
    """The message of an exception may quote what somebody wrote; causes and groups are followed."""
    try:
        try:
            raise KeyError(WORDS)
        except KeyError as error:
            error.add_note(WORDS)
            raise ExceptionGroup(WORDS, [ValueError(WORDS)]) from error
    except ExceptionGroup:
        logging.getLogger("bot").exception("one update was set aside")
    written = read()
    assert WORDS not in written
    for shown in (
        "builtins.KeyError",
        "builtins.ExceptionGroup",
        "builtins.ValueError",
        "test_exceptions_show",
    ):
        assert shown in written


def test_circular_chains_come_to_an_end(read: Read) -> None:
    """Two exceptions that blame each other are told once each."""
    one, two = ValueError(), KeyError()
    one.__cause__, two.__cause__ = two, one
    logging.getLogger("bot").error("both", exc_info=one)
    assert read().count("builtins.ValueError") == 1


async def test_a_task_that_nobody_awaited_tells_no_words(read: Read) -> None:
    """asyncio puts the picture of the failed task, and so the exception's message, into its own message."""
    asyncio.get_running_loop().call_exception_handler({"message": WORDS, "exception": ValueError(WORDS)})
    written = read()
    assert WORDS not in written
    assert "builtins.ValueError" in written


def test_broken_records_stay_discreet(read: Read) -> None:
    """Arguments that do not fit the template are not printed, and nothing is raised."""
    _write_ours("three %s %s %s", WORDS)
    written = read()
    assert WORDS not in written
    assert "three %s %s %s" in written


def _write_ours(template: str, *args: object) -> None:
    """Past pytest's own handler, which raises for such records."""
    (ours,) = (handler for handler in logging.getLogger().handlers if isinstance(handler, logs._OurHandler))
    ours.handle(logging.makeLogRecord({"name": "bot", "msg": template, "args": args}))


class _Unprintable:
    def __str__(self) -> str:
        raise RuntimeError(WORDS)


def test_a_record_that_cannot_be_formatted(read: Read) -> None:
    """Even then the library's own report, which shows arguments, stays out of the log."""
    _write_ours("%s", _Unprintable())
    written = read()
    assert WORDS not in written
    assert "could not be written" in written


@pytest.mark.parametrize("read", ["json"], indirect=True)
def test_json_lines(read: Read) -> None:
    """One object a line, with a time in UTC and what the caller added."""
    logging.getLogger("bot").warning("slow", extra={"milliseconds": 12})
    line = json.loads(read())
    assert (line["level"], line["logger"], line["message"], line["milliseconds"]) == (
        "WARNING",
        "bot",
        "slow",
        12,
    )
    written = datetime.fromisoformat(line["time"])
    assert abs((datetime.now(UTC) - written).total_seconds()) < 60


def test_configuring_twice_writes_once(read: Read) -> None:
    """The later configuration replaces the earlier one."""
    written = io.StringIO()
    with contextlib.redirect_stderr(written):
        logs.configure("INFO", "text", [])
    logging.getLogger("bot").info("once")
    assert (read() + written.getvalue()).count("once") == 1


PROGRAM = f"""
    import sys, threading
    from bot import logs
    logs.configure("INFO", "text", [])
    def fail():
        raise ValueError({WORDS!r})
    class Fails:
        def __del__(self):
            fail()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    Fails()
    fail()
"""


def test_what_nobody_caught_tells_no_words() -> None:
    """Python itself would print the message: in the main thread, in another, and in a finalizer."""
    run = [sys.executable, "-c", textwrap.dedent(PROGRAM)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert WORDS not in done.stderr + done.stdout
    assert done.stderr.count("builtins.ValueError") == 3
