"""What is said in every conversation is what its transcript says, in the core alone and in the whole program."""

from collections.abc import Coroutine
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.transcripts.core import Core, engine
from tests.transcripts.play import Player
from tests.transcripts.program import on_telegram
from tests.transcripts.script import USUAL_START, Script, names, path_of, read
from tests.transcripts.stage import Beginning


@pytest.mark.parametrize("name", names())
def test_in_the_core(name: str, update_transcripts: bool) -> None:
    """Between any two lines the person is written as JSON and read again."""
    now_said, _ = played(name)
    if update_transcripts:
        path_of(name).write_text(now_said, "utf-8")
    assert now_said.splitlines() == path_of(name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", names())
async def test_in_the_whole_program(name: str, folder: Path) -> None:
    """With restarts in between the same is said as in the core."""
    script = read(name)
    async with on_telegram(folder, beginning(script)) as stage:
        now_said = await Player(stage).play(script)
    assert now_said.splitlines() == played(name)[0].splitlines()


def test_every_state_and_every_button_is_in_a_transcript() -> None:
    """Nothing is said to anybody that a clinician cannot have read here."""
    walked = {step for name in names() for step in played(name)[1].walked}
    buttons = {
        (place, answer)
        for place, (step, _) in engine().steps.items()
        for answer in ("", *step.answers, *(("ready",) if step.then else ()))
    }
    assert sorted(buttons - walked) == []


@cache
def played(name: str) -> tuple[str, Core]:
    """The transcript as the core plays it, and where it ends."""
    script = read(name)
    core = Core(beginning(script))
    return _at_once(Player(core).play(script)), core


def beginning(script: Script) -> Beginning:
    """Where the transcript starts: with a stranger, or where another one ended."""
    if not script.after:
        return Beginning(now=script.starts or USUAL_START)
    end = played(script.after)[1].end
    return Beginning(end.person, end.timers, script.starts or end.now)


def _at_once(play: Coroutine[Any, Any, str]) -> str:
    """The core waits for nothing, so it needs no event loop."""
    try:
        play.send(None)
    except StopIteration as done:
        return str(done.value)
    raise AssertionError("the core waited for something")
