"""Fields for dialogs."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from reintegratie_desktop.forms.fields import Day
from reintegratie_desktop.text.formatting import day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.text.parsing import parse_day
from reintegratie_desktop.ui.fields.base import EditorContext
from reintegratie_desktop.ui.fields.choices import RadioList
from reintegratie_desktop.ui.fields.dates import DayEditor
from reintegratie_desktop.ui.widgets.form_row import FormRow


class DayField(FormRow):
    """A day to type or choose, with its weekday read back; `day()` says under the field what is wrong with it."""

    def __init__(self, label: str, today: date, *, start: date | None = None, help: str = "") -> None:  # noqa: A002
        self._editor = DayEditor(Day(key="dag", label=label), EditorContext(today=today))
        super().__init__(label, self._editor, help=help)
        self._today = today
        if start is not None:
            self._editor.set_value(start.isoformat())
        self._editor.changed.connect(lambda: self.set_error(""))

    def day(self, *, not_before: date | None = None, may_be_later: bool = False) -> date | None:
        """Return the day, or None after saying under the field what is wrong."""
        found = parse_day(str(self._editor.value() or ""), self._today)
        if found is None:
            self.set_error(_("Vul een datum in, zoals 23-11-2026."))
        elif not_before is not None and found < not_before:
            self.set_error(_("Deze dag ligt voor {dag}.").format(dag=day_weekday(not_before, year=True)))
        elif not may_be_later and found > self._today:
            self.set_error(_("Deze dag moet nog komen."))
        else:
            return found
        self.focus_first()
        return None


class ChoiceField(FormRow):
    """One of a few answers, as radio buttons; signal `changed` when another one is chosen."""

    changed = Signal()

    def __init__(self, label: str, choices: Sequence[tuple[str, str, str]], *, across: bool = False) -> None:
        self._list = RadioList(across=across)
        super().__init__(label, self._list)
        self._list.fill(choices)
        self.set_label(label)
        self._list.group.buttonToggled.connect(lambda _button, on: self.changed.emit() if on else None)

    @property
    def chosen(self) -> str:
        """Return the key that is chosen, or ""."""
        return str(self._list.chosen() or "")

    def choose(self, key: str) -> None:
        """Choose one."""
        self._list.choose(key)

    def require(self) -> str:
        """Return the key that is chosen, or "" after saying that a choice is needed."""
        self.set_error("" if self.chosen else _("Kies een van de twee."))
        return self.chosen
