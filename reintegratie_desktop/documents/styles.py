"""Type, sizes and places of the house style, and the fonts with everything that is known about their letters.

Lengths are in points. The sizes are those of Source Sans 3, which is drawn a little smaller than most sans serifs.
ReportLab is imported when the first font is asked for, so that reading this module costs nothing.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

from typing_extensions import override

from reintegratie_desktop.bundled import bundled_path

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

MM: Final = 72 / 25.4
PAGE_WIDTH: Final = 210 * MM
PAGE_HEIGHT: Final = 297 * MM
LEFT: Final = 25 * MM
WIDTH: Final = 165 * MM
RIGHT: Final = LEFT + WIDTH
TOP_FIRST: Final = 20 * MM
TOP_LATER: Final = 26 * MM
BOTTOM: Final = PAGE_HEIGHT - 25 * MM
LABEL_WIDTH: Final = 44 * MM
ANSWER_LEFT: Final = LEFT + 48 * MM
ANSWER_WIDTH: Final = 117 * MM
UNIT: Final = 13.0
FIELD_TOP: Final = 3.5
FIELD_BOTTOM: Final = 3.0
FIELD_TOP_TIGHT: Final = 2.1
FIELD_BOTTOM_TIGHT: Final = 1.6
SECTION_TIGHT: Final = 6.5
"""White that is saved when a paper would run over by a few lines; type and margins stay."""
PARAGRAPH_GAP: Final = 4.0

RULE_SECTION: Final = 1.6
RULE_FRAME: Final = 0.8
RULE_TYPED: Final = 1.1
RULE_BOX: Final = 0.7
RULE_THIN: Final = 0.4

BOX: Final = 8.5
BOX_GAP: Final = 5.0
WRITING_LINE: Final = 8.5 * MM

REGULAR: Final = "SourceSans3-Regular"
BOLD: Final = "SourceSans3-Bold"
ITALIC: Final = "SourceSans3-Italic"
FAMILY: Final = frozenset({REGULAR, BOLD, ITALIC})
FALLBACKS: Final = ("DejaVuSans-Aanvulling", "NotoEmoji-Regular", "NotoSansSC-Aanvulling1", "NotoSansSC-Aanvulling2")
"""Tried in this order for a sign that the family lacks."""


@dataclass(frozen=True)
class Style:
    """A typeface at a size on a line height."""

    font: str
    size: float
    leading: float

    @property
    def baseline(self) -> float:
        """Return how far under the top of the line its letters stand: capitals in the middle of the line."""
        return self.leading / 2 + 0.33 * self.size


TITLE: Final = Style(BOLD, 19.5, 22)
SECTION: Final = Style(BOLD, 13, 15)
SUBHEADING: Final = Style(BOLD, 10.5, 13)
ANSWER: Final = Style(REGULAR, 10.5, 13)
ANSWER_BOLD: Final = Style(BOLD, 10.5, 13)
STATE: Final = Style(ITALIC, 10.5, 13)
LABEL: Final = Style(BOLD, 9, 11)
HELP: Final = Style(REGULAR, 9, 11)
CONTINUED: Final = Style(ITALIC, 9, 11)
CELL: Final = Style(REGULAR, 9.5, 11.5)
CELL_BOLD: Final = Style(BOLD, 9.5, 11.5)
HEAD: Final = Style(BOLD, 9, 11)
FOOTER: Final = Style(REGULAR, 8.2, 9.2)
FOOTER_BOLD: Final = Style(BOLD, 8.2, 9.2)
RUNNING: Final = Style(REGULAR, 9, 11)
RUNNING_BOLD: Final = Style(BOLD, 9, 11)
CHART: Final = Style(REGULAR, 8, 10)
CHART_BOLD: Final = Style(BOLD, 8.5, 10)
CHART_SMALL: Final = Style(REGULAR, 7.4, 9)
INITIAL: Final = Style(REGULAR, 7.4, 9)


class Widths(dict[str, float]):
    """The width of every letter at size 1, looked up on first use; signs of other fonts included."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self.font = font

    def __missing__(self, char: str) -> float:
        """Measure a letter for the first time."""
        width = _measure(self.font, char)
        self[char] = width
        return width


def _measure(font: str, char: str) -> float:
    if is_invisible(char):
        return 0.0
    holder = font_for(font, char)
    if holder is None:
        return sum(widths(font)[sign] for sign in code_box(char)) * CODE_BOX_SCALE
    face = _face(holder)
    code = ord(char) if ord(char) != 0xA0 else 32
    return float(face.charWidths.get(code, face.defaultWidth)) / 1000


CODE_BOX_SCALE: Final = 0.7


def code_box(char: str) -> str:
    """Return how a sign prints that no font holds: its number, so that it is not lost in silence."""
    return f"[U+{ord(char):04X}]"


@cache
def is_invisible(char: str) -> bool:
    """Tell whether a sign has no shape of its own: joiners, direction marks, variation selectors."""
    return (
        unicodedata.category(char) in {"Cf", "Cc"}
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0100" <= char <= "\U000e01ef"
    )


@cache
def widths(font: str) -> Widths:
    """Return the widths of a font."""
    return Widths(font)


def text_width(text: str, style: Style) -> float:
    """Return the width of a text on one line."""
    return width_at_one(text, style.font) * style.size


@lru_cache(maxsize=8192)
def width_at_one(text: str, font: str) -> float:
    """Return the width of a text at size 1. A paper measures the same words often: see `typeset.forget`."""
    return sum(map(widths(font).__getitem__, text))


@cache
def letters(font: str) -> frozenset[str]:
    """Return every sign a font holds."""
    return frozenset(map(chr, _face(font).charToGlyph)) | {"\u00a0"}


@cache
def font_for(font: str, char: str) -> str | None:
    """Return the font to draw a sign with: the asked one, else the first fallback that holds it, else None."""
    return next((name for name in (font, *FALLBACKS) if char in letters(name)), None)


def _face(name: str) -> Any:  # noqa: ANN401 - ReportLab's face has no useful type
    return registered(name).face


@cache
def registered(name: str) -> "TTFont":
    """Return a font of the paper, read from the bundled file and made known to ReportLab on first use."""
    from reportlab import rl_config  # noqa: PLC0415 - 0.2 s that only a first paper needs
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - see above

    rl_config.canvas_basefontname = REGULAR
    rl_config.useA85 = 0
    font = _paper_font_class()(name, str(bundled_path("resources", "lettertypen", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


@cache
def _paper_font_class() -> type["TTFont"]:
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - see above

    class PaperFont(TTFont):
        """A font whose letters can be searched and copied as they were typed, also emoji and shaped Arabic."""

        @override
        def addObjects(self, doc: Any) -> None:
            before = set(doc.idToObject)
            super().addObjects(doc)
            for name in set(doc.idToObject) - before:
                if name.startswith("toUnicodeCMap:"):
                    stream = doc.idToObject[name]
                    stream.content = re.sub(r"(?<=> )<([0-9A-F]{4,6})>", _as_typed, stream.content)

    return PaperFont


def _as_typed(found: re.Match[str]) -> str:
    """Write one letter of a font's search table in UTF-16, and a shaped letter as the letters it was typed with."""
    code = int(found[1], 16)
    text = chr(code)
    if 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:
        # Readers turn a right-to-left run around letter by letter, so a joined pair is stored the other way round.
        text = unicodedata.normalize("NFKC", text)[::-1]
    return f"<{text.encode('utf-16-be').hex().upper()}>"
