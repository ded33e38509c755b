"""Names of files as they came in, made safe to show and to write down."""

import re
import unicodedata
from typing import Final

_LONGEST: Final = 120
_RESERVED: Final = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)")
_NOT_IN_NAMES: Final = '<>:"/\\|?*'
_EMPTY: Final = "bestand"


def safe_name(name: str) -> str:
    """Return a file name that shows as it is: no signs that turn text around, no control signs, no folders.

    A sign that was taken out is not replaced: `factuur<U+202E>fdp.exe` becomes `factuurfdp.exe`.
    """
    plain = unicodedata.normalize("NFC", name)
    plain = "".join(char for char in plain if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
    plain = "".join("-" if char in _NOT_IN_NAMES else char for char in plain).strip(" .")
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    if len(plain) > _LONGEST:
        stem, dot, ending = plain.rpartition(".")
        plain = (
            f"{stem[: _LONGEST - len(ending) - 1]}.{ending}"
            if dot and len(ending) < _LONGEST // 2
            else plain[:_LONGEST]
        )
    return plain or _EMPTY


def is_disguised(name: str) -> bool:
    """Tell whether a name holds signs that make it look like another."""
    return any(unicodedata.category(char) in ("Cc", "Cf") for char in name)
