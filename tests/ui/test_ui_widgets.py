"""The parts: buttons, labels, chips, rows, columns at the left, footers, lists, empty places."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reintegratie_desktop.ui import theme
from reintegratie_desktop.ui.theme import State
from reintegratie_desktop.ui.widgets import buttons
from reintegratie_desktop.ui.widgets.card import Card, row
from reintegratie_desktop.ui.widgets.chip import Chip, DeadlineChip, StateChip
from reintegratie_desktop.ui.widgets.choices import CheckBox, Combo, RadioButton
from reintegratie_desktop.ui.widgets.empty_state import EmptyState
from reintegratie_desktop.ui.widgets.footer import StatusFooter, WizardFooter
from reintegratie_desktop.ui.widgets.form_row import FormRow
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, HairLine, Label, body, section
from reintegratie_desktop.ui.widgets.notice import Notice, NoticeKind
from reintegratie_desktop.ui.widgets.progress import Progress
from reintegratie_desktop.ui.widgets.scroll import PageScroller
from reintegratie_desktop.ui.widgets.segmented import Segmented
from reintegratie_desktop.ui.widgets.sidebar import NavItem, NavSidebar
from reintegratie_desktop.ui.widgets.steps import StepItem, StepMark, StepSidebar
from reintegratie_desktop.ui.widgets.switch import Switch
from reintegratie_desktop.ui.widgets.table_list import Column, TableList, TwoLines
from reintegratie_desktop.ui.widgets.undo import UndoStrip
from reintegratie_desktop.ui.widgets.week_bar import WeekBar
from tests.ui.mouse import double_click
from tests.ui.pictures import Pictures, cut_labels, fit, nameless, spoken_name

LONGEST_NAME = "Anne-Fleur van der Veen-Oosterhuis"


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_user_text_is_never_markup(qtbot: QtBot) -> None:
    labels = [Label("<b>Jan</b>"), body("<i>x</i>"), Chip("<u>x</u>"), ElidedLabel("<b>pad</b>")]
    for label in labels:
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("make", [buttons.primary, buttons.secondary, buttons.soft, buttons.quiet, buttons.destroying])
def test_a_button_says_its_words_and_is_large_enough(qtbot: QtBot, make: Callable[[str], buttons.Button]) -> None:
    button = make("Smit & Zn. bellen")
    qtbot.addWidget(button)
    assert button.words == "Smit & Zn. bellen"
    assert spoken_name(button) == "Smit & Zn. bellen"
    assert button.sizeHint().height() >= 30
    assert button.shortcut().toString() == ""
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_shortcut_survives_other_words(qtbot: QtBot) -> None:
    button = buttons.primary("Volgende", trailing="arrow-right", shortcut="Alt+V")
    qtbot.addWidget(button)
    button.set_text("Klaar")
    assert button.shortcut().toString() == "Alt+V"


def test_a_button_without_words_has_a_name_and_a_tooltip(qtbot: QtBot) -> None:
    button = buttons.icon_only("x", "Melding sluiten")
    qtbot.addWidget(button)
    assert spoken_name(button) == button.toolTip() == "Melding sluiten"
    assert button.width() >= 30
    assert button.height() >= 30


def test_a_button_can_change_kind_and_tone(qtbot: QtBot) -> None:
    button = buttons.secondary("Verder", icon="plus")
    qtbot.addWidget(button)
    button.set_kind(buttons.Kind.PRIMARY)
    button.set_icon("check")
    button.resize(button.sizeHint())
    image = button.grab().toImage()
    assert image.pixelColor(image.width() // 2, 3).name() == theme.current().accent.name()
    button.setEnabled(False)
    assert button.grab().toImage() != image


def test_chips_carry_words_an_icon_and_colours(qtbot: QtBot) -> None:
    late, arranged = DeadlineChip(-5), DeadlineChip(18, State.ARRANGED)
    waiting = StateChip(State.WAITING, "wacht op Kees", urgent=True)
    for chip in (late, arranged, waiting):
        qtbot.addWidget(chip)
    assert late.text() == "5 dagen te laat"
    assert arranged.text() == "over 18 dagen, geregeld"
    assert late.focusPolicy() == Qt.FocusPolicy.NoFocus
    image = waiting.grab().toImage()
    assert image.pixelColor(4, 12).name() == theme.current().soon_bg.name()
    late.set_days(1)
    assert (late.text(), late.state) == ("morgen", State.SOON)
    late.set_state(State.DONE_LATE, "klaar, 2 dagen later")
    assert late.sizeHint().width() > late.fontMetrics().horizontalAdvance(late.text())


def test_a_wrapped_label_asks_for_its_height(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    label = Label(f"{LONGEST_NAME}, bedrijfsleider van de winkel en het magazijn", "page_title", wrap=True)
    column.addWidget(label)
    column.addWidget(body("Kort."))
    column.addStretch(1)
    qtbot.addWidget(window)
    fit(window, 300)
    assert not cut_labels(window)
    assert label.height() > 2 * label.fontMetrics().height()


def test_a_path_is_cut_in_the_middle_and_spoken_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("/home/iemand/documenten/bedrijf/personeel/dossiers 2026.rdb")
    qtbot.addWidget(label)
    label.resize(160, 24)
    label.show()
    assert "…" in label.text()
    assert label.accessibleName().endswith("dossiers 2026.rdb")


def test_a_row_ties_label_help_and_error_to_the_field(qtbot: QtBot) -> None:
    edit = QLineEdit()
    form_row = FormRow("Naam & functie", edit, help="Zoals in het contract.")
    show(qtbot, form_row)
    assert form_row.label.buddy() is edit
    assert edit.accessibleName() == "Naam & functie"
    assert edit.accessibleDescription() == "Zoals in het contract."
    form_row.set_error("Dit is nog niet ingevuld.")
    assert edit.property("invalid") is True
    assert "nog niet ingevuld" in edit.accessibleDescription()
    assert form_row.error_line.isVisible()
    form_row.set_error("")
    assert edit.property("invalid") is False
    assert not form_row.error_line.isVisible()
    form_row.set_note("9 uur past bij het advies.", "ok", "circle-check")
    form_row.set_label("Naam")
    form_row.set_help("Voor- en achternaam.")
    assert edit.accessibleName() == "Naam"
    assert edit.accessibleDescription() == "Voor- en achternaam. 9 uur past bij het advies."
    form_row.focus_first()
    assert edit.hasFocus()


def test_a_carried_answer_asks_once(qtbot: QtBot) -> None:
    edit = QLineEdit("bakker")
    form_row = FormRow("Functie", edit)
    show(qtbot, form_row)
    confirmed: list[bool] = []
    form_row.set_carried("overgenomen uit de ziekmelding, klopt dit nog?", lambda: confirmed.append(True))
    assert form_row.is_carried
    yes = form_row.findChild(buttons.Button)
    assert isinstance(yes, buttons.Button)
    assert "ziekmelding" in yes.accessibleDescription()
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert confirmed == [True]
    assert not form_row.is_carried
    assert edit.hasFocus()


def test_boxes_and_radios_wrap_and_click_anywhere(qtbot: QtBot) -> None:
    words = "Kees is het eens met deze uitleg en met de nieuwe datum van de evaluatie"
    for control in (CheckBox(words, "Dat staat ook op het papier."), RadioButton(words)):
        qtbot.addWidget(control)
        assert control.heightForWidth(180) > control.heightForWidth(600)
        control.resize(400, control.heightForWidth(400))
        control.show()
        qtbot.mouseClick(control, Qt.MouseButton.LeftButton, pos=QPoint(390, control.height() - 3))
        assert control.isChecked()
        assert spoken_name(control) == words
        assert control.sizeHint().width() < 640
        assert control.minimumSizeHint().width() < 200


@pytest.mark.qt_log_ignore("does not support grabbing the (keyboard|mouse)")
@pytest.mark.parametrize("may_clear", [True, False])
def test_the_words_of_an_empty_list_are_no_choice(qtbot: QtBot, may_clear: bool) -> None:
    combo = Combo()
    for value in ("taken", "uren"):
        combo.addItem(value.title(), value)
    combo.add_placeholder("Maak een keuze", may_clear=may_clear)
    combo.setCurrentIndex(0)
    show(qtbot, combo)

    def offered() -> bool:
        return bool(combo.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsEnabled)

    assert combo.currentText() == "Maak een keuze"
    combo.showPopup()
    assert not offered()
    combo.hidePopup()
    combo.setCurrentIndex(1)
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert combo.currentData() == "taken"
    combo.showPopup()
    assert offered() is may_clear
    assert combo.itemText(0) == ("Wis keuze" if may_clear else "Maak een keuze")
    combo.hidePopup()
    assert not offered()
    assert combo.itemText(0) == "Maak een keuze"
    qtbot.keyClick(combo, Qt.Key.Key_Delete)
    assert combo.currentData() is None


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_the_wheel_never_changes_an_answer(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    combo = Combo()
    combo.addItem("Maak een keuze", None)
    combo.addItem("Taken", "taken")
    show(qtbot, combo)
    modifiers, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        none,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    combo.wheelEvent(turn)
    assert combo.currentIndex() == 0
    assert not turn.isAccepted()
    combo.showPopup()
    assert combo.view().minimumWidth() >= combo.width()
    combo.hidePopup()
    combo.setProperty("invalid", True)
    assert not combo.grab().isNull()


def test_a_message_stands_in_the_page(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    notice = Notice(
        NoticeKind.WARN, "Dit past nog niet.", "Er is niets kwijt.", button="Kijk na",
        on_press=lambda: pressed.append(True), closable=True,
    )  # fmt: skip
    show(qtbot, notice)
    assert notice.accessibleName() == "Dit past nog niet. Er is niets kwijt."
    assert notice.button is not None
    assert notice.close_button is not None
    notice.button.click()
    assert pressed == [True]
    notice.set_text("Opgelost.", speak=True)
    assert not notice.more.isVisible()
    with qtbot.waitSignal(notice.closed):
        notice.close_button.click()
    assert not notice.isVisible()


NAV = [
    NavItem("vandaag", "Vandaag", "list-checks", "Ctrl+1"),
    NavItem("medewerkers", "Medewerkers", "users", "Ctrl+2"),
    NavItem("agenda", "Agenda", "calendar-days"),
]


def test_the_navigation_folds_to_icons(qtbot: QtBot) -> None:
    nav = NavSidebar("Re-integratie Desktop", NAV, NavItem("slot", "Vergrendelen", "lock", "Ctrl+L"))
    nav.set_owner("Bakkerij De Halm", "4 dossiers open")
    nav.set_badge("vandaag", 1)
    nav.set_current("medewerkers")
    show(qtbot, nav)
    nav.resize(nav.width(), 600)
    assert nav.current == "medewerkers"
    assert spoken_name(nav.button("vandaag")) == "Vandaag, 1 te laat"
    assert not nameless(nav)
    nav.fit(1090)
    assert nav.is_narrow
    assert nav.width() == 64
    assert nav.button("agenda").toolTip() == "Agenda"
    nav.fit(1280)
    assert nav.width() == 216
    assert nav.button("agenda").toolTip() == ""
    with qtbot.waitSignal(nav.chosen) as seen:
        nav.button("agenda").click()
    assert seen.args == ["agenda"]
    nav.button("vandaag").setFocus()
    qtbot.keyClick(nav.button("vandaag"), Qt.Key.Key_Down)
    assert nav.button("medewerkers").hasFocus()
    assert nav.bottom is not None
    with qtbot.waitSignal(nav.bottom_pressed):
        nav.bottom.click()
    assert not nav.bottom.isCheckable()


def test_steps_are_never_locked_and_say_how_far_they_are(qtbot: QtBot) -> None:
    side = StepSidebar()
    items = [
        StepItem("a", "Gegevens", StepMark.DONE),
        StepItem("b", "Opbouw en contact met de werknemer en de leidinggevende", StepMark.PARTIAL),
        StepItem("c", "Ondertekenen"),
    ]
    side.set_steps(items, "b")
    side.resize(side.width(), 600)
    show(qtbot, side)
    names = [button.accessibleName() for button in side.buttons]
    assert names[0] == "Stap 1, Gegevens, klaar"
    assert names[1].endswith("nog niet af, nu open")
    assert names[2] == "Stap 3, Ondertekenen, nog niet bekeken"
    assert side.buttons[1].height() > side.buttons[0].height(), "a long title takes two lines"
    with qtbot.waitSignal(side.chosen) as seen:
        side.buttons[2].click()
    assert seen.args == ["c"]
    assert side.buttons[1].isChecked(), "the owner decides which step is open"
    kept = side.buttons[0]
    side.set_steps([StepItem("a", "Gegevens", StepMark.DONE), *items[1:]], "c")
    assert side.buttons[0] is kept
    kept.setFocus()
    qtbot.keyClick(kept, Qt.Key.Key_Down)
    assert side.buttons[1].hasFocus()
    side.set_steps(items[:1], "a")
    assert len(side.buttons) == 1
    with qtbot.waitSignal(side.back):
        side.back_button.click()
    assert not nameless(side)


def test_the_footer_says_what_is_saved(qtbot: QtBot) -> None:
    footer = StatusFooter()
    show(qtbot, footer)
    footer.set_saved("21:47")
    assert footer.saved.label.text() == "Bewaard om 21:47"
    footer.set_backup("Reservekopie van vandaag is gecontroleerd", good=True)
    assert not footer.backup_button.isVisible()
    footer.set_backup("Laatste reservekopie is 9 dagen oud", good=False)
    with qtbot.waitSignal(footer.backup_pressed):
        footer.backup_button.click()
    footer.set_saving_problem("Bewaren lukt niet: de schijf is vol.")
    assert footer.saved.label.tone == "late"
    footer.set_saved("21:50")
    assert footer.saved.label.tone == "muted"
    assert "Niets verlaat deze computer" in [label.text() for label in footer.findChildren(QLabel)]


def test_the_form_footer_goes_back_and_on(qtbot: QtBot) -> None:
    footer = WizardFooter()
    show(qtbot, footer)
    footer.set_place(1, 8)
    assert not footer.back_button.isVisible()
    footer.set_place(4, 8)
    assert footer.place.text() == "Stap 4 van 8"
    assert footer.back_button.x() < footer.next_button.x()
    with qtbot.waitSignal(footer.next):
        footer.next_button.click()
    with qtbot.waitSignal(footer.back):
        footer.back_button.click()
    footer.set_words("Vorige stap", "Naar ondertekenen")
    assert footer.next_button.shortcut().toString() == "Alt+V"
    brought: list[str] = []
    footer.offer_undo("Afspraak weggehaald.", lambda: brought.append("terug"))
    assert footer.undo.isVisible()
    footer.undo.button.click()
    assert brought == ["terug"]
    assert not footer.undo.is_open


def test_the_offer_to_undo_ends_but_not_under_your_fingers(qtbot: QtBot) -> None:
    strip = UndoStrip()
    show(qtbot, strip)
    strip.offer("Regel weggehaald.", lambda: None, seconds=0)
    strip.button.setFocus()
    qtbot.wait(20)
    assert strip.is_open, "somebody stands on the button"
    strip.button.clearFocus()
    strip.offer("Regel weggehaald.", lambda: None, seconds=0)
    qtbot.waitUntil(lambda: not strip.is_open)
    assert not strip.isVisible()


def test_two_ways_to_look(qtbot: QtBot) -> None:
    control = Segmented([("stappen", "Stap voor stap"), ("heel", "Hele formulier")], "Weergave")
    show(qtbot, control)
    assert control.current == "stappen"
    with qtbot.waitSignal(control.chosen) as seen:
        qtbot.keyClick(control.buttons[0], Qt.Key.Key_Right)
    assert seen.args == ["heel"]
    control.set_current("stappen")
    assert control.current == "stappen"
    assert not nameless(control)


def test_a_switch_is_a_checkable_button(qtbot: QtBot) -> None:
    switch = Switch("Papier tonen")
    show(qtbot, switch)
    off = switch.grab().toImage()
    with qtbot.waitSignal(switch.toggled):
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.grab().toImage() != off
    found = QAccessible.queryAccessibleInterface(switch)
    assert found.text(QAccessible.Text.Name) == "Papier tonen"
    assert found.state().checkable  # type: ignore[truthy-function]


def make_list(rows: int = 3) -> TableList:
    table = TableList(
        [Column("Werknemer", stretch=2), Column("Uren", width=60, right=True), Column("", width=140)], name="Dossiers"
    )
    for index in range(rows):
        table.add_row(
            str(index),
            [TwoLines(f"{LONGEST_NAME} {index}", "verkoopmedewerker"), "7,5", buttons.secondary("Verder", small=True)],
            f"{LONGEST_NAME} {index}, over 3 dagen",
        )
    return table


def test_rows_walk_and_act_by_keyboard(qtbot: QtBot) -> None:
    table = make_list()
    table.resize(500, 320)
    show(qtbot, table)
    first = table.rows[0]
    first.setFocus()
    assert table.selected == "0"
    with qtbot.waitSignal(table.row_selected) as seen:
        qtbot.keyClick(first, Qt.Key.Key_Down)
    assert seen.args == ["1"]
    assert table.rows[1].hasFocus()
    assert table.rows[0].focusPolicy() == Qt.FocusPolicy.ClickFocus, "one row is on the way of the Tab key"
    for key, signal in (
        (Qt.Key.Key_Return, table.row_activated),
        (Qt.Key.Key_Space, table.row_opened),
        (Qt.Key.Key_Delete, table.row_removed),
    ):
        with qtbot.waitSignal(signal) as seen:
            qtbot.keyClick(table.rows[1], key)
        assert seen.args == ["1"]
    with qtbot.waitSignal(table.row_shifted) as seen:
        qtbot.keyClick(table.rows[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert seen.args == ["1", -1]
    qtbot.keyClick(table.rows[1], Qt.Key.Key_End)
    assert table.rows[2].hasFocus()
    with qtbot.waitSignal(table.row_activated):
        double_click(table.rows[0])
    qtbot.mouseClick(table.rows[0], Qt.MouseButton.LeftButton)
    assert table.selected == "0"
    table.select("2", focus=True)
    assert table.rows[2].hasFocus()


def test_rows_line_up_under_their_heads_and_nothing_is_cut(qtbot: QtBot) -> None:
    table = make_list()
    table.add_widget(body("Nog 5 klanten zonder haast"))
    qtbot.addWidget(table)
    fit(table, 480)
    lefts = {
        tuple(part.x() for part in made.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly))
        for made in table.rows
    }
    assert len(lefts) == 1
    assert not cut_labels(table)
    assert not nameless(table)
    assert spoken_name(table.rows[0]).endswith("over 3 dagen")
    table.clear()
    assert table.rows == []
    assert table.selected == ""


def test_weeks_in_words_with_a_notch_half_way(qtbot: QtBot) -> None:
    bar = WeekBar(42, 104)
    qtbot.addWidget(bar)
    bar.resize(120, bar.sizeHint().height())
    assert bar.accessibleName() == "week 42 van 104"
    image = bar.grab().toImage()
    y = image.height() - 3
    assert image.pixelColor(10, y).name() == theme.current().accent.name()
    assert image.pixelColor(110, y).name() == theme.current().hair.name()
    assert image.pixelColor(59, y).name() == theme.current().base.name()
    bar.set_week(0, 0)
    assert not bar.grab().isNull()


def test_an_empty_place_says_one_next_step(qtbot: QtBot) -> None:
    done: list[str] = []
    empty = EmptyState(
        "Hier komen je werknemers te staan",
        ["Je zet alleen iemand in dit programma als hij of zij ziek is gemeld."],
        button=("Ziekmelding vastleggen", "plus", lambda: done.append("melding")),
        links=[("Eerst een voorbeeld bekijken", lambda: done.append("voorbeeld"))],
    )
    empty.add(Card("Dit is het eerste wat komt"))
    empty.resize(800, 600)
    show(qtbot, empty)
    assert empty.button is not None
    empty.focus_first()
    assert empty.button.hasFocus()
    empty.button.click()
    empty.links[0].click()
    assert done == ["melding", "voorbeeld"]
    assert not cut_labels(empty)
    calm = EmptyState("Vandaag hoeft er niets", picture="done")
    calm.focus_first()
    papers = EmptyState("Papieren komen hier als je een stap afmaakt.", picture="papers", filled=False)
    for place in (calm, papers):
        qtbot.addWidget(place)
        place.resize(500, 400)
        assert not place.grab().isNull()


def test_work_can_be_stopped(qtbot: QtBot) -> None:
    progress = Progress("Eén PDF maken")
    progress.resize(400, 70)
    show(qtbot, progress)
    progress.set_step(31, 68, "blad 31 van 68")
    assert progress.bar.value() == 31
    assert progress.bar.accessibleName() == "blad 31 van 68"
    with qtbot.waitSignal(progress.stopped):
        progress.stop_button.click()
    assert progress.was_stopped
    assert not progress.stop_button.isVisible()


def test_a_page_scrolls_up_and_down_only(qtbot: QtBot) -> None:
    page = PageScroller(width=680)
    last = body("Onderaan")
    for number in range(60):
        page.add(body(f"Regel {number}. " * 20))
    page.add(last)
    page.resize(1200, 500)
    show(qtbot, page)
    assert page.content.width() == 680
    assert page.horizontalScrollBar().maximum() == 0
    page.show_widget(last)
    assert last.visibleRegion().boundingRect().height() > 10
    page.resize(620, 500)
    qtbot.wait(10)
    assert page.content.width() <= 620 - 48
    assert page.horizontalScrollBar().maximum() == 0
    assert not cut_labels(page)


def test_pictures_of_the_parts(qtbot: QtBot, pictures: Pictures) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(Label("Vandaag", "page_title"))
    column.addLayout(
        row(
            buttons.primary("Plan bijstellen", icon="pencil"), buttons.secondary("Papieren", icon="files"),
            buttons.soft("Toevoegen", icon="plus"), buttons.quiet("Hele agenda", trailing="chevron-right"),
            buttons.destroying("Weghalen"), buttons.icon_only("ellipsis", "Meer"), None,
        )
    )  # fmt: skip
    card = Card("Standen")
    for start in (0, 4, 8):
        card.add_layout(row(*(StateChip(state) for state in list(State)[start : start + 4]), None))
    card.add(HairLine())
    card.add_layout(row(DeadlineChip(-5), DeadlineChip(3), DeadlineChip(18, State.ARRANGED), WeekBar(42, 104), None))
    column.addWidget(card)
    column.addWidget(make_list(2))
    column.addWidget(Notice(NoticeKind.HINT, "Twee weken minder gewerkt dan gepland", "Dat mag.", button="Plannen"))
    column.addLayout(row(Segmented([("a", "Stap voor stap"), ("b", "Hele formulier")]), Switch("Papier tonen"), None))
    column.addWidget(section("Einde"))
    qtbot.addWidget(window)
    fit(window, 760)
    for path in pictures.save(window, "onderdelen"):
        assert path.stat().st_size > 5000
    nav = NavSidebar("Re-integratie Desktop", NAV, NavItem("slot", "Vergrendelen", "lock"))
    nav.set_owner("Bakkerij De Halm", "4 dossiers open")
    nav.set_badge("vandaag", 1)
    nav.set_current("vandaag")
    steps = StepSidebar()
    steps.set_steps(
        [
            StepItem("a", "Gegevens", StepMark.DONE), StepItem("b", "Mogelijkheden", StepMark.DONE),
            StepItem("c", "Afspraken"), StepItem("d", "Opbouw en contact", StepMark.PARTIAL),
            StepItem("e", "Ondertekenen"),
        ],
        "c",
    )  # fmt: skip
    narrow = NavSidebar("Re-integratie Desktop", NAV, NavItem("slot", "Vergrendelen", "lock"))
    narrow.set_badge("vandaag", 2)
    narrow.set_current("agenda")
    narrow.fit(1024)
    middle = EmptyState(
        "Vandaag hoeft er niets", ["Alles is op tijd."], picture="done", links=[("Agenda", lambda: None)]
    )
    side = QWidget()
    line = row(nav, narrow, steps, middle, EmptyState("Papieren", picture="papers"), EmptyState("Leeg"), spacing=0)
    footer = WizardFooter()
    footer.set_saved("21:47")
    footer.set_place(3, 5)
    status = StatusFooter()
    status.set_saved("21:47")
    status.set_backup("Laatste reservekopie is 9 dagen oud", good=False)
    both = QVBoxLayout(side)
    both.addLayout(line, 1)
    both.addWidget(footer)
    both.addWidget(status)
    qtbot.addWidget(side)
    side.resize(1280, 620)
    pictures.save(side, "randen")
