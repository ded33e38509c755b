"""Frames to sign in, the block for when the employee does not sign."""

from dataclasses import dataclass

from reintegratie_desktop.documents.blocks import Whole
from reintegratie_desktop.documents.model import RefusalBlock, SignatureBlock, SignatureFrame
from reintegratie_desktop.documents.sides import Said, Sides, draw_in_line, draw_stacked, height_of, stacked
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
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.two import in_line, other
from reintegratie_desktop.documents.typeset import break_lines

FRAME_WIDTH = 80 * MM
SIGN_HEIGHT = 23 * MM
DATE_HEIGHT = 10 * MM
INSIDE = 6.0
NAME_ROOM = 4 * MM
LEAST_DATE = 30 * MM


@dataclass(frozen=True)
class _Laid:
    frame: SignatureFrame
    role: list[Said]
    name: list[str]
    means: list[Said]
    sign_here: list[Said]
    said: list[str]
    second: list[str]

    @property
    def head(self) -> float:
        lines = height_of(self.role) + len(self.name) * ANSWER.leading + height_of(self.means)
        return 5 + lines + 7 + (0 if self.frame.name else NAME_ROOM)


class SignatureDrawing(Whole):
    """The frames, two beside each other, equally high."""

    space_before = 2.0

    def __init__(self, block: SignatureBlock) -> None:
        width = FRAME_WIDTH - 2 * INSIDE
        self._frames = [
            _Laid(
                frame,
                _short(frame.role, LABEL, width),
                break_lines(frame.name, ANSWER, width) if frame.name else [frame.name_here],
                stacked(frame.means, HELP, width),
                _short(frame.sign_here, HELP, width),
                break_lines(" ".join(filter(None, (frame.strong, frame.said))), CELL, width),
                _second(frame, width),
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
        y = draw_stacked(surface, inside, top + 5, laid.role)
        if frame.name:
            with surface.content("P"):
                surface.lines(inside, y, laid.name, ANSWER)
            y += len(laid.name) * ANSWER.leading
        else:
            # A word in front of a line to write on.
            y += NAME_ROOM
            with surface.element("P"):
                used = draw_in_line(surface, inside, y, frame.name_here, HELP)
            surface.rule(inside + used + 4, y + HELP.leading, x + FRAME_WIDTH - INSIDE)
            y += HELP.leading + 2
        draw_stacked(surface, inside, y, laid.means)
        y = draw_stacked(surface, inside, sign_top + 4, laid.sign_here) + 4
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
            if laid.second:
                with surface.content("P", second=True):
                    surface.lines(inside, y, laid.second, CELL)
        middle = date_top + (DATE_HEIGHT - ANSWER.leading) / 2
        with surface.element("P"):
            used = draw_in_line(surface, inside, middle + 1.5, frame.date_label, HELP)
            if frame.date:
                draw_in_line(surface, inside + used + 12, middle, frame.date, ANSWER)


def _short(text: str, style: Style, width: float) -> list[Said]:
    """Return a few words in both languages, in one line when that fits."""
    if other(text) and text_width(in_line(text), style) <= width:
        return [Said(in_line(text), style)]
    return stacked(text, style, width, HELP)


def _second(frame: SignatureFrame, width: float) -> list[str]:
    """Return in the other language what stands in the room for the signature."""
    said = " ".join(filter(None, (other(frame.strong), other(frame.said))))
    return break_lines(said, CELL, width) if said else []


class RefusalDrawing(Whole):
    """What is filled in with a pen when the employee does not sign."""

    space_before = 9.0
    _inside = LEFT + 7
    _line = 8.5 * MM

    def __init__(self, block: RefusalBlock) -> None:
        self._block = block
        if other(block.title):
            # Two languages take more lines; the form above the signatures needs its room too.
            self._line = 7.9 * MM
        self._title, self._intro = Sides(block.title, SUBHEADING, tag="H3"), Sides(block.intro, HELP)
        self._head = self._title.height + self._intro.height + 4
        self._reason = stacked(block.reason, CELL, RIGHT - self._inside - 7)
        self._asked = stacked(block.asked, CELL, RIGHT - self._inside - 7)
        text = height_of(self._reason) + height_of(self._asked) + (7 if self._asked else 0)
        ticks = sum(self._tick_height(said) for said in (block.refuses, *block.offers))
        self._frame = self._line * 2 + ticks + text + 14
        self.height = self._head + self._frame + 6

    def draw(self, surface: Surface, top: float, *, first_on_page: bool) -> None:
        """Draw heading, sentence and frame."""
        block = self._block
        self._title.draw(surface, top)
        self._intro.draw(surface, top + self._title.height)
        frame_top = top + self._head
        surface.frame(LEFT, frame_top, WIDTH, self._frame, RULE_FRAME)
        y = self._tick_line(surface, frame_top, block.refuses) + 7
        y = draw_stacked(surface, self._inside, y, self._reason)
        for _number in range(2):
            y += self._line
            surface.rule(self._inside, y, RIGHT - 7)
        if self._asked:
            y = draw_stacked(surface, self._inside, y + 7, self._asked)
        for text in block.offers:
            y = self._tick_line(surface, y, text)

    def _in_one_line(self, text: str) -> bool:
        """Tell whether both languages fit in front of a line that is long enough for a date."""
        return text_width(in_line(text), CELL) <= RIGHT - 7 - LEAST_DATE - self._inside - BOX - BOX_GAP

    def _tick_height(self, text: str) -> float:
        return self._line + (HELP.leading if other(text) and not self._in_one_line(text) else 0.0)

    def _tick_line(self, surface: Surface, above: float, text: str) -> float:
        """Draw a box with a sentence and a line for the date, the other language under it; returns the place below."""
        bottom = above + self._line
        top = bottom - CELL.leading - 1
        x = self._inside + BOX + BOX_GAP
        shown = text if self._in_one_line(text) else str(text)
        with surface.element("P"):
            surface.tick_box(self._inside, top, CELL.leading, chosen=False)
            used = draw_in_line(surface, x, top, shown, CELL)
        surface.rule(x + used + 4, bottom, RIGHT - 7)
        if (said := other(text)) and not self._in_one_line(text):
            with surface.content("P", second=True):
                surface.line(x, bottom + 0.5, said, HELP)
        return above + self._tick_height(text)
