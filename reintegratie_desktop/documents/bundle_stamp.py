"""The line at the very top right of every page of a report, over whatever the page is."""

from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream

from reintegratie_desktop.documents.styles import BOLD, MM, Style, text_width
from reintegratie_desktop.text.errors import BugError

STAMP: Final = Style(BOLD, 9, 11)
FONT: Final = "/RIVStempel"
_RIGHT: Final = 20 * MM
_TOP: Final = 6 * MM
_AROUND: Final = 2.0
_LEAST_SIZE: Final = 4.5


class Stamper:
    """Writes the line. It takes its letters from the pages in front, so that every page shares one font."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._font = _bold(pdf)
        self._open = pdf.make_indirect(Stream(pdf, b"q\n"))

    def stamp(self, page: Page, text: str, *, on_white: bool, right: float = _RIGHT) -> None:
        """Write a line on a page; `on_white` puts a white strip under it, for a dark scan."""
        x, y, wide, high, rotate, unit = _visible(page)
        shown_wide, shown_high = (high, wide) if rotate % 180 else (wide, high)
        length = text_width(text, STAMP) / STAMP.size
        size = min(STAMP.size / unit, max((shown_wide - 2 * _AROUND) / length, _LEAST_SIZE / unit))
        edge = min(right / unit, max((shown_wide - length * size) / 2, 0.0))
        left = shown_wide - edge - length * size
        base = shown_high - min(_TOP / unit, shown_high / 10) - size
        strip = ""
        if on_white:
            around = _AROUND / unit
            strip = (
                f"1 g {left - around:.2f} {base - around:.2f} {length * size + 2 * around:.2f} "
                f"{size + 2 * around:.2f} re f 0 g "
            )
        a, b, c, d, e, f = _upright(rotate, wide, high)
        drawing = (
            f"\nQ\nq {a} {b} {c} {d} {x + e:.2f} {y + f:.2f} cm /Artifact BMC {strip}"
            f"BT 0 g {FONT} {size:.2f} Tf 1 0 0 1 {left:.2f} {base + 0.15 * size:.2f} Tm ({_escaped(text)}) Tj ET EMC Q"
        )
        self._add(page, drawing.encode("latin-1"))

    def _add(self, page: Page, drawing: bytes) -> None:
        contents = page.obj.get("/Contents")
        own = [] if contents is None else list(contents) if isinstance(contents, Array) else [contents]
        page.obj.Contents = Array([self._open, *own, self._pdf.make_indirect(Stream(self._pdf, drawing))])
        resources = page.obj.get("/Resources")
        if resources is None:
            resources = page.obj.Resources = Dictionary()
        if "/Font" not in resources:
            resources.Font = Dictionary()
        resources.Font[FONT] = self._font


def _bold(pdf: Pdf) -> Object:
    """Return the bold font whose codes are plain letters: the first part of the family on the pages in front."""
    for page in pdf.pages:
        for font in page.obj.Resources.get("/Font", Dictionary()).values():
            if str(font.get("/BaseFont", "")).endswith(f"+{BOLD}") and int(font.get("/FirstChar", 1)) == 0:
                return font
    raise BugError("the pages in front have no bold letters")


def _escaped(text: str) -> str:
    plain = text.encode("ascii", "replace").decode("ascii")
    return plain.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _visible(page: Page) -> tuple[float, float, float, float, int, float]:
    """Return the part of a page that is seen (left, bottom, width, height), its turn, and points per unit."""
    box = [float(value) for value in page.cropbox]
    left, right = sorted((box[0], box[2]))
    bottom, top = sorted((box[1], box[3]))
    unit = float(page.obj.get("/UserUnit", 1)) or 1.0
    return left, bottom, max(right - left, 1.0), max(top - bottom, 1.0), page.rotation % 360, unit


def _upright(rotate: int, wide: float, high: float) -> tuple[int, int, int, int, float, float]:
    """Return the matrix from an upright page to one that is shown turned clockwise."""
    return {
        90: (0, 1, -1, 0, wide, 0.0),
        180: (-1, 0, 0, -1, wide, high),
        270: (0, -1, 1, 0, 0.0, high),
    }.get(rotate, (1, 0, 0, 1, 0.0, 0.0))


def set_look(pdf: Pdf, *, title: str, language: str) -> None:
    """Say the title and the language of a report, and open it with its bookmarks."""
    pdf.Root.Lang = language
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.docinfo["/Title"] = title
