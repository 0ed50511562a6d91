"""Every error that python-telegram-bot raises for a message is told to the sender in its own terms here."""

from typing import Final

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.sending.outcomes import AwayError, DeliveryError, TooFastError, UnacceptableError, UnreachableError
from bot.telegram.answers import ServerError, UnsentError

NOT_MODIFIED: Final = "message is not modified"
# What Telegram says when the message that should change is gone or can no longer be changed.
_NOT_EDITABLE: Final = ("message to edit not found", "message can't be edited", "message_id_invalid")
_UNREACHABLE: Final = ("chat not found", "peer_id_invalid", "user is deactivated", "user not found")
# The only words of a refusal that may be logged: a description can quote what was to be sent.
_REASONS: Final = (
    "message is too long",
    "message text is empty",
    "text must be non-empty",
    "can't parse entities",
    "can't parse inline keyboard button",
    "button_data_invalid",
    "reply markup is too long",
    "wrong file identifier",
    "file must be non-empty",
    "have no rights to send",
    *_NOT_EDITABLE,
)
_GATEWAY: Final = (502, 504)  # a machine in between did not hear what became of the request


def is_not_modified(error: TelegramError) -> bool:
    """The message already says what it should say."""
    return isinstance(error, BadRequest) and NOT_MODIFIED in error.message.lower()


def is_not_editable(error: TelegramError) -> bool:
    """The message cannot be changed; saying it anew is all that is left."""
    return isinstance(error, BadRequest) and _first(_NOT_EDITABLE, error) is not None


def refusal(error: TelegramError) -> DeliveryError:
    """What the sender has to know of it."""
    if isinstance(error, RetryAfter):
        return TooFastError(seconds_of(error))
    if isinstance(error, Forbidden | ChatMigrated):
        return UnreachableError()
    if isinstance(error, BadRequest):
        return _unacceptable(error)
    return _away(error)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks us to wait."""
    asked = error.retry_after
    return float(asked) if isinstance(asked, int | float) else asked.total_seconds()


def _unacceptable(error: BadRequest) -> DeliveryError:
    if _first(_UNREACHABLE, error) is not None:
        return UnreachableError()
    return UnacceptableError(_first(_REASONS, error) or "other")


def _away(error: TelegramError) -> AwayError:
    """A refused token is not the message's fault: it stays until the operator has put that right."""
    if isinstance(error, InvalidToken | UnsentError):
        return AwayError(type(error).__name__)
    if isinstance(error, ServerError):
        return AwayError(str(error), uncertain=error.code in _GATEWAY)
    return AwayError(type(error).__name__, uncertain=True)


def _first(phrases: tuple[str, ...], error: TelegramError) -> str | None:
    said = error.message.lower()
    return next((phrase for phrase in phrases if phrase in said), None)
