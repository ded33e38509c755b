"""A paper for the employee in two languages: the Dutch that counts, with another language beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import LANGUAGES, N_, _, second_languages

if TYPE_CHECKING:
    from reintegratie_desktop.domain.snapshot import FormSnapshot
    from reintegratie_desktop.services.workspace import Workspace

_NAMES: Final = {"en": N_("Engels"), "pl": N_("Pools"), "de": N_("Duits")}


def languages() -> tuple[str, ...]:
    """Return the languages a copy can have beside Dutch: the catalogues that ship with the program."""
    return second_languages()


def rendering(
    desk: "Workspace", snapshot: "FormSnapshot", language: str, *, by_hand: bool = False
) -> Callable[[], bytes]:
    """Return a function that makes the PDF without touching the file, so that it can run beside the window.

    A finished paper, a draft of one, or with `by_hand` an empty form with room to write.

    Raises:
        KnownError: the paper is not in Dutch, or there are no texts in that language.
    """
    if language not in languages():
        raise KnownError(
            _("Een kopie met de taal '{taal}' kunnen we niet maken.").format(taal=language),
            _("Kies uit: {namen}.").format(namen=", ".join(languages())),
            code="tweede_taal",
        )
    if snapshot.language != LANGUAGES[0]:
        raise KnownError(
            _("Dit papier is niet in het Nederlands vastgesteld."),
            _("Maak een nieuwe versie in het Nederlands, daarna kan er een kopie in twee talen komen."),
            code="tweede_taal",
        )
    logo = desk.papers.logo_of(snapshot)

    def make() -> bytes:
        from reintegratie_desktop.documents.bilingual import render_bilingual  # noqa: PLC0415 - ReportLab loads

        return render_bilingual(snapshot, language, logo=logo, by_hand=by_hand)

    return make


def name_of(language: str) -> str:
    """Return what a language is called; its code when nobody gave it a name."""
    return _(_NAMES[language]) if language in _NAMES else language


def file_name(desk: "Workspace", paper_id: str, language: str) -> str:
    """Return a neutral file name for the copy."""
    return f"{desk.papers.file_name(paper_id).removesuffix('.pdf')}_{LANGUAGES[0]}_{language}.pdf"


def note_copy(desk: "Workspace", paper_id: str) -> None:
    """Write in the journal that a copy in two languages was printed."""
    paper = desk.store.papers.get(paper_id)
    words = _("{papier} afgedrukt als kopie in twee talen").format(papier=desk.papers.title(paper))
    desk.journal(paper.case_id, "overdracht", words, paper=paper_id)
