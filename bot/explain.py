"""Showing what the bot would understand, and why, lives here: lines of text in, lines of JSON out."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from flows.safety import screen
from flows.understand.backdraft import notice
from flows.understand.feelings import feelings
from flows.understand.unfuse import unfuse

_LANGUAGE: Final = "en"


class _Line(msgspec.Struct):
    """A line that came as JSON."""

    text: str
    lang: str = _LANGUAGE


def explain(lines: Iterable[str]) -> Iterator[str]:
    """Yield one JSON line for each line.

    A line is a plain sentence or JSON `{"text": …, "lang": …}`; JSON that is broken is read as a plain sentence.
    """
    for line in lines:
        yield msgspec.json.encode(_understood(_read(line.strip()))).decode()


def _read(line: str) -> _Line:
    """Read a line. Halves of characters, which broken input is full of, become question marks."""
    sentence = line.encode("utf-8", "replace").decode()
    try:
        return msgspec.json.decode(sentence, type=_Line)
    except msgspec.DecodeError:
        return _Line(text=sentence)


def _understood(line: _Line) -> dict[str, Any]:
    crisis, backdraft = screen(line.text, line.lang), notice(line.text)
    return {
        "text": line.text,
        "crisis": {"level": crisis.level, "kind": crisis.kind, "rules": crisis.rules},
        "backdraft": {"degree": backdraft.degree, "rules": backdraft.rules},
        "unfused": unfuse(line.text),
        "feelings": feelings(line.text),
        "suggest": None,
    }
