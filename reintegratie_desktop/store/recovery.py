"""The data key written out for paper, so that a lost password or key file is not the end of the data.

Twelve groups of five characters: one for the version, 52 for the key, seven for a check. The alphabet has no I, L, O
and U; when it is typed back, I and L are read as 1 and O as 0.
"""

import hashlib
import re
from typing import Final

from reintegratie_desktop.store.keys import KEY_BYTES
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VERSION: Final = 1
_KEY_CHARACTERS: Final = 52
_CHECK_CHARACTERS: Final = 7
_GROUP: Final = 5
_LENGTH: Final = 1 + _KEY_CHARACTERS + _CHECK_CHARACTERS
_READ_AS: Final = str.maketrans("ILO", "110")


class WrongRecoveryCode(KnownError):  # noqa: N818 - a situation of the user
    """The typed code has a typing mistake, or is something else."""

    def __init__(self, *, length: int) -> None:
        super().__init__(
            _("Deze herstelcode klopt niet.")
            if length == _LENGTH
            else _("Een herstelcode heeft {hoort} tekens. Hier staan er {aantal}.").format(
                hoort=_LENGTH, aantal=length
            ),
            _("Leg het herstelblad ernaast en typ de groepen nog eens rustig over."),
            code="herstelcode",
        )


def recovery_code(data_key: bytes) -> str:
    """Return the data key as twelve groups of five characters, with a space between the groups."""
    plain = _ALPHABET[_VERSION] + _encoded(int.from_bytes(data_key, "big"), _KEY_CHARACTERS) + _check(data_key)
    return " ".join(plain[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def data_key_from_code(code: str) -> bytes:
    """Read a typed recovery code; spaces, dashes and lower case do not matter.

    Raises:
        WrongRecoveryCode: a character is missing, unknown or mistyped.
    """
    plain = re.sub(r"[\s\-–.]", "", code).upper().translate(_READ_AS)
    if len(plain) != _LENGTH or not set(plain) <= set(_ALPHABET) or plain[0] != _ALPHABET[_VERSION]:
        raise WrongRecoveryCode(length=len(plain))
    number = 0
    for character in plain[1 : 1 + _KEY_CHARACTERS]:
        number = number * len(_ALPHABET) + _ALPHABET.index(character)
    if number.bit_length() > KEY_BYTES * 8:
        raise WrongRecoveryCode(length=len(plain))
    data_key = number.to_bytes(KEY_BYTES, "big")
    if _check(data_key) != plain[1 + _KEY_CHARACTERS :]:
        raise WrongRecoveryCode(length=len(plain))
    return data_key


def _check(data_key: bytes) -> str:
    digest = hashlib.sha256(b"reintegratie herstelcode 1" + data_key).digest()
    return _encoded(int.from_bytes(digest, "big") % len(_ALPHABET) ** _CHECK_CHARACTERS, _CHECK_CHARACTERS)


def _encoded(number: int, length: int) -> str:
    characters = []
    for _place in range(length):
        number, rest = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[rest])
    return "".join(reversed(characters))
