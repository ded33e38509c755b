"""From tree to pages: what comes on which page is decided first, so that every page knows how many there are."""

from reintegratie_desktop.documents.layout import lay_out
from reintegratie_desktop.documents.model import Document
from reintegratie_desktop.documents.styles import (
    BOLD,
    FOOTER,
    FOOTER_BOLD,
    INITIAL,
    LEFT,
    MM,
    PAGE_HEIGHT,
    RIGHT,
    RULE_FRAME,
    RULE_THIN,
    RUNNING,
    RUNNING_BOLD,
    WIDTH,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import in_line, other
from reintegratie_desktop.documents.typeset import cut_to_fit

LOGO_WIDTH = 40 * MM
LOGO_HEIGHT = 14 * MM
INITIAL_WIDTH = 16 * MM
INITIAL_HEIGHT = 8 * MM


def draw_document(document: Document, *, logo: bytes | None, by_hand: bool) -> bytes:
    """Lay out the pages and draw them; returns the file."""
    surface = Surface(document)
    pages = lay_out(document, by_hand=by_hand)
    for number, page in enumerate(pages, start=1):
        draw_furniture(surface, document, number, len(pages), logo)
        for index, placed in enumerate(page):
            placed.block.draw(surface, placed.top, first_on_page=number > 1 and not index)
        surface.end_page()
    return surface.finish()


def draw_furniture(surface: Surface, document: Document, number: int, total: int, logo: bytes | None) -> None:
    """Draw what stands around the text of a page: draft marks, the mark of the employer, running head and foot."""
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
    second = any(map(other, document.initials))
    wide = 1.6 * INITIAL_WIDTH if second else INITIAL_WIDTH
    room = WIDTH - (len(document.initials) * (wide + 4) + 10)
    used = surface.line(LEFT, top, cut_to_fit(in_line(paper), RUNNING_BOLD, room * 0.6), RUNNING_BOLD) + 10
    surface.line(LEFT + used, top, cut_to_fit(in_line(whose), RUNNING, room - used), RUNNING)
    # Two words take the top of the frame, and there must still be room to write.
    high = INITIAL_HEIGHT + (INITIAL.leading if second else 0)
    x = RIGHT - len(document.initials) * wide - (len(document.initials) - 1) * 4
    for word in document.initials:
        surface.frame(x, 12.8 * MM, wide, high, RULE_FRAME)
        for index, said in enumerate(filter(None, (str(word), other(word)))):
            fitting = cut_to_fit(said, INITIAL, wide - 4)
            surface.line(x + 3, 12.8 * MM + 1 + index * (INITIAL.leading - 1), fitting, INITIAL)
        x += wide + 4


def _draw_footer(surface: Surface, document: Document, number: int, total: int) -> None:
    footer = document.footer
    surface.rule(LEFT, PAGE_HEIGHT - 18 * MM, RIGHT, RULE_THIN)
    page = in_line(footer.page).format(pagina=number, totaal=total)
    first = PAGE_HEIGHT - 14.4 * MM - FOOTER.baseline
    second = PAGE_HEIGHT - 11.2 * MM - FOOTER.baseline
    surface.line(LEFT, first, cut_to_fit(footer.left[0], FOOTER, WIDTH - text_width(page, FOOTER_BOLD) - 8), FOOTER)
    surface.right(RIGHT, first, page, FOOTER_BOLD)
    left = cut_to_fit(footer.left[1], FOOTER, WIDTH - 20)
    surface.line(LEFT, second, left, FOOTER)
    room = WIDTH - text_width(left, FOOTER) - 8
    surface.right(RIGHT, second, cut_to_fit(in_line(footer.right), FOOTER, max(room, 0)), FOOTER)


def _draw_draft(surface: Surface, document: Document) -> None:
    assert document.draft is not None
    draft = document.draft
    lines = [(str(draft.word), str(draft.sentence))]
    if other(draft.sentence):
        lines.append((other(draft.word) or draft.word, other(draft.sentence)))
    height = 5 * MM + RUNNING.leading * (len(lines) - 1)
    top = 12.5 * MM - height
    surface.bar(LEFT, top, WIDTH, height)
    y = top + (5 * MM - RUNNING.leading) / 2
    for word, sentence in lines:
        used = surface.white_line(LEFT + 5, y, word, RUNNING_BOLD)
        surface.white_line(LEFT + 5 + used + 10, y, sentence, RUNNING)
        y += RUNNING.leading
    letters = Style(BOLD, 34, 34)
    for bottom in (112 * MM, 177 * MM, 242 * MM):
        surface.upright_outline(20 * MM, bottom, draft.word, letters)
