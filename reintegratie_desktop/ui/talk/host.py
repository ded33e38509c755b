"""Ties the talk to its form: the card that leads there, the window over the form, and the way back."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from reintegratie_desktop.services.talk import Talk
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.form.page import FormPage
from reintegratie_desktop.ui.talk.start_card import TalkStart

if TYPE_CHECKING:
    from reintegratie_desktop.ui.form.form_view import FormView
    from reintegratie_desktop.ui.talk.talk_view import TalkView

_STEPS: Final = ("agenda", "gesprek")
_UNDER_HEADING: Final = 1


class TalkHost(QObject):
    """Opens and closes the talk of one form."""

    def __init__(self, form: "FormView") -> None:
        super().__init__(form)
        self._form = form
        self.view: TalkView | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the talk covers the form."""
        return self.view is not None

    def offer(self, page: FormPage) -> None:
        """Put the way to the talk on the steps it belongs to."""
        session = self._form.session
        if session.flow.key != "gesprek" or page.step_key not in _STEPS:
            return
        card = TalkStart(session)
        card.wanted.connect(self.open)
        card.report_wanted.connect(self._take_notes)
        page.column.insertWidget(_UNDER_HEADING, card)

    def open(self) -> None:
        """Hold the talk over the whole window; what stands in the form is taken over first."""
        if self.view is not None:
            return
        from reintegratie_desktop.ui.talk.talk_view import TalkView  # noqa: PLC0415 - only when people talk

        form = self._form
        form.save_now()
        view = TalkView(form.session, form.autosave, form.papers)
        view.left.connect(self.close)
        view.made.connect(self._made)
        self.view = view
        form.cover(view)
        view.focus_first()

    def close(self) -> None:
        """Show the form again, with everything that was written during the talk."""
        view, self.view = self.view, None
        if view is not None:
            self._form.uncover(view)
            self._form.show_step(focus=True)
            self._form.paper.touch(soon=True)

    def _made(self, kept: tuple[str, ...]) -> None:
        self.close()
        if kept:
            self._form.say_once(
                KnownError(
                    _("Niet alles paste in het verslag."),
                    _("De notities bij ‘{punten}’ staan nog in het gesprek.").format(punten="’, ‘".join(kept)),
                )
            )

    def _take_notes(self) -> None:
        form = self._form
        form.save_now()
        kept = Talk(form.session).make_report()
        form.autosave.save_now()
        form.show_step(focus=True)
        form.paper.touch(soon=True)
        self._made(kept)
