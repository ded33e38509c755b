"""The re-integratieverslag as one PDF: the pages in front, then every part, each page numbered over the whole."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pikepdf import OutlineItem, Pdf

from reintegratie_desktop.documents.attached import Unreadable, clean, open_pdf, picture_pdf, written
from reintegratie_desktop.documents.bundle_front import Front, LaidFront
from reintegratie_desktop.documents.bundle_model import (
    Bundle,
    BundleFile,
    BundleSource,
    BundleStopped,
    FileKind,
    LooseFile,
    PartPlace,
)
from reintegratie_desktop.documents.bundle_stamp import Stamper, set_look
from reintegratie_desktop.documents.bundle_tags import TagJoiner
from reintegratie_desktop.documents.bundle_word import apart_page
from reintegratie_desktop.documents.pages import LOGO_WIDTH
from reintegratie_desktop.documents.styles import MM
from reintegratie_desktop.text.i18n import _, speaking

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]

_BESIDE_LOGO: Final = 20 * MM + LOGO_WIDTH + 4 * MM


@dataclass
class _Part:
    """A file of the report, opened."""

    file: BundleFile
    sha256: str
    pdf: Pdf
    pages: int
    apart: LooseFile | None = None

    @property
    def is_ours(self) -> bool:
        return self.file.kind is FileKind.PAPER or self.apart is not None


def make_bundle(source: BundleSource, *, progress: Progress | None = None, stop: Stop | None = None) -> Bundle:
    """Return the whole report. The same source gives the same bytes.

    `progress(done, of)` is called after each file; `stop()` is asked before each, and ends the making when it is true.

    Raises:
        BundleStopped: `stop` said so.
    """
    with speaking(source.cover.language):
        parts: list[_Part] = []
        try:
            for index, file in enumerate(source.files):
                if stop is not None and stop():
                    raise BundleStopped
                parts.append(_opened(source, file))
                if progress is not None:
                    progress(index + 1, len(source.files) + 1)
            made = _merged(source, parts)
        finally:
            for part in parts:
                part.pdf.close()
        if stop is not None and stop():
            raise BundleStopped
        if progress is not None:
            progress(len(source.files) + 1, len(source.files) + 1)
    return made


def _opened(source: BundleSource, file: BundleFile) -> _Part:
    content = file.make()
    digest = file.sha256 or hashlib.sha256(content).hexdigest()
    reason = ""
    if file.kind is not FileKind.WORD:
        try:
            pdf = _as_pages(file, content)
        except Unreadable as error:
            reason = error.reason
        else:
            return _Part(file, digest, pdf, len(pdf.pages))
    pdf = open_pdf(apart_page(source.cover, file, digest, len(content), reason))
    return _Part(file, digest, pdf, len(pdf.pages), LooseFile(file.file_name, content))


def _as_pages(file: BundleFile, content: bytes) -> Pdf:
    if file.kind is FileKind.PICTURE:
        return picture_pdf(content, file.title)
    pdf = open_pdf(content)
    if file.kind is FileKind.PDF:
        clean(pdf)
    return pdf


def _merged(source: BundleSource, parts: Sequence[_Part]) -> Bundle:
    laid = Front(source).place(list(_places(parts)))
    front = laid.draw(source.logo)
    with open_pdf(front) as pdf:
        tags = TagJoiner(pdf)
        for part in parts:
            first = len(pdf.pages)
            pdf.pages.extend(part.pdf.pages)
            tags.join(part.pdf, first)
        tags.finish()
        _stamp(pdf, laid, parts)
        _bookmarks(pdf, source, laid)
        set_look(pdf, title=str(pdf.docinfo.get("/Title", "")), language=str(pdf.Root.get("/Lang", "nl-NL")))
        mark = "".join(part.sha256 for part in parts).encode("ascii")
        content = written(pdf, front + mark)
    return Bundle(content, laid.total, laid.parts, tuple(part.apart for part in parts if part.apart is not None))


def _places(parts: Sequence[_Part]) -> Iterator[PartPlace]:
    page = 1
    for part in parts:
        file = part.file
        yield PartPlace(
            file.number, file.title, file.file_name, part.sha256, part.pages, page, page + part.pages - 1,
            is_apart=part.apart is not None,
        )  # fmt: skip
        page += part.pages


def _stamp(pdf: Pdf, laid: LaidFront, parts: Sequence[_Part]) -> None:
    stamper = Stamper(pdf)
    for number in range(1, laid.count + 1):
        words = _("Re-integratieverslag, pagina {pagina} van {totaal}").format(pagina=number, totaal=laid.total)
        stamper.stamp(pdf.pages[number - 1], words, on_white=False)
    for part, place in zip(parts, laid.parts, strict=True):
        for number in range(place.first, place.last + 1):
            words = _("Re-integratieverslag, deel {deel}, pagina {pagina} van {totaal}").format(
                deel=place.number, pagina=number, totaal=laid.total
            )
            page = pdf.pages[number - 1]
            if part.file.logo_at_right and number == place.first:
                stamper.stamp(page, words, on_white=False, right=_BESIDE_LOGO)
            else:
                stamper.stamp(page, words, on_white=not part.is_ours)


def _bookmarks(pdf: Pdf, source: BundleSource, laid: LaidFront) -> None:
    with pdf.open_outline() as outline:
        outline.root.clear()
        outline.root.extend(OutlineItem(title, page - 1) for title, page in laid.titles)
        for file, place in zip(source.files, laid.parts, strict=True):
            item = OutlineItem(f"{file.number} {file.title}", place.first - 1)
            if file.level and len(outline.root) > len(laid.titles):
                outline.root[-1].children.append(item)
            else:
                outline.root.append(item)
