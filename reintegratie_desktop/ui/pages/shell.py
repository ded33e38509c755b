"""The window of an open file: navigation at the left, a page, and the footer."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reintegratie_desktop.text.declaring import override
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _, ngettext
from reintegratie_desktop.ui.pages.case_pages import CASE_PAGES, GLOBAL_PAGES, INSIGHT, case_page, is_case_page
from reintegratie_desktop.ui.pages.common import PROGRAM
from reintegratie_desktop.ui.pages.host import Host
from reintegratie_desktop.ui.pages.today import TodayPage
from reintegratie_desktop.ui.widgets.footer import StatusFooter
from reintegratie_desktop.ui.widgets.scroll import page_around
from reintegratie_desktop.ui.widgets.sidebar import NavItem, NavSidebar

if TYPE_CHECKING:
    from reintegratie_desktop.ui.pages.banner import PageNotice

TODAY: Final = "vandaag"
EMPLOYEES: Final = "medewerkers"
SETTINGS: Final = "instellingen"
HELP: Final = "hulp"
_ROOM: Final = 48
"""Above and below what is brought in view."""


class Shell(QWidget):
    """Holds the pages of an open file. A page is made when it is first shown, and read anew each time.

    Signals: `lock_asked`, `employer_asked`, `language_chosen(code)`, `theme_chosen(mode)`, `password_asked`,
    `sheet_asked`, `example_asked`.
    """

    lock_asked = Signal()
    employer_asked = Signal()
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    password_asked = Signal()
    sheet_asked = Signal()
    example_asked = Signal()

    def __init__(self, host: Host, *, example: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self.place = ""
        self.case_id = ""
        """The dossier whose pages are shown; empty on the other pages."""
        self.nav = NavSidebar(
            PROGRAM,
            (
                NavItem(TODAY, _("Vandaag"), "list-checks", "Ctrl+1"),
                NavItem(EMPLOYEES, _("Medewerkers"), "users", "Ctrl+2"),
                *(NavItem(kind.key, _(kind.title), kind.icon) for kind in GLOBAL_PAGES),
                NavItem(SETTINGS, _("Instellingen"), "settings", "Ctrl+3"),
                NavItem(HELP, _("Hulp"), "book-open", "F1"),
            ),
            NavItem("slot", _("Voorbeeld sluiten"), "x") if example else NavItem("slot", _("Vergrendelen"), "lock"),
        )
        self.nav.chosen.connect(self._go)
        self.nav.bottom_pressed.connect(self.lock_asked)
        self.nav.owner_pressed.connect(self.employer_asked)
        self.pages = QStackedWidget()
        self.footer = StatusFooter()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.example_line: QWidget | None = None
        if example:
            from reintegratie_desktop.ui.pages.banner import ExampleLine  # noqa: PLC0415 - only in the example

            self.example_line = ExampleLine(self.lock_asked.emit)
            right.addWidget(self.example_line)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(0, 0, 0, 0)
        right.addLayout(self._above)
        right.addWidget(self.pages, 1)
        right.addWidget(self.footer)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.nav)
        whole.addLayout(right, 1)
        self._made: dict[str, QWidget] = {}
        self.said: PageNotice | None = None
        self._saved_at: datetime | None = None
        self.show_saved(None)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._bring_focus)

    def _bring_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring in view where the keyboard went: when it comes from outside a page, Qt leaves it scrolled as it was."""
        if now is None or not now.isVisible() or not self.pages.isAncestorOf(now) or not now.visibleRegion().isEmpty():
            return
        around = page_around(now)
        while around is not None:
            around.ensureWidgetVisible(now, 0, _ROOM)
            around = page_around(around)

    # --- pages ------------------------------------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """Show a page of the navigation, read anew."""
        if name not in self._made:
            makers: dict[str, Callable[[], QWidget]] = {
                TODAY: self._make_today,
                EMPLOYEES: self._make_employees,
                SETTINGS: self._make_settings,
                HELP: self._make_help,
                **{kind.key: partial(kind.make, self._host) for kind in GLOBAL_PAGES},
            }
            self._made[name] = makers[name]()
            self.pages.addWidget(self._made[name])
        self._drop_case_page()
        self.nav.hide_inner()
        self.case_id = ""
        self._open(name, self._made[name])

    def show_case_page(self, case_id: str, key: str, *more: str) -> None:
        """Show a page of a dossier; `more` is what that page takes besides, such as the step to select."""
        self._drop_case_page()
        page = case_page(key).make(self._host, case_id, *more)
        self.pages.addWidget(page)
        self._made[key] = page
        self.case_id = case_id
        items = [NavItem(kind.key, _(kind.title), kind.icon) for kind in CASE_PAGES]
        desk = self._host.desk
        self.nav.show_inner(EMPLOYEES, desk.employee_name(desk.store.cases.get(case_id).werknemer_id), items)
        self._open(key, page)

    def _go(self, key: str) -> None:
        """Go where the navigation says."""
        if is_case_page(key):
            self._host.open_case_page(self.case_id, key)
        else:
            self._host.go(key)

    def say(self, sentence: str, more: str = "", *, kind: str = "hint", part: QWidget | None = None) -> None:
        """Say something above the page, until the user closes it or goes to another page; `part` stands under it."""
        from reintegratie_desktop.ui.pages.banner import PageNotice  # noqa: PLC0415 - not at the start

        self._say_nothing()
        self.said = PageNotice(kind, sentence, more, self._say_nothing, part)
        self._above.addWidget(self.said)

    def _say_nothing(self) -> None:
        said, self.said = self.said, None
        if said is not None:
            said.hide()
            said.deleteLater()

    def _open(self, name: str, page: QWidget) -> None:
        self._say_nothing()
        self.place = name
        self.nav.set_current(name)
        self.pages.setCurrentWidget(page)
        self.refresh()
        page.focus_first()  # type: ignore[attr-defined]

    def _drop_case_page(self) -> None:
        if is_case_page(self.place):
            page = self._made.pop(self.place, None)
            if page is not None:
                self.pages.removeWidget(page)
                page.deleteLater()

    def _make_today(self) -> QWidget:
        page = TodayPage(self._host.desk)
        page.step_asked.connect(self._do_step)
        page.case_asked.connect(self._host.open_case)
        page.sick_report_asked.connect(self._host.report_sick)
        page.calendar_asked.connect(self._ask_calendar)
        page.employees_asked.connect(lambda: self._host.go(EMPLOYEES))
        page.employer_asked.connect(self.employer_asked)
        page.example_asked.connect(self.example_asked)
        return page

    def _do_step(self, case_id: str, step_id: str) -> None:
        page = self._made[TODAY]
        assert isinstance(page, TodayPage)
        step = next((line.step for line in page.view.rows if line.case_id == case_id), None)
        if step is not None and step.id == step_id and step.action:
            self._host.do_step(case_id, step)
        else:
            self._host.open_case(case_id, step_id)

    def _ask_calendar(self) -> None:
        from reintegratie_desktop.ui.pages.case_extras import ask_calendar  # noqa: PLC0415 - only when asked

        ask_calendar(self._host)

    def _make_employees(self) -> QWidget:
        from reintegratie_desktop.ui.pages.employees import EmployeesPage  # noqa: PLC0415 - not the first page

        return EmployeesPage(self._host)

    def _make_help(self) -> QWidget:
        from reintegratie_desktop.ui.pages.help import HelpPage  # noqa: PLC0415 - not the first page

        return HelpPage()

    def _make_settings(self) -> QWidget:
        from reintegratie_desktop.ui.pages.settings import SettingsPage  # noqa: PLC0415 - not the first page

        page = SettingsPage(self._host)
        page.language_chosen.connect(self.language_chosen)
        page.theme_chosen.connect(self.theme_chosen)
        page.password_asked.connect(self.password_asked)
        page.sheet_asked.connect(self.sheet_asked)
        return page

    @property
    def page(self) -> QWidget:
        """Return the page that is shown."""
        return self._made[self.place]

    def refresh(self) -> None:
        """Read the page that is shown anew, with whose file this is and what is late."""
        read = getattr(self.page, "refresh", None) or getattr(self.page, "reload", None)
        assert read is not None, self.place
        read()
        today = self._made.get(TODAY)
        view = today.view if isinstance(today, TodayPage) and self.place == TODAY else self._host.desk.today_view()
        self.nav.set_badge(TODAY, view.late_count)
        self.nav.set_shown(INSIGHT, on=self._host.desk.has_insight)
        count = view.open_cases
        more = (
            ngettext("{n} dossier open", "{n} dossiers open", count).format(n=count)
            if count
            else _("nog geen dossiers")
        )
        self.nav.set_owner(self._host.desk.owner_name or _("Je bedrijf"), more)

    def show_saved(self, moment: datetime | None) -> None:
        """Say when everything was saved; None looks at the file itself. It never goes back to an earlier moment."""
        if moment is None:
            stamp = self._host.desk.path.stat().st_mtime
            moment = datetime.fromtimestamp(stamp, tz=UTC).astimezone().replace(tzinfo=None)
        else:
            self._saved_at = moment = max(moment, self._saved_at or moment)
        if moment.date() == self._host.desk.today:
            self.footer.set_saved(f"{moment:%H:%M}")
        else:
            self.footer.saved.say(_("Bewaard op {dag}").format(dag=day_weekday(moment.date())), "check", "ok")

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.nav.fit(self.window().width())
