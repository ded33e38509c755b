"""Rules that the user loaded: opened, held against those of the program, and used where they are newer."""

from pathlib import Path
from typing import Final

from reintegratie_desktop import __version__
from reintegratie_desktop.bundled.keeping import kept
from reintegratie_desktop.law import signed
from reintegratie_desktop.law.book import Law
from reintegratie_desktop.law.edition import EDITION_FILE, Edition, read_edition
from reintegratie_desktop.law.files import packed, parsed, toml, unpacked
from reintegratie_desktop.law.fitting import check_fits
from reintegratie_desktop.law.parameters import LawDataError
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _

OLDER: Final = "regels_ouder"
SAME: Final = "regels_zelfde"
_KEPT: Final = "regels"


def read_content(place: Path) -> bytes:
    """Return the bytes of a file with rules, or the beginning of one that is far too large.

    Raises:
        KnownError: the file cannot be read.
    """
    try:
        with place.open("rb") as file:
            return file.read(signed.LARGEST + 1)
    except OSError as error:
        raise KnownError(
            _("Het bestand met regels kunnen we niet lezen."),
            _("Kijk of het er nog staat en of je het mag openen."),
            code="regels_onleesbaar",
        ) from error


def opened(content: bytes, shipped: Law) -> Law:
    """Return the rules in a signed file, when this program can count with them.

    Raises:
        KnownError: the file is not what it should be, was changed, needs a newer program, or does not fit it.
    """
    texts = signed.open_signed(content, signed.shipped_keys())
    try:
        edition = read_edition(toml(EDITION_FILE, texts.get(EDITION_FILE, b"")))
        if edition.needs_newer_than(__version__):
            raise KnownError(
                _("De regels {versie} horen bij versie {nummer} van het programma, en dit is versie {deze}.").format(
                    versie=edition.version, nummer=edition.program, deze=__version__
                ),
                _("Werk eerst het programma bij, en laad de regels daarna."),
                code="regels_programma",
            )
        # What was parsed may be kept, for exactly these bytes; whether they are signed is looked at each time.
        law = Law.of(unpacked(kept(_KEPT, content, lambda _content: packed(parsed(texts)))))
        check_fits(law, shipped)
    except LawDataError as error:
        raise KnownError(
            _("De regels in dit bestand passen niet bij deze versie van het programma."),
            _("Kijk of er een nieuwer bestand of een nieuwere versie van het programma is."),
            code="regels_inhoud",
        ) from error
    law.loaded = True
    return law


def edition_of(law: Law) -> Edition:
    """Return the edition of the law in use; what ships and what can be loaded always has one."""
    assert law.edition is not None
    return law.edition


def check_newer(law: Law, than: Law) -> None:
    """Refuse rules that are not newer than others.

    Raises:
        KnownError: they are older, or the same.
    """
    new, known = edition_of(law), edition_of(than)
    if new.is_newer_than(known):
        return
    if new.number == known.number:
        raise KnownError(
            _("De regels {versie} gebruik je al.").format(versie=new.version), _("Je hoeft niets te doen."), code=SAME
        )
    raise KnownError(
        _("De regels {versie} zijn ouder dan de regels {nu}, die het programma al heeft.").format(
            versie=new.version, nu=known.version
        ),
        _("Je hoeft niets te doen."),
        code=OLDER,
    )


def law_in_use(shipped: Law, place: Path) -> Law:
    """Return the rules that stand at a place when they are in order and newer, otherwise those that ship."""
    try:
        law = opened(read_content(place), shipped)
        check_newer(law, shipped)
    except KnownError as error:
        shipped.not_used = error
        if error.code not in (OLDER, SAME):
            _note(error)
        return shipped
    return law


def _note(error: KnownError) -> None:
    """Leave a line for whoever looks for it; it names the kind of trouble and no place, person or content."""
    import logging  # noqa: PLC0415 - hopefully never

    logging.getLogger(__name__).warning("%s %s (%s)", not_used_words(), error.message, error.code)


def not_used_words() -> str:
    """Return that the loaded rules are left alone."""
    return _("De regels die je laadde, worden niet gebruikt. Je rekent met die van het programma.")
