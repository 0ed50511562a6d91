"""Everything that makes files and directories which only their owner may read lives here."""

import os
from pathlib import Path


def make_directory(directory: Path) -> None:
    """The directory and those above it, mode 700; what is there keeps its mode."""
    if not directory.exists():
        make_directory(directory.parent)
        directory.mkdir(mode=0o700, exist_ok=True)


def touch(file: Path) -> None:
    """The file, mode 600 and empty if it was not there."""
    make_directory(file.parent)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def create(file: Path, content: bytes) -> bool:
    """Writes the whole file, mode 600, or nothing; False when somebody else was quicker."""
    make_directory(file.parent)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    _write(draft, content)
    try:
        os.link(draft, file)  # in one go, and it never replaces
    except FileExistsError:
        return False
    finally:
        draft.unlink()
        _flush(file.parent)
    return True


def _write(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush(directory: Path) -> None:
    """A new name survives a power cut only when its directory was written, too."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
