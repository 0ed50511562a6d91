"""Everything that this server refuses, in Telegram's own words, lives here.

The wording follows tdlib/telegram-bot-api (Client.cpp) and tdlib/td; where Telegram has no wording because
it is more lenient than we are, the description names the rule of ours that was broken.
"""

from typing import Any

QUERY_GONE = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class BotApiError(Exception):
    """An answer with `ok: false`; `code` is the HTTP status too."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        """The JSON object that Telegram would answer with."""
        found: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            found["parameters"] = {"retry_after": self.retry_after}
        return found


def bad(description: str) -> BotApiError:
    """400, with Telegram's prefix."""
    return BotApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> BotApiError:
    """403, with Telegram's prefix."""
    return BotApiError(403, f"Forbidden: {description}")


def conflict(description: str) -> BotApiError:
    """409, with Telegram's prefix."""
    return BotApiError(409, f"Conflict: {description}")


def too_many(seconds: int) -> BotApiError:
    """429; `seconds` is what Telegram asks to wait."""
    return BotApiError(429, f"Too Many Requests: retry after {seconds}", seconds)


UNAUTHORIZED = BotApiError(401, "Unauthorized")
NOT_FOUND = BotApiError(404, "Not Found")

_PHRASES = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: f"Conflict: {OTHER_POLLER}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


def usual(code: int, retry_after: int | None = None, description: str | None = None) -> BotApiError:
    """What Telegram most often says with this code; `description` overrides the words."""
    if code == 429 and description is None:
        return too_many(retry_after or 1)
    return BotApiError(code, description or _PHRASES.get(code, f"Error {code}"), retry_after)
