"""Everything that python-telegram-bot asks of the network goes through here, over one aiohttp session.

PTB's own httpx object costs most of an echo bot's time. No address (the token is in it) and no body
(people's words are in it) ever stands in a log line or in the text of an error made here.
"""

import json
from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from typing import Any, Final

import aiohttp
import msgspec
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECTIONS: Final = 256
CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 10.0
POOL_SECONDS: Final = 10.0
KEEP_ALIVE_SECONDS: Final = 30.0
UPLOAD_SECONDS: Final = 60.0
DEFAULT_FLOOD_WAIT: Final = 1.0

_JSON_HEADERS: Final = {"Content-Type": "application/json"}
_SESSION_HEADERS: Final = {"User-Agent": "selfkind", "Accept-Encoding": "identity"}
_Unreadable = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class UnsentError(NetworkError):
    """The request did not leave: no connection was made, so Telegram cannot have acted on it."""


class ServerError(NetworkError):
    """The answer was 500 or more, or no Bot API answer at all: a web page from a machine in between."""

    def __init__(self, code: int) -> None:
        super().__init__(f"HTTP {code}")
        self.code = code


class FloodError(RetryAfter):
    """Telegram wants us to wait (429); PTB's own class warns about its future whenever one is made."""

    def __init__(self, seconds: float) -> None:
        TelegramError.__init__(self, f"Flood control: wait {seconds:g} seconds")
        self._retry_after = timedelta(seconds=seconds)

    @property
    def retry_after(self) -> timedelta:
        return self._retry_after


class _Parameters(msgspec.Struct):
    retry_after: float = DEFAULT_FLOOD_WAIT


class _Refusal(msgspec.Struct):
    parameters: _Parameters = msgspec.field(default_factory=_Parameters)


class AiohttpRequest(BaseRequest):
    """HTTP for one `telegram.Bot`; a second instance serves its getUpdates.

    Raises what PTB expects: TimedOut when an answer did not come, NetworkError when the connection broke,
    of the latter `UnsentError` when nothing left and `ServerError` for 5xx; FloodError (RetryAfter) for 429.
    """

    def __init__(self, connections: int = CONNECTIONS, read_timeout: float = READ_SECONDS) -> None:
        """Takes how many connections may be open at once, and how many seconds an answer may take."""
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}
        self._timeouts: dict[tuple[Any, ...], aiohttp.ClientTimeout] = {}

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(
                limit=self._connections, limit_per_host=0, keepalive_timeout=KEEP_ALIVE_SECONDS
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=_SESSION_HEADERS,
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as a dict that has a "result" unless it is a refusal. Raises TelegramError otherwise."""
        try:
            answer = msgspec.json.decode(payload)
        except _Unreadable:
            raise TelegramError("Invalid server response") from None
        if not isinstance(answer, dict) or ("result" not in answer and answer.get("ok") is not False):
            raise TelegramError("Invalid server response")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One exchange; returns the HTTP status and the body. Raises the errors that the class names."""
        files = request_data is not None and request_data.contains_files
        limits = self._timeout(read_timeout, write_timeout, connect_timeout, pool_timeout, files=files)
        body, headers = _encode(request_data)
        try:
            return _judge(*await self._exchange(method, url, body, headers, limits))
        except aiohttp.ConnectionTimeoutError:
            raise UnsentError("No connection in time") from None
        except TimeoutError:
            raise TimedOut("No answer in time") from None
        except aiohttp.ClientConnectorError as error:
            raise UnsentError(f"No connection ({type(error.os_error).__name__})") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NetworkError(f"The connection broke ({type(error).__name__})") from None

    async def _exchange(
        self, method: str, url: str, body: Any, headers: dict[str, str], limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise UnsentError("The request object is not initialized")
        async with self._session.request(
            method, self._url(url), data=body, headers=headers, timeout=limits, allow_redirects=False
        ) as answer:
            return answer.status, await answer.read()

    def _url(self, url: str) -> URL:
        """Parsed once for each method of the Bot API; a downloaded file's address is not kept."""
        known = self._urls.get(url)
        if known is None:
            known = URL(url)
            if len(self._urls) < CONNECTIONS:
                self._urls[url] = known
        return known

    def _timeout(
        self, read: Any, write: Any, connect: Any, pool: Any, *, files: bool
    ) -> aiohttp.ClientTimeout:
        """PTB's four timeouts, in seconds, as aiohttp knows them; None waits for ever.

        aiohttp has none for writing: an upload gets a limit for the whole exchange instead.
        """
        default = BaseRequest.DEFAULT_NONE
        read = self._read_timeout if read is default else read
        connect = CONNECT_SECONDS if connect is default else connect
        pool = POOL_SECONDS if pool is default else pool
        key = (read, connect, pool, files)
        if key not in self._timeouts:
            wait = None if connect is None or pool is None else connect + pool
            upload = UPLOAD_SECONDS if write is default or write is None else write
            total = upload + (wait or 0) + (read or 0) if files else None
            made = aiohttp.ClientTimeout(total=total, connect=wait, sock_connect=connect, sock_read=read)
            self._timeouts[key] = made
        return self._timeouts[key]


class _Batch(msgspec.Struct):
    ok: bool = False
    result: list[msgspec.Raw] | None = None
    description: str | None = None


class UpdatesRequest(AiohttpRequest):
    """The one that asks for updates: each comes out as its own bytes, so that none can spoil the others."""

    def __init__(self) -> None:
        super().__init__(connections=2)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As its parent, but "result" is a list of bytes, one JSON text each."""
        try:
            batch = msgspec.json.decode(payload, type=_Batch)
            found = None if batch.result is None else [bytes(update) for update in batch.result]
            answer: dict[str, Any] = {"ok": batch.ok, "result": found, "description": batch.description}
        except _Unreadable:
            return _lenient(payload)
        if batch.ok and found is None:
            raise TelegramError("Invalid server response")
        return answer


def _lenient(payload: bytes) -> dict[str, Any]:
    """A batch that msgspec refuses as a whole (half an emoji is enough), read by the more patient parser."""
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
        return {**answer, "result": [json.dumps(update).encode() for update in answer["result"]]}
    except (ValueError, TypeError, KeyError, RecursionError):
        raise TelegramError("Invalid server response") from None


def _encode(data: RequestData | None) -> tuple[Any, dict[str, str]]:
    """JSON when there are no files: it spares the second encoding that a form's fields need."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return msgspec.json.encode(data.parameters), _JSON_HEADERS
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=kind)
    return form, {}


def _judge(code: int, body: bytes) -> tuple[int, bytes]:
    """Lets PTB judge what is in the Bot API's own words, and takes from it what it would print or warn of."""
    if code < 400:
        return code, body
    if code == 429:
        raise FloodError(_flood_wait(body))
    if code >= 500 or body[:1] != b"{":
        raise ServerError(code)
    return code, body


def _flood_wait(body: bytes) -> float:
    """Seconds; a 429 that does not say how long gets a short default."""
    with suppress(*_Unreadable):
        return max(0.0, msgspec.json.decode(body, type=_Refusal).parameters.retry_after)
    return DEFAULT_FLOOD_WAIT
