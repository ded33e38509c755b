"""The re-integratieverslag of a case: gathered from the file, and then made without it.

`gather` reads everything that is needed in the thread of the file; `make` and `loose_files` draw from that alone.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.documents.bundle_model import (
    Bundle,
    BundleFile,
    BundleSource,
    BundleStopped,
    ContentsRow,
    FileKind,
    LaterPaper,
)
from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.services.bundle_contacts import contact_snapshot
from reintegratie_desktop.services.bundle_cover import (
    LANGUAGE,
    cover_day,
    cover_snapshot,
    handover,
    is_handed_over,
    told_missing,
)
from reintegratie_desktop.services.bundle_found import Found, FoundPart, find_parts
from reintegratie_desktop.services.bundle_gaps import gaps_of, older_cover, scan_missing, unsigned_cover
from reintegratie_desktop.services.bundle_parts import LATER, PARTS
from reintegratie_desktop.services.check_views import FileCheckView
from reintegratie_desktop.services.file_check import check_case
from reintegratie_desktop.services.incoming_names import safe_name
from reintegratie_desktop.services.type_over import citizen_number
from reintegratie_desktop.store.attachments import Attachment
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_numeric
from reintegratie_desktop.text.i18n import _, speaking

if TYPE_CHECKING:
    from reintegratie_desktop.services.workspace import Workspace

__all__ = [
    "Bundle", "BundleFile", "BundleSource", "BundleStopped", "Gathered", "gather", "gather_all", "make",
    "make_unless_stopped", "with_bsn",
]  # fmt: skip

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]

_CONTACT: Final = "contact"
_ENDINGS: Final = {FileKind.PDF: "pdf", FileKind.PICTURE: "jpg", FileKind.WORD: "docx"}


@dataclass(frozen=True)
class Gathered:
    """A report that can be made, with what it was gathered from, for the page that shows it."""

    source: BundleSource
    parts: tuple[FoundPart, ...]
    check: FileCheckView


def gather(desk: "Workspace", case_id: str, *, extra: Collection[str] = (), bsn: str = "") -> BundleSource:
    """Return everything the report of a case is made from; see `gather_all`."""
    return gather_all(desk, case_id, extra=extra, bsn=bsn).source


def gather_all(desk: "Workspace", case_id: str, *, extra: Collection[str] = (), bsn: str = "") -> Gathered:
    """Return everything the report of a case is made from, in Dutch whatever the screen speaks.

    Args:
        desk: the open file.
        case_id: which case.
        extra: optional parts that go along, from `bundle_parts.OPTIONAL`.
        bsn: the citizen number for on the cover; it goes into the report and is kept nowhere.

    Raises:
        KnownError: it is no citizen number of nine figures, or nothing was reported yet in this case.
    """
    with speaking(LANGUAGE):
        number = citizen_number(bsn)
        case = desk.store.cases.get(case_id)
        if not desk.is_reported(case_id):
            raise KnownError(
                _("In dit dossier is de ziekmelding nog niet af."),
                _("Maak eerst de ziekmelding af. Dan kan er een verslag komen."),
                code="geen_verslag",
            )
        view = check_case(desk, case_id)
        made_on = cover_day(desk, case)
        done = _done_points(view)
        whole = find_parts(desk, case, extra, done)
        later = _later(whole, made_on)
        # Once it was handed over the report is what it was that day, unless somebody wants it otherwise.
        until = made_on if LATER not in extra and is_handed_over(desk, case) else None
        parts = whole if until is None else find_parts(desk, case, extra, done, until=until)
        files: list[BundleFile] = []
        rows: list[ContentsRow] = []
        for part in parts:
            rows += _part_rows(desk, view, part, files)
        if all(part.kind.key != _CONTACT for part in parts):
            rows.append(_contacts(desk, case_id, str(len(parts) + 1), files, until))
        cover = cover_snapshot(desk, case)
        about_cover = (*older_cover(cover, later if until is None else ()), *unsigned_cover(desk, case, cover))
        source = BundleSource(
            cover=cover,
            files=tuple(files),
            rows=tuple(rows),
            gaps=gaps_of(view, parts, told_missing(desk, case), about_cover),
            handover=handover(desk, case),
            logo=desk.papers.logo_of(cover),
            bsn=number,
            later=later,
            has_later=until is None,
        )
    return Gathered(source, parts, view)


def make(source: BundleSource, *, progress: Progress | None = None, stop: Stop | None = None) -> Bundle:
    """Return the report as one PDF; touches no data file, so that it can run beside the window.

    Raises:
        BundleStopped: `stop()` said so.
    """
    from reintegratie_desktop.documents.bundle import make_bundle  # noqa: PLC0415 - loads the PDF libraries

    return make_bundle(source, progress=progress, stop=stop)


def make_unless_stopped(source: BundleSource, *, progress: Progress, stop: Stop) -> Bundle | None:
    """Return the report as one PDF, or None when `stop()` said so."""
    try:
        return make(source, progress=progress, stop=stop)
    except BundleStopped:
        return None


def _later(parts: Iterable[FoundPart], made_on: date | None) -> tuple[LaterPaper, ...]:
    """Return what came after the day on the cover; an overview of today is made anew each time, so it never did."""
    return tuple(
        LaterPaper(paper.title, paper.paper.made_on.isoformat())
        for part in parts
        for paper in part.papers
        if made_on is not None and paper.paper.made_on > made_on and not paper.is_overview
    )


def _done_points(view: FileCheckView) -> frozenset[str]:
    return frozenset(item.rule for item in view.items if item.done_on is not None)


# --- the lines of the contents, and the files behind them -------------------------------------------------------------


def _part_rows(
    desk: "Workspace", view: FileCheckView, part: FoundPart, files: list[BundleFile]
) -> Iterator[ContentsRow]:
    kind = part.kind
    if not part.main:
        note = _absent_note(view, part)
        yield ContentsRow(part.number, _(kind.title), article=kind.article, note=note, is_absent=True)
    for paper in part.papers:
        is_first = paper is part.papers[0] and paper.is_main
        if paper.theirs:
            yield from _their_rows(desk, part, paper, files)
            continue
        yield ContentsRow(
            paper.number,
            _(kind.title) if is_first and not kind.optional and not kind.registers else paper.title,
            is_main=is_first,
            day=paper.day,
            made_by=paper.made_by,
            article=kind.article,
            note=_("Het oordeel zelf is van de werknemer. Die stuurt het naar UWV.") if kind.registers else "",
            files=tuple(_add(desk, paper, files)),
        )


def _their_rows(desk: "Workspace", part: FoundPart, paper: Found, files: list[BundleFile]) -> Iterator[ContentsRow]:
    """Yield the lines of what somebody else made: the file itself, or that it is missing, and our paper beside it."""
    kind = part.kind
    is_first = paper is part.papers[0] and paper.is_main
    title = _(kind.title) if is_first else paper.title
    own = replace(paper, number=_own_number(paper), title=_(kind.ours), is_main=False, theirs="", scans=())
    yield ContentsRow(
        paper.number,
        title,
        is_main=is_first,
        day=paper.theirs_day if paper.scans else "",
        made_by=paper.theirs_by if paper.scans else "",
        article=kind.article,
        note=scan_missing(paper) if paper.needs_scan else "",
        files=tuple(_add_scans(desk, replace(paper, title=title), files)),
        is_absent=paper.needs_scan,
    )
    yield ContentsRow(
        own.number, own.title, is_main=False, day=own.day, made_by=own.made_by, files=tuple(_add(desk, own, files))
    )


def _own_number(paper: Found) -> str:
    """Return the number of our paper beside what somebody else made; the first file there has none of its own."""
    return f"{paper.number}.{max(len(paper.scans), 1)}"


def _absent_note(view: FileCheckView, part: FoundPart) -> str:
    if part.kind.apart:
        return _(part.kind.apart)
    point = next((item for item in view.items if item.rule in part.kind.points[:1]), None)
    if point is not None and point.stand is Stand.NIET_NODIG:
        return point.finding
    if part.kind.key == "oordeel_werknemer":
        if point is not None and point.done_on is not None:
            return _("Ingevuld op {dag}. De werknemer stuurt het zelf.").format(dag=day_numeric(point.done_on))
        return _("De werknemer vult het in en stuurt het zelf.")
    if point is not None and not point.stand.asks and point.due is not None and point.done_on is None:
        return _("Nog niet aan de beurt. Nodig op {dag}.").format(dag=day_numeric(point.due))
    return _("Niet in dit verslag. Zie Wat ontbreekt of afwijkt.")


def _add(desk: "Workspace", paper: Found, files: list[BundleFile]) -> Iterator[int]:
    """Add a paper with the files that came in with it, and yield their places."""
    yield len(files)
    name = file_name(paper.number, paper.title, paper.day, "pdf")
    logo = desk.papers.logo_of(paper.snapshot)
    files.append(
        BundleFile(
            paper.number,
            paper.title,
            name,
            FileKind.PAPER,
            desk.papers.rendering(paper.snapshot),
            level=0 if paper.is_main and paper.number.isdigit() else 1,
            logo_at_right=logo is not None,
        )
    )
    for place, kept in enumerate(paper.scans, 1):
        yield _add_file(desk, kept, files, *_beside(paper, place), kept.at.date().isoformat())


def _add_scans(desk: "Workspace", paper: Found, files: list[BundleFile]) -> Iterator[int]:
    """Add the files of what somebody else made, the first under the number of the part, and yield their places."""
    for place, kept in enumerate(paper.scans):
        day = paper.theirs_day or kept.at.date().isoformat()
        if place:
            yield _add_file(desk, kept, files, *_beside(paper, place), day)
        else:
            yield _add_file(desk, kept, files, paper.number, paper.title, paper.title, day)


def _beside(paper: Found, place: int) -> tuple[str, str, str]:
    """Return the number of a file that came in with a paper, its title, and what it is called on disk."""
    return (
        f"{paper.number}.{place}",
        _("Bijlage {n} bij {papier}").format(n=place, papier=paper.title),
        _("bijlage {papier}").format(papier=paper.title),
    )


def _add_file(
    desk: "Workspace", kept: Attachment, files: list[BundleFile], number: str, title: str, named: str, day: str
) -> int:
    content = desk.store.attachments.read(kept.sha256)
    kind = file_kind(content)
    ending = "png" if content.startswith(b"\x89PNG") else _ENDINGS[kind]
    files.append(
        BundleFile(
            number,
            title,
            file_name(number, named, day, ending),
            kind,
            lambda: content,
            came_as=safe_name(kept.name),
            level=0 if number.isdigit() else 1,
            sha256=kept.sha256,
        )
    )
    return len(files) - 1


def file_kind(content: bytes) -> FileKind:
    """Return what a kept file is by what it holds; older files too, from before more was looked at."""
    if content.startswith(b"PK"):
        return FileKind.WORD
    return FileKind.PDF if content.startswith(b"%PDF-") else FileKind.PICTURE


def _contacts(desk: "Workspace", case_id: str, number: str, files: list[BundleFile], until: date | None) -> ContentsRow:
    """Add the list of contacts and talks, made from the journal of today."""
    kind = next(kind for kind in PARTS if kind.key == _CONTACT)
    snapshot = contact_snapshot(desk, case_id, until)
    title, day = _(kind.title), snapshot.made_on
    files.append(
        BundleFile(
            number,
            title,
            file_name(number, title, day, "pdf"),
            FileKind.PAPER,
            desk.papers.rendering(snapshot),
            logo_at_right=desk.papers.logo_of(snapshot) is not None,
        )
    )
    contact = desk.employer.get("contact")
    name = str(contact.get("naam") or "") if isinstance(contact, Mapping) else ""
    function = str(contact.get("functie") or "") if isinstance(contact, Mapping) else ""
    made_by = ", ".join(filter(None, (name, function))) or desk.employer_name
    return ContentsRow(number, title, day=day, made_by=made_by, article=kind.article, files=(len(files) - 1,))


def file_name(number: str, title: str, day: str, ending: str) -> str:
    """Return a name as the portal of UWV asks for: number, kind and date, without the name of a person."""
    digits = re.match(r"\d+", number)
    head = f"{int(digits[0]):02d}{number[digits.end() :]}" if digits else number
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").casefold()
    kind = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"{head.replace('.', '-')}_{kind}_{day}.{ending}"


def with_bsn(source: BundleSource, bsn: str) -> BundleSource:
    """Return the same report with a citizen number on its cover.

    Raises:
        KnownError: it is no citizen number of nine figures.
    """
    return replace(source, bsn=citizen_number(bsn))
