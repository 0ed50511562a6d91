"""What the black-box tests share: a Telegram, a bot as a process, a bot over a clock of our own; and the counts."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.blackbox.program import Bot
from tests.blackbox.served import Served, serving
from tests.botapi import BotApi
from tests.clock import ManualClock

TUESDAY = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """A Telegram on the host's clock."""
    async with BotApi() as running:
        yield running


@pytest.fixture
async def bot(api: BotApi, tmp_path: Path) -> AsyncIterator[Bot]:
    """A bot that was not started yet; whatever runs at the end is killed."""
    made = Bot(api, tmp_path)
    yield made
    if made.process is not None and made.process.returncode is None:
        await made.kill()


@pytest.fixture
def clock() -> ManualClock:
    """A Tuesday afternoon that passes only when a test says so."""
    return ManualClock(TUESDAY)


@pytest.fixture
async def timeless(clock: ManualClock) -> AsyncIterator[BotApi]:
    """A Telegram on the test's clock."""
    async with BotApi(clock=lambda: clock.now().timestamp()) as running:
        yield running


@pytest.fixture
async def served(timeless: BotApi, clock: ManualClock, tmp_path: Path) -> AsyncIterator[Served]:
    """A bot inside the test, on the test's clock."""
    async with serving(tmp_path, timeless, clock) as running:
        yield running


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes longest begins first, one for each worker: xdist hands out the first quarter in equal parts."""
    workers = int(getattr(config, "workerinput", {}).get("workercount", 1))
    part = max(len(items) // (4 * workers), 2)
    longest = [item for item in items if "test_kill.py" in item.nodeid]
    for worker, item in enumerate(longest):
        items.remove(item)
        items.insert(worker % workers * part, item)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What a test counted (`record_property`) is for whoever reads the run."""
    for report in terminalreporter.getreports("passed"):
        if report.user_properties and "blackbox" in report.nodeid:
            counts = ", ".join(f"{name}: {value}" for name, value in report.user_properties)
            terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {counts}")
