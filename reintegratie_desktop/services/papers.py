"""Finished papers: as PDF, saved, signed, and scanned back in."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reintegratie_desktop.forms.flows import KEYS
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services.files import write_file
from reintegratie_desktop.services.views import AttachmentView, PaperView
from reintegratie_desktop.store.papers import SCAN_BACK, Paper, PaperEvent
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _, current_language

if TYPE_CHECKING:
    from reintegratie_desktop.domain.snapshot import FormSnapshot
    from reintegratie_desktop.services.incoming import Incoming
    from reintegratie_desktop.services.signing import Refusal
    from reintegratie_desktop.services.workspace import Workspace

LOGO: Final = "logo"
"""To what a logo is linked that a paper of the case was frozen with; no form and no paper is called so."""

LARGEST_LOGO: Final = 1024 * 1024
"""A logo larger than this, in bytes, only makes every paper slow."""

_KINDS: Final = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png"}


class Papers:
    """What can be done with finished papers."""

    def __init__(self, desk: "Workspace") -> None:
        self.desk = desk

    def snapshot(self, paper_id: str) -> "FormSnapshot":
        """Return a finished paper as it was frozen."""
        from reintegratie_desktop.domain.snapshot import FormSnapshot  # noqa: PLC0415 - not needed to start

        return FormSnapshot.from_dict(self.desk.store.papers.get(paper_id).snapshot)

    def printed(self, paper_id: str) -> "FormSnapshot":
        """Return a finished paper as it prints today: as it was frozen, with what was noted beside it later."""
        from reintegratie_desktop.services.later import with_notes  # noqa: PLC0415 - not needed to start
        from reintegratie_desktop.services.signing import with_pen  # noqa: PLC0415 - not needed to start

        paper = self.desk.store.papers.get(paper_id)
        return with_pen(with_notes(self.snapshot(paper_id), paper), paper, self.desk.store.papers.events(paper_id))

    def render(self, snapshot: "FormSnapshot", *, by_hand: bool = False) -> bytes:
        """Return a snapshot as PDF."""
        return self.rendering(snapshot, by_hand=by_hand)()

    def rendering(self, snapshot: "FormSnapshot", *, by_hand: bool = False) -> Callable[[], bytes]:
        """Return a function that makes the PDF without touching the file, so that it can run beside the window."""
        logo = self.logo_of(snapshot)

        def make() -> bytes:
            from reintegratie_desktop.documents.pdf import render  # noqa: PLC0415 - ReportLab loads with it

            return render(snapshot, logo=logo, by_hand=by_hand)

        return make

    def keep_logo(self, case_id: str) -> str:
        """Keep the logo of today with a case, for a paper that is frozen now; return its SHA-256, "" without a logo."""
        logo = self.desk.logo()
        if logo is None:
            return ""
        attachments = self.desk.store.attachments
        with self.desk.file.atomic():
            sha = attachments.add(logo)
            # A link of its own, so that the picture stays as long as the case, whatever is set or removed later.
            if all(kept.sha256 != sha for kept in attachments.for_paper(LOGO, case_id)):
                attachments.link(case_id, sha, LOGO, LOGO, self.desk.clock())
        return sha

    def logo_of(self, snapshot: "FormSnapshot") -> bytes | None:
        """Return the logo a paper was frozen with; of a paper that does not say, and of a draft, that of today."""
        if snapshot.logo is None:
            return self.desk.logo()
        return self.desk.store.attachments.read(snapshot.logo) if snapshot.logo else None

    def pdf(self, paper_id: str) -> bytes:
        """Return a finished paper as PDF."""
        return self.render(self.printed(paper_id))

    def save_pdf(self, paper_id: str, target: Path) -> None:
        """Save a finished paper as PDF; a half-written file never stands at the target.

        Raises:
            KnownError: the disk is full or the folder cannot be written.
        """
        write_file(target, self.pdf(paper_id))
        paper = self.desk.store.papers.get(paper_id)
        self.desk.journal(paper.case_id, "overdracht", _("{papier} als PDF bewaard").format(papier=self.title(paper)))

    def note_printed(self, paper_id: str) -> None:
        """Write in the journal that a paper was printed."""
        paper = self.desk.store.papers.get(paper_id)
        self.desk.journal(paper.case_id, "overdracht", _("{papier} afgedrukt").format(papier=self.title(paper)))

    def file_name(self, paper_id: str) -> str:
        """Return a neutral file name: number, kind and date, without the name of a person."""
        paper = self.desk.store.papers.get(paper_id)
        number = self.desk.store.cases.get(paper.case_id).nummer
        return f"{number}_{paper.form}_v{paper.version}_{paper.made_on.isoformat()}.pdf"

    def title(self, paper: Paper) -> str:
        """Return the title of a paper, of a talk with its kind, and with its version from the second on."""
        title = _(flow_of(paper.form).title)
        kind = _kind_of_talk(paper) if paper.form == "gesprek" else ""
        if kind:
            title = _("Gesprek: {soort}").format(soort=f"{kind[0].lower()}{kind[1:]}")
        return _("{papier}, versie {nr}").format(papier=title, nr=paper.version) if paper.version > 1 else title

    # --- after printing ---------------------------------------------------------------------------------------------

    def record_signature(
        self, paper_id: str, role: str, status: str, day: date, refusal: "Refusal | None" = None
    ) -> None:
        """Write down that somebody signed or does not sign; see `Signing.record`."""
        self.desk.signing.record(paper_id, role, status, day, refusal)

    def roles(self, paper_id: str) -> tuple[str, ...]:
        """Return who must sign this paper, in order."""
        return tuple(signature.role for signature in self.snapshot(paper_id).signatures)

    def attach(self, paper_id: str, source: "Path | Incoming") -> AttachmentView:
        """Keep a scan with its paper: PDF, JPG, PNG or Word, recognised by its content. `warnings` must be said.

        Give what `incoming.receive` returned to read a large file beside the window.

        Raises:
            KnownError: the file cannot be read, is too large, broken, or of another kind.
        """
        paper = self.desk.store.papers.get(paper_id)
        _may_have_files(paper.form)
        given = _received(source)
        now = self.desk.clock()
        with self.desk.file.atomic():
            sha = self.desk.store.attachments.add(given.content)
            kept = self.desk.store.attachments.link(paper.case_id, sha, given.name, paper_id, now)
            self.desk.journal(
                paper.case_id,
                "document",
                _("Scan bewaard bij {papier}").format(papier=self.title(paper)),
                paper=paper_id,
            )
        return AttachmentView(kept.id, kept.name, kept.size, kept.at.date(), given.warnings)

    def take_back(self, attachment_id: str, reason: str) -> None:
        """Take back a file that was kept with a paper by mistake: it is kept in the file, and shown nowhere any more.

        Raises:
            BugError: there is no such file, or it does not belong to a paper.
        """
        kept = self.desk.store.attachments.get(attachment_id)
        paper = self.desk.store.papers.get(kept.belongs_to)
        with self.desk.file.atomic():
            data = {"sha256": kept.sha256, "reden": reason}
            self.desk.store.papers.add_event(paper.id, SCAN_BACK, self.desk.today, data, self.desk.clock())
            words = _("Scan weggehaald bij {papier}. Reden: {reden}")
            self.desk.journal(
                paper.case_id, "correctie", words.format(papier=self.title(paper), reden=reason), paper=paper.id
            )

    def keep_file(self, case_id: str, form: str, source: "Path | Incoming") -> dict[str, Any]:
        """Keep a file a form of a case asks for, and return it as the answer: `sha256`, `naam`, `grootte`.

        It is linked to the case, so that it stays as long as the case does. What must be said about it is in the
        `warnings` of `incoming.receive`.

        Raises:
            KnownError: the file cannot be read, is too large, broken, or of another kind.
        """
        _may_have_files(form)
        given = _received(source)
        with self.desk.file.atomic():
            sha = self.desk.store.attachments.add(given.content)
            self.desk.store.attachments.link(case_id, sha, given.name, form, self.desk.clock())
        return {"sha256": sha, "naam": given.name, "grootte": len(given.content)}

    def attachments(self, paper_id: str) -> tuple[AttachmentView, ...]:
        """Return the files kept with a paper."""
        return tuple(
            AttachmentView(item.id, item.name, item.size, item.at.date())
            for item in self.desk.store.attachments.for_paper(paper_id)
        )

    def attachment_bytes(self, attachment_id: str) -> bytes:
        """Return the content of a kept file, checked against its fingerprint."""
        return self.desk.store.attachments.read(self.desk.store.attachments.get(attachment_id).sha256)

    def save_attachment(self, attachment_id: str, target: Path) -> None:
        """Write a kept file to a place the user chose."""
        write_file(target, self.attachment_bytes(attachment_id))

    def views(self, case_id: str) -> tuple[PaperView, ...]:
        """Return all papers of a case, newest first."""
        from reintegratie_desktop.services.later import questions_of  # noqa: PLC0415 - not needed to start

        store = self.desk.store
        papers = store.papers.all(case_id)
        signing = store.papers.signing_of(case_id)
        newest: dict[tuple[str, str], int] = {}
        for paper in papers:
            newest[paper.form, paper.slot] = max(paper.version, newest.get((paper.form, paper.slot), 0))
        events: dict[str, list[PaperEvent]] = {}
        for event in store.papers.events_of_case(case_id):
            events.setdefault(event.paper_id, []).append(event)
        files: dict[str, list[AttachmentView]] = {}
        for item in store.attachments.for_case(case_id, taken_back=False):
            kept = AttachmentView(item.id, item.name, item.size, item.at.date())
            files.setdefault(item.belongs_to, []).append(kept)
        later = {paper.id: questions_of(paper) for paper in papers if paper.version == newest[paper.form, paper.slot]}
        return tuple(
            PaperView(
                id=paper.id,
                form=paper.form,
                slot=paper.slot,
                title=self.title(paper),
                version=paper.version,
                made_on=paper.made_on,
                frozen_at=paper.at,
                is_newest=paper.version == newest[paper.form, paper.slot],
                signed_line=_signed_line(signing[paper.id], events.get(paper.id, ())),
                attachments=tuple(files.get(paper.id, ())),
                takes_files=flow_of(paper.form).takes_files,
                can_complete=bool(later.get(paper.id)),
                open_later=sum(question.is_open for question in later.get(paper.id, ())),
            )
            for paper in sorted(papers, key=lambda paper: (paper.made_on, paper.at, paper.version), reverse=True)
        )


def _signed_line(signing: Mapping[str, Any], events: Sequence[PaperEvent]) -> str:
    from reintegratie_desktop.services.signing import REFUSED, SIGNED, signers_in  # noqa: PLC0415 - not to start

    states = signers_in(signing, events)
    if not states:
        return ""
    if any(signer.status == REFUSED for signer in states):
        return _("wil niet tekenen")
    if all(signer.status == SIGNED for signer in states):
        last = max((signer.day for signer in states if signer.day is not None), default=None)
        return _("getekend op {dag}").format(dag=day_weekday(last)) if last else _("getekend")
    waiting = [signer.role.lower() for signer in states if signer.status != SIGNED]
    return _("wacht op handtekening van {wie}").format(wie=_(" en ").join(waiting))


def _kind_of_talk(paper: Paper) -> str:
    """Return the kind of a talk as its paper says it; on a screen in another language in that language."""
    for section in paper.snapshot.get("sections", ()):
        for field in section["fields"]:
            if field["key"] == "soort":
                labels = {option["value"]: str(option["label"]) for option in field["options"]}
                said = labels.get(str(field["answer"]), "")
                if str(paper.snapshot.get("language", "nl")) == current_language():
                    return said
                return _declared_kind(str(field["answer"])) or said
    return ""


def _declared_kind(value: str) -> str:
    """Return what the form of today calls a kind of talk, in the language of the screen; empty when it knows none."""
    from reintegratie_desktop.forms.talk_guides import GUIDES  # noqa: PLC0415 - not needed to start

    return _(GUIDES[value].title) if value in GUIDES else ""


def _may_have_files(form: str) -> None:
    """Refuse a file with a paper that never has one: nobody at the firm may have what it is about.

    Raises:
        KnownError: this kind of paper takes no files.
    """
    if form in KEYS and not flow_of(form).takes_files:
        raise KnownError(
            _("Bij dit papier hoort geen bestand."),
            _("Bewaar het nergens. Geef het aan je medewerker, of stuur het terug naar de bedrijfsarts."),
            code="geen_bestand",
        )


def _received(source: "Path | Incoming") -> "Incoming":
    from reintegratie_desktop.services.incoming import receive  # noqa: PLC0415 - only when a file comes in

    return receive(source) if isinstance(source, Path) else source


def read_logo(source: Path) -> bytes:
    """Read a logo a user picked: a PNG or JPG.

    Raises:
        KnownError: unreadable, too large, or no picture.
    """
    content = _read_up_to(
        source,
        LARGEST_LOGO,
        KnownError(_("Dit plaatje is groter dan 1 MB."), _("Maak het kleiner en kies het opnieuw."), code="logo"),
    )
    if kind_of(content) not in ("png", "jpg"):
        raise KnownError(_("Dit is geen PNG of JPG."), _("Kies een plaatje van je logo."), code="logo")
    return content


def kind_of(content: bytes) -> str:
    """Return `pdf`, `jpg` or `png` by what a file holds, whatever its name says; empty for anything else."""
    return next((kind for mark, kind in _KINDS.items() if content.startswith(mark)), "")


def _read_up_to(source: Path, most: int, too_large: KnownError) -> bytes:
    try:
        if source.stat().st_size > most:
            raise too_large
        return source.read_bytes()
    except OSError as error:
        raise KnownError(
            _("Dit bestand kunnen we niet lezen."),
            _("Kijk of het bestand er nog staat en probeer opnieuw."),
            code="bestand",
        ) from error
