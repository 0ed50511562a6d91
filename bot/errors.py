"""Every mistake that only the operator can put right lives here; our own faults are ordinary exceptions.

The command line prints `str(error)` without a traceback and leaves with `OperatorError.exit_code`.
"""

from collections.abc import Sequence
from typing import ClassVar


class OperatorError(Exception):
    """The program cannot go on before the operator changes something."""

    exit_code: ClassVar[int] = 2

    def __init__(self, sentence: str = "") -> None:
        """Takes one sentence that says what to do; without one, the class's docstring is that sentence."""
        super().__init__(sentence or " ".join((type(self).__doc__ or "").split()))


class SettingsError(OperatorError):
    """Some settings need a change."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        """Takes every mistake that was found, one sentence each; printed one a line."""
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class TokenMissingError(OperatorError):
    """TELEGRAM_BOT_TOKEN is not set: ask @BotFather on Telegram for a token and put it into .env."""


class TokenRefusedError(OperatorError):
    """Telegram does not know this TELEGRAM_BOT_TOKEN: copy it from @BotFather again."""


class SecondInstanceError(OperatorError):
    """Another program is taking this bot's updates (Telegram answers 409): stop that one, then start anew."""


class KeyLostError(OperatorError):
    """The database holds people, but their encryption key is missing: set ENCRYPTION_KEY or put back the file
    that ENCRYPTION_KEY_FILE names.
    """
