"""The same bot in a terminal, scripted through a pipe; and the other commands of an operator."""

import asyncio
import sys
from pathlib import Path

from tests.blackbox.program import ROOT, run

ONBOARDING = ("/start", "Yes, I agree", "I'm 18 or older", "Skip", "None of these", "Try the short break")
BREAK = ("4", "The short one", "a knot in my stomach", "I said it", "I'm ready", "I did what I could", "2")
COMMANDS = ("chat", "draw", "explain", "health", "lint-content", "migrate", "run", "serve")


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


async def test_a_break_from_beginning_to_end(tmp_path: Path) -> None:
    """/start → break → closing, button by button, and 0 at the end of input."""
    code, out, err = await run(tmp_path, "chat", stdin=typed(*ONBOARDING, *BREAK, "Thank you"))
    assert (code, err) == (0, "")
    for words in (
        "I'm selfkind",
        "How strong is it right now",
        "a knot in my stomach",
        "It was 4 and is 2 now.",
    ):
        assert words in out
    assert out.index("I'm selfkind") < out.index("How strong") < out.index("It was 4")
    assert out.rstrip().splitlines()[-1].startswith("  [")


async def test_buttons_are_numbers(tmp_path: Path) -> None:
    """What is shown beside a button is what is typed for it; a scale is typed as it is."""
    code, out, _ = await run(tmp_path, "chat", stdin=typed("/start", "1", "1"))
    assert code == 0
    assert "[1] Yes, I agree" in out
    assert "[1] I'm 18 or older" in out
    assert "Which country are you in?" in out


async def test_a_restart_keeps_the_place(tmp_path: Path) -> None:
    """The next sitting goes on where the last one ended; buttons are shown again on asking."""
    await run(tmp_path, "chat", stdin=typed(*ONBOARDING, "4", "The short one"))
    code, out, _ = await run(tmp_path, "chat", stdin=typed("a knot in my stomach"))
    assert code == 0
    assert "“a knot in my stomach”" in out


async def test_everything_is_erased(tmp_path: Path) -> None:
    """One confirmation, and a stranger afterwards, in the same sitting and in the next."""
    code, out, _ = await run(tmp_path, "chat", stdin=typed(*ONBOARDING, "/delete", "Yes, erase everything"))
    assert code == 0
    assert "Everything I kept about you is erased." in out
    _, again, _ = await run(tmp_path, "chat", stdin=typed("hello"))
    assert "Is that all right with you?" in again


async def test_what_is_kept_is_printed(tmp_path: Path) -> None:
    """/export as text."""
    _, out, _ = await run(tmp_path, "chat", stdin=typed(*ONBOARDING, "/export"))
    assert "[selfkind.json]" in out
    assert '"consent": 1' in out


async def test_leaving_by_word(tmp_path: Path) -> None:
    """/quit ends it; what stands behind is not read."""
    code, out, _ = await run(tmp_path, "chat", stdin=typed("/start", "/quit", "/help"))
    assert code == 0
    assert "Here is what I can do" not in out


async def test_help_lists_the_commands(tmp_path: Path) -> None:
    """At once, without anything else of the program."""
    code, out, _ = await run(tmp_path, "--help")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines() if line.startswith("  ") and line[2] != " "][
        -8:
    ] == [*COMMANDS]


async def test_help_needs_none_of_the_program() -> None:
    """No database, no Telegram, no engine is even imported for it."""
    code = (
        "import sys; from click.testing import CliRunner; from bot.cli import main;"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "sys.exit(bool({'sqlalchemy', 'telegram', 'aiohttp', 'transitions'} & set(sys.modules)))"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=ROOT)
    assert await process.wait() == 0


async def test_migrate(tmp_path: Path) -> None:
    """A database from nothing, and again when it is current."""
    for _ in range(2):
        assert (await run(tmp_path, "migrate"))[:2] == (0, "The database is up to date.\n")
    assert (tmp_path / "selfkind.db").stat().st_mode & 0o777 == 0o600


async def test_health_without_a_bot(tmp_path: Path) -> None:
    """Nobody gives a sign of life: 1, and not a word."""
    assert await run(tmp_path, "health") == (1, "", "")


async def test_the_drawing_is_compared(tmp_path: Path) -> None:
    """An old or missing drawing is told, a new one is made, and then it is current."""
    (tmp_path / "docs").mkdir()
    code, _, err = await run(tmp_path, "draw", "--check")
    assert (code, "is not current" in err) == (1, True)
    assert (await run(tmp_path, "draw"))[0] == 0
    assert (await run(tmp_path, "draw", "--check"))[0] == 0
