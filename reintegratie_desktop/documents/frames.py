"""Frames to sign in, the block for when the employee does not sign."""

from dataclasses import dataclass

from reintegratie_desktop.documents.blocks import Whole
from reintegratie_desktop.documents.model import RefusalBlock, SignatureBlock, SignatureFrame
from reintegratie_desktop.documents.styles import (
    ANSWER,
    BOX,
    BOX_GAP,
    CELL,
    HELP,
    LABEL,
    LEFT,
    MM,
    RIGHT,
    RULE_FRAME,
    SUBHEADING,
    WIDTH,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.typeset import break_lines

FRAME_WIDTH = 80 * MM
SIGN_HEIGHT = 23 * MM
DATE_HEIGHT = 10 * MM
INSIDE = 6.0
NAME_ROOM = 4 * MM


@dataclass(frozen=True)
class _Laid:
    frame: SignatureFrame
    role: list[str]
    name: list[str]
    means: list[str]
    said: list[str]

    @property
    def head(self) -> float:
        lines = len(self.role) * LABEL.leading + len(self.name) * ANSWER.leading + len(self.means) * HELP.leading
        return 5 + lines + 7 + (0 if self.frame.name else NAME_ROOM)


class SignatureDrawing(Whole):
    """The frames, two beside each other, equally high."""

    space_before = 2.0

    def __init__(self, block: SignatureBlock) -> None:
        width = FRAME_WIDTH - 2 * INSIDE
        self._frames = [
            _Laid(
                frame,
                break_lines(frame.role, LABEL, width),
                break_lines(frame.name, ANSWER, width) if frame.name else [frame.name_here],
                break_lines(frame.means, HELP, width) if frame.means else [],
                break_lines(" ".join(filter(None, (frame.strong, frame.said))), CELL, width),
            )
            for frame in block.frames
        ]
        self._head = max((laid.head for laid in self._frames), default=0.0)
        self._row = self._head + SIGN_HEIGHT + DATE_HEIGHT
        rows = (len(self._frames) + 1) // 2
        self.height = rows * self._row + max(rows - 1, 0) * 8 + 6

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw the frames from left to right."""
        for index, laid in enumerate(self._frames):
            x = LEFT if index % 2 == 0 else RIGHT - FRAME_WIDTH
            self._draw_frame(surface, x, top + index // 2 * (self._row + 8), laid)

    def _draw_frame(self, surface: Surface, x: float, top: float, laid: _Laid) -> None:
        frame, inside = laid.frame, x + INSIDE
        sign_top = top + self._head
        date_top = sign_top + SIGN_HEIGHT
        surface.frame(x, top, FRAME_WIDTH, self._row, RULE_FRAME)
        surface.rule(x, sign_top, x + FRAME_WIDTH, RULE_FRAME)
        surface.rule(x, date_top, x + FRAME_WIDTH, RULE_FRAME)
        y = top + 5
        for lines, style in ((laid.role, LABEL), (laid.name, ANSWER), (laid.means, HELP)):
            if lines:
                if lines is laid.name and not frame.name:
                    y += NAME_ROOM
                    style = HELP  # noqa: PLW2901 - a word in front of a line to write on
                    after = inside + text_width(frame.name_here, HELP) + 4
                    surface.rule(after, y + HELP.leading, x + FRAME_WIDTH - INSIDE)
                with surface.content("P"):
                    surface.lines(inside, y, lines, style)
                y += len(lines) * style.leading + (2 if style is HELP else 0)
        with surface.content("P"):
            surface.line(inside, sign_top + 4, frame.sign_here, HELP)
        y = sign_top + 4 + HELP.leading + 4
        if any(laid.said):
            with surface.content("P"):
                for index, line in enumerate(laid.said):
                    used = 0.0
                    if index == 0 and frame.strong and line.startswith(frame.strong):
                        strong = LABEL if frame.said else SUBHEADING
                        used = surface.line(inside, y, frame.strong + " ", strong)
                        line = line.removeprefix(frame.strong).lstrip()  # noqa: PLW2901 - the rest of the line
                    surface.line(inside + used, y, line, CELL)
                    y += CELL.leading
        middle = date_top + (DATE_HEIGHT - ANSWER.leading) / 2
        with surface.content("P"):
            used = surface.line(inside, middle + 1.5, frame.date_label, HELP)
            if frame.date:
                surface.line(inside + used + 12, middle, frame.date, ANSWER)


class RefusalDrawing(Whole):
    """What is filled in with a pen when the employee does not sign."""

    space_before = 9.0
    _inside = LEFT + 7
    _line = 8.5 * MM

    def __init__(self, block: RefusalBlock) -> None:
        self._block = block
        self._intro = break_lines(block.intro, HELP, WIDTH)
        self._head = SUBHEADING.leading + len(self._intro) * HELP.leading + 4
        self._reason = break_lines(block.reason, CELL, RIGHT - self._inside - 7)
        self._asked = break_lines(block.asked, CELL, RIGHT - self._inside - 7) if block.asked else []
        text = (len(self._reason) + len(self._asked)) * CELL.leading + (7 if self._asked else 0)
        self._frame = self._line * (3 + len(block.offers)) + text + 14
        self.height = self._head + self._frame + 6

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw heading, sentence and frame."""
        block = self._block
        with surface.content("H3"):
            surface.line(LEFT, top, block.title, SUBHEADING)
        with surface.content("P"):
            surface.lines(LEFT, top + SUBHEADING.leading, self._intro, HELP)
        frame_top = top + self._head
        surface.frame(LEFT, frame_top, WIDTH, self._frame, RULE_FRAME)
        y = frame_top + self._line
        self._tick_line(surface, y, block.refuses)
        y += 7
        with surface.content("P"):
            surface.lines(self._inside, y, self._reason, CELL)
        y += len(self._reason) * CELL.leading
        for _number in range(2):
            y += self._line
            surface.rule(self._inside, y, RIGHT - 7)
        if self._asked:
            y += 7
            with surface.content("P"):
                surface.lines(self._inside, y, self._asked, CELL)
            y += len(self._asked) * CELL.leading
        for text in block.offers:
            y += self._line
            self._tick_line(surface, y, text)

    def _tick_line(self, surface: Surface, bottom: float, text: str) -> None:
        top = bottom - CELL.leading - 1
        with surface.element("P"):
            surface.tick_box(self._inside, top, CELL.leading, chosen=False)
            with surface.mark():
                x = self._inside + BOX + BOX_GAP
                surface.line(x, top, text, CELL)
        surface.rule(x + text_width(text, CELL) + 4, bottom, RIGHT - 7)
