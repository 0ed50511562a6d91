"""`python -m bot` as a process of its own is started, watched and ended here, as an operator or a crash would."""

import asyncio
import os
import sys
import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from bot.settings import Settings, load
from tests.botapi import BotApi

ROOT = Path(__file__).parents[2]
KEY = b64encode(bytes(range(32))).decode()
PATIENCE = 30.0  # seconds of the host; a start takes about one


@dataclass(slots=True)
class Bot:
    """`serve` in `folder`, against `api`. It can be started again and again over the same database."""

    api: BotApi
    folder: Path
    more: Mapping[str, str] = field(default_factory=dict)
    """Settings that differ from the usual ones; an empty one is absent."""
    process: asyncio.subprocess.Process | None = None
    starts: list[float] = field(default_factory=list)
    """When each life began, in monotonic seconds, as `Call.at` counts."""
    ends: list[float] = field(default_factory=list)
    """When each was over."""

    @property
    def environ(self) -> dict[str, str]:
        """Nothing of the host's own settings, and no `.env`: the working directory is `folder`."""
        return environ(self.folder, {"TELEGRAM_API_URL": self.api.url, **self.more})

    @property
    def settings(self) -> Settings:
        """What the process reads, to open its database afterwards."""
        return load(self.environ, dotenv=None)

    @property
    def log(self) -> str:
        """Everything that was printed, by all lives."""
        return (self.folder / "log").read_text("utf-8")

    async def start(self) -> None:
        """Begins a life; returns as soon as the process is there, long before it listens."""
        self.starts.append(time.monotonic())
        with (self.folder / "log").open("ab") as log:
            command = (sys.executable, "-m", "bot", "serve")
            self.process = await asyncio.create_subprocess_exec(
                *command, cwd=self.folder, env=self.environ, stdout=log, stderr=log
            )

    async def ready(self) -> None:
        """Until it has asked Telegram for updates; AssertionError with its last words if it ends before."""
        process, began = self._running, self.starts[-1]
        listening = asyncio.ensure_future(self.api.until(lambda: self._polled_since(began), PATIENCE))
        ended = asyncio.ensure_future(process.wait())
        await asyncio.wait({listening, ended}, return_when=asyncio.FIRST_COMPLETED)
        for waiting in (listening, ended):
            if not waiting.done():
                waiting.cancel()
        assert process.returncode is None, f"it ended with {process.returncode}\n{self.log[-3000:]}"
        await listening

    async def listen(self) -> None:
        """Begins a life and waits until it listens."""
        await self.start()
        await self.ready()

    async def kill(self) -> None:
        """SIGKILL: no farewell, nothing flushed."""
        if self._running.returncode is None:
            self._running.kill()
        await self.ended()

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        self._running.terminate()
        return await self.ended()

    async def ended(self) -> int:
        """The exit code, once it has ended by itself."""
        code = await asyncio.wait_for(self._running.wait(), PATIENCE)
        self.ends.append(time.monotonic())
        return code

    @property
    def _running(self) -> asyncio.subprocess.Process:
        assert self.process is not None, "it was never started"
        return self.process

    def _polled_since(self, moment: float) -> bool:
        """A life's first poll asks only what is there; the one that a dead process left hanging has a timeout."""
        since = takewhile(lambda call: call.at > moment, reversed(self.api.journal))
        return any(call.method == "getUpdates" and not call.params.get("timeout") for call in since)


def environ(folder: Path, more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a bot whose data lie in `folder`; empty settings are left out."""
    usual = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_BOT_TOKEN": "123456:TEST",
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/selfkind.db",
        "ENCRYPTION_KEY": KEY,
        "SEND_RATE_PER_SECOND": "0",
        "OPERATOR_NAME": "The tests",
        "OPERATOR_CONTACT": "tests@example.org",
    }
    return {name: value for name, value in {**usual, **more}.items() if value}


async def run(folder: Path, *arguments: str, stdin: str = "", **more: str) -> tuple[int, str, str]:
    """Any other command to its end: the exit code, standard output, standard error."""
    command, pipe = (sys.executable, "-m", "bot", *arguments), asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=environ(folder, more), stdin=pipe, stdout=pipe, stderr=pipe
    )
    out, err = await asyncio.wait_for(process.communicate(stdin.encode()), PATIENCE)
    return process.returncode or 0, out.decode(), err.decode()
