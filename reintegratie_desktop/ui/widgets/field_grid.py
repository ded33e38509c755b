"""Places form rows beside each other where they are short, and under each other on a narrow page."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.ui.widgets.form_row import FormRow

COLUMNS: Final = 12
_NARROW: Final = 460
_GROWS_FROM: Final = 8
_TOO_NARROW: Final = 5


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
            block = item.layout() if item is not None else None
            if block is not None:
                self._drop(block)
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
            block_layout = QVBoxLayout()
            block_layout.setSpacing(0)
            block_layout.addLayout(line_layout)
            if len(group) > 1 and min(spans) <= _TOO_NARROW:
                block_layout.addWidget(self._below(group))
            self._column.addLayout(block_layout)

    def _drop(self, block: QLayout) -> None:
        """Take a line with its messages away; the rows stay."""
        for row in self._rows:
            row.messages_back()
        line, below = block.itemAt(0), block.itemAt(1)
        layout = line.layout() if line is not None else None
        messages = below.widget() if below is not None else None
        if layout is not None:
            # Taking the items out would leave them alive, and with them the sizes they remember of the rows.
            for row in self._rows:
                layout.removeWidget(row)
        if messages is not None:
            messages.hide()
            messages.deleteLater()
        block.deleteLater()

    def _below(self, group: Sequence[FormRow]) -> QWidget:
        """Return what is said about the fields of a line, over its whole width: in a narrow field it makes a tower."""
        messages = QWidget()
        column = QVBoxLayout(messages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        messages.setSizePolicy(policy)
        for row in group:
            for part in row.messages_apart():
                column.addWidget(part)
        return messages

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


class LinedUpGrid(FieldGrid):
    """Fields beside each other start at the same height, also when one question needs more lines than the other.

    Lines for which `skip` tells so stay as they are.
    """

    def __init__(
        self,
        rows: Sequence[FormRow],
        *,
        skip: Callable[[Sequence[FormRow]], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(rows, parent=parent)
        self._skip = skip

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.line_up()

    def line_up(self) -> None:
        """Give the shorter questions of a line room under their words."""
        lines: dict[int, list[FormRow]] = {}
        for made in self.rows:
            if not made.isHidden():
                lines.setdefault(made.y(), []).append(made)
        for line in lines.values():
            if self._skip is not None and self._skip(line):
                continue
            heights = [_head_height(made) for made in line]
            for made, height in zip(line, heights, strict=True):
                last = made.label if made.help_label.isHidden() else made.help_label
                wanted = max(heights) - height
                if last.contentsMargins().bottom() != wanted:
                    last.setContentsMargins(0, 0, 0, wanted)


def _head_height(made: FormRow) -> int:
    """Return the height of question and help at their width, without the room that was added."""
    labels = [label for label in (made.label, made.help_label) if not label.isHidden()]
    return sum(label.heightForWidth(made.width()) - label.contentsMargins().bottom() + 4 for label in labels)


def _span(row: FormRow) -> int:
    return min(COLUMNS, int(getattr(row.widget, "span", COLUMNS)))
