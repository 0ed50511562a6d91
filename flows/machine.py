"""Everything that moves a person from one state to another lives here: one table, built once from the dialogues.

`transitions.Machine` with `model=None` holds the table and moves throw-away `Moment`s. Triggers are named
`chose:<answer>`, `picked`, `rated`, `said`, `time-up`, `/<command>`, `due:<kind>`, and a few that rules fire
(`worse`, `crisis`, `check`, `worried`). "This makes it worse" leads out of every state.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from transitions import EventData, Machine

from flows.moment import Moment
from flows.practice import Dialogue, Door, Go, Practice, Step, Ways, ways_of

PASS = "pass"  # noqa: S105 - the trigger that leads out of a door


@dataclass(frozen=True, slots=True)
class Way:
    """One row of the table: on `trigger`, from `source`, the way `go` (its `to` is absolute)."""

    trigger: str
    source: str
    go: Go


@dataclass(frozen=True, slots=True)
class Book:
    """All dialogues, and the triggers that work in every state, each with the door it leads to."""

    dialogues: tuple[Dialogue, ...]
    everywhere: tuple[tuple[str, str], ...]

    @property
    def practices(self) -> tuple[Practice, ...]:
        return tuple(d for d in self.dialogues if isinstance(d, Practice))

    def steps(self) -> Iterator[tuple[str, Step, Dialogue]]:
        for dialogue in self.dialogues:
            for step in dialogue.steps:
                yield f"{dialogue.name}.{step.name}", step, dialogue

    def doors(self) -> Iterator[tuple[str, Door, Dialogue]]:
        for dialogue in self.dialogues:
            for door in dialogue.doors:
                yield f"{dialogue.name}.{door.name}", door, dialogue


def table(book: Book) -> list[Way]:
    """Every way there is, in the order in which guards are asked."""
    rows = [row for place, step, dialogue in book.steps() for row in _step_rows(place, step, dialogue)]
    for place, door, dialogue in book.doors():
        rows += _rows(PASS, place, door.ways, dialogue)
    return rows


def build(book: Book) -> Machine:
    """The one machine of the process. Raises ValueError when a way leads nowhere or a door can hold somebody."""
    places = [place for place, _, _ in book.steps()]
    doors = [place for place, _, _ in book.doors()]
    rows = table(book)
    _check(book, rows, {*places, *doors})
    machine = Machine(
        model=None,
        states=[*places, *doors],
        initial=places[0],
        auto_transitions=False,
        send_event=True,
        ignore_invalid_triggers=True,
    )
    for row in rows:
        _add(machine, row.trigger, row.source, row.go)
    for trigger, door in book.everywhere:
        for place in places:
            _add(machine, trigger, place, Go(door))
    return machine


def _step_rows(place: str, step: Step, dialogue: Dialogue) -> list[Way]:
    rows: list[Way] = []
    step = _noting(step)
    for answer, ways in step.answers.items():
        rows += _rows(f"chose:{answer}", place, ways, dialogue)
    if step.then and "ready" not in step.answers:
        rows += _rows("chose:ready", place, step.then, dialogue)
    for trigger, ways in (
        ("said", step.free_text),
        ("rated", step.scale),
        ("picked", step.picked),
        ("time-up", step.then),
    ):
        rows += _rows(trigger, place, ways, dialogue)
    return rows


def _noting(step: Step) -> Step:
    """The step with its `note_as` made an action of every way that an answer takes."""
    if not step.note_as:
        return step

    def note(moment: Moment) -> None:
        moment.remember(step.note_as, moment.note)

    def noted(ways: Ways) -> tuple[Go, ...]:
        return tuple(replace(go, do=(note, *go.do)) for go in ways_of(ways))

    return replace(
        step,
        answers={answer: noted(ways) for answer, ways in step.answers.items()},
        free_text=noted(step.free_text),
        picked=noted(step.picked),
    )


def _rows(trigger: str, place: str, ways: Ways, dialogue: Dialogue) -> list[Way]:
    return [
        Way(trigger, place, Go(_absolute(go.to, dialogue), go.when, go.do, go.say)) for go in ways_of(ways)
    ]


def _absolute(name: str, dialogue: Dialogue) -> str:
    return name if "." in name else f"{dialogue.name}.{name}"


def _add(machine: Machine, trigger: str, source: str, go: Go) -> None:
    machine.add_transition(
        trigger,
        source,
        go.to,
        conditions=_guard(go.when) if go.when else None,
        before=_action(go) if go.do or go.say else None,
    )


def _guard(guard: Callable[[Moment], bool]) -> Callable[[EventData], bool]:
    return lambda event: guard(cast("Moment", event.model))


def _action(go: Go) -> Callable[[EventData], None]:
    def act(event: EventData) -> None:
        moment = cast("Moment", event.model)
        for action in go.do:
            action(moment)
        if go.say:
            moment.say_first(go.say)

    return act


def _check(book: Book, rows: Iterable[Way], places: set[str]) -> None:
    unknown = sorted(({row.go.to for row in rows} | {door for _, door in book.everywhere}) - places)
    if unknown:
        raise ValueError(f"ways lead to places that do not exist: {', '.join(unknown)}")
    holding = [place for place, door, _ in book.doors() if door.ways[-1].when is not None]
    if holding:
        raise ValueError(f"doors whose last way has a guard: {', '.join(holding)}")
