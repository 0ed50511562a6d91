"""How a transcript is written down lives here: what a person does, how time passes, what is then read.

`> [Label]` taps, `> words` types, `(30 s)` lets time pass; README.md beside this file has the whole notation.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

FOLDER = Path(__file__).parent / "en"
USUAL_START = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
LONGEST = 4096  # UTF-16 units that Telegram lets a person type

_UNITS = {"s": "seconds", "min": "minutes", "h": "hours", "day": "days", "days": "days"}
_PASSES = re.compile(r"\((\d+) (s|min|h|days?)\)")
_AFTER = re.compile(r"\(after ([a-z0-9-]+)\)")
_CLOCK = re.compile(r"\([A-Z][a-z]+ (\d{4}-\d\d-\d\d \d\d:\d\d) UTC\)")
_BRACES = re.compile(r"\{([a-z_]+)(?:: ([^}]+))?\} ?(.*)")


@dataclass(frozen=True, slots=True)
class Input:
    """One line that somebody does: `kind` is "tap", "old", "again", "say", "edit", "block", "unblock",
    "pass" or "send"; `words` are a label or what is typed, `what` names something sent.
    """

    line: str
    kind: str
    words: str = ""
    what: str = ""
    span: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Script:
    """A transcript without its answers. `head` are its comment lines, clock and beginning, as written.

    `items` are comments and inputs in their order.
    """

    name: str
    head: tuple[str, ...]
    items: tuple[str | Input, ...]
    after: str = ""
    starts: datetime | None = None

    @property
    def inputs(self) -> tuple[Input, ...]:
        return tuple(item for item in self.items if isinstance(item, Input))


def names() -> list[str]:
    """All transcripts there are."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def read(name: str) -> Script:
    """The transcript of that name."""
    return parse(name, path_of(name).read_text("utf-8"))


def parse(name: str, text: str) -> Script:
    """Raises ValueError for an input in braces that nobody knows."""
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if _input(line)), len(lines))
    head = tuple(line for line in lines[:first] if line.startswith(("# ", "(")))
    items = [item for line in lines[first:] for item in _item(line)]
    after = next((found[1] for line in head if (found := _AFTER.fullmatch(line))), "")
    clock = next((found[1] for line in head if (found := _CLOCK.fullmatch(line))), "")
    starts = datetime.strptime(clock, "%Y-%m-%d %H:%M").replace(tzinfo=UTC) if clock else None
    return Script(name, head, tuple(items), after, starts)


def _item(line: str) -> list[str | Input]:
    return [line] if line.startswith("# ") else [*_input(line)]


def _input(line: str) -> list[Input]:
    """Nothing for a line that is read, not done."""
    if passes := _PASSES.fullmatch(line):
        span = timedelta(**{_UNITS[passes[2]]: int(passes[1])})
        return [Input(line, "pass", span=span)]
    if not line.startswith("> "):
        return []
    done = line.removeprefix("> ")
    if done.startswith("[") and done.endswith("]"):
        return [Input(line, "tap", done[1:-1])]
    braces = _BRACES.fullmatch(done)
    return [_braced(line, *braces.groups("")) if braces else Input(line, "say", done)]


def _braced(line: str, kind: str, label: str, words: str) -> Input:
    if kind == "old":
        return Input(line, "old", label)
    if kind == "long":
        return Input(line, "say", _long(words))
    if kind in ("edit", "forward"):
        return Input(line, kind, words)
    if kind in ("again", "blocks", "unblocks"):
        return Input(line, kind.removesuffix("s"))
    if kind in ("sticker", "photo", "voice", "video", "video_note", "location", "document"):
        return Input(line, "send", words, kind)
    raise ValueError(f"nobody knows how to do {{{kind}}}")


def _long(words: str) -> str:
    """The same words again and again, as long as Telegram takes."""
    return (f"{words} " * LONGEST)[:LONGEST].strip().ljust(LONGEST, ".")
