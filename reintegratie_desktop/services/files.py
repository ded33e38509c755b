"""Files outside the data file: where they stand by default, and writing them so that none is ever half there."""

import errno
import os
from pathlib import Path
from typing import Final

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

SUFFIX: Final = ".reintegratie"
_CLOUD_WORDS: Final = ("onedrive", "dropbox", "icloud", "mobile documents", "google drive", "googledrive", "nextcloud")


def default_folder() -> Path:
    """Return the folder of this user in which a new data file is offered: never Documents or the desktop."""
    import platformdirs  # noqa: PLC0415 - asked once, when a file is made or opened

    return Path(platformdirs.user_data_dir("Re-integratie Desktop", appauthor=False))


def is_cloud_folder(path: Path) -> bool:
    """Tell whether a path looks like a folder that another program copies to the internet."""
    plain = str(path).casefold().replace("\\", "/")
    return any(word in plain for word in _CLOUD_WORDS)


def write_file(target: Path, content: bytes) -> None:
    """Write a file aside, make sure it is on the disk, and put it in place in one move.

    Raises:
        KnownError: the disk is full, or the folder cannot be written; nothing stands at the target then.
    """
    import secrets  # noqa: PLC0415 - only when something new is written

    aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.deel")
    try:
        try:
            with aside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(target)
            _sync_folder(target.parent)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise writing_error(error, target.parent) from error


def check_pdf_target(target: Path, data_file: Path) -> None:
    """Refuse a place where no PDF can come: a folder, or a data file or key file, which it would overwrite.

    Raises:
        KnownError: the place is one of these.
    """
    if target.is_dir():
        raise KnownError(
            _("{pad} is een map.").format(pad=target),
            _("Zet er een bestandsnaam achter, zoals papier.pdf."),
            code="map",
        )
    suffixes = [suffix.casefold() for suffix in target.suffixes]
    if (SUFFIX in suffixes and suffixes[-1] != ".pdf") or target.resolve() == data_file.resolve():
        raise KnownError(
            _("{pad} is de naam van een gegevensbestand.").format(pad=target),
            _("Kies een naam die eindigt op .pdf."),
            code="gegevensbestand",
        )


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to flush
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def writing_error(error: OSError, folder: Path) -> KnownError:
    """Turn an error of the operating system while writing into a sentence and a next step."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return KnownError(
            _("De schijf is vol: {map}.").format(map=folder),
            _("Maak ruimte vrij en probeer het opnieuw. Je tekst staat nog in dit venster."),
            code="schijf_vol",
        )
    if isinstance(error, FileNotFoundError):
        return KnownError(
            _("Deze map bestaat niet: {map}.").format(map=folder), _("Kies een andere map."), code="map_weg"
        )
    return KnownError(
        _("In deze map mag je niet schrijven: {map}.").format(map=folder),
        _("Kies een andere map, of vraag wie de computer beheert om toegang."),
        code="map_dicht",
    )
