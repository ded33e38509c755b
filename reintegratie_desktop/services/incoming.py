"""Files from outside: looked at before they come in. Taken as they are, made smaller, or refused with the reason.

Nothing in a file is ever run, opened in another program, or looked up. What a file is, is decided by what it holds.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reintegratie_desktop.services.incoming_names import is_disguised, safe_name
from reintegratie_desktop.text.declaring import dataclass
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import N_, _

LARGEST_FOR_UWV: Final = 10 * 1024 * 1024
"""What UWV takes, in bytes for each file (uwv.nl, "Het re-integratieverslag indienen": jpg, docx or pdf)."""
LARGEST_KEPT: Final = 50 * 1024 * 1024
"""A file that cannot be made smaller is kept up to this size, in bytes; it is cut when the report is made."""
LARGEST_READ: Final = 100 * 1024 * 1024
"""A larger file, in bytes, is not even read."""

_MARKS: Final = (
    (b"%PDF-", "pdf"),
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"PK\x03\x04", "zip"),
)
_PROGRAMS: Final = (
    b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa", b"L\x00\x00\x00\x01\x14\x02",
)  # fmt: skip
_ENDINGS: Final = {"pdf": (".pdf",), "jpg": (".jpg", ".jpeg"), "png": (".png",), "docx": (".docx",)}
_HIDDEN: Final = (b"PK\x03\x04", b"%PDF-", b"MZ", b"\x7fELF", b"Rar!", b"7z\xbc\xaf")
_NEAR_END: Final = 64 * 1024
_DIRECTORY: Final = b"PK\x05\x06"
_MOST_MEMBERS: Final = 2 * 1024
_MOST_UNPACKED: Final = 500 * 1024 * 1024
_ACTIVE: Final = {
    "script": N_("een script"),
    "launch": N_("een opdracht om iets anders te openen"),
    "open": N_("iets dat vanzelf begint"),
    "file": N_("een ander bestand"),
    "media": N_("film of geluid"),
    "form": N_("een formulier dat iets verstuurt"),
}


@dataclass(frozen=True)
class Incoming:
    """A file that may come in."""

    content: bytes
    """As it was, unless a warning says that it was made smaller."""
    kind: str
    """`pdf`, `jpg`, `png` or `docx`, by what it holds."""
    name: str
    """Safe to show and to write down, with the ending that fits."""
    warnings: tuple[str, ...] = ()
    """What the user must hear, each in one sentence or two."""


def receive(source: Path) -> Incoming:
    """Read a file a user picked, and decide whether it may come in.

    Raises:
        KnownError: it cannot be read, is empty, is too large, is of another kind, is broken or locked, or holds a
            program. Codes: `bestand`, `scan_te_groot`, `scan_soort`, `scan_stuk`, `scan_slot`.
    """
    return look_at(_read(source), source.name)


def look_at(content: bytes, name: str) -> Incoming:
    """Decide whether a file may come in; see `receive`."""
    kind = kind_of(content)
    warnings: list[str] = []
    if is_disguised(name):
        warnings.append(_("In de naam stonden tekens die de naam anders laten lijken. Die zijn weg."))
    if kind in ("jpg", "png"):
        content, kind = _picture(content, kind, warnings)
    elif kind == "pdf":
        content = _pdf(content, warnings)
    else:
        _word(content, warnings)
    return Incoming(content, kind, _fitting_name(name, kind, warnings), tuple(warnings))


def kind_of(content: bytes) -> str:
    """Return `pdf`, `jpg`, `png` or `docx` by what a file holds, whatever its name says.

    Raises:
        KnownError: it is something else.
    """
    kind = next((kind for mark, kind in _MARKS if content.startswith(mark)), "")
    if kind == "zip":
        kind = "docx" if _is_word(content) else ""
    if kind:
        return kind
    if content.startswith(_PROGRAMS):
        raise KnownError(
            _("Dit is geen PDF, foto of Word-bestand, maar een programma."),
            _("We bewaren het niet. Vraag de afzender om een PDF."),
            code="scan_soort",
        )
    raise KnownError(
        _("Dit is geen PDF, JPG, PNG of Word-bestand."),
        _("Scan het papier als PDF of maak er een foto van."),
        code="scan_soort",
    )


def _read(source: Path) -> bytes:
    try:
        if not source.is_file():
            raise _unreadable()
        size = source.stat().st_size
        if size > LARGEST_READ:
            raise _too_large(size)
        content = source.read_bytes()
    except OSError as error:
        raise _unreadable() from error
    if not content:
        raise KnownError(
            _("Dit bestand is leeg."), _("Scan het papier opnieuw, of kies een ander bestand."), code="scan_soort"
        )
    return content


def _unreadable() -> KnownError:
    return KnownError(
        _("Dit bestand kunnen we niet lezen."),
        _("Kijk of het bestand er nog staat en probeer opnieuw."),
        code="bestand",
    )


def _too_large(size: int) -> KnownError:
    return KnownError(
        _("Dit bestand is te groot: {n} MB.").format(n=megabytes(size)),
        _("UWV neemt hoogstens 10 MB per bestand. Scan opnieuw met een lagere kwaliteit, of in delen."),
        code="scan_te_groot",
    )


def megabytes(size: int) -> str:
    """Return a size in whole megabytes, as people say it; a file over a limit is never said to be at it."""
    return str(-(-size // (1024 * 1024)))


def _fitting_name(name: str, kind: str, warnings: list[str]) -> str:
    safe = safe_name(name)
    if safe.casefold().endswith(_ENDINGS[kind]):
        return safe
    stem, dot, ending = safe.rpartition(".")
    right = f"{stem if dot else safe}{_ENDINGS[kind][0]}"
    if not any("JPG" in warning for warning in warnings):
        words = {"pdf": "PDF", "jpg": "JPG", "png": "PNG", "docx": "Word-bestand"}[kind]
        warnings.append(
            _("De naam eindigt op .{einde}, maar het is een {soort}. We bewaren het als {naam}.").format(
                einde=ending, soort=words, naam=right
            )
            if dot
            else _("De naam heeft geen einde. Het is een {soort}. We bewaren het als {naam}.").format(
                soort=words, naam=right
            )
        )
    return right


# --- pictures ---------------------------------------------------------------------------------------------------------


def _picture(content: bytes, kind: str, warnings: list[str]) -> tuple[bytes, str]:
    from reintegratie_desktop.documents import picture  # noqa: PLC0415 - only when a picture comes in

    try:
        picture.check(content)
        if picture.tail(content).lstrip(b"\x00\r\n ").startswith(_HIDDEN):
            warnings.append(_("Achter deze foto zit een ander bestand. In het verslag komt alleen de foto."))
        if len(content) > LARGEST_FOR_UWV:
            was = len(content)
            content, kind = picture.smaller(content, LARGEST_FOR_UWV), "jpg"
            warnings.append(_made_smaller(was, len(content)))
    except picture.PictureError as error:
        if error.reason == "huge":
            raise KnownError(
                _("Deze foto heeft te veel beeldpunten."),
                _("Maak de foto opnieuw met een lagere kwaliteit, of scan het papier."),
                code="scan_te_groot",
            ) from error
        raise _broken(_("Deze foto is niet heel.")) from error
    return content, kind


def _made_smaller(was: int, now: int) -> str:
    return _(
        "Dit bestand was {was} MB. We bewaren het als kleinere JPG, {nu} MB, want UWV neemt hoogstens 10 MB. "
        "Bewaar het oorspronkelijke bestand zelf ook."
    ).format(was=megabytes(was), nu=megabytes(now))


def _broken(sentence: str) -> KnownError:
    return KnownError(sentence, _("Vraag om een nieuw bestand, of druk het af en scan het opnieuw."), code="scan_stuk")


# --- PDF --------------------------------------------------------------------------------------------------------------


def _pdf(content: bytes, warnings: list[str]) -> bytes:
    from reintegratie_desktop.documents import attached, shrink  # noqa: PLC0415 - only when a PDF comes in

    try:
        with attached.open_pdf(content) as pdf:
            acts = attached.active_content(pdf)
            mended = bool(pdf.get_warnings())
        if len(content) > LARGEST_FOR_UWV:
            content = _smaller_pdf(content, shrink.smaller_pdf(content, LARGEST_FOR_UWV), warnings)
    except attached.Unreadable as error:
        if error.reason == "locked":
            raise KnownError(
                _("Deze PDF heeft een wachtwoord."),
                _("Haal het wachtwoord eraf, of druk de PDF af en scan hem. UWV kan hem zo niet lezen."),
                code="scan_slot",
            ) from error
        sentence = _("Deze PDF heeft geen pagina’s.") if error.reason == "empty" else _("Deze PDF is beschadigd.")
        raise _broken(sentence) from error
    if mended:
        warnings.append(_("Deze PDF is een beetje beschadigd. Kijk in het verslag of alle pagina’s er staan."))
    if acts:
        found = ", ".join(_(words) for key, words in _ACTIVE.items() if key in acts)
        warnings.append(
            _("In deze PDF zit meer dan papier: {wat}. In het verslag komen alleen de pagina’s.").format(wat=found)
        )
    if _DIRECTORY in content[-_NEAR_END:]:
        warnings.append(_("Achter deze PDF zit een ander bestand. In het verslag komen alleen de pagina’s."))
    return content


def _smaller_pdf(content: bytes, smaller: bytes | None, warnings: list[str]) -> bytes:
    if smaller is not None:
        warnings.append(
            _(
                "Deze PDF was {was} MB. De beelden erin zijn kleiner gemaakt, nu {nu} MB: UWV neemt hoogstens 10 MB. "
                "Bewaar het oorspronkelijke bestand zelf ook."
            ).format(was=megabytes(len(content)), nu=megabytes(len(smaller)))
        )
        return smaller
    if len(content) > LARGEST_KEPT:
        raise _too_large(len(content))
    warnings.append(
        _("Deze PDF is {n} MB en UWV neemt hoogstens 10 MB. Bij losse bestanden knippen we hem in delen.").format(
            n=megabytes(len(content))
        )
    )
    return content


# --- Word -------------------------------------------------------------------------------------------------------------


def _members(content: bytes) -> Iterator[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return


def _is_word(content: bytes) -> bool:
    names = {member.filename for member in _members(content)}
    return "[Content_Types].xml" in names and "word/document.xml" in names


def _word(content: bytes, warnings: list[str]) -> None:
    """Look at the list of what is in a Word file; nothing of it is unpacked."""
    members = list(_members(content))
    names = [member.filename.casefold() for member in members]
    if any(name.endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")) or "activex" in name for name in names):
        raise KnownError(
            _("In dit Word-bestand zit een programma (een macro)."),
            _("We bewaren het niet. Open het in Word en kies Opslaan als PDF."),
            code="scan_soort",
        )
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise _broken(_("Dit Word-bestand is niet wat het lijkt: uitgepakt is het veel te groot."))
    if len(content) > LARGEST_FOR_UWV:
        raise KnownError(
            _("Dit Word-bestand is te groot: {n} MB.").format(n=megabytes(len(content))),
            _("UWV neemt hoogstens 10 MB per bestand. Open het in Word en kies Opslaan als PDF."),
            code="scan_te_groot",
        )
    warnings.append(
        _("Een Word-bestand kan niet in het verslag zelf staan en gaat er los bij. Beter: sla het op als PDF.")
    )
