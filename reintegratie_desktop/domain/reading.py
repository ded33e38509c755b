"""Strict reading of JSON data: every complaint names the path of the key, what is wrong and the way out."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EARLIEST: Final = date.fromisoformat("1900-01-01")
_LATEST: Final = date.fromisoformat("2199-12-31")
_LONGEST_ECHO: Final = len("een sleutel die je nog in een oogopslag leest")


def refuse(sentence: str, way_out: str) -> KnownError:
    """Return the error for input that cannot be used."""
    return KnownError(sentence, way_out, code="invoer")


def shown(text: str) -> str:
    """Return a text from the input so that it fits in a sentence: one line, short, printable."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in text)
    return plain if len(plain) <= _LONGEST_ECHO else plain[:_LONGEST_ECHO] + "…"


class Node:
    """One value in the input, with the path to it."""

    __slots__ = ("path", "value")

    def __init__(self, value: object, path: str = "") -> None:
        self.value = value
        self.path = path

    @property
    def is_absent(self) -> bool:
        """Tell whether there is nothing to read: the key misses or says null."""
        return self.value is None

    def given(self, known: Collection[str], needed: Collection[str] = ()) -> dict[str, "Node"]:
        """Return one node for every key that says something, in the order of the input.

        Raises:
            KnownError: this is no object, it has an unknown key, or a needed key misses.
        """
        if not isinstance(self.value, Mapping):
            raise self._wrong(_("een object met sleutels"))
        for key in self.value:
            if key not in known:
                raise self._unknown(str(key), known)
        for key in needed:
            if self.value.get(key) is None:
                raise refuse(
                    _("De sleutel '{sleutel}' ontbreekt.").format(sleutel=self._join(key)),
                    _("Zet hem erbij en probeer het opnieuw."),
                )
        return {key: Node(item, self._join(key)) for key, item in self.value.items() if item is not None}

    def table(self, known: Collection[str], needed: Collection[str] = ()) -> dict[str, "Node"]:
        """Return one node for every known key, also for a key that misses.

        Raises:
            KnownError: this is no object, it has an unknown key, or a needed key misses.
        """
        given = self.given(known, needed)
        return {key: given.get(key) or Node(None, self._join(key)) for key in known}

    def items(self) -> list["Node"]:
        """Return the items of a list; an absent list is empty.

        Raises:
            KnownError: this is no list.
        """
        if self.is_absent:
            return []
        if not isinstance(self.value, Sequence) or isinstance(self.value, str | bytes):
            raise self._wrong(_("een lijst tussen vierkante haken"))
        return [Node(item, f"{self.path}[{index}]") for index, item in enumerate(self.value)]

    def day(self) -> date:
        """Return a date.

        Raises:
            KnownError: this is no date like 2026-01-05, or not a day that exists in this age.
        """
        if not isinstance(self.value, str) or not _ISO_DAY.fullmatch(self.value):
            raise self._wrong(_("een datum zoals 2026-01-05"))
        try:
            day = date.fromisoformat(self.value)
        except ValueError:
            raise refuse(
                _("'{sleutel}' is {waarde}, en die dag bestaat niet.").format(
                    sleutel=self.path, waarde=shown(self.value)
                ),
                _("Kijk de dag en de maand na: jaar-maand-dag."),
            ) from None
        if not _EARLIEST <= day <= _LATEST:
            raise refuse(
                _("'{sleutel}' is {waarde}, en dat jaar kan niet kloppen.").format(
                    sleutel=self.path, waarde=shown(self.value)
                ),
                _("Kijk het jaar na: jaar-maand-dag."),
            )
        return day

    def day_or_none(self) -> date | None:
        """Return a date, or None when there is nothing.

        Raises:
            KnownError: there is something, and it is no date.
        """
        return None if self.is_absent else self.day()

    def flag(self, *, absent: bool) -> bool:
        """Return true or false; `absent` when there is nothing.

        Raises:
            KnownError: there is something else.
        """
        if self.is_absent:
            return absent
        if not isinstance(self.value, bool):
            raise self._wrong(_("true of false"))
        return self.value

    def whole(self, lowest: int, highest: int) -> int:
        """Return a whole number between two bounds, both included.

        Raises:
            KnownError: there is something else, or the number is out of bounds.
        """
        if isinstance(self.value, bool) or not isinstance(self.value, int) or not lowest <= self.value <= highest:
            raise self._wrong(_("een heel getal van {laag} tot en met {hoog}").format(laag=lowest, hoog=highest))
        return self.value

    def one_of(self, choices: Collection[str]) -> str:
        """Return one of a few words.

        Raises:
            KnownError: there is something else.
        """
        if not isinstance(self.value, str) or self.value not in choices:
            raise self._wrong(_("een van: {keuzes}").format(keuzes=", ".join(choices)))
        return self.value

    def _join(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _wrong(self, expected: str) -> KnownError:
        if self.path:
            sentence = _("Bij '{sleutel}' verwachten we {soort}.").format(sleutel=self.path, soort=expected)
        else:
            sentence = _("We verwachten {soort}.").format(soort=expected)
        return refuse(sentence, _("Verbeter de waarde en probeer het opnieuw."))

    def _unknown(self, key: str, known: Collection[str]) -> KnownError:
        import difflib  # noqa: PLC0415 - only for a key that is mistyped

        near = difflib.get_close_matches(key, known, n=1)
        way_out = (
            _("Bedoelde je '{sleutel}'?").format(sleutel=self._join(near[0]))
            if near
            else _("Haal hem weg, of kies uit: {sleutels}.").format(sleutels=", ".join(known))
        )
        return refuse(_("De sleutel '{sleutel}' kennen we niet.").format(sleutel=shown(self._join(key))), way_out)
