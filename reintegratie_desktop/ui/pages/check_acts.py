"""What can be done with a point of the check: open what repairs it, write down a reason, fill in a day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reintegratie_desktop.domain.check.item import Stand
from reintegratie_desktop.services import file_check
from reintegratie_desktop.services.check_drafts import ReasonDraft, draft_of, keep_draft
from reintegratie_desktop.services.check_views import CheckItemView, FileCheckView
from reintegratie_desktop.services.explained import Explanation, explanations_of_point
from reintegratie_desktop.services.step_words import ACTIONS
from reintegratie_desktop.text.errors import KnownError
from reintegratie_desktop.text.formatting import day_medium, day_weekday
from reintegratie_desktop.text.i18n import _
from reintegratie_desktop.ui.pages.case_pages import case_page
from reintegratie_desktop.ui.pages.check_explain import ConfirmPart, ExplainPart
from reintegratie_desktop.ui.pages.flush_link import FlushLink
from reintegratie_desktop.ui.pages.repair_places import PLACES, employee_place, employer_place
from reintegratie_desktop.ui.widgets.announce import announce
from reintegratie_desktop.ui.widgets.buttons import Button, destroying, primary, secondary

if TYPE_CHECKING:
    from reintegratie_desktop.services.step_views import StepView
    from reintegratie_desktop.ui.pages.check_page import CheckPage
    from reintegratie_desktop.ui.pages.host import Host

_HOURS: Final = "uren"
_DATA: Final = "gegevens"
_TALK: Final = "gesprek"
_EVALUATION: Final = "evaluatie"
_LONG_TITLE: Final = 34
"""A form with a longer title has a button that says what is done there instead."""
_TEXT_CODES: Final = ("reden", "woordwachter")


@dataclass(frozen=True)
class Parts:
    """What stands in the detail of a point; the first button is the filled one."""

    explain: ExplainPart | None
    confirm: ConfirmPart | None
    buttons: tuple[Button, ...]
    more: tuple[Explanation, ...]


_RECEIPT: Final = "uwv_bevestiging"
"""The one point whose day makes no sense before another step is done."""


class CheckActs:
    """The actions of the page of the check."""

    def __init__(self, page: "CheckPage", host: "Host", case_id: str) -> None:
        self._page, self._host, self._case_id = page, host, case_id

    # --- what stands in the detail ----------------------------------------------------------------------------------

    def parts(self, item: CheckItemView, view: FileCheckView) -> Parts:
        """Return the fields and the buttons of a point; in a closed dossier nothing can be changed."""
        asked = view.is_open and (item.stand.asks or item.stand is Stand.BINNENKORT)
        more = explanations_of_point(item.rule, self._page.today, asked=asked)
        if not view.is_open:
            return Parts(None, None, (), more)
        explain = self._explain_part(item, view) if item.may_explain else None
        confirm = ConfirmPart(item, today=self._page.today) if self._can_confirm(item) else None
        confirming = self._confirm_buttons(item)
        if confirm is not None and confirm.day_field is not None:
            confirm.button = confirming[0]
        buttons = [*self._repair_buttons(item), *confirming, *self._explain_buttons(item)]
        if item.stand is Stand.TE_LAAT and not item.may_explain:
            buttons.insert(0, self._button(_("Naar het eerste punt"), lambda: self._page.next_point(after=item.id)))
        if buttons:
            buttons[0] = self._filled(buttons[0], item)
        return Parts(explain, confirm, tuple(buttons), more)

    @staticmethod
    def _can_confirm(item: CheckItemView) -> bool:
        """Tell whether the day can be filled in, or taken back; what is settled by a paper is left alone."""
        if item.rule == _RECEIPT and item.confirmed_on is None and item.stand is Stand.KOMT_NOG:
            return False
        return item.may_confirm and (item.confirmed_on is not None or item.stand is not Stand.OP_ORDE)

    def _explain_part(self, item: CheckItemView, view: FileCheckView) -> ExplainPart:
        desk = self._host.desk
        return ExplainPart(
            item,
            name=view.first_name,
            today=self._page.today,
            draft=draft_of(desk, self._case_id, item.id),
            allowed=lambda: desk.allowed_words(self._case_id),
            allow=self._allow,
            keep=lambda draft: self._keep(item.id, draft),
        )

    def _allow(self, word: str) -> None:
        try:
            self._host.desk.allow_word(self._case_id, word)
        except KnownError as error:
            self._page.tell(error)

    def _keep(self, item_id: str, draft: ReasonDraft) -> None:
        try:
            keep_draft(self._host.desk, self._case_id, item_id, draft)
        except KnownError as error:
            self._page.tell(error)

    def _button(self, words: str, act: Callable[[], None]) -> Button:
        made = secondary(words)
        made.clicked.connect(act)
        return made

    @staticmethod
    def _filled(button: Button, item: CheckItemView) -> Button:
        """Make the button that ends a point the filled one of the page; nothing is filled where nothing is asked."""
        if item.stand.asks or item.stand is Stand.BINNENKORT:
            button.set_kind(primary("").kind)
        return button

    def _repair_buttons(self, item: CheckItemView) -> list[Button]:
        if not item.repair or item.page == "toets" or item.stand in (Stand.TE_LAAT, Stand.KOMT_NOG):
            return []
        if item.page == _DATA:
            return [
                self._button(_("Gegevens van je bedrijf"), self._open_employer),
                self._button(_("Gegevens van de werknemer"), self._open_employee),
            ]
        return [self._button(self._repair_words(item), lambda: self.repair(item))]

    def _repair_words(self, item: CheckItemView) -> str:
        if item.form == _TALK:
            return _("Gesprek openen")
        if item.form:
            titles = {flow.key: _(flow.title) for flow in self._host.desk.case_forms()}
            if len(titles[item.form]) > _LONG_TITLE and item.form in ACTIONS:
                return _(ACTIONS[item.form])
            return _("{formulier} openen").format(formulier=titles[item.form])
        if item.page == "papieren":
            return _("Naar de papieren")
        if item.page == _HOURS:
            return _("{formulier} openen").format(formulier=_(case_page(_HOURS).title))
        step = self._step(item)
        return _("Afvinken") if step is not None and self._can_tick(step) else _("Naar de stap")

    def _confirm_buttons(self, item: CheckItemView) -> list[Button]:
        if not self._can_confirm(item):
            return []
        if item.confirmed_on is not None:
            words = _("Haal {dag} weg").format(dag=day_medium(item.confirmed_on))
            return [self._link(words, lambda: self.ask_unconfirm(item))]
        return [self._button(_("Dag vastleggen"), lambda: self.confirm(item))]

    def _explain_buttons(self, item: CheckItemView) -> list[Button]:
        if not item.may_explain:
            return []
        words = _("Klaar, volgende punt") if item.stand is Stand.TE_LAAT else _("Uitleg vastleggen")
        buttons = [self._button(words, lambda: self.explain(item))]
        if item.explanation is not None and not item.explanation.op_papier:
            buttons.append(self._link(_("Uitleg weghalen"), lambda: self.withdraw(item)))
        return buttons

    def _link(self, words: str, act: Callable[[], None]) -> Button:
        made = FlushLink(words)
        made.clicked.connect(act)
        return made

    # --- repairing --------------------------------------------------------------------------------------------------

    def repair(self, item: CheckItemView) -> None:
        """Open the form, the paper or the step that puts a point right."""
        host, case_id = self._host, self._case_id
        self._page.keep_now()
        step = self._step(item)
        if item.form and (place := PLACES.get(item.rule)) and (item.slot or not item.kind):
            host.open_form_at(case_id, item.form, place, slot=item.slot or self._begun(item))
        elif item.form and step is not None and step.form in (item.form, _EVALUATION):
            host.do_step(case_id, step)
        elif item.form:
            host.open_form(item.form, case_id, slot=item.slot or self._begun(item), kind=item.kind)
        elif item.page in ("papieren", "logboek"):
            host.open_papers(case_id, item.page)
        elif item.page == _HOURS:
            host.open_case_page(case_id, _HOURS)
        elif item.page == _DATA:
            self._open_employer()
        elif step is not None and self._can_tick(step):
            host.do_step(case_id, step)
        else:
            host.open_case(case_id, item.step)

    def _begun(self, item: CheckItemView) -> str | None:
        """Return the draft to go on with; a talk that was begun may be about something else."""
        if item.kind:
            return None
        drafts = {draft.form: draft.slot for draft in self._host.desk.case(self._case_id).drafts}
        return drafts.get(item.form)

    def _step(self, item: CheckItemView) -> "StepView | None":
        steps = self._host.desk.case(self._case_id).steps
        return next((step for step in steps if step.id == item.step), None)

    @staticmethod
    def _can_tick(step: "StepView") -> bool:
        return step.can_tick and step.done_on is None

    def _open_employer(self) -> None:
        self._host.open_form_at(self._case_id, "werkgever", employer_place(self._host.desk.employer))

    def _open_employee(self) -> None:
        desk = self._host.desk
        answers = desk.employee(desk.case(self._case_id).employee_id)
        self._host.open_form_at(self._case_id, "werknemer", employee_place(answers))

    # --- writing down -----------------------------------------------------------------------------------------------

    def explain(self, item: CheckItemView) -> None:
        """Write the reason down and go to the next point; what is not right yet is said at its own field."""
        detail = self._page.detail
        assert detail is not None and detail.explain is not None
        part = detail.explain
        part.keep_now()
        detail.say("")
        day = part.day_field.day()
        if day is None:
            return
        try:
            file_check.explain(
                self._host.desk, self._case_id, item.id, part.draft.reason, both_agree=part.both.isChecked(), day=day
            )
        except KnownError as error:
            self._refuse(part, error)
            return
        part.forget()
        self._done(item)

    def _refuse(self, part: ExplainPart, error: KnownError) -> None:
        words = f"{error.message} {error.next_step}"
        if error.code in _TEXT_CODES:
            if part.show_word():
                words = _("Kies eerst wat je met dit woord doet.")
            else:
                part.edit.setFocus()
            part.row.set_error(words)
        elif error.code == "dag":
            part.day_field.set_error(words)
            part.day_field.focus_first()
        else:
            self._page.tell(error)
        announce(part, words, at_once=True)

    def withdraw(self, item: CheckItemView) -> None:
        """Take the reason back; the text stays in the field, to be changed or thrown away."""
        desk, told = self._host.desk, item.explanation
        assert told is not None

        def take_back() -> None:
            file_check.withdraw(desk, self._case_id, item.id)
            draft = ReasonDraft(told.reden, told.beide_eens, told.datum.isoformat())
            keep_draft(desk, self._case_id, item.id, draft)

        self._attempt(take_back, item)

    def confirm(self, item: CheckItemView) -> None:
        """Write down the day of something that was done outside the program."""
        detail = self._page.detail
        assert detail is not None and detail.confirm is not None and detail.confirm.day_field is not None
        field = detail.confirm.day_field
        day = field.day()
        if day is None:
            return
        try:
            file_check.confirm(self._host.desk, self._case_id, item.id, day)
        except KnownError as error:
            field.set_error(f"{error.message} {error.next_step}")
            field.focus_first()
            return
        self._host.changed()
        # What turns out to be late asks for a word about it: that is the very next thing to do.
        late = next((one for one in self._page.view.items if one.id == item.id and one.may_explain), None)
        if late is not None and late.stand in (Stand.TE_LAAT, Stand.OP_ORDE):
            self._page.select(late.id)
            self._page.list_focus_detail(late.id)
        else:
            self._page.next_point(after=item.id)

    def ask_unconfirm(self, item: CheckItemView) -> None:
        """Ask before the day is taken back: which day it is, and of what."""
        from reintegratie_desktop.ui.dialogs.base import ConfirmDialog  # noqa: PLC0415 - only when asked

        assert item.confirmed_on is not None
        day = day_weekday(item.confirmed_on, year=True)
        ConfirmDialog(
            _("Dag weghalen?"),
            _("Bij ‘{punt}’ staat {dag}. Haal je die dag weg, dan staat dit punt weer open.").format(
                punt=item.title, dag=day
            ),
            destroying(_("Haal {dag} weg").format(dag=day_medium(item.confirmed_on)), icon="trash-2"),
            lambda: self.unconfirm(item),
            parent=self._host.dialog_parent,
        ).open()

    def unconfirm(self, item: CheckItemView) -> None:
        """Take the day back."""
        self._attempt(lambda: file_check.unconfirm(self._host.desk, self._case_id, item.id), item)

    def _attempt(self, act: Callable[[], None], item: CheckItemView) -> None:
        try:
            act()
        except KnownError as error:
            self._page.tell(error)
            return
        self._host.changed()
        self._page.select(item.id)

    def _done(self, item: CheckItemView) -> None:
        self._host.changed()
        self._page.next_point(after=item.id)
