"""JSON from outside: read once, with every way it can be unusable said in a sentence that names the file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final, NoReturn

from reintegratie_desktop.domain.reading import shown
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

STANDARD_INPUT: Final = "-"
_LARGEST: Final = 8 * 1024 * 1024
"""Bytes; the facts of a case take a few hundred."""


def read_bytes(place: str, standard_input: BinaryIO, largest: int = _LARGEST) -> bytes:
    """Return the bytes of a file, or of standard input when the place is `-`; at most `largest` of them.

    Raises:
        KnownError: the file cannot be read, or is far too big to be what it says.
    """
    try:
        if place == STANDARD_INPUT:
            raw = standard_input.read(largest + 1)
        else:
            with Path(place).open("rb") as file:
                raw = file.read(largest + 1)
    except (OSError, ValueError) as error:
        raise KnownError(
            _("De standaardinvoer kunnen we niet lezen.")
            if place == STANDARD_INPUT
            else _("Het bestand {bestand} kunnen we niet lezen.").format(bestand=shown(place)),
            _("Kijk of het pad klopt en of je het bestand mag openen."),
            code="onleesbaar",
        ) from error
    if len(raw) > largest:
        raise _unusable(place, _("het is te groot"))
    return raw


def parse_object(raw: bytes, place: str) -> Mapping[str, Any]:
    """Return one JSON object. Double keys, NaN and Infinity are refused: nothing may be dropped in silence.

    Raises:
        KnownError: the bytes are no UTF-8, no JSON, or no object.
    """
    try:
        data = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_unique_keys, parse_constant=_no_constant, parse_float=_number
        )
    except UnicodeDecodeError as error:
        raise _unusable(place, _("het is geen tekst in UTF-8")) from error
    except _DoubleKeyError as error:
        raise _unusable(
            place, _("de sleutel '{sleutel}' staat er twee keer in").format(sleutel=shown(str(error)))
        ) from error
    except json.JSONDecodeError as error:
        raise _unusable(
            place, _("regel {regel}, teken {teken} is geen JSON").format(regel=error.lineno, teken=error.colno)
        ) from error
    except (ValueError, RecursionError) as error:
        raise _unusable(place, _("er staat een getal of een stapeling in die niet kan")) from error
    if not isinstance(data, dict):
        raise _unusable(place, _("er staat geen JSON-object in, dat tussen accolades hoort"))
    return data


class _DoubleKeyError(ValueError):
    """A key stands twice in one object."""


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _DoubleKeyError(key)
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _number(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError(text)
    return value


def _unusable(place: str, reason: str) -> KnownError:
    sentence = (
        _("De invoer op standaardinvoer kunnen we niet gebruiken: {reden}.").format(reden=reason)
        if place == STANDARD_INPUT
        else _("De invoer {bestand} kunnen we niet gebruiken: {reden}.").format(bestand=shown(place), reden=reason)
    )
    return KnownError(sentence, _("Verbeter de invoer en probeer het opnieuw."), code="invoer")
