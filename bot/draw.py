"""The state machine as Mermaid, drawn from the tables: one diagram for each dialogue, committed under docs/."""

from collections.abc import Iterable

from flows.machine import Book, Way, table
from flows.practice import Dialogue

TITLE = """# The state machine

Drawn from the tables by `python -m bot draw`; do not edit. A rounded box is a state, a diamond a door that
sends on by its guards, in the order of the arrows. Every practice step also has "This makes it worse", which
leads through `door.backdraft`; the commands and rules of the last section work in every state.
"""


def draw(book: Book) -> str:
    """The whole document."""
    ways = table(book)
    sections = [_section(dialogue, ways) for dialogue in book.dialogues]
    return "\n".join([TITLE, *sections, _everywhere(book)])


def _section(dialogue: Dialogue, ways: Iterable[Way]) -> str:
    own = [way for way in ways if way.source.startswith(f"{dialogue.name}.")]
    doors = [f"    state {_id(f'{dialogue.name}.{door.name}')} <<choice>>" for door in dialogue.doors]
    arrows = dict.fromkeys(_arrow(way) for way in own)
    return "\n".join([f"## {dialogue.name}", "", "```mermaid", "stateDiagram-v2", *doors, *arrows, "```", ""])


def _arrow(way: Way) -> str:
    trigger = "" if way.trigger == "pass" else way.trigger.removeprefix("chose:")
    guard = f"[{_guard(way)}]" if way.go.when else ""
    label = " ".join(part for part in (trigger, guard) if part)
    arrow = f"    {_id(way.source)} --> {_id(way.go.to)}"
    return f"{arrow}: {label}" if label else arrow


def _guard(way: Way) -> str:
    """The guard's name; for one made by a function, the name of that function."""
    name = getattr(way.go.when, "__qualname__", "")
    return name.split(".<locals>")[0].strip("_").replace("_", " ")


def _id(place: str) -> str:
    return place.replace("-", "_").replace(".", "__")


def _everywhere(book: Book) -> str:
    rows = [f"| `{trigger}` | `{door}` |" for trigger, door in book.everywhere]
    return "\n".join(["## In every state", "", "| what happens | where it leads |", "|---|---|", *rows, ""])
