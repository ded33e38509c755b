"""All rules together: read once from `resources/wet`, then asked by day."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.bundled.keeping import kept
from reintegratie_desktop.law.calendar import WorkingDays, read_working_days
from reintegratie_desktop.law.doubts import Doubt, read_doubts
from reintegratie_desktop.law.parameters import DatedValue, LawDataError, Parameter, read_parameter
from reintegratie_desktop.law.sources import Basis, Source, read_bases, read_sources

_SOURCES: Final = "bronnen.toml"
_BASES: Final = "grondslagen.toml"
_HOLIDAYS: Final = "feestdagen.toml"
_DOUBTS: Final = "twijfels.toml"
_DAY: Final = "dag"
_AMOUNT: Final = "bedrag"


class Rules:
    """The values that hold on one day."""

    def __init__(self, law: "Law", day: date) -> None:
        self.law = law
        self.day = day
        self._known = {
            key: value for key, parameter in law.parameters.items() if (value := parameter.known_on(day)) is not None
        }
        self._whole = {
            key: found.value
            for key, found in self._known.items()
            if isinstance(found.value, int)
        }  # fmt: skip

    def value(self, key: str) -> DatedValue:
        """Return a value with its source and the day it was checked.

        Raises:
            KnownError: no value is known yet on this day.
            KeyError: no parameter has this name.
        """
        return self._known[key] if key in self._known else self.law.parameters[key].on(self.day)

    def get(self, key: str) -> DatedValue | None:
        """Return a value, or None when none is known yet on this day."""
        return self._known.get(key)

    def days(self, key: str) -> int:
        """Return a whole number: days, weeks or years, as the unit of the parameter says.

        Raises:
            KnownError: no value is known yet on this day.
            LawDataError: the value is not a whole number.
        """
        found = self._whole.get(key)
        if found is None:
            value = self.value(key).value
            raise LawDataError(f"{key}: {value!r} is not a whole number")
        return found

    def amount(self, key: str) -> Decimal:
        """Return a number with decimals: euros, a share.

        Raises:
            KnownError: no value is known yet on this day.
            LawDataError: the value is not a number.
        """
        value = self.value(key).value
        if not isinstance(value, int | Decimal):
            raise LawDataError(f"{key}: {value!r} is not a number")
        return Decimal(value)


class Law:
    """Every parameter, source, grondslag and doubt, and the calendar."""

    def __init__(
        self,
        parameters: Mapping[str, Parameter],
        sources: Mapping[str, Source],
        bases: Mapping[str, Basis],
        calendar: WorkingDays,
        doubts: Mapping[str, Doubt] | None = None,
    ) -> None:
        self.parameters = parameters
        self.sources = sources
        self.bases = bases
        self.calendar = calendar
        self.doubts = doubts or {}
        starts = {value.starts_on for parameter in parameters.values() for value in parameter.values}
        self._starts = sorted(starts)
        self._rules: dict[int, Rules] = {}

    def on(self, day: date) -> Rules:
        """Return the rules of a day. Days between the same two changes share one object."""
        place = bisect_right(self._starts, day)
        rules = self._rules.get(place)
        if rules is None:
            rules = self._rules[place] = Rules(self, day)
        return rules

    def basis(self, key: str) -> Basis:
        """Return the grondslag of a date.

        Raises:
            KeyError: no grondslag has this name.
        """
        return self.bases[key]

    @classmethod
    def read(cls, folder: Path) -> "Law":
        """Read a folder with TOML files.

        Raises:
            LawDataError: a file misses or is not as it should be; the message names the file and key.
        """
        files = _texts(folder)
        return cls._of({name: _toml(name, text) for name, text in files.items()}, folder)

    @classmethod
    def _of(cls, files: dict[str, dict[str, Any]], folder: Path) -> "Law":
        missing = {_SOURCES, _BASES, _HOLIDAYS} - set(files)
        if missing:
            raise LawDataError(f"{folder}: misses {', '.join(sorted(missing))}")
        sources = read_sources(files.pop(_SOURCES))
        bases = read_bases(files.pop(_BASES), sources)
        calendar = read_working_days(files.pop(_HOLIDAYS))
        doubts = read_doubts(files.pop(_DOUBTS, {}))
        parameters: dict[str, Parameter] = {}
        for name, tables in files.items():
            for key, table in tables.items():
                if key in parameters:
                    raise LawDataError(f"{name}: {key} stands in two files")
                parameters[key] = read_parameter(key, table)
        used = {value.source for parameter in parameters.values() for value in parameter.values} | {calendar.source}
        unknown = used - set(sources)
        if unknown:
            raise LawDataError(f"the source {', '.join(sorted(unknown))} does not stand in {_SOURCES}")
        return cls(parameters, sources, bases, calendar, doubts)


def _texts(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}


def _toml(name: str, text: bytes) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - only when the law changed since it was last read

    try:
        return tomllib.loads(text.decode(), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawDataError(f"{name}: {error}") from error


def _packed(value: Any) -> Any:  # noqa: ANN401 - what TOML holds
    """Return a value with its days and amounts as pairs, so that it can be kept."""
    if isinstance(value, dict):
        return {key: _packed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_packed(inner) for inner in value]
    if type(value) is date:
        return (_DAY, value.toordinal())
    return (_AMOUNT, str(value)) if isinstance(value, Decimal) else value


def _unpacked(value: Any) -> Any:  # noqa: ANN401 - what TOML holds
    if isinstance(value, dict):
        return {key: _unpacked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_unpacked(inner) for inner in value]
    if isinstance(value, tuple):
        kind, content = value
        return date.fromordinal(content) if kind == _DAY else Decimal(content)
    return value


@lru_cache(maxsize=1)
def load_law() -> Law:
    """Return the law that ships with the program; read once, and parsed once for as long as its files are the same."""
    folder = bundled_path("resources", "wet")
    texts = _texts(folder)
    # The names count too: a value may move from one file to another.
    whole = b"".join(b"%s\0%d\0%s" % (name.encode(), len(text), text) for name, text in texts.items())
    parsed = kept("wet", whole, lambda _whole: {name: _packed(_toml(name, text)) for name, text in texts.items()})
    return Law._of({name: _unpacked(tables) for name, tables in parsed.items()}, folder)
