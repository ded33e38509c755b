"""The pages in front of a re-integratieverslag: cover, contents, what is missing or different, and the list of parts.

They are drawn in one run, so that they share their fonts and one structure tree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from reintegratie_desktop.documents.answers import field_block
from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.bundle_model import BundleSource, ContentsRow, Gap, PartPlace
from reintegratie_desktop.documents.filling import Placed
from reintegratie_desktop.documents.layout import lay_out
from reintegratie_desktop.documents.model import (
    Block,
    Cell,
    CellLine,
    Column,
    ColumnKind,
    DigitBoxes,
    Document,
    FieldBlock,
    Label,
    Paragraphs,
    Section,
    TableBlock,
    TitleBlock,
)
from reintegratie_desktop.documents.pages import draw_furniture
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.typeset import clean, forget
from reintegratie_desktop.text.formatting import NO_BREAK, day_numeric
from reintegratie_desktop.text.i18n import _, ngettext

FRONT_COVER: Final = "voorblad"
FRONT_CONTENTS: Final = "inhoud"
FRONT_GAPS: Final = "afwijkingen"
FRONT_FILES: Final = "stukken"
_BSN_DIGITS: Final = 9
_TRIES: Final = 4
"""Once is enough, unless a page number with one digit more makes a line break."""
_HASH_HALF: Final = 32
_GROUP: Final = 4


_USUAL: Final = 4
_USUAL_STARTS: Final = {FRONT_COVER: 1, FRONT_CONTENTS: 2, FRONT_GAPS: 3, FRONT_FILES: 4}


class Front:
    """The pages in front. The number of pages is known first, so that every place in the report can be told."""

    def __init__(self, source: BundleSource, *, loose: bool = False) -> None:
        self._source = source
        self._loose = loose
        self._cover = _cover(source)
        self._same = {FRONT_COVER: self._cover, FRONT_GAPS: _gaps(self._cover, source)}
        self._known: dict[str, list[list[Placed]]] = {}
        """The pages of what does not change with the numbers of the pages; laid out once."""

    def place(self, parts: Sequence[PartPlace]) -> "LaidFront":
        """Lay out the pages for parts whose first page counts from 1; their place follows from the pages in front."""
        laid = self._laid(parts, _USUAL, _USUAL_STARTS)
        if laid.count == _USUAL and laid.starts == _USUAL_STARTS:
            return laid
        for _again in range(_TRIES):
            settled = self._laid(parts, laid.count, laid.starts)
            if settled.count == laid.count and settled.starts == laid.starts:
                return settled
            laid = settled
        return laid

    def _laid(self, parts: Sequence[PartPlace], front: int, starts: dict[str, int]) -> "LaidFront":
        moved = [replace(part, first=part.first + front, last=part.last + front) for part in parts]
        total = moved[-1].last if moved else front
        documents = [(FRONT_COVER, self._same[FRONT_COVER])]
        if not self._loose:
            documents.append((FRONT_CONTENTS, _contents(self._cover, self._source.rows, moved, total, starts)))
        documents.append((FRONT_GAPS, self._same[FRONT_GAPS]))
        documents.append((FRONT_FILES, _files(self._cover, moved, loose=self._loose)))
        if not self._known:
            self._known = {key: lay_out(document, by_hand=False) for key, document in self._same.items()}
        return LaidFront(documents, moved, total, self._known)


class LaidFront:
    """The pages in front, laid out: `parts` with their places in the report, `total` its number of pages."""

    def __init__(
        self,
        documents: list[tuple[str, Document]],
        parts: list[PartPlace],
        total: int,
        known: Mapping[str, list[list[Placed]]],
    ) -> None:
        self.parts = tuple(parts)
        self._pages: list[tuple[Document, list[Placed]]] = []
        self.starts: dict[str, int] = {}
        """The page, from 1, on which each of the documents begins."""
        self.titles: list[tuple[str, int]] = []
        """The same for the bookmarks."""
        for key, document in documents:
            self.starts[key] = len(self._pages) + 1
            self.titles.append((document.head.title, len(self._pages) + 1))
            self._pages += [(document, page) for page in known.get(key) or lay_out(document, by_hand=False)]
        self.count = len(self._pages)
        self.total = max(total, self.count)

    def draw(self, logo: bytes | None) -> bytes:
        """Return the pages as a PDF file."""
        surface = Surface(self._pages[0][0])
        for number, (document, page) in enumerate(self._pages, start=1):
            draw_furniture(surface, document, number, self.total, logo)
            for index, placed in enumerate(page):
                placed.block.draw(surface, placed.top, first_on_page=number > 1 and not index)
            surface.end_page()
        forget()
        return surface.finish()


def _cover(source: BundleSource) -> Document:
    """Return the cover, with boxes for the citizen number that is asked at print time and kept nowhere."""
    document = build(source.cover)
    boxes = FieldBlock(
        Label(
            _("Burgerservicenummer"),
            () if source.bsn else (_("Pas invullen op het exemplaar voor UWV"),),
        ),
        (DigitBoxes(_BSN_DIGITS, clean(source.bsn)),),
    )
    first, *rest = document.sections
    return replace(document, sections=(replace(first, blocks=(first.blocks[0], boxes, *first.blocks[1:])), *rest))


def _page(cover: Document, title: str, purpose: str, *blocks: Block, sections: tuple[Section, ...] = ()) -> Document:
    """Return a page in front that looks like the cover's later pages, with a title of its own."""
    return replace(
        cover,
        head=TitleBlock("", cover.head.confidential, title, purpose, ()),
        sections=((Section("", blocks),) if blocks else ()) + sections,
        footnotes=(),
        initials=(),
    )


