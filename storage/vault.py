"""Everything that turns words into ciphertext and back lives here; nothing else touches a key.

A sealed value is: 4 bytes that name the master key, 12 bytes of nonce, then AES-256-GCM ciphertext and tag.
"""

import hashlib
import hmac
import os
from collections.abc import Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.errors import UndecryptableError

KEY_BYTES = 32  # AES-256
_NAME = 4
_NONCE = 12  # NIST SP 800-38D, 5.2.1.1
_HEAD = _NAME + _NONCE
# Lengths tell tales (a state in a crisis hold is longer), so all are rounded up to a multiple of this.
_BLOCK = 256
_REMEMBERED = 1024  # ciphers kept ready (2.5 kB each): the people who are talking just now


class Vault:
    """Seals with the first of its master keys and opens with any of them.

    Every owner has a key of their own, derived from the master key, so that random nonces never run out.
    What is sealed opens only at the place, for the owner and in the row that it was sealed for.
    """

    def __init__(self, keys: Sequence[bytes], lookup_key: bytes) -> None:
        """Takes master keys (32 bytes each, the first writes) and the key under which people are found."""
        if not keys or any(len(key) != KEY_BYTES for key in (*keys, lookup_key)):
            raise ValueError(f"every key has {KEY_BYTES} bytes")
        self._lookup_key = lookup_key
        self._masters = {name_of(key): key for key in reversed(keys)}
        self._writer = name_of(keys[0])
        self._cipher = lru_cache(maxsize=_REMEMBERED)(self._derive)

    def seal(self, place: str, owner: bytes, plain: bytes, row: bytes = b"") -> bytes:
        """The ciphertext of `plain` for that place ("people.state"), that owner and that row."""
        nonce = os.urandom(_NONCE)
        cipher = self._cipher(self._writer, owner)
        return self._writer + nonce + cipher.encrypt(nonce, _pad(plain), _binding(place, owner, row))

    def open(self, place: str, owner: bytes, sealed: bytes, row: bytes = b"") -> bytes:
        """What was sealed there. Raises UndecryptableError, which says nothing about why."""
        name = sealed[:_NAME]
        if name not in self._masters:
            raise UndecryptableError
        try:
            cipher = self._cipher(name, owner)
            return _unpad(cipher.decrypt(sealed[_NAME:_HEAD], sealed[_HEAD:], _binding(place, owner, row)))
        except (InvalidTag, ValueError):
            raise UndecryptableError from None

    def key_of(self, channel: str, address: str) -> bytes:
        """The 32 bytes under which the person at that address is found."""
        return hmac.digest(self._lookup_key, f"{channel}\0{address}".encode(), "sha256")

    def slot_of(self, owner: bytes, kind: str) -> bytes:
        """16 bytes that stand for a kind of timer, different for every owner."""
        return hmac.digest(self._lookup_key, b"slot\0" + owner + kind.encode(), "sha256")[:16]

    def _derive(self, name: bytes, owner: bytes) -> AESGCM:
        return AESGCM(hmac.digest(self._masters[name], b"owner\0" + owner, "sha256"))


def name_of(key: bytes) -> bytes:
    """The 4 bytes that tell master keys apart; they say nothing about the key."""
    return hashlib.sha256(b"selfkind key\0" + key).digest()[:_NAME]


def _binding(place: str, owner: bytes, row: bytes) -> bytes:
    return b"%s\0%d\0%s%s" % (place.encode(), len(owner), owner, row)


def _pad(plain: bytes) -> bytes:
    """ISO/IEC 7816-4: one 0x80, then zeros to the end of the block."""
    return plain + b"\x80" + bytes(-(len(plain) + 1) % _BLOCK)


def _unpad(padded: bytes) -> bytes:
    plain, mark, rest = padded.rpartition(b"\x80")
    if not mark or rest.strip(b"\0"):
        raise UndecryptableError
    return plain
