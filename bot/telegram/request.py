"""Everything that python-telegram-bot asks of the network goes through here, over one aiohttp session.

PTB's own httpx object costs most of an echo bot's time. No address (the token is in it) and no body
(people's words are in it) ever stands in a log line or in the text of an error made here.
"""

from io import BytesIO
from typing import Any, Final

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.telegram.answers import INVALID, UNREADABLE, UnsentError, each_by_itself, judge

CONNECTIONS: Final = 256
CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 10.0
POOL_SECONDS: Final = 10.0
KEEP_ALIVE_SECONDS: Final = 30.0
UPLOAD_SECONDS: Final = 60.0

_METHODS: Final = 64  # more than this bot knows
_JSON_HEADERS: Final = {"Content-Type": "application/json"}
_SESSION_HEADERS: Final = {"User-Agent": "selfkind", "Accept-Encoding": "identity"}


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
        except UNREADABLE:
            raise TelegramError(INVALID) from None
        if not isinstance(answer, dict) or ("result" not in answer and answer.get("ok") is not False):
            raise TelegramError(INVALID)
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
        limits = self._limits(read_timeout, write_timeout, connect_timeout, pool_timeout, files)
        body, headers = _encode(request_data)
        try:
            return judge(*await self._exchange(method, url, body, headers, limits))
        except aiohttp.ConnectionTimeoutError:
            raise UnsentError("No connection in time") from None
        except TimeoutError:
            raise TimedOut("No answer in time") from None
        except aiohttp.ClientConnectorError as error:
            cause = getattr(error, "os_error", error)
            raise UnsentError(f"No connection ({type(cause).__name__})") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise NetworkError(f"The connection broke ({type(error).__name__})") from None

    async def _exchange(
        self, method: str, url: str, body: Any, headers: dict[str, str], limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None or self._session.closed:
            raise UnsentError("No session is open")
        async with self._session.request(
            method, self._url(url), data=body, headers=headers, timeout=limits, allow_redirects=False
        ) as answer:
            return answer.status, await answer.read()

    def _url(self, url: str) -> URL:
        """Parsed once for each method of the Bot API; a downloaded file's address is not kept."""
        known = self._urls.get(url)
        if known is None:
            known = URL(url)
            if len(self._urls) < _METHODS:
                self._urls[url] = known
        return known

    def _limits(self, *asked: Any) -> aiohttp.ClientTimeout:
        """Made once for each combination: read, write, connect, pool, and whether files are sent."""
        known = self._timeouts.get(asked)
        if known is None:
            known = self._timeouts[asked] = self._timeout(*asked)
        return known

    def _timeout(self, read: Any, write: Any, connect: Any, pool: Any, files: bool) -> aiohttp.ClientTimeout:
        """PTB's four timeouts, in seconds, as aiohttp knows them; None waits for ever.

        aiohttp has none for writing: an upload gets a limit for the whole exchange instead.
        """
        read = _seconds(read, self._read_timeout)
        connect = _seconds(connect, CONNECT_SECONDS)
        pool = _seconds(pool, POOL_SECONDS)
        write = _seconds(write, UPLOAD_SECONDS)
        wait = None if connect is None or pool is None else connect + pool
        total = sum((read, write, wait)) if files and None not in (read, write, wait) else None
        return aiohttp.ClientTimeout(total=total, connect=wait, sock_connect=connect, sock_read=read)


class UpdatesRequest(AiohttpRequest):
    """The one that asks for updates: in the "result", each is its own bytes."""

    def __init__(self) -> None:
        super().__init__(connections=2)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        return each_by_itself(payload)


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


def _seconds(asked: Any, usual: float) -> float | None:
    return usual if asked is BaseRequest.DEFAULT_NONE else asked
