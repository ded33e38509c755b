"""What can go wrong with a file, each with its own calm sentence and next step, and the one translation to them."""
# ruff: noqa: N818 - these are situations the user can be in; their names say which

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Final

from reintegratie_desktop.store import driver
from reintegratie_desktop.text.errors import BugError, KnownError
from reintegratie_desktop.text.i18n import _

NEARLY_FULL: Final = 1024 * 1024
"""Below this many free bytes an unexplained write error is the disk being full."""


class WrongPassword(KnownError):
    """The password does not open this file."""

    def __init__(self) -> None:
        super().__init__(
            _("Dit wachtwoord past niet bij dit bestand."),
            _("Probeer het opnieuw. Let op hoofdletters en op de taal van je toetsenbord."),
            code="wachtwoord",
        )


class PasswordNeeded(KnownError):
    """A file cannot be made without a password."""

    def __init__(self) -> None:
        super().__init__(
            _("Zonder wachtwoord is het bestand niet beveiligd."), _("Kies een wachtwoord."), code="wachtwoord_leeg"
        )


class NotADataFile(KnownError):
    """The file is something else than a data file of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("{bestand} is geen gegevensbestand van dit programma.").format(bestand=path.name),
            _("Kies een ander bestand. De naam eindigt meestal op .reintegratie."),
            code="geen_gegevensbestand",
        )


class DamagedFile(KnownError):
    """The content of the file is not what was written."""

    def __init__(self, path: Path, *, message: str = "", code: str = "beschadigd") -> None:
        super().__init__(
            message or _("Het bestand {bestand} is beschadigd. We hebben er niets aan veranderd.").format(bestand=path),
            _("Zet een reservekopie terug. Bewaar het beschadigde bestand tot dat gelukt is."),
            code=code,
        )


class KeyFileMismatch(DamagedFile):
    """The key file opens, but it belongs to another data file."""

    def __init__(self, path: Path, key_file: Path) -> None:
        super().__init__(
            path,
            message=_(
                "De bestanden {bestand} en {sleutel} horen niet bij elkaar, of {bestand} is aan het begin beschadigd."
            ).format(bestand=path.name, sleutel=key_file.name),
            code="sleutel_hoort_niet",
        )


class NewerFile(KnownError):
    """A newer version of the program made the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Het bestand {bestand} is gemaakt met een nieuwere versie van dit programma.").format(bestand=path.name),
            _("Werk het programma bij en open het bestand dan opnieuw. Er is niets aan veranderd."),
            code="nieuwer",
        )


class FileInUse(KnownError):
    """Another window or another program has the file open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Het bestand {bestand} is al open in een ander venster.").format(bestand=path.name),
            _("Werk verder in dat venster, of sluit het en probeer het opnieuw."),
            code="in_gebruik",
        )


class FileMissing(KnownError):
    """There is no file at this place."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Het bestand {bestand} staat er niet.").format(bestand=path),
            _("Kijk of het is verplaatst of hernoemd. We maken nooit vanzelf een nieuw, leeg bestand."),
            code="bestand_weg",
        )


class FolderMissing(KnownError):
    """The folder for a new file does not exist."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("De map {map} bestaat niet.").format(map=folder), _("Maak de map, of kies een andere."), code="map_weg"
        )


class FileMoved(KnownError):
    """The file was moved or removed while it was open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Het bestand {bestand} is verplaatst of weggehaald terwijl het open was.").format(bestand=path),
            _("Zet het terug op zijn plek en open het opnieuw."),
            code="verplaatst",
        )


class KeyFileMissing(KnownError):
    """The data file is there, its key file is not."""

    def __init__(self, path: Path, key_file: Path) -> None:
        super().__init__(
            _("Het sleutelbestand bij {bestand} ontbreekt. Zonder dat bestand kan niemand de gegevens lezen.").format(
                bestand=path.name
            ),
            _("Zet het sleutelbestand hier terug: {sleutel}. Het staat ook bij elke reservekopie.").format(
                sleutel=key_file
            ),
            code="sleutel_weg",
        )


class KeyFileDamaged(KnownError):
    """The key file cannot be read."""

    def __init__(self, key_file: Path) -> None:
        super().__init__(
            _("Het sleutelbestand {sleutel} is beschadigd.").format(sleutel=key_file),
            _("Zet het sleutelbestand van een reservekopie terug. Je gegevens zelf zijn niet veranderd."),
            code="sleutel_beschadigd",
        )


