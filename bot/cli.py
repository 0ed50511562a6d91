"""The commands of `python -m bot`. Each imports what it needs when it is called, so that --help is quick."""

import asyncio
import gc
import sys
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bot.settings import Settings


class OperatorFriendly(click.Group):
    """Prints what the operator has to do as one sentence, without a traceback, and leaves with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            from bot.errors import OperatorError
            from storage.errors import OperatorMustActError

            if not isinstance(error, OperatorError | OperatorMustActError):
                raise
            click.echo(str(error), err=True)
            ctx.exit(OperatorError.exit_code)


@click.group(cls=OperatorFriendly, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(ctx: click.Context) -> None:
    """selfkind: short, structured self-compassion practices on Telegram."""
    gc.disable()  # what is imported is never garbage: looking for it there takes a sixth of the start
    ctx.call_on_close(gc.enable)


@main.command()
def serve() -> None:
    """Run the bot on Telegram (needs TELEGRAM_BOT_TOKEN)."""
    from bot.serve import serve as run

    _run(run(_settings()))


@main.command()
def chat() -> None:
    """Talk to the same bot in this terminal."""
    from bot.terminal import chat as run

    _run(run(_settings(quiet=True)))


@main.command()
def run() -> None:
    """Serve when there is a token; otherwise say so and open the terminal chat."""
    settings = _settings()
    if settings.telegram_bot_token:
        from bot.serve import serve as on_telegram

        _run(on_telegram(settings))
    else:
        from bot.terminal import chat as in_terminal

        click.echo("No TELEGRAM_BOT_TOKEN is set, so this is the same bot in your terminal.")
        _run(in_terminal(settings))


@main.command()
def migrate() -> None:
    """Bring the database up to date."""
    from bot.program import open_store

    async def bring_up_to_date() -> None:
        async with open_store(_settings()):
            click.echo("The database is up to date.")

    _run(bring_up_to_date())


@main.command()
@click.option("--check", is_flag=True, help="Only say whether docs/state-machine.md is current.")
def draw(check: bool) -> None:
    """Draw the state machine as Mermaid into docs/state-machine.md."""
    from pathlib import Path

    from bot.draw import draw as drawing
    from flows.book import book

    file, text = Path("docs/state-machine.md"), drawing(book())
    if not check:
        file.write_text(text, "utf-8")
    elif not file.exists() or file.read_text("utf-8") != text:
        raise click.ClickException("docs/state-machine.md is not current: run `python -m bot draw`")


@main.command("lint-content")
def lint_content() -> None:
    """Check every sentence the bot can say."""
    from bot.lint import lint

    complaints = lint()
    for complaint in complaints:
        click.echo(complaint, err=True)
    sys.exit(1 if complaints else 0)


@main.command()
def explain() -> None:
    """Read sentences from standard input; print what the bot would understand, one JSON line each."""
    from bot.explain import explain as explained

    for line in explained(sys.stdin):
        click.echo(line)


@main.command()
def health() -> None:
    """Leave with 0 when `serve` gave a sign of life within the last minute."""
    from datetime import UTC, datetime

    from bot.heartbeat import is_alive

    sys.exit(0 if is_alive(_settings().heartbeat_file, datetime.now(UTC)) else 1)


def _settings(quiet: bool = False) -> "Settings":
    from bot.logs import configure
    from bot.settings import load

    settings = load()
    configure("ERROR" if quiet else settings.log_level, settings.log_format, settings.secrets)
    return settings


def _run(work: Coroutine[Any, Any, None]) -> None:
    gc.freeze()
    gc.enable()
    try:
        import uvloop
    except ImportError:  # Windows
        asyncio.run(work)
    else:
        uvloop.run(work)
