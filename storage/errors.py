"""Everything that storage can refuse lives here; a class's docstring is the sentence that an operator reads.

None of these ever carries a person's words, an address or a key.
"""


class StorageError(Exception):
    """Something about what is remembered is not as it has to be."""

    def __init__(self, sentence: str = "") -> None:
        """Takes one sentence; without one, the class's docstring is that sentence."""
        super().__init__(sentence or " ".join((type(self).__doc__ or "").split()))


class UndecryptableError(StorageError):
    """What was stored does not decrypt here: another key, another row, or damage."""


class ConflictError(StorageError):
    """Somebody else changed this person in between: load again and step again."""


class OperatorMustActError(StorageError):
    """Nothing can start before the operator puts something right."""


class KeyMissingError(OperatorMustActError):
    """The database holds people, but their encryption key is missing: set ENCRYPTION_KEY or put back the file
    that ENCRYPTION_KEY_FILE names.
    """


class WrongKeyError(OperatorMustActError):
    """The database was written with another encryption key: set ENCRYPTION_KEY or ENCRYPTION_KEY_FILE to the
    one it was made with.
    """


class KeyDroppedError(OperatorMustActError):
    """Part of the database still needs an older encryption key: write it again behind the new one, with a
    comma between.
    """


class KeyFileError(OperatorMustActError):
    """The encryption key file cannot be used: it has to hold 32 bytes in base64 and be readable."""


class NewerDatabaseError(OperatorMustActError):
    """A newer version of this program wrote the database: start that version, or restore a backup."""
