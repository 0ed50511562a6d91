"""`make bench`: our bot and its peers, one after the other, under the same loads, in one table."""

import os
from collections.abc import Sequence

import click
import uvloop

from tests.bench.contender import BARE_ECHO, SELFKIND, Contender
from tests.bench.measure import BotError, Load, Outcome, measure

CONTENDERS = {"selfkind": SELFKIND, "echo": BARE_ECHO}
Row = tuple[str, ...]


@click.command()
@click.option("--people", default=200, show_default=True, help="How many talk at once.")
@click.option("--seconds", default=5.0, show_default=True, help="How long each load is measured.")
@click.option("--rate", default=100.0, show_default=True, help="Updates a second of the open loop.")
@click.option("--round-trip", "delays", multiple=True, type=float, default=(0.0, 50.0), help="Milliseconds.")
@click.option("--rounds", default=1, show_default=True, help="Repetitions, of which the fastest is shown.")
@click.option("--only", multiple=True, type=click.Choice(list(CONTENDERS)), default=tuple(CONTENDERS))
def main(
    people: int, seconds: float, rate: float, delays: Sequence[float], rounds: int, only: Sequence[str]
) -> None:
    """Measure the bot beside a bare echo bot of python-telegram-bot, on this machine."""
    contenders = [CONTENDERS[name] for name in only]
    click.echo(f"{people} people, {seconds:g} s each, {os.cpu_count()} cores\n")
    rows: list[Row] = [("", *(contender.name for contender in contenders))]
    for delay in delays:
        load = Load(people, seconds, delay / 1000, rate if delay == 0 else 0.0)
        try:
            rows += _rows(delay, _side_by_side(contenders, load, rounds))
        except BotError as error:
            raise click.ClickException(str(error)) from None
    click.echo(_table(rows))


def _side_by_side(contenders: Sequence[Contender], load: Load, rounds: int) -> list[Outcome]:
    """In turns, so that what else the machine does meanwhile troubles all of them alike."""
    found = [[uvloop.run(measure(contender, load)) for contender in contenders] for _ in range(rounds)]
    return [max(outcomes, key=lambda one: one.closed.rate) for outcomes in zip(*found, strict=True)]


def _rows(delay: float, outcomes: Sequence[Outcome]) -> list[Row]:
    """The same measures for each contender, under a line that names the load."""
    title = f"round trip {delay:g} ms"
    closed, opened = (
        [outcome.closed for outcome in outcomes],
        [outcome.open for outcome in outcomes if outcome.open],
    )
    found: list[Row] = [(f"-- {title}", *("" for _ in outcomes))]
    found.append(("updates/s, closed loop", *(f"{one.rate:.0f}" for one in closed)))
    found.append(("  p50 / p99, ms", *(f"{one.p50:.1f} / {one.p99:.1f}" for one in closed)))
    found.append(("  CPU of the bot, ms/update", *(f"{one.cpu_per_update:.2f}" for one in closed)))
    found.append(("  unanswered, silent", *(f"{one.unanswered}, {one.silent}" for one in closed)))
    found.append(("  load side busy", *(f"{one.load_busy:.0%}" for one in closed)))
    if opened:
        found.append(
            ("p50 / p99 of the open loop, ms", *(f"{one.p50:.1f} / {one.p99:.1f}" for one in opened))
        )
        found.append(("  updates/s, unanswered", *(f"{one.rate:.0f}, {one.unanswered}" for one in opened)))
    found.append(
        ("RSS idle / at the end, MB", *(f"{o.idle_memory:.0f} / {o.closed.memory:.0f}" for o in outcomes))
    )
    found.append(("start to first getUpdates, s", *(f"{outcome.startup:.2f}" for outcome in outcomes)))
    return found


def _table(rows: Sequence[Row]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
        )
        for row in rows
    )


if __name__ == "__main__":
    main()
