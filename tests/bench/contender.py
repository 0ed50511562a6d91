"""A bot in a process of its own: how it is started, what it costs, how it is stopped."""

import asyncio
import base64
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.bench.people import ECHO, PRACTICE, Walk


@dataclass(frozen=True, slots=True)
class Contender:
    """What is started, `{api}` and `{folder}` filled in, and how people talk to it."""

    name: str
    command: tuple[str, ...]
    walk: Walk
    environ: Mapping[str, str] = field(default_factory=dict)

    async def start(self, api: str, folder: Path) -> "Running":
        """`folder` is empty and its own; what the bot prints goes to `log` there."""
        fill = {"api": api, "folder": str(folder)}
        command = [part.format(**fill) for part in self.command]
        environ = {**os.environ, **{name: value.format(**fill) for name, value in self.environ.items()}}
        with (folder / "log").open("wb") as log:
            process = await asyncio.create_subprocess_exec(*command, env=environ, stdout=log, stderr=log)
        return Running(process, psutil.Process(process.pid))


@dataclass(frozen=True, slots=True)
class Running:
    """A started bot."""

    process: asyncio.subprocess.Process
    seen: psutil.Process

    def cpu(self) -> float:
        """Seconds of processor time so far."""
        times = self.seen.cpu_times()
        return times.user + times.system

    def memory(self) -> float:
        """Resident megabytes now."""
        return self.seen.memory_info().rss / 2**20

    async def stop(self) -> None:
        """Kindly, and after five seconds not."""
        if self.process.returncode is not None:
            return
        self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), 5)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


BARE_ECHO = Contender("bare PTB echo", (sys.executable, "-m", "tests.bench.peers", "{api}"), ECHO)

SELFKIND = Contender(
    "selfkind",
    (sys.executable, "-m", "bot", "serve"),
    PRACTICE,
    {
        "TELEGRAM_BOT_TOKEN": "123456:bench",
        "TELEGRAM_API_URL": "{api}",
        "DATABASE_URL": "sqlite+aiosqlite:///{folder}/bench.db",
        "ENCRYPTION_KEY": base64.b64encode(b"a key that locks nothing of value"[:32]).decode(),
        "SEND_RATE_PER_SECOND": "0",
        "OPERATOR_NAME": "The bench",
        "OPERATOR_CONTACT": "bench@example.org",
        "LOG_LEVEL": "WARNING",
    },
)
