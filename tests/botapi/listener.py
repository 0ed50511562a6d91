"""Everything about the port that the server listens on lives here."""

import asyncio

from aiohttp import StreamReader, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http_parser import RawRequestMessage

from .server import Control

HOST = "127.0.0.1"
MAX_BODY = 64 * 2**20
_PATIENCE = 0.01  # seconds for calls that are under way; those that wait or hang would never end


class Listener:
    """One port; it can be closed and opened again, as when Telegram is away."""

    def __init__(self, handler: Control, port: int) -> None:
        self._handler = handler
        self._port = port
        self._server: web.Server | None = None
        self._socket: asyncio.Server | None = None

    @property
    def url(self) -> str:
        """ "http://127.0.0.1:PORT"; the port is known after the first `open`."""
        return f"http://{HOST}:{self._port}"

    async def open(self) -> None:
        """Starts to listen, always on the same port."""
        if self._socket is not None:
            return
        loop = asyncio.get_running_loop()
        self._server = web.Server(self._handler, request_factory=_request, access_log=None)
        self._socket = await loop.create_server(self._server, HOST, self._port, backlog=1024)
        self._port = self._socket.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stops to listen and cuts every connection."""
        if self._socket is None or self._server is None:
            return
        self._socket.close()
        for connection in self._server.connections:
            if connection.transport is not None:
                connection.transport.abort()
        await self._server.shutdown(_PATIENCE)
        self._socket, self._server = None, None


def _request(
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: web.RequestHandler,
    writer: AbstractStreamWriter,
    task: asyncio.Task[None],
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=MAX_BODY)
