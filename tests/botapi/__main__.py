"""This Telegram as a process: `python -m tests.botapi --port P [--token T]`.

The first line on standard output is JSON: {"url": …, "ctl": …}. /ctl/… is answered at both addresses; the one
under "ctl" stays reachable while Telegram is away. SIGTERM and SIGINT end it.
"""

import asyncio
import contextlib
import json
import signal
import sys

import click
import uvloop

from .api import TOKEN, BotApi
from .control import Control
from .listener import Listener


@click.command()
@click.option("--port", default=0, help="Where the Bot API listens on 127.0.0.1; 0 for any free port.")
@click.option("--ctl-port", default=0, help="A second address for /ctl only; 0 for any free port.")
@click.option("--token", default=TOKEN, help="The token of the bot.")
@click.option("--seed", default=0, help="Fixes all ids.")
@click.option("--delay-ms", default=0.0, help="Simulated round trip.")
@click.option("--webhook-unit", default=1.0, help="Seconds that one second of webhook back-off takes.")
@click.option("--with-parent/--alone", default=False, help="End when standard input ends.")
@click.option("--keep-journal/--count-only", default=True, help="Keep every call, or only count them.")
def main(port: int, ctl_port: int, with_parent: bool, **options: object) -> None:
    """A strict Telegram Bot API server for tests."""
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(_serve(port, ctl_port, with_parent, options))


def _stop(with_parent: bool) -> asyncio.Event:
    """Set at SIGTERM, and at the end of standard input if that is what the parent holds open."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, stopped.set)
    if with_parent:
        loop.add_reader(sys.stdin.fileno(), stopped.set)
    return stopped


async def _serve(port: int, ctl_port: int, with_parent: bool, options: dict[str, object]) -> None:
    stopped = _stop(with_parent)
    async with BotApi(port=port, **options) as api:  # type: ignore[arg-type] # click has checked the types
        api.handler.control = Control(api)
        control = Listener(api.handler.control, ctl_port)
        await control.open()
        print(json.dumps({"url": api.url, "ctl": control.url}), flush=True)
        await stopped.wait()
        await control.close()


if __name__ == "__main__":
    main()
