"""The planner for on the wall: all weeks of a case on one page that lies down, in words that say nothing to others."""

from datetime import date, datetime, time
from typing import Final

from reintegratie_desktop.documents.model import Document, Footer, TitleBlock
from reintegratie_desktop.documents.styles import (
    BOLD,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    REGULAR,
    RULE_BOX,
    RULE_SECTION,
    RULE_THIN,
    Style,
    text_width,
)
from reintegratie_desktop.documents.surface import Surface
from reintegratie_desktop.documents.typeset import forget
from reintegratie_desktop.domain.planner import ROW_WEEKS, Planner, Sign, Week, Word
from reintegratie_desktop.text.formatting import day_long, day_numeric, day_short
from reintegratie_desktop.text.i18n import N_, _, speaking

WORDS: Final = {
    Word.START: N_("start"),
    Word.STEP_1: N_("stap 1 klaar"),
    Word.PLAN_READY: N_("plan klaar"),
    Word.LOOK_BACK: N_("terugkijken"),
    Word.SEND_NOTE: N_("bericht sturen"),
    Word.YEAR_TALK: N_("jaargesprek"),
    Word.YEAR_ROUND: N_("jaar 1 rond"),
    Word.STEP_2: N_("stap 2 begint"),
    Word.LETTER: N_("brief komt"),
    Word.LAST_TALK: N_("eindgesprek"),
    Word.FOLDER: N_("map compleet"),
    Word.REQUEST: N_("aanvraag weg"),
    Word.END: N_("einde planner"),
    Word.TALK: N_("gesprek"),
    Word.OWN: N_("eigen stap"),
}
"""Every word that can stand on the planner."""
_KEY: Final = (
    (Sign.LAST_DAY, N_("uiterste dag")),
    (Sign.TALK, N_("gesprek")),
    (Sign.PLAN, N_("plan een datum")),
)
_LOCALES: Final = {"nl": "nl-NL", "en": "en-GB"}
_CODE: Final = "WP"
_VERSION: Final = "1.0"
_YEAR_ROWS: Final = 4
"""A heavier line stands after each year."""

_TITLE: Final = Style(BOLD, 18, 21)
_LEAD: Final = Style(REGULAR, 9.5, 12)
_NUMBER: Final = Style(BOLD, 9, 10)
_DATE: Final = Style(REGULAR, 7.5, 10)
_WORD: Final = Style(REGULAR, 8.2, 9.4)
_WORD_BOLD: Final = Style(BOLD, 8.2, 9.4)
_SMALL: Final = Style(REGULAR, 7.4, 8.6)
_FOOT: Final = Style(REGULAR, 8, 10)
_FOOT_BOLD: Final = Style(BOLD, 8, 10)

_EDGE: Final = 10 * MM
_LEFT: Final = 13 * MM
_HEAD: Final = 15 * MM
_FOOTER: Final = 8 * MM
_BOX: Final = 7.0
_SIGN: Final = 5.2
_PAD: Final = 2.4
_SIGN_LINE: Final = 10.0


def render_planner(planner: Planner, *, a3: bool = False) -> bytes:
    """Return the planner as a PDF of one page, lying A4, or A3 when asked or when the words of a week need it."""
    try:
        with speaking(planner.language):
            return _Drawing(planner, a3=a3).pdf()
    finally:
        forget()


