"""Says calmly that the program made a mistake."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.dialogs.base import CalmDialog
from reintegratie_desktop.ui.widgets.buttons import primary
from reintegratie_desktop.ui.widgets.labels import ElidedLabel, small, strong


class CrashDialog(CalmDialog):
    """What happened, that the words are safe, and the code to pass on."""

    def __init__(self, code: str, report: Path | None, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Het programma maakte een fout"), parent=parent)
        self.say(_("Dit ligt niet aan jou. Wat je had getypt, is bewaard. Meestal kun je gewoon verder."))
        self.say(_("Blijft het misgaan? Sluit het programma en open het opnieuw."))
        self.column.addWidget(strong(_("Code: {code}").format(code=code)))
        if report is not None:
            self.column.addWidget(
                small(
                    _(
                        "De melding staat in dit bestand. Er staan geen namen of teksten van jou in. Er wordt niets "
                        "verstuurd."
                    )
                )
            )
            self.column.addWidget(ElidedLabel(str(report)))
        self.button = primary(_("Verder"))
        self.set_buttons(self.button)
