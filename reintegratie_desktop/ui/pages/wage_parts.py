"""The parts of the page of the wage: what is paid now with its rule, the list of periods, and what to know."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reintegratie_desktop.services.wage_views import MeasureLine, NoteLine, RuleLine, WageRow, WageView
from reintegratie_desktop.text.formatting import day_numeric, money, number, sentence_start
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.icons import IconLabel
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.chip import Chip
from reintegratie_desktop.ui.widgets.labels import HairLine, Label, body, small, strong
from reintegratie_desktop.ui.widgets.table_list import Cell, Column, TableList, TwoLines, Words

_ROW: Final = 38
_FIRST: Final = 96
_HOURS: Final = 96
_MONEY: Final = 92
_LONG: Final = 84
_TIGHT: Final = 74
_LEFT: Final = 236
_TOP: Final = Qt.AlignmentFlag.AlignTop


class NowCard(Card):
    """What is paid over this period, which hours are not in it yet, and the rule of each year in words."""

    def __init__(self, view: WageView) -> None:
        super().__init__()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(24)
        amount = QWidget()
        amount.setFixedWidth(_LEFT)
        left = QVBoxLayout(amount)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(2)
        now = view.this_row
        left.addWidget(body(sentence_start(now.title), "muted"))
        if now.days:
            left.addWidget(small(now.days))
        self.amount = Label(_("nog niet berekend") if now.is_blank else money(now.due), "page_title", wrap=True)
        left.addWidget(self.amount)
        left.addWidget(small(_(view.pay_words.due)))
        self.fill_button: FlushLink | None = None
        if now.open_hours and not now.is_blank:
            left.addSpacing(4)
            warning = row(IconLabel("triangle-alert", "soon", 16), spacing=6)
            self.open_hours = Label(now.open_hours, "small_strong", "soon", wrap=True)
            warning.addWidget(self.open_hours, 1)
            left.addLayout(warning)
            self.fill_button = FlushLink(_("Uren invullen"), icon="pencil")
            left.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignLeft)
            left.addSpacing(4)
        until = _("Loon loopt door tot en met {dag}.").format(dag=day_numeric(view.wage_until))
        left.addWidget(small(until))
        left.addStretch(1)
        line.addWidget(amount)
        line.addWidget(HairLine(vertical=True))
        rules = QVBoxLayout()
        rules.setSpacing(10)
        for rule in view.rules:
            rules.addLayout(_rule(rule))
        rules.addStretch(1)
        line.addLayout(rules, 1)
        self.add_layout(line)


def _rule(rule: RuleLine) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    title = row(Label(rule.title, "label"), small(rule.period), spacing=10)
    title.setStretch(1, 1)
    if rule.is_now:
        title.insertWidget(1, Chip(_("nu"), "plan", "calendar"))
        title.setStretch(1, 0)
        title.setStretch(2, 1)
    column.addLayout(title)
    if rule.agreed:
        column.addWidget(Label(rule.agreed, "small", wrap=True))
    column.addWidget(small(f"{rule.rule} {rule.source}."))
    return column


class MonthList(TableList):
    """The periods of pay of a year with their sum, in the columns a payroll clerk types over."""

    def __init__(self, view: WageView, year: int, part: int = 0) -> None:
        rows = view.rows_of(year, part)
        self._this = _(view.pay_words.this)
        # Columns in which nothing happens would only make it harder to read over.
        self._holiday = any(shown.holiday for shown in rows)
        self._work = any(shown.for_work for shown in rows)
        self._off = any(shown.off for shown in rows)
        # All of them beside the explanation only fit in the smallest window when each takes no more than it needs.
        tight = self._holiday and self._work and self._off
        width = _TIGHT if tight else _MONEY
        heads = [_("Vakantie")] if self._holiday else []
        heads += [_("Voor werk")] if self._work else []
        heads += [_("Eraf")] if self._off else []
        columns = [
            Column(_(view.pay_words.head), _FIRST, 1),
            Column(_("Contracturen"), _HOURS, right=True),
            Column(_("Doorbetaald"), _LONG if tight else _MONEY, right=True),
            *(Column(head, width, right=True) for head in heads),
        ]
        columns.append(Column(_("Te betalen"), width + 8, right=True))
        super().__init__(columns, name=_(view.pay_words.amounts), row_height=_ROW, show_selection=True)
        for shown in rows:
            self.add_row(
                shown.key, self._cells(shown, is_now=view.is_running and shown.key == view.current), self._spoken(shown)
            )

    def _cells(self, shown: WageRow, *, is_now: bool) -> list[Cell]:
        now = self._this if is_now else shown.state
        # What a year misses stands at its periods.
        parts = (shown.days, now, "" if shown.is_total or shown.is_blank else shown.open_hours)
        role = "label" if shown.is_total or is_now else "body"
        sub = ", ".join(filter(None, parts))
        first: Cell = TwoLines(shown.short, sub, role=role) if sub else Words(shown.short, role)
        return [first, *(Words(text, role, right=True) for text in self._figures(shown))]

    def _figures(self, shown: WageRow) -> list[str]:
        amounts = [shown.columns.uren, shown.continued]
        amounts += [shown.holiday] if self._holiday else []
        amounts += [shown.for_work] if self._work else []
        amounts += [shown.off] if self._off else []
        amounts.append(shown.due)
        return ["" if shown.is_blank else number(amount, decimals=2) for amount in amounts]

    def _spoken(self, shown: WageRow) -> str:
        if shown.is_blank:
            return ", ".join((shown.title, shown.state))
        heads = [column.title for column in self.columns[1:]]
        told = (f"{head} {figure}" for head, figure in zip(heads, self._figures(shown), strict=True))
        return ", ".join(filter(None, (shown.title, shown.state, shown.open_hours, *told)))


class KnowCard(Card):
    """What to know: first where the law leaves room, then the rest, each with its article."""

    def __init__(self, notes: Sequence[NoteLine], measures: Sequence[MeasureLine], rounding: str) -> None:
        super().__init__(_("Goed om te weten"), spacing=8)
        explained: set[str] = set()

        def new(*words: str) -> list[Label]:
            """Return what a word means, where it comes up first."""
            found = [small(word) for word in words if word not in explained]
            explained.update(words)
            return found

        for measure in measures:
            words = f"{measure.title}, {measure.period}: {money(measure.amount)}"
            self._line("pause", strong(words), *new(measure.means), small(measure.source))
        for note in sorted(notes, key=lambda note: not note.is_disputed):
            parts = [body(note.text)]
            if note.is_disputed:
                parts.insert(0, strong(_("Hier is de wet niet duidelijk")))
            parts += new(*note.words)
            if note.source:
                parts.append(small(note.source))
            self._line("scale" if note.is_disputed else "info", *parts)
        self._line("euro", small(rounding))

    def _line(self, icon: str, *parts: QWidget) -> None:
        if self.column.count() > 1:
            self.add(HairLine())
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in parts:
            words.addWidget(part)
        line = row(spacing=10)
        line.addWidget(IconLabel(icon, "muted", 16), 0, _TOP)
        line.addLayout(words, 1)
        self.add_layout(line)
