"""A page that stands for a paper of somebody else in the example cases: small, with only our letters."""

import io
from collections.abc import Sequence
from typing import Any, Final

from reintegratie_desktop.documents.styles import (
    BOLD,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    REGULAR,
    RULE_BOX,
    WIDTH,
    registered,
)

_TITLE: Final = 18.0
_TEXT: Final = 11.0
_LINE: Final = 17.0
_TOP: Final = 120.0
_FRAME: Final = 24.0


def sample_scan(title: str, lines: Sequence[str]) -> bytes:
    """Return one A4 page in a frame, with a title and lines; the same words give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - only when examples are made

    for font in (REGULAR, BOLD):
        registered(font)
    buffer = io.BytesIO()
    make: Any = Canvas  # the stubs think a font name is a number
    canvas = make(buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, initialFontName=REGULAR)
    canvas.setTitle(title)
    canvas.setLineWidth(RULE_BOX)
    top = PAGE_HEIGHT - _TOP
    canvas.rect(
        LEFT - _FRAME, top - _LINE * (len(lines) + 2) - _FRAME, WIDTH + 2 * _FRAME, _LINE * (len(lines) + 4) + _FRAME
    )
    canvas.setFont(BOLD, _TITLE)
    canvas.drawString(LEFT, top, title)
    canvas.setFont(REGULAR, _TEXT)
    for place, line in enumerate(lines, 2):
        canvas.drawString(LEFT, top - place * _LINE, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
