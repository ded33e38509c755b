"""The one place that knows gettext.

The message ids are the Dutch sentences themselves, so Dutch works before any catalogue is built. A sentence with a
value in it is written as `_("Nog {dagen} dagen").format(dagen=3)`, so that a translator sees the whole sentence.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.text.errors import KnownError

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN: Final = "reintegratie"
LANGUAGES: Final = ("nl", "en")


class _Dutch:
    """The catalogue of Dutch: every sentence is its own. It does what `gettext.NullTranslations` does, at no cost."""

    @staticmethod
    def gettext(message: str) -> str:
        return message

    @staticmethod
    def ngettext(singular: str, plural: str, number: int) -> str:
        return singular if number == 1 else plural

    @staticmethod
    def pgettext(_context: str, message: str) -> str:
        return message


class _State:
    """The language of the screen; one per process, set by the app layer and by tests."""

    language: str = "nl"
    catalogue: "NullTranslations | _Dutch" = _Dutch()


_spoken: "ContextVar[tuple[str, NullTranslations | _Dutch] | None]" = ContextVar("spoken", default=None)
"""What this thread speaks for the moment, when that is not the language of the screen."""


def load_catalogue(language: str) -> "NullTranslations | _Dutch":
    """Return the catalogue of a language. Dutch is its own: its file, which repeats every id, need not be read.

    Raises:
        KnownError: the language is unknown, or its catalogue is missing.
    """
    if language not in LANGUAGES and language not in second_languages():
        raise KnownError(f"De taal '{language}' kennen we niet.", "Kies nl of en.", code="taal")
    if language == "nl":
        return _Dutch()
    import gettext  # noqa: PLC0415 - Dutch does without

    try:
        path = bundled_path("translations", language, "LC_MESSAGES", f"{DOMAIN}.mo")
    except FileNotFoundError:
        raise KnownError(
            "De Engelse teksten zijn nog niet klaargezet.", "Voer eerst packaging/dev.py uit.", code="taal"
        ) from None
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def second_languages() -> tuple[str, ...]:
    """Return the languages an employee's copy can have beside Dutch: every catalogue that ships with the program."""
    folder = bundled_path("translations")
    found = (path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return tuple(sorted(language for language in found if language != LANGUAGES[0]))


@contextmanager
def wording(catalogue: "NullTranslations") -> Iterator[None]:
    """Take the words from this catalogue inside this block, in this thread only; dates and numbers stay Dutch."""
    before = _spoken.set((LANGUAGES[0], catalogue))
    try:
        yield
    finally:
        _spoken.reset(before)


def set_language(language: str) -> None:
    """Make `language` ("nl" or "en") the language of every sentence from now on."""
    _State.catalogue = load_catalogue(language)
    _State.language = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside this block, in this thread only; other threads and the screen keep theirs.

    Raises:
        KnownError: the language is unknown, or its catalogue is missing.
    """
    catalogue = _catalogue() if language == current_language() else load_catalogue(language)
    before = _spoken.set((language, catalogue))
    try:
        yield
    finally:
        _spoken.reset(before)


def current_language() -> str:
    """Return the language in use here, "nl" or "en"."""
    spoken = _spoken.get()
    return _State.language if spoken is None else spoken[0]


def _catalogue() -> "NullTranslations | _Dutch":
    spoken = _spoken.get()
    return _State.catalogue if spoken is None else spoken[1]


def _(message: str) -> str:
    """Translate a Dutch sentence."""
    spoken = _spoken.get()
    catalogue = _State.catalogue if spoken is None else spoken[1]
    return catalogue.gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a sentence that depends on a count; the caller fills in the number with `.format`."""
    return _catalogue().ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """Translate a word that needs its context, such as a verb and a noun that look alike."""
    return _catalogue().pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name every gettext tool knows
    """Mark a sentence for translation where it is declared; it is translated where it is shown."""
    return message
