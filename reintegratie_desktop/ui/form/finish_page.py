"""The last page: what still misses, grouped by step, each line a jump to its field; then finishing."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from reintegratie_desktop.forms.flow import Scope
from reintegratie_desktop.forms.flows import flow as flow_of
from reintegratie_desktop.services.session import FormSession
from reintegratie_desktop.services.views import FindingView, FinishCheck, GuardFinding
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import sentence_start
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fonts import font
from reintegratie_desktop.ui.form.page import GuardLine
from reintegratie_desktop.ui.form.place_keeper import hold_steady
from reintegratie_desktop.ui.style import ask_ring
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import primary, quiet
from reintegratie_desktop.ui.widgets.card import Card
from reintegratie_desktop.ui.widgets.form_row import FormRow, mark_invalid
from reintegratie_desktop.ui.widgets.guard_marks import GuardMarks
from reintegratie_desktop.ui.widgets.guard_panel import GuardPanel
from reintegratie_desktop.ui.widgets.labels import HairLine, body, strong, title
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.scroll import FORM_WIDTH, PageScroller
from reintegratie_desktop.ui.widgets.text_edit import GrowingEdit

_SIDE = 16
_ICON = 18
_BREATH = 800
"""Milliseconds before the button that makes a paper listens: a click or Enter too many makes none."""


class JumpLine(QAbstractButton):
    """One point of the list: what it is called, what is the matter, and an arrow; pressing it goes to the field."""

    def __init__(self, icon: str, tone: str, name: str, message: str) -> None:
        super().__init__()
        name = sentence_start(name)
        self._icon, self._tone, self._name, self._message = icon, tone, name, message
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(f"{name}. {message}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ask_ring(self, 5)
        self._hover = False

    def _heights(self, width: int) -> tuple[int, int]:
        room = max(80, width - 2 * _SIDE - 2 * _ICON - 24)
        flags = Qt.TextFlag.TextWordWrap
        name = QFontMetrics(font("label")).boundingRect(0, 0, room, 10_000, flags, self._name).height()
        more = QFontMetrics(font("small")).boundingRect(0, 0, room, 10_000, flags, self._message).height()
        return name, more if self._message else 0

    @override
    def heightForWidth(self, width: int, /) -> int:
        return max(44, sum(self._heights(width)) + 18)

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, 44)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._hover:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.soft)
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        name, more = self._heights(self.width())
        top = (self.height() - name - more) / 2
        icons.paint(painter, QRectF(_SIDE, top + (min(name, 22) - _ICON) / 2, _ICON, _ICON), self._icon, self._tone)
        left = _SIDE + _ICON + 12
        room = self.width() - left - _SIDE - _ICON - 12
        painter.setPen(now.text)
        painter.setFont(font("label"))
        painter.drawText(QRectF(left, top, room, name + 2), Qt.TextFlag.TextWordWrap, self._name)
        painter.setPen(now.muted)
        painter.setFont(font("small"))
        painter.drawText(QRectF(left, top + name, room, more + 2), Qt.TextFlag.TextWordWrap, self._message)
        box = QRectF(self.width() - _SIDE - 16, (self.height() - 16) / 2, 16, 16)
        icons.paint(painter, box, "chevron-right", "muted")
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        self._hover = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: object, /) -> None:
        self._hover = False
        self.update()
        super().leaveEvent(event)  # type: ignore[arg-type]  # the event of Qt


def in_a_row(labels: Sequence[str]) -> str:
    """Return the names of answers inside a sentence: "adres, functie"."""
    return ", ".join(label[:1].lower() + label[1:] for label in labels)


def _one_each(findings: Iterable[FindingView]) -> list[FindingView]:
    """Return one finding per field: what is wrong with it before that it misses, and what says more before that."""
    chosen: dict[str, FindingView] = {}
    for finding in findings:
        known = chosen.get(finding.field)
        if known is None or (
            known.is_missing and (not finding.is_missing or len(finding.message) > len(known.message))
        ):
            chosen[finding.field] = finding
    return list(chosen.values())


class FinishPage(PageScroller):
    """What stands between the draft and the paper.

    Signals: `jump(place, message)` to a field, `jump_to_word(place, word)` to a word of the guard, `jump_to_form(key)`
    to another form where something is put right first, `jump_to_record(key, place)` to the firm or the employee,
    `finish_asked` when the paper or the line may be made, `confirmed` when a carried answer was said to be right.
    """

    jump = Signal(str, str)
    jump_to_form = Signal(str)
    jump_to_record = Signal(str, str)
    jump_to_word = Signal(str, str)
    finish_asked = Signal()
    confirmed = Signal()

    def __init__(self, session: FormSession, parent: QWidget | None = None) -> None:
        super().__init__(FORM_WIDTH, margin=28, parent=parent)
        hold_steady(self)
        self._session = session
        self.check: FinishCheck = session.check()
        self.lines: list[JumpLine] = []
        self._intro = body("", "muted")
        self._lists = QWidget()
        self._lists_column = QVBoxLayout(self._lists)
        self._lists_column.setContentsMargins(0, 0, 0, 0)
        self._lists_column.setSpacing(14)
        self.problem = Notice(NoticeKind.LATE, "")
        self.problem.hide()
        self.reason = GrowingEdit(2)
        self.reason_row = FormRow(
            _("Waarom komt er een nieuwe versie?"),
            self.reason,
            help=_("Dit komt op het nieuwe papier te staan. Het oude papier blijft bewaard."),
        )
        self.reason_marks = GuardMarks(self.reason, session.find_words)
        self.reason_panel = GuardPanel(self.reason_marks, who=session.person)
        self.reason_panel.kept.connect(self._allow)
        self.reason.textChanged.connect(self._reason_typed)
        self.reason_card = Card(padding=20)
        if session.needs_reason:
            self.reason_card.add(GuardLine())
        self.reason_card.add(self.reason_row)
        self.reason_card.add(self.reason_panel)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(title(_("Nakijken")))
        head.addWidget(self._intro)
        self._add_finish_button(head)
        self.column.addLayout(head)
        for part in (self.problem, self._lists, self.reason_card):
            self.add(part)
        self.reason_card.setVisible(session.needs_reason)
        self.column.addStretch(1)
        self.reload()

    def _add_finish_button(self, head: QVBoxLayout) -> None:
        """Put what cannot be undone in a place of its own, where no button of the way through the form ever was."""
        self._is_armed = False
        words = {Scope.CASE: _("Papier vaststellen"), Scope.JOURNAL: _("In het logboek zetten")}
        self.finish_button = primary(words.get(self._session.flow.scope, ""), icon="check")
        self.finish_button.clicked.connect(self._finish_pressed)
        self._finish_line = QWidget()
        line = QHBoxLayout(self._finish_line)
        line.setContentsMargins(0, 12, 0, 0)
        line.addWidget(self.finish_button)
        line.addStretch(1)
        if self._session.needs_reason:
            self.reason_card.add(self._finish_line)
        else:
            head.addWidget(self._finish_line)
        QTimer.singleShot(_BREATH, self, self._arm)

    def _arm(self) -> None:
        self._is_armed = True

    def _finish_pressed(self) -> None:
        if self._is_armed:
            self.finish_asked.emit()

    @property
    def finishes_here(self) -> bool:
        """Tell whether the page itself has the button that makes something that never changes again."""
        return self.is_ready and self._session.flow.scope in (Scope.CASE, Scope.JOURNAL)

    @property
    def spoken(self) -> str:
        """Return the page in one sentence for a screen reader."""
        return _("Nakijken") + f". {self._intro.text()}"

    @property
    def is_ready(self) -> bool:
        """Tell whether nothing stands in the way any more."""
        return self.check.ready

    def reload(self) -> None:
        """Look again at what still misses."""
        self.check = self._session.check()
        self.lines = []
        while self._lists_column.count():
            item = self._lists_column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._intro.setText(self._words())
        self._add_records()
        for step_title, found in groupby(self.check.stops, lambda finding: finding.step_title):
            card = self._card(step_title)
            for point in _one_each(found):
                icon, tone = ("circle-dashed", "soon") if point.is_missing else ("triangle-alert", "late")
                line = self._add_line(card, icon, tone, self._name(point), point.message)
                line.clicked.connect(partial(self.jump.emit, point.field, point.message))
        first = [finding for finding in self.check.warnings if finding.opens]
        if first:
            card = self._card(_("Eerst even dit"))
            for finding in first:
                name = _(flow_of(finding.opens).title)
                line = self._add_line(card, "triangle-alert", "soon", name, finding.message)
                line.clicked.connect(partial(self.jump_to_form.emit, finding.opens))
        if self.check.guard:
            card = self._card(_("Woorden om naar te kijken"))
            for hit in self.check.guard:
                icon, tone = ("info", "muted") if hit.only_hint else ("shield-alert", "soon")
                line = self._add_line(card, icon, tone, f"“{hit.word}”", self._about(hit))
                line.clicked.connect(partial(self.jump_to_word.emit, hit.field, hit.word))
        self._add_carried()
        self._add_later()
        told = [finding for finding in self.check.warnings if not finding.opens]
        if told:
            card = self._card(_("Goed om te weten"))
            for place, found in groupby(told, lambda finding: finding.field):
                several = list(found)
                words = " ".join(finding.message for finding in several)
                line = self._add_line(card, "info", "accent", self._name(several[0]), words)
                line.clicked.connect(partial(self.jump.emit, place, words))
        self._lists.setVisible(bool(self._lists_column.count()))
        self._finish_line.setVisible(self.finishes_here)

    def _add_records(self) -> None:
        """Say what has to be known of the firm or the employee before this paper."""
        if self.check.records:
            card = self._card(_("Eerst even dit"))
            for gap in self.check.records:
                words = _("Dit papier heeft nog nodig: {wat}.").format(wat=in_a_row(gap.labels))
                line = self._add_line(card, "circle-dashed", "soon", gap.title, words)
                line.clicked.connect(partial(self.jump_to_record.emit, gap.form, gap.place))

    def _add_later(self) -> None:
        """Say what a record can be kept without for now."""
        if self.check.later:
            card = self._card(_("Dit kan ook later"))
            for point in self.check.later:
                line = self._add_line(card, "circle-dashed", "muted", self._name(point), "")
                line.clicked.connect(partial(self.jump.emit, point.field, ""))

    def _words(self) -> str:
        count = len(_one_each(self.check.stops)) + len(self.check.guard_stops) + len(self.check.records)
        if count:
            words = ngettext(
                "Nog {aantal} punt, dan is het klaar. Klik erop om het in te vullen.",
                "Nog {aantal} punten, dan is het klaar. Klik op een punt om het in te vullen.",
                count,
            )
            return words.format(aantal=count)
        if self.check.later:
            return _(
                "Dit is genoeg om te beginnen. Wat nog open is, vraagt het programma als een papier het nodig heeft."
            )
        if self._session.flow.scope is Scope.RECORD:
            return _("Alles wat nodig is, staat er. Vanaf nu kun je deze gegevens in elk formulier gebruiken.")
        if self._session.flow.scope is Scope.CASE_RECORD:
            return _("Alles wat nodig is, staat er. Bewaar het, dan rekent het programma ermee.")
        if self._session.flow.scope is Scope.JOURNAL:
            return _("Alles wat nodig is, staat er. Zet de regel in het logboek.")
        if any(finding.opens for finding in self.check.warnings):
            return _("Alles wat nodig is, staat er. Kijk wel eerst naar het punt hieronder.")
        return _("Alles wat nodig is, staat er. Stel het papier vast, dan kun je het afdrukken en tekenen.")

    def _name(self, finding: FindingView) -> str:
        """Return what a point is called: a field by its question, as it stands in the interview; a cell by its row."""
        return self._asked(finding.field_key) if finding.field == finding.field_key else finding.label

    def _about(self, hit: GuardFinding) -> str:
        """Return where a word stands and what to do with it; the employee's own words stay as they were said."""
        place = hit.label if hit.label.endswith("?") else f"{hit.label}."
        if not hit.only_hint:
            return f"{place} {hit.why}"
        who = self._session.person or _("je werknemer")
        own = _("Dit zijn de eigen woorden van {naam}. Je hoeft niets te veranderen.").format(naam=who)
        return f"{place} {own}"

    def _asked(self, key: str) -> str:
        return self._session.flow.field(key).question

    def _card(self, heading: str) -> Card:
        card = Card(padding=6, spacing=0)
        head = strong(heading)
        head.setContentsMargins(_SIDE, 8, _SIDE, 4)
        card.add(head)
        self._lists_column.addWidget(card)
        return card

    def _add_line(self, card: Card, icon: str, tone: str, name: str, message: str) -> JumpLine:
        if card.column.count() > 2:
            card.add(HairLine())
        line = JumpLine(icon, tone, name, message)
        card.add(line)
        self.lines.append(line)
        return line

    def _add_carried(self) -> None:
        answers = self._session.full_answers()
        fields = [
            (field, carried)
            for field in self._session.flow.asked_fields(answers, self._session.wizard.context)
            if (carried := self._session.carried(field.key)) is not None and not carried.confirmed
        ]
        if not fields:
            return
        card = self._card(_("Overgenomen, klopt dit nog?"))
        for field, carried in fields:
            words = _("overgenomen uit {bron}").format(bron=carried.title)
            self._add_line(card, "copy", "accent", self._asked(field.key), words).clicked.connect(
                partial(self.jump.emit, field.key, "")
            )
        self.confirm_all = quiet(_("Ja, dit klopt allemaal"), icon="check")
        self.confirm_all.clicked.connect(lambda: self._confirm_all([field.key for field, _carried in fields]))
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE - 6, 6, _SIDE, 10)
        foot.addWidget(self.confirm_all)
        foot.addStretch(1)
        card.add_layout(foot)

    def _confirm_all(self, keys: list[str]) -> None:
        for key in keys:
            self._session.confirm(key)
        self.confirmed.emit()
        self.reload()

    def _allow(self, _kind: str, word: str) -> None:
        try:
            self._session.allow_word(word)
        except KnownError as error:
            self.refuse(error)
        self.reason_marks.look()

    def reason_is_given(self) -> bool:
        """Tell whether the reason of a next version is there; otherwise ask for it at the field."""
        if not self._session.needs_reason or self.reason.toPlainText().strip():
            self.reason_row.set_error("")
            return True
        self._ask_reason()
        return False

    def _ask_reason(self) -> None:
        words = _("Schrijf in één zin op waarom er een nieuwe versie komt.")
        self.reason_row.set_error(words)
        mark_invalid(self.reason, on=True)
        announce(self, words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_widget(self.reason_card)

    def _reason_typed(self) -> None:
        if self.reason.toPlainText().strip():
            self.reason_row.set_error("")

    def reason_is_clean(self) -> bool:
        """Tell whether no word in the reason waits for a choice; otherwise show it."""
        self.reason_marks.look()
        hits = self.reason_marks.hits
        if hits:
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
            self.reason_marks.go_to(hits[0])
            self.reason_panel.open_for(hits[0])
        return not hits

    def go_to_first(self) -> None:
        """Jump to the first point of the list."""
        if self.lines:
            self.lines[0].click()

    def focus_first(self) -> bool:
        """Put the keyboard on the first point that misses, or in the reason, which is all that is left to fill in.

        Returns:
            False when nothing is left to do here, so that the keyboard belongs on the button that finishes.
        """
        if self.lines and not self.is_ready:
            self.lines[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif self._session.needs_reason:
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.finishes_here:
            self.finish_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def refuse(self, error: KnownError) -> None:
        """Say in the page why it was not finished."""
        if error.code == "reden":
            self._ask_reason()
            return
        self.problem.set_text(error.message, error.next_step, speak=True)
        self.problem.show()
