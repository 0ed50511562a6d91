"""This Telegram as a process: `python -m tests.botapi --port P [--token T]`.

The first line on standard output is JSON: {"url": …, "ctl": …}. /ctl/… is answered at both addresses; the one
under "ctl" stays reachable while Telegram is away. SIGTERM and SIGINT end it.
"""

import asyncio
import contextlib
import json
import signal

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
@click.option("--keep-journal/--count-only", default=True, help="Keep every call, or only count them.")
def main(port: int, ctl_port: int, **options: object) -> None:
    """A strict Telegram Bot API server for tests."""
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(_serve(port, ctl_port, options))


async def _serve(port: int, ctl_port: int, options: dict[str, object]) -> None:
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    async with BotApi(port=port, **options) as api:  # type: ignore[arg-type] # click has checked the types
        api.handler.control = Control(api)
        control = Listener(api.handler.control, ctl_port)
        await control.open()
        print(json.dumps({"url": api.url, "ctl": control.url}), flush=True)
        await stopped.wait()
        await control.close()


if __name__ == "__main__":
    main()
