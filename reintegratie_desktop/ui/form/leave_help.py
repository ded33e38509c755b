"""The calculator of leave beside the leave rows of the particulars: what it finds becomes a row."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt

from reintegratie_desktop.forms.context import as_day
from reintegratie_desktop.text.formatting import day_month
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.fields.base import as_map
from reintegratie_desktop.ui.fields.tables import TableEditor
from reintegratie_desktop.ui.form.board import FormBoard
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.pages.leave_panel import LeaveCalculator
from reintegratie_desktop.ui.widgets.buttons import soft

KEY: Final = "verlof"
SAME_CASE: Final = "zelfde_geval"


def add_leave(page: FormPage, board: FormBoard, today: date) -> LeaveCalculator:
    """Put the calculator under the leave rows, and an offer of it in the row that is filled in.

    Its days become a row; whether it is the same case stays asked.
    """
    editor = board.editor(KEY)
    assert isinstance(editor, TableEditor)
    calculator = LeaveCalculator(today)

    def take(first: object, last: object) -> None:
        assert isinstance(first, date)
        assert isinstance(last, date)
        editor.close_row()
        before = deepcopy(editor.value() or [])
        rows, index = with_leave(before, first, last)
        if rows != before:
            editor.apply(rows)
        editor.focus_place(f"[{index}].{SAME_CASE}")
        if index < len(before) and rows != before and board.context.offer_undo is not None and _has_days(before[index]):
            told = _("Het verlof is nu van {van} tot en met {tot}.")
            board.context.offer_undo(
                told.format(van=day_month(first), tot=day_month(last)), lambda: editor.apply(before)
            )

    calculator.taken.connect(take)
    offer = soft(_("Verlof uitrekenen"), icon="calendar")
    offer.clicked.connect(lambda: calculator.set_open(on=True))

    def show_offer() -> None:
        """Offer it once: in the row that is filled in, or else under the rows."""
        if not calculator.is_open:
            in_row = editor.open_index is not None
            offer.setVisible(in_row)
            calculator.button.setVisible(not in_row)

    def opened(on: bool) -> None:
        offer.setVisible(not on)
        show_offer()
        if not on and not offer.isHidden():
            offer.setFocus(Qt.FocusReason.OtherFocusReason)

    calculator.opened.connect(opened)
    editor.edits_changed.connect(show_offer)
    inside = editor.card.column
    inside.insertWidget(inside.count() - 1, offer, 0, Qt.AlignmentFlag.AlignLeft)
    page.add(calculator)
    show_offer()
    return calculator


def with_leave(rows: Sequence[Any], first: date, last: date) -> tuple[list[Any], int]:
    """Return the rows with this leave in them, and which row that is.

    Leave that overlaps it is the same leave, computed anew: it gets the new days and keeps its answer. So does leave of
    which one day is known and lies within it. A row without days is filled in; otherwise a row is added.
    """
    days = {"van": first.isoformat(), "tot_en_met": last.isoformat()}
    index = next((at for at, row in enumerate(rows) if _overlaps(row, first, last)), None)
    if index is None:
        index = next((at for at, row in enumerate(rows) if not _has_days(row)), len(rows))
    known = as_map(rows[index]) if index < len(rows) else {}
    return [*rows[:index], {**known, **days}, *rows[index + 1 :]], index


def _has_days(row: object) -> bool:
    """Tell whether anything stands in one of the days of a row, also what cannot be read as a day."""
    known = as_map(row)
    return bool(known.get("van") or known.get("tot_en_met"))


def _overlaps(row: object, first: date, last: date) -> bool:
    known = as_map(row)
    known_days = [day for key in ("van", "tot_en_met") if (day := as_day(known.get(key))) is not None]
    return bool(known_days) and min(known_days) <= last and max(known_days) >= first
