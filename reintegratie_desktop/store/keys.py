"""The data key of a file, and the key file beside it that wraps this key with the password.

The data key is 32 random bytes and never changes; changing the password only wraps it anew. The key file is JSON and
worthless without the password. Its texts are ASCII, its numbers whole, its bytes hexadecimal.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from reintegratie_desktop.store.errors import (
    FileExists,
    KeyFileDamaged,
    KeyFileMissing,
    PasswordNeeded,
    TooLittleMemory,
    WrongPassword,
    guarded,
)
from reintegratie_desktop.store.files import replace_with, write_new
from reintegratie_desktop.text.declaring import dataclass, field, replace
from reintegratie_desktop.text.errors import BugError

KEY_SUFFIX: Final = ".sleutel"
KEY_BYTES: Final = 32
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_KIND: Final = "reintegratie-sleutel"
_FORMAT: Final = 1
_MAX_FILE_BYTES: Final = 16 * 1024

FLOOR_MEMORY_KIB: Final = 64 * 1024
FLOOR_PASSES: Final = 3
MAX_MEMORY_KIB: Final = 1024 * 1024
MAX_PASSES: Final = 12
MAX_LANES: Final = 16


@dataclass(frozen=True)
class KdfParams:
    """How much work it is to turn a password into a key: Argon2id with memory in KiB, passes and lanes.

    The default takes about half a second on an office computer. Below the floor a key file is never written, except
    with `for_tests()`.
    """

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4
    below_floor: bool = field(default=False, compare=False)

    @classmethod
    def for_tests(cls) -> "KdfParams":
        """Return parameters that take no time and protect nothing."""
        return cls(memory_kib=64, passes=1, lanes=1, below_floor=True)

    def is_readable(self) -> bool:
        """Tell whether a key file with these parameters may be tried: a crafted one must not eat the computer."""
        return (
            8 * self.lanes <= self.memory_kib <= MAX_MEMORY_KIB
            and 1 <= self.passes <= MAX_PASSES
            and 1 <= self.lanes <= MAX_LANES
        )

    def is_writable(self) -> bool:
        """Tell whether a new key file may use these parameters."""
        enough = self.memory_kib >= FLOOR_MEMORY_KIB and self.passes >= FLOOR_PASSES
        return self.is_readable() and (enough or self.below_floor)


DEFAULT_KDF: Final = KdfParams()


@dataclass(frozen=True)
class KeySlot:
    """What stands in a key file. `file_salt` is the start of the data file, to see that the two belong together."""

    kdf: KdfParams
    salt: bytes
    nonce: bytes
    wrapped: bytes
    file_salt: bytes = b""

    def for_file(self, file_salt: bytes) -> "KeySlot":
        """Return the slot for a copy of the data file: the same key and password, another start of the file."""
        return replace(self, file_salt=file_salt)

    def to_bytes(self) -> bytes:
        """Return the content of the key file."""
        body = self._body()
        return (json.dumps({**body, "controle": _checksum(body)}, indent=1) + "\n").encode("ascii")

    def _body(self) -> dict[str, Any]:
        return {
            "soort": _KIND,
            "versie": _FORMAT,
            "kdf": {
                "naam": "argon2id",
                "geheugen_kib": self.kdf.memory_kib,
                "rondes": self.kdf.passes,
                "banen": self.kdf.lanes,
                "zout": self.salt.hex(),
            },
            "sleutel": {"naam": "aes-256-gcm", "nonce": self.nonce.hex(), "verpakt": self.wrapped.hex()},
            "bestand": self.file_salt.hex(),
        }

    @classmethod
    def from_bytes(cls, content: bytes) -> "KeySlot":
        """Read the content of a key file.

        Raises:
            ValueError: the content is damaged, of another kind, or asks for an absurd amount of work.
        """
        if len(content) > _MAX_FILE_BYTES:
            raise ValueError("too long for a key file")
        try:
            data = json.loads(content.decode("ascii"))
            slot = cls(
                kdf=KdfParams(
                    _whole(data["kdf"]["geheugen_kib"]), _whole(data["kdf"]["rondes"]), _whole(data["kdf"]["banen"])
                ),
                salt=bytes.fromhex(data["kdf"]["zout"]),
                nonce=bytes.fromhex(data["sleutel"]["nonce"]),
                wrapped=bytes.fromhex(data["sleutel"]["verpakt"]),
                file_salt=bytes.fromhex(data["bestand"]),
            )
            same = data == {**slot._body(), "controle": _checksum(slot._body())}
        except (KeyError, TypeError, RecursionError) as error:
            raise ValueError("not a key file") from error
        sizes = (len(slot.salt), len(slot.nonce), len(slot.wrapped))
        if not same or sizes != (_SALT_BYTES, _NONCE_BYTES, KEY_BYTES + _TAG_BYTES) or not slot.kdf.is_readable():
            raise ValueError("not a key file we can use")
        return slot


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("not a whole number")
    return value


def _checksum(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def load_derivation() -> None:
    """Load what derives a key from a password, so that the slow step needs no other thread to step aside."""
    import argon2.low_level  # noqa: F401, PLC0415 - only when a file is opened


def load_wrapping() -> None:
    """Load what takes the data key out of its wrapping, when the password key is there."""
    import cryptography.exceptions  # noqa: PLC0415 - only when a file is opened
    import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401, PLC0415


def key_file_for(data_file: Path) -> Path:
    """Return where the key file of a data file stands: beside it."""
    return data_file.with_name(data_file.name + KEY_SUFFIX)


def new_data_key() -> bytes:
    """Return a new random data key."""
    import secrets  # noqa: PLC0415 - only when something new is made

    return secrets.token_bytes(KEY_BYTES)


def wrap(data_key: bytes, password: str, kdf: KdfParams = DEFAULT_KDF, *, file_salt: bytes = b"") -> KeySlot:
    """Wrap a data key with a password.

    Raises:
        PasswordNeeded: the password is empty.
        BugError: the parameters are below the floor or above the ceiling.
        TooLittleMemory: the computer cannot spare the memory.
    """
    import secrets  # noqa: PLC0415 - only when something new is made

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    if not password:
        raise PasswordNeeded
    if not kdf.is_writable():
        raise BugError("key derivation parameters outside the allowed range")
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    password_key = _derive(_as_bytes(unicodedata.normalize("NFC", password)), salt, kdf)
    wrapped = AESGCM(password_key).encrypt(nonce, data_key, _bound_to(kdf))
    return KeySlot(kdf, salt, nonce, wrapped, file_salt)


def unwrap(slot: KeySlot, password: str) -> bytes:
    """Return the data key.

    The same letter typed on two systems can differ in bytes, so the composed, the decomposed and the typed form of the
    password are tried in turn.

    Raises:
        WrongPassword: the password is not the one of this slot.
        TooLittleMemory: the computer cannot spare the memory.
    """
    for spelling in _spellings(password):
        password_key = _derive(spelling, slot.salt, slot.kdf)
        # Only now: at a start these load elsewhere while the key is being derived.
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

        try:
            return AESGCM(password_key).decrypt(slot.nonce, slot.wrapped, _bound_to(slot.kdf))
        except InvalidTag:
            continue
    raise WrongPassword


def _spellings(password: str) -> Iterator[bytes]:
    seen: set[bytes] = set()
    for text in (unicodedata.normalize("NFC", password), unicodedata.normalize("NFD", password), password):
        spelling = _as_bytes(text)
        if spelling not in seen:
            seen.add(spelling)
            yield spelling


def _as_bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")


def _bound_to(kdf: KdfParams) -> bytes:
    return f"{_KIND} {_FORMAT} argon2id {kdf.memory_kib} {kdf.passes} {kdf.lanes}".encode("ascii")


def _derive(password: bytes, salt: bytes, kdf: KdfParams) -> bytes:
    from argon2.exceptions import HashingError  # noqa: PLC0415 - only when a file is opened
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    try:
        key: bytes = hash_secret_raw(password, salt, kdf.passes, kdf.memory_kib, kdf.lanes, KEY_BYTES, Type.ID)
    except HashingError as error:
        # The parameters were checked, so all that can be lacking here is memory.
        raise TooLittleMemory from error
    return key


def read_slot(data_file: Path) -> KeySlot:
    """Read the key file beside a data file.

    Raises:
        KeyFileMissing: it is not there.
        KeyFileDamaged: it cannot be read or asks for an absurd amount of work.
    """
    key_file = key_file_for(data_file)
    with guarded(key_file):
        try:
            with key_file.open("rb") as file:
                content = file.read(_MAX_FILE_BYTES + 1)
        except (FileNotFoundError, IsADirectoryError):
            raise KeyFileMissing(data_file, key_file) from None
    try:
        return KeySlot.from_bytes(content)
    except ValueError as error:
        raise KeyFileDamaged(key_file) from error


def write_slot(data_file: Path, slot: KeySlot, *, new: bool) -> None:
    """Write the key file beside a data file, `new` when there may not be one yet.

    Raises:
        FileExists: `new`, and there is a key file already; it may be the only key to somebody's data.
        KnownError: the disk is full or the folder cannot be written; an old key file is as it was.
    """
    key_file = key_file_for(data_file)
    with guarded(key_file):
        if new:
            try:
                write_new(key_file, slot.to_bytes())
            except FileExistsError:
                raise FileExists(key_file) from None
        else:
            replace_with(key_file, slot.to_bytes())


def change_password(data_file: Path, old: str, new: str, kdf: KdfParams = DEFAULT_KDF) -> None:
    """Wrap the data key with another password. An old copy of the key file still opens with the old password.

    Raises:
        WrongPassword: `old` is not the password.
        KnownError: the key file is missing, damaged or cannot be written; the old password still works.
    """
    data_file = data_file.resolve()
    slot = read_slot(data_file)
    data_key = unwrap(slot, old)
    fresh = wrap(data_key, new, kdf, file_salt=slot.file_salt)
    write_slot(data_file, fresh, new=False)
    if read_slot(data_file) != fresh:
        raise BugError("the key file did not come back as it was written")
