"""How another process can tell that `serve` lives: a file changed last at the moment when all was well."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

FRESH = timedelta(seconds=60)


def beat(path: Path, now: datetime) -> None:
    """Note at `path` that all was well at `now` (aware). Needs no room on the disk once the file is there.

    Raises OSError when the directory cannot be written.
    """
    path.touch(mode=0o600)
    os.utime(path, (now.timestamp(), now.timestamp()))


def is_alive(path: Path, now: datetime, within: timedelta = FRESH) -> bool:
    """Whether the last beat is younger than `within` at `now` (aware). No file, no life.

    A beat from further in the future than that was written before the clock was set back: it proves nothing.
    """
    try:
        last = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return False
    return abs(now - last) < within
