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
