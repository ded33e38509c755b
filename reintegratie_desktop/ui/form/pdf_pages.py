"""The pages of a PDF as pictures and as text. PDFium bears one caller at a time, so every call takes its turn."""

import threading
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtGui import QImage

_TURN: Final = threading.RLock()
_HYPHEN_AT_THE_END: Final = "\x02"
"""What PDFium says for a hyphen at the end of a line; the rest of the word follows it at once."""
_FOOT: Final = 18 / 25.4 * 72
"""The foot of a paper stands below this height, in points from the bottom of the page."""


@dataclass(frozen=True)
class Mark:
    """Where words stand on a page, in points from the top of the page."""

    page: int
    top: float
    bottom: float


class PdfPages:
    """An open PDF. Pages count from 0; sizes are in points. Close it when done."""

    def __init__(self, pdf: bytes) -> None:
        with _TURN:
            self._document = pypdfium2.PdfDocument(pdf)
            self._count = len(self._document)
        self._closed = False

    @property
    def count(self) -> int:
        """Return the number of pages."""
        return self._count

    def size(self, page: int) -> tuple[float, float]:
        """Return width and height of a page in points."""
        with _TURN:
            width, height = self._document.get_page_size(page)
        return float(width), float(height)

    def image(self, page: int, scale: float) -> QImage:
        """Return a page as a picture of `scale` pixels per point."""
        with _TURN:
            opened = self._document[page]
            bitmap = opened.render(scale=scale, force_bitmap_format=pdfium.FPDFBitmap_BGRx)
            raw = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            # The pixels belong to PDFium until they are copied.
            picture = raw.copy()
            bitmap.close()
            opened.close()
        return picture

    def lines(self, page: int) -> list[str]:
        """Return the text of a page in reading order: what runs on is one line, and the foot of the page comes last."""
        with _TURN:
            opened = self._document[page]
            text = opened.get_textpage()
            found = _written(text)
            text.close()
            opened.close()
        body: list[str] = []
        foot: list[str] = []
        runs_on = False
        for line, bottom in found:
            part = foot if bottom < _FOOT else body
            if runs_on and part is body and body:
                body[-1] = f"{body[-1]} {line.strip()}"
            else:
                part.append(line.strip())
            # A sentence that was broken to fit keeps the space at which it was broken.
            runs_on = part is body and line.endswith(" ")
        return [*body, *foot]

    def find(self, words: str, after: Mark | None = None) -> Mark | None:
        """Return where words stand, searching from a mark on; None when they are on no page."""
        if not words.strip():
            return None
        first = after.page if after is not None else 0
        with _TURN:
            for page in range(first, self._count):
                top = after.top if after is not None and page == first else 0.0
                found = self._find_on(page, words, top)
                if found is not None:
                    return found
        return None

    def _find_on(self, page: int, words: str, lowest: float) -> Mark | None:
        height = self._document.get_page_size(page)[1]
        opened = self._document[page]
        text = opened.get_textpage()
        search = text.search(words, match_case=True)
        found: Mark | None = None
        while found is None and (place := search.get_next()) is not None:
            start, count = place
            boxes = [text.get_charbox(index) for index in range(start, start + count)]
            top = height - max(box[3] for box in boxes)
            bottom = height - min(box[1] for box in boxes)
            if top >= lowest:
                found = Mark(page, float(top), float(bottom))
        search.close()
        text.close()
        opened.close()
        return found

    def close(self) -> None:
        """Let the PDF go."""
        if not self._closed:
            self._closed = True
            with _TURN:
                self._document.close()


def _written(text: pypdfium2.PdfTextPage) -> list[tuple[str, float]]:
    """Return the lines of a page as they are written, each with its bottom in points from the bottom of the page."""
    found: list[tuple[str, float]] = []
    letters: list[str] = []
    bottom = 0.0
    for index in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index)).replace(_HYPHEN_AT_THE_END, "-")
        if letter in "\r\n":
            found.append(("".join(letters), bottom))
            letters = []
            continue
        if not letters:
            bottom = float(text.get_charbox(index)[1])
        letters.append(letter)
    found.append(("".join(letters), bottom))
    return [(line, height) for line, height in found if line.strip()]
