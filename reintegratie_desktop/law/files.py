"""The TOML files of the law: read, parsed, and packed so that what was parsed can be kept."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from reintegratie_desktop.law.parameters import LawDataError

_DAY: Final = "dag"
_AMOUNT: Final = "bedrag"


def texts_of(folder: Path) -> dict[str, bytes]:
    """Return the TOML files of a folder by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}


def whole_of(texts: Mapping[str, bytes]) -> bytes:
    """Return all files as one; the names count too, because a value may move from one file to another."""
    return b"".join(b"%s\0%d\0%s" % (name.encode(), len(text), text) for name, text in texts.items())


def parsed(texts: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """Return the tables of every file; numbers with a point are exact.

    Raises:
        LawDataError: a file is no TOML in UTF-8.
    """
    return {name: toml(name, text) for name, text in texts.items()}


def toml(name: str, text: bytes) -> dict[str, Any]:
    """Return the tables of one file.

    Raises:
        LawDataError: the file is no TOML in UTF-8.
    """
    import tomllib  # noqa: PLC0415 - only when the law changed since it was last read

    try:
        return tomllib.loads(text.decode(), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawDataError(f"{name}: {error}") from error


def packed(value: Any) -> Any:  # noqa: ANN401 - what TOML holds
    """Return a value with its days and amounts as pairs, so that it can be kept."""
    if isinstance(value, dict):
        return {key: packed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [packed(inner) for inner in value]
    if type(value) is date:
        return (_DAY, value.toordinal())
    return (_AMOUNT, str(value)) if isinstance(value, Decimal) else value


def unpacked(value: Any) -> Any:  # noqa: ANN401 - what TOML holds
    """Return a value as it was before `packed`."""
    if isinstance(value, dict):
        return {key: unpacked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unpacked(inner) for inner in value]
    if isinstance(value, tuple):
        kind, content = value
        return date.fromordinal(content) if kind == _DAY else Decimal(content)
    return value
