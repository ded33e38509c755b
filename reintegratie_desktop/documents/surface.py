"""The page being drawn on: text, rules and boxes in black, each piece of text with its place in the structure tree."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import XMP
from reportlab.pdfgen.canvas import Canvas

from reintegratie_desktop.documents.model import Document
from reintegratie_desktop.documents.styles import (
    BOX,
    CODE_BOX_SCALE,
    FAMILY,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    REGULAR,
    RULE_BOX,
    RULE_THIN,
    RULE_TYPED,
    Style,
    registered,
    text_width,
)
from reintegratie_desktop.documents.tags import Node, metadata, text_string, write_structure
from reintegratie_desktop.documents.two import in_line, other
from reintegratie_desktop.documents.typeset import in_drawing_order, is_plain, runs, runs_right_to_left

PRODUCER: Final = "Re-integratie Desktop"
_ESCAPES: Final = {
    **{code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))},
    **{ord(sign): f"\\{sign}" for sign in "\\()"},
}
_INVISIBLE: Final = 3
_OUTLINE: Final = 1


class Surface:
    """Draws one document, on upright A4 unless `size` says otherwise.

    Lengths are points, `top` and `y` count from the top edge of the page down.

    Rules and frames are kept back to the end of the page and written as one artifact, so that they never stand
    between a question and its answer for someone who listens.
    """

    def __init__(self, document: Document, *, size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT)) -> None:
        self.document = document
        self._height = size[1]
        self._buffer = io.BytesIO()
        registered(REGULAR)
        make: Any = Canvas  # the stubs think a font name is a number
        self._canvas = make(
            self._buffer,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=REGULAR,
            lang=document.language,
            pdfVersion=(1, 7),
        )
        self._root = Node("Document")
        self._stack = [self._root]
        self._marks = [0]
        self._later: list[tuple[Any, ...]] = []
        self._outlines = 0
        self._font: tuple[str, float] = ("", 0.0)
        self._plain: dict[str, str] = {}

    # -- structure

    @contextmanager
    def element(self, tag: str, *, scope: str = "", alt: str = "", second: bool = False) -> Iterator[Node]:
        """Open an element that holds other elements: a table, a row, a cell; `second` is in the second language."""
        node = Node(tag, scope=scope, alt=alt, language=self.document.second_language if second else "")
        self._stack[-1].children.append(node)
        self._stack.append(node)
        yield node
        self._stack.pop()

    @contextmanager
    def content(self, tag: str, *, actual: str = "", second: bool = False) -> Iterator[None]:
        """Open an element and draw all its content; `second` is in the second language."""
        page = len(self._marks) - 1
        mark = self._marks[page]
        self._marks[page] = mark + 1
        language = self.document.second_language if second else ""
        node = Node(tag, [(page, mark)], actual=actual, language=language)
        self._stack[-1].children.append(node)
        self._stack.append(node)
        self._write(f"/{tag} <</MCID {mark}>> BDC")
        yield
        self._write("EMC")
        self._stack.pop()

    @contextmanager
    def mark(self) -> Iterator[None]:
        """Draw content that belongs to the element that is open."""
        page = len(self._marks) - 1
        mark = self._marks[page]
        self._marks[page] = mark + 1
        node = self._stack[-1]
        node.children.append((page, mark))
        self._write(f"/{node.tag} <</MCID {mark}>> BDC")
        yield
        self._write("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what only helps the eye: running heads, feet, bars, draft marks."""
        self._write("/Artifact BMC")
        yield
        self._write("EMC")

    def _write(self, operator: str) -> None:
        self._canvas._code.append(operator)

    # -- text

    def line(self, x: float, top: float, text: str, style: Style) -> float:
        """Draw one line of text with its line box at `top`; returns its width."""
        if not text:
            return 0.0
        baseline = self._height - top - style.baseline
        if is_plain(text, style.font):
            self._string(x, baseline, text, style.font, style.size)
            return text_width(text, style)
        start = x
        shown = in_drawing_order(text, right_to_left=runs_right_to_left(text))
        for run in runs(shown, style.font):
            size = style.size * CODE_BOX_SCALE if run.instead else style.size
            if run.instead:
                self._write(f"/Span <</ActualText {text_string(run.instead)}>> BDC")
            self._string(x, baseline, run.text, run.font, size)
            if run.instead:
                self._write("EMC")
            x += run.width(style)
        return x - start

    def lines(self, x: float, top: float, texts: list[str], style: Style, width: float = 0.0) -> None:
        """Draw lines under each other; with `width`, a paragraph that starts from the right ends at the right."""
        from_right = bool(width) and runs_right_to_left(" ".join(texts))
        for index, text in enumerate(texts):
            left = x + width - self._shown_width(text, style) if from_right else x
            self.line(left, top + index * style.leading, text, style)

    @staticmethod
    def _shown_width(text: str, style: Style) -> float:
        shown = in_drawing_order(text, right_to_left=True)
        return sum(run.width(style) for run in runs(shown, style.font))

    def right(self, x: float, top: float, text: str, style: Style) -> None:
        """Draw a line that ends at `x`."""
        self.line(x - text_width(text, style), top, text, style)

    def centre(self, x: float, top: float, text: str, style: Style) -> None:
        """Draw a line with its middle at `x`."""
        self.line(x - text_width(text, style) / 2, top, text, style)

    def _string(self, x: float, y: float, text: str, font: str, size: float, mode: int = 0) -> None:
        """Write text in one font; the letters of a font are spread over sub-fonts of 255 each."""
        shown = ""
        for name, codes in self._coded(text, font):
            if self._font != (name, size):
                shown += f"{name} {size:g} Tf "
                self._font = (name, size)
            shown += f"({codes.translate(_ESCAPES)}) Tj "
        if mode:
            shown = f"{mode} Tr {shown}0 Tr "
        self._write(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown}ET")

    def _coded(self, text: str, font: str) -> list[tuple[str, str]]:
        """Return the sub-fonts and codes for a text. The first sub-font holds plain ASCII under its own codes."""
        pdf, holder = self._canvas._doc, registered(font)
        if font in self._plain and text.isascii():
            return [(self._plain[font], text)]
        found = [
            (holder.getSubsetInternalName(subset, pdf), codes.decode("latin-1"))
            for subset, codes in holder.splitString(text, pdf)
        ]
        if font in FAMILY:
            self._plain[font] = holder.getSubsetInternalName(0, pdf)
        return found

    def white_line(self, x: float, top: float, text: str, style: Style) -> float:
        """Draw a line in white, on a black bar."""
        self._write("1 g")
        width = self.line(x, top, text, style)
        self._write("0 g")
        return width

    def upright_outline(self, x: float, bottom: float, text: str, style: Style) -> None:
        """Draw outline letters that run up the page."""
        self._write(f"q 0.6 w 0 1 -1 0 {x:.2f} {self._height - bottom:.2f} cm")
        self._font = ("", 0.0)
        self._string(0, 0, text, style.font, style.size, _OUTLINE)
        self._write("Q")
        self._font = ("", 0.0)

    # -- boxes and rules

    def tick_box(
        self, x: float, top: float, leading: float, *, chosen: bool, speak: bool = True, second: bool = False
    ) -> None:
        """Draw a box of 3 mm in the middle of a line, with its state as text that is heard and found but not seen."""
        box_top = top + (leading - BOX) / 2 + 0.3
        if speak:
            said = self.document.ticked if chosen else self.document.not_ticked
            said = (other(said) or said) if second else said
            with self.content("Span", actual=said):
                state = "[x] " if chosen else "[ ] "
                self._string(x, self._height - box_top - BOX + 2, state, REGULAR, 6, _INVISIBLE)
        self.frame(x, box_top, BOX, BOX, RULE_BOX)
        if chosen:
            self.cross(x + 2, box_top + 2, BOX - 4, 1.5)

    def typed_mark(self, x: float, top: float, bottom: float) -> None:
        """Draw a bar beside a text that stands as it was typed; the mark is heard and found as "| "."""
        said = self.document.as_typed
        with self.content("Span", actual=f"{in_line(said)}: "):
            self._string(x, self._height - top - 9, "| ", REGULAR, 6, _INVISIBLE)
        self.upright(x, top, bottom, RULE_TYPED)

    def cross(self, x: float, top: float, size: float, width: float) -> None:
        """Draw a cross."""
        self._later.append(("line", x, top, x + size, top + size, width))
        self._later.append(("line", x, top + size, x + size, top, width))

    def rule(self, x: float, y: float, x2: float, width: float = RULE_THIN) -> None:
        """Draw a level line."""
        self._later.append(("line", x, y, x2, y, width))

    def upright(self, x: float, y: float, y2: float, width: float = RULE_THIN) -> None:
        """Draw an upright line."""
        self._later.append(("line", x, y, x, y2, width))

    def dashed(self, x: float, y: float, x2: float, width: float = RULE_BOX) -> None:
        """Draw a dashed level line."""
        self._later.append(("dash", x, y, x2, y, width))

    def frame(self, x: float, top: float, width: float, height: float, line: float) -> None:
        """Draw an open rectangle."""
        self._later.append(("rect", x, top, width, height, line))

    def bar(self, x: float, top: float, width: float, height: float) -> None:
        """Fill a rectangle with black, now, so that white text can stand on it."""
        self._write(f"{x:.2f} {self._height - top - height:.2f} {width:.2f} {height:.2f} re f")

    def triangle(self, x: float, top: float, size: float) -> None:
        """Fill a triangle that points up, its point at `x`."""
        foot = self._height - top - size
        half = size * 0.55
        self._write(f"{x:.2f} {foot + size:.2f} m {x - half:.2f} {foot:.2f} l {x + half:.2f} {foot:.2f} l f")

    def dot(self, x: float, top: float, size: float) -> None:
        """Fill a small square on its point."""
        self._later.append(("dot", x, top, size, 0.0, 0.0))

    def circle(self, x: float, y: float, radius: float, line: float) -> None:
        """Draw an open circle around a point, now."""
        bow, foot = radius * 0.5523, self._height - y
        curves = (
            (x + radius, foot + bow, x + bow, foot + radius, x, foot + radius),
            (x - bow, foot + radius, x - radius, foot + bow, x - radius, foot),
            (x - radius, foot - bow, x - bow, foot - radius, x, foot - radius),
            (x + bow, foot - radius, x + radius, foot - bow, x + radius, foot),
        )
        drawn = " ".join(" ".join(f"{part:.2f}" for part in curve) + " c" for curve in curves)
        self._write(f"{line:g} w {x + radius:.2f} {foot:.2f} m {drawn} h S")

    def diamond(self, x: float, y: float, half: float, line: float) -> None:
        """Draw an open square on its point around a point, now."""
        foot = self._height - y
        self._write(
            f"{line:g} w {x - half:.2f} {foot:.2f} m {x:.2f} {foot + half:.2f} l {x + half:.2f} {foot:.2f} l "
            f"{x:.2f} {foot - half:.2f} l h S"
        )

    def logo(self, data: bytes, right: float, top: float, width: float, height: float) -> float:
        """Draw the employer's mark, black on white, in a box; returns the width it took."""
        image = _black_and_white(data)
        scale = min(width / image.width, height / image.height)
        drawn = image.width * scale
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415 - only for papers with a logo

        self._canvas.drawImage(
            ImageReader(image), right - drawn, self._height - top - image.height * scale, drawn, image.height * scale
        )
        return float(drawn)

    def bookmark(self, title: str, top: float) -> None:
        """Add an entry to the outline that jumps to this height."""
        key = f"deel-{self._outlines}"
        self._outlines += 1
        self._canvas.bookmarkHorizontalAbsolute(key, self._height - top)
        self._canvas.addOutlineEntry(title, key, level=0)

    # -- pages and file

    def end_page(self) -> None:
        """Write the rules of this page and turn it."""
        with self.artifact():
            self._draw_later()
        self._canvas.showPage()
        self._font = ("", 0.0)
        self._marks.append(0)

    def _draw_later(self) -> None:
        width = 0.0
        for kind, x, y, x2, y2, line in sorted(self._later, key=lambda item: (item[0] == "dash", item[5])):
            if line and line != width:
                self._write(f"{line:g} w")
                width = line
            foot = self._height - y
            if kind == "rect":
                self._write(f"{x:.2f} {foot - y2:.2f} {x2:.2f} {y2:.2f} re S")
            elif kind == "dot":
                self._write(
                    f"{x:.2f} {foot + x2:.2f} m {x + x2:.2f} {foot:.2f} l {x:.2f} {foot - x2:.2f} l "
                    f"{x - x2:.2f} {foot:.2f} l f"
                )
            else:
                dash = "[2 2.4] 0 d " if kind == "dash" else ""
                self._write(f"{dash}{x:.2f} {foot:.2f} m {x2:.2f} {self._height - y2:.2f} l S")
        self._later.clear()

    def finish(self) -> bytes:
        """Close the file: structure, bookmarks, metadata, dates of the document itself. Same document, same bytes."""
        document, canvas = self.document, self._canvas
        pdf = canvas._doc
        canvas.setTitle(document.file_title)
        canvas.setAuthor(document.author)
        canvas.setSubject(document.head.title)
        canvas.setCreator(PRODUCER)
        canvas.setProducer(PRODUCER)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        moment = datetime.fromisoformat(document.created)
        pdf._timeStamp.YMDhms = moment.timetuple()[:6]
        packet = metadata(
            title=document.file_title,
            author=document.author,
            language=document.language,
            created=moment.isoformat(timespec="seconds"),
            producer=PRODUCER,
        )
        pdf.Catalog.Metadata = XMP(creator=lambda _doc: packet.encode())
        numbers = []
        for index, page in enumerate(pdf.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = "/S"
            numbers.append(pdf.idToObjectNumberAndVersion[f"Page{index + 1}"][0])
        write_structure(pdf, self._root, numbers, self._marks[: len(numbers)])
        canvas.save()
        return self._buffer.getvalue()


def _black_and_white(data: bytes) -> Any:  # noqa: ANN401 - a Pillow image
    from PIL import Image  # noqa: PLC0415 - only for papers with a logo

    with Image.open(io.BytesIO(data)) as picture:
        layered = picture.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    paper.alpha_composite(layered)
    return paper.convert("L").point(lambda level: 255 if level > 140 else 0).convert("1")