class _Drawing:
    """Places and draws the one page. Everything is measured on A4; A3 is the same page, larger."""

    def __init__(self, planner: Planner, *, a3: bool) -> None:
        self._planner = planner
        self._rows = planner.rows
        wide, high = PAGE_HEIGHT, PAGE_WIDTH
        room = high - 2 * _EDGE - _HEAD - _FOOTER
        self._row_height = room / max(len(self._rows), 1)
        most = max((len(week.entries) for week in planner.weeks), default=0)
        needed = _NUMBER.leading + 2 * _PAD + most * _WORD.leading + _SIGN_LINE
        # Words are never left out: on a larger sheet the same type leaves room for more of them.
        scale = 2**0.5 if a3 or needed > self._row_height else 1.0
        self._size = (wide * scale, high * scale)
        self._edge = _EDGE
        self._row_height = min((self._size[1] - 2 * _EDGE - _HEAD - _FOOTER) / max(len(self._rows), 1), 34 * MM * scale)
        self._right = self._size[0] - _EDGE
        self._cell = (self._right - _EDGE - _LEFT) / ROW_WEEKS
        self._surface = Surface(self._document(), size=self._size)

    def _document(self) -> Document:
        planner = self._planner
        title = _("Weekplanner {weken} weken").format(weken=len(planner.weeks))
        named = _("{titel}, kenmerk {kenmerk}").format(titel=title, kenmerk=planner.mark)
        return Document(
            head=TitleBlock("", "", title, "", ()),
            sections=(),
            footer=Footer(("", ""), "", ""),
            running=("", ""),
            file_title=named,
            author="",
            language=_LOCALES.get(planner.language, planner.language),
            created=datetime.combine(planner.made_on, time.min).isoformat(timespec="seconds"),
            continued="",
            ticked=_("aangekruist: "),
            not_ticked=_("niet aangekruist: "),
        )

    def pdf(self) -> bytes:
        """Draw the page and return the file."""
        surface = self._surface
        self._head()
        top = self._edge + _HEAD
        with surface.element("Figure", alt=self._alt()), surface.mark():
            for number, row in enumerate(self._rows):
                self._row(row, top + number * self._row_height)
            self._lines(top)
        self._foot()
        surface.end_page()
        return surface.finish()

    def _head(self) -> None:
        surface, planner, top = self._surface, self._planner, self._edge
        with surface.content("H1"):
            surface.line(self._edge, top, surface.document.head.title, _TITLE)
        words = _("Kenmerk {kenmerk}. Vanaf {van} tot en met {tot}. Hang op zonder naam.").format(
            kenmerk=planner.mark, van=_day(planner.first), tot=_day(planner.last)
        )
        with surface.content("P"):
            surface.line(self._edge, top + _TITLE.leading + 1, words, _LEAD)
        x = self._right
        parts = [*((sign, _(label)) for sign, label in _KEY), (None, _("gedaan"))]
        for sign, label in reversed(parts):
            x -= text_width(label, _LEAD)
            with surface.content("P"):
                surface.line(x, top + 5, label, _LEAD)
            x -= _BOX + 4
            if sign is None:
                surface.frame(x, top + 5 + (_LEAD.leading - _BOX) / 2, _BOX, _BOX, RULE_BOX)
            else:
                self._sign(sign, x, top + 5 + _LEAD.leading / 2)
            x -= 14

    def _row(self, row: tuple[Week, ...], top: float) -> None:
        surface, x = self._surface, self._edge
        numbers = [week.number for week in row if week.number is not None]
        if numbers:
            words = f"{numbers[0]}–{numbers[-1]}" if numbers[0] != numbers[-1] else str(numbers[0])
            surface.line(x, top + _PAD, words, _NUMBER)
        for line, day in enumerate((row[0].first, row[-1].last)):
            month = day_short(day).split(" ", 1)[1]
            surface.line(x, top + _PAD + _NUMBER.leading + line * _SMALL.leading, f"{month} {day.year}", _SMALL)
        for place, week in enumerate(row):
            self._week(week, self._edge + _LEFT + place * self._cell, top)

    def _week(self, week: Week, x: float, top: float) -> None:
        surface, bottom = self._surface, top + self._row_height
        left, right = x + _PAD, x + self._cell - _PAD
        number = str(week.number) if week.number is not None else "–"
        surface.line(left, top + _PAD, number, _NUMBER)
        surface.right(right, top + _PAD, _short(week.first), _DATE)
        box = bottom - _PAD - _BOX
        surface.frame(right - _BOX, box, _BOX, _BOX, RULE_BOX)
        if week.done:
            surface.cross(right - _BOX + 1.6, box + 1.6, _BOX - 3.2, 1.3)
        if not week.entries:
            return
        foot = bottom - _PAD - _SIGN_LINE
        for line, entry in enumerate(reversed(week.entries)):
            style = _WORD_BOLD if entry.sign is Sign.LAST_DAY else _WORD
            surface.line(left, foot - (line + 1) * _WORD.leading, _(WORDS[entry.word]), style)
        middle = bottom - _PAD - _BOX / 2
        for sign in dict.fromkeys(entry.sign for entry in week.entries):
            self._sign(sign, left, middle)
            left += _SIGN + 3
            if sign is Sign.LAST_DAY:
                day = min(entry.day for entry in week.entries if entry.sign is sign)
                surface.line(left - 0.5, middle - _DATE.leading / 2, _short(day), _DATE)
                left += text_width(_short(day), _DATE) + 3

    def _sign(self, sign: Sign, x: float, middle: float) -> None:
        """Draw a sign with its left edge at `x`: filled square, open circle, open square on its point."""
        surface, half = self._surface, _SIGN / 2
        if sign is Sign.LAST_DAY:
            surface.bar(x, middle - half, _SIGN, _SIGN)
        elif sign is Sign.TALK:
            surface.circle(x + half, middle, half, RULE_BOX)
        else:
            surface.diamond(x + half, middle, half + 0.7, RULE_BOX)

    def _lines(self, top: float) -> None:
        """Draw the grid: a line under each quarter, a heavier one around each year, and between the weeks."""
        surface, bottom = self._surface, top + len(self._rows) * self._row_height
        for number in range(len(self._rows) + 1):
            is_year = number % _YEAR_ROWS == 0 or number == len(self._rows)
            surface.rule(
                self._edge, top + number * self._row_height, self._right, RULE_SECTION if is_year else RULE_BOX
            )
        for number, row in enumerate(self._rows):
            y = top + number * self._row_height
            for place in range(len(row) + 1):
                surface.upright(self._edge + _LEFT + place * self._cell, y, y + self._row_height, RULE_THIN)
        surface.upright(self._right, top, bottom, RULE_THIN)

    def _foot(self) -> None:
        surface = self._surface
        y = self._size[1] - self._edge - _FOOT.leading
        words = _(
            "Weekplanner ({code}), formulierversie {versie}, regels geldig op {regels}, gemaakt op {gemaakt}. De datum "
            "in een vak is de eerste dag van de week."
        ).format(
            code=_CODE,
            versie=_VERSION,
            regels=day_numeric(self._planner.law_date),
            gemaakt=day_numeric(self._planner.made_on),
        )
        page = _("Pagina {pagina} van {totaal}").format(pagina=1, totaal=1)
        days = _(
            "Bij een zwart blokje staat de dag waarop het uiterlijk klaar moet zijn. De tijdlijn op het scherm toont "
            "de dag waarop je het liefst klaar bent, en die ligt er vaak voor."
        )
        with surface.content("P"):
            surface.line(self._edge, y - _FOOT.leading, days, _FOOT)
        with surface.content("P"):
            surface.line(self._edge, y, words, _FOOT)
        with surface.content("P"):
            surface.right(self._right, y, page, _FOOT_BOLD)

    def _alt(self) -> str:
        """Return the weeks with something in them, as a screen reader says them."""
        told = []
        for week in self._planner.weeks:
            if week.entries:
                words = ", ".join(f"{_(WORDS[entry.word])} {_short(entry.day)}" for entry in week.entries)
                number = "–" if week.number is None else str(week.number)
                told.append(_("Week {nummer}: {wat}.").format(nummer=number, wat=words))
        return " ".join(told)


def _short(day: date) -> str:
    return f"{day.day:02d}-{day.month:02d}"


def _day(day: date) -> str:
    """Return `maandag 05-01-2026`."""
    return f"{day_long(day).split(' ', 1)[0]} {day_numeric(day)}"
