"""What is sealed opens at its own place, for its owner, with a key that is at hand, and in no other way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import UndecryptableError
from storage.vault import Vault

OLD, NEW, LOOKUP = b"o" * 32, b"n" * 32, b"l" * 32
ADA, BEN = b"a" * 32, b"b" * 32


@given(plain=st.binary(max_size=2000), place=st.text(max_size=20), owner=st.binary(max_size=40))
def test_what_goes_in_comes_out(plain: bytes, place: str, owner: bytes) -> None:
    vault = Vault([NEW], LOOKUP)
    assert vault.open(place, owner, vault.seal(place, owner, plain, b"7"), b"7") == plain


@pytest.mark.parametrize(
    ("place", "owner", "row"),
    [("notes.payload", ADA, b"1"), ("people.state", BEN, b"1"), ("people.state", ADA, b"2")],
)
def test_a_swapped_ciphertext_does_not_open(place: str, owner: bytes, row: bytes) -> None:
    """Not in another column, not for another person, not in another row."""
    vault = Vault([NEW], LOOKUP)
    sealed = vault.seal("people.state", ADA, b"words", b"1")
    with pytest.raises(UndecryptableError):
        vault.open(place, owner, sealed, row)


def test_owner_and_row_cannot_be_shifted_into_each_other() -> None:
    vault = Vault([NEW], LOOKUP)
    sealed = vault.seal("notes.payload", b"ab", b"words", b"c")
    with pytest.raises(UndecryptableError):
        vault.open("notes.payload", b"a", sealed, b"bc")


@given(position=st.integers(0, 287), flip=st.integers(1, 255))
def test_every_changed_byte_is_noticed(position: int, flip: int) -> None:
    vault = Vault([NEW], LOOKUP)
    sealed = bytearray(vault.seal("people.state", ADA, b"words"))
    sealed[position] ^= flip
    with pytest.raises(UndecryptableError):
        vault.open("people.state", ADA, bytes(sealed))


@pytest.mark.parametrize("rubbish", [b"", b"short", bytes(16), bytes(300)])
def test_rubbish_does_not_open(rubbish: bytes) -> None:
    with pytest.raises(UndecryptableError):
        Vault([NEW], LOOKUP).open("people.state", ADA, rubbish)


def test_the_first_key_writes_and_all_keys_read() -> None:
    before = Vault([OLD], LOOKUP).seal("people.state", ADA, b"words")
    both = Vault([NEW, OLD], LOOKUP)
    after = both.seal("people.state", ADA, b"words")
    assert both.open("people.state", ADA, before) == both.open("people.state", ADA, after) == b"words"
    assert Vault([NEW], LOOKUP).open("people.state", ADA, after) == b"words"
    with pytest.raises(UndecryptableError):
        Vault([OLD], LOOKUP).open("people.state", ADA, after)


def test_the_length_tells_nothing_about_a_few_words() -> None:
    vault = Vault([NEW], LOOKUP)
    lengths = {len(vault.seal("people.state", ADA, b"w" * size)) for size in range(255)}
    assert len(lengths) == 1


def test_the_same_words_never_look_the_same() -> None:
    vault = Vault([NEW], LOOKUP)
    assert vault.seal("people.state", ADA, b"words") != vault.seal("people.state", ADA, b"words")


def test_people_are_found_by_the_lookup_key_whatever_the_master_keys() -> None:
    assert Vault([OLD], LOOKUP).key_of("telegram", "7") == Vault([NEW, OLD], LOOKUP).key_of("telegram", "7")
    assert Vault([OLD], LOOKUP).key_of("telegram", "7") != Vault([OLD], OLD).key_of("telegram", "7")
    assert Vault([OLD], LOOKUP).key_of("telegram", "7") != Vault([OLD], LOOKUP).key_of("terminal", "7")


def test_a_slot_says_nothing_about_what_several_people_wait_for() -> None:
    vault = Vault([NEW], LOOKUP)
    assert vault.slot_of(ADA, "follow-up") == vault.slot_of(ADA, "follow-up")
    assert len({vault.slot_of(who, kind) for who in (ADA, BEN) for kind in ("follow-up", "silence")}) == 4


@pytest.mark.parametrize("keys", [[], [b"short"], [NEW, b"short"]])
def test_keys_of_another_length_are_refused(keys: list[bytes]) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(keys, LOOKUP)


def test_a_vault_does_not_show_its_keys() -> None:
    assert "nnnn" not in repr(Vault([NEW], LOOKUP))
