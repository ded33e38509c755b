"""The page that stands in a report for a file that cannot be taken over, such as a Word file."""

from dataclasses import replace
from typing import Final

from reintegratie_desktop.documents.bundle_model import BundleFile, FileKind
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.domain.snapshot import FormSnapshot, SnapshotField, SnapshotSection
from reintegratie_desktop.text.i18n import N_, _

_WHY: Final = {
    "locked": N_("Dit bestand heeft een wachtwoord. Zonder wachtwoord kan het niet in het verslag staan."),
    "broken": N_("Dit bestand is beschadigd. Het kan niet in het verslag staan."),
    "empty": N_("In dit bestand staan geen pagina’s. Het kan niet in het verslag staan."),
}
_KILO: Final = 1000


def apart_page(cover: FormSnapshot, file: BundleFile, digest: str, size: int, reason: str) -> bytes:
    """Return the page: what the file is, how to know it is the right one, and that it goes along on its own."""
    is_word = file.kind is FileKind.WORD
    title = _("Dit deel is een Word-bestand") if is_word else _("Dit deel gaat apart mee")
    why = (
        _("Een Word-bestand ziet er op elke computer iets anders uit. Daarom staat het hier niet als pagina.")
        if is_word
        else _(_WHY[reason])
    )
    advice = (
        _("Open het in Word, kies Opslaan als PDF, en voeg die PDF toe in plaats van dit bestand.")
        if is_word
        else _("Vraag om een nieuw bestand, of druk het af en scan het opnieuw.")
    )
    fields = (
        SnapshotField("deel", _("Deel"), "text", f"{file.number} {file.title}"),
        SnapshotField("bestand", _("Bestand"), "text", file.file_name),
        SnapshotField("naam", _("Naam waarmee het binnenkwam"), "text", file.came_as or file.file_name),
        SnapshotField("grootte", _("Grootte"), "text", _("{n} kB").format(n=max(1, round(size / _KILO)))),
        SnapshotField("controlegetal", _("Controlegetal (SHA-256)"), "text", digest),
        SnapshotField("waarom", _("Waarom apart"), "long_text", why),
        SnapshotField("advies", _("Beter"), "long_text", advice),
    )
    page = replace(
        cover,
        title=title,
        purpose=_("Het bestand hoort bij dit verslag en gaat als los bestand mee, onder de naam hieronder."),
        sections=(SnapshotSection("apart", _("Het bestand"), fields=fields),),
        signatures=(),
        facts=(),
        footnotes=(),
        logo=None,
    )
    return render(page)
