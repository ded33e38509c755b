"""Which rules these are: their version, the day they came out, and the program they need."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.text.declaring import dataclass

EDITION_FILE: Final = "versie.toml"
_VERSION: Final = re.compile(r"[0-9]{4}\.[0-9]{1,3}")
_PROGRAM: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})*")


@dataclass(frozen=True)
class Edition:
    """The name of a set of rules."""

    version: str
    """Year and number in that year: `2026.1`."""
    date: date
    """The day they came out."""
    program: str
    """The oldest version of the program that can count with them."""

    @property
    def number(self) -> tuple[int, ...]:
        """Return what versions are compared by."""
        return tuple(int(part) for part in self.version.split("."))

    def is_newer_than(self, other: "Edition") -> bool:
        """Tell whether these rules came after others."""
        return self.number > other.number

    def needs_newer_than(self, program: str) -> bool:
        """Tell whether a version of the program, such as `0.1.0`, is too old for these rules."""
        return _program_number(self.program) > _program_number(program)


def read_edition(data: Mapping[str, object]) -> Edition:
    """Build the edition from its TOML table.

    Raises:
        LawDataError: a key misses, is unknown, or has a value that cannot be read.
    """
    if set(data) != {"version", "date", "program"}:
        raise LawDataError(f"{EDITION_FILE}: expects version, date and program")
    version, day, program = data["version"], data["date"], data["program"]
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise LawDataError(f"{EDITION_FILE}: {version!r} is no version like 2026.1")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise LawDataError(f"{EDITION_FILE}: {day!r} is no day")
    if not isinstance(program, str) or not _PROGRAM.fullmatch(program):
        raise LawDataError(f"{EDITION_FILE}: {program!r} is no version like 0.1.0")
    return Edition(version, day, program)


def _program_number(version: str) -> tuple[int, ...]:
    """Return what versions of the program are compared by; what stands behind the numbers (`.dev1`) does not count."""
    found = _PROGRAM.match(version)
    parts = [int(part) for part in found[0].split(".")] if found else []
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)
