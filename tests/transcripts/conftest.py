"""What the transcripts need to be played on the whole program."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot.settings import Settings
from flows.engine import Engine
from tests.transcripts.core import engine
from tests.transcripts.program import make_database


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that holds nobody, and its key."""
    folder = tmp_path_factory.mktemp("empty")
    asyncio.run(make_database(folder))
    return folder


@pytest.fixture
def folder(empty_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it for one test. The engine holds nothing of anybody, so it is made once for all."""

    def made_once(_: Settings) -> Engine:
        return engine()

    monkeypatch.setattr("bot.program.make_engine", made_once)
    shutil.copytree(empty_database, tmp_path, dirs_exist_ok=True)
    return tmp_path
