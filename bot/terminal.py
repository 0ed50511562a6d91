"""The same bot in a terminal: buttons are numbers, and silences really are silent.

When standard input is not a terminal, lines are read and answered one by one, so that it can be scripted.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from typing import TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout

from bot import loops
from bot.arrival import Arrival
from bot.clock import Clock, WallClock
from bot.message import Button, Message
from bot.program import Program, assemble, open_store
from bot.settings import Settings
from flows.talk import Chose, Command, Incoming, Said

CHANNEL = "terminal"
ADDRESS = "here"
LEAVE = ("/quit", "/exit")
GREETING = "selfkind in the terminal. Type words, /commands, or the number of a button; /quit leaves."


class TerminalCarrier:
    """Prints what is said, and remembers the buttons that are on the table."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.buttons: dict[str, Button] = {}

    def parts(self, message: Message) -> Sequence[Message]:
        return (message,)

    async def deliver(self, address: str, message: Message) -> None:
        """Prints it. Only one person sits here, so `address` says nothing."""
        del address
        print(f"\n{message.text}", file=self._out)
        if message.document:
            print(f"[{message.document.name}]\n{message.document.content.decode()}", file=self._out)
        if message.buttons:
            self.buttons = numbered(message.buttons)
            for row in _as_rows(message.buttons, self.buttons):
                print(row, file=self._out)
        self._out.flush()

    def read(self, line: str) -> Incoming:
        """What a typed line means: a button by its number or label, a command, or words."""
        word = line.strip()
        for number, button in self.buttons.items():
            if word == number or word.casefold() == button.label.casefold():
                turn, _, answer = button.data.partition(":")
                return Chose(answer, int(turn))
        if word.startswith("/"):
            name, _, args = word[1:].partition(" ")
            return Command(name.lower(), args.strip())
        return Said(line)


def numbered(rows: Sequence[Sequence[Button]]) -> dict[str, Button]:
    """Buttons by what is typed for them: a label that is a number stands for itself, the others are counted."""
    buttons = [button for row in rows for button in row]
    own = {button.label: button for button in buttons if button.label.isdecimal()}
    count = max((int(label) for label in own), default=0)
    named = [button for button in buttons if button.label not in own]
    return own | {str(number): button for number, button in enumerate(named, count + 1)}


def _as_rows(rows: Sequence[Sequence[Button]], numbers: dict[str, Button]) -> list[str]:
    typed = {button: number for number, button in numbers.items()}
    return ["  " + "   ".join(_shown(button, typed[button]) for button in row) for row in rows]


def _shown(button: Button, number: str) -> str:
    return f"[{number}]" if number == button.label else f"[{number}] {button.label}"


async def chat(settings: Settings, clock: Clock | None = None) -> None:
    """Talk until the end of input or /quit."""
    interactive = sys.stdin.isatty()
    carrier = TerminalCarrier(sys.stdout)
    async with open_store(settings, CHANNEL) as store:
        program = assemble(settings, store, clock or WallClock(), carrier, CHANNEL, rate=0)
        await program.road.begin()
        tasks = [asyncio.create_task(program.sender.run()), asyncio.create_task(loops.notes(program))]
        if interactive:
            always = asyncio.Event()
            always.set()
            tasks.append(asyncio.create_task(loops.timers(program, always)))
        try:
            await _talk(program, carrier, _typed() if interactive else _piped())
        finally:
            await program.road.note()
            await store.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _talk(program: Program, carrier: TerminalCarrier, lines: AsyncIterator[str]) -> None:
    async for line in lines:
        if line.strip() in LEAVE:
            return
        while await program.road.wake():
            pass
        if line.strip():
            await program.road.take([Arrival(CHANNEL, ADDRESS, carrier.read(line))])
        await _quiet(program)


async def _quiet(program: Program) -> None:
    """Until everything is said."""
    while program.sender.depth:
        await program.sender.news.wait()
        await program.road.note()


async def _piped() -> AsyncIterator[str]:
    while line := await asyncio.to_thread(sys.stdin.readline):
        yield line.rstrip("\n")


async def _typed() -> AsyncIterator[str]:
    session: PromptSession[str] = PromptSession("> ")
    print(GREETING)  # noqa: T201
    with patch_stdout():
        while True:
            try:
                yield await session.prompt_async()
            except (EOFError, KeyboardInterrupt):
                return
