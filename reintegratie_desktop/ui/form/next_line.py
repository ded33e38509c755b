"""What comes after a paper that was finished just now: the next step of the dossier by its name, and the way back."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reintegratie_desktop.services.step_views import StepView
from reintegratie_desktop.services.step_words import go_on_words
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.widgets.buttons import Button, primary, secondary


class NextLine(QWidget):
    """One or two buttons; `go_on` is None when the dossier waits for something that cannot be done now."""

    def __init__(
        self,
        step: StepView | None,
        on_step: Callable[[StepView], None],
        on_case: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.go_on: Button | None = None
        self.back = secondary(_("Terug naar het dossier"), icon="arrow-left")
        self.back.clicked.connect(on_case)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 6)
        line.setSpacing(10)
        if step is not None and step.action:
            self.go_on = primary(go_on_words(step))
            self.go_on.clicked.connect(lambda: on_step(step))
            line.addWidget(self.go_on)
        line.addWidget(self.back)
        line.addStretch(1)
