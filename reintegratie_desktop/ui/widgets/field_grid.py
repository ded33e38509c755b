"""Places form rows beside each other where they are short, and under each other on a narrow page."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.ui.widgets.form_row import FormRow

COLUMNS: Final = 12
_NARROW: Final = 460
_GROWS_FROM: Final = 8


class FieldGrid(QWidget):
    """Rows of fields on twelve columns. With `pack=False` each field has a line of its own.

    A row that is hidden gives its place to its neighbours; the order of the keyboard is the order of the rows.
    """

    def __init__(self, rows: Sequence[FormRow], *, pack: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self._pack = pack
        self._one_column: bool | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for row in self._rows:
            row.setParent(self)
        self._arrange(one_column=False)

    @property
    def rows(self) -> list[FormRow]:
        """Return the rows in their order."""
        return list(self._rows)

    def _arrange(self, *, one_column: bool) -> None:
        if one_column == self._one_column:
            return
        self._one_column = one_column
        while self._column.count():
            item = self._column.takeAt(0)
            line = item.layout() if item is not None else None
            if line is not None:
                # Taking the items out would leave them alive, and with them the sizes they remember of the rows.
                for row in self._rows:
                    line.removeWidget(row)
                line.deleteLater()
        for group in self._lines(one_column=one_column):
            line_layout = QHBoxLayout()
            line_layout.setSpacing(12)
            spans = [_span(row) for row in group]
            rest = COLUMNS - sum(spans)
            grows = [index for index, span in enumerate(spans) if span >= _GROWS_FROM]
            if rest > 0 and (grows or one_column):
                spans[grows[0] if grows else 0] += rest
                rest = 0
            for row, span in zip(group, spans, strict=True):
                line_layout.addWidget(row, span, Qt.AlignmentFlag.AlignTop)
            if rest > 0:
                line_layout.addStretch(rest)
            self._column.addLayout(line_layout)

    def _lines(self, *, one_column: bool) -> list[list[FormRow]]:
        lines: list[list[FormRow]] = []
        for row in self._rows:
            fits = bool(lines) and sum(_span(other) for other in lines[-1]) + _span(row) <= COLUMNS
            if self._pack and not one_column and fits:
                lines[-1].append(row)
            else:
                lines.append([row])
        return lines

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange(one_column=self.width() < _NARROW)


def _span(row: FormRow) -> int:
    return min(COLUMNS, int(getattr(row.widget, "span", COLUMNS)))
