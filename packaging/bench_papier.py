# ruff: noqa: E402 - the checkout comes first on the path, the fonts before platypus
"""How long a paper takes beside ReportLab drawing the same pages straight.

`measure()` renders the invented plan van aanpak of the tests three ways, warm: our `render` (layout, tags, structure,
metadata), a plain ReportLab document with the same paragraphs and tables, and a bare canvas on which exactly the same
strings and lines are drawn at places that are already known. Times are medians in milliseconds.
"""

import io
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reintegratie_desktop.documents import pages
from reintegratie_desktop.documents import surface as drawing
from reintegratie_desktop.documents.build import build
from reintegratie_desktop.documents.model import Cell, Document, FieldBlock, Options, Paragraphs, State, TableBlock
from reintegratie_desktop.documents.pdf import render
from reintegratie_desktop.documents.styles import BOLD, ITALIC, REGULAR, registered
from reintegratie_desktop.domain.snapshot import FormSnapshot

for _font in (REGULAR, BOLD, ITALIC):
    # Before platypus is imported: it copies the name of the base font.
    registered(_font)

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

EXAMPLE = ROOT / "tests" / "golden" / "plan_van_aanpak.json"
Drawn = tuple[str, tuple[Any, ...]]


def example() -> FormSnapshot:
    """Return the invented plan van aanpak."""
    return FormSnapshot.from_dict(json.loads(EXAMPLE.read_text("utf-8")))


def measure(rounds: int = 15) -> dict[str, float]:
    """Return median times in milliseconds and the two ratios; ours should stay under 1.5 times plain ReportLab."""
    snapshot = example()
    document = build(snapshot)
    calls = _recorded(snapshot)
    ours, plain, straight = [], [], []
    for _warm_up in range(2):
        render(snapshot)
        _plain_platypus(document)
        _replayed(calls)
    for _round in range(rounds):
        # In turn, so that a busy machine slows all three alike.
        ours.append(_timed(lambda: render(snapshot)))
        plain.append(_timed(lambda: _plain_platypus(document)))
        straight.append(_timed(lambda: _replayed(calls)))
    ms = {
        "papier_ms": statistics.median(ours),
        "platypus_ms": statistics.median(plain),
        "canvas_ms": statistics.median(straight),
    }
    return {
        **{name: round(value, 1) for name, value in ms.items()},
        "verhouding": round(ms["papier_ms"] / ms["platypus_ms"], 2),
        "verhouding_canvas": round(ms["papier_ms"] / ms["canvas_ms"], 2),
    }


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _recorded(snapshot: FormSnapshot) -> list[Drawn]:
    """Return every string, line and box of our pages, with its place."""
    calls: list[Drawn] = []
    original = drawing.Surface

    class Recorder(original):  # type: ignore[misc, valid-type]
        """A surface that writes down what is drawn."""

        def _string(self, x: float, y: float, text: str, font: str, size: float, mode: int = 0) -> None:
            calls.append(("string", (x, y, text, font, size, mode)))
            super()._string(x, y, text, font, size, mode)

        def _draw_later(self) -> None:
            calls.extend(("shape", shape) for shape in self._later)
            super()._draw_later()

        def end_page(self) -> None:
            super().end_page()
            calls.append(("page", ()))

    pages.Surface = Recorder  # type: ignore[misc]
    try:
        render(snapshot)
    finally:
        pages.Surface = original  # type: ignore[misc]
    return calls


def _replayed(calls: list[Drawn]) -> bytes:
    buffer = io.BytesIO()
    make: Any = Canvas
    canvas = make(buffer, pagesize=A4, pageCompression=1, invariant=1, initialFontName=REGULAR)
    for kind, values in calls:
        if kind == "string":
            x, y, text, font, size, mode = values
            canvas.setFont(font, size)
            canvas.drawString(x, y, text, mode=mode or None)
        elif kind == "page":
            canvas.showPage()
        else:
            shape, x, y, x2, y2, line = values
            canvas.setLineWidth(line)
            if shape == "rect":
                canvas.rect(x, A4[1] - y - y2, x2, y2)
            else:
                canvas.line(x, A4[1] - y, x2, A4[1] - y2)
    canvas.save()
    return buffer.getvalue()


def _plain_platypus(document: Document) -> bytes:
    title = ParagraphStyle("title", fontName=BOLD, fontSize=19.5, leading=22)
    head = ParagraphStyle("head", fontName=BOLD, fontSize=13, leading=15, spaceBefore=11)
    label = ParagraphStyle("label", fontName=BOLD, fontSize=9, leading=11)
    answer = ParagraphStyle("answer", fontName=REGULAR, fontSize=10.5, leading=13)
    state = ParagraphStyle("state", fontName=ITALIC, fontSize=10.5, leading=13)
    cell = ParagraphStyle("cell", fontName=REGULAR, fontSize=9.5, leading=11.5)
    look = [
        ("FONT", (0, 0), (-1, -1), REGULAR, 9.5),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, "black"),
    ]

    def field(block: FieldBlock) -> Table:
        asked = [Paragraph(escape(block.label.text), label)]
        asked += [Paragraph(escape(text), cell) for text in block.label.help]
        said: list[Any] = []
        for part in block.parts:
            if isinstance(part, Paragraphs):
                said += [Paragraph(escape(text), answer) for text in part.texts]
            elif isinstance(part, State):
                said.append(Paragraph(escape(part.text), state))
            elif isinstance(part, Options):
                said += [
                    Paragraph(f"[{'x' if option.chosen else ' '}] {escape(option.text)}", answer)
                    for option in part.options
                ]
        return Table([[asked, said]], colWidths=[48 * mm, 117 * mm], style=look)

    def lines(one: Cell) -> list[Any]:
        return [Paragraph(escape(line.text), cell) for line in one.lines]

    def table(block: TableBlock) -> Table:
        rows: list[list[Any]] = [[Paragraph(escape(column.label), label) for column in block.columns]]
        rows += [[lines(one) for one in row] for row in block.rows]
        return Table(rows, colWidths=[165 * mm / len(block.columns)] * len(block.columns), repeatRows=1, style=look)

    story: list[Any] = [Paragraph(escape(document.head.title), title), Paragraph(escape(document.head.purpose), cell)]
    for section in document.sections:
        story.append(Paragraph(escape(f"{section.number}  {section.title}"), head))
        for block in section.blocks:
            if isinstance(block, FieldBlock):
                story.append(field(block))
            elif isinstance(block, TableBlock):
                story.append(table(block))
    buffer = io.BytesIO()
    make: Any = SimpleDocTemplate
    make(buffer, pagesize=A4, leftMargin=25 * mm, rightMargin=20 * mm, initialFontName=REGULAR, invariant=1).build(
        story
    )
    return buffer.getvalue()


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
