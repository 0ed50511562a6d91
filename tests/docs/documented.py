"""Every command that our documents tell people to type is found here; so is why a test leaves some out."""

import re
from pathlib import Path
from typing import NamedTuple

from tests.repo.listing import ROOT

# What a command looks like, and why the test leaves it out. Everything else is run.
NOT_RUN: dict[str, str] = {
    r"^make (test|soak)\b": "runs the suite that this test is part of",
    r"^make check\b": "runs beside the suite, in .ci/run",
    r"^make bench\b": "measures the whole machine for minutes",
    r"^make (setup|lock)\b": "needs the internet",
    r"^git clone\b": "needs the internet",
    r"\bpip(-audit)?\b": "needs the internet",
    r"\bdocker\b": "needs Docker",
    r"\bTELEGRAM_BOT_TOKEN=|\bbot serve\b": "needs a token",
}

_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w*)[^\n]*\n(?P<body>.*?)^(?P=indent)```", re.MULTILINE | re.DOTALL
)


class Documented(NamedTuple):
    """One command and the document it stands in (relative to the project)."""

    document: str
    command: str


def blocks(text: str) -> list[tuple[str, str]]:
    """The kind and the body of every fenced block of a Markdown text."""
    return [(found["kind"], found["body"]) for found in _BLOCK.finditer(text)]


def commands(text: str) -> list[str]:
    """The commands in the ```sh blocks, one for each line; lines that end in a backslash go on."""
    bodies = (body.replace("\\\n", " ") for kind, body in blocks(text) if kind == "sh")
    lines = (line.strip() for body in bodies for line in body.splitlines())
    return [re.sub(r"\s+#.*", "", line) for line in lines if line and not line.startswith("#")]


def documents() -> list[Path]:
    """README.md and everything under docs/."""
    return [file for file in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if file.exists()]


def documented() -> list[Documented]:
    """Every command of every document, each once."""
    found = [
        Documented(str(file.relative_to(ROOT)), line)
        for file in documents()
        for line in commands(file.read_text())
    ]
    return list(dict.fromkeys(found))


def why_not_run(command: str) -> str | None:
    """The reason for leaving a command out, if there is one."""
    return next((reason for pattern, reason in NOT_RUN.items() if re.search(pattern, command)), None)
