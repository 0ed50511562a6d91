"""What the tests of the road share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.roads import Lane, lane


@pytest.fixture
async def road(tmp_path: Path) -> AsyncIterator[Lane]:
    """A program on paper, over a database of its own."""
    async with lane(tmp_path) as running:
        yield running
