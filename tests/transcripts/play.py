"""Plays a transcript on a stage and gives back the same text with what was really said."""

from tests.transcripts.heard import Heard, Key, shown
from tests.transcripts.script import Input, Script
from tests.transcripts.stage import Stage


class Player:
    """Remembers what was read, to find the buttons that are tapped."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._read: list[Heard] = []
        self._last: tuple[Heard, Key] | None = None

    async def play(self, script: Script) -> str:
        """The transcript as it is now, ready to be written."""
        lines = list(script.head)
        for item in script.items:
            if isinstance(item, str):
                lines.append(item)
            else:
                lines += [item.line, *await self._answer(item)]
                await self._stage.reload()
        return "\n".join(lines) + "\n"

    async def _answer(self, item: Input) -> list[str]:
        heard = await self._do(item)
        self._read += heard
        return shown(heard, self._stage.now)

    async def _do(self, item: Input) -> list[Heard]:
        stage = self._stage
        match item.kind:
            case "tap" | "old" | "again":
                return await stage.tap(*self._button(item))
            case "pass":
                return await stage.pass_time(item.span)
            case "send":
                return await stage.send(item.what, item.words)
            case "edit":
                return await stage.edit(item.words)
            case "forward":
                return await stage.forward(item.words)
            case "block":
                return await stage.block()
            case "unblock":
                return await stage.unblock()
            case _:
                return await stage.say(item.words)

    def _button(self, item: Input) -> tuple[Heard, Key]:
        if item.kind == "again":
            assert self._last, f"nothing was tapped before: {item.line}"
            return self._last
        for message in self._shelf(item.kind == "old"):
            if key := message.key(item.words):
                self._last = message, key
                return self._last
        labels = [[key.label for row in message.rows for key in row] for message in self._read[-2:]]
        raise AssertionError(f"there is no such button: {item.line}, only {labels}")

    def _shelf(self, old: bool) -> list[Heard]:
        """Messages with buttons, the newest first; of the old ones the newest is none."""
        with_buttons = [message for message in reversed(self._read) if message.rows]
        return with_buttons[1:] if old else with_buttons
