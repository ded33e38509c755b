"""All rules together: read once, from `resources/wet` or from a newer file that was loaded, then asked by day."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.bundled.keeping import kept
from reintegratie_desktop.law.calendar import WorkingDays, read_working_days
from reintegratie_desktop.law.doubts import Doubt, read_doubts
from reintegratie_desktop.law.edition import EDITION_FILE, Edition, read_edition
from reintegratie_desktop.law.files import packed, parsed, texts_of, unpacked, whole_of
from reintegratie_desktop.law.parameters import DatedValue, LawDataError, Parameter, read_parameter
from reintegratie_desktop.law.place import installed_path, is_there
from reintegratie_desktop.law.sources import Basis, Source, read_bases, read_sources
from reintegratie_desktop.text.errors import KnownError

_SOURCES: Final = "bronnen.toml"
_BASES: Final = "grondslagen.toml"
_HOLIDAYS: Final = "feestdagen.toml"
_DOUBTS: Final = "twijfels.toml"
_KEPT: Final = "wet"


class Term(NamedTuple):
    """The days of one step, all counted from the same day; ready to add, because every case adds the same ones."""

    days: int
    last: timedelta
    safe: timedelta | None
    window: timedelta | None


class Rules:
    """The values that hold on one day."""

    def __init__(self, law: "Law", day: date) -> None:
        self.law = law
        self.day = day
        self._spans: dict[str, timedelta] = {}
        self._terms: dict[str, Term] = {}
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

    def span(self, key: str) -> timedelta:
        """Return a number of days, ready to add to a day.

        Raises:
            KnownError: no value is known yet on this day.
            LawDataError: the value is not a whole number.
        """
        found = self._spans.get(key)
        if found is None:
            found = self._spans[key] = timedelta(days=self.days(key))
        return found

    def term(self, step: str) -> Term:
        """Return the days of a step: `_uiterlijk`, and `_veilig` and `_venster` when the law data has them.

        Raises:
            KnownError: no value is known yet on this day.
            KeyError: the step has no last day.
            LawDataError: a value is not a whole number.
        """
        found = self._terms.get(step)
        if found is None:
            last, safe, window = (f"{step}_{name}" for name in ("uiterlijk", "veilig", "venster"))
            found = self._terms[step] = Term(
                self.days(last),
                self.span(last),
                self.span(safe) if safe in self.law.parameters else None,
                self.span(window) if window in self.law.parameters else None,
            )
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
    """Every parameter, source, grondslag and doubt, and the calendar.

    `edition` names these rules; `subjects` gives the file that a parameter stands in, without its suffix.
    """

    loaded = False
    """These rules come from a file that the user loaded, not from the program."""
    not_used: KnownError | None = None
    """Why a file that was loaded is not used, while these rules are."""

    def __init__(
        self,
        parameters: Mapping[str, Parameter],
        sources: Mapping[str, Source],
        bases: Mapping[str, Basis],
        calendar: WorkingDays,
        doubts: Mapping[str, Doubt] | None = None,
        *,
        edition: Edition | None = None,
        subjects: Mapping[str, str] | None = None,
    ) -> None:
        self.parameters = parameters
        self.sources = sources
        self.bases = bases
        self.calendar = calendar
        self.doubts = doubts or {}
        self.edition = edition
        self.subjects = subjects or {}
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

    @property
    def loaded_version(self) -> str:
        """Return the version of rules that the user loaded, or "" for those of the program: a paper names it."""
        return self.edition.version if self.loaded and self.edition is not None else ""

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
        return cls.of(parsed(texts_of(folder)))

    @classmethod
    def of(cls, tables: Mapping[str, dict[str, Any]]) -> "Law":
        """Build the law from the tables of its files.

        Raises:
            LawDataError: a file misses or is not as it should be; the message names the file and key.
        """
        files = dict(tables)
        missing = {_SOURCES, _BASES, _HOLIDAYS} - set(files)
        if missing:
            raise LawDataError(f"the law misses {', '.join(sorted(missing))}")
        edition = read_edition(files.pop(EDITION_FILE)) if EDITION_FILE in files else None
        sources = read_sources(files.pop(_SOURCES))
        bases = read_bases(files.pop(_BASES), sources)
        calendar = read_working_days(files.pop(_HOLIDAYS))
        doubts = read_doubts(files.pop(_DOUBTS, {}))
        parameters: dict[str, Parameter] = {}
        subjects: dict[str, str] = {}
        for name, content in files.items():
            for key, table in content.items():
                if key in parameters:
                    raise LawDataError(f"{name}: {key} stands in two files")
                parameters[key] = read_parameter(key, table)
                subjects[key] = name.removesuffix(".toml")
        used = {value.source for parameter in parameters.values() for value in parameter.values} | {calendar.source}
        unknown = used - set(sources)
        if unknown:
            raise LawDataError(f"the source {', '.join(sorted(unknown))} does not stand in {_SOURCES}")
        return cls(parameters, sources, bases, calendar, doubts, edition=edition, subjects=subjects)


def shipped_law() -> Law:
    """Return the law that ships with the program; parsed once for as long as its files are the same."""
    texts = texts_of(bundled_path("resources", "wet"))
    return Law.of(unpacked(kept(_KEPT, whole_of(texts), lambda _whole: packed(parsed(texts)))))


@lru_cache(maxsize=1)
def load_law() -> Law:
    """Return the law in use: what ships with the program, or a newer signed file that the user loaded.

    Read once; whoever puts another file in place calls `load_law.cache_clear()`. A file that cannot be used is left
    alone: then the program counts with its own rules, and `not_used` says why.
    """
    shipped, place = shipped_law(), installed_path()
    if not is_there(place):
        return shipped
    from reintegratie_desktop.law.installed import law_in_use  # noqa: PLC0415 - only where a file was loaded

    return law_in_use(shipped, place)