class FileExists(KnownError):
    """A file with this name is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _("Er staat al een bestand met de naam {bestand}.").format(bestand=path),
            _("Kies een andere naam. We schrijven niets over."),
            code="bestaat_al",
        )


class DiskFull(KnownError):
    """There is no room left."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("Opslaan lukt niet: de schijf is vol. Het gaat om de map {map}.").format(map=folder),
            _("Maak ruimte vrij en probeer het opnieuw. Wat al was opgeslagen, staat er nog."),
            code="schijf_vol",
        )


class ReadOnly(KnownError):
    """The file or its folder cannot be written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("Hier kan niet worden opgeslagen. Het gaat om de map {map}.").format(map=folder),
            _("Kijk of je in deze map mag schrijven, of kies een andere map. Wat al was opgeslagen, staat er nog."),
            code="niet_schrijven",
        )


NoPermission = ReadOnly


class DiskTrouble(KnownError):
    """The disk, stick or network drive gives errors."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            _("De schijf gaf een fout bij de map {map}.").format(map=folder),
            _("Sluit het bestand. Kijk of de schijf nog goed vastzit. Open het opnieuw en maak een reservekopie."),
            code="schijf_fout",
        )


class TooLittleMemory(KnownError):
    """The computer has too little free memory."""

    def __init__(self) -> None:
        super().__init__(
            _("Er is te weinig werkgeheugen vrij."),
            _("Sluit andere programma's en probeer het opnieuw."),
            code="geheugen",
        )


class DraftChanged(KnownError):
    """The draft was saved elsewhere after this one was read."""

    def __init__(self) -> None:
        super().__init__(
            _("Dit formulier is intussen op een andere plek gewijzigd."),
            _("Open het formulier opnieuw. Zet daarna je laatste woorden er weer in."),
            code="concept_gewijzigd",
        )


_PRIMARY: Final = 0xFF


class _Code(IntEnum):
    """The result codes of SQLite this module tells apart; the low byte of a longer code is the plain one."""

    PERM = 3
    BUSY = 5
    LOCKED = 6
    NOMEM = 7
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    FORMAT = 24
    NOTADB = 26
    READONLY_DBMOVED = 8 | (4 << 8)
    IOERR_FSYNC = 10 | (4 << 8)
    IOERR_DIR_FSYNC = 10 | (5 << 8)
    IOERR_NOMEM = 10 | (12 << 8)


_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_ENTRY: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def sync_failed(error: Exception) -> bool:
    """Tell whether a driver error means that the disk did not confirm a write.

    After that the operating system may have dropped what it could not write, so trying again proves nothing.
    """
    return getattr(error, "sqlite_errorcode", 0) in {_Code.IOERR_FSYNC, _Code.IOERR_DIR_FSYNC}


def translated(error: Exception, path: Path) -> KnownError | BugError:
    """Return the known error for an error of the driver or the operating system about the file at `path`."""
    if isinstance(error, OSError):
        return _from_system(error, path)
    code: int = getattr(error, "sqlite_errorcode", 0) or 0
    if code == _Code.READONLY_DBMOVED:
        return FileMoved(path)
    if code == _Code.IOERR_NOMEM:
        return TooLittleMemory()
    match code & _PRIMARY:
        case _Code.FULL:
            return DiskFull(path.parent)
        case _Code.IOERR:
            return DiskFull(path.parent) if _nearly_full(path.parent) else DiskTrouble(path.parent)
        case _Code.PERM | _Code.READONLY | _Code.CANTOPEN:
            return ReadOnly(path.parent) if path.exists() else FileMoved(path)
        case _Code.BUSY | _Code.LOCKED:
            return FileInUse(path)
        case _Code.CORRUPT | _Code.FORMAT | _Code.NOTADB:
            return DamagedFile(path)
        case _Code.NOMEM:
            return TooLittleMemory()
    name = getattr(error, "sqlite_errorname", "") or type(error).__name__
    return BugError(f"database: {name}: {error}")


def _from_system(error: OSError, path: Path) -> KnownError:
    if error.errno in _NO_ROOM:
        return DiskFull(path.parent)
    if error.errno in _NO_ENTRY:
        return ReadOnly(path.parent)
    if isinstance(error, FileNotFoundError):
        return FileMissing(path) if path.parent.is_dir() else FolderMissing(path.parent)
    if isinstance(error, FileExistsError):
        return FileExists(path)
    if error.errno == errno.ENOMEM:
        return TooLittleMemory()
    return DiskTrouble(path.parent)


def _nearly_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < NEARLY_FULL
    except OSError:
        return False


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Let nothing but known errors and bug reports out of work on the file at `path`.

    Raises:
        KnownError: the driver or the operating system reported something a user can meet.
        BugError: the driver reported anything else.
    """
    try:
        yield
    except OSError as error:
        raise translated(error, path) from error
    except driver.errors() as error:
        raise translated(error, path) from error
