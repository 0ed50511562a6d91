"""What the container's health check relies on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.heartbeat import beat, is_alive

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "alive"), [(0, True), (59, True), (60, False), (3600, False), (-5, True), (-3600, False)]
)
def test_alive_means_a_young_beat(tmp_path: Path, age: int, alive: bool) -> None:
    """`age` is in seconds; negative ages come from a clock that was set back."""
    beat(tmp_path / "heartbeat", NOW)
    assert is_alive(tmp_path / "heartbeat", NOW + timedelta(seconds=age)) is alive


def test_each_beat_counts_anew(tmp_path: Path) -> None:
    """A process that goes on beating stays alive."""
    beat(tmp_path / "heartbeat", NOW)
    beat(tmp_path / "heartbeat", NOW + timedelta(minutes=5))
    assert is_alive(tmp_path / "heartbeat", NOW + timedelta(minutes=5, seconds=30))


def test_nothing_there_is_not_alive(tmp_path: Path) -> None:
    """Before the first beat, and where there is no such directory."""
    assert not is_alive(tmp_path / "heartbeat", NOW)
    assert not is_alive(tmp_path / "nowhere" / "heartbeat", NOW)
