"""Tokens, contrast, states, fonts, icons, Qt's own words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QRect, QRectF, QStandardPaths, Qt
from PySide6.QtGui import QAction, QColor, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)
from pytestqt.qtbot import QtBot

from reintegratie_desktop.bundled import bundled_path
from reintegratie_desktop.text.errors import BugError
from reintegratie_desktop.text.i18n import N_, set_language
from reintegratie_desktop.ui import icons, theme
from reintegratie_desktop.ui.fonts import FAMILY, ROLES, font, load_fonts
from reintegratie_desktop.ui.qt_dutch import apply_language, name_file_dialog, name_wizard
from reintegratie_desktop.ui.theme import COLOURS, State, Theme, state_for_days, state_words


def luminance(colour: QColor) -> float:
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXT_PAIRS = [
    ("text", "window"), ("text", "base"), ("text", "rail"), ("text", "sel"), ("text", "soft"),
    ("muted", "window"), ("muted", "base"), ("muted", "soft"), ("muted", "sel"), ("muted", "rail"),
    ("accent", "base"), ("accent", "window"), ("accent", "soft"), ("accent", "sel"), ("accent", "rail"),
    ("on_accent", "accent"), ("late", "base"), ("late", "window"), ("late", "late_bg"), ("text", "late_bg"),
    ("soon", "base"), ("soon", "window"), ("soon", "soon_bg"), ("text", "soon_bg"),
    ("ok", "base"), ("ok", "window"), ("ok", "ok_bg"), ("plan", "plan_bg"), ("none", "none_bg"), ("ink", "paper"),
]  # fmt: skip
EDGE_PAIRS = [("border", "window"), ("border", "base"), ("border", "rail"), ("soon", "rail"), ("ok", "ok_bg")]


@pytest.mark.parametrize("mode", ["licht", "donker"])
def test_text_and_edges_can_be_read(mode: theme.Mode) -> None:
    now = Theme(mode)
    for ink, ground in TEXT_PAIRS:
        assert ratio(now.colour(ink), now.colour(ground)) >= 4.5, (ink, ground)
    for edge, ground in EDGE_PAIRS:
        assert ratio(now.colour(edge), now.colour(ground)) >= 3.0, (edge, ground)


@pytest.mark.parametrize("mode", ["licht", "donker"])
def test_qt_palette_can_be_read_also_when_disabled(mode: theme.Mode) -> None:
    palette = Theme(mode).palette()
    roles, groups = QPalette.ColorRole, QPalette.ColorGroup
    for group in (groups.Active, groups.Disabled):
        for ink, ground in (
            (roles.WindowText, roles.Window),
            (roles.Text, roles.Base),
            (roles.ButtonText, roles.Button),
            (roles.PlaceholderText, roles.Base),
            (roles.ToolTipText, roles.ToolTipBase),
            (roles.HighlightedText, roles.Highlight),
        ):
            assert ratio(palette.color(group, ink), palette.color(group, ground)) >= 4.5, (group, ink)


@pytest.mark.parametrize("mode", ["licht", "donker"])
def test_hints_in_empty_fields_can_be_read(qtbot: QtBot, qapp: QApplication, mode: theme.Mode) -> None:
    Theme(mode).apply(qapp)
    edit = QLineEdit()
    edit.setPlaceholderText("MMMM")
    qtbot.addWidget(edit)
    edit.resize(200, 34)
    edit.show()
    image = edit.grab().toImage()
    now = theme.current()
    inside = [image.pixelColor(x, y) for x in range(8, 120) for y in range(6, 28)]
    assert max(ratio(colour, now.base) for colour in inside) >= 4.5


def test_every_token_is_an_attribute_and_unknown_ones_are_refused() -> None:
    now = Theme("donker")
    for token in COLOURS:
        assert now.colour(token) is getattr(now, token)
    with pytest.raises(KeyError):
        now.colour("rood")


def test_switching_colours_what_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    from reintegratie_desktop.ui.widgets.labels import Label

    label = Label("Bewaard", tone="muted")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(theme.signals().changed):
        Theme("donker").apply(qapp)
    assert theme.current().dark
    assert label.palette().color(QPalette.ColorRole.WindowText) == Theme("donker").muted
    label.set_tone("late")
    assert label.palette().color(QPalette.ColorRole.WindowText) == Theme("donker").late
    assert label.tone == "late"


def test_the_system_decides_in_system_mode(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "system_is_dark", lambda: True)
    assert Theme("systeem").dark
    Theme("licht").apply(qapp)
    theme.follow_system(qapp)
    assert not theme.current().dark, "a chosen mode stays when the system changes"
    Theme("systeem").apply(qapp)
    monkeypatch.setattr(theme, "system_is_dark", lambda: False)
    theme.follow_system(qapp)
    assert not theme.current().dark


def test_high_contrast_takes_the_system_palette(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme, "system_wants_contrast", lambda: True)
    now = Theme("donker")
    system = qapp.palette()
    assert now.window == system.color(QPalette.ColorRole.Window)
    assert now.text == now.late == system.color(QPalette.ColorRole.WindowText)
    now.apply(qapp)
    assert qapp.palette().color(QPalette.ColorRole.Window) == system.color(QPalette.ColorRole.Window)


def test_every_state_has_an_icon_a_word_and_colours() -> None:
    for state in State:
        assert not icons.pixmap(state.icon, state.ink).isNull()
        assert state.word
        assert ratio(state.ink, state.ground) >= 4.5


@pytest.mark.parametrize(
    ("days", "deadline", "state"),
    [
        (-1, True, State.LATE),
        (0, True, State.SOON),
        (7, True, State.SOON),
        (8, True, State.PLANNED),
        (1, False, State.PLANNED),
    ],
)
def test_days_make_a_state(days: int, deadline: bool, state: State) -> None:
    assert state_for_days(days, deadline=deadline) is state


def test_states_speak_in_words_never_in_minus_signs() -> None:
    assert state_words(State.LATE, -5) == "5 dagen te laat"
    assert state_words(State.SOON, 0) == "vandaag"
    assert state_words(State.ARRANGED, 18) == "over 18 dagen, geregeld"
    assert state_words(State.DONE_LATE, 2) == "klaar, 2 dagen later"
    assert state_words(State.DONE_LATE, 1) == "klaar, 1 dag later"
    assert state_words(State.WAITING, who="Kees") == "wacht op Kees"
    assert state_words(State.DONE, 3) == "klaar"
    assert state_words(State.NOT_SEEN) == "nog niet bekeken"


def test_the_shipped_type_is_really_used() -> None:
    assert FAMILY in load_fonts()
    for role, (size, weight) in ROLES.items():
        found = QFontInfo(font(role))
        assert found.family() == FAMILY, role
        assert found.weight() == weight, role
        assert font(role).pointSizeF() == size, role
    with pytest.raises(KeyError):
        font("reuzen")


def test_digits_are_equally_wide(qtbot: QtBot) -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(font("body"))
    assert len({round(metrics.horizontalAdvance(digit * 20), 2) for digit in "0123456789"}) == 1


def test_every_icon_in_the_bundle_can_be_drawn_sharply_in_any_colour() -> None:
    names = [path.stem for path in Path(bundled_path("resources", "pictogrammen")).glob("*.svg")]
    assert len(names) > 30
    for name in names:
        made = icons.pixmap(name, "late", 18, 1.5)
        assert made.width() == 27
        image = made.toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(27) for y in range(27) if image.pixelColor(x, y).alpha() == 255
        }
        assert colours <= {theme.current().late.name()}, name
    with pytest.raises(BugError):
        icons.pixmap("bestaat-niet")


def test_an_icon_follows_the_theme_while_its_action_lives(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction("x", window)
    icons.keep(action, "copy")

    def ink() -> str:
        image = action.icon().pixmap(24).toImage()
        full = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return next(colour.name() for colour in full if colour.alpha() == 255)

    assert ink() == Theme("licht").text.name()
    Theme("donker").apply(qapp)
    assert ink() == Theme("donker").text.name()
    action.deleteLater()
    qapp.sendPostedEvents()
    qapp.processEvents()
    Theme("licht").apply(qapp)


def test_an_icon_widget_paints_its_token(qtbot: QtBot) -> None:
    label = icons.IconLabel("check", "ok", 20)
    qtbot.addWidget(label)
    label.set_icon("x", "late")
    image = label.grab().toImage()
    assert any(image.pixelColor(x, y).name() == theme.current().late.name() for x in range(20) for y in range(20))


def test_qt_speaks_dutch(qtbot: QtBot, qapp: QApplication) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Yes | buttons.No | buttons.Cancel | buttons.Save)
    assert sorted(button.text().replace("&", "") for button in box.buttons()) == ["Annuleren", "Ja", "Nee", "Opslaan"]
    assert QLocale().toString(QDate(2026, 11, 23), "d MMMM") == "23 november"
    assert QLocale().firstDayOfWeek() == Qt.DayOfWeek.Monday


def test_the_gaps_of_qt_are_filled(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    name_file_dialog(dialog, "Openen")
    words = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert words == ["Zoeken in:", "Bestandsnaam:", "Soort bestand:"]
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "Map"
    wizard = QWizard()
    qtbot.addWidget(wizard)
    wizard.addPage(QWizardPage())
    name_wizard(wizard)
    assert wizard.buttonText(QWizard.WizardButton.CommitButton) == "Vastleggen"
    assert wizard.buttonText(QWizard.WizardButton.FinishButton) == "Klaar"


def test_a_file_is_looked_for_where_the_last_one_was(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reintegratie_desktop.ui import qt_dutch

    monkeypatch.setattr(qt_dutch._State, "folder", "")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "weg"))
    assert qt_dutch.first_folder() == str(Path.home())
    (documents := tmp_path / "Documenten").mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))

    def asked() -> QFileDialog:
        dialog = QFileDialog(None, "", str(Path.cwd()))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        qtbot.addWidget(dialog)
        name_file_dialog(dialog, "Bewaren")
        return dialog

    first = asked()
    assert first.directory().absolutePath() == str(documents), "never in the folder of the program"
    assert first.labelText(QFileDialog.DialogLabel.FileName) == "Map:"
    (used := tmp_path / "USB").mkdir()
    first.fileSelected.emit(str(used / "papieren"))
    assert asked().directory().absolutePath() == str(used)


def test_english_gets_english_dates(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    from reintegratie_desktop.ui import qt_dutch

    monkeypatch.setattr(qt_dutch, "current_language", lambda: "en")
    apply_language(qapp)
    assert QLocale().toString(QDate(2026, 11, 23), "d MMMM") == "23 November"
    assert QLocale().territory() == QLocale.Country.UnitedKingdom
    monkeypatch.undo()
    set_language("nl")
    apply_language(qapp)
    assert QLocale().language() == QLocale.Language.Dutch
    assert N_("x") == "x"


def test_marks_of_qts_own_boxes_are_drawn_by_us(qtbot: QtBot, qapp: QApplication) -> None:
    Theme("donker").apply(qapp)
    for kind in (QCheckBox, QRadioButton):
        control = kind("Ja")
        qtbot.addWidget(control)
        control.setChecked(True)
        control.resize(80, 30)
        image = control.grab().toImage()
        found = {image.pixelColor(x, y).name() for x in range(24) for y in range(30)}
        assert theme.current().accent.name() in found


def test_the_focus_ring_stands_outside_and_moves_along(qtbot: QtBot) -> None:
    from reintegratie_desktop.ui.widgets.buttons import primary, secondary

    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second, plain = secondary("Terug"), primary("Volgende"), QLineEdit()
    for part in (first, second, plain):
        column.addWidget(part)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def rings() -> list[QRect]:
        return [found.geometry() for found in window.findChildren(QWidget, "focusRing") if found.isVisible()]

    def stands_around(button: QPushButton) -> bool:
        return rings() == [button.geometry().adjusted(-4, -4, 4, 4)]

    second.setFocus(Qt.FocusReason.TabFocusReason)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: stands_around(first))
    window.resize(400, 260)
    qtbot.waitUntil(lambda: stands_around(first))
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: stands_around(second))
    image = window.grab().toImage()
    edge = second.geometry()
    assert image.pixelColor(edge.center().x(), edge.top() - 3).name() == theme.current().text.name()
    plain.setFocus(Qt.FocusReason.TabFocusReason)
    assert rings() == []
    assert isinstance(first, QPushButton)


def test_icons_are_painted_on_whole_pixels() -> None:
    image = QImage(30, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    icons.paint(painter, QRectF(3.3, 4.7, 20, 18), "circle", QColor("#ff0000"))
    painter.end()
    assert image.pixelColor(0, 0).name() == "#ffffff"
    reds = [y for y in range(30) if image.pixelColor(13, y).name() == "#ff0000"]
    assert reds
