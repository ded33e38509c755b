"""From tree to pages: what comes on which page is decided first, so that every page knows how many there are."""

from collections.abc import Iterator
from dataclasses import dataclass

from reintegratie_desktop.documents.barchart import ChartDrawing
from reintegratie_desktop.documents.blocks import Drawn, Remark, SectionHeading, SmallHeading, Whole
from reintegratie_desktop.documents.fields import FieldDrawing
from reintegratie_desktop.documents.frames import RefusalDrawing, SignatureDrawing
from reintegratie_desktop.documents.grid import TableDrawing
from reintegratie_desktop.documents.model import (
    Block,
    Chart,
    Copies,
    Document,
    FieldBlock,
    Record,
    RefusalBlock,
    RefusalNotes,
    Section,
    SignatureBlock,
    Subheading,
    TableBlock,
    TitleBlock,
)
from reintegratie_desktop.documents.records import RecordDrawing
from reintegratie_desktop.documents.sheet import AgendaDrawing
from reintegratie_desktop.documents.styles import (
    ANSWER,
    BOLD,
    BOTTOM,
    FOOTER,
    FOOTER_BOLD,
    HELP,
    INITIAL,
    LABEL,
    LEFT,
    MM,
    PAGE_HEIGHT,
    RIGHT,
    RULE_FRAME,
    RULE_THIN,
    RUNNING,
    RUNNING_BOLD,
    TITLE,
    TOP_FIRST,
    TOP_LATER,
    WIDTH,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.typeset import break_lines, cut_to_fit
from reintegratie_desktop.text.errors import BugError

LOGO_WIDTH = 40 * MM
LOGO_HEIGHT = 14 * MM
INITIAL_WIDTH = 16 * MM
INITIAL_HEIGHT = 8 * MM
FACTS_PER_ROW = 4
PLOT_SMALL = 30 * MM
MOST_TIED = 60 * MM
MOST_TIED_ROWS = 14
"""A longer table under a chart may go on over the page."""
LITTLE = 75 * MM
"""A last page with less than this is worth saving."""


@dataclass(frozen=True)
class Way:
    """How roomy a paper is laid out."""

    plot_height: float | None = None
    tight: bool = False


@dataclass
class Placed:
    """A block on a page."""

    block: Drawn
    top: float


class TitleDrawing(Whole):
    """The head of the first page: whose paper, what paper, on what ground, and the facts."""

    def __init__(self, head: TitleBlock) -> None:
        self._head = head
        self._employer = break_lines(head.employer, RUNNING_BOLD, WIDTH * 0.6) if head.employer else []
        self._title = break_lines(head.title, TITLE, WIDTH)
        self._purpose = break_lines(head.purpose, HELP, WIDTH) if head.purpose else []
        self._columns = min(max(len(head.facts), 1), 5 if len(head.facts) == 5 else FACTS_PER_ROW)
        self._cell = WIDTH / self._columns
        self._facts = [
            (break_lines(fact.label, LABEL, self._cell - 6), break_lines(fact.value, ANSWER, self._cell - 6))
            for fact in head.facts
        ]
        self._head_height = (
            max(len(self._employer), 1) * RUNNING.leading + 9 if self._employer or head.confidential else 0
        )
        self._title_height = len(self._title) * TITLE.leading + 1
        self._fact_top = self._head_height + self._title_height + len(self._purpose) * HELP.leading + 7
        self._rows = [self._facts[i : i + self._columns] for i in range(0, len(self._facts), self._columns)]
        self._row_heights = [
            max(len(label) * LABEL.leading + len(value) * ANSWER.leading for label, value in row) + 3
            for row in self._rows
        ]
        self.height = self._fact_top + (sum(self._row_heights) + 8 if self._facts else 0)

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the head; title as H1, facts as pairs of question and answer."""
        head = self._head
        if self._employer:
            with surface.content("P"):
                surface.lines(LEFT, top, self._employer, RUNNING_BOLD)
        if head.confidential:
            with surface.content("P"):
                surface.right(RIGHT, top, head.confidential, RUNNING)
        y = top + self._head_height
        with surface.content("H1"):
            surface.lines(LEFT, y, self._title, TITLE)
        if self._purpose:
            with surface.content("P"):
                surface.lines(LEFT, y + self._title_height, self._purpose, HELP)
        if not self._facts:
            return
        y = top + self._fact_top
        surface.rule(LEFT, y, RIGHT)
        y += 4
        for row, height in zip(self._rows, self._row_heights, strict=True):
            for index, (label, value) in enumerate(row):
                x = LEFT + index * self._cell
                with surface.content("P"):
                    surface.lines(x, y, label, LABEL)
                with surface.content("P"):
                    surface.lines(x, y + len(label) * LABEL.leading, value, ANSWER)
            y += height
        surface.rule(LEFT, y + 3, RIGHT)


class Chain(Whole):
    """Blocks that are read together: on one page when they fit on one."""

    def __init__(self, blocks: list[Drawn]) -> None:
        self.blocks = blocks
        self.space_before = blocks[0].space_before
        self.height = blocks[0].height + sum(block.space_before + block.height for block in blocks[1:])

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw them under each other."""
        for index, block in enumerate(self.blocks):
            if index:
                top += block.space_before
            block.draw(surface, top, first_on_page=first_on_page and not index)
            top += block.height


def draw_document(document: Document, *, logo: bytes | None, by_hand: bool) -> bytes:
    """Lay out the pages and draw them; returns the file."""
    surface = Surface(document)
    pages = lay_out(document, by_hand=by_hand)
    for number, page in enumerate(pages, start=1):
        _draw_furniture(surface, document, number, len(pages), logo)
        for index, placed in enumerate(page):
            placed.block.draw(surface, placed.top, first_on_page=number > 1 and not index)
        surface.end_page()
    return surface.finish()


def lay_out(document: Document, *, by_hand: bool) -> list[list[Placed]]:
    """Return the blocks of every page. Nothing is ever left out: what fits nowhere is cut where it must be."""
    if document.agenda is not None:
        return _agenda_pages(document)
    pages = _fill(list(_drawn(document, by_hand=by_hand, way=Way())))
    if len(pages) > 1 and _is_worth_saving(pages[-1]):
        for way in _closer(document):
            closer = _fill(list(_drawn(document, by_hand=by_hand, way=way)))
            if len(closer) < len(pages):
                return closer
    return pages


def _is_worth_saving(page: list[Placed]) -> bool:
    """Tell whether a last page holds so little, or only the signing, that a closer paper may do without it."""
    used = page[-1].top + page[-1].block.height - TOP_LATER
    return used < LITTLE or (len(page) == 1 and isinstance(page[0].block, Chain))


def _closer(document: Document) -> tuple[Way, ...]:
    """Return the ways to save a last page that holds little: a lower chart first, then less white."""
    if _has_chart(document):
        return (Way(plot_height=PLOT_SMALL), Way(tight=True), Way(plot_height=PLOT_SMALL, tight=True))
    return (Way(tight=True),)


def _has_chart(document: Document) -> bool:
    return any(isinstance(block, Chart) for section in document.sections for block in section.blocks)


def _agenda_pages(document: Document) -> list[list[Placed]]:
    assert document.agenda is not None
    title = TitleDrawing(document.head)
    sheets = AgendaDrawing.sheets(document.agenda, BOTTOM - TOP_FIRST - title.height)
    return [[Placed(title, TOP_FIRST), Placed(sheets[0], TOP_FIRST + title.height)]] + [
        [Placed(sheet, TOP_LATER)] for sheet in sheets[1:]
    ]


def _fill(blocks: list[Drawn]) -> list[list[Placed]]:
    pages: list[list[Placed]] = [[]]
    y = TOP_FIRST
    queue = list(reversed(blocks))
    while queue:
        block = queue.pop()
        top = y + (block.space_before if pages[-1] else 0.0)
        room = BOTTOM - top
        chain_room = _room_for_chain(block, queue)
        if block.height <= room and chain_room <= room:
            pages[-1].append(Placed(block, top))
            y = top + block.height
            continue
        fresh = not pages[-1]
        if isinstance(block, Chain) and (fresh or block.height > BOTTOM - TOP_LATER):
            queue.extend(reversed(block.blocks))
            continue
        cut = block.split(room, forced=False) if not isinstance(block, Chain) else None
        if cut is None and fresh:
            cut = block.split(room, forced=True)
            if cut is None:
                pages[-1].append(Placed(block, top))
                y = top + block.height
                continue
        if cut is not None:
            first, rest = cut
            pages[-1].append(Placed(first, top))
            queue.append(rest)
        else:
            queue.append(block)
        pages.append([])
        y = TOP_LATER
    return [page for page in pages if page]


def _room_for_chain(block: Drawn, queue: list[Drawn]) -> float:
    """Return the room for a heading with the start of what follows it."""
    needed = block.height
    index = len(queue) - 1
    while block.stays_with_next and index >= 0:
        block = queue[index]
        needed += block.space_before + (block.height if block.stays_with_next else block.least)
        index -= 1
    full = BOTTOM - TOP_LATER
    return needed if needed <= full else 0.0


def _drawn(document: Document, *, by_hand: bool, way: Way) -> Iterator[Drawn]:
    made: list[Drawn] = [TitleDrawing(document.head)]
    for section in document.sections:
        made += _section(document, section, by_hand=by_hand, way=way)
    _keep_signatures_company(made)
    yield from made
    for index, text in enumerate(document.footnotes):
        yield Remark(text, space_before=2.0 if index else 9.0)


def _keep_signatures_company(blocks: list[Drawn]) -> None:
    """Tie the last field to the frames when nothing comes behind them, so that no page holds signatures only."""
    if len(blocks) < 3 or not isinstance(blocks[-1], Chain) or not isinstance(blocks[-2], FieldDrawing):
        return
    chain, field = blocks[-1], blocks[-2]
    if isinstance(chain.blocks[-1], SignatureDrawing) and field.height < MOST_TIED:
        blocks[-2:] = [Chain([field, *chain.blocks])]


def _section(document: Document, section: Section, *, by_hand: bool, way: Way) -> list[Drawn]:
    """Return the drawings of a section.

    What is read together is one chain: a heading with its chart and the table under it, a heading with the frames, the
    refusal block with the copies.
    """
    made: list[Drawn] = []
    chain: list[Drawn] = [SectionHeading(section, tight=way.tight)] if section.title else []
    previous: Block | None = None
    for block in section.blocks:
        if isinstance(block, RefusalNotes):
            if not isinstance(previous, SignatureBlock):
                made += _together(chain)
                chain = []
            chain.append(SmallHeading(block.title, after_heading=False))
            chain += [
                FieldDrawing(field, ruled=True, continued_word=document.continued, tight=way.tight)
                for field in block.fields
            ]
            previous = block
            continue
        drawing = _drawing(document, block, previous, by_hand=by_hand, way=way)
        belongs = isinstance(previous, Chart) and isinstance(block, TableBlock) and len(block.rows) <= MOST_TIED_ROWS
        # A last page never carries only the refusal block or only the copies.
        belongs = belongs or isinstance(block, Copies | RefusalBlock)
        if not belongs and not all(item.stays_with_next for item in chain):
            made += _together(chain)
            chain = []
        if isinstance(block, FieldBlock | TableBlock | Record) and not belongs:
            made += chain
            chain = [drawing]
        else:
            chain.append(drawing)
        previous = block
    return made + _together(chain)


def _together(blocks: list[Drawn]) -> list[Drawn]:
    return [Chain(blocks)] if len(blocks) > 1 else blocks


def _drawing(document: Document, block: Block, previous: Block | None, *, by_hand: bool, way: Way) -> Drawn:
    match block:
        case FieldBlock():
            under_note = isinstance(previous, TableBlock) and bool(previous.note)
            ruled = isinstance(previous, FieldBlock) or under_note
            return FieldDrawing(block, ruled=ruled, continued_word=document.continued, by_hand=by_hand, tight=way.tight)
        case TableBlock():
            return TableDrawing(block, tight=way.tight)
        case Record():
            return RecordDrawing(block)
        case Copies():
            return TableDrawing(block.table, space_before=9.0)
        case Subheading():
            return SmallHeading(block, after_heading=previous is None, tight=way.tight)
        case Chart():
            return ChartDrawing(block) if way.plot_height is None else ChartDrawing(block, plot_height=way.plot_height)
        case SignatureBlock():
            return SignatureDrawing(block)
        case RefusalBlock():
            return RefusalDrawing(block)
        case RefusalNotes():
            raise BugError("refusal notes are drawn field by field")


def _draw_furniture(surface: Surface, document: Document, number: int, total: int, logo: bytes | None) -> None:
    with surface.artifact():
        if document.draft is not None:
            _draw_draft(surface, document)
        if logo is not None and number == 1:
            surface.logo(logo, RIGHT, 6 * MM + (6 * MM if document.draft else 0), LOGO_WIDTH, LOGO_HEIGHT - 2 * MM)
        if number > 1:
            _draw_running_head(surface, document)
        _draw_footer(surface, document, number, total)


def _draw_running_head(surface: Surface, document: Document) -> None:
    top = 15.2 * MM
    paper, whose = document.running
    room = WIDTH - (len(document.initials) * (INITIAL_WIDTH + 4) + 10)
    used = surface.line(LEFT, top, cut_to_fit(paper, RUNNING_BOLD, room * 0.6), RUNNING_BOLD) + 10
    surface.line(LEFT + used, top, cut_to_fit(whose, RUNNING, room - used), RUNNING)
    x = RIGHT - len(document.initials) * INITIAL_WIDTH - (len(document.initials) - 1) * 4
    for word in document.initials:
        surface.frame(x, 12.8 * MM, INITIAL_WIDTH, INITIAL_HEIGHT, RULE_FRAME)
        surface.line(x + 3, 12.8 * MM + 1, cut_to_fit(word, INITIAL, INITIAL_WIDTH - 4), INITIAL)
        x += INITIAL_WIDTH + 4


def _draw_footer(surface: Surface, document: Document, number: int, total: int) -> None:
    footer = document.footer
    surface.rule(LEFT, PAGE_HEIGHT - 18 * MM, RIGHT, RULE_THIN)
    page = footer.page.format(pagina=number, totaal=total)
    first = PAGE_HEIGHT - 14.4 * MM - FOOTER.baseline
    second = PAGE_HEIGHT - 11.2 * MM - FOOTER.baseline
    surface.line(LEFT, first, cut_to_fit(footer.left[0], FOOTER, WIDTH - text_width(page, FOOTER_BOLD) - 8), FOOTER)
    surface.right(RIGHT, first, page, FOOTER_BOLD)
    left = cut_to_fit(footer.left[1], FOOTER, WIDTH - 20)
    surface.line(LEFT, second, left, FOOTER)
    room = WIDTH - text_width(left, FOOTER) - 8
    surface.right(RIGHT, second, cut_to_fit(footer.right, FOOTER, max(room, 0)), FOOTER)


def _draw_draft(surface: Surface, document: Document) -> None:
    assert document.draft is not None
    top, height = 7.5 * MM, 5 * MM
    surface.bar(LEFT, top, WIDTH, height)
    y = top + (height - RUNNING.leading) / 2
    used = surface.white_line(LEFT + 5, y, document.draft.word, RUNNING_BOLD)
    surface.white_line(LEFT + 5 + used + 10, y, document.draft.sentence, RUNNING)
    letters = Style(BOLD, 34, 34)
    for bottom in (112 * MM, 177 * MM, 242 * MM):
        surface.upright_outline(20 * MM, bottom, document.draft.word, letters)
