"""What comes on which page: what is read together stays together, and no last page holds only the signing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reintegratie_desktop.documents.barchart import ChartDrawing
from reintegratie_desktop.documents.blocks import Drawn, Remark, SectionHeading, SmallHeading
from reintegratie_desktop.documents.fields import FieldDrawing
from reintegratie_desktop.documents.filling import Chain, Placed, fill
from reintegratie_desktop.documents.frames import RefusalDrawing, SignatureDrawing
from reintegratie_desktop.documents.grid import TableDrawing
from reintegratie_desktop.documents.letter_drawing import LetterLines, LetterSides, letter_blocks
from reintegratie_desktop.documents.model import (
    Block,
    Copies,
    Document,
    FieldBlock,
    LetterPage,
    Record,
    RefusalBlock,
    RefusalNotes,
    Section,
    SignatureBlock,
    Subheading,
    TableBlock,
)
from reintegratie_desktop.documents.model_chart import Chart
from reintegratie_desktop.documents.records import RecordDrawing
from reintegratie_desktop.documents.sheet import AgendaDrawing
from reintegratie_desktop.documents.styles import BOTTOM, MM, TOP_FIRST, TOP_LATER
from reintegratie_desktop.documents.title import TitleDrawing
from reintegratie_desktop.documents.two_fields import TwoFieldDrawing
from reintegratie_desktop.documents.two_sheet import agenda_sheets
from reintegratie_desktop.text.errors import BugError

PLOT_SMALL: Final = 30 * MM
MOST_TIED: Final = 60 * MM
TIED_PARAGRAPHS: Final = 2
"""So many paragraphs of a letter stand with its signature."""
MOST_TIED_ROWS: Final = 14
"""A longer table under a chart may go on over the page."""
LITTLE: Final = 75 * MM
"""A last page with less than this is worth saving."""
COMPANY: Final = 40 * MM
"""So much of the form stands above the frames on a last page that ends with them."""
SOME_LINES: Final = 22 * MM
"""So much of it when more about the signing follows the frames."""
HALF_PAGE: Final = (BOTTOM - TOP_LATER) / 2


@dataclass(frozen=True)
class Way:
    """How roomy a paper is laid out."""

    plot_height: float | None = None
    tight: bool = False


Made = dict[tuple[int, float | bool | None], Drawn]
"""The drawings of a paper by their block and what the way changes about them: each is made once for all ways."""


def lay_out(document: Document, *, by_hand: bool) -> list[list[Placed]]:
    """Return the blocks of every page. Nothing is ever left out: what fits nowhere is cut where it must be."""
    if document.agenda is not None:
        return _agenda_pages(document)
    if document.letter is not None:
        return _letter_pages(document)
    made: Made = {}
    blocks = _drawn(document, made, by_hand=by_hand, way=Way())
    pages = fill(blocks)
    if len(pages) > 1 and _is_worth_saving(pages):
        blocks, pages = _saved(document, made, blocks, pages, by_hand=by_hand)
    if not document.second_language:
        return pages
    if ends_alone(pages):
        blocks, pages = _parted(blocks, pages)
    return _fuller(blocks, pages)


def _parted(blocks: list[Drawn], pages: list[list[Placed]]) -> tuple[list[Drawn], list[list[Placed]]]:
    """Return the pages with the frames behind the form, and on the last page what follows them.

    In two languages frames, refusal and copies may fill a page, and then there is no room for any of the form.
    """
    chain = blocks[-1]
    if not isinstance(chain, Chain):
        return blocks, pages
    frames = next(index for index, block in enumerate(chain.blocks) if isinstance(block, SignatureDrawing)) + 1
    if frames == len(chain.blocks):
        return blocks, pages
    parted = [*blocks[:-1], Chain(chain.blocks[:frames]), *_together(chain.blocks[frames:])]
    before, last = len(blocks) - 2, parted[len(blocks)]
    while before and parted[before - 1].stays_with_next:
        before -= 1
    ways = [fill(parted, new_pages=new) for new in ((last,), (parted[before],), (parted[before], last))]
    ways = [way for way in ways if not ends_alone(way) and len(way) <= len(pages) + 1]
    return (parted, min(ways, key=len)) if ways else (blocks, pages)


def _saved(
    document: Document, made: Made, blocks: list[Drawn], pages: list[list[Placed]], *, by_hand: bool
) -> tuple[list[Drawn], list[list[Placed]]]:
    """Return a closer paper that does without its last page, or else the same with more on that page."""
    same: tuple[list[Drawn], list[list[Placed]]] = (blocks, _with_company(blocks, pages))
    for way in _closer(document):
        closer_blocks = _drawn(document, made, by_hand=by_hand, way=way)
        closer = _with_company(closer_blocks, fill(closer_blocks))
        if len(closer) < len(pages) and not (document.second_language and ends_alone(closer)):
            return closer_blocks, closer
        if document.second_language and ends_alone(same[1]) and len(closer) <= len(pages):
            same = closer_blocks, closer
    return same


def _fuller(blocks: list[Drawn], pages: list[list[Placed]]) -> list[list[Placed]]:
    """Return the pages with one of them begun earlier, when a page holds little and that shares the paper better."""
    if min(map(_used, pages)) >= LITTLE:
        return pages
    ways = [pages]
    for place in range(1, len(blocks)):
        if not blocks[place - 1].stays_with_next and not isinstance(blocks[place], Remark):
            # As it comes, and with what the last page begins with kept there.
            for new_pages in ((blocks[place],), (blocks[place], pages[-1][0].block)):
                moved = fill(blocks, new_pages=new_pages)
                if len(moved) == len(pages) and not (ends_alone(moved) and not ends_alone(pages)):
                    ways.append(moved)
    return max(ways, key=lambda way: min(map(_used, way)))


def _is_worth_saving(pages: list[list[Placed]]) -> bool:
    """Tell whether the last page holds so little, or only the signing, that a closer paper may do without it."""
    only_chain = len(pages[-1]) == 1 and isinstance(pages[-1][0].block, Chain)
    return _used(pages[-1]) < LITTLE or only_chain or ends_alone(pages)


def ends_alone(pages: list[list[Placed]]) -> bool:
    """Tell whether a paper ends on a page with the signing and all but nothing else."""
    return len(pages) > 1 and _lacks_company(pages[-1])


def _lacks_company(page: list[Placed]) -> bool:
    """Tell whether too little of the form stands above the frames on a page.

    When more follows the frames, such as what happens when the employee does not sign, a few lines are enough.
    """
    above: float | None = None
    ends = False
    for placed in page:
        top, before = placed.top, None
        for block in placed.block.blocks if isinstance(placed.block, Chain) else (placed.block,):
            top += block.space_before if before is not None else 0
            if isinstance(block, SignatureDrawing):
                above = top - (before.height + block.space_before if isinstance(before, SectionHeading) else 0)
            ends = isinstance(block, SignatureDrawing) or (ends and isinstance(block, Remark))
            top, before = top + block.height, block
    return above is not None and above - TOP_LATER < (COMPANY if ends else SOME_LINES)


def _with_company(blocks: list[Drawn], pages: list[list[Placed]]) -> list[list[Placed]]:
    """Return the pages with more of the form on the last one.

    That is its whole section when that leaves no half empty page, and otherwise as little as it takes. Where every way
    leaves a half empty page, the one that leaves the fullest is taken: signing alone is worse. Where nothing can be
    moved the pages stay as they are.
    """
    if not ends_alone(pages):
        return pages
    places = [
        index
        for index in range(len(blocks) - 1, 0, -1)
        if not blocks[index - 1].stays_with_next and not isinstance(blocks[index], Remark)
    ]
    found: list[list[list[Placed]]] = []
    for place in sorted(places, key=lambda index: not _begins_section(blocks[index])):
        moved = fill(blocks, new_pages=(blocks[place],))
        if len(moved) == len(pages) and not ends_alone(moved):
            if _emptiest(moved) > min(HALF_PAGE, _emptiest(pages) - 0.01):
                return moved
            found.append(moved)
    return max(found, key=_emptiest, default=pages)


def _emptiest(pages: list[list[Placed]]) -> float:
    """Return how much there is on the emptiest page before the last."""
    return min(map(_used, pages[:-1]))


def _begins_section(block: Drawn) -> bool:
    return isinstance(block.blocks[0] if isinstance(block, Chain) else block, SectionHeading)


def _used(page: list[Placed]) -> float:
    return page[-1].top + page[-1].block.height - TOP_LATER


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
    room = BOTTOM - TOP_FIRST - title.height
    sheets: Sequence[Drawn] = AgendaDrawing.sheets(document.agenda, room)
    if document.second_language:
        sheets = agenda_sheets(document.agenda, room, BOTTOM - TOP_LATER)
    return [[Placed(title, TOP_FIRST), Placed(sheets[0], TOP_FIRST + title.height)]] + [
        [Placed(sheet, TOP_LATER)] for sheet in sheets[1:]
    ]


def _letter_pages(document: Document) -> list[list[Placed]]:
    """Return the pages of a letter: the last words, the signature and what goes along stay together."""
    assert document.letter is not None
    pages = _letter_filled(document.letter)
    if document.second_language and len(pages) > 1 and _used(pages[-1]) < HALF_PAGE:
        closer = _letter_filled(document.letter, closer=True)
        return closer if len(closer) < len(pages) else _letter_filled(document.letter, tied=2 * TIED_PARAGRAPHS)
    return pages


def _letter_filled(letter: LetterPage, *, closer: bool = False, tied: int = TIED_PARAGRAPHS) -> list[list[Placed]]:
    *blocks, signing = letter_blocks(letter, closer=closer)
    closing: list[Drawn] = [signing]
    # A last word such as a greeting comes with the sentence before it.
    while len(closing) <= tied and isinstance(blocks[-1], LetterLines | LetterSides) and blocks[-1].height < MOST_TIED:
        closing.insert(0, blocks.pop())
    return fill([*blocks, Chain(closing)])


def _drawn(document: Document, made: Made, *, by_hand: bool, way: Way) -> list[Drawn]:
    head = (id(document.head), None)
    if head not in made:
        made[head] = TitleDrawing(document.head)
    blocks: list[Drawn] = [made[head]]
    for section in document.sections:
        blocks += _section(document, section, made, by_hand=by_hand, way=way)
    _keep_signatures_company(blocks)
    return blocks + [Remark(text, space_before=2.0 if index else 9.0) for index, text in enumerate(document.footnotes)]


def _keep_signatures_company(blocks: list[Drawn]) -> None:
    """Tie the last field to the frames when nothing comes behind them, so that no page holds signatures only."""
    if len(blocks) < 3 or not isinstance(blocks[-1], Chain) or not isinstance(blocks[-2], FieldDrawing):
        return
    chain, field = blocks[-1], blocks[-2]
    if isinstance(chain.blocks[-1], SignatureDrawing) and field.height < MOST_TIED:
        blocks[-2:] = [Chain([field, *chain.blocks])]


def _section(document: Document, section: Section, known: Made, *, by_hand: bool, way: Way) -> list[Drawn]:
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
            fields = [_field(document, field, ruled=True) for field in block.fields]
            chain += [field.closer() for field in fields] if way.tight else fields
            previous = block
            continue
        key = (id(block), way.plot_height if isinstance(block, Chart) else way.tight)
        if key not in known:
            roomy = known.get((id(block), False)) if isinstance(block, FieldBlock | TableBlock) else None
            made_now = roomy or _drawing(document, block, previous, by_hand=by_hand, way=way)
            if way.tight and not isinstance(block, Copies) and isinstance(made_now, FieldDrawing | TableDrawing):
                made_now = made_now.closer()
            known[key] = made_now
        drawing = known[key]
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
            return _field(document, block, ruled=ruled, by_hand=by_hand)
        case TableBlock():
            return TableDrawing(block)
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


def _field(document: Document, block: FieldBlock, *, ruled: bool, by_hand: bool = False) -> FieldDrawing:
    kind = TwoFieldDrawing if document.second_language else FieldDrawing
    return kind(block, ruled=ruled, continued_word=document.continued, by_hand=by_hand)