# --- contents ---------------------------------------------------------------------------------------------------------


def _contents(
    cover: Document, rows: Sequence[ContentsRow], parts: Sequence[PartPlace], total: int, starts: dict[str, int]
) -> Document:
    said = ngettext("Dit verslag telt {n} pagina.", "Dit verslag telt {n} pagina’s.", total).format(n=total)
    more = _(
        "Het paginanummer van het verslag staat op elke pagina rechtsboven; het nummer van het stuk zelf staat "
        "onderaan. De letter verwijst naar art. 6 lid 1."
    )
    columns = (
        Column(_("Deel"), ColumnKind.CODE),
        Column(_("Stuk")),
        Column(_("Datum"), ColumnKind.DATE),
        Column(_("Opgesteld door")),
        Column(_("Art. 6").replace(" ", NO_BREAK), ColumnKind.CODE),
        Column(_("Pagina"), ColumnKind.NUMBER),
    )
    own = (
        (_("Voorblad, bedrijf en functie"), "a–e", FRONT_COVER),
        (_("Inhoud"), "", FRONT_CONTENTS),
        (_("Wat ontbreekt of afwijkt"), "", FRONT_GAPS),
        (_("Lijst van stukken met controlegetal"), "", FRONT_FILES),
    )
    body: list[tuple[Cell, ...]] = []
    for title, letter, key in own:
        page = _text(str(starts.get(key, 1)))
        body.append((_text(""), _text(title), _text(""), _text(""), _text(letter), page))
    body += [_contents_row(row, parts) for row in rows]
    return _page(cover, _("Inhoud"), f"{said} {more}", TableBlock(columns, tuple(body)))


def _contents_row(row: ContentsRow, parts: Sequence[PartPlace]) -> tuple[Cell, ...]:
    title = [CellLine(clean(row.title), bold=row.is_main)]
    if row.note:
        title.append(CellLine(clean(row.note)))
    page = str(parts[row.files[0]].first) if row.files else _("geen")
    return (
        Cell((CellLine(row.number, bold=row.is_main),)),
        Cell(tuple(title)),
        _text(day_numeric(row.day) if row.day else ""),
        _text(row.made_by),
        _text(row.article),
        _text(page),
    )


def _text(text: str, *, bold: bool = False) -> Cell:
    return Cell((CellLine(clean(text), bold),)) if text else Cell()


# --- what is missing or different -------------------------------------------------------------------------------------


def _gaps(cover: Document, source: BundleSource) -> Document:
    purpose = _("Deze pagina zegt open wat niet compleet of te laat is, en waarom. Openheid vooraf voorkomt vragen.")
    blocks: tuple[Block, ...]
    if source.gaps:
        columns = (Column(_("Stuk")), Column(_("Wat is er anders")), Column(_("Reden")), Column(_("Wat is gedaan")))
        table = TableBlock(
            columns,
            tuple(_gap_row(gap) for gap in source.gaps),
            details=tuple(_("Waarom UWV hiernaar kijkt: {waarom}").format(waarom=clean(gap.why)) if gap.why else ""
                          for gap in source.gaps),
        )  # fmt: skip
        blocks = (table,)
    else:
        blocks = (FieldBlock(Label(_("Compleet")), (Paragraphs((_("Er ontbreekt niets."),)),)),)
    handover = tuple(field_block(field, by_hand=False) for field in source.handover)
    sections = (Section(_("Overdracht"), handover, "D"),) if handover else ()
    if source.later and not source.has_later:
        sections = (*sections, _later(source))
    return _page(cover, _("Wat ontbreekt of afwijkt"), purpose, *blocks, sections=sections)


def _later(source: BundleSource) -> Section:
    """Return what came after the report was handed over: named, and not in it."""
    said = _("Dit verslag bevat de stukken tot en met {dag}, de dag van het voorblad. Wat later kwam, zit er niet in.")
    columns = (Column(_("Datum"), ColumnKind.DATE), Column(_("Stuk")))
    rows = tuple((_text(day_numeric(paper.day)), _text(paper.title)) for paper in source.later)
    words = FieldBlock(Label(_("Tot en met")), (Paragraphs((said.format(dag=day_numeric(source.cover.made_on)),)),))
    return Section(_("Later bijgekomen"), (words, TableBlock(columns, rows)), "E" if source.handover else "D")


def _gap_row(gap: Gap) -> tuple[Cell, ...]:
    return (
        _text(gap.part, bold=True),
        _text(gap.what),
        _text(gap.reason or _("Er is geen reden opgeschreven.")),
        _text(gap.done or _("Nog niets.")),
    )


# --- list of parts ----------------------------------------------------------------------------------------------------


def _files(cover: Document, parts: Sequence[PartPlace], *, loose: bool) -> Document:
    purpose = _(
        "Het controlegetal (SHA-256) hoort bij het bestand zoals het is vastgesteld. Verandert er één teken, dan "
        "verandert het getal. Zo kan iedereen nagaan dat dit het stuk van toen is."
    )
    columns = [
        Column(_("Deel"), ColumnKind.CODE),
        Column(_("Bestand en controlegetal")),
        Column(_("Pagina’s"), ColumnKind.NUMBER),
    ]
    if not loose:
        columns.append(Column(_("In verslag"), ColumnKind.NUMBER))
    rows = []
    for part in parts:
        cells = [
            _text(part.number, bold=True),
            Cell((CellLine(clean(part.file_name), bold=True), *(CellLine(line) for line in grouped(part.sha256)))),
            _text(_("apart") if part.is_apart else str(part.pages)),
        ]
        if not loose:
            cells.append(_text(str(part.first) if part.first == part.last else f"{part.first}–{part.last}"))
        rows.append(tuple(cells))
    return _page(cover, _("Lijst van stukken met controlegetal"), purpose, TableBlock(tuple(columns), tuple(rows)))


def grouped(digest: str) -> tuple[str, str]:
    """Return a SHA-256 as two rows of eight groups of four."""
    halves = digest[:_HASH_HALF], digest[_HASH_HALF:]
    first, second = (" ".join(half[i : i + _GROUP] for i in range(0, len(half), _GROUP)) for half in halves)
    return first, second
